"""What comes before every question: the gates that are shut, what each tests, and where the case falls short of it."""

from datetime import datetime
from fractions import Fraction

from arbiter.engine.ir import Among, Check, Constant, Known, Test, Within
from arbiter.policy.formulas import MINUTES_IN
from arbiter.policy.model import Gate
from arbiter.report.letter import Argument, Entry, GateBlock, Listed, Moment, Number, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import dated
from arbiter.report.plan.groups import subject
from arbiter.verdict.failures import Failure, failures_of
from evidence import Item, Money, NumberType

# A duration is said in the unit of its limit where it has no more places than this in it.
PLACES = 2


def gate_blocks(account: Account) -> tuple[GateBlock, ...]:
    """Every gate that kept something from being asked, or that sends the case to a person."""
    verdict = account.derivation.verdict
    refused = {head.gate for head in verdict.heads if head.gate is not None and head.amount is not None}
    shut = {head.gate for head in verdict.heads if head.gate is not None}
    shut |= {reason.ref for reason in verdict.route.reasons if reason.cause == "gate"}
    failures = gate_failures(account)
    return tuple(
        _block(account, gate, [one for one in failures if one.gate == gate.id], gate.id in refused)
        for _, gate in account.derivation.book.outcome.gates
        if gate.id in shut
    )


def gate_failures(account: Account) -> list[Failure]:
    """What the gates that do not hold fail, for the whole order and for each part of it."""
    outcome, book = account.derivation.outcome, account.derivation.book
    if outcome is None:
        return []
    return [one for view in outcome.views for one in failures_of(book, view, account.derivation.items)]


def _block(account: Account, gate: Gate, failures: list[Failure], refused: bool) -> GateBlock:
    node = f"rule:{gate.id}"
    parts = [one.part for one in failures if one.part is not None]
    return GateBlock(
        title=account.policy_sentence(account.derivation.book.claim.id, gate.id, node),
        facts=tuple(_fact(account, one) for one in failures),
        finding=Sentence("gate-not-met" if refused else "gate-not-met-person", {}, (node,)),
        clause=gate.clause,
        about=subject(account, parts) if parts else None,
    )


def _fact(account: Account, failure: Failure) -> Entry:
    if failure.question is not None:
        return _answer(account, failure.question, failure.part)
    if failure.item is None or failure.test is None:
        kind = account.kind(failure.kind or "")
        return Entry(0, Sentence("gate-fact-none", {"kind": kind}, (f"rule:{failure.gate}",)), ())
    nodes = (f"rule:{failure.gate}", *account.record_nodes(failure.item.index))
    refs = (account.refs[failure.item.index],)
    told = fact_args(account, failure.item, failure.test)
    if told is None:
        return Entry(0, dated(account, failure.item), refs)
    return Entry(0, Sentence("gate-fact" if "name" in told else "gate-fact-record", told, nodes), refs)


def _answer(account: Account, question: str, part: str | None) -> Entry:
    """How the question that a gate tests came out."""
    node = f"finding:{question}"
    findings = [one for one in account.derivation.verdict.findings if one.question == question]
    finding = next((one for one in findings if one.part == part), findings[0])
    said = account.answer_shown if finding.shown else account.policy_sentence
    return Entry(0, said(question, finding.answer, node), ())


def fact_args(account: Account, item: Item, test: Test) -> dict[str, Argument] | None:
    """What is tested, if that has a name, what it is, and what it had to be; None where that cannot be said."""
    required = _required(account, item, test)
    if item.index in account.gists or required is None:
        return None
    name = account.named_field(item.kind, test.field, *account.record_nodes(item.index))
    told: dict[str, Argument] = {"value": _value(account, item, test), "required": required}
    return told if name is None else {"name": name, **told}


def _value(account: Account, item: Item, test: Test) -> Argument:
    value = item.fields.get(test.field)
    match value:
        case None:
            return Sentence("value-unknown", {})
        case _ if isinstance(test.check, Known):
            # Only that it is known was asked; what it says may be someone's name or address.
            return Sentence("value-known", {})
        case datetime():
            return Moment(value)
        case int() | Fraction():
            return _number(account, item.kind, test, value)
        case frozenset():
            return Listed(tuple(sorted(_word(one) for one in value)))
        case str():
            return _word(value)
        case _:
            return value


def _required(account: Account, item: Item, test: Test) -> Sentence | None:
    """What the test asks for, in words; None for a comparison of two fields, whose difference says little."""
    check: Check = test.check
    if test.shown is not None:
        return None

    def bound(value: Constant) -> Argument:
        return value if isinstance(value, Money) else _number(account, item.kind, test, value)

    match check:
        case Known(wanted):
            return Sentence("needed-known" if wanted else "needed-unknown", {})
        case Among(values, negated):
            words = Listed(tuple(sorted(_word(one) for one in values)))
            return Sentence("needed-not" if negated else "needed-one", {"values": words})
        case Within(low, None, is_open, _) if low is not None:
            return Sentence("needed-more" if is_open else "needed-least", {"limit": bound(low)})
        case Within(None, high, _, is_open) if high is not None:
            return Sentence("needed-less" if is_open else "needed-most", {"limit": bound(high)})
        case Within(low, high) if low is not None and high is not None:
            return Sentence("needed-between", {"low": bound(low), "high": bound(high)})
    return None


def _number(account: Account, kind: str, test: Test, value: int | Fraction) -> Number:
    """A number in its unit; a duration in the unit of the parameter that limits it, where it is short there."""
    declared = account.derivation.policy.vocabulary.get(kind, {}).get(test.field)
    unit = declared.unit if isinstance(declared, NumberType) else ""
    parameter = account.derivation.policy.parameters.get(test.parameter or "")
    other = parameter.unit if parameter is not None else unit
    if unit in MINUTES_IN and other in MINUTES_IN:
        found = Fraction(value) * MINUTES_IN[unit] / MINUTES_IN[other]
        if (found * 10**PLACES).denominator == 1:
            return Number(found, other)
    return Number(Fraction(value), unit)


def _word(value: str) -> str:
    return value.replace("_", " ")
