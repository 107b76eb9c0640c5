"""Section 11: what would have changed the decision, each confirmed by deciding again."""

from arbiter.explain.model import Change, Counterfactual
from arbiter.policy.conditions import RecordTest
from arbiter.policy.model import Signal
from arbiter.report.letter import Party, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import describe

SHOWN = 6


def changes(account: Account) -> tuple[tuple[Sentence, ...], ...]:
    """One group of sentences for each set of changes: what, and what then. What can still be sent comes first."""
    if account.derivation.outcome is None:
        return ()
    ordered = sorted(account.explanation.counterfactuals, key=lambda one: _rank(account, one))
    groups: list[tuple[Sentence, ...]] = []
    for counterfactual in ordered:
        said = [_said(account, change, counterfactual.can_still_send) for change in counterfactual.changes]
        sentences = [sentence for sentence in said if sentence is not None]
        if len(sentences) != len(said):
            continue
        if len(sentences) > 1:
            sentences = [Sentence("both-needed", {}, ("explanation",)), *sentences]
        group = (*sentences, *_result(account, counterfactual))
        if all(not _alike(group, other) for other in groups):
            groups.append(group)
    if not groups:
        message = "change-bounded" if account.explanation.bounded else "change-none"
        return ((Sentence(message, {}, ("explanation",)),),)
    return tuple(groups[:SHOWN])


def _rank(account: Account, counterfactual: Counterfactual) -> tuple[bool, int, int]:
    """What can still be sent first, then fewer changes, then the strongest evidence."""
    strengths = {signal.id: int(signal.strength) for signal in account.derivation.book.signals}
    strongest = max(strengths.get(change.signal or "", 0) for change in counterfactual.changes)
    return not counterfactual.can_still_send, len(counterfactual.changes), -strongest


def _alike(one: tuple[Sentence, ...], other: tuple[Sentence, ...]) -> bool:
    """Whether two groups read the same: two withheld records do."""
    return [_words(sentence) for sentence in one] == [_words(sentence) for sentence in other]


def _words(sentence: Sentence) -> tuple[object, ...]:
    args = tuple(_words(value) if isinstance(value, Sentence) else value for value in sentence.args.values())
    return sentence.id, sentence.attribute, args


def _said(account: Account, change: Change, can_still_send: bool) -> Sentence | None:
    """One change in words; None where the policy has no sentence for it."""
    nodes = ("explanation",)
    if change.action == "add":
        signal = next(one for one in account.derivation.book.signals if one.id == change.signal)
        message = "can-still" if can_still_send else "then-mattered"
        return Sentence(message, {"evidence": missing(account, signal)}, nodes)
    item = account.by_id.get(change.record or "")
    if item is None:
        return None
    if change.action == "remove":
        return Sentence("without-record", {"record": describe(account, item)}, (*nodes, f"record:{item.id}"))
    for signal in account.derivation.book.signals:
        test: RecordTest = signal.test
        if test.kind == change.kind and any(one.field == change.field for one in test.tests):
            statement = account.signal_sentence(signal, item.index)
            return Sentence("had-not-been", {"statement": statement}, (*nodes, f"record:{item.id}"))
    return None


def missing(account: Account, signal: Signal) -> Sentence:
    """Evidence that is not there, in the policy's words; the gist where the audience may not see it."""
    if signal.private is not None and account.hides(signal):
        return Sentence("record-private", {"gist": account.gist(signal.private)}, ("explanation",))
    return account.policy_sentence(signal.id, "missing", f"signal:{signal.id}")


def _result(account: Account, counterfactual: Counterfactual) -> tuple[Sentence, ...]:
    nodes = ("explanation",)
    if counterfactual.transfers:
        return tuple(
            Sentence(
                "result-pays",
                {"payer": Party(transfer.payer), "payee": Party(transfer.payee), "amount": transfer.amount},
                nodes,
            )
            for transfer in counterfactual.transfers
        )
    if account.derivation.verdict.heads:
        return (Sentence("result-nothing", {}, nodes),)
    claim = account.derivation.book.claim.id
    if counterfactual.measures:
        return tuple(
            Sentence("result-measure", {"statement": account.policy_sentence(claim, measure.id)}, nodes)
            for measure in counterfactual.measures
        )
    return (Sentence("result-none", {}, nodes),)
