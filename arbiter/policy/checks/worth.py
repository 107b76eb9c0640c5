"""ARB310: an argument worth more than its weakest premise needs premises of two groups in two hands."""

from arbiter.policy.model import Argument, Policy
from arbiter.policy.parse.reader import Problems


def check_worth(policy: Policy, problems: Problems) -> None:
    """Two records of one kind in one hand do not corroborate each other."""
    for question in policy.questions.values():
        for argument in question.arguments:
            if not _can_be_judged(policy, argument, problems):
                continue
            if argument.worth is not None and not _independent(policy, argument):
                problems.error(
                    "ARB310",
                    f"argument `{argument.id}` claims `worth: {argument.worth.word}` without independent premises",
                    problems.place(argument.span, "worth", argument.worth.word),
                    "join signals of at least two groups that are held by at least two parties",
                )


def _can_be_judged(policy: Policy, argument: Argument, problems: Problems) -> bool:
    """Whether the argument and all its premises could be read."""
    if argument.span in problems.spoilt:
        return False
    return all(
        name in policy.signals and policy.signals[name].span not in problems.spoilt for name in argument.premises
    )


def _independent(policy: Policy, argument: Argument) -> bool:
    premises = [policy.signals[name] for name in argument.all if name in policy.signals]
    if argument.worth is None or not premises:
        return False
    if argument.worth <= min(signal.strength for signal in premises):
        return True
    return len({signal.group for signal in premises}) >= 2 and len({signal.held_by for signal in premises}) >= 2
