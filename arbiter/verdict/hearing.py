"""Who must be heard, and whether they were: shown what speaks against them, and able to answer.

Adversely affected are those who bear money, get less than they claimed, or are the target of an adverse measure;
never the platform. Heard: notices showed them what speaks against them, and each was answered or its deadline passed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from arbiter.engine.ir import Rulebook
from arbiter.policy.conditions import Condition, findings_in
from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.verdict.model import Finding, Head, Hearing
from arbiter.verdict.protection import winning_conditions
from arbiter.verdict.settle import Outcome
from evidence import Item, Money

Premises = tuple[tuple[int, ...], ...]


def hearings_of(book: Rulebook, outcome: Outcome, items: Sequence[Item], as_of: datetime) -> tuple[Hearing, ...]:
    """One hearing for each adversely affected party, by name of role."""
    return tuple(_hearing(book, outcome, party, items, as_of) for party in sorted(_affected(book, outcome, items)))


def _affected(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> set[str]:
    affected = {transfer.payer for transfer in outcome.transfers}
    affected |= {measure.to for measure in outcome.measures if measure.measure in ADVERSE_MEASURES}
    if outcome.heads and _less_than_claimed(book, outcome, items):
        affected.add(book.claim.by)
    return affected - {"platform"}


def _less_than_claimed(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> bool:
    claim = next(item for item in items if item.kind == "claim")
    asked = claim.fields.get("amount")
    gets = [transfer.amount for transfer in outcome.transfers if transfer.payee == book.claim.by]
    if isinstance(asked, Money) and all(amount.currency == asked.currency for amount in gets):
        return sum(amount.minor for amount in gets) < asked.minor
    # What was asked is unknown: whoever gets nothing under some head is taken to have asked for it.
    return any(head.amount is None or head.amount.minor == 0 for head in outcome.heads)


def _hearing(book: Rulebook, outcome: Outcome, party: str, items: Sequence[Item], as_of: datetime) -> Hearing:
    notices = [item for item in items if item.kind == "notice" and item.fields.get("to") == party]
    closed = [notice for notice in notices if _closed(notice, as_of)]
    shown = {name for notice in closed for name in _shown(notice)}
    # The order and what was claimed are known to all.
    own = {item.index for item in items if item.submitted_by == party or item.kind in ("order", "claim", "item")}
    names = {item.index: item.id for item in items}
    against: list[int] = []
    missing: list[int] = []
    for finding in _against(book, outcome, party):
        for alternatives in _speaking(book, finding, party):
            # Any one whole sufficient set is enough: equal evidence twice need not be shown twice.
            sets = [_foreign(premises, own) for premises in alternatives]
            unshown = [[group for group in one if all(names[i] not in shown for i in group)] for one in sets]
            fewest = min(range(len(sets)), key=lambda number: (len(unshown[number]), sets[number]))
            against += [index for group in sets[fewest] for index in group]
            missing += [index for group in unshown[fewest] for index in group]
    return Hearing(
        party=party,
        heard=bool(closed) and not missing,
        notices=tuple(notice.index for notice in notices),
        against=tuple(dict.fromkeys(against)),
        not_shown=tuple(dict.fromkeys(missing)),
    )


def _speaking(book: Rulebook, finding: Finding, party: str) -> list[list[Premises]]:
    """What speaks against a party in a finding: each entry lists alternatives, one of which must have been shown.

    Where evidence decided: the sets that carry the answer. Where the party's burden decided: what kept its own best
    argument from being enough, and what set its arguments aside.
    """
    if finding.shown:
        return [[weighed.premises for weighed in finding.sufficient]]
    if not finding.raised or finding.by != "burden" or finding.burden_on != party:
        return []
    standard = book.standards[finding.standard]
    found: list[list[Premises]] = []
    for needed, own in finding.best.items():
        if needed == finding.answer or own is None or own.strength < standard.at_least:
            continue
        blocking = [
            weighed.premises
            for side, weighed in finding.standing
            if side != needed
            and (own.strength - weighed.strength < standard.lead or weighed.strength > standard.other_at_most)
        ]
        found += [blocking] if blocking else []
    for side, weighed, _, records in finding.defeated:
        if side != finding.answer and weighed.strength >= standard.at_least and records:
            found.append([(records,)])
    return found


def _foreign(premises: Premises, own: set[int]) -> list[tuple[int, ...]]:
    """The premises that do not rest on the party's own records, which it need not be shown."""
    return [premise for premise in premises if own.isdisjoint(premise)]


def _closed(notice: Item, as_of: datetime) -> bool:
    """Answered, or its deadline has passed."""
    answer, deadline = notice.fields.get("answer"), notice.fields.get("deadline")
    return answer in ("received", "declined") or (
        answer == "none" and isinstance(deadline, datetime) and deadline <= as_of
    )


def _shown(notice: Item) -> Iterable[str]:
    shown = notice.fields.get("shown")
    return shown if isinstance(shown, frozenset) else ()


def _against(book: Rulebook, outcome: Outcome, party: str) -> Iterable[Finding]:
    """The findings on which a party's loss rests: those that the winning rules test, and what moved a burden."""
    for view in outcome.views:
        tested: dict[str, None] = {}
        for head in view.heads:
            what, who = winning_conditions(book, head)
            rules = [what, who] if head.bearer == party else [what] if _denied(book, head, party) else []
            if head.gate is not None and head.to == party:
                rules = [gate.condition for _, gate in book.outcome.gates if gate.id == head.gate]
            for rule in rules:
                _follow(book, view.findings, rule, tested)
        for index, measure in book.outcome.measures:
            if measure.to == party and measure.measure in ADVERSE_MEASURES and view.decides(book, index):
                _follow(book, view.findings, measure.condition, tested)
        yield from (view.findings[name] for name in tested)


def _denied(book: Rulebook, head: Head, party: str) -> bool:
    """Whether a party was refused what it is owed under a head: by a rule with an amount of its own.

    That the full amount comes to little is not the doing of evidence.
    """
    rules = next(what for one, what, _ in book.outcome.heads if one.id == head.id)
    return head.to == party and any(rule.id == head.what.winner and rule.amount is not None for _, rule in rules)


def _follow(
    book: Rulebook, findings: Mapping[str, Finding], condition: Condition | None, tested: dict[str, None]
) -> None:
    """Add the questions of a condition, each followed by those that moved its burden."""
    for test in findings_in(condition):
        if test.question in tested or test.question not in findings:
            continue
        tested[test.question] = None
        rules = next(rules for rules in book.questions if rules.question.id == test.question)
        finding = findings[test.question]
        moved = finding.burden_rule if finding.by == "burden" else None
        for _, shift in rules.shifts:
            if shift.id == moved:
                _follow(book, findings, shift.condition, tested)
