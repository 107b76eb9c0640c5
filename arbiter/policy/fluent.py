"""What a Fluent source defines: its messages with their attributes, the variables they quote, and what is unreadable.

Most entries of a pack are plain: a line of text, and attributes of one line each. They are read here, in a fraction of
the time; everything else, entry by entry, by the parser of `fluent.syntax`. Both must say the same, and a test holds
them to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

_NAME = pattern(r"[a-zA-Z][a-zA-Z0-9_-]*")
_START = pattern(r"^(?=[a-zA-Z#-])", 8)  # MULTILINE: where an entry may begin
_HEAD = pattern(r"([a-zA-Z][a-zA-Z0-9_-]*+) *+= *+")
_ATTRIBUTE = pattern(r" ++\.([a-zA-Z][a-zA-Z0-9_-]*+) *+= *+")
_COMMENT = pattern(r"#{1,3}(?: .*+)?")
_QUOTED = pattern(r"\{ *+\$([a-zA-Z][a-zA-Z0-9_-]*+) *+\}")

# A message, and one of its attributes or None for its value.
Wanted = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable in a sentence, and where its name stands."""

    message: str
    attribute: str | None
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class FluentSource:
    """What each message has, what could not be read (after which message, where, why), which variables."""

    messages: dict[str, frozenset[str | None]]
    junk: tuple[tuple[str | None, int, str], ...]
    variables: tuple[Variable, ...]
    starts: dict[Wanted, int]
    """Where the name of each sentence stands."""
    quoted: frozenset[Wanted]
    """The sentences that others quote."""


@lru_cache(maxsize=64)
def read_fluent(source: str) -> FluentSource:
    """What a source defines. Never raises: what cannot be read is junk."""
    reader = _Reader()
    starts = [match.start() for match in _START.finditer(source)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(source)], strict=True):
        reader.read(source[start:end], start)
    return reader.found()


def shown_text(answer: str) -> str:
    """The attribute of a question that says an answer as something that is shown, where `.no` says that nothing is."""
    return f"{answer}-shown"


def then_text(rule: str) -> str:
    """The attribute of a head that says when the sequel of a rule comes in, where its `then` promises one."""
    return f"{rule}-then"


# The attribute of a kind of record that names a single one of them, by what it says.
RECORD_TEXT = "record"


def defined_in(sources: Iterable[str]) -> frozenset[Wanted]:
    """The sentences that some sources define together; a message that is defined again replaces the one before."""
    messages: dict[str, frozenset[str | None]] = {}
    for source in sources:
        messages |= read_fluent(source).messages
    return frozenset((name, attribute) for name, attributes in messages.items() for attribute in attributes)


class _Reader:
    def __init__(self) -> None:
        self.messages: dict[str, frozenset[str | None]] = {}
        self.junk: list[tuple[str | None, int, str]] = []
        self.variables: list[Variable] = []
        self.starts: dict[Wanted, int] = {}
        self.quoted: set[Wanted] = set()
        self.last: str | None = None

    def found(self) -> FluentSource:
        junk, variables = tuple(self.junk), tuple(self.variables)
        return FluentSource(self.messages, junk, variables, self.starts, frozenset(self.quoted))

    def read(self, entry: str, start: int) -> None:
        """One entry, or comments, or what stands where an entry should."""
        lines = entry.split("\n")
        if not entry.strip(" \n") or all(not line or _COMMENT.fullmatch(line) for line in lines):
            return
        plain = _plain_parts(entry)
        if plain is None:
            self._parse(entry, start)
            return
        name = self.last = plain[0].name
        for part in plain:
            attribute = part.name if part is not plain[0] else None
            self.starts[name, attribute] = start + part.start
            self.variables += [Variable(name, attribute, one, start + at) for one, at in part.variables]
        self.messages[name] = frozenset((None, *(part.name for part in plain[1:])))

    def _parse(self, entry: str, start: int) -> None:
        try:
            body = FluentParser().parse(entry).body
        except RecursionError:
            self.junk.append((self.last, start, "it is nested too deep"))
            return
        for one in body:
            if isinstance(one, ftl.Message):
                self._message(one, start)
            elif isinstance(one, ftl.Term):
                self.quoted |= set(_quoted_in(one))
            elif isinstance(one, ftl.Junk):
                self._unreadable(one, start)

    def _message(self, message: ftl.Message, start: int) -> None:
        self.last = name = message.id.name
        patterns: list[tuple[str | None, ftl.Pattern | None]] = [(None, message.value)]
        patterns += [(attribute.id.name, attribute.value) for attribute in message.attributes]
        self.messages[name] = frozenset(key for key, value in patterns if value is not None)
        for key, value in patterns:
            self.variables += [Variable(name, key, found, start + at) for found, at in _variables_in(value)]
            self.quoted |= set(_quoted_in(value))
        if message.value is not None:
            self.starts[name, None] = start + _start(message.id)
        for attribute in message.attributes:
            self.starts[name, attribute.id.name] = start + _start(attribute.id)

    def _unreadable(self, junk: ftl.Junk, start: int) -> None:
        named = _NAME.match(junk.content or "")
        self.last = named[0] if named else self.last
        note = junk.annotations[0] if junk.annotations else None
        reason = (note.message or "").rstrip(".") if note else "it is not Fluent"
        place = note.span if note and note.span else junk.span
        reason = reason[:1].lower() + reason[1:]
        self.junk.append((self.last, start + (place.start if place else 0), reason.replace('"', "`")))


@dataclass(frozen=True, slots=True)
class _Part:
    """A line of a plain entry: the message or an attribute, where its name stands, and what it quotes."""

    name: str
    start: int
    variables: list[tuple[str, int]]


def _plain_parts(entry: str) -> list[_Part] | None:
    """The parts of an entry that has its text in one line and each attribute in one more; None for any other."""
    parts: list[_Part] = []
    at = 0
    for line in entry.rstrip("\n").split("\n"):
        head = (_ATTRIBUTE if parts else _HEAD).match(line)
        quoted = _quoted_variables(line, head.end(), at) if head else None
        if head is None or quoted is None:
            return None
        parts.append(_Part(head[1], at + head.start(1), quoted))
        at += len(line) + 1
    return parts


def _quoted_variables(line: str, start: int, offset: int) -> list[tuple[str, int]] | None:
    """The variables in the text of a line, each with the offset of its `$`; None if it is empty or not plain."""
    if not line[start:].strip(" "):
        return None
    found: list[tuple[str, int]] = []
    place = start
    while (brace := line.find("{", place)) >= 0:
        quoted = _QUOTED.match(line, brace)
        if quoted is None or "}" in line[place:brace]:
            return None
        found.append((quoted[1], offset + quoted.start(1) - 1))
        place = quoted.end()
    return None if "}" in line[place:] else found


def _variables_in(node: object) -> Iterator[tuple[str, int]]:
    """Every variable below a node of a sentence: its name and the offset of its `$`."""
    for found in _below(node):
        if isinstance(found, ftl.VariableReference):
            yield found.id.name, found.span.start if found.span else 0


def _quoted_in(node: object) -> Iterator[Wanted]:
    """Every sentence that a part of another quotes."""
    for found in _below(node):
        if isinstance(found, ftl.MessageReference):
            yield found.id.name, found.attribute.name if found.attribute else None


def _start(name: ftl.Identifier) -> int:
    return name.span.start if name.span else 0


def _below(node: object) -> Iterator[ftl.BaseNode]:
    if isinstance(node, list):
        for item in node:
            yield from _below(item)
    elif isinstance(node, ftl.BaseNode):
        yield node
        yield from _below(list(vars(node).values()))
