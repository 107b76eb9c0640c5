"""Reading conditions: maps and lists of tests into the values of `arbiter.policy.conditions`."""

from fractions import Fraction
from re import compile as pattern
from typing import cast

from arbiter.policy.conditions import (
    AllOf,
    AnyOf,
    Between,
    Compare,
    Comparison,
    Condition,
    FieldCheck,
    FieldRef,
    FieldTest,
    FindingTest,
    IsKnown,
    OneOf,
    Operand,
    ParameterRef,
    RecordTest,
)
from arbiter.policy.parse import compared, hints
from arbiter.policy.parse.hints import did_mean
from arbiter.policy.parse.reader import SNAKE, Scope, field_meant, meant, part_of
from evidence import (
    EnumType,
    FieldType,
    Money,
    MoneyError,
    MoneyType,
    NumberType,
    SetType,
    Span,
    TextType,
    TimeType,
    YesNoType,
)
from evidence.records import OPEN_WORDS
from evidence.source import Mapping, Node, Null, Scalar, Sequence

_FIELD = pattern(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
DECIMAL = pattern(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_NEVER = AnyOf(())
# A key of a map of tests that is no test: one of the listed conditions must hold.
EITHER = "any"


def read_condition(scope: Scope, node: Node | None) -> Condition:
    """The condition a node stands for; one that never holds after an error."""
    match node:
        case None:
            return _NEVER
        case Mapping():
            return _read_map(scope, node)
        case Sequence(items):
            if not items:
                scope.problems.error("ARB210", "an empty list never holds", node.span, "leave the condition out")
            return AnyOf(tuple(read_condition(scope, item) for item in items))
        case Scalar() | Null():
            meant_by_it = hints.condition_meant(node.text) if isinstance(node, Scalar) else None
            cure = did_mean(meant_by_it, "write `{kind.field: value}`")
            scope.problems.error("ARB211", "a condition must be a map of tests", node.span, cure)
            return _NEVER


def _read_map(scope: Scope, node: Mapping) -> Condition:
    if not node.entries:
        scope.problems.error("ARB210", "an empty condition always holds", node.span, "leave the condition out")
    tests: dict[tuple[str, bool], list[FieldTest]] = {}
    spans: dict[tuple[str, bool], Span] = {}
    findings: list[Condition] = []
    for key, value in node.entries:
        if key.text == EITHER:
            findings.append(_read_either(scope, value))
            continue
        every = key.text.startswith("every ")
        name = key.text.removeprefix("every ").strip()
        kind, dot, field = name.partition(".")
        if not dot:
            finding = _read_finding(scope, key, value)
            findings.extend([finding] if finding else [])
            continue
        test = _read_test(scope, kind, field, key, value)
        if test is not None:
            tests.setdefault((kind, every), []).append(test)
            spans.setdefault((kind, every), key.span)
    records = [RecordTest(k, tuple(group), every, spans[k, every]) for (k, every), group in tests.items()]
    parts: tuple[Condition, ...] = (*records, *findings)
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _read_either(scope: Scope, value: Node) -> Condition:
    """Alternatives within a map: `a and (b or c)` without writing `a` twice."""
    if isinstance(value, Sequence):
        return read_condition(scope, value)
    scope.problems.error("ARB211", "`any` in a condition must list conditions", value.span, "write `any: [{…}, {…}]`")
    return _NEVER


def _read_finding(scope: Scope, key: Scalar, value: Node) -> FindingTest | None:
    if not SNAKE.fullmatch(key.text):
        scope.problems.error(
            "ARB212", f"`{key.text}` is neither `kind.field` nor a question", key.span, "like `tracking_event.code`"
        )
        return None
    found = [_read_answer(one) for one in (value.items if isinstance(value, Sequence) else (value,))]
    known = [one for one in found if one is not None]
    ways = {(negated, shown) for negated, shown, _ in known}
    if len(known) == len(found) and len(ways) == 1:
        negated, shown = ways.pop()
        test = FindingTest(key.text, tuple(answer for _, _, answer in known), shown, key.span, negated)
        scope.problems.tested(test, value.span)
        return test
    if isinstance(value, Sequence):
        message = f"question `{key.text}` is tested against a list that is not of answers of one kind"
        cure = "write answers like `no`, or all like `shown no`, or all like `not no`"
    else:
        text = value.text if isinstance(value, Scalar) else ""
        message = (
            f"question `{key.text}` is tested against `{text}`" if text else f"question `{key.text}` has no answer"
        )
        otherwise = "one of `yes`, `no`, `shown yes`, `shown no`, or another answer of the question"
        cure = did_mean(hints.answer_meant(text), otherwise)
    scope.problems.error("ARB213", message, value.span, cure)
    return None


def _read_answer(node: Node) -> tuple[bool, bool, str] | None:
    """Whether a test is negated, whether it asks for what is shown, and for which answer."""
    words = node.text.split() if isinstance(node, Scalar) else []
    negated = words[:1] == ["not"]
    words = words[1:] if negated else words
    shown = words[:1] == ["shown"]
    words = words[1:] if shown else words
    return (negated, shown, words[0]) if len(words) == 1 and SNAKE.fullmatch(words[0]) else None


def _read_test(scope: Scope, kind: str, field: str, key: Scalar, value: Node) -> FieldTest | None:
    fields = scope.vocabulary.get(kind)
    if fields is None:
        at = part_of(key, key.text.rindex(f"{kind}.{field}"), len(kind))
        scope.problems.error("ARB215", f"unknown kind of record `{kind}`", at, meant(kind, scope.vocabulary))
        return None
    declared = fields.get(field)
    if declared is None:
        at = part_of(key, len(key.text) - len(field), len(field))
        scope.problems.error(
            "ARB214", f"unknown field `{field}` of `{kind}`", at, field_meant(kind, field, scope.vocabulary)
        )
        return None
    check = _read_check(scope, f"{kind}.{field}", declared, value)
    return FieldTest(field, check, key.span) if check else None


def _read_check(scope: Scope, name: str, declared: FieldType, value: Node) -> FieldCheck | None:
    match value:
        case Sequence(items):
            if not items:
                scope.problems.error("ARB210", "an empty list never holds", value.span, "leave the test out")
            elif isinstance(declared, NumberType | MoneyType):
                cure = hints.without_list(
                    [item.text for item in items if isinstance(item, Scalar)], isinstance(declared, MoneyType)
                )
                scope.problems.error("ARB250", f"`{name}` is compared, and no list is a comparison", value.span, cure)
                return None
            words = [word for item in items if (word := _read_item(scope, name, declared, item))]
            return OneOf(tuple(words)) if words and len(words) == len(items) else None
        case Scalar("known" | "unknown"):
            return IsKnown(value.text == "known")
        case Scalar():
            return _read_scalar(scope, name, declared, value)
    scope.problems.error("ARB216", f"`{name}` cannot be tested against this", value.span, "write one value or a list")
    return None


def _read_item(scope: Scope, name: str, declared: FieldType, item: Node) -> str | None:
    if isinstance(item, Scalar):
        return _read_word(scope, name, declared, item)
    scope.problems.error("ARB216", f"`{name}` cannot be tested against this", item.span, "write one value")
    return None


def _read_scalar(scope: Scope, name: str, declared: FieldType, value: Scalar) -> FieldCheck | None:
    text = value.text.strip()
    if isinstance(declared, EnumType | SetType | YesNoType):
        negated = text.startswith("not ")
        word = _read_word(scope, name, declared, Scalar(text.removeprefix("not ").strip(), True, value.span))
        return OneOf((word,), negated) if word else None
    if isinstance(declared, TimeType) and (compared.comparison(text) or compared.limits(text)):
        return _read_numbers(scope, name, declared, text, value)
    if isinstance(declared, TextType | TimeType):
        scope.problems.error(
            "ARB217",
            f"`{name}` can only be tested `known` or `unknown`",
            value.span,
            'write one of them, compare a time with another, like `"> order.promised_by"`, or test another field'
            if isinstance(declared, TimeType)
            else "write one of them, or test another field",
        )
        return None
    return _read_numbers(scope, name, declared, text, value)


def _read_numbers(scope: Scope, name: str, declared: FieldType, text: str, value: Scalar) -> FieldCheck | None:
    comparison = compared.comparison(text)
    if comparison:
        operand = _read_operand(scope, name, declared, comparison[1], value.span)
        if operand is None:
            return None
        if comparison[0] == "=":
            return Between(operand, operand)
        return Compare(cast(Comparison, comparison[0]), operand)
    between = compared.limits(text)
    if between:
        low = _read_operand(scope, name, declared, between[0], value.span)
        high = _read_operand(scope, name, declared, between[1], value.span)
        return Between(low, high) if low is not None and high is not None else None
    example = "> 50.00 EUR" if isinstance(declared, MoneyType) else "> 150"
    cure = hints.comparison_cure(text, isinstance(declared, MoneyType), example)
    scope.problems.error("ARB218", f"`{name}` needs a comparison, not `{text}`", value.span, cure)
    return None


def _read_word(scope: Scope, name: str, declared: FieldType, value: Scalar) -> str | None:
    match declared:
        case EnumType(values) | SetType(EnumType(values)):
            allowed = values
        case YesNoType():
            allowed = ("yes", "no")
        case _:
            scope.problems.error("ARB217", f"`{name}` has no list of values", value.span, "write a comparison")
            return None
    word = scope.roles.get(value.text, value.text) if "buyer" in allowed else value.text
    if word not in allowed and "buyer" in allowed and not scope.all_nouns:
        return None
    if word not in allowed and "kind" in scope.problems.unread and tuple(name.split(".")) in OPEN_WORDS:
        return None  # the records that could not be read may list it
    if word not in allowed:
        scope.problems.error(
            "ARB219",
            f"unknown value `{value.text}` of `{name}`",
            value.span,
            did_mean(hints.word_meant(value.text, allowed), meant(value.text, allowed)),
        )
        return None
    return word


def _read_operand(scope: Scope, name: str, declared: FieldType, text: str, span: Span) -> Operand | None:
    if SNAKE.fullmatch(text) and not isinstance(declared, TimeType):
        return ParameterRef(text, span)
    named = _FIELD.fullmatch(text)
    if named:
        return _read_field(scope, name, declared, named[1], named[2], span)
    match declared:
        case MoneyType():
            try:
                return Money.parse(text)
            except MoneyError as problem:
                cure = hints.operand_cure(text, None, "like `50.00 EUR`")
                scope.problems.error("ARB220", f"`{name}` is an amount of money: {problem}", span, cure)
                return None
        case NumberType() if DECIMAL.fullmatch(text):
            number = Fraction(text)
            return number.numerator if number.denominator == 1 else number
    unit = f" of `{declared.unit}`" if isinstance(declared, NumberType) and declared.unit else ""
    known_unit = declared.unit if isinstance(declared, NumberType) else ""
    cure = hints.operand_cure(text, known_unit or "", f"write a number{unit}, or the name of a parameter")
    if isinstance(declared, TimeType):
        cure = "write the field of another time, like `order.promised_by`"
    scope.problems.error("ARB220", f"`{name}` cannot be compared with `{text}`", span, cure)
    return None


def _read_field(scope: Scope, name: str, declared: FieldType, kind: str, field: str, span: Span) -> FieldRef | None:
    """A field in place of a number; it must be another one, of the same type."""
    fields = scope.vocabulary.get(kind)
    if fields is None:
        scope.problems.error("ARB215", f"unknown kind of record `{kind}`", span, meant(kind, scope.vocabulary))
        return None
    if field not in fields:
        scope.problems.error(
            "ARB214", f"unknown field `{field}` of `{kind}`", span, field_meant(kind, field, scope.vocabulary)
        )
        return None
    if f"{kind}.{field}" == name:
        message, cure = f"`{name}` is compared with itself", "compare it with another field of the same type"
        scope.problems.error("ARB220", message, span, cure)
        return None
    if fields[field] != declared:
        message, cure = f"`{name}` cannot be compared with `{kind}.{field}`", "compare fields of one type and unit"
        scope.problems.error("ARB220", message, span, cure)
        return None
    return FieldRef(kind, field, span)
