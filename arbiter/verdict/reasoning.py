"""The reasoning: a graph from records to verdict, as plain JSON values.

Every record with its strength and effect; every rule in scope in exactly one state: fired, defeated, not_met,
unknown or not_in_force. It holds ids, numbers and words of the policy, never free text or names.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from arbiter.engine import interpreter, ir
from arbiter.engine.ir import ABSENT, KEY_BITS, PRESENT, UNKNOWN, QuestionRules, Rulebook, check_label
from arbiter.policy.model import Strength
from arbiter.verdict.findings import records_of
from arbiter.verdict.model import Choice, Finding
from arbiter.verdict.settle import Outcome
from evidence import Item

Json = dict[str, Any]
FIRED: Json = {"state": "fired"}
WORDS = tuple(strength.word for strength in Strength)


def reasoning_of(book: Rulebook, outcome: Outcome, items: Sequence[Item], heard: Sequence[int]) -> Json:
    """The whole graph. `items` are all records, rejected ones too; `heard` indexes of notices that count."""
    names = {item.index: item.id for item in items}
    effects = record_effects(book, outcome, items, heard)
    strengths = _strengths(book, outcome)
    return {
        "records": {item.id: _record(item, effects, strengths) for item in items},
        "signals": _signals(book, outcome, items, names),
        "questions": {
            rules.question.id: _question(book, rules, outcome, finding, names)
            for rules, finding in zip(book.questions, outcome.findings, strict=True)
        },
        "outcome": _outcome(book, outcome, items),
    }


def record_effects(book: Rulebook, outcome: Outcome, items: Sequence[Item], heard: Sequence[int]) -> dict[int, str]:
    """What became of each record: pivotal, supporting, outweighed; none if absent.

    Pivotal: in some minimal sufficient set, by carrying a sufficient argument, defeating what stood against it,
    raising the question, or fulfilling a circumstance of a rule that decided. Without the claim there is no case.
    """
    pivotal = {item.index for item in items if item.kind == "claim"}
    supporting: set[int] = set(heard)
    outweighed: set[int] = set()
    for rules, finding in zip(book.questions, outcome.findings, strict=True):
        pivotal |= records_of(finding.sufficient)
        for side, weighed in finding.standing:
            (supporting if side == finding.answer else outweighed).update(weighed.records)
        for side, weighed, _, by in finding.defeated:
            outweighed.update(weighed.records)
            if side != finding.answer:
                pivotal.update(by)
        pivotal |= _raising(rules, outcome) if finding.raised else set()
        deciding = [index for index, shift in rules.shifts if shift.id == finding.burden_rule]
        deciding += [index for index, only in rules.only_counts if only.id in finding.counted]
        for index in deciding:
            pivotal |= _circumstances(rules.rules[index].formula, outcome)
    for index in _winning_outcome(book, outcome):
        pivotal |= _circumstances(book.outcome.rules[index].formula, outcome)
    for head in outcome.heads:
        kinds = {operand.name.partition(".")[0] for operand in head.operands}
        pivotal |= {item.index for item in items if item.kind in kinds}
    effects = dict.fromkeys(outweighed, "outweighed")
    effects |= dict.fromkeys(supporting, "supporting")
    return effects | dict.fromkeys(pivotal, "pivotal")


def _raising(rules: QuestionRules, outcome: Outcome) -> set[int]:
    found: set[int] = set()
    for name in rules.question.raised.any:
        for carried in outcome.weighing.carriers:
            found.update(index for index, _ in carried.get(rules.signals[name], []))
    return found


def _winning_outcome(book: Rulebook, outcome: Outcome) -> list[int]:
    winners = {(head.id, choice.winner) for head in outcome.heads for choice in (head.what, head.who)}
    found = [
        index
        for head, what, who in book.outcome.heads
        for index, rule in (*what, *who)
        if (head.id, rule.id) in winners
    ]
    fired = {measure.id for measure in outcome.measures}
    found += [index for index, measure in book.outcome.measures if measure.id in fired]
    causes = {reason.ref for reason in outcome.route.reasons}
    return found + [index for index, route in book.outcome.routes if route.id in causes]


def _circumstances(formula: ir.Formula, outcome: Outcome) -> set[int]:
    match formula:
        case ir.Circumstance(pattern):
            return set(outcome.weighing.matched[pattern])
        case ir.All(parts) | ir.Any(parts):
            return {index for part in parts for index in _circumstances(part, outcome)}
    return set()


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


def _signals(book: Rulebook, outcome: Outcome, items: Sequence[Item], names: Mapping[int, str]) -> Json:
    by_kind: dict[str, list[Item]] = {}
    for item in items:
        if item.admission.status != "rejected":
            by_kind.setdefault(item.kind, []).append(item)
    found: Json = {}
    for signal, pattern in zip(book.signals, book.signal_patterns, strict=True):
        matched, unknown = outcome.weighing.matched[pattern], outcome.weighing.unknown[pattern]
        of_kind = by_kind.get(book.patterns[pattern].kind, [])
        if matched:
            state: Json = {"state": "fired", "records": [names[index] for index in matched]}
        elif unknown:
            state = {"state": "unknown", "needs": _needs(book.patterns[pattern], of_kind, unknown)}
        else:
            state = {"state": "not_met", **closest_failure(book.patterns[pattern], of_kind)}
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
    best: tuple[int, Json] = (-1, {})
    for item in items:
        passed = 0
        failing: ir.Test | None = None
        for test in pattern.tests:
            if interpreter.match_test(test, item.fields.get(test.field)) != ABSENT:
                passed += 1
            elif failing is None:
                failing = test
        if failing is not None and passed > best[0]:
            observed = observed_text(item.fields.get(failing.field))
            required = check_label(failing.check)
            best = (passed, {"record": item.id, "field": failing.field, "observed": observed, "required": required})
    return best[1]


def observed_text(value: object) -> str:
    """A field's value in the words of a case file."""
    if value is None:
        return "unknown"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _question(
    book: Rulebook, rules: QuestionRules, outcome: Outcome, finding: Finding, names: Mapping[int, str]
) -> Json:
    situation = outcome.weighing.situation
    matches = outcome.question_matches[rules.index]
    height = [max(column) for column in zip(*situation.keys, strict=True)] if situation.keys else []
    defeated = {weighed.argument: by for _, weighed, by, _ in finding.defeated}
    standing = {weighed.argument for _, weighed in finding.standing}
    states: Json = {}
    for index, rule in (*rules.shifts, *rules.only_counts):
        states[rule.id] = _state(book, rules.rules[index], index << KEY_BITS, matches, outcome, height)
    for index, argument in rules.arguments:
        if argument.id in standing:
            states[argument.id] = FIRED
        elif argument.id in defeated:
            states[argument.id] = {"state": "defeated", "by": defeated[argument.id]}
        else:
            opened = any(index << KEY_BITS | key in matches.open for key in range(len(situation.keys)))
            code = index << KEY_BITS if not opened else -1
            states[argument.id] = _state(book, rules.rules[index], code, matches, outcome, height, opened)
    exceptions = {
        f"{argument}.unless.{name}": FIRED
        for argument, pairs in rules.exceptions.items()
        for index, name in pairs
        if any(index << KEY_BITS | key in matches.met for key in range(len(situation.keys)))
    }
    return {"clause": rules.question.clause, "rules": states | exceptions}


def _state(
    book: Rulebook,
    rule: ir.Rule,
    code: int,
    matches: ir.Matches,
    outcome: Outcome,
    height: Sequence[int],
    opened: bool = False,
) -> Json:
    if code in matches.met and not rule.per_key:
        return FIRED
    if opened or code in matches.open:
        return _unknown(book, rule.formula, outcome, height)
    failing = _first(book, rule.formula, outcome, height, ABSENT)
    return {"state": "not_met", "test": "join key"} if failing is None else {"state": "not_met", **failing}


def _unknown(book: Rulebook, formula: ir.Formula, outcome: Outcome, height: Sequence[int]) -> Json:
    """Unknown, or not in force where a parameter has no value on that day."""
    first = _first(book, formula, outcome, height, UNKNOWN) or {"test": "join key"}
    if "compared with" in first["test"] and "no value on that day" in first["test"]:
        return {"state": "not_in_force", "test": first["test"]}
    return {"state": "unknown", "needs": first["test"]}


def _first(book: Rulebook, formula: ir.Formula, outcome: Outcome, height: Sequence[int], wanted: int) -> Json | None:
    """The first leaf whose truth is at most `wanted`, with what was observed there."""
    match formula:
        case ir.All(parts) | ir.Any(parts):
            for part in parts:
                found = _first(book, part, outcome, height, wanted)
                if found is not None:
                    return found
            return None
        case ir.HasSignal(signal):
            truth = min(height[signal], PRESENT) if height else ABSENT
            return {"test": book.signals[signal].id} if truth <= wanted else None
        case ir.Circumstance(pattern):
            truth = outcome.weighing.situation.circumstances[pattern]
            return {"test": book.patterns[pattern].label} if truth <= wanted else None
        case ir.Finding(question, low, high):
            code = outcome.weighing.situation.findings[question]
            if low <= code <= high:
                return None
            finding = outcome.findings[question]
            return {"test": f"{finding.question}: {_wanted(low, high)}", "observed": _answered(finding)}


def _wanted(low: int, high: int) -> str:
    return ("shown " if low == high else "") + ("yes" if high > ir.NO else "no")


def _answered(finding: Finding) -> str:
    return f"{finding.answer} by {finding.by}"


def _outcome(book: Rulebook, outcome: Outcome, items: Sequence[Item]) -> Json:
    found: Json = {}
    rules = book.outcome
    for head, (_, what, who) in zip(outcome.heads, rules.heads, strict=True):
        for index, owed in what:
            found[f"{head.id}.{owed.id}"] = _outcome_state(book, index, outcome, head.what, owed.id)
        for index, bears in who:
            found[f"{head.id}.{bears.id}"] = _outcome_state(book, index, outcome, head.who, bears.id)
    for index, rule in (*rules.measures, *rules.routes, *rules.guarantees):
        found[rule.id] = _outcome_state(book, index, outcome, None, rule.id)
    return found


def _outcome_state(book: Rulebook, index: int, outcome: Outcome, choice: Choice | None, name: str) -> Json:
    overridden = dict(choice.overridden) if choice else {}
    if name in overridden:
        return {"state": "defeated", "by": overridden[name]}
    if index in outcome.outcome_matches.met:
        return FIRED
    rule = book.outcome.rules[index]
    if index in outcome.outcome_matches.open:
        return _unknown(book, rule.formula, outcome, ())
    return {"state": "not_met", **(_first(book, rule.formula, outcome, (), ABSENT) or {})}
