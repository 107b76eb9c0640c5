"""Varied cases of both bundled packs, the same for the same seed.

Owns what the benchmarks and the comparison of two writers decide on. Every case can be decided; what it shows is left
to chance, with the thresholds of the packs, silence, doubt and gaps well represented.
"""

from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any

from evidence import CaseFile

Json = dict[str, Any]

ZONE = timezone(timedelta(hours=1))
AS_OF = datetime(2026, 3, 24, 9, 0, tzinfo=ZONE)
TRACKING_CODES = (
    "accepted", "in_transit", "out_for_delivery", "attempted", "delivered", "held", "returned", "lost", "damaged",
    "not_received", "exception",
)  # fmt: skip
PROOFS = ("signature", "signature", "photo", "code", "none")
RECIPIENTS = ("buyer", "household", "neighbour", "locker", "safe_place", "unknown_person", None)
TOTALS = (
    "19.90", "80.00", "80.00", "120.00", "240.00", "310.50", "400.00", "499.99", "500.00", "500.01", "749.99", "750.00",
    "750.01", "900.00",
)  # fmt: skip
CURRENCIES = ("EUR",) * 20 + ("USD", "JPY")
PARCEL_ASKS = ("tracking_event", "handover", "scan_place", "document", "statement")
MEAL_ASKS = ("document", "photo", "statement", "courier_report")
PARCEL_READINGS = ("posting_receipt", "collection_note", "signature", "delivery_photo", "other")
MEAL_READINGS = ("hospital_note", "hospital_note", "hospital_note", "damage")


def cases(seed: int, count: int) -> list[CaseFile]:
    """`count` cases, two of three about parcels; always the same for a seed."""
    random = Random(seed)
    return [CaseFile.from_data(_case(random, number)) for number in range(count)]


def _case(random: Random, number: int) -> Json:
    return (_Parcel if random.random() < 2 / 3 else _Meal)(random, number).data()


class _Draft:
    """A case being written: ids by kind, times in order."""

    policy: str
    claim: str
    by: str
    parties: tuple[str, ...]
    asks: tuple[str, ...]
    readings: tuple[str, ...]

    def __init__(self, random: Random, number: int) -> None:
        self.random, self.number = random, number
        self.records: list[Json] = []
        self.placed = AS_OF - timedelta(days=random.randint(20, 40), minutes=random.randrange(600))
        self.filed = AS_OF - timedelta(days=random.randint(3, 12), minutes=random.randrange(600))
        if self.chance(0.02):  # decided the moment it is filed
            self.filed = AS_OF
        self.currency = random.choice(CURRENCIES)
        self.shipments = tuple(f"S-{place}" for place in range(1, random.choice((2, 2, 2, 3, 4))))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def add(self, kind: str, submitted_by: str, /, **fields: Any) -> str:
        """One more record; fields that are None are left out."""
        name = f"{kind[:3].upper()}-{len(self.records) + 1}"
        known = {field.rstrip("_"): value for field, value in fields.items() if value is not None}
        self.records.append({"id": name, "kind": kind, "submitted_by": submitted_by, **known})
        return name

    def about(self) -> Json | None:
        """Mostly the shipment, sometimes the attempt or item too, sometimes nothing."""
        if self.chance(0.15):
            return None
        about = {"shipment": self.random.choice(self.shipments)}
        if self.chance(0.2):
            about["attempt"] = self.random.choice(("A-1", "A-2"))
        if self.chance(0.05):
            about["item"] = "I-1"
        return about if self.chance(0.97) else {"item": "I-1"}

    def after(self, start: datetime, days: float) -> str:
        """A time within so many days of a start; rarely one that lies after the decision."""
        return (start + timedelta(minutes=self.random.randrange(int(days * 1440)))).isoformat()

    def money(self, share: float) -> str | None:
        """An amount near the thresholds, or None in that share of cases."""
        if self.chance(share):
            return None
        amount = self.random.choice(TOTALS)
        return f"{amount.replace('.', '') if self.currency == 'JPY' else amount} {self.currency}"

    def place(self) -> Json | None:
        """Near the address, at the limit of 150 m, or far from it; a quarter of the records do not say."""
        if self.chance(0.25):
            return None
        lat = self.random.choice(("53.07500", "53.07550", "53.07634", "53.07635", "53.07887", "53.40000"))
        return {"lat": lat, "lon": "8.80700"}

    def order(self, **fields: Any) -> None:
        """The order, some of whose amounts nobody recorded."""
        total = self.money(0.06)
        price = total if total and self.chance(0.6) else self.money(0.05 if total else 0.3)
        self.add("order", "platform", placed_at=self.placed.isoformat(), total=total, price=price,
                 place={"lat": "53.07500", "lon": "8.80700"} if self.chance(0.95) else None, **fields)  # fmt: skip

    def paper(self) -> None:
        """A document or photo and mostly a reading of it: by an operator, a detector or the party itself."""
        party = self.random.choice(self.parties)
        kind = self.random.choice(("document", "photo"))
        time = {"issued_at" if kind == "document" else "captured_at": self.after(self.placed, 15)}
        name = self.add(kind, party, about=self.about(), **time)
        if self.chance(0.2):
            return
        by = self.random.choice(("operator", "operator", "detector", "party"))
        confirmed = "operator" if by == "detector" and self.chance(0.4) else None
        self.add("reading", party if by == "party" else "platform", of=name, by=by, confirmed_by=confirmed,
                 says=self.random.choice(self.readings), at=self.after(self.filed, 3),
                 about=self.about() if self.chance(0.3) else None)  # fmt: skip

    def notice(self, to: str) -> None:
        """Someone is shown some records and asked for some kinds: answered, silent, or still open."""
        sent = min(self.filed, AS_OF - timedelta(days=4)) + timedelta(minutes=self.random.randrange(1440))
        late = self.chance(0.25)
        deadline = AS_OF + timedelta(days=self.random.randint(1, 3)) if late else sent + timedelta(days=2)
        answer = self.random.choice(("none", "none", "received") if late else ("none", "received", "declined"))
        answered = self.after(sent, 2) if answer != "none" and self.chance(0.9) else None
        names = [record["id"] for record in self.records if record["kind"] not in ("order", "notice")]
        shown = names if self.chance(0.55) else self.random.sample(names, self.random.randint(0, len(names)))
        asks = self.random.sample(self.asks, self.random.randint(0, len(self.asks)))
        self.add("notice", "platform", to=to, sent_at=sent.isoformat(), shown=shown, asks=asks,
                 deadline=deadline.isoformat(), answer=answer, answered_at=answered)  # fmt: skip

    def padding(self) -> None:
        """Statements, context, history and messages, which fill a file and decide little."""
        kind = self.random.choice(("statement", "context", "history", "message"))
        party = self.random.choice(self.parties)
        if kind == "statement":
            says = self.random.choice((self.claim, "received", "handed_over", "other", "damaged"))
            self.add(kind, party, by=party, says=says, at=self.after(self.placed, 20), about=self.about())
        elif kind == "context":
            what = self.random.choice(("outage", "severe_weather", "holiday", "strike", "incident"))
            self.add(kind, "platform", what=what, from_=self.after(self.placed, 5), region="DE")
        elif kind == "history":
            what = self.random.choice(("orders", "claims", "refunds", "cancellations"))
            self.add(kind, "platform", party=party, what=what, count=str(self.random.randrange(200)))
        else:
            self.add(kind, party, from_=party, to="platform", channel="chat", at=self.after(self.placed, 20),
                     text=self.random.choice(("Where is it?", "It was left at the door.", "Посылки нет.")))  # fmt: skip

    def data(self) -> Json:
        """The whole case as values."""
        self.fill()
        while len(self.records) < self.random.choice((16, 17, 17, 18, 20)):
            self.padding()
        self.random.shuffle(self.records)
        claim = {"id": "K-1", "claim": self.claim, "by": self.by, "filed_at": self.filed.isoformat(), **self.asked()}
        return {
            "case": f"C-{self.number}",
            "policy": self.policy,
            "as_of": AS_OF.astimezone(UTC).isoformat() if self.chance(0.1) else AS_OF.isoformat(),
            "claims": [claim],
            "parties": {party: {"name": f"The {party}", "locale": "en"} for party in self.parties},
            "funds_at": self.random.choice(("escrow", "seller", "cash")),
            "records": self.records,
        }

    def fill(self) -> None:
        """The records that this claim is about."""
        raise NotImplementedError

    def asked(self) -> Json:
        """What the claim asks for, beyond its name."""
        return {}


class _Parcel(_Draft):
    policy, claim, by = "parcel", "not_received", "buyer"
    parties = ("buyer", "seller", "carrier")
    asks, readings = PARCEL_ASKS, PARCEL_READINGS

    def fill(self) -> None:
        """An order, what the carrier reports of it, papers, and notices to each party."""
        self.order(
            carrier="Parcelnord" if self.chance(0.9) else None,
            signature_requested=self.random.choice(("requested", "not_requested", "not_requested", None)),
        )
        codes = self.random.choice(
            (
                TRACKING_CODES,
                ("accepted", "in_transit", "delivered", "delivered"),
                ("not_received", "exception", "held"),
                ("in_transit", "lost"),
            )
        )
        for _ in range(self.random.choice((0, 2, 4, 5, 6))):
            late = self.chance(0.02)
            at, code, about = self.after(AS_OF if late else self.placed, 14), self.random.choice(codes), self.about()
            # A delivery may be reported twice for one moment: both are the last of their shipment.
            for _ in range(2 if code == "delivered" and self.chance(0.2) else 1):
                self.add("tracking_event", self.random.choice(("carrier", "carrier", "platform")), at=at, code=code,
                         place=self.place(), about=about)  # fmt: skip
        for _ in range(self.random.choice((0, 0, 1, 2))):
            self.add("handover", "carrier", at=self.after(self.placed, 14), proof=self.random.choice(PROOFS),
                     recipient=self.random.choice(RECIPIENTS), about=self.about())  # fmt: skip
        for _ in range(self.random.choice((0, 1, 2))):
            self.paper()
        for party in self.parties:
            for _ in range(self.random.choice((0, 1, 1, 2))):
                self.notice(party)

    def asked(self) -> Json:
        """An amount, mostly that of the goods; sometimes something was made good already."""
        price = next((record.get("price") for record in self.records if record["kind"] == "order"), None)
        amount = price if self.chance(0.75) else self.money(0.2)
        if self.chance(0.03):
            amount = "100.00 CHF"
        found = {"amount": amount} if amount else {}
        if self.chance(0.1):
            currency = self.currency if self.chance(0.9) else "JPY"
            found["already_made_good"] = f"{self.random.choice((0, 10, 80, 900))} {currency}"
        return found


class _Meal(_Draft):
    policy, claim, by = "meal", "courier_cancelled", "courier"
    parties = ("buyer", "seller", "courier")
    asks, readings = MEAL_ASKS, MEAL_READINGS

    def fill(self) -> None:
        """An order, what the courier's app reported, papers, and notices to each party."""
        self.order()
        for _ in range(self.random.choice((0, 2, 4, 5))):
            self.add("courier_report", "platform", at=self.after(self.placed, 2),
                     code=self.random.choice(("assigned", "picked_up", "arrived", "cancelled", "incident")),
                     place=self.random.choice(("restaurant", "address", "hospital", "hospital", "road", None)),
                     reason="an emergency" if self.chance(0.3) else None, about=self.about())  # fmt: skip
        for _ in range(self.random.choice((0, 1, 2, 2))):
            self.paper()
        for party in (*self.parties, "platform"):
            for _ in range(self.random.choice((0, 1, 1, 2))):
                self.notice(party)
