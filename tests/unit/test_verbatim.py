"""However a text turns the order of reading, what stands around it keeps its own."""

from collections.abc import Callable

import pytest

from arbiter import Policy
from arbiter.report.letter import Sentence, Verbatim
from arbiter.report.verbatim import isolated
from arbiter.report.words import Words

START, END = "\u2068", "\u2069"


@pytest.mark.parametrize("text", ["Ines Okafor", "Ина", "平台", "don't 🛵", ""])
def test_most_texts_stand_as_they_are(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("مرحبا", "مرحبا"),
        ("שלום 12", "שלום 12"),
        ("\u202eyap uoy", "\u202eyap uoy"),
        ("\u2067x", "\u2067x\u2069"),
        ("\u2067x\u2066y", "\u2067x\u2066y\u2069\u2069"),
        ("ש\u2069x", "שx"),
        ("\u2067x\u2069\u2069y", "\u2067x\u2069y"),
    ],
)
def test_what_turns_the_order_is_set_apart(text: str, inside: str) -> None:
    """What it opens is closed, and it closes nothing that it did not open."""
    assert isolated(text) == START + inside + END


def test_a_title_among_our_words_is_set_apart(policy_of: Callable[[str], Policy]) -> None:
    """An override in the name of an item would else turn round the amount that follows it."""
    sentence = Sentence("line-titled", {"title": Verbatim("\u202ecake")}, ("record:O-1",))
    assert f"{START}\u202ecake{END}" in Words(policy_of("meal"), "en", None).say(sentence)
