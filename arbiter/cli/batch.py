"""Many cases: one line each, a bad one among them never stops the rest, and a count at the end."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from arbiter.cli import words
from arbiter.cli.consoles import err, line, out
from arbiter.cli.deciding import Decided, Deciding
from arbiter.cli.failures import INTERNAL, INVALID_CASE, as_values, diagnostics_of
from arbiter.cli.inputs import case_and_warnings

_STATUSES = ("final", "provisional", "referred")


def decide_many(deciding: Deciding, cases: Sequence[Path], as_json: bool) -> int:
    """Decide every case and return the exit code: 0 unless a case is invalid (3) or we failed (70)."""
    counts: Counter[str] = Counter()
    console = out()
    for path, result in _decided(deciding, cases, console):
        if isinstance(result, Exception):
            code = _code(result)
            counts["failed" if code == INTERNAL else "invalid"] += 1
            if as_json:
                typer.echo(error_line(path, code, result))
            else:
                _show_failure(console, path, result)
            continue
        for decided in result:
            counts[decided.decision.status] += 1
            if as_json:
                typer.echo(decided.decision.content + b"\n", nl=False)
            else:
                _show_line(console, decided)
    if not as_json:
        _show_summary(console, counts)
    if counts["failed"]:
        return INTERNAL
    return INVALID_CASE if counts["invalid"] else 0


def _decided(
    deciding: Deciding, cases: Sequence[Path], console: Console
) -> Iterator[tuple[Path, list[Decided] | Exception]]:
    """Each case with what came of it, under a progress bar if stderr is a terminal."""
    bar = Progress(
        TextColumn("deciding"),
        BarColumn(),
        MofNCompleteColumn(),
        console=err(),
        transient=True,
        disable=not err().is_terminal,
        # On one terminal, lines go above the bar; a stdout that leads elsewhere must not pass through it.
        redirect_stdout=console.is_terminal,
    )
    with bar:
        for path in bar.track(cases):
            yield path, _decide(deciding, path)


def _decide(deciding: Deciding, path: Path) -> list[Decided] | Exception:
    try:
        return deciding.decide(case_and_warnings(path)[0])
    except Exception as problem:
        return problem


def _code(problem: Exception) -> int:
    """What a failed case counts as: the case's fault, or ours."""
    ours = diagnostics_of(problem) is None or isinstance(problem, OSError) or _is_of_the_store(problem)
    return INTERNAL if ours else INVALID_CASE


def _is_of_the_store(problem: Exception) -> bool:
    found = diagnostics_of(problem) or ()
    return any(diagnostic.code.startswith("ARB53") for diagnostic in found)


def _show_line(console: Console, decided: Decided) -> None:
    decision, noun = decided.decision, words.noun_of(decided.policy)
    proposed = "proposed: " if decision.status == "referred" and decision.verdict["transfers"] else ""
    paid = proposed + "; ".join(words.transfers(decision.verdict, noun))
    status = (decision.status.ljust(11), words.STATUS_STYLE[decision.status])
    found = decision.verdict["route"]
    route = found["route"] + (f" ({found['desk']})" if found["desk"] else "")
    claim = decision.document.get("claim_id")
    name = f"{decided.case.case} {claim}" if claim else decided.case.case
    console.print(
        line(name.ljust(14), "  ", status, "  ", paid, "  ", (f"{route}  {decision.id}", "dim")),
        soft_wrap=True,
    )


def error_line(case: Path, code: int, problem: Exception) -> str:
    """A case that could not be decided, as one line of JSON."""
    error = {"case": str(case), "exit": code, "diagnostics": as_values(problem)}
    return json.dumps({"error": error}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _show_failure(console: Console, path: Path, problem: Exception) -> None:
    diagnostics = diagnostics_of(problem)
    if diagnostics is None:
        word, what = "failed", f"internal error, please report: {type(problem).__name__}: {problem}"
    else:
        first = next((one for one in diagnostics if one.severity == "error"), diagnostics[0])
        place = f" ({first.span.file}:{first.span.line}:{first.span.column})" if first.span else ""
        word, what = "invalid", f"{first.code} {first.message}{place}"
        what += f", and {len(diagnostics) - 1} more" if len(diagnostics) > 1 else ""
    console.print(line(str(path).ljust(14), "  ", (word.ljust(11), "bold red"), "  ", what), soft_wrap=True)


def _show_summary(console: Console, counts: Counter[str]) -> None:
    parts = [f"{counts[status]} {status}" for status in _STATUSES]
    parts += [f"{counts[name]} {name}" for name in ("invalid", "failed") if counts[name]]
    console.print(line((f"{counts.total()} cases: ", "bold"), ", ".join(parts)))
