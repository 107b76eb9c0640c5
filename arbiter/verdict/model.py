"""The verdict and its parts, as values. Everything a decision stores about the outcome is here; nothing is computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from arbiter.facts.parts import line_of
from arbiter.policy.model import Answer, RouteKind
from evidence import Money

By = Literal["evidence", "burden", "undisputed", "otherwise"]
Status = Literal["final", "provisional", "referred"]
# For something that unknown rules decide: in each way, which of them hold, by number.
Ways = frozenset[frozenset[int]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An argument as it stood in one join key.

    `premises` holds, for each premise, the records that carry it equally strongly: any one of them is enough.
    """

    argument: str
    strength: int
    key: int
    premises: tuple[tuple[int, ...], ...]

    @property
    def records(self) -> tuple[int, ...]:
        """Every record that carries a premise, each once."""
        return tuple(dict.fromkeys(record for premise in self.premises for record in premise))


@dataclass(frozen=True, slots=True)
class Finding:
    """A question answered.

    `best` is the strongest standing argument for each answer; `sufficient` every standing argument that would carry
    the answer on its own; `defeated` what set an argument aside: an exception's signal, or an `only_counts` rule.
    `open` names rules that an unknown keeps open and that could change the answer; `at_odds` shifts that contradict.
    `by` is "otherwise" where the facts are on record and none of them led to another answer; `burden_on` is None where
    nobody has to show anything. `part` is the part of the order it is about, None for the whole of it.
    """

    question: str
    answer: Answer
    by: By
    burden_on: str | None
    burden_rule: str | None
    raised: bool
    standard: Literal["ordinary", "clear"]
    best: Mapping[Answer, Weighed | None]
    sufficient: tuple[Weighed, ...]
    standing: tuple[tuple[Answer, Weighed], ...]
    defeated: tuple[tuple[Answer, Weighed, str, tuple[int, ...]], ...]
    counted: tuple[str, ...]
    open: tuple[str, ...] = ()
    at_odds: tuple[str, ...] = ()
    part: str | None = None
    alternatives: "tuple[Finding, ...]" = ()
    """What else it could be, by what is unknown. None where there are too many ways to try."""
    ways: Ways = frozenset()
    """In which ways the rules that keep it open would lead to it."""

    @property
    def shown(self) -> bool:
        """Whether the answer rests on evidence that met the standard."""
        return self.by == "evidence"

    @property
    def deadlocked(self) -> bool:
        """Two answers have a strong argument and none is shown."""
        sides = sorted((weighed.strength if weighed else 0 for weighed in self.best.values()), reverse=True)
        return self.raised and not self.shown and sides[1] >= 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rule won among alternatives. `winner` is None on a gap, a conflict, or an unknown that could change it."""

    state: Literal["settled", "gap", "conflict", "unknown", "not_asked"]
    winner: str | None
    fired: tuple[str, ...]
    overridden: tuple[tuple[str, str], ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operand:
    """One operand of an amount: its sign, its name, and its value (None where it is missing)."""

    sign: int
    name: str
    value: Money | int | Fraction | None


@dataclass(frozen=True, slots=True)
class Limit:
    """The limit of a head: what it comes to (None where that is unknown), by which formula, from which operands.

    `used` is how much of it was used up by what was made good already.
    """

    amount: Money | None
    formula: str
    operands: tuple[Operand, ...]
    used: Money | None


@dataclass(frozen=True, slots=True)
class Head:
    """One head of loss, settled: what is owed, who bears it, and how the amount came about.

    `part` is the part of the order it is about; `capped` says that the head's own limit was reached, `rounded` that
    the exact amount was no whole number of minor units. `gate` is what kept it from being asked at all. `open` says
    that it turns on something unknown: what is told of it is how things stand, and nothing is paid. `limit` is there
    only where it cut the amount, or where the amount is unknown because the limit is. `computed` is what the formula
    comes to before any limit.
    """

    id: str
    to: str
    what: Choice
    who: Choice
    bearer: str | None
    amount: Money | None
    formula: str
    operands: tuple[Operand, ...]
    capped_by_claim: bool
    part: str | None = None
    capped: bool = False
    rounded: bool = False
    gate: str | None = None
    open: bool = False
    limit: Limit | None = None
    computed: Money | None = None
    capped_by_paid: bool = False

    @property
    def settled(self) -> bool:
        """Whether the amount and, if anything is owed, the bearer are certain."""
        if self.open or self.amount is None or (self.what.state != "settled" and self.gate is None):
            return False
        return self.amount.minor == 0 or self.who.state == "settled"


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money from one role to another for one head. Amounts are positive minor units."""

    payer: str
    payee: str
    amount: Money
    head: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What happens to a party's standing. `auto` is False where a person must decide it."""

    id: str
    to: str
    measure: str
    auto: bool
    lasts: str | None = None
    """The parameter that says after how many days it expires."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a case is routed as it is: a rule's id, or one of the reasons that need no rule."""

    route: RouteKind
    cause: Literal[
        "rule", "unknown_rule", "deadlock", "gap", "conflict", "unknown", "missing_amount", "courier_measure",
        "account_measure", "guarantee", "no_fault", "parameter", "engines", "gate", "parts", "prior",
    ]  # fmt: skip
    ref: str
    desk: str | None


@dataclass(frozen=True, slots=True)
class Route:
    """Who settles the case: the machine, a person on its proposal, or a person."""

    route: RouteKind
    desk: str | None
    reasons: tuple[Reason, ...]
    no_letters: str | None = None
    """The rule by which no machine writes to the parties."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whether a party that the outcome goes against was shown what speaks against it and could answer."""

    party: str
    heard: bool
    notices: tuple[int, ...]
    against: tuple[int, ...]
    not_shown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Evidence that could still change the outcome: a kind of record from a party, or one unknown field.

    `deadline` is until when, if an open notice has asked for it already; None if it is yet to be asked for.
    """

    party: str
    kind: str
    field: str | None = None
    deadline: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sequel:
    """What may follow a first step: a kind of record that a party can send within so many days of the decision."""

    head: str
    rule: str
    party: str
    ask: str
    within: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A gate that refused all that a claim about no money could have led to, for one part of the order or for all."""

    gate: str
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """What another claim of the case already gives a party for the same loss, or what was made good there before.

    `settled` says that nothing of it can change any more: one of nothing that is not settled may still give something.
    `line` is the line of the order that it was given for, None if it was given for the whole.
    """

    claim: str
    head: str
    amount: Money
    settled: bool
    line: str | None = None

    def concerns(self, part: str | None) -> bool:
        """Whether it was given for the same loss as a head of one part of the order, or of the whole of it."""
        return part is None or self.line is None or line_of(part) == self.line


@dataclass(frozen=True, slots=True)
class Kept:
    """A guarantee whose condition held, and whether the outcome keeps it."""

    id: str
    to: str
    kept: bool
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome: findings, heads, transfers, measures, route, and what a fair hearing still needs."""

    status: Status
    findings: tuple[Finding, ...]
    heads: tuple[Head, ...]
    transfers: tuple[Transfer, ...]
    measures: tuple[Measure, ...]
    route: Route
    hearings: tuple[Hearing, ...]
    asks: tuple[Ask, ...]
    guarantees: tuple[Kept, ...]
    sequels: tuple[Sequel, ...] = ()
    priors: tuple[Prior, ...] = ()
    refused: tuple[Refusal, ...] = ()
    """Where no head can say so: what a gate kept from being asked."""
