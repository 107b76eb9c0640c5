"""Settling one question: evidence first, then the burden, and nothing by stealth.

An answer is shown if its best argument meets the standard. If nothing is shown, the question goes against whoever
had to show. An unknown that could change the answer is named, never guessed away. Maximum and minimum, never sums.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from arbiter.engine.ir import (
    KEY_BITS,
    PRESENT,
    UNKNOWN,
    Matches,
    QuestionRules,
    Rulebook,
    Standard,
    circumstances_in,
)
from arbiter.policy.model import Answer, Argument, Burden
from arbiter.verdict.model import By, Finding, Weighed
from arbiter.verdict.weighing import Weighing

# With more open rules than this, every combination is not tried: the question is taken as open.
MAX_OPEN = 6
MODERATE, CONCLUSIVE = 2, 4
# The join key of an argument that rests on no signal.
ON_RECORD = -1

Defeat = tuple[Answer, Weighed, str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Case:
    """One question with what matched, for the functions below."""

    book: Rulebook
    rules: QuestionRules
    matches: Matches
    weighing: Weighing
    part: str | None

    @property
    def standard(self) -> Standard:
        return self.book.standards[self.rules.question.standard]


def settle_question(
    book: Rulebook, rules: QuestionRules, matches: Matches, weighing: Weighing, part: str | None = None
) -> Finding:
    """The finding on one question, for one part of the order or all of it, with every unknown rule that could change
    its answer.
    """
    case = _Case(book, rules, matches, weighing, part)
    finding = _settle(case, frozenset())
    undecided = _open_rules(case)
    if not undecided or not finding.raised:
        return finding
    if len(undecided) > MAX_OPEN:
        return replace(finding, open=tuple(name for _, name in undecided))
    indexes = [index for index, _ in undecided]
    sets = (frozenset(one) for size in range(len(indexes) + 1) for one in combinations(indexes, size))
    found = {granted: _settle(case, granted) for granted in sets}
    changing = {
        index: name
        for index, name in undecided
        if any(_turns_on(found[one]) != _turns_on(found[one | {index}]) for one in found if index not in one)
    }
    return _open(found, changing) if changing else finding


def _open(found: Mapping[frozenset[int], Finding], changing: Mapping[int, str]) -> Finding:
    """The finding with what else it could be; `found` has what it is if some of the unknown rules hold, none first."""
    alike: dict[tuple[object, ...], list[frozenset[int]]] = {}
    for granted, other in found.items():
        alike.setdefault(_turns_on(other), []).append(granted)
    rules = frozenset(changing)
    first, *others = (
        replace(found[grants[0]], ways=frozenset(granted & rules for granted in grants)) for grants in alike.values()
    )
    return replace(first, open=tuple(changing.values()), alternatives=tuple(others))


def _turns_on(finding: Finding) -> tuple[object, ...]:
    """What later rules, whoever must bear, and whether a person must decide turn on."""
    return finding.answer, finding.by, finding.burden_on, finding.burden_rule, finding.at_odds, finding.deadlocked


def _open_rules(case: _Case) -> list[tuple[int, str]]:
    """Rules kept open by a circumstance. A signal that an unknown field keeps open is absent, not open."""
    if not case.matches.open:
        return []
    rules = case.rules
    found = [
        (index, rule.id) for index, rule in (*rules.shifts, *rules.only_counts) if _code(index) in case.matches.open
    ]
    for index, argument in rules.arguments:
        if not argument.premises:
            found += [(index, argument.id)] if _code(index) in case.matches.open else []
        elif argument.condition is not None and any(
            _code(index, key) in case.matches.open and _premises(case, argument, row) is not None
            for key, row in enumerate(case.weighing.situation.keys)
        ):
            found.append((index, argument.id))
    return found


def _code(rule: int, key: int = 0) -> int:
    return rule << KEY_BITS | key


def _settle(case: _Case, granted: frozenset[int]) -> Finding:
    question = case.rules.question
    keys = len(case.weighing.situation.keys) if question.raised else 1
    raised = any(_code(case.rules.raised, key) in case.matches.met for key in range(keys))
    standing, defeated, counted = _arguments(case, granted)
    best: dict[Answer, Weighed | None] = dict.fromkeys(question.answers)
    for side, weighed in standing:
        current = best[side]
        if current is None or weighed.strength > current.strength:
            best[side] = weighed
    burden, burden_rule, at_odds = _burden(case, granted)
    shown = _shown(case.standard, best) if raised else None
    answer: Answer
    by: By
    if not raised:
        answer, by = question.undisputed, "undisputed"
        burden, burden_rule = question.burden, None
    elif shown is not None:
        answer, by = shown, "evidence"
    else:
        answer, by = burden.fails, "otherwise" if question.on_record else "burden"
    return Finding(
        question=question.id,
        answer=answer,
        by=by,
        burden_on=burden.party or None,
        burden_rule=burden_rule,
        raised=raised,
        standard=question.standard,
        best=best,
        sufficient=_sufficient(case.standard, standing, best, answer) if by == "evidence" else (),
        standing=tuple(standing),
        defeated=tuple(defeated),
        counted=counted,
        at_odds=at_odds if raised and by == "burden" else (),
        part=case.part,
    )


def _shown(standard: Standard, best: dict[Answer, Weighed | None]) -> Answer | None:
    strength = {side: weighed.strength if weighed else 0 for side, weighed in best.items()}
    for side in strength:
        if _meets(standard, strength[side], _against(strength, side)):
            return side
    return None


def _against(strength: Mapping[Answer, int], side: Answer) -> int:
    """How strong the best argument for any other answer is."""
    return max((value for other, value in strength.items() if other != side), default=0)


def _meets(standard: Standard, strength: int, other: int) -> bool:
    return strength >= standard.at_least and strength - other >= standard.lead and other <= standard.other_at_most


def _sufficient(
    standard: Standard, standing: Sequence[tuple[Answer, Weighed]], best: dict[Answer, Weighed | None], answer: Answer
) -> tuple[Weighed, ...]:
    against = _against({side: weighed.strength if weighed else 0 for side, weighed in best.items()}, answer)
    return tuple(w for side, w in standing if side == answer and _meets(standard, w.strength, against))


def _burden(case: _Case, granted: frozenset[int]) -> tuple[Burden, str | None, tuple[str, ...]]:
    """Who must show which answer. Shifts that hold and contradict each other are named; a person decides then."""
    holding = [shift for index, shift in case.rules.shifts if _holds(case, index, granted)]
    if not holding:
        return case.rules.question.burden, None, ()
    if len({shift.burden for shift in holding}) > 1:
        return case.rules.question.burden, None, tuple(shift.id for shift in holding)
    return holding[-1].burden, holding[-1].id, ()


def _holds(case: _Case, index: int, granted: frozenset[int]) -> bool:
    return _code(index) in case.matches.met or index in granted


def _arguments(
    case: _Case, granted: frozenset[int]
) -> tuple[list[tuple[Answer, Weighed]], list[Defeat], tuple[str, ...]]:
    """Standing arguments, those set aside with what did it, and the `only_counts` rules that applied."""
    limits = [only for index, only in case.rules.only_counts if _holds(case, index, granted)]
    standing: list[tuple[Answer, Weighed]] = []
    defeated: list[Defeat] = []
    for index, argument in case.rules.arguments:
        if not argument.premises:
            if _holds(case, index, granted):
                standing.append((argument.answer, _on_record(case, index, argument)))
            continue
        for key, row in enumerate(case.weighing.situation.keys):
            if _code(index, key) not in case.matches.met and not (
                index in granted and _code(index, key) in case.matches.open
            ):
                continue
            weighed = _weigh(case, argument, key, row)
            if weighed is None:
                continue
            limit = next((o for o in limits if o.answer == argument.answer and argument.id not in o.arguments), None)
            if limit is not None:
                defeated.append((argument.answer, weighed, limit.id, ()))
                continue
            exception = _exception(case, argument, weighed, key)
            if exception is not None:
                defeated.append((argument.answer, weighed, *exception))
            else:
                standing.append((argument.answer, weighed))
    return standing, defeated, tuple(only.id for only in limits)


def _exception(case: _Case, argument: Argument, weighed: Weighed, key: int) -> tuple[str, tuple[int, ...]] | None:
    """The exception that defeats an argument: at least moderate, or as strong as its target."""
    for index, name in case.rules.exceptions[argument.id]:
        if _code(index, key) in case.matches.met:
            signal = case.rules.signals[name]
            strength = case.weighing.situation.keys[key][signal] - PRESENT
            if strength >= MODERATE or strength >= weighed.strength:
                return name, strongest(case.weighing, key, signal)
    return None


def _on_record(case: _Case, index: int, argument: Argument) -> Weighed:
    """An argument that rests on what is on record: conclusive, by the records that its condition holds on."""
    records = [case.weighing.matched[pattern] for pattern in circumstances_in(case.rules.rules[index].formula)]
    premises = tuple(tuple(indexes) for indexes in records if indexes)
    return Weighed(argument.id, CONCLUSIVE, ON_RECORD, premises)


def _weigh(case: _Case, argument: Argument, key: int, row: tuple[int, ...]) -> Weighed | None:
    premises = _premises(case, argument, row)
    if premises is None:
        return None
    strength = min(row[signal] - PRESENT for signal in premises)
    full = all(row[signal] - PRESENT == int(case.book.signals[signal].strength) for signal in premises)
    if argument.worth is not None and full:
        strength = int(argument.worth)
    carried = tuple(strongest(case.weighing, key, signal) for signal in premises)
    return Weighed(argument.id, strength, case.weighing.whole_key(key), carried)


def _premises(case: _Case, argument: Argument, row: tuple[int, ...]) -> list[int] | None:
    """The signals an argument rests on in one key: all of `all`, the strongest of `any`, the k strongest of
    `at_least`; None if one is missing.
    """
    signals = case.rules.signals
    premises = [signals[name] for name in argument.all]
    if argument.any:
        premises.append(
            max((signals[name] for name in argument.any), key=lambda signal: _preference(case, signal, row))
        )
    if argument.at_least:
        some = sorted((signals[name] for name in argument.at_least.of), key=lambda signal: _rank(case, signal, row))
        premises += some[: argument.at_least.count]
    return premises if all(row[signal] >= PRESENT for signal in premises) else None


def _rank(case: _Case, signal: int, row: tuple[int, ...]) -> tuple[int, bool]:
    """The order in which signals are taken: the strongest first, and as listed among equals."""
    strength, full = _preference(case, signal, row)
    return -strength, not full


def _preference(case: _Case, signal: int, row: tuple[int, ...]) -> tuple[int, bool]:
    """The strongest of `any`; among equals one at its full strength, since only full premises can be worth more."""
    return row[signal], row[signal] - PRESENT == int(case.book.signals[signal].strength)


def strongest(weighing: Weighing, key: int, signal: int) -> tuple[int, ...]:
    """The records of a join key that carry a signal as strongly as any."""
    carried = weighing.carriers[key].get(signal, [])
    return tuple(index for index, strength in carried if strength == carried[0][1])


def records_of(weighed: Iterable[Weighed]) -> frozenset[int]:
    """The records that carry any of the arguments."""
    return frozenset(record for one in weighed for record in one.records)


assert UNKNOWN < PRESENT  # INVARIANT: an unknown signal never counts as a premise
