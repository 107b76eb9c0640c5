"""Section 1, the decision in three lines, and section 2, what it means for the addressee."""

from collections.abc import Hashable, Sequence

from arbiter.policy.formulas import ALREADY
from arbiter.report.letter import Argument, Day, Party, Promise, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.asked import ask_message, requests
from arbiter.report.plan.groups import about, grouped, largest, listed, more, subject, words_of
from arbiter.report.plan.held import share_of
from arbiter.report.plan.money import lacking, limit_name
from arbiter.report.plan.questions import finding_sentence
from arbiter.verdict.mattering import place_of
from arbiter.verdict.model import Head, Measure, Transfer
from evidence import Money


def title(account: Account) -> tuple[Sentence, ...]:
    """Who pays what to whom, or what follows instead."""
    verdict = account.derivation.verdict
    if account.derivation.outcome is None:
        return (Sentence("person-decides-all", {}, ("route",)),)
    still_open = account.parts_unknown or any(not head.settled for head in verdict.heads) or _barred(account)
    if verdict.transfers:
        rest = (Sentence("person-decides-rest", {}, ("route",)),) if still_open else ()
        return (*(_pays(account, transfer) for transfer in account.payments), *rest)
    if account.about_money:
        if still_open:
            return (Sentence("person-decides-all", {}, ("route",)),)
        own = account.is_you(account.derivation.book.claim.by)
        message = "nothing-proposed" if verdict.status == "referred" else "nothing-owed-you" if own else "nothing-owed"
        return (Sentence(message, {}, tuple(dict.fromkeys(f"head:{head.id}" for head in verdict.heads))),)
    if verdict.measures:
        return tuple(_measure(account, measure) for measure in verdict.measures)
    suffix = "" if verdict.status == "referred" else f"-{verdict.status}"
    return (Sentence(f"measure-none{suffix}", {}, ("route",)),)


def _barred(account: Account) -> bool:
    """Whether the rules named a payer who may not be made to pay."""
    return any(reason.cause in ("no_fault", "guarantee") for reason in account.derivation.verdict.route.reasons)


def _pays(account: Account, transfer: Transfer) -> Sentence:
    stem = "proposed" if account.derivation.verdict.status == "referred" else "pays"
    if account.is_you(transfer.payer):
        stem += "-you"
    elif account.is_you(transfer.payee):
        stem += "-to-you"
    return Sentence(stem, transfer_args(transfer), (f"transfer:{transfer.head}",))


def transfer_args(transfer: Transfer) -> dict[str, Party | Money]:
    """The arguments of any sentence about a transfer."""
    return {"payer": Party(transfer.payer), "payee": Party(transfer.payee), "amount": transfer.amount}


def lines(account: Account) -> tuple[Sentence, ...]:
    """Why, in the policy's words, and in what state the decision is."""
    verdict = account.derivation.verdict
    found = _winning_rules(account)
    if verdict.transfers and verdict.status == "final":
        due = account.days("pay_days", account.as_of)
        for transfer in account.payments:
            args: dict[str, Argument] = {**transfer_args(transfer), "day": due}
            found.insert(0, Sentence("pays-by", args, (f"transfer:{transfer.head}",)))
    if not account.about_money:
        found += _reasons(account)
        if account.derivation.outcome is not None:
            found.append(Sentence("nothing-owed", {}, ("transfers",)))
    until = account.days("appeal_days", account.as_of)
    found.append(Sentence(f"state-{verdict.status}", {"day": until}, ("status",)))
    return (*_less(account), *found, *_why_a_person(account), *_other_claims(account))


def _less(account: Account) -> list[Sentence]:
    """To a claimant that gets less than it claimed, but not nothing: what it claimed, what it gets, and why."""
    verdict, claimed, by = account.derivation.verdict, account.claim.amount, account.derivation.book.claim.by
    got = [one.amount for one in account.payments if one.payee == by]
    if claimed is None or not account.is_you(by) or not got or {one.currency for one in got} != {claimed.currency}:
        return []
    total = Money(sum(one.minor for one in got), claimed.currency)
    if total.minor >= claimed.minor:
        return []
    reasons = _why_less(account)
    because = reasons[0]
    for one in reasons[1:]:
        because = Sentence("less-and", {"first": because, "second": one}, (*because.nodes, *one.nodes))
    message = "less-than-claimed" if verdict.status == "final" else "less-than-claimed-open"
    nodes = tuple(dict.fromkeys(("transfers", *because.nodes)))
    return [Sentence(message, {"claimed": claimed, "amount": total, "reason": because}, nodes)]


def _why_less(account: Account) -> list[Sentence]:
    """Why less is given than was claimed: what is open, a limit, a gate, what is not owed, what was given before."""
    heads = account.derivation.verdict.heads
    found: list[Sentence] = []
    if any(not head.settled for head in heads):
        found.append(Sentence("less-open", {}, ("heads",)))
    for head in heads:
        if head.capped and head.limit is not None and head.limit.amount is not None:
            node = (f"head:{head.id}",)
            name = limit_name(account, head.limit, node)
            args: dict[str, Argument] = {"limit": head.limit.amount}
            args |= {"name": name} if name is not None else {}
            found.append(Sentence("less-limit-named" if name is not None else "less-limit", args, node))
    if any(head.capped_by_paid for head in heads):
        found.append(Sentence("less-paid", {}, ("heads",)))
    refused = [head for head in heads if head.gate is not None and head.amount is not None]
    if refused:
        found.append(Sentence("less-gate", {"subject": _not_given(account, refused)}, (f"rule:{refused[0].gate}",)))
    nothing = [head for head in heads if head.gate is None and head.amount is not None and not head.amount.minor]
    if nothing:
        found.append(Sentence("less-nothing", {"subject": _not_given(account, nothing)}, (f"head:{nothing[0].id}",)))
    already = [one.value for head in heads for one in head.operands if one.name == ALREADY]
    given = next((one for one in already if isinstance(one, Money) and one.minor), None)
    if given is not None:
        found.append(Sentence("less-already", {"amount": given}, ("heads",)))
    return [first for first, *_ in grouped(found, words_of)] or [Sentence("less-computed", {}, ("heads",))]


def _not_given(account: Account, heads: Sequence[Head]) -> Sentence:
    """For what nothing is given: parts of the order, else losses by their names."""
    parts = [head.part for head in heads if head.part is not None]
    if parts:
        return subject(account, parts)
    return listed([account.policy_sentence(name, None) for name in dict.fromkeys(head.id for head in heads)])


def _winning_rules(account: Account) -> list[Sentence]:
    """The rules that won each head, or the gate that kept it from being asked; once for all parts with the same."""
    found: list[Sentence] = []
    gates = grouped([head for head in account.derivation.verdict.heads if head.gate], lambda head: head.gate)
    for heads in gates:
        if heads[0].amount is not None:
            reason = account.policy_sentence(account.derivation.book.claim.id, heads[0].gate, f"rule:{heads[0].gate}")
            said = Sentence("gate-refused", {"reason": reason}, reason.nodes)
            found.append(about(account, [head.part for head in heads], said))
    for refusals in grouped(account.derivation.verdict.refused, lambda one: one.gate):
        reason = account.policy_sentence(account.derivation.book.claim.id, refusals[0].gate, f"rule:{refusals[0].gate}")
        said = Sentence("gate-refused-nothing", {"reason": reason}, reason.nodes)
        found.append(about(account, [one.part for one in refusals], said))
    for same in grouped(account.derivation.verdict.heads, lambda head: head.id):
        groups = grouped(same, _winners)
        shown, others = largest(groups)
        for heads in shown:
            found += _rules(account, heads)
        if others:
            found.append(more(account, len(groups) - len(shown), [head.part or "" for head in others]))
    return found


def _winners(head: Head) -> Hashable:
    return head.what.winner, head.who.winner


def _rules(account: Account, heads: Sequence[Head]) -> Sequence[Sentence]:
    """The rules that won: a sentence each for the whole order, in one for the parts that they won for."""
    first, parts = heads[0], [head.part for head in heads if head.part is not None]
    names = [choice.winner for choice in (first.what, first.who) if choice.winner is not None]
    said = [account.rule_sentence(first.id, name) for name in names]
    if parts and len(said) > 1:
        nodes = (*said[0].nodes, *said[1].nodes)
        said = [Sentence("both", {"first": said[0], "second": said[1]}, nodes)]
    return [about(account, parts, one) for one in said]


def _other_claims(account: Account) -> list[Sentence]:
    """Where a case has several claims: which one this letter is about, and that the others have their own."""
    claims = len(account.derivation.dossier.case.claims)
    if claims < 2:
        return []
    title = account.policy_sentence(account.derivation.book.claim.id, None)
    args: dict[str, Argument] = {"claim": title, "day": Day(account.claim.filed_at), "claims": claims - 1}
    return [Sentence("other-claims", args, ("case",))]


def _reasons(account: Account) -> list[Sentence]:
    """Where no money is at stake, the findings say why."""
    found = []
    telling = [one for one in account.derivation.verdict.findings if one.shown or one.by in ("burden", "otherwise")]
    findings = [one for one in telling if place_of(one) not in account.unneeded]
    groups = grouped(findings, lambda one: (one.question, one.answer, one.by, one.burden_on))
    shown, others = largest(groups)
    for group in shown:
        finding = group[0]
        answered = account.answer_shown if finding.shown else account.policy_sentence
        said = answered(finding.question, finding.answer, f"finding:{finding.question}")
        if finding.by == "burden":
            said = finding_sentence(account, finding, said)
        found.append(about(account, [one.part for one in group], said))
    parts = [one.part for one in others if one.part is not None]
    if parts:
        found.append(more(account, len(groups) - len(shown), parts))
    return found


def meaning(account: Account) -> tuple[Sentence, ...]:
    """What the addressee has to do and gets; for the agent, what is open."""
    if account.for_agent:
        return _for_agent(account)
    verdict = account.derivation.verdict
    suffix = "" if verdict.status == "final" else f"-{verdict.status}"
    due = account.days("pay_days", account.as_of)
    found: list[Sentence] = []
    for transfer in account.payments:
        nodes = (f"transfer:{transfer.head}",)
        if account.is_you(transfer.payer):
            found.append(_you_pay(account, transfer, suffix, nodes))
        elif account.is_you(transfer.payee):
            found.append(Sentence("means-receive" + suffix, {"amount": transfer.amount, "day": due}, nodes))
    found += _measures(account)
    open_heads = _open_heads(account)
    found += open_heads
    concerned = {party for transfer in verdict.transfers for party in (transfer.payer, transfer.payee)}
    if not open_heads and account.audience not in concerned:
        found += _nothing(account, suffix)
    if any(transfer.payer == "platform" for transfer in verdict.transfers):
        found.append(Sentence("means-platform-fund", {"payer": Party("platform")}, ("transfers",)))
    return (*found, *_still_to_do(account))


def _open_heads(account: Account) -> list[Sentence]:
    """What the addressee would bear or get of which nobody knows yet how much, or who bears it."""
    found: list[Sentence] = []
    verdict = account.derivation.verdict
    paid = {transfer.head for transfer in verdict.transfers}
    barred = [one for one in verdict.heads if one.amount and one.amount.minor and one.id not in paid]
    unsettled = [one for one in verdict.heads if not one.settled or (_barred(account) and one in barred)]
    for heads in grouped(unsettled, lambda one: one.id):
        bearers = {head.bearer if head not in barred else None for head in heads if head.what.winner is not None}
        args: dict[str, Argument] = {"head": account.policy_sentence(heads[0].id, None)}
        if account.audience in bearers:
            message = "means-open-pay"
        elif not account.is_you(heads[0].to) and None not in bearers and all(head.what.winner for head in heads):
            continue
        else:
            message = "means-open-receive" if account.is_you(heads[0].to) else "means-open"
        found.append(Sentence(message, args, (f"head:{heads[0].id}",)))
    return found


def _you_pay(account: Account, transfer: Transfer, suffix: str, nodes: tuple[str, ...]) -> Sentence:
    """What the addressee pays, and out of what: money that is still held for the order comes first."""
    args: dict[str, Argument] = {"amount": transfer.amount, "day": account.days("pay_days", account.as_of)}
    share = share_of(account, transfer)
    if share is None:
        return Sentence("means-pay" + suffix, args, nodes)
    if not share.rest.minor:
        return Sentence("means-pay-held", args, nodes)
    return Sentence("means-pay-held-part", {**args, "held": share.held, "rest": share.rest}, nodes)


def _nothing(account: Account, suffix: str) -> list[Sentence]:
    verdict = account.derivation.verdict
    claim = account.claim
    if not account.about_money:
        message = "means-no-action" if account.is_you(account.derivation.book.claim.by) else "means-nothing" + suffix
        return [Sentence(message, {}, ("transfers",))]
    if account.is_you(account.derivation.book.claim.by):
        if verdict.status == "referred":
            return []
        if claim.amount is None:
            return [Sentence("means-nothing-for-claimant-unnamed", {}, ("head",))]
        return [Sentence("means-nothing-for-claimant", {"amount": claim.amount}, ("head",))]
    found = [Sentence("means-nothing" + suffix, {}, ("transfers",))]
    held = account.derivation.dossier.case.funds_at
    if account.is_you("seller") and verdict.status == "final":
        found.append(Sentence("means-released" if held == "escrow" else "means-kept", {}, ("transfers",)))
    return found


def _measures(account: Account) -> list[Sentence]:
    """What happens to the addressee's standing."""
    measures = account.derivation.verdict.measures
    return [_measure(account, measure) for measure in measures if account.is_you(measure.to)]


def _measure(account: Account, measure: Measure) -> Sentence:
    return account.policy_sentence(account.derivation.book.claim.id, measure.id, f"measure:{measure.id}")


def _still_to_do(account: Account) -> list[Sentence]:
    """What is asked of the addressee before the decision can be final."""
    verdict = account.derivation.verdict
    until = account.days("reply_days", account.as_of)
    found = []
    if any(hearing.party == account.audience and not hearing.heard for hearing in verdict.hearings):
        found.append(Sentence("means-answer", {"day": until}, (f"hearing:{account.audience}",)))
    for one in requests(account):
        if account.is_you(one.party):
            args: dict[str, Argument] = {"kind": one.kind, "day": Day(one.deadline) if one.deadline else until}
            found.append(Sentence(ask_message(account, "means-asked", one.asks[0]), args, one.nodes))
    return [first for first, *_ in grouped(found, words_of)]


def _why_a_person(account: Account) -> list[Sentence]:
    """Every reason why no machine settles this, each said once."""
    claim = account.derivation.book.claim.id
    reasons = []
    for reason in account.derivation.verdict.route.reasons:
        said = Sentence(f"reason-{reason.cause}", {}, ("route",))
        missing = [
            one
            for head in account.derivation.verdict.heads
            if reason.cause == "missing_amount" and head.id == reason.ref and head.amount is None
            for one in lacking(account, head)
        ]
        if missing:
            unknown = [first for first, *_ in grouped(missing, words_of)]
            said = Sentence("reason-missing_amount-named", {"names": listed(unknown)}, ("route",))
        elif reason.cause == "missing_amount" and _several_currencies(account):
            said = Sentence("reason-missing_amount-currencies", {}, ("route",))
        if reason.cause == "gap":
            said = Sentence(_gap(account, reason.ref), {}, ("route",))
        if reason.cause in ("rule", "gate"):
            rule = account.policy_sentence(claim, reason.ref, f"rule:{reason.ref}")
            said = rule if reason.cause == "rule" else Sentence(said.id, {"reason": rule}, rule.nodes)
        reasons.append(said)
    return [reason for number, reason in enumerate(reasons) if reason not in reasons[:number]]


def _several_currencies(account: Account) -> bool:
    """Whether the order, the claim and what was made good are not all in one currency."""
    of = [value for item in account.derivation.items if item.kind in ("order", "claim", "item")
          for value in item.fields.values() if isinstance(value, Money)]  # fmt: skip
    already = account.claim.already_made_good
    return len({one.currency for one in (*of, *([already] if already is not None else ()))}) > 1


def _gap(account: Account, head: str) -> str:
    """Whether no rule says what is owed, or who bears it."""
    heads = [one for one in account.derivation.verdict.heads if one.id == head]
    open_ = any(one.what.state == "gap" for one in heads)
    borne = any(one.who.state == "gap" for one in heads)
    return "reason-gap-bearer" if borne and not open_ else "reason-gap"


def _for_agent(account: Account) -> tuple[Sentence, ...]:
    verdict = account.derivation.verdict
    found: list[Sentence] = []
    if verdict.route.desk is not None:
        found.append(Sentence("desk", {"desk": verdict.route.desk}, ("route",)))
    silent = next(
        (one for _, one in account.derivation.book.outcome.routes if one.id == verdict.route.no_letters), None
    )
    if silent is not None:
        found.append(Sentence("agent-no-letters", {"clause": silent.clause}, ("route", f"rule:{silent.id}")))
    if account.about_money:
        found += [_measure(account, measure) for measure in verdict.measures]
    still_open = [
        finding
        for finding in verdict.findings
        if finding.deadlocked or finding.open or (verdict.status == "referred" and finding.by == "burden")
    ]
    for findings in grouped(still_open, lambda finding: finding.question):
        title = account.policy_sentence(findings[0].question, None)
        asked = Sentence("agent-question", {"question": title}, (f"finding:{findings[0].question}",))
        found.append(about(account, [finding.part for finding in findings], asked))
    for one in requests(account):
        args: dict[str, Argument] = {"party": Party(one.party), "kind": one.kind}
        found.append(Sentence(ask_message(account, "agent-evidence", one.asks[0]), args, one.nodes))
    found = [first for first, *_ in grouped(found, words_of)]
    until = account.days("appeal_days", account.as_of)
    return tuple(found) or (Sentence(f"state-{verdict.status}", {"day": until}, ("status",)),)


def promises(account: Account) -> tuple[Promise, ...]:
    """The guarantees that held, the addressee's own first."""
    clauses = {rule.id: rule.clause for _, rule in account.derivation.book.outcome.guarantees}
    claim = account.derivation.book.claim.id
    found = [
        Promise(
            account.policy_sentence(claim, kept.id, f"guarantee:{kept.id}"), clauses[kept.id], account.is_you(kept.to)
        )
        for kept in account.derivation.verdict.guarantees
        if kept.kept
    ]
    return tuple(sorted(found, key=lambda promise: not promise.own))
