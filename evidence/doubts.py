"""What stands in a case in good form and yet cannot count: told as a warning, so that it is not passed over in silence.

Owns ARB442 and ARB443. Nothing here rejects a record or changes what is decided.
"""

from collections.abc import Iterator, Mapping

from evidence.casefile import CaseFile
from evidence.claim import Claim
from evidence.diagnostics import Diagnostic, meant, quoted
from evidence.dossier import Value
from evidence.money import Money
from evidence.records import Order

_AMOUNTS = ("price", "total", "delivery_fee")


def doubts_of(case: CaseFile, claim: Claim, fields: Mapping[str, Mapping[str, Value]]) -> Iterator[Diagnostic]:
    """The warnings about a claim and the records of its case. `fields` are those of each record that counts, by id."""
    order = next((record for record in case.records if isinstance(record, Order)), None)
    if order is not None:
        yield from _other_items(case, order)
        yield from _other_currencies(case, order, claim, fields)


def _other_items(case: CaseFile, order: Order) -> Iterator[Diagnostic]:
    """Records about an item that the order does not list: nothing that is decided sees them."""
    lines = {line.id for line in order.items}
    for record in case.records:
        item = record.about.item if record.about is not None else None
        if lines and item and item not in lines:
            message = f"{quoted(record.id)} is about {quoted(item)}, which is not in the order"
            span = case.place_of(record.id, "about", "item")
            yield Diagnostic("ARB442", "warning", message, span, meant(item, lines))


def _other_currencies(
    case: CaseFile, order: Order, claim: Claim, fields: Mapping[str, Mapping[str, Value]]
) -> Iterator[Diagnostic]:
    """Amounts in another currency than the order's, with which no other amount can be put together."""
    known = [amount for amount in (getattr(order, name) for name in _AMOUNTS) if amount is not None]
    if not known:
        return
    currency = known[0].currency
    for owner, path, what, amount in _amounts(order, claim, fields):
        if amount.currency != currency:
            message = f"{what} is in {amount.currency}, the order in {currency}"
            cure = f"state it in {currency}; amounts in two currencies are never put together"
            yield Diagnostic("ARB443", "warning", message, case.place_of(owner, *path), cure)


def _amounts(
    order: Order, claim: Claim, fields: Mapping[str, Mapping[str, Value]]
) -> Iterator[tuple[str, tuple[str | int, ...], str, Money]]:
    """Every amount of a case: the id of what states it, where in that it stands, how it is called, and the amount."""
    for name in ("amount", "already_made_good"):
        amount = getattr(claim, name)
        if amount is not None:
            yield claim.id, (name,), f"{quoted(name)} of the claim", amount
    for record, stated in fields.items():
        for name, value in stated.items():
            if isinstance(value, Money):
                yield record, (name,), f"{quoted(name)} of {quoted(record)}", value
    for number, line in enumerate(order.items):
        if line.price is not None:
            yield order.id, ("items", number, "price"), f"the price of {quoted(line.id)}", line.price
