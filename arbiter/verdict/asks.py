"""What can still be obtained: evidence that could change the result and that nobody was asked for yet.

A kind of record is asked for if the claim's evidence matrix lists it for a party, no notice has asked for it, the
party has not sent it, and its presence could flip the result. An unknown field is asked for where a rule waits for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from arbiter.engine.ir import ABSENT, NOBODY, PRESENT, All, Any, Circumstance, Formula, Rulebook
from arbiter.verdict.model import Ask
from arbiter.verdict.settle import Matcher, Outcome, settle
from arbiter.verdict.weighing import Weighing
from evidence import Item, Money

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
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    matcher: Matcher,
) -> tuple[Ask, ...]:
    """Every ask once: kinds in the order of the evidence matrix, then unknown fields."""
    asked = {
        (item.fields.get("to"), kind)
        for item in items
        if item.kind == "notice"
        for kind in _members(item.fields.get("asks"))
    }
    sent = {(item.submitted_by, item.kind) for item in items}
    found = []
    for party, obtainable in sorted(book.claim.evidence.items()):
        for kind in obtainable.kinds:
            if (party, kind) in asked or (party, kind) in sent:
                continue
            if _could_flip(book, outcome, party, kind, fields, already, matcher):
                found.append(Ask(party, kind))
    return (*found, *_unknown_fields(book, outcome, items))


def _members(value: object) -> Iterable[str]:
    return value if isinstance(value, frozenset) else ()


def _could_flip(
    book: Rulebook,
    outcome: Outcome,
    party: str,
    kind: str,
    fields: Mapping[str, Mapping[str, object]],
    already: Money | None,
    matcher: Matcher,
) -> bool:
    """Whether some record of the kind could change the result: each signal and circumstance it could bring is tried."""
    kinds = BRINGS.get(kind, (kind,))
    base = outcome.weighing
    for index, signal in enumerate(book.signals):
        if signal.held_by == party and signal.test.kind in kinds:
            added = with_signal(book, base, index)
            if settle(book, added, fields, already, matcher).result != outcome.result:
                return True
    for pattern in book.patterns:
        circumstance = pattern.index not in book.signal_patterns
        if circumstance and pattern.kind in kinds and base.situation.circumstances[pattern.index] != PRESENT:
            added = with_circumstance(base, pattern.index)
            if settle(book, added, fields, already, matcher).result != outcome.result:
                return True
    return False


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
    return replace(
        base,
        situation=replace(base.situation, keys=tuple(keys)),
        joinable=(True, *base.joinable),
        carriers=tuple(carriers),
    )


def with_circumstance(base: Weighing, pattern: int) -> Weighing:
    """The weighing with one circumstance made true."""
    truths = base.situation.circumstances
    changed = (*truths[:pattern], PRESENT, *truths[pattern + 1 :])
    return replace(base, situation=replace(base.situation, circumstances=changed))


def _unknown_fields(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> Iterable[Ask]:
    """Fields that a referred question, head, measure or route waits for, from whoever keeps that record."""
    found: dict[Ask, None] = {}
    by_index = {item.index: item for item in items}
    for formula in _waiting(book, outcome):
        for number in circumstances_in(formula):
            pattern = book.patterns[number]
            for index in outcome.weighing.unknown[number]:
                item = by_index[index]
                for test in pattern.tests:
                    if item.fields.get(test.field) is None:
                        found[Ask(_keeper(book, item), item.kind, test.field)] = None
    short = {reason.ref for reason in outcome.route.reasons if reason.cause == "missing_amount"}
    for head in outcome.heads:
        for operand in head.operands:
            kind, dot, field = operand.name.partition(".")
            if head.id in short and operand.value is None and dot:
                found[Ask(book.claim.by if kind == "claim" else "platform", kind, field)] = None
    return tuple(found)


def _keeper(book: Rulebook, item: Item) -> str:
    return book.claim.by if item.kind == "claim" else item.submitted_by or "platform"


def _waiting(book: Rulebook, outcome: Outcome) -> Iterable[Formula]:
    """The formulas of rules that an unknown keeps open and that could change the outcome."""
    for rules, finding in zip(book.questions, outcome.findings, strict=True):
        for index, rule in (*rules.shifts, *rules.only_counts, *rules.arguments):
            if rule.id in finding.open:
                yield rules.rules[index].formula
    causes = {(reason.cause, reason.ref) for reason in outcome.route.reasons}
    for head, (_, what, who) in zip(outcome.heads, book.outcome.heads, strict=True):
        for choice, rules_of in ((head.what, what), (head.who, who)):
            for index, outcome_rule in rules_of:
                if choice.state == "unknown" and outcome_rule.id in choice.open:
                    yield book.outcome.rules[index].formula
    for index, rule in (*book.outcome.routes, *book.outcome.measures):
        if ("unknown_rule", rule.id) in causes or ("unknown", rule.id) in causes:
            yield book.outcome.rules[index].formula


def circumstances_in(formula: Formula) -> Iterable[int]:
    """The patterns a formula asks about."""
    match formula:
        case Circumstance(pattern):
            yield pattern
        case All(parts) | Any(parts):
            for part in parts:
                yield from circumstances_in(part)
