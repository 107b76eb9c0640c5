"""The parts of an order that a claim is about, where questions are settled line by line or unit by unit.

A part is a line of the order (`glass`) or one of its claimed units (`glass#2`: the second unit claimed). Each is a
record of kind `item`, on record with the order, that only rules about that part see.
"""

from collections.abc import Mapping, Sequence, Set
from itertools import count as counted

from arbiter.policy.model import Scope
from evidence import Admission, Claim, Dossier, Item, Money, Value
from evidence.diagnostics import meant, quoted
from evidence.records import Order, OrderItem

MAX_PARTS = 1000
_ON_RECORD = Admission("admitted", None, "in order", None)


class PartsError(ValueError):
    """A claim about what the order does not hold, in words, with a cure; `line` is which of the claimed lines."""

    def __init__(self, code: str, message: str, cure: str, line: int | None = None) -> None:
        self.code, self.cure, self.line = code, cure, line
        super().__init__(message)


def parts_of(dossier: Dossier, scope: Scope) -> tuple[Item, ...]:
    """The claimed parts as items, indexed after those of the dossier; none if it is not known what is claimed.

    Raises PartsError if the order has no such line, or fewer units of it, also where nothing is settled part by part.
    """
    order = next((record for record in dossier.case.records if isinstance(record, Order)), None)
    lines = _claimed(order.items, dossier.claim) if order is not None and order.items else []
    if scope == "order" or order is None:
        return ()
    first = max(item.index for item in dossier.items) + 1
    spoken_of = _spoken_of(dossier)
    parts: list[Item] = []
    for line, claimed in lines:
        quantity = _ordered(line)
        units = _units(claimed, [{unit for unit in one.get(line.id, ()) if unit <= quantity} for one in spoken_of])
        if units is None:
            return ()
        names = [line.id] if scope == "item" else [f"{line.id}#{number}" for number in units]
        if len(parts) + len(names) > MAX_PARTS:
            message = f"the claim is about more than {MAX_PARTS} parts of the order"
            raise PartsError("ARB510", message, "claim fewer lines or units, or split the claim")
        for name in names:
            price = line.price
            count = claimed if scope == "item" else 1
            parts.append(_part(order, name, first + len(parts), _fields(price, quantity, claimed, count)))
    return tuple(parts)


def _spoken_of(dossier: Dossier) -> tuple[Mapping[str, Set[int]], ...]:
    """The units of each line that records are about: those that the claimant names first.

    What it says in making the claim goes before all that it says and sends, and that before what others send.
    """
    claiming: dict[str, set[int]] = {}
    own: dict[str, set[int]] = {}
    every: dict[str, set[int]] = {}
    claim = dossier.claim
    for item in dossier.items:
        line, hash_, unit = (item.key[2] or "" if item.key else "").partition("#")
        if not hash_ or not unit.isdecimal() or item.admission.status == "rejected":
            continue
        says = item.kind == "statement" and item.fields.get("by") == claim.by
        every.setdefault(line, set()).add(int(unit))
        if says or item.submitted_by == claim.by:
            own.setdefault(line, set()).add(int(unit))
        if says and item.fields.get("says") == claim.claim:
            claiming.setdefault(line, set()).add(int(unit))
    return claiming, own, every


def _units(claimed: int, spoken_of: Sequence[Set[int]]) -> list[int] | None:
    """Which units are claimed: those that records are about, and as many others as are needed; None if it is unknown.

    `spoken_of` are sets of units that the order has: those of an earlier one are claimed before those of a later one.
    Units are alike, so which numbers the others have does not matter.
    """
    chosen: set[int] = set()
    for units in spoken_of:
        if len(chosen) == claimed:
            break
        if len(chosen | units) > claimed:
            return None
        chosen |= units
    others = (number for number in counted(1) if number not in chosen)
    return sorted([*chosen, *(next(others) for _ in range(claimed - len(chosen)))])


def part_name(item: Item) -> str:
    """The part that an item of kind `item` stands for."""
    assert item.key is not None
    return item.key[2] or ""


def line_of(part: str) -> str:
    """The line of the order that a part is, or is a unit of."""
    return part.partition("#")[0]


def sees(part: str, about: str | None) -> bool:
    """Whether a record about an item (or about none) bears on a part: on it, on its whole line, or on the order.

    A record about a unit bears on the line, where lines are not taken apart.
    """
    return about is None or about == part or line_of(about) == part or line_of(part) == about


def _claimed(lines: Sequence[OrderItem], claim: Claim) -> list[tuple[OrderItem, int]]:
    """The claimed lines with how many units; the only line if the claim names none."""
    by_id = {line.id: line for line in lines}
    if not claim.items:
        return [(lines[0], _ordered(lines[0]))] if len(lines) == 1 else []
    found: list[tuple[OrderItem, int]] = []
    for number, one in enumerate(claim.items):
        line = by_id.get(one.item)
        if line is None:
            cure = meant(one.item, by_id) or "claim one of its lines"
            raise PartsError("ARB508", f"the order has no item {quoted(one.item)}", cure, number)
        units = _ordered(line) if one.units is None else one.units
        if units > _ordered(line):
            message = f"{units} units of {quoted(line.id)} are claimed, the order has {_ordered(line)}"
            raise PartsError("ARB509", message, "claim no more units than were ordered", number)
        found.append((line, units))
    return found


def _ordered(line: OrderItem) -> int:
    """How many units of a line were ordered; one if it is not said."""
    return 1 if line.quantity is None else line.quantity


def _fields(price: Money | None, quantity: int, claimed: int, units: int) -> dict[str, Value]:
    fields: dict[str, Value] = {"quantity": quantity, "claimed": claimed}
    if price is not None:
        fields |= {"unit_price": price, "price": Money(price.minor * units, price.currency)}
    return fields


def _part(order: Order, name: str, index: int, fields: dict[str, Value]) -> Item:
    # No id of a record holds a `#`, so this name is nobody else's.
    name_of_record = f"{order.id}#{name}"
    return Item(index, name_of_record, "item", "platform", None, (None, None, name), fields, _ON_RECORD, order.digest)
