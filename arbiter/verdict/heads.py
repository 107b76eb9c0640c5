"""What is owed and who bears it, head by head: exactly one rule must win each, and every amount is exact.

A gap or a conflict is named, never resolved by order. An amount that cannot be computed stays None.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from arbiter.engine.ir import Matches, OutcomeRules
from arbiter.policy import model as policy
from arbiter.policy.parse.claims import ALREADY
from arbiter.verdict.findings import MAX_OPEN
from arbiter.verdict.model import Choice, Head, Operand
from evidence import Item, Money

# ISO 4217: no currency is involved. A bare zero where nothing says what it would be counted in.
NO_CURRENCY = "XXX"
NOT_ASKED = Choice("not_asked", None, (), (), ())
Rules = Sequence[tuple[int, policy.What]] | Sequence[tuple[int, policy.Who]]


def settle_heads(
    rules: OutcomeRules, matches: Matches, fields: Mapping[str, Mapping[str, object]], already: Money | None
) -> tuple[Head, ...]:
    """Every head of the claim, together never more than what was claimed. `fields` holds order's and claim's."""
    found: list[Head] = []
    asked = fields.get("claim", {}).get("amount")
    left = asked if isinstance(asked, Money) else None
    for head, what, who in rules.heads:
        settled = _settle(head, what, who, matches, fields, already, left)
        if left is not None and settled.amount is not None and settled.amount.minor:
            left = left - settled.amount
        found.append(settled)
    return tuple(found)


def order_and_claim(items: Sequence[Item]) -> dict[str, Mapping[str, object]]:
    """The known fields of the order and the claim, the only records an amount may name."""
    return {item.kind: item.fields for item in items if item.kind in ("order", "claim")}


def _settle(
    head: policy.Head,
    what: Sequence[tuple[int, policy.What]],
    who: Sequence[tuple[int, policy.Who]],
    matches: Matches,
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    left: Money | None,
) -> Head:
    owed = choose(what, matches)
    rule = next((rule for _, rule in what if rule.id == owed.winner), None)
    formula = (rule.amount if rule else None) or head.amount
    operands, amount = _amount(formula, fields, already)
    capped = False
    if amount is not None and amount.minor and left is not None:
        if left.currency != amount.currency:
            # What is claimed in another currency is unknown in this one, and no more than that may be paid.
            amount = None
        elif amount > left:
            amount, capped = left, True
    owes_nothing = amount is not None and amount.minor == 0
    bears = choose(who, matches) if rule is not None and not owes_nothing else NOT_ASKED
    bearer = next((rule.bearer for _, rule in who if rule.id == bears.winner), None)
    return Head(
        id=head.id,
        to=head.to,
        what=owed,
        who=bears,
        bearer=bearer,
        amount=amount if rule is not None else None,
        formula=formula.text,
        operands=operands,
        capped_by_claim=capped,
    )


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


def _amount(
    formula: policy.Formula, fields: Mapping[str, Mapping[str, object]], already: Money | None
) -> tuple[tuple[Operand, ...], Money | None]:
    """The operands and their sum, never below zero; None if one is missing or of another currency."""
    currency = _currency(fields)
    operands = tuple(_operand(term, fields, already, currency) for term in formula.terms)
    values = [operand.value for operand in operands]
    known = [value for value in values if value is not None]
    if len(known) != len(values) or not known or len({value.currency for value in known}) != 1:
        return operands, None
    minor = sum(operand.sign * value.minor for operand, value in zip(operands, known, strict=True))
    return operands, Money(max(0, minor), known[0].currency)


def _currency(fields: Mapping[str, Mapping[str, object]]) -> str | None:
    """The currency of the order, else of the claim: what a bare zero is counted in."""
    order, claim = fields.get("order", {}), fields.get("claim", {})
    known = (order.get("price"), order.get("total"), order.get("delivery_fee"), claim.get("amount"))
    return next((value.currency for value in known if isinstance(value, Money)), None)


def _operand(
    term: policy.Term, fields: Mapping[str, Mapping[str, object]], already: Money | None, currency: str | None
) -> Operand:
    zero = Money.zero(currency) if currency else None
    match term.operand:
        case Money() as amount:
            return Operand(term.sign, str(amount), amount)
        case str(name) if name == ALREADY:
            # Nothing recorded as made good is nothing made good: the caller's ledger vouches for it.
            return Operand(term.sign, name, already if already is not None else zero)
        case str(name):
            kind, _, field = name.partition(".")
            value = fields.get(kind, {}).get(field)
            return Operand(term.sign, name, value if isinstance(value, Money) else None)
        case _:
            return Operand(term.sign, "0", zero or Money(0, NO_CURRENCY))
