"""Real orders as case files: what a marketplace would send if the buyer of each claimed that nothing came.

Owns the mapping from the columns of the orders, items and payments to records. It expects nothing of the outcome.
"""

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Sao_Paulo")
CLAIMED_AFTER = timedelta(days=1)
DECIDED_AFTER = timedelta(days=3)
Row = dict[str, str]


def read_table(folder: Path, name: str) -> list[Row]:
    with (folder / f"olist_{name}_dataset.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def delivered_cases(folder: Path) -> Iterator[dict[str, Any]]:
    """One case for every order that counts as delivered and has a day of delivery."""
    payments: dict[str, list[Decimal]] = {}
    for row in read_table(folder, "order_payments"):
        payments.setdefault(row["order_id"], []).append(Decimal(row["payment_value"]))
    prices: dict[str, list[Decimal]] = {}
    for row in read_table(folder, "order_items"):
        prices.setdefault(row["order_id"], []).append(Decimal(row["price"]))
    for order in read_table(folder, "orders"):
        if order["order_status"] == "delivered" and order["order_delivered_customer_date"]:
            number = order["order_id"]
            yield _case(order, sum(payments.get(number, ()), Decimal()), sum(prices[number], Decimal()))


def _case(order: Row, total: Decimal, price: Decimal) -> dict[str, Any]:
    """The claim is for the goods. Whether a signature was requested, nobody knows: it is left out.

    One delivered order has no payment at all; the sum of none is 0.00, and that is what it is said to have cost.
    """
    delivered = moment(order["order_delivered_customer_date"])
    shipment = {"shipment": order["order_id"]}
    records: list[dict[str, Any]] = [
        {
            "id": "O",
            "kind": "order",
            "submitted_by": "platform",
            "placed_at": moment(order["order_purchase_timestamp"]).isoformat(),
            "promised_by": moment(order["order_estimated_delivery_date"]).isoformat(),
            "total": f"{total:.2f} BRL",
            "price": f"{price:.2f} BRL",
            "region": "BR",
        }
    ]
    for id, code, column in (
        ("T-1", "accepted", "order_delivered_carrier_date"),
        ("T-2", "delivered", "order_delivered_customer_date"),
    ):
        event = {"id": id, "kind": "tracking_event", "submitted_by": "carrier", "code": code, "about": shipment}
        records.append({**event, "at": moment(order[column]).isoformat()})
    claimed = (delivered + CLAIMED_AFTER).isoformat()
    claim = {"id": "K", "claim": "not_received", "by": "buyer", "amount": f"{price:.2f} BRL", "filed_at": claimed}
    return {
        "case": order["order_id"],
        "as_of": (delivered + DECIDED_AFTER).isoformat(),
        "claims": [claim],
        "funds_at": "seller",
        "records": records,
    }


def moment(text: str) -> datetime:
    """A time of the tables, which name no zone: the marketplace's own."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)
