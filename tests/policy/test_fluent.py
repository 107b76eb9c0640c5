"""Plain sentences are read by a short cut, which must see exactly what the full parser sees."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from hypothesis import given, settings
from hypothesis import strategies as st

from arbiter.policy.fluent import read_fluent

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([*(ROOT / "rules").rglob("*.ftl"), *(ROOT / "arbiter" / "report").rglob("*.ftl")])
PIECES = st.sampled_from((
    "a = b", "a", " = ", "name = { $x } y\n", "    .attr = text\n", ".attr = t\n", "\n", "\n\n", "  more text\n",
    "# note\n", "#note\n", "{", "}", "{ $x", "{ -term }", "-term = t\n", "{ other }", "$y", " ", "\t", "}\n",
    "*[one] x\n", "= b\n",
    "b = { $x ->\n   *[other] z\n}\n", "Ünï", "a-b_c = ü { $a-b_c }.\n", "{ \"{\" }", "{$x}", "x = \n    .only = y\n",
))  # fmt: skip


def full(source: str) -> tuple[dict[str, set[str | None]], int, set[tuple[str, int]]]:
    """Messages, how many pieces are junk, and variables, as the full parser tells of the whole source."""
    messages: dict[str, set[str | None]] = {}
    variables: set[tuple[str, int]] = set()
    junk = 0

    def walk(node: object) -> None:
        if isinstance(node, ftl.VariableReference) and node.span:
            variables.add((node.id.name, node.span.start))
        if isinstance(node, list):
            for item in node:
                walk(item)
        elif isinstance(node, ftl.BaseNode):
            walk(list(vars(node).values()))

    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ftl.Message):
            messages[entry.id.name] = {one.id.name for one in entry.attributes} | ({None} if entry.value else set())
            walk([entry.value, [one.value for one in entry.attributes]])
        junk += isinstance(entry, ftl.Junk)
    return messages, junk, variables


def short(source: str) -> tuple[dict[str, set[str | None]], int, set[tuple[str, int]]]:
    found = read_fluent(source)
    messages = {name: set(attributes) for name, attributes in found.messages.items()}
    return messages, len(found.junk), {(one.name, one.start) for one in found.variables}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-3:]))
def test_our_own_sentences_are_read_alike(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert short(source) == full(source)


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join))
def test_any_source_is_read_alike(source: str) -> None:
    """Whatever an author writes: the same messages, the same variables at the same places, junk where there is junk."""
    mine, theirs = short(source), full(source)
    assert mine[0] == theirs[0]
    assert mine[2] == theirs[2]
    assert bool(mine[1]) == bool(theirs[1])
