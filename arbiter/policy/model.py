"""The policy as its authors wrote it: names, conditions and values, each with its place in a file.

This module owns the shape of a policy. It must not read files, resolve dates or match anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from arbiter.policy.conditions import Condition, RecordTest
from arbiter.policy.dated import Parameter, Period, Strength
from arbiter.policy.formulas import Formula
from arbiter.policy.lexicon import Lexicon
from evidence import BUILT_IN, FieldType, Kinds, Span

Answer = str
RouteKind = Literal["auto", "propose", "human"]
Scope = Literal["order", "item", "unit"]

# The answers of a question that names none of its own; what stands where several are possible and none is shown.
ANSWERS: tuple[Answer, Answer] = ("yes", "no")
UNCLEAR: Answer = "unclear"
SCOPES: tuple[Scope, ...] = ("order", "item", "unit")
ROUTES: tuple[RouteKind, ...] = ("auto", "propose", "human")
ADVERSE_MEASURES = ("note", "warning", "points", "payout_hold", "listing_removal", "suspension")
ACCOUNT_MEASURES = ("payout_hold", "listing_removal", "suspension")
FAVOURABLE_MEASURES = ("exemption", "commendation")
MEASURES = ADVERSE_MEASURES + FAVOURABLE_MEASURES
DESKS = ("logistics", "sellers", "warranty", "payments", "safety")


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
    """The party that must show an answer, and the answer that stands if nothing is shown.

    Where a question has answers of its own, the party must make it clear: `answer` is empty, and `fails` is "unclear".
    Where the facts are on record, nobody has to show anything: `party` is empty, and `fails` is what stands otherwise.
    """

    party: str
    answer: Answer
    fails: Answer


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
class AtLeast:
    """So many of some signals, whichever."""

    count: int
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Argument(Rule):
    """Signals for an answer: all of `all`, one of `any`, so many of `at_least`, unless something defeats them.

    An argument without signals rests on a circumstance that is on record.
    """

    id: str
    answer: Answer
    all: tuple[str, ...]
    any: tuple[str, ...]
    unless: tuple[str, ...]
    worth: Strength | None
    condition: Condition | None
    span: Span
    at_least: AtLeast | None = None
    clause: str = ""

    @property
    def premises(self) -> tuple[str, ...]:
        """Every signal that can carry the argument."""
        return (*self.all, *self.any, *(self.at_least.of if self.at_least else ()))


@dataclass(frozen=True, slots=True)
class Question:
    """What must be settled, who raises it, who must show which answer, and what speaks for each."""

    id: str
    clause: str
    desk: str
    standard: Literal["ordinary", "clear"]
    raised: Raised | None
    burden: Burden
    shifts: tuple[Shift, ...]
    only_counts: tuple[OnlyCounts, ...]
    arguments: tuple[Argument, ...]
    span: Span
    answers: tuple[Answer, ...] = ANSWERS
    scope: Scope = "order"

    @property
    def on_record(self) -> bool:
        """Whether the facts are on record, so that nobody has to show anything."""
        return not self.burden.party

    @property
    def undisputed(self) -> Answer:
        """The answer that stands while nobody has raised the question."""
        return self.burden.answer or self.burden.fails

    @property
    def all_answers(self) -> tuple[Answer, ...]:
        """Every answer that the question can come to, in the order in which they are listed."""
        return tuple(dict.fromkeys((*self.answers, self.burden.fails)))


@dataclass(frozen=True, slots=True)
class Sequel:
    """What comes after a first step: a kind of record that is asked for within so many days, a parameter."""

    ask: str
    within: str
    span: Span


@dataclass(frozen=True, slots=True)
class What(ClausedRule):
    """A rule for what is owed under a head, and what may follow later."""

    id: str
    condition: Condition
    amount: Formula | None
    over: tuple[str, ...]
    clause: str
    span: Span
    then: Sequel | None = None
    wording: str = ""
    """Under which name its sentence stands: a row of a table has the table's."""


@dataclass(frozen=True, slots=True)
class Who(ClausedRule):
    """A rule for who bears a head."""

    id: str
    bearer: str
    condition: Condition
    over: tuple[str, ...]
    clause: str
    span: Span
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of loss: to whom it is owed, how much, what is owed and who bears it."""

    id: str
    to: str
    amount: Formula
    what: tuple[What, ...]
    who: tuple[Who, ...]
    span: Span
    cap: Formula | None = None

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """Every formula of money: the amount, the limit, and the amounts of single rules."""
        found = (self.amount, self.cap, *(rule.amount for rule in self.what))
        return tuple(formula for formula in found if formula is not None)


@dataclass(frozen=True, slots=True)
class Gate(ClausedRule):
    """What must hold before anything is owed. If it does not, a person decides, or the claim is refused."""

    id: str
    condition: Condition
    otherwise: Literal["human", "propose", "refuse"]
    desk: str | None
    clause: str
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
    lasts: str | None = None
    """The parameter that says after how many days it expires."""
    category: str | None = None
    """Under what the transparency database of the DSA files it."""


@dataclass(frozen=True, slots=True)
class Route(ClausedRule):
    """A rule that sends a case to a person, or keeps it automatic."""

    id: str
    route: RouteKind
    desk: str | None
    condition: Condition
    clause: str
    span: Span
    letters: bool = True
    """Whether letters to the parties may still be written by machine."""


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
    """The kinds of record that a party has under a claim.

    Each of `required` is asked for, and of `any_of` as long as none of them has come; `optional` ones may be sent.
    """

    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that are asked for, required ones first."""
        return self.required + self.any_of

    @property
    def sendable(self) -> tuple[str, ...]:
        """All the kinds, those that nobody is asked for last."""
        return self.kinds + self.optional


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
    gates: tuple[Gate, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """A field that follows exactly from others: of which kind of record, in which unit, by which formula."""

    kind: str
    field: str
    type: FieldType
    formula: Formula
    span: Span

    @property
    def id(self) -> str:
        """The field as conditions name it."""
        return f"{self.kind}.{self.field}"


@dataclass(frozen=True, slots=True)
class Header:
    """The first lines of a pack: its name, its parent, its languages, the nouns of its roles.

    `zone` is where its days begin and end; without one, each moment's own offset counts.
    """

    id: str
    title: str
    version: str
    extends: str | None
    languages: tuple[str, ...]
    roles: Mapping[str, str]
    span: Span
    zone: str | None = None
    profiles: tuple[str, ...] = ()
    """The laws whose fields its letters are to hold."""


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
    kinds: Kinds = BUILT_IN
    vocabulary: Mapping[str, Mapping[str, FieldType]] = field(default_factory=dict)
    derived: Mapping[str, Derived] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)

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
