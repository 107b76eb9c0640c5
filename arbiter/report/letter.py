"""The letter as values: sections of sentences that know their words by id only. Language comes later.

A sentence names a message, typed arguments and the nodes of the reasoning it rests on. Nothing here is text for a
reader, so no two languages can say different things.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from evidence import Money

Tone = Literal["plain", "good", "bad"]


@dataclass(frozen=True, slots=True)
class Party:
    """A role, to be named by the pack's noun in the case the language needs."""

    role: str


@dataclass(frozen=True, slots=True)
class Day:
    """A moment of which only the day is said, in the reader's zone; in its own if it is `fixed`."""

    at: datetime
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class BusinessDay:
    """The business day of that number after another day, where nobody knows the region's calendar."""

    count: int
    after: datetime


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number in a unit of the policy language; the empty unit is a number of nothing in particular."""

    value: int | Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment said with day and time, in the reader's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Someone's own words or a name: shown as they are, never read as markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Names, numbers or other words in a row, parted as the language parts them."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of time, by its name and by its city: the sentence takes what the language would say."""

    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message with its arguments. `source` tells the frame's messages from the policy's."""

    id: str
    args: Mapping[str, "Argument"]
    nodes: tuple[str, ...] = ()
    source: Literal["frame", "policy"] = "frame"
    attribute: str | None = None


Deadline = Day | BusinessDay
Argument = str | int | Money | Party | Day | BusinessDay | Number | Moment | Verbatim | Listed | Zone | Sentence


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the timeline."""

    at: datetime
    what: Sentence
    tone: Tone


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of evidence for an answer: its strength, what it shows, and why it was set aside, if it was.

    Strength 0 is a fact on record, which nobody weighs. `quote` are the words of the message that shows it.
    """

    strength: int
    says: Sentence
    refs: tuple[str, ...]
    set_aside: Sentence | None = None
    quote: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for one answer."""

    answer: Sentence
    wins: bool
    entries: tuple[Entry, ...]
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """A disputed question with every side and the finding. `about` are the parts of the order that it is about."""

    title: Sentence
    meta: tuple[Sentence, ...]
    sides: tuple[Side, ...]
    finding: tuple[Sentence, ...]
    clause: str
    about: Sentence | None = None
    idle: bool = False
    """Whether nothing turned on it."""


@dataclass(frozen=True, slots=True)
class GateBlock:
    """A condition that comes first and is not met: what it says, what it fails, and what follows from that."""

    title: Sentence
    facts: tuple[Entry, ...]
    finding: Sentence
    clause: str
    about: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A row of the evidence table."""

    ref: str
    what: Sentence
    sender: Party | None
    strength: int | None
    effect: Sentence
    quote: Sentence | None


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of the sum: a label, an amount (None where it is missing), whether it is subtracted or the total."""

    label: Sentence
    amount: Money | Number | None
    sign: int
    total: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """What one side said, asked for and sent, and what it was asked."""

    party: Party
    you: bool
    said: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A guarantee quoted in a letter."""

    text: Sentence
    clause: str
    own: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole account for one audience, before any words."""

    decision: str
    status: str
    kicker: Sentence
    title: tuple[Sentence, ...]
    status_label: Sentence
    lines: tuple[Sentence, ...]
    meaning: tuple[Sentence, ...]
    promises: tuple[Promise, ...]
    cast: tuple[tuple[Party, Verbatim, bool], ...]
    positions: tuple[Position, ...]
    timeline: tuple[Event, ...]
    gates: tuple[GateBlock, ...]
    questions: tuple[QuestionBlock, ...]
    points: tuple[tuple[Sentence, ...], ...]
    nearly: tuple[tuple[Sentence, ...], ...]
    exhibits: tuple[Exhibit, ...]
    money: tuple[MoneyRow, ...]
    money_notes: tuple[Sentence, ...]
    protection: tuple[Sentence, ...]
    heading_change: Literal["heading-change", "heading-change-open"]
    changes: tuple[tuple[Sentence, ...], ...]
    next_steps: tuple[Sentence, ...]
    appeal: tuple[Sentence, ...]
    how: tuple[Sentence, ...]
    zone: Sentence | None
    heading_meaning: Literal["heading-meaning", "heading-meaning-agent", "heading-meaning-decided"]
