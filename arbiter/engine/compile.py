"""From a policy to the rulebook of one claim on one day in one region.

Parameters are resolved here, so engines compare with constants. Rulebooks are kept with the policy they came from;
a day changes a rulebook only if some parameter changes, so a policy has few of them.
"""

from collections.abc import Iterable
from datetime import date
from threading import Lock
from typing import Literal
from weakref import WeakKeyDictionary

from arbiter.engine.ir import (
    ALWAYS,
    NO,
    PRESENT,
    SHOWN_NO,
    SHOWN_YES,
    YES,
    All,
    Among,
    Any,
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
    test_label,
)
from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Condition,
    FieldCheck,
    FieldTest,
    FindingTest,
    IsKnown,
    OneOf,
    Operand,
    ParameterRef,
    RecordTest,
    questions_in,
)
from arbiter.policy.model import Claim, Policy, Quantity, Question, Strength

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
    for rule in (*claim.measures, *claim.routes, *claim.guarantees):
        yield rule.condition


class _Compiler:
    def __init__(self, policy: Policy, claim: Claim, day: date, region: str | None) -> None:
        self.policy, self.claim, self.day, self.region = policy, claim, day, region
        self.patterns: dict[tuple[str, tuple[Test, ...], bool], int] = {}
        self.questions = needed_questions(policy, claim)
        self.question_index = {question.id: index for index, question in enumerate(self.questions)}
        used = dict.fromkeys(name for question in self.questions for name in _signals_of(question))
        self.signals = tuple(policy.signals[name] for name in used)
        self.signal_index = {signal.id: index for index, signal in enumerate(self.signals)}

    def compile(self, identity: str) -> Rulebook:
        signal_patterns = tuple(self.pattern(signal.test) for signal in self.signals)
        questions = tuple(self.question(index, question) for index, question in enumerate(self.questions))
        outcome = self.outcome()
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
        )

    def pattern(self, test: RecordTest) -> int:
        """The number of a pattern; equal patterns share one."""
        tests = tuple(self.test(field) for field in test.tests)
        return self.patterns.setdefault((test.kind, tests, test.every), len(self.patterns))

    def test(self, test: FieldTest) -> Test:
        parameter = next((ref.id for ref in _refs(test.check)), None)
        return Test(test.field, self.check(test.check), parameter)

    def check(self, check: FieldCheck) -> Check:
        match check:
            case IsKnown(known):
                return Known(known)
            case OneOf(values, negated):
                return Among(frozenset(values), negated)
            case Compare(op, operand):
                value = self.constant(operand)
                if isinstance(value, NotInForce):
                    return value
                if op in (">", ">="):
                    return Within(value, None, low_open=op == ">")
                return Within(None, value, high_open=op == "<")
            case Between(low, high):
                bounds = self.constant(low), self.constant(high)
                for bound in bounds:
                    if isinstance(bound, NotInForce):
                        return bound
                return Within(*bounds)  # type: ignore[arg-type]

    def constant(self, operand: Operand) -> Constant | NotInForce:
        if not isinstance(operand, ParameterRef):
            return operand
        value = self.parameter(operand.id)
        return NotInForce(operand.id) if value is None else value

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
            case FindingTest(question, answer, shown):
                low, high = (
                    (SHOWN_YES if shown else YES, SHOWN_YES)
                    if answer == "yes"
                    else (
                        SHOWN_NO,
                        SHOWN_NO if shown else NO,
                    )
                )
                return Finding(self.question_index[question], low, high)
            case AllOf(parts):
                return All(tuple(self.formula(part) for part in parts))
            case AnyOf(parts):
                return Any(tuple(self.formula(part) for part in parts))

    def question(self, index: int, question: Question) -> QuestionRules:
        rules: list[Rule] = []

        def number(formula: Formula, per_key: bool) -> int:
            rules.append(Rule(len(rules), formula, per_key))
            return len(rules) - 1

        def present(names: Iterable[str]) -> tuple[Formula, ...]:
            return tuple(HasSignal(self.signal_index[name]) for name in names)

        raised = number(Any(present(question.raised.any)), True)
        shifts = tuple((number(self.formula(shift.condition), False), shift) for shift in question.shifts)
        only = tuple((number(self.formula(only.condition), False), only) for only in question.only_counts)
        arguments, exceptions = [], {}
        for argument in question.arguments:
            parts = present(argument.all)
            if argument.any:
                parts += (Any(present(argument.any)),)
            if argument.condition is not None:
                parts += (self.formula(argument.condition),)
            arguments.append((number(All(parts), True), argument))
            exceptions[argument.id] = tuple(
                (number(HasSignal(self.signal_index[name]), True), name) for name in argument.unless
            )
        signals = {name: self.signal_index[name] for name in _signals_of(question)}
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
        return OutcomeRules(tuple(rules), heads, measures, routes, guarantees)


def _signals_of(question: Question) -> tuple[str, ...]:
    names = list(question.raised.any)
    for argument in question.arguments:
        names += [*argument.all, *argument.any, *argument.unless]
    return tuple(dict.fromkeys(names))


def _refs(check: FieldCheck) -> Iterable[ParameterRef]:
    operands = {Compare: ("operand",), Between: ("low", "high")}.get(type(check), ())
    return (ref for name in operands if isinstance(ref := getattr(check, name), ParameterRef))


def _number(value: Quantity | None, default: int) -> int:
    return value if isinstance(value, int) else default


assert PRESENT + Strength.NONE == PRESENT  # INVARIANT: strengths are stored on top of PRESENT
