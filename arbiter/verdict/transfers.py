"""Who pays what to whom. Every transfer is positive, in integer minor units, and sums to zero over the parties."""

from collections.abc import Sequence

from arbiter.verdict.model import Head, Transfer

# The published order in which transfers are listed, and in which a remainder would be given.
ROLE_ORDER = ("platform", "carrier", "seller", "buyer", "courier")


def transfers_of(heads: Sequence[Head]) -> tuple[Transfer, ...]:
    """One transfer a head that is owed and borne; heads that are open transfer nothing yet."""
    found = [
        Transfer(head.bearer, head.to, head.amount, head.id)
        for head in heads
        if head.amount is not None and head.amount.minor > 0 and head.bearer is not None and head.bearer != head.to
    ]
    return tuple(sorted(found, key=lambda transfer: (ROLE_ORDER.index(transfer.payer), transfer.head)))
