"""A formula of an amount with its numbers, as a reader would write it: 80.00 EUR × 30 %."""

from collections.abc import Iterator, Sequence

from arbiter.policy.formulas import Called, Combined, Expression
from arbiter.report.letter import Argument, Sentence

_SIGNS = {"+": "formula-plus", "-": "formula-minus", "*": "formula-times", "/": "formula-over"}
_TIGHT = ("*", "/")


def formula_sentence(expression: Expression, values: Sequence[Argument], node: tuple[str, ...]) -> Sentence:
    """The formula with `values` in place of its operands, which are in the order written."""
    return _said(expression, iter(values), node)


def _said(expression: Expression, values: Iterator[Argument], node: tuple[str, ...]) -> Sentence:
    match expression:
        case Combined(op, left, right):
            first = _within(op, left, _said(left, values, node), right=False)
            second = _within(op, right, _said(right, values, node), right=True)
            return Sentence(_SIGNS[op], {"left": first, "right": second}, node)
        case Called(name, arguments, _):
            said = [_said(argument, values, node) for argument in arguments]
            whole = said[0]
            for one in said[1:]:
                whole = Sentence("formula-list", {"left": whole, "right": one}, node)
            return Sentence("formula-" + name.replace("_", "-"), {"values": whole}, node)
    return Sentence("formula-value", {"value": next(values)}, node)


def _within(op: str, part: Expression, said: Sentence, *, right: bool) -> Sentence:
    """A part in brackets where arithmetic would read it otherwise without them."""
    if not isinstance(part, Combined):
        return said
    loose = part.op not in _TIGHT
    needed = (op in _TIGHT and loose) or (right and (op == "/" or (op == "-" and loose)))
    return Sentence("formula-brackets", {"inner": said}, said.nodes) if needed else said
