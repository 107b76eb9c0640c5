"""What every rule read and what it wanted: each test of it, whether the rule fired or not.

Decisions store the first test that fails and no more. Here they are told from the derivation, which needs the case.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from arbiter.decide import Derivation
from arbiter.engine import interpreter, ir
from arbiter.engine.ir import ABSENT, PRESENT, Known, Rulebook, check_label
from arbiter.verdict.failures import nearest
from arbiter.verdict.reasoning import observed_text
from arbiter.verdict.settle import View
from evidence import Item

SHOWN = 3
Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Read:
    """A test, what it wanted and what it read; `holds` is None where what it read is unknown.

    `record` is None where there is no record of that kind, or where a question was read: then `kind` is empty.
    """

    kind: str
    record: str | None
    field: str
    observed: str | None
    required: str
    holds: bool | None


def rules_read(derivation: Derivation) -> Mapping[Key, tuple[Read, ...]]:
    """The tests of every rule and signal, by the part of the order and by the name that the reasoning has for it.

    A question's rules are named with it, `delivered.scan`. Nothing if the engines disagreed.
    """
    found: dict[Key, tuple[Read, ...]] = {}
    if derivation.outcome is None:
        return found
    book = derivation.book
    for view in derivation.outcome.views:
        reader = _Reader(book, view, derivation.items)
        if view.part is None:
            found |= {(None, one.id): tuple(reader.signal(number)) for number, one in enumerate(book.signals)}
        for name, formula in _rules(book, view):
            found[view.part, name] = tuple(dict.fromkeys(reader.tests(formula)))
    return found


def _rules(book: Rulebook, view: View) -> Iterator[tuple[str, ir.Formula]]:
    """Every rule that was matched in a view, by name."""
    for rules in view.own:
        named = [(index, one.id) for index, one in (*rules.shifts, *rules.only_counts, *rules.arguments)]
        named += [(index, f"{name}.unless.{signal}") for name, pairs in rules.exceptions.items()
                  for index, signal in pairs]  # fmt: skip
        yield from ((f"{rules.question.id}.{name}", rules.rules[index].formula) for index, name in named)
    outcome = book.outcome
    for head, what, who in outcome.heads:
        if any(one.id == head.id for one in view.heads):
            yield from ((f"{head.id}.{one.id}", outcome.rules[index].formula) for index, one in (*what, *who))
    for index, rule in (*outcome.gates, *outcome.measures, *outcome.routes, *outcome.guarantees):
        if view.decides(book, index):
            yield rule.id, outcome.rules[index].formula


class _Reader:
    """Reads tests in one view of the case."""

    def __init__(self, book: Rulebook, view: View, items: Sequence[Item]) -> None:
        self.book, self.view = book, view
        self.items = {item.index: item for item in items if item.admission.status != "rejected"}

    def signal(self, number: int) -> Iterator[Read]:
        """The tests of a signal."""
        return self._pattern(self.book.signal_patterns[number])

    def tests(self, formula: ir.Formula) -> Iterator[Read]:
        """The tests of every leaf of a formula."""
        match formula:
            case ir.All(parts) | ir.Any(parts):
                for part in parts:
                    yield from self.tests(part)
            case ir.HasSignal(signal):
                yield from self.signal(signal)
            case ir.AtLeast(_, signals):
                for signal in signals:
                    yield from self.signal(signal)
            case ir.Circumstance(number):
                yield from self._pattern(number)
            case ir.Finding(question, low, high):
                yield self._finding(question, low, high)

    def _pattern(self, number: int) -> Iterator[Read]:
        """What a pattern read: of the records that match, else of those that may, else of the nearest one."""
        pattern, weighing = self.book.patterns[number], self.view.weighing
        meant = [self.items[index] for index in (weighing.matched[number] or weighing.unknown[number])
                 if index in self.items][:SHOWN]  # fmt: skip
        if not meant:
            close = nearest(pattern, [item for item in self.items.values() if item.kind == pattern.kind])
            meant = [close[0]] if close is not None else []
        for test in pattern.tests if not meant else ():
            yield Read(pattern.kind, None, test.field, None, _required(test), False)
        for item in meant:
            for test in pattern.tests:
                yield _read(item, test)

    def _finding(self, number: int, low: int, high: int) -> Read:
        question = self.book.questions[number].question
        answers = question.all_answers[(low - 1) // 2 : (high + 1) // 2]
        shown = "shown " if low == high and not low % 2 else ""
        finding = self.view.findings.get(question.id)
        holds = low <= self.view.weighing.situation.findings[number] <= high
        observed = None if finding is None else f"{finding.answer} by {finding.by}"
        return Read("", None, question.id, observed, f"{shown}{' or '.join(answers)}", holds)


def _read(item: Item, test: ir.Test) -> Read:
    value = item.fields.get(test.field)
    truth, observed = interpreter.match_test(test, value), observed_text(value)
    if isinstance(test.check, Known) and observed != "unknown":
        # Only that it is known was asked; what it says may be someone's name or address.
        observed = "known"
    holds = True if truth == PRESENT else False if truth == ABSENT else None
    return Read(item.kind, item.id, test.field, observed, _required(test), holds)


def _required(test: ir.Test) -> str:
    return test.shown.removeprefix(f"{test.field} ") if test.shown else check_label(test.check)
