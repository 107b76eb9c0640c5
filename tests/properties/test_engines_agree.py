"""The two engines give equal answers to any rules, facts and unknowns, in all three stages.

Rulebooks are made directly in the intermediate representation, so that this covers more than the policy language can
say today. A ruleset is never given back, so the number of rulebooks is bounded and each meets many facts.
"""

from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any as Anything
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbiter.engine import durable, interpreter, ir
from arbiter.engine.ir import (
    SHOWN_YES,
    All,
    Among,
    Any,
    Check,
    Circumstance,
    Constant,
    Finding,
    Formula,
    HasSignal,
    Known,
    NotInForce,
    OutcomeRules,
    Pattern,
    QuestionRules,
    Rule,
    Rulebook,
    Situation,
    Within,
)
from evidence import Item, Money

BOOKS = 60
KINDS = ("order", "message", "reading")
WORDS = ("a", "b", "c", "d", "", "0", "11", "é")
CURRENCIES = ("EUR", "JPY")
INTEGERS = (0, 1, -1, 2, 10, 11, 1440, 2**53, 2**70, -(2**70))
FRACTIONS = (Fraction(1, 2), Fraction(21, 2), Fraction(-7, 3), Fraction(22, 7))
NUMBERS: tuple[int | Fraction, ...] = INTEGERS + FRACTIONS
CONSTANTS = tuple(number for number in NUMBERS if -(2**40) < number < 2**40)
AMOUNTS = (0, 1, 999, 8000, 2**60)
SIGNALS, PATTERNS, QUESTIONS = 5, 8, 4


def a_check(random: Random, field: str) -> Check:
    roll = random.random()
    if roll < 0.12:
        return Known(random.random() < 0.5)
    if roll < 0.18:
        return NotInForce("somewhen")
    if field in ("word", "words"):
        size = random.choice((0, 1, 1, 1, 2, 3, 7))
        return Among(frozenset(random.sample(WORDS, size)), random.random() < 0.4)
    if field == "when":
        return Known(random.random() < 0.5)

    def bound() -> Constant | None:
        if random.random() < 0.3:
            return None
        if random.random() < (0.85 if field == "amount" else 0.1):
            return Money(random.choice(AMOUNTS[:4]), random.choice(CURRENCIES))
        return random.choice(CONSTANTS)

    return Within(bound(), bound(), random.random() < 0.5, random.random() < 0.5)


def a_pattern(random: Random, index: int) -> Pattern:
    fields = ("word", "words", "number", "amount", "when")
    tests = (random.choice(fields) for _ in range(random.choice((0, 1, 1, 2, 3, 4))))
    return Pattern(index, random.choice(KINDS), tuple(ir.Test(f, a_check(random, f)) for f in tests), False)


def a_formula(random: Random, per_key: bool, depth: int = 3) -> Formula:
    roll = random.random()
    if depth and roll < 0.55:
        parts = tuple(a_formula(random, per_key, depth - 1) for _ in range(random.choice((0, 1, 2, 2, 3))))
        return All(parts) if random.random() < 0.5 else Any(parts)
    if per_key and roll < 0.8:
        return HasSignal(random.randrange(SIGNALS))
    if roll < 0.9:
        return Circumstance(random.randrange(PATTERNS))
    low = random.randint(0, SHOWN_YES)
    return Finding(random.randrange(QUESTIONS), low, random.randint(low, SHOWN_YES))


def rules_of(random: Random, keyed: bool) -> tuple[Rule, ...]:
    per_key = [keyed and random.random() < 0.6 for _ in range(random.randint(0, 12))]
    return tuple(Rule(index, a_formula(random, keys), keys) for index, keys in enumerate(per_key))


@cache
def a_book(number: int) -> Rulebook:
    random = Random(number)
    patterns = tuple(a_pattern(random, index) for index in range(random.randint(0, 25)))
    nothing = cast("Anything", None)
    question = QuestionRules(0, nothing, rules_of(random, True), 0, (), (), (), {}, {})
    return Rulebook(
        claim=nothing,
        patterns=patterns,
        signals=(),
        signal_patterns=(),
        questions=(question,),
        outcome=OutcomeRules(rules_of(random, False), (), (), (), ()),
        standards={},
        identity=f"test-engines-agree:{number}",
        by_kind={kind: tuple(p for p in patterns if p.kind == kind) for kind in {p.kind for p in patterns}},
    )


Records = list[tuple[str, dict[str, Anything]]]

FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "word": st.sampled_from(WORDS),
        "words": st.frozensets(st.sampled_from(WORDS)),
        "number": st.sampled_from(NUMBERS) | st.fractions(-20, 20),
        "amount": st.builds(Money, st.sampled_from(AMOUNTS), st.sampled_from(CURRENCIES)),
        "when": st.just(datetime(2026, 3, 12, tzinfo=UTC)),
    },
)
RECORDS = st.lists(st.tuples(st.sampled_from((*KINDS, "photo")), FIELDS), max_size=12)
SITUATIONS = st.builds(
    Situation,
    circumstances=st.tuples(*[st.integers(0, 2)] * PATTERNS),
    keys=st.lists(st.tuples(*[st.integers(0, 6)] * SIGNALS), max_size=4).map(tuple),
    findings=st.tuples(*[st.integers(0, SHOWN_YES)] * QUESTIONS),
)
MANY = settings(max_examples=12, deadline=None, derandomize=True, database=None)


def items(records: Records) -> list[Item]:
    nothing = cast("Anything", None)
    return [
        Item(index, str(index), kind, None, None, None, fields, nothing, "")
        for index, (kind, fields) in enumerate(records, 7)
    ]


@pytest.mark.parametrize("number", range(BOOKS))
@MANY
@given(records=RECORDS, situations=st.lists(SITUATIONS, min_size=1, max_size=4))
def test_engines_agree(
    number: int, records: list[tuple[str, dict[str, Anything]]], situations: list[Situation]
) -> None:
    book = a_book(number)
    given_items = items(records)
    assert durable.match_records(book, given_items) == interpreter.match_records(book, given_items)
    for situation in situations:
        for rules in book.questions:
            expected = interpreter.match_question(book, rules, situation)
            assert durable.match_question(book, rules, situation) == expected
        assert durable.match_outcome(book, situation) == interpreter.match_outcome(book, situation)
