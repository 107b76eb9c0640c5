"""Whose minutes a delay is made of: in the parcel pack the parts add up to the delay, whatever happened when."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbiter import load_policy
from arbiter.facts.formulas import Source, exact, value_of
from evidence import Value

FORMULAS = load_policy("parcel").derived
START = datetime(2026, 3, 2, tzinfo=UTC)
MOMENTS = st.integers(0, 20 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
KINDS = ("tracking_event", "dispatch", "context")


def minutes(earlier: datetime, later: datetime) -> int:
    return int((later - earlier).total_seconds()) // 60


def computed(name: str, known: dict[str, Value]) -> Value | None:
    """A field of the delivery scan; `known` are fields of records, as `kind.field`."""

    def field(kind: str, of: str) -> Value | None:
        stated = known.get(f"{kind}.{of}")
        return computed(of, known) if stated is None and f"{kind}.{of}" in FORMULAS else stated

    return value_of(FORMULAS[f"tracking_event.{name}"].formula.expression, Source(field, lambda _: None))  # type: ignore[return-value]


@pytest.mark.parametrize("handed", ["", "_handed"])
@given(moments=st.lists(MOMENTS, min_size=7, max_size=7))
def test_the_parts_add_up(handed: str, moments: list[datetime]) -> None:
    """Nobody's part is below zero, and seller, carrier and nobody together have the whole delay."""
    ship_by, over, accepted, delivered, promised, begins, ends = moments
    known: dict[str, Value] = {
        "tracking_event.at": delivered,
        "tracking_event.minutes_late": minutes(promised, delivered),
        "tracking_event.minutes_after_accepted": minutes(accepted, delivered),
        "dispatch.ship_by": ship_by,
        "dispatch.handed_over_at": over,
        "context.from": begins,
        "context.until": ends,
    }
    parts = [computed(f"{whose}_minutes{handed}", known) for whose in ("seller", "nobody", "carrier")]
    assert all(isinstance(part, int) and part >= 0 for part in parts)
    assert sum(parts) == max(0, minutes(promised, delivered))  # type: ignore[arg-type]


def test_what_lies_unscanned_lies_with_the_carrier() -> None:
    """Handed over in time and scanned three days later: by the scan the seller is late, by the receipt it is not."""
    day = [START + timedelta(days=number) for number in range(10)]
    known: dict[str, Value] = {
        "tracking_event.at": day[7],
        "tracking_event.minutes_late": minutes(day[3], day[7]),
        "tracking_event.minutes_after_accepted": minutes(day[4], day[7]),
        "dispatch.ship_by": day[1],
        "dispatch.handed_over_at": day[1],
    }
    assert computed("seller_minutes", known) == exact(3 * 24 * 60)
    assert computed("seller_minutes_handed", known) == 0
    assert computed("way_minutes_handed", known) == exact(4 * 24 * 60)
