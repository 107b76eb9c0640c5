"""Written twice: resolution against a brute-force oracle, and whole verdicts against hand-written Python.

The oracle is written from the model of reasoning alone. It tries every choice of one record for every premise, in every
shipment, attempt and item, and every truth of what is unknown; it knows nothing of how findings are computed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arbiter import Policy, decide, load_policy
from arbiter.engine import interpreter, ir
from arbiter.engine.ir import ABSENT, PRESENT, RECORD_BITS, UNKNOWN, Matches, QuestionRules, Rule, Rulebook, Standard
from arbiter.policy.dated import Strength
from arbiter.policy.model import Answer, Argument, AtLeast, Burden, OnlyCounts, Question, Raised, Shift, Signal
from arbiter.verdict.findings import settle_question
from arbiter.verdict.weighing import weigh_records
from bench.baseline import decide_by_hand, essentials, outcome_by_hand
from bench.generate import cases
from evidence import Admission, Item, assemble

ROOT = Path(__file__).resolve().parents[2]
NOTHING = cast("Any", None)
CONDITION = cast("Any", "some circumstance")
SIDES: tuple[Answer, Answer] = ("yes", "no")
PARTIES = ("buyer", "seller")
STANDARDS = {"ordinary": Standard(2, 1, 4), "clear": Standard(3, 1, 1)}


@dataclass(frozen=True)
class ARecord:
    """A record: where it belongs (None is unknown), what it carries, what it may carry, and its cap."""

    place: str | None
    carries: frozenset[int]
    unknown: frozenset[int]
    capped: bool


@dataclass(frozen=True)
class AnArgument:
    answer: Answer
    all: tuple[int, ...]
    any: tuple[int, ...]
    unless: tuple[int, ...]
    worth: int | None
    truth: int | None  # of its circumstance; None if it has none
    at_least: tuple[int, tuple[int, ...]] | None = None

    @property
    def premises(self) -> tuple[int, ...]:
        return (*self.all, *self.any, *(self.at_least[1] if self.at_least else ()))


@dataclass(frozen=True)
class AShift:
    party: str
    answer: Answer
    truth: int


@dataclass(frozen=True)
class ALimit:
    answer: Answer
    counts: frozenset[int]
    truth: int


@dataclass(frozen=True)
class ADispute:
    """One question and all that bears on it. Signals, arguments, shifts and limits are known by their number."""

    strengths: tuple[int, ...]
    records: tuple[ARecord, ...]
    raised: tuple[int, ...]
    burden: tuple[str, Answer]
    standard: str
    arguments: tuple[AnArgument, ...]
    shifts: tuple[AShift, ...]
    limits: tuple[ALimit, ...]
    answers: tuple[Answer, ...] = SIDES
    on_record: bool = False

    @property
    def fails(self) -> Answer:
        """What stands if nothing is shown and nobody's burden was moved."""
        if self.on_record:
            return self.answers[-1]
        return other_than(self.burden[1]) if self.answers == SIDES else "unclear"

    @property
    def undisputed(self) -> Answer:
        return self.burden[1] if self.answers == SIDES and not self.on_record else self.fails


@dataclass(frozen=True)
class Found:
    """What both must agree on."""

    answer: str
    by: str
    burden_on: str
    best: tuple[int, ...]
    enough: frozenset[str]
    burden_rule: str | None = None
    at_odds: tuple[str, ...] = ()
    open: frozenset[str] = frozenset()

    @property
    def settles(self) -> tuple[object, ...]:
        """What an unknown must not be able to change: the answer, what it rests on, who had to show what, and whether
        strong evidence stands on both sides, so that a person decides.
        """
        deadlock = self.by in ("burden", "otherwise") and sorted(self.best)[-2] >= Strength.STRONG
        return self.answer, self.by, self.burden_on, self.burden_rule, self.at_odds, deadlock


# What a dispute comes to, by trying everything


def oracle(dispute: ADispute) -> Found:
    """What a dispute comes to, with every rule whose unknown circumstance could change it."""
    waiting = [name for name, truth in circumstances(dispute).items() if truth == UNKNOWN]
    answers = {
        tuple(truths): outcome(dispute, {name for name, truth in zip(waiting, truths, strict=True) if truth})
        for truths in product((False, True), repeat=len(waiting))
    }
    found = answers[(False,) * len(waiting)]
    changing = set()
    for place, name in enumerate(waiting):
        for truths, before in answers.items():
            after = answers[(*truths[:place], True, *truths[place + 1 :])]
            if before.settles != after.settles:
                changing.add(name)
    open_ = frozenset(changing) if found.by != "undisputed" else frozenset()
    return replace(found, open=open_)


def circumstances(dispute: ADispute) -> dict[str, int]:
    """The truth of every rule's own circumstance."""
    return (
        {f"shift-{number}": shift.truth for number, shift in enumerate(dispute.shifts)}
        | {f"limit-{number}": limit.truth for number, limit in enumerate(dispute.limits)}
        | {
            f"argument-{number}": argument.truth
            for number, argument in enumerate(dispute.arguments)
            if argument.truth is not None
        }
    )


def outcome(dispute: ADispute, granted: set[str]) -> Found:
    """The finding if exactly these unknown circumstances are taken to hold."""
    true = granted | {name for name, truth in circumstances(dispute).items() if truth == PRESENT}
    strength: dict[Answer, int] = dict.fromkeys(dispute.answers, 0)
    instances = list(standing(dispute, true))
    for _, argument, worth in instances:
        strength[argument.answer] = max(strength[argument.answer], worth)
    raised = dispute.on_record or any(record.carries & set(dispute.raised) for record in dispute.records)
    burden, rule, at_odds = whose_burden(dispute, true)
    best = tuple(strength[side] for side in dispute.answers)
    party = "" if dispute.on_record else burden[0]

    def rest(side: Answer) -> int:
        return max(strength[one] for one in dispute.answers if one != side)

    shown = [side for side in dispute.answers if meets(dispute.standard, strength[side], rest(side))]
    assert len(shown) <= 1, "of two answers, one at most is ahead"
    if not raised:
        return Found(dispute.undisputed, "undisputed", dispute.burden[0], best, frozenset())
    if shown:
        against = rest(shown[0])
        enough = {
            f"argument-{number}"
            for number, argument, worth in instances
            if argument.answer == shown[0] and meets(dispute.standard, worth, against)
        }
        return Found(shown[0], "evidence", party, best, frozenset(enough), rule)
    if dispute.on_record:
        return Found(dispute.fails, "otherwise", "", best, frozenset())
    lost = other_than(burden[1]) if dispute.answers == SIDES else "unclear"
    return Found(lost, "burden", party, best, frozenset(), rule, at_odds)


def other_than(answer: Answer) -> Answer:
    return "no" if answer == "yes" else "yes"


def meets(standard: str, strength: int, other: int) -> bool:
    """Ordinary: at least moderate and leading by one. Clear: at least strong, the other side at most slight."""
    return strength >= 2 and strength - other >= 1 if standard == "ordinary" else strength >= 3 and other <= 1


def whose_burden(dispute: ADispute, true: set[str]) -> tuple[tuple[str, Answer], str | None, tuple[str, ...]]:
    """The last shift that holds moves the burden; shifts that contradict each other move nothing."""
    holding = [number for number in range(len(dispute.shifts)) if f"shift-{number}" in true]
    several = dispute.answers != SIDES
    burdens = [(dispute.shifts[number].party, "" if several else dispute.shifts[number].answer) for number in holding]
    if len(set(burdens)) > 1:
        return dispute.burden, None, tuple(f"shift-{number}" for number in holding)
    return (burdens[-1], f"shift-{holding[-1]}", ()) if holding else (dispute.burden, None, ())


def standing(dispute: ADispute, true: set[str]) -> Iterator[tuple[int, AnArgument, int]]:
    """Every argument that stands, by every choice of one record per premise within one place, with its strength."""
    for number, argument in enumerate(dispute.arguments):
        name = f"argument-{number}"
        if argument.truth is not None and name not in true:
            continue
        limits = [dispute.limits[i] for i in range(len(dispute.limits)) if f"limit-{i}" in true]
        if not argument.premises:
            yield number, argument, 4  # what is on record is conclusive
            continue
        if any(limit.answer == argument.answer and number not in limit.counts for limit in limits):
            continue
        for records in places(dispute):
            for worth in choices(dispute, argument, records):
                against = [carried(dispute, record, signal) for record in records for signal in argument.unless]
                if not any(one is not None and (one >= 2 or one >= worth) for one in against):
                    yield number, argument, worth


def places(dispute: ADispute) -> list[list[ARecord]]:
    """Records that may be joined: those of one named place, and every other one alone."""
    named = sorted({record.place for record in dispute.records if record.place is not None})
    found = [[record for record in dispute.records if record.place == place] for place in named]
    return found + [[record] for record in dispute.records if record.place is None]


def choices(dispute: ADispute, argument: AnArgument, records: list[ARecord]) -> Iterator[int]:
    """The strength of an argument for each choice of a record for every premise."""
    premises: list[list[tuple[int, ARecord]]] = [[(signal, record) for record in records] for signal in argument.all]
    if argument.any:
        premises.append([(signal, record) for signal in argument.any for record in records])
    if argument.at_least is None:
        yield from worths(dispute, argument, premises)
        return
    count, of = argument.at_least
    for group in combinations(of, count):
        some = [[(signal, record) for record in records] for signal in group]
        yield from worths(dispute, argument, premises + some)


def worths(dispute: ADispute, argument: AnArgument, premises: list[list[tuple[int, ARecord]]]) -> Iterator[int]:
    """What an argument is worth with each choice of one record for every premise."""
    for choice in product(*premises):
        strengths = [carried(dispute, record, signal) for signal, record in choice]
        known = [strength for strength in strengths if strength is not None]
        if len(known) == len(strengths):
            full = all(
                strength == dispute.strengths[signal] for strength, (signal, _) in zip(known, choice, strict=True)
            )
            yield argument.worth if argument.worth is not None and full else min(known)


def carried(dispute: ADispute, record: ARecord, signal: int) -> int | None:
    """How strongly a record carries a signal: its strength, at most slight if the record is capped."""
    if signal not in record.carries:
        return None
    return min(dispute.strengths[signal], 1) if record.capped else dispute.strengths[signal]


# What the engine makes of the same dispute


def settled(dispute: ADispute) -> Found:
    """What the engine makes of it: records weighed, rules matched by the interpreter, the question settled."""
    rules, truths = question_rules(dispute)
    count = len(dispute.strengths)
    signals = tuple(
        Signal(f"s{number}", NOTHING, Strength(strength), "buyer", "group", None, NOTHING)
        for number, strength in enumerate(dispute.strengths)
    )
    book = Rulebook(
        claim=NOTHING,
        patterns=tuple(ir.Pattern(index, "record", (), False) for index in range(count + len(truths))),
        signals=signals,
        signal_patterns=tuple(range(count)),
        questions=(rules,),
        outcome=NOTHING,
        standards=cast("Any", STANDARDS),
        holes=(),
        identity="test-oracle",
    )
    items = [an_item(index, record) for index, record in enumerate(dispute.records)]
    witness = len(items)
    items.append(an_item(witness, ARecord(None, frozenset(), frozenset(), False)))
    met = {signal << RECORD_BITS | i for i, record in enumerate(dispute.records) for signal in record.carries}
    open_ = {
        signal << RECORD_BITS | i
        for i, record in enumerate(dispute.records)
        for signal in record.unknown - record.carries
    }
    met |= {count + number << RECORD_BITS | witness for number, truth in enumerate(truths) if truth == PRESENT}
    open_ |= {count + number << RECORD_BITS | witness for number, truth in enumerate(truths) if truth == UNKNOWN}
    weighing = weigh_records(book, items, Matches(frozenset(met), frozenset(open_)))
    matches = interpreter.match_question(book, rules, weighing.situation)
    finding = settle_question(book, rules, matches, weighing)
    best = [finding.best[side] for side in dispute.answers]
    return Found(
        finding.answer,
        finding.by,
        finding.burden_on or "",
        tuple(one.strength if one else 0 for one in best),
        frozenset(weighed.argument for weighed in finding.sufficient),
        finding.burden_rule,
        finding.at_odds,
        frozenset(finding.open),
    )


def an_item(index: int, record: ARecord) -> Item:
    key = None if record.place is None else (record.place, None, None)
    admission = Admission("limited", "ARB440", "", 1) if record.capped else Admission("admitted", None, "", None)
    return Item(index, f"R-{index}", "record", "buyer", None, key, {}, admission, "")


def question_rules(dispute: ADispute) -> tuple[QuestionRules, tuple[int, ...]]:
    """The dispute's rules in the intermediate representation, and the truth of each circumstance they test."""
    rules: list[Rule] = []
    truths: list[int] = []

    def number(formula: ir.Formula, per_key: bool) -> int:
        rules.append(Rule(len(rules), formula, per_key))
        return len(rules) - 1

    def circumstance(truth: int) -> ir.Formula:
        truths.append(truth)
        return ir.Circumstance(len(dispute.strengths) + len(truths) - 1)

    def signals(numbers: tuple[int, ...]) -> tuple[ir.Formula, ...]:
        return tuple(ir.HasSignal(signal) for signal in numbers)

    def argument_parts(argument: AnArgument) -> tuple[ir.Formula, ...]:
        parts = signals(argument.all) + ((ir.Any(signals(argument.any)),) if argument.any else ())
        parts += (ir.AtLeast(*argument.at_least),) if argument.at_least else ()
        return parts if argument.truth is None else (*parts, circumstance(argument.truth))

    question = a_question(dispute)
    raised = number(ir.ALWAYS, False) if dispute.on_record else number(ir.Any(signals(dispute.raised)), True)
    shifts = tuple(
        (number(circumstance(shift.truth), False), rule)
        for shift, rule in zip(dispute.shifts, question.shifts, strict=True)
    )
    limits = tuple(
        (number(circumstance(limit.truth), False), rule)
        for limit, rule in zip(dispute.limits, question.only_counts, strict=True)
    )
    arguments, exceptions = [], {}
    for argument, rule in zip(dispute.arguments, question.arguments, strict=True):
        arguments.append((number(ir.All(argument_parts(argument)), bool(argument.premises)), rule))
        exceptions[rule.id] = tuple((number(ir.HasSignal(s), True), f"s{s}") for s in argument.unless)
    names = {f"s{signal}": signal for signal in range(len(dispute.strengths))}
    found = QuestionRules(0, question, tuple(rules), raised, shifts, limits, tuple(arguments), exceptions, names)
    return found, tuple(truths)


def a_burden(dispute: ADispute, party: str, answer: Answer) -> Burden:
    """Who must show what: an answer, or, among answers of a question's own, which it is; nobody for facts on record."""
    if dispute.on_record:
        return Burden("", "", dispute.fails)
    return Burden(party, answer, other_than(answer)) if dispute.answers == SIDES else Burden(party, "", "unclear")


def a_question(dispute: ADispute) -> Question:
    def names(numbers: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(f"s{signal}" for signal in numbers)

    return Question(
        id="question",
        clause="",
        desk="logistics",
        standard=cast("Any", dispute.standard),
        raised=None if dispute.on_record else Raised("buyer", names(dispute.raised), NOTHING),
        burden=a_burden(dispute, *dispute.burden),
        shifts=tuple(
            Shift(f"shift-{number}", CONDITION, a_burden(dispute, shift.party, shift.answer), "", NOTHING)
            for number, shift in enumerate(dispute.shifts)
        ),
        only_counts=tuple(
            OnlyCounts(
                f"limit-{number}",
                CONDITION,
                limit.answer,
                tuple(f"argument-{argument}" for argument in sorted(limit.counts)),
                "",
                NOTHING,
            )
            for number, limit in enumerate(dispute.limits)
        ),
        arguments=tuple(
            Argument(
                f"argument-{number}",
                argument.answer,
                names(argument.all),
                names(argument.any),
                names(argument.unless),
                None if argument.worth is None else Strength(argument.worth),
                None if argument.truth is None else CONDITION,
                NOTHING,
                AtLeast(argument.at_least[0], names(argument.at_least[1])) if argument.at_least else None,
            )
            for number, argument in enumerate(dispute.arguments)
        ),
        span=NOTHING,
        answers=dispute.answers,
    )


SIGNAL_COUNT = 4
SIGNALS = st.integers(0, SIGNAL_COUNT - 1)
TRUTHS = st.sampled_from((ABSENT, UNKNOWN, UNKNOWN, PRESENT))
SHIFTS = st.builds(AShift, st.sampled_from(PARTIES), st.sampled_from(SIDES), TRUTHS)
RECORDS = st.builds(
    ARecord,
    place=st.sampled_from(("S-1", "S-1", "S-1", "S-2", None)),
    carries=st.frozensets(SIGNALS, min_size=1, max_size=3),
    unknown=st.frozensets(SIGNALS, max_size=1),
    capped=st.sampled_from((False, False, True)),
)


@st.composite
def some_arguments(draw: st.DrawFn, strengths: tuple[int, ...], answers: tuple[Answer, ...]) -> AnArgument:
    """An argument; what it is worth is never less than its premises, as in a policy."""
    shape = draw(st.sampled_from(((1, 0, 0), (2, 0, 0), (1, 2, 0), (0, 2, 0), (0, 3, 0), (0, 0, 3), (1, 0, 2))))
    every, any_, some = (tuple(draw(st.lists(SIGNALS, unique=True, min_size=size, max_size=size))) for size in shape)
    least = max(strengths[signal] for signal in every + any_ + some)
    return AnArgument(
        answer=draw(st.sampled_from(answers)),
        all=every,
        any=any_,
        unless=tuple(draw(st.lists(SIGNALS, unique=True, max_size=1))),
        worth=draw(st.none() | st.integers(least, 4)),
        truth=draw(st.sampled_from((None, None, PRESENT, UNKNOWN, ABSENT))),
        at_least=(draw(st.integers(1, len(some))), some) if some else None,
    )


@st.composite
def lines_on_record(draw: st.DrawFn, answers: tuple[Answer, ...]) -> AnArgument:
    """An argument that rests on a circumstance alone."""
    return AnArgument(draw(st.sampled_from(answers)), (), (), (), None, draw(TRUTHS))


@st.composite
def disputes(draw: st.DrawFn) -> ADispute:
    """A small dispute of any shape: yes or no, several answers, or facts on record."""
    strengths = tuple(draw(st.lists(st.integers(1, 4), min_size=SIGNAL_COUNT, max_size=SIGNAL_COUNT)))
    answers = draw(st.sampled_from((SIDES, SIDES, SIDES, ("packing", "handling"), ("packing", "handling", "use"))))
    on_record = draw(st.integers(0, 5)) == 0
    argument = lines_on_record(answers) if on_record else some_arguments(strengths, answers)
    arguments = tuple(draw(st.lists(argument, min_size=1, max_size=4)))
    counted = st.frozensets(st.integers(0, 3), max_size=2)
    shifts = st.lists(SHIFTS, min_size=draw(st.integers(0, 2)), max_size=2)
    limits = st.lists(st.builds(ALimit, st.sampled_from(answers), counted, TRUTHS), max_size=2)
    return ADispute(
        strengths=strengths,
        records=tuple(draw(st.lists(RECORDS, min_size=1, max_size=5))),
        raised=draw(st.sampled_from(((0, 1, 2, 3), (0, 1, 2, 3), (0,)))),
        burden=(draw(st.sampled_from(PARTIES)), draw(st.sampled_from(SIDES))),
        standard=draw(st.sampled_from(("ordinary", "clear"))),
        arguments=arguments,
        shifts=() if on_record else tuple(draw(shifts)),
        limits=() if on_record else tuple(draw(limits)),
        answers=answers,
        on_record=on_record,
    )


def a_few_unknown(dispute: ADispute) -> bool:
    """With more open rules than six, the engine names all of them instead of trying them."""
    return list(circumstances(dispute).values()).count(UNKNOWN) <= 6


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
@given(disputes().filter(a_few_unknown))
def test_resolution_agrees_with_brute_force(dispute: ADispute) -> None:
    assert settled(dispute) == oracle(dispute)


@pytest.fixture(scope="module")
def policies() -> dict[str, Policy]:
    """The packs that were written a second time by hand: of parcels, the small one that is measured."""
    return {"parcel": load_policy(ROOT / "bench" / "packs" / "parcel"), "meal": load_policy(ROOT / "rules" / "meal")}


def test_verdicts_agree_with_hand_written_python(policies: dict[str, Policy]) -> None:
    """The rules were read twice, by two writers: a mistake in reading them shows as a difference here."""
    seen = set()
    for case in cases(2, 300):
        assert case.as_of is not None
        dossier = assemble(case, case.as_of)
        decision = decide(dossier, policies[str(case.policy)])
        assert {"status": decision.status, "verdict": decision.verdict} == decide_by_hand(dossier), case.case
        assert essentials(decision.status, decision.verdict) == outcome_by_hand(dossier), case.case
        seen.add((case.policy, decision.status))
    assert len(seen) >= 5, "the generated cases cover too little to compare anything"
