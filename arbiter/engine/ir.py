"""The intermediate representation: the rules of one claim on one day, numbered and with every parameter resolved.

Both engines read it, and later proofs and replay do too. A `Rulebook` holds three stages, each of which closes
before the next starts: patterns over single records; per question, rules over signals of one join key and over the
whole case; rules over findings. Engines answer with sets of numbers: `met` for what matched, `open` for what an
unknown field keeps from matching or failing.

The numbering: a pattern that matched record i is `pattern << RECORD_BITS | i`; a rule of a question that matched in
join key k is `rule << KEY_BITS | k`; a rule of the last stage is its number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from arbiter.facts.derived import FieldSources
from arbiter.policy.model import (
    Answer,
    Claim,
    Gate,
    Head,
    Measure,
    OnlyCounts,
    Question,
    Route,
    Scope,
    Shift,
    Signal,
    What,
    Who,
)
from arbiter.policy.model import Argument as ArgumentRule
from arbiter.policy.model import Guarantee as GuaranteeRule
from evidence import Money

RECORD_BITS = 20
KEY_BITS = 20
KEY_MASK = (1 << KEY_BITS) - 1
RECORD_MASK = (1 << RECORD_BITS) - 1

# The index of a record that is only supposed, where the effect of further evidence is tried.
NOBODY = -1

# What a signal or circumstance is worth to a rule: a match needs PRESENT, "might match" needs UNKNOWN.
ABSENT, UNKNOWN, PRESENT = 0, 1, 2

# A finding, as later rules see it: each answer has a number for standing and one for being shown, side by side, so
# that a test is a range. These are the numbers of questions that are answered yes or no.
YES, SHOWN_YES, NO, SHOWN_NO = 1, 2, 3, 4

Constant = int | Fraction | Money


@dataclass(frozen=True, slots=True)
class Among:
    """The field is one of the values; for a field that holds a set: one of the values is in it."""

    values: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Within:
    """The field lies within bounds; an open side is None. Money of another currency is unknown."""

    low: Constant | None
    high: Constant | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The field is known or, if `wanted` is False, unknown."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class NotInForce:
    """A comparison whose parameter has no value on that day: always unknown."""

    parameter: str


Check = Among | Within | Known | NotInForce


@dataclass(frozen=True, slots=True)
class Test:
    """One check of one field, with the words a reader would want: the parameter it came from."""

    field: str
    check: Check
    parameter: str | None = None
    shown: str | None = None
    """The words of the policy where they are not those of the check: a field compared with another."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Tests that hold together on one record of a kind."""

    index: int
    kind: str
    tests: tuple[Test, ...]
    every: bool
    label: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """Some record matches the pattern (or every record does, if the pattern says so)."""

    pattern: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A question has an answer whose number is at least `low` and at most `high`."""

    question: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class HasSignal:
    """A signal is present in the join key at hand."""

    signal: int


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many of some signals are present in the join key at hand."""

    count: int
    signals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no parts it holds."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds; with no parts it does not."""

    parts: tuple["Formula", ...]


Formula = Circumstance | Finding | HasSignal | AtLeast | All | Any

ALWAYS = All(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A numbered formula. `per_key` rules are matched once for every join key, others once for the case."""

    index: int
    formula: Formula
    per_key: bool


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """The second stage of one question: numbered rules and what each stands for."""

    index: int
    question: Question
    rules: tuple[Rule, ...]
    raised: int
    shifts: tuple[tuple[int, Shift], ...]
    only_counts: tuple[tuple[int, OnlyCounts], ...]
    arguments: tuple[tuple[int, ArgumentRule], ...]
    exceptions: Mapping[str, tuple[tuple[int, str], ...]]
    signals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OutcomeRules:
    """The third stage: what is owed, who bears it, measures, routes, guarantees."""

    rules: tuple[Rule, ...]
    heads: tuple[tuple[Head, tuple[tuple[int, What], ...], tuple[tuple[int, Who], ...]], ...]
    measures: tuple[tuple[int, Measure], ...]
    routes: tuple[tuple[int, Route], ...]
    guarantees: tuple[tuple[int, GuaranteeRule], ...]
    gates: tuple[tuple[int, Gate], ...] = ()
    per_part: frozenset[int] = frozenset()
    """The rules that are matched once for each claimed part of the order, not once for the whole."""


@dataclass(frozen=True, slots=True)
class Standard:
    """How strong the best argument must be, how far it must lead, and how strong the other side may be at most."""

    at_least: int
    lead: int
    other_at_most: int


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All that is in force for one claim on one day in one region. `holes` names standards that have no value then."""

    claim: Claim
    patterns: tuple[Pattern, ...]
    signals: tuple[Signal, ...]
    signal_patterns: tuple[int, ...]
    questions: tuple[QuestionRules, ...]
    outcome: OutcomeRules
    standards: Mapping[Literal["ordinary", "clear"], Standard]
    identity: str
    by_kind: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    holes: tuple[str, ...] = ()
    scope: Scope = "order"
    """How finely the order is taken apart: by line or unit if some question of the claim is settled so."""
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fields that are not stated but derived, and that some rule tests or some amount is computed from, by kind."""
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fields that are not stated but derived, and that only sentences quote, by kind."""
    sources: FieldSources | None = None
    counts_business_days: bool = False
    part_heads: frozenset[str] = frozenset()
    """The heads that are settled part by part and add up."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What an engine found in one stage: numbers that matched, and numbers kept open by an unknown."""

    met: frozenset[int]
    open: frozenset[int]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the second and third stage match against.

    `circumstances[pattern]` is ABSENT, UNKNOWN or PRESENT; `keys[k][signal]` is the same plus the strength, so that
    a moderate signal is PRESENT + 2; `findings[question]` is the number of its answer, 0 while unsettled.
    """

    circumstances: tuple[int, ...]
    keys: tuple[tuple[int, ...], ...]
    findings: tuple[int, ...]


def test_label(kind: str, test: Test) -> str:
    """A test in the words of the policy language, like `order.total >= 750.00 EUR`."""
    if test.shown is not None:
        return f"{kind}.{test.shown}"
    return f"{kind}.{test.field} {check_label(test.check)}"


def check_label(check: Check) -> str:
    """A check in the words of the policy language."""
    match check:
        case Known(wanted):
            return "known" if wanted else "unknown"
        case Among(values, negated):
            return ("not " if negated else "") + " or ".join(sorted(values))
        case Within(low, None, low_open, _):
            return f"{'>' if low_open else '>='} {low}"
        case Within(None, high, _, high_open):
            return f"{'<' if high_open else '<='} {high}"
        case Within(low, high):
            return f"{low}..{high}"
        case NotInForce(parameter):
            return f"compared with {parameter}, which has no value on that day"


def finding_code(answers: Sequence[Answer], answer: Answer, shown: bool) -> int:
    """The number of an answer, shown or only standing, among all that a question can come to."""
    return 2 * answers.index(answer) + (2 if shown else 1)


def circumstances_in(formula: Formula) -> Iterator[int]:
    """The patterns a formula asks about."""
    match formula:
        case Circumstance(pattern):
            yield pattern
        case All(parts) | Any(parts):
            for part in parts:
                yield from circumstances_in(part)
