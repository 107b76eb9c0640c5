"""Reading `signals.yaml`: what one record shows, and how strongly."""

from arbiter.policy.conditions import RecordTest
from arbiter.policy.model import STRENGTHS, Signal
from arbiter.policy.parse.conditions import read_condition
from arbiter.policy.parse.reader import Keys, Scope, check_name
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar


def read_signals(scope: Scope, node: Node) -> dict[str, Signal]:
    """Every signal of a file, by name."""
    if not isinstance(node, MappingNode):
        scope.problems.error("ARB201", "signals must be a map", node.span, "write `name: {if: …, strength: …}`")
        return {}
    signals = (_read_signal(scope, name, value) for name, value in node.entries)
    return {signal.id: signal for signal in signals if signal is not None}


def _read_signal(scope: Scope, name: Scalar, node: Node) -> Signal | None:
    check_name(scope.problems, name, "snake", "a signal")
    keys = Keys(scope, node, f"signal `{name.text}`")
    test = read_condition(scope, keys.need("if"))
    strength = keys.choice("strength", tuple(STRENGTHS)[1:])
    held_by, group = keys.party("held_by"), keys.name("group", "snake")
    private = keys.text("private", "") or None
    keys.close()
    if not isinstance(test, RecordTest) or test.every:
        scope.problems.error(
            "ARB223",
            f"signal `{name.text}` must test fields of one record of one kind",
            keys.span,
            "split it, and join the parts with `all` in an argument",
        )
        return None
    return Signal(name.text, test, STRENGTHS[strength], held_by, group, private, name.span)
