"""ARB318: the same thing weighs differently by who says it. ARB319: a machine's or a party's reading weighs too much.

Both are about what reaches the case through somebody's words. Statements are at most slight (ARB315), so two of them
never differ: what is told there is not told again here.
"""

from arbiter.policy.conditions import Between, Compare, FieldCheck, FieldTest, IsKnown, OneOf, Operand, ParameterRef
from arbiter.policy.dated import Strength
from arbiter.policy.model import Policy, Signal
from arbiter.policy.parse.reader import Problems

SPOKEN = frozenset({"statement", "reading", "message", "photo", "document"})
"""The kinds of record by which people say or show something."""
_SENDERS = frozenset({"from", "submitted_by", "of_submitted_by"})
_SPEAKERS = _SENDERS | {"by"}
_UNSURE = frozenset({"detector", "party"})


def check_strengths(policy: Policy, problems: Problems) -> None:
    """Mirror statements weigh the same; what nobody has confirmed is at most slight."""
    signals = [signal for signal in policy.signals.values() if signal.span not in problems.spoilt]
    told = {signal.id for signal in signals if _check_unconfirmed(signal, problems)}
    told |= {one.id for one in signals if one.test.kind == "statement" and one.strength > Strength.SLIGHT}
    first: dict[object, Signal] = {}
    for other in signals:
        if other.id in told or other.test.kind not in SPOKEN or _speaks_for_platform(other):
            continue
        said = _said(other)
        one = first.setdefault((other.test.kind, said), other) if said else other
        if one.strength != other.strength:
            message = (
                f"signals `{one.id}` and `{other.id}` test the same `{one.test.kind}`, "
                f"but weigh `{one.strength.word}` and `{other.strength.word}`"
            )
            related = (f"`{one.strength.word}` here", one.span)
            problems.error("ARB318", message, other.span, "give both the same `strength`, whoever says it", related)


def _check_unconfirmed(signal: Signal, problems: Problems) -> bool:
    """Tell what weighs too much for a reading that no person has confirmed; whether anything was told."""
    if signal.strength <= Strength.SLIGHT:
        return False
    if signal.test.kind == "message" and any(test.field == "means" for test in signal.test.tests):
        message = f"signal `{signal.id}` lets what a machine reads in a message weigh `{signal.strength.word}`"
    elif signal.test.kind == "reading" and (reader := _unsure_reader(signal.test.tests)):
        message = f"signal `{signal.id}` lets a reading by a {reader} weigh `{signal.strength.word}`"
    else:
        return False
    problems.error("ARB319", message, signal.span, "write `strength: slight`, until a person confirms it")
    return True


def _unsure_reader(tests: tuple[FieldTest, ...]) -> str | None:
    """Who reads, if a signal takes no other readings than those of a party or of a machine that nobody confirmed."""
    readers = {word for one in tests if one.field == "by" for word in _words(one.check)}
    if not readers or not readers <= _UNSURE:
        return None
    confirmed = any(one.field == "confirmed_by" and one.check != IsKnown(False) for one in tests)
    return None if confirmed and readers == {"detector"} else " or a ".join(sorted(readers))


def _words(check: FieldCheck) -> tuple[str, ...]:
    return check.values if isinstance(check, OneOf) and not check.negated else ()


def _speaks_for_platform(signal: Signal) -> bool:
    """Whether the platform says it: its own word mirrors no party's."""
    return any(test.field in _SENDERS and "platform" in _words(test.check) for test in signal.test.tests)


def _said(signal: Signal) -> frozenset[tuple[str, object]]:
    """What is tested apart from who says it, in a form in which places do not count."""
    return frozenset((test.field, _plain(test.check)) for test in signal.test.tests if test.field not in _SPEAKERS)


def _plain(check: FieldCheck) -> object:
    match check:
        case OneOf(values, negated):
            return frozenset(values), negated
        case Compare(op, operand):
            return op, _plain_operand(operand)
        case Between(low, high):
            return _plain_operand(low), _plain_operand(high)
    return check


def _plain_operand(operand: Operand) -> object:
    return operand.id if isinstance(operand, ParameterRef) else getattr(operand, "field", operand)
