"""A language is words only: what one frame of the letters can say, every other can."""

from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

LOCALES = Path(__file__).resolve().parents[2] / "arbiter" / "report" / "locales"
LANGUAGES = sorted(path.stem for path in LOCALES.glob("*.ftl"))


class Variants(Visitor):
    """The keys that each message of a frame tells apart."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {}
        self.message = ""

    def visit_Message(self, node: ftl.Message) -> None:
        self.message = node.id.name
        self.found[self.message] = set()
        self.generic_visit(node)

    def visit_Variant(self, node: ftl.Variant) -> None:
        key = node.key.name if isinstance(node.key, ftl.Identifier) else node.key.value
        self.found[self.message].add(key)
        self.generic_visit(node)


def frame(language: str) -> dict[str, set[str]]:
    parsed = FluentParser().parse((LOCALES / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in parsed.body if isinstance(entry, ftl.Junk)], "every line is a sentence"
    variants = Variants()
    variants.visit(parsed)
    return variants.found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence(language: str) -> None:
    """A letter must not fail in one language for a sentence that another has."""
    assert frame(language).keys() == frame("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_tells_the_same_things_apart(language: str) -> None:
    """A desk, a scan or an answer that one language names, no other may fold into 'other'. Plurals are its own."""
    plurals = {"zero", "one", "two", "few", "many", "other"}
    other, english = frame(language), frame("en")
    assert {name: keys - plurals for name, keys in other.items()} == {
        name: keys - plurals for name, keys in english.items()
    }
