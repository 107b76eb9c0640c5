"""What nearly applied and what would have changed a decision, in words for a terminal."""

from collections.abc import Iterator

from rich.text import Text

from arbiter.cli import words
from arbiter.cli.consoles import line
from arbiter.cli.outline import Node
from arbiter.cli.words import Noun
from arbiter.explain import Explanation
from arbiter.explain.model import Change, Counterfactual


def changes(explanation: Explanation, noun: Noun) -> Iterator[tuple[Text, list[Node]]]:
    """The near misses and the counterfactuals, each under its title."""
    misses = [
        Node(line(f"{_change(miss.change, noun)}: {_result(miss.result, noun)}")) for miss in explanation.near_misses
    ]
    yield line(("nearly applied", "bold")), misses or [Node(line(("nothing", "dim")))]
    found = [
        Node(line(f"{' and '.join(_change(one, noun) for one in each.changes)}: {_result(each, noun)}"))
        for each in explanation.counterfactuals
    ]
    tried = f"  {explanation.tried} changed cases decided" + (", not all there are" if explanation.bounded else "")
    yield line(("would have changed it", "bold"), (tried, "dim")), found or [Node(line(("nothing small", "dim")))]


def _change(change: Change, noun: Noun) -> str:
    party, kind = noun(change.party), words.kind(change.kind)
    match change.action:
        case "add":
            still = ", which can still be sent" if change.can_still_send else ""
            return f"with {words.a_kind(change.kind)} of the {party} that shows `{change.signal}`{still}"
        case "remove":
            return f"without {change.record} ({kind} of the {party})"
        case "alter":
            return f"had {change.field} of {change.record} been {change.required} instead of {change.observed}"


def _result(result: Counterfactual, noun: Noun) -> str:
    paid = [f"{noun(one.payer)} pays {one.amount} to {noun(one.payee)}" for one in result.transfers]
    done = [f"{words.kind(one.measure)} for the {noun(one.to)}" for one in result.measures]
    return f"{'; '.join([*paid, *done]) or 'nobody pays anything'}, {result.status}"
