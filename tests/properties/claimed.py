"""Cases by chance for any claim of any policy, made from the policy's own words, numbers and kinds of record.

A claim that is added to a pack is covered without a line of code here: what its rules test says which records matter,
which words and numbers lie near its limits, and who can be asked for what. `Drafts(policy, claim).case(random)` is the
data of a case file that can be decided.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from functools import cached_property
from random import Random
from typing import Any

from arbiter import Policy
from arbiter.policy.checks.cycles import earlier_questions
from arbiter.policy.checks.walk import conditions_of_claim, conditions_of_question
from arbiter.policy.conditions import (
    Compare,
    Condition,
    FieldRef,
    FieldTest,
    IsKnown,
    OneOf,
    ParameterRef,
    RecordTest,
    leaves,
    operands_of,
    questions_in,
)
from arbiter.policy.formulas import FieldOf, parts_of
from arbiter.policy.lexicon import DENIED
from arbiter.policy.model import Claim, Question, Signal
from arbiter.policy.vocabulary import PERIOD_FIELD
from evidence import MODELS, SUBMITTERS, EnumType, FieldType, Money, MoneyType, NumberType, SetType, TimeType, YesNoType

Data = dict[str, Any]
ZONE = timezone(timedelta(hours=1))
PLACED = datetime(2026, 3, 2, 12, tzinfo=ZONE)
PARTIES = ("buyer", "seller", "courier", "carrier", "platform")
LINES = ("line-1", "line-2")
SHIPMENT = {"shipment": "S-1"}
HERE = {"lat": "53.07500", "lon": "8.80700"}
PLACES = (
    HERE,
    HERE,
    {"lat": "53.07560", "lon": "8.80700"},
    {"lat": "53.07900", "lon": "8.80700"},
    {"lat": "0", "lon": "0"},
)
MINUTES = (0, 5, 20, 40, 60, 90, 180, 1440, 2 * 1440, 3 * 1440, 6 * 1440)
MINUTES_IN = {"min": 1, "h": 60, "d": 1440, "bd": 1440}
NUMBERS = (0, 1, 2, 3, 10, 50)
# What every record has, and what is written in ways of its own.
COMMON = {
    "id", "kind", "submitted_by", "received_at", "captured_at", "about", "file", "sha256", "note", "of", "place",
    "position", "items",
}  # fmt: skip


def questions_of(policy: Policy, claim: Claim) -> dict[str, Question]:
    """The questions on which a claim turns: those that its rules test, and all that must be settled before."""
    found: dict[str, Question] = {}
    todo = [name for condition in conditions_of_claim(claim) for name in questions_in(condition)]
    while todo:
        name = todo.pop()
        if name not in found:
            found[name] = policy.questions[name]
            todo += earlier_questions(policy.questions[name])
    return found


def signals_of(policy: Policy, question: Question) -> dict[str, Signal]:
    """Every signal that raises a question or bears on it."""
    names = [*(question.raised.any if question.raised else ())]
    names += [name for argument in question.arguments for name in (*argument.premises, *argument.unless)]
    return {name: policy.signals[name] for name in names}


@dataclass
class Drafts:
    """All that cases about one claim are made of."""

    policy: Policy
    claim: Claim
    questions: dict[str, Question] = field(init=False)
    signals: dict[str, Signal] = field(init=False)
    conditions: list[Condition | None] = field(init=False)
    tests: list[tuple[RecordTest, str | None]] = field(init=False)
    placed: datetime = PLACED

    def __post_init__(self) -> None:
        self.questions = questions_of(self.policy, self.claim)
        self.signals = {}
        for question in self.questions.values():
            self.signals |= signals_of(self.policy, question)
        self.conditions = [*conditions_of_claim(self.claim)]
        self.conditions += [one for question in self.questions.values() for one in conditions_of_question(question)]
        circumstances = [leaf for condition in self.conditions for leaf in leaves(condition)]
        # Evidence is met more often than circumstances, and each of both kinds more than once.
        self.tests = [(signal.test, signal.held_by) for signal in self.signals.values()] * 2
        self.tests += [(leaf, None) for leaf in circumstances if isinstance(leaf, RecordTest)]
        self.tests = [(test, held_by) for test, held_by in self.tests if test.kind in self.known_kinds]

    # What the rules are about

    @cached_property
    def own_tests(self) -> list[tuple[str, FieldTest]]:
        """Every test of a field on which the claim turns, with its kind."""
        conditions = [signal.test for signal in self.signals.values()]
        found = [(test.kind, one) for test in conditions for one in test.tests]
        for leaf in (leaf for condition in self.conditions for leaf in leaves(condition)):
            if isinstance(leaf, RecordTest):
                found += [(leaf.kind, one) for one in leaf.tests]
        return found

    @cached_property
    def words(self) -> dict[tuple[str, str], list[str]]:
        """The words that rules look for, by field."""
        found: dict[tuple[str, str], list[str]] = {}
        for kind, test in self.own_tests:
            if isinstance(test.check, OneOf):
                found.setdefault((kind, test.field), []).extend(test.check.values)
        if any(name in OF_SCANS for _, name in self.fields):
            found.setdefault(("tracking_event", "code"), []).extend(("accepted", "delivered"))
        return found

    @cached_property
    def fields(self) -> set[tuple[str, str]]:
        """The fields that something turns on, those under computed fields too."""
        todo = [(kind, test.field) for kind, test in self.own_tests]
        todo += [
            (ref.kind, ref.field)
            for _, test in self.own_tests
            for ref in operands_of(test.check)
            if isinstance(ref, FieldRef)
        ]
        for head in self.claim.heads:
            for formula in (head.amount, head.cap, *(rule.amount for rule in head.what)):
                parts = parts_of(formula.expression) if formula else ()
                todo += [(one.kind, one.field) for one in parts if isinstance(one, FieldOf)]
        return {name for kind, field in todo for name in self.under(kind, (field,))}

    @cached_property
    def days(self) -> list[date]:
        """The days on which orders are placed: an ordinary one, and those on which special periods begin."""
        if all(name != PERIOD_FIELD for _, name in self.fields):
            return [PLACED.date()]
        special = [days.first for period in self.policy.periods.values() for days in period.days]
        return [PLACED.date(), *(day for day in special if day >= date(2026, 1, 1))]

    def under(self, kind: str, names: Iterable[str]) -> set[tuple[str, str]]:
        """The fields that fields of a kind rest on, at any remove, and they themselves."""
        todo, found = [(kind, name) for name in names], set[tuple[str, str]]()
        while todo:
            name = todo.pop()
            if name not in found:
                found.add(name)
                todo += self.parts.get(name, ())
        return found

    @cached_property
    def parts(self) -> dict[tuple[str, str], list[tuple[str, str]]]:
        """The fields that the formula of each computed field names."""
        found = {("tracking_event", "minutes_late"): [("order", "promised_by")]}
        for one in self.policy.derived.values():
            named = [(part.kind, part.field) for part in parts_of(one.formula.expression) if isinstance(part, FieldOf)]
            found[one.kind, one.field] = named
        return found

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of record that a case about the claim may hold, other than the order and notices."""
        named = {kind for kind, _ in self.fields} | {
            kind for one in self.claim.evidence.values() for kind in one.sendable
        }
        return sorted(kind for kind in named if kind in self.known_kinds)

    @cached_property
    def known_kinds(self) -> set[str]:
        return {*MODELS, *self.policy.kinds.declared} - {"order", "notice", "claim", "item"}

    @cached_property
    def has_parts(self) -> bool:
        return any(question.scope != "order" for question in self.questions.values())

    @cached_property
    def parties(self) -> list[str]:
        """The parties that the pack knows; the platform is always there."""
        known = {*self.policy.header.roles.values(), self.claim.by, *self.claim.evidence}
        return [party for party in PARTIES if party in known or party == "platform"]

    def asked_by_rules(self, party: str) -> set[str]:
        """What some rule looks for having been asked of a party."""
        found: set[str] = set()
        for leaf in (leaf for condition in self.conditions for leaf in leaves(condition)):
            if isinstance(leaf, RecordTest) and leaf.kind == "notice":
                checks = {one.field: one.check for one in leaf.tests if isinstance(one.check, OneOf)}
                to = checks.get("to")
                for asks in (checks.get("asks"), checks.get("withheld")):
                    if to is not None and asks is not None and party in to.values and not asks.negated:
                        found |= set(asks.values)
        return found

    @cached_property
    def limits(self) -> dict[str, list[Any]]:
        """The values of the pack's parameters by their units: where results flip."""
        found: dict[str, list[Any]] = {}
        for parameter in self.policy.parameters.values():
            found.setdefault(parameter.unit, []).extend(dated.value for dated in parameter.values)
        return found

    @cached_property
    def regions(self) -> list[str]:
        values = [dated for one in self.policy.parameters.values() for dated in one.values]
        return sorted({dated.region for dated in values if dated.region})

    # Values

    def minutes(self, random: Random) -> int:
        """A while: an ordinary one, or one at the edge of a limit of the pack."""
        edges = [round(value * size) for unit, size in MINUTES_IN.items() for value in self.limits.get(unit, ())]
        if edges and random.random() < 0.3:
            return max(0, random.choice(edges) + random.choice((-1, 0, 1)))
        return random.choice(MINUTES)

    def money(self, random: Random, currency: str) -> str:
        edges = [
            one.minor for one in self.limits.get("money", ()) if isinstance(one, Money) and one.currency == currency
        ]
        if edges and random.random() < 0.3:
            minor = max(0, random.choice(edges) + random.choice((-1, 0, 1)))
        else:
            minor = random.choice((1, 1250, 4000, 8000, 12_000, 24_990))
        return f"{minor // 100}.{minor % 100:02} {currency}"

    def number(self, random: Random, kind: str, name: str, unit: str) -> str:
        near = [value for value in self.limits.get(unit, ()) if isinstance(value, int | Fraction)]
        for tested, test in self.own_tests:
            if (tested, test.field) == (kind, name):
                near += [one for one in operands_of(test.check) if isinstance(one, int | Fraction)]
        value = random.choice([*near, *NUMBERS]) if near else random.choice(NUMBERS)
        return str(max(0, round(value) + random.choice((-1, 0, 0, 1))))

    def value(self, random: Random, kind: str, name: str, typed: FieldType, currency: str) -> Any:
        """A value of a field, mostly one that a rule looks for."""
        match typed:
            case EnumType(values):
                looked_for = [word for word in self.words.get((kind, name), ()) if word in values]
                return random.choice(looked_for) if looked_for and random.random() < 0.8 else random.choice(values)
            case SetType(EnumType(values)):
                return random.sample(values, random.randint(0, len(values)))
            case MoneyType():
                return self.money(random, currency)
            case NumberType(unit):
                return self.number(random, kind, name, unit)
            case TimeType():
                return (self.placed + timedelta(minutes=self.minutes(random))).isoformat()
            case YesNoType():
                return random.choice(("yes", "no"))
        return "something"

    def stated(self, kind: str) -> dict[str, FieldType]:
        """The fields that a record of a kind may state."""
        typed = self.policy.vocabulary[kind]
        if kind in self.policy.kinds.declared:
            return dict(self.policy.kinds.declared[kind].fields)
        names = {info.alias or name for name, info in MODELS[kind].model_fields.items()} - COMMON
        return {name: typed[name] for name in typed if name in names}

    # Records

    def record(
        self, random: Random, kind: str, currency: str, test: RecordTest | None = None, holder: str | None = None
    ) -> list[Data]:
        """A record of a kind that passes a test as far as what it states can; before it the paper of its holder."""
        fields: Data = {}
        needed = NEEDED.get(kind, ())
        for name, typed in self.stated(kind).items():
            chance = 1 if name in needed else 0.9 if (kind, name) in self.fields else 0.2
            if random.random() < chance:
                fields[name] = self.value(random, kind, name, typed, currency)
        fields.pop("confirmed_by", None)
        checks = {one.field: one.check for one in test.tests} if test else {}
        sender = self._sender(random, kind, checks)
        for name, check in checks.items():
            typed = self.stated(kind).get(name)
            if typed is not None:
                self._fulfil(random, kind, name, typed, check, fields, currency)
        if kind in ("tracking_event", "courier_report") and random.random() < 0.8:
            fields["place" if kind == "tracking_event" else "position"] = random.choice(PLACES)
        if kind == "courier_report" and "place" in self.policy.vocabulary[kind]:
            typed = self.policy.vocabulary[kind]["place"]
            fields["place"] = self.value(random, kind, "place", typed, currency)
            if isinstance(checks.get("place"), OneOf):
                self._fulfil(random, kind, "place", typed, checks["place"], fields, currency)
        if "is_last_delivered" in checks:
            fields["code"] = "delivered"
        if kind == "message":
            fields |= self._text(random, checks)
        found = {"kind": kind, "submitted_by": sender, **fields}
        if kind == "statement":
            found["submitted_by"] = found["by"]
        if kind == "message":
            found["submitted_by"] = found["from"]
        if kind != "reading":
            return [found]
        return [self._paper(random, checks, holder), {**found, "of": -1, "submitted_by": "platform"}]

    def _sender(self, random: Random, kind: str, checks: dict[str, Any]) -> str:
        declared = self.policy.kinds.declared.get(kind)
        allowed = sorted(declared.submitters if declared else SUBMITTERS.get(kind, frozenset(PARTIES)))
        wanted = checks.get("submitted_by")
        if isinstance(wanted, OneOf) and not wanted.negated:
            allowed = [one for one in wanted.values if one in allowed] or allowed
        known = [one for one in allowed if one in self.parties] or allowed
        return random.choice(known)

    def _fulfil(
        self, random: Random, kind: str, name: str, typed: FieldType, check: Any, fields: Data, currency: str
    ) -> None:
        match check, typed:
            case OneOf(values, negated), EnumType(known):
                fitting = [one for one in known if (one in values) != negated]
                fields[name] = random.choice(fitting) if fitting else fields.get(name, known[0])
            case OneOf(values, negated), SetType(EnumType(known)):
                fields[name] = [one for one in known if one not in values] if negated else [random.choice(values)]
            case OneOf(values, negated), _:
                fields[name] = random.choice(values) if not negated else {"yes": "no", "no": "yes"}.get(values[0], "x")
            case IsKnown(known), _:
                fields.pop(name, None)
                if known:
                    fields[name] = self.value(random, kind, name, typed, currency)
            case Compare(op, operand), NumberType() if (edge := self._edge(operand)) is not None:
                step = random.choice((0, 1, 5)) + (0 if "=" in op else 1)
                fields[name] = str(max(0, round(edge) + (step if ">" in op else -step)))

    def _edge(self, operand: Any) -> Any:
        if isinstance(operand, ParameterRef):
            value = self.policy.parameters[operand.id].values[-1].value
            return value if isinstance(value, int | Fraction) else None
        return operand if isinstance(operand, int | Fraction) else None

    def _text(self, random: Random, checks: dict[str, Any]) -> Data:
        """What a message says: a phrase of the lexicon that a rule looks for, or something else."""
        wanted = checks.get("means")
        words = wanted.values if isinstance(wanted, OneOf) else self.words.get(("message", "means"), ())
        for language, lexicon in self.policy.lexicons.items():
            if words:
                word = random.choice(list(words))
                meaning = lexicon.meanings.get(word.removeprefix(DENIED))
                phrases = meaning and (meaning.denies if word.startswith(DENIED) else meaning.says)
                if phrases:
                    return {"text": random.choice(phrases).text, "language": language}
        return {"text": "Hello, is anybody there?", "language": "en"}

    def _paper(self, random: Random, checks: dict[str, Any], holder: str | None) -> Data:
        """The photo or document that a reading reads, by whom the reading's test says."""
        kind = random.choice(("photo", "document"))
        holders = [party for party, one in self.claim.evidence.items() if kind in one.sendable]
        if holder is not None:
            holders = [holder]
        wanted = checks.get("of_submitted_by")
        if isinstance(wanted, OneOf):
            holders = [one for one in PARTIES if (one in wanted.values) != wanted.negated]
        found = {"kind": kind, "submitted_by": random.choice(holders or self.parties)}
        if ("reading", "of_captured_at") in self.fields and random.random() < 0.9:
            found["captured_at"] = (self.placed + timedelta(minutes=self.minutes(random))).isoformat()
        return found

    # Whole cases

    def case(self, random: Random) -> Data:
        """The data of a whole case."""
        region = random.choice(("DE", "DE", *self.regions))
        self.placed = datetime.combine(random.choice(self.days), time(12), ZONE)
        currency = self._currency(region)
        filed = self.placed + timedelta(minutes=self.minutes(random))
        as_of = max(filed, self.placed + timedelta(days=8)) + timedelta(days=30)
        order = self._order(random, region, currency)
        records: list[Data] = [order]
        for _ in range(random.choice((0, 1, 2, 3, 4, 6))):
            test, holder = random.choice(self.tests) if self.tests and random.random() < 0.85 else (None, None)
            kind = test.kind if test else random.choice(self.kinds) if self.kinds else None
            if kind in self.known_kinds:
                self.put(random, records, self.record(random, kind, currency, test, holder))
                self._put_under(
                    random, records, self.under(kind, (one.field for one in test.tests) if test else ()), currency
                )
        for _ in range(random.choice((0, 1, 2, 3))):
            self.put(random, records, [self.notice(random, records, filed)])
        claim = {"id": "K-1", "claim": self.claim.id, "by": self.claim.by, "filed_at": filed.isoformat()}
        if random.random() < 0.93:
            claim["amount"] = (
                order.get("total", self.money(random, currency))
                if random.random() < 0.7
                else self.money(random, currency)
            )
        if random.random() < 0.1:
            claim["already_made_good"] = self.money(random, currency)
        if "items" in order:
            lines = [line["id"] for line in order["items"]]
            claim["items"] = sorted(random.sample(lines, random.randint(1, len(lines))))
        return {
            "case": "FAIR-1", "policy": self.policy.id, "as_of": as_of.isoformat(), "claims": [claim],
            "parties": {party: {"name": f"{party.title()} Maier"} for party in self.parties},
            "funds_at": random.choice(("escrow", "seller", "cash")), "records": records,
        }  # fmt: skip

    def _put_under(self, random: Random, records: list[Data], names: set[tuple[str, str]], currency: str) -> None:
        """The other records that computed fields rest on, mostly."""
        for kind in sorted({kind for kind, _ in names} & self.known_kinds - {records[-1]["kind"]}):
            if random.random() < 0.7:
                self.put(random, records, self.record(random, kind, currency))
        if any(field == "minutes_after_accepted" for _, field in names) and random.random() < 0.7:
            at = (self.placed + timedelta(minutes=self.minutes(random))).isoformat()
            scan = {"kind": "tracking_event", "submitted_by": "carrier", "code": "accepted", "at": at}
            self.put(random, records, [scan])

    def put(self, random: Random, records: list[Data], added: list[Data]) -> list[Data]:
        """Records into a case, with ids, and about the one shipment (or, where lines count, one of them)."""
        about: Data = {**SHIPMENT} if random.random() < 0.9 else {}
        if self.has_parts and random.random() < 0.5:
            about["item"] = random.choice(LINES)
        for one in added:
            one["id"] = f"R-{len(records)}"
            if about and one["kind"] not in ("notice", "context", "history", "order"):
                one["about"] = about
            if one["kind"] == "reading" and one.get("of") == -1:
                one["of"] = records[-1]["id"]
            records.append(one)
        return added

    def notice(self, random: Random, records: list[Data], filed: datetime, to: str | None = None) -> Data:
        """A notice to a party who is asked for some of what it has; answered, or silent past the deadline."""
        listed = sorted(self.claim.evidence)
        to = to or (random.choice(listed) if listed and random.random() < 0.85 else random.choice(self.parties))
        kinds = set(self.claim.evidence[to].sendable if to in self.claim.evidence else ())
        tested = (*self.words.get(("notice", "asks"), ()), *self.words.get(("notice", "withheld"), ()))
        kinds |= {word for word in tested if random.random() < 0.4}
        asks = sorted(kind for kind in kinds if random.random() < 0.8)
        names = [one["id"] for one in records if one["kind"] not in ("order", "notice")]
        shown = names if random.random() < 0.7 else random.sample(names, random.randint(0, len(names)))
        sent = filed + timedelta(days=1)
        found = {
            "kind": "notice", "submitted_by": "platform", "to": to, "sent_at": sent.isoformat(), "asks": asks,
            "shown": shown, "deadline": (sent + timedelta(days=6)).isoformat(),
            "answer": random.choice(("none", "none", "received", "declined")),
        }  # fmt: skip
        if found["answer"] != "none":
            found["answered_at"] = (sent + timedelta(minutes=self.minutes(random) % 7000)).isoformat()
        return found

    def _order(self, random: Random, region: str, currency: str) -> Data:
        total = self.money(random, currency)
        order: Data = {"id": "R-0", "kind": "order", "submitted_by": "platform", "placed_at": self.placed.isoformat()}
        if random.random() < 0.95:
            order |= {"region": region}
        if random.random() < 0.95:
            order |= {"total": total, "price": total if random.random() < 0.7 else self.money(random, currency)}
        for name, typed in self.stated("order").items():
            stated = name in order or name in ("total", "price", "region")
            if not stated and random.random() < (0.85 if ("order", name) in self.fields else 0.3):
                order[name] = self.value(random, "order", name, typed, currency)
        order["place"] = HERE
        if self.has_parts:
            order["items"] = [
                {"id": line, "quantity": random.choice(("1", "2")), "price": self.money(random, currency)}
                for line in LINES[: random.randint(1, 2)]
            ]
        return order

    def _currency(self, region: str) -> str:
        values = [dated for one in self.policy.parameters.values() for dated in one.values]
        return next(
            (one.value.currency for one in values if isinstance(one.value, Money) and one.region == region), "EUR"
        )


# Computed fields of scans that rest on other scans.
OF_SCANS = ("is_last_delivered", "minutes_late", "minutes_after_accepted", "minutes_after_delivered")
NEEDED = {
    "tracking_event": ("at", "code"), "courier_report": ("at",), "handover": ("at", "proof"), "message": ("at", "from"),
    "statement": ("by", "says"), "reading": ("says", "by"), "context": ("what",),
    "history": ("party", "what", "count"),
}  # fmt: skip


def claims_of(policies: dict[str, Policy]) -> Iterator[tuple[str, str]]:
    """Every claim of every policy, by their names."""
    for pack, policy in policies.items():
        yield from ((pack, claim) for claim in policy.claims)
