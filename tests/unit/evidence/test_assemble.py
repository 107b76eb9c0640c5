"""The dossier holds what is known as of a moment; what cannot be known stays absent, never 0 or `no`."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence import (
    VOCABULARY,
    CaseFile,
    DeclaredKind,
    Dossier,
    EnumType,
    Item,
    Kinds,
    Money,
    NumberType,
    SetType,
    assemble,
)
from evidence.vocabulary import MoneyType, TextType, TimeType, YesNoType

Build = Callable[..., Any]
AS_OF = datetime.fromisoformat("2026-03-20T10:00:00+01:00")


def item(dossier: Dossier, id: str) -> Item:
    return next(one for one in dossier.items if one.id == id)


def scan(record: Build, id: str, code: str, at: str, shipment: str | None = None, **more: Any) -> Any:
    about = {"about": {"shipment": shipment}} if shipment else {}
    return record("tracking_event", id, code=code, at=f"2026-03-{at}:00+01:00", **about, **more)


class TestItems:
    def test_the_claim_and_its_statement_come_first(self, dossier: Build) -> None:
        claim, filing = dossier().items[:2]
        assert (claim.id, claim.kind, claim.index) == ("claim-1:claim", "claim", 0)
        assert claim.fields["amount"] == Money(8000, "EUR")
        assert (filing.id, filing.kind, filing.submitted_by) == ("claim-1", "statement", "buyer")
        assert (filing.fields["by"], filing.fields["says"]) == ("buyer", "not_received")
        assert filing.at == claim.at == claim.fields["filed_at"]

    def test_a_claim_that_no_statement_can_say(self, dossier: Build) -> None:
        claim = {"id": "c", "claim": "late_delivery", "by": "buyer", "filed_at": "2026-03-13T10:00:00Z"}
        assert dossier(claims=[claim]).items[1].fields["says"] == "other"

    def test_an_unknown_amount_is_absent(self, dossier: Build) -> None:
        claim = {"id": "c", "claim": "late_delivery", "by": "buyer", "filed_at": "2026-03-13T10:00:00Z"}
        assert "amount" not in dossier(claims=[claim]).items[0].fields

    def test_items_are_in_order_with_unique_ids_and_none_is_lost(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("photo", "b"),
            record("photo", "a"),
            record("photo", "x", colour="red"),
            record("photo", "x", colour="blue"),
            record("message", "m"),
            {"id": "y", "kind": "unheard"},
        )
        ids = [one.id for one in found.items]
        assert ids == ["claim-1:claim", "claim-1", "order-1", "m", "a", "b", "x", "x#2", "y"]
        assert [one.index for one in found.items] == list(range(9))
        assert {one.id for one in found.items if one.admission.status == "rejected"} == {"x", "x#2", "y"}
        assert all(one.fields == {} for one in found.items[6:])

    @pytest.mark.parametrize(
        ("kind", "changes", "code", "help"),
        [
            ("photo", {"kind": "foto"}, "ARB420", "did you mean `photo`?"),
            ("statement", {"says": "not_recieved"}, "ARB422", "did you mean `not_received`?"),
            ("reading", {"says": "signatur"}, "ARB422", "did you mean `signature`?"),
            ("notice", {"asks": ["telepathy"]}, "ARB422", None),
            ("context", {"what": "outtage"}, "ARB422", "did you mean `outage`?"),
            ("history", {"what": "refund"}, "ARB422", "did you mean `refunds`?"),
            ("courier_report", {"place": "adress"}, "ARB422", "did you mean `address`?"),
        ],
    )
    def test_kinds_and_words_are_known_only_with_the_policy(
        self, dossier: Build, record: Build, kind: str, changes: Any, code: str, help: str | None
    ) -> None:
        """A policy may declare any of them, so the file is read, and what no policy declares is rejected here."""
        found = dossier(record(kind, "x") | changes)
        rejected = item(found, "x")
        (problem,) = found.problems
        assert (rejected.admission.status, rejected.admission.code, rejected.fields) == ("rejected", code, {})
        assert (problem.code, problem.severity, problem.message) == (code, "warning", rejected.admission.reason)
        assert help is None or problem.help == help

    def test_a_declared_kind_and_a_declared_word_are_admitted(self, case: Build, record: Build) -> None:
        """Only what the policy says of a kind counts: who may submit it, its fields, and when it happened."""
        kind = DeclaredKind(
            "stock_check",
            frozenset({"seller"}),
            "counted_at",
            {"missing": NumberType("count"), "counted_at": TimeType()},
        )
        kinds = Kinds({"stock_check": kind}, {("statement", "says"): frozenset({"swapped"})})
        check = {"kind": "stock_check", "submitted_by": "seller", "missing": "2"}
        read = case(
            {"id": "good", **check, "counted_at": "2026-03-10T10:00:00+01:00"},
            {"id": "late", **check, "counted_at": "2026-03-21T10:00:00+01:00"},
            {"id": "other-field", **check, "colour": "red"},
            {"id": "no-zone", **check, "counted_at": "2026-03-10T10:00:00"},
            {"id": "no-number", **check, "missing": "two"},
            {"id": "wrong-sender", **check, "submitted_by": "buyer"},
            record("statement", "word", says="swapped"),
            record("notice", "asked", asks=["stock_check"]),
        )
        found = assemble(read, AS_OF, kinds)
        codes = {name: item(found, name).admission.code for name in ("late", "other-field", "no-zone", "no-number")}
        assert item(found, "good").fields["missing"] == 2
        assert item(found, "good").at == datetime.fromisoformat("2026-03-10T10:00:00+01:00")
        assert codes == {"late": "ARB424", "other-field": "ARB421", "no-zone": "ARB423", "no-number": "ARB422"}
        assert item(found, "wrong-sender").admission.code == "ARB426"
        assert item(found, "word").fields["says"] == "swapped"
        assert item(found, "asked").fields["asks"] == frozenset({"stock_check"})
        told = ["ARB421", "ARB422", "ARB423", "ARB424", "ARB426"]
        assert sorted(problem.code for problem in found.problems) == told

    def test_exact_values(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("notice", "n", asks=["photo", "handover"]),
            record("history", "h"),
            record("message", "m", note="n"),
        )
        assert item(found, "n").fields["asks"] == frozenset({"photo", "handover"})
        assert item(found, "h").fields["count"] == 2
        assert item(found, "m").fields["from"] == "buyer"
        assert "note" not in item(found, "m").fields

    def test_empty_text_is_unknown(self, dossier: Build, record: Build) -> None:
        found = dossier(record("message", "m", language="", about={"shipment": ""}))
        assert "language" not in item(found, "m").fields
        assert item(found, "m").key is None

    def test_a_notice_tells_what_it_showed(self, dossier: Build, record: Build) -> None:
        found = dossier(record("notice", "n", shown=["order-1"]), record("notice", "n2"))
        assert item(found, "n").fields["shown"] == frozenset({"order-1"})
        assert item(found, "n2").fields["shown"] == frozenset()

    def test_asking_for_nothing_is_known(self, dossier: Build, record: Build) -> None:
        assert item(dossier(record("notice", "n")), "n").fields["asks"] == frozenset()

    def test_every_field_is_in_the_vocabulary_with_its_type(self, dossier: Build, record: Build) -> None:
        place = {"lat": "52.6", "lon": "13.4"}
        found = dossier(
            scan(record, "t1", "accepted", "02T10:00", "S"),
            scan(record, "t2", "delivered", "12T16:00", "S", place=place, location="x", carrier_code="y"),
            record("courier_report", "c", code="arrived", place="hospital", position=place, reason="x"),
            record("handover", "h", recipient="household", signed_name="x"),
            record("message", "m", to="seller", channel="chat", language="en"),
            record("statement", "s", at="2026-03-12T16:00:00Z", text="x"),
            record("reading", "r", at="2026-03-12T16:00:00Z", confirmed_by="operator", text="x"),
            record("photo", "p", captured_at="2026-03-12T16:00:00Z", width="1", height="2", caption="x"),
            record("document", "d", issued_at="2026-03-12T16:00:00Z", issuer="x", title="y"),
            record("notice", "n", answer="received", answered_at="2026-03-15T16:00:00Z"),
            record(
                "context",
                "k",
                **{"from": "2026-03-12T16:00:00Z", "until": "2026-03-12T17:00:00Z"},
                region="BR",
            ),
            record("history", "y", since="2026-01-12T16:00:00Z"),
        )
        python: dict[type, Any] = {
            EnumType: str, TextType: str, YesNoType: str, MoneyType: Money, TimeType: datetime,
            NumberType: (int, Fraction), SetType: frozenset,
        }  # fmt: skip
        for one in found.items:
            assert one.admission.status == "admitted"
            for name, value in one.fields.items():
                if name in ("shown", "of"):  # ids are for hearings and for what a reading reads, not for conditions
                    continue
                typed = VOCABULARY[one.kind][name]
                assert isinstance(value, python[type(typed)]), (one.kind, name)
                if isinstance(typed, EnumType):
                    assert value in typed.values
        assert found.contradictions == ()

    def test_the_moment_needs_a_zone(self, case: Build) -> None:
        with pytest.raises(ValueError, match="no zone"):
            assemble(case(), datetime(2026, 3, 20))


class TestAdmission:
    def test_a_partys_word_and_a_detectors_are_limited(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("photo", "p"),
            record("reading", "party", of="p", by="party", submitted_by="buyer"),
            record("reading", "detector", of="p", by="detector"),
            record("reading", "confirmed", of="p", by="detector", confirmed_by="operator"),
            record("reading", "operator", of="p"),
        )
        assert {
            id: (
                item(found, id).admission.status,
                item(found, id).admission.code,
                item(found, id).admission.cap,
            )
            for id in ("party", "detector", "confirmed", "operator")
        } == {
            "party": ("limited", "ARB441", 1),
            "detector": ("limited", "ARB440", 1),
            "confirmed": ("admitted", None, None),
            "operator": ("admitted", None, None),
        }

    @pytest.mark.parametrize(
        ("kind", "changes"),
        [
            ("message", {"at": "2026-03-20T10:00:01+01:00"}),
            ("message", {"received_at": "2026-03-20T10:00:01+01:00"}),
            ("photo", {"captured_at": "2026-03-20T09:00:01Z"}),
            ("notice", {"sent_at": "2026-03-21T10:00:00Z", "deadline": "2026-03-22T10:00:00Z"}),
        ],
    )
    def test_nothing_from_after_the_moment_counts(
        self, dossier: Build, record: Build, kind: str, changes: dict[str, str]
    ) -> None:
        found = dossier(record(kind, "x", **changes), record("reading", "r", of="x"), record("reading", "r2", of="r"))
        assert (item(found, "x").admission.code, item(found, "x").fields) == ("ARB424", {})
        assert item(found, "r").admission.code == item(found, "r2").admission.code == "ARB431"
        assert not {"x", "r", "r2"} & {event.item for event in found.timeline}

    def test_the_moment_itself_counts(self, dossier: Build, record: Build) -> None:
        found = dossier(record("message", "m", at="2026-03-20T10:00:00+01:00"))
        assert item(found, "m").admission.status == "admitted"

    def test_a_reading_of_a_record_that_was_taken_out(self, case: Build, record: Build) -> None:
        whole = case(record("photo", "p"), record("reading", "r", of="p"))
        fewer = whole.model_copy(update={"records": tuple(one for one in whole.records if one.id != "p")})
        assert item(assemble(fewer, AS_OF), "r").admission.code == "ARB431"


class TestKeys:
    def test_a_reading_takes_the_key_of_what_it_reads(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("photo", "p", about={"shipment": "S", "item": "1"}),
            record("reading", "r2", of="r1"),
            record("reading", "r1", of="p"),
            record("reading", "own", of="p", about={"attempt": "2"}),
        )
        assert item(found, "r1").key == item(found, "r2").key == ("S", None, "1")
        assert item(found, "own").key == (None, "2", None)
        assert item(found, "order-1").key is None

    def test_readings_in_a_ring_have_no_key(self, dossier: Build, record: Build) -> None:
        found = dossier(record("reading", "a", of="b"), record("reading", "b", of="a"), record("reading", "c", of="a"))
        assert [item(found, id).key for id in "abc"] == [None, None, None]

    def test_a_reading_may_read_the_claim(self, dossier: Build, record: Build) -> None:
        assert item(dossier(record("reading", "r", of="claim-1")), "r").admission.status == "admitted"


@given(order=st.permutations(range(12)))
def test_the_order_of_records_never_matters(order: list[int]) -> None:
    at = "2026-03-12T16:00:00Z"
    event = {"kind": "tracking_event", "submitted_by": "carrier", "at": at}
    reading = {"kind": "reading", "submitted_by": "platform", "says": "other", "by": "operator"}
    place = {"place": {"lat": "50", "lon": "1"}, "about": {"shipment": "S"}}
    records: list[dict[str, Any]] = [
        {"id": "o", "kind": "order", "submitted_by": "platform", "placed_at": "2026-03-01T10:00:00Z"},
        event | {"id": "d1", "code": "delivered"},
        event | {"id": "d2", "code": "delivered"} | place,
        event | {"id": "d3", "code": "delivered"} | place | {"place": {"lat": "51", "lon": "1"}},
        event | {"id": "a1", "code": "accepted"},
        event | {"id": "n1", "code": "not_received"},
        {"id": "p", "kind": "photo", "submitted_by": "buyer", "sha256": "0" * 64},
        {"id": "p", "kind": "photo", "submitted_by": "seller", "sha256": "0" * 64},
        {"id": "q", "kind": "photo", "submitted_by": "seller", "sha256": "0" * 64},
        reading | {"id": "r1", "of": "r2"},
        reading | {"id": "r2", "of": "d2"},
        reading | {"id": "r3", "of": "p"},
    ]
    claim = {"id": "k", "claim": "damaged", "by": "buyer", "filed_at": "2026-03-13T10:00:00Z"}

    def build(places: list[int]) -> Dossier:
        return assemble(
            CaseFile.from_data({"case": "c", "claims": [claim], "records": [records[at] for at in places]}),
            AS_OF,
        )

    one, other = build(order), build(list(range(12)))
    assert (one.case_digest, one.items, one.timeline) == (other.case_digest, other.items, other.timeline)
    assert (one.contradictions, one.duplicates) == (other.contradictions, other.duplicates)
    assert other.contradictions != ()
