"""Reading `signals.yaml`: what one record shows, and how strongly."""

from arbiter.policy.conditions import RecordTest
from arbiter.policy.dated import STRENGTHS
from arbiter.policy.model import Signal
from arbiter.policy.parse.conditions import read_condition
from arbiter.policy.parse.reader import Keys, Scope, check_name
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar


def read_signals(scope: Scope, node: Node) -> dict[str, Signal]:
    """Every signal of a file, by name."""
    if not isinstance(node, MappingNode):
        scope.problems.unread.add("signal")
        scope.problems.error("ARB201", "signals must be a map", node.span, "write `name: {if: …, strength: …}`")
        return {}
    return {name.text: _read_signal(scope, name, value) for name, value in node.entries}


def _read_signal(scope: Scope, name: Scalar, node: Node) -> Signal:
    check_name(scope.problems, name, "snake", "a signal")
    keys = Keys(scope, node, f"signal `{name.text}`")
    keys.span = name.span
    place = keys.need("if")
    test = read_condition(scope, place)
    readable = keys.sound
    strength = keys.choice("strength", tuple(STRENGTHS)[1:])
    held_by, group = keys.party("held_by"), keys.name("group", "snake")
    private = keys.text("private", "") or None
    if readable and (not isinstance(test, RecordTest) or test.every):
        scope.problems.error(
            "ARB223",
            f"signal `{name.text}` must test fields of one record of one kind",
            place.span if place else keys.span,
            "split it, and join the parts with `all` in an argument",
        )
    keys.close()
    kept = test if isinstance(test, RecordTest) else RecordTest("", (), False, name.span)
    return Signal(name.text, kept, STRENGTHS[strength], held_by, group, private, name.span)
