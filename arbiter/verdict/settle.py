"""One function from strengths to outcome. Decisions, asks, pivots and counterfactuals all go through it.

What concerns the whole order is settled once. Where some question is settled part by part, the rest is settled once for
each claimed part, on the records that bear on it, and the heads add up.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from arbiter.engine.ir import Matches, QuestionRules, Rulebook, Situation, finding_code
from arbiter.verdict.findings import settle_question
from arbiter.verdict.gates import gates_shut, refusals
from arbiter.verdict.heads import settle_head
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.mattering import HeadOf, OutcomeOf, Place, Turning, mattering, place_of
from arbiter.verdict.model import Finding, Head, Kept, Measure, Reason, Refusal, Route, Sequel, Transfer
from arbiter.verdict.protection import bears_with_reason, guarantees_of
from arbiter.verdict.purse import Purse
from arbiter.verdict.routes import measures_of, reasons_of_rules, route_of, sequels_of
from arbiter.verdict.transfers import pays, transfers_of
from arbiter.verdict.weighing import NO_PARTS, Parts, Weighing

NOTHING_TURNS = Turning()


@dataclass(frozen=True, slots=True)
class Matcher:
    """The later two stages of an engine, or of two engines certified against each other."""

    question: Callable[[Rulebook, QuestionRules, Situation], Matches]
    outcome: Callable[[Rulebook, Situation], Matches]


@dataclass(frozen=True, slots=True)
class View:
    """The case as it bears on one part of the order, or, with no part, on the whole of it.

    `findings` are all that its rules may test, by question; `own` the questions that were settled here.
    """

    part: str | None
    weighing: Weighing
    findings: Mapping[str, Finding]
    own: tuple[QuestionRules, ...]
    question_matches: Mapping[str, Matches]
    outcome_matches: Matches
    heads: tuple[Head, ...] = ()

    def decides(self, book: Rulebook, rule: int) -> bool:
        """Whether a rule of the last stage is matched in this view, and not part by part or for the whole."""
        return (rule in book.outcome.per_part) == (self.part is not None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the evidence alone, before hearing and status. The first view is that of the whole order."""

    findings: tuple[Finding, ...]
    heads: tuple[Head, ...]
    transfers: tuple[Transfer, ...]
    measures: tuple[Measure, ...]
    guarantees: tuple[Kept, ...]
    route: Route
    views: tuple[View, ...]
    sequels: tuple[Sequel, ...] = ()
    paid: tuple[Head, ...] = ()
    """The heads that the transfers pay."""
    refused: tuple[Refusal, ...] = ()

    @property
    def weighing(self) -> Weighing:
        """The whole case as the later stages weighed it."""
        return self.views[0].weighing

    def view_of(self, part: str | None) -> View:
        """The view of a part; of the whole for None."""
        return next(view for view in self.views if view.part == part)

    @property
    def result(self) -> tuple[object, ...]:
        """What a party cares about: who pays what, and which measures. Two outcomes with it equal have one result."""
        return (
            self.transfers,
            tuple((head.id, head.part, head.amount, head.bearer, head.open) for head in self.heads),
            tuple((measure.id, measure.to) for measure in self.measures),
        )

    @property
    def turns_on(self) -> tuple[object, ...]:
        """The result, and all that a party or a person would see differently."""
        choices = tuple((head.id, head.part, head.what.state, head.who.state, head.gate) for head in self.heads)
        return self.result, choices, frozenset(self.route.reasons), self.guarantees, self.sequels, self.refused


def settle(book: Rulebook, weighing: Weighing, ledger: Ledger, matcher: Matcher, parts: Parts = NO_PARTS) -> Outcome:
    """Findings question by question in dependency order, then heads, measures, guarantees and the route.

    A finding that something unknown keeps open sends the case to a person only if the result could turn on it, and then
    nothing is paid under the heads that do.
    """
    case = _Case(book, weighing, ledger, matcher, parts)
    outcome = case.outcome({})
    turning = mattering(outcome, case.outcome)
    return case.outcome({}, turning) if turning.findings else outcome


def supposing(
    book: Rulebook, weighing: Weighing, ledger: Ledger, matcher: Matcher, parts: Parts = NO_PARTS
) -> OutcomeOf:
    """What follows if some findings are assumed, and the others settled after them."""
    return _Case(book, weighing, ledger, matcher, parts).outcome


@dataclass(frozen=True, slots=True)
class _Case:
    """What an outcome follows from."""

    book: Rulebook
    weighing: Weighing
    ledger: Ledger
    matcher: Matcher
    parts: Parts

    def outcome(self, assumed: Mapping[Place, Finding], turning: Turning = NOTHING_TURNS) -> Outcome:
        """What follows if some findings are assumed; what is `turning` on open ones is for a person to settle."""
        book = self.book
        shared = [rules for rules in book.questions if rules.question.scope == "order"]
        single = [rules for rules in book.questions if rules.question.scope != "order"]
        whole = _view(book, self.weighing, shared, {}, self.matcher, None, assumed)
        views = [whole]
        for part in self.parts.names:
            seen = self.parts.view(book, whole.weighing, part)
            views.append(_view(book, seen, single, whole.findings, self.matcher, part, assumed))
        views = _with_heads(book, views, self.ledger, turning.heads)
        return _follow(book, views, self.ledger, turning.findings, bool(self.parts.names))


def _follow(book: Rulebook, views: Sequence[View], ledger: Ledger, matters: frozenset[Place], parted: bool) -> Outcome:
    """What follows from views with their heads."""
    findings = tuple(view.findings[rules.question.id] for view in views for rules in view.own)
    heads = tuple(head for view in views for head in view.heads)
    measures = measures_of(book, views)
    reasons = reasons_of_rules(book, views)
    kept = guarantees_of(book, views, measures, reasons)
    faultless = [
        (head.id, view.part)
        for view in views
        for head in view.heads
        if not bears_with_reason(book, head, view.findings)
    ]
    # No one is even proposed to pay without fault, or against a promise.
    promised = {rule.id: rule.never_bears for _, rule in book.outcome.guarantees}
    broken = {(promised[one.id], one.part) for one in kept if not one.kept}
    # A promise about the whole is one about every part; one that holds for a part is broken by what is paid for all.
    barred = {*faultless, *broken, *((name, view.part) for name, part in broken if part is None for view in views)}
    barred |= {(name, None) for name, _ in broken}
    if not parted:
        reasons = [*reasons, *(Reason("human", "parts", name, None) for name in _of_parts(book))]
    reasons = [*reasons, *_turning_on(ledger, heads)]
    paid = tuple(head for head in heads if (head.id, head.part) not in barred and pays(head))
    unsettled = {finding.question for finding in findings if place_of(finding) in matters}
    return Outcome(
        findings=findings,
        heads=heads,
        transfers=transfers_of(paid),
        measures=measures,
        guarantees=_united(kept),
        route=route_of(book, reasons, findings, unsettled, heads, measures, kept, [name for name, _ in faultless]),
        views=tuple(views),
        sequels=sequels_of(book, heads),
        paid=paid,
        refused=refusals(book, views),
    )


def _of_parts(book: Rulebook) -> list[str]:
    """What cannot be decided while the parts of the order are not known: heads, else the other rules about parts."""
    outcome = book.outcome
    routes = [(index, rule) for index, rule in outcome.routes if rule.route != "auto"]
    rules = (*outcome.gates, *outcome.measures, *routes, *outcome.guarantees)
    return sorted(book.part_heads) or [rule.id for index, rule in rules if index in outcome.per_part]


def _turning_on(ledger: Ledger, heads: Sequence[Head]) -> list[Reason]:
    """What is deducted for an earlier claim of the case that is not settled yet could still change.

    One that gives nothing yet could only come to give something, which takes nothing from a head of nothing.
    """
    found = []
    for prior in ledger.priors:
        alike = [head for head in heads if head.id == prior.head and prior.concerns(head.part)]
        owed = any(head.amount is None or head.amount.minor for head in alike)
        if not prior.settled and alike and (prior.amount.minor or owed):
            found.append(Reason("propose", "prior", prior.head, None))
    return found


def _view(
    book: Rulebook,
    weighing: Weighing,
    questions: Sequence[QuestionRules],
    before: Mapping[str, Finding],
    matcher: Matcher,
    part: str | None,
    assumed: Mapping[Place, Finding],
) -> View:
    """Settle some questions on what bears on a part, after those that were settled before."""
    findings = dict(before)
    matched: dict[str, Matches] = {}
    codes = list(weighing.situation.findings)
    for rules in questions:
        matches = matcher.question(book, rules, weighing.situation)
        known = assumed.get((rules.question.id, part))
        finding = known or settle_question(book, rules, matches, weighing, part)
        codes[rules.index] = finding_code(rules.question.all_answers, finding.answer, finding.shown)
        weighing = weighing.with_findings(tuple(codes))
        findings[rules.question.id] = finding
        matched[rules.question.id] = matches
    return View(part, weighing, findings, tuple(questions), matched, matcher.outcome(book, weighing.situation))


def _with_heads(book: Rulebook, views: Sequence[View], ledger: Ledger, open_: frozenset[HeadOf]) -> list[View]:
    """The views with their heads: head by head as the policy lists them, so that limits are used up in that order."""
    purse = Purse(ledger)
    shut = gates_shut(book, views)
    found: dict[str | None, list[Head]] = {view.part: [] for view in views}
    for head, what, who in book.outcome.heads:
        for view in views:
            if (head.id in book.part_heads) == (view.part is not None):
                settled = settle_head(head, what, who, view.outcome_matches, ledger, purse, view.part, shut[view.part])
                found[view.part].append(replace(settled, open=True) if (head.id, view.part) in open_ else settled)
    return [
        View(
            view.part, view.weighing, view.findings, view.own, view.question_matches, view.outcome_matches,
            tuple(found[view.part]),
        )
        for view in views
    ]  # fmt: skip


def _united(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Each guarantee once: kept if it was kept for every part."""
    found: dict[str, Kept] = {}
    for one in kept:
        before = found.get(one.id)
        found[one.id] = Kept(one.id, one.to, one.kept and (before is None or before.kept))
    return tuple(found.values())
