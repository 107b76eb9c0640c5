"""ARB242: a question about the whole order that rests on one about its parts. ARB244: a claim that names a part of the
order, though none of its questions is settled part by part.
"""

from collections.abc import Iterator

from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.checks.walk import conditions_of_claim, conditions_of_question
from arbiter.policy.conditions import RecordTest, findings_in, leaves, questions_in
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.policy.model import Claim, Policy
from arbiter.policy.parse.reader import Problems
from evidence import Span


def check_scopes(policy: Policy, problems: Problems) -> None:
    """What concerns the whole order is settled before its parts are, so it cannot test what they come to; and without a
    question that is settled part by part there are no parts.
    """
    for claim in policy.claims.values():
        scopes = {policy.questions[name].scope for name in _needed(policy, claim) if name in policy.questions}
        place = next(_parts_named(claim), None)
        if scopes <= {"order"} and place is not None and not problems.unread & {"question"}:
            message = f"claim `{claim.id}` names a part of the order, but settles nothing part by part"
            cure = "give one of its questions the key `scope: item` or `scope: unit`"
            problems.error("ARB244", message, place, cure)
    for question in policy.questions.values():
        if question.scope != "order" or question.span in problems.spoilt:
            continue
        tests = (test for condition in conditions_of_question(question) for test in findings_in(condition))
        for test in tests:
            tested = policy.questions.get(test.question)
            if tested is not None and tested.scope != "order":
                message = (
                    f"question `{question.id}` is about the whole order, but tests `{tested.id}`, "
                    f"which is settled for each {tested.scope}"
                )
                cure = f"give `{question.id}` the key `scope: {tested.scope}`, or test a question about the order"
                problems.error("ARB242", message, test.span, cure, ("settled part by part", tested.span))
                break


def _needed(policy: Policy, claim: Claim) -> set[str]:
    """The questions that a claim's rules test, directly or through others."""
    found: set[str] = set()
    left = [name for condition in conditions_of_claim(claim) for name in questions_in(condition)]
    while left:
        name = left.pop()
        if name not in found and name in policy.questions:
            found.add(name)
            left += earlier_questions(policy.questions[name])
    return found


def _parts_named(claim: Claim) -> Iterator[Span]:
    """Where a claim's amounts and conditions name a field of a part."""
    for head in claim.heads:
        for formula in (head.amount, head.cap, *(rule.amount for rule in head.what)):
            parts = parts_of(formula.expression) if formula is not None else ()
            yield from (part.span for part in parts if isinstance(part, FieldOf) and part.kind == "item")
    for condition in conditions_of_claim(claim):
        yield from (leaf.span for leaf in leaves(condition) if isinstance(leaf, RecordTest) and leaf.kind == "item")
