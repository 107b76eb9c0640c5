"""Contradictions are told to people: there must be a reason in the records for each."""

from collections.abc import Callable
from typing import Any

import pytest

from evidence import Dossier

Build = Callable[..., Any]


def scan(record: Build, id: str, code: str, at: str, shipment: str | None = None, **more: Any) -> Any:
    about = {"about": {"shipment": shipment}} if shipment else {}
    return record("tracking_event", id, code=code, at=f"2026-03-{at}:00+01:00", **about, **more)


class TestIntegrity:
    def kinds(self, found: Dossier) -> list[tuple[str, tuple[str, ...]]]:
        return [(one.kind, one.items) for one in found.contradictions]

    def test_accepted_and_never_received(self, dossier: Build, record: Build) -> None:
        one = scan(record, "a", "accepted", "02T10:00", "S1")
        assert self.kinds(dossier(one, scan(record, "n", "not_received", "04T10:00", "S1"))) == [
            ("accepted_and_not_received", ("a", "n"))
        ]
        assert self.kinds(dossier(one, scan(record, "n", "not_received", "04T10:00", "S2"))) == []

    def test_delivered_before_accepted(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "a", "accepted", "05T10:00", "S1"), scan(record, "d", "delivered", "04T10:00", "S1")
        )
        assert self.kinds(found) == [("delivered_before_accepted", ("d", "a"))]
        assert found.contradictions[0].detail == {"shipment": "S1"}

    @pytest.mark.parametrize(("lat", "apart"), [("52.5250", False), ("52.5260", True)])
    def test_delivered_in_two_places(self, dossier: Build, record: Build, lat: str, apart: bool) -> None:
        found = dossier(
            scan(record, "d1", "delivered", "12T10:00", "S1", place={"lat": "52.5163", "lon": "13.3777"}),
            scan(record, "d2", "delivered", "12T11:00", "S1", place={"lat": lat, "lon": "13.3777"}),
        )
        assert self.kinds(found) == ([("delivered_far_apart", ("d1", "d2"))] if apart else [])

    def test_a_party_says_both(self, dossier: Build, record: Build) -> None:
        assert self.kinds(dossier(record("statement", "s", says="received"))) == [
            ("received_and_not_received", ("claim-1", "s"))
        ]
        other = record("statement", "s", says="received", by="seller", submitted_by="seller")
        assert self.kinds(dossier(other)) == []

    def test_signed_and_denied(self, dossier: Build, record: Build) -> None:
        assert self.kinds(dossier(record("handover", "h", recipient="buyer"))) == [
            ("signed_and_not_received", ("h", "claim-1"))
        ]
        assert self.kinds(dossier(record("handover", "h", recipient="neighbour"))) == []
        assert self.kinds(dossier(record("handover", "h", recipient="buyer", proof="photo"))) == []

    def test_what_is_rejected_contradicts_nothing(self, dossier: Build, record: Build) -> None:
        late = record("statement", "s", says="received", received_at="2026-03-21T10:00:00Z")
        assert self.kinds(dossier(late)) == []

    def test_the_same_file_twice(self, dossier: Build, record: Build) -> None:
        found = dossier(
            record("photo", "b", sha256="0" * 64),
            record("photo", "a", sha256="0" * 64),
            record("photo", "c", sha256="1" * 64),
        )
        assert found.duplicates == (("a", "b"),)

    def test_the_timeline_is_in_order(self, dossier: Build, record: Build) -> None:
        found = dossier(
            scan(record, "d", "delivered", "12T16:00"),
            scan(record, "b", "held", "11T16:00"),
            scan(record, "a", "held", "11T16:00"),
        )
        assert [(event.item, event.code) for event in found.timeline] == [
            ("order-1", None),
            ("a", "held"),
            ("b", "held"),
            ("d", "delivered"),
            ("claim-1:claim", "not_received"),
        ]
