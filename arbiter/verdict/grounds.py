"""What speaks against a party: the evidence on which its loss rests, piece by piece.

It loses by the rules that won: by the findings that they test and what moved the burden there, by the circumstances in
which they hold, and by the records that their amounts are computed from.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from arbiter.engine import interpreter, ir
from arbiter.engine.ir import PRESENT, QuestionRules, Rulebook
from arbiter.facts.derived import Lookup, rests_on
from arbiter.facts.parts import sees
from arbiter.policy.conditions import Condition, findings_in
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.policy.model import ADVERSE_MEASURES
from arbiter.verdict.model import Finding, Head, Weighed
from arbiter.verdict.settle import Outcome, View
from evidence import Item

# Records that carry one premise equally well: each bundle is a record with those that its fields are computed from.
Premise = tuple[frozenset[int], ...]
Premises = tuple[Premise, ...]
# Sets of premises, one of which must have been shown whole.
Ground = Sequence[Premises]


def grounds_of(
    book: Rulebook, outcome: Outcome, party: str, items: Sequence[Item], known: frozenset[int]
) -> Iterator[Ground]:
    """All that speaks against a party that lost. `items` are those not rejected; `known` which of them it knows."""
    by_index, lookup = {item.index: item for item in items}, Lookup(items)
    for view in outcome.views:
        yield from _Grounds(book, view, outcome.heads, party, by_index, lookup, known).all()


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What speaks against a party in one view of the case."""

    book: Rulebook
    view: View
    heads: tuple[Head, ...]
    party: str
    items: Mapping[int, Item]
    lookup: Lookup
    known: frozenset[int]

    def all(self) -> Iterator[Ground]:
        """By findings, by circumstances, and by what amounts are computed from."""
        tested: dict[str, None] = {}
        rules = dict(self._rules())
        for condition in rules.values():
            self._follow(condition, tested)
        for name in tested:
            yield from self._speaking(self._question(name), self.view.findings[name])
        for index in rules:
            formula = self.book.outcome.rules[index].formula
            yield from self._circumstances(formula) if self._holds(formula) else self._failing(formula)
        for head in self.view.heads:
            if head.amount is not None and self.party in (head.bearer, head.to):
                yield from self._amount(head)

    def _rules(self) -> Iterator[tuple[int, Condition | None]]:
        """The rules by which the party loses, by number."""
        rules = self.book.outcome
        by_head = {head.id: (what, who) for head, what, who in rules.heads}
        for head in self.view.heads:
            what, who = by_head[head.id]
            if head.bearer == self.party or self._denied(head):
                yield from ((index, rule.condition) for index, rule in what if rule.id == head.what.winner)
            if head.bearer == self.party:
                yield from ((index, rule.condition) for index, rule in who if rule.id == head.who.winner)
        shut = {head.gate for head in self.heads if head.to == self.party and self._sees(head)}
        for index, gate in rules.gates:
            fails = self.view.decides(self.book, index) and index not in self.view.outcome_matches.met
            if gate.id in shut and fails:
                yield index, gate.condition
        for index, measure in rules.measures:
            fired = self.view.decides(self.book, index) and index in self.view.outcome_matches.met
            if fired and measure.to == self.party and measure.measure in ADVERSE_MEASURES:
                yield index, measure.condition

    def _sees(self, head: Head) -> bool:
        """Whether a head is settled here, or what is found here can have shut it for the whole."""
        return self.view.part is None or head.part in (None, self.view.part)

    def _denied(self, head: Head) -> bool:
        """Whether the party was refused what it is owed under a head: by a rule with an amount of its own.

        That the full amount comes to little is not the doing of evidence.
        """
        rules = next(what for one, what, _ in self.book.outcome.heads if one.id == head.id)
        own = any(rule.id == head.what.winner and rule.amount is not None for _, rule in rules)
        return head.to == self.party and own

    def _question(self, name: str) -> QuestionRules:
        return next(rules for rules in self.book.questions if rules.question.id == name)

    def _follow(self, condition: Condition | None, tested: dict[str, None]) -> None:
        """Add the questions of a condition, each followed by those that moved its burden."""
        for test in findings_in(condition):
            if test.question in tested or test.question not in self.view.findings:
                continue
            tested[test.question] = None
            finding = self.view.findings[test.question]
            for _, shift in self._question(test.question).shifts:
                if finding.by == "burden" and shift.id == finding.burden_rule:
                    self._follow(shift.condition, tested)

    def _speaking(self, rules: QuestionRules, finding: Finding) -> Iterator[Ground]:
        """What speaks against the party in a finding, and the circumstances that let it.

        Where evidence decided: the sets that carry the answer. Where the party's burden decided: what kept its own best
        argument from being enough, what set its arguments aside, and what moved the burden to it.
        """
        if finding.shown:
            yield [self._premises(rules, weighed) for weighed in finding.sufficient]
        elif finding.raised and finding.by == "burden" and finding.burden_on == self.party:
            yield from self._falling_short(rules, finding)
            for index, shift in rules.shifts:
                if shift.id == finding.burden_rule:
                    yield from self._circumstances(rules.rules[index].formula)

    def _falling_short(self, rules: QuestionRules, finding: Finding) -> Iterator[Ground]:
        standard = self.book.standards[finding.standard]
        for needed, own in finding.best.items():
            if needed == finding.answer or own is None or own.strength < standard.at_least:
                continue
            blocking = [
                self._premises(rules, weighed)
                for side, weighed in finding.standing
                if side != needed
                and (own.strength - weighed.strength < standard.lead or weighed.strength > standard.other_at_most)
            ]
            if blocking:
                yield blocking
        limits = {only.id: index for index, only in rules.only_counts}
        for side, weighed, by, records in finding.defeated:
            if side == finding.answer or weighed.strength < standard.at_least:
                continue
            if records:
                yield [(self._premise(rules, records),)]
            elif by in limits:
                yield from self._circumstances(rules.rules[limits[by]].formula)

    def _premises(self, rules: QuestionRules, weighed: Weighed) -> Premises:
        """The premises of an argument, and the circumstances in which it counts."""
        index = next(index for index, argument in rules.arguments if argument.id == weighed.argument)
        circumstances = self._holding(rules.rules[index].formula)
        if not any(argument.premises for number, argument in rules.arguments if number == index):
            return circumstances
        return (*(self._premise(rules, records) for records in weighed.premises), *circumstances)

    def _premise(self, rules: QuestionRules, records: Sequence[int]) -> Premise:
        """Records that carry a signal of a question, each with those that its fields are computed from."""
        patterns = [self.book.patterns[self.book.signal_patterns[signal]] for signal in rules.signals.values()]
        return tuple(
            self._bundle(index, [one for one in patterns if index in self.view.weighing.matched[one.index]])
            for index in records
            if index in self.items
        )

    def _bundle(self, index: int, patterns: Sequence[ir.Pattern]) -> frozenset[int]:
        item = self.items[index]
        fields = dict.fromkeys(test.field for pattern in patterns for test in pattern.tests)
        return frozenset([index, *(one.index for field in fields for one in self._under(item, field))])

    def _under(self, item: Item, field: str) -> Sequence[Item]:
        return rests_on(item, field, self.lookup, self.book.sources) if self.book.sources else ()

    def _circumstances(self, formula: ir.Formula) -> Iterator[Ground]:
        yield from ([(premise,)] for premise in self._holding(formula))

    def _holding(self, formula: ir.Formula) -> Premises:
        """The records by which a formula holds; of alternatives that hold, the one of which most is known."""
        match formula:
            case ir.Circumstance(number):
                return self._matching(self.book.patterns[number])
            case ir.All(parts):
                return tuple(premise for part in parts for premise in self._holding(part))
            case ir.Any(parts):
                held = [self._holding(part) for part in parts if self._holds(part)]
                return min(held, key=self._news, default=())
        return ()

    def _news(self, premises: Premises) -> tuple[int, int]:
        """How much of it the party does not know."""
        return sum(not any(bundle <= self.known for bundle in one) for one in premises), len(premises)

    def _failing(self, formula: ir.Formula) -> Iterator[Ground]:
        """What a gate is shut by: the record of its kind, where there is just one, that does not fulfil it."""
        for number in ir.circumstances_in(formula):
            pattern = self.book.patterns[number]
            alone = [item for item in self.items.values() if item.kind == pattern.kind]
            if len(alone) == 1 and alone[0].index not in self.view.weighing.matched[number]:
                yield [((self._bundle(alone[0].index, [pattern]),),)]

    def _holds(self, part: ir.Formula) -> bool:
        # What signals carry is told by the argument that rests on them.
        if isinstance(part, ir.HasSignal | ir.AtLeast):
            return True
        return interpreter.evaluate(part, self.view.weighing.situation, ()) == PRESENT

    def _matching(self, pattern: ir.Pattern) -> Premises:
        bundles = [self._bundle(index, [pattern]) for index in self.view.weighing.matched[pattern.index]]
        if pattern.every:
            return tuple((bundle,) for bundle in bundles)
        return (tuple(bundles),) if bundles else ()

    def _amount(self, head: Head) -> Iterator[Ground]:
        """The records that an amount is computed from, and those of the limit that cut it."""
        rules, what = next((one, what) for one, what, _ in self.book.outcome.heads if one.id == head.id)
        own = next((rule.amount for _, rule in what if rule.id == head.what.winner), None)
        formulas = [own or rules.amount, *([rules.cap] if head.capped and rules.cap is not None else [])]
        parts = [part for formula in formulas for part in parts_of(formula.expression)]
        for named in dict.fromkeys((part.kind, part.field) for part in parts if isinstance(part, FieldOf)):
            yield from self._operand(*named)

    def _operand(self, kind: str, field: str) -> Iterator[Ground]:
        for item in self.items.values():
            bears = self.view.part is None or sees(self.view.part, item.key[2] if item.key else None)
            if item.kind == kind and bears and item.fields.get(field) is not None:
                yield [((frozenset([item.index, *(one.index for one in self._under(item, field))]),),)]
