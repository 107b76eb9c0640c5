"""What YAML, editors and copied files do to a pack."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from arbiter.loading import check_policy, load_policy
from arbiter.policy.conditions import Compare, FindingTest, OneOf, RecordTest
from evidence import Diagnostic, Money
from tests.policy.conftest import shown

Change = Callable[[str, str, str], None]
FILES = ("policy.yaml", "parameters.yaml", "signals.yaml", "questions/sent.yaml", "claims/missing.yaml")


def found() -> list[Diagnostic]:
    """What is wrong with the shop; every message can be shown."""
    policy, diagnostics, files = check_policy("shop")
    assert (policy is None) == any(one.severity == "error" for one in diagnostics)
    assert all(one.help for one in diagnostics)
    shown(diagnostics, files)
    return diagnostics


def codes() -> set[str]:
    return {one.code for one in found()}


def test_words_stay_words(packs: Path, change: Change) -> None:
    """`no` is an answer, `1.10` a version with two digits, a date a date."""
    change("shop/policy.yaml", 'version: "1"', "version: 1.10")
    policy = load_policy("shop")
    refund = policy.claims["missing"].heads[0].what[0]
    assert policy.version == "1.10"
    assert isinstance(refund.condition, FindingTest)
    assert refund.condition.answers == ("no",)
    assert policy.parameters["far_from"].values[0].first == date(2026, 1, 1)
    assert policy.parameters["large_from"].values[0].value == Money(50000, "EUR")


@pytest.mark.parametrize(
    ("written", "answer", "is_shown"),
    [('" yes "', "yes", False), ('" no"', "no", False), ('"shown  yes "', "yes", True), ('"shown no "', "no", True)],
)
def test_blanks_do_not_change_an_answer(packs: Path, change: Change, written: str, answer: str, is_shown: bool) -> None:
    change("shop/claims/missing.yaml", "if: {arrived: no}", f"if: {{arrived: {written}}}")
    condition = load_policy("shop").claims["missing"].heads[0].what[0].condition
    assert isinstance(condition, FindingTest)
    assert (condition.answers, condition.shown, condition.negated) == ((answer,), is_shown, False)


def test_not_and_lists(packs: Path, change: Change) -> None:
    change("shop/signals.yaml", "[buyer, household]", "not neighbour")
    test = load_policy("shop").signals["signed"].test
    assert isinstance(test, RecordTest)
    assert test.tests[0].check == OneOf(("neighbour",), True)


def test_numbers_are_exact(packs: Path, change: Change) -> None:
    change("shop/signals.yaml", "> far_from", "> 0.1")
    check = load_policy("shop").signals["far_away"].test.tests[1].check
    assert isinstance(check, Compare)
    assert str(check.operand) == "1/10"


@pytest.mark.parametrize("number", ["9" * 5000, "1e3", "٣", "0x10", "1_000", ".5", "NaN", "1,5"])
def test_other_numbers_are_refused(packs: Path, change: Change, number: str) -> None:
    change("shop/parameters.yaml", "150", f'"{number}"')
    change("shop/signals.yaml", "> far_from", f"> {number}")
    assert "ARB222" in codes()
    assert "ARB220" in codes() | {"ARB301"} & codes()


def test_marks_and_line_ends_do_not_count(packs: Path) -> None:
    """A file saved on another system is the same policy, with the same places in its messages."""
    before = load_policy("shop")
    for path in packs.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = load_policy("shop")
    assert after.digest == before.digest
    assert after.files == before.files
    assert after.signals == before.signals


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("text", ["", "~\n", "- a\n- b\n", "word\n", "{}\n", "# nothing\n", "a: b\n---\nc: d\n"])
def test_a_file_of_another_shape(packs: Path, file: str, text: str) -> None:
    (packs / "shop" / file).write_text(text, encoding="utf-8")
    assert codes() & {"ARB108", "ARB201", "ARB203", "ARB301", "ARB312", "ARB321", "ARB202"}


@pytest.mark.parametrize("file", FILES)
def test_nothing_in_place_of_every_value(packs: Path, file: str) -> None:
    """Null is never a value, and it is told where it stands."""
    path = packs / "shop" / file
    text = path.read_text(encoding="utf-8")
    for value in re.finditer(r"(?<=: )[^,{}\[\]\n]+|(?<=\[)[^\]\n]+(?=\])", text):
        path.write_text(text[: value.start()] + "~" + text[value.end() :], encoding="utf-8")
        line = text.count("\n", 0, value.start()) + 1
        assert any(one.span and one.span.line == line for one in found()), value


def test_aliases_and_tags_are_refused(packs: Path, change: Change) -> None:
    change("shop/policy.yaml", "title: A small shop", "title: !!str A small shop")
    assert codes() == {"ARB105"}


@pytest.mark.parametrize("text", ["a = " + "{" * 5000, "a = { $x", "= b", "\tb = c", "a b c", "{", "-t = x\n", ""])
def test_texts_that_are_no_sentences(packs: Path, text: str) -> None:
    (packs / "shop/texts/en.ftl").write_text(text, encoding="utf-8")
    assert codes() <= {"ARB321", "ARB322", "ARB323"}
    assert codes()


def test_a_message_replaces_the_parents_whole(packs: Path, change: Change) -> None:
    """As in letters: what the parent's message had besides is gone."""
    change("base/texts/en.ftl", "role_buyer = the buyer", "role_buyer = the buyer\nsent = a\n    .yes = b\n    .no = c")
    change("shop/texts/en.ftl", "    .yes = It was sent.\n", "")
    (only,) = found()
    assert only.message == "no text `sent.yes` in `en`"


@pytest.mark.parametrize(
    "name", ["signals.yml", "signals.YAML", "notes.yaml", "claims/policy.yaml", "old/policy.yaml", "texts/a.yaml"]
)
def test_a_file_that_is_no_part_of_a_pack(packs: Path, name: str) -> None:
    """A whole pack inside another would otherwise be taken for its parent."""
    (packs / "shop" / name).parent.mkdir(exist_ok=True)
    (packs / "shop" / name).write_text("policy: old\n", encoding="utf-8")
    (only,) = found()
    assert only.code == "ARB109"
    assert f"shop/{name}" in only.message


def test_other_files_may_lie_beside(packs: Path) -> None:
    (packs / "shop/CHANGES.md").write_text("# Changes\n", encoding="utf-8")
    before = load_policy("shop")
    (packs / "shop/table.csv").write_bytes(b"\xff")
    assert load_policy("shop").digest == before.digest


def test_unreadable_bytes_are_told_with_their_place(packs: Path) -> None:
    path = packs / "shop/questions/sent.yaml"
    path.write_bytes(path.read_bytes().replace(b"S-3", b"S-\xe9"))
    (only,) = found()
    assert only.code == "ARB102"
    assert only.span is not None
    assert (only.span.line, only.span.column) == (2, 11)
