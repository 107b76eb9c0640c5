"""Small worlds: everything that a few rules can turn on, and every situation in it, the simplest first.

A world is a handful of variables. A kind of which a case has one record (order, claim, item) gives one for each field
that is tested; any other pattern gives one for a record that matches it, or just misses it at a parameter; a question
that was settled before gives one for what it came to. A situation picks one option of each; the first is the plain one.
Answers of other questions are taken as possible whether or not the same evidence could bring them about.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, product

from arbiter.engine.interpreter import match_pattern, match_test
from arbiter.engine.ir import (
    ABSENT,
    PRESENT,
    All,
    Among,
    Any,
    Constant,
    Finding,
    Formula,
    Known,
    Pattern,
    Rulebook,
    Situation,
    Test,
    Within,
    circumstances_in,
    finding_code,
)
from arbiter.policy.model import Question
from evidence import Money

ONE_RECORD = frozenset({"order", "claim", "item"})
LIMIT = 1 << 14
"""How many situations of a world are looked at, at most."""

State = tuple[int, ...]
_NEAR = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Option:
    """One way something can be: in words, and the patterns that hold through it, or a field's value, or a finding."""

    shown: tuple[str, ...]
    patterns: frozenset[int] = frozenset()
    value: object = None
    finding: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A parameter of a variable, with the options just below and just above it."""

    parameter: str
    below: int
    above: int


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that can be one way or another."""

    options: tuple[Option, ...]
    steps: tuple[Step, ...] = ()
    field: tuple[str, str] | None = None
    question: int | None = None


class World:
    """The variables on which some formulas turn, within one rulebook."""

    def __init__(self, book: Rulebook, formulas: Iterable[Formula], signals: Mapping[str, int]) -> None:
        """`signals` are the signals that the formulas weigh, by name."""
        self.book = book
        read = tuple(formulas)
        names: dict[int, list[str]] = {}
        for name, signal in signals.items():
            names.setdefault(book.signal_patterns[signal], []).append(name)
        indexes = dict.fromkeys((*names, *(index for formula in read for index in circumstances_in(formula))))
        self._patterns = [book.patterns[index] for index in indexes]
        self._single = [one for one in self._patterns if one.kind in ONE_RECORD]
        pools = _pools(self._patterns)
        self.variables: tuple[Variable, ...] = (
            *(_of_field(key, *pool) for key, pool in pools.items() if key[0] in ONE_RECORD),
            *self._of_records(pools, names),
            *(_of_question(book, index) for index in dict.fromkeys(chain.from_iterable(map(_findings_in, read)))),
        )
        sizes = [len(variable.options) for variable in self.variables]
        self.bounded = _product(sizes) > LIMIT

    def states(self) -> Iterator[State]:
        """Every situation, those with the fewest things out of the plain first; no more than the limit."""
        found = 0
        variables = range(len(self.variables))
        for size in range(len(self.variables) + 1):
            for chosen in combinations(variables, size):
                for options in product(*(range(1, len(self.variables[one].options)) for one in chosen)):
                    if found == LIMIT:
                        return
                    found += 1
                    picked = dict(zip(chosen, options, strict=True))
                    yield tuple(picked.get(one, 0) for one in variables)

    def situation(self, state: State) -> Situation:
        """A situation as the engines match it, in one join key."""
        picked = [variable.options[option] for variable, option in zip(self.variables, state, strict=True)]
        present = {index for option in picked for index in option.patterns}
        fields: dict[str, dict[str, object]] = {}
        findings = [0] * len(self.book.questions)
        for variable, option in zip(self.variables, picked, strict=True):
            if variable.field is not None:
                fields.setdefault(variable.field[0], {})[variable.field[1]] = option.value
            if variable.question is not None:
                findings[variable.question] = option.finding
        present |= {one.index for one in self._single if match_pattern(one, fields.get(one.kind, {})) == PRESENT}
        row = tuple(
            PRESENT + int(signal.strength) if pattern in present else ABSENT
            for signal, pattern in zip(self.book.signals, self.book.signal_patterns, strict=True)
        )
        circumstances = tuple(PRESENT if one.index in present else ABSENT for one in self.book.patterns)
        return Situation(circumstances, (row,), tuple(findings))

    def words(self, state: State, without: int | None = None) -> tuple[str, ...]:
        """What is out of the plain in a situation, in the policy's names; a variable may be left out."""
        picked = enumerate(zip(self.variables, state, strict=True))
        shown = (variable.options[option].shown for at, (variable, option) in picked if at != without)
        return tuple(dict.fromkeys(chain.from_iterable(shown)))

    def _of_records(self, pools: "_Pools", names: Mapping[int, list[str]]) -> Iterator[Variable]:
        """For each pattern of a kind that has many records, one record that matches it or just misses it."""
        for pattern in self._patterns:
            if pattern.kind in ONE_RECORD:
                continue
            shown = tuple(names.get(pattern.index, (pattern.label,)))
            if pattern.every:
                yield Variable((Option(()), Option(shown, frozenset({pattern.index}))))
                continue
            record = _record(pools, pattern, None)
            if record is None:
                continue  # no record can match it
            options = [Option(()), Option(shown, self._met(record))]
            steps = []
            for test in pattern.tests:
                short = _record(pools, pattern, test) if test.parameter is not None else None
                if short is not None and test.parameter is not None:
                    met = self._met(short)
                    words = tuple(word for index in sorted(met) for word in names.get(index, ()))
                    options += [Option(words, met)] if met else []
                    at = len(options) - 1 if met else 0
                    below = _less(short[test.field], record[test.field])
                    steps.append(Step(test.parameter, *((at, 1) if below else (1, at))))
            yield Variable(tuple(options), tuple(steps))

    def _met(self, record: Mapping[str, object]) -> frozenset[int]:
        """Which patterns one record of a kind matches."""
        same = [one for one in self._patterns if one.kind == record["kind"] and not one.every]
        return frozenset(one.index for one in same if match_pattern(one, record) == PRESENT)


_Pools = dict[tuple[str, str], tuple[list[Test], list[object]]]


def _pools(patterns: Sequence[Pattern]) -> _Pools:
    """For each field, the tests of it, and values among which every way to meet or fail them can be found."""
    found: _Pools = {}
    for pattern in patterns:
        for test in pattern.tests:
            tests, _ = found.setdefault((pattern.kind, test.field), ([], []))
            if test not in tests:
                tests.append(test)
    for tests, values in found.values():
        values += dict.fromkeys(value for test in tests for value in _values(test))
        numbers = any(isinstance(value, int | Fraction | Money) for value in values)
        if any(isinstance(test.check, Known) for test in tests):
            values += [None] if numbers else [None, "known"]
    return found


def _values(test: Test) -> Iterator[object]:
    match test.check:
        case Among(words, _):
            yield "another"  # in no list: names of values are never quoted
            yield from sorted(words)
        case Within(low, high):
            for bound in (low, high):
                if bound is not None:
                    yield _near(bound, -1)
                    yield _near(bound, 1)


def _near(bound: Constant, sign: int) -> Constant:
    return Money(bound.minor + sign, bound.currency) if isinstance(bound, Money) else bound + sign * _NEAR


def _less(one: object, other: object) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        return one.minor < other.minor
    return isinstance(one, int | Fraction) and isinstance(other, int | Fraction) and one < other


def _of_field(key: tuple[str, str], tests: list[Test], values: list[object]) -> Variable:
    """The values of a field that differ in what they meet, the one that meets least first."""
    found: dict[tuple[bool, ...], object] = {}
    for value in values or [None]:
        found.setdefault(_truths(tests, value), value)
    ordered = sorted(found.items(), key=lambda one: sum(one[0]))
    at = {truths: index for index, (truths, _) in enumerate(ordered)}
    options = tuple(
        Option(tuple(_label(key, test) for test, met in zip(tests, truths, strict=True) if met), value=value)
        for truths, value in ordered
    )
    steps = {
        Step(test.parameter, at[_truths(tests, _near(bound, -1))], at[_truths(tests, _near(bound, 1))]): None
        for test in tests
        if test.parameter is not None and isinstance(test.check, Within)
        for bound in (test.check.low, test.check.high)
        if bound is not None
    }
    return Variable(options, tuple(steps), field=key)


def _truths(tests: Sequence[Test], value: object) -> tuple[bool, ...]:
    return tuple(match_test(test, value) == PRESENT for test in tests)


def _label(key: tuple[str, str], test: Test) -> str:
    """A test as the policy writes it: with the parameter's name, where it has one."""
    name = ".".join(key)
    match test.check:
        case Known(wanted):
            return f"{name}: {'known' if wanted else 'unknown'}"
        case Among(words, negated):
            return f"{name}: {'not ' if negated else ''}{' or '.join(sorted(words))}"
        case Within(low, high, low_open, high_open) if low is None or high is None:
            sign = (">" if low_open else ">=") if high is None else ("<" if high_open else "<=")
            return f"{name} {sign} {test.parameter or (low if high is None else high)}"
        case Within(low, high):
            return f"{name}: {low}..{high}"
    return name


def _record(pools: _Pools, pattern: Pattern, short: Test | None) -> dict[str, object] | None:
    """The fields of a record that meets every test of a pattern, but for one at most; None if there is none such."""
    found: dict[str, object] = {"kind": pattern.kind}
    for field in dict.fromkeys(test.field for test in pattern.tests):
        tests = [test for test in pattern.tests if test.field == field]
        wanted = [ABSENT if test is short else PRESENT for test in tests]
        fitting = (
            value for value in pools[pattern.kind, field][1] if [match_test(test, value) for test in tests] == wanted
        )
        value = next(fitting, _record)
        if value is _record:
            return None
        found[field] = value
    return found


def _of_question(book: Rulebook, index: int) -> Variable:
    """What a question that was settled before may have come to."""
    question: Question = book.questions[index].question
    answers = question.all_answers
    options = [
        Option((f"{question.id}: {'shown ' if shown else ''}{answer}",), finding=finding_code(answers, answer, shown))
        for answer in answers
        for shown in ((False, True) if answer in question.answers else (False,))
    ]
    return Variable(tuple(options), question=index)


def _findings_in(formula: Formula) -> Iterator[int]:
    match formula:
        case Finding(question, _, _):
            yield question
        case All(parts) | Any(parts):
            for part in parts:
                yield from _findings_in(part)


def _product(sizes: Iterable[int]) -> int:
    total = 1
    for size in sizes:
        total *= size
    return total
