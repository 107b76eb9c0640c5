"""What is proposed in place of a value can be read where it is proposed; and how others write it is recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbiter.policy.parse import compared, hints
from arbiter.policy.parse.conditions import DECIMAL
from evidence import Money
from evidence.lookalikes import lookalike_in, plainly, told


@pytest.mark.parametrize(
    ("written", "unit", "meant"),
    [
        ("1,500 m", "m", "1500"), ("1.500,25", "m", "1500.25"), ("1,5", "m", "1.5"), ("5 days", "d", "5"),
        ("3d", "d", "3"), ("50%", "percent", "50"), ("1 000", "m", "1000"), ("1'000'000.5", "m", "1000000.5"),
        ("１５０", "m", "150"), ("+5", "m", "5"), (".5", "m", "0.5"), ("5 days", "m", None), ("1e3", "m", None),
        ("0x10", "m", None), ("NaN", "m", None), ("12 34", "m", None),
    ],
)  # fmt: skip
def test_numbers(written: str, unit: str, meant: str | None) -> None:
    assert hints.number_meant(written, unit) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1,000.00 EUR", "1000.00 EUR"), ("€50", "50.00 EUR"), ("50 €", "50.00 EUR"), ("EUR 50.00", "50.00 EUR"),
        ("50,00 eur", "50.00 EUR"), ("1.000,00 EUR", "1000.00 EUR"), ("R$ 5", "5.00 BRL"), ("₽1000", "1000.00 RUB"),
        ("50", None), ("EUR", None), ("50.999 EUR", None), ("50 XXQ", None), ("¥50", None),
    ],
)  # fmt: skip
def test_amounts(written: str, meant: str | None) -> None:
    """A sign that stands for several currencies is no amount: nobody's currency is guessed but the dollar's own."""
    assert hints.money_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10-20", "10..20"), ("10 to 20", "10..20"), ("10…20", "10..20"), ("10...20", "10..20"), ("[10..20]", "10..20"),
        ("between 10 and 20", "10..20"), ("== 5", "5..5"), ("=> 150", ">= 150"), ("≥ 150", ">= 150"),
        ("＞ １５０", "> 150"), ("at least 1,000", ">= 1000"), ("150+", ">= 150"), ("..150", "<= 150"),
        ("> 150 m", "> 150"), ("more than far_from", "> far_from"), ("150", None), ("> 10 and < 20", None),
        ("!= 5", None), ("many", None),
    ],
)  # fmt: skip
def test_comparisons(written: str, meant: str | None) -> None:
    found = hints.comparison_meant(written, lambda side: hints.number_meant(side, "m"))
    assert found == meant
    assert found is None or compared.comparison(found) or compared.limits(found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("== buyer", "buyer"), ("!= buyer", "not buyer"), ("is not buyer", "not buyer"), ("<> buyer", "not buyer"),
        ("Buyer", "buyer"), ("Not Received", "not_received"), ("buyer or household", "[buyer, household]"),
        ("buyer and household", None), ("not buyer or household", None), ("nobody", None), ("true", None),
    ],
)  # fmt: skip
def test_words(written: str, meant: str | None) -> None:
    assert hints.word_meant(written, ("buyer", "household", "not_received")) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", "yes"), ("Yes", "yes"), ("NO", "no"), ("== no", "no"), ("shown: TRUE", "shown yes"), ("not yes", None),
        ("yes or no", None), ("maybe", None),
    ],
)  # fmt: skip
def test_answers(written: str, meant: str | None) -> None:
    """`not yes` is not `no`: a question may be open."""
    assert hints.answer_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("from 01.03.2026", "from 2026-03-01"), ("2026-01-01", "from 2026-01-01"), ("from 2026-3-1", "from 2026-03-01"),
        ("Since 2026/01/01 to 2026/02/01 in br", "from 2026-01-01 until 2026-02-01 in BR"),
        ("from 03/01/2026", None), ("from 2026-02-30", None), ("from now", None),
    ],
)  # fmt: skip
def test_periods(written: str, meant: str | None) -> None:
    """Where the day cannot be told from the month, nothing is proposed."""
    assert hints.period_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sent is yes and arrived == no", "{sent: yes, arrived: no}"),
        ("sent = yes or arrived: no", "[{sent: yes}, {arrived: no}]"),
        ("order.total >= large_from", '{order.total: ">= large_from"}'), ("a is b and c is d or e is f", None),
        ("sent is not yes", None), ("sent", None),
    ],
)  # fmt: skip
def test_conditions(written: str, meant: str | None) -> None:
    assert hints.condition_meant(written) == meant


PARTS = st.lists(
    st.sampled_from(
        ["1", "000", ",", ".", " ", "EUR", "€", "-", "..", "to", ">", "≥", "=", "m", "not", "a", "١", "’", "99"],
    ),
    max_size=8,
)  # fmt: skip


@given(PARTS)
def test_whatever_is_proposed_can_be_read(parts: list[str]) -> None:
    text = "".join(parts)
    number, amount = hints.number_meant(text, "m"), hints.money_meant(text)
    assert number is None or DECIMAL.fullmatch(number)
    assert amount is None or str(Money.parse(amount)) == amount
    found = hints.comparison_meant(text, hints.number_meant)
    assert found is None or compared.comparison(found) or compared.limits(found)


@given(st.text(max_size=30))
def test_look_alikes_are_gone_once_written_plainly(text: str) -> None:
    at = lookalike_in(text)
    assert at is None or told(text[at]).startswith(f"`{text[at]}` is a")
    assert lookalike_in(plainly(text)) is None
