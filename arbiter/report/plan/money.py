"""Section 9: the money, head by head, from the operands to the sum.

What is owed for parts of an order is a row for all parts that came to the same, and a sum.
"""

from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction

from arbiter.policy.formulas import Combined, Formula, plain_factor, signed_operands
from arbiter.report.letter import Argument, MoneyRow, Number, Party, Sentence
from arbiter.report.plan.account import TERMS, UNKNOWN, Account
from arbiter.report.plan.formulas import formula_sentence
from arbiter.report.plan.groups import GROUPS_SHOWN, about, grouped, largest, listed, subject, units_of
from arbiter.verdict.model import Head, Limit, Operand, Prior
from evidence import Money, NumberType

assert GROUPS_SHOWN > 1  # INVARIANT: a sum is never shown without some of what it sums


def money_rows(account: Account) -> tuple[MoneyRow, ...]:
    """The operands of every head and what they come to."""
    found: list[MoneyRow] = []
    for heads in grouped(account.derivation.verdict.heads, lambda head: head.id):
        whole = [head for head in heads if head.part is None]
        parts = [head for head in heads if head.part is not None]
        found += [row for head in whole for row in _rows(account, head)]
        found += _rows_of_parts(account, parts) if parts else []
    return tuple(found)


def _rows(account: Account, head: Head) -> list[MoneyRow]:
    node = (f"head:{head.id}",)
    if head.amount is not None and head.amount.minor == 0 and head.who.state == "not_asked":
        return [MoneyRow(_label(account, head), head.amount, 1, True)]
    rows = [
        MoneyRow(_term(account, operand, node), _value(account, operand), operand.sign)
        for operand in head.operands
        if operand.name in TERMS or operand.value is not None
    ]
    if head.capped and head.limit is not None:
        rows.append(MoneyRow(limit_sentence(account, head.limit, node), head.limit.amount, 1))
    return [*rows, MoneyRow(_label(account, head), head.amount, 1, True)]


def _label(account: Account, head: Head) -> Sentence:
    """Who pays it to whom; with the name of the head where there are several."""
    node = (f"head:{head.id}",)
    several = len({one.id for one in account.derivation.verdict.heads}) > 1
    if head.bearer is not None:
        label = Sentence("money-sum", {"payer": Party(head.bearer), "payee": Party(head.to)}, node)
    else:
        label = Sentence("money-sum-nothing", {}, node)
    return (
        Sentence("money-of", {"label": label, "head": account.policy_sentence(head.id, None)}, node)
        if several
        else label
    )


def _rows_of_parts(account: Account, heads: Sequence[Head]) -> list[MoneyRow]:
    """A row for all parts with the same bearer and amount, then what each bearer owes in all."""
    groups = grouped(heads, _alike)
    shown, others = largest(groups)
    rows = [_row_of_parts(account, group) for group in shown]
    if others:
        names = [head.part or "" for head in others]
        args: dict[str, Argument] = {"groups": len(groups) - len(shown), "subject": subject(account, names)}
        rows.append(MoneyRow(Sentence("more-sums", args, (f"head:{others[0].id}",)), _sum(others), 1))
    for same in grouped(heads, lambda head: head.bearer):
        total = _sum(same)
        if same[0].bearer is not None or total is None or total.minor or len(same) == len(heads):
            rows.append(MoneyRow(_label(account, same[0]), total, 1, True))
    return rows


def _alike(head: Head) -> Hashable:
    return head.bearer, head.amount


def _row_of_parts(account: Account, heads: Sequence[Head]) -> MoneyRow:
    parts = [head.part or "" for head in heads]
    node = (f"head:{heads[0].id}",)
    label = subject(account, parts)
    each = _each(account, heads)
    if each is not None:
        args: dict[str, Argument] = {"subject": label, "count": each[0], "amount": each[1]}
        label = Sentence("money-times", args, (*node, *label.nodes))
    return MoneyRow(label, _sum(heads), 1)


def _each(account: Account, heads: Sequence[Head]) -> tuple[int, Money] | None:
    """How many units come to how much each, where that is what the sum is made of."""
    total = _sum(heads)
    units = sum(units_of(account, head.part or "") for head in heads)
    if total is None or units < 2 or total.minor == 0 or total.minor % units:
        return None
    each = Money(total.minor // units, total.currency)
    if any(
        head.amount is None or head.amount.minor != each.minor * units_of(account, head.part or "") for head in heads
    ):
        return None
    return units, each


def _sum(heads: Sequence[Head]) -> Money | None:
    """What the heads come to in all; None if one of them is unknown."""
    amounts = [head.amount for head in heads]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts) or len({amount.currency for amount in known}) != 1:
        return None
    return Money(sum(amount.minor for amount in known), known[0].currency)


def limit_sentence(account: Account, limit: Limit, node: tuple[str, ...]) -> Sentence:
    """That no more than a limit is given, with what the limit is called."""
    name = limit_name(account, limit, node)
    return Sentence("money-limit-named", {"limit": name}, node) if name else Sentence("money-limit", {}, node)


def limit_name(account: Account, limit: Limit, node: tuple[str, ...]) -> Sentence | None:
    """What a limit is called; None for one that is computed from several operands, and so has no name of its own."""
    if _is_plain(limit):
        return _limit_name(account, limit.operands[0], node)
    return None


def _is_plain(limit: Limit) -> bool:
    """Whether a limit is a field, a parameter or an amount, and not computed."""
    return len(limit.operands) == 1 and not any(sign in limit.formula for sign in "+-*/( ")


def _limit_name(account: Account, operand: Operand, node: tuple[str, ...]) -> Sentence:
    """What a field of a record is called, without that it is from a record; a parameter by its clause."""
    kind, dot, field = operand.name.partition(".")
    parameter = account.derivation.policy.parameters.get(operand.name)
    if parameter is not None:
        return Sentence("limit-parameter", {"clause": parameter.clause}, node)
    if kind in account.derivation.policy.vocabulary and dot:
        unnamed = Sentence("limit-field", {"kind": account.kind(kind)}, node)
        return account.named_field(kind, field, *node) or unnamed
    return Sentence("limit-fixed", {}, node) if operand.name not in TERMS else _term(account, operand, node)


def lacking(account: Account, head: Head) -> list[Sentence]:
    """What an amount cannot be computed without, each once: operands of the formula and of the limit with no value."""
    node = (f"head:{head.id}",)
    limit = head.limit.operands if head.limit is not None else ()
    unknown = dict.fromkeys(operand.name for operand in (*head.operands, *limit) if operand.value is None)
    return [_limit_name(account, Operand(1, name, None), node) for name in unknown]


def _term(account: Account, operand: Operand, node: tuple[str, ...]) -> Sentence:
    """What an operand is called; a field of a policy's own by the kind of record it stands in."""
    name, (kind, dot, _) = operand.name, operand.name.partition(".")
    if name in TERMS:
        return Sentence("term-" + name.replace(".", "_"), {}, node)
    if name in account.derivation.policy.parameters:
        return Sentence("term-parameter", {"clause": account.derivation.policy.parameters[name].clause}, node)
    if dot and kind in account.derivation.policy.vocabulary:
        named = account.optional_sentence(f"kind_{kind}", operand.name.partition(".")[2], *node)
        if named is not None:
            return Sentence("term-field-named", {"field": named}, node)
        return Sentence("term-field", {"kind": account.kind(kind)}, node)
    return Sentence("term-fixed" if isinstance(operand.value, Money) else "term-number", {}, node)


def _value(account: Account, operand: Operand) -> Money | Number | None:
    """An operand as a reader knows it: in the unit in which it is written, where it was computed in another."""
    value = operand.value
    if value is None or isinstance(value, Money):
        return value
    kind, _, field = operand.name.partition(".")
    declared = account.derivation.policy.vocabulary.get(kind, {}).get(field)
    parameter = account.derivation.policy.parameters.get(operand.name)
    unit = parameter.unit if parameter else declared.unit if isinstance(declared, NumberType) else ""
    return Number(Fraction(value) / plain_factor(unit), unit)


def _whole_order(account: Account) -> list[Sentence]:
    """What the whole order cost, where nothing that is owed is computed from that; with all that is decided on here."""
    order = next(item for item in account.derivation.items if item.kind == "order")
    total = order.fields.get("total")
    owed = [one for one in account.derivation.verdict.heads if one.amount is not None and one.amount.minor]
    values = [operand.value for head in owed for operand in head.operands]
    if not owed or not isinstance(total, Money) or total in values:
        return []
    heads = dict.fromkeys(head.id for head in account.derivation.verdict.heads)
    names = [account.policy_sentence(head, None, f"head:{head}") for head in heads]
    message = "money-total" if len(names) == 1 else "money-total-several"
    return [Sentence(message, {"total": total, "head": listed(names)}, names[0].nodes)]


def money_notes(account: Account) -> tuple[Sentence, ...]:
    """How the sum came about: formulas, limits, rounding, or that no money is at stake."""
    heads = account.derivation.verdict.heads
    if account.derivation.outcome is None:
        return (Sentence("money-person", {}, ("route",)),)
    if account.parts_unknown:
        return (Sentence("money-parts", {}, ("route",)), Sentence("money-person", {}, ("route",)))
    if not heads:
        return (Sentence("money-none", {}, ("verdict",)),)
    notes = [*_whole_order(account), *_formulas(account), *_limits(account), *_priors(account)]
    if any(not head.settled for head in heads):
        notes.append(Sentence("money-person", {}, ("heads",)))
    if all(head.amount is not None and head.amount.minor == 0 for head in heads):
        return (*notes, Sentence("money-zero", {}, ("heads",)))
    return (
        *notes,
        Sentence("money-rounded" if any(head.rounded for head in heads) else "money-rounding", {}, ("heads",)),
    )


def _limits(account: Account) -> Iterator[Sentence]:
    """What was claimed, or the policy's own limit, where it cut a sum; with the parts of the order that it cut."""
    heads = account.derivation.verdict.heads
    own = [one for one in heads if one.capped and one.limit is not None and one.computed is not None]
    for same in grouped(own, lambda head: (head.id, _alike_limit(head)))[:GROUPS_SHOWN]:
        limit = same[0].limit
        if limit is None:
            continue
        for said in _limit_notes(account, same[0], limit):
            yield _of_head(account, same[0], about(account, [head.part for head in same], said))
    for message, cut in (
        ("money-capped", [one for one in heads if one.capped_by_claim]),
        ("money-capped-paid", [one for one in heads if one.capped_by_paid]),
    ):
        for same in grouped(cut, lambda head: head.id):
            said = about(account, [head.part for head in same], Sentence(message, {}, (f"head:{same[0].id}",)))
            yield _of_head(account, same[0], said)


def _alike_limit(head: Head) -> Hashable:
    """Parts with one limit are told together; of the whole there is but one."""
    return (head.limit.amount, head.limit.used) if head.limit is not None else None


def _limit_notes(account: Account, head: Head, limit: Limit) -> Iterator[Sentence]:
    """How a limit is computed, that it cut the sum, and how much of it was used up already."""
    node = (f"head:{head.id}",)
    cap = next(one.cap for one, _, _ in account.derivation.book.outcome.heads if one.id == head.id)
    computed: dict[str, Argument] = {"before": head.computed or UNKNOWN, "limit": limit.amount or UNKNOWN}
    if cap is not None and not _is_plain(limit):
        values = [_value(account, operand) or UNKNOWN for operand in limit.operands]
        formula = formula_sentence(cap.expression, values, node)
        yield Sentence("money-limit-formula", {"formula": formula, "limit": limit.amount or UNKNOWN}, node)
    if limit.used is not None and limit.used.minor and limit.amount is not None and head.part is None:
        left = Money(max(0, limit.amount.minor - limit.used.minor), limit.amount.currency)
        yield Sentence("money-cap-used", {**computed, "used": limit.used, "left": left}, node)
    elif head.part is not None:
        # Parts have no row of their own that names the limit.
        name = limit_name(account, limit, node)
        yield (
            Sentence("money-cap-of-named", {**computed, "name": name}, node)
            if name is not None
            else Sentence("money-cap-of", computed, node)
        )
    else:
        yield Sentence("money-cap", computed, node)


def _formulas(account: Account) -> list[Sentence]:
    """The arithmetic of every amount that is more than a sum of its operands, with its numbers."""
    found: dict[Hashable, list[Head]] = {}
    for head in account.derivation.verdict.heads:
        formula = _formula(account, head)
        if formula is not None and head.amount is not None and head.amount.minor and _needs_telling(formula, head):
            found.setdefault((head.id, formula.text, head.operands, _is_cut(head)), []).append(head)
    sentences = []
    for heads in list(found.values())[:GROUPS_SHOWN]:
        formula = _formula(account, heads[0])
        assert formula is not None
        values = [_value(account, operand) or UNKNOWN for operand in heads[0].operands]
        node = (f"head:{heads[0].id}",)
        args: dict[str, Argument] = {"formula": formula_sentence(formula.expression, values, node)}
        if _is_cut(heads[0]) and heads[0].computed is not None:
            formula_is: dict[str, Argument] = {"left": args["formula"], "right": heads[0].computed}
            args["formula"] = Sentence("formula-is", formula_is, node)
        parts = [head.part for head in heads if head.part is not None]
        if parts:
            args["subject"] = subject(account, parts)
        said = Sentence("money-formula-parts" if parts else "money-formula", args, node)
        sentences.append(_of_head(account, heads[0], said))
    return sentences


def _of_head(account: Account, head: Head, said: Sentence) -> Sentence:
    """A note with the name of the loss it is about, where there are several."""
    if len({one.id for one in account.derivation.verdict.heads}) == 1:
        return said
    return Sentence("money-note-of", {"head": account.policy_sentence(head.id, None), "note": said}, said.nodes)


def _needs_telling(formula: Formula, head: Head) -> bool:
    """Whether the rows do not tell it already: any product or function, and any sum that is settled part by part."""
    counting = [one for one in head.operands if not isinstance(one.value, Money) or one.value.minor]
    if head.capped and head.part is None:
        return True
    return not _is_sum(formula) or (head.part is not None and len(counting) > 1)


def _is_cut(head: Head) -> bool:
    """Whether less is owed than the formula comes to."""
    return head.capped or head.capped_by_claim or head.capped_by_paid


def _is_sum(formula: Formula) -> bool:
    """Whether the operands with their signs are all there is to it."""
    plain = formula.expression
    count = sum(1 for _ in signed_operands(plain))
    while isinstance(plain, Combined) and plain.op in ("+", "-") and not isinstance(plain.right, Combined):
        plain, count = plain.left, count - 1
    return count == 1


def _formula(account: Account, head: Head) -> Formula | None:
    """The formula that an amount was computed by: the rule's own, else the head's."""
    for one, what, _ in account.derivation.book.outcome.heads:
        if one.id == head.id:
            own = next((rule.amount for _, rule in what if rule.id == head.what.winner), None)
            return own or one.amount
    return None


def _priors(account: Account) -> list[Sentence]:
    """What other claims give. What may still come to something is told with the route."""
    return [_prior(account, prior) for prior in account.derivation.verdict.priors if prior.amount.minor]


def _prior(account: Account, prior: Prior) -> Sentence:
    """What another claim of the case already gives for the same loss, and whether it was taken off here."""
    heads = [head for head in account.derivation.verdict.heads
             if head.id == prior.head and prior.concerns(head.part)]  # fmt: skip
    deducted = any(operand.name == "already_made_good" for head in heads for operand in head.operands)
    other = next(one for one in account.derivation.dossier.case.claims if one.id == prior.claim)
    args: dict[str, Argument] = {
        "claim": account.policy_sentence(other.claim, None),
        "amount": prior.amount,
        "payee": Party(heads[0].to if heads else account.claim.by),
    }
    return Sentence("money-prior-deducted" if deducted else "money-prior", args, (f"claim:{prior.claim}",))
