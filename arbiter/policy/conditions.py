"""Conditions: the one dialect in which every `if` of a policy is written, as values.

A map is AND, a list is OR. Tests on one kind in one map hold on the same record. Every condition has three
values: yes, no, unknown. This module owns the shape and the questions one may ask of it; it parses and matches nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from evidence import Money, Span

Comparison = Literal[">", ">=", "<", "<="]


@dataclass(frozen=True, slots=True)
class ParameterRef:
    """A parameter named in place of a number."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class FieldRef:
    """A field named in place of a number: of the order, the claim, or the one record of a kind in the same join key."""

    kind: str
    field: str
    span: Span


Operand = int | Fraction | Money | ParameterRef | FieldRef


@dataclass(frozen=True, slots=True)
class IsKnown:
    """The field is known (or, negated, unknown). The only test that an unknown field can settle."""

    known: bool


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field has one of the values (or, negated, none of them)."""

    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """The field compares with a number, an amount or a parameter."""

    op: Comparison
    operand: Operand


@dataclass(frozen=True, slots=True)
class Between:
    """The field lies between two values, both included."""

    low: Operand
    high: Operand


FieldCheck = IsKnown | OneOf | Compare | Between


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One check of one field."""

    field: str
    check: FieldCheck
    span: Span


@dataclass(frozen=True, slots=True)
class RecordTest:
    """Some record of a kind passes every check (or, with `every`, all of them do and there is one)."""

    kind: str
    tests: tuple[FieldTest, ...]
    every: bool
    span: Span


@dataclass(frozen=True, slots=True)
class FindingTest:
    """A question has one of some answers (or, negated, none of them), and, if `shown`, by evidence."""

    question: str
    answers: tuple[str, ...]
    shown: bool
    span: Span
    negated: bool = False

    @property
    def asks_shown(self) -> bool:
        """Whether the test can hold only where something is shown."""
        return self.shown and not self.negated

    def admits(self, answer: str, shown: bool) -> bool:
        """Whether an answer is what the test asks for. `not shown yes` is everything but a yes that is shown."""
        return (answer in self.answers and (shown or not self.shown)) != self.negated


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds."""

    parts: tuple["Condition", ...]


Condition = RecordTest | FindingTest | AllOf | AnyOf


def leaves(condition: Condition | None) -> Iterator[RecordTest | FindingTest]:
    """Every test in a condition, in the order it was written."""
    match condition:
        case None:
            return
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case RecordTest() | FindingTest():
            yield condition


def questions_in(condition: Condition | None) -> tuple[str, ...]:
    """The questions a condition tests, each once."""
    return tuple(dict.fromkeys(leaf.question for leaf in leaves(condition) if isinstance(leaf, FindingTest)))


def findings_in(condition: Condition | None) -> Iterator[FindingTest]:
    """The tests of findings in a condition."""
    return (leaf for leaf in leaves(condition) if isinstance(leaf, FindingTest))


def parameters_in(condition: Condition | None) -> Iterator[ParameterRef]:
    """The parameters a condition names."""
    for leaf in leaves(condition):
        if isinstance(leaf, RecordTest):
            for test in leaf.tests:
                yield from (operand for operand in operands_of(test.check) if isinstance(operand, ParameterRef))


def operands_of(check: FieldCheck) -> tuple[Operand, ...]:
    """What a check compares a field with; nothing for checks that compare with no number."""
    match check:
        case Compare(_, operand):
            return (operand,)
        case Between(low, high):
            return (low, high)
    return ()
