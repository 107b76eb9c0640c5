"""What a case file is made of besides records: the claim, the parties, and what was refused on reading.

Owns these shapes only.
"""

from dataclasses import dataclass
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema

from evidence.diagnostics import Span, quoted
from evidence.records import Part
from evidence.values import Id, MoneyValue, Role, Snake, Text, Time, fault


def _read_zone(value: object) -> str:
    if not isinstance(value, str):
        raise fault("must be one value", "write it like `Europe/Berlin`")
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise fault(f"unknown time zone {quoted(value)}", "write it like `Europe/Berlin`") from None
    return value


Zone = Annotated[str, PlainValidator(_read_zone), WithJsonSchema({"type": "string", "examples": ["Europe/Berlin"]})]


class Claim(Part):
    """What one party says and asks for."""

    id: Id
    claim: Snake
    by: Role
    amount: MoneyValue | None = None
    filed_at: Time
    already_made_good: MoneyValue | None = None
    text: Text | None = None


class Party(Part):
    """How to address a party."""

    name: Text
    locale: Literal["en", "ru", "zh"] | None = None
    zone: Zone | None = None
    contact: Text | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record refused on reading, kept so that it is answered. `digest` is that of what was submitted."""

    id: str
    kind: str | None
    code: str
    reason: str
    digest: str
    span: Span | None = None
    submitted_by: str | None = None
