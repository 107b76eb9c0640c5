"""What a Fluent source defines: its messages with their attributes, the variables they quote, and what is unreadable.

Most entries of a pack are plain: a line of text, and attributes of one line each. They are read here, in a fraction of
the time; everything else, entry by entry, by the parser of `fluent.syntax`. Both must say the same, and a test holds
them to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

_NAME = pattern(r"[a-zA-Z][a-zA-Z0-9_-]*")
_START = pattern(r"^(?=[a-zA-Z#-])", 8)  # MULTILINE: where an entry may begin
_TEXT = r"(?=[^\n]*[^ \n])(?:[^{}\n]|\{ *\$[a-zA-Z][a-zA-Z0-9_-]* *\})+"
_PLAIN = pattern(rf"([a-zA-Z][a-zA-Z0-9_-]*) *= *({_TEXT})((?:\n+ +\.[a-zA-Z][a-zA-Z0-9_-]* *= *{_TEXT})*)\n*")
_ATTRIBUTE = pattern(rf"\n+ +\.([a-zA-Z][a-zA-Z0-9_-]*) *= *({_TEXT})")
_COMMENT = pattern(r"(?:#{1,3}(?: [^\n]*)?\n*)+")
_VARIABLE = pattern(r"\$([a-zA-Z][a-zA-Z0-9_-]*)")


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable in a sentence, and where its name stands."""

    message: str
    attribute: str | None
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Sentences:
    """One source: what each message has, what could not be read (after which message, where, why), which variables."""

    messages: dict[str, frozenset[str | None]]
    junk: tuple[tuple[str | None, int, str], ...]
    variables: tuple[Variable, ...]
    referenced: frozenset[str] = frozenset()
    """Messages and terms that other messages quote."""


@lru_cache(maxsize=64)
def sentences_of(source: str) -> Sentences:
    """What a source defines. Never raises: what cannot be read is junk."""
    reader = _Reader()
    starts = [match.start() for match in _START.finditer(source)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(source)], strict=True):
        reader.read(source[start:end], start)
    return reader.found()


class _Reader:
    def __init__(self) -> None:
        self.messages: dict[str, frozenset[str | None]] = {}
        self.junk: list[tuple[str | None, int, str]] = []
        self.variables: list[Variable] = []
        self.referenced: set[str] = set()
        self.last: str | None = None

    def found(self) -> Sentences:
        return Sentences(self.messages, tuple(self.junk), tuple(self.variables), frozenset(self.referenced))

    def read(self, entry: str, start: int) -> None:
        """One entry, or comments, or what stands where an entry should."""
        if not entry.strip(" \n") or _COMMENT.fullmatch(entry):
            return
        plain = _PLAIN.fullmatch(entry)
        if plain is None:
            self._parse(entry, start)
            return
        name = self.last = plain[1]
        attributes: list[str | None] = [None]
        self._quote(name, None, plain[2], start + plain.start(2))
        for attribute in _ATTRIBUTE.finditer(entry, plain.start(3)):
            attributes.append(attribute[1])
            self._quote(name, attribute[1], attribute[2], start + attribute.start(2))
        self.messages[name] = frozenset(attributes)

    def _quote(self, message: str, attribute: str | None, text: str, start: int) -> None:
        if "{" not in text:
            return
        for found in _VARIABLE.finditer(text):
            # A `$` in plain text is no variable.
            if text[: found.start()].rstrip(" ").endswith("{"):
                self.variables.append(Variable(message, attribute, found[1], start + found.start()))

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
                self.referenced |= set(_references_in(one))
            elif isinstance(one, ftl.Junk):
                self._unreadable(one, start)

    def _message(self, message: ftl.Message, start: int) -> None:
        self.last = name = message.id.name
        patterns: list[tuple[str | None, ftl.Pattern | None]] = [(None, message.value)]
        patterns += [(attribute.id.name, attribute.value) for attribute in message.attributes]
        self.messages[name] = frozenset(key for key, value in patterns if value is not None)
        for key, value in patterns:
            self.variables += [Variable(name, key, found, start + at) for found, at in _variables_in(value)]
            self.referenced |= set(_references_in(value))

    def _unreadable(self, junk: ftl.Junk, start: int) -> None:
        named = _NAME.match(junk.content or "")
        self.last = named[0] if named else self.last
        note = junk.annotations[0] if junk.annotations else None
        reason = (note.message or "").rstrip(".") if note else "it is not Fluent"
        place = note.span if note and note.span else junk.span
        reason = reason[:1].lower() + reason[1:]
        self.junk.append((self.last, start + (place.start if place else 0), reason.replace('"', "`")))


def _variables_in(node: object) -> Iterator[tuple[str, int]]:
    """Every variable below a node of a sentence: its name and the offset of its `$`."""
    for found in _below(node):
        if isinstance(found, ftl.VariableReference):
            yield found.id.name, found.span.start if found.span else 0


def _references_in(node: object) -> Iterator[str]:
    """Every message or term that a sentence quotes."""
    for found in _below(node):
        if isinstance(found, ftl.MessageReference | ftl.TermReference):
            yield found.id.name


def _below(node: object) -> Iterator[ftl.BaseNode]:
    if isinstance(node, list):
        for item in node:
            yield from _below(item)
    elif isinstance(node, ftl.BaseNode):
        yield node
        yield from _below(list(vars(node).values()))
