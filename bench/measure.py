"""What the benchmarks time: the stages of a decision over the same cases, and how to time them fairly.

Measurements are interleaved, round by round, and told as medians of ratios within a round, so that a busy machine slows
both sides of a ratio alike.
"""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from statistics import median
from time import perf_counter
from typing import Any

from arbiter.decide import (
    INTERPRETED,
    Derivation,
    book_of,
    decide,
    derive,
    ledger_of,
)
from arbiter.decision import canonical, verdict_json
from arbiter.engine import durable, interpreter
from arbiter.engine.ir import Matches, Rulebook
from arbiter.policy.model import Policy
from arbiter.verdict.asks import asks_of
from arbiter.verdict.hearing import hearings_of
from arbiter.verdict.reasoning import reasoning_of
from arbiter.verdict.settle import Matcher, Outcome, settle
from arbiter.verdict.weighing import weigh_records
from evidence import CaseFile, Dossier, Item, assemble

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Sample:
    """One case with all that the stages of its decision take and give."""

    case: CaseFile
    dossier: Dossier
    policy: Policy
    book: Rulebook
    items: list[Item]
    records: Matches
    outcome: Outcome
    derivation: Derivation


def sample(case: CaseFile, policy: Policy) -> Sample:
    """The case, decided once, so that each stage can be run again by itself."""
    assert case.as_of is not None
    dossier = assemble(case, case.as_of)
    book = book_of(dossier, policy)
    items = [item for item in dossier.items if item.admission.status != "rejected"]
    derivation = derive(dossier, policy, matcher=INTERPRETED)
    assert derivation.outcome is not None
    records = interpreter.match_records(book, items)
    return Sample(case, dossier, policy, book, items, records, derivation.outcome, derivation)


def seconds(works: Mapping[str, Work], rounds: int) -> dict[str, list[float]]:
    """The time of each work in each round; the works take turns within a round."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(rounds):
        for name, work in works.items():
            gc.collect()
            start = perf_counter()
            work()
            found[name].append(perf_counter() - start)
    return found


def ratio(times: Mapping[str, list[float]], of: str, to: str) -> float:
    """The median, over rounds, of one time by another of the same round."""
    return median(one / other for one, other in zip(times[of], times[to], strict=True))


class Engine:
    """One engine's three stages, each on what the stages of a case really meet."""

    def __init__(self, module: Any) -> None:
        self.module = module

    def records(self, one: Sample) -> object:
        """The first stage."""
        return self.module.match_records(one.book, one.items)

    def questions(self, one: Sample) -> object:
        """The second stage, of every question."""
        situation = one.outcome.weighing.situation
        return [self.module.match_question(one.book, rules, situation) for rules in one.book.questions]

    def outcome(self, one: Sample) -> object:
        """The third stage."""
        return self.module.match_outcome(one.book, one.outcome.weighing.situation)

    def all(self, one: Sample) -> object:
        """All three."""
        return self.records(one), self.questions(one), self.outcome(one)


ENGINES = {"interpreter": Engine(interpreter), "durable_rules": Engine(durable)}


def decided(one: Sample) -> bytes:
    """The whole decision of a dossier, with its bytes and digest."""
    return decide(one.dossier, one.policy).content


def parts_of(samples: list[Sample]) -> dict[str, Work]:
    """What a decision spends its time on, each part over all cases."""

    def each(work: Callable[[Sample], object]) -> Work:
        return lambda: [work(one) for one in samples]

    parts: dict[str, Work] = {"whole decision": each(decided)}
    for name, engine in ENGINES.items():
        parts[f"match records, {name}"] = each(engine.records)
        parts[f"match questions, {name}"] = each(engine.questions)
        parts[f"match outcome, {name}"] = each(engine.outcome)
    documents = [decide(one.dossier, one.policy).document for one in samples]
    contents = [canonical(document) for document in documents]
    parts |= {
        "resolve: weigh and settle": each(_resolve),
        "hearings": each(lambda one: hearings_of(one.book, one.outcome, one.items)),
        "asks": each(_asks),
        "reasoning": each(_reasoning),
        "verdict as values": each(lambda one: verdict_json(one.derivation.verdict, one.dossier.items)),
        "canonical JSON": lambda: [canonical(document) for document in documents],
        "sha256": lambda: [sha256(content).hexdigest() for content in contents],
    }
    return parts


def _resolve(one: Sample) -> object:
    """Weighing and settling with matches that are known already, so that no engine is timed."""
    whole = one.outcome.views[0]
    known = Matcher(
        lambda book, rules, _: whole.question_matches[rules.question.id], lambda book, _: whole.outcome_matches
    )
    ledger = ledger_of(one.book, one.dossier, one.items)
    return settle(one.book, weigh_records(one.book, one.items, one.records), ledger, known)


def _asks(one: Sample) -> object:
    ledger = ledger_of(one.book, one.dossier, one.items)
    rejected = [item for item in one.dossier.items if item.admission.status == "rejected"]
    return asks_of(one.book, one.outcome, one.items, rejected, ledger, INTERPRETED)


def _reasoning(one: Sample) -> object:
    heard = [index for hearing in one.derivation.verdict.hearings for index in hearing.notices]
    return reasoning_of(one.book, one.outcome, one.dossier.items, heard)
