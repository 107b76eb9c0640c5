"""Where a phrase stands in a text, slips of the pen allowed. It knows nothing of what a phrase means.

INVARIANT: a negation is never a slip. Neither a phrase's nor the text's `not` may be read as another word.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from arbiter.facts.cues import CUES
from arbiter.facts.sentences import GAP, Text
from arbiter.policy.lexicon import normal, words

LETTERS_A_SLIP = 5
"""Of how many letters of a word one may be missing, too many, changed or swapped with the next. The first and the last
letter must be right besides, since there words differ from their own forms and opposites (`arrived`, `arrives`).
Measured with random slips in the words of phrases about deliveries, those of four letters and more: 64 % of them are
read in English, 75 % in Russian; and of 8,000 common words of technical English, 7 are taken for one of the phrases'
words, two of which are other spellings of it. With one slip in four letters it were 69 % and 19, in six 55 % and 5;
without the two letters 87 % and 19, among them `receive` for `received`."""

NEAR_FROM = 6
"""Of how many characters a Chinese phrase must be for one of them to be off."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands: from one word to before another, and with how many words or characters off."""

    first: int
    last: int
    slips: int

    def holds(self, other: "Place") -> bool:
        """Whether the other stands within this one, and is shorter."""
        return self.first <= other.first and other.last <= self.last and self != other and self.size > other.size

    def meets(self, other: "Place") -> bool:
        """Whether they share a word."""
        return self.first < other.last and other.first < self.last

    @property
    def size(self) -> int:
        """How many words long it is."""
        return self.last - self.first


def finder(text: Text) -> Callable[[str], list[Place]]:
    """What finds the places of a phrase in the text."""
    return Characters(text).places if text.language == "zh" else Words(text).places


@lru_cache(maxsize=8192)
def _words_of(phrase: str, language: str) -> tuple[str, ...]:
    return words(normal(phrase), language)


class Words:
    """Phrases of languages that part their words, word by word in order."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._negations = CUES[text.language].negations
        self._at: dict[str, list[int]] = defaultdict(list)
        self._similar: dict[str, frozenset[str]] = {}
        self._by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
        for place, word in enumerate(text.words):
            self._at[word].append(place)
        for word in self._at:
            if word != GAP and word not in self._negations:
                self._by_ends[word[0], word[-1]].append(word)

    def places(self, phrase: str) -> list[Place]:
        """Every place of the phrase; at most half of its words have a slip, of one word none."""
        said = _words_of(phrase, self._text.language)
        if not said:
            return []
        begun = sorted(place for word in (said[0], *self._alike(said[0])) for place in self._at.get(word, ()))
        found = ((first, self._slips(first, said)) for first in begun)
        return [Place(first, first + len(said), slips) for first, slips in found if slips is not None]

    def _slips(self, first: int, said: tuple[str, ...]) -> int | None:
        slips, allowed = 0, len(said) // 2
        if first + len(said) > len(self._text.words):
            return None
        for place, word in enumerate(said, first):
            written = self._text.words[place]
            if written != word:
                slips += 1
                if slips > allowed or written not in self._alike(word):
                    return None
        return slips

    def _alike(self, word: str) -> frozenset[str]:
        """The other words of the text that may be this one with a slip."""
        if word not in self._similar:
            self._similar[word] = frozenset() if word in self._negations else frozenset(self._near(word))
        return self._similar[word]

    def _near(self, word: str) -> Iterator[str]:
        from rapidfuzz.distance import OSA  # Deciding must start fast, so it is read when messages are.

        for other in self._by_ends.get((word[0], word[-1]), ()):
            longer = max(len(word), len(other))
            if other != word and OSA.distance(word, other) * LETTERS_A_SLIP <= longer:
                yield other


class Characters:
    """Phrases of Chinese, character by character."""

    def __init__(self, text: Text) -> None:
        self._text = "".join(text.words)
        self._negations = CUES["zh"].negations

    def places(self, phrase: str) -> list[Place]:
        """Every place of the phrase; one of six characters or more may have one changed, missing or too many."""
        said = "".join(_words_of(phrase, "zh"))
        exact = [Place(first, first + len(said), 0) for first in self._all(said)]
        if len(said) < NEAR_FROM:
            return exact
        taken = {place for one in exact for place in range(one.first, one.last)}
        near = (
            Place(first, last, 1) for first, last in sorted(self._windows(said)) if self._is_near(said, first, last)
        )
        return exact + [one for one in near if taken.isdisjoint(range(one.first, one.last))]

    def _all(self, part: str) -> Iterator[int]:
        place = self._text.find(part) if part else -1
        while place >= 0:
            yield place
            place = self._text.find(part, place + 1)

    def _windows(self, said: str) -> set[tuple[int, int]]:
        """Where the phrase could stand with one character off: then one half of it is as it should be."""
        half = len(said) // 2
        sizes = range(len(said) - 1, len(said) + 2)
        begun = {(first, first + size) for first in self._all(said[:half]) for size in sizes}
        ended = {
            (first + len(said) - half - size, first + len(said) - half)
            for first in self._all(said[half:])
            for size in sizes
        }
        return {(first, last) for first, last in begun | ended if first >= 0 and last <= len(self._text)}

    def _is_near(self, said: str, first: int, last: int) -> bool:
        from rapidfuzz.distance import Levenshtein

        written = self._text[first:last]
        if GAP in written or self._denials(written) != self._denials(said):
            return False
        return Levenshtein.distance(said, written, score_cutoff=1) <= 1

    def _denials(self, text: str) -> list[str]:
        return [char for char in text if char in self._negations]
