"""Special periods: days on which the policy judges otherwise, by the day of the order, perhaps in one region only."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import HEADER, Decided, Files, case, decided, order

FILES = {
    "periods.yaml": """
peak: {days: [2026-03-01..2026-03-03, 2026-03-08], clause: P-9}
storm: {days: [2026-03-02], in: [DE-HB, DE-HH], clause: P-9}
""",
    "questions/grace.yaml": """
question: grace
clause: "1"
otherwise: no
yes: [{id: in-peak, if: {order.special_period: %s}}]
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: owed, if: {grace: no}, clause: "1"}
      - {id: not-owed, if: {grace: yes}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {grace: no}, clause: "1"}]
""",
}


def judge(pack: Callable[[Files], Policy], test: str, header: str = HEADER, **of_order: Any) -> Decided:
    """An order under a policy that tests its special periods."""
    files: dict[str, str] = dict(FILES) | {"policy.yaml": header}
    files["questions/grace.yaml"] = files["questions/grace.yaml"] % test
    return decided(pack(files), case(the_order=order(**of_order)))


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("2026-02-28", "owed"),
        ("2026-03-01", "not-owed"),
        ("2026-03-03", "not-owed"),
        ("2026-03-04", "owed"),
        ("2026-03-08", "not-owed"),
    ],
)
def test_the_day_of_the_order_counts_and_both_ends_belong(pack: Callable[[Files], Policy], day: str, rule: str) -> None:
    found = judge(pack, "peak", placed_at=f"{day}T23:59:59+01:00")
    assert found.head("price").what.winner == rule
    assert found.finding("grace").by == ("evidence" if rule == "not-owed" else "otherwise")


@pytest.mark.parametrize(("region", "rule"), [("DE-HB", "not-owed"), ("DE-HH", "not-owed"), ("DE-BE", "owed")])
def test_a_period_may_be_of_a_region(pack: Callable[[Files], Policy], region: str, rule: str) -> None:
    assert judge(pack, "storm", placed_at="2026-03-02T10:00:00Z", region=region).head("price").what.winner == rule


def test_an_unknown_region_on_such_a_day_is_asked_for(pack: Callable[[Files], Policy]) -> None:
    """The storm was in some regions: without the region nobody knows, and nobody is refused on a guess."""
    found = judge(pack, "storm", placed_at="2026-03-02T10:00:00Z", region=None)
    assert found.finding("grace").open == ("in-peak",)
    assert ("unknown", "grace") in found.reasons
    assert found.asked == [("platform", "order", "region")]


def test_an_unknown_region_on_any_other_day_matters_to_nobody(pack: Callable[[Files], Policy]) -> None:
    found = judge(pack, "storm", placed_at="2026-03-05T10:00:00Z", region=None)
    assert (found.finding("grace").answer, found.head("price").what.winner) == ("no", "owed")


def test_days_are_those_of_the_policy(pack: Callable[[Files], Policy]) -> None:
    """Shortly before midnight in New York it is the next day in Berlin, where this policy's days are counted."""
    at = "2026-03-03T23:30:00-05:00"
    assert judge(pack, "peak", placed_at=at).head("price").what.winner == "not-owed"
    zoned = judge(pack, "peak", header=HEADER + "zone: Europe/Berlin\n", placed_at=at)
    assert zoned.head("price").what.winner == "owed"


def test_two_periods_at_once(pack: Callable[[Files], Policy]) -> None:
    found = judge(pack, "[storm, peak]", placed_at="2026-03-02T10:00:00Z", region="DE-HB")
    assert found.item("order").fields["special_period"] == frozenset({"peak", "storm"})
    assert found.head("price").what.winner == "not-owed"
