"""The kinds of evidence records.

Owns the fields of every kind, who may submit it, and what a record must say to stand on its own. What
depends on other records, on files or on the time of the decision is checked elsewhere.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from evidence.diagnostics import quoted
from evidence.digest import canonical, plain, sha256_hex
from evidence.values import (
    FilePath,
    Id,
    Ids,
    Integer,
    MoneyValue,
    Number,
    Role,
    Sha256,
    Snake,
    Text,
    Time,
    fault,
    read_list,
)

# Words of open fields: a policy may add words of its own, so reading accepts any and `assemble` knows which are meant.
SAYS = ("not_received", "received", "courier_cancelled", "damaged", "handed_over", "other")
READS = (
    "posting_receipt", "collection_note", "hospital_note", "signature", "delivery_photo", "damage", "other",
)  # fmt: skip
ASKED = (
    "order", "tracking_event", "courier_report", "handover", "message", "statement", "reading", "photo",
    "document", "notice", "context", "history", "scan_place",
)  # fmt: skip
GOING_ON = ("outage", "severe_weather", "holiday", "strike", "incident")
PAST = ("orders", "claims", "refunds", "cancellations")
PLACES = ("restaurant", "address", "hospital", "road", "other")
OPEN_WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("statement", "says"): SAYS,
    ("reading", "says"): READS,
    ("notice", "asks"): ASKED,
    ("context", "what"): GOING_ON,
    ("history", "what"): PAST,
    ("courier_report", "place"): PLACES,
}


def _word(*known: str) -> WithJsonSchema:
    """Any word in snake_case; an editor offers those that every policy knows."""
    return WithJsonSchema({"anyOf": [{"enum": list(known)}, {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}]})


Says = Annotated[Snake, _word(*SAYS)]
Reads = Annotated[Snake, _word(*READS)]
Asked = Annotated[Snake, _word(*ASKED)]
GoingOn = Annotated[Snake, _word(*GOING_ON)]
Past = Annotated[Snake, _word(*PAST)]
Spot = Annotated[Snake, _word(*PLACES)]


class Part(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with changed fields; what was computed from the old ones is not carried over."""
        copied = super().model_copy(update=update, deep=deep)
        for name in [name for name in copied.__dict__ if name not in type(self).model_fields]:
            del copied.__dict__[name]
        return copied


class About(Part):
    """Which shipment, attempt and item a record is about, as far as known."""

    shipment: Text | None = None
    attempt: Text | None = None
    item: Text | None = None
    unit: Integer | None = None

    @model_validator(mode="after")
    def _unit_of_an_item(self) -> Self:
        if self.unit is not None and not self.item:
            raise fault("a unit is named without its item", "add `item: …`")
        return self


class Place(Part):
    """A point on earth, in degrees."""

    lat: Number
    lon: Number

    @model_validator(mode="after")
    def _on_earth(self) -> Self:
        if abs(self.lat) > Decimal(90) or abs(self.lon) > Decimal(180):
            raise fault("the place is not on earth", "`lat` is -90 to 90, `lon` is -180 to 180")
        return self


class OrderItem(Part):
    """One line of an order: `price` is what one unit costs, `quantity` how many were ordered, 1 if it is not said."""

    id: Id
    title: Text | None = None
    quantity: Integer | None = None
    price: MoneyValue | None = None

    @model_validator(mode="after")
    def _at_least_one(self) -> Self:
        if self.quantity == 0:
            raise fault(f"none of {quoted(self.id)} is ordered", "leave the line out")
        return self


class BaseRecord(Part):
    """What every record may say."""

    id: Id
    submitted_by: Role
    received_at: Time | None = None
    captured_at: Time | None = None
    about: About | None = None
    file: FilePath | None = None
    sha256: Sha256 | None = None
    note: Text | None = None

    @cached_property
    def canonical_text(self) -> str:
        """The record in canonical JSON; nothing of the file system is in it."""
        return canonical(plain(self))

    @cached_property
    def digest(self) -> str:
        """The sha256 of the canonical text, in hexadecimal."""
        return sha256_hex(self.canonical_text)

    def occurred_at(self) -> datetime | None:
        """When it happened, by the kind's own time, else by the time of capture; None if unknown."""
        field = OCCURRED.get(getattr(self, "kind", ""))
        own: datetime | None = getattr(self, field) if field else None
        return own or self.captured_at


class Order(BaseRecord):
    """What was ordered, for how much, and what was promised."""

    kind: Literal["order"]
    placed_at: Time
    total: MoneyValue | None = None
    price: MoneyValue | None = None
    delivery_fee: MoneyValue | None = None
    promised_by: Time | None = None
    carrier: Text | None = None
    signature_requested: Literal["requested", "not_requested"] | None = None
    region: Text | None = None
    address: Text | None = None
    place: Place | None = None
    items: tuple[OrderItem, ...] = ()

    @model_validator(mode="after")
    def _each_line_once(self) -> Self:
        listed = [one.id for one in self.items]
        twice = next((line for number, line in enumerate(listed) if line in listed[:number]), None)
        if twice is not None:
            raise fault(f"two lines have the id {quoted(twice)}", "give each its own id, or add up their `quantity`")
        return self


class TrackingEvent(BaseRecord):
    """One scan or status of a carrier."""

    kind: Literal["tracking_event"]
    at: Time
    code: Literal[
        "accepted", "in_transit", "out_for_delivery", "attempted", "delivered", "held", "returned", "lost",
        "damaged", "not_received", "exception",
    ]  # fmt: skip
    place: Place | None = None
    location: Text | None = None
    carrier_code: Text | None = None


class CourierReport(BaseRecord):
    """What a courier's app reported."""

    kind: Literal["courier_report"]
    at: Time
    code: Literal["assigned", "picked_up", "arrived", "handed_over", "cancelled", "incident"] | None = None
    place: Spot | None = None
    position: Place | None = None
    reason: Text | None = None


class Handover(BaseRecord):
    """How a parcel was handed over."""

    kind: Literal["handover"]
    at: Time
    proof: Literal["signature", "photo", "code", "none"]
    recipient: Literal["buyer", "household", "neighbour", "locker", "safe_place", "unknown_person"] | None = None
    signed_name: Text | None = None


class Message(BaseRecord):
    """A message between parties."""

    kind: Literal["message"]
    at: Time
    from_: Role = Field(alias="from")
    to: Role | None = None
    channel: Literal["chat", "email", "phone", "letter", "social"] | None = None
    text: Text
    language: Text | None = None


class Statement(BaseRecord):
    """What a party says."""

    kind: Literal["statement"]
    at: Time | None = None
    by: Role
    says: Says
    text: Text | None = None


class Reading(BaseRecord):
    """What somebody reads in another record."""

    kind: Literal["reading"]
    of: Id
    says: Reads
    by: Literal["party", "operator", "detector"]
    confirmed_by: Literal["operator"] | None = None
    at: Time | None = None
    text: Text | None = None


class Photo(BaseRecord):
    """A picture."""

    kind: Literal["photo"]
    width: Integer | None = None
    height: Integer | None = None
    caption: Text | None = None


class Document(BaseRecord):
    """A document that is not a picture."""

    kind: Literal["document"]
    issued_at: Time | None = None
    issuer: Text | None = None
    title: Text | None = None


class Notice(BaseRecord):
    """How a party was heard and asked."""

    kind: Literal["notice"]
    to: Role
    sent_at: Time
    shown: Ids = ()
    asks: Annotated[tuple[Asked, ...], BeforeValidator(read_list)] = ()
    deadline: Time
    answer: Literal["none", "received", "declined"]
    answered_at: Time | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.deadline < self.sent_at:
            raise fault("the deadline is before the notice was sent", "check `sent_at` and `deadline`")
        if self.answered_at and self.answer == "none":
            raise fault("`answered_at` stands beside `answer: none`", "remove one of them")
        if self.answered_at and self.answered_at < self.sent_at:
            raise fault("the answer is before the notice was sent", "check `sent_at` and `answered_at`")
        return self


class Context(BaseRecord):
    """Something that was going on where it happened."""

    kind: Literal["context"]
    what: GoingOn
    from_: Time | None = Field(default=None, alias="from")
    until: Time | None = None
    region: Text | None = None


class History(BaseRecord):
    """A count from a party's past."""

    kind: Literal["history"]
    party: Role
    what: Past
    count: Integer
    since: Time | None = None


class DeclaredRecord(BaseRecord):
    """A record of a kind that is not built in. What it says is typed once the policy that declares it is known."""

    kind: Annotated[Snake, WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]*$"})]
    written: Mapping[str, Any] = Field(default_factory=dict, exclude=True)

    @cached_property
    def canonical_text(self) -> str:
        """The record in canonical JSON, as if its own fields stood beside those that every record has."""
        found = {name: value for name, value in plain(self).items() if name != "written"}
        return canonical({**self.written, **found})


BuiltIn = (
    Order | TrackingEvent | CourierReport | Handover | Message | Statement | Reading | Photo | Document
    | Notice | Context | History
)  # fmt: skip
AnyRecord = BuiltIn | DeclaredRecord
Record = Annotated[BuiltIn, Field(discriminator="kind")] | DeclaredRecord

MODELS: Mapping[str, type[BuiltIn]] = {
    "order": Order,
    "tracking_event": TrackingEvent,
    "courier_report": CourierReport,
    "handover": Handover,
    "message": Message,
    "statement": Statement,
    "reading": Reading,
    "photo": Photo,
    "document": Document,
    "notice": Notice,
    "context": Context,
    "history": History,
}

OCCURRED: Mapping[str, str] = {
    "order": "placed_at",
    "tracking_event": "at",
    "courier_report": "at",
    "handover": "at",
    "message": "at",
    "statement": "at",
    "reading": "at",
    "photo": "captured_at",
    "document": "issued_at",
    "notice": "sent_at",
    "context": "from_",
}

_PLATFORM = frozenset({"platform"})
_CARRIED = frozenset({"platform", "carrier"})
_ANYONE = frozenset({"buyer", "seller", "courier", "carrier", "platform"})
SUBMITTERS: Mapping[str, frozenset[str]] = {
    "order": _PLATFORM,
    "tracking_event": _CARRIED,
    "courier_report": _PLATFORM,
    "handover": _CARRIED,
    "message": _ANYONE,
    "statement": _ANYONE,
    "reading": _ANYONE,
    "photo": _ANYONE,
    "document": _ANYONE,
    "notice": _PLATFORM,
    "context": _PLATFORM,
    "history": _PLATFORM,
}


def refusal(record: AnyRecord) -> tuple[str, str, str | None] | None:
    """Why this record may not come from who submitted it: code, sentence, help. None if it may."""
    if isinstance(record, DeclaredRecord):
        return None  # the policy that declares the kind says who may submit it
    allowed = SUBMITTERS[record.kind]
    by = record.submitted_by
    if by not in allowed:
        return wrong_sender(record.kind, by, allowed)
    if isinstance(record, Reading) and (record.by == "party") == (by == "platform"):
        help = "a party reads for itself; an operator or a detector reads for the platform"
        return "ARB426", f"a reading by {quoted(record.by)} cannot come from `{by}`", help
    if isinstance(record, Statement) and record.by != by and by != "platform":
        return "ARB432", f"`{by}` speaks for `{record.by}`", "a statement comes from whoever makes it"
    return None


def wrong_sender(kind: str, by: str, allowed: frozenset[str]) -> tuple[str, str, str]:
    """The code, sentence and help for a record that comes from somebody who may not submit its kind."""
    who = " or ".join(f"`{role}`" for role in sorted(allowed))
    return "ARB426", f"{quoted(kind)} cannot come from `{by}`", f"it is submitted by {who}"
