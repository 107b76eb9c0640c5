"""Reading `questions/*.yaml`: who raises a question, who must show what, and what speaks for each answer."""

from arbiter.policy.model import (
    ANSWERS,
    DESKS,
    STRENGTHS,
    Answer,
    Argument,
    Burden,
    OnlyCounts,
    Question,
    Raised,
    Shift,
)
from arbiter.policy.parse import hints
from arbiter.policy.parse.conditions import read_condition
from arbiter.policy.parse.reader import Keys, Scope, key_place
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar


def read_question(scope: Scope, node: Node) -> Question:
    """One question."""
    keys = Keys(scope, node, "a question")
    name = keys.name("question", "snake")
    keys.what = f"question `{name}`"
    keys.span = key_place(node, "question") or keys.span
    question = Question(
        id=name,
        clause=keys.text("clause"),
        desk=keys.choice("desk", DESKS, DESKS[0]),
        standard="clear" if keys.choice("standard", ("ordinary", "clear"), "ordinary") == "clear" else "ordinary",
        raised=_read_raised(scope, keys),
        burden=_read_burden(scope, keys),
        shifts=tuple(_read_shift(scope, item) for item in keys.items("shift")),
        only_counts=tuple(_read_only(scope, item) for item in keys.items("only_counts")),
        arguments=tuple(_read_argument(scope, item, answer) for answer in ANSWERS for item in keys.items(answer)),
        span=keys.span,
    )
    keys.close()
    return question


def _read_raised(scope: Scope, keys: Keys) -> Raised:
    node = keys.need("raised")
    if node is None:
        return Raised("", (), keys.span)
    inner = Keys(scope, node, f"`raised` of {keys.what}")
    raised = Raised(inner.party("raised_by"), _names(inner, "any"), inner.span)
    if not raised.any and inner.sound:
        scope.problems.error("ARB304", f"{keys.what} can never be raised", inner.span, "add `any: [signal]`")
    inner.close()
    return raised


def _read_burden(scope: Scope, keys: Keys) -> Burden:
    node = keys.need("must_show")
    if isinstance(node, MappingNode) and len(node.entries) == 1:
        party, answer = node.entries[0]
        if isinstance(answer, Scalar) and answer.text in ANSWERS:
            return Burden(scope.party(party) or "", _answer(answer.text))
    if node is not None:
        scope.problems.error(
            "ARB224",
            f"`must_show` of {keys.what} must name one party and one answer",
            node.span,
            hints.burden_cure(node),
        )
    return Burden("", "no")


def _answer(text: str) -> Answer:
    return "yes" if text == "yes" else "no"


def _read_shift(scope: Scope, node: Node) -> Shift:
    keys = Keys(scope, node, "a shift")
    shift = Shift(
        keys.rule_id(),
        read_condition(scope, keys.need("if")),
        _read_burden(scope, keys),
        keys.text("clause"),
        keys.span,
    )
    keys.close()
    return shift


def _read_only(scope: Scope, node: Node) -> OnlyCounts:
    keys = Keys(scope, node, "an `only_counts` rule")
    name = keys.rule_id()
    condition = read_condition(scope, keys.need("if"))
    answers = [answer for answer in ANSWERS if keys.get(answer)]
    if len(answers) != 1 and keys.node is not None:
        message = f"{keys.what} needs exactly one answer"
        scope.problems.error("ARB225", message, keys.span, "like `yes: [hand-signed]`")
    answer = answers[0] if answers else "yes"
    only = OnlyCounts(name, condition, answer, _names(keys, answer), keys.text("clause"), keys.span)
    keys.close()
    return only


def _read_argument(scope: Scope, node: Node, answer: Answer) -> Argument:
    keys = Keys(scope, node, "an argument")
    name = keys.rule_id()
    worth = keys.choice("worth", tuple(STRENGTHS)[1:], "")
    condition = keys.get("if")
    argument = Argument(
        id=name,
        answer=answer,
        all=_names(keys, "all"),
        any=_names(keys, "any"),
        unless=_names(keys, "unless"),
        worth=STRENGTHS[worth] if worth else None,
        condition=read_condition(scope, condition) if condition else None,
        span=keys.span,
    )
    if not argument.all and not argument.any and keys.sound:
        scope.problems.error("ARB226", f"argument `{name}` rests on no signal", keys.span, "add `all: [signal]`")
    keys.close()
    return argument


def _names(keys: Keys, key: str) -> tuple[str, ...]:
    return tuple(scalar.text for scalar in keys.words(key))
