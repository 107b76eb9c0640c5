"""What comes before every question: the gates that are shut, what each tests, and where the case falls short of it."""

from datetime import datetime
from fractions import Fraction

from arbiter.engine.ir import Check, Constant, Known, Test, Within
from arbiter.policy.formulas import MINUTES_IN
from arbiter.policy.model import Gate
from arbiter.report.letter import Argument, Entry, GateBlock, Moment, Number, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import dated
from arbiter.report.plan.groups import subject
from arbiter.verdict.failures import Failure, failures_of
from evidence import Item, Money, NumberType

# A duration is said in the unit of its limit unless it is a decimal of more places than this there.
PLACES = 2
# What a record is, as against what it says: one that fails such a test is another record.
IDENTIFYING = frozenset({"by", "to", "from", "party", "submitted_by", "code", "says", "what", "of_submitted_by"})


def gate_blocks(account: Account) -> tuple[GateBlock, ...]:
    """Every gate that kept something from being asked, or that sends the case to a person."""
    verdict = account.derivation.verdict
    refused = {head.gate for head in verdict.heads if head.gate is not None and head.amount is not None}
    refused |= {one.gate for one in verdict.refused}
    shut = refused | {head.gate for head in verdict.heads if head.gate is not None}
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
    # Of several ways to fulfil it, that something is on record which ought not to be is the least telling.
    telling = [one for one in failures if one.test is None or one.test.check != Known(False)]
    return GateBlock(
        title=account.policy_sentence(account.derivation.book.claim.id, gate.id, node),
        facts=tuple(_fact(account, one) for one in telling or failures),
        finding=Sentence(_finding(account, refused), {}, (node,)),
        clause=gate.clause,
        about=subject(account, parts) if parts else None,
    )


def _finding(account: Account, refused: bool) -> str:
    """What follows from a gate that does not hold: a person decides, nothing is owed, or nothing follows at all."""
    if not refused:
        return "gate-not-met-person"
    return "gate-not-met" if account.about_money else "gate-not-met-nothing"


def _fact(account: Account, failure: Failure) -> Entry:
    if failure.question is not None:
        return _answer(account, failure.question, failure.part)
    if failure.item is None or failure.test is None or failure.test.field in IDENTIFYING:
        return _nothing(account, failure)
    nodes = (f"rule:{failure.gate}", *account.record_nodes(failure.item.index))
    refs = (account.refs[failure.item.index],)
    told = fact_args(account, failure.item, failure.test)
    if told is None:
        return Entry(0, dated(account, failure.item), refs)
    return Entry(0, Sentence("gate-fact" if "name" in told else "gate-fact-record", told, nodes), refs)


def _nothing(account: Account, failure: Failure) -> Entry:
    """That there is no such record. The frame's own kinds are named as something to be sent, which is no subject."""
    nodes, kind = (f"rule:{failure.gate}",), failure.kind or ""
    if kind in account.derivation.policy.kinds.declared and failure.item is None:
        named = account.policy_sentence(f"kind_{kind}", None)
        return Entry(0, Sentence("gate-fact-none", {"kind": named}, nodes), ())
    return Entry(0, Sentence("gate-fact-nothing", {}, nodes), ())


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
        case Money():
            return value
    return Sentence("value-known", {})


def _required(account: Account, item: Item, test: Test) -> Sentence | None:
    """What the test asks for, in words.

    None for a comparison of two fields, whose difference says little, and for words that are no reader's language.
    """
    check: Check = test.check
    if test.shown is not None:
        return None

    def bound(value: Constant) -> Argument:
        return value if isinstance(value, Money) else _number(account, item.kind, test, value)

    match check:
        case Known(wanted):
            return Sentence("needed-known" if wanted else "needed-unknown", {})
        case Within(low, None, is_open, _) if low is not None:
            return Sentence("needed-more" if is_open else "needed-least", {"limit": bound(low)})
        case Within(None, high, _, is_open) if high is not None:
            return Sentence("needed-less" if is_open else "needed-most", {"limit": bound(high)})
        case Within(low, high) if low is not None and high is not None:
            return Sentence("needed-between", {"low": bound(low), "high": bound(high)})
    return None


def _number(account: Account, kind: str, test: Test, value: int | Fraction) -> Number:
    """A number in its unit; a duration in that of the parameter that limits it, but for decimals of many places."""
    declared = account.derivation.policy.vocabulary.get(kind, {}).get(test.field)
    unit = declared.unit if isinstance(declared, NumberType) else ""
    parameter = account.derivation.policy.parameters.get(test.parameter or "")
    other = parameter.unit if parameter is not None else unit
    if unit in MINUTES_IN and other in MINUTES_IN:
        found = Fraction(value) * MINUTES_IN[unit] / MINUTES_IN[other]
        many_places = (found * 10**PLACES).denominator != 1 and (found * 10**8).denominator == 1
        if not many_places:
            return Number(found, other)
    return Number(Fraction(value), unit)
