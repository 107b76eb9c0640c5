"""The adapter of the forward-chaining engine: what it answers, and that it survives what the engine does not.

That its answers are right in general is the business of tests/properties/test_engines_agree.py.
"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any as Anything

import durable_rules_engine as native
import pytest

from arbiter.engine import durable, durable_rulesets, interpreter, ir
from arbiter.engine.durable_products import Literal, formula_products
from evidence import Item, Money

EUR = "EUR"
numbers = count()


def book_of(patterns: list[ir.Pattern], rules: tuple[ir.Rule, ...] = (), identity: str | None = None) -> ir.Rulebook:
    nothing: Anything = None
    question = ir.QuestionRules(0, nothing, rules, 0, (), (), (), {}, {})
    return ir.Rulebook(
        claim=nothing,
        patterns=tuple(patterns),
        signals=(),
        signal_patterns=(),
        questions=(question,),
        outcome=ir.OutcomeRules(tuple(rule for rule in rules if not rule.per_key), (), (), (), ()),
        standards={},
        identity=identity or f"test-durable:{next(numbers)}",
        by_kind={kind: tuple(p for p in patterns if p.kind == kind) for kind in {p.kind for p in patterns}},
    )


def pattern(index: int, **checks: ir.Check) -> ir.Pattern:
    return ir.Pattern(index, "order", tuple(ir.Test(field, check) for field, check in checks.items()), False)


def item(index: int, **fields: Anything) -> Item:
    nothing: Anything = None
    return Item(index, str(index), "order", None, None, None, fields, nothing, "")


def met(*pairs: tuple[int, int]) -> frozenset[int]:
    return frozenset(number << ir.RECORD_BITS | index for number, index in pairs)


ONE_WORD = [pattern(0, word=ir.Among(frozenset({"a"}), False))]


def ruleset_of(book: ir.Rulebook) -> durable.GuardedRuleset:
    stage = durable._stage(book, "records", 0, lambda: durable_rulesets.translate_records(book))
    return durable._rulesets[stage.key]


def python(code: str, seconds: float = 20) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[3]
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=seconds, cwd=root, check=False
    )


RAW = """
import json, durable_rules_engine as native
def load(rules):
    return native.create_ruleset("x", json.dumps({str(i): {"all": [{"m": r}]} for i, r in enumerate(rules)}))
def fire(handle, facts):
    code, state = native.assert_facts(handle, facts if isinstance(facts, str) else json.dumps(facts))
    message = native.start_action_for_state(handle, state)
    message, fired = message and message[1], []
    while message:
        fired.append(message[2:message.index('"', 2)])
        message = native.complete_and_start_action(handle, state)
    return code, fired
"""


# --- answers ------------------------------------------------------------------------------------------------------


def test_met_open_and_failed() -> None:
    """An unknown field leaves a pattern open; a known one settles it."""
    answer = durable.match_records(book_of(ONE_WORD), [item(3, word="a"), item(4, word="b"), item(5)])
    assert answer == ir.Matches(met((0, 3)), met((0, 5)))


def test_money_of_another_currency_is_unknown() -> None:
    """Amounts are never compared across currencies: the test stays open."""
    book = book_of([pattern(0, total=ir.Within(Money(8000, EUR), None))])
    items = [item(0, total=Money(8000, EUR)), item(1, total=Money(7999, EUR)), item(2, total=Money(9000, "JPY"))]
    assert durable.match_records(book, items) == ir.Matches(met((0, 0)), met((0, 2)))


@pytest.mark.parametrize(
    ("value", "above"),
    [
        (Fraction(21, 2), False),
        (Fraction(21, 2) + Fraction(1, 10**30), True),
        (Fraction(21, 2) - Fraction(1, 10**30), False),
        (2**53 + 1, True),
        (2**63, True),
        (-(2**70), False),
    ],
)
def test_comparisons_are_exact(value: int | Fraction, above: bool) -> None:
    """Hazard: integers clamp at 2^63 and small fractions are parse errors; neither ever reaches the engine."""
    book = book_of([pattern(0, late=ir.Within(Fraction(21, 2), None, low_open=True))], identity="test-durable:exact")
    assert durable.match_records(book, [item(0, late=value)]) == ir.Matches(met((0, 0)) if above else met(), met())


def test_an_empty_batch_is_never_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazard: the engine answers an empty batch with a state that is not there, and then crashes."""
    monkeypatch.delattr(native, "assert_facts")
    nothing = ir.Matches(met(), met())
    assert durable.match_records(book_of(ONE_WORD), []) == nothing
    assert durable.match_records(book_of([]), [item(0, word="a")]) == nothing
    assert durable.match_records(book_of(ONE_WORD), [item(0, word="z")]) == nothing


def test_nothing_matched_is_not_an_error() -> None:
    """Hazard: return code 1, nothing matched, is harmless, and the next batch is not disturbed by it."""
    book = book_of([pattern(0, late=ir.Within(10, None))])
    assert durable.match_records(book, [item(0, late=9)]).met == met()
    assert durable.match_records(book, [item(0, late=11)]).met == met((0, 0))


def test_identical_records_each_match() -> None:
    """Hazard: identical facts are refused as already observed; ours differ by id."""
    book = book_of(ONE_WORD)
    for _ in range(3):
        assert durable.match_records(book, [item(0, word="a"), item(1, word="a")]).met == met((0, 0), (0, 1))


def test_many_batches() -> None:
    """More records than one batch holds keep their own places."""
    items = [item(index, word="a" if index % 3 else "b") for index in range(10_000)]
    book = book_of(ONE_WORD)
    assert durable.match_records(book, items) == interpreter.match_records(book, items)


def test_numbers_and_words_are_never_compared() -> None:
    """Hazard: to the engine '9' is above 10, and '' equals 0 now and then; ours gets integers only."""
    demonstration = python(
        RAW
        + """
handle = load([{"$and": [{"kind": 1}, {"$gt": {"p": 10}}]}])
print(fire(handle, [{"id": 1, "kind": 1, "p": "9"}]))
"""
    )
    assert demonstration.stdout == "(0, ['0'])\n"
    words = book_of([pattern(0, word=ir.Among(frozenset({"", "0"}), False))])
    items = [item(0, word=0), item(1, word=""), item(2, word="0"), item(3, word="00")]
    assert durable.match_records(words, items).met == met((0, 1), (0, 2))
    amounts = book_of([pattern(0, late=ir.Within(10, None))])
    with pytest.raises(TypeError):
        durable.match_records(amounts, [item(0, late="11")])


def test_only_integers_go_in() -> None:
    """Property names are generated and every value written is an integer, whatever the records hold."""
    checks: list[ir.Check] = [ir.Among(frozenset({'x"y', "é"}), False), ir.Known(True)]
    book = book_of([ir.Pattern(0, 'k"1', tuple(ir.Test('f"2', check) for check in checks), False)])
    made = durable_rulesets.translate_records(book)
    (shape,) = made.shapes['k"1']
    for text in (*shape.of_record({'f"2': 'x"y'}), *shape.of_record({}), str(list(made.definition))):
        assert 'x"y' not in text
        assert "f" not in text
    nothing: Anything = None
    record = Item(0, "0", 'k"1', None, None, None, {'f"2': 'x"y'}, nothing, "")
    assert durable.match_records(book, [record]).met == met((0, 0))


# --- what the rulesets look like ----------------------------------------------------------------------------------


def test_every_rule_is_one_pattern_on_one_kind() -> None:
    """Hazard: rules that join facts crash on retraction. Each of ours tests one fact, its kind first."""
    formula = ir.All((ir.Any((ir.HasSignal(0), ir.HasSignal(1))), ir.Circumstance(2), ir.Finding(0, 1, 2)))
    made = durable_rulesets.translate_rules([ir.Rule(0, formula, True), ir.Rule(1, ir.Circumstance(2), False)])
    assert len(made.definition) == 1 + 2 + 1
    for rule in made.definition.values():
        assert isinstance(rule, dict)
        (premise,) = rule["all"]
        assert list(premise["m"]["$and"][0]) == ["kind"]


def test_needless_alternatives_are_dropped() -> None:
    """What a shorter alternative covers costs no firing."""
    formula = ir.Any((ir.HasSignal(0), ir.All((ir.HasSignal(0), ir.HasSignal(1)))))
    assert formula_products(formula) == (frozenset({Literal("signal", 0)}),)


def test_rules_with_one_meaning_fire_once() -> None:
    """Hazard: 256 rules on one node write past its end, unseen by any limit of the engine; ours share one rule."""
    rules = tuple(ir.Rule(index, ir.ALWAYS, False) for index in range(300))
    book = book_of([], rules)
    assert durable.match_outcome(book, ir.Situation((), (), ())).met == frozenset(range(300))


def test_properties_that_look_alike_get_other_names() -> None:
    """Hazard: properties are told apart by 32-bit hash only, so a test of one fires on another."""
    demonstration = python(
        RAW
        + """
print(fire(load([{"$and": [{"kind": 1}, {"f6059_m": 1}]}]), [{"id": 1, "kind": 1, "f264602_m": 1}]))
"""
    )
    assert demonstration.stdout == "(0, ['0'])\n"
    assert durable_rulesets.property_hash("f6059_m") == durable_rulesets.property_hash("f264602_m")
    names = durable_rulesets.Names(["f6059_m", "f264602_m", "p1"])
    assert [names.of(Literal("signal", index)) for index in (0, 1, 0)] == ["f6059_m", "p1", "f6059_m"]


def test_ids_of_a_batch_do_not_look_alike() -> None:
    """Hazard: ids too are told apart by hash only; a second fact of the same hash would be dropped."""
    hashes = {durable_rulesets.property_hash(str(number)) for number in range(durable.BATCH + 1)}
    assert len(hashes) == durable.BATCH + 1


@pytest.mark.parametrize("size", [65, 240, 600])
def test_one_kind_takes_any_number_of_tests(size: int) -> None:
    """Hazard: 65 tests true at once are refused, 254 properties crash, 512 tests of one node hang; ours are spread."""
    checks = [{f"f{index}": ir.Among(frozenset({"a"}), False)} for index in range(size)]
    book = book_of([pattern(index, **check) for index, check in enumerate(checks)])
    records = [item(0, **{f"f{index}": "a" for index in range(size)}), item(1)]
    answer = durable.match_records(book, records)
    assert answer.met == met(*((index, 0) for index in range(size)))
    assert answer.open == met(*((index, 1) for index in range(size)))


def test_beyond_a_limit_nothing_is_loaded() -> None:
    """What cannot be spread is refused before the engine sees it."""
    book = book_of([pattern(0, late=ir.Within(2**60, None))])
    with pytest.raises(durable.EngineError, match="ARB336"):
        durable.match_records(book, [item(0, late=1)])


# --- what the engine does when driven otherwise -------------------------------------------------------------------


def test_the_engine_hangs_on_512_tests_of_one_node() -> None:
    """Hazard: demonstrated, so that we hear of it if the limit ever moves."""
    code = RAW + "h = load([{'$and': [{'kind': 1}, {f'p{i}': 1}]} for i in range(%d)]); "
    code += "fire(h, [{'id': 1, 'kind': 1, 'p3': 1}])"
    assert python(code.replace("%d", "511")).returncode == 0
    with pytest.raises(subprocess.TimeoutExpired):
        python(code.replace("%d", "512"), seconds=3)


def test_the_engine_drops_what_follows_a_bad_fact() -> None:
    """Hazard: the parser stops at 1e-7, drops all that follows, and returns 0."""
    demonstration = python(
        RAW
        + """
handle = load([{"$and": [{"kind": 1}]}])
print(fire(handle, '[{"id":1,"kind":1},{"id":2,"kind":1,"p":1e-7},{"id":3,"kind":1}]'))
"""
    )
    assert demonstration.stdout == "(0, ['0'])\n"


def test_the_engine_is_poisoned_by_an_interrupted_drain() -> None:
    """Hazard: after a drain that stopped halfway nothing fires any more."""
    demonstration = python(
        RAW
        + """
handle = load([{"$and": [{"kind": 1}]}])
code, state = native.assert_facts(handle, '[{"id":1,"kind":1},{"id":2,"kind":1}]')
native.start_action_for_state(handle, state)
print(fire(handle, [{"id": 3, "kind": 1}]))
"""
    )
    assert demonstration.stdout == "(0, [])\n"


# --- guards -------------------------------------------------------------------------------------------------------


def test_a_bad_fact_is_noticed() -> None:
    """Hazard: dropped facts. The sentinel comes last, so it is missing when any fact before it was dropped."""
    ruleset = durable.GuardedRuleset(durable_rulesets.translate_records(book_of(ONE_WORD)).definition)
    with pytest.raises(durable.BatchError, match="sentinel"):
        ruleset.fire(['"kind":1,"p0":1', '"kind":1,"p0":1e-7', '"kind":1,"p0":1'])
    assert not ruleset.clean


def test_a_fact_left_behind_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazard: a retraction that stops early. The sentinel goes last, so the next batch fails."""
    book = book_of(ONE_WORD)
    assert durable.match_records(book, [item(0, word="a")]).met == met((0, 0))
    before = ruleset_of(book)
    monkeypatch.setattr(native, "retract_facts", lambda *_: (0, 0))
    durable.match_records(book, [item(0, word="a")])
    monkeypatch.undo()
    assert durable.match_records(book, [item(0, word="a")]).met == met((0, 0))
    assert ruleset_of(book) is not before


def test_a_drain_that_ends_early_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentinel fires last, so a firing that never came is missed like a fact that never arrived."""
    book, items = book_of(ONE_WORD), [item(index, word="a") for index in range(5)]
    expected = durable.match_records(book, items)
    before, real = ruleset_of(book), native.complete_and_start_action
    calls = count()
    monkeypatch.setattr(native, "complete_and_start_action", lambda *a: None if next(calls) == 2 else real(*a))
    assert durable.match_records(book, items) == expected
    assert ruleset_of(book) is not before


def test_our_definition_keeps_its_shape() -> None:
    """Hazard: the base class takes `run` out of the rules it is given; ours are copied."""
    definition = durable_rulesets.translate_records(book_of(ONE_WORD)).definition
    before = repr(definition)
    durable.GuardedRuleset(definition)
    durable.GuardedRuleset(definition)
    assert repr(definition) == before


@pytest.mark.parametrize("text", ["", "{}", '{"1":[{"m":{"id":1,"kind":1}}]}', '{"1":{"m":{"id":"x","kind":1}}}'])
def test_firings_are_read_strictly(text: str) -> None:
    """A firing that is not exactly ours is an error, never a guess."""
    with pytest.raises(durable.BatchError):
        durable.read_firing(text)


def failing(failures: Iterator[BaseException | None]) -> Anything:
    real = native.complete_and_start_action

    def complete(handle: int, state: int) -> str | None:
        failure = next(failures, None)
        if failure is not None:
            raise failure
        answer: str | None = real(handle, state)
        return answer

    return complete


def test_an_interrupted_drain_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazard: an interrupted drain poisons the object. It is replaced and the facts are matched again."""
    book, items = book_of(ONE_WORD), [item(index, word="a") for index in range(5)]
    expected = durable.match_records(book, items)
    before = ruleset_of(book)
    failures = iter([None, MemoryError("of the test")])
    monkeypatch.setattr(native, "complete_and_start_action", failing(failures))
    assert durable.match_records(book, items) == expected
    assert ruleset_of(book) is not before


def test_a_second_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two failures on the same facts are an error; the call after that starts from a sound object."""
    book, items = book_of(ONE_WORD), [item(0, word="a")]
    failures = iter([MemoryError("first"), MemoryError("second")])
    monkeypatch.setattr(native, "complete_and_start_action", failing(failures))
    with pytest.raises(durable.EngineError, match="second"):
        durable.match_records(book, items)
    assert durable.match_records(book, items).met == met((0, 0))


def test_keyboard_interrupts_get_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hazard: actions swallow even KeyboardInterrupt. Ours is raised, and what it interrupted is not used again."""
    book, items = book_of(ONE_WORD), [item(index, word="a") for index in range(3)]
    expected = durable.match_records(book, items)
    before = ruleset_of(book)
    failures = iter([None, KeyboardInterrupt()])
    monkeypatch.setattr(native, "complete_and_start_action", failing(failures))
    with pytest.raises(KeyboardInterrupt):
        durable.match_records(book, items)
    assert durable.match_records(book, items) == expected
    assert ruleset_of(book) is not before


def test_threads_share_one_object() -> None:
    """Hazard: two threads in one object get wrong answers and no error. Eight of ours take turns."""
    checks = (ir.Within(index, None) for index in range(40))
    book = book_of([pattern(index, late=check) for index, check in enumerate(checks)])
    cases = [[item(0, late=case % 45), item(1, late=case % 7)] for case in range(400)]
    expected = [interpreter.match_records(book, case) for case in cases]
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            assert list(pool.map(lambda case: durable.match_records(book, case), cases)) == expected


def test_reloads_reuse_objects() -> None:
    """Hazard: every object that is thrown away leaks. The same policy, loaded again, gets the same objects."""
    durable.match_records(book_of(ONE_WORD, identity="test-durable:reload"), [item(0, word="a")])
    rulesets = len(durable._rulesets)
    for identity in ("test-durable:reload", "test-durable:reload, with a comment"):
        assert durable.match_records(book_of(ONE_WORD, identity=identity), [item(0, word="a")]).met == met((0, 0))
    assert len(durable._rulesets) == rulesets


def test_nothing_is_left_behind() -> None:
    """Hazard: facts and states that stay make the process grow. 20,000 firings leave no fact and no memory."""
    book, items = book_of(ONE_WORD), [item(index, word="a") for index in range(100)]

    def pages() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1])

    for _ in range(20):
        durable.match_records(book, items)
    before = pages()
    for _ in range(200):
        durable.match_records(book, items)
    assert pages() - before < 256
    assert ruleset_of(book).get_facts("0") == []


def test_a_forked_child_starts_afresh() -> None:
    """A child may be forked while a thread holds the lock or stands in the middle of a batch."""
    demonstration = python("""
import os
from arbiter.engine import durable
from arbiter.engine.durable_rulesets import translate_rules
from arbiter.engine import ir
stage = durable._Stage(translate_rules([ir.Rule(0, ir.ALWAYS, False)]))
facts = durable._Facts(stage)
facts.add(stage.shapes["case"][0], 0, "", "")
assert facts.matches(0).met == {0}
durable._lock.acquire()
child = os.fork()
if child == 0:
    assert not durable._rulesets
    os._exit(0 if facts.matches(0).met == {0} else 1)
print(os.waitpid(child, 0)[1])
""")
    assert demonstration.stdout == "0\n", demonstration.stderr
