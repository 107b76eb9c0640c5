"""A text that a parser of YAML refused, and what the parser said of it.

Owns places in the text. It knows no slip and says nothing: `yaml_faults` does.
"""

from dataclasses import dataclass
from typing import Any

from evidence.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column, both from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Look:
    """A text, and what the parser said of it."""

    file: str
    lines: list[str]
    text: str
    context: str
    problem: str
    began: Place | None
    at: Place
    loader: Any

    def line(self, number: int) -> str:
        """A line without its end; empty text outside the text."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def character(self, place: Place | None) -> str:
        """The character at a place; empty text at the end of a line."""
        return self.line(place.line)[place.column : place.column + 1] if place else ""

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """A place that lies within the text, even if the parser gave up after its end."""
        if line >= len(self.lines):
            line = max(0, len(self.lines) - 1)
            column = max(0, len(self.line(line)) - 1)
        return Span(self.file, line + 1, column + 1, max(1, length))

    @property
    def at_end(self) -> bool:
        """Whether nothing follows the place where the parser gave up."""
        rest = (self.line(self.at.line)[self.at.column :], *self.lines[self.at.line + 1 :])
        return not any(part.strip() for part in rest)
