"""Canonical JSON (RFC 8785) and sha256.

Owns the bytes that digests are made of. It takes values, never files. Numbers beyond 2^53 and binary
fractions do not occur: amounts, times and decimals are text.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from evidence.money import Money


def canonical(value: Any) -> str:
    """The canonical JSON of text, whole numbers, yes/no, None, lists and maps with text keys."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if text.isascii():
        return text
    # RFC 8785 sorts keys by UTF-16 units, which differs from code points beyond U+FFFF.
    return json.dumps(_sorted_by_utf16(value), ensure_ascii=False, separators=(",", ":"))


def sha256_hex(text: str) -> str:
    """The sha256 of the text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def plain(value: Any) -> Any:
    """The value as JSON knows it. What is absent or empty in a model is left out."""
    if isinstance(value, str | int) or value is None:
        return value
    if isinstance(value, BaseModel):
        found = ((name, getattr(value, field)) for field, name in _names(type(value)))
        return {name: plain(item) for name, item in found if item is not None and item != ()}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value]


@cache
def _names(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((field, info.alias or field) for field, info in model.model_fields.items())


def _sorted_by_utf16(value: Any) -> Any:
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda entry: entry[0].encode("utf-16-be"))
        return {key: _sorted_by_utf16(item) for key, item in ordered}
    if isinstance(value, list):
        return [_sorted_by_utf16(item) for item in value]
    return value
