"""What went wrong, in words on stderr, and the exit code for it.

0 decided or nothing wrong · 1 a check failed · 2 usage · 3 invalid case · 4 referred · 70 internal.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from traceback import format_exception
from typing import Any

from rich.text import Text

from arbiter.cli.consoles import err, printable
from arbiter.decide import DecideError
from evidence import CaseFileError, Diagnostic, as_json, render

OK = 0
CHECK_FAILED = 1
USAGE = 2
INVALID_CASE = 3
REFERRED = 4
INTERNAL = 70

# No such store; no such record, field or parameter to change, or a value that it cannot have.
_NOT_THERE = ("ARB530", "ARB550", "ARB554")
_MAX_SOURCE_BYTES = 20_000_000
_STYLES = (
    (r"^error\[\w+\]", "bold red"),
    (r"^warning\[\w+\]", "bold yellow"),
    (r"(?m)^\s*\d* │ \s*\^+.*$", "red"),
    (r"(?m)^\s*┌─ .*$", "cyan"),
    (r"(?m)^\s*= help: .*$", "green"),
)


def tell(problem: Exception) -> int:
    """Print what went wrong and return the exit code."""
    diagnostics = diagnostics_of(problem)
    if diagnostics is None:
        if os.environ.get("ARBITER_DEBUG") == "1":
            err().print(Text("".join(format_exception(problem))), soft_wrap=True)
        words = printable(f"internal error, please report: {type(problem).__name__}: {problem}")
        err().print(Text(words, style="bold red"), soft_wrap=True)
    else:
        show(diagnostics, getattr(problem, "files", None))
    return exit_code(problem)


def show(diagnostics: Iterable[Diagnostic], files: Mapping[str, str] | None = None) -> None:
    """Print diagnostics with their source lines; `files` holds texts that are already read."""
    console = err()
    lines = _source_lines(files or {})
    for number, diagnostic in enumerate(diagnostics):
        if number:
            console.print()
        text = Text(render(diagnostic, lines))
        for pattern, style in _STYLES:
            text.highlight_regex(pattern, style)
        console.print(text, soft_wrap=True)


def diagnostics_of(problem: Exception) -> Sequence[Diagnostic] | None:
    """Everything that an error of ours says, a system error as one diagnostic; None for an internal error."""
    found = getattr(problem, "diagnostics", None)
    if isinstance(found, list | tuple) and found:
        return found
    if isinstance(problem, OSError):
        reason = (problem.strerror or str(problem)).lower()
        where = f"`{problem.filename}`: " if problem.filename else ""
        return (Diagnostic("ARB506", "error", f"{where}{reason}", None, "check the path and your rights"),)
    return None


def exit_code(problem: Exception) -> int:
    """The exit code that an error stands for."""
    diagnostics = diagnostics_of(problem)
    if diagnostics is None:
        return INTERNAL
    if isinstance(problem, CaseFileError | DecideError):
        return INVALID_CASE
    # What was asked for cannot be reached from here: a path, or the address of a store.
    unreachable = isinstance(problem, OSError) or diagnostics[0].code in _NOT_THERE
    return USAGE if unreachable else CHECK_FAILED


def as_values(problem: Exception) -> list[dict[str, Any]]:
    """What went wrong as JSON values."""
    found = diagnostics_of(problem)
    if found is None:
        return [as_json(Diagnostic("ARB999", "error", f"internal error: {type(problem).__name__}: {problem}"))]
    return [as_json(diagnostic) for diagnostic in found]


def _source_lines(files: Mapping[str, str]) -> Callable[[str], Sequence[str]]:
    def lines(name: str) -> Sequence[str]:
        if name in files:
            return files[name].splitlines()
        try:
            path = Path(name)
            if path.stat().st_size > _MAX_SOURCE_BYTES:
                return ()
            return path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, ValueError):
            return ()

    return lines
