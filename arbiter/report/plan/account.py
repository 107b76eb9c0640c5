"""What every section of a letter draws on: the derivation, the audience, names for records, and what is private.

Redaction happens here, at the nodes of the reasoning and before any sentence is made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from fractions import Fraction
from functools import cached_property
from re import compile as pattern
from zoneinfo import ZoneInfo

from arbiter.decide import Derivation, day_of
from arbiter.decision import Decision
from arbiter.engine.ir import circumstances_in
from arbiter.explain.idle import idle_findings
from arbiter.explain.model import Explanation
from arbiter.facts.calendars import after_business_days
from arbiter.facts.derived import with_derived
from arbiter.facts.parts import part_name
from arbiter.policy.checks.texts import kinds_tested
from arbiter.policy.conditions import OneOf
from arbiter.policy.dated import Quantity, Strength
from arbiter.policy.fluent import RECORD_TEXT, Wanted, defined_in, shown_text, then_text
from arbiter.policy.model import Rule, Signal
from arbiter.report.letter import Argument, BusinessDay, Day, Deadline, Listed, Moment, Number, Sentence, Verbatim
from arbiter.verdict.failures import nearest
from arbiter.verdict.mattering import Place
from arbiter.verdict.model import Transfer
from arbiter.verdict.needed import unneeded
from evidence import Claim, FieldType, Item, Money, TextType

# So many lines of an order are exhibits of their own; the rest are one.
LINES_SHOWN = 12


class NoDeadlineError(Exception):
    """A letter cannot say until when: a deadline has no value on the day of the claim."""


@dataclass(frozen=True)
class Account:
    """One decision, told to one audience."""

    decision: Decision
    derivation: Derivation
    explanation: Explanation
    audience: str
    zone: str | None = None
    """The reader's zone, in which days are said."""

    @property
    def for_agent(self) -> bool:
        """Whether the letter is for the employee who decides, who sees everything."""
        return self.audience == "agent"

    def is_you(self, role: str) -> bool:
        """Whether a role is the addressee."""
        return role == self.audience

    @cached_property
    def refs(self) -> dict[int, str]:
        """E1, E2, … for the records, in the order of the dossier. All units of an order's line are one exhibit."""
        found: dict[int, str] = {}
        numbers: dict[object, int] = {}
        own = set(tuple(self.lines)[:LINES_SHOWN])
        for item in self.derivation.items:
            line = line_of(item) if item.kind == "item" else None
            shown: object = item.index if line is None else line if line in own else None
            found[item.index] = f"E{numbers.setdefault(shown, len(numbers) + 1)}"
        return found

    @cached_property
    def lines(self) -> dict[str, list[Item]]:
        """The claimed parts of the order by the line that they belong to, where they are settled one by one."""
        found: dict[str, list[Item]] = {}
        for item in self.derivation.items:
            if item.kind == "item":
                found.setdefault(line_of(item), []).append(item)
        return found

    @cached_property
    def parts(self) -> dict[str, Item]:
        """The same parts, each by its name."""
        return {part_name(item): item for items in self.lines.values() for item in items}

    @property
    def claim(self) -> Claim:
        """The claim that the decision is about."""
        return self.derivation.dossier.claim

    @cached_property
    def by_index(self) -> dict[int, Item]:
        """The records by index."""
        return {item.index: item for item in self.derivation.items}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The records by id."""
        return {item.id: item for item in self.derivation.items}

    def days(self, parameter: str, start: datetime) -> Deadline:
        """A deadline: so many days after `start`, by the parameter in force when the claim was filed.

        Business days are those of the order's region. Where its calendar is unknown, the deadline is said as it is:
        the fifth business day after a day. That is true wherever the reader is, and a guess might cost a deadline.
        """
        count = self.number(parameter)
        if not self.counts_business_days(parameter):
            end = start + timedelta(days=count)
            zone = self.derivation.policy.header.zone
            return Day(end.astimezone(ZoneInfo(zone)), fixed=True) if zone else Day(end)
        local = start.astimezone(self._zone)
        last = after_business_days(local, count, self.region, None) if self.region else None
        return BusinessDay(count, local) if last is None else Day(last, fixed=True)

    def counts_business_days(self, parameter: str) -> bool:
        """Whether a parameter counts business days rather than days of the calendar."""
        return self.derivation.policy.parameters[parameter].unit == "bd"

    def number(self, parameter: str) -> int:
        """A parameter of the policy that counts days. Raises NoDeadlineError if it has no value on that day."""
        filed = day_of(self.claim.filed_at, self.derivation.policy)
        value = self.derivation.policy.parameters[parameter].on(filed, self.region)
        if not isinstance(value, int):
            raise NoDeadlineError(f"parameter `{parameter}` has no value on {filed.isoformat()}")
        return int(value)

    def span(self, parameter: str) -> Number:
        """So many days or business days, for what is counted from a day that is not known yet."""
        return Number(self.number(parameter), "bd" if self.counts_business_days(parameter) else "d")

    @cached_property
    def _zone(self) -> tzinfo | None:
        """Where a day ends: in the policy's zone, else the reader's, else where the order was placed."""
        zone = self.derivation.policy.header.zone or self.zone
        placed = self._order.fields["placed_at"]
        assert isinstance(placed, datetime)
        return ZoneInfo(zone) if zone else placed.tzinfo

    @property
    def _order(self) -> Item:
        return next(item for item in self.derivation.items if item.kind == "order")

    @property
    def region(self) -> str | None:
        """Where the order belongs, if it says so."""
        region = self._order.fields.get("region")
        return region if isinstance(region, str) else None

    @property
    def as_of(self) -> datetime:
        """The moment of the decision."""
        return self.derivation.dossier.as_of

    # What is private

    def hides(self, signal: Signal) -> bool:
        """Whether a signal's details are kept from this audience: private, and neither the claimant's nor its own."""
        if signal.private is None or self.for_agent:
            return False
        return self.audience not in (self.derivation.book.claim.by, signal.held_by)

    @cached_property
    def gists(self) -> dict[int, str]:
        """Records whose content this audience may not see, with the text that stands for them.

        Hidden is whatever says what a private signal is about, however weakly and whoever read it; with a reading
        the paper it reads, and with a paper every reading of it.
        """
        found: dict[int, str] = {}
        for signal in self.derivation.book.signals:
            if signal.private is not None and self.hides(signal):
                about = [item for item in self.derivation.items if _is_about(item, signal)]
                found |= dict.fromkeys((item.index for item in about), signal.private)
        for item in self.derivation.items:
            source = self.by_id.get(str(item.fields.get("of")))
            if source is not None and item.index in found:
                found.setdefault(source.index, found[item.index])
        for item in self.derivation.items:
            source = self.by_id.get(str(item.fields.get("of")))
            if source is not None and source.index in found:
                found.setdefault(item.index, found[source.index])
        return found

    # Sentences

    def signal_sentence(self, signal: Signal, index: int) -> Sentence:
        """What a record shows, in the policy's words; the gist if the audience may not see it."""
        if signal.private is not None and self.hides(signal):
            # The signal's very name would tell what is withheld.
            return Sentence("withheld", {"gist": self.gist(signal.private)}, self.record_nodes(index))
        nodes = (f"signal:{signal.id}", *self.record_nodes(index))
        unknown: dict[str, Argument] = dict.fromkeys(self._fields(signal.test.kind), UNKNOWN)
        fields = {f"{signal.id}__{name}": value for name, value in (unknown | self.field_args(index)).items()}
        args = {name: value for name, value in fields.items() if name in self._quoted}
        return Sentence(signal.id, {**self.parameters, **args}, nodes, "policy")

    @cached_property
    def _quoted(self) -> frozenset[str]:
        """Every variable that some sentence of the policy quotes: what is not quoted makes no two of them differ."""
        texts = self.derivation.policy.texts.values()
        return frozenset(name for text in texts for _, source in text.sources for name in _VARIABLE.findall(source))

    def gist(self, text: str) -> Sentence:
        """A private record's stand-in."""
        return Sentence(text, {}, (), "policy")

    def record_nodes(self, index: int) -> tuple[str, ...]:
        """The node of a record in the reasoning."""
        return (f"record:{self.by_index[index].id}",) if index in self.by_index else ()

    def policy_sentence(self, message: str, attribute: str | None, *nodes: str) -> Sentence:
        """A sentence of the policy about a question, head, claim or rule, with what the rule's own condition tests."""
        fields = self._tested_fields.get((message, attribute))
        args = {**self.parameters, **fields} if fields else self.parameters
        return Sentence(message, args, nodes, "policy", attribute)

    @cached_property
    def _tested_fields(self) -> dict[Wanted, dict[str, Argument]]:
        """The fields that sentences of gates, routes, promises and rules of heads quote."""
        found: dict[Wanted, dict[str, Argument]] = {}
        if self.derivation.outcome is None or not any("__" in name for name in self._quoted):
            return found
        met = self.derivation.outcome.views[0].outcome_matches.met
        # Rows of a table share a sentence: that of a row that holds is told last, and stands.
        for message, attribute, index, rule in sorted(self._rules, key=lambda one: one[2] in met):
            records = self._turns_on(index)
            kinds = set(kinds_tested([rule.condition]))
            told = self._fields_told(kinds, [records[kind] for kind in sorted(kinds & set(records))])
            if told:
                found.setdefault((message, attribute), {}).update(told)
        return found

    @cached_property
    def _rules(self) -> list[tuple[str, str, int, Rule]]:
        """Every rule of the last stage that may quote fields, with where its sentence stands."""
        claim, rules = self.derivation.book.claim.id, self.derivation.book.outcome
        found: list[tuple[str, str, int, Rule]] = [
            (claim, rule.id, index, rule) for index, rule in (*rules.gates, *rules.routes, *rules.guarantees)
        ]
        for head, what, who in rules.heads:
            found += [(head.id, rule.wording or rule.id, index, rule) for index, rule in what]
            found += [(head.id, rule.wording or rule.id, index, rule) for index, rule in who]
        return found

    def _turns_on(self, index: int) -> dict[str, int]:
        """The record of each kind that a rule turns on: one that fulfils its test, else the one that comes nearest."""
        outcome, book = self.derivation.outcome, self.derivation.book
        assert outcome is not None
        found: dict[str, int] = {}
        for number in circumstances_in(book.outcome.rules[index].formula):
            pattern, matched = book.patterns[number], outcome.weighing.matched[number]
            known = [one for one in self.derivation.items if one.kind == pattern.kind]
            near = nearest(pattern, [one for one in known if one.admission.status != "rejected"])
            if matched:
                found[pattern.kind] = matched[0]
            elif near is not None:
                found.setdefault(pattern.kind, near[0].index)
        return found

    def _fields_told(self, kinds: Iterable[str], records: Iterable[int]) -> dict[str, Argument]:
        """The fields of some kinds that a sentence of the policy quotes, as these records have them."""
        fields: dict[str, Argument] = {f"{kind}__{name}": UNKNOWN for kind in kinds for name in self._fields(kind)}
        for index in records:
            kind = self.by_index[index].kind
            told = self.field_args(index)
            if index in self.gists:
                told = dict.fromkeys(told, WITHHELD)
            fields |= {f"{kind}__{name}": value for name, value in told.items()}
        return {name: value for name, value in fields.items() if name in self._quoted}

    def answer_shown(self, question: str, answer: str, *nodes: str) -> Sentence:
        """An answer as something that is shown, in the policy's own sentence for that where it has one."""
        shown = self.optional_sentence(question, shown_text(answer), *nodes)
        return shown or self.policy_sentence(question, answer, *nodes)

    def optional_sentence(self, message: str, attribute: str | None, *nodes: str) -> Sentence | None:
        """A sentence that a policy may do without; None if it does, in one of its languages."""
        return self.policy_sentence(message, attribute, *nodes) if (message, attribute) in self._sentences else None

    @cached_property
    def _sentences(self) -> frozenset[Wanted]:
        """The sentences that the policy has in every language."""
        texts = self.derivation.policy.texts.values()
        having = [defined_in(source for _, source in text.sources) for text in texts]
        return frozenset.intersection(*having) if having else frozenset()

    def line_sentence(self, question: str, line: str, kinds: Iterable[str], records: Iterable[int]) -> Sentence | None:
        """What a line of facts on record says, with the fields of the records that it rests on, if the policy says so.

        Nothing where one of these records is withheld from the addressee.
        """
        records = list(records)
        said = self.optional_sentence(question, line, f"finding:{question}")
        if said is None or any(index in self.gists for index in records):
            return None
        quoted = self._fields_told(kinds, [index for index in reversed(records) if index in self.by_index])
        nodes = (*said.nodes, *(node for index in records for node in self.record_nodes(index)))
        return replace(said, args={**said.args, **quoted}, nodes=nodes)

    def rule_sentence(self, head: str, rule: str) -> Sentence:
        """The sentence of a rule of a head; rows of a table share one."""
        return self.policy_sentence(head, self._wordings.get((head, rule), rule), f"rule:{head}.{rule}")

    def sequel_sentence(self, head: str, rule: str) -> Sentence | None:
        """When the sequel of a rule comes in, if the policy says so."""
        return self.optional_sentence(head, then_text(self._wordings.get((head, rule), rule)), f"rule:{head}.{rule}")

    @cached_property
    def _wordings(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for head, what, who in self.derivation.book.outcome.heads:
            found |= {(head.id, rule.id): rule.wording or rule.id for _, rule in what}
            found |= {(head.id, rule.id): rule.wording or rule.id for _, rule in who}
        return found

    def named_field(self, kind: str, field: str, *nodes: str) -> Sentence | None:
        """What a field is called: by the policy, if it is one of its own kinds, else by the frame; None if by none."""
        if kind in self.derivation.policy.kinds.declared:
            own = self.optional_sentence(f"kind_{kind}", field, *nodes)
            if own is not None:
                return own
        if f"{kind}.{field}" in TERMS:
            return Sentence(f"term-{kind}_{field}", {}, nodes)
        return Sentence(f"field-{field}", {}, nodes) if field in FIELD_NAMES else None

    def record_name(self, index: int) -> Sentence:
        """What a record of the policy's own kinds is called: in its words for a single one, where it has them."""
        item = self.by_index[index]
        name, nodes = f"kind_{item.kind}", self.record_nodes(index)
        told = self.optional_sentence(name, RECORD_TEXT, *nodes)
        if told is None:
            return self.policy_sentence(name, None)
        return replace(told, args={**told.args, **self._fields_told((item.kind,), (index,))})

    def kind(self, kind: str) -> Sentence:
        """What a kind of record is called, as something that someone sends."""
        if kind in self.derivation.policy.kinds.declared:
            return Sentence(f"kind_{kind}", self.parameters, (), "policy", "sent")
        return Sentence(f"kind-{kind}" if kind in KIND_NAMES else "kind-other", {})

    @cached_property
    def parameters(self) -> dict[str, Argument]:
        """Every parameter's value on the day of the order, for sentences that quote them."""
        placed = self._order.fields["placed_at"]
        assert isinstance(placed, datetime)
        day = day_of(placed, self.derivation.policy)
        parameters = self.derivation.policy.parameters
        return {name: _quoted(parameter.on(day, self.region)) for name, parameter in parameters.items()}

    # The outcome

    @cached_property
    def unneeded(self) -> frozenset[Place]:
        """The findings that nothing turned on, since a gate refused all that they could have led to."""
        outcome = self.derivation.outcome
        return unneeded(self.derivation.book, outcome) if outcome is not None else frozenset()

    @cached_property
    def idle(self) -> frozenset[Place]:
        """The findings on which nothing turned, whatever they had come to; not those that a gate made needless.

        Where a person decides, any of them may still turn the case.
        """
        if self.derivation.verdict.status == "referred":
            return frozenset()
        return idle_findings(self.derivation) - self.unneeded

    @cached_property
    def payments(self) -> tuple[Transfer, ...]:
        """Who pays what to whom in all: what one party owes another under several heads is one payment."""
        return payments_of(self.derivation.verdict.transfers)

    @property
    def parts_unknown(self) -> bool:
        """Whether it is unknown which parts of the order are claimed, so that nothing could be settled for them."""
        return any(reason.cause == "parts" for reason in self.derivation.verdict.route.reasons)

    @property
    def about_money(self) -> bool:
        """Whether the claim is about money at all."""
        return bool(self.derivation.book.outcome.heads)

    def field_args(self, index: int) -> dict[str, Argument]:
        """The typed fields of a record, as arguments of a sentence."""
        item = self._complete.get(index)
        fields = dict(item.fields) if item else {}
        found: dict[str, Argument] = {}
        for name, value in fields.items():
            if isinstance(value, datetime):
                found[name] = Moment(value)
            elif isinstance(value, int | Money):
                found[name] = value
            elif isinstance(value, Fraction):
                found[name] = Number(value)
            elif isinstance(value, frozenset):
                found[name] = Listed(tuple(sorted(word.replace("_", " ") for word in value)))
            elif item is not None and self._is_free(item.kind, name):
                found[name] = Verbatim(value)
            else:
                found[name] = value
        return found

    @cached_property
    def _complete(self) -> dict[int, Item]:
        """The records with the computed fields that sentences quote, though no rule tests them."""
        policy, sources = self.derivation.policy, self.derivation.book.sources
        wanted: dict[str, list[str]] = {}
        for one in policy.derived.values():
            if any(quoted.endswith(f"__{one.field}") for quoted in self._quoted):
                wanted.setdefault(one.kind, []).append(one.field)
        items = with_derived(self.derivation.items, wanted, sources) if sources is not None else self.derivation.items
        return {item.index: item for item in items}

    def _fields(self, kind: str) -> Mapping[str, FieldType]:
        return self.derivation.policy.vocabulary.get(kind, {})

    def _is_free(self, kind: str, field: str) -> bool:
        """Whether a field holds people's own words or names."""
        return field in FREE_TEXT or isinstance(self._fields(kind).get(field), TextType)


def line_of(part: Item) -> str:
    """The line of the order that a part belongs to."""
    return part_name(part).partition("#")[0]


def payments_of(transfers: Iterable[Transfer]) -> tuple[Transfer, ...]:
    """Transfers with those between the same two parties in one; its head is that of the first."""
    found: dict[tuple[str, str, str], Transfer] = {}
    for one in transfers:
        key = (one.payer, one.payee, one.amount.currency)
        before = found.get(key)
        found[key] = replace(before, amount=before.amount + one.amount) if before else one
    return tuple(found.values())


def _quoted(value: Quantity | None) -> Argument:
    """A parameter as a sentence quotes it: a bare number, since the sentence says the unit."""
    match value:
        case None:
            return UNKNOWN
        case Strength():
            return Sentence(f"strength-{int(value)}", {})
        case Fraction():
            return Number(value)
    return value


_VARIABLE = pattern(r"\$\s*([a-zA-Z][a-zA-Z0-9_-]*)")

# What a sentence says where it quotes something that nobody knows, or that the addressee may not see.
UNKNOWN = Sentence("value-unknown", {})
WITHHELD = Sentence("value-withheld", {})


def _is_about(item: Item, signal: Signal) -> bool:
    """Whether a record is of the signal's kind and says what the signal is about, whoever says it."""
    content = [test for test in signal.test.tests if test.field in CONTENT]
    return item.kind == signal.test.kind and all(
        isinstance(test.check, OneOf) and item.fields.get(test.field) in test.check.values for test in content
    )


# Kinds of record that the frame has a name for.
KIND_NAMES = frozenset({
    "document", "photo", "handover", "tracking_event", "statement", "message", "courier_report", "order", "claim",
    "scan_place", "reading", "notice", "context", "history", "item",
})  # fmt: skip

# Fields of any kind, and fields of kinds, that the frame has a name for.
FIELD_NAMES = frozenset({
    "minutes_after_placed", "minutes_after_accepted", "minutes_after_delivered", "minutes_after_claim", "minutes_late",
    "minutes_to_answer", "distance_m",
})  # fmt: skip
TERMS = frozenset({
    "order.price", "order.total", "order.delivery_fee", "claim.amount", "already_made_good", "item.price",
    "item.unit_price", "item.quantity", "item.claimed",
})  # fmt: skip

# Fields that tell what a record says, as against who says it.
CONTENT = frozenset({"says", "place", "code", "what", "proof", "recipient"})

# Fields that hold people's own words or names.
FREE_TEXT = frozenset({
    "text", "caption", "title", "issuer", "reason", "signed_name", "address", "carrier", "location", "carrier_code",
})  # fmt: skip
