"""What would come out if something were otherwise: who would pay what, and which measures would follow."""

from collections.abc import Sequence

from arbiter.report.letter import Party, Sentence
from arbiter.report.plan.account import Account, payments_of
from arbiter.verdict.model import Measure, Transfer

_NODES = ("explanation",)


def result_sentences(
    account: Account, transfers: Sequence[Transfer], measures: tuple[Measure, ...], settled: bool
) -> tuple[Sentence, ...]:
    """What would come out then; nothing where only the standing of someone else would change."""
    paid, verdict = payments_of(transfers), account.derivation.verdict
    if account.about_money and paid == account.payments and measures != verdict.measures:
        return _other_measures(account, measures)
    if paid:
        return tuple(
            Sentence(
                "result-pays-too" if number else "result-pays",
                {"payer": Party(transfer.payer), "payee": Party(transfer.payee), "amount": transfer.amount},
                _NODES,
            )
            for number, transfer in enumerate(paid)
        )
    if account.about_money:
        return (Sentence("result-nothing" if settled else "result-none", {}, _NODES),)
    claim = account.derivation.book.claim.id
    if measures:
        return tuple(
            Sentence("result-measure", {"statement": account.policy_sentence(claim, measure.id)}, _NODES)
            for measure in measures
        )
    return (Sentence("result-none", {}, _NODES),)


def _other_measures(account: Account, then: tuple[Measure, ...]) -> tuple[Sentence, ...]:
    """Which measures would follow then and which would not, for those whom they concern."""
    before = account.derivation.verdict.measures
    claim = account.derivation.book.claim.id
    changed = [("result-measure", one) for one in then if one not in before]
    changed += [("result-no-measure", one) for one in before if one not in then]
    return tuple(
        Sentence(message, {"statement": account.policy_sentence(claim, one.id)}, _NODES)
        for message, one in changed
        if account.for_agent or account.is_you(one.to)
    )
