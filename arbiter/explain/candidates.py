"""The changes worth trying: records that could be added, taken away, or that could have said otherwise.

An added record brings all its signals, since the whole case is decided again with it in place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from arbiter.decide import Derivation
from arbiter.engine import interpreter
from arbiter.engine.ir import ABSENT, PRESENT, UNKNOWN, Among, Check, Known, Pattern, Within, check_label
from arbiter.explain.model import Change
from arbiter.verdict.reasoning import observed_text
from arbiter.verdict.trial import BRINGS
from evidence import BUILT_IN, Admission, Claim, Dossier, Item, Key, Kinds, Money, Value, assemble
from evidence.timeline import minutes_between

# What a record is, as against what it says: altering it would make it another record.
IDENTIFYING = frozenset({"code", "says", "by", "to", "from", "what", "party", "submitted_by", "of", "of_submitted_by"})
ADMITTED = Admission("admitted", None, "", None)
# The one field of records that depends on the claim that is decided.
AFTER_CLAIM = "minutes_after_claim"
# Where no record names a shipment, supposed ones share this.
INVENTED: Key = ("+", None, None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change: a record to add, or the record to take away or to alter, by id."""

    change: Change
    added: Item | None = None
    value: Value | None = None

    def apply(self, dossier: Dossier, kinds: Kinds = BUILT_IN) -> Dossier:
        """The dossier with the change made. Removals come first: they assemble the case anew."""
        if self.change.action == "remove":
            return _without(dossier, self.change.record, kinds)
        if self.added is None:
            return replace(dossier, items=tuple(self._altered(item) for item in dossier.items))
        added = replace(self.added, index=max(item.index for item in dossier.items) + 1)
        before = (_answered(_superseded(item, added), added, self.change.party) for item in dossier.items)
        return replace(dossier, items=(*before, added))

    def seen_from(self, own: Claim, other: Claim) -> "Candidate":
        """The same change as another claim of the case sees it: minutes after the claim count from its own filing."""
        if own is other:
            return self
        shift = minutes_between(other.filed_at, own.filed_at)
        added, value = self.added, self.value
        if added is not None:
            fields = {name: _shifted(name, found, shift) for name, found in added.fields.items()}
            added = replace(added, fields=fields)
        if value is not None and self.change.field is not None:
            value = _shifted(self.change.field, value, shift)
        return replace(self, added=added, value=value)

    def _altered(self, item: Item) -> Item:
        if item.id != self.change.record or self.change.field is None or self.value is None:
            return item
        return replace(item, fields={**item.fields, self.change.field: self.value})


def _shifted(field: str, value: Value, by: int | Fraction) -> Value:
    return value + by if field == AFTER_CLAIM and isinstance(value, int | Fraction) else value


# The order in which changes are made.
ORDER = ("remove", "alter", "add")


def _without(dossier: Dossier, record: str | None, kinds: Kinds) -> Dossier:
    """The case without a record, assembled anew: what followed from the record goes with it."""
    records = tuple(one for one in dossier.case.records if one.id != record)
    return assemble(dossier.case.model_copy(update={"records": records}), dossier.as_of, kinds, dossier.claim.id)


def _superseded(item: Item, added: Item) -> Item:
    """Only one event of a shipment can be its last delivery."""
    same_shipment = item.key is not None and added.key is not None and item.key[0] == added.key[0]
    both = item.kind == added.kind == "tracking_event" and same_shipment
    if both and item.fields.get("is_last_delivered") == added.fields.get("is_last_delivered") == "yes":
        return replace(item, fields={**item.fields, "is_last_delivered": "no"})
    return item


def _answered(item: Item, added: Item, party: str) -> Item:
    """What a party sends, by itself or as what a reading is of, it does not withhold."""
    held = item.fields.get("withheld")
    if item.kind != "notice" or item.fields.get("to") != party or not isinstance(held, frozenset):
        return item
    sent = {added.kind, *(kind for kind, brought in BRINGS.items() if added.kind in brought)}
    return replace(item, fields={**item.fields, "withheld": held - sent})


def candidates(derivation: Derivation) -> tuple[Candidate, ...]:
    """Every single change, in a stable order: additions, alterations, removals."""
    return (*additions(derivation), *alterations(derivation, of_matches=True), *removals(derivation))


def additions(derivation: Derivation) -> Iterator[Candidate]:
    """For each signal that no record carries at full strength: a record that does, in every join key there is."""
    book = derivation.book
    keys = _keys(derivation)
    for signal, number in zip(book.signals, book.signal_patterns, strict=True):
        pattern = book.patterns[number]
        fields = _fulfilling(pattern)
        if fields is None:
            continue
        # A reading is what an employee makes of a party's paper or picture: the party sends the paper.
        sender = "platform" if pattern.kind in ("reading", "courier_report") else signal.held_by
        change = Change(
            "add",
            signal.held_by,
            pattern.kind,
            signal=signal.id,
            can_still_send=_sendable(derivation, signal.held_by, pattern.kind),
        )
        for key in keys or [INVENTED]:
            item = Item(-1, f"+{signal.id}", pattern.kind, sender, None, key, fields, ADMITTED, "")
            yield Candidate(change, item)


def _keys(derivation: Derivation) -> list[Key]:
    """Every join key there is; of parts of the order that came out alike, one stands for all."""
    found: dict[Key, None] = {}
    seen: set[object] = set()
    alike = _outcomes(derivation)
    for item in derivation.items:
        if item.key is None:
            continue
        # Whatever else is known of a shipment or an attempt makes a key its own.
        about = item.key[2] if item.key[:2] == (None, None) else None
        if about in alike:
            if alike[about] in seen:
                continue
            seen.add(alike[about])
        found[item.key] = None
    return list(found)


def _outcomes(derivation: Derivation) -> dict[str | None, object]:
    """How each part of the order came out: its findings, and what is owed for it."""
    found: dict[str | None, list[object]] = {}
    for finding in derivation.verdict.findings:
        found.setdefault(finding.part, []).append((finding.question, finding.answer, finding.by))
    for head in derivation.verdict.heads:
        found.setdefault(head.part, []).append((head.id, head.amount, head.bearer))
    return {part: tuple(said) for part, said in found.items() if part is not None}


def _fulfilling(pattern: Pattern) -> dict[str, Value] | None:
    fields: dict[str, Value] = {}
    for test in pattern.tests:
        value = value_for(test.check)
        if value is None:
            return None
        fields[test.field] = value
    return fields


def _sendable(derivation: Derivation, party: str, kind: str) -> bool:
    obtainable = derivation.book.claim.evidence.get(party)
    return obtainable is not None and any(kind in BRINGS.get(sent, (sent,)) for sent in obtainable.sendable)


def alterations(derivation: Derivation, of_matches: bool) -> Iterator[Candidate]:
    """Records with one field changed: a test that matched made to fail, or (`of_matches` False) the reverse."""
    for pattern in derivation.book.patterns:
        for item in derivation.items:
            # What is claimed is no evidence.
            if item.kind == pattern.kind and item.kind not in ("claim", "item") and item.admission.status != "rejected":
                yield from _altered(pattern, item, of_matches)


def _altered(pattern: Pattern, item: Item, of_matches: bool) -> Iterator[Candidate]:
    truths = [interpreter.match_test(test, item.fields.get(test.field)) for test in pattern.tests]
    if of_matches and any(truth != PRESENT for truth in truths):
        return
    if not of_matches and sum(truth in (ABSENT, UNKNOWN) for truth in truths) != 1:
        return
    for test, truth in zip(pattern.tests, truths, strict=True):
        if (truth == PRESENT) != of_matches or test.field in IDENTIFYING or test.field.startswith("is_"):
            continue
        value = failing_value(test.check) if of_matches else value_for(test.check)
        if value is None:
            continue
        required = opposite(test.check) if of_matches else check_label(test.check)
        change = Change(
            "alter",
            item.submitted_by or "platform",
            item.kind,
            record=item.id,
            field=test.field,
            observed=observed_text(item.fields.get(test.field)),
            required=required,
        )
        yield Candidate(change, value=value)


def removals(derivation: Derivation) -> Iterator[Candidate]:
    """Each record taken away, but for the claim, its filing and the order."""
    for item in derivation.items[2:]:
        if item.kind not in ("order", "item") and item.admission.status != "rejected":
            change = Change("remove", item.submitted_by or "platform", item.kind, record=item.id)
            yield Candidate(change)


def value_for(check: Check) -> str | int | Fraction | Money | None:
    """The nearest value that passes a check; None if there is no one value to name."""
    match check:
        case Among(values, False):
            return min(values)
        case Within(low, _, low_open, _) if low is not None:
            return _step(low, 1) if low_open else low
        case Within(None, high, _, high_open) if high is not None:
            return _step(high, -1) if high_open else high
    return None


def failing_value(check: Check) -> str | int | Fraction | Money | None:
    """The nearest value that fails a bound; None for checks that are not bounds."""
    match check:
        case Within(low, _, low_open, _) if low is not None:
            return low if low_open else _step(low, -1)
        case Within(None, high, _, high_open) if high is not None:
            return high if high_open else _step(high, 1)
    return None


def _step(value: int | Fraction | Money, by: int) -> int | Fraction | Money:
    return Money(value.minor + by, value.currency) if isinstance(value, Money) else value + by


def opposite(check: Check) -> str:
    """What a field must be to fail a check, as a change says it is required."""
    match check:
        case Within(low, _, low_open, _) if low is not None:
            return f"{'<=' if low_open else '<'} {low}"
        case Within(_, high, _, high_open):
            return f"{'>=' if high_open else '>'} {high}"
        case Known(wanted):
            return "unknown" if wanted else "known"
    return f"not {check_label(check)}"
