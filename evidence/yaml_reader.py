"""YAML events into nodes, in one pass and without recursion.

Owns what of YAML is accepted. It gives no scalar a type and resolves no alias.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from evidence.diagnostics import Span, quoted
from evidence.nodes import Limits, Mapping, Node, Null, RefusedError, Scalar, Sequence, check_text
from evidence.yaml_faults import refusal

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(slots=True)
class _Open:
    """A map or list whose end has not been seen."""

    is_map: bool
    span: Span
    start: Any
    key: Scalar | None = None
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    first_seen: dict[str, Span] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


def compose_yaml(text: str, file: str, limits: Limits) -> Node:
    """The one document of a YAML text. Raises RefusedError."""
    builder = _Builder(file, limits)
    for event in _events(text, file):
        builder.take(event)
    root = builder.root
    if root is None or isinstance(root, Null):
        raise RefusedError("ARB108", f"{quoted(file)} is empty", None, "write one document")
    return root


def _events(text: str, file: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise refusal(text, file, error, _LOADER) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        raise RefusedError("ARB103", "not valid YAML", Span(file, 1, 1, 1), "check the file's encoding") from None


class _Builder:
    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def take(self, event: Any) -> None:
        """Add one event to the tree."""
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                raise self._extra(event)
            self._add(self._scalar(event))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                raise self._extra(event)
            if len(self.stack) >= self.limits.depth:
                raise RefusedError(
                    "ARB106",
                    f"nested deeper than {self.limits.depth}",
                    self._span(event),
                    "flatten the document",
                )
            self.stack.append(_Open(kind is MappingStartEvent, self._span(event), event.start_mark))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is yaml.AliasEvent:
            raise RefusedError("ARB105", f"alias `*{event.anchor}`", self._span(event), "write the value out")
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise RefusedError("ARB108", "a second document", self._span(event), "keep one document per file")

    def _scalar(self, event: Any) -> Node:
        span = self._span(event)
        plain = event.implicit[0]
        if plain and event.value in _NULLS:
            return Null(span)
        # The text as a whole was looked through before; only escapes can bring in more.
        text = check_text(event.value, span) if event.style == '"' else event.value
        return Scalar(text, not plain, span)

    def _close(self, event: Any) -> None:
        opened = self.stack.pop()
        span = opened.span
        if opened.start.line == event.end_mark.line:
            width = event.end_mark.column - opened.start.column
            span = Span(span.file, span.line, span.column, max(1, width))
        self._add(Mapping(tuple(opened.entries), span) if opened.is_map else Sequence(tuple(opened.items), span))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_map:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(top, node)
        else:
            top.entries.append((top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise RefusedError("ARB103", "a key must be one word or text", node.span, "write `key: value`")
        first = top.first_seen.setdefault(node.text, node.span)
        if first is not node.span:
            raise RefusedError(
                "ARB104",
                f"duplicate key {quoted(node.text)}",
                node.span,
                "remove one",
                ("first one here", first),
            )
        return node

    def _extra(self, event: Any) -> RefusedError:
        """What an anchor or a tag is told as."""
        if event.anchor is not None:
            return RefusedError("ARB105", f"anchor `&{event.anchor}`", self._span(event), "remove the anchor")
        cure = "`!` starts a tag: for what it is not, write `not …`" if event.tag.startswith("!=") else "remove the tag"
        return RefusedError("ARB105", f"tag {quoted(event.tag)}", self._span(event), cure)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return Span(self.file, line + 1, column + 1, length or 1)
