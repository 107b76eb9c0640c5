"""The policy as its authors wrote it: names, conditions and values, each with its place in a file.

This module owns the shape of a policy. It must not read files, resolve dates or match anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from fractions import Fraction
from typing import Literal

from arbiter.policy.conditions import Condition, RecordTest
from evidence import Money, Span

Answer = Literal["yes", "no"]
RouteKind = Literal["auto", "propose", "human"]

ANSWERS: tuple[Answer, Answer] = ("yes", "no")
ROUTES: tuple[RouteKind, ...] = ("auto", "propose", "human")
ADVERSE_MEASURES = ("note", "warning", "points", "payout_hold", "listing_removal", "suspension")
ACCOUNT_MEASURES = ("payout_hold", "listing_removal", "suspension")
FAVOURABLE_MEASURES = ("exemption", "commendation")
MEASURES = ADVERSE_MEASURES + FAVOURABLE_MEASURES
DESKS = ("logistics", "sellers", "warranty", "payments", "safety")


class Strength(IntEnum):
    """How much one record shows. Only compared, never added."""

    NONE = 0
    SLIGHT = 1
    MODERATE = 2
    STRONG = 3
    CONCLUSIVE = 4

    @property
    def word(self) -> str:
        """The name that policies and reports use."""
        return self.name.lower()


STRENGTHS: Mapping[str, Strength] = {strength.word: strength for strength in Strength}

Quantity = int | Fraction | Money | Strength


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a parameter: in force from the first day to the last (both included), in a region or in all."""

    first: date
    last: date | None
    region: str | None
    value: Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the policy. Its unit is `money`, `strength`, `steps` or a unit of the vocabulary."""

    id: str
    unit: str
    clause: str
    values: tuple[DatedValue, ...]
    span: Span

    def on(self, day: date, region: str | None) -> Quantity | None:
        """The value in force on `day`: the region's own if it has one, else the general one.

        None in a hole, and where the region is unknown and some region has a value of its own: that would be a guess.
        """
        fitting = [
            value
            for value in self.values
            if value.first <= day and (value.last is None or day <= value.last) and value.region in (region, None)
        ]
        if not fitting or (region is None and self._differs(day, fitting[0].value)):
            return None
        return max(fitting, key=lambda value: (value.region is not None, value.first)).value

    def _differs(self, day: date, general: Quantity) -> bool:
        """Whether some region has another value on that day."""
        return any(
            value.region is not None
            and value.first <= day
            and (value.last is None or day <= value.last)
            and value.value != general
            for value in self.values
        )


@dataclass(frozen=True, slots=True)
class Signal:
    """What a disputed record shows, how strongly, in whose hands such evidence is, and in which group."""

    id: str
    test: RecordTest
    strength: Strength
    held_by: str
    group: str
    private: str | None
    span: Span


class Rule:
    """What every rule has: an id that is unique where it stands, a condition, and a place in a file."""

    __slots__ = ()
    id: str
    condition: Condition | None
    span: Span


class ClausedRule(Rule):
    """A rule that cites a clause of the policy's manual."""

    __slots__ = ()
    clause: str


@dataclass(frozen=True, slots=True)
class Raised:
    """Who brings a question up, and with which signals."""

    by: str
    any: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Burden:
    """The party that must show an answer; it loses the question if nothing is shown."""

    party: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Shift(ClausedRule):
    """A rule that moves the burden. Two that hold at once must agree; if not, a person decides."""

    id: str
    condition: Condition
    burden: Burden
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class OnlyCounts(ClausedRule):
    """Under a condition, only the named arguments for an answer count."""

    id: str
    condition: Condition
    answer: Answer
    arguments: tuple[str, ...]
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Argument(Rule):
    """Signals for an answer: all of `all`, one of `any`, under a condition, unless something defeats them."""

    id: str
    answer: Answer
    all: tuple[str, ...]
    any: tuple[str, ...]
    unless: tuple[str, ...]
    worth: Strength | None
    condition: Condition | None
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """What must be settled, who raises it, who must show which answer, and what speaks for each."""

    id: str
    clause: str
    desk: str
    standard: Literal["ordinary", "clear"]
    raised: Raised
    burden: Burden
    shifts: tuple[Shift, ...]
    only_counts: tuple[OnlyCounts, ...]
    arguments: tuple[Argument, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """One signed operand of an amount: a field, `already_made_good`, or a fixed sum."""

    sign: Literal[1, -1]
    operand: str | Money | Literal[0]


@dataclass(frozen=True, slots=True)
class Formula:
    """An amount of money as a sum of terms, with the words it was written in."""

    terms: tuple[Term, ...]
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class What(ClausedRule):
    """A rule for what is owed under a head."""

    id: str
    condition: Condition
    amount: Formula | None
    over: tuple[str, ...]
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Who(ClausedRule):
    """A rule for who bears a head."""

    id: str
    bearer: str
    condition: Condition
    over: tuple[str, ...]
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of loss: to whom it is owed, how much, what is owed and who bears it."""

    id: str
    to: str
    amount: Formula
    what: tuple[What, ...]
    who: tuple[Who, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Measure(ClausedRule):
    """A rule about a party's standing; it may test only what is shown."""

    id: str
    to: str
    measure: str
    condition: Condition
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Route(ClausedRule):
    """A rule that sends a case to a person, or keeps it automatic."""

    id: str
    route: RouteKind
    desk: str | None
    condition: Condition
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Guarantee(ClausedRule):
    """What the policy promises a party: never to bear a head, or never to get a measure by machine."""

    id: str
    to: str
    never_bears: str | None
    never_auto: str | None
    condition: Condition | None
    clause: str
    span: Span


@dataclass(frozen=True, slots=True)
class Obtainable:
    """The kinds of record a party can be asked for under a claim."""

    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """All the kinds, required ones first."""
        return self.required + self.any_of


@dataclass(frozen=True, slots=True)
class Claim:
    """What a party may ask for, the evidence that can be asked for, and the rules that follow the findings."""

    id: str
    by: str
    clause: str
    evidence: Mapping[str, Obtainable]
    heads: tuple[Head, ...]
    measures: tuple[Measure, ...]
    routes: tuple[Route, ...]
    guarantees: tuple[Guarantee, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Header:
    """The first lines of a pack: its name, its parent, its languages, the nouns of its roles."""

    id: str
    title: str
    version: str
    extends: str | None
    languages: tuple[str, ...]
    roles: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of one language, as Fluent source, parents first."""

    language: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Policy:
    """A whole pack with what it inherits. Immutable, safe to share between threads."""

    header: Header
    parameters: Mapping[str, Parameter]
    signals: Mapping[str, Signal]
    questions: Mapping[str, Question]
    claims: Mapping[str, Claim]
    texts: Mapping[str, Texts]
    files: Mapping[str, str]
    digest: str
    replaced: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The pack's name."""
        return self.header.id

    @property
    def version(self) -> str:
        """The pack's version as its authors count it."""
        return self.header.version

    def noun(self, role: str) -> str:
        """The pack's own noun for a canonical role; the role itself where it has none."""
        return next((noun for noun, canonical in self.header.roles.items() if canonical == role), role)
