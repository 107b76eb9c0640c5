"""What holds on a day in a region: parameters with their dated values, and special periods; and strengths, which are
one kind of value.

This module owns which value is in force. It reads no file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from fractions import Fraction

from evidence import Money, Span


class Strength(IntEnum):
    """How much one record shows. Only compared, never added."""

    NONE = 0
    SLIGHT = 1
    MODERATE = 2
    STRONG = 3
    CONCLUSIVE = 4

    @property
    def word(self) -> str:
        """The name that policies and reports use."""
        return self.name.lower()


STRENGTHS: Mapping[str, Strength] = {strength.word: strength for strength in Strength}

Quantity = int | Fraction | Money | Strength


def lies_in(region: str | None, wider: str | None) -> bool:
    """Whether a region is another or lies in it, as `BR-SP` lies in `BR`. Without a wider one, every region does."""
    return wider is None or region == wider or (region is not None and region.startswith(f"{wider}-"))


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a parameter: in force from the first day to the last (both included), in a region or in all."""

    first: date
    last: date | None
    region: str | None
    value: Quantity
    span: Span


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the policy. Its unit is `money`, `strength`, `steps` or a unit of the vocabulary."""

    id: str
    unit: str
    clause: str
    values: tuple[DatedValue, ...]
    span: Span

    def on(self, day: date, region: str | None) -> Quantity | None:
        """The value in force on `day`: the region's own if it has one, else its country's, else the general one.

        None in a hole, and where the region is unknown and some region has a value of its own: that would be a guess.
        """
        fitting = [
            value
            for value in self.values
            if value.first <= day and (value.last is None or day <= value.last) and lies_in(region, value.region)
        ]
        if not fitting or (region is None and self._differs(day, fitting[0].value)):
            return None
        return max(fitting, key=lambda value: (len(value.region or ""), value.first)).value

    def _differs(self, day: date, general: Quantity) -> bool:
        """Whether some region has another value on that day."""
        return any(
            value.region is not None
            and value.first <= day
            and (value.last is None or day <= value.last)
            and value.value != general
            for value in self.values
        )


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both included, in a region or in all."""

    first: date
    last: date
    region: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Period:
    """A special period: days on which the policy judges otherwise, like a feast or a storm."""

    id: str
    clause: str
    days: tuple[Days, ...]
    span: Span

    def holds(self, day: date, region: str | None) -> bool | None:
        """Whether a day in a region is part of it; None if that turns on the region, which is unknown."""
        fitting = [stretch for stretch in self.days if stretch.first <= day <= stretch.last]
        if any(lies_in(region, stretch.region) for stretch in fitting):
            return True
        return None if fitting and region is None else False
