"""The fields that conditions may test, by kind of record, with their types.

Owns the names of derived fields and the types seen from outside. Everything else is derived from the record
models, so the two cannot part. Free text may only be tested for being known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from evidence.money import Money
from evidence.records import MODELS, OCCURRED, BaseRecord
from evidence.values import ROLES, Ids

__all__ = [
    "ROLES",
    "VOCABULARY",
    "EnumType",
    "FieldType",
    "MoneyType",
    "NumberType",
    "SetType",
    "TextType",
    "TimeType",
    "YesNoType",
]


@dataclass(frozen=True, slots=True)
class EnumType:
    """One word of a closed list."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetType:
    """Several words of a closed list."""

    of: EnumType


@dataclass(frozen=True, slots=True)
class MoneyType:
    """An amount."""


@dataclass(frozen=True, slots=True)
class NumberType:
    """An exact number of a unit: `m`, `min`, `count`, `px`."""

    unit: str


@dataclass(frozen=True, slots=True)
class TimeType:
    """A moment with its zone."""


@dataclass(frozen=True, slots=True)
class TextType:
    """Free text: known or unknown, nothing else."""


@dataclass(frozen=True, slots=True)
class YesNoType:
    """Yes or no."""


FieldType = EnumType | SetType | MoneyType | NumberType | TimeType | TextType | YesNoType

MINUTES_AFTER = ("placed", "accepted", "delivered", "claim")
_NUMBER_UNITS = {("history", "count"): "count", ("photo", "width"): "px", ("photo", "height"): "px"}
_NOT_TESTED = frozenset({"id", "kind", "about", "note", "sha256", "of", "shown", "items"})
_DERIVED: Mapping[str, Mapping[str, FieldType]] = {
    "tracking_event": {
        "distance_m": NumberType("m"),
        "is_last_delivered": YesNoType(),
        "minutes_late": NumberType("min"),
    },
    "courier_report": {"distance_m": NumberType("m")},
    "handover": {"minutes_late": NumberType("min")},
    "notice": {
        "answer": EnumType(("none", "received", "declined", "open")),
        "minutes_to_answer": NumberType("min"),
    },
}


def _type_of(annotation: Any, kind: str, field: str) -> FieldType | None:
    """The type of a field as conditions see it, None if it cannot be tested."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _type_of(get_args(annotation)[0], kind, field)
    if origin in (Union, UnionType):
        inner = [part for part in get_args(annotation) if part is not NoneType]
        return _type_of(inner[0], kind, field) if len(inner) == 1 else None
    if origin is Literal:
        return EnumType(get_args(annotation))
    if origin is tuple:
        of = _type_of(get_args(annotation)[0], kind, field)
        return SetType(of) if isinstance(of, EnumType) else None
    if annotation is int or annotation is Decimal:
        return NumberType(_NUMBER_UNITS[kind, field])
    plain: dict[Any, FieldType] = {datetime: TimeType(), Money: MoneyType(), str: TextType()}
    return plain.get(annotation)


def _fields_of(kind: str, model: type[BaseRecord]) -> dict[str, FieldType]:
    found: dict[str, FieldType] = {}
    for name, info in model.model_fields.items():
        if name in _NOT_TESTED or info.annotation is Ids:
            continue
        typed = _type_of(info.annotation, kind, name)
        if typed is not None:
            found[info.alias or name] = typed
    if kind in OCCURRED:
        found |= {f"minutes_after_{anchor}": NumberType("min") for anchor in MINUTES_AFTER}
    found.update(_DERIVED.get(kind, {}))
    return found


_CLAIM: Mapping[str, FieldType] = {
    "amount": MoneyType(),
    "claim": TextType(),
    "by": EnumType(ROLES),
    "filed_at": TimeType(),
    **{f"minutes_after_{anchor}": NumberType("min") for anchor in MINUTES_AFTER},
}

VOCABULARY: Mapping[str, Mapping[str, FieldType]] = {
    "claim": _CLAIM,
    **{kind: _fields_of(kind, model) for kind, model in MODELS.items()},
}
