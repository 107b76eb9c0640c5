"""The nodes of a document: maps, lists and scalars of text, each with its place; and what is refused at once.

Owns the shapes that readers build. It reads nothing.
"""

import re
from dataclasses import dataclass
from typing import Any

from evidence.diagnostics import Diagnostic, Span

# Control characters and lone surrogates have no business in a case.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How deep and how large (bytes) a document may be."""

    depth: int = 50
    size: int = 20_000_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text. `quoted` tells `"80"` from `80`."""

    text: str
    quoted: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Null:
    """Nothing was written: `null`, `~` or an empty plain value."""

    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """A map, entries in the order written, keys unique."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    def get(self, key: str) -> "Node | None":
        """The node of a key, None if the key is absent."""
        for name, node in self.entries:
            if name.text == key:
                return node
        return None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


Node = Scalar | Null | Mapping | Sequence
Plain = str | dict[str, Any] | list[Any] | None


class RefusedError(Exception):
    """Stops a reader at the first thing that makes the rest meaningless. Never leaves this package."""

    def __init__(self, code: str, message: str, span: Span | None, help: str | None = None, *related: Any) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(code, "error", message, span, help, related)


def check_text(text: str, span: Span) -> str:
    """The same text. Refuses control characters and lone surrogates, which have no business in a case."""
    bad = FORBIDDEN.search(text)
    if bad:
        raise RefusedError("ARB103", f"the text contains the character U+{ord(bad.group()):04X}", span, "remove it")
    return text
