"""What a message says, by the phrases of a lexicon. It abstains when it is unsure: None is "unknown", never "no".

It finds phrases; it understands nothing. It can: find a phrase of English or Russian in spite of letter case,
punctuation and slips of the pen, and one of simplified Chinese with at most one character off; tell a phrase from its
denial; pass over questions, quotations, requests, reports, conditions and marked irony. It cannot: know another
wording, form of a word or language than the lexicon has, or tell languages of one script apart; know who did it, where
or when; see what the words behind a phrase make of it (`arrived empty`), irony that nothing marks, a quotation without
quotation marks or words of reporting, or a negation that stands neither close before a phrase, nor earlier in its
clause, nor right behind it. It takes an imperative without "please" for a report if a phrase of the lexicon reads like
one. So a reading is a hint, and a person's word stands above it.

Work is bounded: of a text the first 100,000 characters and, in whole sentences, the first 4,000 words (of Chinese,
characters) are read. What stands after them is not read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from re import compile as pattern
from typing import Literal

from arbiter.facts.cues import CUES, IRONY
from arbiter.facts.phrases import Place, finder
from arbiter.facts.sentences import Text, read_text
from arbiter.policy.lexicon import DENIED, LANGUAGES, Lexicon, Meaning, Phrase, normal

MAX_CHARACTERS = 100_000
MAX_PLACES = 100
"""A text that says or denies one thing in more places than these is no message, and its places are not weighed."""

_SCRIPTS = {"zh": pattern(r"[\u3400-\u4dbf\u4e00-\u9fff]"), "ru": pattern(r"[\u0400-\u04ff]"), "en": pattern(r"[a-z]")}
_LETTER = pattern(r"[^\W\d_]")
_LETTERS_A_WORD = {"zh": 3, "ru": 1, "en": 1}

_Finder = Callable[[str], list[Place]]


def meanings_of(text: str, language: str | None, lexicons: Mapping[str, Lexicon]) -> frozenset[str] | None:
    """The ids of the meanings that the message says; of one that it denies, its id after `not_`.

    The message is read in its own `language` (like `en` or `zh-CN`) if that is among the lexicons, by their keys; else
    in the one its script stands for: Han `zh`, Cyrillic `ru`, Latin `en`. None if nothing is found, if it is unsure, or
    if no lexicon is of that language. It depends on nothing but its arguments, and raises nothing.
    """
    whole = normal(text[:MAX_CHARACTERS])
    plain = whole[:MAX_CHARACTERS]
    chosen = _language(plain, language, lexicons)
    if chosen is None or IRONY.search(plain):
        return None
    read = read_text(plain, chosen, cut=max(len(text), len(whole)) > MAX_CHARACTERS)
    find = finder(read)
    said = (_reading(meaning, read, find) for meaning in lexicons[chosen].meanings.values())
    return frozenset(reading for reading in said if reading is not None) or None


def _language(plain: str, stated: str | None, lexicons: Mapping[str, Lexicon]) -> str | None:
    if stated:
        own = stated.casefold().replace("_", "-").partition("-")[0]
        if own in lexicons:
            return own if own in LANGUAGES else None
    counts = {name: len(script.findall(plain)) * _LETTERS_A_WORD[name] for name, script in _SCRIPTS.items()}
    # Letters of other scripts and accented ones speak against all three.
    others = len(_LETTER.findall(plain)) - sum(counts[name] // _LETTERS_A_WORD[name] for name in counts)
    most = max(counts, key=lambda name: counts[name])
    clear = 3 * counts[most] > 2 * (sum(counts.values()) + others)
    return most if clear and most in lexicons else None


def _reading(meaning: Meaning, text: Text, find: _Finder) -> str | None:
    """The meaning's id if the text says it, after `not_` if it denies it; None if neither is sure."""
    denied = _places(meaning.denies, find)
    said = _places(meaning.says, find)
    if len(said) + len(denied) > MAX_PLACES:
        return None
    said = {place for place in said if not any(_outdoes(other, place) for other in denied)}
    if bool(said) == bool(denied):
        return None
    standings = {_standing(place, text, denies=bool(denied)) for place in said or denied}
    if "sure" not in standings or "negated" in standings:
        return None
    return DENIED + meaning.id if denied else meaning.id


def _places(phrases: tuple[Phrase, ...], find: _Finder) -> set[Place]:
    return {place for phrase in phrases for place in find(phrase.text)}


def _outdoes(denied: Place, said: Place) -> bool:
    """Whether a denial stands where a phrase seems to say it: around it, or over it and written at least as well.

    A denial within a longer phrase that says it (`nothing at the door was damaged`) does not: then it is unsure.
    """
    return denied.holds(said) or (denied.meets(said) and denied.slips <= said.slips and not said.holds(denied))


def _standing(place: Place, text: Text, denies: bool) -> Literal["sure", "unsure", "negated"]:
    """Whether a phrase in its place is asserted, denied by a word before it, or neither."""
    start = text.starts[bisect_right(text.starts, place.first) - 1]
    if _is_negated(place, text, start, denies):
        return "negated"
    sentence = bisect_right(text.starts, place.first)
    end = text.starts[sentence] if sentence < len(text.starts) else len(text.words)
    if _any(text.leads, start, place.first) or _any(text.doubts, start, place.first):
        return "unsure"
    return "unsure" if _any(text.doubts, place.last, end) else "sure"


def _is_negated(place: Place, text: Text, start: int, denies: bool) -> bool:
    """Whether a negation stands earlier in the clause, a few words before in any clause, or right behind.

    Of a denial only its own clause counts, and no `no` that begins the sentence: `No, I did not` denies once.
    """
    cues, clause = CUES[text.language], text.clauses[place.first]
    before = bisect_left(text.negations, place.first)
    behind = before < len(text.negations) and place.last in text.negations[before : before + place.size + 2]
    if behind and text.clauses[place.last] == text.clauses[place.last - 1]:
        return True
    nearest = text.negations[before - 1] if before else -1
    if nearest < start or (denies and nearest == start and text.words[start] in cues.answers):
        return False
    return text.clauses[nearest] == clause or (not denies and place.first - nearest <= cues.near)


def _any(places: list[int], first: int, last: int) -> bool:
    """Whether one of the places, which rise, lies from the first to before the last."""
    found = bisect_left(places, first)
    return found < len(places) and places[found] < last
