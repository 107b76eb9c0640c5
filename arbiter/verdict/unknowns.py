"""Fields that nobody has stated and that something waits for, each asked for from whoever keeps the record.

What follows from other fields is stated by nobody: what it rests on is asked for. Where a record is missing, the record
is asked for, and never a field of it; where several could be meant, nothing that is asked for would settle which.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from arbiter.engine.ir import Formula, Pattern, Rulebook, circumstances_in
from arbiter.policy.formulas import Called, Expression, FieldOf, parts_of
from arbiter.policy.vocabulary import PERIOD_FIELD
from arbiter.verdict.model import Ask, Head
from arbiter.verdict.notices import asked_for
from arbiter.verdict.settle import Outcome, View
from arbiter.verdict.trial import Trial, with_signal
from evidence import Item

# What a notice calls a field that it asks for.
ASKED_AS = {"distance_m": "scan_place"}

# What a record must state for a field that follows from it.
STATED_AS = {"is_last_delivered": "shipment"}

# Minutes that count from a scan: that scan is asked for, since nobody can state the minutes.
FROM_SCANS = {"minutes_after_accepted": "accepted", "minutes_after_delivered": "delivered"}


@dataclass(frozen=True, slots=True)
class Unknowns:
    """What is unknown about a case that was settled. Asks that a closed notice has made are not made again."""

    trial: Trial
    notices: Sequence[Item]

    @property
    def book(self) -> Rulebook:
        """The rules in force."""
        return self.trial.book

    def of_signals(self) -> Iterator[Ask]:
        """Fields that keep a signal from showing what could change the result: hiding them must not pay."""
        trial, book = self.trial, self.book
        for number, signal in enumerate(book.signals):
            pattern = book.patterns[book.signal_patterns[number]]
            obtainable = book.claim.evidence.get(signal.held_by)
            unknown = trial.outcome.weighing.unknown[pattern.index]
            if not unknown or obtainable is None or pattern.kind not in obtainable.kinds:
                continue
            if trial.result(with_signal(book, trial.outcome.weighing, number)) == trial.outcome.result:
                continue
            for index in unknown:
                yield from self._pending(self._missing(pattern, trial.items[index], signal.held_by))

    def of_rules(self) -> Iterator[Ask]:
        """Fields that a referred question, head, measure or route waits for."""
        for view in self.trial.outcome.views:
            doubtful = view.weighing.doubtful
            for formula in _waiting(self.book, self.trial.outcome, view):
                for number in circumstances_in(formula):
                    pattern, unknown = self.book.patterns[number], view.weighing.unknown[number]
                    if not unknown and pattern.kind in doubtful:
                        yield from (Ask(sender, pattern.kind) for sender in doubtful[pattern.kind])
                    for index in unknown:
                        yield from self._pending(self._missing(pattern, self.trial.items[index]))

    def of_amounts(self) -> Iterator[Ask]:
        """What an amount cannot be computed without, and which parts of the order are claimed."""
        book, outcome = self.book, self.trial.outcome
        short = {reason.ref for reason in outcome.route.reasons if reason.cause == "missing_amount"}
        for head in outcome.heads:
            if head.id in short and head.amount is None:
                for operand in dict.fromkeys(_operands_of(book, head)):
                    yield from self._pending(self._operand(*operand, head.part))
        if any(reason.cause == "parts" for reason in outcome.route.reasons):
            order = next((item for item in self.trial.items.values() if item.kind == "order"), None)
            known = order is not None and order.fields.get("has_items") == "yes"
            yield Ask(book.claim.by, "claim", "items") if known else Ask("platform", "order", "items")

    def _operand(self, kind: str, field: str, part: str | None) -> Iterable[Ask]:
        """Whom to ask for one operand of an amount."""
        if self.trial.ledger.value(kind, field, part) is not None:
            return ()
        found = self.trial.ledger.of_kind(kind, part)
        if len(found) > 1:
            return ()
        return self._wanting(found[0], field) if found else (self._for_record(kind),)

    def _missing(self, pattern: Pattern, item: Item, held_by: str | None = None) -> Iterator[Ask]:
        """What keeps a record from passing or failing a pattern; its own fields from whoever holds it."""
        for test in pattern.tests:
            if item.fields.get(test.field) is None:
                stated = self._formula(item, test.field) is None
                for ask in self._wanting(item, test.field):
                    yield replace(ask, party=held_by) if stated and held_by is not None else ask

    def _formula(self, item: Item, field: str) -> Expression | None:
        return self.book.sources.formulas.get((item.kind, field)) if self.book.sources else None

    def _wanting(self, item: Item, field: str) -> Iterator[Ask]:
        """Whom to ask for what, so that an unknown field of a record becomes known."""
        todo, seen = [(item, field)], {(item.index, field)}
        while todo:
            of, name = todo.pop(0)
            formula = self._formula(of, name)
            if formula is None:
                if of.at is None or name not in FROM_SCANS:
                    yield self._for_field(of, name)
                elif not self._scanned(FROM_SCANS[name]):
                    yield self._for_record("tracking_event")
                continue
            for kind, part in _operands(formula):
                other = of if kind == of.kind else self.trial.lookup.other(of, kind)
                if other is None:
                    yield from () if self.trial.lookup.candidates(of, kind) else (self._for_record(kind),)
                elif other.fields.get(part) is None and (other.index, part) not in seen:
                    seen.add((other.index, part))
                    todo.append((other, part))

    def _scanned(self, code: str) -> bool:
        """Whether there is a scan of a kind; if it tells nothing, more of them would not either."""
        scans = (item for item in self.trial.items.values() if item.kind == "tracking_event")
        return any(item.fields.get("code") == code for item in scans)

    def _for_field(self, item: Item, field: str) -> Ask:
        """A field of a record from its keeper; a special period waits for the moment, or for the order's region."""
        if field == PERIOD_FIELD and self.book.sources is not None:
            moment = self.book.sources.moments.get(item.kind, "")
            if item.fields.get(moment) is not None:
                return Ask("platform", "order", "region")
            field = moment
        if item.kind == "item":
            return Ask("platform", "order", "items")
        if (item.kind, field) == ("reading", "of_captured_at"):
            read = next((one for one in self.trial.items.values() if one.id == item.fields.get("of")), item)
            return Ask(read.submitted_by or "platform", read.kind, "captured_at")
        keeper = self.book.claim.by if item.kind == "claim" else item.submitted_by or "platform"
        return Ask(keeper, item.kind, STATED_AS.get(field, field))

    def _for_record(self, kind: str) -> Ask:
        """A record that is missing, from whoever has such records."""
        if kind in ("order", "item"):
            return Ask("platform", "order", "items" if kind == "item" else None)
        evidence = sorted(self.book.claim.evidence.items())
        return Ask(next((party for party, one in evidence if kind in one.sendable), "platform"), kind)

    def _pending(self, asks: Iterable[Ask]) -> Iterator[Ask]:
        """The asks that are still to be made, or that an open notice has made, with its deadline."""
        for ask in asks:
            names = {ask.field, ASKED_AS.get(ask.field)} if ask.field else {ask.kind}
            asked, deadline = asked_for(self.notices, ask.party, [name for name in (*names, ask.kind) if name])
            if deadline is not None or not asked:
                yield replace(ask, deadline=deadline)


def _operands(formula: Expression) -> Iterator[tuple[str, str]]:
    """The fields that a formula rests on, by kind and name."""
    for part in parts_of(formula):
        if isinstance(part, FieldOf):
            yield part.kind, part.field
        elif isinstance(part, Called) and part.name == "business_days":
            yield "order", "region"


def _operands_of(book: Rulebook, head: Head) -> Iterator[tuple[str, str]]:
    """The fields that the amount of a head rests on, its limit among them."""
    rules, what = next((one, what) for one, what, _ in book.outcome.heads if one.id == head.id)
    own = next((rule.amount for _, rule in what if rule.id == head.what.winner), None)
    for formula in (own or rules.amount, rules.cap):
        if formula is not None:
            yield from _operands(formula.expression)


def _waiting(book: Rulebook, outcome: Outcome, view: View) -> Iterator[Formula]:
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
