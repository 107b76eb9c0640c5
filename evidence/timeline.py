"""When things happened: anchors, exact minutes, the events of a case in order.

Owns which shipment's events a record is measured against. It judges nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from evidence.dossier import Event, Item, Key
from evidence.records import TrackingEvent

_MINUTE = 60_000_000
_CODES = ("code", "claim", "says", "proof", "what")


def minutes_between(earlier: datetime, later: datetime) -> int | Fraction:
    """Exact minutes, negative if `later` comes first; a whole number where it is one."""
    span: timedelta = later - earlier
    micros = (span.days * 86_400 + span.seconds) * 1_000_000 + span.microseconds
    whole, rest = divmod(micros, _MINUTE)
    return Fraction(micros, _MINUTE) if rest else whole


@dataclass(slots=True)
class Shipment:
    """The accepted and delivered scans of one shipment, by (time, id)."""

    accepted: list[tuple[datetime, str]]
    delivered: list[tuple[datetime, str]]


class Shipments:
    """Which scans belong together.

    Where the case knows just one shipment, what names none is about that one. Where it knows several, what
    names none belongs to none of them; where it knows none, a scan counts while there is one of its kind.
    """

    def __init__(self, keys: Iterable[Key | None], events: Iterable[tuple[TrackingEvent, Key | None]]) -> None:
        known = {key[0] for key in keys if key is not None and key[0] is not None}
        self.only = next(iter(known)) if len(known) == 1 else None
        self._several = len(known) > 1
        self._scans: dict[str | None, Shipment] = defaultdict(lambda: Shipment([], []))
        self._delivered_count = 0
        self._last_of: dict[str, datetime] = {}
        for event, key in events:
            own = key[0] if key else None
            scans = self._scans[self.of(key)]
            if event.code == "accepted":
                scans.accepted.append((event.at, event.id))
            elif event.code == "delivered":
                scans.delivered.append((event.at, event.id))
                self._delivered_count += 1
                if own is not None:
                    self._last_of[own] = max(self._last_of.get(own, event.at), event.at)
        for scans in self._scans.values():
            scans.accepted.sort()
            scans.delivered.sort()

    def of(self, key: Key | None) -> str | None:
        """The shipment a key stands for, None if that is unknown."""
        return key[0] if key and key[0] is not None else self.only

    def accepted_at(self, key: Key | None) -> datetime | None:
        """The first accepted scan of that shipment, None if unknown."""
        found = self._of(key)
        return found.accepted[0][0] if found and self._clear(key, found.accepted) else None

    def delivered_at(self, key: Key | None) -> datetime | None:
        """The last delivered scan of that shipment, None if unknown."""
        found = self._of(key)
        return found.delivered[-1][0] if found and self._clear(key, found.delivered) else None

    def is_last_delivered(self, event: TrackingEvent, key: Key | None) -> str | None:
        """`yes` or `no`; None where another delivered scan may be of the same shipment.

        Scans of one moment are all the last: which id comes first says nothing.
        """
        if event.code != "delivered":
            return "no"
        if key is None or key[0] is None:
            return "yes" if self._delivered_count == 1 else None
        return "yes" if self._last_of[key[0]] == event.at else "no"

    def together(self) -> Iterable[tuple[str | None, Shipment]]:
        """Shipments by name; scans that may be of several shipments are left out."""
        found = [(name, scans) for name, scans in self._scans.items() if name is not None or not self._several]
        return sorted(found, key=lambda entry: entry[0] or "")

    def _of(self, key: Key | None) -> Shipment | None:
        return self._scans.get(self.of(key))

    def _clear(self, key: Key | None, scans: list[tuple[datetime, str]]) -> bool:
        if self.of(key) is None:
            return len(scans) == 1 and not self._several
        return bool(scans)


def build_timeline(items: Iterable[Item]) -> tuple[Event, ...]:
    """What happened, by (time, id), without rejected items and the statement that only repeats the claim."""
    found = [
        Event(item.at, item.id, item.kind, _code(item))
        for item in items
        if item.at is not None and item.admission.status != "rejected" and item.index != 1
    ]
    return tuple(sorted(found, key=lambda event: (event.at, event.item)))


def _code(item: Item) -> str | None:
    for field in _CODES:
        value = item.fields.get(field)
        if isinstance(value, str):
            return value
    return None
