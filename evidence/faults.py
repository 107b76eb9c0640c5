"""What pydantic found wrong, in our words and with places.

Owns the sentences about fields of records, claims and parties. It chooses no severity and rejects nothing.
"""

import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from evidence.claim import Claim, ClaimedItem, Party
from evidence.diagnostics import Span, meant, quoted
from evidence.records import About, OrderItem, Place
from evidence.source import Mapping, Node, key_span, span_at
from evidence.values import ROLES

_INNER: AbstractMapping[str, type[BaseModel]] = {
    "about": About,
    "place": Place,
    "position": Place,
    "items": OrderItem,
    "claims": Claim,
}
_WORD = re.compile(r"'([^']*)'")
_MAP = ("must be a map of fields", "write `{name: value, …}`")
_LIST = ("must be a list", "write `[one, other]`, or a line for each that begins with `- `")
# How pydantic calls a value of the wrong shape: what it must be, and how that is written.
_SHAPES = {
    "model_type": _MAP,
    "model_attributes_type": _MAP,
    "dict_type": ("must be a map", _MAP[1]),
    "mapping_type": ("must be a map", _MAP[1]),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "string_type": ("must be one value", "write one value, no list and no map"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with one field. `type` is `unknown_field`, `no_zone`, `unknown_party` or `value`."""

    type: str
    message: str
    help: str | None
    span: Span


def faults_of(error: ValidationError, node: Node, what: str, model: type[BaseModel]) -> list[Fault]:
    """All that is wrong, in the order written. `what` names the whole in sentences."""
    found = [_fault(one, node, what, model) for one in error.errors(include_url=False)]
    return sorted(found, key=lambda fault: (fault.span.line, fault.span.column))


def _fault(one: Any, node: Node, what: str, model: type[BaseModel]) -> Fault:
    path = tuple(one["loc"])
    names = [step for step in path if isinstance(step, str)]
    field = names[-1] if names else ""
    if one["type"] == "extra_forbidden":
        return _unknown_field(path, node, what, model)
    if path and path[-1] == "[key]":
        name = str(path[-2])
        return Fault("unknown_field", f"unknown party {quoted(name)}", meant(name, ROLES), _key(node, path[:-1]))
    span = span_at(node, path)
    what = _owner(path, what)
    if one["type"] == "missing":
        owner = quoted(names[-2]) if len(names) > 1 and path[0] != "claims" else what
        return Fault("value", f"{owner} has no {quoted(field)}", f"add `{field}: …`", span)
    subject = f"{quoted(field)} of {what}" if field else what
    if one["type"] == "literal_error":
        return _unknown_word(one, subject, span)
    context = one.get("ctx", {})
    if "message" in context:
        kind = one["type"] if one["type"] in ("no_zone", "unknown_party") else "value"
        return Fault(kind, _sentence(subject, context["message"]), context.get("help"), span)
    shape, cure = _SHAPES.get(one["type"], ("cannot be used", "see which fields there are, and how each is written"))
    return Fault("value", f"{subject} {shape}", cure, span)


def _owner(path: tuple[str | int, ...], what: str) -> str:
    """What a field belongs to: of a case, the claim or the party that it stands in."""
    if path[:1] == ("claims",) and len(path) > 1:
        return "the claim"
    return quoted(str(path[1])) if path[:1] == ("parties",) and len(path) > 2 else what


def _sentence(subject: str, message: str) -> str:
    return f"{subject} {message}" if message.startswith("must") else f"{subject}: {message}"


def _unknown_word(one: Any, subject: str, span: Span) -> Fault:
    written = one["input"]
    if not isinstance(written, str):
        return Fault("value", f"{subject} must be one value", _SHAPES["string_type"][1], span)
    allowed = _WORD.findall(str(one.get("ctx", {}).get("expected", "")))
    return Fault("value", f"{subject}: unknown value {quoted(written)}", meant(written, allowed), span)


def _unknown_field(path: tuple[str | int, ...], node: Node, what: str, model: type[BaseModel]) -> Fault:
    field = str(path[-1])
    above = [step for step in path[:-1] if isinstance(step, str)]
    owner = _INNER.get(above[-1], model) if above else model
    if above[:1] == ["claims"] and above[-1] == "items":
        owner = ClaimedItem
    if above and above[0] == "parties" and "parties" in model.model_fields:
        owner = Party
    names = [info.alias or name for name, info in owner.model_fields.items()]
    inside = f"{quoted(above[-1])} of {what}" if above else what
    return Fault("unknown_field", f"unknown field {quoted(field)} of {inside}", meant(field, names), _key(node, path))


def _key(node: Node, path: tuple[str | int, ...]) -> Span:
    """The place of the key a path ends in."""
    for step in path[:-1]:
        inner: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            inner = node.get(step)
        elif not isinstance(node, Mapping) and hasattr(node, "items") and isinstance(step, int):
            inner = node.items[step]
        if inner is None:
            return node.span
        node = inner
    return key_span(node, str(path[-1])) if isinstance(node, Mapping) else node.span
