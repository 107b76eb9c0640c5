"""Money in integer minor units.

Owns the written form of an amount, exact arithmetic within one currency and exact splits. It never rounds,
never converts a currency and never touches a float.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

_WRITTEN = re.compile(r"(-?)(0|[1-9][0-9]{0,14})(?:\.([0-9]+))? ([A-Z]{3})")

# The table of all currencies takes 45 ms to load; these make it unnecessary in nearly every case.
_COMMON_EXPONENTS = {
    "AED": 2, "AUD": 2, "BRL": 2, "CAD": 2, "CHF": 2, "CNY": 2, "CZK": 2, "DKK": 2, "EUR": 2, "GBP": 2,
    "HKD": 2, "INR": 2, "JPY": 0, "KRW": 0, "KWD": 3, "KZT": 2, "MXN": 2, "NOK": 2, "PLN": 2, "RUB": 2,
    "SEK": 2, "SGD": 2, "TRY": 2, "UAH": 2, "USD": 2,
}  # fmt: skip


class MoneyError(ValueError):
    """An amount that cannot be read, or amounts of two currencies put together."""


@cache
def exponent(currency: str) -> int:
    """The number of decimals of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. Raises MoneyError."""
    if currency in _COMMON_EXPONENTS:
        return _COMMON_EXPONENTS[currency]
    from iso4217 import Currency

    try:
        decimals = Currency(currency).exponent
    except ValueError:
        raise MoneyError(f"unknown currency `{currency}`") from None
    if decimals is None:
        raise MoneyError(f"`{currency}` has no minor unit")
    return int(decimals)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of one currency. Equal and ordered only within that currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError("an amount is a whole number of minor units")

    @classmethod
    def parse(cls, text: str) -> "Money":
        """The amount written as `80.00 EUR`; at most the currency's decimals. Raises MoneyError."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise MoneyError(f"`{_shown(text)}` is not an amount like `80.00 EUR`")
        sign, whole, decimals, currency = match.groups(default="")
        places = exponent(currency)
        if len(decimals) > places:
            raise MoneyError(f"`{_shown(text)}` has more decimals than {currency} ({places})")
        minor = int(whole + decimals.ljust(places, "0"))
        return cls(-minor if sign else minor, currency)

    @classmethod
    def zero(cls, currency: str) -> "Money":
        """Nothing, in a currency. Raises MoneyError for an unknown one."""
        exponent(currency)
        return cls(0, currency)

    def __str__(self) -> str:
        places = exponent(self.currency)
        digits = str(abs(self.minor)).rjust(places + 1, "0")
        sign = "-" if self.minor < 0 else ""
        shown = f"{digits[:-places]}.{digits[-places:]}" if places else digits
        return f"{sign}{shown} {self.currency}"

    def __add__(self, other: "Money") -> "Money":
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return self.minor < other.minor

    def __le__(self, other: "Money") -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return self.minor <= other.minor

    def __gt__(self, other: "Money") -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return self.minor > other.minor

    def __ge__(self, other: "Money") -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        self._same_currency(other)
        return self.minor >= other.minor

    def split(self, weights: Sequence[int]) -> list["Money"]:
        """The amount in proportion to the weights, by largest remainder, ties to the earlier part.

        The parts add up to the amount. Raises MoneyError for no weight, a negative weight or a sum of 0.
        """
        total = sum(weights)
        if total <= 0 or any(weight < 0 for weight in weights):
            raise MoneyError("weights must not be negative and one must be above 0")
        amount = abs(self.minor)
        parts = [amount * weight // total for weight in weights]
        by_remainder = sorted(range(len(parts)), key=lambda place: (-(amount * weights[place] % total), place))
        for place in by_remainder[: amount - sum(parts)]:
            parts[place] += 1
        sign = -1 if self.minor < 0 else 1
        return [Money(sign * part, self.currency) for part in parts]

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise MoneyError(f"amounts in `{self.currency}` and `{other.currency}` cannot be put together")


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
