"""What can still be obtained: evidence that could change the result and that nobody was asked for yet.

A kind of record is asked for if the claim's evidence matrix lists it for a party, no notice that is closed has asked
for it, the party has not sent one that shows anything, and its presence could flip the result. An unknown field is
asked for where a rule waits for it, or where it keeps a signal from showing what could.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from arbiter.engine.ir import ABSENT, NOBODY, PRESENT, Formula, Pattern, Rulebook, circumstances_in
from arbiter.facts.derived import ONE_A_CASE
from arbiter.policy.formulas import Called, Expression, FieldOf, parts_of
from arbiter.policy.vocabulary import PERIOD_FIELD
from arbiter.verdict.ledger import Ledger
from arbiter.verdict.model import Ask
from arbiter.verdict.settle import Matcher, Outcome, View, settle
from arbiter.verdict.weighing import NO_PARTS, Parts, Weighing
from evidence import Item

# What a notice calls a field that it asks for.
ASKED_AS = {"distance_m": "scan_place"}

# What a record must state for a field that follows from it.
STATED_AS = {"is_last_delivered": "shipment"}

# Pictures and papers speak only through a reading, so sending one brings the reading with it.
BRINGS: Mapping[str, tuple[str, ...]] = {
    "document": ("document", "reading"),
    "photo": ("photo", "reading"),
    "message": ("message", "reading"),
}


def asks_of(
    book: Rulebook,
    outcome: Outcome,
    items: Sequence[Item],
    rejected: Sequence[Item],
    ledger: Ledger,
    matcher: Matcher,
    parts: Parts = NO_PARTS,
) -> tuple[Ask, ...]:
    """Every ask once: kinds in the order of the evidence matrix, then unknown fields. `items` were not rejected."""
    trial = _Trial(book, outcome, ledger, matcher, parts)
    notices = [item for item in items if item.kind == "notice"]
    sent = _counted(book, outcome, items)
    spoilt = _spoilt(rejected, notices)
    open_: dict[tuple[str, str], datetime | None] = {}
    for party, obtainable in sorted(book.claim.evidence.items()):
        # One of several that are as good as each other is enough.
        enough = any((party, kind) in sent for kind in obtainable.any_of)
        for kind in obtainable.kinds:
            has = (party, kind) in sent or (enough and kind not in obtainable.required)
            asked, deadline = _asked(notices, party, kind)
            if deadline is not None or (party, kind) in spoilt or not (asked or has):
                open_[party, kind] = deadline
    found = [
        Ask(party, kind, None, deadline)
        for (party, kind), deadline in open_.items()
        if trial.could_flip(party, kind, [other for other in open_ if other != (party, kind)])
    ]
    found += _unknown_signals(book, outcome, items, notices, trial)
    return (*found, *_unknown_fields(book, outcome, items))


def _asked(notices: Sequence[Item], party: str, kind: str) -> tuple[bool, datetime | None]:
    """Whether a notice has asked a party for a kind, and until when the last one that is still open gives it time."""
    asking = [one for one in notices if one.fields.get("to") == party and kind in _members(one.fields.get("asks"))]
    deadlines = [one.fields["deadline"] for one in asking if one.fields.get("answer") == "open"]
    return bool(asking), max((one for one in deadlines if isinstance(one, datetime)), default=None)


def _spoilt(rejected: Sequence[Item], notices: Sequence[Item]) -> set[tuple[str | None, str]]:
    """Who sent which kinds in a form that could not be used, and has not been told: a slip must not cost a case.

    A closed notice that showed its sender the record has told it. What is dated later is no slip.
    """
    told = {
        (notice.fields.get("to"), name)
        for notice in notices
        if notice.fields.get("answer") != "open"
        for name in _members(notice.fields.get("shown"))
    }
    return {
        (item.submitted_by, item.kind)
        for item in rejected
        if item.admission.code != "ARB424" and (item.submitted_by, item.id) not in told
    }


def _members(value: object) -> Iterable[str]:
    return value if isinstance(value, frozenset) else ()


def _counted(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> set[tuple[str | None, str]]:
    """Who has sent which kinds to any effect: a record that shows something, itself or through its reading, or one of a
    kind that is not weighed but looked up.
    """
    showing = {index for carried in outcome.weighing.carriers for records in carried.values() for index, _ in records}
    read = {item.fields.get("of") for item in items if item.index in showing}
    own = {book.signal_patterns[number] for number in range(len(book.signals))}
    weighed = {book.patterns[number].kind for number in own}
    looked_up = {pattern.kind for pattern in book.patterns if pattern.index not in own} - weighed
    return {
        (item.submitted_by, item.kind)
        for item in items
        if item.index in showing or item.id in read or item.kind in looked_up
    }


@dataclass(frozen=True, slots=True)
class _Trial:
    """Settling the case again with more evidence than there is."""

    book: Rulebook
    outcome: Outcome
    ledger: Ledger
    matcher: Matcher
    parts: Parts

    def result(self, weighing: Weighing) -> tuple[object, ...]:
        """What comes out of a weighing."""
        return settle(self.book, weighing, self.ledger, self.matcher, self.parts).result

    def could_flip(self, party: str, kind: str, others: Sequence[tuple[str, str]]) -> bool:
        """Whether a record of the kind could change the result: alone, or together with what else can be obtained."""
        base, result = self.outcome.weighing, self.outcome.result
        signals, circumstances = self.brings(party, kind)
        if any(self.result(with_signal(self.book, base, signal)) != result for signal in signals):
            return True
        if any(self.result(with_circumstance(base, pattern)) != result for pattern in circumstances):
            return True
        if len(signals) + len(circumstances) > 1 and self.result(self.with_all(base, party, kind)) != result:
            return True
        # Others may bring the same signals, and would then hide what this kind can do.
        granted = base
        for other in others:
            granted = self.with_all(granted, *other, but=(signals, circumstances))
        if granted is base or not (signals or circumstances):
            return False
        return self.result(self.with_all(granted, party, kind)) != self.result(granted)

    def brings(self, party: str, kind: str) -> tuple[list[int], list[int]]:
        """The signals in a party's hands that a kind of record could carry, and circumstances that it could fulfil."""
        kinds = BRINGS.get(kind, (kind,))
        signals = [
            number
            for number, signal in enumerate(self.book.signals)
            if signal.held_by == party and signal.test.kind in kinds
        ]
        truths = self.outcome.weighing.situation.circumstances
        own = {self.book.signal_patterns[number] for number in range(len(self.book.signals))}
        circumstances = [
            pattern.index
            for pattern in self.book.patterns
            if pattern.index not in own and pattern.kind in kinds and truths[pattern.index] != PRESENT
        ]
        return signals, circumstances

    def with_all(
        self, weighing: Weighing, party: str, kind: str, but: tuple[Sequence[int], Sequence[int]] = ((), ())
    ) -> Weighing:
        """The weighing with everything that a kind of record could bring, but for some of it."""
        signals, circumstances = self.brings(party, kind)
        for signal in signals:
            weighing = weighing if signal in but[0] else with_signal(self.book, weighing, signal)
        for pattern in circumstances:
            weighing = weighing if pattern in but[1] else with_circumstance(weighing, pattern)
        return weighing


def _unknown_signals(
    book: Rulebook, outcome: Outcome, items: Sequence[Item], notices: Sequence[Item], trial: _Trial
) -> list[Ask]:
    """Unknown fields that keep a signal from showing what could change the result: hiding them must not pay."""
    found: dict[Ask, None] = {}
    by_index = {item.index: item for item in items}
    for number, signal in enumerate(book.signals):
        pattern = book.patterns[book.signal_patterns[number]]
        obtainable = book.claim.evidence.get(signal.held_by)
        unknown = outcome.weighing.unknown[pattern.index]
        if not unknown or obtainable is None or pattern.kind not in obtainable.kinds:
            continue
        if trial.result(with_signal(book, outcome.weighing, number)) == outcome.result:
            continue
        for index in unknown:
            for test in pattern.tests:
                item = by_index[index]
                if item.fields.get(test.field) is not None:
                    continue
                if _formula(book, item.kind, test.field) is not None:
                    # What follows from other fields is not stated by anybody: what it rests on is.
                    found |= dict.fromkeys(_wanting(book, item, test.field, items))
                    continue
                names = (pattern.kind, ASKED_AS.get(test.field, test.field))
                asked = [_asked(notices, signal.held_by, name) for name in names]
                deadline = max((until for _, until in asked if until is not None), default=None)
                if deadline is not None or not any(was for was, _ in asked):
                    stated = STATED_AS.get(test.field, test.field)
                    found[Ask(signal.held_by, pattern.kind, stated, deadline)] = None
    return list(found)


def with_signal(book: Rulebook, base: Weighing, signal: int) -> Weighing:
    """The weighing with a signal at full strength in every join key that records share, and in one of its own."""
    strength = int(book.signals[signal].strength)
    alone = tuple(PRESENT + strength if number == signal else ABSENT for number in range(len(book.signals)))
    keys, carriers = [alone], [{signal: [(NOBODY, strength)]}]
    for row, carried, joinable in zip(base.situation.keys, base.carriers, base.joinable, strict=True):
        if not joinable or row[signal] >= PRESENT + strength:
            keys.append(row)
            carriers.append(carried)
        else:
            keys.append((*row[:signal], PRESENT + strength, *row[signal + 1 :]))
            carriers.append({**carried, signal: [(NOBODY, strength)]})
    # A pattern may serve as a signal and, elsewhere, as a circumstance.
    granted = with_circumstance(base, book.signal_patterns[signal])
    return replace(
        granted,
        situation=replace(granted.situation, keys=tuple(keys)),
        joinable=(True, *base.joinable),
        carriers=tuple(carriers),
        about=(None, *base.about),
    )


def with_circumstance(base: Weighing, pattern: int) -> Weighing:
    """The weighing with one circumstance made true."""
    truths = base.situation.circumstances
    changed = (*truths[:pattern], PRESENT, *truths[pattern + 1 :])
    situation = replace(base.situation, circumstances=changed)
    return replace(base, situation=situation, supposed=base.supposed | {pattern})


def _unknown_fields(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> Iterable[Ask]:
    """Fields that a referred question, head, measure or route waits for, from whoever keeps that record."""
    found: dict[Ask, None] = {}
    by_index = {item.index: item for item in items}
    for view in outcome.views:
        for formula in _waiting(book, outcome, view):
            for number in circumstances_in(formula):
                pattern = book.patterns[number]
                if not view.weighing.unknown[number] and pattern.kind in view.weighing.doubtful:
                    found |= {Ask(sender, pattern.kind): None for sender in view.weighing.doubtful[pattern.kind]}
                for index in view.weighing.unknown[number]:
                    item = by_index[index]
                    for ask in _missing(book, pattern, item, items):
                        found[ask] = None
    short = {reason.ref for reason in outcome.route.reasons if reason.cause == "missing_amount"}
    for head in outcome.heads:
        for operand in head.operands:
            kind, dot, field = operand.name.partition(".")
            if head.id in short and operand.value is None and dot:
                found[_ask_for(book, kind, field)] = None
    if any(reason.cause == "parts" for reason in outcome.route.reasons):
        order = next((item for item in items if item.kind == "order"), None)
        known = order is not None and order.fields.get("has_items") == "yes"
        found[Ask(book.claim.by, "claim", "items") if known else Ask("platform", "order", "items")] = None
    return tuple(found)


def _ask_for(book: Rulebook, kind: str, field: str) -> Ask:
    """Whom to ask for an operand: the claimant for the claim, the platform for the order, else whoever has the kind."""
    if kind in ("order", "item"):
        return Ask("platform", "order", "items" if kind == "item" else field)
    holder = next((party for party, one in sorted(book.claim.evidence.items()) if kind in one.sendable), "platform")
    return Ask(book.claim.by if kind == "claim" else holder, kind, field)


def _missing(book: Rulebook, pattern: Pattern, item: Item, items: Sequence[Item]) -> Iterable[Ask]:
    """The fields that keep a record from passing or failing; for one that is derived, what it rests on."""
    for test in pattern.tests:
        if item.fields.get(test.field) is None:
            yield from _wanting(book, item, test.field, items)


def _wanting(book: Rulebook, item: Item, field: str, items: Sequence[Item]) -> tuple[Ask, ...]:
    """Whom to ask for what, so that an unknown field of a record becomes known."""
    found: dict[Ask, None] = {}
    todo, seen = [(item, field)], {(item.index, field)}
    while todo:
        of, name = todo.pop(0)
        formula = _formula(book, of.kind, name)
        if (of.kind, name) == PERIOD_FIELD and "region" not in of.fields:
            name = "region"  # a day is known to lie in a period or not, but for periods of a region
        if formula is None:
            found[Ask(_keeper(book, of), of.kind, name) if of is item else _ask_for(book, of.kind, name)] = None
            continue
        for kind, part in _operands(formula):
            other = of if kind == of.kind else _other(items, of, kind)
            if other is None:
                found[_ask_for(book, kind, part)] = None
            elif other.fields.get(part) is None and (other.index, part) not in seen:
                seen.add((other.index, part))
                todo.append((other, part))
    return tuple(found)


def _operands(formula: Expression) -> Iterable[tuple[str, str]]:
    """The fields that a formula rests on, by kind and name."""
    for part in parts_of(formula):
        if isinstance(part, FieldOf):
            yield part.kind, part.field
        elif isinstance(part, Called) and part.name == "business_days":
            yield "order", "region"


def _formula(book: Rulebook, kind: str, field: str) -> Expression | None:
    return book.sources.formulas.get((kind, field)) if book.sources else None


def _other(items: Sequence[Item], item: Item, kind: str) -> Item | None:
    """The record of another kind that a formula means: as `facts.derived` looks it up."""
    alike = [one for one in items if one.kind == kind and (kind in ONE_A_CASE or (one.key and one.key == item.key))]
    return alike[0] if alike and (kind in ONE_A_CASE or len(alike) == 1) else None


def _keeper(book: Rulebook, item: Item) -> str:
    return book.claim.by if item.kind == "claim" else item.submitted_by or "platform"


def _waiting(book: Rulebook, outcome: Outcome, view: View) -> Iterable[Formula]:
    """The formulas of rules that an unknown keeps open and that could change the outcome."""
    causes = {(reason.cause, reason.ref) for reason in outcome.route.reasons}
    for rules in view.own:
        finding = view.findings[rules.question.id]
        for index, rule in (*rules.shifts, *rules.only_counts, *rules.arguments):
            if rule.id in finding.open and ("unknown", finding.question) in causes:
                yield rules.rules[index].formula
    rules_of_heads = {head.id: (what, who) for head, what, who in book.outcome.heads}
    for head in view.heads:
        what, who = rules_of_heads[head.id]
        for choice, rules_of in ((head.what, what), (head.who, who)):
            for index, outcome_rule in rules_of:
                if choice.state == "unknown" and outcome_rule.id in choice.open:
                    yield book.outcome.rules[index].formula
    for index, rule in (*book.outcome.routes, *book.outcome.measures, *book.outcome.gates):
        if view.decides(book, index) and {("unknown_rule", rule.id), ("unknown", rule.id)} & causes:
            yield book.outcome.rules[index].formula
