"""Measures, and who settles the case: the strictest of all reasons wins.

No measure or charge against a courier, and no account measure, is ever automatic. An unknown route counts as fired.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from arbiter.engine.ir import NotInForce, Rulebook
from arbiter.policy.conditions import findings_in
from arbiter.policy.model import ACCOUNT_MEASURES, ADVERSE_MEASURES, ROUTES, RouteKind
from arbiter.policy.model import Measure as MeasureRule
from arbiter.verdict.gates import gate_reasons, gates_shut
from arbiter.verdict.model import Finding, Head, Kept, Measure, Reason, Route, Sequel

if TYPE_CHECKING:
    from arbiter.verdict.settle import View


def measures_of(book: Rulebook, views: Sequence["View"]) -> tuple[Measure, ...]:
    """The measures whose rules fired, for the order or some part of it; automatic only where no person is needed.

    A gate that refuses the claim refuses what would follow from it.
    """
    shut = gates_shut(book, views)
    refused = {part for part, gate in shut.items() if gate is not None and gate.otherwise == "refuse"}
    return tuple(
        Measure(rule.id, rule.to, rule.measure, _automatic(rule.to, rule.measure), rule.lasts)
        for index, rule in book.outcome.measures
        if any(
            view.decides(book, index) and index in view.outcome_matches.met and view.part not in refused
            for view in views
        )
    )


def sequels_of(book: Rulebook, heads: Sequence[Head]) -> tuple[Sequel, ...]:
    """What may follow the first step of a head that is owed, each once."""
    rules = {head.id: {rule.id: rule for _, rule in what} for head, what, _ in book.outcome.heads}
    found: dict[Sequel, None] = {}
    for head in heads:
        rule = rules[head.id].get(head.what.winner or "")
        if rule is not None and rule.then is not None:
            found[Sequel(head.id, rule.id, head.to, rule.then.ask, rule.then.within)] = None
    return tuple(found)


def _automatic(to: str, measure: str) -> bool:
    return measure not in ACCOUNT_MEASURES and not (to == "courier" and measure in ADVERSE_MEASURES)


def route_of(
    book: Rulebook,
    of_rules: Sequence[Reason],
    findings: Sequence[Finding],
    unsettled: Collection[str],
    heads: Sequence[Head],
    measures: Sequence[Measure],
    kept: Sequence[Kept],
    faultless: Iterable[str],
) -> Route:
    """The strictest route of all reasons; its desk is that of the first reason of that strictness that names one."""
    reasons = [
        *of_rules,
        *_findings(book, findings, unsettled),
        *_heads(heads),
        *_measures(book, measures),
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
    return Route(route, desk, tuple(dict.fromkeys(reasons)), _no_letters(book, of_rules))


def _no_letters(book: Rulebook, of_rules: Sequence[Reason]) -> str | None:
    """The first route that applies, or may, and lets no machine write to the parties."""
    silent = {rule.id for _, rule in book.outcome.routes if not rule.letters}
    fired = (one.ref for one in of_rules if one.cause in ("rule", "unknown_rule"))
    return next((name for name in fired if name in silent), None)


def reasons_of_rules(book: Rulebook, views: Sequence["View"]) -> list[Reason]:
    """Why rules send a case to a person: routes that fired or may have, gates that are shut, unknown measures."""
    found = [reason for view in views for reason in _routes(book, view)]
    found += gate_reasons(book, views)
    return found + [
        Reason("human", "unknown", rule.id, _desk_of(book, rule))
        for view in views
        for index, rule in book.outcome.measures
        if view.decides(book, index) and index in view.outcome_matches.open
    ]


def _routes(book: Rulebook, view: "View") -> Iterable[Reason]:
    for index, rule in book.outcome.routes:
        if rule.route == "auto" or not view.decides(book, index):
            continue
        if index in view.outcome_matches.met:
            yield Reason(rule.route, "rule", rule.id, rule.desk)
        elif index in view.outcome_matches.open:
            yield Reason(rule.route, "unknown_rule", rule.id, rule.desk)


def _findings(book: Rulebook, findings: Sequence[Finding], unsettled: Collection[str]) -> Iterable[Reason]:
    desks = {rules.question.id: rules.question.desk for rules in book.questions}
    for finding in findings:
        desk = desks[finding.question]
        if finding.deadlocked:
            yield Reason("human", "deadlock", finding.question, desk)
        if finding.at_odds:
            yield Reason("human", "conflict", finding.question, desk)
        if finding.open and finding.question in unsettled:
            yield Reason("human", "unknown", finding.question, desk)


def _heads(heads: Sequence[Head]) -> Iterable[Reason]:
    for head in heads:
        for choice in (head.what, head.who):
            match choice.state:
                case "gap" | "conflict" | "unknown":
                    yield Reason("human", choice.state, head.id, None)
        if head.amount is None and head.what.state == "settled":
            yield Reason("human", "missing_amount", head.id, None)


def _measures(book: Rulebook, measures: Sequence[Measure]) -> Iterable[Reason]:
    rules = {rule.id: rule for _, rule in book.outcome.measures}
    for measure in measures:
        desk = _desk_of(book, rules[measure.id])
        if measure.measure in ACCOUNT_MEASURES:
            yield Reason("human", "account_measure", measure.id, desk)
        elif not measure.auto:
            yield Reason("human", "courier_measure", measure.id, desk)


def _desk_of(book: Rulebook, rule: MeasureRule) -> str | None:
    """The people who know about what a measure rests on: the desk of the question that must be shown, else of any."""
    desks = {rules.question.id: rules.question.desk for rules in book.questions}
    tests = sorted(findings_in(rule.condition), key=lambda test: not test.asks_shown)
    return next((desks[test.question] for test in tests if test.question in desks), None)


def _holes(book: Rulebook) -> Iterable[str]:
    """Parameters of the rulebook that have no value on the day of the order."""
    names = [*book.holes]
    names += [test.check.parameter for p in book.patterns for test in p.tests if isinstance(test.check, NotInForce)]
    return dict.fromkeys(names)
