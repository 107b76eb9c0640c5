"""What is wrong with a file, as a value, and how it is shown.

Owns `Span` and `Diagnostic` and their text and JSON forms. It reads no file: lines come from the caller. It
adds no colour.
"""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]
SourceLines = Callable[[str], Sequence[str]]

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TAB = "    "
_LINE_COLUMNS = 160


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: line and column count from 1, in characters; the length stays within the line."""

    file: str
    line: int
    column: int
    length: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong: a code that never changes its meaning, one sentence, a place, a way out."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()


def render(diag: Diagnostic, source_lines: SourceLines | None) -> str:
    """The diagnostic as a compiler prints it, without a final newline.

    `source_lines` gives the lines of a named file, none if it cannot; None shows places without lines.
    """
    spans = [span for span in (diag.span, *(span for _, span in diag.related)) if span]
    width = max((len(str(span.line)) for span in spans), default=1)
    out = [f"{diag.severity}[{diag.code}]: {_printable(diag.message)}"]
    if diag.span:
        out += _excerpt(diag.span, "", width, source_lines)
    for label, span in diag.related:
        out += _excerpt(span, label, width, source_lines)
    if diag.help:
        out.append(f"{' ' * width} = help: {_printable(diag.help)}")
    return "\n".join(out)


def render_all(diags: Iterable[Diagnostic], source_lines: SourceLines | None) -> str:
    """All diagnostics in the order given, a blank line between them; empty text for none."""
    return "\n\n".join(render(diag, source_lines) for diag in diags)


def as_json(diag: Diagnostic) -> dict[str, Any]:
    """The diagnostic as JSON values; every key is always there."""
    return {
        "code": diag.code,
        "severity": diag.severity,
        "message": diag.message,
        "span": _span_json(diag.span) if diag.span else None,
        "help": diag.help,
        "related": [{"label": label, "span": _span_json(span)} for label, span in diag.related],
    }


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate a writer of `word` probably meant, None if none is near; their order is free."""
    near = difflib.get_close_matches(word[:80], sorted(set(candidates)), n=1, cutoff=0.6)
    return near[0] if near else None


def meant(word: str, candidates: Iterable[str]) -> str | None:
    """A help line: the nearest candidate, else a short list of all of them, None for no candidates."""
    names = sorted(set(candidates))
    near = did_you_mean(word, names)
    if near:
        return f"did you mean `{near}`?"
    return "one of " + ", ".join(f"`{name}`" for name in names[:14]) if names else None


def quoted(text: str, limit: int = 60) -> str:
    """User text in backticks, cut to `limit` characters."""
    return f"`{text if len(text) <= limit else text[: limit - 1] + '…'}`"


def _span_json(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column, "length": span.length}


def _excerpt(span: Span, label: str, width: int, source_lines: SourceLines | None) -> list[str]:
    out = [f"{' ' * width}┌─ {_printable(span.file)}:{span.line}:{span.column}"]
    lines = source_lines(span.file) if source_lines else ()
    if not 1 <= span.line <= len(lines):
        if label:
            out.append(f"{' ' * width} │ {_printable(label)}")
        return out
    line, start, length = _window(lines[span.line - 1].rstrip("\r\n"), span.column - 1, span.length)
    before, marked = line[:start], line[start : start + length]
    carets = "^" * max(1, _columns(marked))
    out.append(f"{span.line:>{width}} │ {_printable(line)}".rstrip())
    out.append(f"{' ' * width} │ {' ' * _columns(before)}{carets} {_printable(label)}".rstrip())
    return out


def _window(line: str, start: int, length: int) -> tuple[str, int, int]:
    """A long line cut round the marked place, so that a file in one line does not fill the screen."""
    if len(line) <= _LINE_COLUMNS:
        return line, start, length
    first = max(0, start - _LINE_COLUMNS // 4)
    cut = line[first : first + _LINE_COLUMNS]
    lead = "…" if first else ""
    tail = "…" if first + _LINE_COLUMNS < len(line) else ""
    return lead + cut + tail, start - first + len(lead), min(length, len(cut) - (start - first))


def _printable(text: str) -> str:
    """Text that cannot move the cursor or reorder what is read."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", _TAB))


def _columns(text: str) -> int:
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if character == "\t":
        return len(_TAB)
    if unicodedata.combining(character) or character in "\u200b\u200c\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
