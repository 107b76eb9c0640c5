"""Sections 12 and 13: what happens next, with dates, and how to disagree, until when."""

from arbiter.report.letter import Argument, Day, Party, Sentence, Verbatim
from arbiter.report.plan.account import Account
from arbiter.report.plan.changes import contradicts_itself, missing, wanted
from arbiter.report.plan.decision import is_held


def next_steps(account: Account) -> tuple[Sentence, ...]:
    """Everything that happens from now on, each with its date."""
    verdict = account.derivation.verdict
    until = account.days("reply_days", account.as_of)
    found: list[Sentence] = []
    if verdict.status == "final":
        due = account.days("pay_days", account.as_of)
        for transfer in verdict.transfers:
            args: dict[str, Argument] = {"payer": Party(transfer.payer), "day": Day(due)}
            message = "next-pay-you" if account.is_you(transfer.payer) else "next-pay"
            message = "next-pay-held" if is_held(account, transfer) else message
            found.append(Sentence(message, args, (f"transfer:{transfer.head}",)))
        if verdict.measures:
            found.append(Sentence("next-measure", {}, ("measures",)))
        return tuple(found) or (Sentence("next-nothing", {}, ("status",)),)
    for hearing in verdict.hearings:
        if not hearing.heard:
            args = {"party": Party(hearing.party), "day": Day(until)}
            message = "next-hear-you" if account.is_you(hearing.party) else "next-hear"
            found.append(Sentence(message, args, (f"hearing:{hearing.party}",)))
    for ask in verdict.asks:
        message = "next-ask" if ask.field is None else "next-ask-field"
        message += "-you" if account.is_you(ask.party) else ""
        kind = wanted(account, ask)
        node = (f"ask:{ask.party}.{ask.kind}",)
        day = Day(ask.deadline or until)
        found.append(Sentence(message, {"party": Party(ask.party), "kind": kind, "day": day}, node))
    if verdict.status == "referred":
        until = max([until, *(ask.deadline for ask in verdict.asks if ask.deadline)])
        # Nobody decides before everyone has had the time to answer.
        found.append(Sentence("next-person", {"day": Day(account.days("decide_days", until))}, ("route",)))
    return tuple(found)


def appeal(account: Account) -> tuple[Sentence, ...]:
    """How to disagree: an appeal against a final decision, an answer to one that is still open."""
    case = Sentence("how-to-reply", {"case": Verbatim(account.derivation.dossier.case.case)}, ("case",))
    if account.derivation.verdict.status != "final":
        until = Day(account.days("reply_days", account.as_of))
        days = account.number("appeal_days")
        return (
            Sentence("respond-until", {"day": until}, ("status",)),
            Sentence("respond-then", {"days": days}, ("status",)),
            Sentence("appeal-grounds", {}, ("policy",)),
            case,
        )
    until = Day(account.days("appeal_days", account.as_of))
    found = [
        Sentence("appeal-until", {"day": until}, ("status",)),
        *([account.policy_sentence("appeal_effect", None, "policy")] if account.derivation.verdict.transfers else []),
        Sentence("appeal-grounds", {}, ("policy",)),
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
