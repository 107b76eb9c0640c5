"""Who must be heard, and whether they were: shown what speaks against them, and able to answer.

Adversely affected are those who bear money, get less than they claimed, or are the target of an adverse measure;
never the platform. Heard: notices showed them what speaks against them, and each was answered or its deadline passed.
"""

from collections.abc import Sequence

from arbiter.engine.ir import Rulebook
from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.verdict.grounds import Premise, grounds_of
from arbiter.verdict.model import Hearing
from arbiter.verdict.notices import is_closed, notices_of, shown_by
from arbiter.verdict.settle import Outcome
from evidence import Item, Money

# Known to all: what was ordered and claimed, and what a party was told.
OPEN_TO_ALL = ("order", "claim", "item", "notice")


def hearings_of(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> tuple[Hearing, ...]:
    """One hearing for each adversely affected party, by name of role."""
    return tuple(_hearing(book, outcome, party, items) for party in sorted(_affected(book, outcome, items)))


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


def _hearing(book: Rulebook, outcome: Outcome, party: str, items: Sequence[Item]) -> Hearing:
    notices = [item for item in notices_of(items) if item.fields.get("to") == party]
    closed = [notice for notice in notices if is_closed(notice)]
    shown_ids = {name for notice in closed for name in shown_by(notice)}
    shown = frozenset(item.index for item in items if item.id in shown_ids)
    own = frozenset(item.index for item in items if item.submitted_by == party or item.kind in OPEN_TO_ALL)
    against: dict[int, None] = {}
    missing: dict[int, None] = {}
    for ground in grounds_of(book, outcome, party, items, own | shown):
        # Any one whole sufficient set is enough: equal evidence twice need not be shown twice.
        sets = [[bundles for one in premises if (bundles := _foreign(one, own))] for premises in ground]
        unshown = [[bundles for bundles in one if not any(bundle <= shown for bundle in bundles)] for one in sets]
        fewest = min(range(len(sets)), key=lambda number: (len(unshown[number]), _flat(sets[number])))
        against |= dict.fromkeys(_flat(sets[fewest]))
        missing |= dict.fromkeys(index for index in _flat(unshown[fewest]) if index not in shown)
    return Hearing(
        party=party,
        heard=bool(closed) and not missing,
        notices=tuple(notice.index for notice in notices),
        against=tuple(against),
        not_shown=tuple(missing),
    )


def _foreign(premise: Premise, own: frozenset[int]) -> Premise:
    """What of a premise a party must be shown: nothing if its own records, or what all know, carry it."""
    bundles = tuple(bundle - own for bundle in premise)
    return bundles if all(bundles) else ()


def _flat(premises: Sequence[Premise]) -> list[int]:
    return [index for premise in premises for bundle in premise for index in sorted(bundle)]
