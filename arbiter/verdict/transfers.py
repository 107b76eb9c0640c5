"""Who pays what to whom. Every transfer is positive, in integer minor units, and sums to zero over the parties."""

from collections.abc import Sequence

from arbiter.verdict.model import Head, Transfer

# The published order in which transfers are listed, and in which a remainder would be given.
ROLE_ORDER = ("platform", "carrier", "seller", "buyer", "courier")


def pays(head: Head) -> bool:
    """Whether something is owed under a head for certain and somebody bears it: nobody pays oneself."""
    return not head.open and head.amount is not None and head.amount.minor > 0 and head.bearer not in (None, head.to)


def transfers_of(heads: Sequence[Head]) -> tuple[Transfer, ...]:
    """One transfer a head and payer for what is owed and borne; heads that are open transfer nothing yet.

    What is owed for the parts of an order adds up.
    """
    found: dict[tuple[str, str, str, str], Transfer] = {}
    for head in heads:
        if not pays(head):
            continue
        assert head.amount is not None
        assert head.bearer is not None
        key = (head.bearer, head.to, head.id, head.amount.currency)
        before = found.get(key)
        amount = head.amount if before is None else before.amount + head.amount
        found[key] = Transfer(head.bearer, head.to, amount, head.id)
    return tuple(sorted(found.values(), key=lambda transfer: (ROLE_ORDER.index(transfer.payer), transfer.head)))
