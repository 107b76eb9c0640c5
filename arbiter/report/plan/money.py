"""Section 9: the money, head by head, from the operands to the sum."""

from arbiter.report.letter import MoneyRow, Party, Sentence
from arbiter.report.plan.account import Account
from arbiter.verdict.model import Head
from evidence import Money

TERMS = frozenset({"order.price", "order.total", "order.delivery_fee", "claim.amount", "already_made_good"})


def money_rows(account: Account) -> tuple[MoneyRow, ...]:
    """The operands of every head and what they come to."""
    return tuple(row for head in account.derivation.verdict.heads for row in _rows(account, head))


def _rows(account: Account, head: Head) -> list[MoneyRow]:
    node = (f"head:{head.id}",)
    if head.amount is not None and head.amount.minor == 0 and head.who.state == "not_asked":
        return [MoneyRow(Sentence("money-sum-nothing", {}, node), head.amount, 1, True)]
    rows = [
        MoneyRow(_term(operand.name, node), operand.value, operand.sign)
        for operand in head.operands
        if operand.name in TERMS or operand.value is not None
    ]
    if head.bearer is not None:
        label = Sentence("money-sum", {"payer": Party(head.bearer), "payee": Party(head.to)}, node)
    else:
        label = Sentence("money-sum-nothing", {}, node)
    return [*rows, MoneyRow(label, head.amount, 1, True)]


def _term(name: str, node: tuple[str, ...]) -> Sentence:
    return Sentence("term-" + name.replace(".", "_") if name in TERMS else "term-fixed", {}, node)


def _whole_order(account: Account) -> list[Sentence]:
    """What the whole order cost, where the heads are only a part of it."""
    order = next(item for item in account.derivation.items if item.kind == "order")
    total, found = order.fields.get("total"), []
    for head in account.derivation.verdict.heads:
        values = [operand.value for operand in head.operands]
        if isinstance(total, Money) and head.amount is not None and head.amount.minor and total not in values:
            name = account.policy_sentence(head.id, None)
            found.append(Sentence("money-total", {"total": total, "head": name}, (f"head:{head.id}",)))
    return found


def money_notes(account: Account) -> tuple[Sentence, ...]:
    """How the sum came about: limits, rounding, or that no money is at stake."""
    heads = account.derivation.verdict.heads
    if account.derivation.outcome is None:
        return (Sentence("money-person", {}, ("route",)),)
    if not heads:
        return (Sentence("money-none", {}, ("verdict",)),)
    notes = _whole_order(account)
    notes += [Sentence("money-capped", {}, (f"head:{head.id}",)) for head in heads if head.capped_by_claim]
    if any(not head.settled for head in heads):
        notes.append(Sentence("money-person", {}, ("heads",)))
    if all(head.amount is not None and head.amount.minor == 0 for head in heads):
        return (*notes, Sentence("money-zero", {}, ("heads",)))
    return (*notes, Sentence("money-rounding", {}, ("heads",)))
