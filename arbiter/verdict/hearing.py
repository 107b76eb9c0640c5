"""Who must be heard, and whether they were: shown what speaks against them, and able to answer.

Adversely affected are those who bear money, get less than they claimed, or are the target of an adverse measure;
never the platform. Heard: notices showed them what speaks against them, and each was answered or its deadline passed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from arbiter.engine.ir import Rulebook
from arbiter.policy.conditions import findings_in
from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.verdict.model import Finding, Hearing, Weighed
from arbiter.verdict.protection import winning_conditions
from arbiter.verdict.settle import Outcome
from evidence import Item, Money


def hearings_of(book: Rulebook, outcome: Outcome, items: Sequence[Item], as_of: datetime) -> tuple[Hearing, ...]:
    """One hearing for each adversely affected party, in the order of roles."""
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
    own = {item.index for item in items if item.submitted_by == party}
    names = {item.index: item.id for item in items}
    against, missing = [], []
    for finding in _against(book, outcome, party):
        # Any one whole sufficient set is enough: equal evidence twice need not be shown twice.
        sets = [_foreign(weighed, own) for weighed in finding.sufficient]
        if not sets:
            continue
        unshown = [[group for group in groups if all(names[index] not in shown for index in group)] for groups in sets]
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


def _foreign(weighed: Weighed, own: set[int]) -> list[tuple[int, ...]]:
    """The premises that do not rest on the party's own records, which it need not be shown."""
    return [premise for premise in weighed.premises if own.isdisjoint(premise)]


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
    """The findings by evidence on which a party's loss rests: those that the winning rules test."""
    findings: Mapping[str, Finding] = {finding.question: finding for finding in outcome.findings}
    tested: dict[str, None] = {}
    for head in outcome.heads:
        what, who = winning_conditions(book, head)
        # A rule that owes nothing denies the claim. That a refund comes to little is not the doing of evidence.
        denied = head.to == party and head.formula == "0"
        rules = [what, who] if head.bearer == party else [what] if denied else []
        tested.update(dict.fromkeys(test.question for rule in rules for test in findings_in(rule)))
    for _, measure in book.outcome.measures:
        if measure.to == party and measure.measure in ADVERSE_MEASURES:
            tested.update(dict.fromkeys(test.question for test in findings_in(measure.condition)))
    return (findings[name] for name in tested if findings[name].shown)
