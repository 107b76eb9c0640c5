"""What would have changed a later claim: true if the whole changed case is decided again, earlier claims and all."""

from collections.abc import Callable

import pytest

from arbiter import CaseFile, Policy, decide, explain
from tests.unit.policy.conftest import Data, Files, case, claim, decided

CLAIM = """
claim: {name}
by: buyer
clause: "1"
evidence: {{buyer: {{required: [photo]}}}}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {{id: if-broken, if: {{is_broken: yes}}, amount: {broken}, clause: "1"}}
      - {{id: if-whole, if: {{is_broken: no}}, amount: {whole}, clause: "1"}}
    who: [{{id: pool, bearer: platform, if: {{order.price: known}}, clause: "1"}}]
"""


def files(late: str = "") -> Files:
    """Two claims for one loss: by what is shown, the first gives a quarter or nothing, the second all or half."""
    return {
        "signals.yaml": f"""
says: {{if: {{statement.says: broken}}, strength: slight, held_by: buyer, group: word}}
note: {{if: {{reading.says: damage{late}}}, strength: strong, held_by: buyer, group: pictures}}
""",
        "questions/is_broken.yaml": """
question: is_broken
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {buyer: yes}
yes: [{id: seen, all: [note]}]
""",
        "claims/broken.yaml": CLAIM.format(name="broken", broken="order.price / 4 - already_made_good", whole="0"),
        "claims/missing.yaml": CLAIM.format(
            name="missing", broken="order.price - already_made_good", whole="order.price / 2 - already_made_good"
        ),
    }


PHOTO: Data = {"id": "p", "kind": "photo", "submitted_by": "buyer"}
NOTE: Data = {"id": "r", "kind": "reading", "submitted_by": "platform", "of": "p", "says": "damage", "by": "operator"}
CLAIMS = [
    claim(id="C-1", filed_at="2026-03-12T10:00:00Z"),
    claim(id="C-2", claim="missing", filed_at="2026-03-14T10:00:00Z"),
]


def changed(policy: Policy, file: CaseFile) -> dict[str, list[tuple[str, str]]]:
    """For the later claim, what each single change would lead to, by action and record or signal."""
    explanation = explain(decide(file, policy, claim="C-2"), file, policy)
    return {
        f"{one.changes[0].action} {one.changes[0].record or one.changes[0].signal}": [
            (paid.head, str(paid.amount)) for paid in one.transfers
        ]
        for one in (*explanation.counterfactuals, *(miss.result for miss in explanation.near_misses))
        if len(one.changes) == 1
    }


@pytest.fixture
def policy(pack: Callable[[Files], Policy]) -> Policy:
    return pack(files())


def test_a_record_that_is_taken_away_is_missing_in_the_earlier_claim_too(policy: Policy) -> None:
    """Without the photo the first claim gives nothing: of half the price nothing is deducted."""
    file = case(PHOTO, NOTE, claims=CLAIMS)
    assert decided(policy, file, "C-2").paid == [("platform", "buyer", "price", "75.00 EUR")]
    without = decided(policy, case(PHOTO, claims=CLAIMS), "C-2")
    assert without.paid == [("platform", "buyer", "price", "50.00 EUR")]
    assert changed(policy, file)["remove r"] == [("price", "50.00 EUR")]


def test_a_record_that_is_added_counts_in_the_earlier_claim_too(policy: Policy) -> None:
    file = case(PHOTO, claims=CLAIMS)
    assert decided(policy, file, "C-2").paid == [("platform", "buyer", "price", "50.00 EUR")]
    assert changed(policy, file)["add note"] == [("price", "75.00 EUR")]


def test_how_long_after_the_claim_it_was_counts_from_each_claim(pack: Callable[[Files], Policy]) -> None:
    """Had the note been made within a day of the later claim, it would still be too late for the earlier one."""
    test = ', reading.minutes_after_claim: "<= most"'
    policy = pack(files(test) | {"parameters.yaml": 'most: {unit: d, clause: "1", from 2026-01-01: 1}\n'})
    late, in_time = NOTE | {"at": "2026-03-18T10:00:00Z"}, NOTE | {"at": "2026-03-15T10:00:00Z"}
    file = case(PHOTO, late, claims=CLAIMS)
    assert decided(policy, file, "C-2").paid == [("platform", "buyer", "price", "50.00 EUR")]
    really = decided(policy, case(PHOTO, in_time, claims=CLAIMS), "C-2")
    assert really.paid == [("platform", "buyer", "price", "100.00 EUR")]
    assert changed(policy, file)["alter r"] == [("price", "100.00 EUR")]
