"""What may still be given while the heads of a claim are settled one after another."""

from arbiter.facts.formulas import Exact
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.model import Prior
from evidence import Money


class Purse:
    """What may still be given while heads are settled in order: no more than is claimed, of the price no more than was
    paid, and nothing twice.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.left = ledger.claimed
        self.paid = ledger.paid
        self._already = ledger.already
        self._priors: list[tuple[Prior, Money]] = [(prior, prior.amount) for prior in ledger.priors]
        self._currency = ledger.currency

    def already(self, head: str, part: str | None) -> Money | None:
        """What was made good already and is not yet deducted, for a head or one part of it.

        Amounts of several currencies cannot be put together: then one that is not the case's is given, from which
        nothing can be computed.
        """
        known = [self._already] if self._already is not None else []
        known += [left for prior, left in self._priors if prior.head == head and prior.concerns(part) and left.minor]
        known = [amount for amount in known if amount.minor] or known[:1]
        if not known:
            return None
        strange = next((amount for amount in known if amount.currency != (self._currency or known[0].currency)), None)
        return strange or Money(sum(amount.minor for amount in known), known[0].currency)

    def deduct(self, head: str, part: str | None, amount: Exact) -> None:
        """Take what a head has deducted off what is left to deduct."""
        minor = round(amount.minor)
        for number, (prior, left) in enumerate(self._priors):
            if prior.head == head and prior.concerns(part) and left.currency == amount.currency:
                used = min(left.minor, minor)
                self._priors[number] = prior, Money(left.minor - used, left.currency)
                minor -= used
        if self._already is not None and self._already.currency == amount.currency:
            self._already = Money(max(0, self._already.minor - minor), amount.currency)

    def spend(self, amount: Money | None, of_price: bool) -> None:
        """Take what a head comes to off what is claimed and, if it is `of_price`, off what was paid."""
        if amount is None or not amount.minor:
            return
        if self.left is not None and self.left.currency == amount.currency:
            self.left = self.left - amount
        if of_price and self.paid is not None and self.paid.currency == amount.currency:
            self.paid = self.paid - amount
