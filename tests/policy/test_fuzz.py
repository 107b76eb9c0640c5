"""Packs that nobody meant to write: the loader says what is wrong or gives a policy, and a policy decides.

Bundled packs are changed by chance: lines deleted, doubled and swapped, characters and values replaced, and, in keeping
with the structure, keys renamed, values exchanged, indentation shifted, references broken, dates and numbers mangled.
"""

import re
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
KINDS = (
    "delete", "double", "swap", "character", "value", "word", "empty", "rename", "exchange", "indent", "reference",
    "date", "slip",
)  # fmt: skip
_KEY = re.compile(r"[a-z_.]+(?=: )")
_PLAIN_VALUE = re.compile(r"(?<=: )[^,{}\[\]\n:]+")
_NAME = re.compile(r"[a-z]{3,}[a-z_-]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = (
    "2026-02-30", "01.03.2026", "2026/03/01", "2026-3-1", "9999-12-31", "0001-01-01", "2099-01-01", "2026-01-01 until",
    "2026-01-01 until 2025-01-01", "2026-01-01 in br", "2026-01-01 in BR", "２０２６-01-01", "",
)  # fmt: skip
_SLIPS = (
    (": ", ":"), (": ", "： "), (", ", "， "), ('"', "“"), ('"', ""), ("{", ""), ("}", ""), ("[", "【"), ("]", ""),
    ("  ", "\t"), ("> ", "≥"), (": yes", ": true"), (" ", "\u00a0"), ("-", "–"), ("EUR", "€"), (", ", ", and so on, "),
    (">", ">="), (": ", ": > "), (": ", ": not "), ("clause: ", "clause: A, B"),
)  # fmt: skip
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


def _within(lines: list[str], at: int, other: int, found: re.Pattern[str], new: Callable[[str], str]) -> None:
    """One of the matches in a line, or in the next one that has any, is replaced."""
    for number in (*range(at, len(lines)), *range(at)):
        matches = list(found.finditer(lines[number]))
        if matches:
            one = matches[other % len(matches)]
            lines[number] = lines[number][: one.start()] + new(one[0]) + lines[number][one.end() :]
            return


def _rename(lines: list[str], at: int, other: int, value: str) -> None:
    """A key becomes another of the file's keys, or is misspelt."""
    keys = sorted({key for line in lines for key in _KEY.findall(line)})
    new = keys[other % len(keys)] if keys and other % 3 else ""
    _within(lines, at, other, _KEY, lambda key: new or key[:-1])


def _exchange(lines: list[str], at: int, other: int, value: str) -> None:
    """Two values of a file change places."""
    values = [one for line in lines for one in _PLAIN_VALUE.findall(line)]
    if values:
        _within(lines, at, other, _PLAIN_VALUE, lambda _: values[other % len(values)])


def _indent(lines: list[str], at: int, other: int, value: str) -> None:
    """Some lines move to the right or left."""
    by = (-2, -1, 1, 2, 3)[other % 5]
    for number in range(at, min(len(lines), at + 1 + other % 4)):
        lines[number] = lines[number][-by:] if by < 0 and lines[number].startswith(" ") else " " * by + lines[number]


def _reference(lines: list[str], at: int, other: int, value: str) -> None:
    """A name, wherever it stands, loses a letter."""
    _within(lines, at, other, _NAME, lambda name: name[: other % len(name)] + name[other % len(name) + 1 :])


def _date(lines: list[str], at: int, other: int, value: str) -> None:
    _within(lines, at, other, _DATE, lambda _: _DATES[other % len(_DATES)])


def _slip(lines: list[str], at: int, other: int, value: str) -> None:
    """What fingers and editors do."""
    old, new = _SLIPS[other % len(_SLIPS)]
    _within(lines, at, other // len(_SLIPS), re.compile(re.escape(old)), lambda _: new)


_EDITS: dict[str, Callable[[list[str], int, int, str], None]] = {
    "delete": _delete, "double": _double, "swap": _swap, "character": _character, "value": _value, "word": _word,
    "empty": _empty, "rename": _rename, "exchange": _exchange, "indent": _indent, "reference": _reference,
    "date": _date, "slip": _slip,
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
