"""What contradicts what, and which files were sent twice.

Owns the kinds of contradiction. A contradiction says "inconsistent because …", never who lies.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from evidence.derive import distance_m
from evidence.dossier import Contradiction, Item
from evidence.records import AnyRecord, Place, TrackingEvent
from evidence.timeline import Shipments

FAR_APART_M = 1000
# Pairs grow with the square; what a person can look at does not.
_MOST_PLACES = 40


def find_contradictions(
    items: Sequence[Item], records: dict[str, AnyRecord], shipments: Shipments
) -> tuple[Contradiction, ...]:
    """All contradictions among the items that count, sorted by kind and items."""
    counting = [item for item in items if item.admission.status != "rejected" and item.kind != "claim"]
    found = [
        *_scans(counting, shipments),
        *_far_apart(records, shipments),
        *_statements(counting, shipments),
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.items)))


def find_duplicates(records: Iterable[AnyRecord]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more ids whose files have the same sha256, sorted."""
    by_hash: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.sha256 is not None:
            by_hash[record.sha256].append(record.id)
    return tuple(sorted(tuple(sorted(ids)) for ids in by_hash.values() if len(ids) > 1))


def _scans(items: Sequence[Item], shipments: Shipments) -> Iterable[Contradiction]:
    never: dict[str | None, list[str]] = defaultdict(list)
    for item in items:
        if item.kind == "tracking_event" and item.fields.get("code") == "not_received":
            never[shipments.of(item.key)].append(item.id)
    for name, scans in shipments.together():
        detail: dict[str, str | int] = {"shipment": name} if name else {}
        accepted = [found for _, found in scans.accepted]
        if accepted and never[name]:
            yield Contradiction("accepted_and_not_received", (*accepted, *sorted(never[name])), detail)
        if accepted and scans.delivered and scans.delivered[0][0] < scans.accepted[0][0]:
            yield Contradiction("delivered_before_accepted", (scans.delivered[0][1], accepted[0]), detail)


def _far_apart(records: dict[str, AnyRecord], shipments: Shipments) -> Iterable[Contradiction]:
    """The two delivered scans of a shipment farthest apart, among its last forty different places."""
    for name, scans in shipments.together():
        places: dict[tuple[object, object], tuple[str, Place]] = {}
        for _, found in reversed(scans.delivered):
            record = records[found]
            if isinstance(record, TrackingEvent) and record.place and len(places) < _MOST_PLACES:
                places.setdefault((record.place.lat, record.place.lon), (found, record.place))
        pairs = [
            (distance_m(one[1], other[1]), tuple(sorted((one[0], other[0]))))
            for one, other in combinations(places.values(), 2)
        ]
        if pairs:
            distance, ids = max(pairs)
            if distance > FAR_APART_M:
                detail: dict[str, str | int] = {"distance_m": distance}
                yield Contradiction("delivered_far_apart", ids, detail | ({"shipment": name} if name else {}))


def _statements(items: Sequence[Item], shipments: Shipments) -> Iterable[Contradiction]:
    said: dict[tuple[str, str | None, str], list[str]] = defaultdict(list)
    signed: dict[str | None, list[str]] = defaultdict(list)
    for item in items:
        fields = item.fields
        shipment = shipments.of(item.key)
        if item.kind == "statement":
            said[str(fields["by"]), shipment, str(fields["says"])].append(item.id)
        elif item.kind == "handover" and fields.get("proof") == "signature" and fields.get("recipient") == "buyer":
            signed[shipment].append(item.id)
    for (by, shipment, says), ids in said.items():
        if says != "not_received":
            continue
        received = said.get((by, shipment, "received"))
        if received:
            both = tuple(sorted((*ids, *received)))
            yield Contradiction("received_and_not_received", both, {"by": by})
        if by == "buyer" and signed.get(shipment):
            both = (*sorted(signed[shipment]), *sorted(ids))
            yield Contradiction("signed_and_not_received", both, {"by": by})
