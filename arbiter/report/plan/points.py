"""Section 6: the addressee's own points, answered one by one; "even if" for those that did not carry the day."""

from collections.abc import Iterator

from arbiter.engine.ir import QuestionRules
from arbiter.explain.model import EvenIf
from arbiter.policy.model import Answer
from arbiter.report.letter import Argument, Listed, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.groups import about, grouped, words_of
from arbiter.report.plan.questions import Piece, pieces
from arbiter.report.plan.results import result_sentences
from arbiter.verdict.mattering import place_of
from arbiter.verdict.model import Finding

Group = tuple[Sentence, ...]


def points(account: Account) -> tuple[Group, ...]:
    """One group of sentences for each thing that the addressee's evidence shows: what became of it, and what if."""
    if account.for_agent or account.derivation.outcome is None:
        return ()
    found = [
        group
        for rules in account.derivation.book.questions
        for finding in account.derivation.verdict.findings
        if finding.question == rules.question.id and place_of(finding) not in account.unneeded
        for group in _points(account, rules, finding)
    ]
    return tuple(groups[0] for groups in grouped(found, lambda group: tuple(map(words_of, group))))


def _points(account: Account, rules: QuestionRules, finding: Finding) -> Iterator[Group]:
    for piece in pieces(account, rules, finding):
        if _is_own(account, piece):
            yield (_part(account, finding, piece), _answer(account, finding, piece), *_even_if(account, finding, piece))


def _is_own(account: Account, piece: Piece) -> bool:
    """Whether the addressee sent the record, or what a reading of it reads."""
    item = account.by_index[piece.record]
    return account.is_you(str(item.fields.get("of_submitted_by", item.submitted_by)))


def _part(account: Account, finding: Finding, piece: Piece) -> Sentence:
    return about(account, [finding.part], account.signal_sentence(piece.signal, piece.record))


def _answer(account: Account, finding: Finding, piece: Piece) -> Sentence:
    """What became of it: accepted, outweighed, not enough, or set aside and why."""
    refs = Listed((account.refs[piece.record],))
    nodes = (f"finding:{finding.question}", *account.record_nodes(piece.record))
    if piece.set_aside is not None:
        return Sentence("point-set-aside", {"refs": refs, "reason": piece.set_aside}, nodes)
    args: dict[str, Argument] = {"refs": refs, "statement": _statement(account, finding, piece.answer)}
    if piece.answer == finding.answer:
        return Sentence("point-accepted", args, nodes)
    return Sentence("point-outweighed" if finding.shown else "point-not-enough", args, nodes)


def _statement(account: Account, finding: Finding, answer: Answer) -> Sentence:
    return account.policy_sentence(finding.question, answer, f"finding:{finding.question}")


def _even_if(account: Account, finding: Finding, piece: Piece) -> Group:
    """What would have followed from a point that lost, had it been enough."""
    granted = [
        one
        for one in account.explanation.even_ifs
        if (one.question, one.part, one.answer) == (finding.question, finding.part, piece.answer)
    ]
    if piece.answer == finding.answer or not granted:
        return ()
    return _granted(account, granted[0])


def _granted(account: Account, even_if: EvenIf) -> Group:
    nodes = ("explanation",)
    if not even_if.changed:
        return (Sentence("even-if-same", {}, nodes),)
    then = result_sentences(account, even_if.transfers, even_if.measures, even_if.settled)
    return (Sentence("even-if-other", {}, nodes), *then) if then else ()
