"""Text into typed values: times, amounts, numbers, roles, ids.

Owns how each type of value is written. Everything arrives as text; a value that is typed already is
accepted, so that programs can build records. It knows no kind of record.
"""

import re
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from evidence.diagnostics import meant, quoted
from evidence.money import Money, MoneyError

MAX_TEXT = 100_000
MAX_FILE_NAME = 1000
FIRST_YEAR, LAST_YEAR = 1990, 2100

_TIME = re.compile(
    r"(\d{4})-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.(?:\d{3}|\d{6}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?",
    re.ASCII,
)
_LOOSE_TIME = re.compile(r"(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)", re.ASCII)
_LOOSE_AMOUNT = re.compile(r"(?:([A-Z]{3}|€) ?)?(\d[\d., ]{0,20}?)(?: ?([A-Z]{3}|€))?", re.ASCII)
_INTEGER = re.compile(r"(?:0|[1-9]\d{0,14})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?", re.ASCII)
_ID = re.compile(r"[^\s#]{1,120}")
SNAKE = re.compile(r"[a-z][a-z0-9_]{0,79}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_YES_NO = {"yes": "yes", "no": "no", "true": "yes", "false": "no"}

RoleName = Literal["buyer", "seller", "courier", "carrier", "platform"]
ROLES: tuple[str, ...] = ("buyer", "seller", "courier", "carrier", "platform")


def _fault(message: str, help: str | None = None, kind: str = "value") -> PydanticCustomError:
    # The message goes in as a value because pydantic would read braces in it as a template.
    return PydanticCustomError(kind, "{message}", {"message": message, "help": help})


def _text(value: object, like: str) -> str:
    if not isinstance(value, str):
        raise _fault("must be one value", f"write it like `{like}`")
    return value


def read_time(value: object) -> datetime:
    """A time with its zone as given, `2026-03-12T16:20:00+01:00`."""
    if not isinstance(value, datetime):
        text = _text(value, "2026-03-12T16:20:00+01:00")
        match = _TIME.fullmatch(text)
        if match is None:
            loose = _LOOSE_TIME.fullmatch(text)
            like = f"{loose[1]}T{loose[2]}+01:00" if loose else "2026-03-12T16:20:00+01:00"
            raise _fault(f"{quoted(text)} is not a time", f"write it like `{like}`")
        if match.group(2) is None:
            raise _fault("time has no zone", f"write {quoted(text + '+01:00')} or `Z` for UTC", "no_zone")
        try:
            value = datetime.fromisoformat(text)
        except ValueError:
            raise _fault(f"{quoted(text)} is not a time", "check month, day, hour and minute") from None
    if value.tzinfo is None or value.utcoffset() is None:
        raise _fault("time has no zone", "give the zone", "no_zone")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise _fault(f"the year {value.year} is outside {FIRST_YEAR} to {LAST_YEAR}", "check the year")
    return value


def read_money(value: object) -> Money:
    """An amount, `80.00 EUR`."""
    if isinstance(value, Money):
        return value
    try:
        return Money.parse(_text(value, "80.00 EUR"))
    except MoneyError as error:
        raise _fault(str(error), f"write it like `{_amount_like(str(value))}`") from None


def _amount_like(text: str) -> str:
    """How an amount is written that somebody wrote as people do, `1.234,50 EUR` or `EUR 80`; else an example."""
    loose = _LOOSE_AMOUNT.fullmatch(text)
    currency = (loose[1] or loose[3] or "EUR").replace("€", "EUR") if loose else ""
    digits = re.split(r"[., ]", loose[2].strip()) if loose else []
    # Three digits after a sign may be thousands, or the cents of somebody who slipped: that is not for us to say.
    if not digits or (len(digits) > 1 and len(digits[-1]) != 2) or not all(digits):
        return "80.00 EUR"
    whole, cents = ("".join(digits[:-1]), digits[-1]) if len(digits) > 1 else (digits[0], "00")
    meant_amount = f"{int(whole)}.{cents} {currency}"
    try:
        Money.parse(meant_amount)
    except MoneyError:
        return "80.00 EUR"
    return meant_amount


def read_amount(value: object) -> Money:
    """An amount that is not negative."""
    amount = read_money(value)
    if amount.minor < 0:
        raise _fault(f"`{amount}` is negative", "write the amount without a sign")
    return amount


def read_integer(value: object) -> int:
    """A whole number of up to 15 digits, not negative: a count of something."""
    if type(value) is int and 0 <= value < 10**15:
        return value
    text = _text(value, "3")
    if not _INTEGER.fullmatch(text):
        raise _fault(f"{quoted(text)} is not a whole number", "write it like `3`")
    return int(text)


def read_number(value: object) -> Decimal:
    """An exact decimal number; no exponent."""
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else _text(value, "52.5163")
    if not _NUMBER.fullmatch(text):
        raise _fault(f"{quoted(text)} is not a number", "write it like `52.5163`")
    return Decimal(text)


def read_yes_no(value: object) -> str:
    """`yes` or `no`; `true` and `false` mean the same."""
    if isinstance(value, str) and value in _YES_NO:
        return _YES_NO[value]
    raise _fault(f"{quoted(_text(value, 'yes'))} is neither `yes` nor `no`", "write `yes` or `no`")


def _read_role(value: object) -> str:
    text = _text(value, "buyer")
    if text not in ROLES:
        raise _fault(f"unknown party {quoted(text)}", meant(text, ROLES), "unknown_party")
    return text


def read_text(value: object) -> str:
    """Free text of a bounded length."""
    text = _text(value, "text")
    if len(text) > MAX_TEXT:
        raise _fault(f"the text is longer than {MAX_TEXT} characters", "send it as a document")
    return text


def read_id(value: object) -> str:
    """The id of a record or claim."""
    text = _text(value, "scan-2")
    if not _ID.fullmatch(text):
        raise _fault(f"{quoted(text)} is not an id", "up to 120 characters, no blank and no `#`")
    return text


def _read_snake(value: object) -> str:
    text = _text(value, "not_received")
    if not SNAKE.fullmatch(text):
        plain = re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")
        like = plain if SNAKE.fullmatch(plain) else "not_received"
        raise _fault(f"{quoted(text)} is not in snake_case", f"write it like `{like}`")
    return text


def _read_sha256(value: object) -> str:
    text = _text(value, "64 hexadecimal digits").lower()
    if not _SHA256.fullmatch(text):
        raise _fault(f"{quoted(text)} is not a sha256", "64 hexadecimal digits")
    return text


def _read_file(value: object) -> str:
    text = _text(value, "photos/1.jpg")
    if not 0 < len(text) <= MAX_FILE_NAME:
        raise _fault(f"{quoted(text)} is not a file name", "write it like `photos/1.jpg`")
    return text


def read_list(value: object) -> object:
    """A list; one value stands for a list of one, as in the policy language."""
    return [value] if isinstance(value, str) else value


def _schema(pattern: str, *types: str, **more: Any) -> WithJsonSchema:
    kind: str | list[str] = ["string", *types] if types else "string"
    return WithJsonSchema({"type": kind, "pattern": f"^(?:{pattern})$", **more})


Time = Annotated[
    datetime,
    PlainValidator(read_time),
    _schema(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.([0-9]{3}|[0-9]{6}))?)?(Z|[+-][0-9]{2}:[0-9]{2})",
        examples=["2026-03-12T16:20:00+01:00"],
    ),
]
MoneyValue = Annotated[
    Money,
    PlainValidator(read_amount),
    _schema(r"(0|[1-9][0-9]{0,14})(\.[0-9]+)? [A-Z]{3}", examples=["80.00 EUR"]),
]
Integer = Annotated[int, PlainValidator(read_integer), _schema(r"(0|[1-9][0-9]{0,14})", "integer")]
Number = Annotated[Decimal, PlainValidator(read_number), _schema(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?", "number")]
Role = Annotated[RoleName, BeforeValidator(_read_role)]
Text = Annotated[str, PlainValidator(read_text), WithJsonSchema({"type": "string", "maxLength": MAX_TEXT})]
Id = Annotated[str, PlainValidator(read_id), _schema(r"[^\s#]{1,120}")]
Snake = Annotated[str, PlainValidator(_read_snake), _schema(SNAKE.pattern)]
Sha256 = Annotated[str, PlainValidator(_read_sha256), _schema("[0-9a-fA-F]{64}")]
FilePath = Annotated[str, PlainValidator(_read_file), WithJsonSchema({"type": "string", "maxLength": MAX_FILE_NAME})]
Ids = Annotated[tuple[Id, ...], BeforeValidator(read_list), Field(json_schema_extra={"uniqueItems": True})]


def fault(message: str, help: str | None = None) -> PydanticCustomError:
    """An error of a record as a whole, for validators of models."""
    return _fault(message, help)
