"""Money must be exact in every currency, or somebody is paid a hundred times too much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from iso4217 import Currency

from evidence import Money, MoneyError
from evidence.money import _COMMON_EXPONENTS


@pytest.mark.parametrize(
    ("written", "minor", "shown"),
    [
        ("80.00 EUR", 8000, "80.00 EUR"),
        ("80 EUR", 8000, "80.00 EUR"),
        ("80.5 EUR", 8050, "80.50 EUR"),
        ("-0.05 EUR", -5, "-0.05 EUR"),
        ("500 JPY", 500, "500 JPY"),
        ("1.234 KWD", 1234, "1.234 KWD"),
    ],
)
def test_decimals_follow_the_currency(written: str, minor: int, shown: str) -> None:
    amount = Money.parse(written)
    assert amount.minor == minor
    assert str(amount) == shown


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("80.001 EUR", "more decimals than EUR (2)"),
        ("80.0 JPY", "more decimals than JPY (0)"),
        ("80,00 EUR", "not an amount like"),
        ("EUR 80", "not an amount like"),
        ("80.00EUR", "not an amount like"),
        ("80.00 eur", "not an amount like"),
        ("080 EUR", "not an amount like"),
        ("8e1 EUR", "not an amount like"),
        ("80. EUR", "not an amount like"),
        ("٨٠ EUR", "not an amount like"),
        ("80.00 EUR\n", "not an amount like"),
        ("80.00 QQQ", "unknown currency `QQQ`"),
        ("1 XAU", "no minor unit"),
    ],
)
def test_anything_doubtful_is_refused(written: str, why: str) -> None:
    with pytest.raises(MoneyError, match=why.replace("(", r"\(").replace(")", r"\)")):
        Money.parse(written)


def test_the_short_table_agrees_with_the_long_one() -> None:
    assert {code: Currency(code).exponent for code in _COMMON_EXPONENTS} == _COMMON_EXPONENTS


def test_two_currencies_never_mix() -> None:
    euro, yen = Money(1, "EUR"), Money(1, "JPY")
    assert euro != yen
    for operation in (
        lambda: euro + yen,
        lambda: euro - yen,
        lambda: euro < yen,
        lambda: euro <= yen,
        lambda: euro > yen,
        lambda: euro >= yen,
    ):
        with pytest.raises(MoneyError, match="`EUR` and `JPY`"):
            operation()


def test_money_is_not_a_number() -> None:
    with pytest.raises(TypeError):
        Money(1.5, "EUR")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Money(1, "EUR") + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        assert Money(1, "EUR") < 2  # type: ignore[operator]


def test_arithmetic() -> None:
    assert Money(5, "EUR") + Money(3, "EUR") == Money(8, "EUR")
    assert Money(5, "EUR") - Money(8, "EUR") == Money(-3, "EUR")
    assert -Money(5, "EUR") == Money(-5, "EUR")
    assert Money.zero("JPY") == Money(0, "JPY")
    assert sorted([Money(2, "EUR"), Money(1, "EUR")]) == [Money(1, "EUR"), Money(2, "EUR")]
    assert Money(2, "EUR") >= Money(2, "EUR") <= Money(2, "EUR")
    with pytest.raises(MoneyError):
        Money.zero("QQQ")


def test_a_tie_goes_to_the_earlier_part() -> None:
    assert [part.minor for part in Money(100, "EUR").split([1, 1, 1])] == [34, 33, 33]
    assert [part.minor for part in Money(-100, "EUR").split([1, 1, 1])] == [-34, -33, -33]
    assert [part.minor for part in Money(5, "EUR").split([1, 0, 2])] == [2, 0, 3]


@pytest.mark.parametrize("weights", [[], [0, 0], [2, -1]])
def test_weights_must_weigh(weights: list[int]) -> None:
    with pytest.raises(MoneyError, match="weights"):
        Money(100, "EUR").split(weights)


@given(
    st.integers(-(10**12), 10**12),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any),
)
def test_a_split_conserves_and_is_fair(minor: int, weights: list[int]) -> None:
    parts = [part.minor for part in Money(minor, "EUR").split(weights)]
    assert sum(parts) == minor
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - minor * weight) < sum(weights)
