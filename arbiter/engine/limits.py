"""The limits of the forward-chaining engine, told before a policy is ever loaded into it.

This module compiles every claim for every day on which a parameter that it tests changes, has the rules spelled out,
and turns what does not fit into diagnostics at the rule that is to blame. It must not start the engine: beyond its
limits, that hangs or crashes. Most cannot be met, because the translation spreads rules over several kinds of facts;
what is left:

ARB331 too many rules in one stage · ARB332 too many alternatives in one rule · ARB333 too many tests in one rule ·
ARB335 too many kinds of facts · ARB336 a number too large or too finely divided.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, product

from arbiter.engine.compile import needed_questions, rulebook, signals_of
from arbiter.engine.durable_rulesets import Problem, problems_of_records, problems_of_rules
from arbiter.engine.ir import All, Any, Circumstance, Formula, OutcomeRules, QuestionRules, Rule, Rulebook
from arbiter.policy.checks.walk import conditions_of_claim, conditions_of_question
from arbiter.policy.conditions import ParameterRef, RecordTest, leaves, operands_of
from arbiter.policy.model import Claim, Policy
from evidence import Diagnostic, Span

_ANY_DAY = date(2026, 1, 1)
_HELP = {
    "ARB331": "split the claim in two",
    "ARB332": "name the common part of the alternatives as a question of its own",
    "ARB333": "name some of the tests as a signal or a question of their own",
    "ARB335": "split the claim in two",
    "ARB336": "write a smaller number, or fewer decimals",
}


def check_limits(policy: Policy) -> list[Diagnostic]:
    """What the engine cannot take of a policy, each thing once, as errors ARB331 to ARB336."""
    found: dict[tuple[str, str, Span | None], Diagnostic] = {}
    for book in _rulebooks(policy):
        for problem, span in _problems(book):
            message = f"{problem.message}, in claim `{book.claim.id}`"
            diagnostic = Diagnostic(problem.code, "error", message, span, _HELP[problem.code])
            found.setdefault((problem.code, problem.message, span), diagnostic)
    return list(found.values())


def _rulebooks(policy: Policy) -> Iterator[Rulebook]:
    """Every rulebook whose rules can differ, but for parameters that fall out of force, which only takes tests away."""
    for claim in policy.claims.values():
        tested = [policy.parameters[name] for name in sorted(_tested(policy, claim)) if name in policy.parameters]
        values = [value for parameter in tested for value in parameter.values]
        days = sorted({value.first for value in values}) or [_ANY_DAY]
        regions = sorted({value.region for value in values if value.region is not None})
        seen: set[tuple[object, ...]] = set()
        for day, region in product(days, (None, *regions)):
            in_force = tuple(parameter.on(day, region) for parameter in tested)
            if in_force not in seen:
                seen.add(in_force)
                yield rulebook(policy, claim.id, day, region)


def _tested(policy: Policy, claim: Claim) -> set[str]:
    """The parameters that tests of a claim's rules name: no other reaches the engine."""
    questions = needed_questions(policy, claim)
    signals = (policy.signals[name].test for question in questions for name in signals_of(question))
    conditions = (*signals, *conditions_of_claim(claim), *chain.from_iterable(map(conditions_of_question, questions)))
    tests = (test for condition in conditions for leaf in leaves(condition) if isinstance(leaf, RecordTest)
             for test in leaf.tests)  # fmt: skip
    return {one.id for test in tests for one in operands_of(test.check) if isinstance(one, ParameterRef)}


def _problems(book: Rulebook) -> Iterator[tuple[Problem, Span]]:
    for problem in problems_of_records(book):
        yield problem, _span_of_pattern(book, problem.numbers)
    for rules in book.questions:
        for problem in problems_of_rules(rules.rules):
            yield problem, _first(_question_spans(rules), problem.numbers, rules.question.span)
    for problem in problems_of_rules(book.outcome.rules):
        yield problem, _first(_outcome_spans(book.outcome), problem.numbers, book.claim.span)


def _first(spans: dict[int, Span], numbers: Iterable[int], default: Span) -> Span:
    return next((spans[number] for number in numbers if number in spans), default)


def _span_of_pattern(book: Rulebook, numbers: Iterable[int]) -> Span:
    """The signal that has a pattern, or else the first rule that tests it as a circumstance."""
    spans: dict[int, Span] = {}
    for signal, pattern in zip(book.signals, book.signal_patterns, strict=True):
        spans.setdefault(pattern, signal.span)
    stages: list[tuple[tuple[Rule, ...], dict[int, Span]]] = [
        (rules.rules, _question_spans(rules)) for rules in book.questions
    ]
    stages.append((book.outcome.rules, _outcome_spans(book.outcome)))
    for stage_rules, spans_of in stages:
        for rule in stage_rules:
            for pattern in _circumstances(rule.formula):
                spans.setdefault(pattern, spans_of.get(rule.index, book.claim.span))
    return _first(spans, numbers, book.claim.span)


def _circumstances(formula: Formula) -> Iterator[int]:
    if isinstance(formula, Circumstance):
        yield formula.pattern
    elif isinstance(formula, All | Any):
        for part in formula.parts:
            yield from _circumstances(part)


def _question_spans(rules: QuestionRules) -> dict[int, Span]:
    raised = rules.question.raised
    spans = {rules.raised: raised.span if raised else rules.question.span}
    spans |= {number: shift.span for number, shift in rules.shifts}
    spans |= {number: only.span for number, only in rules.only_counts}
    spans |= {number: argument.span for number, argument in rules.arguments}
    for _, argument in rules.arguments:
        spans |= {number: argument.span for number, _ in rules.exceptions.get(argument.id, ())}
    return spans


def _outcome_spans(outcome: OutcomeRules) -> dict[int, Span]:
    spans: dict[int, Span] = {}
    for _, whats, whos in outcome.heads:
        spans |= {number: what.span for number, what in whats}
        spans |= {number: who.span for number, who in whos}
    spans |= {number: measure.span for number, measure in outcome.measures}
    spans |= {number: route.span for number, route in outcome.routes}
    spans |= {number: guarantee.span for number, guarantee in outcome.guarantees}
    spans |= {number: gate.span for number, gate in outcome.gates}
    return spans
