"""Fields that follow from others: the derived fields of a policy, comparisons of fields, special periods, meanings.

They are computed once for a case, before any rule is matched, and only those that some rule in force tests or some
amount is computed from. A field that a record states already, or that was only supposed, is left as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from functools import partial
from zoneinfo import ZoneInfo

from arbiter.facts.formulas import Source, as_value, value_of
from arbiter.policy.dated import Period, Quantity, Strength
from arbiter.policy.formulas import Expression, FieldOf, parts_of, plain_factor
from arbiter.policy.lexicon import Lexicon
from arbiter.policy.vocabulary import MEANING_FIELD, PERIOD_FIELD
from evidence import FieldType, Item, Key, NumberType, Value

ONE_A_CASE = ("order", "claim")
MAX_DEPTH = 12  # of derived fields that rest on each other; rings are told when a policy is loaded


@dataclass(frozen=True, eq=False)
class FieldSources:
    """What derived fields are computed from, for one claim on one day: parameters have their values of that day."""

    formulas: Mapping[tuple[str, str], Expression]
    parameters: Mapping[str, Quantity | None]
    units: Mapping[str, str]
    vocabulary: Mapping[str, Mapping[str, FieldType]]
    periods: Mapping[str, Period]
    moments: Mapping[str, str]
    lexicons: Mapping[str, Lexicon]
    zone: str | None

    def parameter(self, name: str) -> Value | None:
        """A parameter as formulas compute with it."""
        value = self.parameters.get(name)
        if isinstance(value, Strength):
            return None
        if isinstance(value, int | Fraction):
            return value * plain_factor(self.units.get(name, ""))
        return value

    def plain(self, kind: str, field: str, value: Value | None) -> Value | None:
        """A field as formulas compute with it: a duration in minutes, a share of something for percent."""
        declared = self.vocabulary.get(kind, {}).get(field)
        if isinstance(value, int | Fraction) and isinstance(declared, NumberType):
            return value * plain_factor(declared.unit)
        return value

    def written(self, kind: str, field: str, value: Value | None) -> Value | None:
        """A computed number in the unit that its field is declared in."""
        declared = self.vocabulary.get(kind, {}).get(field)
        if isinstance(value, int | Fraction) and isinstance(declared, NumberType):
            found = Fraction(value) / plain_factor(declared.unit)
            return found.numerator if found.denominator == 1 else found
        return value


def with_derived(items: Sequence[Item], wanted: Mapping[str, Sequence[str]], sources: FieldSources) -> tuple[Item, ...]:
    """The items with the fields that rules want of them, by kind; what cannot be had stays out."""
    if not wanted:
        return tuple(items)
    around = _Around(items, sources)
    return tuple(
        around.completed(item, wanted[item.kind])
        if item.kind in wanted and item.admission.status != "rejected"
        else item
        for item in items
    )


def rests_on(item: Item, field: str, lookup: "Lookup", sources: FieldSources) -> tuple[Item, ...]:
    """The other records that a field of an item is computed from, at any remove; none for a field that is stated."""
    found: dict[int, Item] = {}
    todo, seen = [(item, field)], {(item.index, field)}
    while todo:
        of, name = todo.pop(0)
        formula = sources.formulas.get((of.kind, name))
        for part in parts_of(formula) if formula is not None else ():
            other = _meant(part, of, lookup)
            if other is None or not isinstance(part, FieldOf) or (other.index, part.field) in seen:
                continue
            seen.add((other.index, part.field))
            todo.append((other, part.field))
            if other is not item:
                found[other.index] = other
    return tuple(found.values())


def kinds_under(kind: str, field: str, sources: FieldSources | None) -> frozenset[str]:
    """The other kinds of record that a computed field rests on, at any remove; none for a field that is stated."""
    todo, seen = [(kind, field)], {(kind, field)}
    while todo and sources is not None:
        formula = sources.formulas.get(todo.pop())
        parts = parts_of(formula) if formula is not None else ()
        named = {(part.kind, part.field) for part in parts if isinstance(part, FieldOf)} - seen
        seen |= named
        todo += named
    return frozenset(of for of, _ in seen) - {kind}


def _meant(part: Expression, item: Item, lookup: "Lookup") -> Item | None:
    if not isinstance(part, FieldOf):
        return None
    return item if part.kind == item.kind else lookup.other(item, part.kind)


class Lookup:
    """The records of a case that were not rejected, by what a formula means when it names another kind."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._of_kind: dict[str, list[Item]] = {}
        self._keyed: dict[tuple[str, Key], list[Item]] = {}
        for item in items:
            if item.admission.status == "rejected":
                continue
            self._of_kind.setdefault(item.kind, []).append(item)
            if item.key is not None:
                self._keyed.setdefault((item.kind, item.key), []).append(item)

    def other(self, item: Item, kind: str) -> Item | None:
        """The one record of another kind that is meant; None if there is none, or several that could be."""
        found = self.candidates(item, kind)
        return found[0] if len(found) == 1 or (found and kind in ONE_A_CASE) else None

    def candidates(self, item: Item, kind: str) -> Sequence[Item]:
        """The records of another kind that may be meant: those of the same shipment, attempt and item.

        Where one of the two names none of these, the only record of that kind in the case is meant.
        """
        of_kind = self._of_kind.get(kind, [])
        if kind in ONE_A_CASE or item.key is None:
            return of_kind
        alike = self._keyed.get((kind, item.key), [])
        return alike or (of_kind if any(one.key is None for one in of_kind) else [])


class _Around:
    """The records of a case, to look fields up in."""

    def __init__(self, items: Sequence[Item], sources: FieldSources) -> None:
        self.sources = sources
        self.lookup = Lookup(items)
        self._derived: dict[tuple[int, str, int], Value | None] = {}
        order = next((item for item in items if item.kind == "order" and item.admission.status != "rejected"), None)
        region = order.fields.get("region") if order else None
        self.region = region if isinstance(region, str) else None

    def completed(self, item: Item, fields: Sequence[str]) -> Item:
        """The item with those fields that can be had."""
        found = {name: value for name in fields if (value := self.value(item, name, 0)) is not None}
        return replace(item, fields={**item.fields, **found}) if found else item

    def value(self, item: Item, field: str, depth: int) -> Value | None:
        """A field of an item, stated or derived; None if it is unknown."""
        stated = item.fields.get(field)
        if stated is not None or depth > MAX_DEPTH:
            return stated
        if field == PERIOD_FIELD:
            return self._periods(item)
        if (item.kind, field) == MEANING_FIELD:
            return self._meanings(item)
        formula = self.sources.formulas.get((item.kind, field))
        if formula is None:
            return None
        # Fields that name others several times over would else take time without end.
        known = item.index, field, depth
        if known not in self._derived:
            self._derived[known] = self._computed(item, field, depth, formula)
        return self._derived[known]

    def _computed(self, item: Item, field: str, depth: int, formula: Expression) -> Value | None:
        source = Source(
            partial(self._field, item, depth),
            self.sources.parameter,
            region=self.region,
            zone=self.sources.zone,
        )
        return self.sources.written(item.kind, field, as_value(value_of(formula, source)))

    def _field(self, item: Item, depth: int, kind: str, field: str) -> Value | None:
        of = item if kind == item.kind else self.lookup.other(item, kind)
        return None if of is None else self.sources.plain(kind, field, self.value(of, field, depth + 1))

    def _periods(self, item: Item) -> frozenset[str] | None:
        """The special periods that the day of a record lies in; unknown if one turns on an unknown region."""
        at = item.fields.get(self.sources.moments.get(item.kind, ""))
        if not isinstance(at, datetime):
            return None
        local = at.astimezone(ZoneInfo(self.sources.zone)) if self.sources.zone else at
        holds = {name: one.holds(local.date(), self.region) for name, one in self.sources.periods.items()}
        if None in holds.values():
            return None
        return frozenset(name for name, held in holds.items() if held)

    def _meanings(self, item: Item) -> frozenset[str] | None:
        from arbiter.facts.lexicon import meanings_of

        text, language = item.fields.get("text"), item.fields.get("language")
        if not isinstance(text, str):
            return None
        return meanings_of(text, language if isinstance(language, str) else None, self.sources.lexicons)
