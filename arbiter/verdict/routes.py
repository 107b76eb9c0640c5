"""Measures, and who settles the case: the strictest of all reasons wins.

No measure or charge against a courier, and no account measure, is ever automatic. An unknown route counts as fired.
"""

from collections.abc import Iterable, Sequence

from arbiter.engine.ir import Matches, NotInForce, Rulebook
from arbiter.policy.model import ACCOUNT_MEASURES, ADVERSE_MEASURES, ROUTES, RouteKind
from arbiter.verdict.model import Finding, Head, Kept, Measure, Reason, Route


def measures_of(book: Rulebook, matches: Matches) -> tuple[Measure, ...]:
    """The measures whose rules fired. Only those that need no person are automatic."""
    return tuple(
        Measure(rule.id, rule.to, rule.measure, _automatic(rule.to, rule.measure))
        for index, rule in book.outcome.measures
        if index in matches.met
    )


def _automatic(to: str, measure: str) -> bool:
    return measure not in ACCOUNT_MEASURES and not (to == "courier" and measure in ADVERSE_MEASURES)


def route_of(
    book: Rulebook,
    matches: Matches,
    findings: Sequence[Finding],
    heads: Sequence[Head],
    measures: Sequence[Measure],
    kept: Sequence[Kept],
    faultless: Iterable[str],
) -> Route:
    """The strictest route of all reasons; its desk is that of the first reason of that strictness that names one."""
    reasons = [
        *_rules(book, matches),
        *_findings(book, findings),
        *_heads(heads),
        *_measures(book, matches, measures),
        *(Reason("human", "guarantee", one.id, None) for one in kept if not one.kept),
        *(Reason("human", "no_fault", head, None) for head in faultless),
        *(Reason("human", "parameter", name, None) for name in _holes(book)),
    ]
    automatic: RouteKind = "auto"
    route = max((reason.route for reason in reasons), key=ROUTES.index, default=automatic)
    leading = [reason for reason in reasons if reason.route == route]
    desk = next((reason.desk for reason in leading if reason.desk), None)
    if desk is None and route != "auto" and book.questions:
        desk = book.questions[-1].question.desk
    return Route(route, desk, tuple(reasons))


def _rules(book: Rulebook, matches: Matches) -> Iterable[Reason]:
    for index, rule in book.outcome.routes:
        if rule.route != "auto" and index in matches.met:
            yield Reason(rule.route, "rule", rule.id, rule.desk)
        elif rule.route != "auto" and index in matches.open:
            yield Reason(rule.route, "unknown_rule", rule.id, rule.desk)


def _findings(book: Rulebook, findings: Sequence[Finding]) -> Iterable[Reason]:
    desks = {rules.question.id: rules.question.desk for rules in book.questions}
    for finding in findings:
        desk = desks[finding.question]
        if finding.deadlocked:
            yield Reason("human", "deadlock", finding.question, desk)
        if finding.at_odds:
            yield Reason("human", "conflict", finding.question, desk)
        if finding.open:
            yield Reason("human", "unknown", finding.question, desk)


def _heads(heads: Sequence[Head]) -> Iterable[Reason]:
    for head in heads:
        for choice in (head.what, head.who):
            match choice.state:
                case "gap" | "conflict" | "unknown":
                    yield Reason("human", choice.state, head.id, None)
        if head.amount is None and head.what.state == "settled":
            yield Reason("human", "missing_amount", head.id, None)


def _measures(book: Rulebook, matches: Matches, measures: Sequence[Measure]) -> Iterable[Reason]:
    for measure in measures:
        if measure.measure in ACCOUNT_MEASURES:
            yield Reason("human", "account_measure", measure.id, None)
        elif not measure.auto:
            yield Reason("human", "courier_measure", measure.id, None)
    for index, rule in book.outcome.measures:
        if index in matches.open:
            yield Reason("human", "unknown", rule.id, None)


def _holes(book: Rulebook) -> Iterable[str]:
    """Parameters of the rulebook that have no value on the day of the order."""
    names = [*book.holes]
    names += [test.check.parameter for p in book.patterns for test in p.tests if isinstance(test.check, NotInForce)]
    return dict.fromkeys(names)
