"""From a policy to the rulebook of one claim on one day in one region.

Parameters are resolved here, so engines compare with constants. Rulebooks are kept with the policy they came from;
a day changes a rulebook only if some parameter changes, so a policy has few of them.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from threading import Lock
from typing import Literal
from weakref import WeakKeyDictionary

from arbiter.engine.ir import (
    ALWAYS,
    PRESENT,
    All,
    Among,
    Any,
    AtLeast,
    Check,
    Circumstance,
    Constant,
    Finding,
    Formula,
    HasSignal,
    Known,
    NotInForce,
    OutcomeRules,
    Pattern,
    QuestionRules,
    Rule,
    Rulebook,
    Standard,
    Test,
    Within,
    finding_code,
    test_label,
)
from arbiter.facts.derived import FieldSources
from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Comparison,
    Condition,
    FieldCheck,
    FieldRef,
    FieldTest,
    FindingTest,
    IsKnown,
    OneOf,
    Operand,
    ParameterRef,
    RecordTest,
    operands_of,
    questions_in,
)
from arbiter.policy.dated import Quantity, Strength
from arbiter.policy.formulas import MINUTES_IN, Called, Combined, Expression, FieldOf, parts_of
from arbiter.policy.model import SCOPES, Claim, Head, Policy, Question
from arbiter.policy.vocabulary import MEANING_FIELD, PERIOD_FIELD, moments_of
from evidence import Money, NumberType

STANDARDS = ("ordinary_at_least", "ordinary_lead", "clear_at_least", "clear_other_at_most")

_kept: WeakKeyDictionary[Policy, dict[tuple[object, ...], Rulebook]] = WeakKeyDictionary()
_lock = Lock()


def rulebook(policy: Policy, claim: str, day: date, region: str | None) -> Rulebook:
    """The rulebook of a claim with the parameters of `day` in `region`. Raises KeyError for an unknown claim."""
    values = tuple(parameter.on(day, region) for parameter in policy.parameters.values())
    key = (claim, values)
    with _lock:
        books = _kept.setdefault(policy, {})
        if key not in books:
            books[key] = _Compiler(policy, policy.claims[claim], day, region).compile(repr(key))
        return books[key]


def needed_questions(policy: Policy, claim: Claim) -> tuple[Question, ...]:
    """The questions a claim's rules test, directly or through other questions, in the order they are settled."""
    ordered: dict[str, Question] = {}

    def visit(name: str) -> None:
        if name not in ordered:
            for earlier in earlier_questions(policy.questions[name]):
                visit(earlier)
            ordered[name] = policy.questions[name]

    for condition in _claim_conditions(claim):
        for name in questions_in(condition):
            visit(name)
    return tuple(ordered.values())


def _claim_conditions(claim: Claim) -> Iterable[Condition | None]:
    for head in claim.heads:
        for outcome in (*head.what, *head.who):
            yield outcome.condition
    for rule in (*claim.measures, *claim.routes, *claim.guarantees, *claim.gates):
        yield rule.condition


class _Compiler:
    def __init__(self, policy: Policy, claim: Claim, day: date, region: str | None) -> None:
        self.policy, self.claim, self.day, self.region = policy, claim, day, region
        self.patterns: dict[tuple[str, tuple[Test, ...], bool], int] = {}
        self.compared: dict[tuple[str, str], Expression] = {}
        self.wanted: dict[str, dict[str, None]] = {}
        needed = needed_questions(policy, claim)
        # What concerns the whole order is settled before its parts are.
        self.questions = tuple(sorted(needed, key=lambda question: question.scope != "order"))
        self.scope = max((question.scope for question in needed), key=SCOPES.index, default=SCOPES[0])
        self.question_index = {question.id: index for index, question in enumerate(self.questions)}
        used = dict.fromkeys(name for question in self.questions for name in signals_of(question))
        self.signals = tuple(policy.signals[name] for name in used)
        self.signal_index = {signal.id: index for index, signal in enumerate(self.signals)}

    def compile(self, identity: str) -> Rulebook:
        signal_patterns = tuple(self.pattern(signal.test) for signal in self.signals)
        questions = tuple(self.question(index, question) for index, question in enumerate(self.questions))
        outcome = self.outcome()
        for operand in _operands(*self.claim.heads):
            self.want(operand.kind, operand.field)
        patterns = tuple(
            Pattern(index, kind, tests, every, ", ".join(test_label(kind, test) for test in tests))
            for (kind, tests, every), index in self.patterns.items()
        )
        by_kind: dict[str, tuple[Pattern, ...]] = {}
        for pattern in patterns:
            by_kind[pattern.kind] = (*by_kind.get(pattern.kind, ()), pattern)
        return Rulebook(
            claim=self.claim,
            patterns=patterns,
            signals=self.signals,
            signal_patterns=signal_patterns,
            questions=questions,
            outcome=outcome,
            standards={"ordinary": self.standard("ordinary"), "clear": self.standard("clear")},
            holes=tuple(name for name in STANDARDS if name in self.policy.parameters and self.parameter(name) is None),
            identity=f"{self.policy.digest}:{identity}",
            by_kind=by_kind,
            scope=self.scope,
            wanted={kind: tuple(fields) for kind, fields in self.wanted.items()},
            quoted=self.quoted(),
            sources=self.sources(),
            counts_business_days=self.counts_business_days(),
            part_heads=self.part_heads(outcome),
        )

    def pattern(self, test: RecordTest) -> int:
        """The number of a pattern; equal patterns share one."""
        tests = tuple(found for one in test.tests for found in self.tests(test.kind, one))
        for one in tests:
            self.want(test.kind, one.field)
        return self.patterns.setdefault((test.kind, tests, test.every), len(self.patterns))

    def want(self, kind: str, field: str) -> None:
        """Remember a field that no record states."""
        derived = f"{kind}.{field}" in self.policy.derived or field == PERIOD_FIELD or (kind, field) == MEANING_FIELD
        if derived or (kind, field) in self.compared:
            self.wanted.setdefault(kind, {})[field] = None

    def quoted(self) -> dict[str, tuple[str, ...]]:
        """The derived fields that no rule asks for and some sentence quotes."""
        found: dict[str, list[str]] = {}
        for one in self.policy.derived.values():
            named = f"__{one.field}"
            sources = (source for texts in self.policy.texts.values() for _, source in texts.sources)
            if one.field not in self.wanted.get(one.kind, {}) and any(named in source for source in sources):
                found.setdefault(one.kind, []).append(one.field)
        return {kind: tuple(fields) for kind, fields in found.items()}

    def tests(self, kind: str, test: FieldTest) -> tuple[Test, ...]:
        """A test as the engines know it: one that names another field becomes tests of the difference of both."""
        match test.check:
            case Compare(op, FieldRef() as other):
                return (self.difference(kind, test, op, other),)
            case Between(low, high) if isinstance(low, FieldRef) or isinstance(high, FieldRef):
                return tuple(
                    self.difference(kind, test, op, side)
                    if isinstance(side, FieldRef)
                    else self.plain_test(kind, FieldTest(test.field, Compare(op, side), test.span))
                    for op, side in _sides(low, high)
                )
        return (self.plain_test(kind, test),)

    def plain_test(self, kind: str, test: FieldTest) -> Test:
        parameter = next((ref.id for ref in _refs(test.check)), None)
        return Test(test.field, self.check(test.check, self.unit_of(kind, test.field)), parameter)

    def difference(self, kind: str, test: FieldTest, op: Comparison, other: FieldRef) -> Test:
        """`a > k.b` is `a - k.b > 0`; a difference that cannot be had leaves the test open."""
        name = f"{test.field} - {other.kind}.{other.field}"
        own = FieldOf(kind, test.field, test.span)
        self.compared[kind, name] = Combined("-", own, FieldOf(other.kind, other.field, other.span))
        check = _bounds(op, 0)
        return Test(name, check, shown=f"{test.field} {op} {other.kind}.{other.field}")

    def unit_of(self, kind: str, field: str) -> str:
        declared = self.policy.vocabulary.get(kind, {}).get(field)
        return declared.unit if isinstance(declared, NumberType) else ""

    def check(self, check: FieldCheck, unit: str) -> Check:
        match check:
            case IsKnown(known):
                return Known(known)
            case OneOf(values, negated):
                return Among(frozenset(values), negated)
            case Compare(op, operand):
                value = self.constant(operand, unit)
                return value if isinstance(value, NotInForce) else _bounds(op, value)
            case Between(low, high):
                bounds = self.constant(low, unit), self.constant(high, unit)
                for bound in bounds:
                    if isinstance(bound, NotInForce):
                        return bound
                return Within(*bounds)  # type: ignore[arg-type]

    def constant(self, operand: Operand, unit: str) -> Constant | NotInForce:
        """A constant in the unit of its field: a parameter in hours is compared with minutes as minutes."""
        assert not isinstance(operand, FieldRef)
        if not isinstance(operand, ParameterRef):
            return operand
        value = self.parameter(operand.id)
        if value is None:
            return NotInForce(operand.id)
        own = self.policy.parameters[operand.id].unit
        if own == unit or own not in MINUTES_IN or isinstance(value, Money):
            return value
        found = Fraction(value) * MINUTES_IN[own] / MINUTES_IN.get(unit, 1)
        return found.numerator if found.denominator == 1 else found

    def parameter(self, name: str) -> Quantity | None:
        parameter = self.policy.parameters.get(name)
        return parameter.on(self.day, self.region) if parameter else None

    def standard(self, name: Literal["ordinary", "clear"]) -> Standard:
        """The standards of 02: ordinary leads by a step; clear is strong against at most slight."""
        if name == "ordinary":
            at_least = self.parameter("ordinary_at_least")
            lead = self.parameter("ordinary_lead")
            return Standard(int(_number(at_least, Strength.MODERATE)), int(_number(lead, 1)), Strength.CONCLUSIVE)
        at_least, other = self.parameter("clear_at_least"), self.parameter("clear_other_at_most")
        return Standard(int(_number(at_least, Strength.STRONG)), 1, int(_number(other, Strength.SLIGHT)))

    def formula(self, condition: Condition | None) -> Formula:
        match condition:
            case None:
                return ALWAYS
            case RecordTest():
                return Circumstance(self.pattern(condition))
            case FindingTest():
                return self.finding(condition)
            case AllOf(parts):
                return All(tuple(self.formula(part) for part in parts))
            case AnyOf(parts):
                return Any(tuple(self.formula(part) for part in parts))

    def finding(self, test: FindingTest) -> Formula:
        """The numbers of all answers that a test admits, as ranges."""
        answers = self.policy.questions[test.question].all_answers
        codes = [finding_code(answers, answer, shown) for answer in answers for shown in (False, True)
                 if test.admits(answer, shown)]  # fmt: skip
        index = self.question_index[test.question]
        ranges: list[list[int]] = []
        for code in codes:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
        parts = tuple(Finding(index, low, high) for low, high in ranges)
        return parts[0] if len(parts) == 1 else Any(parts)

    def question(self, index: int, question: Question) -> QuestionRules:
        rules: list[Rule] = []

        def number(formula: Formula, per_key: bool) -> int:
            rules.append(Rule(len(rules), formula, per_key))
            return len(rules) - 1

        def present(names: Iterable[str]) -> tuple[Formula, ...]:
            return tuple(HasSignal(self.signal_index[name]) for name in names)

        # What is on record and names nobody who must raise it is always asked.
        raised = number(Any(present(question.raised.any)), True) if question.raised else number(ALWAYS, False)
        shifts = tuple((number(self.formula(shift.condition), False), shift) for shift in question.shifts)
        only = tuple((number(self.formula(only.condition), False), only) for only in question.only_counts)
        arguments, exceptions = [], {}
        for argument in question.arguments:
            parts = present(argument.all)
            if argument.any:
                parts += (Any(present(argument.any)),)
            if argument.at_least:
                chosen = tuple(self.signal_index[name] for name in argument.at_least.of)
                parts += (AtLeast(argument.at_least.count, chosen),)
            if argument.condition is not None:
                parts += (self.formula(argument.condition),)
            arguments.append((number(All(parts), bool(argument.premises)), argument))
            exceptions[argument.id] = tuple(
                (number(HasSignal(self.signal_index[name]), True), name) for name in argument.unless
            )
        signals = {name: self.signal_index[name] for name in signals_of(question)}
        return QuestionRules(index, question, tuple(rules), raised, shifts, only, tuple(arguments), exceptions, signals)

    def outcome(self) -> OutcomeRules:
        rules: list[Rule] = []

        def number(condition: Condition | None) -> int:
            rules.append(Rule(len(rules), self.formula(condition), False))
            return len(rules) - 1

        claim = self.claim
        heads = tuple(
            (
                head,
                tuple((number(rule.condition), rule) for rule in head.what),
                tuple((number(rule.condition), rule) for rule in head.who),
            )
            for head in claim.heads
        )
        measures = tuple((number(rule.condition), rule) for rule in claim.measures)
        routes = tuple((number(rule.condition), rule) for rule in claim.routes)
        guarantees = tuple((number(rule.condition), rule) for rule in claim.guarantees)
        gates = tuple((number(rule.condition), rule) for rule in claim.gates)
        per_part = frozenset(rule.index for rule in rules if self.is_of_parts(rule.formula))
        return OutcomeRules(tuple(rules), heads, measures, routes, guarantees, gates, per_part)

    def is_of_parts(self, formula: Formula) -> bool:
        """Whether a formula turns on what differs from part to part of the order."""
        match formula:
            case Finding(question, _, _):
                return self.questions[question].scope != "order"
            case Circumstance(pattern):
                return self.kind_of(pattern) == "item"
            case All(parts) | Any(parts):
                return any(self.is_of_parts(part) for part in parts)
        return False

    def kind_of(self, pattern: int) -> str:
        return next(kind for (kind, _, _), index in self.patterns.items() if index == pattern)

    def part_heads(self, outcome: OutcomeRules) -> frozenset[str]:
        """The heads that are settled part by part: their rules or amounts are about one part of the order."""
        found = set()
        for head, what, who in outcome.heads:
            priced = any(operand.kind == "item" for operand in _operands(head))
            if self.scope != "order" and (priced or any(n in outcome.per_part for n, _ in (*what, *who))):
                found.add(head.id)
        return frozenset(found)

    def counts_business_days(self) -> bool:
        """Whether some formula counts business days, so that a decision must say by which calendar."""
        formulas = [one.formula for one in self.policy.derived.values()]
        formulas += [one for head in self.claim.heads for one in head.formulas]
        parts = (part for one in formulas for part in parts_of(one.expression))
        return any(isinstance(part, Called) and part.name == "business_days" for part in parts)

    def sources(self) -> FieldSources:
        policy = self.policy
        formulas = {(one.kind, one.field): one.formula.expression for one in policy.derived.values()}
        return FieldSources(
            formulas=formulas | self.compared,
            parameters={name: self.parameter(name) for name in policy.parameters},
            units={name: parameter.unit for name, parameter in policy.parameters.items()},
            vocabulary=policy.vocabulary,
            periods=policy.periods,
            moments=moments_of(policy.kinds),
            lexicons=policy.lexicons,
            zone=policy.header.zone,
        )


def _operands(*heads: Head) -> Iterable[FieldOf]:
    """The fields that the amounts and limits of heads are computed from."""
    parts = (part for head in heads for formula in head.formulas for part in parts_of(formula.expression))
    return (part for part in parts if isinstance(part, FieldOf))


def signals_of(question: Question) -> tuple[str, ...]:
    """The signals that a question weighs, or that raise it, each once."""
    names = list(question.raised.any) if question.raised else []
    for argument in question.arguments:
        names += [*argument.premises, *argument.unless]
    return tuple(dict.fromkeys(names))


def _refs(check: FieldCheck) -> Iterable[ParameterRef]:
    return (operand for operand in operands_of(check) if isinstance(operand, ParameterRef))


def _bounds(op: Comparison, value: Constant) -> Within:
    if op in (">", ">="):
        return Within(value, None, low_open=op == ">")
    return Within(None, value, high_open=op == "<")


def _sides(low: Operand, high: Operand) -> tuple[tuple[Comparison, Operand], ...]:
    return (">=", low), ("<=", high)


def _number(value: Quantity | None, default: int) -> int:
    return value if isinstance(value, int) else default


assert PRESENT + Strength.NONE == PRESENT  # INVARIANT: strengths are stored on top of PRESENT
