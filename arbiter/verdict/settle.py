"""One function from strengths to outcome. Decisions, asks, pivots and counterfactuals all go through it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from arbiter.engine.ir import Matches, QuestionRules, Rulebook, Situation, finding_code
from arbiter.verdict.findings import settle_question
from arbiter.verdict.heads import settle_heads
from arbiter.verdict.model import Finding, Head, Kept, Measure, Route, Transfer
from arbiter.verdict.protection import bears_with_reason, guarantees_of
from arbiter.verdict.routes import measures_of, route_of
from arbiter.verdict.transfers import transfers_of
from arbiter.verdict.weighing import Weighing
from evidence import Money


@dataclass(frozen=True, slots=True)
class Matcher:
    """The later two stages of an engine, or of two engines certified against each other."""

    question: Callable[[Rulebook, QuestionRules, Situation], Matches]
    outcome: Callable[[Rulebook, Situation], Matches]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the evidence alone, before hearing and status."""

    findings: tuple[Finding, ...]
    heads: tuple[Head, ...]
    transfers: tuple[Transfer, ...]
    measures: tuple[Measure, ...]
    guarantees: tuple[Kept, ...]
    route: Route
    weighing: Weighing
    question_matches: tuple[Matches, ...]
    outcome_matches: Matches

    @property
    def result(self) -> tuple[object, ...]:
        """What a party cares about: who pays what, and which measures. Two outcomes with it equal have one result."""
        return (
            self.transfers,
            tuple((head.id, head.amount, head.bearer) for head in self.heads),
            tuple((measure.id, measure.to) for measure in self.measures),
        )


def settle(
    book: Rulebook,
    weighing: Weighing,
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    matcher: Matcher,
) -> Outcome:
    """Findings question by question in dependency order, then heads, measures, guarantees and the route."""
    findings: list[Finding] = []
    question_matches: list[Matches] = []
    codes = list(weighing.situation.findings)
    for rules in book.questions:
        matches = matcher.question(book, rules, weighing.situation)
        finding = settle_question(book, rules, matches, weighing)
        codes[rules.index] = finding_code(finding.answer, finding.shown)
        weighing = weighing.with_findings(tuple(codes))
        findings.append(finding)
        question_matches.append(matches)
    matches = matcher.outcome(book, weighing.situation)
    heads = settle_heads(book.outcome, matches, fields, already)
    measures = measures_of(book, matches)
    kept = guarantees_of(book, matches, heads, measures)
    by_name = {finding.question: finding for finding in findings}
    faultless = [head.id for head in heads if not bears_with_reason(book, head, by_name)]
    # No one is even proposed to pay without fault, or against a promise.
    promised = {rule.id: rule.never_bears for _, rule in book.outcome.guarantees}
    barred = {*faultless, *(promised[one.id] for one in kept if not one.kept)}
    return Outcome(
        findings=tuple(findings),
        heads=heads,
        transfers=transfers_of([head for head in heads if head.id not in barred]),
        measures=measures,
        guarantees=kept,
        route=route_of(book, matches, findings, heads, measures, kept, faultless),
        weighing=weighing,
        question_matches=tuple(question_matches),
        outcome_matches=matches,
    )
