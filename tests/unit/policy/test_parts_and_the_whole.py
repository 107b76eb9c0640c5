"""Gates and guarantees about parts of an order beside heads of the whole order, and the other way round."""

from collections.abc import Callable

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Files, decided, eur
from tests.unit.policy.test_parts import claimed, shown, the_case

SIGNALS = """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
"""
QUESTIONS = {
    "questions/is_broken.yaml": """
question: is_broken
clause: "1"
scope: item
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: seen, all: [note]}]
""",
    "questions/packed_badly.yaml": """
question: packed_badly
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {seller: no}
""",
}
# The price is owed for each broken line, the fee for the whole order. The seller bears both: it packed badly.
PRICE = """
  price:
    to: buyer
    amount: item.price - already_made_good
    what:
      - {id: owed, if: {is_broken: yes}, clause: "1"}
      - {id: not-owed, if: {is_broken: no}, amount: 0, clause: "1"}
    who: [{id: seller-pays, bearer: seller, if: {packed_badly: yes}, clause: "1"}]
"""
FEE = """
  fee:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what: [{id: fee-back, if: {order.placed_at: known}, clause: "1"}]
    who: [{id: seller-pays-fee, bearer: seller, if: {packed_badly: yes}, clause: "1"}]
"""
FEE_TRANSFER = ("seller", "buyer", "fee", "4.90 EUR")


def a_pack(heads: str, rules: str) -> Files:
    text = f'claim: broken\nby: buyer\nclause: "1"\n{rules}\nheads:{heads}'
    return {"signals.yaml": SIGNALS, "claims/broken.yaml": text, **QUESTIONS}


def lines(*broken: str) -> tuple[Data, ...]:
    """Photos of broken lines."""
    return tuple(record for line in broken for record in shown(line, None, line))


class TestGuarantees:
    """Nothing is paid against a promise, whether it is about the whole or about a part."""

    @pytest.mark.parametrize("head", ["price", "fee"])
    def test_about_the_whole(self, pack: Callable[[Files], Policy], head: str) -> None:
        promise = (
            f'guarantees: [{{id: never, to: seller, never_bears: {head}, if: {{packed_badly: yes}}, clause: "1"}}]'
        )
        found = decided(pack(a_pack(PRICE + FEE, promise)), the_case(*lines("vase"), claims=claimed("glass", "vase")))
        assert ("guarantee", "never") in found.reasons
        assert head not in [paid[2] for paid in found.paid]
        assert [kept.kept for kept in found.verdict.guarantees] == [False]

    def test_about_a_part_and_a_head_of_parts(self, pack: Callable[[Files], Policy]) -> None:
        """The vase is dear, so the seller never bears its price; the glasses are paid."""
        promise = (
            'guarantees: [{id: never, to: seller, never_bears: price, if: {item.price: "> 50.00 EUR"}, clause: "1"}]'
        )
        file = the_case(*lines("vase", "glass"), claims=claimed("glass", "vase"))
        found = decided(pack(a_pack(PRICE, promise)), file)
        assert ("guarantee", "never") in found.reasons
        assert found.paid == [("seller", "buyer", "price", "48.00 EUR")]

    @pytest.mark.parametrize(("broken", "kept"), [(("vase",), False), ((), True)])
    def test_about_a_part_and_a_head_of_the_whole(
        self, pack: Callable[[Files], Policy], broken: tuple[str, ...], kept: bool
    ) -> None:
        """If some line is broken, the seller does not bear the fee: it would be borne for that line too."""
        promise = 'guarantees: [{id: never, to: seller, never_bears: fee, if: {is_broken: yes}, clause: "1"}]'
        found = decided(pack(a_pack(PRICE + FEE, promise)), the_case(*lines(*broken), claims=claimed("glass", "vase")))
        assert (("guarantee", "never") in found.reasons) != kept
        assert (FEE_TRANSFER in found.paid) == kept


class TestGates:
    """A gate that is shut shuts what is owed for what it is about."""

    def test_about_the_whole_shuts_every_part(self, pack: Callable[[Files], Policy]) -> None:
        gate = 'first: {id: shut, if: {packed_badly: no}, else: refuse, clause: "1"}'
        found = decided(
            pack(a_pack(PRICE + FEE, gate)), the_case(*lines("vase", "glass"), claims=claimed("glass", "vase"))
        )
        assert [head.gate for head in found.verdict.heads] == ["shut"] * 3
        assert (found.paid, found.reasons) == ([], [])

    @pytest.mark.parametrize(("otherwise", "amount"), [("refuse", "0.00"), ("human", None), ("propose", None)])
    def test_about_a_part_shuts_that_part(
        self, pack: Callable[[Files], Policy], otherwise: str, amount: str | None
    ) -> None:
        gate = f'first: {{id: cheap, if: {{item.price: "<= 50.00 EUR"}}, else: {otherwise}, clause: "1"}}'
        file = the_case(*lines("vase", "glass"), claims=claimed("glass", "vase"))
        found = decided(pack(a_pack(PRICE, gate)), file)
        vase = found.head("price", "vase")
        assert (vase.gate, vase.amount) == ("cheap", eur(amount) if amount else None)
        assert found.paid == [("seller", "buyer", "price", "48.00 EUR")]
        assert found.verdict.route.route == ("auto" if amount else otherwise)

    @pytest.mark.parametrize("otherwise", ["refuse", "human", "propose"])
    def test_about_some_parts_leaves_what_is_owed_for_the_whole_to_a_person(
        self, pack: Callable[[Files], Policy], otherwise: str
    ) -> None:
        """The fee was paid for both lines, and one of them is refused: how much of it is owed no rule says."""
        gate = f'first: {{id: whole, if: {{is_broken: yes}}, else: {otherwise}, clause: "1"}}'
        found = decided(pack(a_pack(FEE, gate)), the_case(*lines("vase"), claims=claimed("glass", "vase")))
        assert (found.head("fee").gate, found.head("fee").amount, found.paid) == ("whole", None, [])
        assert ("gate", "whole") in found.reasons
        assert found.verdict.route.route == "human"

    @pytest.mark.parametrize(("otherwise", "amount"), [("refuse", "0.00"), ("human", None), ("propose", None)])
    def test_about_all_parts_shuts_the_whole(
        self, pack: Callable[[Files], Policy], otherwise: str, amount: str | None
    ) -> None:
        gate = f'first: {{id: whole, if: {{is_broken: yes}}, else: {otherwise}, clause: "1"}}'
        found = decided(pack(a_pack(FEE, gate)), the_case(claims=claimed("glass", "vase")))
        assert (found.head("fee").gate, found.head("fee").amount) == ("whole", eur(amount) if amount else None)
        assert found.verdict.route.route == ("auto" if amount else otherwise)

    def test_about_no_part_shuts_nothing(self, pack: Callable[[Files], Policy]) -> None:
        gate = 'first: {id: whole, if: {is_broken: yes}, else: refuse, clause: "1"}'
        file = the_case(*lines("vase", "glass"), claims=claimed("glass", "vase"))
        found = decided(pack(a_pack(FEE, gate)), file)
        assert (found.paid, found.reasons) == ([FEE_TRANSFER], [])


@pytest.mark.parametrize(
    "rules",
    [
        'first: {id: some, if: {is_broken: yes}, else: refuse, clause: "1"}',
        'guarantees: [{id: some, to: seller, never_bears: fee, if: {is_broken: yes}, clause: "1"}]',
        'routes: [{id: some, route: human, if: {is_broken: yes}, clause: "1"}]',
    ],
)
def test_rules_about_parts_wait_until_the_parts_are_known(pack: Callable[[Files], Policy], rules: str) -> None:
    """Which lines are claimed is unknown, so whether the rule holds is too: the fee is not paid past it."""
    found = decided(pack(a_pack(FEE, rules)), the_case(claims=claimed()))
    assert ("parts", "some") in found.reasons
    assert found.verdict.status == "referred"
    assert ("buyer", "claim", "items") in found.asked


def test_a_route_that_sends_nobody_anywhere_waits_for_nothing(pack: Callable[[Files], Policy]) -> None:
    rules = 'routes: [{id: some, route: auto, if: {is_broken: yes}, clause: "1"}]'
    found = decided(pack(a_pack(FEE, rules)), the_case(claims=claimed()))
    assert (found.reasons, found.paid) == ([], [FEE_TRANSFER])
