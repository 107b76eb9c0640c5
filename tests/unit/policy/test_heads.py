"""What is owed under several heads: limits, rankings, sequels, and that nothing is paid twice."""

from collections.abc import Callable
from typing import ClassVar

import pytest

from arbiter import Policy
from arbiter.policy.dated import Strength
from tests.unit.policy.conftest import Files, case, claim, decided, eur, order

POOL = 'who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]'


def one_head(rules: str, amount: str = "order.price - already_made_good", more: str = "", measures: str = "") -> str:
    """A claim with one head that the platform bears."""
    return f"""
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: {amount}
    {more}
    what:
{rules}
    {POOL}
{measures}
"""


ALWAYS = '      - {id: owed, if: {order.placed_at: known}, clause: "1"}'


class TestCap:
    """`cap` limits a head whatever its rules come to."""

    @pytest.mark.parametrize(
        ("cap", "amount", "capped"),
        [
            ("60.00 EUR", "60.00", True),
            ("100.00 EUR", "100.00", False),
            ("order.delivery_fee * 3", "14.70", True),
            ("most", "40.00", True),
            ("max(most, 50.00 EUR)", "50.00", True),
        ],
    )
    def test_no_more_than_the_limit(self, pack: Callable[[Files], Policy], cap: str, amount: str, capped: bool) -> None:
        parameters = 'most: {unit: money, clause: "1", from 2026-01-01: 40.00 EUR}\n'
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, more=f"cap: {cap}"), "parameters.yaml": parameters})
        head = decided(policy, case()).head("price")
        assert (head.what.winner, head.amount, head.capped) == ("owed", eur(amount), capped)

    @pytest.mark.parametrize("of_order", [{"delivery_fee": None}, {"delivery_fee": "4.90 USD"}])
    def test_an_unknown_limit_is_no_limit_that_was_kept(
        self, pack: Callable[[Files], Policy], of_order: dict[str, str | None]
    ) -> None:
        """Whether it is kept cannot be said where the limit is unknown or in another currency: a person decides."""
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, more="cap: order.delivery_fee * 3")})
        found = decided(policy, case(the_order=order(**of_order)))
        assert (found.head("price").amount, found.paid) == (None, [])
        assert ("missing_amount", "price") in found.reasons

    def test_what_is_claimed_is_a_limit_of_its_own(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, more="cap: 60.00 EUR")})
        head = decided(policy, case(claims=[claim(amount="55.00 EUR")])).head("price")
        assert (head.amount, head.capped, head.capped_by_claim) == (eur("55.00"), True, True)


class TestAmounts:
    @pytest.mark.parametrize(
        ("amount", "expected", "rounded"),
        [
            ("order.price / 3 - already_made_good", "33.33", True),
            ("order.price * 12.345% - already_made_good", "12.34", True),
            ("order.price * 12.355% - already_made_good", "12.36", True),
            ("(order.total - order.delivery_fee) / 4 - already_made_good", "25.00", False),
            ("min(order.price, 80.00 EUR) - already_made_good", "80.00", False),
            ("order.price * share - already_made_good", "25.00", False),
            ("max(order.delivery_fee - order.price, 0) - already_made_good", "0.00", False),
        ],
    )
    def test_amounts_are_exact_and_rounded_once_half_to_even(
        self, pack: Callable[[Files], Policy], amount: str, expected: str, rounded: bool
    ) -> None:
        parameters = 'share: {unit: percent, clause: "1", from 2026-01-01: 25}\n'
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, amount=amount), "parameters.yaml": parameters})
        found = decided(policy, case())
        assert (found.head("price").amount, found.head("price").rounded) == (eur(expected), rounded)
        assert found.document["verdict"]["heads"][0]["rounding"] == ("half-even" if rounded else "none")

    def test_an_amount_never_falls_below_nothing(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack({"claims/broken.yaml": one_head(ALWAYS)})
        found = decided(policy, case(claims=[claim(already_made_good="130.00 EUR")]))
        assert (found.head("price").what.winner, found.head("price").amount, found.paid) == ("owed", eur("0.00"), [])


class TestRanking:
    """`ranking`: of several rules that hold, the first one listed wins, as if it stood over all after it."""

    RULES = """
      - {id: half, if: {order.price: "> 10.00 EUR"}, amount: order.price / 2 - already_made_good, clause: "1"}
      - {id: whole, if: {order.price: "> 20.00 EUR"}, clause: "1"}
      - {id: none, if: {order.price: "> 30.00 EUR"}, amount: 0, clause: "1"}"""

    @pytest.mark.parametrize(
        ("ranking", "winner"),
        [
            ("[half, whole, none]", "half"),
            ("[none, whole, half]", "none"),
            ("[whole, half, none]", "whole"),
        ],
    )
    def test_the_first_listed_that_holds_wins(self, pack: Callable[[Files], Policy], ranking: str, winner: str) -> None:
        policy = pack({"claims/broken.yaml": one_head(self.RULES, more=f"ranking: {ranking}")})
        head = decided(policy, case()).head("price")
        assert (head.what.state, head.what.winner) == ("settled", winner)
        assert set(head.what.fired) == {"half", "whole", "none"}
        assert {loser for loser, _ in head.what.overridden} == {"half", "whole", "none"} - {winner}

    def test_one_that_does_not_hold_gives_way(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack({"claims/broken.yaml": one_head(self.RULES, more="ranking: [none, whole, half]")})
        assert decided(policy, case(the_order=order(price="25.00 EUR"))).head("price").what.winner == "whole"
        assert decided(policy, case(the_order=order(price="15.00 EUR"))).head("price").what.winner == "half"

    def test_without_one_they_conflict_and_a_person_decides(self, pack: Callable[[Files], Policy]) -> None:
        found = decided(pack({"claims/broken.yaml": one_head(self.RULES)}), case())
        assert (found.head("price").what.state, found.head("price").what.winner) == ("conflict", None)
        assert ("conflict", "price") in found.reasons

    def test_what_is_not_listed_stands_beside(self, pack: Callable[[Files], Policy]) -> None:
        """A ranking of two says nothing of a third: if it holds as well, that is a conflict."""
        found = decided(pack({"claims/broken.yaml": one_head(self.RULES, more="ranking: [whole, half]")}), case())
        assert found.head("price").what.state == "conflict"


class TestSequels:
    RULE = """
      - id: cure-first
        if: {order.price: known}
        amount: order.price / 10 - already_made_good
        then: {ask: photo, within: cure_days}
        clause: "1"
      - {id: nothing, if: {order.price: unknown}, amount: 0, clause: "1"}"""
    PARAMETERS = 'cure_days: {unit: bd, clause: "1", from 2026-01-01: 10}\n'

    def test_what_may_follow_a_first_step_stands_in_the_decision(self, pack: Callable[[Files], Policy]) -> None:
        """Who may send what, and by which parameter's days: the rule that won says so."""
        policy = pack({"claims/broken.yaml": one_head(self.RULE), "parameters.yaml": self.PARAMETERS})
        found = decided(policy, case())
        assert found.head("price").what.winner == "cure-first"
        assert found.document["verdict"]["sequels"] == [
            {"head": "price", "rule": "cure-first", "party": "buyer", "ask": "photo", "within": "cure_days"}
        ]

    def test_nothing_follows_from_a_rule_that_did_not_win(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack({"claims/broken.yaml": one_head(self.RULE), "parameters.yaml": self.PARAMETERS})
        found = decided(policy, case(the_order=order(price=None)))
        assert found.head("price").what.winner == "nothing"
        assert found.verdict.sequels == ()
        assert "sequels" not in found.document["verdict"]


def test_how_long_a_measure_lasts_is_kept_with_its_rule(pack: Callable[[Files], Policy]) -> None:
    files = {
        "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
""",
        "questions/shown_broken.yaml": """
question: shown_broken
clause: "1"
standard: clear
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: seen, all: [note]}]
""",
        "parameters.yaml": 'a_month: {unit: d, clause: "1", from 2026-01-01: 30}\n',
        "claims/broken.yaml": one_head(
            ALWAYS,
            measures="measures: [{id: told, to: seller, measure: points, if: {shown_broken: shown yes}, "
            'lasts: a_month, clause: "1"}]',
        ),
    }
    policy = pack(files)
    photo = {"id": "p", "kind": "photo", "submitted_by": "buyer"}
    note = {"id": "r", "kind": "reading", "submitted_by": "platform", "of": "p", "says": "damage", "by": "operator"}
    assert [one.id for one in decided(policy, case(photo, note)).verdict.measures] == ["told"]
    assert policy.claims["broken"].measures[0].lasts == "a_month"
    assert policy.parameters["a_month"].values[0].value == 30
    assert not isinstance(policy.parameters["a_month"].values[0].value, Strength)


class TestSeveralHeads:
    FILES: ClassVar = {
        "claims/broken.yaml": f"""
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{{id: whole, if: {{order.placed_at: known}}, clause: "1"}}]
    {POOL}
  fee:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what: [{{id: fee-back, if: {{order.placed_at: known}}, clause: "1"}}]
    {POOL}
"""
    }

    @pytest.mark.parametrize(
        ("already", "price", "fee"),
        [
            ("0.00", "100.00", "4.90"),
            ("30.00", "70.00", "4.90"),
            ("100.00", "0.00", "4.90"),
            ("102.00", "0.00", "2.90"),
            ("200.00", "0.00", "0.00"),
        ],
    )
    def test_what_was_made_good_is_deducted_once_in_the_order_of_heads(
        self, pack: Callable[[Files], Policy], already: str, price: str, fee: str
    ) -> None:
        """Deducted from every head it would be taken twice; what one head leaves over is taken from the next."""
        found = decided(pack(self.FILES), case(claims=[claim(already_made_good=f"{already} EUR")]))
        assert (found.head("price").what.winner, found.head("fee").what.winner) == ("whole", "fee-back")
        assert (found.head("price").amount, found.head("fee").amount) == (eur(price), eur(fee))

    @pytest.mark.parametrize(("asked", "price", "fee"), [("104.90", "100.00", "4.90"), ("102.00", "100.00", "2.00"),
                                                         ("60.00", "60.00", "0.00")])  # fmt: skip
    def test_what_is_claimed_is_the_limit_of_all_heads_together(
        self, pack: Callable[[Files], Policy], asked: str, price: str, fee: str
    ) -> None:
        found = decided(pack(self.FILES), case(claims=[claim(amount=f"{asked} EUR")]))
        assert (found.head("price").amount, found.head("fee").amount) == (eur(price), eur(fee))

    def test_another_currency_that_was_made_good_is_not_guessed(self, pack: Callable[[Files], Policy]) -> None:
        found = decided(pack(self.FILES), case(claims=[claim(already_made_good="30.00 USD")]))
        assert found.paid == []
        assert {("missing_amount", "price"), ("missing_amount", "fee")} <= set(found.reasons)
