"""What stands in a case in good form and yet cannot count: told as a warning, so that it is not passed over in silence.

Owns ARB442 to ARB444, and where ARB424 is told. Nothing here rejects a record.
"""

from collections.abc import Iterator, Mapping

from evidence.casefile import CaseFile
from evidence.claim import Claim
from evidence.diagnostics import Diagnostic, meant, quoted
from evidence.dossier import Value
from evidence.money import Money
from evidence.records import Notice, Order

_AMOUNTS = ("price", "total", "delivery_fee")

# What is told here, as against what refuses a record.
DOUBTS = frozenset({"ARB424", "ARB442", "ARB443", "ARB444"})


def doubts_of(
    case: CaseFile, claim: Claim, fields: Mapping[str, Mapping[str, Value]], late: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """The warnings about a claim and the records of its case. `fields` are those of each record that counts, by id;
    `late` are the records dated after the moment of deciding, with the field that says when they happened.
    """
    yield from _late(case, late)
    yield from _never_there(case)
    order = next((record for record in case.records if isinstance(record, Order)), None)
    if order is not None:
        yield from _other_items(case, order)
        yield from _other_currencies(case, order, claim, fields)


def strays_of(case: CaseFile) -> dict[str, str]:
    """The records about an item that the order does not list, with that item; none if it lists no items."""
    lines = {line.id for record in case.records if isinstance(record, Order) for line in record.items}
    about = {record.id: record.about.item for record in case.records if record.about is not None and record.about.item}
    return {name: item for name, item in about.items() if lines and item not in lines}


def _late(case: CaseFile, late: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name, field in late.items():
        message = f"{quoted(name)} is dated after the moment of the decision"
        yield Diagnostic("ARB424", "warning", message, case.place_of(name, field), "check its time, or decide later")


def _never_there(case: CaseFile) -> Iterator[Diagnostic]:
    """Notices that show what is not in the case: nobody was shown what was meant."""
    names = {one.id for one in (*case.records, *case.rejected)}
    names |= {name for one in case.claims for name in (one.id, f"{one.id}:claim")}
    for notice in case.records:
        for number, name in enumerate(notice.shown if isinstance(notice, Notice) else ()):
            if name not in names:
                message = f"{quoted(notice.id)} shows {quoted(name)}, which is not in the case"
                yield Diagnostic(
                    "ARB444", "warning", message, case.place_of(notice.id, "shown", number), meant(name, names)
                )


def _other_items(case: CaseFile, order: Order) -> Iterator[Diagnostic]:
    lines = {line.id for line in order.items}
    for name, item in strays_of(case).items():
        message = f"{quoted(name)} is about {quoted(item)}, which is not in the order"
        yield Diagnostic("ARB442", "warning", message, case.place_of(name, "about", "item"), meant(item, lines))


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
