"""Section 11: what would have changed the decision, each confirmed by deciding again."""

from collections.abc import Iterator

from arbiter.engine.ir import Within, check_label
from arbiter.explain.candidates import opposite
from arbiter.explain.model import Change, Counterfactual
from arbiter.policy.model import Signal
from arbiter.report.letter import Argument, Party, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.asked import contradicts_itself, missing
from arbiter.report.plan.evidence import dated
from arbiter.report.plan.gates import fact_args, gate_failures
from arbiter.report.plan.groups import words_of
from arbiter.report.plan.results import result_sentences
from evidence import Item

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
    groups += [group for group in _near_gates(account) if all(not _alike(group, other) for other in groups)]
    if not groups:
        return ((Sentence(_unsaid(account), {}, ("explanation",)),),)
    return tuple(groups[:SHOWN])


def _near_gates(account: Account) -> Iterator[tuple[Sentence, ...]]:
    """What a gate that is shut asks for, where the result would be different if that had been so."""
    for failure in gate_failures(account):
        item, test = failure.item, failure.test
        told = fact_args(account, item, test) if item is not None and test is not None else None
        if item is None or test is None or told is None:
            continue
        for miss in account.explanation.near_misses:
            change = miss.change
            if (change.record, change.field, change.required) == (item.id, test.field, check_label(test.check)):
                result = _result(account, miss.result)
                nodes = ("explanation", f"rule:{failure.gate}", f"record:{item.id}")
                if result and "name" in told:
                    yield (Sentence("near-gate", told, nodes), *result)
                elif result:
                    of_record: dict[str, Argument] = {"name": dated(account, item), "ref": account.refs[item.index]}
                    yield (Sentence("near-gate-record", told | of_record, nodes), *result)


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
    undone = _undone(account, item, change)
    if undone is None or account.hides(undone):
        return None
    return account.policy_sentence(undone.id, "otherwise", *nodes, f"record:{item.id}")


def _undone(account: Account, item: Item, change: Change) -> Signal | None:
    """The signal that a changed field takes away: the record shows it now, and the limit that is crossed bounds it.

    Of several, the one that is about fewest other limits, so that its sentence is about this one; then one on which a
    finding rests.
    """
    book, outcome = account.derivation.book, account.derivation.outcome
    assert outcome is not None
    carrying = _carrying(account)
    found: list[tuple[int, bool, int]] = []
    for number, pattern in enumerate(book.signal_patterns):
        bounds = [test for test in book.patterns[pattern].tests if isinstance(test.check, Within)]
        crossed = any((one.field, opposite(one.check)) == (change.field, change.required) for one in bounds)
        if crossed and item.index in outcome.weighing.matched[pattern]:
            found.append((len(bounds), number not in carrying, number))
    return book.signals[min(found)[2]] if found else None


def _carrying(account: Account) -> frozenset[int]:
    """The signals of arguments that would carry a finding on their own, and those that set an argument aside."""
    arguments = {
        (rules.question.id, argument.id): (rules, argument)
        for rules in account.derivation.book.questions
        for _, argument in rules.arguments
    }
    found: set[int] = set()
    for finding in account.derivation.verdict.findings:
        for weighed in finding.sufficient:
            rules, argument = arguments[finding.question, weighed.argument]
            found |= {rules.signals[name] for name in argument.premises}
        for _, weighed, by, _ in finding.defeated:
            rules, _ = arguments[finding.question, weighed.argument]
            found |= {rules.signals[by]} if by in rules.signals else set()
    return frozenset(found)


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


def _result(account: Account, found: Counterfactual) -> tuple[Sentence, ...]:
    return result_sentences(account, found.transfers, found.measures, found.settled)
