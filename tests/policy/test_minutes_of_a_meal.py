"""Whose minutes a late meal is made of: in the meal pack the five parts add up to the delay, whatever happened when."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from arbiter import load_policy
from arbiter.facts.formulas import Source, value_of
from evidence import Value

FORMULAS = load_policy("meal").derived
PARTS = ("kitchen", "courier", "customer", "platform", "outage")
START = datetime(2026, 3, 2, 18, tzinfo=UTC)
MINUTES = st.integers(0, 240)


def at(minutes: int) -> datetime:
    return START + timedelta(minutes=minutes)


def computed(known: dict[str, Value], name: str, kind: str = "delivery_timeline") -> Value | None:
    """A field as the pack computes it; `known` are fields of records, as `kind.field`."""

    def field(kind: str, of: str) -> Value | None:
        stated = known.get(f"{kind}.{of}")
        return computed(known, of, kind) if stated is None and f"{kind}.{of}" in FORMULAS else stated

    return value_of(FORMULAS[f"{kind}.{name}"].formula.expression, Source(field, lambda _: None))  # type: ignore[return-value]


def timeline(
    ready: int, assigned: int, there: int, way: int, door: int, outages: tuple[int, int] = (0, 0), promised: int = 60
) -> dict[str, Value]:
    """A delivery whose ride of 20 minutes was to begin 20 minutes before the promised time."""
    picked_up = max(ready, there)
    fields: dict[str, Value] = {
        "ride_planned": 20,
        "assigned_at": at(assigned),
        "kitchen_ready_at": at(ready),
        "courier_at_kitchen_at": at(there),
        "picked_up_at": at(picked_up),
        "at_door_at": at(picked_up + way),
        "handed_over_at": at(picked_up + way + door),
        "kitchen_outage": outages[0],
        "courier_outage": outages[1],
    }
    return {"order.promised_by": at(promised)} | {f"delivery_timeline.{name}": one for name, one in fields.items()}


def parts_of(known: dict[str, Value]) -> dict[str, Value | None]:
    return {part: computed(known, f"{part}_minutes") for part in PARTS}


@given(MINUTES, MINUTES, MINUTES, MINUTES, MINUTES, st.tuples(MINUTES, MINUTES), MINUTES)
def test_the_parts_add_up(
    ready: int, assigned: int, ride: int, way: int, door: int, outages: tuple[int, int], promised: int
) -> None:
    """Each minute has one owner; only those that were made up, by the kitchen or on the way, count below zero."""
    known = timeline(ready, assigned, assigned + ride, way, door, outages, promised)
    parts = parts_of(known)
    assert sum(parts.values()) == computed(known, "minutes_late")  # type: ignore[arg-type]
    assert computed(known, "counted_minutes") == computed(known, "minutes_late") - parts["customer"]  # type: ignore[operator]
    assert all(parts[part] >= 0 for part in ("customer", "platform", "outage"))  # type: ignore[operator]


def test_whose_minutes_they_are() -> None:
    """What the courier waits for the food is the kitchen's, even if it was called ready; what food waits is not."""
    nothing = dict.fromkeys(PARTS, 0)
    assert parts_of(timeline(ready=40, assigned=10, there=38, way=20, door=0)) == nothing
    assert parts_of(timeline(ready=70, assigned=10, there=38, way=20, door=0)) == nothing | {"kitchen": 30}
    waiting = timeline(ready=40, assigned=10, there=45, way=20, door=0)
    waiting["delivery_timeline.picked_up_at"] = at(55)
    waiting["delivery_timeline.at_door_at"] = waiting["delivery_timeline.handed_over_at"] = at(75)
    assert parts_of(waiting) == nothing | {"kitchen": 10, "courier": 5}
    assert parts_of(timeline(ready=40, assigned=52, there=60, way=20, door=0)) == nothing | {
        "platform": 12,
        "courier": 8,
    }
    assert parts_of(timeline(ready=40, assigned=10, there=40, way=45, door=7)) == nothing | {
        "courier": 25,
        "customer": 7,
    }
    assert parts_of(timeline(ready=60, assigned=10, there=40, way=45, door=0, outages=(15, 90))) == nothing | {
        "kitchen": 5,
        "outage": 40,
    }
