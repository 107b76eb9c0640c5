"""Strict JSON (RFC 8259) into nodes, without recursion.

Owns what of JSON is accepted. Numbers keep their literal text; `true` and `false` become `yes` and `no`.
"""

import json
import re
from dataclasses import dataclass, field

from evidence.diagnostics import Span, quoted
from evidence.nodes import Limits, Mapping, Node, Null, RefusedError, Scalar, Sequence, check_text

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.+-])")
_WORDS = {"true": "yes", "false": "no", "null": None}
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(slots=True)
class _Open:
    """An object or array whose end has not been seen."""

    is_map: bool
    start: int
    line: int
    line_start: int
    key: Scalar | None = None
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    first_seen: dict[str, Span] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


def compose_json(text: str, file: str, limits: Limits) -> Node:
    """The value of a JSON text. Raises RefusedError."""
    return _Scanner(text, file, limits).document()


class _Scanner:
    def __init__(self, text: str, file: str, limits: Limits) -> None:
        self.text = text
        self.file = file
        self.limits = limits
        self.at = 0
        self.line = 1
        self.line_start = 0
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def document(self) -> Node:
        """The root, after checking that nothing follows it."""
        self._space()
        if self.at == len(self.text):
            raise RefusedError("ARB108", f"{quoted(self.file)} is empty", None, "write one document")
        while self.root is None:
            self._step()
        self._space()
        if self.at < len(self.text):
            raise RefusedError("ARB108", "something follows the document", self._span(1), "keep one document per file")
        if isinstance(self.root, Null):
            raise RefusedError("ARB108", f"{quoted(self.file)} is empty", None, "write one document")
        return self.root

    def _step(self) -> None:
        """Read one value, or the opening of one, where a value or an end may stand."""
        self._space()
        if self.stack and self._try_close(first=True):
            return
        if self.stack and self.stack[-1].is_map:
            self._key(self.stack[-1])
        character = self._peek()
        if character in "{[":
            if len(self.stack) >= self.limits.depth:
                raise RefusedError("ARB106", f"nested deeper than {self.limits.depth}", self._span(1), "flatten it")
            self.stack.append(_Open(character == "{", self.at, self.line, self.line_start))
            self.at += 1
            return
        self._add(self._scalar(character))

    def _try_close(self, first: bool) -> bool:
        """Close the innermost container if its end is here; an end after a comma is an error."""
        top = self.stack[-1]
        if self._peek() != ("}" if top.is_map else "]"):
            return False
        if first and (top.entries or top.items):
            raise self._wrong("remove the comma before it")
        self.at += 1
        self.stack.pop()
        length = self.at - top.start if top.line == self.line else 1
        span = Span(self.file, top.line, top.start - top.line_start + 1, length)
        self._add(Mapping(tuple(top.entries), span) if top.is_map else Sequence(tuple(top.items), span))
        return True

    def _add(self, node: Node) -> None:
        """Put a finished value in its place and read what must follow it."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.is_map and top.key is not None:
            top.entries.append((top.key, node))
            top.key = None
        else:
            top.items.append(node)
        self._space()
        if self._peek() == ",":
            self.at += 1
        elif not self._try_close(first=False):
            raise self._wrong("put a comma between values")

    def _key(self, top: _Open) -> None:
        if self._peek() != '"':
            raise self._wrong("a key is text in double quotes")
        key = self._string()
        first = top.first_seen.setdefault(key.text, key.span)
        if first is not key.span:
            raise RefusedError(
                "ARB104",
                f"duplicate key {quoted(key.text)}",
                key.span,
                "remove one",
                ("first one here", first),
            )
        self._space()
        if self._peek() != ":":
            raise self._wrong("put a colon after the key")
        self.at += 1
        self._space()
        top.key = key

    def _scalar(self, character: str) -> Node:
        if character == '"':
            return self._string()
        number = _NUMBER.match(self.text, self.at)
        if number:
            return Scalar(number.group(), False, self._advance(number.end()))
        word = _WORD.match(self.text, self.at)
        if word and word.group() in _WORDS:
            text = _WORDS[word.group()]
            span = self._advance(word.end())
            return Null(span) if text is None else Scalar(text, False, span)
        raise self._wrong("text needs double quotes")

    def _string(self) -> Scalar:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise RefusedError("ARB103", "a text in quotes is broken or not closed", self._span(1), "check its escapes")
        raw = match.group()
        span = self._advance(match.end())
        text = json.loads(raw) if "\\" in raw else raw[1:-1]
        return Scalar(check_text(text, span), True, span)

    def _space(self) -> None:
        end = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches the empty text
        breaks = self.text.count("\n", self.at, end)
        if breaks:
            self.line += breaks
            self.line_start = self.text.rfind("\n", self.at, end) + 1
        self.at = end

    def _peek(self) -> str:
        if self.at >= len(self.text):
            raise RefusedError("ARB103", "the document ends too early", self._span(1), "close what is open")
        return self.text[self.at]

    def _advance(self, end: int) -> Span:
        span = self._span(end - self.at)
        self.at = end
        return span

    def _span(self, length: int) -> Span:
        return Span(self.file, self.line, self.at - self.line_start + 1, length)

    def _wrong(self, help: str) -> RefusedError:
        return RefusedError("ARB103", f"not valid JSON: unexpected {quoted(self.text[self.at])}", self._span(1), help)
