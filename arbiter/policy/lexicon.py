"""Phrases by which a message says something, per language: what `lexicon/<language>.yaml` of a pack holds.

Owns their shape and how a text is made comparable, so that phrases and messages are made so alike. It matches nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from re import compile as pattern
from unicodedata import category, normalize

from evidence import Span

LANGUAGES = ("en", "ru", "zh")
"""Whose negations are known. Without them no phrase could be trusted, so no other language is read."""

DENIED = "not_"
"""What stands before the id of a meaning that a message denies."""

_WORD = pattern(r"[^\W_]+")
_LETTER = pattern(r"[^\W_]")
_APOSTROPHE = pattern(r"(?<=\w)['’ʼ`´](?=\w)")
_CONTRACTIONS = (
    (pattern(r"\bca(?:n't|nnot)\b"), "can not"),
    (pattern(r"\bwon't\b"), "will not"),
    (pattern(r"(?<=\w)n't\b"), " not"),
    (pattern(r"\b(did|do|does|was|were|is|are|has|have|had|could|would|should)nt\b"), r"\1 not"),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A few words as people write them."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a message may say: by these phrases it says so, by those it says the opposite."""

    id: str
    says: tuple[Phrase, ...]
    denies: tuple[Phrase, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The meanings of one language, by their ids."""

    language: str
    meanings: Mapping[str, Meaning]


def normal(text: str) -> str:
    """The text in one form of every letter: NFKC, caseless, `е` for `ё`, no stress marks, `not` for `n't`.

    Punctuation stays, for it says where a sentence ends and who speaks; only apostrophes within words go.
    """
    folded = normalize("NFKC", normalize("NFKC", text).casefold()).replace("ё", "е")
    # Stress marks, soft hyphens and zero-width spaces would part one word into two.
    seen = folded if folded.isascii() else "".join(char for char in folded if category(char) not in ("Mn", "Cf"))
    plain = _APOSTROPHE.sub("'", seen)
    for contraction, written_out in _CONTRACTIONS:
        plain = contraction.sub(written_out, plain)
    return _APOSTROPHE.sub("", plain)


def words(text: str, language: str) -> tuple[str, ...]:
    """The words of a normal text without punctuation; of Chinese, which parts no words, the single characters."""
    return tuple((_LETTER if language == "zh" else _WORD).findall(text))
