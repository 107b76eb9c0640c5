"""What an earlier claim gives, or may still give, for the same loss: line by line, and within the limit of a head."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Files, case, claim, decided, eur, order
from tests.unit.policy.test_heads import ALWAYS, one_head
from tests.unit.policy.test_parts import files, shown, the_case

BY_HAND = '  - {id: always, route: human, if: {order.price: known}, clause: "1"}'


def first(*items: Any, **more: Any) -> Data:
    return claim(id="C-1", filed_at="2026-03-12T10:00:00Z", items=list(items), **more)


def second(*items: Any, **more: Any) -> Data:
    return claim(id="C-2", filed_at="2026-03-14T10:00:00Z", items=list(items), **more)


class TestLines:
    @pytest.fixture
    def policy(self, pack: Callable[[Files], Policy]) -> Policy:
        return pack(files("item"))

    @pytest.mark.parametrize("already", [{}, {"already_made_good": "12.00 EUR"}])
    def test_what_was_given_for_the_vase_is_not_taken_from_the_glasses(self, policy: Policy, already: Data) -> None:
        file = the_case(*shown(None), claims=[first("vase", **already), second("glass")])
        found = decided(policy, file, "C-2")
        assert found.head("price", "glass").amount == eur("48.00")
        assert {prior.line for prior in found.verdict.priors if prior.head == "price"} == set()

    def test_what_was_given_for_one_line_is_taken_from_that_line(self, policy: Policy) -> None:
        """The vase is claimed again, beside the glasses: it is paid once."""
        file = the_case(*shown(None), claims=[first("vase"), second("glass", "vase")])
        found = decided(policy, file, "C-2")
        assert (found.head("price", "glass").amount, found.head("price", "vase").amount) == (eur("48.00"), eur("0.00"))
        of_price = [prior for prior in found.document["verdict"]["priors"] if prior["head"] == "price"]
        assert of_price == [
            {"claim": "C-1", "head": "price", "line": "vase", "amount": {"minor": 5200, "currency": "EUR"}}
        ]

    def test_units_of_a_line_are_of_that_line(self, pack: Callable[[Files], Policy]) -> None:
        """One claim may number the units of a line otherwise than the next: what was given for one is for that line."""
        claims = [first({"item": "glass", "units": 1}), second({"item": "glass", "units": 2})]
        found = decided(pack(files("unit")), the_case(*shown(None), claims=claims), "C-2")
        assert [found.head("price", f"glass#{number}").amount for number in (1, 2)] == [eur("0.00"), eur("8.00")]

    def test_what_was_made_good_for_several_lines_is_taken_from_any_of_them(self, policy: Policy) -> None:
        both = first("glass", "vase", already_made_good="120.00 EUR")
        found = decided(policy, the_case(*shown(None), claims=[both, second("vase")]), "C-2")
        assert found.head("price", "vase").amount == eur("0.00")

    def test_an_unsettled_claim_about_another_line_keeps_nobody(self, pack: Callable[[Files], Policy]) -> None:
        """What a person decides about the vase changes nothing for the glasses, whose fee is another claim's."""
        text = files("item", f"routes:\n{BY_HAND}")
        text["claims/missing.yaml"] = text["claims/broken.yaml"].replace("claim: broken", "claim: missing")
        text["claims/missing.yaml"] = text["claims/missing.yaml"].replace(f"routes:\n{BY_HAND}", "")
        start = text["claims/missing.yaml"].index("  fee:\n")
        text["claims/missing.yaml"] = text["claims/missing.yaml"][:start]
        policy = pack(text)
        for line, expected in (("glass", []), ("vase", [("prior", "price")])):
            file = the_case(*shown(None), claims=[first("vase"), second(line, claim="missing")])
            assert decided(policy, file, "C-2").reasons == expected


def two_claims(of_first: str, cap: str = "") -> Files:
    """Two claims for one loss. The first may be for a person."""
    whole = one_head(ALWAYS, more=cap)
    return {"claims/broken.yaml": one_head(of_first, more=cap, measures=f"routes:\n{BY_HAND}"),
            "claims/missing.yaml": whole.replace("claim: broken", "claim: missing")}  # fmt: skip


NOTHING = '      - {id: nothing, if: {order.placed_at: known}, amount: 0, clause: "1"}'


class TestUnsettled:
    def test_what_gives_nothing_yet_may_still_give_something(self, pack: Callable[[Files], Policy]) -> None:
        """A person may grant the first claim after all: then the second would have paid the price again."""
        found = decided(pack(two_claims(NOTHING)), case(claims=[first(), second(claim="missing")]), "C-2")
        assert found.paid == [("platform", "buyer", "price", "100.00 EUR")]
        assert (found.reasons, found.verdict.route.route) == ([("prior", "price")], "propose")
        assert found.document["verdict"]["priors"] == [
            {"claim": "C-1", "head": "price", "amount": {"minor": 0, "currency": "EUR"}}
        ]

    def test_where_nothing_is_owed_nothing_can_be_taken_off(self, pack: Callable[[Files], Policy]) -> None:
        text = dict(two_claims(NOTHING))
        text["claims/missing.yaml"] = text["claims/missing.yaml"].replace(ALWAYS, NOTHING)
        found = decided(pack(text), case(claims=[first(), second(claim="missing")]), "C-2")
        assert (found.paid, found.reasons) == ([], [])

    def test_what_is_settled_and_gives_nothing_is_no_prior(self, pack: Callable[[Files], Policy]) -> None:
        """Whoever gets all that was claimed need not be heard, so the first claim is final."""
        text = dict(two_claims(NOTHING))
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(f"routes:\n{BY_HAND}", "")
        claims = [first(amount="0.00 EUR"), second(claim="missing")]
        found = decided(pack(text), case(claims=claims), "C-2")
        assert (found.verdict.priors, found.reasons) == ((), [])


class TestLimits:
    """A head's own limit is one on all that is given for the loss."""

    @pytest.mark.parametrize(
        ("already", "amount"), [("0.00", "60.00"), ("30.00", "30.00"), ("60.00", "0.00"), ("80.00", "0.00")]
    )
    def test_a_refund_uses_the_limit_up(self, pack: Callable[[Files], Policy], already: str, amount: str) -> None:
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, more="cap: 60.00 EUR")})
        found = decided(policy, case(claims=[claim(already_made_good=f"{already} EUR")]))
        assert (found.head("price").what.winner, found.head("price").amount) == ("owed", eur(amount))

    def test_two_claims_do_not_get_more_than_the_limit_together(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack(two_claims(ALWAYS, "cap: 60.00 EUR"))
        file = case(claims=[first(), second(claim="missing")])
        assert decided(policy, file, "C-1").head("price").amount == eur("60.00")
        later = decided(policy, file, "C-2").head("price")
        assert (later.amount, later.capped) == (eur("0.00"), True)

    def test_what_was_made_good_beyond_the_limit_counts_for_the_next_head(
        self, pack: Callable[[Files], Policy]
    ) -> None:
        """Eighty were refunded. Of the price sixty were to be had at most: the rest covers the fee."""
        text = one_head(ALWAYS, more="cap: 60.00 EUR") + (
            "  fee:\n    to: buyer\n    amount: order.delivery_fee - already_made_good\n"
            '    what: [{id: fee-back, if: {order.placed_at: known}, clause: "1"}]\n'
            '    who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]\n'
        )
        policy = pack({"claims/broken.yaml": text})
        for already, expected in (("80.00", "0.00"), ("62.00", "2.90"), ("60.00", "4.90")):
            found = decided(policy, case(claims=[claim(already_made_good=f"{already} EUR")]))
            assert (found.head("price").amount, found.head("fee").amount) == (eur("0.00"), eur(expected))

    def test_the_limit_of_a_part_is_used_up_part_by_part(self, pack: Callable[[Files], Policy]) -> None:
        text = files("item")
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(
            "amount: item.price - already_made_good", "amount: item.price - already_made_good\n    cap: 20.00 EUR"
        )
        policy = pack(text)
        file = the_case(*shown(None), claims=[first("vase"), second("glass", "vase")])
        assert decided(policy, file, "C-1").head("price", "vase").amount == eur("20.00")
        found = decided(policy, file, "C-2")
        assert (found.head("price", "glass").amount, found.head("price", "vase").amount) == (eur("20.00"), eur("0.00"))

    def test_a_limit_in_another_currency_stays_unknown(self, pack: Callable[[Files], Policy]) -> None:
        policy = pack({"claims/broken.yaml": one_head(ALWAYS, more="cap: order.delivery_fee")})
        file = case(claims=[claim(already_made_good="30.00 EUR")], the_order=order(delivery_fee="4.90 USD"))
        assert decided(policy, file).head("price").amount is None
