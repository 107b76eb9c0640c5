"""Conditions and formulas in words: clauses that can follow "when", and amounts.

Owns their wording. What is said must be neither more nor less than what is tested.
"""

from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Condition,
    FieldCheck,
    FieldRef,
    FindingTest,
    IsKnown,
    OneOf,
    Operand,
    ParameterRef,
    RecordTest,
)
from arbiter.policy.dated import Quantity
from arbiter.policy.formulas import AlreadyMadeGood, Called, Combined, Expression, FieldOf, Fixed, ParameterOf
from arbiter.policy.model import UNCLEAR, Answer
from arbiter.prose.phrases import ONE_A_CASE, Phrases
from evidence import ROLES, Money, NumberType, SetType, TimeType

_SIGNS = {">": "gt", ">=": "ge", "<": "lt", "<=": "le"}
_TIGHT = ("*", "/")


def condition_words(phrases: Phrases, condition: Condition | None) -> str:
    """A condition as a clause; the parts of "or" are parted by semicolons, those of "and" by commas."""
    match condition:
        case RecordTest():
            return _record(phrases, condition)
        case FindingTest():
            return _finding(phrases, condition)
        case AllOf(parts):
            return phrases.joined([condition_words(phrases, part) for part in parts], "and")
        case AnyOf(parts):
            return phrases.joined([condition_words(phrases, part) for part in parts], "either")
    return phrases.say("always")


def answer_words(phrases: Phrases, question: str, answer: Answer) -> str:
    """An answer: yes and no as such, others in the pack's own words."""
    if answer in ("yes", "no", UNCLEAR):
        return phrases.say(f"answer-{answer}")
    return phrases.say("answer-own", text=phrases.text(question, answer))


def formula_words(phrases: Phrases, expression: Expression, within: str = "") -> str:
    """A formula: fields by their names, parameters with their values, operators as they are."""
    match expression:
        case Fixed(value, _):
            return phrases.quantity(value, "")
        case FieldOf(kind, field, _):
            return phrases.named_field(kind, field)
        case ParameterOf(name, _):
            return _parameter(phrases, name)
        case AlreadyMadeGood():
            return phrases.say("already")
        case Called(name, arguments, _):
            said = [formula_words(phrases, argument) for argument in arguments]
            return phrases.say(name, **dict(zip(("one", "other"), said, strict=False)))
        case Combined(op, left, right):
            sign = {"-": "−", "*": "×", "/": "÷"}.get(op, op)
            first = formula_words(phrases, left, op)
            # What is taken off or divided by is bracketed, since its place in the row matters.
            last = formula_words(phrases, right, f"{op}>" if op in ("-", "/") else op)
            text = f"{first} {sign} {last}"
            return f"({text})" if _needs_brackets(op, within) else text
    raise AssertionError(expression)


def is_nothing(expression: Expression) -> bool:
    """Whether a formula is a bare zero."""
    return isinstance(expression, Fixed) and (expression.value == 0 or getattr(expression.value, "minor", None) == 0)


def _needs_brackets(op: str, within: str) -> bool:
    outer, right = within.removesuffix(">"), within.endswith(">")
    return (outer in _TIGHT and op not in _TIGHT) or (right and (op in _TIGHT) == (outer in _TIGHT))


def _record(phrases: Phrases, test: RecordTest) -> str:
    tests = phrases.joined([_test(phrases, test.kind, one.field, one.check) for one in test.tests], "and")
    if test.every:
        return phrases.say("every", kind=phrases.one_of_kind(test.kind), tests=tests)
    if test.kind in ONE_A_CASE:
        return tests
    return phrases.say("there-is", kind=phrases.one_of_kind(test.kind), tests=tests)


def _test(phrases: Phrases, kind: str, field: str, check: FieldCheck) -> str:
    thing = phrases.field(kind, field)
    declared = phrases.policy.vocabulary[kind][field]
    prefix = "time-" if isinstance(declared, TimeType) else ""
    unit = declared.unit if isinstance(declared, NumberType) else ""
    match check:
        case IsKnown(known):
            return phrases.say("is-known" if known else "is-unknown", thing=thing)
        case OneOf(values, negated):
            words = phrases.joined([_word(phrases, value) for value in values], "or")
            several = isinstance(declared, SetType)
            message = ("not-has" if negated else "has-one") if several else "not-one" if negated else "is-one"
            return phrases.say(message, thing=thing, values=words)
        case Compare(op, operand):
            return phrases.say(prefix + _SIGNS[op], thing=thing, value=_operand(phrases, operand, unit))
        case Between(low, high) if low == high:
            return phrases.say("equals", thing=thing, value=_operand(phrases, low, unit))
        case Between(low, high):
            ends = {"low": _operand(phrases, low, unit), "high": _operand(phrases, high, unit)}
            return phrases.say("between", thing=thing, **ends)
    raise AssertionError(check)


def _word(phrases: Phrases, value: str) -> str:
    """A value: a party by its noun, yes and no as the language has them, another word as it is."""
    if value in ROLES and phrases.has_role(value):
        return phrases.noun(value)
    return phrases.say(f"answer-{value}") if value in ("yes", "no") else phrases.quoted(value)


def _operand(phrases: Phrases, operand: Operand, unit: str) -> str:
    match operand:
        case ParameterRef(name, _):
            return _parameter(phrases, name)
        case FieldRef(kind, field, _):
            return phrases.named_field(kind, field)
    quantity: Quantity = operand
    return phrases.quantity(quantity, "" if isinstance(quantity, Money) else unit)


def _parameter(phrases: Phrases, name: str) -> str:
    parameter = phrases.policy.parameters[name]
    value = parameter.on(phrases.on, None)
    if value is None:
        return phrases.say("value-unknown", id=name)
    return phrases.say("value-of", value=phrases.quantity(value, parameter.unit), id=name)


def _finding(phrases: Phrases, test: FindingTest) -> str:
    answers = phrases.joined([answer_words(phrases, test.question, answer) for answer in test.answers], "or")
    message = "finding" + ("-not" if test.negated else "") + ("-shown" if test.shown else "")
    return phrases.say(message, question=phrases.text(test.question), answers=answers)
