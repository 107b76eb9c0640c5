"""Cases by chance for the policies of `packs`: every kind of record, every unknown, every shape of claim.

`cases(seed)` are whole case files; `variants` change their dossiers field by field, which is many times as fast and
meets what no reader would let through.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any

from arbiter import CaseFile
from evidence import Dossier, Item

Data = dict[str, Any]
ZONE = timezone(timedelta(hours=1))
START = datetime(2026, 3, 2, 12, tzinfo=ZONE)
AS_OF = START + timedelta(days=25)
LINES = ("glass", "plate")


def cases(seed: int, count: int) -> Iterator[CaseFile]:
    """Whole cases, the same in every process."""
    random = Random(seed)
    for number in range(count):
        yield CaseFile.from_data(_case(random, number))


def _case(random: Random, number: int) -> Data:
    records = [_order(random), *(_RECORDS[random.choice(list(_RECORDS))](random) for _ in range(random.randint(0, 9)))]
    for index, record in enumerate(records):
        record["id"] = f"R-{index}"
        if "of" in record:
            record["of"] = f"R-{random.randrange(len(records))}"
        if random.random() < 0.6 and record["kind"] != "order":
            record["about"] = _about(random)
    claim = {"id": "K", "claim": "broken", "by": "buyer", "filed_at": _time(random), **_maybe(random, amount=_money)}
    claim |= _maybe(random, 0.3, already_made_good=_money)
    ordered = [line["id"] for line in records[0].get("items", ())]
    if ordered and random.random() < 0.7:
        lines = random.sample(ordered, random.randint(1, len(ordered)))
        claim["items"] = [{"item": line, **_maybe(random, units=lambda r: str(r.randint(1, 2)))} for line in lines]
    return {"case": f"C-{number}", "as_of": AS_OF.isoformat(), "claims": [claim], "records": records}


def _maybe(random: Random, chance: float = 0.75, **fields: Any) -> Data:
    return {name: make(random) for name, make in fields.items() if random.random() < chance}


def _time(random: Random) -> str:
    return (START + timedelta(minutes=random.choice((0, 1, 90, 1440, 4000, 12_345, 30_000)))).isoformat()


def _money(random: Random) -> str:
    code = "EUR" if random.random() < 0.93 else "USD"
    return f"{random.choice(('0.00', '0.01', '12.49', '12.50', '49.99', '50.00', '80.00', '333.33'))} {code}"


def _about(random: Random) -> Data:
    found = _maybe(random, 0.7, shipment=lambda r: r.choice(("S-1", "S-2")), item=lambda r: r.choice(LINES))
    if "item" in found and random.random() < 0.4:
        found["unit"] = str(random.randint(1, 3))
    return found


def _order(random: Random) -> Data:
    items = [
        {"id": line, "quantity": "3", **_maybe(random, 0.9, price=_money)} for line in LINES[: random.randint(0, 2)]
    ]
    order = {"kind": "order", "submitted_by": "platform", "placed_at": START.isoformat()}
    order |= _maybe(random, total=_money, price=_money, promised_by=_time, carrier=lambda r: "P", region=_region)
    order |= _maybe(random, signature_requested=lambda r: r.choice(("requested", "not_requested")))
    return order | ({"items": items} if items else {})


def _region(random: Random) -> str:
    return random.choice(("DE", "BR", "BR-SP", "ZZ"))


def _check(random: Random) -> Data:
    found = {"kind": "check", "submitted_by": random.choice(("platform", "seller", "buyer"))}
    return found | _maybe(
        random,
        at=_time,
        state=lambda r: r.choice(("whole", "broken", "lost")),
        marks=lambda r: r.sample(("has_dent", "has_stain", "has_hole"), r.randint(0, 2)),
        count=lambda r: str(r.randint(0, 4)),
        worth=_money,
        seen=lambda r: r.choice(("yes", "no")),
        share=lambda r: r.choice(("0.25", "25", "33.3", "0")),
        wait=lambda r: r.choice(("1", "1.5")),
    )


def _event(random: Random) -> Data:
    codes = ("accepted", "in_transit", "delivered", "delivered", "lost")
    found = {"kind": "tracking_event", "submitted_by": "carrier", "at": _time(random), "code": random.choice(codes)}
    return found | _maybe(random, 0.4, location=lambda r: "Hub")


def _handover(random: Random) -> Data:
    found = {"kind": "handover", "submitted_by": "carrier", "at": _time(random)}
    found["proof"] = random.choice(("signature", "photo", "none"))
    return found | _maybe(random, recipient=lambda r: r.choice(("buyer", "household", "neighbour")))


def _reading(random: Random) -> Data:
    by = random.choice(("operator", "detector"))
    return {"kind": "reading", "submitted_by": "platform", "by": by, "of": 0,
            "says": random.choice(("damage", "signature", "scratches"))}  # fmt: skip


def _notice(random: Random) -> Data:
    to = random.choice(("carrier", "seller", "buyer"))
    return {
        "kind": "notice", "submitted_by": "platform", "to": to, "sent_at": START.isoformat(),
        "deadline": (AS_OF + timedelta(days=random.choice((-3, 3)))).isoformat(),
        "answer": random.choice(("none", "received")), "asks": random.sample(("check", "handover"), 1),
        "shown": [f"R-{number}" for number in random.sample(range(8), 4)],
    }  # fmt: skip


def _history(random: Random) -> Data:
    return {"kind": "history", "submitted_by": "platform", "party": "buyer", "what": "claims",
            "count": str(random.randint(1, 4))}  # fmt: skip


def _context(random: Random) -> Data:
    return {"kind": "context", "submitted_by": "platform", "what": random.choice(("outage", "flood"))}


_RECORDS = {
    "check": _check, "check again": _check, "event": _event, "event again": _event, "handover": _handover,
    "reading": _reading, "notice": _notice, "history": _history, "context": _context,
}  # fmt: skip


def variants(random: Random, dossier: Dossier, count: int) -> Iterator[Dossier]:
    """The dossier, and the same with fields taken away, swapped between records, and keys parted."""
    yield dossier
    for _ in range(count - 1):
        yield replace(dossier, items=tuple(_changed(random, dossier, item) for item in dossier.items))


def _changed(random: Random, dossier: Dossier, item: Item) -> Item:
    if item.admission.status == "rejected" or random.random() < 0.6:
        return item
    fields = dict(item.fields)
    keep = ("placed_at", "claim", "by", "to", "submitted_by", "deadline", "sent_at", "answer", "filed_at")
    names = [name for name in fields if name not in keep]
    alike = [other for other in dossier.items if other.kind == item.kind and other.fields]
    for name in random.sample(names, min(len(names), random.randint(1, 2))):
        if random.random() < 0.5:
            del fields[name]
        else:
            value = random.choice(alike).fields.get(name)
            fields |= {name: value} if value is not None else {}
    key = item.key if random.random() < 0.7 else random.choice(dossier.items).key
    return replace(item, fields=fields, key=key if item.kind not in ("order", "claim") else None)
