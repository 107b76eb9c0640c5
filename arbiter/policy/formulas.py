"""Exact formulas over fields and parameters, as values: amounts of money, and fields that follow from others.

`+ - * /`, brackets, `min`, `max`, `round_up`, `round_down` and `business_days`. Numbers are exact fractions; the
difference of two moments is a number of minutes. This module owns the shape; it parses and computes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from evidence import Money, Span

Operator = Literal["+", "-", "*", "/"]
ALREADY = "already_made_good"
FUNCTIONS = {"min": 2, "max": 2, "round_up": 1, "round_down": 1, "business_days": 2}
# Durations are computed in minutes, whatever they are written in; what is in percent is a share of something.
MINUTES_IN = {"min": 1, "h": 60, "d": 1440}
PERCENT = "percent"


def plain_factor(unit: str) -> Fraction:
    """What a number of a unit is multiplied with to compute with it: minutes for durations, a share for percent."""
    return Fraction(1, 100) if unit == PERCENT else Fraction(MINUTES_IN.get(unit, 1))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number or an amount that stands in the formula itself."""

    value: int | Fraction | Money
    span: Span


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field: of the record at hand where `kind` is its own, else of the one record of another kind."""

    kind: str
    field: str
    span: Span

    @property
    def name(self) -> str:
        """The field as a policy writes it."""
        return f"{self.kind}.{self.field}"


@dataclass(frozen=True, slots=True)
class ParameterOf:
    """A parameter of the policy, on the day that counts."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class AlreadyMadeGood:
    """What was paid or given back already for the same loss."""

    span: Span


@dataclass(frozen=True, slots=True)
class Combined:
    """Two parts and what is done with them."""

    op: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Called:
    """A function of its arguments."""

    name: str
    arguments: "tuple[Expression, ...]"
    span: Span


Expression = Fixed | FieldOf | ParameterOf | AlreadyMadeGood | Combined | Called


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression with the words it was written in."""

    expression: Expression
    text: str
    span: Span


def parts_of(expression: Expression) -> Iterator[Expression]:
    """The expression and everything in it."""
    yield expression
    match expression:
        case Combined(_, left, right):
            yield from parts_of(left)
            yield from parts_of(right)
        case Called(_, arguments, _):
            for argument in arguments:
                yield from parts_of(argument)


def signed_operands(expression: Expression, sign: int = 1) -> Iterator[tuple[int, Expression]]:
    """The operands in the order written, each with the sign it has in a plain sum; 1 inside products and functions."""
    match expression:
        case Combined("+" | "-" as op, left, right):
            yield from signed_operands(left, sign)
            yield from signed_operands(right, sign if op == "+" else -sign)
        case Combined(_, left, right):
            yield from signed_operands(left, sign)
            yield from signed_operands(right)
        case Called(_, arguments, _):
            for argument in arguments:
                yield from signed_operands(argument, sign)
        case _:
            yield sign, expression
