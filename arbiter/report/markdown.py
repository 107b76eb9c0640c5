"""The letter as Markdown, for tickets. Everyone's own words are escaped, so they stay words."""

from collections.abc import Iterable
from re import compile as pattern

from arbiter.report.forms import PIPS, money_text, refs_text, said_once
from arbiter.report.letter import Entry, GateBlock, Letter, Position, QuestionBlock, Sentence
from arbiter.report.words import Words

_SPECIAL = pattern(r"([\\`*_{}\[\]<>#|~&])")
_LINE_START = pattern(r"^(\s*)([-+](?=\s)|[=>]|\d+[.)](?=\s))")


def to_markdown(letter: Letter, words: Words) -> str:
    """The whole letter as Markdown, ending with a line break."""
    page = _Page(words)
    page.line(page.text(letter.kicker), "")
    page.line("# " + page.run(letter.title), "")
    page.line(f"**{page.text(letter.status_label)}**", "")
    page.paragraphs(letter.lines)
    page.section(letter.heading_meaning, letter.meaning)
    for promise in letter.promises:
        text = page.text(Sentence("promise", {"text": promise.text}))
        page.line(f"> {words.noted(text, page.clause(promise.clause))}", "")
    page.heading("heading-said")
    for position in letter.positions:
        _position(page, position)
    if letter.timeline:
        page.heading("heading-timeline")
        if letter.zone is not None:
            page.line(page.text(letter.zone), "")
        for event in letter.timeline:
            page.line("* " + words.labelled(escape(words.moment(event.at)), page.text(event.what)))
        page.line("")
    if letter.gates or letter.questions:
        page.heading("heading-questions")
    for gate in letter.gates:
        _gate(page, gate)
    if letter.questions:
        if any(block.sides for block in letter.questions):
            page.line(page.label("legend"), "")
        for number, block in enumerate(letter.questions, start=1):
            if block.idle and not (number > 1 and letter.questions[number - 2].idle):
                page.line(f"**{page.label('heading-idle')}**", "")
            _question(page, number, block)
    page.groups("heading-points", letter.points)
    page.groups("heading-nearly", letter.nearly)
    _evidence(page, letter)
    _money(page, letter)
    page.section("heading-protection", letter.protection)
    page.groups(letter.heading_change, letter.changes)
    page.section("heading-next", letter.next_steps)
    page.section("heading-appeal", letter.appeal)
    page.section("heading-how", letter.how)
    return "\n".join(page.lines).rstrip() + "\n"


class _Page:
    def __init__(self, words: Words) -> None:
        self.words = words
        self.lines: list[str] = []

    def text(self, sentence: Sentence) -> str:
        return escape(self.words.say(sentence))

    def label(self, message: str) -> str:
        return escape(self.words.label(message))

    def run(self, sentences: Iterable[Sentence]) -> str:
        return self.words.sentences(self.text(sentence) for sentence in sentences)

    def clause(self, clause: str) -> str:
        return self.text(Sentence("clause", {"clause": clause}))

    def line(self, *lines: str) -> None:
        self.lines.extend(lines)

    def heading(self, message: str) -> None:
        self.line(f"## {self.label(message)}", "")

    def paragraphs(self, sentences: Iterable[Sentence]) -> None:
        for sentence in sentences:
            self.line(self.text(sentence), "")

    def groups(self, message: str, groups: Iterable[Iterable[Sentence]]) -> None:
        """A list of which each point is a few sentences; nothing if there is none."""
        points = ["* " + self.run(group) for group in groups]
        if points:
            self.heading(message)
            self.line(*points, "")

    def section(self, message: str, sentences: Iterable[Sentence]) -> None:
        self.heading(message)
        self.paragraphs(sentences)


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no link, no second line."""
    one_line = " ".join(text.split())
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", one_line))


def _position(page: _Page, position: Position) -> None:
    name = escape(page.words.party(position.party.role, "cap"))
    page.line(f"**{page.words.noted(name, page.label('for-you')) if position.you else name}**", "")
    page.line(*("* " + page.text(sentence) for sentence in position.said), "")


def _gate(page: _Page, gate: GateBlock) -> None:
    page.line(f"### {page.label('gate')}", "", page.text(gate.title), "")
    if gate.about is not None:
        page.line(f"**{page.text(gate.about)}**", "")
    for entry in said_once(gate.facts, page.words):
        page.line("* " + _entry(page, entry))
    page.line("", page.words.noted(f"**{page.text(gate.finding)}**", page.clause(gate.clause)), "")


def _question(page: _Page, number: int, block: QuestionBlock) -> None:
    title = page.words.written("write-numbered", number=str(number), text=page.text(block.title))
    page.line(f"### {title}", "")
    if block.about is not None:
        page.line(f"**{page.text(block.about)}**", "")
    if block.meta:
        page.line(page.run(block.meta), "")
    for side in block.sides:
        page.line(f"**{page.text(side.answer)}**", "")
        if not side.entries:
            page.line("* " + page.label("nothing-speaks"))
        for entry in said_once(side.entries, page.words):
            page.line("* " + _entry(page, entry))
        for note in side.notes:
            page.line(f"* {page.text(note)}")
        page.line("")
    page.line(page.words.noted(f"**{page.run(block.finding)}**", page.clause(block.clause)), "")


def _entry(page: _Page, entry: Entry) -> str:
    says = page.text(entry.says)
    if entry.set_aside is not None:
        # The blank belongs to Markdown: without it, the line is not struck through before a letter.
        said = f"~~{says}~~ {page.text(entry.set_aside)}"
    elif entry.strength:
        said = f"{PIPS[entry.strength]} " + page.words.labelled(page.label(f"strength-{entry.strength}"), says)
    else:
        said = page.words.labelled(page.label("fact-on-record"), says)
    if entry.quote is not None:
        said = page.words.sentences([said, page.text(entry.quote)])
    return page.words.noted(said, refs_text(page.words, entry.refs)) if entry.refs else said


def _evidence(page: _Page, letter: Letter) -> None:
    page.heading("heading-evidence")
    columns = [page.label(f"column-{name}") for name in ("item", "from", "strength", "effect")]
    page.line("| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns))
    for exhibit in letter.exhibits:
        what = f"{exhibit.ref} {page.text(exhibit.what)}"
        if exhibit.quote is not None:
            what = page.words.written("write-quoted", text=what, quote=page.text(exhibit.quote))
        sender = escape(page.words.party(exhibit.sender.role, "bare")) if exhibit.sender else ""
        strength = page.label(f"strength-{exhibit.strength}" if exhibit.strength else "on-record")
        page.line(f"| {what} | {sender} | {strength} | {page.text(exhibit.effect)} |")
    page.line("")


def _money(page: _Page, letter: Letter) -> None:
    page.heading("heading-money")
    for row in letter.money:
        line = page.words.labelled(page.text(row.label), money_text(page.words, row))
        page.line(f"* **{line}**" if row.total else f"* {line}")
    if letter.money:
        page.line("")
    page.paragraphs(letter.money_notes)
