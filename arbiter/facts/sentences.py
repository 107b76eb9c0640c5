"""A message cut into sentences and words, with the places of the words that turn what others say.

Owns what is not read at all: quotations, questions, what stands after the bound. It knows no phrases.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from re import MULTILINE
from re import compile as pattern

from arbiter.facts.cues import CUES, Cues
from arbiter.policy.lexicon import words

MAX_WORDS = 4_000
GAP = "\0"
"""Stands where a sentence ends or a quotation was: no phrase reaches over it."""

_MASK = "\ufffc"
_MAILED = pattern(r"^[ \t]*>.*$", MULTILINE)
# A quotation that nothing closes reaches to the end: better too little is read than somebody else's words.
_QUOTED = pattern(
    r"\"[^\"]*(?:\"|\Z)|“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)|「[^」]*(?:」|\Z)|『[^』]*(?:』|\Z)"
    r"|(?<!\w)‘[^’]*(?:’|\Z)|(?<!\w)'[^']*'(?!\w)"
)
_END = pattern(r"([!?。]+|\.(?=\s|\Z|\ufffc))")
_PART = pattern(r"([,;:.()\[\]、/–—\ufffc]|\s-\s)")


@dataclass(slots=True)
class Text:
    """The words that are read, sentence after sentence with gaps between; places are indexes into `words`."""

    language: str
    words: list[str] = field(default_factory=list)
    clauses: list[int] = field(default_factory=list)
    """The number of each word's clause."""
    starts: list[int] = field(default_factory=list)
    """Where each sentence begins; the other lists of places rise, too."""
    negations: list[int] = field(default_factory=list)
    doubts: list[int] = field(default_factory=list)
    leads: list[int] = field(default_factory=list)


def read_text(text: str, language: str, cut: bool) -> Text:
    """The sentences of a normal text that may be read, up to 4,000 words; `cut` says that its end is missing."""
    read = Text(language)
    for sentence in _assertions(text.replace(_MASK, " ").replace(GAP, " "), cut):
        said, parts = _parts(sentence, language)
        if len(read.words) + len(said) > MAX_WORDS:
            break
        if said:
            _add(read, said, parts, CUES[language])
    return read


def _assertions(text: str, cut: bool) -> Iterator[str]:
    masked = _QUOTED.sub(_MASK, _MAILED.sub(_MASK, text.replace("''", '"')))
    pieces = _END.split(masked)
    for body, end in zip(pieces[::2], [*pieces[1::2], "?" if cut else ""], strict=True):
        if "?" not in end:
            yield body


def _parts(sentence: str, language: str) -> tuple[list[str], list[int]]:
    """The words of a sentence, gaps for quotations, and the number of the part that each stands in."""
    said: list[str] = []
    parts: list[int] = []
    for number, piece in enumerate(_PART.split(sentence)):
        found = (GAP,) if piece == _MASK else words(piece, language)
        said.extend(found)
        parts.extend([number] * len(found))
    return said, parts


def _add(read: Text, said: list[str], parts: list[int], cues: Cues) -> None:
    start = len(read.words)
    places = _substrings if read.language == "zh" else _whole_words
    links = places(said, cues.links)
    begun = {place for place, _ in links}
    inside = {place for first, last in links for place in range(first, last)}
    clause = read.clauses[-1] + 1 if read.clauses else 0
    for place, part in enumerate(parts):
        clause += place in begun or (place > 0 and part != parts[place - 1])
        read.clauses.append(clause)
    read.words += said
    read.starts.append(start)
    read.negations += [start + place for place, _ in places(said, cues.negations) if place not in inside]
    read.doubts += [start + place for place, _ in places(said, cues.doubts)]
    opened = [start] if said[0] in cues.openers else []
    read.leads += opened + [start + place for place, _ in places(said, cues.leads)]
    read.words.append(GAP)
    read.clauses.append(clause + 1)


def _whole_words(said: list[str], cues: frozenset[str]) -> list[tuple[int, int]]:
    return [(place, place + 1) for place, word in enumerate(said) if word in cues]


def _substrings(said: list[str], cues: frozenset[str]) -> list[tuple[int, int]]:
    """Where each cue begins and ends; a character is a word, so places in the text are places of words."""
    text, found = "".join(said), []
    for cue in cues:
        place = text.find(cue)
        while place >= 0:
            found.append((place, place + len(cue)))
            place = text.find(cue, place + 1)
    return sorted(found)
