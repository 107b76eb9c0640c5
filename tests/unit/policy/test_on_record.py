"""`otherwise`: the facts are on record, nobody shows anything, and what is unknown is asked for, never guessed."""

from collections.abc import Callable

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Files, case, decided, order

FILES = {
    "questions/plan.yaml": """
question: plan
clause: "1"
desk: payments
otherwise: basic
answers:
  premium: [{id: from-total, if: {order.total: ">= premium_from"}}]
  gold: [{id: named-carrier, if: {order.carrier: known, order.total: "< premium_from"}}]
""",
    "parameters.yaml": 'premium_from: {unit: money, clause: "1", from 2026-01-01: 100.00 EUR}\n',
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what:
      - {id: all-of-it, if: {plan: premium}, clause: "1"}
      - {id: half, if: {plan: gold}, amount: order.price / 2 - already_made_good, clause: "1"}
      - {id: nothing, if: {plan: basic}, amount: 0, clause: "1"}
    who: [{id: pool, bearer: platform, if: {plan: [premium, gold]}, clause: "1"}]
""",
}


@pytest.fixture
def policy(pack: Callable[[Files], Policy]) -> Policy:
    return pack(FILES)


def test_a_fact_on_record_needs_nobody_to_raise_or_show_it(policy: Policy) -> None:
    found = decided(policy, case())
    plan = found.finding("plan")
    assert (plan.answer, plan.by, plan.burden_on) == ("premium", "evidence", None)
    assert plan.best["premium"] is not None
    assert [found.derivation.items[index].id for index in plan.best["premium"].records] == ["order"]
    assert (found.head("price").what.winner, found.verdict.status) == ("all-of-it", "final")
    assert found.verdict.hearings == ()


def test_where_no_fact_leads_elsewhere_the_answer_is_what_stands_otherwise(policy: Policy) -> None:
    found = decided(policy, case(the_order=order(total="99.99 EUR")))
    plan = found.finding("plan")
    assert (plan.answer, plan.by, plan.burden_on, plan.shown) == ("basic", "otherwise", None, False)
    assert (found.head("price").what.winner, found.verdict.route.route) == ("nothing", "auto")
    assert [(one.party, one.heard) for one in found.verdict.hearings] == [("buyer", False)], "it loses, so it is heard"


def test_facts_for_one_answer_are_not_facts_for_another(policy: Policy) -> None:
    found = decided(policy, case(the_order=order(total="99.99 EUR", carrier="Swift")))
    assert (found.finding("plan").answer, found.head("price").what.winner) == ("gold", "half")
    assert found.paid == [("platform", "buyer", "price", "50.00 EUR")]


def test_an_unknown_fact_is_asked_for_and_a_person_decides(policy: Policy) -> None:
    """The total is unknown, so it is unknown which answer the record leads to: nothing stands otherwise by default."""
    found = decided(policy, case(the_order=order(total=None)))
    assert found.finding("plan").open == ("from-total",)
    assert ("unknown", "plan") in found.reasons
    assert found.asked == [("platform", "order", "total")]
    assert (found.verdict.status, found.verdict.route.desk) == ("referred", "payments")


def test_an_unknown_fact_that_changes_nothing_keeps_nobody(pack: Callable[[Files], Policy]) -> None:
    """Two facts lead to one answer: with the one known, it does not matter that the other is not."""
    files: dict[str, str] = dict(FILES)
    files["questions/plan.yaml"] = files["questions/plan.yaml"].replace(
        'premium: [{id: from-total, if: {order.total: ">= premium_from"}}]',
        'premium: [{id: from-total, if: {order.total: ">= premium_from"}}, {id: in-china, if: {order.region: known}}]',
    )
    found = decided(pack(files), case(the_order=order(total=None)))
    assert (found.finding("plan").answer, found.finding("plan").open) == ("premium", ())
    assert found.verdict.status == "final"


def test_yes_and_no_may_be_on_record_too(pack: Callable[[Files], Policy]) -> None:
    files = {
        "questions/late.yaml": """
question: late
clause: "1"
otherwise: no
yes: [{id: after-promise, if: {handover.minutes_late: "> 0"}}]
""",
        "claims/broken.yaml": """
claim: broken
by: buyer
clause: "1"
heads:
  fee:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what:
      - {id: fee-back, if: {late: yes}, clause: "1"}
      - {id: fee-kept, if: {late: no}, amount: 0, clause: "1"}
    who: [{id: carrier, bearer: carrier, if: {late: shown yes}, clause: "1"}]
""",
    }
    policy = pack(files)
    late = {
        "id": "h",
        "kind": "handover",
        "submitted_by": "carrier",
        "at": "2026-03-10T18:01:00+01:00",
        "proof": "none",
    }
    found = decided(policy, case(late))
    assert (found.finding("late").by, found.head("fee").what.winner) == ("evidence", "fee-back")
    assert found.paid == [("carrier", "buyer", "fee", "4.90 EUR")]
    kept = decided(policy, case())
    assert (kept.finding("late").by, kept.head("fee").what.winner) == ("otherwise", "fee-kept")
