"""ARB305: questions that wait for each other. ARB306: rules that override each other."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from arbiter.policy.conditions import questions_in
from arbiter.policy.model import Policy, Question
from arbiter.policy.parse.reader import Problems


def earlier_questions(question: Question) -> tuple[str, ...]:
    """The questions that must be settled before this one."""
    conditions = [
        *(shift.condition for shift in question.shifts),
        *(only.condition for only in question.only_counts),
        *(argument.condition for argument in question.arguments),
    ]
    return tuple(dict.fromkeys(name for condition in conditions for name in questions_in(condition)))


def check_cycles(policy: Policy, problems: Problems) -> None:
    """No question depends on itself, however indirectly, and no rule overrides itself."""
    cycle = _cycle({name: earlier_questions(question) for name, question in policy.questions.items()})
    if cycle:
        spans = [(f"`{name}` waits for another", policy.questions[name].span) for name in cycle[1:-1]]
        problems.error(
            "ARB305",
            "questions wait for each other: " + " → ".join(f"`{name}`" for name in cycle),
            policy.questions[cycle[0]].span,
            "a question may test only questions that are settled before it",
            *spans,
        )
    for claim in policy.claims.values():
        for head in claim.heads:
            for rules in (head.what, head.who):
                over = _cycle({rule.id: rule.over for rule in rules})
                if over:
                    span = next(rule.span for rule in rules if rule.id == over[0])
                    chain = " → ".join(f"`{name}`" for name in over)
                    problems.error("ARB306", f"rules override each other: {chain}", span, "take one `over` out")


def _cycle(graph: Mapping[str, Sequence[str]]) -> list[str]:
    known = {name: [other for other in others if other in graph] for name, others in graph.items()}
    try:
        TopologicalSorter(known).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []
