"""Claims that cannot be right are refused at their place, and no more of the price is given back than was paid."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from arbiter import CaseFile, DecideError, Policy, decide, load_policy, report
from evidence.source import read_yaml, to_plain
from tests.properties.faults import ROOT, written
from tests.unit.policy.conftest import Data, Files, case, claim, decided, eur, order
from tests.unit.policy.test_heads import ALWAYS, one_head

EXAMPLE = ROOT / "examples" / "3-scanned-elsewhere" / "case.yaml"
FILES = {"claims/broken.yaml": one_head(ALWAYS)}
LINES = [{"id": "cup", "quantity": "2", "price": "50.00 EUR"}]


def refused(folder: Path, policy: Policy, **of_claim: Any) -> tuple[str, str, str]:
    """Why a case file is not decided: the code, the line that is marked, and the cure."""
    path = folder / "case.json"
    content: Data = {"case": "c", "as_of": "2026-03-20T10:00:00+01:00", "claims": [claim(**of_claim)],
                     "records": [order(items=LINES)]}  # fmt: skip
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    with pytest.raises(DecideError) as error:
        decide(CaseFile.read(path), policy)
    (found,) = error.value.diagnostics
    assert found.span is not None
    marked = path.read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    return found.code, marked.strip().rstrip(","), str(found.help)


@pytest.mark.parametrize(
    ("of_claim", "code", "marked"),
    [
        ({"claim": "brocken"}, "ARB501", '"claim": "brocken"'),
        ({"by": "seller"}, "ARB503", '"by": "seller"'),
        ({"filed_at": "2026-03-21T10:00:00+01:00"}, "ARB507", '"filed_at": "2026-03-21T10:00:00+01:00"'),
        ({"filed_at": "2025-03-13T10:00:00+01:00"}, "ARB512", '"filed_at": "2025-03-13T10:00:00+01:00"'),
        ({"items": ["cap"]}, "ARB508", '"cap"'),
        ({"items": ["cup", {"item": "jug", "units": "1"}]}, "ARB508", "{"),
        ({"items": [{"item": "cup", "units": "3"}]}, "ARB509", "{"),
    ],
)
def test_what_is_wrong_with_a_claim_is_told_at_its_place(
    pack: Callable[[Files], Policy], tmp_path: Path, of_claim: Data, code: str, marked: str
) -> None:
    """Also where nothing is settled part by part: a claim about what was not ordered is not one about the order."""
    found = refused(tmp_path, pack(FILES), **of_claim)
    assert found[:2] == (code, marked)
    assert found[2]


def test_a_slip_in_a_line_is_told_with_what_was_meant(pack: Callable[[Files], Policy], tmp_path: Path) -> None:
    assert refused(tmp_path, pack(FILES), items=["cap"])[2] == "did you mean `cup`?"


def test_a_claim_in_the_moment_of_the_order_is_not_too_early(pack: Callable[[Files], Policy]) -> None:
    assert decided(pack(FILES), case(claims=[claim(filed_at=order()["placed_at"])])).paid


class TestPaid:
    """A voucher makes the sum of the lines more than what was paid; none of it comes back in money."""

    @pytest.mark.parametrize(
        ("total", "already", "given"),
        [("104.90", None, "100.00"), ("65.00", None, "65.00"), ("65.00", "20.00", "45.00")],
    )
    def test_no_more_of_the_price_than_was_paid(
        self, pack: Callable[[Files], Policy], total: str, already: str | None, given: str
    ) -> None:
        of_claim = {"already_made_good": f"{already} EUR"} if already else {}
        found = decided(pack(FILES), case(the_order=order(total=f"{total} EUR"), claims=[claim(**of_claim)]))
        assert (found.head("price").amount, found.head("price").capped_by_paid) == (eur(given), total == "65.00")
        assert found.document["verdict"]["heads"][0].get("capped_by_paid", False) == (total == "65.00")

    def test_several_heads_together(self, pack: Callable[[Files], Policy]) -> None:
        """The first head takes what it needs; of what was paid, the second gets the rest."""
        again = one_head(ALWAYS).partition("heads:\n")[2].replace("price:", "again:", 1).replace("id: owed", "id: more")
        found = decided(pack({"claims/broken.yaml": one_head(ALWAYS).rstrip() + "\n" + again}), case())
        assert {one[2]: one[3] for one in found.paid} == {"price": "100.00 EUR", "again": "4.90 EUR"}

    def test_what_something_else_cost_is_no_part_of_it(self, pack: Callable[[Files], Policy]) -> None:
        """A repair may cost more than the thing."""
        files = {
            "claims/broken.yaml": one_head(ALWAYS, "bill.cost - already_made_good"),
            "records.yaml": "bill: {submitted_by: [buyer], happened: at, fields: {at: time, cost: money}}\n",
        }
        bill = {"id": "b", "kind": "bill", "submitted_by": "buyer", "cost": "300.00 EUR"}
        assert decided(pack(files), case(bill)).head("price").amount == eur("300.00")

    def test_what_was_paid_in_another_currency_is_unknown_in_this_one(self, pack: Callable[[Files], Policy]) -> None:
        found = decided(pack(FILES), case(the_order=order(total="104.90 USD")))
        assert (found.head("price").amount, found.reasons) == (None, [("missing_amount", "price")])

    def test_it_is_not_known_what_was_paid(self, pack: Callable[[Files], Policy]) -> None:
        """The price of the goods is known, and is what is owed."""
        assert decided(pack(FILES), case(the_order=order(total=None))).head("price").amount == eur("100.00")

    def test_the_letter_says_so(self) -> None:
        letter = written_to_the_buyer(lambda order: order.update(total="65.00 EUR"))
        assert "No more is given back than was paid for the order." in letter
        assert "because no more is given back than was paid for the order" in letter


def written_to_the_buyer(change: Callable[[Data], object], *records: Data) -> str:
    """The buyer's letter about the third example, with another order and more records."""
    data = written(EXAMPLE)
    change(data["records"][0])
    file = CaseFile.from_data({**data, "records": [*data["records"], *records]})
    policy = load_policy("parcel")
    return report(decide(file, policy), file, policy, audience="buyer", form="md")


SCAN_GATE = """
first:
  id: in-time
  if: {claim.minutes_after_delivered: "<= most"}
  else: refuse
  clause: "1"
heads:"""


def test_a_scan_is_asked_for_and_not_the_minutes_that_follow_from_it(pack: Callable[[Files], Policy]) -> None:
    """No claimant can state `minutes_after_delivered`. If there is a scan that tells nothing, none is asked for."""
    files = {
        "claims/broken.yaml": one_head(ALWAYS).replace("\nheads:", SCAN_GATE),
        "parameters.yaml": 'most: {unit: d, clause: "1", from 2026-01-01: 30}\n',
    }
    policy = pack(files)
    assert decided(policy, case()).asked == [("platform", "tracking_event", None)]
    scans = [
        {"id": name, "kind": "tracking_event", "submitted_by": "carrier", "code": "delivered",
         "at": "2026-03-10T10:00:00+01:00", "about": {"shipment": name}}
        for name in ("one", "two")
    ]  # fmt: skip
    found = decided(policy, case(*scans))
    assert (("unknown", "in-time") in found.reasons, found.asked) == (True, [])


def test_a_courier_report_without_a_code_has_words() -> None:
    """The code may be left out; a letter once could not be written then."""
    app = {"id": "A", "kind": "courier_report", "submitted_by": "platform", "at": "2026-03-10T10:00:00+01:00"}
    assert "Courier app: report" in written_to_the_buyer(lambda order: None, app)


class TestSlipsOfSenders:
    """A slip must not cost a case: what could not count is asked for again."""

    def asked(self, *changes: tuple[str, str]) -> list[tuple[str, str, str | None]]:
        text = (ROOT / "examples" / "parcel" / "damaged" / "auto-one-of-two" / "case.yaml").read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        node, _ = read_yaml(text, "case.yaml")
        assert node is not None
        data = to_plain(node)
        assert isinstance(data, dict)
        return decided(load_policy("parcel"), CaseFile.from_data(data)).asked

    def test_a_photo_about_an_item_that_is_not_in_the_order(self) -> None:
        """The buyer was asked for a photo once, and sent one; nobody told the buyer that it names another thing."""
        assert self.asked() == []
        assert ("buyer", "photo", None) in self.asked(("item: big}", "item: pig}"))

    def test_a_reading_of_the_platform_that_cannot_be_made_out(self) -> None:
        """It said that the packing was bad: without it the carrier would pay for good."""
        assert self.asked(("says: bad_packing", "says: bad-packing")) == [("platform", "reading", None)]


def test_a_letter_says_that_amounts_are_in_two_currencies() -> None:
    """No sum is missing: each is there, in a currency of its own."""
    letter = written_to_the_buyer(lambda order: order.update(total="86.90 USD"))
    assert "The amount cannot be computed, because there are sums in different currencies." in letter
