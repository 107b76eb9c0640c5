"""The fields that conditions may test, by kind of record, with their types.

Owns the names of derived fields and the types seen from outside. Everything else is derived from the record
models, so the two cannot part. Free text may only be tested for being known.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from evidence.fields import EnumType, FieldType, MoneyType, NumberType, SetType, TextType, TimeType, YesNoType
from evidence.kinds import BUILT_IN, Kinds
from evidence.money import Money
from evidence.records import MODELS, OCCURRED, OPEN_WORDS, BaseRecord
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
    "vocabulary_with",
]


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
    "order": {"has_items": YesNoType()},
    "handover": {"minutes_late": NumberType("min")},
    "reading": {"of_submitted_by": EnumType(ROLES), "of_captured_at": TimeType()},
    "notice": {
        "answer": EnumType(("none", "received", "declined", "open")),
        "minutes_to_answer": NumberType("min"),
        "withheld": SetType(EnumType(OPEN_WORDS["notice", "asks"])),
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
        words = OPEN_WORDS.get((kind, name))
        typed = _type_of(info.annotation, kind, name) if words is None else EnumType(words)
        if (kind, name) == ("notice", "asks"):
            typed = SetType(EnumType(OPEN_WORDS[kind, name]))
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

# One line of the order, where a question is settled line by line: `price` is what the claimed part of it costs.
_ITEM: Mapping[str, FieldType] = {
    "price": MoneyType(),
    "unit_price": MoneyType(),
    "quantity": NumberType("count"),
    "claimed": NumberType("count"),
}

_Vocabulary = Mapping[str, Mapping[str, FieldType]]

VOCABULARY: _Vocabulary = {
    "claim": _CLAIM,
    "item": _ITEM,
    **{kind: _fields_of(kind, model) for kind, model in MODELS.items()},
}


def vocabulary_with(kinds: Kinds = BUILT_IN) -> _Vocabulary:
    """The fields that conditions may test where a policy has declared kinds and words of its own."""
    found = {kind: dict(fields) for kind, fields in VOCABULARY.items()}
    for kind, name in OPEN_WORDS:
        words = EnumType((*OPEN_WORDS[kind, name], *sorted(kinds.allowed(kind, name) - set(OPEN_WORDS[kind, name]))))
        found[kind][name] = SetType(words) if isinstance(found[kind][name], SetType) else words
    found["notice"]["withheld"] = found["notice"]["asks"]
    for kind, declared in kinds.declared.items():
        found[kind] = {**_EVERY_RECORD, **declared.fields}
        if declared.occurred is not None:
            found[kind] |= {f"minutes_after_{anchor}": NumberType("min") for anchor in MINUTES_AFTER}
    return found


_EVERY_RECORD: Mapping[str, FieldType] = {
    "submitted_by": EnumType(ROLES),
    "received_at": TimeType(),
    "captured_at": TimeType(),
    "file": TextType(),
}
