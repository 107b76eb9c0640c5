"""Packs that are large, long, deep or in another encoding: told at once, or read; never a hang, never a traceback.

Nothing is timed. The patterns of the loader are looked at instead: none repeats a repetition and may give back what it
took. What is left, a reader that takes the square of a text's length, would be noticed on the long values here.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as tokens  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import arbiter.policy
import evidence
from arbiter.loading import check_policy
from arbiter.policy.load import policy_from_files
from arbiter.policy.parse.reader import Problems
from evidence import Diagnostic
from evidence.source import read_json, read_yaml
from tests.policy.conftest import GOOD, shown

Change = Callable[[str, str, str], None]
REPEATS = (tokens.MAX_REPEAT, tokens.MIN_REPEAT)
FEW = 50
"""A repetition that is bounded below this cannot take long, whatever stands in it."""


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the loader holds, by name; those in tuples too."""
    for package in (arbiter.policy, evidence):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, re.Pattern):
                        yield f"{module.name}.{name}", one


def many_ways(parsed: object, within: bool = False) -> bool:
    """Whether a repetition without a small bound stands within another one that may give back what it took."""
    for kind, value in parsed:  # type: ignore[attr-defined]
        if kind in REPEATS:
            _, high, inner = value
            unbounded = high > FEW
            if within and unbounded:
                return True
            if many_ways(inner, within or unbounded):
                return True
        elif kind is tokens.SUBPATTERN:
            if many_ways(value[-1], within):
                return True
        elif kind is tokens.BRANCH and any(many_ways(branch, within) for branch in value[1]):
            return True
    return False


def test_the_patterns_are_found() -> None:
    assert len(list(patterns())) > 25
    assert many_ways(parser.parse(r"(a+)+b"))
    assert many_ways(parser.parse(r"(a|b*)*c"))
    assert not many_ways(parser.parse(r"(?:a+)(?:[0-9]{3}){0,4}"))


@pytest.mark.parametrize("pattern", [one for _, one in patterns()], ids=[name for name, _ in patterns()])
def test_no_pattern_repeats_a_repetition(pattern: "re.Pattern[str]") -> None:
    assert not many_ways(parser.parse(pattern.pattern)), pattern.pattern


def good() -> dict[str, str]:
    return {path.relative_to(GOOD).as_posix(): path.read_text(encoding="utf-8") for path in GOOD.rglob("*.*")}


def found(files: dict[str, str]) -> list[Diagnostic]:
    """What is wrong with a pack; every message is short, and can be shown."""
    problems = Problems()
    policy = policy_from_files(files, problems)
    assert (policy is None) == problems.fatal
    shown(problems.found, files)
    for one in problems.found:
        assert one.help
        assert len(one.message) + len(one.help) < 3000, one.code
    return problems.found


LONG = 50_000
LONGS = (
    "x",
    "9",
    ". ",
    "..",
    "1..",
    "1,",
    " ",
    "-",
    "= ",
    "> ",
    "not ",
    "! ",
    "a and ",
    "a or ",
    "from ",
    "_",
    "“",
    "，",
    "a.",
    "- ",
)
PLACES = (
    ("shop/signals.yaml", '"> far_from"'), ("shop/claims/missing.yaml", '">= large_from"'),
    ("shop/signals.yaml", "[buyer, household]"), ("shop/claims/missing.yaml", "{arrived: no}"),
    ("shop/claims/missing.yaml", "order.price - already_made_good"), ("shop/parameters.yaml", "150"),
    ("shop/parameters.yaml", "500.00 EUR"), ("shop/parameters.yaml", "from 2026-01-01: 150"),
    ("shop/policy.yaml", "A small shop"), ("shop/questions/arrived.yaml", "{shop: yes}"),
)  # fmt: skip


@pytest.mark.parametrize("word", LONGS)
@pytest.mark.parametrize(("file", "old"), PLACES, ids=[old for _, old in PLACES])
def test_a_very_long_value(file: str, old: str, word: str) -> None:
    """Read in steps in proportion to its length."""
    text = good()[file]
    for value in (f'"{word * LONG} x"', f"{word * LONG} x"):
        found(good() | {file: text.replace(old, f"{value}: 1" if old.startswith("from") else value)})


def test_tables_of_five_thousand_entries() -> None:
    many = range(5000)
    files = good()
    parameters = "".join(f"p{i}: {{unit: m, clause: S-1, from 2026-01-01: {i}}}\n" for i in many)
    told = found(files | {"shop/parameters.yaml": files["shop/parameters.yaml"] + parameters})
    assert [one.code for one in told] == ["ARB325"] * len(many), "nothing uses them, and nothing else is wrong"
    arguments = "".join(f"  - {{id: e{i}, all: [far_away], unless: [signed]}}\n" for i in many)
    assert found(files | {"shop/questions/arrived.yaml": files["shop/questions/arrived.yaml"] + arguments}) == []
    values = "[" + ", ".join(f"byer{i}" for i in many) + "]"
    signals = files["shop/signals.yaml"].replace("[buyer, household]", values)
    assert len(found(files | {"shop/signals.yaml": signals})) == len(many)


def test_many_references_to_many_names() -> None:
    """Each is told; the nearest name is looked for only as long as somebody may read that many."""
    files, many = good(), range(1500)
    signal = "{if: {tracking_event.code: delivered}, strength: moderate, held_by: carrier, group: carrier_system}"
    signals = files["shop/signals.yaml"] + "".join(f"sig{i}: {signal}\n" for i in many)
    names = ", ".join(f"sigg{i}" for i in many)
    arrived = files["shop/questions/arrived.yaml"].replace("all: [signed]", f"all: [{names}]")
    told = found(files | {"shop/signals.yaml": signals, "shop/questions/arrived.yaml": arrived})
    missing = [one for one in told if one.code == "ARB301"]
    assert len(missing) == len(many)
    assert missing[0].help == "did you mean `sig0`?"
    assert missing[-1].help == "define it, or take one that is defined"


def test_many_rings_and_a_long_one() -> None:
    """The first are told, with as many names as can be read."""
    files = good()
    for over in (lambda i: i ^ 1, lambda i: (i + 1) % 2000):
        rules = "".join(
            f"      - {{id: w{i}, if: {{arrived: no}}, over: [w{over(i)}], clause: S}}\n" for i in range(2000)
        )
        claim = files["shop/claims/missing.yaml"].replace("    who:\n", f"{rules}    who:\n")
        rings = [one for one in found(files | {"shop/claims/missing.yaml": claim}) if one.code == "ARB306"]
        assert 1 <= len(rings) <= 20


def test_a_text_cut_by_many_commas_is_told_once() -> None:
    files = good()
    words = ", ".join(f"Part {i}" for i in range(2000))
    claim = files["shop/claims/missing.yaml"].replace("clause: S-8", f"clause: S-8, {words}")
    assert [one.code for one in found(files | {"shop/claims/missing.yaml": claim})] == ["ARB116"]


@pytest.mark.parametrize(
    "text",
    ["[" * 3000, "[" * 3000 + "]" * 3000, "{a: " * 3000, "- " * 3000, "".join(" " * i + "k:\n" for i in range(500))],
)
def test_deep_nesting(text: str) -> None:
    files = good()
    told = found(files | {"shop/claims/missing.yaml": text})
    assert {one.code for one in told} & {"ARB103", "ARB106"}


@pytest.mark.parametrize("depth", [10, 50, 100, 200, 300, 400, 600, 1000, 3000])
def test_sentences_nested_in_sentences(depth: int) -> None:
    files = good()
    nested = "{ " * depth + "$far_from" + " }" * depth
    found(files | {"shop/texts/en.ftl": files["shop/texts/en.ftl"].replace("the price", nested)})


ENCODINGS = ("latin-1", "cp1251", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "utf-7", "koi8-r")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", ["policy.yaml", "signals.yaml", "claims/missing.yaml", "texts/ru.ftl"])
def test_every_file_in_every_encoding(packs: Path, file: str, encoding: str) -> None:
    """Bytes that are not UTF-8 are told as such, and never read as something else."""
    path = packs / "shop" / file
    text = path.read_text(encoding="utf-8") + ("# é\n" if encoding == "latin-1" else "# д\n")
    path.write_bytes(text.encode(encoding, "replace"))
    policy, told, files = check_policy("shop")
    shown(told, files)
    if encoding == "utf-8-sig":
        assert policy is not None
    elif encoding != "utf-7":  # plain letters in it, and signs for the others: another text, but a text
        assert policy is None
        assert {one.code for one in told} & {"ARB102", "ARB103"}


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n\r", "\x85", "\u2028"])
def test_line_ends(packs: Path, ends: str) -> None:
    for path in packs.rglob("*.*"):
        path.write_text(path.read_text(encoding="utf-8").replace("\n", ends), encoding="utf-8", newline="")
    policy, told, files = check_policy("shop")
    shown(told, files)
    assert (policy is not None) == (ends in ("\r\n", "\r", "\n\r"))


@pytest.mark.parametrize("read", [read_yaml, read_json])
@pytest.mark.parametrize(
    "word",
    [
        "a: ",
        "- ",
        '"',
        "'",
        "[",
        "{",
        "\t",
        "? ",
        "! ",
        "%",
        "#",
        "\\",
        '"\\',
        "[,",
        "“",
        "\n ",
        "a:b\n",
        "|",
        ">\n",
        "9" * 99,
    ],
)
def test_readers_take_whatever_is_repeated(read: Callable[..., tuple[object, list[Diagnostic]]], word: str) -> None:
    for text in (word * 20_000, "a: " + word * 20_000, "a: b\n" + word * 20_000 + "\nc: d\n"):
        node, told = read(text, "f")
        assert (node is None) == bool(told)
        for one in told:
            assert one.span is None or one.span.line <= text.count("\n") + 2
