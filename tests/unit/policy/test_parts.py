"""`scope: item` and `scope: unit`: a question is settled for each claimed part of the order, and the amounts add up."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import CaseFileError, DecideError, Policy, decide
from tests.unit.policy.conftest import Data, Decided, Files, case, causes, claim, decided, eur, order

LINES = [
    {"id": "glass", "title": "A wine glass", "quantity": 6, "price": "8.00 EUR"},
    {"id": "vase", "title": "A vase", "quantity": 1, "price": "52.00 EUR"},
]


def files(scope: str, more: str = "") -> dict[str, str]:
    """A pack that asks of each part whether it is broken, and of the order whether it was sent at all."""
    return {
        "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
scan: {if: {tracking_event.code: damaged}, strength: moderate, held_by: carrier, group: scans}
sent: {if: {handover.proof: signature}, strength: strong, held_by: carrier, group: papers}
""",
        "questions/is_broken.yaml": f"""
question: is_broken
clause: "1"
scope: {scope}
raised: {{raised_by: buyer, any: [says]}}
must_show: {{buyer: yes}}
yes: [{{id: seen, all: [note]}}, {{id: scanned, all: [scan]}}]
""",
        "claims/broken.yaml": f"""
claim: broken
by: buyer
clause: "1"
evidence: {{buyer: {{required: [photo]}}}}
heads:
  price:
    to: buyer
    amount: item.price - already_made_good
    what:
      - {{id: owed, if: {{is_broken: yes}}, clause: "1"}}
      - {{id: not-owed, if: {{is_broken: no}}, amount: 0, clause: "1"}}
    who: [{{id: seller, bearer: platform, if: {{is_broken: yes}}, clause: "1"}}]
  fee:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what: [{{id: fee-back, if: {{order.placed_at: known}}, clause: "1"}}]
    who: [{{id: pool, bearer: platform, if: {{order.placed_at: known}}, clause: "1"}}]
{more}
""",
    }


def claimed(*items: Any, **more: Any) -> list[Data]:
    """A claim about some lines or units of the order."""
    return [claim(items=list(items), **more)]


def shown(item: str | None, unit: int | None = None, id: str = "x") -> list[Data]:
    """A photo of a part of the order, and what an operator reads in it."""
    about: Data = {} if item is None else {"about": {"item": item} | ({"unit": unit} if unit else {})}
    photo = {"id": f"photo-{id}", "kind": "photo", "submitted_by": "buyer", **about}
    reading = {"id": f"note-{id}", "kind": "reading", "submitted_by": "platform", "of": f"photo-{id}", "says": "damage"}
    return [photo, reading | {"by": "operator"}]


def says_broken(item: str, unit: int) -> Data:
    """What the buyer says of one unit."""
    about: Data = {"item": item, "unit": unit}
    said: Data = {"id": f"says-{unit}", "kind": "statement", "submitted_by": "buyer", "at": "2026-03-13T11:00:00Z"}
    return said | {"by": "buyer", "says": "broken", "about": about}


def the_case(*records: Data, claims: list[Data], **of_order: Any) -> Any:
    return case(*records, claims=claims, the_order=order(items=LINES) | of_order)


def answers(found: Decided) -> dict[str | None, str]:
    """What the question came to, part by part."""
    return {one.part: one.answer for one in found.verdict.findings if one.question == "is_broken"}


class TestUnits:
    @pytest.fixture
    def policy(self, pack: Callable[[Files], Policy]) -> Policy:
        return pack(files("unit"))

    def test_two_of_six_glasses(self, policy: Policy) -> None:
        """Two are claimed and both are shown: each is owed what one glass costs, and one transfer pays for both."""
        records = [*shown("glass", 1, "a"), *shown("glass", 2, "b")]
        found = decided(policy, the_case(*records, claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {"glass#1": "yes", "glass#2": "yes"}
        assert [found.head("price", part).what.winner for part in ("glass#1", "glass#2")] == ["owed", "owed"]
        assert [found.head("price", part).amount for part in ("glass#1", "glass#2")] == [eur("8.00"), eur("8.00")]
        assert found.paid == [("platform", "buyer", "fee", "4.90 EUR"), ("platform", "buyer", "price", "16.00 EUR")]

    def test_evidence_about_one_unit_does_not_touch_the_other(self, policy: Policy) -> None:
        found = decided(policy, the_case(*shown("glass", 2), claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {"glass#1": "no", "glass#2": "yes"}
        assert found.finding("is_broken", "glass#1").by == "burden"
        assert found.finding("is_broken", "glass#2").by == "evidence"
        assert (found.head("price", "glass#1").what.winner, found.head("price", "glass#2").what.winner) == (
            "not-owed",
            "owed",
        )
        assert ("platform", "buyer", "price", "8.00 EUR") in found.paid

    def test_evidence_about_the_line_bears_on_each_of_its_units(self, policy: Policy) -> None:
        found = decided(policy, the_case(*shown("glass"), claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {"glass#1": "yes", "glass#2": "yes"}

    def test_evidence_about_the_order_bears_on_every_part(self, policy: Policy) -> None:
        claims = claimed({"item": "glass", "units": 1}, "vase")
        found = decided(policy, the_case(*shown(None), claims=claims))
        assert answers(found) == {"glass#1": "yes", "vase#1": "yes"}
        assert ("platform", "buyer", "price", "60.00 EUR") in found.paid

    def test_the_units_are_those_that_records_are_about(self, policy: Policy) -> None:
        """Glasses are alike, and whoever photographed the fifth one meant one of the two that are claimed."""
        found = decided(policy, the_case(*shown("glass", 5), claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {"glass#1": "no", "glass#5": "yes"}

    def test_which_units_are_claimed_is_asked_for_if_records_are_about_more(self, policy: Policy) -> None:
        """Three glasses are photographed and two claimed: which two is not ours to choose."""
        records = [record for unit in (1, 2, 3) for record in shown("glass", unit, str(unit))]
        found = decided(policy, the_case(*records, claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {}
        assert causes(found) == ["parts"]
        assert [(ask.party, ask.kind, ask.field) for ask in found.verdict.asks] == [("buyer", "claim", "items")]

    def test_the_claimant_says_which_units_it_claims(self, policy: Policy) -> None:
        """Three are photographed, and the buyer says which two are broken: what it says goes before what it sends."""
        records = [record for unit in (1, 2, 3) for record in shown("glass", unit, str(unit))]
        said = [says_broken("glass", unit) for unit in (2, 3)]
        found = decided(policy, the_case(*records, *said, claims=claimed({"item": "glass", "units": 2})))
        assert answers(found) == {"glass#2": "yes", "glass#3": "yes"}

    def test_what_others_send_does_not_make_it_unknown_which_units_are_claimed(self, policy: Policy) -> None:
        """The seller's photos of other glasses are of no account once the buyer has shown the one that it means."""
        photo = {"kind": "photo", "submitted_by": "seller"}
        others = [photo | {"id": f"s-{unit}", "about": {"item": "glass", "unit": unit}} for unit in (5, 6)]
        found = decided(policy, the_case(*shown("glass", 2), *others, claims=claimed({"item": "glass", "units": 1})))
        assert answers(found) == {"glass#2": "yes"}

    def test_the_claimant_names_more_units_than_it_claims(self, policy: Policy) -> None:
        said = [says_broken("glass", unit) for unit in (1, 2)]
        found = decided(policy, the_case(*said, claims=claimed({"item": "glass", "units": 1})))
        assert (answers(found), causes(found)) == ({}, ["parts"])

    @pytest.mark.parametrize("units", [1, 6])
    def test_a_number_that_no_unit_has_is_of_no_account(self, policy: Policy, units: int) -> None:
        """The order has six glasses. A photo of the ninety-ninth shows none of them, and hides none of them."""
        found = decided(policy, the_case(*shown("glass", 99), claims=claimed({"item": "glass", "units": units})))
        assert answers(found) == {f"glass#{number + 1}": "no" for number in range(units)}
        assert causes(found) == []

    def test_an_item_is_claimed_once(self) -> None:
        """Two entries for one line would leave open whether they add up."""
        with pytest.raises(CaseFileError, match="`glass` is listed twice"):
            the_case(claims=claimed({"item": "glass", "units": 2}, "glass"))

    def test_more_units_than_were_ordered(self, policy: Policy) -> None:
        file = the_case(claims=claimed({"item": "glass", "units": 7}))
        with pytest.raises(DecideError, match=r"ARB509.*7 units of `glass` are claimed, the order has 6"):
            decide(file, policy)

    def test_more_parts_than_are_settled_one_by_one(self, policy: Policy) -> None:
        beads = [{"id": "bead", "quantity": 1001, "price": "0.10 EUR"}]
        with pytest.raises(DecideError, match=r"ARB510.*more than 1000 parts"):
            decide(the_case(claims=claimed("bead"), items=beads), policy)

    def test_as_many_units_as_were_ordered(self, policy: Policy) -> None:
        found = decided(policy, the_case(*shown("glass"), claims=claimed("glass")))
        assert len(answers(found)) == 6
        assert ("platform", "buyer", "price", "48.00 EUR") in found.paid


class TestItems:
    @pytest.fixture
    def policy(self, pack: Callable[[Files], Policy]) -> Policy:
        return pack(files("item"))

    def test_each_line_is_settled_on_its_own_evidence(self, policy: Policy) -> None:
        """The vase is shown to be broken: that says nothing of the glasses, which the buyer had to show."""
        found = decided(policy, the_case(*shown("vase"), claims=claimed("glass", "vase")))
        assert answers(found) == {"glass": "no", "vase": "yes"}
        assert (found.head("price", "glass").what.winner, found.head("price", "vase").what.winner) == (
            "not-owed",
            "owed",
        )
        assert ("platform", "buyer", "price", "52.00 EUR") in found.paid

    def test_a_record_about_a_unit_bears_on_its_line(self, policy: Policy) -> None:
        """Where lines are settled as a whole, a photo of the second glass is one of the glasses."""
        found = decided(policy, the_case(*shown("glass", 2), claims=claimed("glass", "vase")))
        assert answers(found) == {"glass": "yes", "vase": "no"}

    def test_a_line_costs_what_its_claimed_units_cost(self, policy: Policy) -> None:
        found = decided(policy, the_case(*shown("glass"), claims=claimed({"item": "glass", "units": 2})))
        assert found.head("price", "glass").amount == eur("16.00")

    def test_heads_about_the_whole_order_are_settled_once(self, policy: Policy) -> None:
        found = decided(policy, the_case(*shown("vase"), claims=claimed("glass", "vase")))
        assert [(one.id, one.part) for one in found.verdict.heads] == [
            ("fee", None), ("price", "glass"), ("price", "vase"),
        ]  # fmt: skip

    def test_signals_about_two_lines_do_not_join(self, pack: Callable[[Files], Policy]) -> None:
        """An argument of two premises about the glass needs both about the glass."""
        text = files("item")
        text["questions/is_broken.yaml"] = text["questions/is_broken.yaml"].replace(
            "[{id: seen, all: [note]}, {id: scanned, all: [scan]}]", "[{id: both, all: [note, scan]}]"
        )
        policy = pack(text)
        scan = {"id": "s", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-10T10:00:00Z"}
        scan |= {"code": "damaged", "about": {"item": "vase"}}
        found = decided(policy, the_case(*shown("glass"), scan, claims=claimed("glass", "vase")))
        assert answers(found) == {"glass": "no", "vase": "no"}

    def test_an_item_that_the_order_lacks(self, policy: Policy) -> None:
        with pytest.raises(DecideError, match=r"ARB508.*the order has no item `lamp`"):
            decide(the_case(claims=claimed("lamp")), policy)

    def test_more_units_of_a_line_than_were_ordered(self, policy: Policy) -> None:
        with pytest.raises(DecideError, match=r"ARB509.*2 units of `vase` are claimed, the order has 1"):
            decide(the_case(claims=claimed({"item": "vase", "units": 2})), policy)

    def test_what_is_claimed_of_several_lines_is_asked_for(self, policy: Policy) -> None:
        """Nobody guesses which of two lines is broken: the buyer is asked, and a person has the case meanwhile."""
        found = decided(policy, the_case(*shown(None), claims=[claim()]))
        assert causes(found).count("parts") == 1
        assert ("buyer", "claim", "items") in found.asked
        assert (found.verdict.status, [head.id for head in found.verdict.heads]) == ("referred", ["fee"])

    def test_without_lines_in_the_order_the_platform_is_asked(self, policy: Policy) -> None:
        found = decided(policy, case(*shown(None)))
        assert ("parts", "price") in found.reasons
        assert ("platform", "order", "items") in found.asked

    def test_the_only_line_is_what_is_claimed(self, policy: Policy) -> None:
        found = decided(policy, case(*shown(None), the_order=order(items=LINES[1:])))
        assert answers(found) == {"vase": "yes"}
        assert ("platform", "buyer", "price", "52.00 EUR") in found.paid

    def test_an_unknown_price_of_one_line_holds_up_only_that_head(self, policy: Policy) -> None:
        lines = [LINES[0], {"id": "vase", "quantity": 1}]
        found = decided(policy, the_case(*shown(None), claims=claimed("glass", "vase"), items=lines))
        assert (found.head("price", "glass").amount, found.head("price", "vase").amount) == (eur("48.00"), None)
        assert ("missing_amount", "price") in found.reasons
        assert ("platform", "order", "items") in found.asked

    def test_what_was_made_good_is_deducted_once_over_all_parts(self, policy: Policy) -> None:
        claims = claimed("glass", "vase", already_made_good="50.00 EUR")
        found = decided(policy, the_case(*shown(None), claims=claims))
        assert found.head("price", "glass").amount == eur("0.00")
        assert found.head("price", "vase").amount == eur("50.00"), "48.00 were deducted from the glasses, 2.00 are left"

    def test_what_an_earlier_claim_gave_is_deducted_once_over_all_parts(self, pack: Callable[[Files], Policy]) -> None:
        """Taken from each part, one earlier payment would be taken twice."""
        text = files("item")
        text["claims/missing.yaml"] = """
claim: missing
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: 50.00 EUR - already_made_good
    what: [{id: at-once, if: {order.price: known}, clause: "1"}]
    who: [{id: pool, bearer: platform, if: {order.price: known}, clause: "1"}]
"""
        earlier = claim(id="C-0", claim="missing", filed_at="2026-03-12T10:00:00Z")
        file = the_case(*shown(None), claims=[earlier, *claimed("glass", "vase")])
        found = decided(pack(text), file, "C-1")
        assert [prior.amount for prior in found.verdict.priors] == [eur("50.00")]
        assert (found.head("price", "glass").amount, found.head("price", "vase").amount) == (eur("0.00"), eur("50.00"))

    def test_an_argument_names_its_own_records_in_every_part(self, pack: Callable[[Files], Policy]) -> None:
        """A second question of a part sees the same records as the first: the decision and a letter quote them."""
        text = files("item")
        text["questions/again.yaml"] = text["questions/is_broken.yaml"].replace("is_broken", "again")
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(
            "id: not-owed, if: {is_broken: no}", "id: not-owed, if: {is_broken: no, again: no}"
        )
        file = the_case(*shown("glass", None, "g"), *shown("vase", None, "v"), claims=claimed("glass", "vase"))
        found = decided(pack(text), file)
        for part, note in (("glass", "note-g"), ("vase", "note-v")):
            for question in ("is_broken", "again"):
                best = found.finding(question, part).best["yes"]
                assert best is not None
                assert [found.derivation.items[index].id for index in best.records] == [note]
                assert best.key == found.finding("is_broken", part).sufficient[0].key

    def test_a_condition_on_the_item_is_settled_part_by_part(self, pack: Callable[[Files], Policy]) -> None:
        text = files("item")
        dear = (
            '      - {id: dear, if: {is_broken: yes, item.unit_price: "> 50.00 EUR"}, over: [owed], '
            'amount: item.price / 2 - already_made_good, clause: "1"}\n'
        )
        text["claims/broken.yaml"] = text["claims/broken.yaml"].replace(
            "      - {id: not-owed", f"{dear}      - {{id: not-owed"
        )
        found = decided(pack(text), the_case(*shown(None), claims=claimed("glass", "vase")))
        assert (found.head("price", "glass").what.winner, found.head("price", "vase").what.winner) == ("owed", "dear")
        assert ("platform", "buyer", "price", "74.00 EUR") in found.paid
