"""ARB337: findings for which two rules of a head hold, or none, so that a person must decide.

Exhaustive over the answers of the questions that the rules of a head test. Every other test is free: of an overlap it
counts as failed, of a gap as met, so that what is told is sure. A set of cases is the bits of a number: bit n stands
for the nth way to answer all the questions, and conditions are computed for all cases at once.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from math import prod
from operator import and_, or_

from arbiter.policy.checks.own import is_own
from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Condition,
    FindingTest,
    IsKnown,
    OneOf,
    RecordTest,
    questions_in,
)
from arbiter.policy.formulas import Fixed
from arbiter.policy.model import Answer, Claim, Head, Policy, Question, What, Who
from arbiter.policy.parse.reader import Problems

State = tuple[Answer, bool]
"""An answer, and whether it is shown."""
_Leaf = Hashable
Rules = Sequence[What | Who]

_OF_WORDS = ("ARB320", "ARB321", "ARB322", "ARB323")
"""Sentences and clauses that are still to be written are no cause of what is told here."""
_MOST_CASES = 1 << 14
_MOST_TOLD = 3
"""How many gaps, and how many overlaps, are told of one list of rules."""


def check_alternatives(policy: Policy, problems: Problems) -> None:
    """Whatever the findings are, one `what` rule of a head wins, and one `who` rule if something is owed."""
    if any(one.severity == "error" and one.code not in _OF_WORDS for one in problems.found):
        return  # a name that is misspelt may be the cause
    for claim in policy.claims.values():
        for head in claim.heads if is_own(policy, claim.span) else ():
            what = _Cases.of(policy, claim, head.what)
            if what is not None:
                _tell(what, head, "what", head.what, what.decided, problems)
            every: list[What | Who] = [*head.what, *head.who]
            both = _Cases.of(policy, claim, every)
            if both is not None:
                _tell(both, head, "who", head.who, both.decided & _owed(both, head), problems)


def _tell(cases: "_Cases", head: Head, key: str, rules: Rules, within: int, problems: Problems) -> None:
    may = {rule.id: cases.met(rule.condition, free=True) for rule in rules}
    must = {rule.id: cases.met(rule.condition, free=False) for rule in rules}
    gaps = within & ~reduce(or_, may.values(), 0)
    for told in cases.told(gaps) if rules else ():
        message = f"no `{key}` rule of head `{head.id}` holds if {told}"
        problems.warn("ARB337", message, head.span, "add a rule for it, or a route to a person")
    # A rule that another one may go before does not surely win.
    wins = {rule.id: must[rule.id] & ~reduce(or_, (may[other.id] for other in rules if rule.id in other.over), 0)
            for rule in rules}  # fmt: skip
    overlaps = [(one, other) for one, other in combinations(rules, 2) if within & wins[one.id] & wins[other.id]]
    for one, other in overlaps[:_MOST_TOLD]:
        told = next(cases.told(within & wins[one.id] & wins[other.id]))
        message = f"`{key}` rules `{one.id}` and `{other.id}` of head `{head.id}` both hold if {told}"
        cure = f"let one go before the other, like `over: [{one.id}]`, or test what sets them apart"
        problems.warn("ARB337", message, other.span, cure, ("the other one", one.span))


def _owed(cases: "_Cases", head: Head) -> int:
    """The cases in which one `what` rule surely wins, and something is owed by it."""
    found = 0
    for rule in head.what:
        amount = rule.amount or head.amount
        if isinstance(amount.expression, Fixed) and amount.expression.value == 0:
            continue
        rivals = (other for other in head.what if other.id != rule.id and other.id not in rule.over)
        disputed = reduce(or_, (cases.met(other.condition, free=True) for other in rivals), 0)
        found |= cases.met(rule.condition, free=False) & ~disputed
    return found


@dataclass(frozen=True, slots=True)
class _Cases:
    """All the ways to answer some questions: the states of each, and the set of cases in which it has each state."""

    states: Mapping[str, Mapping[State, int]]
    everything: int
    decided: int
    """The cases that can come about and that are not a person's anyway."""
    implied: Mapping[_Leaf, int]
    """The cases in which a record surely passes a test: those that come about by a shift that asks for it."""

    @classmethod
    def of(cls, policy: Policy, claim: Claim, rules: Rules) -> "_Cases | None":
        """The cases that the rules tell apart; None if there are too many."""
        names = dict.fromkeys(name for rule in rules for name in questions_in(rule.condition))
        states = {name: _states(policy.questions[name]) for name in names}
        count = prod(len(one) for one in states.values())
        if not names or not 0 < count <= _MOST_CASES:
            return None
        masks: dict[str, dict[State, int]] = {}
        stride = 1
        for name, own in states.items():
            period = stride * len(own)
            repeated = sum(1 << start for start in range(0, count, period))
            block = (1 << stride) - 1
            masks[name] = {state: (block << (at * stride)) * repeated for at, state in enumerate(own)}
            stride = period
        cases = cls(masks, (1 << count) - 1, 0, _implied(policy, masks))
        possible = reduce(and_, (cases._possible(policy.questions[name]) for name in names), cases.everything)
        for gate in claim.gates:
            possible &= cases.met(gate.condition, free=True)
        for route in claim.routes:
            if route.route == "human":
                possible &= ~cases.met(route.condition, free=False)
        return cls(masks, cases.everything, possible, cases.implied)

    def met(self, condition: Condition | None, free: bool) -> int:
        """The cases in which a condition holds, if all that is no finding of these questions holds, or fails."""
        match condition:
            case AllOf(parts):
                return reduce(and_, (self.met(part, free) for part in parts), self.everything)
            case AnyOf(parts):
                return reduce(or_, (self.met(part, free) for part in parts), 0)
            case FindingTest() if condition.question in self.states:
                own = self.states[condition.question]
                return reduce(or_, (mask for state, mask in own.items() if condition.admits(*state)), 0)
            case RecordTest() if not free:
                return self.implied.get(_alike(condition), 0)
        return self.everything if free or condition is None else 0

    def _possible(self, question: Question) -> int:
        """The cases in which the state of a question can come about, by what its arguments and shifts test."""
        arguments, own = question.arguments, self.states[question.id]
        found = 0
        for (answer, shown), mask in own.items():
            if shown:
                found |= mask & self._any((one.condition for one in arguments if one.answer == answer), free=True)
                continue
            standing = arguments if question.on_record else ()
            moved = self._any((one.condition for one in (*standing, *question.shifts)), free=False)
            ways = self.everything & ~moved if answer == question.burden.fails else 0
            shifts = (shift.condition for shift in question.shifts if shift.burden.fails == answer)
            found |= mask & (ways | self._any(shifts, free=True))
        return found

    def _any(self, conditions: Iterable[Condition | None], free: bool) -> int:
        return reduce(or_, (self.met(condition, free) for condition in conditions), 0)

    def told(self, bad: int) -> Iterator[str]:
        """What cases have in common, in words: a few findings that cover some of them, then others for the rest."""
        for _ in range(_MOST_TOLD):
            if not bad & self.decided:
                return
            first = bad & self.decided & -(bad & self.decided)
            kept = {name: [state for state, mask in own.items() if mask & first] for name, own in self.states.items()}
            for name, own in self.states.items():
                alike = [state for state in own if state[0] == kept[name][0][0]]
                for wider in (alike, list(own)):
                    if not self._cube({**kept, name: wider}) & self.decided & ~bad:
                        kept[name] = wider
            yield ", ".join(_said(name, kept[name], own) for name, own in self.states.items()
                            if len(kept[name]) < len(own)) or "it is claimed"  # fmt: skip
            bad &= ~self._cube(kept)

    def _cube(self, kept: Mapping[str, Sequence[State]]) -> int:
        cubes = (reduce(or_, (self.states[name][state] for state in states)) for name, states in kept.items())
        return reduce(and_, cubes, self.everything)


def _implied(policy: Policy, masks: Mapping[str, Mapping[State, int]]) -> dict[_Leaf, int]:
    """By test of a record, the cases in which an answer stands that only shifts with that test can bring about."""
    found: dict[_Leaf, int] = {}
    for name, own in masks.items():
        question = policy.questions[name]
        for (answer, shown), mask in own.items():
            shifts = [shift for shift in question.shifts if shift.burden.fails == answer]
            if shown or answer == question.burden.fails or not shifts:
                continue
            for leaf in set.intersection(*(_asked(shift.condition) for shift in shifts)):
                found[leaf] = found.get(leaf, 0) | mask
    return found


def _asked(condition: Condition | None) -> set[_Leaf]:
    """The tests of records that hold whenever a condition does."""
    match condition:
        case RecordTest():
            return {_alike(condition)}
        case AllOf(parts):
            return set().union(*map(_asked, parts))
        case AnyOf(parts):
            return set.intersection(*map(_asked, parts))
    return set()


def _alike(test: RecordTest) -> _Leaf:
    """A test without its place; one that compares values is like no other."""
    checks = [(one.field, one.check) for one in test.tests if isinstance(one.check, OneOf | IsKnown)]
    return (test.kind, test.every, frozenset(checks)) if len(checks) == len(test.tests) else test


def _states(question: Question) -> list[State]:
    """The states in which a question that was raised can be: shown by an argument, or as the burden has it."""
    shown = [(answer, True) for answer in question.answers if any(one.answer == answer for one in question.arguments)]
    fails = (question.burden.fails, *(shift.burden.fails for shift in question.shifts))
    return [*shown, *((answer, False) for answer in dict.fromkeys(fails))]


def _said(name: str, kept: Sequence[State], own: Mapping[State, int]) -> str:
    (answer, shown), alike = kept[0], [state for state in own if state[0] == kept[0][0]]
    if len(kept) == len(alike):
        return f"`{name}: {answer}`"
    return f"`{name}: shown {answer}`" if shown else f"`{name}: {answer}` without being shown"
