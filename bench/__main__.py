"""`python -m bench` from the root of the repository: every limit on speed and memory, as ratios of one run.

It first makes sure that the hand-written baseline gives the same verdict as the engine on every case, so that the
ratios compare equal work. Ends with 1 if a limit is broken or a verdict differs.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from time import perf_counter

from arbiter.decide import decide
from arbiter.loading import load_policy
from bench.baseline import decide_by_hand, essentials, outcome_by_hand
from bench.generate import cases
from bench.large import CLAIMS, UNITS, fifty_claims, loading_ratio, many_units
from bench.letters import RECORDS, explanation, report_ratios
from bench.manifold import PARCEL, write_manifold
from bench.measure import ENGINES, Sample, decided, parts_of, ratio, sample, seconds
from evidence import assemble

ROOT = Path(__file__).resolve().parent.parent
# The rules that `by_hand` writes out: a claim as it stood when they were written, so that both do equal work.
PACKS = {"parcel": PARCEL, "meal": ROOT / "rules" / "meal"}
SEED, COUNT = 1, 2000
INTERPRETER_LIMIT, DURABLE_LIMIT, DECIDE_LIMIT = 6, 20, 75
JSON_RECORDS, JSON_LIMIT_KB = 17, 10
TENFOLD_LIMIT, MEMORY_LIMIT, VERSION_LIMIT = 1.2, 1.05, 2.5
LOADING_LIMIT, UNITS_LIMIT = 15, 250
REPORT_LIMIT, EXPLAIN_LIMIT = 30, 400
CASES, QUICK_CASES, RELOADS = 200_000, 20_000, 500
REPORTS, QUICK_REPORTS = 1000, 100
VERSION_RUNS = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; without a limit it is for information."""

    name: str
    measured: float | None
    limit: float | None
    unit: str = "x"
    note: str = ""

    @property
    def ok(self) -> bool:
        """Within its limit. What could not be measured is not."""
        return self.limit is None or (self.measured is not None and self.measured <= self.limit)


def main() -> int:
    """Measure everything; 1 if a limit is broken."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"soak with {QUICK_CASES:,} cases, not {CASES:,}")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of every interleaved measurement")
    options = parser.parse_args()
    policies = {pack: load_policy(path) for pack, path in PACKS.items()}
    print(f"{COUNT:,} cases of seed {SEED}")
    samples = [sample(case, policies[str(case.policy)]) for case in cases(SEED, COUNT)]
    differing = [one.case.case for one in samples if not _same_verdict(one)]
    if differing:
        print(f"{len(differing)} verdicts differ from the baseline's: {', '.join(differing[:10])}")
    figures = [
        Figure("verdicts that differ from the baseline's", len(differing), 0, "cases"),
        *_speed(samples, options.rounds),
        *_sizes(samples),
        _tenfold(samples, options.rounds),
        *_large(samples, options.rounds),
        _version(),
        *_letters(options.rounds),
        _memory_of_reports(QUICK_REPORTS if options.quick else REPORTS),
        *_memory(QUICK_CASES if options.quick else CASES),
    ]
    _print_parts(samples, max(3, options.rounds // 2))
    _print_figures(figures)
    return 0 if all(figure.ok for figure in figures) else 1


def _same_verdict(one: Sample) -> bool:
    decision = decide(one.dossier, one.policy)
    whole = decide_by_hand(one.dossier) == {"status": decision.status, "verdict": decision.verdict}
    return whole and outcome_by_hand(one.dossier) == essentials(decision.status, decision.verdict)


def _speed(samples: Sequence[Sample], rounds: int) -> list[Figure]:
    def each(work: Callable[[Sample], object]) -> Callable[[], object]:
        return lambda: [work(one) for one in samples]

    times = seconds(
        {
            "by hand": each(lambda one: outcome_by_hand(one.dossier)),
            "interpreter": each(ENGINES["interpreter"].all),
            "durable": each(ENGINES["durable_rules"].all),
            "decide": each(decided),
            "assemble": each(lambda one: assemble(one.case, one.dossier.as_of)),
        },
        rounds,
    )
    per_case = {name: median(found) / len(samples) * 1e6 for name, found in times.items()}
    return [
        Figure("decided by hand, essentials", per_case["by hand"], None, "µs"),
        Figure("matching, interpreter / by hand", ratio(times, "interpreter", "by hand"), INTERPRETER_LIMIT),
        Figure("matching, durable_rules / by hand", ratio(times, "durable", "by hand"), DURABLE_LIMIT),
        Figure("whole decision / by hand", ratio(times, "decide", "by hand"), DECIDE_LIMIT,
               note=f"{per_case['decide']:.0f} µs"),
        Figure("assembling a dossier / by hand", ratio(times, "assemble", "by hand"), None),
    ]  # fmt: skip


def _sizes(samples: Sequence[Sample]) -> list[Figure]:
    sizes = [len(decided(one)) / 1000 for one in samples if len(one.case.records) == JSON_RECORDS]
    note = f"{len(sizes)} cases"
    return [
        Figure(f"decision of {JSON_RECORDS} records, mean", mean(sizes), JSON_LIMIT_KB, "KB", note),
        Figure(f"decision of {JSON_RECORDS} records, largest", max(sizes), JSON_LIMIT_KB, "KB", note),
    ]


def _tenfold(samples: Sequence[Sample], rounds: int) -> Figure:
    """The same parcel cases under the pack and under one with ten times its rules."""
    dossiers = [one.dossier for one in samples if one.policy.id == "parcel"]
    small = load_policy(PARCEL)
    with tempfile.TemporaryDirectory() as folder:
        large = load_policy(write_manifold(ROOT / "rules", Path(folder), 9))
    times = seconds(
        {
            "small": lambda: [decide(dossier, small).content for dossier in dossiers],
            "large": lambda: [decide(dossier, large).content for dossier in dossiers],
        },
        rounds,
    )
    counts = [len(policy.claims) for policy in (small, large)]
    return Figure("ten times the rules, per case", ratio(times, "large", "small"), TENFOLD_LIMIT,
                  note=f"{counts[0]} and {counts[1]} claims")  # fmt: skip


def _large(samples: Sequence[Sample], rounds: int) -> list[Figure]:
    """Large policies and large orders."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        thousand = write_manifold(ROOT / "rules", Path(folder), CLAIMS - 1)
        for pack in (ROOT / "rules" / "parcel", thousand):
            measured, ms, rules = loading_ratio(pack, rounds)
            name = f"loading {rules:,} rules / yaml.compose"
            found.append(Figure(name, measured, LOADING_LIMIT, note=f"{ms:.0f} ms"))
    dossiers = [one.dossier for one in samples if one.policy.id == "parcel"]
    measured, rules = fifty_claims(ROOT / "rules", dossiers, rounds)
    found.append(Figure(f"a claim among {CLAIMS} / alone", measured, TENFOLD_LIMIT, note=f"{rules:,} rules"))
    measured, ms = many_units(rounds)
    return [*found, Figure(f"{UNITS} units / one unit", measured, UNITS_LIMIT, note=f"{ms:.0f} ms")]


def _letters(rounds: int) -> list[Figure]:
    """Reports by the decisions that they are about, and the explanation of a case of many records."""
    reports = report_ratios(rounds)
    slowest = max(reports, key=lambda name: reports[name][0])
    explained = explanation(min(rounds, 3))
    note = f"{explained.ms:.0f} ms, {explained.tried} cases"
    return [
        Figure("one HTML report / its decision, median", median(one for one, _ in reports.values()), None),
        Figure("one HTML report / its decision, slowest", reports[slowest][0], REPORT_LIMIT,
               note=f"{reports[slowest][1]:.0f} ms, {slowest}"),
        Figure(f"explaining {RECORDS} records / interpreter", explained.ratio, EXPLAIN_LIMIT, note=note),
        Figure("bounded explanations that do not say so", float(not explained.bounded), 0, ""),
    ]  # fmt: skip


def _memory_of_reports(count: int) -> Figure:
    """Resident memory over many reports, in a process that does nothing else."""
    command = [sys.executable, "-m", "bench.letters", str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    found = json.loads(done.stdout.splitlines()[-1])
    note = f"{found['settled_mb']:.0f} to {found['after_mb']:.0f} MB"
    return Figure(f"memory after {count:,} reports", found["after_mb"] / found["settled_mb"], MEMORY_LIMIT, note=note)


def _version() -> Figure:
    """The start of the program by that of a Python that imports two of its libraries."""
    program = Path(sys.executable).with_name("arbiter")
    ours = [str(program), "--version"]
    theirs = [sys.executable, "-c", "import typer, pydantic"]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(VERSION_RUNS):
        for command, found in zip((ours, theirs), times, strict=True):
            start = perf_counter()
            try:
                subprocess.run(command, check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError) as problem:
                return Figure("arbiter --version / import typer, pydantic", None, VERSION_LIMIT, note=str(problem)[:60])
            found.append(perf_counter() - start)
    measured = median(times[0]) / median(times[1])
    note = f"{median(times[0]) * 1e3:.0f} ms"
    return Figure("arbiter --version / import typer, pydantic", measured, VERSION_LIMIT, note=note)


def _memory(count: int) -> list[Figure]:
    """Resident memory and right answers over a long run, in a process that does nothing else."""
    command = [sys.executable, "-m", "bench.memory", str(count), str(RELOADS)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    found = json.loads(done.stdout.splitlines()[-1])
    note = f"{found['settled_mb']:.0f} to {found['after_mb']:.0f} MB"
    return [
        Figure(f"wrong answers in {count:,} cases", found["wrong"], 0, "cases"),
        Figure(f"memory after {count:,} cases", found["after_mb"] / found["settled_mb"], MEMORY_LIMIT, note=note),
        Figure(f"{RELOADS} reloads that leaked", float(found["leaked"]), 0, "", f"{found['reloaded_mb']:.0f} MB"),
    ]


def _print_parts(samples: list[Sample], rounds: int) -> None:
    times = seconds(parts_of(samples), rounds)
    whole = median(times["whole decision"])
    print("\nwhere the time of one decision goes" + " " * 11 + "µs   share")
    told = 0.0
    for name, found in times.items():
        spent = median(found)
        told += 0 if name == "whole decision" else spent
        print(f"{name:42}{spent / len(samples) * 1e6:6.0f}{spent / whole:8.0%}")
    print(f"{'everything else':42}{(whole - told) / len(samples) * 1e6:6.0f}{(whole - told) / whole:8.0%}")


def _print_figures(figures: Sequence[Figure]) -> None:
    print(f"\n{'figure':46}{'measured':>12}{'limit':>8}  ok")
    for figure in figures:
        measured = "-" if figure.measured is None else f"{figure.measured:,.2f} {figure.unit}".strip()
        limit = "" if figure.limit is None else f"{figure.limit:g}"
        state = "" if figure.limit is None else "yes" if figure.ok else "NO"
        print(f"{figure.name:46}{measured:>12}{limit:>8}  {state:3} {figure.note}".rstrip())


if __name__ == "__main__":
    sys.exit(main())
