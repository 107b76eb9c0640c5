"""Packs that nobody meant to write: the loader says what is wrong or gives a policy, and a policy decides.

Bundled packs are changed by chance: lines deleted, doubled and swapped, characters and values replaced.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arbiter import CaseFile, DecideError, decide
from arbiter.engine.limits import check_limits
from arbiter.policy.load import policy_from_files, read_policy
from arbiter.policy.parse.reader import Problems
from tests.policy.conftest import shown

ROOT = Path(__file__).resolve().parents[2]
Edit = tuple[str, int, int, str]

VALUES = (
    "[]", "[a, b]", "{}", "{a: b}", "~", "", "null", "yes", "no", "9" * 5000, "1e999", "-1", "0", "0.1", "٣", "'",
    '"', "*a", "&a", "!!int 1", "|", ">", "\t", "{", "]", "2026-02-30", "> 1", "1..", "not buyer", "every", "shown yes",
    "known", "\u0000", "\ud800", "\ufeff", "\u202e", "\U0001f600", "{ $x }", "{ -x }", "{" * 400, "buyer", "курьер",
    "999999999999999.00 EUR", "1.999 EUR", "1.00 XXX", "from 9999-12-31 until 0001-01-01", "- - - -", "a: b: c",
)  # fmt: skip
KINDS = ("delete", "double", "swap", "character", "value", "word", "empty")
EDITS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(VALUES)),
    min_size=1,
    max_size=4,
)


@cache
def bundled(pack: str) -> dict[str, str]:
    policy, _, _ = read_policy(ROOT / "rules" / pack)
    assert policy is not None
    return dict(policy.files)


@cache
def case(pack: str) -> CaseFile:
    return CaseFile.read(ROOT / "examples" / {"parcel": "3-scanned-elsewhere", "meal": "5-courier-in-the-snow"}[pack])


def changed(files: dict[str, str], edits: list[Edit]) -> dict[str, str]:
    """The files with every edit made somewhere."""
    found = dict(files)
    for kind, where, which, value in edits:
        name = sorted(found)[where % len(found)]
        lines = found[name].split("\n")
        at = which % len(lines)
        other = (which // 7) % len(lines)
        _EDITS[kind](lines, at, other, value)
        found[name] = "\n".join(lines)
    return found


def _delete(lines: list[str], at: int, other: int, value: str) -> None:
    del lines[at]


def _double(lines: list[str], at: int, other: int, value: str) -> None:
    lines.insert(other, lines[at])


def _swap(lines: list[str], at: int, other: int, value: str) -> None:
    lines[at], lines[other] = lines[other], lines[at]


def _character(lines: list[str], at: int, other: int, value: str) -> None:
    place = other % (len(lines[at]) + 1)
    lines[at] = lines[at][:place] + (value[:1] or "x") + lines[at][place + 1 :]


def _value(lines: list[str], at: int, other: int, value: str) -> None:
    """What follows a colon is replaced."""
    before, colon, after = lines[at].partition(": ")
    if colon:
        inner = after.split(", ")
        inner[other % len(inner)] = value
        lines[at] = f"{before}: {', '.join(inner)}" if other % 2 else f"{before}: {value}"


def _word(lines: list[str], at: int, other: int, value: str) -> None:
    words = lines[at].split(" ")
    words[other % len(words)] = value
    lines[at] = " ".join(words)


def _empty(lines: list[str], at: int, other: int, value: str) -> None:
    if other % 10 == 0:
        lines.clear()


_EDITS: dict[str, Callable[[list[str], int, int, str], None]] = {
    "delete": _delete, "double": _double, "swap": _swap, "character": _character, "value": _value, "word": _word,
    "empty": _empty,
}  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(("parcel", "meal")), EDITS)
def test_a_changed_pack_is_refused_or_decides(pack: str, edits: list[Edit]) -> None:
    files = changed(bundled(pack), edits)
    problems = Problems()
    policy = policy_from_files(files, problems)
    errors = [one for one in problems.found if one.severity == "error"]
    shown(problems.found, files)
    assert (policy is None) == bool(errors)
    for one in errors:
        assert one.help
        assert one.span is None or one.span.file in files
    if policy is None or check_limits(policy):
        return
    assert policy_from_files(policy.files).digest == policy.digest
    for parameter in policy.parameters.values():
        parameter.on(date(2026, 3, 1), "DE")
    refused: set[str] = set()
    try:
        assert decide(case(pack), policy).document["policy"]["digest"] == policy.digest
    except DecideError as error:
        refused = {one.code for one in error.diagnostics}
    assert refused <= {"ARB501", "ARB503"}, "the policy may not know the claim, or give it to another party"
