"""ARB305: questions that wait for each other. ARB306: rules that override each other.
ARB334: derived fields that rest on each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from arbiter.policy.checks.walk import conditions_of_question
from arbiter.policy.conditions import findings_in, questions_in
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.policy.model import Derived, Policy, Question
from arbiter.policy.parse.reader import Problems
from evidence import Span

_RINGS = 20
"""How many rings are told at most: each is looked for anew."""
_SHOWN = 12
"""How many names of a ring are shown."""


def earlier_questions(question: Question) -> tuple[str, ...]:
    """The questions that must be settled before this one."""
    return tuple(
        dict.fromkeys(name for condition in conditions_of_question(question) for name in questions_in(condition))
    )


def check_cycles(policy: Policy, problems: Problems) -> None:
    """No question depends on itself, however indirectly, no rule overrides itself, no field rests on itself."""
    for cycle in _cycles({name: earlier_questions(question) for name, question in policy.questions.items()}):
        first, *others = (
            (f"`{name}` waits for `{after}`", _where(policy.questions[name], after)) for name, after in pairwise(cycle)
        )
        others = others[: _SHOWN - 2]
        message = f"questions wait for each other: {_chain(cycle)}"
        problems.error("ARB305", message, first[1], "test only questions that are settled before this one", *others)
    for claim in policy.claims.values():
        for head in claim.heads:
            for rules in (head.what, head.who):
                for cycle in _cycles({rule.id: rule.over for rule in rules}):
                    span = next(rule.span for rule in rules if rule.id == cycle[0])
                    place, chain = problems.place(span, "over", cycle[1]), _chain(cycle)
                    problems.error("ARB306", f"rules override each other: {chain}", place, "take one `over` out")
    _check_derived(policy, problems)


def _check_derived(policy: Policy, problems: Problems) -> None:
    """No derived field rests on itself: it could never be computed."""
    rests_on = {name: tuple(_fields_in(derived)) for name, derived in policy.derived.items()}
    for cycle in _cycles(rests_on):
        place = next(span for other, span in _fields_in(policy.derived[cycle[0]]).items() if other == cycle[1])
        message = f"derived fields rest on each other: {_chain(cycle)}"
        problems.error("ARB334", message, place, "compute one of them from fields that are on record")


def _fields_in(derived: Derived) -> dict[str, Span]:
    """The fields that a formula computes with, by name, with the place of each."""
    return {part.name: part.span for part in parts_of(derived.formula.expression) if isinstance(part, FieldOf)}


def _where(question: Question, tested: str) -> Span:
    """Where a question first tests another."""
    tests = (test for condition in conditions_of_question(question) for test in findings_in(condition))
    return next(test.span for test in tests if test.question == tested)


def _chain(cycle: Sequence[str]) -> str:
    shown = [f"`{name}`" for name in cycle]
    return " → ".join(shown if len(shown) <= _SHOWN else [*shown[: _SHOWN - 2], "…", shown[-1]])


def _cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Rings of names, each of which needs the next, that share no name; each starts and ends with the same."""
    left = dict(graph)
    for _ in range(_RINGS):
        known = {name: [other for other in others if other in left] for name, others in left.items()}
        try:
            TopologicalSorter(known).prepare()
        except CycleError as error:
            cycle = list(error.args[1])[::-1]
            yield cycle
            for name in cycle[1:]:
                del left[name]
        else:
            return
