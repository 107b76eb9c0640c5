"""What follows from records is exact, and absent wherever it cannot be had."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest

from evidence import CaseFile, Dossier, Item, assemble

Build = Callable[..., Any]
AS_OF = datetime.fromisoformat("2026-03-20T10:00:00+01:00")


def item(dossier: Dossier, id: str) -> Item:
    return next(one for one in dossier.items if one.id == id)


def scan(record: Build, id: str, code: str, at: str, shipment: str | None = None, **more: Any) -> Any:
    about = {"about": {"shipment": shipment}} if shipment else {}
    return record("tracking_event", id, code=code, at=f"2026-03-{at}:00+01:00", **about, **more)


class TestDistance:
    def test_whole_metres_from_the_address(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "t", "delivered", "12T16:00", place={"lat": "52.5200", "lon": "13.3777"}),
            record("courier_report", "c", position={"lat": "52.5163", "lon": "13.3777"}),
        )
        assert item(found, "t").fields["distance_m"] == 411
        assert item(found, "c").fields["distance_m"] == 0

    def test_unknown_without_both_places(self, dossier: Build, data: Build, record: Build) -> None:
        assert "distance_m" not in item(dossier(scan(record, "t", "delivered", "12T16:00")), "t").fields
        whole = data(scan(record, "t", "delivered", "12T16:00", place={"lat": "52.5", "lon": "13.3"}))
        del whole["records"][0]["place"]
        assert "distance_m" not in item(assemble(CaseFile.from_data(whole), AS_OF), "t").fields

    def test_the_far_side_of_the_earth(self, dossier: Build, record: Build) -> None:
        found = dossier(record("courier_report", "c", position={"lat": "-52.5163", "lon": "-166.6223"}))
        assert item(found, "c").fields["distance_m"] == pytest.approx(20_015_115, abs=1)


class TestTimes:
    def test_lateness_is_exact(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("tracking_event", "late", at="2026-03-12T18:00:30+01:00"),
            record("tracking_event", "other", code="held", at="2026-03-12T18:00:30+01:00"),
            record("handover", "early", at="2026-03-12T16:00:00Z"),
        )
        assert item(found, "late").fields["minutes_late"] == Fraction(1, 2)
        assert item(found, "early").fields["minutes_late"] == -60
        assert "minutes_late" not in item(found, "other").fields

    def test_anchors_of_the_same_shipment(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "a1", "accepted", "02T10:00", "S1"),
            scan(record, "a2", "accepted", "03T10:00", "S1"),
            scan(record, "d1", "delivered", "12T10:00", "S1"),
            scan(record, "d2", "delivered", "12T11:00", "S1"),
            scan(record, "b1", "accepted", "05T10:00", "S2"),
            record("message", "m1", at="2026-03-12T12:00:00+01:00", about={"shipment": "S1"}),
            record("message", "m2", at="2026-03-12T12:00:00+01:00", about={"shipment": "S2"}),
            record("message", "m3", at="2026-03-12T12:00:00+01:00"),
        )
        one, two, three = (item(found, id).fields for id in ("m1", "m2", "m3"))
        assert (one["minutes_after_accepted"], one["minutes_after_delivered"]) == (10 * 1440 + 120, 60)
        assert two["minutes_after_accepted"] == 7 * 1440 + 120
        assert "minutes_after_delivered" not in two
        assert not {"minutes_after_accepted", "minutes_after_delivered"} & set(three)
        assert (one["minutes_after_placed"], one["minutes_after_claim"]) == (11 * 1440 + 120, -22 * 60)

    def test_the_only_known_shipment_is_meant(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "a", "accepted", "02T10:00", "S1"),
            scan(record, "d", "delivered", "12T10:00"),
            record("message", "m", at="2026-03-12T12:00:00+01:00"),
        )
        fields = item(found, "m").fields
        assert (fields["minutes_after_accepted"], fields["minutes_after_delivered"]) == (10 * 1440 + 120, 120)
        assert found.items[0].fields["minutes_after_delivered"] == 1440

    def test_where_no_shipment_is_known_two_scans_are_unclear(self, dossier: Build, record: Build) -> None:
        one = scan(record, "d1", "delivered", "12T10:00")
        two = scan(record, "d2", "delivered", "12T11:00")
        assert dossier(one).items[0].fields["minutes_after_delivered"] == 1440
        assert "minutes_after_delivered" not in dossier(one, two).items[0].fields

    def test_a_record_without_a_time(self, dossier: Build, record: Build) -> None:
        found = dossier(record("statement", "s"), record("history", "h", since="2026-01-01T00:00:00Z"))
        for id in ("s", "h"):
            assert item(found, id).at is None
            assert not any(name.startswith("minutes") for name in item(found, id).fields)


class TestLastDelivered:
    def last(self, found: Dossier) -> dict[str, object]:
        return {one.id: one.fields.get("is_last_delivered") for one in found.items if one.kind == "tracking_event"}

    def test_by_shipment(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "a", "accepted", "12T18:00", "S1"),
            scan(record, "d1", "delivered", "12T10:00", "S1"),
            scan(record, "d2", "delivered", "12T11:00", "S1"),
            scan(record, "e1", "delivered", "12T09:00", "S2"),
        )
        assert self.last(found) == {"a": "no", "d1": "no", "d2": "yes", "e1": "yes"}

    def test_scans_of_one_moment_are_all_the_last(self, dossier: Build, record: Build) -> None:
        """Which id comes first says nothing, and must decide nothing."""
        found = dossier(
            scan(record, "d2", "delivered", "12T10:00", "S1"),
            scan(record, "d1", "delivered", "12T10:00", "S1"),
        )
        assert self.last(found) == {"d1": "yes", "d2": "yes"}

    def test_unknown_shipment(self, dossier: Build, record: Build) -> None:
        one, two = (
            scan(record, "d1", "delivered", "12T10:00"),
            scan(record, "d2", "delivered", "12T11:00", "S1"),
        )
        assert self.last(dossier(one)) == {"d1": "yes"}
        assert self.last(dossier(one, two)) == {"d1": None, "d2": "yes"}

    def test_a_later_scan_is_not_known_yet(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "d1", "delivered", "12T10:00", "S1"),
            scan(record, "d2", "delivered", "25T10:00", "S1"),
        )
        assert self.last(found) == {"d1": "yes", "d2": None}


class TestNotices:
    @pytest.mark.parametrize(
        ("as_of", "changes", "answer", "minutes"),
        [
            ("2026-03-16T09:59:59+01:00", {}, "open", None),
            ("2026-03-16T10:00:00+01:00", {}, "none", None),
            ("2026-03-16T10:00:00+01:00", {"answer": "declined"}, "declined", None),
            (
                "2026-03-20T10:00:00+01:00",
                {"answer": "received", "answered_at": "2026-03-14T10:00:30+01:00"},
                "received",
                Fraction(1, 2),
            ),
            # Decided as of an earlier moment, an answer that was still to come is no answer.
            (
                "2026-03-15T10:00:00+01:00",
                {"answer": "received", "answered_at": "2026-03-15T11:00:00+01:00"},
                "open",
                None,
            ),
            (
                "2026-03-17T10:00:00+01:00",
                {"answer": "received", "answered_at": "2026-03-18T11:00:00+01:00"},
                "none",
                None,
            ),
        ],
    )
    def test_silence_counts_from_the_deadline_on(
        self, dossier: Build, record: Build, as_of: str, changes: dict[str, str], answer: str, minutes: object
    ) -> None:
        found = item(dossier(record("notice", "n", **changes), as_of=datetime.fromisoformat(as_of)), "n").fields
        assert (found["answer"], found.get("minutes_to_answer")) == (answer, minutes)
        assert ("answered_at" in found) == (minutes is not None)


class TestWhatWasRead:
    """A reading takes over who submitted what it reads, and when that was captured."""

    CAPTURED = "2026-03-12T17:00:00+01:00"

    def of(self, found: Dossier, id: str = "r") -> tuple[object, object]:
        fields = item(found, id).fields
        return fields.get("of_submitted_by"), fields.get("of_captured_at")

    def test_a_photo(self, dossier: Build, record: Build) -> None:
        photo = record("photo", "p", submitted_by="courier", captured_at=self.CAPTURED)
        found = dossier(photo, record("reading", "r", of="p"))
        assert self.of(found) == ("courier", datetime.fromisoformat(self.CAPTURED))
        assert item(found, "r").submitted_by == "platform"

    def test_a_record_that_does_not_say_when(self, dossier: Build, record: Build) -> None:
        assert self.of(dossier(record("document", "d"), record("reading", "r", of="d"))) == ("seller", None)

    def test_a_reading_of_a_reading_is_about_that_reading(self, dossier: Build, record: Build) -> None:
        photo = record("photo", "p", captured_at=self.CAPTURED)
        machine = record("reading", "q", of="p", by="detector")
        found = dossier(photo, machine, record("reading", "r", of="q"))
        assert self.of(found, "q") == ("buyer", datetime.fromisoformat(self.CAPTURED))
        assert self.of(found) == ("platform", None)

    @pytest.mark.parametrize("id", ["claim-1", "claim-1:claim"])
    def test_the_claim(self, dossier: Build, record: Build, id: str) -> None:
        assert self.of(dossier(record("reading", "r", of=id))) == ("buyer", None)

    def test_unknown_of_a_claim_that_was_not_filed_yet(self, dossier: Build, record: Build) -> None:
        early = datetime.fromisoformat("2026-03-10T10:00:00+01:00")
        assert self.of(dossier(record("reading", "r", of="claim-1"), as_of=early)) == (None, None)

    def test_unknown_of_what_is_rejected_or_not_there(self, dossier: Build, record: Build) -> None:
        late = record("photo", "p", captured_at="2026-03-25T10:00:00+01:00")
        found = dossier(late, record("reading", "r", of="p"), record("reading", "s", of="nothing"))
        assert self.of(found) == self.of(found, "s") == (None, None)
