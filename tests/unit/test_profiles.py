"""Profiles: which law applies to what, which fields are there, what is told when one is missing, and to whom."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from arbiter import CaseFile, Decision, Policy, decide, load_policy, report
from arbiter.decide import derive
from arbiter.explain import explanation
from arbiter.explain.model import Explanation
from arbiter.policy.profiles import PROFILE_TEXTS, PROFILES
from arbiter.report.plan.account import Account
from arbiter.report.profiles.finders import automated
from arbiter.report.profiles.laws import ALL
from arbiter.report.profiles.overview import profile_fields
from evidence import Diagnostic

ROOT = Path(__file__).resolve().parents[2]
BRAND_DENIES = ROOT / "examples" / "parcel" / "counterfeit" / "referred-brand-denies"
CONDUCT = ROOT / "examples" / "meal" / "courier_conduct" / "referred"
LABORATORY = ROOT / "examples" / "meal" / "unsafe_food" / "referred-laboratory"
LANGUAGES = ("en", "ru", "zh")
Build = Callable[..., Policy]


@pytest.fixture(autouse=True)
def _few_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would have changed it is tested elsewhere, and takes hundreds of decisions a letter."""
    monkeypatch.setattr(explanation, "MAX_DECISIONS", 2)


@pytest.fixture
def pack(tmp_path: Path) -> Build:
    """A bundled pack with changed files: each change is a file, a text of it, and what takes its place."""

    def build(name: str, *changes: tuple[str, str, str]) -> Policy:
        folder = tmp_path / name
        shutil.copytree(ROOT / "rules" / name, folder, dirs_exist_ok=True)
        for file, before, after in changes:
            text = (folder / file).read_text("utf-8")
            assert before in text
            (folder / file).write_text(text.replace(before, after, 1), "utf-8")
        return load_policy(folder)

    return build


@cache
def bundled(name: str) -> Policy:
    return load_policy(ROOT / "rules" / name)


def case_of(folder: Path, **changes: Any) -> CaseFile:
    """An example, with other values at its top and, as `region`, in its order."""
    data = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    region = changes.pop("region", None)
    for record in data["records"] if region is not None else ():
        if record["kind"] == "order":
            record["region"] = region
    return CaseFile.from_data(data | changes)


def letter(case: CaseFile, policy: Policy, audience: str, language: str = "en") -> str:
    text = report(decide(case, policy), case, policy, audience=audience, language=language, form="md")
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", text)


def fields(case: CaseFile, policy: Policy, audience: str = "agent") -> dict[str, dict[str, str | None]]:
    """The values of all fields by profile and field."""
    document = json.loads(profile_fields(decide(case, policy), case, policy, audience=audience))
    return {one["profile"]: {field["id"]: field["value"] for field in one["fields"]} for one in document["fields_for"]}


def gaps(case: CaseFile, policy: Policy, audience: str = "agent") -> list[tuple[str, str]]:
    """The profile and the field of every warning."""
    found: list[Diagnostic] = []
    profile_fields(decide(case, policy), case, policy, audience=audience, warn=found.append)
    assert {(one.code, one.severity) for one in found} <= {("ARB551", "warning")}
    assert all(one.help for one in found)
    return [tuple(re.findall(r"`([^`]+)`", one.message)[:2]) for one in found]  # type: ignore[misc]


# Every profile


def test_the_language_knows_every_profile_and_no_other() -> None:
    assert tuple(one.id for one in ALL) == PROFILES
    assert set(PROFILE_TEXTS) <= set(PROFILES)


@pytest.mark.parametrize("profile", ALL, ids=lambda one: one.id)
def test_a_profile_names_its_text_and_when_it_was_checked(profile: Any) -> None:
    """Whoever doubts a field must be able to open the law at the article; what was not confirmed says so."""
    assert len(profile.text) > 10
    assert profile.since < profile.checked
    assert len({field.id for field in profile.fields}) == len(profile.fields) >= 4
    for field in profile.fields:
        assert field.article
        assert field.asks
        assert field.source
    if not all(re.search(r"Art\.|C-\d", field.article) for field in profile.fields):
        assert "could not be confirmed" in profile.doubt, "an article without a number is a doubt"


def test_nothing_says_that_a_law_is_kept() -> None:
    """A program can show fields. Whether they keep a law is for people to say."""
    claims = re.compile(
        r"compl(?:y|ies|iance|iant)\b|соответству\w* (?:закон|требован)|符合.{0,6}(?:法|规定)", re.IGNORECASE
    )
    for path in (
        *(ROOT / "arbiter" / "report" / "locales").glob("*.ftl"),
        *(ROOT / "arbiter/report/profiles").glob("*"),
    ):
        assert not path.is_file() or claims.findall(path.read_text("utf-8")) == [], path.name
    for case, policy in ((case_of(BRAND_DENIES), bundled("parcel")), (case_of(CONDUCT), bundled("meal"))):
        text = profile_fields(decide(case, policy), case, policy)
        assert '"fields_for"' in text
        assert claims.findall(text) == []


def test_a_policy_that_names_none_has_letters_as_before(pack: Build) -> None:
    """A marketplace that is under none of the laws says nothing of them."""
    policy = pack("parcel", ("policy.yaml", "profiles: [eu-dsa, eu-p2b, eu-gdpr]\n", ""))
    case = case_of(BRAND_DENIES)
    assert fields(case, policy) == {}
    assert gaps(case, policy) == []
    text = letter(case, policy, "seller")
    assert text.rstrip().endswith(".json")
    assert "About the measure itself" not in text


def test_a_pack_inherits_the_profiles_of_its_parent(tmp_path: Path) -> None:
    for name in ("common", "parcel"):
        shutil.copytree(ROOT / "rules" / name, tmp_path / name)
    child = tmp_path / "child"
    child.mkdir()
    text = "policy: child\ntitle: Child\nversion: '1'\nextends: parcel\nlanguages: [en]\n"
    (child / "policy.yaml").write_text(text, "utf-8")
    (child / "texts").mkdir()
    (child / "texts" / "en.ftl").write_text("policy_title = Child\n", "utf-8")
    assert load_policy(child).header.profiles == ("eu-dsa", "eu-p2b", "eu-gdpr")
    (child / "policy.yaml").write_text(text + "profiles: eu-gdpr\n", "utf-8")
    assert load_policy(child).header.profiles == ("eu-gdpr",)


# eu-dsa and eu-p2b


def test_a_seller_whose_offer_may_go_is_told_what_article_17_asks_for() -> None:
    case, policy = case_of(BRAND_DENIES), bundled("parcel")
    found = fields(case, policy, "seller")
    assert set(found) == {"eu-dsa", "eu-p2b", "eu-gdpr"}
    assert [name for name, value in found["eu-dsa"].items() if value is None] == []
    text = letter(case, policy, "seller")
    assert "The measure rests on clause P-14.4 of the policy: It is proposed to take the offer down" in text
    assert "The measure is not limited to one country, and no end is set for it." in text
    assert "A program proposed this by rules, and a person decides. No program looked for it." in text
    assert "About the measure itself you can complain for longer, free of charge: for 184 days from its date." in text
    assert "a certified out-of-court dispute settlement body, or to a court" in text
    assert "You get these reasons before the measure takes effect." in text


@pytest.mark.parametrize("audience", ["buyer", "carrier", "agent"])
def test_others_are_not_told_how_to_complain_about_it(audience: str) -> None:
    """A measure against a seller is the seller's to complain about; the agent's letter is nobody's notice."""
    text = letter(case_of(BRAND_DENIES), bundled("parcel"), audience)
    assert "About the measure itself" not in text
    assert "rests on clause P-14.4" not in text


def test_a_ground_that_two_laws_ask_for_is_said_once() -> None:
    text = letter(case_of(BRAND_DENIES), bundled("parcel"), "seller")
    assert text.count("The measure rests on clause P-14.4 of the policy") == 1


def test_half_a_year_is_missing_where_the_policy_gives_less(pack: Build) -> None:
    """Article 20 wants six months: a shorter time is not told as if it were enough."""
    case = case_of(BRAND_DENIES)
    assert ("eu-dsa", "appeal") not in gaps(case, bundled("parcel"), "seller")
    policy = pack("parcel", ("parameters.yaml", "from 2026-01-01: 184}", "from 2026-01-01: 90}"))
    assert ("eu-dsa", "appeal") in gaps(case, policy, "seller")
    assert "90 days from its date" not in letter(case, policy, "seller")


def test_mediators_are_told_where_the_pack_names_them(pack: Build) -> None:
    case = case_of(BRAND_DENIES)
    assert gaps(case, bundled("parcel"), "seller") == [("eu-p2b", "mediators")]
    named = [
        (f"texts/{one}.ftl", "policy_title =", f"mediators = M. Ende, A. Frei ({one})\npolicy_title =")
        for one in LANGUAGES
    ]
    policy = pack("parcel", *named)
    assert gaps(case, policy, "seller") == []
    for language in LANGUAGES:
        assert f"M. Ende, A. Frei ({language})" in letter(case, policy, "seller", language)


def test_a_text_in_one_language_only_is_an_error(pack: Build) -> None:
    """A courier who reads Russian must not miss whom to ask."""
    from arbiter import PolicyError

    with pytest.raises(PolicyError, match="ARB321"):
        pack("parcel", ("texts/en.ftl", "policy_title =", "mediators = M. Ende, A. Frei\npolicy_title ="))


def test_a_suspension_without_an_end_is_told(pack: Build) -> None:
    """Article 4(2): what comes near to the end of the whole service needs 30 days' notice, which no rule gives."""
    case, before = case_of(BRAND_DENIES), "measure: listing_removal, category: intellectual_property_infringements,"
    open_ended = pack("parcel", ("claims/counterfeit.yaml", before, "measure: suspension,"))
    assert ("eu-p2b", "end") in gaps(case, open_ended, "seller")
    ended = pack("parcel", ("claims/counterfeit.yaml", before, "measure: suspension, lasts: repair_days,"))
    assert ("eu-p2b", "end") not in gaps(case, ended, "seller")
    assert "not limited to one country, and would last 30 days." in letter(case, ended, "seller").replace("\u00a0", " ")


# eu-platform-work


def test_a_courier_is_told_who_decides_and_that_a_person_reviews() -> None:
    case, policy = case_of(CONDUCT), bundled("meal")
    text = letter(case, policy, "courier")
    assert "Only a person decides about the measure." in text
    assert "If you ask for a review, a person answers you in writing within two weeks." in text
    assert "The measure rests on clause M-7.6 of the policy" in text
    assert "within two weeks" not in letter(case, policy, "seller")
    assert "within two weeks" not in letter(case, policy, "buyer")


def test_a_contact_person_is_missing_until_the_pack_names_one(pack: Build) -> None:
    case = case_of(CONDUCT)
    assert gaps(case, bundled("meal"), "courier") == [("eu-platform-work", "contact")]
    named = [
        (f"texts/{one}.ftl", "policy_title =", f"contact_person = K. Lang, app ({one})\npolicy_title =")
        for one in LANGUAGES
    ]
    policy = pack("meal", *named)
    assert gaps(case, policy, "courier") == []
    for language in LANGUAGES:
        assert f"K. Lang, app ({language})" in letter(case, policy, "courier", language)


# eu-gdpr


def test_whoever_loses_to_a_program_is_told_which_data_counted(example: Any) -> None:
    """The records of the letter are those of the decision's own findings, by the numbers of the table of evidence."""
    case, policy, decision = example(2)
    text = report(decision, case, policy, audience="seller", form="md")
    (refs,) = re.findall(r"These records counted for the result: ([^.]*)\.", text)
    account = Account(decision, derive(case, policy), Explanation(decision.id, (), (), 0, True), "seller")
    named = {account.refs[item.index]: item.id for item in account.derivation.items}
    counted = {
        one for finding in decision.verdict["findings"] for way in finding["sufficient"] for one in way["records"]
    }
    assert {named[ref] for ref in refs.split(", ")} == counted
    assert "You can ask for a person to look at the case, give your own view, and contest the result." in text


@pytest.mark.parametrize("audience", ["buyer", "agent", "carrier"])
def test_whoever_does_not_lose_is_not(example: Any, audience: str) -> None:
    """In example 2 the seller loses. The carrier would be a company, and has no such right."""
    case, policy, decision = example(2)
    assert "These records counted" not in report(decision, case, policy, audience=audience, form="md")


def test_a_company_that_loses_is_not_a_person(example: Any) -> None:
    case, policy, decision = example(3)
    assert [one["party"] for one in decision.verdict["hearings"]] == ["carrier"]
    assert "These records counted" not in report(decision, case, policy, audience="carrier", form="md")


# Regions and days


def test_a_law_holds_where_and_when_it_does(pack: Build) -> None:
    """An order in China is under the rules of China, and not before they were in force."""
    policy = bundled("meal")
    assert set(fields(case_of(LABORATORY), policy)) == {"eu-dsa", "eu-p2b", "eu-gdpr"}
    chinese = case_of(LABORATORY, region="CN")
    found = fields(chinese, policy, "seller")
    assert set(found) == {"cn-platform-rules"}
    assert [name for name, value in found["cn-platform-rules"].items() if value is None] == []
    text = letter(chinese, policy, "seller", "zh")
    assert "您可以要求人工判定" in text
    assert "庭外" not in text
    russian = pack("meal", ("policy.yaml", "cn-platform-rules]", "ru-289]"))
    assert set(fields(case_of(LABORATORY, region="RU"), russian)) == set(), "not in force yet"
    later = case_of(LABORATORY, region="RU", as_of="2026-10-02T12:00:00+02:00")
    assert [name for name, value in fields(later, russian)["ru-289"].items() if value is None] == []
    assert "жалобу на меру можно направить площадке" in letter(later, russian, "seller", "ru")


def test_an_order_without_a_region_is_under_what_the_policy_names() -> None:
    """Unknown is unknown: nobody is told less because a region was not written down."""
    data = yaml.load((BRAND_DENIES / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    for record in data["records"]:
        record.pop("region", None)
    assert "eu-dsa" in fields(CaseFile.from_data(data), bundled("parcel"))


# How far programs decided


def accounts(example: Any) -> Iterator[tuple[str, Account]]:
    for number, level in ((3, "FULLY"), (4, "PARTIALLY"), (6, "PARTIALLY")):
        case, policy, decision = example(number)
        derivation = derive(case, policy)
        yield level, Account(decision, derivation, Explanation(decision.id, (), (), 0, True), "seller")
        without = replace(derivation, outcome=None)
        yield "NOT_AUTOMATED", Account(decision, without, Explanation(decision.id, (), (), 0, True), "seller")


def test_automation_follows_from_the_route(example: Any) -> None:
    """By a machine alone, on a machine's proposal, or, where the engines disagree, without one."""
    for level, account in accounts(example):
        assert automated(account) == level


def decisions() -> Iterator[tuple[CaseFile, Policy, Decision]]:
    for path in sorted((ROOT / "examples").rglob("case.yaml")):
        case = CaseFile.read(path.parent)
        policy = bundled(str(case.policy))
        if len(case.claims) == 1:
            yield case, policy, decide(case, policy)


def test_only_what_a_marketplace_must_tell_itself_is_missing() -> None:
    """Whatever follows from a decision is there, in every example; nothing else may be forgotten."""
    missing = set()
    for case, policy, decision in decisions():
        if decision.verdict["measures"]:
            found: list[Diagnostic] = []
            profile_fields(decision, case, policy, warn=found.append)
            missing |= {tuple(re.findall(r"`([^`]+)`", one.message)[:2]) for one in found}
    assert missing <= {("eu-p2b", "mediators"), ("eu-platform-work", "contact")}
    assert missing
