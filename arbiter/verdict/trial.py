"""Settling a case again with more evidence than there is, to learn what could still change its result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from arbiter.engine.ir import ABSENT, NOBODY, PRESENT, Pattern, Rulebook
from arbiter.facts.derived import Lookup, kinds_under
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.settle import Matcher, Outcome, settle
from arbiter.verdict.weighing import Parts, Weighing
from evidence import Item

# Pictures and papers speak only through a reading, so sending one brings the reading with it.
BRINGS: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "reading"),
    "photo": ("photo", "reading"),
    "message": ("message", "reading"),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """The case as it was settled, and what it takes to settle it again. `items` are those not rejected, by index."""

    book: Rulebook
    outcome: Outcome
    ledger: Ledger
    matcher: Matcher
    parts: Parts
    items: Mapping[int, Item]
    lookup: Lookup

    def result(self, weighing: Weighing) -> tuple[object, ...]:
        """What comes out of a weighing."""
        return settle(self.book, weighing, self.ledger, self.matcher, self.parts).result

    def could_flip(self, party: str, kind: str, others: Sequence[tuple[str, str]]) -> bool:
        """Whether a record of the kind could change the result: alone, or together with what else can be obtained."""
        base, result = self.outcome.weighing, self.outcome.result
        signals, circumstances = self.brings(party, kind)
        if any(self.result(with_signal(self.book, base, signal)) != result for signal in signals):
            return True
        if any(self.result(with_circumstance(base, pattern)) != result for pattern in circumstances):
            return True
        if len(signals) + len(circumstances) > 1 and self.result(self.with_all(base, party, kind)) != result:
            return True
        # Others may bring the same signals, and would then hide what this kind can do.
        granted = base
        for other in others:
            granted = self.with_all(granted, *other, but=(signals, circumstances))
        if granted is base or not (signals or circumstances):
            return False
        return self.result(self.with_all(granted, party, kind)) != self.result(granted)

    def reading_could_flip(self) -> bool:
        """Whether a reading, of whatever record, could change the result."""
        base, result = self.outcome.weighing, self.outcome.result
        signals = [number for number, signal in enumerate(self.book.signals) if signal.test.kind == "reading"]
        return any(self.result(with_signal(self.book, base, signal)) != result for signal in signals)

    def brings(self, party: str, kind: str) -> tuple[list[int], list[int]]:
        """The signals in a party's hands that a kind of record could carry, and circumstances that it could fulfil.

        What other records show only together with one of that kind comes with it, whoever holds them.
        """
        kinds = frozenset(BRINGS.get(kind, (kind,)))
        book = self.book
        signals = [
            number
            for number, signal in enumerate(book.signals)
            if (signal.held_by == party and signal.test.kind in kinds)
            or self._completes(kinds, book.patterns[book.signal_patterns[number]])
        ]
        truths = self.outcome.weighing.situation.circumstances
        own = set(book.signal_patterns)
        circumstances = [
            pattern.index
            for pattern in book.patterns
            if pattern.index not in own
            and truths[pattern.index] != PRESENT
            and (pattern.kind in kinds or self._completes(kinds, pattern))
        ]
        return signals, circumstances

    def _completes(self, kinds: frozenset[str], pattern: Pattern) -> bool:
        """Whether a pattern is open on some record for want of a record of one of the kinds, to compute with."""
        return any(
            not self.lookup.candidates(self.items[index], kind)
            for index in self.outcome.weighing.unknown[pattern.index]
            for test in pattern.tests
            if self.items[index].fields.get(test.field) is None
            for kind in kinds & kinds_under(pattern.kind, test.field, self.book.sources)
        )

    def with_all(
        self, weighing: Weighing, party: str, kind: str, but: tuple[Sequence[int], Sequence[int]] = ((), ())
    ) -> Weighing:
        """The weighing with everything that a kind of record could bring, but for some of it."""
        signals, circumstances = self.brings(party, kind)
        for signal in signals:
            weighing = weighing if signal in but[0] else with_signal(self.book, weighing, signal)
        for pattern in circumstances:
            weighing = weighing if pattern in but[1] else with_circumstance(weighing, pattern)
        return weighing


def with_signal(book: Rulebook, base: Weighing, signal: int) -> Weighing:
    """The weighing with a signal at full strength in every join key that records share, and in one of its own."""
    strength = int(book.signals[signal].strength)
    alone = tuple(PRESENT + strength if number == signal else ABSENT for number in range(len(book.signals)))
    keys, carriers = [alone], [{signal: [(NOBODY, strength)]}]
    for row, carried, joinable in zip(base.situation.keys, base.carriers, base.joinable, strict=True):
        if not joinable or row[signal] >= PRESENT + strength:
            keys.append(row)
            carriers.append(carried)
        else:
            keys.append((*row[:signal], PRESENT + strength, *row[signal + 1 :]))
            carriers.append({**carried, signal: [(NOBODY, strength)]})
    # A pattern may serve as a signal and, elsewhere, as a circumstance.
    granted = with_circumstance(base, book.signal_patterns[signal])
    return replace(
        granted,
        situation=replace(granted.situation, keys=tuple(keys)),
        joinable=(True, *base.joinable),
        carriers=tuple(carriers),
        about=(None, *base.about),
    )


def with_circumstance(base: Weighing, pattern: int) -> Weighing:
    """The weighing with one circumstance made true."""
    truths = base.situation.circumstances
    changed = (*truths[:pattern], PRESENT, *truths[pattern + 1 :])
    situation = replace(base.situation, circumstances=changed)
    return replace(base, situation=situation, supposed=base.supposed | {pattern})
