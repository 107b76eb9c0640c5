"""From rules to rulesets of durable_rules: plain dicts in, plain dicts and encoders out.

This module owns the translation; it must not import durable_rules, which only `durable.py` does.

A formula becomes a sum of products of literals, each product one engine rule over one wide fact: the equality on
`kind`, then one test per literal. A rule of ours may so be several of the engine's, and the engine's rule number
stands for all of ours that share a product. Every literal is true of a property that is *present*, so unknown needs
no rules of its own: a fact goes in once as it is ("sure"), and, if some literal is unknown, once more with every
unknown literal granted ("hoped"). The formulas are monotone, so what fires on the second and not on the first is
exactly what an unknown keeps open.

Only integers go in. A number is doubled after scaling to the common denominator of the constants it meets, and
made odd if it lies between two integers, so every comparison is exact for every fraction; it is clamped to just
outside the constants, so it never outgrows 53 bits.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import count
from math import lcm

from arbiter.engine.durable_products import (
    HIGH,
    HOPE,
    LOW,
    MAX_ALTERNATIVES,
    Literal,
    Product,
    Products,
    TooManyAlternativesError,
    formula_products,
    pattern_products,
    spelled,
)
from arbiter.engine.ir import ABSENT, PRESENT, Rule, Rulebook, Situation
from evidence import Money

# Each is below what the engine was seen to take; at the next number it hangs, crashes or answers an error.
MAX_TESTS = 100  # in one engine rule, of 253: each asks for a property
MAX_RULES = 4000  # in one ruleset, of 4,096
MAX_KINDS = 400  # of facts in one ruleset, of 511 children of one node; they are looked up one by one
MAX_PENDING = 60  # rules of one kind, of 64 tests of one fact waiting at once: each rule has at most one waiting
MAX_PROPERTIES = 240  # of one fact, of 253 with its kind and ids
MAX_INTEGER = 1 << 53

SENTINEL_RULE = 0
SENTINEL_KIND = 0
_RESERVED = ("kind", "id", "sid", "$s", "$forward", "$m", "$and")


Pair = tuple[str, str]

NUMERIC = (LOW, HIGH)


@dataclass(frozen=True, slots=True)
class Problem:
    """What the engine cannot take: a diagnostic code, words, and the numbers of the rules or patterns at fault."""

    code: str
    message: str
    numbers: tuple[int, ...]


def property_hash(name: str) -> int:
    """The 32-bit hash by which the engine tells properties apart: FNV-1a over the bytes of the name."""
    value = 2166136261
    for byte in name.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


class Names:
    """Property names of one ruleset, made on demand; no two of them look alike to the engine."""

    def __init__(self, candidates: Iterable[str] | None = None) -> None:
        self._candidates = iter(candidates or (f"p{number}" for number in count()))
        self._taken = {property_hash(name) for name in _RESERVED}
        self._names: dict[tuple[str, str | int, frozenset[str] | str | None], str] = {}

    def of(self, literal: Literal) -> str:
        """The property of a literal; literals that differ in op and constant only share it."""
        key = literal[:3]
        if key not in self._names:
            name = next(name for name in self._candidates if property_hash(name) not in self._taken)
            self._taken.add(property_hash(name))
            self._names[key] = name
        return self._names[key]


# --- what a fact says ---------------------------------------------------------------------------------------------


class Column:
    """A number as one property for lower bounds and one for upper bounds, of which a shape asks for one or both."""

    def __init__(self, currency: str | None, literals: Sequence[Literal], names: Names) -> None:
        self.currency = currency
        self.scale = _scale_of(literals)
        codes = [self.constant(literal) for literal in literals]
        self.least, self.most = min(codes) - 1, max(codes) + 1
        self.lows = sorted({names.of(literal) for literal in literals if literal.role == LOW})
        self.highs = sorted({names.of(literal) for literal in literals if literal.role == HIGH})
        self.hoped = self._text(self.most, self.least)

    def constant(self, literal: Literal) -> int:
        """A constant as the engine compares it."""
        return _code(literal, self.scale)

    def code(self, number: int | Fraction) -> int:
        """A value as the engine compares it: even if it is an integer after scaling, else the odd number between."""
        scaled = number * self.scale
        whole = scaled.__floor__()
        return min(max(2 * whole + (whole != scaled), self.least), self.most)

    def pair(self, value: object) -> Pair:
        """The sure and the hoped properties; money of another currency is unknown."""
        if self.currency is None:
            number = value.minor if type(value) is Money else value
        elif type(value) is Money and value.currency == self.currency:
            number = value.minor
        else:
            return "", self.hoped
        if not isinstance(number, int | Fraction):
            raise TypeError(f"`{number}` is compared with a number")
        code = self.code(number)
        text = self._text(code, code)
        return text, text

    def _text(self, low: int, high: int) -> str:
        return "".join([f',"{name}":{low}' for name in self.lows] + [f',"{name}":{high}' for name in self.highs])


def _scale_of(literals: Iterable[Literal]) -> int:
    """By what the constants of one column are multiplied to be whole."""
    return lcm(*(literal.constant.denominator for literal in literals))


def _code(literal: Literal, scale: int) -> int:
    """A constant as the engine compares it: even, so that there is room between two of them."""
    return 2 * int(literal.constant * scale)


class FieldCode:
    """How one field of a record becomes properties of a fact."""

    def __init__(self, literals: Sequence[Literal], names: Names) -> None:
        def present(*roles: str) -> str:
            return "".join(f',"{names.of(literal)}":1' for literal in literals if literal.role in roles)

        self._inside = [(literal.detail, names.of(literal)) for literal in literals if literal.role == "inside"]
        self._outside = [(literal.detail, names.of(literal)) for literal in literals if literal.role == "outside"]
        currencies = dict.fromkeys(literal.detail for literal in literals if literal.role in NUMERIC)
        self.columns = [
            Column(
                currency if isinstance(currency, str) else None,
                [literal for literal in literals if literal.role in NUMERIC and literal.detail == currency],
                names,
            )
            for currency in currencies
        ]
        self._given = present("known", "given")
        unknown = present("unknown")
        hoped = unknown + present("given", "inside", "outside") + "".join(column.hoped for column in self.columns)
        self.missing: Pair = (unknown, hoped)
        asked = {value for group, _ in self._inside + self._outside for value in group or ()}
        self._texts = {value: self._members((value,)) for value in sorted(asked)}
        self._other_text = self._members(())

    def pair(self, value: object) -> Pair:
        """The properties of a known value: sure, and hoped (the same but for money of another currency)."""
        if type(value) is str and not self.columns:
            text = self._texts.get(value, self._other_text)
            return text, text
        text = self._members(value) if type(value) is frozenset else self._other_text
        sure = hoped = text
        for column in self.columns:
            left, right = column.pair(value)
            sure += left
            hoped += right
        return sure, hoped

    def _members(self, members: Iterable[object]) -> str:
        inside = "".join(f',"{name}":1' for group, name in self._inside if not _disjoint(group, members))
        outside = "".join(f',"{name}":1' for group, name in self._outside if _disjoint(group, members))
        return self._given + inside + outside


def _disjoint(group: object, members: Iterable[object]) -> bool:
    return not isinstance(group, frozenset) or group.isdisjoint(members)


@dataclass(slots=True)
class Shape:
    """One kind of fact: its products and, once encoded, what to write of a record or a situation."""

    number: int
    name: str
    products: list[Product]
    unconditional: bool = False
    hope: str = ""
    fields: tuple[tuple[str, FieldCode], ...] = ()
    signals: tuple[tuple[int, str], ...] = ()
    circumstances: tuple[tuple[int, str], ...] = ()
    findings: tuple[tuple[int, str], ...] = ()
    counts: tuple[tuple[tuple[int, ...], str], ...] = ()

    def of_record(self, fields: Mapping[str, object]) -> Pair:
        """The sure and the hoped properties of a record."""
        sure, hoped = "", self.hope
        for name, code in self.fields:
            value = fields.get(name)
            left, right = code.missing if value is None else code.pair(value)
            sure += left
            hoped += right
        return sure, hoped

    def of_situation(self, situation: Situation, signals: tuple[int, ...]) -> Pair:
        """The sure and the hoped properties of one join key, or of the case if there are no signals."""
        sure = hoped = ""
        for asked, values in ((self.signals, signals), (self.circumstances, situation.circumstances)):
            for index, text in asked:
                value = values[index]
                if value >= PRESENT:
                    sure += text
                    hoped += text
                elif value != ABSENT:
                    hoped += text
        for group, name in self.counts:
            # A count grows with what is present, so granting what is unknown can only raise it.
            there = sum(signals[index] >= PRESENT for index in group)
            perhaps = sum(signals[index] != ABSENT for index in group)
            sure += f',"{name}":{there}' if there else ""
            hoped += f',"{name}":{perhaps}' if perhaps else ""
        if self.findings:
            settled = "".join(f',"{name}":{situation.findings[question]}' for question, name in self.findings)
            sure += settled
            hoped += settled
        return sure, hoped


# --- rulesets -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Translation:
    """A ruleset definition, what its rules stand for, and the shapes of its facts by the name of their kind."""

    definition: dict[str, object] = field(default_factory=dict)
    results: list[tuple[int, ...]] = field(default_factory=list)
    shapes: dict[str, tuple[Shape, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def translate_records(book: Rulebook) -> Translation:
    """The first stage: one kind of fact per kind of record."""
    return _translate(_spell_records(book))


def translate_rules(rules: Iterable[Rule]) -> Translation:
    """The second or third stage: facts of kind `key` for rules per join key, one of kind `case` for the others."""
    return _translate(_spell_rules(rules))


def problems_of_records(book: Rulebook) -> list[Problem]:
    """What the engine cannot take of the first stage, without translating it."""
    return _spell_records(book).problems


def problems_of_rules(rules: Iterable[Rule]) -> list[Problem]:
    """What the engine cannot take of a question or of the outcome, without translating it."""
    return _spell_rules(rules).problems


@dataclass(slots=True)
class _Spelled:
    """Rules as products in shapes; by kind of fact, the rules that each product stands for; what goes too far."""

    shapes: list[Shape] = field(default_factory=list)
    numbers: dict[str, dict[Product, list[int]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def _spell_records(book: Rulebook) -> _Spelled:
    return _spell(
        (kind, pattern.index, partial(pattern_products, pattern))
        for kind, patterns in book.by_kind.items()
        for pattern in patterns
    )


def _spell_rules(rules: Iterable[Rule]) -> _Spelled:
    return _spell(
        ("key" if rule.per_key else "case", rule.index, partial(formula_products, rule.formula)) for rule in rules
    )


def _spell(sources: Iterable[tuple[str, int, Callable[[], Products]]]) -> _Spelled:
    made = _Spelled()
    for name, number, products in sources:
        try:
            for product in products():
                if len(product) > MAX_TESTS:
                    made.problems.append(Problem("ARB333", f"{len(product)} tests hold together", (number,)))
                made.numbers.setdefault(name, {}).setdefault(product, []).append(number)
        except TooManyAlternativesError:
            text = f"the rule has more than {MAX_ALTERNATIVES} alternatives when spelled out"
            made.problems.append(Problem("ARB332", text, (number,)))
    chunks = [(name, chunk) for name, products_of in made.numbers.items() for chunk in _chunks(list(products_of))]
    made.shapes = [Shape(number, *chunk) for number, chunk in enumerate(chunks, SENTINEL_KIND + 1)]
    for shape in made.shapes:
        _check_constants(shape, made)
    _check_size(made)
    return made


def _translate(spelled_out: _Spelled) -> Translation:
    made = Translation(problems=spelled_out.problems)
    names = Names()
    made.results.append(())  # of the sentinel
    for shape in spelled_out.shapes:
        _encode(shape, spelled_out.numbers[shape.name], names, made)
        made.shapes[shape.name] = (*made.shapes.get(shape.name, ()), shape)
    # Rules fire in the order of the definition: a sentinel that has fired last was asserted last and drained last.
    made.definition[str(SENTINEL_RULE)] = {"all": [{"m": {"$and": [{"kind": SENTINEL_KIND}]}}]}
    return made


def _check_constants(shape: Shape, made: _Spelled) -> None:
    columns: dict[tuple[object, ...], list[Literal]] = {}
    large: set[Literal] = set()
    for literal in {literal for product in shape.products for literal in product}:
        if literal.role in NUMERIC:
            columns.setdefault((literal.name, literal.detail), []).append(literal)
        elif abs(int(literal.constant)) >= MAX_INTEGER:
            large.add(literal)
    for column in columns.values():
        scale = _scale_of(column)
        large |= {literal for literal in column if abs(_code(literal, scale)) >= MAX_INTEGER}
    for product in shape.products if large else ():
        if not large.isdisjoint(product):
            text = "the constants of a field are too large or too finely divided to be compared together"
            made.problems.append(Problem("ARB336", text, tuple(made.numbers[shape.name][product])))


def _check_size(made: _Spelled) -> None:
    rules, kinds = 1 + sum(len(shape.products) for shape in made.shapes), len(made.shapes)  # 1 for the sentinel
    if rules > MAX_RULES:
        made.problems.append(Problem("ARB331", f"one stage needs {rules} engine rules, more than {MAX_RULES}", ()))
    if kinds > MAX_KINDS:
        made.problems.append(Problem("ARB335", f"one stage needs {kinds} kinds of facts, more than {MAX_KINDS}", ()))


def _chunks(products: list[Product]) -> Iterable[list[Product]]:
    """The products in groups that one fact can carry: few enough properties, few enough tests pending at once."""
    if len(products) <= MAX_PENDING and sum(map(len, products)) <= MAX_PROPERTIES:
        yield products
        return
    chunk: list[Product] = []
    asked: set[tuple[object, ...]] = set()
    for product in products:
        more = asked | {literal[:3] for literal in product}
        if chunk and (len(more) > MAX_PROPERTIES or len(chunk) >= MAX_PENDING):
            yield chunk
            chunk, more = [], {literal[:3] for literal in product}
        chunk.append(product)
        asked = more
    if chunk:
        yield chunk


def _encode(shape: Shape, numbers: Mapping[Product, list[int]], names: Names, made: Translation) -> None:
    literals = sorted({literal for product in shape.products for literal in product}, key=spelled)
    by_field: dict[str, list[Literal]] = {}
    for literal in literals:
        if isinstance(literal.name, str) and literal is not HOPE and literal.role != "count":
            by_field.setdefault(literal.name, []).append(literal)
    shape.fields = tuple((name, FieldCode(asked, names)) for name, asked in by_field.items())
    shape.unconditional = frozenset() in shape.products
    shape.hope = f',"{names.of(HOPE)}":1' if HOPE in literals else ""

    def properties(role: str) -> dict[int, str]:
        return {int(literal.name): names.of(literal) for literal in literals if literal.role == role}

    shape.signals = tuple((index, f',"{name}":1') for index, name in properties("signal").items())
    shape.circumstances = tuple((index, f',"{name}":1') for index, name in properties("circumstance").items())
    shape.findings = tuple(properties("finding").items())
    shape.counts = tuple(
        (tuple(map(int, str(literal.name).split())), name)
        for literal in {one[:3]: one for one in literals if one.role == "count"}.values()
        for name in (names.of(literal),)
    )
    columns = {(name, column.currency): column for name, code in shape.fields for column in code.columns}
    shared = {literal: sum(literal in product for product in shape.products) for literal in literals}
    for product in shape.products:
        # Common tests first, so that the engine's network shares them.
        ordered = sorted(product, key=lambda literal: (-shared[literal], spelled(literal)))
        tests: list[object] = [{"kind": shape.number}]
        for literal in ordered:
            if literal.role in NUMERIC:
                constant = columns[literal.name, literal.detail].constant(literal)  # type: ignore[index]
            else:
                constant = int(literal.constant)
            test = {names.of(literal): constant}
            tests.append(test if literal.op == "$eq" else {literal.op: test})
        made.definition[str(len(made.results))] = {"all": [{"m": {"$and": tests}}]}
        made.results.append(tuple(numbers[product]))
