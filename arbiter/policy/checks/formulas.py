"""ARB230: a formula that is no amount of money. ARB233: parts that cannot be put together, or a unit that does not fit.

Every value has a type: money, a moment, or a number of a unit. A number without a unit fits any.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from arbiter.policy.dated import Parameter
from arbiter.policy.formulas import (
    MINUTES_IN,
    PERCENT,
    AlreadyMadeGood,
    Called,
    Combined,
    Expression,
    FieldOf,
    Fixed,
    Formula,
    ParameterOf,
    parts_of,
)
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems
from evidence import FieldType, Money, MoneyType, NumberType, Span, TimeType

PLAIN = NumberType("")
NOWHERE = Span("", 1, 1, 1)


def check_formulas(policy: Policy, problems: Problems) -> None:
    """Amounts are money, derived fields have the unit they say, and nothing adds minutes to money."""
    check = _Check(policy.vocabulary, policy.parameters, problems)
    for claim in policy.claims.values():
        for head in claim.heads:
            for formula in (head.amount, head.cap, *(rule.amount for rule in head.what)):
                if formula is not None and formula.text:
                    check.amount(formula)
    for derived in policy.derived.values():
        check.derived(derived.id, derived.type, derived.formula)


def says_type(declared: FieldType | None) -> str:
    """A type in words."""
    match declared:
        case MoneyType():
            return "an amount of money"
        case TimeType():
            return "a moment"
        case NumberType(""):
            return "a number"
        case NumberType(unit):
            return f"a number of `{unit}`"
    return "no number"


class _MismatchError(Exception):
    """Told already, or resting on something that was."""


@dataclass(frozen=True, slots=True)
class _Check:
    vocabulary: Mapping[str, Mapping[str, FieldType]]
    parameters: Mapping[str, Parameter]
    problems: Problems

    def amount(self, formula: Formula) -> None:
        found = self._safely(formula)
        if found is not None and not isinstance(found, MoneyType) and not _is_zero(formula.expression):
            money = [name for name, one in self.vocabulary["order"].items() if isinstance(one, MoneyType)]
            cure = "an amount of money, like " + " or ".join(f"`order.{name}`" for name in money[:2])
            self.problems.spoilt.add(formula.span)
            self.problems.error(
                "ARB230", f"`{formula.text}` is no amount of money but {says_type(found)}", formula.span, cure
            )
        elif found is not None:
            self._check_time_and_money(formula)

    def _check_time_and_money(self, formula: Formula) -> None:
        """Durations count their minutes: an amount times three hours would be 180 times the amount."""
        for factors in _products(formula.expression):
            times = [(above, part) for above, part in factors if self._safe_type(part) == NumberType("min")]
            left = sum(above for above, _ in times) - sum(not above for above, _ in times)
            if left and any(isinstance(self._safe_type(part), MoneyType) for _, part in factors):
                self.problems.error("ARB233", *_minutes_of_money(formula, left > 0, self._units(times)))
                return

    def _safe_type(self, part: Expression) -> FieldType | None:
        try:
            return self.type_of(part, NOWHERE)
        except _MismatchError:
            return None

    def _units(self, times: list[tuple[bool, Expression]]) -> list[str]:
        """The units in which durations are written."""
        found: list[str] = []
        for one in (inner for _, part in times for inner in parts_of(part)):
            if isinstance(one, ParameterOf) and one.id in self.parameters:
                found.append(self.parameters[one.id].unit)
            elif isinstance(one, FieldOf) and isinstance(unit := self.vocabulary[one.kind][one.field], NumberType):
                found.append(unit.unit)
        return found

    def derived(self, name: str, declared: FieldType, formula: Formula) -> None:
        found = self._safely(formula)
        if found is not None and not _fits(found, _normal(declared)):
            message = f"`{name}` is declared as {says_type(declared)}, its formula gives {says_type(found)}"
            self.problems.error("ARB233", message, formula.span, "change its `unit` or its formula")
        elif found == NumberType("min") and declared == NumberType("number"):
            message = f"`{name}` would count the minutes of a duration"
            cure = "declare it in `min`, `h` or `d`, or divide by a duration"
            self.problems.error("ARB233", message, formula.span, cure)
        elif isinstance(found, MoneyType):
            self._check_time_and_money(formula)

    def _safely(self, formula: Formula) -> FieldType | None:
        try:
            return self.type_of(formula.expression, formula.span)
        except _MismatchError:
            self.problems.spoilt.add(formula.span)
            return None

    def type_of(self, expression: Expression, whole: Span) -> FieldType:
        match expression:
            case Fixed(value, _):
                return MoneyType() if isinstance(value, Money) else PLAIN
            case AlreadyMadeGood():
                return MoneyType()
            case FieldOf(kind, field, span):
                declared = self.vocabulary[kind][field]
                if not isinstance(declared, MoneyType | NumberType | TimeType):
                    self._tell("ARB233", f"`{kind}.{field}` is {says_type(declared)}", span, "take another field")
                return _normal(declared)
            case ParameterOf(name, span):
                return self._parameter(name, span)
            case Combined("+" | "-" as op, left, right):
                return self._added(op, self.type_of(left, whole), self.type_of(right, whole), left, right, whole)
            case Combined(op, left, right):
                return self._scaled(op, self.type_of(left, whole), self.type_of(right, whole), whole)
            case Called("business_days", arguments, span):
                for argument in arguments:
                    if not isinstance(self.type_of(argument, whole), TimeType):
                        self._tell("ARB233", "`business_days` counts between two moments", span, "take times")
                return NumberType("bd")
            case Called("round_up" | "round_down" as name, (counted,), span):
                if self.type_of(counted, whole) != PLAIN:
                    cure = "divide first by what is counted, like a parameter of 1 `h`"
                    self._tell("ARB233", f"`{name}` gives whole numbers of no unit", span, cure)
                return PLAIN
            case Called(_, (left, right), span):
                one, other = self.type_of(left, whole), self.type_of(right, whole)
                if _is_zero(left) or _is_zero(right):
                    return other if _is_zero(left) else one
                if not (_fits(one, other) or _fits(other, one)):
                    self._tell("ARB233", f"{says_type(one)} and {says_type(other)} are compared", span, "take one unit")
                return other if one == PLAIN else one
        raise AssertionError(expression)

    def _parameter(self, name: str, span: Span) -> FieldType:
        parameter = self.parameters.get(name)
        if parameter is None or not parameter.unit:
            raise _MismatchError  # told by the check of references, or where it is defined
        match parameter.unit:
            case "money":
                return MoneyType()
            case "strength" | "steps":
                message = f"parameter `{name}` is no number to compute with"
                self._tell("ARB233", message, span, "take another parameter")
        return _normal(NumberType(parameter.unit))

    def _added(
        self, op: str, left: FieldType, right: FieldType, one: Expression, other: Expression, span: Span
    ) -> FieldType:
        if isinstance(left, TimeType) and isinstance(right, TimeType) and op == "-":
            return NumberType("min")
        if isinstance(left, TimeType) and isinstance(right, NumberType) and right.unit == "min":
            return left
        if _is_zero(one) or _is_zero(other):
            return right if _is_zero(one) else left
        if isinstance(left, TimeType) or isinstance(right, TimeType) or not (_fits(left, right) or _fits(right, left)):
            what = f"{says_type(left)} and {says_type(right)}"
            verb = "added" if op == "+" else "subtracted"
            self._tell("ARB233", f"{what} cannot be {verb}", span, "put together what has one unit")
        return right if left == PLAIN else left

    def _scaled(self, op: str, left: FieldType, right: FieldType, span: Span) -> FieldType:
        money = isinstance(left, MoneyType), isinstance(right, MoneyType)
        if any(isinstance(side, TimeType) for side in (left, right)) or (op == "*" and all(money)):
            what = f"{says_type(left)} and {says_type(right)}"
            verb = "multiplied" if op == "*" else "divided"
            self._tell("ARB233", f"{what} cannot be {verb}", span, "multiply and divide by numbers")
        if op == "/":
            if money == (False, True):
                self._tell("ARB233", "a number is divided by an amount of money", span, "divide the amount")
            return PLAIN if left == right else left
        if any(money):
            return MoneyType()
        return right if left == PLAIN else left

    def _tell(self, code: str, message: str, span: Span, cure: str) -> None:
        self.problems.error(code, message, span, cure)
        raise _MismatchError


def _minutes_of_money(formula: Formula, times: bool, units: list[str]) -> tuple[str, Span, str]:
    """What is wrong with money that is multiplied, or else divided, by a duration: the message, its place, its cure."""
    unit = next((unit for unit in units if unit in ("h", "d")), "min")
    if not times:
        message = f"`{formula.text}` divides money by the minutes of a duration"
        return message, formula.span, f"multiply by a duration too, like a parameter of 1 `{unit}`"
    if unit == "min":
        message = f"`{formula.text}` takes the amount once for every minute"
        cure = "divide by the duration that the amount is for, like a parameter of 1 `h`, or of 1 `min`"
        return message, formula.span, cure
    said = "hours" if unit == "h" else "days"
    message = f"`{formula.text}` counts the minutes of these {said}"
    return message, formula.span, f"divide by a duration too, like a parameter of 1 `{unit}`"


def _products(expression: Expression) -> Iterator[list[tuple[bool, Expression]]]:
    """Every product of an expression: its factors, each with whether it multiplies or divides."""
    if isinstance(expression, Combined) and expression.op in ("*", "/"):
        factors = list(_factors(expression))
        yield factors
        for _, factor in factors:
            yield from _products(factor)
    elif isinstance(expression, Combined):
        yield from _products(expression.left)
        yield from _products(expression.right)
    elif isinstance(expression, Called):
        for argument in expression.arguments:
            yield from _products(argument)


def _factors(expression: Expression, above: bool = True) -> Iterator[tuple[bool, Expression]]:
    if isinstance(expression, Combined) and expression.op in ("*", "/"):
        yield from _factors(expression.left, above)
        yield from _factors(expression.right, above if expression.op == "*" else not above)
    else:
        yield above, expression


def _normal(declared: FieldType) -> FieldType:
    """A duration counts minutes, and a number of percent is a share of something."""
    if isinstance(declared, NumberType) and declared.unit in MINUTES_IN:
        return NumberType("min")
    return PLAIN if declared in (NumberType(PERCENT), NumberType("number")) else declared


def _fits(found: FieldType, wanted: FieldType) -> bool:
    if isinstance(found, NumberType) and isinstance(wanted, NumberType):
        return found in (wanted, PLAIN) or wanted == PLAIN
    return type(found) is type(wanted)


def _is_zero(expression: Expression) -> bool:
    """A bare zero is nothing of any unit."""
    return isinstance(expression, Fixed) and expression.value == 0
