"""From the first stage's matches to what the later stages weigh: circumstances, join keys, strengths.

Premises and exceptions of one argument must come from one shipment, attempt and item. Records that name the same
known parts share a join key; a record that names none joins nothing but itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from arbiter.engine.ir import ABSENT, PRESENT, RECORD_BITS, RECORD_MASK, UNKNOWN, Matches, Pattern, Rulebook, Situation
from arbiter.facts.parts import line_of, part_name
from evidence import Item


@dataclass(frozen=True, slots=True)
class Weighing:
    """The case as the later stages see it, with the way back to the records.

    `joinable[key]` tells a shipment, attempt or item from a record that names none and joins only itself.
    `carriers[key][signal]` lists (record index, strength) of the records that carry a signal, strongest first.
    `matched[pattern]` and `unknown[pattern]` list record indexes. `about[key]` is the item that a key is about, None
    if it is about none. `supposed` are circumstances that are only taken to hold.
    """

    situation: Situation
    joinable: tuple[bool, ...]
    carriers: tuple[dict[int, list[tuple[int, int]]], ...]
    matched: tuple[list[int], ...]
    unknown: tuple[list[int], ...]
    about: tuple[str | None, ...] = ()
    supposed: frozenset[int] = frozenset()
    kept: tuple[int, ...] | None = None
    """In the view of a part: which keys of the whole these are."""
    doubtful: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kinds of which a record could not be read, with their senders: what such a record says is unknown, not false."""

    def whole_key(self, key: int) -> int:
        """The number that a join key has in the whole case."""
        return key if self.kept is None else self.kept[key]

    def with_findings(self, findings: tuple[int, ...]) -> "Weighing":
        """The same with the questions settled so far."""
        before = self.situation
        return replace(self, situation=Situation(before.circumstances, before.keys, findings))


class Parts:
    """The claimed parts of an order, and which records bear on which of them."""

    def __init__(self, parts: Sequence[Item], items: Sequence[Item]) -> None:
        """`items` are those of the case that were not rejected, the parts among them."""
        self.names = tuple(part_name(part) for part in parts)
        self._items = tuple(items)
        self._about = {item.index: item.key[2] if item.key else None for item in items}
        self._units: dict[str, list[str]] = {}
        for about in dict.fromkeys(self._about.values()):
            if about is not None and about != line_of(about):
                self._units.setdefault(line_of(about), []).append(about)
        self._grouped: tuple[object, _ByItem, _ByItem] | None = None

    def view(self, book: Rulebook, weighing: Weighing, part: str) -> Weighing:
        """What of a case bears on one part, as `sees` has it: what is about it, its line or units, or the order."""
        names = dict.fromkeys((None, line_of(part), part, *self._units.get(part, ())))
        matched, unknown = self._records(weighing)
        own_matched = tuple(_of_items(groups, names) for groups in matched)
        own_unknown = tuple(_of_items(groups, names) for groups in unknown)
        kept = tuple(key for key, about in enumerate(weighing.about) if about in names)
        every = [item for item in self._items if self._about[item.index] in names] if _has_every(book) else ()
        truths = _circumstances(book, every, own_matched, own_unknown, weighing.supposed, weighing.doubtful)
        rows = tuple(weighing.situation.keys[key] for key in kept)
        return Weighing(
            Situation(truths, rows, weighing.situation.findings),
            tuple(weighing.joinable[key] for key in kept),
            tuple(weighing.carriers[key] for key in kept),
            own_matched,
            own_unknown,
            tuple(weighing.about[key] for key in kept),
            weighing.supposed,
            kept,
            weighing.doubtful,
        )

    def _records(self, weighing: Weighing) -> tuple["_ByItem", "_ByItem"]:
        """The records of every pattern by the item they are about. What is only supposed changes none of them."""
        if self._grouped is None or self._grouped[0] is not weighing.matched:
            self._grouped = weighing.matched, self._by_item(weighing.matched), self._by_item(weighing.unknown)
        return self._grouped[1], self._grouped[2]

    def _by_item(self, patterns: Sequence[list[int]]) -> "_ByItem":
        found = []
        for indexes in patterns:
            groups: dict[str | None, list[int]] = {}
            for index in indexes:
                groups.setdefault(self._about.get(index), []).append(index)
            found.append(groups)
        return found


_ByItem = list[dict[str | None, list[int]]]


def _of_items(groups: Mapping[str | None, list[int]], names: Iterable[str | None]) -> list[int]:
    if not groups:
        return []
    return sorted(index for name in names for index in groups.get(name, ()))


def _has_every(book: Rulebook) -> bool:
    return any(pattern.every for pattern in book.patterns)


NO_PARTS = Parts((), ())


def weigh_records(
    book: Rulebook, items: Sequence[Item], matches: Matches, doubtful: Mapping[str, tuple[str, ...]] | None = None
) -> Weighing:
    """Strengths per join key and the truth of every circumstance. `items` are those not rejected; `doubtful` names
    kinds of which a record could not be read.
    """
    matched: tuple[list[int], ...] = tuple([] for _ in book.patterns)
    unknown: tuple[list[int], ...] = tuple([] for _ in book.patterns)
    for code in sorted(matches.met):
        matched[code >> RECORD_BITS].append(code & RECORD_MASK)
    for code in sorted(matches.open):
        unknown[code >> RECORD_BITS].append(code & RECORD_MASK)
    by_index = {item.index: item for item in items}
    keys, joinable, carriers, about = _strengths(book, by_index, matched, unknown)
    circumstances = _circumstances(book, items, matched, unknown, frozenset(), doubtful or {})
    situation = Situation(circumstances, keys, (0,) * len(book.questions))
    return Weighing(situation, joinable, carriers, matched, unknown, about, doubtful=doubtful or {})


def _circumstances(
    book: Rulebook,
    items: Sequence[Item],
    matched: Sequence[list[int]],
    unknown: Sequence[list[int]],
    supposed: frozenset[int],
    doubtful: Mapping[str, tuple[str, ...]],
) -> tuple[int, ...]:
    """The truth of every pattern over some records."""

    def truth(pattern: Pattern) -> int:
        if pattern.index in supposed:
            return PRESENT
        if pattern.every:
            return _every(book, pattern.index, items, matched, unknown, pattern.kind in doubtful)
        if matched[pattern.index]:
            return PRESENT
        return UNKNOWN if unknown[pattern.index] or pattern.kind in doubtful else ABSENT

    return tuple(truth(pattern) for pattern in book.patterns)


def _strengths(
    book: Rulebook, by_index: dict[int, Item], matched: Sequence[list[int]], unknown: Sequence[list[int]]
) -> tuple[
    tuple[tuple[int, ...], ...],
    tuple[bool, ...],
    tuple[dict[int, list[tuple[int, int]]], ...],
    tuple[str | None, ...],
]:
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
    about = tuple(key[2] if isinstance(key, tuple) else None for key in order)
    return tuple(tuple(rows[key]) for key in order), joinable, tuple(carriers.get(key, {}) for key in order), about


def _every(
    book: Rulebook,
    pattern: int,
    items: Sequence[Item],
    matched: Sequence[list[int]],
    unknown: Sequence[list[int]],
    doubtful: bool,
) -> int:
    """All records of the kind match: none at all is no, one that fails settles it, one that cannot be read does not."""
    count = sum(item.kind == book.patterns[pattern].kind for item in items)
    if len(matched[pattern]) + len(unknown[pattern]) < count:
        return ABSENT
    if doubtful or unknown[pattern]:
        return UNKNOWN
    return PRESENT if count else ABSENT
