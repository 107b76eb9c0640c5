"""Which findings nothing turned on, because a gate refused all that they could have led to.

Owns only that: the findings are settled all the same, and what is told of them is for others to say.
"""

from arbiter.engine.ir import Rulebook
from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.conditions import Condition, questions_in
from arbiter.verdict.mattering import Place, place_of
from arbiter.verdict.settle import Outcome


def unneeded(book: Rulebook, outcome: Outcome) -> frozenset[Place]:
    """The findings all that follows from which was refused at a gate, and on which nothing else that follows rests."""
    if not any(head.gate for head in outcome.heads) and not outcome.refused:
        return frozenset()
    tested = _tested(book, outcome)
    tested |= {reason.ref for reason in outcome.route.reasons}
    return frozenset(
        place_of(finding)
        for finding in outcome.findings
        if finding.question not in tested and _refused(outcome, finding.part)
    )


def _refused(outcome: Outcome, part: str | None) -> bool:
    """Whether a gate refused all that is owed for a part, and for the whole; for the whole: all there is."""
    if any(one.part in (None, part) for one in outcome.refused):
        return True
    heads = [head for head in outcome.heads if part is None or head.part in (None, part)]
    return bool(heads) and all(head.gate is not None and head.amount is not None for head in heads)


def _tested(book: Rulebook, outcome: Outcome) -> set[str]:
    """The questions that gates test, and measures, routes and promises that hold; and those that these wait for."""
    rules = book.outcome
    hold = {one.id for one in outcome.guarantees} | {one.id for one in outcome.measures}
    hold |= {one.ref for one in outcome.route.reasons}
    conditions: list[Condition | None] = [rule.condition for _, rule in rules.gates]
    conditions += [rule.condition for _, rule in (*rules.measures, *rules.routes, *rules.guarantees) if rule.id in hold]
    questions = {one.question.id: one.question for one in book.questions}
    found: set[str] = set()
    todo = [name for condition in conditions for name in questions_in(condition)]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += earlier_questions(questions[name])
    return found
