"""What must keep a case open, or send it to a person: each of these once ended a case too early.

Every case here is one of the examples with one thing changed, so that the change is what decides.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from arbiter import CaseFile, DecideError, Decision, decide, load_policy, report

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
    for language, secret in (("en", "hospital"), ("ru", "больниц")):
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
