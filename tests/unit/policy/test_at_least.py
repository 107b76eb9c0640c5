"""`at_least`: so many signals of several, whichever; the argument is as strong as the weakest that it needs."""

from collections.abc import Callable
from typing import Any

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Data, Decided, Files, case, decided

SIGNALS = """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
scan: {if: {tracking_event.code: damaged}, strength: moderate, held_by: carrier, group: scans}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
signed: {if: {handover.proof: signature}, strength: strong, held_by: carrier, group: papers}
"""
QUESTION = """
question: broken_before
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes:
  - {id: two-of-three, at_least: {k: 2, of: [scan, note, signed]}}
"""
CLAIM = """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: refund, if: {broken_before: yes}, clause: "1"}
      - {id: keep, if: {broken_before: no}, amount: 0, clause: "1"}
    who: [{id: seller, bearer: seller, if: {broken_before: yes}, clause: "1"}]
"""
FILES = {"signals.yaml": SIGNALS, "questions/broken_before.yaml": QUESTION, "claims/broken.yaml": CLAIM}
ABOUT = {"about": {"shipment": "S"}}
SCAN = {
    "id": "scan",
    "kind": "tracking_event",
    "submitted_by": "carrier",
    "at": "2026-03-10T10:00:00Z",
    "code": "damaged",
}
SCAN |= ABOUT
SIGNED = {
    "id": "signed",
    "kind": "handover",
    "submitted_by": "carrier",
    "at": "2026-03-10T10:00:00Z",
    "proof": "signature",
}
SIGNED |= ABOUT
PHOTO = {"id": "photo", "kind": "photo", "submitted_by": "buyer", **ABOUT}


def note(**more: Any) -> Data:
    """What somebody reads in the photo: an operator, if nothing else is said."""
    reading = {"id": "note", "kind": "reading", "submitted_by": "platform", "of": "photo", "says": "damage"}
    return {**reading, "by": "operator", **more}


@pytest.fixture
def policy(pack: Callable[[Files], Policy]) -> Policy:
    return pack(FILES)


def test_one_of_three_is_not_two(policy: Policy) -> None:
    found = decided(policy, case(SIGNED))
    assert (found.finding("broken_before").answer, found.finding("broken_before").by) == ("no", "burden")
    assert found.head("price").what.winner == "keep"


@pytest.mark.parametrize(
    ("records", "strength", "weakest"),
    [
        ((SCAN, SIGNED), 2, "scan"),
        ((PHOTO, note(), SIGNED), 3, "note"),
        ((SCAN, PHOTO, note(), SIGNED), 3, None),
    ],
)
def test_the_second_strongest_counts(
    policy: Policy, records: tuple[Data, ...], strength: int, weakest: str | None
) -> None:
    """Two are needed, so a weak third takes nothing away: the argument rests on the two strongest."""
    found = decided(policy, case(*records))
    best = found.finding("broken_before").best["yes"]
    assert best is not None
    assert (best.argument, best.strength) == ("two-of-three", strength)
    assert {found.derivation.items[index].id for index in best.records} == {"signed", weakest or "note"}
    assert found.head("price").what.winner == "refund"


def test_a_cap_lowers_the_signal_and_so_the_argument(policy: Policy) -> None:
    """A detector's reading that nobody confirmed is slight, so two signals of which it is one carry nothing."""
    found = decided(policy, case(PHOTO, note(by="detector"), SIGNED))
    best = found.finding("broken_before").best["yes"]
    assert best is not None
    assert best.strength == 1
    assert (found.finding("broken_before").answer, found.finding("broken_before").by) == ("no", "burden")


def test_a_capped_signal_is_passed_over_where_two_others_are_there(policy: Policy) -> None:
    found = decided(policy, case(SCAN, PHOTO, note(by="detector"), SIGNED))
    best = found.finding("broken_before").best["yes"]
    assert best is not None
    assert best.strength == 2
    assert {found.derivation.items[index].id for index in best.records} == {"scan", "signed"}


def test_signals_about_two_shipments_do_not_join(policy: Policy) -> None:
    """As everywhere, the premises of one argument are about one shipment, attempt and item."""
    elsewhere = SIGNED | {"about": {"shipment": "T"}}
    found: Decided = decided(policy, case(SCAN, elsewhere))
    assert found.finding("broken_before").best["yes"] is None
    assert found.head("price").what.winner == "keep"
