"""`first`: what must hold before anything is owed; if it does not, a person has the case or the claim is refused."""

from collections.abc import Callable

import pytest

from arbiter import Policy
from tests.unit.policy.conftest import Files, case, claim, decided, eur, order

GATED = """
claim: broken
by: buyer
clause: "1"
first:
  - {{id: in-time, if: {{claim.minutes_after_placed: "<= within"}}, else: {otherwise}, {desk}clause: "2"}}
heads:
  price:
    to: buyer
    amount: order.price - already_made_good
    what: [{{id: refund, if: {{order.price: known}}, clause: "1"}}]
    who: [{{id: pool, bearer: platform, if: {{order.price: known}}, clause: "1"}}]
"""
PARAMETERS = 'within: {unit: d, clause: "2", from 2026-01-01: 14}\n'


def gated(pack: Callable[[Files], Policy], otherwise: str, desk: str = "") -> Policy:
    desk = f"desk: {desk}, " if desk else ""
    return pack({"claims/broken.yaml": GATED.format(otherwise=otherwise, desk=desk), "parameters.yaml": PARAMETERS})


TOO_LATE = [claim(filed_at="2026-03-15T10:00:01+01:00")]


@pytest.mark.parametrize("otherwise", ["human", "propose", "refuse"])
def test_a_gate_that_holds_changes_nothing(pack: Callable[[Files], Policy], otherwise: str) -> None:
    """To the second: the last moment of the fourteenth day is in time."""
    found = decided(gated(pack, otherwise), case(claims=[claim(filed_at="2026-03-15T10:00:00+01:00")]))
    assert (found.head("price").gate, found.head("price").what.winner) == (None, "refund")
    assert found.paid == [("platform", "buyer", "price", "100.00 EUR")]
    assert found.reasons == []


def test_a_gate_that_refuses_leaves_nothing_owed_and_asks_no_rule(pack: Callable[[Files], Policy]) -> None:
    """Refused is an amount of nothing, decided by the machine; whoever claimed is heard before that is final."""
    found = decided(gated(pack, "refuse"), case(claims=TOO_LATE))
    head = found.head("price")
    assert (head.gate, head.what.state, head.who.state, head.amount) == (
        "in-time",
        "not_asked",
        "not_asked",
        eur("0.00"),
    )
    assert (found.paid, found.reasons, found.verdict.route.route) == ([], [], "auto")
    assert [(one.party, one.heard) for one in found.verdict.hearings] == [("buyer", False)]
    assert found.document["verdict"]["heads"][0]["gate"] == "in-time"


@pytest.mark.parametrize("otherwise", ["human", "propose"])
def test_a_gate_may_leave_the_claim_to_a_person(pack: Callable[[Files], Policy], otherwise: str) -> None:
    found = decided(gated(pack, otherwise, "warranty"), case(claims=TOO_LATE))
    assert found.reasons == [("gate", "in-time")]
    assert (found.verdict.route.route, found.verdict.route.desk) == (otherwise, "warranty")
    assert (found.verdict.status, found.head("price").amount, found.paid) == ("referred", None, [])


def test_a_gate_that_turns_on_something_unknown_is_asked_for(pack: Callable[[Files], Policy]) -> None:
    """It is neither shut, which would refuse the claim, nor open for the machine to go on."""
    files = {"claims/broken.yaml": GATED.format(otherwise="refuse", desk="").replace(
        'claim.minutes_after_placed: "<= within"', "order.signature_requested: requested")}  # fmt: skip
    found = decided(pack(files), case())
    assert found.reasons == [("unknown", "in-time")]
    assert found.asked == [("platform", "order", "signature_requested")]
    assert (found.head("price").gate, found.verdict.status) == (None, "referred")


def test_who_is_refused_by_a_gate_is_heard_on_what_shut_it(pack: Callable[[Files], Policy]) -> None:
    """The carrier's papers show that the buyer signed: before the refusal is final, the buyer is shown them."""
    files = {
        "signals.yaml": """
says: {if: {statement.says: broken}, strength: slight, held_by: buyer, group: word}
signed: {if: {handover.proof: signature}, strength: strong, held_by: carrier, group: papers}
""",
        "questions/open_box.yaml": """
question: open_box
clause: "1"
raised: {raised_by: buyer, any: [says]}
must_show: {carrier: no}
no: [{id: signed-for, all: [signed]}]
""",
        "claims/broken.yaml": GATED.format(otherwise="refuse", desk="").replace(
            'claim.minutes_after_placed: "<= within"', "open_box: yes"
        ),
    }
    papers = {
        "id": "h",
        "kind": "handover",
        "submitted_by": "carrier",
        "at": "2026-03-10T10:00:00Z",
        "proof": "signature",
    }
    notice = {
        "id": "n",
        "kind": "notice",
        "submitted_by": "platform",
        "to": "buyer",
        "answer": "received",
        "shown": ["h"],
    }
    notice |= {"sent_at": "2026-03-14T10:00:00Z", "deadline": "2026-03-16T10:00:00Z"}
    policy = pack(files)
    found = decided(policy, case(papers))
    assert found.head("price").gate == "in-time"
    (hearing,) = found.verdict.hearings
    assert [found.derivation.items[index].id for index in hearing.not_shown] == ["h"]
    assert (hearing.party, found.verdict.status) == ("buyer", "provisional")
    assert decided(policy, case(papers, notice)).verdict.status == "final"


def test_any_gate_that_is_shut_is_enough(pack: Callable[[Files], Policy]) -> None:
    """The first one that is shut is named, in the order in which the policy lists them."""
    gates = GATED.format(otherwise="refuse", desk="").replace(
        "heads:", '  - {id: paid, if: {order.price: "> 5.00 EUR"}, else: refuse, clause: "3"}\nheads:'
    )
    policy = pack({"claims/broken.yaml": gates, "parameters.yaml": PARAMETERS})
    cheap = order(price="5.00 EUR")
    assert decided(policy, case(the_order=cheap)).head("price").gate == "paid"
    assert decided(policy, case(the_order=cheap, claims=TOO_LATE)).head("price").gate == "in-time"
    assert decided(policy, case()).head("price").gate is None


def test_one_gate_may_stand_without_a_list(pack: Callable[[Files], Policy]) -> None:
    alone = 'first: {id: in-time, if: {claim.minutes_after_placed: "<= within"}, else: refuse, clause: "2"}\nheads:'
    text = GATED.format(otherwise="refuse", desk="")
    listed = text[text.index("first:") : text.index("heads:") + len("heads:")]
    policy = pack({"claims/broken.yaml": text.replace(listed, alone), "parameters.yaml": PARAMETERS})
    assert decided(policy, case(claims=TOO_LATE)).head("price").gate == "in-time"


def test_a_claim_that_is_refused_brings_no_measure(pack: Callable[[Files], Policy]) -> None:
    """Else a claim about nothing but a measure would be granted after its time."""
    measure = 'measures: [{id: thanks, to: seller, measure: commendation, if: {priced: shown yes}, clause: "1"}]'
    files = {
        "claims/broken.yaml": GATED.split("heads:")[0].format(otherwise="refuse", desk="") + measure,
        "questions/priced.yaml": (
            'question: priced\nclause: "1"\notherwise: no\nyes: [{id: price, if: {order.price: known}}]\n'
        ),
    }
    policy = pack(files | {"parameters.yaml": PARAMETERS})
    assert [one.id for one in decided(policy, case()).verdict.measures] == ["thanks"]
    assert decided(policy, case(claims=TOO_LATE)).verdict.measures == ()
