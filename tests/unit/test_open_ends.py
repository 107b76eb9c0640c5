"""What must keep a case open, or send it to a person: each of these once ended a case too early.

Every case here is one of the examples with one thing changed, so that the change is what decides.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from arbiter import CaseFile, DecideError, Decision, Policy, ReportError, decide, explain, load_policy, report, verify

ROOT = Path(__file__).resolve().parents[2]
Change = Callable[[dict[str, Any]], None]


def changed(example: str, *changes: Change) -> CaseFile:
    """An example's case with changes made to its document."""
    path = next((ROOT / "examples").glob(f"{example}-*/case.yaml"))
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for change in changes:
        change(data)
    return CaseFile.from_data(data)


def record(data: dict[str, Any], name: str) -> dict[str, Any]:
    """A record of a case document by its id."""
    found: dict[str, Any] = next(one for one in data["records"] if one["id"] == name)
    return found


def settled(case: CaseFile) -> Decision:
    return decide(case, load_policy(str(case.policy)))


def asks(decision: Decision) -> set[tuple[str, str, str | None]]:
    return {(one["party"], one["kind"], one["field"]) for one in decision.verdict["asks"]}


def without(*names: str) -> Change:
    def change(data: dict[str, Any]) -> None:
        data["records"] = [one for one in data["records"] if one["id"] not in names]

    return change


def with_record(**fields: Any) -> Change:
    return lambda data: data["records"].append({"submitted_by": "platform", **fields})


def put(name: str, **fields: Any) -> Change:
    return lambda data: record(data, name).update(fields)


def test_time_that_was_given_is_waited_for() -> None:
    """The carrier still has a week to answer; until then the seller does not lose."""

    def reopen(data: dict[str, Any]) -> None:
        notice = record(data, "N-1")
        del notice["answered_at"]
        notice |= {"answer": "none", "deadline": "2026-03-30T23:59:59+01:00"}

    decision = settled(changed("2", without("T-1"), reopen, put("N-2", shown=[])))
    assert decision.status == "provisional"
    pending = next(one for one in decision.verdict["asks"] if one["kind"] == "tracking_event")
    assert pending["deadline"] == "2026-03-30T23:59:59+01:00", "it is asked for already, and is not asked for anew"


def test_hiding_where_a_scan_was_made_does_not_pay() -> None:
    """With the place the carrier would pay; so the place is asked for before the buyer loses."""

    def hide(data: dict[str, Any]) -> None:
        del record(data, "T-2")["place"]

    decision = settled(changed("3", hide, put("N-1", to="buyer", shown=["T-2"])))
    assert decision.status == "provisional"
    assert ("carrier", "tracking_event", "distance_m") in asks(decision)


@pytest.mark.parametrize("names", [("T-2", "T-3"), ("T-3", "T-2")])
def test_ids_do_not_decide_between_scans_of_one_moment(names: tuple[str, str]) -> None:
    far, near = names

    def two(data: dict[str, Any]) -> None:
        scan = record(data, "T-2")
        door = {**scan, "id": near, "place": {"lat": "53.07500", "lon": "8.80700"}}
        scan["id"] = far
        data["records"].append(door)
        record(data, "N-1")["shown"] = ["T-2", "T-3", "ST-1"]

    decision = settled(changed("3", two))
    assert decision.verdict["transfers"][0]["from"] == "carrier"


def test_junk_does_not_silence_the_question() -> None:
    """Any paper at all is no answer to being asked for one that shows something."""
    junk = with_record(id="D-1", kind="document", submitted_by="seller", title="a drawing")
    assert ("seller", "document", None) in asks(settled(changed("2", put("N-2", asks=["statement"]), junk)))


def test_a_slip_does_not_cost_the_case() -> None:
    """The carrier's delivery scan is unusable for a misspelt word: it is asked for again, until it has been told."""
    door = put("T-2", code="deliverd", place={"lat": "53.07500", "lon": "8.80700"})
    decision = settled(changed("3", door, put("N-1", shown=["ST-1"])))
    assert decision.status == "provisional"
    assert ("carrier", "tracking_event", None) in asks(decision)
    assert settled(changed("3", door, put("N-1", shown=["T-2", "ST-1"]))).status == "final", (
        "it was told and stayed silent"
    )


def test_a_tie_is_not_heard_until_what_ties_is_shown() -> None:
    """The seller loses a tie by its burden; the report that ties with its receipt must have been shown to it."""
    notice = {
        "id": "N-1",
        "kind": "notice",
        "to": "seller",
        "sent_at": "2026-03-20T09:00:00+01:00",
        "asks": ["document"],
    }
    closed = {"deadline": "2026-03-23T09:00:00+01:00", "answer": "none"}
    for shown, heard in (([], False), (["T-1"], True)):
        decision = settled(changed("6", with_record(**notice, **closed, shown=shown)))
        (hearing,) = decision.verdict["hearings"]
        assert (hearing["party"], hearing["heard"]) == ("seller", heard)


def test_another_currency_is_not_paid() -> None:
    """What was claimed in one currency does not allow a sum in another."""
    decision = settled(changed("3", put("O-1", price="9999.00 USD")))
    assert (decision.status, decision.verdict["transfers"]) == ("referred", [])


@pytest.mark.parametrize("moment", ["2026-03-12T09:00:00+01:00", "1812-01-01T00:00:00+00:00"])
def test_nothing_is_decided_before_it_is_claimed(moment: str) -> None:
    from datetime import datetime

    case = changed("3")
    with pytest.raises(DecideError):
        decide(case, load_policy("parcel"), datetime.fromisoformat(moment))


def test_one_moment_has_one_decision() -> None:
    """The same instant written in two zones is decided once."""
    here, there = changed("3"), changed("3", lambda data: data.update(as_of="2026-03-21T08:00:00+00:00"))
    policy = load_policy("parcel")
    assert here.as_of == there.as_of
    assert decide(here, policy, there.as_of).content == decide(here, policy).content


@pytest.mark.parametrize("by", ["detector", "party"])
@pytest.mark.parametrize("audience", ["buyer", "seller"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_secret_is_kept_whoever_read_it(by: str, audience: str, form: str) -> None:
    """A reading that is too weak to count says as much about a person as one that counts."""
    sender = "courier" if by == "party" else "platform"
    case = changed("5", put("RD-1", by=by, submitted_by=sender))
    policy = load_policy("meal")
    decision = decide(case, policy)
    for language, secret in (("en", "hospital"), ("ru", "больниц"), ("zh", "医院")):
        assert secret not in report(decision, case, policy, audience=audience, language=language, form=form).lower()


def test_an_exception_that_is_overridden_overrides_nothing() -> None:
    """A over B over C, and all hold: B is out, so C stands beside A, and two winners are a conflict for a person."""
    from arbiter.engine.ir import Matches
    from arbiter.verdict.heads import choose

    policy = load_policy("parcel")
    (head,) = policy.claims["not_received"].heads
    seller, carrier, platform = head.who
    chain = [
        (0, replace(seller, over=())),
        (1, replace(carrier, over=(seller.id,))),
        (2, replace(platform, over=(carrier.id,))),
    ]
    found = choose(chain, Matches(frozenset({0, 1, 2}), frozenset()))
    assert (found.state, found.overridden) == ("conflict", ((carrier.id, platform.id),))
    assert choose(chain, Matches(frozenset({0, 1}), frozenset())).winner == carrier.id


def test_what_followed_from_a_record_goes_with_it() -> None:
    """Without the last scan the one before is the last: taking records away decides the case anew, from the start."""

    def two(data: dict[str, Any]) -> None:
        record(data, "T-2")["place"] = {"lat": "53.07500", "lon": "8.80700"}
        data["records"].append({**record(data, "T-2"), "id": "T-3", "at": "2026-03-12T15:07:00+01:00"})

    case = changed("3", two)
    policy = load_policy("parcel")
    found = explain(decide(case, policy), case, policy)
    removed = [{change.record for change in one.changes if change.action == "remove"} for one in found.counterfactuals]
    assert {"T-3"} not in removed, "T-2 shows the same"


@pytest.mark.parametrize(
    ("key", "value"),
    [("note", None), ("verdict", {"heard": 1}), ("supersedes", False)],
    ids=["absent", "number", "meta"],
)
def test_what_seems_equal_is_not_the_same(key: str, value: object) -> None:
    """Python takes 1 for True and an absent key for an empty one; a permanent record may not."""
    case, policy = changed("3"), load_policy("parcel")
    document = {name: part for name, part in decide(case, policy).document.items() if name != "digest"}
    if isinstance(value, dict):
        document["verdict"] = {**document["verdict"], "hearings": [{**document["verdict"]["hearings"][0], **value}]}
    else:
        document[key] = value
    forged = Decision.seal(document)
    assert verify(forged, case, policy).ok == (key == "supersedes"), "what supersedes it is not for deciding to say"


def test_deadlines_without_a_value_are_told() -> None:
    """A case of a time before any deadline gets no letter, and no traceback."""

    def long_ago(data: dict[str, Any]) -> None:
        text = yaml.dump(data)
        data.clear()
        data.update(yaml.load(text.replace("2026-", "2015-"), Loader=yaml.BaseLoader))

    case, policy = changed("5", long_ago), load_policy("meal")
    decision = decide(case, policy)
    assert decision.status == "referred", "the standards of proof have no value on that day"
    with pytest.raises(ReportError, match="ARB544"):
        report(decision, case, policy, audience="courier")


def patched(tmp_path: Path, file: str, *edits: tuple[str, str]) -> Policy:
    """The parcel pack with one file edited."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    path = tmp_path / "rules" / "parcel" / file
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return load_policy(tmp_path / "rules" / "parcel")


def test_fault_is_not_taken_from_a_branch_that_did_not_hold(tmp_path: Path) -> None:
    """The seller was shown to have dispatched: a rule that would also fire on the contrary finds no fault in it."""
    policy = patched(
        tmp_path,
        "claims/not_received.yaml",
        (
            "if: {dispatched: no}, clause: P-5.2}",
            "if: [{dispatched: shown no}, {order.signature_requested: not_requested}], over: [carrier-bears], "
            "clause: P-5.2}",
        ),
    )
    decision = decide(changed("3"), policy)
    assert (decision.status, decision.verdict["transfers"]) == ("referred", [])
    assert "no_fault" in {reason["cause"] for reason in decision.verdict["route"]["reasons"]}


def test_a_decision_holds_no_name_even_where_a_rule_asks_if_there_is_one(tmp_path: Path) -> None:
    policy = patched(
        tmp_path,
        "questions/delivered.yaml",
        ("if: {dispatched: yes}, must", "if: {dispatched: yes, order.address: unknown}, must"),
    )
    assert b"Werderstrasse" not in decide(changed("3"), policy).content


def test_a_letter_does_not_say_that_nothing_would_change_it_when_something_would() -> None:
    """A note and a position would, together: no letter may say that nothing would."""
    case, policy = changed("5", without("R-3", "RD-1")), load_policy("meal")
    decision = decide(case, policy)
    assert [len(one.changes) for one in explain(decision, case, policy).counterfactuals] == [2]
    text = report(decision, case, policy, audience="courier", form="md")
    assert "No further piece of evidence" not in text
    assert "Several changes at once could." in text
