"""Computing formulas, exactly: numbers are integers or fractions, durations minutes, amounts fractions of minor units.

What is unknown stays unknown, and so does what is impossible: a division by zero, amounts of two currencies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil, floor

from arbiter.facts.calendars import business_days_between
from arbiter.policy.formulas import (
    AlreadyMadeGood,
    Called,
    Combined,
    Expression,
    FieldOf,
    Fixed,
    ParameterOf,
)
from evidence import Money, Value
from evidence.timeline import minutes_between

_MICROSECONDS = 60_000_000  # of a minute


@dataclass(frozen=True, slots=True)
class Exact:
    """An amount before it is rounded to minor units."""

    minor: Fraction | int
    currency: str

    def rounded(self) -> Money:
        """The amount in whole minor units, half to even."""
        return Money(round(self.minor), self.currency)

    @property
    def is_whole(self) -> bool:
        """Whether it needs no rounding."""
        return Fraction(self.minor).denominator == 1


Number = int | Fraction
Result = Number | Exact | datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Where a formula's operands come from; each gives None for what is unknown. Durations are in minutes."""

    field: Callable[[str, str], Value | None]
    parameter: Callable[[str], Value | None]
    already: Callable[[], Money | None] = lambda: None
    region: str | None = None
    zone: str | None = None


def value_of(expression: Expression, source: Source) -> Result | None:
    """What an expression comes to; None if it is unknown or impossible."""
    match expression:
        case Fixed(value, _):
            return exact(value)
        case FieldOf(kind, field, _):
            return exact(source.field(kind, field))
        case ParameterOf(name, _):
            return exact(source.parameter(name))
        case AlreadyMadeGood():
            return exact(source.already())
        case Combined(op, left, right):
            one, other = value_of(left, source), value_of(right, source)
            return None if one is None or other is None else _combined(op, *_alike(one, other))
        case Called(name, arguments, _):
            values = [value_of(argument, source) for argument in arguments]
            known = [value for value in values if value is not None]
            return _called(name, known, source) if len(known) == len(values) else None
    raise AssertionError(expression)


def exact(value: Value | None) -> Result | None:
    """A value as formulas compute with it; None for what no formula can compute with."""
    if isinstance(value, Money):
        return Exact(value.minor, value.currency)
    return value if isinstance(value, int | Fraction | datetime) else None


def as_value(result: Result | None) -> int | Fraction | Money | datetime | None:
    """A result as a field's value: an amount in whole minor units, half to even; a whole number where it is one."""
    if isinstance(result, Exact):
        return result.rounded()
    if isinstance(result, Fraction) and result.denominator == 1:
        return result.numerator
    return result


def _alike(one: Result, other: Result) -> tuple[Result, Result]:
    """A bare zero is nothing of any currency."""
    if isinstance(one, Exact) and other == 0:
        return one, Exact(0, one.currency)
    if isinstance(other, Exact) and one == 0:
        return Exact(0, other.currency), other
    return one, other


def _combined(op: str, one: Result, other: Result) -> Result | None:
    match one, other:
        case datetime(), datetime():
            return minutes_between(other, one) if op == "-" else None
        case datetime(), int() | Fraction():
            return _moved(one, other if op == "+" else -other) if op in "+-" else None
        case Exact(), Exact():
            return _of_amounts(op, one, other)
        case Exact(), int() | Fraction():
            return _scaled(op, one, other)
        case ((int() | Fraction()), Exact()):
            return Exact(one * other.minor, other.currency) if op == "*" else None
        case ((int() | Fraction()), (int() | Fraction())):
            return _of_numbers(op, one, other)
    return None


def _of_amounts(op: str, one: Exact, other: Exact) -> Result | None:
    if one.currency != other.currency:
        return None
    if op == "/":
        return Fraction(one.minor) / other.minor if other.minor else None
    if op == "*":
        # Reached only where a bare zero was taken for an amount.
        return Exact(0, one.currency) if not one.minor or not other.minor else None
    return Exact(one.minor + (other.minor if op == "+" else -other.minor), one.currency)


def _scaled(op: str, amount: Exact, number: Number) -> Exact | None:
    if op == "*":
        return Exact(amount.minor * number, amount.currency)
    return Exact(Fraction(amount.minor) / number, amount.currency) if op == "/" and number else None


def _of_numbers(op: str, one: Number, other: Number) -> Number | None:
    match op:
        case "+":
            return one + other
        case "-":
            return one - other
        case "*":
            return one * other
    return Fraction(one) / other if other else None


def _moved(moment: datetime, minutes: Number) -> datetime | None:
    try:
        return moment + timedelta(microseconds=round(minutes * _MICROSECONDS))
    except OverflowError:
        return None


def _whole(value: Result, *, up: bool) -> int | None:
    """The next whole number, upwards or downwards: a started hour counts as one, a full one as no more."""
    if not isinstance(value, int | Fraction):
        return None
    return ceil(value) if up else floor(value)


def _called(name: str, values: list[Result], source: Source) -> Result | None:
    if name in ("round_up", "round_down"):
        return _whole(values[0], up=name == "round_up")
    one, other = _alike(values[0], values[1])
    if name == "business_days":
        if not isinstance(one, datetime) or not isinstance(other, datetime) or source.region is None:
            return None
        return business_days_between(one, other, source.region, source.zone)
    if isinstance(one, Exact) and isinstance(other, Exact):
        if one.currency != other.currency:
            return None
        first = (one.minor <= other.minor) == (name == "min")
        return one if first else other
    if isinstance(one, datetime) and isinstance(other, datetime):
        return min(one, other) if name == "min" else max(one, other)
    if isinstance(one, int | Fraction) and isinstance(other, int | Fraction):
        return min(one, other) if name == "min" else max(one, other)
    return None
