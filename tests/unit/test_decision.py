"""The permanent record: canonical, sealed, complete without names, and the same every time."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from json import loads
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from arbiter import CaseFile, Decision, DecisionError, Policy, decide, load_policy, verify
from arbiter.decision import canonical, digest_of

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
NUMBERS = range(1, 7)
ROOT = Path(__file__).resolve().parents[2]


def altered(decision: Decision, **changes: Any) -> Decision:
    """The decision with other content under a digest that fits it: what a careful forger would write."""
    document = {**decision.document, **changes}
    document["digest"] = digest_of(document)
    return Decision(document)


@pytest.mark.parametrize("number", NUMBERS)
def test_bytes_are_rfc_8785(example: Example, number: int) -> None:
    """Anyone can check a decision with any RFC 8785 implementation, in any language."""
    _, _, decision = example(number)
    assert decision.content == rfc8785.dumps(decision.document)
    assert Decision.parse(decision.content).document == decision.document


@pytest.mark.parametrize("text", ["", "ü", "\u2028", "😀", '"\\\b\f\n\r\t\x1f', "\x7f", "</script>"])
def test_bytes_are_rfc_8785_for_any_text(text: str) -> None:
    """Ids come from the caller, so text may hold anything that JSON escapes or does not."""
    document = {"b": [text, 1, True, None], "a": {text + "z": 2, "y": -1}}
    assert canonical(document) == rfc8785.dumps(document)


@pytest.mark.parametrize("number", [1, 5])
def test_every_changed_byte_is_caught(example: Example, number: int) -> None:
    """No byte of the file is free: not a digit of an amount, not a character of a digest, not a blank."""
    _, _, decision = example(number)
    content = decision.content
    for place, byte in enumerate(content):
        others = {byte ^ 1, byte ^ 0x20, ord("0"), ord("a"), ord(" "), 0x00, 0xFF} - {byte}
        for other in others:
            changed = content[:place] + bytes([other]) + content[place + 1 :]
            assert not verify(changed).ok, f"byte {place}: {byte:#x} became {other:#x}"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_longer_or_shorter_file_is_caught(example: Example, number: int) -> None:
    """A cut or padded file is another file, even where JSON would read the same."""
    _, _, decision = example(number)
    content = decision.content
    assert all(not verify(content[:length]).ok for length in range(0, len(content), 7))
    for changed in (content[:-1], content + b"\n", content + b" ", b" " + content, b"\xef\xbb\xbf" + content, b""):
        assert not verify(changed).ok
    assert all(not verify(content[:place] + content[place + 1 :]).ok for place in range(0, len(content), 3))


def test_a_swapped_digest_is_caught(example: Example) -> None:
    """A digest that fits another decision does not seal this one."""
    (_, _, one), (_, _, other) = example(2), example(3)
    assert not verify(Decision({**one.document, "digest": other.digest})).ok


def test_untouched_is_fine(example: Example) -> None:
    """The check that catches everything must let the true file through, or it would prove nothing."""
    for number in NUMBERS:
        case, policy, decision = example(number)
        alone = verify(decision.content)
        assert (alone.ok, alone.whole, alone.difference) == (True, False, None), "without the case: integrity only"
        whole = verify(decision.content, case, policy)
        assert (whole.ok, whole.whole, whole.difference, whole.engine_difference) == (True, True, None, None)


def test_the_wrong_case_names_the_first_difference(example: Example) -> None:
    """Whoever checks must see what differs, not only that something does."""
    (_, policy, decision), (other, _, _) = example(3), example(2)
    checked = verify(decision, other, policy)
    assert not checked.ok
    assert checked.whole
    assert checked.difference is not None
    assert checked.difference.startswith("`case_digest` is "), "what was decided on comes first"


def test_one_changed_record_names_it(example: Example) -> None:
    """A case whose record was changed after the decision is another case, by its digest first of all."""
    case, policy, decision = example(3)
    records = tuple(
        record.model_copy(update={"note": "added later"}) if record.id == "T-2" else record for record in case.records
    )
    checked = verify(decision, case.model_copy(update={"records": records}), policy)
    assert not checked.ok
    assert checked.difference is not None
    assert checked.difference.startswith("`case_digest` is ")


def test_a_policy_without_the_claim_is_named(example: Example, policy_of: Callable[[str], Policy]) -> None:
    """A policy that cannot know the claim says so, with the code of the reason."""
    case, _, decision = example(5)
    checked = verify(decision, case, policy_of("parcel"))
    assert not checked.ok
    assert "ARB501" in str(checked.difference)


def test_the_wrong_policy_names_the_first_difference(example: Example, tmp_path: Path) -> None:
    """One number of the policy changed makes another policy, even for whoever would not have noticed."""
    case, policy, decision = example(3)
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    parameters = tmp_path / "rules" / "parcel" / "parameters.yaml"
    text = parameters.read_text(encoding="utf-8")
    parameters.write_text(text.replace("2026-01-01: 150", "2026-01-01: 500"), encoding="utf-8")
    other = load_policy(tmp_path / "rules" / "parcel")
    assert other.digest != policy.digest
    checked = verify(decision, case, other)
    assert not checked.ok
    assert checked.whole
    assert checked.difference is not None
    assert checked.difference.startswith(("`id` is ", "`policy.digest` is ")), "the id covers the policy's digest"


@pytest.mark.parametrize("as_of", ["yesterday", "2026-03-21T09:00:00", "", 5, None, [], {}])
def test_a_forged_moment_is_no_traceback(example: Example, as_of: object) -> None:
    """A decision file may come from anyone, with any moment in it."""
    case, policy, decision = example(3)
    assert not verify(altered(decision, as_of=as_of), case, policy).ok


def test_a_forged_outcome_is_caught_by_deciding_again(example: Example) -> None:
    """A forger can fit the digest; deciding again with case and policy still names what was changed."""
    case, policy, decision = example(3)
    verdict = loads(canonical(decision.verdict))
    verdict["transfers"][0]["amount"]["minor"] = 80
    forged = altered(decision, verdict=verdict)
    assert verify(forged).ok, "the bytes alone cannot tell"
    checked = verify(forged, case, policy)
    assert not checked.ok
    assert checked.difference == (
        "`verdict.transfers[0].amount.minor` is `80` in the file, and `8000` when decided again"
    )


@pytest.mark.parametrize("key", ["id", "case", "claim", "status", "policy", "case_digest", "verdict", "reasoning"])
def test_no_part_can_be_forged(example: Example, key: str) -> None:
    """Deciding again covers every part that says what was decided, and by what."""
    case, policy, decision = example(3)
    checked = verify(altered(decision, **{key: "forged"}), case, policy)
    assert not checked.ok
    assert checked.difference is not None


def test_another_engine_version_is_told_apart(example: Example) -> None:
    """An old decision is not wrong because the engine was renewed; it is said, and the result compared alone."""
    case, policy, decision = example(3)
    checked = verify(altered(decision, engine={"arbiter": "0.0.1", "matchers": {}}), case, policy)
    assert checked.ok
    assert checked.difference is None
    assert checked.engine_difference is not None
    assert "0.0.1" in checked.engine_difference


@pytest.mark.parametrize("number", NUMBERS)
def test_deciding_is_idempotent(example: Example, number: int) -> None:
    """The same case, policy and moment have one id and one content; another moment has another id."""
    case, policy, decision = example(number)
    again = decide(case, policy)
    assert (again.id, again.content) == (decision.id, decision.content)
    assert case.as_of is not None
    later = decide(case, policy, case.as_of + timedelta(seconds=1))
    assert later.id != decision.id


@pytest.mark.parametrize("number", NUMBERS)
def test_no_names_and_no_free_text(example: Example, number: int) -> None:
    """Decisions are kept for years and shown to auditors; who the people are stays in the case."""
    case, _, decision = example(number)
    content = decision.content.decode()
    said = [text for party in case.parties.values() for text in (party.name, party.contact) if text]
    for record in case.records:
        free = ("text", "caption", "title", "issuer", "reason", "address", "carrier", "note", "signed_name")
        said += [value for name in free if isinstance(value := getattr(record, name, None), str)]
    assert said
    assert [text for text in said if text in content] == []


def seventeen() -> dict[str, Any]:
    """A case of a usual size: an order, six scans, three statements, two notices, papers and a reading."""
    day = "2026-03-{:02}T10:00:00+01:00".format
    about = {"about": {"shipment": "S-1"}}
    order = {"kind": "order", "submitted_by": "platform", "placed_at": day(1), "total": "86.90 EUR"}
    order |= {"price": "80.00 EUR", "carrier": "P", "signature_requested": "not_requested"}
    codes = ("accepted", "in_transit", "in_transit", "out_for_delivery", "attempted", "delivered")
    records: list[dict[str, Any]] = [order]
    records += [
        {"kind": "tracking_event", "submitted_by": "carrier", "at": day(2 + at), "code": code, **about}
        for at, code in enumerate(codes)
    ]
    records += [
        {"kind": "statement", "submitted_by": who, "by": who, "says": says, "at": day(9), **about}
        for who, says in (("buyer", "not_received"), ("seller", "handed_over"), ("carrier", "handed_over"))
    ]
    records += [
        {"kind": "notice", "submitted_by": "platform", "to": who, "sent_at": day(10), "deadline": day(12)}
        | {"answer": "none", "shown": ["X-01"], "asks": ["document"]}
        for who in ("seller", "carrier")
    ]
    records += [{"kind": "photo", "submitted_by": "buyer"}, {"kind": "document", "submitted_by": "seller", **about}]
    records += [{"kind": "reading", "submitted_by": "platform", "of": "X-13", "by": "operator", "says": "other"}]
    records += [{"kind": "handover", "submitted_by": "carrier", "at": day(7), "proof": "photo", **about}]
    records += [{"kind": "message", "submitted_by": "buyer", "from": "buyer", "at": day(9), "text": "Where is it?"}]
    claim = {"id": "K", "claim": "not_received", "by": "buyer", "amount": "80.00 EUR", "filed_at": day(9)}
    numbered = [{"id": f"X-{at:02}", **record} for at, record in enumerate(records)]
    return {"case": "C-17", "as_of": day(20), "claims": [claim], "records": numbered}


def test_a_usual_decision_is_small(policy_of: Callable[[str], Policy]) -> None:
    """Ten million decisions a year must fit on a disk: at most 10 KB for a case of 17 records."""
    data = seventeen()
    assert len(data["records"]) == 17
    decision = decide(CaseFile.from_data(data), policy_of("parcel"))
    assert decision.reasoning["records"].keys() >= {record["id"] for record in data["records"]}
    assert len(decision.content) <= 10_000


@pytest.mark.parametrize(
    "content",
    [b"", b"null", b"[]", b"{}", b'{"format":"arbiter-decision/1"}', b"\xff\xfe", b"[" * 100_000, b"NaN", b"1e999"],
)
def test_what_is_no_decision_is_said_to_be_none(content: bytes) -> None:
    """Files come from anywhere; none of them may end in a traceback."""
    with pytest.raises(DecisionError, match="ARB520"):
        Decision.parse(content)
    assert not verify(content).ok


def test_lone_surrogates_are_no_decision(example: Example) -> None:
    """What no RFC 8785 implementation writes is refused, not turned into a crash."""
    _, _, decision = example(2)
    content = decision.content.replace(b'"case":"C-2026-0307"', b'"case":"\\ud800"')
    assert content != decision.content
    assert not verify(content).ok
