"""Reports and explanations: how long they take by the decision they are about, and whether memory stays where it is.

`python -m bench.letters REPORTS` writes so many reports in a process that does nothing else; its last line on standard
output is one JSON object of figures.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from arbiter.decide import INTERPRETED, decide, derive
from arbiter.decision import Decision
from arbiter.explain.explanation import MAX_DECISIONS, explain_derivation
from arbiter.loading import load_policy
from arbiter.policy.model import Policy
from arbiter.report import report
from arbiter.report.open_doors import audiences
from bench import soak
from bench.measure import ratio, seconds
from evidence import CaseFile

ROOT = Path(__file__).resolve().parent.parent
RECORDS = 30
# So many decisions take about as long as a report: then a busy machine slows down both alike.
DECISIONS = 25
# Long enough that every cache of a bounded size is full.
WARM_UP = 200
FORMS = ("html", "md")


@dataclass(frozen=True, slots=True)
class Decided:
    """An example, and what was decided."""

    name: str
    case: CaseFile
    policy: Policy
    decision: Decision


def examples() -> list[Decided]:
    """The examples of one claim at the top of the folder, decided."""
    found = []
    for path in sorted((ROOT / "examples").glob("[0-9]*/case.yaml")):
        case = CaseFile.read(path.parent)
        policy = load_policy(str(case.policy))
        found.append(Decided(path.parent.name, case, policy, decide(case, policy)))
    return found


def report_ratios(rounds: int) -> Mapping[str, tuple[float, float]]:
    """The time of one HTML report by that of its decision, and its milliseconds, by example."""
    found = {}
    for one in examples():
        times = seconds({"report": _html(one), "decide": _decide(one)}, rounds)
        found[one.name] = ratio(times, "report", "decide") * DECISIONS, median(times["report"]) * 1e3
    return found


def _html(one: Decided) -> Callable[[], object]:
    return lambda: report(one.decision, one.case, one.policy, audience="agent", language="en", form="html")


def _decide(one: Decided) -> Callable[[], object]:
    return lambda: [decide(one.case, one.policy).content for _ in range(DECISIONS)]


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation of a case of many records: its time by deciding once with the interpreter alone, and whether it
    says that it did not try everything.
    """

    ratio: float
    ms: float
    tried: int
    bounded: bool


def explanation(rounds: int) -> Explained:
    """The explanation of a case of thirty records, which has more changes to try than are tried."""
    case, policy = _of_many_records(), load_policy("parcel")
    derivation = derive(case, policy)
    assert len(derivation.dossier.case.records) == RECORDS
    works: dict[str, Callable[[], object]] = {
        "explain": lambda: explain_derivation("D", derivation),
        "interpreter": lambda: derive(derivation.given, policy, matcher=INTERPRETED),
    }
    times, found = seconds(works, rounds), explain_derivation("D", derivation)
    assert found.tried == MAX_DECISIONS, "the figure must be of an explanation that reaches its bound"
    return Explained(ratio(times, "explain", "interpreter"), median(times["explain"]) * 1e3, found.tried, found.bounded)


def _of_many_records() -> CaseFile:
    """The first example, whose buyer was shown a signature, with every scan and statement given several times over."""
    case = CaseFile.read(ROOT / "examples" / "1-signed")
    found, kinds = list(case.records), ("tracking_event", "handover", "statement")
    repeated = [one for one in case.records if one.kind in kinds]
    for number in range(RECORDS - len(found)):
        one = repeated[number % len(repeated)]
        found.append(one.model_copy(update={"id": f"{one.id}-{number}"}))
    return case.model_copy(update={"records": tuple(found)})


def main(reports: int) -> None:
    """Write reports of the examples for anyone in any language and form; print how resident memory grew."""
    found, random = examples(), Random(1)
    settled = 0.0
    for number in range(WARM_UP + reports):
        if number == WARM_UP:
            settled = soak.resident_mb()
        one = random.choice(found)
        report(
            one.decision, one.case, one.policy, audience=random.choice(audiences(one.policy)),
            language=random.choice(one.policy.header.languages), form=random.choice(FORMS),
        )  # fmt: skip
    print(json.dumps({"settled_mb": settled, "after_mb": soak.resident_mb()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
