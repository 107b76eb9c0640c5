"""What was asked for and never came: silence about the very thing, and no trap for those who sent it before."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from evidence import Dossier, assemble

Build = Callable[..., Any]


def withheld(dossier: Dossier, id: str = "asked") -> frozenset[str]:
    found = next(one for one in dossier.items if one.id == id).fields["withheld"]
    assert isinstance(found, frozenset)
    return found


@pytest.fixture
def asked(record: Build) -> Build:
    """A closed notice to the buyer that asks for a photo and a document."""

    def build(**more: Any) -> Any:
        return record("notice", "asked", **{"to": "buyer", "asks": ["photo", "document"], **more})

    return build


def test_what_never_came_is_withheld_whatever_was_answered(dossier: Build, asked: Build) -> None:
    """An answer that sends nothing is no photo: to write a line must not do what silence cannot."""
    for answer in ("none", "declined", "received"):
        assert withheld(dossier(asked(answer=answer))) == {"photo", "document"}


def test_nothing_is_withheld_while_there_is_time(dossier: Build, asked: Build) -> None:
    before = datetime.fromisoformat("2026-03-15T10:00:00+01:00")
    assert withheld(dossier(asked(), as_of=before)) == frozenset()
    late = asked(answer="received", answered_at="2026-03-15T12:00:00+01:00")
    assert withheld(dossier(late, as_of=before)) == frozenset(), "the answer had not come by then"


def test_what_was_sent_before_is_not_withheld(dossier: Build, record: Build, asked: Build) -> None:
    """Who has sent a photo and does not send it again holds nothing back."""
    assert withheld(dossier(record("photo", "p"), asked())) == {"document"}
    assert withheld(dossier(record("photo", "p", submitted_by="seller"), asked())) == {"photo", "document"}


@pytest.mark.parametrize(
    ("photo", "notice", "expected"),
    [
        ({"item": "cup"}, {"item": "plate"}, {"photo", "document"}),
        ({"item": "cup"}, {"item": "cup"}, {"document"}),
        ({"item": "cup"}, None, {"document"}),
        (None, {"item": "cup"}, {"document"}),
        ({"item": "cup", "unit": 1}, {"item": "cup"}, {"document"}),
        ({"item": "cup", "unit": 1}, {"item": "cup", "unit": 2}, {"photo", "document"}),
        ({"shipment": "S1"}, {"shipment": "S2"}, {"photo", "document"}),
        ({"shipment": "S1", "item": "cup"}, {"shipment": "S1"}, {"document"}),
    ],
)
def test_a_picture_of_one_thing_is_none_of_another(
    dossier: Build, record: Build, asked: Build, photo: Any, notice: Any, expected: set[str]
) -> None:
    about = [{"about": one} if one else {} for one in (photo, notice)]
    assert withheld(dossier(record("photo", "p", **about[0]), asked(**about[1]))) == expected


def test_a_slip_is_not_silence_until_it_was_told(dossier: Build, record: Build, asked: Build) -> None:
    """A photo that could not be used was sent. Once its sender has been shown it, nothing better has come."""
    spoilt = record("photo", "p", submitted_by="buyer", captured_at="yesterday")
    assert withheld(dossier(spoilt, asked())) == {"document"}
    assert withheld(dossier(spoilt, asked(shown=["p"]))) == {"photo", "document"}


def test_what_comes_later_had_not_been_sent(dossier: Build, record: Build, asked: Build) -> None:
    later = record("photo", "p", captured_at="2026-04-01T10:00:00+02:00")
    assert withheld(dossier(later, asked())) == {"photo", "document"}


def test_the_platform_passes_on_what_a_party_cannot_send(dossier: Build, record: Build) -> None:
    """A courier's report comes through the platform. A carrier's scans and photos are the carrier's to send."""
    report = record("notice", "asked", to="courier", asks=["courier_report"])
    assert withheld(dossier(record("courier_report", "c"), report)) == frozenset()
    asked = record("notice", "asked", to="carrier", asks=["tracking_event", "photo"])
    feed = record("tracking_event", "t", submitted_by="platform")
    assert withheld(dossier(feed, record("photo", "p", submitted_by="platform"), asked)) == {"tracking_event", "photo"}
    assert withheld(dossier(record("tracking_event", "t"), asked)) == {"photo"}


def test_silence_ends_when_the_record_is_taken_away(case: Build, record: Build, asked: Build) -> None:
    """It follows from the records that are there: without the photo, it is withheld."""
    found = case(record("photo", "p"), asked())
    less = found.model_copy(update={"records": tuple(one for one in found.records if one.id != "p")})
    moment = datetime.fromisoformat("2026-03-20T10:00:00+01:00")
    assert withheld(assemble(found, moment)) == {"document"}
    assert withheld(assemble(less, moment)) == {"photo", "document"}
