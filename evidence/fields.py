"""The types of fields, as conditions see them. Owns these shapes only."""

from dataclasses import dataclass


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
    """An exact number of a unit: `m`, `min`, `count`, `px`; the empty text is a number of nothing in particular."""

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
