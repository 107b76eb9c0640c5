"""YAML and JSON as trees of text with places.

Owns how bytes become nodes: every scalar stays the text that was written, and duplicate keys, aliases,
tags, depth and size are refused. It knows no record and no policy, and gives no scalar a type.
"""

import os
from collections.abc import Mapping as AbstractMapping
from pathlib import Path
from typing import Any

from evidence.diagnostics import Diagnostic, Span, quoted
from evidence.json_reader import compose_json
from evidence.nodes import FORBIDDEN, Plain, RefusedError, check_text
from evidence.nodes import LIMITS as LIMITS
from evidence.nodes import Limits as Limits
from evidence.nodes import Mapping as Mapping
from evidence.nodes import Node as Node
from evidence.nodes import Null as Null
from evidence.nodes import Scalar as Scalar
from evidence.nodes import Sequence as Sequence
from evidence.yaml_reader import compose_yaml


def read_yaml(text: str, file: str, limits: Limits = LIMITS) -> tuple[Node | None, list[Diagnostic]]:
    """The one document of a YAML text. No node if anything is refused; `file` is only shown."""
    return _guarded(compose_yaml, text, file, limits)


def read_json(text: str, file: str, limits: Limits = LIMITS) -> tuple[Node | None, list[Diagnostic]]:
    """The value of a strict JSON text. No node if anything is refused; `file` is only shown."""
    return _guarded(compose_json, text, file, limits)


def read_document(path: Path, shown_as: str | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """The document in a file, YAML or JSON by its suffix; `shown_as` names it in diagnostics."""
    file = shown_as or path.as_posix()
    suffix = path.suffix.lower()
    if not os.path.exists(path):
        return None, [Diagnostic("ARB101", "error", f"there is no file {quoted(file)}", None, "check the path")]
    if suffix not in (".yaml", ".yml", ".json"):
        help = "name it `.yaml`, `.yml` or `.json`"
        return None, [Diagnostic("ARB101", "error", f"{quoted(file)} is not a YAML or JSON file", None, help)]
    try:
        text = _decode(_read_bytes(path, file), file)
    except RefusedError as refused:
        return None, [refused.diagnostic]
    return read_json(text, file) if suffix == ".json" else read_yaml(text, file)


def from_plain(value: object, file: str = "") -> Node:
    """Nodes for values a program holds: maps, lists, text, numbers, yes/no, None. Else RefusedError.

    Numbers become their exact decimal text, other values with a written form (amounts, times) that form.
    """
    return _node_of(value, Span(file, 1, 1, 1), 0)


def to_plain(node: Node) -> Plain:
    """The tree as text, dicts, lists and None."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: to_plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return None


def span_at(node: Node, path: tuple[str | int, ...]) -> Span:
    """The place of the deepest node that exists on a path of keys and positions."""
    for step in path:
        inner: Node | None = None
        if isinstance(node, Mapping) and isinstance(step, str):
            inner = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node.span


def key_span(node: Mapping, key: str) -> Span:
    """The place of a key itself, of the map if it is absent."""
    return next((name.span for name, _ in node.entries if name.text == key), node.span)


def _guarded(compose: Any, text: str, file: str, limits: Limits) -> tuple[Node | None, list[Diagnostic]]:
    try:
        if len(text) > limits.size:
            raise _too_large(file, limits)
        bad = FORBIDDEN.search(text)
        if bad:
            line = text.count("\n", 0, bad.start()) + 1
            column = bad.start() - text.rfind("\n", 0, bad.start())
            check_text(bad.group(), Span(file, line, column, 1))
        return compose(text.removeprefix("\ufeff"), file, limits), []
    except RefusedError as refused:
        return None, [refused.diagnostic]


def _read_bytes(path: Path, file: str) -> bytes:
    try:
        if not path.is_file():
            raise RefusedError("ARB101", f"there is no file {quoted(file)}", None, "check the path")
        with path.open("rb") as stream:
            data = stream.read(LIMITS.size + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not valid"
        raise RefusedError("ARB101", f"cannot read {quoted(file)}: {reason.lower()}", None, "check the path") from None
    if len(data) > LIMITS.size:
        raise _too_large(file, LIMITS)
    return data


def _decode(data: bytes, file: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError("ARB102", f"{quoted(file)} is not UTF-8", None, "it looks like UTF-16: save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        column = len(before) - before.rfind("\n")
        span = Span(file, before.count("\n") + 1, column, 1)
        help = "it looks like UTF-16: save it as UTF-8" if b"\x00" in data[:4] else "save it as UTF-8"
        raise RefusedError("ARB102", f"{quoted(file)} is not UTF-8", span, help) from None


def _too_large(file: str, limits: Limits) -> RefusedError:
    return RefusedError("ARB107", f"{quoted(file)} is larger than {limits.size // 1_000_000} MB", None, "split it")


def _node_of(value: object, span: Span, depth: int) -> Node:
    if depth > LIMITS.depth:
        raise RefusedError("ARB106", f"the data is nested deeper than {LIMITS.depth}", None, "flatten it")
    if value is None:
        return Null(span)
    if isinstance(value, str):
        return Scalar(check_text(value, span), True, span)
    if isinstance(value, AbstractMapping):
        entries = tuple((_key_of(key, span), _node_of(item, span, depth + 1)) for key, item in value.items())
        return Mapping(entries, span)
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return Sequence(tuple(_node_of(item, span, depth + 1) for item in items), span)
    return Scalar(_text_of(value), False, span)


def _key_of(key: object, span: Span) -> Scalar:
    if not isinstance(key, str):
        raise RefusedError("ARB103", "a key must be text", None, "write the key as text")
    return Scalar(check_text(key, span), True, span)


def _text_of(value: object) -> str:
    from datetime import datetime
    from decimal import Decimal

    from evidence.money import Money

    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Money):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        exact = Decimal(repr(value)) if isinstance(value, float) else value
        if exact.is_finite():
            return format(exact, "f")
    raise RefusedError("ARB103", "a value has no written form", None, "use text, numbers, lists and maps")
