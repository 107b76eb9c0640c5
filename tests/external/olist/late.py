"""Real orders as claims that they came late, or did not come at all. Owns the mapping from their columns to records.

A promise of a day lasts to the end of that day. What is not in the tables (notices, statements) is left out.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.external.olist.reader import CLAIMED_AFTER, DECIDED_AFTER, Row, moment, read_table


def promised_by(order: Row) -> datetime:
    """The last second of the promised day."""
    return moment(order["order_estimated_delivery_date"]).replace(hour=23, minute=59, second=59)


def late_cases(folder: Path) -> Iterator[dict[str, Any]]:
    """One case for every order that was delivered after the promised day."""
    items = _items(folder)
    for order in read_table(folder, "orders"):
        arrived = order["order_delivered_customer_date"]
        if arrived and moment(arrived) > promised_by(order):
            yield _case(order, items[order["order_id"]], moment(arrived))


def undelivered_cases(folder: Path) -> Iterator[dict[str, Any]]:
    """One case for every order of which no delivery is on record, claimed after the promised day."""
    items = _items(folder)
    for order in read_table(folder, "orders"):
        if not order["order_delivered_customer_date"]:
            yield _case(order, items.get(order["order_id"], []), promised_by(order))


def _items(folder: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in read_table(folder, "order_items"):
        found.setdefault(row["order_id"], []).append(row)
    return found


def _case(order: Row, items: list[Row], from_: datetime) -> dict[str, Any]:
    about = {"shipment": order["order_id"]}
    price, fee = (sum((Decimal(row[column]) for row in items), Decimal()) for column in ("price", "freight_value"))
    records: list[dict[str, Any]] = [
        {
            "id": "O",
            "kind": "order",
            "submitted_by": "platform",
            "placed_at": moment(order["order_purchase_timestamp"]).isoformat(),
            "promised_by": promised_by(order).isoformat(),
            "total": f"{price + fee:.2f} BRL",
            "price": f"{price:.2f} BRL",
            "delivery_fee": f"{fee:.2f} BRL",
            "carrier": "the carrier",
            "region": "BR",
        }
    ]
    if items:
        last = max(moment(row["shipping_limit_date"]) for row in items)
        sent = {"id": "D", "kind": "dispatch", "submitted_by": "platform", "ship_by": last.isoformat(), "about": about}
        records.append(sent)
    for name, code, column in (
        ("T-1", "accepted", "order_delivered_carrier_date"),
        ("T-2", "delivered", "order_delivered_customer_date"),
    ):
        if order[column]:
            event = {"id": name, "kind": "tracking_event", "submitted_by": "carrier", "code": code, "about": about}
            records.append({**event, "at": moment(order[column]).isoformat()})
    claimed = from_ + CLAIMED_AFTER
    amount = f"{price + fee:.2f} BRL"
    return {
        "case": order["order_id"],
        "as_of": (claimed + DECIDED_AFTER - timedelta(hours=1)).isoformat(),
        "claims": [
            {"id": "K", "claim": "late_delivery", "by": "buyer", "amount": amount, "filed_at": claimed.isoformat()}
        ],
        "funds_at": "seller",
        "records": records,
    }
