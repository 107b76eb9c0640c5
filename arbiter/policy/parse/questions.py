"""Reading `questions/*.yaml`: who raises a question, who must show what, and what speaks for each answer."""

from collections.abc import Sequence

from arbiter.policy.dated import STRENGTHS
from arbiter.policy.model import (
    ANSWERS,
    DESKS,
    SCOPES,
    UNCLEAR,
    Argument,
    AtLeast,
    Burden,
    OnlyCounts,
    Question,
    Raised,
    Shift,
)
from arbiter.policy.model import Scope as ScopeOf
from arbiter.policy.parse import hints
from arbiter.policy.parse.conditions import EITHER, read_condition
from arbiter.policy.parse.reader import Keys, Scope, check_name, key_place
from evidence import Span
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar
from evidence.source import Sequence as SequenceNode


def read_question(scope: Scope, node: Node) -> Question:
    """One question."""
    keys = Keys(scope, node, "a question")
    name = keys.name("question", "snake")
    keys.what = f"question `{name}`"
    if name == EITHER:
        message = f"a question cannot be called `{EITHER}`, which lists alternatives in a condition"
        scope.problems.error("ARB207", message, keys.span, "choose another name")
    keys.span = key_place(node, "question") or keys.span
    listed = _listed_answers(scope, keys)
    answers = tuple(listed) or ANSWERS
    lists = listed or {answer: keys.items(answer) for answer in ANSWERS}
    before = len(scope.problems.found)
    burden = _read_burden(scope, keys, answers)
    # Whether arguments rest on signals or on what is on record is not known where the burden could not be read.
    on_record = not burden.party if len(scope.problems.found) == before else None
    question = Question(
        id=name,
        clause=keys.text("clause"),
        desk=keys.choice("desk", DESKS, DESKS[0]),
        standard="clear" if keys.choice("standard", ("ordinary", "clear"), "ordinary") == "clear" else "ordinary",
        raised=_read_raised(scope, keys, needed=bool(burden.party) or not keys.sound),
        burden=burden,
        shifts=tuple(_read_shift(scope, item, answers) for item in keys.items("shift")),
        only_counts=tuple(_read_only(scope, item, answers) for item in keys.items("only_counts")),
        arguments=tuple(
            _read_argument(scope, item, answer, on_record) for answer, items in lists.items() for item in items
        ),
        span=keys.span,
        answers=answers,
        scope=_scope(keys.choice("scope", SCOPES, "order")),
    )
    if question.on_record and (question.shifts or question.only_counts) and keys.sound:
        message = f"{keys.what} has a burden to move, but `otherwise` puts it on nobody"
        scope.problems.error("ARB234", message, keys.span, "take `shift` and `only_counts` out, or write `must_show`")
    keys.close()
    return question


def _scope(text: str) -> ScopeOf:
    scopes: dict[str, ScopeOf] = {scope: scope for scope in SCOPES}
    return scopes[text]


def _listed_answers(scope: Scope, keys: Keys) -> dict[str, tuple[Node, ...]]:
    """The arguments for each answer of a question that has answers of its own."""
    found: dict[str, tuple[Node, ...]] = {}
    for answer, node in keys.entries("answers"):
        check_name(scope.problems, answer, "snake", f"an answer of {keys.what}")
        if answer.text in (*ANSWERS, UNCLEAR, "shown", "not"):
            message = f"`{answer.text}` cannot be an answer of its own"
            cure = "`yes` and `no` need no `answers`" if answer.text in ANSWERS else "choose another word"
            scope.problems.error("ARB235", message, answer.span, cure)
        if not isinstance(node, SequenceNode):
            message = f"the arguments for `{answer.text}` must be a list"
            scope.problems.error("ARB204", message, node.span, f"write `{answer.text}: [{{…}}]`")
        found[answer.text] = node.items if isinstance(node, SequenceNode) else ()
    if keys.get("answers") is not None and len(found) < 2 and keys.sound:
        message = f"{keys.what} has fewer than two answers"
        scope.problems.error("ARB235", message, keys.span, "list at least two, or leave `answers` out for yes and no")
    return found


def _read_raised(scope: Scope, keys: Keys, needed: bool) -> Raised | None:
    """Who raises a question; one whose facts are on record need not be raised."""
    node = keys.need("raised") if needed else keys.get("raised")
    if node is None:
        return Raised("", (), keys.span) if needed else None
    inner = Keys(scope, node, f"`raised` of {keys.what}")
    raised = Raised(inner.party("raised_by"), _names(inner, "any"), inner.span)
    if not raised.any and inner.sound:
        scope.problems.error("ARB304", f"{keys.what} can never be raised", inner.span, "add `any: [signal]`")
    inner.close()
    return raised


def _read_burden(scope: Scope, keys: Keys, answers: Sequence[str]) -> Burden:
    """Who must show what: `must_show`, or `unclear` for answers of its own, or `otherwise` for facts on record."""
    own = tuple(answers) != ANSWERS
    allowed = ("unclear", "otherwise") if own else ("must_show", "otherwise")
    written = [key for key in ("must_show", "unclear", "otherwise") if keys.get(key) is not None]
    if len(written) > 1 or (written and written[0] not in allowed):
        wanted = " or ".join(f"`{key}`" for key in allowed)
        message = f"{keys.what} says who must show what in `{written[-1]}`"
        scope.problems.error("ARB234", message, _place(keys, written[-1]), f"write one of {wanted}, and only one")
        return Burden("", "", answers[0])
    if not written:
        keys.need(allowed[0])
        return Burden("buyer", answers[0], answers[-1])
    return _BURDENS[written[0]](scope, keys, answers)


def _place(keys: Keys, key: str) -> Span:
    node = keys.get(key)
    return node.span if node else keys.span


def _must_show(scope: Scope, keys: Keys, answers: Sequence[str]) -> Burden:
    node = keys.get("must_show")
    if isinstance(node, MappingNode) and len(node.entries) == 1:
        party, answer = node.entries[0]
        if isinstance(answer, Scalar) and answer.text in ANSWERS:
            return Burden(scope.party(party) or "buyer", answer.text, "no" if answer.text == "yes" else "yes")
    if node is not None:
        scope.problems.error(
            "ARB224",
            f"`must_show` of {keys.what} must name one party and one answer",
            node.span,
            hints.burden_cure(node),
        )
    return Burden("buyer", "no", "yes")


def _unclear(scope: Scope, keys: Keys, answers: Sequence[str]) -> Burden:
    return Burden(keys.party("unclear") or "buyer", "", UNCLEAR)


def _otherwise(scope: Scope, keys: Keys, answers: Sequence[str]) -> Burden:
    answer = keys.name("otherwise", "snake")
    if tuple(answers) == ANSWERS and answer not in ANSWERS:
        message = f"`otherwise` of {keys.what} is `{answer}`"
        scope.problems.error("ARB213", message, _place(keys, "otherwise"), "one of `yes`, `no`")
        answer = "no"
    return Burden("", "", answer)


_BURDENS = {"must_show": _must_show, "unclear": _unclear, "otherwise": _otherwise}


def _read_shift(scope: Scope, node: Node, answers: Sequence[str]) -> Shift:
    keys = Keys(scope, node, "a shift")
    shift = Shift(
        keys.rule_id(),
        read_condition(scope, keys.need("if")),
        _shifted(scope, keys, answers),
        keys.text("clause"),
        keys.span,
    )
    keys.close()
    return shift


def _shifted(scope: Scope, keys: Keys, answers: Sequence[str]) -> Burden:
    key = "must_show" if tuple(answers) == ANSWERS else "unclear"
    if keys.need(key) is None:
        return Burden("buyer", answers[0], answers[-1])
    return _BURDENS[key](scope, keys, answers)


def _read_only(scope: Scope, node: Node, listed: Sequence[str]) -> OnlyCounts:
    keys = Keys(scope, node, "an `only_counts` rule")
    name = keys.rule_id()
    condition = read_condition(scope, keys.need("if"))
    answers = [answer for answer in listed if keys.get(answer)]
    if len(answers) != 1 and keys.node is not None:
        message = f"{keys.what} needs exactly one answer"
        scope.problems.error("ARB225", message, keys.span, f"like `{listed[0]}: [hand-signed]`")
    answer = answers[0] if answers else listed[0]
    only = OnlyCounts(name, condition, answer, _names(keys, answer), keys.text("clause"), keys.span)
    keys.close()
    return only


def _read_argument(scope: Scope, node: Node, answer: str, on_record: bool | None) -> Argument:
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
        at_least=_read_at_least(scope, keys),
        clause=keys.text("clause", ""),
    )
    if on_record and keys.sound and (argument.premises or argument.unless or condition is None):
        message = f"argument `{name}` must rest on what is on record"
        cure = "write `if: {…}` alone: with `otherwise`, nobody weighs signals"
        scope.problems.error("ARB226", message, keys.span, cure)
    elif on_record is False and not argument.premises and keys.sound:
        scope.problems.error("ARB226", f"argument `{name}` rests on no signal", keys.span, "add `all: [signal]`")
    keys.close()
    return argument


def _read_at_least(scope: Scope, keys: Keys) -> AtLeast | None:
    node = keys.get("at_least")
    if node is None:
        return None
    inner = Keys(scope, node, f"`at_least` of {keys.what}")
    count, of = inner.text("k"), _names(inner, "of")
    inner.need("of")
    for name in of:  # so that a name that nothing defines is told where it stands
        place = scope.problems.place(inner.span, "of", name)
        scope.problems.stands(keys.span, "at_least", Scalar(name, False, place))
    if inner.sound and not (count.isdecimal() and count.isascii() and 1 <= int(count[:9]) <= len(set(of))):
        message = f"`at_least` asks for `{count}` of {len(set(of))} signals"
        scope.problems.error("ARB236", message, inner.span, "write `{k: 2, of: [one, another, a_third]}`")
    elif inner.sound and len(set(of)) != len(of):
        message = f"a signal stands twice in {inner.what}"
        scope.problems.error("ARB236", message, inner.span, "list each once")
    inner.close()
    sound = count.isdecimal() and count.isascii() and len(count) < 9
    return AtLeast(int(count) if sound else 1, of)


def _names(keys: Keys, key: str) -> tuple[str, ...]:
    return tuple(scalar.text for scalar in keys.words(key))
