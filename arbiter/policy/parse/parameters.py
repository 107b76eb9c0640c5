"""Reading `parameters.yaml`: numbers with a unit, a clause, and the days from which each value is in force."""

from datetime import date
from fractions import Fraction
from re import compile as pattern

from arbiter.policy.dated import STRENGTHS, DatedValue, Parameter, Quantity
from arbiter.policy.parse import hints
from arbiter.policy.parse.conditions import DECIMAL
from arbiter.policy.parse.hints import did_mean
from arbiter.policy.parse.reader import Keys, Problems, Scope, check_name, meant
from evidence import Money, MoneyError
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar

NUMBERS = ("m", "km", "min", "h", "d", "bd", "count", "percent", "px", "g", "kg", "l", "number")
UNITS = ("money", *NUMBERS, "strength", "steps")
_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_DATED = pattern(f"from {_DAY}(?: until {_DAY})?(?: in ([A-Z]{{2}}(?:-[A-Z0-9]+)?))?")
_WHOLE = ("d", "bd", "count", "steps")
MAX_DAYS = 36_500


def read_parameters(scope: Scope, node: Node) -> dict[str, Parameter]:
    """Every parameter of a file, by name."""
    if not isinstance(node, MappingNode):
        scope.problems.unread.add("parameter")
        scope.problems.error("ARB201", "parameters must be a map", node.span, "write `name: {unit: …, clause: …}`")
        return {}
    return {name.text: _read_parameter(scope, name, value) for name, value in node.entries}


def _read_parameter(scope: Scope, name: Scalar, node: Node) -> Parameter:
    check_name(scope.problems, name, "snake", "a parameter")
    keys = Keys(scope, node, f"parameter `{name.text}`")
    keys.span = name.span
    unit = keys.choice("unit", UNITS) if keys.node else ""
    unit = unit if keys.sound else ""
    clause = keys.text("clause")
    values = []
    for key, value in keys.node.entries if keys.node else ():
        if _is_period(key.text):
            dated = None if not unit else _read_value(scope.problems, name.text, unit, key, value)
            values.extend([dated] if dated else [])
    if not values and keys.sound:
        scope.problems.error("ARB203", f"parameter `{name.text}` has no value", name.span, "add `from 2026-01-01: …`")
    keys.close(also=_is_period)
    return Parameter(name.text, unit, clause, tuple(values), name.span)


def _is_period(key: str) -> bool:
    """Whether a key names a period, or was meant to."""
    return key.startswith("from ") or hints.period_meant(key) is not None


def _read_value(problems: Problems, name: str, unit: str, key: Scalar, value: Node) -> DatedValue | None:
    dated = _DATED.fullmatch(key.text)
    days = [read_day(text) for text in (dated[1], dated[2])] if dated else []
    wrong = (
        []
        if dated is None
        else [text for text, day in zip((dated[1], dated[2]), days, strict=True) if text and not day]
    )
    if dated is None or wrong or days[0] is None:
        message = f"`{wrong[0]}` is no day of the calendar" if wrong else f"`{key.text}` names no period"
        cure = did_mean(hints.period_meant(key.text), "like `from 2026-01-01 until 2026-06-30 in BR`")
        problems.error("ARB221", message, key.span, cure)
        return None
    if not isinstance(value, Scalar):
        problems.error("ARB204", f"a value of `{name}` must be one value", value.span, f"write `{key.text}: value`")
        return None
    quantity = read_quantity(problems, name, unit, value)
    return None if quantity is None else DatedValue(days[0], days[1], dated[3], quantity, key.span)


def read_day(text: str | None) -> date | None:
    """A day of the calendar; None for any other text."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def read_quantity(problems: Problems, name: str, unit: str, node: Scalar) -> Quantity | None:
    """A value of a parameter in its unit; None, and a diagnostic, if it is none."""
    text = node.text
    if unit == "strength":
        if text not in STRENGTHS:
            cure = did_mean(hints.word_meant(text, STRENGTHS), meant(text, STRENGTHS))
            problems.error("ARB222", f"`{name}` is a strength, not `{text}`", node.span, cure)
        return STRENGTHS.get(text)
    if unit == "money":
        try:
            return Money.parse(text)
        except MoneyError as problem:
            cure = did_mean(hints.money_meant(text), "like `750.00 EUR`")
            problems.error("ARB222", f"`{name}` is an amount of money: {problem}", node.span, cure)
            return None
    if not DECIMAL.fullmatch(text):
        cure = did_mean(hints.number_meant(text, unit), "write the number alone")
        problems.error("ARB222", f"`{name}` is a number of `{unit}`, not `{text}`", node.span, cure)
        return None
    number = Fraction(text)
    if unit in _WHOLE and (number.denominator != 1 or number < 0):
        message = f"`{name}` is a whole number of `{unit}`, not `{text}`"
        problems.error("ARB222", message, node.span, "write it without sign and decimals")
        return None
    if unit == "d" and number > MAX_DAYS:
        problems.error("ARB222", f"`{name}` is longer than {MAX_DAYS} days", node.span, "write fewer days")
        return None
    return number.numerator if number.denominator == 1 else number
