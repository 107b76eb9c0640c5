"""Section 11: what would have changed the decision, each confirmed by deciding again."""

from arbiter.explain.model import Change, Counterfactual
from arbiter.policy.conditions import Between, Compare, RecordTest
from arbiter.report.letter import Argument, Party, Sentence
from arbiter.report.plan.account import Account, payments_of
from arbiter.report.plan.asked import contradicts_itself, missing
from arbiter.report.plan.evidence import dated
from arbiter.report.plan.groups import words_of

SHOWN = 6


def changes(account: Account) -> tuple[tuple[Sentence, ...], ...]:
    """One group of sentences for each set of changes: what, and what then. What can still be sent comes first."""
    if account.derivation.outcome is None:
        return ()
    ordered = sorted(account.explanation.counterfactuals, key=lambda one: _rank(account, one))
    groups: list[tuple[Sentence, ...]] = []
    for counterfactual in ordered:
        said, result = _change(account, counterfactual), _result(account, counterfactual)
        group = (said, *result) if said is not None and result else ()
        if group and all(not _alike(group, other) for other in groups):
            groups.append(group)
    if not groups:
        return ((Sentence(_unsaid(account), {}, ("explanation",)),),)
    return tuple(groups[:SHOWN])


def _unsaid(account: Account) -> str:
    """What to say where no change is listed: that there is none, or that none of them would help a reader."""
    if account.explanation.counterfactuals:
        return "change-other"
    return "change-bounded" if account.explanation.bounded else "change-none"


def _rank(account: Account, counterfactual: Counterfactual) -> tuple[bool, int, int]:
    """What can still be sent first, then fewer changes, then the strongest evidence."""
    strengths = {signal.id: int(signal.strength) for signal in account.derivation.book.signals}
    strongest = max(strengths.get(change.signal or "", 0) for change in counterfactual.changes)
    return not counterfactual.can_still_send, len(counterfactual.changes), -strongest


def _alike(one: tuple[Sentence, ...], other: tuple[Sentence, ...]) -> bool:
    """Whether two groups read the same: two withheld records do."""
    return [words_of(sentence) for sentence in one] == [words_of(sentence) for sentence in other]


def _change(account: Account, counterfactual: Counterfactual) -> Sentence | None:
    """A set of changes in words; None where saying it would not help a reader."""
    changes = counterfactual.changes
    if len(changes) == 1:
        return _said(account, changes[0])
    items = [account.by_id[change.record] for change in changes if change.action == "remove" and change.record]
    if len(items) != 2 or len(changes) != 2:
        return None
    first, second = items
    args: dict[str, Argument] = {
        "first": dated(account, first),
        "first_ref": account.refs[first.index],
        "second": dated(account, second),
        "second_ref": account.refs[second.index],
    }
    return Sentence("without-records", args, ("explanation", f"record:{first.id}", f"record:{second.id}"))


def _said(account: Account, change: Change) -> Sentence | None:
    nodes = ("explanation",)
    if change.action == "add":
        signal = next(one for one in account.derivation.book.signals if one.id == change.signal)
        if contradicts_itself(account, signal):
            return None
        return _could_be_sent(account, change, missing(account, signal))
    item = account.by_id.get(change.record or "")
    if item is None:
        return None
    if change.action == "remove":
        about: dict[str, Argument] = {"record": dated(account, item), "ref": account.refs[item.index]}
        return Sentence("without-record", about, (*nodes, f"record:{item.id}"))
    for signal in account.derivation.book.signals:
        test: RecordTest = signal.test
        limits = [one.field for one in test.tests if isinstance(one.check, Compare | Between)]
        altered = test.kind == change.kind and change.field in limits
        if altered and not account.hides(signal):
            return account.policy_sentence(signal.id, "otherwise", *nodes, f"record:{item.id}")
    return None


def _could_be_sent(account: Account, change: Change, evidence: Sentence) -> Sentence:
    """Evidence that can still be sent, by whom and until when, or that would have mattered then."""
    args: dict[str, Argument] = {"party": Party(change.party), "evidence": evidence}
    if not change.can_still_send:
        return Sentence("then-mattered", args, ("explanation",))
    message = "can-still"
    if account.derivation.verdict.status == "final":
        message += "-appeal"
        args["day"] = account.days("appeal_days", account.as_of)
    return Sentence(message + ("-you" if account.is_you(change.party) else ""), args, ("explanation",))


def _result(account: Account, counterfactual: Counterfactual) -> tuple[Sentence, ...]:
    """What would come out then; nothing where only the standing of someone else would change."""
    nodes = ("explanation",)
    paid, verdict = payments_of(counterfactual.transfers), account.derivation.verdict
    if account.about_money and paid == account.payments and counterfactual.measures != verdict.measures:
        return _other_measures(account, counterfactual)
    if paid:
        return tuple(
            Sentence(
                "result-pays-too" if number else "result-pays",
                {"payer": Party(transfer.payer), "payee": Party(transfer.payee), "amount": transfer.amount},
                nodes,
            )
            for number, transfer in enumerate(paid)
        )
    if account.about_money:
        return (Sentence("result-nothing" if counterfactual.settled else "result-none", {}, nodes),)
    claim = account.derivation.book.claim.id
    if counterfactual.measures:
        return tuple(
            Sentence("result-measure", {"statement": account.policy_sentence(claim, measure.id)}, nodes)
            for measure in counterfactual.measures
        )
    return (Sentence("result-none", {}, nodes),)


def _other_measures(account: Account, counterfactual: Counterfactual) -> tuple[Sentence, ...]:
    """Which measures would follow then and which would not, for those whom they concern."""
    before, then = account.derivation.verdict.measures, counterfactual.measures
    claim = account.derivation.book.claim.id
    changed = [("result-measure", one) for one in then if one not in before]
    changed += [("result-no-measure", one) for one in before if one not in then]
    return tuple(
        Sentence(message, {"statement": account.policy_sentence(claim, one.id)}, ("explanation",))
        for message, one in changed
        if account.for_agent or account.is_you(one.to)
    )
