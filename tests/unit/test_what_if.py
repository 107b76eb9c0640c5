"""`what_if`: a case decided again with changes, and all that differs."""

from pathlib import Path
from typing import Any

import pytest

from arbiter import (
    AddRecord,
    CaseFile,
    CaseFileError,
    Policy,
    RemoveRecord,
    SetField,
    SetParameter,
    WhatIf,
    WhatIfError,
    decide,
    load_policy,
    what_if,
)
from arbiter.what_if import Change

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ELSEWHERE = CaseFile.read(EXAMPLES / "3-scanned-elsewhere")
SIGNED = {
    "id": "H-9",
    "kind": "handover",
    "submitted_by": "carrier",
    "at": "2026-03-12T13:07:00+01:00",
    "proof": "signature",
    "recipient": "buyer",
    "about": {"shipment": "S-1"},
}


@pytest.fixture(scope="module")
def parcel() -> Policy:
    return load_policy("parcel")


def tried(policy: Policy, *changes: Change, case: CaseFile = ELSEWHERE) -> WhatIf:
    return what_if(decide(case, policy), case, policy, changes)


def sections(found: WhatIf) -> dict[tuple[str, str], tuple[Any, Any]]:
    return {(one.section, one.name): (one.before, one.after) for one in found.differences}


def test_a_signature_turns_the_case_and_the_rules_say_why(parcel: Policy) -> None:
    found = tried(parcel, AddRecord(SIGNED))
    before, after = sections(found)["findings", "delivered"]
    assert (before["answer"], before["by"]) == ("no", "evidence")
    assert (after["answer"], after["by"]) == ("yes", "evidence")
    delivered = next(one for one in found.differences if one.name == "delivered")
    assert [(one.rule, one.before, one.after) for one in delivered.rules] == [
        (
            "hand-signed",
            {"state": "not_met", "test": "signed"},
            {"state": "fired", "strength": 4, "records": ["H-9"]},
        )
    ], "only the rule that came out otherwise, on what it rests then"
    assert sections(found)["money", "buyer.EUR"] == ({"party": "buyer", "minor": 8000, "currency": "EUR"}, None)
    assert sections(found)["status", "status"] == ({"status": "final"}, {"status": "provisional"})
    hearing = sections(found)["hearings", "buyer"][1]
    assert (hearing["heard"], hearing["not_shown"]) == (False, ["H-9"]), "the buyer has not seen the signature"
    assert ("findings", "dispatched") not in sections(found), "the difference only"
    assert found.changed


def test_nothing_changed_is_the_same_decision(parcel: Policy) -> None:
    found = tried(parcel)
    assert (found.after.content, found.differences, found.changed) == (found.before.content, (), False)


def test_what_it_rests_on_may_change_and_nothing_of_the_outcome(parcel: Policy) -> None:
    scan = {"id": "T-9", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-10T17:00:00+01:00",
            "code": "accepted", "about": {"shipment": "S-1"}}  # fmt: skip
    found = tried(parcel, AddRecord(scan))
    assert not found.changed
    assert {one.section for one in found.differences} <= {"evidence", "grounds"}, "a second scan like the first"


def test_removed_then_added_then_set(parcel: Policy) -> None:
    again = {"id": "T-2", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-12T13:07:00+01:00",
             "code": "lost", "about": {"shipment": "S-1"}}  # fmt: skip
    found = tried(parcel, SetField("T-2.code", "delivered"), AddRecord(again), RemoveRecord("T-2"))
    records = found.after.reasoning["signals"]["delivered_scan"]
    assert records["records"] == ["T-2"], "the record that was added was set, not the one that was removed"
    assert found.after.reasoning["records"]["T-2"] != found.before.reasoning["records"]["T-2"], "without its place"


def test_fields_of_the_claim_the_case_and_inside_a_map(parcel: Policy) -> None:
    found = tried(parcel, SetField("claim.amount", "60.00 EUR"))
    assert sections(found)["money", "carrier.EUR"][1]["minor"] == -6000
    assert tried(parcel, SetField("K-1.amount", "60.00 EUR")).after.content == found.after.content
    assert tried(parcel, SetField("T-2.place.lat", "53.07500")).changed, "at the door"
    assert not tried(parcel, SetField("case.funds_at", "seller")).changed, "it is the carrier that bears it"


def test_a_value_of_none_leaves_a_field_unknown(parcel: Policy) -> None:
    found = tried(parcel, SetField("O-1.price", None))
    assert sections(found)["status", "status"][1] == {"status": "referred"}
    causes = [(one["cause"], one["ref"]) for one in sections(found)["route", "route"][1]["reasons"]]
    assert ("missing_amount", "price") in causes, "nobody guesses the amount"


def test_a_parameter_of_the_policy(parcel: Policy) -> None:
    found = tried(parcel, SetParameter("signature_from", "50"))
    assert sections(found)["heads", "price"][1]["bearer"] == "platform"
    assert tried(parcel, SetParameter("signature_from", "50.00 EUR")).after.content == found.after.content
    assert found.after.document["policy"]["digest"] != found.before.document["policy"]["digest"]
    assert decide(ELSEWHERE, parcel).content == found.before.content, "the policy itself is as it was"


def test_what_follows_from_a_record_goes_with_it(parcel: Policy) -> None:
    case = CaseFile.read(EXAMPLES / "6-receipt-against-denial")
    reading = next(one for one in case.records if one.kind == "reading")
    found = tried(parcel, RemoveRecord(reading.of), case=case)
    assert found.after.reasoning["records"][reading.id]["admission"] == "rejected"
    assert [one.code for one in found.problems] == ["ARB431"]


@pytest.mark.parametrize(
    ("change", "error", "code", "message", "cure"),
    [
        (RemoveRecord("T-3"), WhatIfError, "ARB550", "there is no record `T-3` in the case", "did you mean `T-2`?"),
        (
            SetField("T-3.code", "x"),
            WhatIfError,
            "ARB550",
            "there is no record or claim `T-3` in the case",
            "did you mean `T-2`?",
        ),
        (SetField("T-2.id", "x"), WhatIfError, "ARB550", "an id cannot be set", "remove the record and add another"),
        (SetField("T-2", "x"), WhatIfError, "ARB550", "`T-2` names no field", "write it like `T-2.code`"),
        (
            SetField("case.as_of", "2026-01-01T00:00:00Z"),
            WhatIfError,
            "ARB550",
            "`as_of` of the case cannot be set",
            "set a field of a claim or a record by its id, or `case.funds_at`",
        ),
        (
            SetField("T-2.coed", "lost"),
            CaseFileError,
            "ARB421",
            "unknown field `coed` of `tracking_event`",
            "did you mean `code`?",
        ),
        (
            SetField("claim.amout", "60.00 EUR"),
            CaseFileError,
            "ARB405",
            "unknown field `amout` of `claims` of the case",
            "did you mean `amount`?",
        ),
        (
            AddRecord({**SIGNED, "id": "T-2"}),
            CaseFileError,
            "ARB430",
            "the case has a record `T-2` already",
            "give it its own id, or remove `T-2` as well",
        ),
        (
            AddRecord({**SIGNED, "kind": "handovr"}),
            CaseFileError,
            "ARB420",
            "unknown kind of record `handovr`",
            "did you mean `handover`?",
        ),
        (
            SetParameter("signature_form", "50"),
            WhatIfError,
            "ARB554",
            "policy `parcel` has no parameter `signature_form`",
            "did you mean `signature_from`?",
        ),
        (
            SetParameter("reply_days", "soon"),
            WhatIfError,
            "ARB554",
            "`reply_days` is a number of `d`, not `soon`",
            "write the number alone",
        ),
    ],
)
def test_a_change_that_cannot_be_made_says_why(
    parcel: Policy, change: Change, error: type[WhatIfError | CaseFileError], code: str, message: str, cure: str
) -> None:
    with pytest.raises(error) as raised:
        tried(parcel, change)
    first = raised.value.diagnostics[0]
    assert (first.code, first.severity, first.message, first.help) == (code, "error", message, cure)


def test_another_case_another_policy_are_refused(parcel: Policy) -> None:
    decision = decide(ELSEWHERE, parcel)
    other = CaseFile.read(EXAMPLES / "1-signed")
    for case, policy in ((other, parcel), (ELSEWHERE, load_policy("meal"))):
        with pytest.raises(WhatIfError) as raised:
            what_if(decision, case, policy, [RemoveRecord("T-2")])
        assert [one.code for one in raised.value.diagnostics] == ["ARB540"]


def test_a_record_after_the_moment_of_deciding_does_not_count_and_says_so(parcel: Policy) -> None:
    found = tried(parcel, AddRecord({**SIGNED, "at": "2026-04-01T00:00:00Z"}))
    assert not found.changed
    assert found.reasons["H-9"] == "it is dated after the moment of the decision"
