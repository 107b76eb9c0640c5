"""Reservations as case files: what an airline would send if the customer of each asked to cancel it.

Owns the mapping from the tables and from what the customer said to records. It expects nothing of the outcome.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from re import IGNORECASE, search
from typing import Any

EST = timezone(timedelta(hours=-5))
NOW = "2024-05-15T15:00:00-05:00"  # the first line of the policy
Row = Mapping[str, Any]

# Words in which customers give a reason; the first line that fits counts. What fits none is another reason.
REASONS = (
    ("health", r"health|sick|\bill(ness)?\b|injur|medical|hospital|doctor|surgery|unwell|flu\b|covid"),
    ("weather", r"weather|storm|hurricane|snow|blizzard|flood|typhoon"),
    ("airline_cancelled", r"airline.{0,20}cancel|cancel.{0,20}by.{0,10}airline|flight.{0,20}cancell?ed"),
    ("change_of_plan", r"chang\w*.{0,10}plan|plans?.{0,10}chang"),
)


def case_of(
    reservation: Row, user: Row, flights: Row, said: str | None = None, change: Row | None = None
) -> dict[str, Any]:
    """One case. `said` is the reason in the customer's words, None if none was given; `change` is applied first."""
    booked = changed(reservation, change or {})
    number, created = booked["reservation_id"], datetime.fromisoformat(booked["created_at"]).replace(tzinfo=EST)
    paid = f"{sum(payment['amount'] for payment in booked['payment_history'])}.00 USD"
    on_record = {"submitted_by": "carrier", "about": {"shipment": number}}
    order = {"id": "O", "kind": "order", "submitted_by": "platform", "placed_at": created.isoformat()}
    records: list[dict[str, Any]] = [
        {**order, "total": paid, "price": paid, "region": "US", "about": {"shipment": number}},
        {
            **on_record,
            "id": "R",
            "kind": "reservation",
            "created_at": created.isoformat(),
            "trip": booked["flight_type"],
            "cabin": booked["cabin"],
            "passengers": len(booked["passengers"]),
            "insurance": booked["insurance"],
        },
        {**on_record, "id": "Q", "kind": "request", "submitted_by": "buyer", "reason": reason_in(said)},
    ]
    for place, leg in enumerate(booked["flights"], 1):
        flight, day = leg["flight_number"], leg["date"]
        segment = {**on_record, "id": f"S-{place}", "kind": "segment", "flight": f"{flight} on {day}"}
        records.append({**segment, "status": status_of(flights, flight, day)})
    claim = {"id": "K", "claim": "cancellation", "by": "buyer", "amount": paid, "filed_at": NOW}
    return {"case": number, "as_of": NOW, "claims": [claim], "records": records}


def changed(row: Row, change: Row) -> dict[str, Any]:
    """The row with some fields changed; a map within it is changed field by field."""
    both = {name: changed(row[name], new) if isinstance(row.get(name), dict) else new for name, new in change.items()}
    return {**row, **both}


def reason_in(said: str | None) -> str | None:
    """The kind of reason in the customer's words; None if there are none."""
    if not said or not said.strip():
        return None
    words = said.replace("_", " ")
    return next((reason for reason, fits in REASONS if search(fits, words, IGNORECASE)), "other")


def status_of(flights: Row, flight: str, day: str) -> str | None:
    """The status of a flight on a date in one word; None if the airline has none."""
    found = flights.get(flight, {}).get("dates", {}).get(day, {}).get("status")
    return found.replace(" ", "_") if found else None
