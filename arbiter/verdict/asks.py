"""What can still be obtained: evidence that could change the result and that nobody was asked for yet.

A kind of record is asked for if the claim's evidence matrix lists it for a party, no notice that is closed has asked
for it, the party has not sent one that shows anything, and its presence could flip the result. An unknown field is
asked for where a rule waits for it, or where it keeps a signal from showing what could.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from arbiter.engine.ir import Rulebook
from arbiter.facts.derived import Lookup, kinds_under
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.model import Ask
from arbiter.verdict.notices import asked_for, notices_of, told_by
from arbiter.verdict.settle import Matcher, Outcome
from arbiter.verdict.trial import Trial
from arbiter.verdict.unknowns import Unknowns
from arbiter.verdict.weighing import NO_PARTS, Parts
from evidence import Item


def asks_of(
    book: Rulebook,
    outcome: Outcome,
    items: Sequence[Item],
    rejected: Sequence[Item],
    ledger: Ledger,
    matcher: Matcher,
    parts: Parts = NO_PARTS,
) -> tuple[Ask, ...]:
    """Every ask once: kinds in the order of the evidence matrix, then the rest by party, kind and field: in what order
    records were sent or how they are called changes nothing. `items` were not rejected.
    """
    trial = Trial(book, outcome, ledger, matcher, parts, {item.index: item for item in items}, Lookup(items))
    notices = notices_of(items)
    spoilt = _spoilt(rejected, notices)
    open_ = _obtainable(book, outcome, items, spoilt)
    found = [
        Ask(party, kind, None, deadline)
        for (party, kind), deadline in open_.items()
        if trial.could_flip(party, kind, [other for other in open_ if other != (party, kind)])
    ]
    # Whoever reads for the platform holds none of the evidence, but can read again what nobody could make out.
    found += (
        [Ask("platform", "reading", None)] if ("platform", "reading") in spoilt and trial.reading_could_flip() else []
    )
    unknowns = Unknowns(trial, notices)
    unknown = {*unknowns.of_signals(), *unknowns.of_rules(), *unknowns.of_amounts()}
    return tuple(dict.fromkeys((*found, *sorted(unknown, key=_by_name))))


def _by_name(ask: Ask) -> tuple[str, str, str, str]:
    return ask.party, ask.kind, ask.field or "", ask.deadline.isoformat() if ask.deadline else ""


def _obtainable(
    book: Rulebook, outcome: Outcome, items: Sequence[Item], spoilt: set[tuple[str | None, str]]
) -> Mapping[tuple[str, str], datetime | None]:
    """The kinds of the evidence matrix that a party may still send, by party, with the deadline of an open notice."""
    notices, sent = notices_of(items), _counted(book, outcome, items)
    open_: dict[tuple[str, str], datetime | None] = {}
    for party, obtainable in sorted(book.claim.evidence.items()):
        # One of several that are as good as each other is enough.
        enough = any((party, kind) in sent for kind in obtainable.any_of)
        for kind in obtainable.kinds:
            has = (party, kind) in sent or (enough and kind not in obtainable.required)
            asked, deadline = asked_for(notices, party, (kind,))
            if deadline is not None or (party, kind) in spoilt or not (asked or has):
                open_[party, kind] = deadline
    return open_


def _spoilt(rejected: Sequence[Item], notices: Sequence[Item]) -> set[tuple[str | None, str]]:
    """Who sent which kinds in a form that could not be used, and has not been told: a slip must not cost a case.

    A closed notice that showed its sender the record has told it. What is dated later is no slip.
    """
    told = told_by(notices)
    return {
        (item.submitted_by, item.kind)
        for item in rejected
        if item.admission.code != "ARB424" and (item.submitted_by, item.id) not in told
    }


def _counted(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> set[tuple[str | None, str]]:
    """Who has sent which kinds to any effect: a record that shows something, itself or through its reading, or one of a
    kind that is not weighed but looked up.
    """
    showing = {index for carried in outcome.weighing.carriers for records in carried.values() for index, _ in records}
    read = {item.fields.get("of") for item in items if item.index in showing}
    looked_up = _looked_up(book)
    return {
        (item.submitted_by, item.kind)
        for item in items
        if item.index in showing or item.id in read or item.kind in looked_up
    }


def _looked_up(book: Rulebook) -> frozenset[str]:
    """The kinds that rules and amounts look up, and that no signal weighs."""
    own = set(book.signal_patterns)
    found = {pattern.kind for pattern in book.patterns if pattern.index not in own}
    for kind, fields in book.wanted.items():
        for field in fields:
            found |= kinds_under(kind, field, book.sources)
    for head, what, _ in book.outcome.heads:
        for formula in (head.amount, head.cap, *(rule.amount for _, rule in what)):
            parts = parts_of(formula.expression) if formula is not None else ()
            found |= {part.kind for part in parts if isinstance(part, FieldOf)}
    return frozenset(found) - {book.patterns[number].kind for number in own}
