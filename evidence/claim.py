"""What a case file is made of besides records: the claim, the parties, and what was refused on reading.

Owns these shapes only.
"""

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema, model_validator

from evidence.diagnostics import Span, quoted
from evidence.records import Part
from evidence.values import Id, Integer, MoneyValue, Role, Snake, Text, Time, fault, read_list


def _read_zone(value: object) -> str:
    if not isinstance(value, str):
        raise fault("must be one value", "write it like `Europe/Berlin`")
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise fault(f"unknown time zone {quoted(value)}", "write it like `Europe/Berlin`") from None
    return value


Zone = Annotated[str, PlainValidator(_read_zone), WithJsonSchema({"type": "string", "examples": ["Europe/Berlin"]})]


class ClaimedItem(Part):
    """A line of the order that a claim is about, and how many units of it; all of them if that is not said."""

    item: Id
    units: Integer | None = None

    @model_validator(mode="after")
    def _at_least_one(self) -> Self:
        if self.units == 0:
            raise fault("no unit of the item is claimed", "leave the item out")
        return self


def _read_items(value: object) -> object:
    """A line by its id alone is the whole line; one value stands for a list of one."""
    listed = read_list(value)
    return [{"item": one} if isinstance(one, str) else one for one in listed] if isinstance(listed, list) else listed


ClaimedItems = Annotated[tuple[ClaimedItem, ...], BeforeValidator(_read_items)]


class Claim(Part):
    """What one party says and asks for. `items` are the lines of the order it is about, where it is not all of it."""

    id: Id
    claim: Snake
    by: Role
    amount: MoneyValue | None = None
    filed_at: Time
    already_made_good: MoneyValue | None = None
    items: ClaimedItems = ()

    @model_validator(mode="after")
    def _each_item_once(self) -> Self:
        listed = [one.item for one in self.items]
        twice = next((item for number, item in enumerate(listed) if item in listed[:number]), None)
        if twice is not None:
            raise fault(f"the item {quoted(twice)} is listed twice", "list it once, with its `units`")
        return self

    text: Text | None = None


class Party(Part):
    """How to address a party."""

    name: Text
    locale: Literal["en", "ru", "zh"] | None = None
    zone: Zone | None = None
    contact: Text | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record refused on reading, kept so that it is answered. `digest` is that of what was submitted, `node` the
    record as it was written.
    """

    id: str
    kind: str | None
    code: str
    reason: str
    digest: str
    span: Span | None = None
    submitted_by: str | None = None
    node: Any = field(default=None, compare=False, repr=False)
