"""What turns on something unknown is nobody's to pay yet: the sum is told as things stand, and a person decides."""

from collections.abc import Callable

from arbiter import Policy
from tests.unit.policy.conftest import Files, case, decided, order

FILES = {
    "questions/insured.yaml": """
question: insured
clause: "1"
otherwise: yes
no: [{id: refused, if: {order.signature_requested: not_requested}}]
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
evidence: {seller: {required: [document]}}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: refund, if: {insured: yes}, clause: "1"}
      - {id: keep, if: {insured: no}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]
  fee:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what: [{id: always, if: {order.placed_at: known}, clause: "1"}]
    who: [{id: pool, bearer: platform, if: {order.placed_at: known}, clause: "1"}]
""",
}


def test_only_what_turns_on_the_unknown_is_open(pack: Callable[[Files], Policy]) -> None:
    """Unknown is not "no": whether the price is owed is not guessed. The fee is owed either way, and is proposed."""
    found = decided(pack(FILES), case())
    assert found.finding("insured").open == ("refused",)
    assert (found.head("price").open, found.head("price").settled) == (True, False)
    assert (found.head("fee").open, found.head("fee").settled) == (False, True)
    assert found.paid == [("platform", "buyer", "fee", "4.90 EUR")]
    assert found.reasons == [("unknown", "insured")]
    assert [head.get("open") for head in found.document["verdict"]["heads"]] == [True, None]
    assert found.asked == [("platform", "order", "signature_requested")]


def test_what_is_known_is_not_open(pack: Callable[[Files], Policy]) -> None:
    found = decided(pack(FILES), case(the_order=order(signature_requested="requested")))
    assert [paid[2] for paid in found.paid] == ["fee", "price"]
    assert all("open" not in head for head in found.document["verdict"]["heads"])
