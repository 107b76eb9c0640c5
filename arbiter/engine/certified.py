"""Two engines, one answer: every stage is matched by both, and a difference stops the decision.

No verdict is better than one that the engines do not agree on; the case goes to a person (ARB901).
"""

from collections.abc import Sequence

from arbiter.engine import durable, interpreter
from arbiter.engine.ir import Matches, QuestionRules, Rulebook, Situation
from evidence import Item

ENGINES = {durable.NAME: durable.VERSION, interpreter.NAME: "1"}


class EnginesDisagreeError(Exception):
    """The engines matched differently. `stage` says where, `only` which numbers each found alone."""

    def __init__(self, stage: str, first: Matches, second: Matches) -> None:
        self.stage = stage
        self.only = {
            durable.NAME: sorted((first.met ^ second.met) & first.met)
            + sorted((first.open ^ second.open) & first.open),
            interpreter.NAME: sorted(second.met - first.met) + sorted(second.open - first.open),
        }
        super().__init__(f"ARB901: the engines disagree on {stage}: {self.only}")


def match_records(book: Rulebook, items: Sequence[Item]) -> Matches:
    """First stage, by both engines. Raises EnginesDisagreeError."""
    return _agreed("records", durable.match_records(book, items), interpreter.match_records(book, items))


def match_question(book: Rulebook, rules: QuestionRules, situation: Situation) -> Matches:
    """Second stage of one question, by both engines. Raises EnginesDisagreeError."""
    return _agreed(
        f"question {rules.question.id}",
        durable.match_question(book, rules, situation),
        interpreter.match_question(book, rules, situation),
    )


def match_outcome(book: Rulebook, situation: Situation) -> Matches:
    """Third stage, by both engines. Raises EnginesDisagreeError."""
    return _agreed("outcome", durable.match_outcome(book, situation), interpreter.match_outcome(book, situation))


def _agreed(stage: str, first: Matches, second: Matches) -> Matches:
    if first != second:
        raise EnginesDisagreeError(stage, first, second)
    return second
