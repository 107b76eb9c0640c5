"""The letter as data: what the JSON form holds, and its schema. Pages are set from it, programs read it.

Owns the shape. A text is what the reader sees; beside it stands which message says it, with which arguments, and the
nodes of the reasoning it rests on. An argument is told only where its words stand in the text: the data says no more
than the letter.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Word(_Value):
    """A word or a text that the sentence holds."""

    type: Literal["text"] = "text"
    text: str


class Count(_Value):
    """A whole number of something."""

    type: Literal["count"] = "count"
    value: int


class Amount(_Value):
    """Money in the smallest unit of its currency (cents); XXX is no currency."""

    type: Literal["money"] = "money"
    minor: int
    currency: str


class Role(_Value):
    """A party by its canonical role."""

    type: Literal["party"] = "party"
    role: str


class Date(_Value):
    """A day of the calendar, in the reader's zone."""

    type: Literal["day"] = "day"
    day: str


class DayAfter(_Value):
    """The business day of that number after a day."""

    type: Literal["business_day"] = "business_day"
    number: int
    after: str


class Quantity(_Value):
    """An exact number, as a whole number or a fraction (`7`, `10/3`), with a unit of the policy language."""

    type: Literal["number"] = "number"
    value: str
    unit: str


class Time(_Value):
    """A moment, to the minute, in the reader's zone."""

    type: Literal["moment"] = "moment"
    at: str


class Quote(_Value):
    """Someone's own words, or a name."""

    type: Literal["quote"] = "quote"
    text: str


class Row(_Value):
    """Words in a row."""

    type: Literal["list"] = "list"
    texts: tuple[str, ...]


class TimeZone(_Value):
    """A zone of time by its name."""

    type: Literal["zone"] = "zone"
    name: str


class Said(_Value):
    """A sentence: its text, the message that says it, its arguments, and the nodes of the reasoning it rests on.

    `source` tells the messages of arbiter's own frame from the policy's; `attribute` is the rule of a policy's message.
    """

    type: Literal["sentence"] = "sentence"
    text: str
    message: str
    source: Literal["frame", "policy"]
    attribute: str | None = None
    nodes: tuple[str, ...] = ()
    arguments: "dict[str, Told]" = {}


Told = Annotated[
    Word | Count | Amount | Role | Date | DayAfter | Quantity | Time | Quote | Row | TimeZone | Said,
    Field(discriminator="type"),
]


class Party(_Value):
    """One of those concerned: the role, the pack's noun for it, the name, and whether the letter is for it."""

    role: str
    noun: str
    name: str
    addressee: bool


class Promised(_Value):
    """A guarantee that held, with its clause."""

    text: Said
    says: str
    clause: str


class Strength(_Value):
    """How strong a piece of evidence is, 1 to 4, in words."""

    value: int
    label: str


class Citation(_Value):
    """Records as the letter cites them: `E4`, or `E3–E9` for many in a row; `first` is the first of them."""

    text: str
    first: str


class Evidence(_Value):
    """A piece of evidence for an answer, with its records. Without a strength it is a fact on record."""

    says: Said
    strength: Strength | None
    label: str
    records: tuple[str, ...]
    cited: tuple[Citation, ...]
    set_aside: Said | None
    quote: Said | None


class Side(_Value):
    """What speaks for one answer of a question."""

    answer: Said
    wins: bool
    evidence: tuple[Evidence, ...]
    notes: tuple[Said, ...]


class Question(_Value):
    """A disputed question: who had to show what, every side, the finding, its clause. Nothing turned on an idle one."""

    title: Said
    about: Said | None
    meta: tuple[Said, ...]
    sides: tuple[Side, ...]
    finding: tuple[Said, ...]
    clause: str
    idle: bool


class Gate(_Value):
    """A condition that comes first and is not met."""

    heading: str
    title: Said
    about: Said | None
    facts: tuple[Evidence, ...]
    finding: Said
    clause: str


class Happening(_Value):
    """A line of the timeline. `bad` is what decided against someone."""

    at: str
    when: str
    what: Said
    tone: Literal["plain", "good", "bad"]


class Item(_Value):
    """A record in the list of all evidence. Without a strength it is on record."""

    number: str
    what: Said
    sender: str | None
    role: str | None
    strength: Strength | None
    label: str
    effect: Said
    quote: Said | None


class SumRow(_Value):
    """A row of the sum. The amount is null where it is missing; `sign` -1 subtracts it."""

    label: Said
    amount: Annotated[Amount | Quantity, Field(discriminator="type")] | None
    shown: str
    sign: Literal[-1, 1]
    total: bool


class Section(_Value):
    """A heading and its sentences."""

    heading: str
    sentences: tuple[Said, ...]


class Meaning(Section):
    """What the decision means for the reader, with the promises that held for them."""

    promises: tuple[Promised, ...]


class Timeline(_Value):
    """What happened, in order; `zone` says in which zone the times are."""

    heading: str
    zone: Said | None
    events: tuple[Happening, ...]


class Questions(_Value):
    """The questions of the case, after the conditions that come first."""

    heading: str
    legend: str
    heading_idle: str
    gates: tuple[Gate, ...]
    questions: tuple[Question, ...]


class Items(_Value):
    """All evidence: the heading, the names of the columns, a row for each record."""

    heading: str
    columns: tuple[str, str, str, str]
    items: tuple[Item, ...]


class Sum(_Value):
    """The money: rows, and sentences about them."""

    heading: str
    rows: tuple[SumRow, ...]
    notes: tuple[Said, ...]


class Position(_Value):
    """What one side said, asked for and sent."""

    role: str
    noun: str
    addressee: bool
    said: tuple[Said, ...]


class Positions(_Value):
    """What each side said, the claimant first."""

    heading: str
    sides: tuple[Position, ...]


class Groups(_Value):
    """A heading, and groups of sentences that belong together."""

    heading: str
    groups: tuple[tuple[Said, ...], ...]


class LetterData(_Value):
    """A letter: why a case was decided as it was, for one audience in one language."""

    format: Literal["dispute-arbiter letter 1"] = "dispute-arbiter letter 1"
    decision: str
    status: Literal["final", "provisional", "referred"]
    status_label: Said
    audience: str
    language: str
    kicker: Said
    title: tuple[Said, ...]
    lines: tuple[Said, ...]
    parties: tuple[Party, ...]
    meaning: Meaning
    positions: Positions
    timeline: Timeline
    questions: Questions
    points: Groups
    nearly: Groups
    evidence: Items
    money: Sum
    protection: Section
    changes: Groups
    next: Section
    appeal: Section
    how: Section


def letter_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a letter in its JSON form."""
    schema: dict[str, Any] = _untitled(LetterData.model_json_schema(mode="serialization"))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Letter", **schema}


def _untitled(value: Any) -> Any:
    """A schema without titles that only repeat names. A `type` tells alternatives apart, so any one that fits is it."""
    match value:
        case dict():
            kept = {key: one for key, one in value.items() if key != "title" or not isinstance(one, str)}
            kept.pop("discriminator", None)
            return {"anyOf" if key == "oneOf" else key: _untitled(one) for key, one in kept.items()}
        case list():
            return [_untitled(one) for one in value]
    return value
