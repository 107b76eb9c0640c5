"""Reading a map of known keys, collecting diagnostics instead of stopping.

Every construct of the language is read through `Keys`, so that unknown keys, missing keys and values of the
wrong shape are told in one voice. It knows no construct of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from re import compile as pattern
from typing import Literal

from arbiter.policy.conditions import FindingTest
from evidence import Diagnostic, FieldType, Span, did_you_mean
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar
from evidence.source import Sequence as SequenceNode

SNAKE = pattern(r"[a-z][a-z0-9_]*")
KEBAB = pattern(r"[a-z][a-z0-9-]*")
_LONG = 200
_MANY = 100
_ELSEWHERE = 3


@dataclass(slots=True)
class Problems:
    """The diagnostics of one load, in the order they were found, and what later checks must know of them.

    One fault is told once: a check passes over what is `spoilt` or rests on what is `unread`.
    """

    found: list[Diagnostic] = field(default_factory=list)
    spoilt: set[Span] = field(default_factory=set)
    """Constructs that were told to be wrong, by their spans."""
    unread: set[str] = field(default_factory=set)
    """What may be defined in a place that could not be read: `signal`, `question`, `text` …"""
    _places: dict[tuple[Span, str, str], Span] = field(default_factory=dict)
    _tests: list[tuple[FindingTest, Span]] = field(default_factory=list)

    def error(
        self, code: str, message: str, span: Span | None, help: str | None = None, *related: tuple[str, Span]
    ) -> None:
        """Record an error; the policy will not load."""
        cure = None if help is None else _shortened(help)
        self.found.append(Diagnostic(code, "error", _shortened(message), span, cure, tuple(related)))

    def warn(
        self, code: str, message: str, span: Span | None, help: str | None = None, *related: tuple[str, Span]
    ) -> None:
        """Record a warning; the policy loads all the same."""
        cure = None if help is None else _shortened(help)
        self.found.append(Diagnostic(code, "warning", _shortened(message), span, cure, tuple(related)))

    def meant(self, word: str, candidates: Iterable[str]) -> str:
        """A help line, as `meant` gives it. After many errors it is a short one: nearness takes its time."""
        return meant(word, candidates) if len(self.found) < _MANY else "define it, or take one that is defined"

    def stands(self, construct: Span, key: str, word: Scalar) -> None:
        """Remember where a word stands that a key of a construct lists."""
        self._places[construct, key, word.text] = word.span

    def tested(self, test: FindingTest, place: Span) -> None:
        """Remember where the answers stand that a condition asks for."""
        self._tests.append((test, place))

    def answers_place(self, test: FindingTest) -> Span:
        """Where the answers of a test stand; the test itself if that is not known."""
        return next((place for known, place in self._tests if known is test), test.span)

    def place(self, construct: Span, key: str, word: str) -> Span:
        """Where a word stands in a construct; the construct itself if that is not known."""
        return self._places.get((construct, key, word), construct)

    @property
    def fatal(self) -> bool:
        """Whether any of them is an error."""
        return any(diagnostic.severity == "error" for diagnostic in self.found)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a construct may refer to while it is read: the vocabulary, the pack's roles, the problems so far."""

    problems: Problems
    vocabulary: Mapping[str, Mapping[str, FieldType]]
    roles: Mapping[str, str]
    all_nouns: bool = True
    """Whether every noun is known: not if a header could not be read."""
    tables: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The decision tables of the pack at hand: by file name, how each is shown and what it holds."""

    def party(self, scalar: Scalar) -> str | None:
        """The canonical role that a pack's noun or a role's name stands for."""
        role = self.roles.get(scalar.text)
        if role is None and self.all_nouns:
            self.problems.error(
                "ARB206",
                f"unknown party `{scalar.text}`",
                scalar.span,
                self.problems.meant(scalar.text, self.roles),
            )
        return role


def _shortened(text: str) -> str:
    """A sentence whose quoted words are cut, so that a word as long as a file does not fill the screen."""
    if len(text) <= _LONG:
        return text
    return "`".join(part if len(part) <= _LONG else part[: _LONG - 1] + "…" for part in text.split("`"))


def meant(word: str, candidates: Iterable[str]) -> str:
    """A help line: the nearest candidate, else all of them."""
    names = sorted(set(candidates))
    near = did_you_mean(word, names)
    if near:
        return f"did you mean `{near}`?"
    shown = ", ".join(f"`{name}`" for name in names[:12])
    return f"one of {shown}" if names else "nothing of that kind is defined"


def field_meant(kind: str, field: str, vocabulary: Mapping[str, Mapping[str, FieldType]]) -> str:
    """A help line for a field that a kind does not have: the few kinds that have it, else one like it."""
    elsewhere = [f"`{other}.{field}`" for other, fields in vocabulary.items() if field in fields]
    if not 0 < len(elsewhere) <= _ELSEWHERE:
        return meant(field, vocabulary[kind])
    return f"did you mean {' or '.join(elsewhere)}?"


@lru_cache(maxsize=8)
def misnamed(names: tuple[str, ...]) -> frozenset[str]:
    """Names that are not in snake_case, as they should be written."""
    return frozenset(name.replace("-", "_").lower() for name in names if not SNAKE.fullmatch(name))


class Keys:
    """A map node read key by key. `close()` reports what nobody asked for."""

    def __init__(self, scope: Scope, node: Node, what: str) -> None:
        self.scope = scope
        self.problems = scope.problems
        self.what = what
        self.span = node.span
        self.node = node if isinstance(node, MappingNode) else None
        self._asked: list[str] = []
        self._missing: list[str] = []
        self._before = len(self.problems.found)
        if self.node is None:
            self.problems.error("ARB201", f"{what} must be a map of keys", node.span, "write `key: value` lines")

    @property
    def sound(self) -> bool:
        """Whether nothing was found wrong since the map was opened."""
        return len(self.problems.found) == self._before and not self._missing

    def get(self, key: str) -> Node | None:
        """The node of a key, None if it is absent."""
        self._asked.append(key)
        return self.node.get(key) if self.node else None

    def need(self, key: str) -> Node | None:
        """The node of a key; its absence is an error, told when the map is closed."""
        found = self.get(key)
        if found is None and self.node is not None:
            self._missing.append(key)
        return found

    def text(self, key: str, default: str | None = None) -> str:
        """A scalar's text; the default if the key may be absent, else the empty text after an error."""
        node = self.need(key) if default is None else self.get(key)
        scalar = self.scalar(node, key)
        if scalar is not None:
            self.problems.stands(self.span, key, scalar)
        return scalar.text if scalar else (default or "")

    def scalar(self, node: Node | None, key: str) -> Scalar | None:
        """The node as one plain value; anything else is an error."""
        if node is None or isinstance(node, Scalar):
            return node
        self.problems.error("ARB204", f"`{key}` of {self.what} must be one value", node.span, f"write `{key}: value`")
        return None

    def name(self, key: str, style: Literal["snake", "kebab"]) -> str:
        """An identifier in the given style."""
        node = self.scalar(self.need(key), key)
        if node is None:
            return ""
        check_name(self.problems, node, style, self.what)
        self.problems.stands(self.span, key, node)
        return node.text

    def rule_id(self) -> str:
        """The id of a rule, by which it is called from then on."""
        name = self.name("id", "kebab")
        if name:
            self.what = f"{self.what.partition(' ')[2]} `{name}`"
        return name

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """One of a closed list of words."""
        options = tuple(allowed)
        node = self.scalar(self.need(key) if default is None else self.get(key), key)
        if node is None:
            return default if default is not None else options[0]
        if node.text not in options:
            self.problems.error(
                "ARB205", f"unknown `{key}` `{node.text}` of {self.what}", node.span, meant(node.text, options)
            )
            return options[0]
        self.problems.stands(self.span, key, node)
        return node.text

    def party(self, key: str, default: str | None = None) -> str:
        """A party, as its canonical role."""
        node = self.scalar(self.need(key) if default is None else self.get(key), key)
        return (self.scope.party(node) if node else default) or ""

    def words(self, key: str) -> tuple[Scalar, ...]:
        """A list of plain values; one value stands for a list of one; absent is empty."""
        node = self.get(key)
        found: list[Scalar] = []
        for item in (node,) if isinstance(node, Scalar) else self.items(key):
            if isinstance(item, Scalar):
                self.problems.stands(self.span, key, item)
                found.append(item)
            else:
                message = f"`{key}` of {self.what} must list plain values"
                self.problems.error("ARB204", message, item.span, f"write `{key}: [one, another]`")
        return tuple(found)

    def items(self, key: str) -> tuple[Node, ...]:
        """The nodes of a list; absent is empty."""
        node = self.get(key)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self.problems.error("ARB204", f"`{key}` of {self.what} must be a list", node.span, f"write `{key}: […]`")
            return ()
        return node.items

    def entries(self, key: str) -> Iterator[tuple[Scalar, Node]]:
        """The entries of a map under a key; absent is empty."""
        node = self.get(key)
        if node is None:
            return
        if not isinstance(node, MappingNode):
            self.problems.error("ARB204", f"`{key}` of {self.what} must be a map", node.span, f"write `{key}: {{…}}`")
            return
        yield from node.entries

    def close(self, also: Callable[[str], bool] = lambda key: False) -> None:
        """Report keys that nobody asked for and that `also` does not accept, and keys that are missing.

        A missing key that an unknown one was meant for is not told twice.
        """
        sound = self.sound
        for key, _ in self.node.entries if self.node else ():
            if key.text not in self._asked and not also(key.text):
                sound = False
                near = did_you_mean(key.text, self._missing)
                if near:
                    self._missing.remove(near)
                cure = f"did you mean `{near}`?" if near else meant(key.text, self._asked)
                self.problems.error("ARB202", f"unknown key `{key.text}` of {self.what}", key.span, cure)
        for name in self._missing:
            self.problems.error("ARB203", f"{self.what} has no `{name}`", self.span, f"add `{name}: …`")
        if not sound:
            self.problems.spoilt.add(self.span)


def key_place(node: Node, key: str) -> Span | None:
    """Where the value of a key stands, if it is one plain value: the name of a construct that fills a file."""
    value = node.get(key) if isinstance(node, MappingNode) else None
    return value.span if isinstance(value, Scalar) else None


def part_of(scalar: Scalar, start: int, length: int) -> Span:
    """The place of a part of a value; all of it if it was written with escapes or over several lines."""
    whole = scalar.span
    lead = int(scalar.quoted)
    if length < 1 or lead * 2 + len(scalar.text) != whole.length:
        return whole
    return Span(whole.file, whole.line, whole.column + lead + start, length)


def check_name(problems: Problems, node: Scalar, style: Literal["snake", "kebab"], what: str) -> None:
    """Questions, signals, parameters are snake_case; rule ids are kebab-case."""
    if style == "snake" and not SNAKE.fullmatch(node.text):
        problems.error("ARB207", f"name `{node.text}` of {what} is not in snake_case", node.span, "like `scan_place`")
    if style == "kebab" and not KEBAB.fullmatch(node.text):
        problems.error("ARB207", f"id `{node.text}` of {what} is not in kebab-case", node.span, "like `carrier-bears`")
