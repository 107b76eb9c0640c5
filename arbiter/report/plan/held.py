"""What the seller owes for an order whose money is still held: how much of it comes out of that money.

No more can come out of it than was paid for the order, less what went back already or goes to an earlier claim.
"""

from dataclasses import dataclass

from arbiter.report.plan.account import Account
from arbiter.verdict.model import Transfer
from evidence import Money


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a payment comes out of the money held, and how much is left to pay."""

    held: Money
    rest: Money


def share_of(account: Account, transfer: Transfer) -> Share | None:
    """The part of a payment that comes out of the money held for the order; None where none of it does, or none yet."""
    derivation = account.derivation
    if derivation.verdict.status != "final" or derivation.dossier.case.funds_at != "escrow":
        return None
    left = _paid_in(account, transfer.amount.currency)
    earlier = [one for before in derivation.before for one in before.verdict.transfers]
    left -= sum(one.amount.minor for one in earlier if _is_alike(one, transfer))
    for one in account.payments:
        held = min(one.amount.minor, max(0, left))
        if one == transfer:
            currency = transfer.amount.currency
            rest = Money(one.amount.minor - held, currency)
            return Share(Money(held, currency), rest) if held and _is_alike(one, transfer) else None
        left -= held if _is_alike(one, transfer) else 0
    return None


def _paid_in(account: Account, currency: str) -> int:
    """What was paid for the order and did not go back yet, in minor units; nothing where that is unknown."""
    order = next(item for item in account.derivation.items if item.kind == "order")
    total = order.fields.get("total", order.fields.get("price"))
    if not isinstance(total, Money) or total.currency != currency:
        return 0
    back = account.claim.already_made_good
    return total.minor - (back.minor if back is not None and back.currency == currency else 0)


def _is_alike(one: Transfer, other: Transfer) -> bool:
    """Whether both are the seller's, out of the same purse."""
    return one.payer == other.payer == "seller" and one.amount.currency == other.amount.currency
