"""What a policy adds to the kinds of record: kinds of its own, and more words for open fields.

Owns how the fields of a declared kind are read. The built-in kinds are in `records`; nothing here knows a policy.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic_core import PydanticCustomError

from evidence.diagnostics import meant, quoted
from evidence.dossier import Value
from evidence.fields import EnumType, FieldType, MoneyType, NumberType, SetType, TextType, TimeType, YesNoType
from evidence.records import MODELS, OPEN_WORDS, AnyRecord, DeclaredRecord, wrong_sender
from evidence.values import read_amount, read_list, read_number, read_text, read_time, read_yes_no

# A code, a sentence, a cure, and the field that is wrong (None: the kind itself).
Wrong = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class DeclaredKind:
    """A kind of record that a policy declares: who may submit it, when it happened, and its typed fields."""

    id: str
    submitters: frozenset[str]
    occurred: str | None
    fields: Mapping[str, FieldType]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Everything a policy adds. `words` are further words of an open field, by (kind, field)."""

    declared: Mapping[str, DeclaredKind] = field(default_factory=dict)
    words: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def allowed(self, kind: str, name: str) -> frozenset[str]:
        """The words of an open field: built in, the policy's own, and for `asks` every declared kind."""
        found = frozenset(OPEN_WORDS[kind, name]) | self.words.get((kind, name), frozenset())
        return found | self.declared.keys() if (kind, name) == ("notice", "asks") else found


BUILT_IN = Kinds()


def wrong_words(record: AnyRecord, kinds: Kinds) -> Wrong | None:
    """The first word of an open field that nobody knows."""
    for kind, name in OPEN_WORDS:
        if kind != record.kind:
            continue
        value = getattr(record, name)
        for word in value if isinstance(value, tuple) else (value,) if value is not None else ():
            allowed = kinds.allowed(kind, name)
            if word not in allowed:
                message = f"{quoted(name)} of {quoted(kind)}: unknown value {quoted(word)}"
                return "ARB422", message, meant(word, allowed), name
    return None


def read_declared(record: DeclaredRecord, kinds: Kinds) -> tuple[dict[str, Value], Wrong | None]:
    """The typed fields of a record of a declared kind; or what is wrong with it, and then no fields."""
    kind = kinds.declared.get(record.kind)
    if kind is None:
        message = f"unknown kind of record {quoted(record.kind)}"
        return {}, ("ARB420", message, meant(record.kind, {*MODELS, *kinds.declared}), None)
    if record.submitted_by not in kind.submitters:
        return {}, (*wrong_sender(kind.id, record.submitted_by, kind.submitters), "submitted_by")
    found: dict[str, Value] = {}
    for name, written in record.written.items():
        declared = kind.fields.get(name)
        if declared is None:
            message = f"unknown field {quoted(name)} of {quoted(kind.id)}"
            return {}, ("ARB421", message, meant(name, kind.fields), name)
        if written is None or written == "":
            continue
        try:
            found[name] = _read(declared, written)
        except PydanticCustomError as problem:
            context = problem.context or {}
            code = "ARB423" if problem.type == "no_zone" else "ARB422"
            message = f"{quoted(name)} of {quoted(kind.id)}: {context.get('message', 'cannot be used')}"
            return {}, (code, message, context.get("help"), name)
    return found, None


def _read(declared: FieldType, written: Any) -> Value:
    match declared:
        case EnumType(values):
            return _word(written, values)
        case SetType(EnumType(values)):
            listed = read_list(written)
            return frozenset(_word(one, values) for one in (listed if isinstance(listed, list) else [listed]))
        case NumberType():
            return _exact(read_number(written))
    return _READERS[type(declared)](written)


_READERS: Mapping[type, Callable[[object], Value]] = {
    MoneyType: read_amount,
    TimeType: read_time,
    YesNoType: read_yes_no,
    TextType: read_text,
}


def _word(written: Any, values: tuple[str, ...]) -> str:
    if not isinstance(written, str) or written not in values:
        shown = f"unknown value {quoted(written)}" if isinstance(written, str) else "must be one value"
        cure = meant(written, values) if isinstance(written, str) else None
        raise PydanticCustomError("value", "{message}", {"message": shown, "help": cure})
    return written


def _exact(number: Decimal) -> int | Fraction:
    exact = Fraction(number)
    return exact.numerator if exact.denominator == 1 else exact
