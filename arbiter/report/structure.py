"""The letter as structured data, put into one language. JSON is this; a PDF is set from it."""

from collections.abc import Iterable
from fractions import Fraction

from arbiter.report import data
from arbiter.report.forms import cited, money_text, said_once
from arbiter.report.letter import (
    Argument,
    BusinessDay,
    Day,
    Entry,
    GateBlock,
    Letter,
    Listed,
    Moment,
    MoneyRow,
    Number,
    Party,
    QuestionBlock,
    Sentence,
    Verbatim,
    Zone,
)
from arbiter.report.words import Words
from evidence import Money

COLUMNS = ("item", "from", "strength", "effect")


def to_json(letter: data.LetterData) -> str:
    """A letter as a JSON document, ending with a line break."""
    return letter.model_dump_json(indent=2, ensure_ascii=False) + "\n"


def structured(letter: Letter, words: Words, audience: str) -> data.LetterData:
    """The whole letter as values, for one audience."""
    teller = _Teller(words)
    return data.LetterData(
        decision=letter.decision,
        status=letter.status,  # type: ignore[arg-type]
        status_label=teller.said(letter.status_label),
        audience=audience,
        language=words.tag,
        kicker=teller.said(letter.kicker),
        title=teller.all(letter.title),
        lines=teller.all(letter.lines),
        parties=tuple(
            data.Party(role=one.role, noun=words.party(one.role, "bare"), name=name.text, addressee=you)
            for one, name, you in letter.cast
        ),
        meaning=_meaning(teller, letter),
        positions=_positions(teller, letter),
        timeline=_timeline(teller, letter),
        questions=data.Questions(
            heading=words.label("heading-questions"),
            legend=words.label("legend"),
            heading_idle=words.label("heading-idle"),
            gates=tuple(_gate(teller, gate) for gate in letter.gates),
            questions=tuple(_question(teller, block) for block in letter.questions),
        ),
        points=teller.groups("heading-points", letter.points),
        nearly=teller.groups("heading-nearly", letter.nearly),
        evidence=_items(teller, letter),
        money=data.Sum(
            heading=words.label("heading-money"),
            rows=tuple(_row(teller, row) for row in letter.money),
            notes=teller.all(letter.money_notes),
        ),
        protection=teller.section("heading-protection", letter.protection),
        changes=teller.groups(letter.heading_change, letter.changes),
        next=teller.section("heading-next", letter.next_steps),
        appeal=teller.section("heading-appeal", letter.appeal),
        how=teller.section("heading-how", letter.how),
    )


class _Teller:
    """Sentences and their arguments as data, in one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def said(self, sentence: Sentence) -> data.Said:
        """A sentence with the arguments whose words stand in its text."""
        text, told = self.words.told(sentence)
        return data.Said(
            text=text,
            message=sentence.id,
            source=sentence.source,
            attribute=sentence.attribute,
            nodes=sentence.nodes,
            arguments={name: self.argument(value) for name, value in sorted(told.items())},
        )

    def maybe(self, sentence: Sentence | None) -> data.Said | None:
        return None if sentence is None else self.said(sentence)

    def all(self, sentences: Iterable[Sentence]) -> tuple[data.Said, ...]:
        return tuple(self.said(sentence) for sentence in sentences)

    def section(self, heading: str, sentences: Iterable[Sentence]) -> data.Section:
        return data.Section(heading=self.words.label(heading), sentences=self.all(sentences))

    def groups(self, heading: str, groups: Iterable[Iterable[Sentence]]) -> data.Groups:
        return data.Groups(heading=self.words.label(heading), groups=tuple(self.all(group) for group in groups))

    def clause(self, clause: str) -> str:
        return self.words.say(Sentence("clause", {"clause": clause}))

    def argument(self, value: Argument) -> data.Told:
        """An argument as a typed value; moments and days in the reader's zone, as exact as they are said."""
        match value:
            case Party(role):
                return data.Role(role=role)
            case Sentence():
                return self.said(value)
            case Money(minor=minor, currency=currency):
                return data.Amount(minor=minor, currency=currency)
            case Day(at, fixed):
                return data.Date(day=self.words.local(at, fixed).date().isoformat())
            case BusinessDay(count, after):
                return data.DayAfter(number=count, after=self.words.local(after).date().isoformat())
            case Number(number, unit):
                return data.Quantity(value=str(Fraction(number)), unit=unit)
            case Moment(at):
                return data.Time(at=self.words.local(at).isoformat(timespec="minutes"))
            case Verbatim(text):
                return data.Quote(text=text)
            case Listed(texts):
                return data.Row(texts=texts)
            case Zone(name):
                return data.TimeZone(name=name)
            case int():
                return data.Count(value=value)
            case _:
                return data.Word(text=value)

    def strength(self, value: int | None) -> data.Strength | None:
        return data.Strength(value=value, label=self.words.label(f"strength-{value}")) if value else None

    def evidence(self, entries: Iterable[Entry]) -> tuple[data.Evidence, ...]:
        """Evidence said once, with all its records."""
        return tuple(
            data.Evidence(
                says=self.said(entry.says),
                strength=self.strength(entry.strength),
                label=self.words.label(f"strength-{entry.strength}" if entry.strength else "fact-on-record"),
                records=entry.refs,
                cited=tuple(data.Citation(text=text, first=first) for text, first in cited(entry.refs)),
                set_aside=self.maybe(entry.set_aside),
                quote=self.maybe(entry.quote),
            )
            for entry in said_once(entries, self.words)
        )


def _meaning(teller: _Teller, letter: Letter) -> data.Meaning:
    section = teller.section(letter.heading_meaning, letter.meaning)
    promises = tuple(
        data.Promised(
            text=teller.said(promise.text),
            says=teller.words.say(Sentence("promise", {"text": promise.text})),
            clause=teller.clause(promise.clause),
        )
        for promise in letter.promises
    )
    return data.Meaning(heading=section.heading, sentences=section.sentences, promises=promises)


def _positions(teller: _Teller, letter: Letter) -> data.Positions:
    sides = tuple(
        data.Position(
            role=one.party.role,
            noun=teller.words.party(one.party.role, "cap"),
            addressee=one.you,
            said=teller.all(one.said),
        )
        for one in letter.positions
    )
    return data.Positions(heading=teller.words.label("heading-said"), sides=sides)


def _timeline(teller: _Teller, letter: Letter) -> data.Timeline:
    events = tuple(
        data.Happening(
            at=teller.words.local(event.at).isoformat(timespec="minutes"),
            when=teller.words.moment(event.at),
            what=teller.said(event.what),
            tone=event.tone,
        )
        for event in letter.timeline
    )
    heading = teller.words.label("heading-timeline")
    return data.Timeline(heading=heading, zone=teller.maybe(letter.zone), events=events)


def _gate(teller: _Teller, gate: GateBlock) -> data.Gate:
    return data.Gate(
        heading=teller.words.label("gate"),
        title=teller.said(gate.title),
        about=teller.maybe(gate.about),
        facts=teller.evidence(gate.facts),
        finding=teller.said(gate.finding),
        clause=teller.clause(gate.clause),
    )


def _question(teller: _Teller, block: QuestionBlock) -> data.Question:
    return data.Question(
        title=teller.said(block.title),
        about=teller.maybe(block.about),
        meta=teller.all(block.meta),
        sides=tuple(
            data.Side(
                answer=teller.said(side.answer),
                wins=side.wins,
                evidence=teller.evidence(side.entries),
                notes=teller.all(side.notes),
            )
            for side in block.sides
        ),
        finding=teller.all(block.finding),
        clause=teller.clause(block.clause),
        idle=block.idle,
    )


def _items(teller: _Teller, letter: Letter) -> data.Items:
    words = teller.words
    item, sender, strength, effect = (words.label(f"column-{name}") for name in COLUMNS)
    return data.Items(
        heading=words.label("heading-evidence"),
        columns=(item, sender, strength, effect),
        items=tuple(
            data.Item(
                number=exhibit.ref,
                what=teller.said(exhibit.what),
                sender=words.party(exhibit.sender.role, "bare") if exhibit.sender else None,
                role=exhibit.sender.role if exhibit.sender else None,
                strength=teller.strength(exhibit.strength),
                label=words.label(f"strength-{exhibit.strength}" if exhibit.strength else "on-record"),
                effect=teller.said(exhibit.effect),
                quote=teller.maybe(exhibit.quote),
            )
            for exhibit in letter.exhibits
        ),
    )


def _row(teller: _Teller, row: MoneyRow) -> data.SumRow:
    amount: data.Amount | data.Quantity | None = None
    match row.amount:
        case Money(minor=minor, currency=currency):
            amount = data.Amount(minor=minor, currency=currency)
        case Number(number, unit):
            amount = data.Quantity(value=str(Fraction(number)), unit=unit)
    return data.SumRow(
        label=teller.said(row.label),
        amount=amount,
        shown=money_text(teller.words, row),
        sign=-1 if row.sign < 0 else 1,
        total=row.total,
    )
