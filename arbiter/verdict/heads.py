"""What is owed and who bears it, head by head: exactly one rule must win each, and every amount is exact.

A gap or a conflict is named, never resolved by order. An amount that cannot be computed stays None.
"""

from collections.abc import Sequence
from itertools import combinations

from arbiter.engine.ir import Matches
from arbiter.facts.formulas import Exact
from arbiter.policy import model as policy
from arbiter.policy.formulas import Formula
from arbiter.verdict.findings import MAX_OPEN
from arbiter.verdict.ledger import Ledger, deducts
from arbiter.verdict.model import Choice, Head
from evidence import Money

NOT_ASKED = Choice("not_asked", None, (), (), ())
Rules = Sequence[tuple[int, policy.What]] | Sequence[tuple[int, policy.Who]]


class Purse:
    """What may still be given while heads are settled in order: no more than is claimed, and nothing twice."""

    def __init__(self, ledger: Ledger) -> None:
        self.left = ledger.claimed
        self._already = ledger.already
        self._priors: dict[str, list[Money]] = {}
        for prior in ledger.priors:
            self._priors.setdefault(prior.head, []).append(prior.amount)
        self._currency = ledger.currency

    def already(self, head: str) -> Money | None:
        """What was made good already and is not yet deducted, for a head.

        Amounts of several currencies cannot be put together: then one that is not the case's is given, from which
        nothing can be computed.
        """
        known = [*([self._already] if self._already is not None else []), *self._priors.get(head, [])]
        known = [amount for amount in known if amount.minor] or known[:1]
        if not known:
            return None
        strange = next((amount for amount in known if amount.currency != (self._currency or known[0].currency)), None)
        return strange or Money(sum(amount.minor for amount in known), known[0].currency)

    def deduct(self, head: str, amount: Exact) -> None:
        """Take what a head has deducted off what is left to deduct."""
        minor = round(amount.minor)
        left = []
        for prior in self._priors.get(head, []):
            used = min(prior.minor, minor) if prior.currency == amount.currency else 0
            left.append(Money(prior.minor - used, prior.currency))
            minor -= used
        self._priors[head] = left
        if self._already is not None and self._already.currency == amount.currency:
            self._already = Money(max(0, self._already.minor - minor), amount.currency)

    def spend(self, amount: Money | None) -> None:
        """Take what a head comes to off what is claimed."""
        if self.left is not None and amount is not None and amount.minor and self.left.currency == amount.currency:
            self.left = self.left - amount


def settle_head(
    head: policy.Head,
    what: Sequence[tuple[int, policy.What]],
    who: Sequence[tuple[int, policy.Who]],
    matches: Matches,
    ledger: Ledger,
    purse: Purse,
    part: str | None = None,
    gate: policy.Gate | None = None,
) -> Head:
    """One head, of one part of the order or of all of it. A gate that does not hold keeps it from being asked."""
    if gate is not None:
        amount = ledger.nothing() if gate.otherwise == "refuse" else None
        return Head(
            head.id, head.to, NOT_ASKED, NOT_ASKED, None, amount, head.amount.text, (), False, part, gate=gate.id
        )
    owed = choose(what, matches)
    rule = next((rule for _, rule in what if rule.id == owed.winner), None)
    formula = (rule.amount if rule else None) or head.amount
    already = purse.already(head.id)
    exact, rounded = _amount(formula, ledger, part, already)
    amount, capped = _capped(exact, head.cap, ledger, part)
    by_claim = False
    if amount is not None and amount.minor and purse.left is not None:
        if purse.left.currency != amount.currency:
            # What is claimed in another currency is unknown in this one, and no more than that may be paid.
            amount = None
        elif amount > purse.left:
            amount, by_claim = purse.left, True
    owes_nothing = amount is not None and amount.minor == 0
    bears = choose(who, matches) if rule is not None and not owes_nothing else NOT_ASKED
    if rule is not None:
        purse.spend(amount)
        _deduct(purse, head.id, formula, ledger, part, exact)
    return Head(
        id=head.id,
        to=head.to,
        what=owed,
        who=bears,
        bearer=next((rule.bearer for _, rule in who if rule.id == bears.winner), None),
        amount=amount if rule is not None else None,
        formula=formula.text,
        operands=ledger.operands(formula, part, already),
        capped_by_claim=by_claim,
        part=part,
        capped=capped,
        rounded=rounded,
    )


def _amount(formula: Formula, ledger: Ledger, part: str | None, already: Money | None) -> tuple[Exact | None, bool]:
    """The exact amount, and whether it is no whole number of minor units."""
    found, _ = ledger.compute(formula, part, already)
    return found, found is not None and not found.is_whole


def _capped(exact: Exact | None, cap: Formula | None, ledger: Ledger, part: str | None) -> tuple[Money | None, bool]:
    """The amount in minor units, no more than the head's own limit; None if either is unknown."""
    if exact is None or cap is None:
        return (exact.rounded() if exact else None), False
    limit, _ = ledger.compute(cap, part, None)
    if limit is None or (limit.currency != exact.currency and limit.minor):
        return None, False
    return (limit.rounded(), True) if exact.minor > limit.minor else (exact.rounded(), False)


def _deduct(purse: Purse, head: str, formula: Formula, ledger: Ledger, part: str | None, net: Exact | None) -> None:
    if net is None or not deducts(formula):
        return
    nothing = Money(0, net.currency)
    gross, _ = ledger.compute(formula, part, nothing)
    if gross is not None and gross.currency == net.currency:
        purse.deduct(head, Exact(gross.minor - net.minor, net.currency))


def choose(rules: Rules, matches: Matches) -> Choice:
    """The one rule that wins. Rules an unknown keeps open are tried both ways; a winner that could change is none."""
    met = {rule.id for index, rule in rules if index in matches.met}
    undecided = [rule.id for index, rule in rules if index in matches.open]
    winners, overridden = _winners(rules, met)
    state = {0: "gap", 1: "settled"}.get(len(winners), "conflict")
    fired = tuple(rule.id for _, rule in rules if rule.id in met)
    if undecided and (len(undecided) > MAX_OPEN or _could_change(rules, met, undecided, winners)):
        return Choice("unknown", None, fired, overridden, tuple(undecided))
    if state == "settled":
        return Choice("settled", winners[0], fired, overridden, tuple(undecided))
    return Choice("gap" if state == "gap" else "conflict", None, fired, overridden, tuple(undecided))


def _could_change(rules: Rules, met: set[str], undecided: Sequence[str], winners: Sequence[str]) -> bool:
    return any(
        _winners(rules, met | set(granted))[0] != winners
        for size in range(1, len(undecided) + 1)
        for granted in combinations(undecided, size)
    )


def _winners(rules: Rules, met: set[str]) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The rules left after every exception that holds, and which exception took which rule out.

    An exception that is itself taken out takes out nothing. `over` is acyclic, so this ends.
    """
    over = {rule.id: [other.id for _, other in rules if rule.id in other.over and other.id in met] for _, rule in rules}

    def defeater(name: str) -> str | None:
        return next((other for other in over[name] if defeater(other) is None), None)

    fired = [rule.id for _, rule in rules if rule.id in met]
    overridden = tuple((name, by) for name in fired if (by := defeater(name)) is not None)
    return [name for name in fired if name not in dict(overridden)], overridden
