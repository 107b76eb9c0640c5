"""What a gate that does not hold falls short of: the tests that fail, and the records that come nearest to passing.

Owns the choice of what is told of a failing condition. It decides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arbiter.engine import interpreter, ir
from arbiter.engine.ir import ABSENT, PRESENT, Rulebook
from arbiter.facts.parts import part_name
from evidence import Item

if TYPE_CHECKING:
    from arbiter.verdict.settle import View


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that a gate fails: of a record (None where there is none of the kind), or of a finding."""

    gate: str
    part: str | None
    kind: str | None = None
    item: Item | None = None
    test: ir.Test | None = None
    question: str | None = None

    @property
    def records(self) -> tuple[Item, ...]:
        """The record that falls short."""
        return (self.item,) if self.item is not None else ()


def failures_of(book: Rulebook, view: "View", items: Sequence[Item]) -> tuple[Failure, ...]:
    """What every gate that is decided in a view and does not hold fails."""
    known = [
        item
        for item in items
        if item.admission.status != "rejected" and (item.kind != "item" or part_name(item) == view.part)
    ]
    matches = view.outcome_matches
    return tuple(
        failure
        for index, gate in book.outcome.gates
        if view.decides(book, index) and index not in matches.open and index not in matches.met
        for failure in _failing(book, gate.id, book.outcome.rules[index].formula, view, known)
    )


def nearest(pattern: ir.Pattern, items: Sequence[Item]) -> tuple[Item, ir.Test] | None:
    """The record that passes the most tests, with the first that it fails; None if there is no record that fails."""
    best, found = -1, None
    for item in items:
        failing = [one for one in pattern.tests if interpreter.match_test(one, item.fields.get(one.field)) == ABSENT]
        passed = len(pattern.tests) - len(failing)
        if failing and passed > best:
            best, found = passed, (item, failing[0])
    return found


def _failing(book: Rulebook, gate: str, formula: ir.Formula, view: "View", items: Sequence[Item]) -> Iterator[Failure]:
    situation = view.weighing.situation
    match formula:
        case ir.All(parts) | ir.Any(parts):
            for part in parts:
                if interpreter.evaluate(part, situation, ()) != PRESENT:
                    yield from _failing(book, gate, part, view, items)
        case ir.Circumstance(number):
            pattern = book.patterns[number]
            found = nearest(pattern, [item for item in items if item.kind == pattern.kind])
            item, test = found or (None, None)
            yield Failure(gate, view.part, kind=pattern.kind, item=item, test=test)
        case ir.Finding(question, _, _):
            yield Failure(gate, view.part, question=book.questions[question].question.id)
