"""Which open findings matter, against trying every truth of every unknown rule."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain, combinations, product
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from arbiter.verdict.mattering import mattering
from arbiter.verdict.model import Finding

QUESTIONS = ("first", "second", "third")
RULES = (0, 1)
SETS = tuple(map(frozenset, chain.from_iterable(combinations(RULES, size) for size in range(len(RULES) + 1))))
Granted = frozenset[int]


class Dispute:
    """Three questions, each settled by two unknown rules and by what those before it came to, as chance has it."""

    def __init__(self, seed: int) -> None:
        random = Random(seed)
        answers = "aab" if seed % 2 else "aaab"
        self.comes_to = {
            (name, granted, before): random.choice(answers)
            for number, name in enumerate(QUESTIONS)
            for granted in SETS
            for before in product("ab", repeat=number)
        }
        self.follows = {found: random.choice("xxxy") for found in product("ab", repeat=len(QUESTIONS))}

    def finding(self, name: str, before: tuple[str, ...]) -> Finding:
        """The finding with what else it could be: what rules change nothing are no part of it."""
        found = {granted: self.comes_to[name, granted, before] for granted in SETS}
        changing = {rule for rule in RULES for one in SETS if found[one] != found[one | {rule}]}
        ways: dict[str, set[Granted]] = {}
        for granted, answer in found.items():
            ways.setdefault(answer, set()).add(granted & changing)
        first, *others = (a_finding(name, answer, frozenset(sets)) for answer, sets in ways.items())
        if not changing:
            return a_finding(name, first.answer, frozenset())
        return a_finding(name, first.answer, first.ways, tuple(map(str, changing)), tuple(others))

    def outcome(self, assumed: Mapping[Any, Finding]) -> Any:
        """What follows if some findings are assumed."""
        findings: list[Finding] = []
        for name in QUESTIONS:
            before = tuple(one.answer for one in findings)
            findings.append(assumed.get((name, None)) or self.finding(name, before))
        turns_on = (self.follows[tuple(one.answer for one in findings)],)
        return SimpleNamespace(findings=tuple(findings), turns_on=turns_on, heads=())

    def really(self, granted: Mapping[str, Granted]) -> str:
        """What follows if exactly these rules hold."""
        before: tuple[str, ...] = ()
        for name in QUESTIONS:
            before = (*before, self.comes_to[name, granted[name], before])
        return self.follows[before]

    def matters(self, name: str) -> bool:
        """Whether what follows can differ by a question's own rules alone."""
        for sets in product(SETS, repeat=len(QUESTIONS)):
            granted = dict(zip(QUESTIONS, sets, strict=True))
            if len({self.really(granted | {name: own}) for own in SETS}) > 1:
                return True
        return False


def a_finding(
    name: str,
    answer: str,
    ways: frozenset[Granted],
    open_: tuple[str, ...] = (),
    alternatives: tuple[Finding, ...] = (),
) -> Finding:
    return Finding(
        name, answer, "otherwise", None, None, True, "ordinary", {}, (), (), (), (), open_, (), None, alternatives, ways
    )


def an_open_finding(name: str, part: str | None) -> Finding:
    """One that an unknown rule can turn round."""
    other = a_finding(name, "b", frozenset({frozenset({0})}))
    return replace(a_finding(name, "a", frozenset({frozenset()}), ("rule",), (other,)), part=part)


def test_what_matters_is_what_can_change_what_follows() -> None:
    """A question that is open only once another comes out otherwise, one that is open no more, and one that could be
    something else then: each is tried as it would be settled.
    """
    seen: set[frozenset[str]] = set()
    for seed in range(400):
        dispute = Dispute(seed)
        outcome = dispute.outcome({})
        found = {name for name, _ in mattering(outcome, dispute.outcome).findings}
        if any(one.open for one in outcome.findings):
            assert found == {name for name in QUESTIONS if dispute.matters(name)}, seed
            seen.add(frozenset(found))
    assert len(seen) == 2 ** len(QUESTIONS), "nothing, everything, and all between"


@pytest.mark.parametrize(("questions", "tried"), [(5, True), (6, False)])
def test_where_there_are_too_many_ways_all_that_is_open_matters(questions: int, tried: bool) -> None:
    """Thirty-two ways are tried. Whoever has more of them is not kept waiting for a part of them."""
    open_ = tuple(an_open_finding(f"q{number}", None) for number in range(questions))
    calls = []

    def outcome(assumed: Mapping[Any, Finding]) -> Any:
        calls.append(assumed)
        return SimpleNamespace(findings=open_, turns_on=("always the same",), heads=())

    found = mattering(outcome({}), outcome).findings
    assert found == (frozenset() if tried else {(one.question, None) for one in open_})
    assert len(calls) <= 33


def test_parts_that_are_open_are_counted_before_any_is_tried() -> None:
    open_ = tuple(an_open_finding("q", f"glass#{number}") for number in range(6))

    def outcome(assumed: Mapping[Any, Finding]) -> Any:
        assert not assumed
        return SimpleNamespace(findings=open_, turns_on=(), heads=())

    assert mattering(outcome({}), outcome).findings == {("q", f"glass#{number}") for number in range(6)}
