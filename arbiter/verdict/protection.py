"""Checks on every decision that keep the parties safe: fault before loss, guarantees kept.

They do not trust the policy: a rule that would make someone bear without fault sends the case to a person.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from arbiter.engine.ir import Rulebook
from arbiter.policy.conditions import Condition, FindingTest, findings_in
from arbiter.policy.model import ANSWERS
from arbiter.verdict.model import Finding, Head, Kept, Measure, Reason

if TYPE_CHECKING:
    from arbiter.verdict.settle import View


def bears_with_reason(book: Rulebook, head: Head, findings: Mapping[str, Finding]) -> bool:
    """Whether the bearer was shown at fault or held the burden in a question it lost; the platform's pool always may.

    "Shown at fault": the rule that names the bearer tests a finding with `shown`, or one of the answers of a question's
    own, which nothing but evidence can give. "Held the burden": in a question that the winning rules test, the bearer
    had to show another answer than the one that stands.
    """
    if head.bearer is None or head.bearer == "platform" or head.amount is None or head.amount.minor == 0:
        return True
    what, who = winning_conditions(book, head)
    held = [test for condition in (what, who) for test in findings_in(condition) if _holds(test, findings)]
    lost = any(_lost(findings[test.question], head.bearer, book) for test in held)
    shown = any(_holds(test, findings) and _rests_on_proof(test, findings, book) for test in findings_in(who))
    return lost or shown


def _rests_on_proof(test: FindingTest, findings: Mapping[str, Finding], book: Rulebook) -> bool:
    """Whether a test holds because something is shown, and could not hold for that answer without."""
    question = next(rules.question for rules in book.questions if rules.question.id == test.question)
    finding = findings[test.question]
    only_evidence = {*question.answers} - {question.burden.fails, question.undisputed}
    own = not test.negated and question.answers != ANSWERS and finding.shown and finding.answer in only_evidence
    return test.asks_shown or own


def _holds(test: FindingTest, findings: Mapping[str, Finding]) -> bool:
    """Whether the branch of a condition that this test stands in can have held: the answer is the one it asks for."""
    finding = findings.get(test.question)
    return finding is not None and test.admits(finding.answer, finding.shown)


def winning_conditions(book: Rulebook, head: Head) -> tuple[Condition | None, Condition | None]:
    """The conditions of the rules that won a head: what is owed, and who bears it."""
    for rules, what, who in book.outcome.heads:
        if rules.id == head.id:
            owed = next((rule.condition for _, rule in what if rule.id == head.what.winner), None)
            bears = next((rule.condition for _, rule in who if rule.id == head.who.winner), None)
            return owed, bears
    return None, None


def _lost(finding: Finding, party: str, book: Rulebook) -> bool:
    """The party had to show another answer, by the question's own burden or one that shifted to it."""
    rules = next(rules for rules in book.questions if rules.question.id == finding.question)
    burdens = [rules.question.burden] if finding.burden_rule is None else []
    burdens += [shift.burden for _, shift in rules.shifts if shift.id == finding.burden_rule]
    return finding.raised and any(burden.party == party and burden.fails == finding.answer for burden in burdens)


def guarantees_of(
    book: Rulebook, views: Sequence["View"], measures: Sequence[Measure], reasons: Sequence[Reason]
) -> list[Kept]:
    """The guarantees whose condition holds, or may hold and would be broken, and whether this outcome keeps them.

    A measure that some reason puts before a person is not given by a machine. A guarantee that turns on what differs
    from part to part is kept for each part on its own, and for what is owed for all.
    """
    found = []
    by_person = any(reason.route != "auto" for reason in reasons)
    heads = [head for view in views for head in view.heads]
    whole = [head for head in heads if head.part is None]
    for view in views:
        for index, guarantee in book.outcome.guarantees:
            matches = view.outcome_matches
            if not view.decides(book, index) or (index not in matches.met and index not in matches.open):
                continue
            bears = any(
                head.id == guarantee.never_bears
                and head.bearer == guarantee.to
                and head.amount is not None
                and head.amount.minor > 0
                for head in (heads if view.part is None else (*whole, *view.heads))
            )
            machine = not by_person and any(
                m.measure == guarantee.never_auto and m.to == guarantee.to and m.auto for m in measures
            )
            broken = bears or machine
            if index in matches.met or broken:
                # A promise that may hold is not broken on the chance that it does not.
                found.append(Kept(guarantee.id, guarantee.to, not broken, view.part))
    return found
