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
from arbiter.verdict.ledger import Ledger, deducts, gives_back
from arbiter.verdict.model import Choice, Head, Limit
from arbiter.verdict.purse import Purse
from evidence import Money

NOT_ASKED = Choice("not_asked", None, (), (), ())
Rules = Sequence[tuple[int, policy.What]] | Sequence[tuple[int, policy.Who]]


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
    already = purse.already(head.id, part)
    exact, _ = ledger.compute(formula, part, already)
    deducted = _deducted(formula, ledger, part, exact)
    limit, _ = ledger.compute(head.cap, part, None) if head.cap else (None, False)
    amount, capped = _capped(exact, deducted, limit) if head.cap else (exact.rounded() if exact else None, False)
    over = None
    if head.cap is not None and exact is not None and (capped or amount is None):
        used = deducted.rounded() if deducted else None
        most = limit.rounded() if limit else None
        over = Limit(most, head.cap.text, ledger.operands(head.cap, part, None), used)
    of_price = gives_back(formula)
    amount, by_paid = _at_most(amount, purse.paid if of_price else None)
    amount, by_claim = _at_most(amount, purse.left)
    owes_nothing = amount is not None and amount.minor == 0
    bears = choose(who, matches) if rule is not None and not owes_nothing else NOT_ASKED
    if rule is not None:
        purse.spend(amount, of_price)
        if deducted is not None:
            # No more was to be had under this head than its limit: what was made good beyond that counts for the next.
            purse.deduct(head.id, part, deducted if limit is None or limit.minor > deducted.minor else limit)
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
        rounded=exact is not None and not exact.is_whole,
        limit=over if rule is not None else None,
        computed=exact.rounded() if exact else None,
        capped_by_paid=by_paid and not by_claim and amount is not None,
    )


def _at_most(amount: Money | None, left: Money | None) -> tuple[Money | None, bool]:
    """No more than is left of what is claimed or was paid, and whether that cut it; None if there is nothing to go by.

    What is left in another currency is unknown in this one, and no more than that may be paid.
    """
    if amount is None or not amount.minor or left is None:
        return amount, False
    if left.currency != amount.currency:
        return None, False
    return (left, True) if amount > left else (amount, False)


def _deducted(formula: Formula, ledger: Ledger, part: str | None, net: Exact | None) -> Exact | None:
    """How much an amount was lowered by what was made good already; None if that is unknown or it deducts nothing."""
    if net is None or not deducts(formula):
        return None
    gross, _ = ledger.compute(formula, part, Money(0, net.currency))
    return (
        Exact(gross.minor - net.minor, net.currency) if gross is not None and gross.currency == net.currency else None
    )


def _capped(exact: Exact | None, deducted: Exact | None, limit: Exact | None) -> tuple[Money | None, bool]:
    """The amount in minor units, and whether the head's own limit cut it; None if either is unknown.

    The limit is one on all that is given for the loss, so what was made good already has used up that much of it.
    No limit is below nothing, so an amount of nothing stands whether the limit is known or not.
    """
    if exact is not None and exact.minor == 0:
        return exact.rounded(), False
    if exact is None or limit is None or (limit.currency != exact.currency and limit.minor):
        return None, False
    left = Exact(max(0, limit.minor - (deducted.minor if deducted else 0)), exact.currency)
    return (left.rounded(), True) if exact.minor > left.minor else (exact.rounded(), False)


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
