"""A long run of the forward-chaining engine: right answers, and memory that stays where it is.

`python bench/soak.py --cases 200000` matches random cases against one rulebook of every claim of the bundled packs, in
all three stages, and compares each with the interpreter; then it loads a policy 500 times. It prints wrong answers,
resident memory and time per case, and ends with 1 if an answer was wrong or memory grew by more than 5 %.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from arbiter.engine import durable, interpreter  # noqa: E402 - the checkout goes first on the path
from arbiter.engine.compile import rulebook  # noqa: E402
from arbiter.engine.ir import Matches, Rulebook, Situation  # noqa: E402
from arbiter.policy.load import load_policy  # noqa: E402
from evidence import EnumType, FieldType, Item, Money, MoneyType, NumberType, SetType, TimeType, YesNoType  # noqa: E402

PACKS = ("parcel", "meal", "exchange")
DAY = date(2026, 3, 12)
RECORDS = 17
WARM_UP = 20_000
GROWTH = 1.05
STAGES = ("records", "questions", "outcome")


def main() -> int:
    """Run the soak; 0 if every answer was right and memory stayed flat."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cases", type=int, default=200_000)
    parser.add_argument("--reloads", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    books = [
        rulebook(policy, claim, DAY, None)
        for policy in (load_policy(ROOT / "rules" / pack) for pack in PACKS)
        for claim in policy.claims
    ]
    wrong, grew = soak(books, options.cases, Random(options.seed))
    leaked = reload(options.reloads)
    return 1 if wrong or grew or leaked else 0


def soak(books: Sequence[Rulebook], cases: int, random: Random) -> tuple[int, bool]:
    """Match random cases; how many answers were wrong, and whether memory grew."""
    wrong, spent, settled = 0, [[0.0] * len(STAGES), [0.0] * len(STAGES)], resident_mb()
    for case in range(cases):
        if case == min(WARM_UP, cases // 10):
            settled = resident_mb()
            print(f"after {case} cases: {settled:.1f} MB")
        book = random.choice(books)
        items, situation = some_items(book, random), some_situation(book, random)
        answers = [timed(engine, book, items, situation, spent[which]) for which, engine in enumerate(ENGINES)]
        if answers[0] != answers[1]:
            wrong += 1
            print(f"case {case} of {book.claim.id}: {answers[0]} is not {answers[1]}")
    after = resident_mb()
    print(f"after {cases} cases: {after:.1f} MB, {wrong} wrong")
    for engine, times in zip(ENGINES, spent, strict=True):
        parts = ", ".join(f"{stage} {time / cases * 1e6:.0f}" for stage, time in zip(STAGES, times, strict=True))
        print(f"{engine.NAME}: {sum(times) / cases * 1e6:.0f} µs a case ({parts})")
    return wrong, after > settled * GROWTH


def reload(times: int) -> bool:
    """Load, compile and match one policy again and again; whether memory grew."""
    random, settled = Random(0), 0.0
    for number in range(times):
        if number == times // 10:
            settled = resident_mb()
        policy = load_policy(ROOT / "rules" / PACKS[0])
        for claim in policy.claims:
            book = rulebook(policy, claim, DAY, None)
            match(durable, book, some_items(book, random), some_situation(book, random))
    after = resident_mb()
    print(f"{times} reloads: from {settled:.1f} to {after:.1f} MB")
    return after > settled * GROWTH


ENGINES: tuple[Any, ...] = (durable, interpreter)


def match(engine: Any, book: Rulebook, items: list[Item], situation: Situation) -> list[Matches]:
    """All stages by one engine."""
    return timed(engine, book, items, situation, [0.0] * len(STAGES))


def timed(engine: Any, book: Rulebook, items: list[Item], situation: Situation, spent: list[float]) -> list[Matches]:
    """All stages by one engine, with the seconds of each added to `spent`."""
    start = perf_counter()
    answers = [engine.match_records(book, items)]
    records = perf_counter()
    answers += [engine.match_question(book, rules, situation) for rules in book.questions]
    questions = perf_counter()
    answers.append(engine.match_outcome(book, situation))
    end = perf_counter()
    for stage, seconds in enumerate((records - start, questions - records, end - questions)):
        spent[stage] += seconds
    return answers


def some_items(book: Rulebook, random: Random) -> list[Item]:
    """A case's worth of records of the kinds that the rulebook tests, with a quarter of their fields unknown."""
    kinds = tuple(book.by_kind) or ("order",)
    items = []
    for index in range(RECORDS):
        kind = random.choice(kinds)
        known = {name: a_value(of, random) for name, of in fields_of(book, kind).items() if random.random() < 0.75}
        nothing: Any = None
        items.append(Item(index, str(index), kind, None, None, None, known, nothing, ""))
    return items


def fields_of(book: Rulebook, kind: str) -> dict[str, FieldType]:
    """The fields of a kind that the rulebook knows: stated ones, and the numbers computed from them that it tests."""
    assert book.sources is not None
    computed = {test.field: NumberType("") for pattern in book.by_kind.get(kind, ()) for test in pattern.tests}
    return {**computed, **book.sources.vocabulary.get(kind, {})}


def some_situation(book: Rulebook, random: Random) -> Situation:
    """Three join keys, mostly without signals; any circumstances and findings."""
    return Situation(
        circumstances=tuple(random.choice((0, 0, 1, 2)) for _ in book.patterns),
        keys=tuple(tuple(random.choice((0, 0, 0, 1, 3, 5)) for _ in book.signals) for _ in range(3)),
        findings=tuple(random.randrange(1 + 2 * len(rules.question.answers)) for rules in book.questions),
    )


def a_value(of: object, random: Random) -> Any:
    """Any value of a field's type."""
    match of:
        case EnumType():
            return random.choice(of.values)
        case SetType():
            return frozenset(random.sample(of.of.values, random.randint(0, min(3, len(of.of.values)))))
        case MoneyType():
            return Money(random.randrange(30_000), random.choice(("EUR", "EUR", "BRL", "USD")))
        case NumberType():
            return Fraction(random.randrange(-20, 400_000), random.choice((1, 1, 1, 60)))
        case YesNoType():
            return random.choice(("yes", "no"))
        case TimeType():
            return datetime(2026, 3, 12, tzinfo=UTC)
    return "text"


def resident_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    sys.exit(main())
