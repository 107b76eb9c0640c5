"""ARB301: a name that nothing defines. ARB302: a parameter whose unit does not fit. ARB303: an id used twice."""

from collections.abc import Collection, Iterable

from arbiter.policy.checks.walk import conditions_of
from arbiter.policy.conditions import FindingTest, ParameterRef, RecordTest, leaves, operands_of
from arbiter.policy.formulas import MINUTES_IN, Formula, ParameterOf, parts_of
from arbiter.policy.model import Claim, Policy, Question
from arbiter.policy.parse.parameters import UNITS
from arbiter.policy.parse.reader import Problems, misnamed
from evidence import MoneyType, NumberType, Span

_IN_SNAKE_CASE = ("question", "signal", "parameter")


def check_references(policy: Policy, problems: Problems) -> None:
    """Every name that a rule uses is defined, and every parameter is measured as the field it is compared with."""
    for condition in conditions_of(policy):
        for leaf in leaves(condition):
            _check_leaf(policy, leaf, problems)
    for question in policy.questions.values():
        _check_question(policy, question, problems)
    for claim in policy.claims.values():
        _check_claim(policy, claim, problems)
    for derived in policy.derived.values():
        _check_formula(policy, derived.formula, problems, derived.id.partition(".")[0])


def _check_leaf(policy: Policy, leaf: RecordTest | FindingTest, problems: Problems) -> None:
    if isinstance(leaf, FindingTest):
        if _known(problems, "question", leaf.question, policy.questions, leaf.span):
            _check_answers(policy.questions[leaf.question], leaf, problems)
        return
    for test in leaf.tests:
        for operand in dict.fromkeys(operands_of(test.check)):
            if isinstance(operand, ParameterRef):
                _check_unit(policy, leaf.kind, test.field, operand, problems)


def _check_answers(question: Question, test: FindingTest, problems: Problems) -> None:
    for answer in test.answers:
        if answer not in question.all_answers and question.span not in problems.spoilt:
            message = f"question `{question.id}` has no answer `{answer}`"
            related = ("asked here", question.span)
            cure = problems.meant(answer, question.all_answers)
            problems.error("ARB213", message, problems.answers_place(test), cure, related)
        elif test.shown and answer not in question.answers and question.span not in problems.spoilt:
            message = f"`{answer}` of question `{question.id}` can never be shown"
            problems.error("ARB213", message, problems.answers_place(test), f"write `{answer}` without `shown`")


def _check_formula(policy: Policy, formula: Formula, problems: Problems, own: str | None = None) -> None:
    """Every parameter of a formula is there; `own` is the kind whose fields it may name without the kind."""
    for part in parts_of(formula.expression):
        if not isinstance(part, ParameterOf) or part.id in policy.parameters:
            continue
        fields = [f"{kind}.{part.id}" for kind, known in policy.vocabulary.items() if part.id in known]
        elsewhere = "parameter" in problems.unread or part.id in misnamed(tuple(policy.parameters))
        if elsewhere or not (fields or own):
            _known(problems, "parameter", part.id, policy.parameters, part.span)
        elif fields:
            # A field of another kind has that kind before it, which is easily left out.
            cure = "write " + " or ".join(f"`{name}`" for name in fields[:3])
            problems.error("ARB301", f"no parameter is called `{part.id}`", part.span, cure)
        else:
            cure = problems.meant(part.id, [*policy.vocabulary.get(own or "", ()), *policy.parameters])
            message = f"neither a field of `{own}` nor a parameter is called `{part.id}`"
            problems.error("ARB301", message, part.span, cure)


def _check_unit(policy: Policy, kind: str, field: str, ref: ParameterRef, problems: Problems) -> None:
    if not _known(problems, "parameter", ref.id, policy.parameters, ref.span):
        return
    parameter = policy.parameters[ref.id]
    if parameter.unit not in UNITS:
        return  # told where it is written
    match policy.vocabulary[kind][field]:
        case MoneyType():
            wanted = "money"
        case NumberType(unit):
            wanted = unit
        case _:
            return
    if parameter.unit != wanted and not {parameter.unit, wanted} <= MINUTES_IN.keys():
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
    for name in question.raised.any if question.raised else ():
        assert question.raised is not None
        _known(problems, "signal", name, policy.signals, problems.place(question.raised.span, "any", name))
    for argument in question.arguments:
        some = argument.at_least.of if argument.at_least else ()
        lists = (("all", argument.all), ("any", argument.any), ("at_least", some), ("unless", argument.unless))
        for key, names in lists:
            for name in names:
                _known(problems, "signal", name, policy.signals, problems.place(argument.span, key, name))
    for only in question.only_counts:
        answers = {argument.id for argument in question.arguments if argument.answer == only.answer}
        for name in only.arguments:
            place = problems.place(only.span, only.answer, name)
            _known(problems, f"argument for `{only.answer}`", name, answers, place)
    rules = [(rule.id, rule.span) for rule in (*question.shifts, *question.only_counts, *question.arguments)]
    _check_unique(rules, f"question `{question.id}`", problems)


def _check_claim(policy: Policy, claim: Claim, problems: Problems) -> None:
    heads = [head.id for head in claim.heads]
    rules: list[tuple[str, Span]] = []
    for head in claim.heads:
        for formula in (head.amount, head.cap, *(rule.amount for rule in head.what)):
            if formula is not None:
                _check_formula(policy, formula, problems)
        for rule in head.what:
            if rule.then is not None and rule.then.within:
                _check_days(
                    policy, rule.then.within, problems.place(rule.then.span, "within", rule.then.within), problems
                )
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
    for measure in claim.measures:
        if measure.lasts is not None:
            _check_days(policy, measure.lasts, problems.place(measure.span, "lasts", measure.lasts), problems)
    rules += [(rule.id, rule.span) for rule in (*claim.gates, *claim.measures, *claim.routes, *claim.guarantees)]
    _check_unique(rules, f"claim `{claim.id}`", problems)


def _check_days(policy: Policy, name: str, span: Span, problems: Problems) -> None:
    """A parameter that says after how many days something ends."""
    if not _known(problems, "parameter", name, policy.parameters, span):
        return
    parameter = policy.parameters[name]
    if parameter.unit in UNITS and parameter.unit not in ("d", "bd"):
        message = f"parameter `{name}` must be measured in `d` or `bd`, not in `{parameter.unit}`"
        problems.error("ARB302", message, span, "name a parameter of days", ("defined here", parameter.span))


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
