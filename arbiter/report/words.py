"""Words: sentences of one language, from Fluent messages and typed arguments.

A language is words only: the frame in `locales/`, the pack's own in `texts/`. The frame also says how the language is
written: its dates and amounts, and how sentences, lists and labels are put together. No code knows a language by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from re import compile as pattern
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_timezone_location
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource

from arbiter.languages import LETTER_FRAMES
from arbiter.policy.model import Policy
from arbiter.report.letter import (
    Argument,
    BusinessDay,
    Day,
    Listed,
    Moment,
    Number,
    Party,
    Sentence,
    Verbatim,
    Zone,
)
from arbiter.report.variables import Variables, variables
from arbiter.report.verbatim import isolated
from arbiter.verdict.ledger import NO_CURRENCY
from evidence import Money
from evidence.money import exponent

# The forms of a party's noun that sentences of any language ask for.
ROLE_FORMS = ("cap", "bare", "gen", "dat", "acc", "ins", "prep")
# What a part of a unit is told in, and how many make one.
_SMALLER = {"d": ("h", 24), "h": ("min", 60)}
DECIMAL_FORMAT = "#,##0.########"
# Whole numbers by which a sentence chooses its words: Fluent must see them as numbers.
COUNTED = frozenset({"days", "units", "lines", "groups", "claims"})
# Messages that begin with a pack's noun and stand alone.
CAPITALISED = frozenset({"record-declared", "money-note-of", "gate-fact"})
# Attributes that a message may do without: a language that needs no other form has its plain sentence.
OPTIONAL = frozenset({"sent"})


class MissingWordsError(Exception):
    """A sentence for which the language has no words. It names the message."""


class Words:
    """One language for one policy and one reader."""

    def __init__(self, policy: Policy, language: str, zone: str | None, unbroken: bool = False) -> None:
        """`unbroken` keeps a day in one line, where lines break by themselves and the language says how."""
        self.language = language
        self.zone: tzinfo | None = ZoneInfo(zone) if zone else None
        self.policy = policy
        self._nouns: dict[str, dict[str, str]] = {}
        self._asked: dict[tuple[str, str, str | None], Variables] = {}
        self._frame = frame_bundle(str(LETTER_FRAMES / f"{language}.ftl"))
        # Parsed once: from its name it would be looked for among all locales at every number.
        self._written_locale = self.written("write-locale")
        self.locale = Locale.parse(self._written_locale)
        has_own = unbroken and self._frame.has_message("write-day-unbroken")
        self._day = self.written("write-day-unbroken" if has_own else "write-day")
        self._pack = _pack_bundle(self.tag, tuple(text for _, text in policy.texts[language].sources))

    @property
    def tag(self) -> str:
        """The language as pages and readers of screens know it, like `en-GB`."""
        return self._written_locale.replace("_", "-")

    def say(self, sentence: Sentence) -> str:
        """The sentence in words. Raises MissingWordsError if a message or an argument is missing."""
        bundle, wording = self._wording(sentence)
        asked = self._variables(sentence)
        args = {name: value for name, value in sentence.args.items() if asked.need(name)}
        kept: list[str] = []
        text, errors = bundle.format_pattern(wording, self._arguments(args, kept))
        if errors:
            raise MissingWordsError(f"{sentence.id}: {errors[0]}")
        said = _unmarked(str(text), kept).strip()
        return said[:1].upper() + said[1:] if sentence.id in CAPITALISED else said

    def told(self, sentence: Sentence) -> tuple[str, dict[str, Argument]]:
        """The sentence, and the arguments whose words stand in it. It may be given more than it says."""
        text, asked = self.say(sentence), self._variables(sentence)
        found: dict[str, Argument] = {}
        for name, value in sentence.args.items():
            if asked.need(name):
                kept: list[str] = []
                forms = self._arguments({name: value}, kept).items()
                said = (_unmarked(str(one), kept).strip() for form, one in forms if form in asked.placed)
                if any(one in text for one in said):
                    found[name] = value
        return text, found

    def _variables(self, sentence: Sentence) -> Variables:
        """What the wording of a sentence asks for."""
        key = sentence.source, sentence.id, sentence.attribute
        if key not in self._asked:
            bundle, wording = self._wording(sentence)
            self._asked[key] = variables(wording, bundle)
        return self._asked[key]

    def _wording(self, sentence: Sentence) -> tuple[FluentBundle, Any]:
        """Where the message of a sentence stands, and its pattern. Raises MissingWordsError."""
        bundle = self._frame if sentence.source == "frame" else self._pack
        if not bundle.has_message(sentence.id):
            raise MissingWordsError(sentence.id)
        message = bundle.get_message(sentence.id)
        wording = message.attributes.get(sentence.attribute) if sentence.attribute else message.value
        if wording is None and sentence.attribute in OPTIONAL:
            wording = message.value
        if wording is None:
            raise MissingWordsError(f"{sentence.id}.{sentence.attribute}")
        return bundle, wording

    def has(self, sentence: Sentence) -> bool:
        """Whether the language has the very words of a sentence."""
        bundle = self._frame if sentence.source == "frame" else self._pack
        if not bundle.has_message(sentence.id):
            return False
        message = bundle.get_message(sentence.id)
        return bool(message.attributes.get(sentence.attribute) if sentence.attribute else message.value)

    def label(self, message: str) -> str:
        """A heading or a label of the frame."""
        return self.say(Sentence(message, {}))

    def written(self, message: str, **texts: str) -> str:
        """A pattern of how the language is written, filled with texts as they are, and with every blank kept."""
        kept: list[str] = []
        text = _filled(self._frame, message, {name: _mark(kept, one) for name, one in texts.items()})
        return _unmarked(text, kept)

    @property
    def gap(self) -> str:
        """What stands between two sentences."""
        return self.written("write-sentences", first="", second="")

    def sentences(self, texts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self.gap.join(texts)

    def listed(self, texts: Iterable[str]) -> str:
        """Things in a row, without a word before the last."""
        return self.written("write-list", first="", next="").join(texts)

    def labelled(self, label: str, text: str) -> str:
        """A text after its label."""
        return self.written("write-label", label=label, text=text)

    def noted(self, text: str, note: str) -> str:
        """A text with a note in brackets."""
        return self.written("write-brackets", text=text, note=note)

    def party(self, role: str, form: str | None = None) -> str:
        """A role by the pack's noun, in a form that the language has (`cap`, `bare`, `gen` …)."""
        return self.role_forms(role).get(form or "", role)

    def role_forms(self, role: str) -> dict[str, str]:
        """Every form of a role's noun by its name; the noun itself has none."""
        if role not in self._nouns:
            self._nouns[role] = self._role_forms(role)
        return self._nouns[role]

    def _role_forms(self, role: str) -> dict[str, str]:
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
                    for form, text in self.role_forms(role).items():
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
                    found[name] = _mark(kept, isolated(text))
                case Listed(texts):
                    found[name] = _mark(kept, self.listed(texts))
                case Zone(zone):
                    found[name] = zone
                    found[f"{name}_city"] = str(get_timezone_location(zone, self.locale, return_city=True))
                case int():
                    # Formatted here: Fluent's own formatting would group digits without the locale.
                    found[name] = value if name in COUNTED else _whole(value, self.locale)
                case _:
                    found[name] = value
        return found

    def money(self, amount: Money) -> str:
        """An amount with its code, with as many decimals as its currency has."""
        if amount.currency == NO_CURRENCY:
            return str(format_decimal(amount.minor, locale=self.locale))
        digits = exponent(amount.currency)
        decimal = Decimal(amount.minor).scaleb(-digits)
        form = self.written("write-money").replace(".00", "." + "0" * digits if digits else "")
        said = str(format_currency(decimal, amount.currency, form, locale=self.locale, currency_digits=False))
        # A code before a number is no sign, and would run into it.
        return _CODE_BEFORE_NUMBER.sub("\u00a0", said)

    def number(self, number: Number) -> str:
        """An exact number with its unit: decimals where they are exact, else a fraction."""
        value, unit = Fraction(number.value), number.unit
        if unit == "bd":
            return self.say(Sentence("business-days", {"days": int(value)}))
        decimal = _decimal(value)
        smaller = _SMALLER.get(unit)
        if decimal is None and smaller is not None and value > 0:
            return self._in_two_units(value, unit, *smaller)
        if decimal is None:
            shown = f"{value.numerator}/{value.denominator}"
            return self.written("write-percent", number=shown) if unit == "percent" else shown
        shown = str(format_decimal(decimal, format=DECIMAL_FORMAT, locale=self.locale))
        if unit == "percent":
            return self.written("write-percent", number=shown)
        # A unit without words is left out: the sentence around it says what is counted.
        counted = f"unit-{unit}"
        if not unit or not self._frame.has_message(counted):
            return shown
        # Fluent takes a whole decimal for one with places, which is no singular.
        count = int(decimal) if value.denominator == 1 else decimal
        return _filled(self._frame, counted, {"count": count, "shown": shown})

    def _in_two_units(self, value: Fraction, unit: str, smaller: str, count: int) -> str:
        """A duration that is no decimal, as whole hours and what is left in minutes."""
        whole = value.numerator // value.denominator
        rest = self.number(Number((value - whole) * count, smaller))
        return self.gap.join((self.number(Number(whole, unit)), rest)) if whole else rest

    def day(self, at: datetime, fixed: bool = False) -> str:
        """A day in the reader's zone; in the moment's own if it is fixed."""
        return self.date(self.local(at, fixed))

    def date(self, day: date) -> str:
        """A day of the calendar."""
        return str(format_date(day, format=self._day, locale=self.locale))

    def moment(self, at: datetime) -> str:
        """A day and a time in the reader's zone."""
        local = self.local(at)
        time = str(format_time(local, format="HH:mm", locale=self.locale))
        return self.written("write-moment", day=self.day(at), time=time)

    def local(self, at: datetime, fixed: bool = False) -> datetime:
        """A moment in the reader's zone; in its own if it is fixed, or where no zone is known."""
        return at.astimezone(self.zone) if self.zone and not fixed else at


def _decimal(value: Fraction) -> Decimal | None:
    """The value as a decimal, if it is one of at most eight places; without zeros that would make a unit plural."""
    if value.denominator == 1:
        return Decimal(value.numerator)
    scaled = value * 10**8
    return Decimal(scaled.numerator).scaleb(-8).normalize() if scaled.denominator == 1 else None


# Private-use characters, replaced in one pass: a text that holds such a mark itself is never looked at again.
_MARK = pattern(r"\ue000(\d+)\ue001")
_CODE_BEFORE_NUMBER = pattern(r"(?<=[A-Z])(?=\d)")


def _mark(kept: list[str], text: str) -> str:
    kept.append(text)
    return f"\ue000{len(kept) - 1}\ue001"


def _unmarked(text: str, kept: Sequence[str]) -> str:
    return _MARK.sub(lambda mark: kept[int(mark[1])], text)


@lru_cache(maxsize=4096)
def _whole(value: int, locale: Locale) -> str:
    """A whole number as the language writes it: letters hold many, and mostly the same."""
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=16)
def frame_bundle(path: str, tag: str | None = None) -> FluentBundle:
    """The messages of a file, in the language of `tag`; in the one that the file itself names without it."""
    source = Path(path).read_text(encoding="utf-8")
    if tag is None:
        unread = _bundle("en", (source,))
        tag = _filled(unread, "write-locale", {}).replace("_", "-")
    return _bundle(tag, (source,))


@lru_cache(maxsize=64)
def _pack_bundle(tag: str, sources: tuple[str, ...]) -> FluentBundle:
    return _bundle(tag, sources)


def _filled(bundle: FluentBundle, message: str, args: Mapping[str, str | int | Decimal]) -> str:
    """A message of a frame with its arguments, and with every blank. Raises MissingWordsError."""
    wording = bundle.get_message(message).value if bundle.has_message(message) else None
    if wording is None:
        raise MissingWordsError(message)
    text, errors = bundle.format_pattern(wording, dict(args))
    if errors:
        raise MissingWordsError(f"{message}: {errors[0]}")
    return str(text)


def _bundle(tag: str, sources: tuple[str, ...]) -> FluentBundle:
    bundle = FluentBundle([tag], use_isolating=False)
    for source in sources:
        bundle.add_resource(FluentResource(source), allow_overrides=True)
    return bundle
