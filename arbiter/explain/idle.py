"""Findings on which nothing turned: whatever they had come to, all that follows would have been the same.

Two findings of which either is enough for a result hide each other: alone, neither could change it. So those that
change nothing alone are tried together, in every way, and only what changes nothing even then is idle.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from arbiter.decide import Derivation, supposing_findings
from arbiter.policy.model import Question
from arbiter.verdict.mattering import OutcomeOf, Place, place_of
from arbiter.verdict.model import Finding
from arbiter.verdict.settle import Outcome

# With more ways than this to try, nothing is called idle.
MAX_WAYS = 128


def idle_findings(derivation: Derivation) -> frozenset[Place]:
    """The findings on which nothing turned. None where that would take too long to tell."""
    outcome = derivation.outcome
    if outcome is None:
        return frozenset()
    questions = {rules.question.id: rules.question for rules in derivation.book.questions}
    options = {place_of(one): (one, *_others(one, questions[one.question])) for one in outcome.findings}
    if sum(map(len, options.values())) > MAX_WAYS:
        return frozenset()
    follows = supposing_findings(derivation)
    alone: dict[Place, Sequence[Finding]] = {}
    told: set[Place] = set()
    for place, found in options.items():
        ends = [outcome, *(follows({place: other}) for other in found[1:])]
        if len({_follows(end) for end in ends}) == 1 and not (found[0].open or found[0].at_odds or found[0].deadlocked):
            alone[place] = found
        if any(end.guarantees != outcome.guarantees for end in ends):
            told.add(place)  # a promise that is told rests on it
    return frozenset(_together(alone, follows)) - told


def _others(finding: Finding, question: Question) -> Iterator[Finding]:
    """Whatever else a finding could have come to: each answer shown, what stands if none is, and if nobody asks."""
    plain = replace(finding, best=dict.fromkeys(question.answers), sufficient=(), standing=(), defeated=())
    burden = question.burden
    found = [replace(plain, answer=answer, by="evidence") for answer in question.answers]
    if question.on_record:
        found.append(replace(plain, answer=burden.fails, by="otherwise"))
    else:
        found.append(replace(plain, answer=burden.fails, by="burden", burden_on=burden.party))
        found.append(replace(plain, answer=question.undisputed, by="undisputed"))
    as_it_is = finding.answer, finding.shown
    yield from (one for one in found if (one.answer, one.shown) != as_it_is)


def _together(options: Mapping[Place, Sequence[Finding]], follows: OutcomeOf) -> Iterator[Place]:
    """Those of some findings that change nothing, whatever the others of them come to."""
    ways = 1
    for found in options.values():
        ways *= len(found)
    if ways > MAX_WAYS:
        return
    places = tuple(options)
    ends: dict[tuple[int, ...], object] = {}
    for way in product(*(range(len(options[place])) for place in places)):
        assumed = {place: options[place][number] for place, number in zip(places, way, strict=True) if number}
        ends[way] = _follows(follows(assumed))
    for at, place in enumerate(places):
        if all(end == ends[(*way[:at], 0, *way[at + 1 :])] for way, end in ends.items()):
            yield place


def _follows(outcome: Outcome) -> tuple[object, ...]:
    """What comes out, by which rules, and who decides; not the promises that hold."""
    choices = tuple((head.what, head.who, head.gate) for head in outcome.heads)
    won = tuple((what.state, what.winner, who.state, who.winner, gate) for what, who, gate in choices)
    return outcome.result, won, frozenset(outcome.route.reasons), outcome.sequels, outcome.refused
