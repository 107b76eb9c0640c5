"""A policy as prose: complete, true to its conditions, and the same rules in every language."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from arbiter import load_policy
from arbiter.engine.compile import needed_questions
from arbiter.loading import check_policy
from arbiter.policy.load import policy_from_files
from arbiter.policy.model import Policy
from arbiter.prose import LANGUAGES, policy_prose
from arbiter.prose.phrases import FRAMES
from tests.properties.packs import pack as generated

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "docs" / "reference" / "language" / "tools"
SNAPSHOTS = ROOT / "tests" / "snapshots" / "policies"
DAY = date(2026, 6, 1)
SEEDS = range(20)
TOLD = [(pack, language) for pack in ("parcel", "meal", "exchange") for language in load_policy(pack).header.languages]


@pytest.mark.parametrize(("pack", "language"), TOLD)
def test_a_bundled_policy_reads_as_it_was_read_before(pack: str, language: str) -> None:
    """If a sentence changes, somebody must have meant it: delete the file and run the test to write it anew."""
    text = policy_prose(load_policy(pack), language, DAY)
    path = SNAPSHOTS / f"{pack}-{language}.md"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        pytest.fail(f"{path.name} was written: read it")
    assert text == path.read_text("utf-8")


def messages(language: str) -> dict[str, set[str]]:
    """The messages of a frame, each with the variables that it uses."""
    source = (FRAMES / f"{language}.ftl").read_text("utf-8")
    entries = FluentParser().parse(source).body
    assert not [entry for entry in entries if isinstance(entry, ast.Junk)]
    found = {}
    for entry in entries:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, entry.id.name
            found[entry.id.name] = set(re.findall(r"\$(\w+)", source[entry.span.start : entry.span.end]))
    return found


def test_frames_say_the_same_in_every_language() -> None:
    """A message that one language lacks would stop the telling; names of fields and units may fall back."""
    named = {language: {name for name in messages(language) if not name.startswith(("field-", "unit-"))}
             for language in LANGUAGES}  # fmt: skip
    for language, names in named.items():
        assert names == named["en"], language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_pack_asks_for_a_sentence_of_the_frame(language: str) -> None:
    """A pack may call a field `named` or a kind `own`: what the frame has under such a name is a plain word."""
    filled = {name for name, variables in messages(language).items() if variables}
    assert not {name for name in filled if name.startswith(("field-", "kind-"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_leaves_out_what_another_tells(language: str) -> None:
    """Forms of a noun are a language's own, and whether a word of the vocabulary stands as words or as its id."""
    english, other = messages("en"), messages(language)
    forms = re.compile(r"^(party|noun|strength|measure)(_\w+)?$|^(id|words)$")
    for name in english.keys() & other.keys():
        told = [{forms.sub(r"\1", one) for one in side[name]} - {"number"} for side in (english, other)]
        assert told[0] == told[1], name


def packs() -> Iterator[tuple[str, Policy]]:
    for seed in SEEDS:
        policy = policy_from_files(generated(seed))
        assert policy is not None
        yield f"seed {seed}", policy
    for pack in ("parcel", "meal", "exchange", TOOLS):
        yield str(pack), load_policy(pack)


def test_every_rule_is_told_with_its_id_and_its_clause() -> None:
    """What prose leaves out, nobody who reads it can object to."""
    for name, policy in packs():
        text = policy_prose(policy, "en", DAY)
        wanted = {f"`{one}`" for one in (*policy.parameters, *policy.claims, *policy.periods, *policy.derived)}
        for claim in policy.claims.values():
            rules = [*claim.gates, *claim.measures, *claim.routes, *claim.guarantees]
            for head in claim.heads:
                rules += [*head.what, *head.who]
            for question in needed_questions(policy, claim):
                rules += [*question.shifts, *question.only_counts]
                wanted |= {f"(`{argument.id}`)" for argument in question.arguments}
            wanted |= {f"(`{rule.id}`, {rule.clause}" for rule in rules}
        assert [one for one in sorted(wanted) if one not in text] == [], name
        assert "None" not in text


CHANGES = [
    ("signals.yaml", "strength: conclusive, held_by: lender", "strength: strong, held_by: lender"),
    ("signals.yaml", "condition_report.state: [whole, worn]", "condition_report.state: not broken"),
    ("signals.yaml", "held_by: hirer", "held_by: lender"),
    ("questions/broken.yaml", "any: [report_broken, photo_broken]", "all: [report_broken, photo_broken]"),
    ("questions/broken.yaml", "any: [report_broken, photo", "at_least: {k: 1, of: [report_broken]}, any: [photo"),
    ("questions/broken.yaml", "all: [report_whole]", "all: [report_whole], unless: [signed_broken]"),
    ("questions/broken.yaml", "must_show: {lender: yes}", "must_show: {lender: no}"),
    ("questions/broken.yaml", "must_show: {lender: yes}", "must_show: {hirer: yes}"),
    ("questions/broken.yaml", "desk: warranty", "standard: clear"),
    ("questions/broken.yaml", "desk: warranty", "scope: unit"),
    ("questions/came_broken.yaml", "notice.answer: none", "notice.answer: declined"),
    ("claims/broken_return.yaml", "cap: most_for_repair", "cap: order.total"),
    ("claims/broken_return.yaml", "amount: 0", "amount: 1.00 EUR - already_made_good"),
    ("claims/broken_return.yaml", "broken: shown yes", "broken: yes"),
    ("claims/broken_return.yaml", "broken: shown yes", "broken: not shown yes"),
    ("claims/broken_return.yaml", '">= human_from"', '"> human_from"'),
    ("claims/broken_return.yaml", '">= human_from"', '"10.00 EUR..human_from"'),
    ("claims/broken_return.yaml", '">= human_from"', "unknown"),
    ("claims/broken_return.yaml", "route: human", "route: propose"),
    ("claims/broken_return.yaml", "optional: [photo]", "optional: [document]"),
    ("claims/broken_return.yaml", "[{broken: no}, {came_broken: yes}]", "{broken: no, came_broken: yes}"),
    ("claims/broken_return.yaml", "repair_bill.cost - already_made_good", "2 * repair_bill.cost - already_made_good"),
    ("parameters.yaml", "200.00 EUR", "201.00 EUR"),
    ("parameters.yaml", "from 2026-01-01: 200.00 EUR", "from 2026-01-01: 200.00 EUR, from 2026-09-01: 300.00 EUR"),
    ("parameters.yaml", "from 2026-01-01: 200.00 EUR", "from 2026-01-01: 200.00 EUR, from 2026-01-01 in FR: 3.00 EUR"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new"), CHANGES)
def test_another_rule_is_another_sentence(file: str, old: str, new: str, tmp_path: Path) -> None:
    """Two policies that judge differently must not read the same."""
    before = policy_prose(load_policy(TOOLS), "en", DAY)
    pack = tmp_path / "tools"
    for path in (path for path in TOOLS.rglob("*") if path.is_file()):
        target = pack / path.relative_to(TOOLS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    text = (pack / file).read_text("utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), "utf-8")
    policy, diagnostics, _ = check_policy(pack)
    assert policy is not None, diagnostics
    assert policy_prose(policy, "en", DAY) != before


def test_brackets_keep_what_a_formula_computes(tmp_path: Path) -> None:
    files = generated(0)
    files["p/derived.yaml"] += (
        "order.part: {unit: money, formula: (total - price) / 2 - (price - (total - price) * 3)}\n"
    )
    policy = policy_from_files(files)
    assert policy is not None
    text = policy_prose(policy, "en", DAY)
    total, price = "the order's total", "the order's price"
    wanted = f"({total} − {price}) ÷ 2 − ({price} − ({total} − {price}) × 3)"
    assert f"`order.part` is {wanted}." in text


def test_a_value_to_come_is_told_with_its_day() -> None:
    policy = load_policy("parcel")
    text = policy_prose(policy, "en", date(2025, 6, 1))
    assert "* `signature_from`: nothing on this day (P-4.3)\n  * from 1 January 2026: 750.00 EUR" in text.replace(
        "\xa0", " "
    )


def test_only_the_claims_that_were_asked_for_are_told() -> None:
    policy = policy_from_files(generated(1))
    assert policy is not None
    assert "`broken`" in policy_prose(policy, "en", DAY, ["broken"])
    assert "### " not in policy_prose(policy, "en", DAY, ["another"])
