"""ARB242: a question about the whole order that rests on one about its parts."""

from arbiter.policy.checks.walk import conditions_of_question
from arbiter.policy.conditions import findings_in
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems


def check_scopes(policy: Policy, problems: Problems) -> None:
    """What concerns the whole order is settled before its parts are, so it cannot test what they come to."""
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
