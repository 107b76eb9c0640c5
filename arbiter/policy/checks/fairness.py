"""ARB314: an amount that would pay twice, or not in full. ARB315: a word that could carry alone. ARB316: a standard
that is none.
"""

from fractions import Fraction
from itertools import product

from arbiter.policy.dated import Strength
from arbiter.policy.formulas import (
    ALREADY,
    AlreadyMadeGood,
    Called,
    Combined,
    Expression,
    Fixed,
    Formula,
    parts_of,
)
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems

# A formula of which there is more to be said than this is too intricate to be told what it deducts.
MAX_COUNTS = 64


def check_fairness(policy: Policy, problems: Problems) -> None:
    """What was made good already is deducted, one's word is at most slight, and a standard of proof is one."""
    for claim in policy.claims.values():
        for head in claim.heads:
            for formula in (head.amount, *(rule.amount for rule in head.what if rule.amount is not None)):
                # One that is no amount of money at all is told already.
                if formula.span not in problems.spoilt and formula.text:
                    _check_deduction(formula, problems)
    for signal in policy.signals.values():
        if signal.test.kind == "statement" and signal.strength > Strength.SLIGHT:
            message = f"signal `{signal.id}` lets a bare word weigh `{signal.strength.word}`"
            problems.error("ARB315", message, signal.span, "write `strength: slight`: a word alone never carries")
    for name, least in (("ordinary_at_least", int(Strength.MODERATE)), ("ordinary_lead", 1), ("clear_at_least", 3)):
        for value in policy.parameters[name].values if name in policy.parameters else ():
            if isinstance(value.value, int) and value.value < least:
                message = f"parameter `{name}` asks for less than proof"
                problems.error("ARB316", message, value.span, "an answer needs evidence that is moderate and ahead")


def _check_deduction(formula: Formula, problems: Problems) -> None:
    """An amount falls by just what was made good already, whatever its operands are; nothing needs no deduction."""
    counts = _counted(formula.expression)
    if _is_nothing(formula.expression) or counts == {-1}:
        return
    if not any(isinstance(part, AlreadyMadeGood) for part in parts_of(formula.expression)):
        message = f"amount `{formula.text}` pays again what is already made good"
        problems.error("ARB314", message, formula.span, f"write `{formula.text} - {ALREADY}`")
    else:
        message = f"amount `{formula.text}` does not always deduct just once what is already made good"
        cure = f"take `{ALREADY}` once off the whole: `… - {ALREADY}`"
        problems.error("ARB314", message, formula.span, cure)


def _counted(expression: Expression) -> set[Fraction | None]:
    """How many times over what was made good already can be in a result; None where that cannot be told."""
    match expression:
        case AlreadyMadeGood():
            return {Fraction(1)}
        case Combined("+" | "-" as op, left, right):
            sign = 1 if op == "+" else -1
            pairs = product(_counted(left), _counted(right))
            sums = {None if one is None or other is None else one + sign * other for one, other in pairs}
            return sums if len(sums) <= MAX_COUNTS else {None}
        case Combined(op, left, right):
            return _scaled(op, left, right)
        case Called("min" | "max", arguments, _):
            # No less than nothing, and nothing at all, pays nobody anything.
            return {count for one in arguments if not _is_nothing(one) for count in _counted(one)} or {Fraction(0)}
    return {Fraction(0)}


def _scaled(op: str, left: Expression, right: Expression) -> set[Fraction | None]:
    """The same of a product or a quotient: certain only where it is scaled by a number that is written out."""
    counts, others = _counted(left), _counted(right)
    if counts == others == {0}:
        return {Fraction(0)}
    if op == "*" and counts == {0}:
        left, right, counts, others = right, left, others, counts
    if others != {0} or not isinstance(right, Fixed) or not isinstance(right.value, int | Fraction) or not right.value:
        return {None}
    factor = Fraction(right.value) if op == "*" else 1 / Fraction(right.value)
    return {None if count is None else count * factor for count in counts}


def _is_nothing(expression: Expression) -> bool:
    return isinstance(expression, Fixed) and expression.value == 0
