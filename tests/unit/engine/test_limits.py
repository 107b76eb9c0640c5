"""What the engine cannot take is refused at the rule to blame; what can be spread out is not."""

from datetime import date
from fractions import Fraction
from types import MappingProxyType

import pytest

from arbiter.engine import durable_products, durable_rulesets
from arbiter.engine.limits import check_limits
from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    FieldTest,
    FindingTest,
    OneOf,
    ParameterRef,
    RecordTest,
)
from arbiter.policy.dated import DatedValue, Parameter, Strength
from arbiter.policy.model import Argument, Burden, Claim, Header, Policy, Question, Raised, Route, Signal
from evidence import Span


def span(line: int) -> Span:
    return Span("rules/test/policy.yaml", line, 1, 1)


def record_test(**checks: Compare | OneOf) -> RecordTest:
    return RecordTest("order", tuple(FieldTest(name, check, span(1)) for name, check in checks.items()), False, span(1))


def route(condition: Condition, line: int = 40) -> Route:
    return Route("to_a_person", "human", None, condition, "1", span(line))


def policy(
    *routes: Route,
    signals: tuple[Signal, ...] = (),
    argued: tuple[str, ...] = (),
    parameters: tuple[Parameter, ...] = (),
) -> Policy:
    raised = Raised("buyer", tuple(signal.id for signal in signals[:1]), span(20))
    argument = Argument("shown", "yes", (), tuple(signal.id for signal in signals), (), None, None, span(30))
    question = Question(
        "q", "1", "logistics", "ordinary", raised, Burden("buyer", "yes", "no"), (), (), (argument,), span(10)
    )
    claim = Claim("lost", "buyer", "1", MappingProxyType({}), (), (), routes, (), span(50))
    return Policy(
        header=Header("test", "", "1", None, ("en",), MappingProxyType({}), span(1)),
        parameters=MappingProxyType({parameter.id: parameter for parameter in parameters}),
        signals=MappingProxyType({signal.id: signal for signal in signals}),
        questions=MappingProxyType({"q": question}),
        claims=MappingProxyType({"lost": claim}),
        texts=MappingProxyType({}),
        files=MappingProxyType({}),
        digest="test",
    )


def words(*values: str) -> OneOf:
    return OneOf(values)


def codes(checked: Policy) -> list[tuple[str, int]]:
    return [(found.code, found.span.line) for found in check_limits(checked) if found.span is not None]


def test_an_ordinary_policy_has_nothing_to_say() -> None:
    assert check_limits(policy(route(record_test(word=words("a"))))) == []


def test_what_can_be_spread_is_not_refused() -> None:
    """600 rules on one kind, 300 properties, 300 rules true at once: over several facts, all of it fits."""
    assert codes(policy(*(route(record_test(**{f"f{index}": words("a")})) for index in range(600)))) == []


def test_too_many_alternatives() -> None:
    """ARB332: a product of sums may outgrow any engine; the route that says so is shown."""
    parts = tuple(
        AnyOf(tuple(record_test(**{f"f{row}": words(f"v{column}")}) for column in range(5))) for row in range(4)
    )
    assert codes(policy(route(AllOf(parts), 41))) == [("ARB332", 41)]


def test_too_many_tests_in_one_rule() -> None:
    """ARB333."""
    tests = {f"f{index}": words("a") for index in range(durable_rulesets.MAX_TESTS + 1)}
    assert codes(policy(route(record_test(**tests), 42))) == [("ARB333", 42)]
    del tests["f0"]
    assert codes(policy(route(record_test(**tests), 42))) == []


@pytest.mark.parametrize(("number", "refused"), [(2**51, False), (2**52, True), (-(2**52), True)])
def test_too_large_a_number(number: int, refused: bool) -> None:
    """ARB336: the engine counts exactly only up to 53 bits, one of which says that a value lies between integers."""
    checked = policy(route(record_test(distance_m=Compare(">", number)), 43))
    assert codes(checked) == ([("ARB336", 43)] if refused else [])


def test_numbers_of_one_field_are_too_large_together() -> None:
    """They are multiplied until all are whole; to blame is the one that then grows too large."""
    third, large = Compare(">", Fraction(1, 3)), Compare("<", 2**51)
    parted = (route(record_test(over=third), 43), route(record_test(distance_m=large), 44))
    assert codes(policy(*parted)) == []
    together = (route(record_test(over=third), 43), route(record_test(over=large), 44))
    assert codes(policy(*together)) == [("ARB336", 44)]


def test_every_value_of_a_parameter_is_looked_at() -> None:
    """A number that comes into force later is refused now, at the rule that uses it."""
    numbers = ((2026, 5), (2027, 2**60))
    values = tuple(DatedValue(date(y, 1, 1), date(y, 12, 31), None, number, span(y)) for y, number in numbers)
    far = Parameter("far", "m", "1", values, span(60))
    test = record_test(distance_m=Compare(">", ParameterRef("far", span(1))))
    assert codes(policy(route(test, 44), parameters=(far,))) == [("ARB336", 44)]


def test_too_many_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """ARB331: a stage has one ruleset, which holds so many rules."""
    monkeypatch.setattr(durable_rulesets, "MAX_RULES", 5)
    assert codes(policy(*(route(record_test(word=words(letter))) for letter in "abcd"))) == []
    assert ("ARB331", 50) in codes(policy(*(route(record_test(word=words(letter))) for letter in "abcde")))


def test_too_many_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """ARB335: kinds of facts are looked up one by one."""
    monkeypatch.setattr(durable_rulesets, "MAX_KINDS", 0)
    assert {code for code, _ in codes(policy(route(record_test(word=words("a")))))} == {"ARB335"}


def test_a_signal_is_to_blame_for_its_own_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """The span is the signal's, even where a claim's rule tests the same."""
    monkeypatch.setattr(durable_products, "MAX_ALTERNATIVES", 2)
    test = record_test(word=words("a", "b", "c"))
    signal = Signal("seen", test, Strength.STRONG, "buyer", "g", None, span(70))
    answered = FindingTest("q", ("yes",), False, span(1))
    assert codes(policy(route(AllOf((answered, test))), signals=(signal,))) == [("ARB332", 70)]
    assert codes(policy(route(test))) == [("ARB332", 40)]
