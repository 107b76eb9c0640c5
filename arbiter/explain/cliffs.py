"""Cliffs: places of a policy where one step flips who bears, what is owed, the route or a measure.

Every policy has some; an author should know them. The step is of a parameter (just below it and just above) or of the
strength of one signal. What flips is found question by question and head by head, in small worlds, and joined: a step
flips an answer, and the answer, perhaps through other questions, flips what follows. Nothing here looks at a case.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from arbiter.engine.compile import rulebook
from arbiter.engine.interpreter import evaluate, match_question
from arbiter.engine.ir import PRESENT, Matches, QuestionRules, Rulebook, finding_code
from arbiter.explain.worlds import State, World
from arbiter.policy.dated import Strength
from arbiter.policy.formulas import Fixed
from arbiter.policy.model import ROUTES, Gate, Head, Policy, Route, RouteKind, Signal, What, Who
from arbiter.verdict.findings import settle_question
from arbiter.verdict.heads import choose
from arbiter.verdict.weighing import Weighing
from evidence import Span

ROUTE = "route"


@dataclass(frozen=True, slots=True)
class Flip:
    """What follows under a claim, before a step and after it: of a head, of the route, or of a measure.

    `where` is what must hold besides, in the policy's own names.
    """

    what: str
    before: str
    after: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cliff:
    """One step and what it flips.

    `name` is a parameter, whose `value` has its unit, or a signal with its strength; `step` says which step. `at` is
    the question, head, measure or route that flips from `before` to `after` where all of `situation` holds, the
    smallest that was found; `then` is what follows from an answer that flips. `bounded`: not every situation was
    looked at.
    """

    claim: str
    cause: Literal["parameter", "strength"]
    name: str
    value: str
    clause: str
    step: str
    at: str
    before: str
    after: str
    situation: tuple[str, ...]
    then: tuple[Flip, ...]
    span: Span
    bounded: bool


def cliffs_of(policy: Policy, day: date | None = None) -> tuple[Cliff, ...]:
    """Every cliff of a policy with the parameters of a day, claim by claim.

    Without a day: the latest on which a value begins and every parameter has one, in a region if it takes one.
    """
    when, region = (day, None) if day is not None else _newest(policy)
    books = (rulebook(policy, claim, when, region) for claim in policy.claims)
    return tuple(cliff for book in books for cliff in _Claim(policy, book, when, region).cliffs())


def _newest(policy: Policy) -> tuple[date, str | None]:
    values = [value for parameter in policy.parameters.values() for value in parameter.values]
    days = sorted({value.first for value in values}, reverse=True) or [date(2000, 1, 1)]
    regions = sorted({value.region for value in values if value.region is not None})
    return next(
        (
            (day, region)
            for day in days
            for region in (None, *regions)
            if all(parameter.on(day, region) is not None for parameter in policy.parameters.values())
        ),
        (days[0], None),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the outcome: a head, the route, or a measure, with the world that its rules turn on."""

    name: str
    rules: tuple[tuple[int, object], ...]
    world: World


class _Claim:
    """The cliffs of one claim on one day."""

    def __init__(self, policy: Policy, book: Rulebook, day: date, region: str | None) -> None:
        self.policy, self.book, self.day, self.region = policy, book, day, region
        self.parts = tuple(self._parts())
        self.worlds = {
            rules.index: World(book, (rule.formula for rule in rules.rules), rules.signals) for rules in book.questions
        }
        self.answers: dict[tuple[int, State], tuple[str, bool]] = {}
        self.results: dict[tuple[str, State], str] = {}
        # What an answer that flips brings about: by question, and by the numbers of its answers before and after.
        self.follows: dict[tuple[int, int, int], dict[str, Flip]] = {}
        self.bounded = any(world.bounded for world in (*self.worlds.values(), *(part.world for part in self.parts)))

    def cliffs(self) -> Iterator[Cliff]:
        for part in self.parts:
            self._follow_part(part)
        for rules in reversed(self.book.questions):
            self._follow_question(rules)
        for rules in self.book.questions:
            yield from self._of_parameters(rules)
            yield from self._of_strengths(rules)
        for part in self.parts:
            yield from self._of_part(part)

    def _parts(self) -> Iterator[_Part]:
        outcome = self.book.outcome
        for head, what, who in outcome.heads:
            yield self._part(head.id, (*what, *who))
        yield self._part(ROUTE, (*outcome.routes, *outcome.gates))
        for index, measure in outcome.measures:
            yield self._part(measure.id, ((index, measure),))

    def _part(self, name: str, rules: tuple[tuple[int, object], ...]) -> _Part:
        formulas = (self.book.outcome.rules[index].formula for index, _ in rules)
        return _Part(name, rules, World(self.book, formulas, {}))

    # What follows from a situation.

    def _answer(self, rules: QuestionRules, state: State) -> tuple[str, bool]:
        """The answer of a question, and whether it is shown."""
        key = rules.index, state
        if key not in self.answers:
            self.answers[key] = _settled(self.book, rules, self.worlds[rules.index], state)
        return self.answers[key]

    def _result(self, part: _Part, state: State) -> str:
        key = part.name, state
        if key not in self.results:
            situation = part.world.situation(state)
            truths = (
                (index, evaluate(self.book.outcome.rules[index].formula, situation, ())) for index, _ in part.rules
            )
            met = frozenset(index for index, truth in truths if truth == PRESENT)
            self.results[key] = self._says(part, met)
        return self.results[key]

    def _says(self, part: _Part, met: frozenset[int]) -> str:
        for head, what, who in self.book.outcome.heads:
            if head.id == part.name:
                return self._says_head(head, what, who, Matches(met, frozenset()))
        if part.name == ROUTE:
            return max((_route(rule, index in met) for index, rule in part.rules), key=ROUTES.index, default="auto")
        return "given" if met else "not given"

    def _says_head(
        self, head: Head, what: Iterable[tuple[int, What]], who: Iterable[tuple[int, Who]], matches: Matches
    ) -> str:
        owed = choose(tuple(what), matches)
        rule = next((rule for _, rule in what if rule.id == owed.winner), None)
        if rule is None:
            return "no rule says what is owed" if owed.state == "gap" else "rules contradict each other"
        amount = rule.amount or head.amount
        if isinstance(amount.expression, Fixed) and not _minor(amount.expression):
            return "nothing is owed"
        bears = choose(tuple(who), matches)
        bearer = next((one.bearer for _, one in who if one.id == bears.winner), None)
        borne = self.policy.noun(bearer) if bearer else "nobody" if bears.state == "gap" else "several"
        return f"`{amount.text}` is owed, borne by {borne}"

    # What an answer that flips brings about.

    def _follow_part(self, part: _Part) -> None:
        for state in part.world.states():
            for at, other, key in self._other_answers(part.world, state):
                before, after = self._result(part, state), self._result(part, other)
                if before != after:
                    flip = Flip(part.name, before, after, part.world.words(state, at))
                    self.follows.setdefault(key, {}).setdefault(part.name, flip)

    def _follow_question(self, rules: QuestionRules) -> None:
        world = self.worlds[rules.index]
        for state in world.states():
            for at, other, key in self._other_answers(world, state):
                before, after = self._answer(rules, state), self._answer(rules, other)
                if before == after:
                    continue
                for name, flip in self.follows.get((rules.index, *self._codes(rules, before, after)), {}).items():
                    through = f"{rules.question.id}: {_in_words(before)} → {_in_words(after)}"
                    where = dict.fromkeys((*world.words(state, at), through, *flip.where))
                    self.follows.setdefault(key, {}).setdefault(name, replace(flip, where=tuple(where)))

    def _other_answers(self, world: World, state: State) -> Iterator[tuple[int, State, tuple[int, int, int]]]:
        """Every situation in which one question has another answer: which variable, the other, and which flip it is."""
        for at, variable in enumerate(world.variables):
            if variable.question is not None:
                before = variable.options[state[at]].finding
                for option, other in enumerate(variable.options):
                    if option != state[at]:
                        yield at, _with(state, at, option), (variable.question, before, other.finding)

    def _codes(self, rules: QuestionRules, before: tuple[str, bool], after: tuple[str, bool]) -> tuple[int, int]:
        answers = rules.question.all_answers
        return finding_code(answers, *before), finding_code(answers, *after)

    # The steps.

    def _of_parameters(self, rules: QuestionRules) -> Iterator[Cliff]:
        world = self.worlds[rules.index]
        told: set[tuple[str, str, str]] = set()
        for state in world.states():
            for at, variable in enumerate(world.variables):
                for step in variable.steps:
                    if state[at] != step.below:
                        continue
                    before, after = self._answer(rules, state), self._answer(rules, _with(state, at, step.above))
                    cliff = self._flipped(
                        rules, before, after, world.words(state, at) + variable.options[state[at]].shown
                    )
                    key = step.parameter, *_apart(before, after)
                    if cliff is not None and key not in told:
                        told.add(key)
                        yield self._at_parameter(step.parameter, cliff)

    def _of_strengths(self, rules: QuestionRules) -> Iterator[Cliff]:
        world = self.worlds[rules.index]
        for name, index in rules.signals.items():
            signal = self.book.signals[index]
            for other in _next_strengths(signal):
                told: set[tuple[str, str]] = set()
                changed = replace(signal, strength=other)
                signals = (*self.book.signals[:index], changed, *self.book.signals[index + 1 :])
                book = replace(self.book, signals=signals)
                there = World(book, (rule.formula for rule in rules.rules), rules.signals)
                pattern = self.book.signal_patterns[index]
                for state in world.states():
                    if world.situation(state).circumstances[pattern] != PRESENT:
                        continue
                    before, after = self._answer(rules, state), _settled(book, rules, there, state)
                    key = _apart(before, after)
                    cliff = self._flipped(rules, before, after, world.words(state)) if key not in told else None
                    if cliff is not None:
                        told.add(key)
                        step = f"{signal.strength.word} → {other.word}"
                        yield replace(
                            cliff, cause="strength", name=name, value=signal.strength.word, step=step, span=signal.span
                        )

    def _of_part(self, part: _Part) -> Iterator[Cliff]:
        told: set[tuple[str, str, str]] = set()
        for state in part.world.states():
            for at, variable in enumerate(part.world.variables):
                for step in variable.steps:
                    if state[at] != step.below:
                        continue
                    before, after = self._result(part, state), self._result(part, _with(state, at, step.above))
                    key = step.parameter, before, after
                    if before != after and key not in told:
                        told.add(key)
                        words = part.world.words(state, at) + variable.options[state[at]].shown
                        yield self._at_parameter(step.parameter, self._cliff(part.name, before, after, words, ()))

    def _flipped(
        self, rules: QuestionRules, before: tuple[str, bool], after: tuple[str, bool], words: tuple[str, ...]
    ) -> Cliff | None:
        """A question that flips and brings something about; None if it does not, or nothing follows."""
        if before == after:
            return None
        follows = self.follows.get((rules.index, *self._codes(rules, before, after)), {})
        if not follows:
            return None
        then = tuple(follows[part.name] for part in self.parts if part.name in follows)
        return self._cliff(rules.question.id, _in_words(before), _in_words(after), words, then)

    def _cliff(self, at: str, before: str, after: str, words: tuple[str, ...], then: tuple[Flip, ...]) -> Cliff:
        situation, span = tuple(dict.fromkeys(words)), self.book.claim.span
        claim, bounded = self.book.claim.id, self.bounded
        return Cliff(claim, "parameter", "", "", "", "", at, before, after, situation, then, span, bounded)

    def _at_parameter(self, name: str, cliff: Cliff) -> Cliff:
        parameter = self.policy.parameters[name]
        value = parameter.on(self.day, self.region)
        unit = "" if parameter.unit in ("money", "strength", "steps") else f" {parameter.unit}"
        return replace(
            cliff,
            name=name,
            value=f"{value}{unit}",
            clause=parameter.clause,
            step="just below → just above",
            span=parameter.span,
        )


def _settled(book: Rulebook, rules: QuestionRules, world: World, state: State) -> tuple[str, bool]:
    situation = world.situation(state)
    nothing: tuple[list[int], ...] = tuple([] for _ in book.patterns)
    weighing = Weighing(situation, (True,), ({},), nothing, nothing)
    finding = settle_question(book, rules, match_question(book, rules, situation), weighing)
    return finding.answer, finding.shown


def _next_strengths(signal: Signal) -> tuple[Strength, ...]:
    """A step weaker and a step stronger, as far as the language allows: a bare word is never more than slight."""
    found = [Strength(signal.strength - 1)] if signal.strength > Strength.SLIGHT else []
    if signal.strength < Strength.CONCLUSIVE and signal.test.kind not in ("statement", "message"):
        found.append(Strength(signal.strength + 1))
    return tuple(found)


def _route(rule: object, met: bool) -> RouteKind:
    """What a rule makes of the route: a route that holds, or a gate that does not."""
    if isinstance(rule, Route):
        return rule.route if met else "auto"
    if isinstance(rule, Gate) and not met and rule.otherwise != "refuse":
        return rule.otherwise
    return "auto"


def _minor(nothing: Fixed) -> object:
    return getattr(nothing.value, "minor", nothing.value)


def _with(state: State, at: int, option: int) -> State:
    return (*state[:at], option, *state[at + 1 :])


def _in_words(answer: tuple[str, bool]) -> str:
    return f"shown {answer[0]}" if answer[1] else answer[0]


def _apart(before: tuple[str, bool], after: tuple[str, bool]) -> tuple[str, str]:
    """What tells flips of one question apart: its answers, and only where they are the same, whether they are shown."""
    if before[0] != after[0]:
        return before[0], after[0]
    return _in_words(before), _in_words(after)
