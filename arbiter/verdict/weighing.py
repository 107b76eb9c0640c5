"""From the first stage's matches to what the later stages weigh: circumstances, join keys, strengths.

Premises and exceptions of one argument must come from one shipment, attempt and item. Records that name the same
known parts share a join key; a record that names none joins nothing but itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from arbiter.engine.ir import ABSENT, PRESENT, RECORD_BITS, RECORD_MASK, UNKNOWN, Matches, Rulebook, Situation
from evidence import Item


@dataclass(frozen=True, slots=True)
class Weighing:
    """The case as the later stages see it, with the way back to the records.

    `joinable[key]` tells a shipment, attempt or item from a record that names none and joins only itself.
    `carriers[key][signal]` lists (record index, strength) of the records that carry a signal, strongest first.
    `matched[pattern]` and `unknown[pattern]` list record indexes.
    """

    situation: Situation
    joinable: tuple[bool, ...]
    carriers: tuple[dict[int, list[tuple[int, int]]], ...]
    matched: tuple[list[int], ...]
    unknown: tuple[list[int], ...]

    def with_findings(self, findings: tuple[int, ...]) -> "Weighing":
        """The same with the questions settled so far."""
        before = self.situation
        situation = Situation(before.circumstances, before.keys, findings)
        return Weighing(situation, self.joinable, self.carriers, self.matched, self.unknown)


def weigh_records(book: Rulebook, items: Sequence[Item], matches: Matches) -> Weighing:
    """Strengths per join key and the truth of every circumstance. `items` are those not rejected."""
    matched: tuple[list[int], ...] = tuple([] for _ in book.patterns)
    unknown: tuple[list[int], ...] = tuple([] for _ in book.patterns)
    for code in sorted(matches.met):
        matched[code >> RECORD_BITS].append(code & RECORD_MASK)
    for code in sorted(matches.open):
        unknown[code >> RECORD_BITS].append(code & RECORD_MASK)
    by_index = {item.index: item for item in items}
    keys, joinable, carriers = _strengths(book, by_index, matched, unknown)
    circumstances = tuple(
        _every(book, pattern.index, items, matched, unknown)
        if pattern.every
        else PRESENT
        if matched[pattern.index]
        else UNKNOWN
        if unknown[pattern.index]
        else ABSENT
        for pattern in book.patterns
    )
    return Weighing(Situation(circumstances, keys, (0,) * len(book.questions)), joinable, carriers, matched, unknown)


def _strengths(
    book: Rulebook, by_index: dict[int, Item], matched: Sequence[list[int]], unknown: Sequence[list[int]]
) -> tuple[tuple[tuple[int, ...], ...], tuple[bool, ...], tuple[dict[int, list[tuple[int, int]]], ...]]:
    rows: dict[object, list[int]] = {}
    carriers: dict[object, dict[int, list[tuple[int, int]]]] = {}
    for signal, pattern in enumerate(book.signal_patterns):
        base = int(book.signals[signal].strength)
        for index in matched[pattern]:
            item = by_index[index]
            key: object = item.key or index
            cap = item.admission.cap
            strength = base if cap is None else min(base, cap)
            row = rows.setdefault(key, [ABSENT] * len(book.signals))
            row[signal] = max(row[signal], PRESENT + strength)
            carriers.setdefault(key, {}).setdefault(signal, []).append((index, strength))
        for index in unknown[pattern]:
            row = rows.setdefault(by_index[index].key or index, [ABSENT] * len(book.signals))
            row[signal] = max(row[signal], UNKNOWN)
    for found in carriers.values():
        for records in found.values():
            records.sort(key=lambda record: (-record[1], record[0]))
    order = list(rows)
    joinable = tuple(not isinstance(key, int) for key in order)
    return tuple(tuple(rows[key]) for key in order), joinable, tuple(carriers.get(key, {}) for key in order)


def _every(
    book: Rulebook, pattern: int, items: Sequence[Item], matched: Sequence[list[int]], unknown: Sequence[list[int]]
) -> int:
    """All records of the kind match: none at all is no, and one that fails settles it."""
    count = sum(item.kind == book.patterns[pattern].kind for item in items)
    if count == 0 or len(matched[pattern]) + len(unknown[pattern]) < count:
        return ABSENT
    return UNKNOWN if unknown[pattern] else PRESENT
