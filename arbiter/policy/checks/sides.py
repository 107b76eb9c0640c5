"""ARB330: a signal that argues for both sides of a question. Evidence points one way, or it is no evidence."""

from arbiter.policy.model import Argument, Policy, Question
from arbiter.policy.parse.reader import Problems
from evidence import Span


def check_sides(policy: Policy, problems: Problems) -> None:
    """No signal carries arguments for two answers of a question, or carries and defeats the same argument.

    A signal may defeat an argument for one answer and carry one for another: that is one side still.
    """
    for question in policy.questions.values():
        if question.span not in problems.spoilt:
            _check_answers(question, problems)
            for argument in question.arguments:
                _check_argument(argument, problems)


def _check_answers(question: Question, problems: Problems) -> None:
    first: dict[str, Argument] = {}
    told: set[str] = set()
    for argument in question.arguments:
        for name in dict.fromkeys(argument.premises):
            known = first.setdefault(name, argument)
            if known.answer != argument.answer and name not in told:
                told.add(name)
                message = (
                    f"signal `{name}` argues for `{known.answer}` and for `{argument.answer}` "
                    f"of question `{question.id}`"
                )
                place = _place(problems, argument, name)
                related = (f"for `{known.answer}` here", _place(problems, known, name))
                problems.error("ARB330", message, place, "let it argue for one answer, or split the signal", related)


def _check_argument(argument: Argument, problems: Problems) -> None:
    for name in argument.unless:
        if name in argument.premises:
            message = f"signal `{name}` carries and defeats argument `{argument.id}`"
            related = ("it carries it here", _place(problems, argument, name))
            place = problems.place(argument.span, "unless", name)
            problems.error("ARB330", message, place, "take it out of one of the two lists", related)


def _place(problems: Problems, argument: Argument, name: str) -> Span:
    """Where an argument names a premise."""
    for key in ("all", "any", "at_least"):
        place = problems.place(argument.span, key, name)
        if place != argument.span:
            return place
    return argument.span
