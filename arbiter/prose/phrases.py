"""The words of prose: frame messages of one language, the pack's own texts, quantities, names of kinds and fields.

Owns how single things are named. It knows no rule.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from babel.numbers import format_decimal

from arbiter.policy.checks.texts import variables_of
from arbiter.policy.dated import Quantity, Strength
from arbiter.policy.model import Policy
from arbiter.report.letter import Argument, Sentence, Verbatim
from arbiter.report.words import MissingWordsError, Words, frame_bundle
from evidence import Money

FRAMES = Path(__file__).parent / "locales"
LANGUAGES = tuple(sorted(path.stem for path in FRAMES.glob("*.ftl")))
ONE_A_CASE = ("order", "claim", "item")


class Phrases:
    """One language for one policy on one day."""

    def __init__(self, policy: Policy, language: str, day: date) -> None:
        self.policy, self.language, self.on = policy, language, day
        self._words = Words(policy, language, None)
        self._frame = frame_bundle(str(FRAMES / f"{language}.ftl"), self._words.tag)
        # A sentence that quotes a field of a record is told with the field's name.
        quoted = {name for name, _ in variables_of(policy) if "__" in name}
        self._quoted: dict[str, Argument] = {
            name: Verbatim(f"`{name.replace('__', '.')}`") for name in quoted - set(policy.parameters)
        }
        self._quoted |= {
            name: self._as_argument(parameter.on(day, None), name) for name, parameter in policy.parameters.items()
        }

    def say(self, message: str, **arguments: str | int) -> str:
        """A message of the frame. Every message that is asked for is there in every language: a test says so."""
        found = self._frame.get_message(message)
        assert found.value is not None, message
        text, errors = self._frame.format_pattern(found.value, arguments)
        assert not errors, (message, errors)
        return str(text).strip()

    def has(self, message: str) -> bool:
        """Whether the frame has a message."""
        return bool(self._frame.has_message(message))

    def text(self, message: str, attribute: str | None = None) -> str:
        """A sentence of the pack, with the parameters of the day. What cannot be filled in is shown by its name."""
        try:
            return self._words.say(Sentence(message, self._quoted, source="policy", attribute=attribute))
        except MissingWordsError:
            return f"`{message}.{attribute}`" if attribute else f"`{message}`"

    def text_or(self, message: str, attribute: str, other: str) -> str:
        """A sentence of the pack that it may do without: then another attribute of the message stands for it."""
        known = self._words.has(Sentence(message, {}, source="policy", attribute=attribute))
        return self.text(message, attribute if known else other)

    def party(self, role: str, name: str = "party") -> dict[str, str]:
        """A party as arguments of a message, in every form that the language has."""
        forms = self._words.role_forms(role)
        return {f"{name}_{form}" if form else name: text for form, text in forms.items()}

    def has_role(self, role: str) -> bool:
        """Whether the pack can name a role."""
        try:
            return bool(self._words.party(role))
        except MissingWordsError:
            return False

    def noun(self, role: str) -> str:
        """A party as a sentence names it."""
        return self._words.party(role)

    def day(self, day: date) -> str:
        """A day as the language writes it."""
        return self._words.date(day)

    def quantity(self, value: Quantity, unit: str) -> str:
        """A value of a parameter or a number in a rule, with its unit."""
        if isinstance(value, Money):
            return self._words.money(value)
        if isinstance(value, Strength):
            return self.say(f"strength-{value.word}")
        shown = self.number(value)
        if unit and self.has(f"unit-{unit}"):
            return self.say(f"unit-{unit}", number=int(value) if value == int(value) else 2, shown=shown)
        return f"{shown} {unit}".strip()

    def number(self, value: int | Fraction) -> str:
        """A number as the language writes it; what has no short decimal form, as a fraction."""
        fraction = Fraction(value)
        exact = Decimal(fraction.numerator) / Decimal(fraction.denominator)
        if Fraction(exact) != fraction:
            return f"{fraction.numerator}/{fraction.denominator}"
        places = max(0, -int(exact.as_tuple().exponent))
        pattern = "#,##0" + (f".{'0' * places}" if places else "")
        return str(format_decimal(exact, format=pattern, locale=self._words.locale))

    def kind(self, kind: str) -> str:
        """A kind of record, as one of it is named."""
        if self.has(f"kind-{kind}"):
            return self.say(f"kind-{kind}")
        own = self.text(f"kind_{kind}")
        return own if not own.startswith("`") else self.say("own-kind", id=kind)

    def one_of_kind(self, kind: str) -> str:
        """One record of a kind, as `there is` takes it."""
        return self.say(f"kind-{kind}") if self.has(f"kind-{kind}") else self.say("own-kind", id=kind)

    def field(self, kind: str, field: str) -> str:
        """A field of a record, named with its record where there is but one."""
        own = self.own_field(kind, field)
        if own is not None:
            return own
        name = self.say(f"field-{field}") if self.has(f"field-{field}") else self.plain(field)
        if kind in ONE_A_CASE:
            return self.say("of-order", kind=self.kind(kind), field=name)
        return self.say("of-record", field=name)

    def named_field(self, kind: str, field: str) -> str:
        """A field with the kind it belongs to, wherever it stands."""
        if kind in ONE_A_CASE:
            return self.field(kind, field)
        return self.own_field(kind, field) or f"`{kind}.{field}`"

    def own_field(self, kind: str, field: str) -> str | None:
        """A field by the name that the pack gives it, with its id, which rules are written with; None without one."""
        own = Sentence(f"kind_{kind}", self._quoted, source="policy", attribute=field)
        if kind not in self.policy.kinds.declared or not self._words.has(own):
            return None
        return self.say("named-field", field=self._words.say(own), id=f"{kind}.{field}")

    def plain(self, word: str) -> str:
        """A word of the vocabulary: in English it reads as it is; elsewhere it is quoted as case files have it."""
        return self.say("word", id=word, words=word.replace("_", " "))

    def quoted(self, word: str) -> str:
        """A word as a value: quoted, since `not_received` would else read as a denial."""
        return self.say("word-quoted", id=word, words=word.replace("_", " "))

    def joined(self, items: Sequence[str], message: str) -> str:
        """Several things in a row: the last one joined by a word."""
        if len(items) < 2:
            return "".join(items)
        between = self._words.written("write-alternatives" if message == "either" else "write-list", first="", next="")
        return self.say(message, first=between.join(items[:-1]), last=items[-1])

    def listed(self, items: Iterable[str]) -> str:
        """Several things in a row, without a word before the last."""
        return self._words.listed(items)

    def sentences(self, *texts: str) -> str:
        """Sentences one after the other; an empty one is none."""
        return self._words.sentences(text for text in texts if text)

    def noted(self, text: str, note: str) -> str:
        """A text with a note in brackets."""
        return self._words.noted(text, note)

    def _as_argument(self, value: Quantity | None, name: str) -> Argument:
        if isinstance(value, Strength):
            return Verbatim(self.say(f"strength-{value.word}"))
        if isinstance(value, Fraction):
            return Verbatim(self.number(value))
        return Verbatim(f"`{name}`") if value is None else value
