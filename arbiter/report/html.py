"""The letter as one HTML file: no script, no request to anywhere, light and dark, on a phone and in print."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from arbiter.report.forms import PIPS, money_text, refs_text, said_once
from arbiter.report.letter import Letter, Sentence
from arbiter.report.words import Words

PAGES = Path(__file__).parent / "pages"


def to_html(letter: Letter, words: Words) -> str:
    """The whole letter as a self-contained page. Everything is escaped by the template engine."""
    page: str = _page().render(
        letter=letter,
        words=words,
        say=words.say,
        label=words.label,
        marked=lambda sentence: _marked(words, sentence),
        clause=lambda text: words.say(Sentence("clause", {"clause": text})),
        promise=lambda text: words.say(Sentence("promise", {"text": text})),
        money=lambda row: money_text(words, row),
        pips=PIPS,
        refs=lambda refs: refs_text(words, refs),
        gap=words.gap,
        entries=lambda side: said_once(side.entries, words),
        style=Markup(_style()),
    )
    return page


def _marked(words: Words, sentence: Sentence) -> Markup:
    """A sentence with the nodes of the reasoning it rests on."""
    return Markup('<span data-node="{}">{}</span>').format(" ".join(sentence.nodes), words.say(sentence))


@lru_cache(maxsize=1)
def _page():  # type: ignore[no-untyped-def]
    environment = Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("letter.html.j2")


@lru_cache(maxsize=1)
def _style() -> str:
    return (PAGES / "letter.css").read_text(encoding="utf-8")
