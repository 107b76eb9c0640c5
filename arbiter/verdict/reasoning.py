"""The reasoning: a graph from records to verdict, as plain JSON values.

Every record with its strength and effect; every rule in scope in exactly one state: fired, defeated, not_met,
unknown or not_in_force. It holds ids, numbers and words of the policy, never free text or names.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from arbiter.engine import ir
from arbiter.engine.ir import (
    ABSENT,
    KEY_BITS,
    PRESENT,
    UNKNOWN,
    Known,
    NotInForce,
    QuestionRules,
    Rulebook,
    check_label,
)
from arbiter.facts.derived import Lookup, rests_on
from arbiter.policy.dated import Strength
from arbiter.verdict.failures import failures_of, nearest
from arbiter.verdict.findings import records_of
from arbiter.verdict.mattering import Place
from arbiter.verdict.model import Choice, Finding
from arbiter.verdict.needed import unneeded
from arbiter.verdict.settle import Outcome, View
from evidence import Item

Json = dict[str, Any]
FIRED: Json = {"state": "fired"}
WORDS = tuple(strength.word for strength in Strength)


@dataclass(frozen=True, slots=True)
class _Observed:
    """What the states of rules are told from."""

    book: Rulebook
    view: View
    by_kind: Mapping[str, Sequence[Item]]
    names: Mapping[int, str]


def _by_kind(items: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.admission.status != "rejected":
            found.setdefault(item.kind, []).append(item)
    return found


def reasoning_of(book: Rulebook, outcome: Outcome, items: Sequence[Item], heard: Sequence[int]) -> Json:
    """The whole graph. `items` are all records, rejected ones too; `heard` indexes of notices that count."""
    names = {item.index: item.id for item in items}
    effects = record_effects(book, outcome, items, heard)
    idle = unneeded(book, outcome)
    whole, *parts = (_Observed(book, view, _by_kind(items), names) for view in outcome.views)
    strengths = _strengths(book, outcome)
    found: Json = {
        "records": {item.id: _record(item, effects, strengths) for item in items},
        "signals": _signals(whole),
        "questions": _questions(whole, idle),
        "outcome": _outcome(whole),
    }
    if parts:
        found["parts"] = {
            seen.view.part: {"questions": _questions(seen, idle), "outcome": _outcome(seen)} for seen in parts
        }
    return found


def _questions(seen: _Observed, idle: Collection[Place]) -> Json:
    """The questions that were settled in a view."""
    found: Json = {}
    for rules in seen.view.own:
        name = rules.question.id
        found[name] = _question(seen, rules, seen.view.findings[name])
        if (name, seen.view.part) in idle:
            found[name]["needed"] = False
    return found


def record_effects(book: Rulebook, outcome: Outcome, items: Sequence[Item], heard: Sequence[int]) -> dict[int, str]:
    """What became of each record: pivotal, supporting, outweighed, not_needed; none if absent.

    Pivotal: in some minimal sufficient set, by carrying a sufficient argument, defeating what stood against it,
    raising the question, fulfilling a circumstance of a rule that decided, or failing a gate. Without the claim there
    is no case. Not needed: it bears only on questions that nothing turned on, since a gate was shut.
    """
    pivotal = {item.index for item in items if item.kind == "claim"}
    supporting: set[int] = set(heard)
    outweighed: set[int] = set()
    idle, spared = unneeded(book, outcome), set[int]()
    for view in outcome.views:
        for rules in view.own:
            finding = view.findings[rules.question.id]
            if (rules.question.id, view.part) in idle:
                spared |= {index for _, weighed in finding.standing for index in weighed.records}
                spared |= {index for _, weighed, _, by in finding.defeated for index in (*weighed.records, *by)}
                spared |= _raising(rules, view)
                continue
            pivotal |= records_of(finding.sufficient)
            for side, weighed in finding.standing:
                (supporting if side == finding.answer else outweighed).update(weighed.records)
            for side, weighed, _, by in finding.defeated:
                outweighed.update(weighed.records)
                if side != finding.answer:
                    pivotal.update(by)
            pivotal |= _raising(rules, view) if finding.raised else set()
            deciding = [index for index, shift in rules.shifts if shift.id == finding.burden_rule]
            deciding += [index for index, only in rules.only_counts if only.id in finding.counted]
            enough = {weighed.argument for weighed in finding.sufficient}
            deciding += [index for index, argument in rules.arguments if argument.id in enough]
            for index in deciding:
                pivotal |= _circumstances(rules.rules[index].formula, view)
        for index in _winning_outcome(book, outcome, view):
            pivotal |= _circumstances(book.outcome.rules[index].formula, view)
        pivotal |= {item.index for gate in failures_of(book, view, items) for item in gate.records}
    for head in outcome.heads:
        limit = head.limit.operands if head.limit is not None and head.capped else ()
        kinds = {operand.name.partition(".")[0] for operand in (*head.operands, *limit)}
        pivotal |= {item.index for item in items if item.kind in kinds}
    pivotal |= _computed_from(book, items, pivotal)
    effects = dict.fromkeys(spared, "not_needed")
    effects |= dict.fromkeys(outweighed, "outweighed")
    effects |= dict.fromkeys(supporting, "supporting")
    effects |= dict.fromkeys(pivotal, "pivotal")
    return effects | _of_what_was_read(items, effects)


def _computed_from(book: Rulebook, items: Sequence[Item], pivotal: Collection[int]) -> set[int]:
    """The records that computed fields of deciding records rest on."""
    if book.sources is None or not book.wanted:
        return set()
    lookup, sources = Lookup(items), book.sources
    return {
        other.index
        for item in items
        if item.index in pivotal
        for field in book.wanted.get(item.kind, ())
        for other in rests_on(item, field, lookup, sources)
    }


def _of_what_was_read(items: Sequence[Item], effects: Mapping[int, str]) -> dict[int, str]:
    """A paper or picture speaks through its reading, and so had the effect that the reading had."""
    indexes = {item.id: item.index for item in items}
    found: dict[int, str] = {}
    for item in items:
        source = indexes.get(str(item.fields.get("of")))
        if item.kind == "reading" and source is not None and item.index in effects and source not in effects:
            found[source] = effects[item.index]
    return found


def _raising(rules: QuestionRules, view: View) -> set[int]:
    found: set[int] = set()
    for name in rules.question.raised.any if rules.question.raised else ():
        for carried in view.weighing.carriers:
            found.update(index for index, _ in carried.get(rules.signals[name], []))
    return found


def _winning_outcome(book: Rulebook, outcome: Outcome, view: View) -> list[int]:
    winners = {(head.id, choice.winner) for head in view.heads for choice in (head.what, head.who)}
    found = [
        index
        for head, what, who in book.outcome.heads
        for index, rule in (*what, *who)
        if (head.id, rule.id) in winners
    ]
    fired = {measure.id for measure in outcome.measures}
    found += [index for index, measure in book.outcome.measures if measure.id in fired and view.decides(book, index)]
    causes = {reason.ref for reason in outcome.route.reasons}
    found += [index for index, route in book.outcome.routes if route.id in causes]
    return found + [index for index, _ in book.outcome.gates if view.decides(book, index)]


def _circumstances(formula: ir.Formula, view: View) -> set[int]:
    return {index for pattern in ir.circumstances_in(formula) for index in view.weighing.matched[pattern]}


def _strengths(book: Rulebook, outcome: Outcome) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for carried in outcome.weighing.carriers:
        for signal, records in carried.items():
            for index, strength in records:
                found.setdefault(index, {})[book.signals[signal].id] = WORDS[strength]
    return found


def _record(item: Item, effects: Mapping[int, str], strengths: Mapping[int, dict[str, str]]) -> Json:
    found: Json = {
        "kind": item.kind,
        "from": item.submitted_by,
        "admission": item.admission.status,
        "effect": effects.get(item.index, "none"),
        "digest": item.digest,
    }
    if item.admission.code is not None:
        found["code"] = item.admission.code
    if item.index in strengths:
        found["signals"] = strengths[item.index]
    return found


def _signals(seen: _Observed) -> Json:
    weighing = seen.view.weighing
    found: Json = {}
    for signal, number in zip(seen.book.signals, seen.book.signal_patterns, strict=True):
        pattern = seen.book.patterns[number]
        matched, unknown = weighing.matched[number], weighing.unknown[number]
        of_kind = seen.by_kind.get(pattern.kind, ())
        if matched:
            state: Json = {"state": "fired", "records": [seen.names[index] for index in matched]}
        elif unknown:
            state = {"state": "unknown", "needs": _needs(pattern, of_kind, unknown)}
        else:
            state = {"state": "not_met", **closest_failure(pattern, of_kind)}
        if len(of_kind) != len(matched):
            state["of"] = len(of_kind)
        found[signal.id] = state
    return found


def _needs(pattern: ir.Pattern, items: Sequence[Item], unknown: Sequence[int]) -> Json:
    """The fields that keep a pattern open, by record."""
    return {
        item.id: [test.field for test in pattern.tests if item.fields.get(test.field) is None]
        for item in items
        if item.index in unknown
    }


def closest_failure(pattern: ir.Pattern, items: Sequence[Item]) -> Json:
    """The first failing test of the record that passes the most tests; nothing if there is no such record."""
    found = nearest(pattern, items)
    if found is None:
        return {}
    item, failing = found
    observed = observed_text(item.fields.get(failing.field))
    if isinstance(failing.check, Known) and observed != "unknown":
        # Only that it is known was asked; what it says may be someone's name or address.
        observed = "known"
    required = failing.shown or check_label(failing.check)
    return {"record": item.id, "field": failing.field, "observed": observed, "required": required}


def observed_text(value: object) -> str:
    """A field's value in the words of a case file."""
    if value is None:
        return "unknown"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _question(seen: _Observed, rules: QuestionRules, finding: Finding) -> Json:
    keys = seen.view.weighing.situation.keys
    matches = seen.view.question_matches[rules.question.id]
    height = [max(column) for column in zip(*keys, strict=True)]
    states: Json = {}
    for index, rule in (*rules.shifts, *rules.only_counts):
        code = index << KEY_BITS
        states[rule.id] = _state(seen, rules.rules[index].formula, code in matches.met, code in matches.open, height)
    for index, argument in rules.arguments:
        opened = any(index << KEY_BITS | key in matches.open for key in range(max(1, len(keys))))
        states[argument.id] = _stood(seen, finding, argument.id) or _state(
            seen, rules.rules[index].formula, False, opened, height
        )
    for name, pairs in rules.exceptions.items():
        for index, signal in pairs:
            if any(index << KEY_BITS | key in matches.met for key in range(len(keys))):
                states[f"{name}.unless.{signal}"] = FIRED
    return {"clause": rules.question.clause, "rules": states}


def _stood(seen: _Observed, finding: Finding, argument: str) -> Json | None:
    """An argument whose premises were there: it stands, or something set it aside; None if it never matched."""
    standing = [weighed for _, weighed in finding.standing if weighed.argument == argument]
    if standing:
        best = max(standing, key=lambda weighed: weighed.strength)
        records = [seen.names[index] for index in best.records if index in seen.names]
        return {"state": "fired", "strength": best.strength, "records": records}
    defeated = next((by for _, weighed, by, _ in finding.defeated if weighed.argument == argument), None)
    return None if defeated is None else {"state": "defeated", "by": defeated}


def _state(seen: _Observed, formula: ir.Formula, met: bool, opened: bool, height: Sequence[int]) -> Json:
    """Fired, unknown, not in force, or not met with the first test that failed."""
    if met:
        return FIRED
    if opened:
        first = _first(seen, formula, height, UNKNOWN) or {"test": "join key"}
        if "hole" in first:
            return {"state": "not_in_force", "needs": first["hole"]}
        return {"state": "unknown", "needs": first["test"]}
    return {"state": "not_met", **(_first(seen, formula, height, ABSENT) or {"test": "join key"})}


def _first(seen: _Observed, formula: ir.Formula, height: Sequence[int], wanted: int) -> Json | None:
    """The first leaf whose truth is `wanted`, with what was observed there."""
    match formula:
        case ir.All(parts) | ir.Any(parts):
            return next((found for part in parts if (found := _first(seen, part, height, wanted)) is not None), None)
        case ir.HasSignal(signal):
            truth = min(height[signal], PRESENT) if height else ABSENT
            return {"test": seen.book.signals[signal].id} if truth == wanted else None
        case ir.AtLeast(count, signals):
            truths = sorted((min(height[signal], PRESENT) if height else ABSENT for signal in signals), reverse=True)
            some = ", ".join(seen.book.signals[signal].id for signal in signals)
            return {"test": f"{count} of {some}"} if truths[count - 1] == wanted else None
        case ir.Circumstance(number):
            return _circumstance(seen, number, wanted)
        case ir.Finding(question, low, high):
            if wanted != ABSENT or low <= seen.view.weighing.situation.findings[question] <= high:
                return None
            return _finding_test(seen, question, low, high)


def _finding_test(seen: _Observed, number: int, low: int, high: int) -> Json:
    """What a rule asks of a finding, and what it is."""
    question = seen.book.questions[number].question
    answers = question.all_answers[(low - 1) // 2 : (high + 1) // 2]
    shown = "shown " if low == high and not low % 2 else ""
    found: Json = {"test": f"{question.id}: {shown}{' or '.join(answers)}"}
    finding = seen.view.findings.get(question.id)
    return found if finding is None else found | {"observed": f"{finding.answer} by {finding.by}"}


def _circumstance(seen: _Observed, number: int, wanted: int) -> Json | None:
    """A circumstance that does not hold: what it asks, and where the nearest record falls short."""
    if seen.view.weighing.situation.circumstances[number] != wanted:
        return None
    pattern = seen.book.patterns[number]
    holes = [test.check.parameter for test in pattern.tests if isinstance(test.check, NotInForce)]
    if holes:
        return {"test": pattern.label, "hole": holes[0]}
    return {"test": pattern.label, **closest_failure(pattern, seen.by_kind.get(pattern.kind, ()))}


def _outcome(seen: _Observed) -> Json:
    """The rules of the last stage that are decided in a view: those of its heads, and what else it decides."""
    found: Json = {}
    rules = seen.book.outcome
    by_head = {head.id: (what, who) for head, what, who in rules.heads}
    for head in seen.view.heads:
        what, who = by_head[head.id]
        for index, owed in what:
            found[f"{head.id}.{owed.id}"] = _outcome_state(seen, index, head.what, owed.id)
        for index, bears in who:
            found[f"{head.id}.{bears.id}"] = _outcome_state(seen, index, head.who, bears.id)
    for index, rule in (*rules.gates, *rules.measures, *rules.routes, *rules.guarantees):
        if seen.view.decides(seen.book, index):
            found[rule.id] = _outcome_state(seen, index, None, rule.id)
    return found


def _outcome_state(seen: _Observed, index: int, choice: Choice | None, name: str) -> Json:
    overridden = dict(choice.overridden) if choice else {}
    if name in overridden:
        return {"state": "defeated", "by": overridden[name]}
    matches = seen.view.outcome_matches
    return _state(seen, seen.book.outcome.rules[index].formula, index in matches.met, index in matches.open, ())
