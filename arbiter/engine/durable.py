"""The forward-chaining engine: the only module that imports durable_rules, and the one way it is driven.

It owns the ruleset objects of this process, one lock around every use of them, and the checks that make their answer
safe to read. What it asks of them is in `durable_rulesets`; what the answer must be, `interpreter` says.

The engine is driven by its C calls: a batch of facts ends with a sentinel, every firing is drained, every fact that
fired is retracted, and a batch whose sentinel did not fire last counts for nothing. An object that anything
interrupted is thrown away. Rulesets are kept for the life of the process: the engine gives little of their memory
back, so throwing one away is the leak, and the same definition always gets the same object.
"""

import copy
import json
import os
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from threading import Lock

import durable_rules_engine as native
from durable.engine import Ruleset

from arbiter.engine.durable_rulesets import (
    SENTINEL_KIND,
    SENTINEL_RULE,
    Shape,
    Translation,
    translate_records,
    translate_rules,
)
from arbiter.engine.ir import KEY_BITS, RECORD_BITS, Matches, QuestionRules, Rulebook, Situation
from evidence import Item

NAME = "durable_rules"
VERSION = version("durable_rules")

BATCH = 250  # facts; ids are numbers below this, whose 32-bit hashes differ, which is how the engine tells ids apart
_SENTINEL_FACT = f'{{"id":{BATCH},"kind":{SENTINEL_KIND}}}'
_OBSERVED, _DEFERRED = 2, 3
_BEFORE_RULE = '{"'
_BEFORE_ID = '":{"m":{"id":'

Firing = tuple[int, int]


class EngineError(Exception):
    """The engine failed twice on the same facts, or was given rules beyond its limits."""


class BatchError(EngineError):
    """One batch that the engine did not see through."""


class GuardedRuleset(Ruleset):  # type: ignore[misc]
    """A ruleset that is driven by its C calls. `clean` is False from the first call of a batch to its last."""

    def __init__(self, definition: dict[str, object]) -> None:
        # The base class takes `run` out of the rules it is given.
        rules = copy.deepcopy(definition)
        for rule in rules.values():
            assert isinstance(rule, dict)
            rule["run"] = _no_action
        super().__init__("rules", None, rules)
        self.clean = True

    def fire(self, bodies: Sequence[str]) -> list[Firing]:
        """Every (rule, fact) that matches; a fact is known by its place in `bodies`. Raises BatchError."""
        firings: list[Firing] = []
        for start in range(0, len(bodies), BATCH):
            facts = [f'{{"id":{number},{body}}}' for number, body in enumerate(bodies[start : start + BATCH])]
            self.clean = False
            found = self._drain(f"[{','.join(facts)},{_SENTINEL_FACT}]")
            self._retract({number for _, number in found})
            self.clean = True
            firings += [(rule, start + number) for rule, number in found if rule != SENTINEL_RULE]
        return firings

    def _drain(self, facts: str) -> list[Firing]:
        code, state = native.assert_facts(self._handle, facts)
        if code in (_OBSERVED, _DEFERRED):
            raise BatchError(f"the engine answered {code} to a batch of new facts")
        started = native.start_action_for_state(self._handle, state)
        message = started[1] if started else None
        firings: list[Firing] = []
        while message is not None:
            firings.append(read_firing(message))
            message = native.complete_and_start_action(self._handle, state)
        if firings[-1:] != [(SENTINEL_RULE, BATCH)]:
            raise BatchError("the sentinel of a batch did not fire last, so facts or firings may be lost")
        return firings

    def _retract(self, numbers: set[int]) -> None:
        # The sentinel comes last here too: a list cut short leaves it behind, and the next batch then fails.
        texts = [f'{{"id":{number}}}' for number in sorted(numbers)]
        native.retract_facts(self._handle, f"[{','.join(texts)}]")


def _no_action(_: object) -> None:
    """Rules must have an action; firings are read without ever running it."""


def read_firing(message: str) -> Firing:
    """Rule and fact of a firing such as `{"7":{"m":{"id":3,"kind":1}}}`. Raises BatchError for any other text."""
    end = message.find('"', len(_BEFORE_RULE))
    start = end + len(_BEFORE_ID)
    rule, number = message[len(_BEFORE_RULE) : end], message[start : message.find(",", start)]
    if not (message.startswith(_BEFORE_ID, end) and rule.isdigit() and number.isdigit()):
        raise BatchError(f"the engine fired with {message!r}")
    return int(rule), int(number)


class _Stage:
    """One stage of one rulebook: its translation and the text that its ruleset is kept under."""

    def __init__(self, translation: Translation) -> None:
        if translation.problems:
            raise EngineError("; ".join(f"{problem.code}: {problem.message}" for problem in translation.problems))
        self.definition = translation.definition
        self.results = translation.results
        self.shapes = translation.shapes
        self.key = json.dumps(translation.definition)


class _Facts:
    """The facts of one stage with whom they stand for: an index, doubled, odd if what is unknown was granted."""

    def __init__(self, stage: _Stage) -> None:
        self.stage = stage
        self.bodies: list[str] = []
        self.owners: list[int] = []

    def add(self, shape: Shape, index: int, sure: str, hoped: str) -> None:
        """Both facts of a shape; one that says nothing cannot match, and one that hopes nothing adds nothing."""
        if sure or shape.unconditional:
            self.bodies.append(f'"kind":{shape.number}{sure}')
            self.owners.append(2 * index)
        if hoped != sure:
            self.bodies.append(f'"kind":{shape.number}{hoped}')
            self.owners.append(2 * index + 1)

    def matches(self, bits: int) -> Matches:
        """What the engine makes of them: `number << bits | index`."""
        if not self.bodies:
            return Matches(frozenset(), frozenset())
        found: tuple[set[int], set[int]] = set(), set()
        results = self.stage.results
        for rule, place in _fire(self.stage, self.bodies):
            owner = self.owners[place]
            for number in results[rule]:
                found[owner & 1].add(number << bits | owner >> 1)
        met, possible = found
        return Matches(frozenset(met), frozenset(possible - met))


_lock = Lock()
_stages: dict[tuple[str, str, int], _Stage] = {}
_rulesets: dict[str, GuardedRuleset] = {}


def _start_afresh() -> None:
    """A forked child inherits neither a lock that some other thread held nor a ruleset in the middle of a batch."""
    global _lock
    _lock = Lock()
    _stages.clear()
    _rulesets.clear()


os.register_at_fork(after_in_child=_start_afresh)


def _stage(book: Rulebook, name: str, index: int, translate: Callable[[], Translation]) -> _Stage:
    key = (book.identity, name, index)
    stage = _stages.get(key)
    if stage is None:
        stage = _stages.setdefault(key, _Stage(translate()))
    return stage


def _fire(stage: _Stage, bodies: Sequence[str]) -> list[Firing]:
    """All firings, from a sound ruleset: a second one if the first fails. Raises EngineError if that fails too."""
    failure: Exception | None = None
    with _lock:
        for _ in range(2):
            ruleset = _rulesets.get(stage.key)
            try:
                if ruleset is None or not ruleset.clean:
                    ruleset = _rulesets[stage.key] = GuardedRuleset(stage.definition)
                return ruleset.fire(bodies)
            except Exception as error:
                failure = error
    raise EngineError(f"durable_rules failed twice: {failure}") from failure


def match_records(book: Rulebook, items: Iterable[Item]) -> Matches:
    """First stage: which patterns each record matches, and which an unknown field keeps open."""
    stage = _stage(book, "records", 0, lambda: translate_records(book))
    facts = _Facts(stage)
    for item in items:
        for shape in stage.shapes.get(item.kind, ()):
            facts.add(shape, item.index, *shape.of_record(item.fields))
    return facts.matches(RECORD_BITS)


def match_question(book: Rulebook, rules: QuestionRules, situation: Situation) -> Matches:
    """Second stage: the rules of one question, per join key where they weigh signals."""
    stage = _stage(book, "question", rules.index, lambda: translate_rules(rules.rules))
    facts = _Facts(stage)
    for shape in stage.shapes.get("key", ()):
        for index, signals in enumerate(situation.keys):
            facts.add(shape, index, *shape.of_situation(situation, signals))
    for shape in stage.shapes.get("case", ()):
        facts.add(shape, 0, *shape.of_situation(situation, ()))
    return facts.matches(KEY_BITS)


def match_outcome(book: Rulebook, situation: Situation) -> Matches:
    """Third stage: the rules over findings and circumstances."""
    stage = _stage(book, "outcome", 0, lambda: translate_rules(book.outcome.rules))
    facts = _Facts(stage)
    for shape in stage.shapes.get("case", ()):
        facts.add(shape, 0, *shape.of_situation(situation, ()))
    return facts.matches(0)
