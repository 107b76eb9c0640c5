"""Words: sentences of one language, from Fluent messages and typed arguments.

A language is words only: the frame in `locales/`, the pack's own in `texts/`. Dates, money and numbers are written as
the language writes them, in the reader's zone.
"""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from re import compile as pattern
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource

from arbiter.policy.model import Policy
from arbiter.report.letter import Argument, BusinessDay, Day, Moment, Number, Party, Sentence, Verbatim
from arbiter.verdict.ledger import NO_CURRENCY
from evidence import Money
from evidence.money import exponent

# English as most of its readers outside one country write dates.
LOCALES = {"en": "en_GB", "ru": "ru_RU", "zh": "zh_CN"}
FRAMES = Path(__file__).parent / "locales"
# The Russian long form ends in an abbreviation with a point, which would end every sentence twice.
DAY_FORMATS = {"en": "d MMMM y", "ru": "d MMMM y", "zh": "long"}
CURRENCY_FORMAT = "#,##0.00\u00a0¤¤"
# The forms of a party's noun that sentences of any language ask for.
ROLE_FORMS = ("cap", "bare", "gen", "dat", "acc", "ins", "prep")
# Units of the policy language that a language has words for; numbers of the others stand alone.
UNITS = {
    "m": "length-meter", "km": "length-kilometer", "min": "duration-minute", "h": "duration-hour", "d": "duration-day",
    "g": "mass-gram", "kg": "mass-kilogram", "l": "volume-liter",
}  # fmt: skip
# Whole numbers by which a sentence chooses its words: Fluent must see them as numbers.
COUNTED = frozenset({"days", "units", "lines", "groups", "claims"})
# Messages that begin with a pack's noun and stand alone.
CAPITALISED = frozenset({"record-declared"})
# Attributes that a message may do without: a language that needs no other form has its plain sentence.
OPTIONAL = frozenset({"sent"})


class MissingWordsError(Exception):
    """A sentence for which the language has no words. It names the message."""


class Words:
    """One language for one policy and one reader."""

    def __init__(self, policy: Policy, language: str, zone: str | None) -> None:
        self.language = language
        self.locale = LOCALES[language]
        self.zone: tzinfo | None = ZoneInfo(zone) if zone else None
        self.policy = policy
        self._frame = _frame_bundle(language)
        self._pack = _pack_bundle(language, tuple(text for _, text in policy.texts[language].sources))

    def say(self, sentence: Sentence) -> str:
        """The sentence in words. Raises MissingWordsError if a message or an argument is missing."""
        bundle = self._frame if sentence.source == "frame" else self._pack
        if not bundle.has_message(sentence.id):
            raise MissingWordsError(sentence.id)
        message = bundle.get_message(sentence.id)
        wording = message.attributes.get(sentence.attribute) if sentence.attribute else message.value
        if wording is None and sentence.attribute in OPTIONAL:
            wording = message.value
        if wording is None:
            raise MissingWordsError(f"{sentence.id}.{sentence.attribute}")
        kept: list[str] = []
        text, errors = bundle.format_pattern(wording, self._arguments(sentence.args, kept))
        if errors:
            raise MissingWordsError(f"{sentence.id}: {errors[0]}")
        said = _MARK.sub(lambda mark: kept[int(mark[1])], str(text)).strip()
        return said[:1].upper() + said[1:] if sentence.id in CAPITALISED else said

    def label(self, message: str) -> str:
        """A heading or a label of the frame."""
        return self.say(Sentence(message, {}))

    def party(self, role: str, form: str | None = None) -> str:
        """A role by the pack's noun, in a form that the language has (`cap`, `bare`, `gen` …)."""
        return self._role(role).get(form or "", role)

    def _role(self, role: str) -> dict[str, str]:
        if not self._pack.has_message(f"role_{role}"):
            raise MissingWordsError(f"role_{role}")
        message = self._pack.get_message(f"role_{role}")
        forms = {"": message.value, **message.attributes}
        said = {form: str(self._pack.format_pattern(wording)[0]) for form, wording in forms.items() if wording}
        plain = said.get("", role)
        # A pack without a form of its own gets the plain noun: clumsy, but a letter.
        return {**dict.fromkeys(ROLE_FORMS, plain), "cap": plain[:1].upper() + plain[1:], **said}

    def _arguments(self, args: Mapping[str, Argument], kept: list[str]) -> dict[str, str | int]:
        """Arguments as Fluent takes them. Long texts are kept aside and only marked: Fluent refuses them."""
        found: dict[str, str | int] = {}
        for name, value in args.items():
            match value:
                case Party(role):
                    for form, text in self._role(role).items():
                        found[f"{name}_{form}" if form else name] = text
                case Sentence():
                    found[name] = _mark(kept, self.say(value))
                case Money():
                    found[name] = self.money(value)
                case Day(at, fixed):
                    found[name] = self.day(at, fixed)
                case BusinessDay(count, after):
                    found[name] = self.say(Sentence("business-day", {"count": count, "day": Day(after)}))
                case Number():
                    found[name] = self.number(value)
                case Moment(at):
                    found[name] = self.moment(at)
                case Verbatim(text):
                    found[name] = _mark(kept, text)
                case int():
                    # Formatted here: Fluent's own formatting would group digits without the locale.
                    found[name] = value if name in COUNTED else str(format_decimal(value, locale=self.locale))
                case _:
                    found[name] = value
        return found

    def money(self, amount: Money) -> str:
        """An amount with its code, with as many decimals as its currency has."""
        if amount.currency == NO_CURRENCY:
            return str(format_decimal(amount.minor, locale=self.locale))
        digits = exponent(amount.currency)
        decimal = Decimal(amount.minor).scaleb(-digits)
        form = CURRENCY_FORMAT if digits == 2 else "#,##0" + ("." + "0" * digits if digits else "") + "\u00a0¤¤"
        return str(format_currency(decimal, amount.currency, form, locale=self.locale, currency_digits=False))

    def number(self, number: Number) -> str:
        """An exact number with its unit: decimals where they are exact, else a fraction."""
        value, unit = Fraction(number.value), number.unit
        if unit == "bd":
            return self.say(Sentence("business-days", {"days": int(value)}))
        decimal = _decimal(value)
        percent = "\u00a0%" if self.language == "ru" else "%"
        if decimal is None:
            return f"{value.numerator}/{value.denominator}" + (percent if unit == "percent" else "")
        if unit == "percent":
            return str(format_percent(decimal / 100, "#,##0.########" + percent, locale=self.locale))
        if unit in UNITS:
            return str(format_unit(decimal, UNITS[unit], locale=self.locale, format="#,##0.########"))
        return str(format_decimal(decimal, format="#,##0.########", locale=self.locale))

    def day(self, at: datetime, fixed: bool = False) -> str:
        """A day in the reader's zone; in the moment's own if it is fixed."""
        local = at if fixed else self._local(at)
        return str(format_date(local, format=DAY_FORMATS[self.language], locale=self.locale))

    def moment(self, at: datetime) -> str:
        """A day and a time in the reader's zone."""
        local = self._local(at)
        return f"{self.day(at)}, {format_time(local, format='HH:mm', locale=self.locale)}"

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone) if self.zone else at


def _decimal(value: Fraction) -> Decimal | None:
    """The value as a decimal, if it is one of at most eight places; without zeros that would make a unit plural."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    scaled = value * 10**8
    return Decimal(scaled.numerator).scaleb(-8).normalize() if scaled.denominator == 1 else None


# Private-use characters, replaced in one pass: a text that holds such a mark itself is never looked at again.
_MARK = pattern(r"\ue000(\d+)\ue001")


def _mark(kept: list[str], text: str) -> str:
    kept.append(text)
    return f"\ue000{len(kept) - 1}\ue001"


@lru_cache(maxsize=16)
def _frame_bundle(language: str) -> FluentBundle:
    return _bundle(language, ((FRAMES / f"{language}.ftl").read_text(encoding="utf-8"),))


@lru_cache(maxsize=64)
def _pack_bundle(language: str, sources: tuple[str, ...]) -> FluentBundle:
    return _bundle(language, sources)


def _bundle(language: str, sources: tuple[str, ...]) -> FluentBundle:
    bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    for source in sources:
        bundle.add_resource(FluentResource(source), allow_overrides=True)
    return bundle
