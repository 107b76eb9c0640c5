"""Reading `derived.yaml` (fields that follow from others) and `periods.yaml` (special days)."""

from collections.abc import Iterator
from datetime import date
from re import compile as pattern

from arbiter.policy.dated import Days, Period
from arbiter.policy.formulas import Fixed, Formula
from arbiter.policy.model import Derived
from arbiter.policy.parse.formulas import read_formula
from arbiter.policy.parse.parameters import NUMBERS, read_day
from arbiter.policy.parse.reader import Keys, Scope, check_name, meant
from evidence import FieldType, MoneyType, NumberType, TimeType
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar

TYPES: dict[str, FieldType] = {
    "money": MoneyType(), "time": TimeType(), **{unit: NumberType(unit) for unit in NUMBERS},
}  # fmt: skip
_FIELD = pattern(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_STRETCH = pattern(rf"{_DAY}(?:\s*\.\.\s*{_DAY})?")
_REGION = pattern(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


def declared_types(scope: Scope, node: Node) -> Iterator[tuple[str, str, FieldType]]:
    """The kind, name and type of every derived field of a file, before any formula is read: formulas may use them."""
    for name, value in node.entries if isinstance(node, MappingNode) else ():
        found = _FIELD.fullmatch(name.text)
        unit = value.get("unit") if isinstance(value, MappingNode) else None
        if found and isinstance(unit, Scalar) and unit.text in TYPES:
            yield found[1], found[2], TYPES[unit.text]


def read_derived(scope: Scope, node: Node) -> dict[str, Derived]:
    """Every derived field of a file, by its name in conditions."""
    if not isinstance(node, MappingNode):
        scope.problems.error(
            "ARB201", "derived fields must be a map", node.span, "write `kind.field: {unit: …, formula: …}`"
        )
        return {}
    found = [_read_derived(scope, name, value) for name, value in node.entries]
    return {one.id: one for one in found if one is not None}


def _read_derived(scope: Scope, name: Scalar, node: Node) -> Derived | None:
    named = _FIELD.fullmatch(name.text)
    if named is None or named[1] not in scope.vocabulary:
        message = f"`{name.text}` names no field of a kind of record"
        cure = "write `kind.field`" if named is None else meant(named[1], scope.vocabulary)
        scope.problems.error("ARB212" if named is None else "ARB215", message, name.span, cure)
        return None
    keys = Keys(scope, node, f"derived field `{name.text}`")
    keys.span = name.span
    unit = keys.choice("unit", TYPES)
    text = keys.scalar(keys.need("formula"), "formula")
    formula = read_formula(scope, text, named[1], "at - order.promised_by") if text is not None else None
    keys.close()
    kept = formula or Formula(Fixed(0, name.span), "", name.span)
    return Derived(named[1], named[2], TYPES[unit], kept, name.span)


def read_periods(scope: Scope, node: Node) -> dict[str, Period]:
    """Every special period of a file, by name."""
    if not isinstance(node, MappingNode):
        scope.problems.error("ARB201", "periods must be a map", node.span, "write `name: {days: […], clause: …}`")
        return {}
    return {name.text: _read_period(scope, name, value) for name, value in node.entries}


def _read_period(scope: Scope, name: Scalar, node: Node) -> Period:
    check_name(scope.problems, name, "snake", "a special period")
    keys = Keys(scope, node, f"period `{name.text}`")
    keys.span = name.span
    regions = keys.words("in")
    for region in regions:
        if not _REGION.fullmatch(region.text):
            scope.problems.error("ARB239", f"`{region.text}` is no region", region.span, "like `CN` or `DE-HB`")
    stretches = [stretch for word in keys.words("days") if (stretch := _read_stretch(scope, word)) is not None]
    if not stretches and keys.need("days") is not None and keys.sound:
        scope.problems.error(
            "ARB239", f"period `{name.text}` has no days", name.span, "like `days: [2026-12-21..2026-12-23]`"
        )
    period = Period(
        name.text,
        keys.text("clause"),
        tuple(
            Days(first, last, region, name.span)
            for first, last in stretches
            for region in (*(one.text for one in regions),) or (None,)
        ),
        name.span,
    )
    keys.close()
    return period


def _read_stretch(scope: Scope, word: Scalar) -> tuple[date, date] | None:
    found = _STRETCH.fullmatch(word.text.strip())
    first = read_day(found[1]) if found else None
    last = read_day(found[2]) if found and found[2] else first
    if first is None or last is None:
        message = f"`{word.text}` is no day or stretch of days"
        scope.problems.error("ARB239", message, word.span, "like `2026-12-21` or `2026-12-21..2026-12-23`")
        return None
    if last < first:
        scope.problems.error("ARB239", f"`{word.text}` ends before it begins", word.span, "swap the days")
        return None
    return first, last
