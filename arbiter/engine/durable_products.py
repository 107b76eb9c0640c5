"""Formulas and patterns as sums of products of literals, the only form the forward-chaining engine is given.

Each product becomes one rule over one wide fact, each literal one test of one property of it. This module owns the
rewriting; it must not know how a property is encoded or a ruleset written.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from arbiter.engine.ir import (
    All,
    Among,
    AtLeast,
    Circumstance,
    Constant,
    Finding,
    Formula,
    HasSignal,
    Known,
    NotInForce,
    Pattern,
    Test,
)
from evidence import Money

MAX_ALTERNATIVES = 256  # of one rule
MAX_SPELLED_OUT = 6  # values of a list before the whole list becomes one literal


class Literal(NamedTuple):
    """A test that one property of a fact answers; `role` says which property, `op` and `constant` how."""

    role: str
    name: str | int
    detail: frozenset[str] | str | None = None
    op: str = "$eq"
    constant: int | Fraction = 1


Product = frozenset[Literal]
Products = tuple[Product, ...]

TRUE: Products = (frozenset(),)
HOPE = Literal("hope", "")
LOW, HIGH = "low", "high"


class TooManyAlternativesError(ValueError):
    """A formula whose sum of products outgrows MAX_ALTERNATIVES."""


def either(parts: Iterable[Products]) -> Products:
    """The sum of sums, without products that a shorter one makes needless."""
    found = {product for part in parts for product in part}
    if len(found) < 2:
        return tuple(found)
    products = sorted(found, key=lambda product: (len(product), _order(product)))
    kept: list[Product] = []
    for product in products:
        if not any(shorter <= product for shorter in kept):
            kept.append(product)
    if len(kept) > MAX_ALTERNATIVES:
        raise TooManyAlternativesError
    return tuple(kept)


def both(parts: Iterable[Products]) -> Products:
    """The product of sums."""
    result = TRUE
    for part in parts:
        if len(result) == len(part) == 1:
            result = (result[0] | part[0],)
            continue
        if len(result) * len(part) > MAX_ALTERNATIVES * MAX_ALTERNATIVES:
            raise TooManyAlternativesError
        result = either([tuple(left | right for left in result for right in part)])
    return result


def _order(product: Product) -> list[str]:
    return sorted(spelled(literal) for literal in product)


def spelled(literal: Literal) -> str:
    """A literal as text, to order literals the same way in every process."""
    detail = literal.detail
    inside = " ".join(sorted(detail)) if isinstance(detail, frozenset) else str(detail)
    return f"{literal.role} {literal.name} {inside} {literal.op} {literal.constant}"


def formula_products(formula: Formula) -> Products:
    """A formula as a sum of products over signals, circumstances and findings."""
    match formula:
        case HasSignal(signal):
            return (frozenset({Literal("signal", signal)}),)
        case Circumstance(pattern):
            return (frozenset({Literal("circumstance", pattern)}),)
        case AtLeast(count, signals):
            return (frozenset({Literal("count", " ".join(map(str, signals)), None, "$gte", count)}),)
        case Finding(question, low, high):
            bounds = []
            if low > 0:
                bounds.append(Literal("finding", question, None, "$gte", low))
            bounds.append(Literal("finding", question, None, "$lte", high))
            return (frozenset(bounds),)
        case All(parts):
            return both(formula_products(part) for part in parts)
    return either(formula_products(part) for part in formula.parts)


def pattern_products(pattern: Pattern) -> Products:
    """The tests of a pattern as a sum of products over one record."""
    return both(_test_products(test) for test in pattern.tests)


def _test_products(test: Test) -> Products:
    check, name = test.check, test.field
    if isinstance(check, Known):
        return (frozenset({Literal("known" if check.wanted else "unknown", name)}),)
    if isinstance(check, NotInForce):
        return (frozenset({HOPE}),)
    if isinstance(check, Among):
        role = "outside" if check.negated else "inside"
        if len(check.values) > MAX_SPELLED_OUT:
            return (frozenset({Literal(role, name, check.values)}),)
        literals = [Literal(role, name, frozenset({value})) for value in sorted(check.values)]
        if check.negated:
            # An empty list excludes nothing, but an unknown field still leaves the test open.
            return (frozenset(literals or [Literal("given", name)]),)
        return tuple(frozenset({literal}) for literal in literals) or _never_but_open(name)
    currencies = {bound.currency for bound in (check.low, check.high) if isinstance(bound, Money)}
    if len(currencies) > 1:
        return (frozenset({HOPE}),)
    currency = currencies.pop() if currencies else None
    bounds = []
    if check.low is not None:
        bounds.append(Literal(LOW, name, currency, "$gt" if check.low_open else "$gte", _number(check.low)))
    if check.high is not None:
        bounds.append(Literal(HIGH, name, currency, "$lt" if check.high_open else "$lte", _number(check.high)))
    return (frozenset(bounds or [Literal("given", name)]),)


def _never_but_open(name: str) -> Products:
    # No value is in an empty list, but an unknown one might be in any: true only where the field is hoped for.
    return (frozenset({Literal("inside", name, frozenset())}),)


def _number(bound: Constant) -> int | Fraction:
    return bound.minor if isinstance(bound, Money) else bound
