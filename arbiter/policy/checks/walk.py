"""What a whole policy says, wherever it says it: its conditions, its formulas, the clauses that it cites.

Checks that ask "is this used anywhere" go through here, so that a new place for conditions is added once.
"""

from collections.abc import Iterator

from arbiter.policy.conditions import Condition, FieldRef, FieldTest, RecordTest, leaves, operands_of
from arbiter.policy.formulas import FieldOf, Formula, ParameterOf, parts_of
from arbiter.policy.model import Claim, ClausedRule, Policy, Question
from evidence import Span


def signals_named(policy: Policy) -> set[str]:
    """The signals that some question names: as a premise, as an exception, or because they raise it."""
    named: set[str] = set()
    for question in policy.questions.values():
        named |= set(question.raised.any if question.raised else ())
        named |= {name for argument in question.arguments for name in (*argument.premises, *argument.unless)}
    return named


def conditions_of(policy: Policy) -> Iterator[Condition | None]:
    """Every condition of a policy, those of signals first."""
    yield from (signal.test for signal in policy.signals.values())
    for question in policy.questions.values():
        yield from conditions_of_question(question)
    for claim in policy.claims.values():
        yield from conditions_of_claim(claim)


def conditions_of_question(question: Question) -> Iterator[Condition | None]:
    """The conditions on which the burden and the arguments of a question rest."""
    yield from (shift.condition for shift in question.shifts)
    yield from (only.condition for only in question.only_counts)
    yield from (argument.condition for argument in question.arguments)


def conditions_of_claim(claim: Claim) -> Iterator[Condition | None]:
    """The conditions of all that follows the findings under a claim."""
    for head in claim.heads:
        yield from (rule.condition for rule in head.what)
        yield from (rule.condition for rule in head.who)
    yield from (rule.condition for rule in claim.measures)
    yield from (rule.condition for rule in claim.routes)
    yield from (rule.condition for rule in claim.guarantees)
    yield from (rule.condition for rule in claim.gates)


def formulas_of(policy: Policy) -> Iterator[Formula]:
    """Every formula of a policy: amounts, limits, derived fields."""
    for claim in policy.claims.values():
        for head in claim.heads:
            for formula in (head.amount, head.cap, *(rule.amount for rule in head.what)):
                if formula is not None:
                    yield formula
    yield from (derived.formula for derived in policy.derived.values())


def tests_of(policy: Policy) -> Iterator[tuple[str, FieldTest]]:
    """Every test of a field in a condition, with the kind of record that it is about."""
    for condition in conditions_of(policy):
        for leaf in leaves(condition):
            if isinstance(leaf, RecordTest):
                yield from ((leaf.kind, test) for test in leaf.tests)


def fields_used(policy: Policy) -> Iterator[tuple[str, str]]:
    """Every field that a condition tests or compares with, or that a formula computes with, as (kind, field)."""
    for kind, test in tests_of(policy):
        yield kind, test.field
        yield from ((one.kind, one.field) for one in operands_of(test.check) if isinstance(one, FieldRef))
    for formula in formulas_of(policy):
        yield from ((one.kind, one.field) for one in parts_of(formula.expression) if isinstance(one, FieldOf))


def parameters_computed(policy: Policy) -> Iterator[str]:
    """Every parameter that a formula computes with."""
    for formula in formulas_of(policy):
        yield from (one.id for one in parts_of(formula.expression) if isinstance(one, ParameterOf))


def citations_of(policy: Policy) -> Iterator[tuple[str, Span]]:
    """Every clause that something in the policy cites, as it is written, with the place of what cites it."""
    yield from ((parameter.clause, parameter.span) for parameter in policy.parameters.values())
    yield from ((period.clause, period.span) for period in policy.periods.values())
    for question in policy.questions.values():
        yield question.clause, question.span
        yield from ((rule.clause, rule.span) for rule in (*question.shifts, *question.only_counts))
        yield from ((argument.clause, argument.span) for argument in question.arguments)
    for claim in policy.claims.values():
        yield claim.clause, claim.span
        for head in claim.heads:
            yield from ((rule.clause, rule.span) for rule in (*head.what, *head.who))
        rules: tuple[ClausedRule, ...] = (*claim.gates, *claim.measures, *claim.routes, *claim.guarantees)
        yield from ((rule.clause, rule.span) for rule in rules)
