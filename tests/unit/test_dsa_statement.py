"""Statements of reasons for the transparency database: its words and limits, and not a byte about people."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from arbiter import CaseFile, Policy, ReportError, decide, load_policy
from arbiter.reference import schemas
from arbiter.report.letter import Sentence, Verbatim
from arbiter.report.profiles.database import COUNTRIES, FACTS_MOST, SCHEMA
from arbiter.report.profiles.dsa_statement import _whole, dsa_statements, impersonal
from arbiter.report.profiles.frame import EEA
from arbiter.report.words import Words

ROOT = Path(__file__).resolve().parents[2]
BRAND_DENIES = ROOT / "examples" / "parcel" / "counterfeit" / "referred-brand-denies"
LABORATORY = ROOT / "examples" / "meal" / "unsafe_food" / "referred-laboratory"
ABUSE = ROOT / "examples" / "parcel" / "buyer_abuse" / "referred-photo-seen-before"
DAYS = {"effective": date(2026, 10, 6), "content_date": date(2026, 1, 5)}
OFFER = "measure: listing_removal, category: intellectual_property_infringements,"
LANGUAGES = ("en", "ru", "zh")
Build = Callable[..., Policy]
Data = dict[str, Any]


@pytest.fixture
def pack(tmp_path: Path) -> Build:
    """The parcel pack with a text of a file replaced."""

    def build(file: str, before: str, after: str) -> Policy:
        folder = tmp_path / "parcel"
        shutil.copytree(ROOT / "rules" / "parcel", folder)
        parameters = folder / "parameters.yaml"
        days = "look_days: {unit: bd, clause: P-9.1, from 2026-01-01: 5}\n"
        parameters.write_text(parameters.read_text("utf-8") + days, "utf-8")
        text = (folder / file).read_text("utf-8")
        assert before in text
        (folder / file).write_text(text.replace(before, after, 1), "utf-8")
        return load_policy(folder)

    return build


@cache
def bundled(name: str) -> Policy:
    return load_policy(ROOT / "rules" / name)


def data_of(folder: Path) -> Data:
    found: Data = yaml.load((folder / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    return found


def written(case: CaseFile, policy: Policy, **options: Any) -> str:
    return dsa_statements(decide(case, policy), case, policy, **{**DAYS, **options})


def statement(case: CaseFile, policy: Policy, **options: Any) -> Data:
    """The only statement, after the schema that is published has accepted it."""
    document = json.loads(written(case, policy, **options))
    checker().validate(document)
    (found,) = document["statements"]
    return dict(found)


def checker() -> jsonschema.Draft202012Validator:
    schema = json.loads(schemas()[SCHEMA])
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize(
    ("folder", "pack_name", "category"),
    [
        (BRAND_DENIES, "parcel", "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS"),
        (LABORATORY, "meal", "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS"),
    ],
)
def test_an_offer_that_is_removed(folder: Path, pack_name: str, category: str) -> None:
    policy = bundled(pack_name)
    found = statement(CaseFile.read(folder), policy)
    assert found["decision_visibility"] == ["DECISION_VISIBILITY_CONTENT_REMOVED"]
    assert found["decision_ground"] == "DECISION_GROUND_INCOMPATIBLE_CONTENT"
    assert found["category"] == category
    assert found["content_type"] == ["CONTENT_TYPE_PRODUCT"]
    assert found["account_type"] == "ACCOUNT_TYPE_BUSINESS"
    assert (found["application_date"], found["content_date"]) == ("2026-10-06", "2026-01-05")
    assert found["automated_decision"] == "AUTOMATED_DECISION_PARTIALLY", "a person decided on a proposal of rules"
    assert found["automated_detection"] == "No"
    assert found["source_type"] == "SOURCE_TYPE_OTHER_NOTIFICATION"
    assert not any(name.startswith("end_date") for name in found), "its rule sets no end"
    (rule,) = [one for claim in policy.claims.values() for one in claim.measures if one.category]
    assert found["incompatible_content_ground"].startswith(f"Clause {rule.clause} (")


def test_the_facts_are_those_of_the_findings(pack_text: Callable[..., str]) -> None:
    """What the measure rests on, in the words of the letter: a statement that says something else would be false."""
    policy = bundled("parcel")
    for language in LANGUAGES:
        facts = statement(CaseFile.read(BRAND_DENIES), policy, language=language)["decision_facts"]
        shown = pack_text(policy, language, "genuine", "no")
        assert shown.rstrip(".。") in facts


@pytest.mark.parametrize(
    ("measure", "field", "value", "end"),
    [
        ("suspension", "decision_account", "DECISION_ACCOUNT_SUSPENDED", "end_date_account_restriction"),
        ("payout_hold", "decision_monetary", "DECISION_MONETARY_SUSPENSION", "end_date_monetary_restriction"),
        (
            "listing_removal", "decision_visibility", ["DECISION_VISIBILITY_CONTENT_REMOVED"],
            "end_date_visibility_restriction",
        ),
    ],
)  # fmt: skip
def test_every_restriction_has_its_own_fields(pack: Build, measure: str, field: str, value: Any, end: str) -> None:
    """Each kind of measure is another restriction of Article 17(1), and ends under another name."""
    policy = pack("claims/counterfeit.yaml", OFFER, f"measure: {measure}, lasts: repair_days,")
    found = statement(CaseFile.read(BRAND_DENIES), policy)
    assert found[field] == value
    assert found[end] == "2026-11-05", "30 days after it began"
    assert len([name for name in found if name.startswith("decision_") and name[9:] in _RESTRICTED]) == 1
    assert found["category"] == "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"


_RESTRICTED = ("visibility", "monetary", "provision", "account")


def test_business_days_end_where_the_region_ends_them(pack: Build) -> None:
    """Five business days from Tuesday, 6 October: the weekend does not count."""
    policy = pack("claims/counterfeit.yaml", OFFER, "measure: suspension, lasts: look_days,")
    assert statement(CaseFile.read(BRAND_DENIES), policy)["end_date_account_restriction"] == "2026-10-13"


def test_an_account_of_a_buyer_is_private(pack: Build) -> None:
    policy = pack("claims/buyer_abuse.yaml", "measure: warning,", "measure: suspension, lasts: repair_days,")
    found = statement(CaseFile.read(ABUSE), policy)
    assert found["account_type"] == "ACCOUNT_TYPE_PRIVATE"
    assert found["content_type"] == ["CONTENT_TYPE_OTHER"]
    assert found["content_type_other"]


def test_what_a_program_read_was_detected_by_one(pack: Build) -> None:
    """Article 17(3)(c) asks apart whether a program found it and whether one decided it."""
    policy = pack(
        "signals.yaml", "brand_denies, reading.by: operator}", "brand_denies, reading.confirmed_by: operator}"
    )
    data = data_of(BRAND_DENIES)
    for record in data["records"]:
        if record["kind"] == "reading":
            record |= {"by": "detector", "confirmed_by": "operator"}
    assert statement(CaseFile.from_data(data), policy)["automated_detection"] == "Yes"


# No personal data


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a case file with the key under which it stands."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from strings(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, key)
    else:
        yield key, str(value)


PERSONAL = {
    "name", "contact", "address", "id", "case", "text", "title", "issuer", "carrier", "shipment", "item", "of", "shown",
    "note", "caption", "signed_name", "location", "file", "sha256",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", [BRAND_DENIES, LABORATORY])
def test_not_a_byte_about_people(folder: Path, language: str) -> None:
    """Article 24(5): the database takes no personal data. Nothing that the case calls somebody is in the bytes."""
    data = data_of(folder)
    told = written(CaseFile.read(folder), bundled(data["policy"]), language=language).encode()
    searched = 0
    for key, text in strings(data):
        if key in PERSONAL:
            searched += 1
            whole = rb"(?<![\w-])" + re.escape(text.encode()) + rb"(?![\w-])"
            found = re.search(whole, told) if len(text) < 6 else text.encode().lower() in told.lower()
            assert not found, (key, text)
    assert searched > 15


def test_a_case_full_of_names_says_none_of_them() -> None:
    """Names in every place that a person can write in, the lines of the order too."""
    data, mark = data_of(BRAND_DENIES), "Zaphod Beeblebrox"
    for party in data["parties"].values():
        party |= {"name": mark, "contact": f"{mark}@example.org"}
    data["claims"][0]["text"] = f"{mark} sold me a fake"
    for record in data["records"]:
        record["note"] = f"from {mark}"
        if record["kind"] == "order":
            record |= {"address": f"{mark}, Domplatz 6", "carrier": mark}
            record["items"][0]["title"] = f"Watch of {mark}"
        if record["kind"] == "document":
            record |= {"issuer": mark, "title": f"Letter to {mark}"}
        if record["kind"] == "reading":
            record["text"] = mark
    told = written(CaseFile.from_data(data), bundled("parcel"))
    assert b"Zaphod" not in told.encode()
    assert b"Beeblebrox" not in told.encode()
    assert "not told here" in told or "Watch" not in told


def test_a_word_that_would_get_through_is_refused(pack: Build) -> None:
    """The last look is at the bytes: a policy whose sentence names a party of this case sends nothing."""
    text = "offer-comes-down = It is proposed"
    policy = pack("texts/en.ftl", text, "offer-comes-down = For Zeitzone Outlet: it is proposed")
    with pytest.raises(ReportError, match="ARB553") as refused:
        written(CaseFile.read(BRAND_DENIES), policy)
    assert "Zeitzone Outlet" in (refused.value.diagnostics[0].help or "")


def test_own_words_go_wherever_they_stand() -> None:
    inner = Sentence("line-titled", {"title": Verbatim("Watch of Ann")})
    found = impersonal(Sentence("for-parts", {"subject": inner, "statement": inner, "of": "D-1"}), frozenset({"D-1"}))
    assert "Ann" not in repr(found)
    assert "D-1" not in repr(found)


# Limits and what is missing


def test_facts_that_have_no_room_are_left_out_whole() -> None:
    """5,000 characters and no half sentence."""
    words = Words(bundled("parcel"), "en", None)
    many = [Sentence("found-evidence", {"statement": f"The fact number {n} is long enough." * 3}) for n in range(200)]
    text = _whole(words, many, FACTS_MOST)
    assert FACTS_MOST - 150 < len(text) <= FACTS_MOST
    assert text.endswith("is long enough.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("decision_facts", "x" * 5001),
        ("decision_facts", ""),
        ("decision_visibility", ["REMOVED"]),
        ("decision_visibility", []),
        ("incompatible_content_ground", "x" * 501),
        ("incompatible_content_explanation", "x" * 2001),
        ("category", "COUNTERFEIT"),
        ("territorial_scope", ["XX"]),
        ("automated_decision", "Yes"),
        ("automated_detection", "Maybe"),
        ("source_type", "SOURCE"),
        ("application_date", "06.05.2026"),
        ("puid", "D 1"),
        ("name", "Ann"),
    ],
)
def test_the_schema_refuses_what_the_database_would(field: str, value: Any) -> None:
    found = statement(CaseFile.read(BRAND_DENIES), bundled("parcel"))
    wrong = {"statements": [found | {field: value}]}
    assert not checker().is_valid(wrong)


def test_the_programs_own_check_is_no_weaker_than_the_schema() -> None:
    from pydantic import ValidationError

    from arbiter.report.profiles.database import Statement

    found = statement(CaseFile.read(BRAND_DENIES), bundled("parcel"))
    Statement.model_validate(found)
    wrong: tuple[Data, ...] = (
        {"decision_visibility": None},
        {"category": "STATEMENT_CATEGORY_COUNTERFEIT"},
        {"incompatible_content_explanation": None},
        {"content_type": ["CONTENT_TYPE_OTHER"]},
        {"content_date": "1999-12-31"},
        {"application_date": "2019-12-31"},
        {"end_date_visibility_restriction": "2026-10-05"},
    )
    for one in wrong:
        with pytest.raises(ValidationError):
            Statement.model_validate(found | one)


def test_territory_is_the_european_economic_area() -> None:
    """No rule limits a measure to a country: 27 states of the Union, and Iceland, Liechtenstein, Norway."""
    assert len(COUNTRIES) == 30
    assert set(COUNTRIES) == EEA
    assert statement(CaseFile.read(BRAND_DENIES), bundled("parcel"))["territorial_scope"] == sorted(EEA)


@pytest.mark.parametrize("left_out", ["effective", "content_date"])
def test_a_proposal_is_no_statement_until_a_person_decided(left_out: str) -> None:
    """The two days are in no case file. Without them nothing is sent: a proposal restricts nobody."""
    case, policy = CaseFile.read(BRAND_DENIES), bundled("parcel")
    with pytest.raises(ReportError, match="ARB553") as refused:
        written(case, policy, **{left_out: None})
    (problem,) = refused.value.diagnostics
    assert problem.severity == "error"
    assert f"`--{left_out.replace('_', '-')}`" in (problem.help or "")


def test_nothing_to_file(example: Any, pack: Build) -> None:
    """Money alone is no restriction; and a policy that does not name the profile files nothing."""
    case, policy, decision = example(3)
    with pytest.raises(ReportError, match="ARB552"):
        dsa_statements(decision, case, policy, **DAYS)
    unnamed = pack("policy.yaml", "profiles: [eu-dsa, eu-p2b, eu-gdpr]", "profiles: [eu-gdpr]")
    with pytest.raises(ReportError, match="ARB552"):
        written(CaseFile.read(BRAND_DENIES), unnamed)


def test_the_address_of_the_terms_is_told(tmp_path: Path) -> None:
    """An address that is none is left out: the field may be absent, but not wrong."""
    case = CaseFile.read(BRAND_DENIES)
    assert "decision_ground_reference_url" not in statement(case, bundled("parcel"))
    for number, (told, wanted) in enumerate(
        (("https://example.org/terms", "https://example.org/terms"), ("on paper", None))
    ):
        folder = tmp_path / str(number) / "parcel"
        shutil.copytree(ROOT / "rules" / "parcel", folder)
        for language in LANGUAGES:
            path = folder / "texts" / f"{language}.ftl"
            path.write_text(f"terms_address = {told}\n" + path.read_text("utf-8"), "utf-8")
        assert statement(case, load_policy(folder)).get("decision_ground_reference_url") == wanted


def test_the_same_statement_again() -> None:
    case, policy = CaseFile.read(LABORATORY), bundled("meal")
    assert written(case, policy) == written(case, policy)
