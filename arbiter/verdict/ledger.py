"""What amounts are computed from: the fields of records that stand alone of their kind, and what was made good already.

Owns where a formula of an amount finds its operands. It chooses no rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from arbiter.facts.derived import FieldSources
from arbiter.facts.formulas import Exact, Source, as_value, value_of
from arbiter.facts.parts import part_name, sees
from arbiter.policy.formulas import (
    ALREADY,
    AlreadyMadeGood,
    Expression,
    FieldOf,
    Fixed,
    Formula,
    ParameterOf,
    parts_of,
    signed_operands,
)
from arbiter.verdict.model import Operand, Prior
from evidence import Item, Money, Value

# ISO 4217: no currency is involved. A bare zero where nothing says what it would be counted in.
NO_CURRENCY = "XXX"
Fields = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, eq=False)
class Ledger:
    """The sources of every amount of a claim. `items` are those not rejected, parts of the order among them."""

    items: tuple[Item, ...]
    already: Money | None
    sources: FieldSources | None = None
    priors: tuple[Prior, ...] = ()
    _kept: dict[str | None, Fields] = field(default_factory=dict, repr=False)

    def fields(self, part: str | None) -> Fields:
        """The known fields of each kind that has one record which bears on a part (or, with None, on the whole)."""
        if part not in self._kept:
            self._kept[part] = _alone(self.items, part)
        return self._kept[part]

    def of_kind(self, kind: str, part: str | None) -> list[Item]:
        """The records of a kind that bear on a part (or, with None, on the whole)."""
        return [item for item in self.items if item.kind == kind and _bears_on(item, part)]

    def value(self, kind: str, name: str, part: str | None) -> Value | None:
        """A field that a formula names, as formulas compute with it."""
        found = self.fields(part).get(kind, {}).get(name)
        return self.sources.plain(kind, name, found) if self.sources else found

    @property
    def claimed(self) -> Money | None:
        """What the claim asks for in all, if it says so."""
        amount = self.fields(None).get("claim", {}).get("amount")
        return amount if isinstance(amount, Money) else None

    @property
    def paid(self) -> Money | None:
        """What the buyer paid for the whole order, less what was given back already."""
        total = self.fields(None).get("order", {}).get("total")
        if not isinstance(total, Money):
            return None
        given = [self.already, *(prior.amount for prior in self.priors)]
        less = sum(one.minor for one in given if one is not None and one.currency == total.currency)
        return Money(max(0, total.minor - less), total.currency)

    @property
    def currency(self) -> str | None:
        """The currency of the order, else of the claim: what a bare zero is counted in."""
        order, claim = self.fields(None).get("order", {}), self.fields(None).get("claim", {})
        known = (order.get("price"), order.get("total"), order.get("delivery_fee"), claim.get("amount"))
        return next((value.currency for value in known if isinstance(value, Money)), None)

    def nothing(self) -> Money:
        """Nothing, in the currency of the case."""
        return Money.zero(self.currency) if self.currency else Money(0, NO_CURRENCY)

    def compute(self, formula: Formula, part: str | None, already: Money | None) -> tuple[Exact | None, bool]:
        """What a formula comes to, never below zero, and whether it is known; `already` is what is left to deduct."""
        found = value_of(formula.expression, self._source(part, already))
        if found == 0 and not isinstance(found, Exact):
            nothing = self.nothing()
            return Exact(nothing.minor, nothing.currency), True
        if not isinstance(found, Exact):
            return None, False
        return (found if found.minor > 0 else Exact(0, found.currency)), True

    def operands(self, formula: Formula, part: str | None, already: Money | None) -> tuple[Operand, ...]:
        """Every operand in the order written, with its value."""
        source = self._source(part, already)
        return tuple(
            Operand(sign, _name(operand), self._shown(operand, source))
            for sign, operand in signed_operands(formula.expression)
        )

    def _source(self, part: str | None, already: Money | None) -> Source:
        return Source(
            field=lambda kind, name: self.value(kind, name, part),
            parameter=self.sources.parameter if self.sources else lambda _: None,
            # Nothing recorded as made good is nothing made good: the caller's ledger vouches for it.
            already=lambda: already if already is not None else Money.zero(self.currency) if self.currency else None,
            region=self._region,
            zone=self.sources.zone if self.sources else None,
        )

    @property
    def _region(self) -> str | None:
        region = self.fields(None).get("order", {}).get("region")
        return region if isinstance(region, str) else None

    def _shown(self, operand: Expression, source: Source) -> Money | int | Fraction | None:
        if isinstance(operand, Fixed) and operand.value == 0:
            return self.nothing()
        value = as_value(value_of(operand, source))
        return value if isinstance(value, Money | int | Fraction) else None


def deducts(formula: Formula) -> bool:
    """Whether a formula takes off what was made good already."""
    return any(isinstance(part, AlreadyMadeGood) for part in parts_of(formula.expression))


def gives_back(formula: Formula) -> bool:
    """Whether a formula gives back of what was paid for the order, and not what something else cost."""
    kinds = {part.kind for part in parts_of(formula.expression) if isinstance(part, FieldOf)}
    return bool(kinds) and kinds <= {"order", "item"}


def _name(operand: Expression) -> str:
    match operand:
        case FieldOf():
            return operand.name
        case ParameterOf(name, _):
            return name
        case AlreadyMadeGood():
            return ALREADY
        case Fixed(value, _):
            return str(value)
    return "?"


def _bears_on(item: Item, part: str | None) -> bool:
    if item.kind == "item":
        return part is not None and part_name(item) == part
    return part is None or sees(part, item.key[2] if item.key else None)


def _alone(items: Sequence[Item], part: str | None) -> Fields:
    """The fields of each kind that has just one record here; the order and the claim are always alone."""
    found: dict[str, Mapping[str, Value]] = {}
    several: set[str] = set()
    for item in items:
        if not _bears_on(item, part):
            continue
        if item.kind in found:
            several.add(item.kind)
        found[item.kind] = item.fields
    return {kind: fields for kind, fields in found.items() if kind not in several}
