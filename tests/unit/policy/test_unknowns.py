"""What is unknown sends a case to a person where it could change what follows, and only there."""

from collections.abc import Callable
from typing import ClassVar

from arbiter import Policy
from tests.unit.policy.conftest import Data, Files, case, causes, decided, order

ASKS = """
question: asked
clause: "1"
otherwise: no
yes: [{id: signature, if: {order.signature_requested: requested}}]
"""
HEADS = """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: owed, if: {handed_wrong: yes}, clause: "1"}
      - {id: not-owed, if: {handed_wrong: no}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]
"""
HANDED: Data = {
    "id": "h",
    "kind": "handover",
    "submitted_by": "carrier",
    "at": "2026-03-10T10:00:00Z",
    "proof": "signature",
}


class TestOneAfterAnother:
    """A question may be open only because of what an earlier one could come to."""

    FILES: ClassVar = {
        "questions/asked.yaml": ASKS,
        "questions/handed_wrong.yaml": """
question: handed_wrong
clause: "1"
otherwise: no
yes: [{id: elsewhere, if: {asked: yes, handover.recipient: neighbour}}]
""",
        "claims/broken.yaml": HEADS,
    }

    def test_a_question_that_opens_once_another_comes_out_otherwise(self, pack: Callable[[Files], Policy]) -> None:
        """Whether a signature was asked for is unknown. If it was, who took the parcel counts, which is unknown too."""
        found = decided(pack(self.FILES), case(HANDED))
        assert (found.finding("asked").open, found.finding("handed_wrong").open) == (("signature",), ())
        assert found.reasons == [("unknown", "asked")]
        assert ("platform", "order", "signature_requested") in found.asked

    def test_where_the_later_one_cannot_come_out_otherwise_nobody_waits(self, pack: Callable[[Files], Policy]) -> None:
        found = decided(pack(self.FILES), case(HANDED | {"recipient": "buyer"}))
        assert found.finding("asked").open == ("signature",)
        assert (found.reasons, found.verdict.route.route) == ([], "auto")

    def test_one_unknown_that_makes_another_of_no_account(self, pack: Callable[[Files], Policy]) -> None:
        """If a signature was asked for, the claim is refused; else it turns on who took it: both matter."""
        files = self.FILES | {
            "questions/handed_wrong.yaml": self.FILES["questions/handed_wrong.yaml"].replace("asked: yes", "asked: no")
        }
        found = decided(pack(files), case(HANDED))
        assert set(found.reasons) == {("unknown", "asked"), ("unknown", "handed_wrong")}


def test_a_gate_that_is_open_only_if_an_unknown_comes_out_otherwise(pack: Callable[[Files], Policy]) -> None:
    """The finding changes no sum, but whether the gate's unknown counts: a person would see that."""
    files = {
        "questions/asked.yaml": ASKS,
        "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
first: {id: at-door, if: [{asked: no}, {handover.recipient: buyer}], else: human, clause: "1"}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{id: owed, if: {order.placed_at: known}, clause: "1"}]
    who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]
""",
    }
    found = decided(pack(files), case(HANDED))
    assert ("unknown", "asked") in found.reasons
    assert found.verdict.status == "referred"
    assert decided(pack(files), case(HANDED, the_order=order(signature_requested="not_requested"))).reasons == []


SIGNALS = """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
note: {if: {reading.says: damage}, strength: strong, held_by: buyer, group: pictures}
sent_back: {if: {reading.says: posting_receipt}, strength: moderate, held_by: buyer, group: papers}
scan: {if: {tracking_event.code: accepted}, strength: strong, held_by: carrier, group: scans}
"""
PHOTO: Data = {"id": "p", "kind": "photo", "submitted_by": "buyer"}
NOTE: Data = {"id": "r", "kind": "reading", "submitted_by": "platform", "of": "p", "says": "damage", "by": "operator"}
SCAN: Data = {"id": "s", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-10T10:00:00Z"}


def settled_by(question: str) -> Files:
    return {"signals.yaml": SIGNALS, "questions/handed_wrong.yaml": question, "claims/broken.yaml": HEADS}


def test_strong_evidence_on_both_sides_that_depends_on_an_unknown(pack: Callable[[Files], Policy]) -> None:
    """The buyer loses by burden either way. But if the strong line counts, both sides are strong: a person decides."""
    files = settled_by("""
question: handed_wrong
clause: "1"
standard: clear
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: seen, all: [note], if: {order.signature_requested: requested}}, {id: sent-it-back, all: [sent_back]}]
no: [{id: scanned, all: [scan]}]
""")
    records = (PHOTO, NOTE, NOTE | {"id": "r2", "says": "posting_receipt"}, SCAN | {"code": "accepted"})
    found = decided(pack(files), case(*records))
    finding = found.finding("handed_wrong")
    assert (finding.answer, finding.by, finding.deadlocked) == ("no", "burden", False)
    assert finding.open == ("seen",)
    assert causes(found) == ["unknown"]
    requested = decided(pack(files), case(*records, the_order=order(signature_requested="requested")))
    assert (requested.finding("handed_wrong").answer, causes(requested)) == ("no", ["deadlock"])


def test_shifts_that_may_disagree(pack: Callable[[Files], Policy]) -> None:
    """Both leave the answer as it is, but if both hold they contradict each other, and a person decides."""
    files = settled_by("""
question: handed_wrong
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
shift:
  - {id: by-seller, if: {order.placed_at: known}, must_show: {seller: yes}, clause: "1"}
  - {id: by-carrier, if: {order.signature_requested: requested}, must_show: {carrier: yes}, clause: "1"}
yes: [{id: seen, all: [note]}]
""")
    found = decided(pack(files), case())
    assert found.finding("handed_wrong").open == ("by-carrier",)
    assert causes(found) == ["unknown"]
    requested = decided(pack(files), case(the_order=order(signature_requested="requested")))
    assert causes(requested) == ["conflict"]
