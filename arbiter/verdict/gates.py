"""First gates: what must hold before anything is owed, for the whole order or for one part of it.

A gate that is shut for a part shuts what is owed for that part. What is owed for the whole order is shut only where the
gate is shut for all of it; if it is shut for some parts and not for others, a person decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from arbiter.engine.ir import Rulebook
from arbiter.policy.model import Gate
from arbiter.verdict.model import Reason, Refusal

if TYPE_CHECKING:
    from arbiter.verdict.settle import View


def gates_shut(book: Rulebook, views: Sequence["View"]) -> Mapping[str | None, Gate | None]:
    """The gate that keeps heads from being asked, for the whole order (None) and for each part of it.

    None where no gate does: an unknown one is not shut but asked for.
    """
    whole, *parts = views
    of_all = next(_shut(book, whole), None)
    own = {view.part: next(_shut(book, view), None) for view in parts}
    return {part: of_all or gate for part, gate in own.items()} | {None: of_all or _for_the_whole(own)}


def refusals(book: Rulebook, views: Sequence["View"]) -> tuple[Refusal, ...]:
    """The gates that refuse what follows from a claim without heads, which would say so themselves."""
    if book.outcome.heads:
        return ()
    refusing = {
        part: Refusal(gate.id, part)
        for part, gate in gates_shut(book, views).items()
        if gate is not None and gate.otherwise == "refuse"
    }
    return (refusing[None],) if None in refusing else tuple(refusing.values())


def gate_reasons(book: Rulebook, views: Sequence["View"]) -> Iterator[Reason]:
    """Why gates send a case to a person: one is unknown, one says so, or one is shut for a part of what is owed."""
    for view in views:
        shut = list(_shut(book, view))
        for index, gate in book.outcome.gates:
            if view.decides(book, index) and index in view.outcome_matches.open:
                yield Reason("human", "unknown", gate.id, gate.desk)
            elif gate in shut and gate.otherwise != "refuse":
                yield Reason(gate.otherwise, "gate", gate.id, gate.desk)
    of_whole = gates_shut(book, views)[None]
    if of_whole is not None and of_whole.otherwise == "human" and any(head.part is None for head in views[0].heads):
        yield Reason("human", "gate", of_whole.id, of_whole.desk)


def _shut(book: Rulebook, view: "View") -> Iterator[Gate]:
    """The gates that are decided in a view and do not hold."""
    for index, gate in book.outcome.gates:
        matches = view.outcome_matches
        if view.decides(book, index) and index not in matches.open and index not in matches.met:
            yield gate


def _for_the_whole(own: Mapping[str | None, Gate | None]) -> Gate | None:
    """What the gates of the parts are for what is owed for the whole: the strictest, if every part is shut.

    If only some are, what is owed for the rest of it is not ours to say.
    """
    shut = [gate for gate in own.values() if gate is not None]
    if not shut:
        return None
    if len(shut) < len(own):
        return replace(shut[0], otherwise="human")
    return max(shut, key=lambda gate: ("refuse", "propose", "human").index(gate.otherwise))
