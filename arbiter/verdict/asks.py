"""What can still be obtained: evidence that could change the result and that nobody was asked for yet.

A kind of record is asked for if the claim's evidence matrix lists it for a party, no notice has asked for it, the
party has not sent it, and its presence could flip the result. An unknown field is asked for where a rule waits for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from arbiter.engine.ir import ABSENT, NOBODY, PRESENT, Rulebook
from arbiter.verdict.model import Ask
from arbiter.verdict.settle import Matcher, Outcome, settle
from arbiter.verdict.weighing import Weighing
from evidence import Item, Money

# Pictures and papers speak only through a reading, so sending one brings the reading with it.
BRINGS: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "reading"),
    "photo": ("photo", "reading"),
    "message": ("message", "reading"),
}


def asks_of(
    book: Rulebook,
    outcome: Outcome,
    items: Sequence[Item],
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    matcher: Matcher,
) -> tuple[Ask, ...]:
    """Every ask once: kinds in the order of the evidence matrix, then unknown fields."""
    asked = {
        (item.fields.get("to"), kind)
        for item in items
        if item.kind == "notice"
        for kind in _members(item.fields.get("asks"))
    }
    sent = {(item.submitted_by, item.kind) for item in items}
    found = []
    for party, obtainable in sorted(book.claim.evidence.items()):
        for kind in obtainable.kinds:
            if (party, kind) in asked or (party, kind) in sent:
                continue
            if _could_flip(book, outcome, party, kind, fields, already, matcher):
                found.append(Ask(party, kind))
    return (*found, *_unknown_fields(book, outcome, items))


def _members(value: object) -> Iterable[str]:
    return value if isinstance(value, frozenset) else ()


def _could_flip(
    book: Rulebook,
    outcome: Outcome,
    party: str,
    kind: str,
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    matcher: Matcher,
) -> bool:
    """Whether some record of the kind could change the result: each signal and circumstance it could bring is tried."""
    kinds = BRINGS.get(kind, (kind,))
    base = outcome.weighing
    for index, signal in enumerate(book.signals):
        if signal.held_by == party and signal.test.kind in kinds:
            added = with_signal(book, base, index)
            if added is not None and settle(book, added, fields, already, matcher).result != outcome.result:
                return True
    for pattern in book.patterns:
        circumstance = pattern.index not in book.signal_patterns
        if circumstance and pattern.kind in kinds and base.situation.circumstances[pattern.index] != PRESENT:
            added = with_circumstance(base, pattern.index)
            if settle(book, added, fields, already, matcher).result != outcome.result:
                return True
    return False


def with_signal(book: Rulebook, base: Weighing, signal: int) -> Weighing | None:
    """The weighing with a signal at full strength in every join key; None if that changes nothing."""
    strength = PRESENT + int(book.signals[signal].strength)
    rows = base.situation.keys or ((ABSENT,) * len(book.signals),)
    if all(row[signal] >= strength for row in rows):
        return None
    keys = tuple((*row[:signal], max(row[signal], strength), *row[signal + 1 :]) for row in rows)
    carriers = tuple(
        {**carried, signal: carried.get(signal, []) or [(NOBODY, strength - PRESENT)]}
        for carried in (base.carriers or ({},))
    )
    return replace(base, situation=replace(base.situation, keys=keys), carriers=carriers)


def with_circumstance(base: Weighing, pattern: int) -> Weighing:
    """The weighing with one circumstance made true."""
    truths = base.situation.circumstances
    changed = (*truths[:pattern], PRESENT, *truths[pattern + 1 :])
    return replace(base, situation=replace(base.situation, circumstances=changed))


def _unknown_fields(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> Iterable[Ask]:
    """Fields that a referred question, head or route waits for, from whoever keeps that record."""
    if not any(reason.cause in ("unknown", "unknown_rule", "missing_amount") for reason in outcome.route.reasons):
        return ()
    found: dict[Ask, None] = {}
    by_index = {item.index: item for item in items}
    for pattern in book.patterns:
        if pattern.index in book.signal_patterns:
            continue
        for index in outcome.weighing.unknown[pattern.index]:
            item = by_index[index]
            for test in pattern.tests:
                if item.fields.get(test.field) is None:
                    holder = book.claim.by if item.kind == "claim" else item.submitted_by or "platform"
                    found[Ask(holder, item.kind, test.field)] = None
    for head in outcome.heads:
        for operand in head.operands:
            kind, dot, field = operand.name.partition(".")
            if operand.value is None and dot:
                found[Ask(book.claim.by if kind == "claim" else "platform", kind, field)] = None
    return tuple(found)
