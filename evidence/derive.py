"""The fields of an item: what a record says, as values, and what follows from it.

Owns every derived field of the vocabulary. Unknown stays unknown: a field that cannot be had is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from math import asin, cos, radians, sin, sqrt
from typing import Any

from evidence.dossier import Key, Value
from evidence.notices import Sent, answer_by, withheld
from evidence.records import (
    MODELS,
    About,
    AnyRecord,
    CourierReport,
    Handover,
    Notice,
    Order,
    Place,
    Reading,
    TrackingEvent,
)
from evidence.timeline import Shipments, minutes_between
from evidence.vocabulary import MINUTES_AFTER, VOCABULARY

EARTH_RADIUS_M = 6_371_008.8

# (name in conditions, attribute of the model) of every field that is not derived.
_STATED: Mapping[str, tuple[tuple[str, str], ...]] = {
    kind: tuple(
        (info.alias or field, field)
        for field, info in model.model_fields.items()
        if (info.alias or field) in VOCABULARY[kind]
    )
    for kind, model in MODELS.items()
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a reading takes over from the record that it reads: who submitted it, and when it was captured."""

    submitted_by: str
    captured_at: datetime | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of the rest of the case a record is measured against."""

    as_of: datetime
    order: Order | None
    shipments: Shipments
    filed_at: datetime
    sources: Mapping[str, Source]
    """What can be read, by id: the records that count and the claims."""
    sent: Sequence[Sent]


def common_fields(record: AnyRecord) -> dict[str, Value]:
    """What any record says besides the fields of its kind."""
    stated = {name: getattr(record, name) for name in ("submitted_by", "received_at", "captured_at", "file")}
    return {name: value for name, value in stated.items() if value not in (None, "")}


def stated_fields(record: AnyRecord) -> dict[str, Value]:
    """What the record itself says, as values; numbers exact, empty text unknown."""
    found: dict[str, Value] = {}
    for name, field in _STATED[record.kind]:
        value: Any = getattr(record, field)
        if value is None or value == "":
            continue
        if type(value) is tuple:
            value = frozenset(value)
        elif type(value) is Decimal:
            value = Fraction(value)
        found[name] = value
    return found


def key_of(about: About | None) -> Key | None:
    """(shipment, attempt, item) with None for what is unknown; None if all of it is."""
    if about is None:
        return None
    # A unit is named within its item; an id holds no `#`, so this meets no other item.
    item = f"{about.item}#{about.unit}" if about.item and about.unit else about.item or None
    key = (about.shipment or None, about.attempt or None, item)
    return None if key == (None, None, None) else key


def all_fields(record: AnyRecord, key: Key | None, around: Surroundings) -> dict[str, Value]:
    """What the record says and what follows from it as of that moment."""
    fields = stated_fields(record)
    order = around.order
    match record:
        case Order():
            fields["has_items"] = "yes" if record.items else "no"
        case TrackingEvent():
            last = around.shipments.is_last_delivered(record, key)
            _put(fields, "is_last_delivered", last)
            _put(fields, "distance_m", _distance(order, record.place))
            if record.code == "delivered":
                _put(fields, "minutes_late", _late(order, record.at))
        case Handover():
            _put(fields, "minutes_late", _late(order, record.at))
        case CourierReport():
            _put(fields, "distance_m", _distance(order, record.position))
        case Reading():
            fields["of"] = record.of
            source = around.sources.get(record.of)
            if source is not None:
                fields["of_submitted_by"] = source.submitted_by
                _put(fields, "of_captured_at", source.captured_at)
        case Notice():
            fields["shown"] = frozenset(record.shown)
            _answer(fields, record, around.as_of)
            fields["withheld"] = withheld(record, key, around.sent, around.as_of)
    return add_minutes(fields, record.occurred_at(), key, around)


def add_minutes(
    fields: dict[str, Value], at: datetime | None, key: Key | None, around: Surroundings
) -> dict[str, Value]:
    """The same fields with the exact minutes since order, acceptance, delivery and claim."""
    if at is None:
        return fields
    shipments = around.shipments
    anchors = (
        around.order.placed_at if around.order else None,
        shipments.accepted_at(key),
        shipments.delivered_at(key),
        around.filed_at,
    )
    for name, anchor in zip(MINUTES_AFTER, anchors, strict=True):
        if anchor is not None:
            fields[f"minutes_after_{name}"] = minutes_between(anchor, at)
    return fields


def distance_m(one: Place, other: Place) -> int:
    """The great-circle distance (haversine) in whole metres, half to even; wrong by up to 0.6 %."""
    lat_1, lat_2 = radians(one.lat), radians(other.lat)
    half_lat = (lat_2 - lat_1) / 2
    half_lon = radians(other.lon - one.lon) / 2
    chord = sin(half_lat) ** 2 + cos(lat_1) * cos(lat_2) * sin(half_lon) ** 2
    return round(2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord))))


def _put(fields: dict[str, Value], name: str, value: Value | None) -> None:
    if value is not None:
        fields[name] = value


def _distance(order: Order | None, place: Place | None) -> int | None:
    return distance_m(order.place, place) if order and order.place and place else None


def _late(order: Order | None, at: datetime) -> int | Fraction | None:
    return minutes_between(order.promised_by, at) if order and order.promised_by else None


def _answer(fields: dict[str, Value], notice: Notice, as_of: datetime) -> None:
    """The answer as it was known then; when it came is unknown as long as it has not come."""
    fields["answer"] = answer_by(notice, as_of)
    answered = notice.answered_at
    if answered is not None and answered > as_of:
        del fields["answered_at"]
    elif answered is not None:
        fields["minutes_to_answer"] = minutes_between(notice.sent_at, answered)
