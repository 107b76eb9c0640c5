"""ARB301: a name that nothing defines. ARB302: a parameter whose unit does not fit. ARB303: an id used twice."""

from collections.abc import Collection, Iterable, Iterator

from arbiter.policy.conditions import Between, Compare, Condition, FindingTest, ParameterRef, RecordTest, leaves
from arbiter.policy.model import Claim, Policy, Question
from arbiter.policy.parse.parameters import UNITS
from arbiter.policy.parse.reader import Problems, misnamed
from evidence import VOCABULARY, MoneyType, NumberType, Span

_IN_SNAKE_CASE = ("question", "signal", "parameter")


def check_references(policy: Policy, problems: Problems) -> None:
    """Every name that a rule uses is defined, and every parameter is measured as the field it is compared with."""
    for condition in _conditions(policy):
        for leaf in leaves(condition):
            _check_leaf(policy, leaf, problems)
    for question in policy.questions.values():
        _check_question(policy, question, problems)
    for claim in policy.claims.values():
        _check_claim(claim, problems)


def _conditions(policy: Policy) -> Iterator[Condition | None]:
    yield from (signal.test for signal in policy.signals.values())
    for question in policy.questions.values():
        yield from (shift.condition for shift in question.shifts)
        yield from (only.condition for only in question.only_counts)
        yield from (argument.condition for argument in question.arguments)
    for claim in policy.claims.values():
        for head in claim.heads:
            yield from (rule.condition for rule in head.what)
            yield from (rule.condition for rule in head.who)
        yield from (rule.condition for rule in claim.measures)
        yield from (rule.condition for rule in claim.routes)
        yield from (rule.condition for rule in claim.guarantees)


def _check_leaf(policy: Policy, leaf: RecordTest | FindingTest, problems: Problems) -> None:
    if isinstance(leaf, FindingTest):
        _known(problems, "question", leaf.question, policy.questions, leaf.span)
        return
    for test in leaf.tests:
        match test.check:
            case Compare(_, operand):
                operands = [operand]
            case Between(low, high):
                operands = [low, high]
            case _:
                operands = []
        for operand in operands:
            if isinstance(operand, ParameterRef):
                _check_unit(policy, leaf.kind, test.field, operand, problems)


def _check_unit(policy: Policy, kind: str, field: str, ref: ParameterRef, problems: Problems) -> None:
    if not _known(problems, "parameter", ref.id, policy.parameters, ref.span):
        return
    parameter = policy.parameters[ref.id]
    if parameter.unit not in UNITS:
        return  # told where it is written
    match VOCABULARY[kind][field]:
        case MoneyType():
            wanted = "money"
        case NumberType(unit):
            wanted = unit
        case _:
            return
    if parameter.unit != wanted:
        problems.error(
            "ARB302",
            f"`{kind}.{field}` is measured in `{wanted}`, parameter `{ref.id}` in `{parameter.unit}`",
            ref.span,
            "compare it with a parameter of the same unit",
            ("defined here", parameter.span),
        )


def _known(problems: Problems, what: str, name: str, defined: Collection[str], span: Span) -> bool:
    if name in defined:
        return True
    if what in problems.unread or (what in _IN_SNAKE_CASE and name in misnamed(tuple(defined))):
        return False  # the fault is where it is defined
    problems.error("ARB301", f"no {what} is called `{name}`", span, problems.meant(name, defined))
    return False


def _check_question(policy: Policy, question: Question, problems: Problems) -> None:
    for name in question.raised.any:
        _known(problems, "signal", name, policy.signals, problems.place(question.raised.span, "any", name))
    for argument in question.arguments:
        for key, names in (("all", argument.all), ("any", argument.any), ("unless", argument.unless)):
            for name in names:
                _known(problems, "signal", name, policy.signals, problems.place(argument.span, key, name))
    for only in question.only_counts:
        answers = {argument.id for argument in question.arguments if argument.answer == only.answer}
        for name in only.arguments:
            place = problems.place(only.span, only.answer, name)
            _known(problems, f"argument for `{only.answer}`", name, answers, place)
    rules = [(rule.id, rule.span) for rule in (*question.shifts, *question.only_counts, *question.arguments)]
    _check_unique(rules, f"question `{question.id}`", problems)


def _check_claim(claim: Claim, problems: Problems) -> None:
    heads = [head.id for head in claim.heads]
    rules: list[tuple[str, Span]] = []
    for head in claim.heads:
        for key, outcomes in (("what", head.what), ("who", head.who)):
            ids = {rule.id for rule in outcomes}
            for outcome in outcomes:
                for name in outcome.over:
                    place = problems.place(outcome.span, "over", name)
                    _known(problems, f"`{key}` rule of `{head.id}`", name, ids, place)
        _check_unique([(rule.id, rule.span) for rule in (*head.what, *head.who)], f"head `{head.id}`", problems)
    for guarantee in claim.guarantees:
        if guarantee.never_bears is not None:
            place = problems.place(guarantee.span, "never_bears", guarantee.never_bears)
            _known(problems, f"head of `{claim.id}`", guarantee.never_bears, heads, place)
    rules += [(rule.id, rule.span) for rule in (*claim.measures, *claim.routes, *claim.guarantees)]
    _check_unique(rules, f"claim `{claim.id}`", problems)


def _check_unique(rules: Iterable[tuple[str, Span]], where: str, problems: Problems) -> None:
    seen: dict[str, Span] = {}
    for name, rule in rules:
        span = problems.place(rule, "id", name)
        if name in seen:
            problems.error(
                "ARB303", f"rule `{name}` stands twice in {where}", span, "rename one", ("first here", seen[name])
            )
        if name:
            seen.setdefault(name, span)
