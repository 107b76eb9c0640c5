"""The interpreter: the plain reading of the rules, short enough to check by eye.

It reads typed values straight from the dossier and walks the formulas with three values. It shares no matching code
with the other engine, and must never import it.
"""

from collections.abc import Iterable, Mapping

from arbiter.engine.ir import (
    ABSENT,
    KEY_BITS,
    PRESENT,
    RECORD_BITS,
    UNKNOWN,
    All,
    Among,
    Any,
    AtLeast,
    Circumstance,
    Constant,
    Finding,
    Formula,
    HasSignal,
    Known,
    Matches,
    NotInForce,
    Pattern,
    QuestionRules,
    Rulebook,
    Situation,
    Test,
    Within,
)
from evidence import Item, Money

NAME = "interpreter"
Value = object


def match_records(book: Rulebook, items: Iterable[Item]) -> Matches:
    """First stage: which patterns each record matches, and which an unknown field keeps open."""
    met: list[int] = []
    open_: list[int] = []
    for item in items:
        for pattern in book.by_kind.get(item.kind, ()):
            truth = match_pattern(pattern, item.fields)
            if truth == PRESENT:
                met.append(pattern.index << RECORD_BITS | item.index)
            elif truth == UNKNOWN:
                open_.append(pattern.index << RECORD_BITS | item.index)
    return Matches(frozenset(met), frozenset(open_))


def match_question(_book: Rulebook, rules: QuestionRules, situation: Situation) -> Matches:
    """Second stage: the rules of one question, per join key where they weigh signals."""
    met: list[int] = []
    open_: list[int] = []
    for rule in rules.rules:
        for key, signals in enumerate(situation.keys if rule.per_key else ((),)):
            truth = evaluate(rule.formula, situation, signals)
            if truth == PRESENT:
                met.append(rule.index << KEY_BITS | key)
            elif truth == UNKNOWN:
                open_.append(rule.index << KEY_BITS | key)
    return Matches(frozenset(met), frozenset(open_))


def match_outcome(book: Rulebook, situation: Situation) -> Matches:
    """Third stage: the rules over findings and circumstances."""
    truths = [(rule.index, evaluate(rule.formula, situation, ())) for rule in book.outcome.rules]
    return Matches(
        frozenset(index for index, truth in truths if truth == PRESENT),
        frozenset(index for index, truth in truths if truth == UNKNOWN),
    )


def match_pattern(pattern: Pattern, fields: Mapping[str, Value]) -> int:
    """PRESENT if every test holds, ABSENT if one fails, else UNKNOWN."""
    truth = PRESENT
    for test in pattern.tests:
        result = match_test(test, fields.get(test.field))
        if result == ABSENT:
            return ABSENT
        if result == UNKNOWN:
            truth = UNKNOWN
    return truth


def match_test(test: Test, value: Value | None) -> int:
    """One check of one value; None is an unknown value."""
    check = test.check
    if type(check) is Known:
        return PRESENT if (value is not None) == check.wanted else ABSENT
    if value is None or type(check) is NotInForce:
        return UNKNOWN
    if type(check) is Among:
        found = not check.values.isdisjoint(value) if type(value) is frozenset else value in check.values
        return PRESENT if found != check.negated else ABSENT
    assert type(check) is Within
    return _within(check, value)


def _within(check: Within, value: Value) -> int:
    low, high = _plain(check.low, value), _plain(check.high, value)
    number = value.minor if type(value) is Money else value
    if (low is None and check.low is not None) or (high is None and check.high is not None):
        return UNKNOWN
    if low is not None and (number < low or (check.low_open and number == low)):  # type: ignore[operator]
        return ABSENT
    if high is not None and (number > high or (check.high_open and number == high)):  # type: ignore[operator]
        return ABSENT
    return PRESENT


def _plain(bound: Constant | None, value: Value) -> object:
    """A bound as a number comparable with the value; None if there is none, or if the currencies differ."""
    if type(bound) is not Money:
        return bound
    return bound.minor if type(value) is Money and value.currency == bound.currency else None


def evaluate(formula: Formula, situation: Situation, signals: tuple[int, ...]) -> int:
    """A formula's truth: the least part of an `All`, the greatest of an `Any`."""
    kind = type(formula)
    if kind is HasSignal:
        strength = signals[formula.signal]  # type: ignore[union-attr]
        return strength if strength < PRESENT else PRESENT
    if kind is Circumstance:
        return situation.circumstances[formula.pattern]  # type: ignore[union-attr]
    if kind is Finding:
        code = situation.findings[formula.question]  # type: ignore[union-attr]
        return PRESENT if formula.low <= code <= formula.high else ABSENT  # type: ignore[union-attr]
    if kind is AtLeast:
        found = sorted((signals[signal] for signal in formula.signals), reverse=True)  # type: ignore[union-attr]
        return min(found[formula.count - 1], PRESENT)  # type: ignore[union-attr]
    if kind is All:
        truth = PRESENT
        for part in formula.parts:  # type: ignore[union-attr]
            truth = min(truth, evaluate(part, situation, signals))
            if truth == ABSENT:
                break
        return truth
    assert kind is Any
    truth = ABSENT
    for part in formula.parts:  # type: ignore[union-attr]
        truth = max(truth, evaluate(part, situation, signals))
    return truth
