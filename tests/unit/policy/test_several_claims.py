"""A case with several claims: each is decided, the earlier first, and the same loss is made good once."""

from collections.abc import Callable
from datetime import datetime

import pytest

from arbiter import DecideError, Policy, decide, verify
from arbiter.decide import decide_claims
from tests.unit.policy.conftest import Data, Files, case, claim, decided

HEAD = """
heads:
  price:
    to: {to}
    amount: {amount} - already_made_good
    what: [{{id: {rule}, if: {{order.price: known}}, clause: "1"}}]
    who: [{{id: pool, bearer: platform, if: {{order.price: known}}, clause: "1"}}]
"""
FILES = {
    "claims/broken.yaml": 'claim: broken\nby: buyer\nclause: "1"'
    + HEAD.format(to="buyer", amount="order.price / 4", rule="quarter"),
    "claims/missing.yaml": 'claim: missing\nby: buyer\nclause: "1"'
    + HEAD.format(to="buyer", amount="order.price", rule="whole"),
    "claims/return_fraud.yaml": 'claim: return_fraud\nby: seller\nclause: "1"'
    + HEAD.format(to="seller", amount="order.price / 2", rule="half"),
}
FIRST = claim(id="C-1", claim="broken", filed_at="2026-03-12T10:00:00Z")
SECOND = claim(id="C-2", claim="missing", filed_at="2026-03-14T10:00:00Z")
COUNTER: Data = {"id": "C-3", "claim": "return_fraud", "by": "seller", "filed_at": "2026-03-16T10:00:00Z"}


@pytest.fixture
def policy(pack: Callable[[Files], Policy]) -> Policy:
    return pack(FILES)


def test_the_same_loss_claimed_twice_is_paid_once(policy: Policy) -> None:
    """The price was refunded by a quarter for the damage: of the loss that is claimed later, that much is made good."""
    file = case(claims=[FIRST, SECOND])
    first, second = decided(policy, file, "C-1"), decided(policy, file, "C-2")
    assert (first.head("price").what.winner, first.paid) == ("quarter", [("platform", "buyer", "price", "25.00 EUR")])
    assert (second.head("price").what.winner, second.paid) == ("whole", [("platform", "buyer", "price", "75.00 EUR")])
    assert second.document["verdict"]["priors"] == [
        {"claim": "C-1", "head": "price", "amount": {"minor": 2500, "currency": "EUR"}}
    ]
    assert "priors" not in first.document["verdict"]


def test_the_order_of_filing_counts_and_not_that_of_writing(policy: Policy) -> None:
    one, other = case(claims=[FIRST, SECOND]), case(claims=[SECOND, FIRST])
    assert [two.document["claim_id"] for two in decide_claims(other, policy)] == ["C-1", "C-2"]
    assert decided(policy, one, "C-2").paid == decided(policy, other, "C-2").paid


def test_what_the_earlier_claim_gave_in_full_leaves_nothing_to_the_later(policy: Policy) -> None:
    later = FIRST | {"filed_at": "2026-03-15T10:00:00Z"}
    found = decided(policy, case(claims=[SECOND, later]), "C-1")
    assert found.head("price").what.winner == "quarter"
    assert (found.paid, [prior.claim for prior in found.verdict.priors]) == ([], ["C-2"])


def test_a_counterclaim_is_decided_for_itself(policy: Policy) -> None:
    """It gives another party something else: nothing of it was made good by what the buyer gets."""
    file = case(claims=[FIRST, COUNTER])
    found = decided(policy, file, "C-3")
    assert (found.head("price").what.winner, found.paid) == ("half", [("platform", "seller", "price", "50.00 EUR")])
    assert found.verdict.priors == ()
    assert decided(policy, file, "C-1").paid == [("platform", "buyer", "price", "25.00 EUR")]


def test_filing_the_other_claim_is_a_statement_in_the_dossier(policy: Policy) -> None:
    found = decided(policy, case(claims=[FIRST, COUNTER]), "C-1")
    assert (found.item("C-3").kind, found.item("C-3").fields["says"]) == ("statement", "return_fraud")
    assert found.item("C-1:claim").fields["claim"] == "broken"


def test_a_claim_of_several_must_be_named(policy: Policy) -> None:
    file = case(claims=[FIRST, SECOND])
    with pytest.raises(DecideError, match=r"ARB511.*the case has 2 claims: `C-1`, `C-2`"):
        decide(file, policy)
    with pytest.raises(DecideError, match=r"ARB511.*the case has no claim `C-9`"):
        decide(file, policy, claim="C-9")


def test_a_lone_claim_may_be_named_or_not(policy: Policy) -> None:
    file = case(claims=[FIRST])
    assert decide(file, policy).document == decide(file, policy, claim="C-1").document
    with pytest.raises(DecideError, match="ARB511"):
        decide(file, policy, claim="C-2")


def test_every_claim_has_its_own_decision_that_can_be_checked(policy: Policy) -> None:
    """Each names its claim, has its own id, and is derived again with those before it."""
    file = case(claims=[FIRST, SECOND, COUNTER])
    decisions = decide_claims(file, policy)
    assert len({one.id for one in decisions}) == 3
    for one, name in zip(decisions, ("C-1", "C-2", "C-3"), strict=True):
        assert one.document["claim_id"] == name
        assert one.document == decide(file, policy, claim=name).document
        checked = verify(one, file, policy)
        assert (checked.ok, checked.whole, checked.difference) == (True, True, None)


def test_a_decision_of_one_claim_is_none_of_another(policy: Policy) -> None:
    """A changed claim is told, even where it is the earlier one that the later decision only builds on."""
    file = case(claims=[FIRST, SECOND])
    changed = case(claims=[FIRST | {"already_made_good": "10.00 EUR"}, SECOND])
    checked = verify(decide(file, policy, claim="C-2"), changed, policy)
    assert (checked.ok, checked.whole) == (False, True)
    assert checked.difference is not None
    assert "case_digest" in checked.difference


def test_a_claim_filed_after_the_moment_cannot_be_decided(policy: Policy) -> None:
    file = case(claims=[FIRST, SECOND])
    early = datetime.fromisoformat("2026-03-13T10:00:00Z")
    assert decide(file, policy, early, claim="C-1").document["claim_id"] == "C-1"
    with pytest.raises(DecideError, match="ARB507"):
        decide(file, policy, early, claim="C-2")
