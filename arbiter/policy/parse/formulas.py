"""Reading formulas: exact arithmetic over fields, parameters and amounts, with the place of every part.

Types are checked when the whole policy is known, in `checks/formulas`.
"""

from dataclasses import dataclass
from fractions import Fraction
from re import Match
from re import compile as pattern

from arbiter.policy.formulas import (
    ALREADY,
    FUNCTIONS,
    AlreadyMadeGood,
    Called,
    Combined,
    Expression,
    FieldOf,
    Fixed,
    Formula,
    Operator,
    ParameterOf,
)
from arbiter.policy.parse import hints
from arbiter.policy.parse.reader import Scope, field_meant, meant, part_of
from evidence import Money, MoneyError, Span
from evidence.source import Scalar

MAX_LENGTH = 500
MAX_DEPTH = 20
_TOKEN = pattern(
    r"\s*(?:(?P<number>[0-9]{1,30}(?:\.[0-9]{1,30})?)(?:(?P<percent>\s?%)|(?P<currency>\s[A-Z]{3})\b)?"
    r"|(?P<name>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?)"
    r"|(?P<sign>[-+*/(),]))"
)
_UNITS = {
    "min": "min", "minute": "min", "h": "h", "hour": "h", "d": "d", "day": "d", "bd": "bd", "m": "m", "metre": "m",
    "meter": "m", "km": "km", "g": "g", "kg": "kg", "l": "l", "px": "px",
}  # fmt: skip
_WITH_UNIT = pattern(rf"(?<![\w.])([0-9]{{1,15}}(?:\.[0-9]{{1,12}})?)\s?({'|'.join(_UNITS)})s?\b(?!\s*\()")
_OPERATORS: dict[str, Operator] = {"+": "+", "-": "-", "*": "*", "/": "/"}
_SUMS, _PRODUCTS = ("+", "-"), ("*", "/")


class _UnreadableError(Exception):
    """The formula cannot be read; what is wrong has been told, or is told as a whole."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    match: Match[str]


def read_formula(scope: Scope, node: Scalar, own: str | None, like: str) -> Formula | None:
    """The formula a value holds; None after an error. `own` is the kind whose fields may stand without it."""
    reader = _Reader(scope, node, own)
    before = len(scope.problems.found)
    try:
        expression = reader.whole()
    except _UnreadableError:
        if len(scope.problems.found) == before:
            what = "amount" if own is None else "formula"
            shown = node.text if len(node.text) <= 60 else node.text[:59] + "…"
            cure = _number_cure(node.text) or hints.did_mean(hints.money_meant(node.text), f"like `{like}`")
            scope.problems.error("ARB228", f"{what} `{shown}` cannot be read", node.span, cure)
        return None
    return Formula(expression, node.text.strip(), node.span)


def _number_cure(text: str) -> str | None:
    """The cure for a number with a unit: it is a parameter, so that it has a name and a clause."""
    found = _WITH_UNIT.search(text)
    if found is None:
        return None
    unit = _UNITS[found[2]]
    what, name = ("durations", "grace") if unit in ("min", "h", "d", "bd") else ("numbers with a unit", "limit")
    example = f"{name}: {{unit: {unit}, clause: …, from 2026-01-01: {found[1]}}}"
    return f"{what} are parameters: declare one in parameters.yaml, like `{example}`, and write its name"


class _Reader:
    """One formula, read by precedence: sums of products of parts."""

    def __init__(self, scope: Scope, node: Scalar, own: str | None) -> None:
        self.scope, self.node, self.own = scope, node, own
        self.tokens = self._tokens()
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        """The whole text as one expression."""
        if not self.tokens:
            raise _UnreadableError
        found = self._sum()
        if self.at < len(self.tokens):
            raise _UnreadableError
        return found

    def _tokens(self) -> list[_Token]:
        text = self.node.text.rstrip()
        found: list[_Token] = []
        place = 0
        while place < len(text) <= MAX_LENGTH:
            match = _TOKEN.match(text, place)
            if match is None:
                return []
            kind = next(name for name in ("number", "name", "sign") if match[name])
            found.append(_Token(kind, match[kind], match.start(kind), match))
            place = match.end()
        return found

    def _peek(self, *signs: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at].text in signs

    def _take(self) -> _Token:
        if self.at >= len(self.tokens):
            raise _UnreadableError
        self.at += 1
        return self.tokens[self.at - 1]

    def _sum(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _UnreadableError
        if self._peek("-", "+"):
            sign = self._take()
            first: Expression = Combined(_OPERATORS[sign.text], Fixed(0, self._span(sign)), self._product())
        else:
            first = self._product()
        while self._peek(*_SUMS):
            first = Combined(_OPERATORS[self._take().text], first, self._product())
        self.depth -= 1
        return first

    def _product(self) -> Expression:
        first = self._part()
        while self._peek(*_PRODUCTS):
            first = Combined(_OPERATORS[self._take().text], first, self._part())
        return first

    def _part(self) -> Expression:
        token = self._take()
        if token.kind == "number":
            return self._number(token)
        if token.kind == "name":
            return self._called(token) if self._peek("(") else self._named(token)
        if token.text != "(":
            raise _UnreadableError
        found = self._sum()
        self._close()
        return found

    def _close(self) -> None:
        if not self._peek(")"):
            raise _UnreadableError
        self._take()

    def _number(self, token: _Token) -> Expression:
        span = self._span(token, len(token.match[0].strip()))
        if token.match["currency"]:
            text = token.match[0].strip()
            try:
                return Fixed(Money.parse(text), span)
            except MoneyError as problem:
                message = f"`{text}` is no amount of money: {problem}"
                self.scope.problems.error("ARB220", message, span, "like `50.00 EUR`")
                raise _UnreadableError from None
        number = Fraction(token.text) / (100 if token.match["percent"] else 1)
        return Fixed(number.numerator if number.denominator == 1 else number, span)

    def _called(self, token: _Token) -> Expression:
        span = self._span(token)
        if token.text not in FUNCTIONS:
            message = f"no function is called `{token.text}`"
            self.scope.problems.error("ARB229", message, span, meant(token.text, FUNCTIONS))
            raise _UnreadableError
        self._take()
        arguments = [self._sum()]
        while self._peek(","):
            self._take()
            arguments.append(self._sum())
        self._close()
        if len(arguments) != FUNCTIONS[token.text]:
            count = FUNCTIONS[token.text]
            message = f"`{token.text}` takes {count} value{'s' if count > 1 else ''}, not {len(arguments)}"
            shown = ", ".join(("one", "other")[:count])
            self.scope.problems.error("ARB228", message, span, f"write `{token.text}({shown})`")
            raise _UnreadableError
        return Called(token.text, tuple(arguments), span)

    def _named(self, token: _Token) -> Expression:
        span = self._span(token)
        kind, dot, field = token.text.partition(".")
        if not dot:
            if token.text == ALREADY and self.own is None:
                return AlreadyMadeGood(span)
            if self.own is not None and token.text in self.scope.vocabulary.get(self.own, {}):
                return FieldOf(self.own, token.text, span)
            return ParameterOf(token.text, span)
        fields = self.scope.vocabulary.get(kind)
        if fields is None:
            self.scope.problems.error(
                "ARB229",
                f"`{token.text}` cannot stand in a formula",
                span,
                "a field like `order.price`, a parameter, or `already_made_good`",
            )
            raise _UnreadableError
        if field not in fields:
            self.scope.problems.error(
                "ARB214", f"unknown field `{field}` of `{kind}`", span, field_meant(kind, field, self.scope.vocabulary)
            )
            raise _UnreadableError
        return FieldOf(kind, field, span)

    def _span(self, token: _Token, length: int | None = None) -> Span:
        return part_of(self.node, token.start, length or len(token.text))
