"""Reading `records.yaml`: kinds of record that a marketplace has of its own, and more words for built-in fields."""

from collections.abc import Mapping

from arbiter.policy.parse.parameters import NUMBERS
from arbiter.policy.parse.reader import SNAKE, Keys, Scope, check_name, meant
from evidence import (
    ROLES,
    VOCABULARY,
    DeclaredKind,
    EnumType,
    FieldType,
    Kinds,
    MoneyType,
    NumberType,
    SetType,
    TextType,
    TimeType,
    YesNoType,
)
from evidence.records import OPEN_WORDS, BaseRecord
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar
from evidence.source import Sequence as SequenceNode
from evidence.vocabulary import MINUTES_AFTER

_PLAIN: Mapping[str, FieldType] = {
    "money": MoneyType(),
    "time": TimeType(),
    "text": TextType(),
    "yes_no": YesNoType(),
    **{unit: NumberType(unit) for unit in NUMBERS},
}
_TAKEN = frozenset(BaseRecord.model_fields) | {
    "kind",
    "special_period",
    *(f"minutes_after_{anchor}" for anchor in MINUTES_AFTER),
}


def read_records(scope: Scope, node: Node) -> Kinds:
    """Every kind of a file."""
    if not isinstance(node, MappingNode):
        scope.problems.error("ARB201", "records must be a map", node.span, "write `name: {fields: {…}}`")
        return Kinds()
    declared: dict[str, DeclaredKind] = {}
    words: dict[tuple[str, str], frozenset[str]] = {}
    for name, value in node.entries:
        if name.text in VOCABULARY:
            words.update(_read_words(scope, name, value))
        else:
            kind = _read_kind(scope, name, value)
            declared[kind.id] = kind
    return Kinds(declared, words)


def _read_words(scope: Scope, name: Scalar, node: Node) -> dict[tuple[str, str], frozenset[str]]:
    """More words for the open fields of a built-in kind."""
    keys = Keys(scope, node, f"kind `{name.text}`")
    found: dict[tuple[str, str], frozenset[str]] = {}
    extensible = [field for kind, field in OPEN_WORDS if kind == name.text]
    for field, value in keys.entries("fields"):
        if field.text not in extensible:
            message = f"`{name.text}` is built in, and `{field.text}` is not a field that takes more words"
            cure = meant(field.text, extensible) if extensible else "declare a kind of its own under another name"
            scope.problems.error("ARB237", message, field.span, cure)
            continue
        listed = _words(scope, value, f"{name.text}.{field.text}")
        found[name.text, field.text] = frozenset(listed)
    keys.need("fields")
    keys.close()
    return found


def _read_kind(scope: Scope, name: Scalar, node: Node) -> DeclaredKind:
    check_name(scope.problems, name, "snake", "a kind of record")
    keys = Keys(scope, node, f"kind `{name.text}`")
    keys.span = name.span
    submitters = [
        role for word in keys.words("submitted_by") if (role := scope.party(word))
    ]  # the platform alone if nobody is named: what is on record
    fields = {
        field.text: typed
        for field, value in keys.entries("fields")
        if (typed := _read_field(scope, name.text, field, value)) is not None
    }
    keys.need("fields")
    occurred = keys.text("happened", "") or None
    if occurred is not None and not isinstance(fields.get(occurred), TimeType) and keys.sound:
        times = [field for field, typed in fields.items() if isinstance(typed, TimeType)]
        message = f"`happened` of kind `{name.text}` names no time"
        cure = meant(occurred, times) if times else "declare a field of type `time`"
        scope.problems.error("ARB237", message, scope.problems.place(keys.span, "happened", occurred), cure)
    keys.close()
    return DeclaredKind(name.text, frozenset(submitters or ["platform"]), occurred, fields)


def _read_field(scope: Scope, kind: str, name: Scalar, node: Node) -> FieldType | None:
    if not SNAKE.fullmatch(name.text) or name.text in _TAKEN:
        taken = name.text in _TAKEN
        message = f"every record has a `{name.text}` already" if taken else f"`{name.text}` is not in snake_case"
        scope.problems.error("ARB237" if taken else "ARB207", message, name.span, "choose another name")
        return None
    if isinstance(node, SequenceNode):
        listed = _words(scope, node, f"{kind}.{name.text}")
        return EnumType(tuple(listed)) if listed else None
    if isinstance(node, MappingNode):
        keys = Keys(scope, node, f"field `{kind}.{name.text}`")
        several = keys.need("set_of")
        keys.close()
        listed = _words(scope, several, f"{kind}.{name.text}") if several is not None else []
        return SetType(EnumType(tuple(listed))) if listed else None
    text = node.text if isinstance(node, Scalar) else ""
    typed = _PLAIN.get(text)
    if typed is None:
        message = (
            f"field `{kind}.{name.text}` has the unknown type `{text}`" if text else f"field `{name.text}` has no type"
        )
        cure = "one of " + ", ".join(f"`{one}`" for one in _PLAIN) + ", or a list of words"
        scope.problems.error("ARB237", message, node.span, cure)
    elif name.text in ROLES:
        scope.problems.error("ARB237", f"`{name.text}` is a role, not a field", name.span, "choose another name")
    return typed


def _words(scope: Scope, node: Node, what: str) -> list[str]:
    """The words of a closed list, each once."""
    items = node.items if isinstance(node, SequenceNode) else ()
    found: list[str] = []
    for item in items:
        if not isinstance(item, Scalar) or not SNAKE.fullmatch(item.text):
            shown = item.text if isinstance(item, Scalar) else "a list or map"
            scope.problems.error("ARB237", f"`{shown}` is no word of `{what}`", item.span, "words in snake_case")
        elif item.text in ("known", "unknown", "not", "every", "shown"):
            message = f"`{item.text}` means something in tests and cannot be a word of `{what}`"
            scope.problems.error("ARB237", message, item.span, "choose another word")
        elif item.text in found:
            scope.problems.error("ARB237", f"`{item.text}` stands twice in `{what}`", item.span, "keep one")
        else:
            found.append(item.text)
    if not items:
        scope.problems.error("ARB237", f"`{what}` lists no words", node.span, "write `[one, another]`")
    return found
