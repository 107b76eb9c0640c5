"""Section 7: rules that gave way to others, and rules that one more fact would have brought to bear."""

from collections.abc import Iterator

from arbiter.engine.ir import Pattern, Test, check_label
from arbiter.explain.model import Change
from arbiter.report.letter import Argument, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import dated
from arbiter.report.plan.gates import fact_args, gate_failures
from arbiter.report.plan.groups import grouped, words_of
from arbiter.report.plan.results import result_sentences

SHOWN = 6
Group = tuple[Sentence, ...]


def nearly(account: Account) -> tuple[Group, ...]:
    """Groups of sentences: each rule that gave way with the one before it, each near miss with what then."""
    if account.derivation.outcome is None:
        return ()
    found = [*_gave_way(account), *_near_misses(account)]
    return tuple(groups[0] for groups in grouped(found, lambda group: tuple(map(words_of, group))))[:SHOWN]


def _gave_way(account: Account) -> Iterator[Group]:
    for head in account.derivation.verdict.heads:
        for choice in (head.what, head.who):
            for loser, winner in choice.overridden:
                before = account.rule_sentence(head.id, winner)
                yield account.rule_sentence(head.id, loser), Sentence("gave-way", {}, before.nodes), before


def _near_misses(account: Account) -> Iterator[Group]:
    """A record one value away from a rule that would have changed the result, if the value has a name."""
    gates = {(one.item.id, one.test.field) for one in gate_failures(account) if one.item and one.test}
    for miss in account.explanation.near_misses:
        change, item = miss.change, account.by_id.get(miss.change.record or "")
        test = _test(account, change)
        if item is None or test is None or (item.id, test.field) in gates:
            continue
        told = fact_args(account, item, test)
        result = result_sentences(account, miss.result.transfers, miss.result.measures, miss.result.settled)
        if told is not None and "name" in told and result:
            nodes = ("explanation", *account.record_nodes(item.index))
            record: dict[str, Argument] = {"record": dated(account, item), "ref": account.refs[item.index]}
            yield (Sentence("near-miss", told | record, nodes), *result)


def _test(account: Account, change: Change) -> Test | None:
    """The test that a record would have had to meet."""
    patterns: list[Pattern] = [one for one in account.derivation.book.patterns if one.kind == change.kind]
    tests = [test for pattern in patterns for test in pattern.tests if test.field == change.field]
    return next((test for test in tests if check_label(test.check) == change.required), None)
