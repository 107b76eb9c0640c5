"""Real orders: if the buyer of every delivered order claimed that nothing came, what would follow?

The expectation is read from the same tables by plain arithmetic that shares nothing with the reader of cases or with
the rules: which orders were delivered, what was paid, what the goods cost.
"""

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, decide
from arbiter.policy.load import load_policy
from tests.external.olist.reader import delivered_cases

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data" / "olist-8000"
PACK = HERE / "olist" / "parcel_br"

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real orders are not there: ../shared/data/olist-8000"),
]


@cache
def decided() -> dict[str, Decision]:
    """Every delivered order's decision, by the order."""
    policy = load_policy(PACK)
    return {data["case"]: decide(CaseFile.from_data(data), policy) for data in delivered_cases(DATA)}


def table(name: str) -> list[list[str]]:
    return list(csv.reader((DATA / f"olist_{name}_dataset.csv").read_text(encoding="utf-8-sig").splitlines()))


@cache
def expected() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Orders delivered; of these those paid 750.00 or more, and those whose goods cost 500.00 or more."""
    paid: dict[str, int] = defaultdict(int)
    goods: dict[str, int] = defaultdict(int)
    for name, column, sums in (("order_payments", "payment_value", paid), ("order_items", "price", goods)):
        head, *rows = table(name)
        order, value = head.index("order_id"), head.index(column)
        for row in rows:
            sums[row[order]] += int(Decimal(row[value]) * 100)
    head, *rows = table("orders")
    status, arrived = head.index("order_status"), head.index("order_delivered_customer_date")
    delivered = frozenset(row[0] for row in rows if row[status] == "delivered" and row[arrived])
    return (
        delivered,
        frozenset(order for order in delivered if paid[order] >= 75_000),
        frozenset(order for order in delivered if goods[order] >= 50_000),
    )


def finding(decision: Decision, question: str) -> dict[str, object]:
    (found,) = [one for one in decision.verdict["findings"] if one["question"] == question]
    return found


def test_every_delivered_order_is_decided() -> None:
    """None crashes, none is lost, and the two engines agree on every one."""
    delivered, _, _ = expected()
    assert len(delivered) == 7773
    assert decided().keys() == delivered
    causes = Counter(reason["cause"] for one in decided().values() for reason in one.verdict["route"]["reasons"])
    assert causes["engines"] == 0
    assert causes["parameter"] == 0, "every number is in force on the day of every order"


def test_below_the_signature_limit_a_scan_shows_delivery() -> None:
    """The seller's and the carrier's records carry the day: a bare word does not outweigh a delivery scan."""
    delivered, signature, large = expected()
    shown = {
        order
        for order, decision in decided().items()
        if (found := finding(decision, "delivered"))["answer"] == "yes"
        and found["by"] == "evidence"
        and [one["argument"] for one in found["sufficient"]] == ["scan"]  # type: ignore[attr-defined]
    }
    assert len(shown) == 7634
    assert shown == delivered - signature
    to_a_person = {order for order in shown if decided()[order].status == "referred"}
    assert len(to_a_person) == 127
    assert to_a_person == (delivered - signature) & large
    for order in shown:
        verdict = decided()[order].verdict
        assert verdict["transfers"] == []
        assert [head["what"]["winner"] for head in verdict["heads"]] == ["no-refund"]


def test_from_the_signature_limit_on_a_scan_is_not_enough() -> None:
    """Nobody knows whether a signature had been ordered, so who bears it is asked, not guessed."""
    _, signature, _ = expected()
    assert len(signature) == 139
    by_burden = {order for order, decision in decided().items() if finding(decision, "delivered")["by"] == "burden"}
    assert by_burden == signature
    for order in signature:
        decision = decided()[order]
        found = finding(decision, "delivered")
        assert (found["answer"], found["burden_on"], found["burden_rule"]) == ("no", "carrier", "custody")
        assert decision.status == "referred"
        (head,) = decision.verdict["heads"]
        assert head["what"]["winner"] == "refund"
        assert (head["who"]["state"], head["who"]["open"]) == ("unknown", ["platform-bears"])
        asked = {"party": "platform", "kind": "order", "field": "signature_requested", "deadline": None}
        assert asked in decision.verdict["asks"]
        assert decision.verdict["transfers"] == []


def test_nothing_is_final_before_the_buyer_was_heard() -> None:
    """No buyer was shown the scan that speaks against the claim, so no decision may be final."""
    statuses = Counter(decision.status for decision in decided().values())
    assert statuses == {"provisional": 7634 - 127, "referred": 139 + 127}
    assert all(
        not hearing["heard"]
        for decision in decided().values()
        for hearing in decision.verdict["hearings"]
        if hearing["party"] == "buyer"
    )
