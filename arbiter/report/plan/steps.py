"""Sections 12 and 13: what happens next, with dates, and how to disagree, until when."""

from arbiter.report.letter import Argument, BusinessDay, Day, Deadline, Party, Sentence, Verbatim
from arbiter.report.plan.account import Account
from arbiter.report.plan.asked import ask_message, contradicts_itself, missing, requests
from arbiter.report.plan.groups import grouped, words_of
from arbiter.report.plan.held import share_of
from arbiter.verdict.model import Measure, Transfer


def next_steps(account: Account) -> tuple[Sentence, ...]:
    """Everything that happens from now on, each with its date."""
    verdict = account.derivation.verdict
    until = account.days("reply_days", account.as_of)
    found: list[Sentence] = []
    if verdict.status == "final":
        found += [_payment(account, transfer) for transfer in account.payments]
        # Where money is at stake, a measure is told to those whom it concerns.
        if any(account.for_agent or account.is_you(one.to) or not account.about_money for one in verdict.measures):
            found.append(Sentence("next-measure", {}, ("measures",)))
        found += [*_lasting(account), *_sequels(account)]
        return tuple(found) or (Sentence("next-nothing", {}, ("status",)),)
    for hearing in verdict.hearings:
        if not hearing.heard:
            args: dict[str, Argument] = {"party": Party(hearing.party), "day": until}
            message = "next-hear-you" if account.is_you(hearing.party) else "next-hear"
            found.append(Sentence(message, args, (f"hearing:{hearing.party}",)))
    for one in requests(account):
        message = ask_message(account, "next-ask", one.asks[0]) + ("-you" if account.is_you(one.party) else "")
        day = Day(one.deadline) if one.deadline else until
        found.append(Sentence(message, {"party": Party(one.party), "kind": one.kind, "day": day}, one.nodes))
    found = [first for first, *_ in grouped(found, words_of)]  # several fields of one record are asked for at once
    found += _any_of(account)
    if verdict.status == "referred":
        found.append(_person_decides(account, until))
    return (*found, *_lasting(account), *_sequels(account))


def _payment(account: Account, transfer: Transfer) -> Sentence:
    """Who pays until when, out of the money held for the order as far as that goes."""
    node = (f"transfer:{transfer.head}",)
    args: dict[str, Argument] = {"payer": Party(transfer.payer), "day": account.days("pay_days", account.as_of)}
    you = "-you" if account.is_you(transfer.payer) else ""
    share = share_of(account, transfer)
    if share is None:
        return Sentence("next-pay" + you, args, node)
    if not share.rest.minor:
        return Sentence("next-pay-held", args, node)
    return Sentence("next-pay-held-part" + you, {**args, "held": share.held, "rest": share.rest}, node)


def _person_decides(account: Account, until: Deadline) -> Sentence:
    """Until when a person decides: nobody does before everyone has had the time to answer."""
    if isinstance(until, BusinessDay):
        return Sentence("next-person-later", {"span": account.span("decide_days")}, ("route",))
    last = max([until.at, *(ask.deadline for ask in account.derivation.verdict.asks if ask.deadline)])
    return Sentence("next-person", {"day": account.days("decide_days", last)}, ("route",))


def _any_of(account: Account) -> list[Sentence]:
    """Where a party is asked for several kinds of evidence of which one is enough, until different days."""
    found = []
    for party, obtainable in sorted(account.derivation.book.claim.evidence.items()):
        own = [one.asks[0] for one in requests(account) if one.party == party]
        if sum(ask.kind in obtainable.any_of and ask.field is None for ask in own) > 1:
            message = "next-any-of-you" if account.is_you(party) else "next-any-of"
            found.append(Sentence(message, {"party": Party(party)}, (f"ask:{party}",)))
    return found


def _lasting(account: Account) -> list[Sentence]:
    """Until when measures last: counted from the decision, whose day is known once it is final."""
    told = [one for one in account.derivation.verdict.measures if account.for_agent or account.is_you(one.to)]
    return [one for measure in told if (one := _lasts(account, measure)) is not None]


def _lasts(account: Account, measure: Measure) -> Sentence | None:
    rule = next(rule for _, rule in account.derivation.book.outcome.measures if rule.id == measure.id)
    if rule.lasts is None:
        return None
    node = (f"measure:{measure.id}",)
    said: dict[str, Argument] = {"statement": account.policy_sentence(account.derivation.book.claim.id, measure.id)}
    if account.derivation.verdict.status == "final":
        return Sentence("measure-lasts", {**said, "day": account.days(rule.lasts, account.as_of)}, node)
    return Sentence("measure-would-last", {**said, "span": account.span(rule.lasts)}, node)


def _sequels(account: Account) -> list[Sentence]:
    """What may follow the first step: when, if the policy says so, what can be sent then, and until when."""
    found = []
    for sequel in account.derivation.verdict.sequels:
        args: dict[str, Argument] = {"party": Party(sequel.party), "kind": account.kind(sequel.ask)}
        node = (f"rule:{sequel.head}.{sequel.rule}",)
        you = "-you" if account.is_you(sequel.party) else ""
        if account.derivation.verdict.status == "final":
            args["day"] = account.days(sequel.within, account.as_of)
            said = Sentence("next-sequel" + you, args, node)
        else:
            args["span"] = account.span(sequel.within)
            said = Sentence("next-sequel-later" + you, args, node)
        own = account.sequel_sentence(sequel.head, sequel.rule)
        found.append(said if own is None else Sentence("both", {"first": own, "second": said}, node))
    return found


def _optional(account: Account) -> list[Sentence]:
    """What the addressee may send though nobody asks for it, as long as it has sent none."""
    obtainable = account.derivation.book.claim.evidence.get(account.audience)
    sent = {item.kind for item in account.derivation.items if item.submitted_by == account.audience}
    later = {sequel.ask for sequel in account.derivation.verdict.sequels if account.is_you(sequel.party)}
    kinds = [kind for kind in obtainable.optional if kind not in sent | later] if obtainable else []
    return [Sentence("may-send", {"kind": account.kind(kind)}, ("policy",)) for kind in dict.fromkeys(kinds)]


def appeal(account: Account) -> tuple[Sentence, ...]:
    """How to disagree: an appeal against a final decision, an answer to one that is still open."""
    case = Sentence("how-to-reply", {"case": Verbatim(account.derivation.dossier.case.case)}, ("case",))
    if account.derivation.verdict.status != "final":
        until = account.days("reply_days", account.as_of)
        then = "respond-then-business" if account.counts_business_days("appeal_days") else "respond-then"
        return (
            Sentence("respond-until", {"day": until}, ("status",)),
            *_optional(account),
            Sentence(then, {"days": account.number("appeal_days")}, ("status",)),
            Sentence("appeal-grounds", {}, ("policy",)),
            case,
        )
    until = account.days("appeal_days", account.as_of)
    found = [
        Sentence("appeal-until", {"day": until}, ("status",)),
        *([account.policy_sentence("appeal_effect", None, "policy")] if account.derivation.verdict.transfers else []),
        Sentence("appeal-grounds", {}, ("policy",)),
        *_optional(account),
        Sentence("appeal-person", {}, ("policy",)),
    ]
    if not account.for_agent:
        found += _decisive(account)
    return (*found, case)


def _decisive(account: Account) -> list[Sentence]:
    """Evidence in the addressee's own hands that would change the result."""
    signals = {signal.id: signal for signal in account.derivation.book.signals}
    found: list[Sentence] = []
    for counterfactual in account.explanation.counterfactuals:
        if len(counterfactual.changes) != 1 or not counterfactual.can_still_send:
            continue
        change = counterfactual.changes[0]
        if not account.is_you(change.party) or change.signal is None:
            continue
        signal = signals[change.signal]
        if _helps(account, counterfactual.transfers) and not contradicts_itself(account, signal):
            evidence = missing(account, signal)
            found.append(Sentence("appeal-decisive", {"evidence": evidence}, ("explanation",)))
    return found


def _helps(account: Account, transfers: tuple[object, ...]) -> bool:
    """Whether the addressee would be better off: what only harms it is no ground for its appeal."""

    def net(found: tuple[object, ...]) -> int:
        total = 0
        for transfer in found:
            minor = transfer.amount.minor  # type: ignore[attr-defined]
            total += minor if account.is_you(transfer.payee) else 0  # type: ignore[attr-defined]
            total -= minor if account.is_you(transfer.payer) else 0  # type: ignore[attr-defined]
        return total

    return net(transfers) > net(account.derivation.verdict.transfers)
