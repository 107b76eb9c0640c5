"""ARB242: a question about the whole order that rests on one about its parts. ARB244: a claim that names a part of the
order, though none of its questions is settled part by part. ARB245: an amount of the whole order that would be paid
for each part.
"""

from collections.abc import Iterator

from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.checks.walk import conditions_of_claim, conditions_of_question
from arbiter.policy.conditions import RecordTest, findings_in, leaves, questions_in
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.policy.model import Claim, Head, Policy
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
        for head in claim.heads:
            _check_amounts(policy, head, problems)
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


def _check_amounts(policy: Policy, head: Head, problems: Problems) -> None:
    """What is settled part by part is owed for each part: a sum of the whole order would be paid as often."""
    part = next(_parts_tested(policy, head), None)
    if part is None:
        return
    amounts = {amount.span: amount for amount in (rule.amount or head.amount for rule in head.what)}
    for formula in amounts.values():
        fields = [one for one in parts_of(formula.expression) if isinstance(one, FieldOf)]
        place = next((one.span for one in fields if one.kind == "order"), None)
        if place is not None and not any(one.kind == "item" for one in fields) and formula.span not in problems.spoilt:
            message = f"head `{head.id}` is settled part by part, and would pay `{formula.text}` for each part"
            cure = "settle it in a head whose rules test only what concerns the whole order, or name fields of `item`"
            problems.error("ARB245", message, place, cure, ("this makes it so", part))


def _parts_tested(policy: Policy, head: Head) -> Iterator[Span]:
    """Where the rules of a head test what differs from part to part of the order."""
    for rule in (*head.what, *head.who):
        for leaf in leaves(rule.condition):
            if isinstance(leaf, RecordTest) and leaf.kind == "item":
                yield leaf.span
        for test in findings_in(rule.condition):
            question = policy.questions.get(test.question)
            if question is not None and question.scope != "order":
                yield test.span


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
        for formula in head.formulas:
            parts = parts_of(formula.expression)
            yield from (part.span for part in parts if isinstance(part, FieldOf) and part.kind == "item")
    for condition in conditions_of_claim(claim):
        yield from (leaf.span for leaf in leaves(condition) if isinstance(leaf, RecordTest) and leaf.kind == "item")
