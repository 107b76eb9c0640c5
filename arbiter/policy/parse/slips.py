"""Slips of the hand that YAML reads as something else: told at their place, and mended in the tree.

Owns what can be seen before any construct is known: look-alike characters, a comma that cut a text, a colon without a
blank, a `>` that YAML took for a folded text. Reading goes on with what was meant, so that a slip is told once.
"""

from dataclasses import dataclass, replace
from re import ASCII
from re import compile as pattern

from arbiter.policy.parse.reader import Problems
from evidence import Span
from evidence.lookalikes import cure_of, lookalike_in, plainly, told
from evidence.source import Mapping, Node, Null, Scalar, Sequence, read_yaml

FREE_TEXT = frozenset({"title", "clause", "version"})
"""Keys whose values people read: they may hold any character, and a comma in one of them is a comma."""
LISTS = frozenset({
    "all", "any", "unless", "over", "languages", "required", "any_of", "optional", "yes", "no", "of", "ranking", "days",
    "submitted_by", "profiles",
})  # fmt: skip
ANSWERS = frozenset({"yes", "no", "shown yes", "shown no", "known", "unknown"})

_NAME = pattern(r"(every )?[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?", ASCII)
_COMMAS = pattern("[,，、]")
_BRACKETS = frozenset("【［〔")
_NUMBER_CUT = pattern(r"[0-9]{3}(\.[0-9]+)?( [A-Z]{3})?", ASCII)
_RUN_TOGETHER = pattern(r"([A-Za-z_][A-Za-z0-9_.]*)[:：]\s*(\S.*)", ASCII)


def mend(node: Node, text: str, problems: Problems) -> Node:
    """The tree of a file as it was meant; every slip is an error. `text` is the file's own."""
    return _Mender(text.split("\n"), problems).node(node, free=False)


@dataclass(frozen=True, slots=True)
class _Mender:
    lines: list[str]
    problems: Problems

    def node(self, node: Node, free: bool) -> Node:
        if isinstance(node, Scalar):
            return node if free or _is_plain(node) else self._listed(node) or self._scalar(node)
        if isinstance(node, Sequence):
            return Sequence(tuple(part for item in node.items for part in self._items(item)), node.span)
        return Mapping(self._entries(node.entries), node.span) if isinstance(node, Mapping) else node

    def _entries(self, entries: tuple[tuple[Scalar, Node], ...]) -> tuple[tuple[Scalar, Node], ...]:
        kept: list[tuple[Scalar, Node]] = []
        cut: list[Scalar] = []
        for key, value in entries:
            alone = isinstance(value, Null) and _touches(key, value)
            pair = self._split(key) if alone else self._run_together(key) if ":" in key.text else None
            if alone and pair is None and kept:
                cut.append(key)
                continue
            self._join(kept, cut)
            kept.append(pair or (key, value))
        self._join(kept, cut)
        return tuple(
            (key if _is_plain(key) else self._scalar(key), self.node(value, key.text in FREE_TEXT))
            for key, value in kept
        )

    def _items(self, item: Node) -> tuple[Node, ...]:
        """One item of a list; several if commas that are none stand in it."""
        at = lookalike_in(item.text) if isinstance(item, Scalar) and not item.quoted else None
        if not isinstance(item, Scalar) or at is None or not _COMMAS.search(item.text):
            return (self.node(item, free=False),)
        self.problems.error("ARB115", told(item.text[at]), _at(item, at), cure_of(item.text[at]))
        return tuple(replace(item, text=plainly(part).strip()) for part in _COMMAS.split(item.text))

    def _listed(self, node: Scalar) -> Node | None:
        """A list in brackets that are none; None if it is no such list."""
        if node.quoted or node.text[:1] not in _BRACKETS or not node.text:
            return None
        words = tuple(plainly(part).strip("[] ") for part in _COMMAS.split(node.text))
        cure = f"write `[{', '.join(words)}]`"
        self.problems.error("ARB115", told(node.text[0]), _at(node, 0), cure)
        return Sequence(tuple(replace(node, text=word) for word in words), node.span)

    def _scalar(self, node: Scalar) -> Scalar:
        """A word or test without look-alike characters."""
        if not node.text and self._sign_at(node.span) == ">":
            return self._folded(node)
        at = lookalike_in(node.text)
        if at is None:
            return node
        plain = plainly(node.text)
        cure = _write(plain)
        self.problems.error("ARB115", told(node.text[at]), _at(node, at), cure)
        return replace(node, text=plain)

    def _folded(self, node: Scalar) -> Scalar:
        """`>5`, which YAML takes for a folded text with an indentation of 5."""
        value = self.lines[node.span.line - 1][node.span.column - 1 :].partition(" #")[0].strip()
        message = f"`{value}` is not in quotes, and `>` alone starts a folded text"
        span = replace(node.span, length=max(1, len(value)))
        self.problems.error(
            "ARB117", message, span, f'write `"{value}"`' if len(value) > 1 else 'write it like `"> 5"`'
        )
        return replace(node, text=value)

    def _split(self, key: Scalar) -> tuple[Scalar, Node] | None:
        """`strength:strong` within braces, where YAML sees a key alone."""
        found = None if key.quoted else _RUN_TOGETHER.fullmatch(key.text)
        if found is None:
            return None
        colon = found.end(1)
        if key.text[colon] == ":":
            self.problems.error("ARB118", "no blank follows the colon", _at(key, colon), f"write `: {found[2]}`")
        else:
            self.problems.error("ARB115", told(key.text[colon]), _at(key, colon), cure_of(key.text[colon]))
        name = replace(key, text=found[1], span=_part(key, 0, colon))
        return name, Scalar(found[2], False, _part(key, found.start(2), len(found[2])))

    def _run_together(self, key: Scalar) -> tuple[Scalar, Node] | None:
        """`if:{sent: yes}` on a line of its own, where YAML sees the key `if:{sent`."""
        found = None if key.quoted else _RUN_TOGETHER.fullmatch(key.text)
        if found is None or key.text[found.end(1)] != ":" or found[2][0] not in "{[":
            return None
        colon = _at(key, found.end(1))
        self.problems.error("ARB118", "no blank follows the colon", colon, f"write `: {found[2]}…`")
        rest = self.lines[colon.line - 1][colon.column :]
        # Blanks before it give everything in it the place that it has.
        inner, _ = read_yaml("\n" * (colon.line - 1) + " " * colon.column + rest, colon.file)
        return replace(key, text=found[1]), inner or Mapping((), key.span)

    def _join(self, kept: list[tuple[Scalar, Node]], cut: list[Scalar]) -> None:
        """Put together what commas cut: a value, and after it words without a value. They stay keys if they may be."""
        if not cut:
            return
        mended = self._joined(*kept[-1], cut)
        if mended is None:
            kept.extend((key, Null(replace(key.span, length=1))) for key in cut)
        else:
            kept[-1] = (kept[-1][0], mended)
        cut.clear()

    def _joined(self, name: Scalar, before: Node, cut: list[Scalar]) -> Node | None:
        if not isinstance(before, Scalar) or before.quoted:
            return None
        whole = ", ".join((before.text, *(key.text for key in cut)))
        if before.text[:1] in _BRACKETS:
            return replace(before, text=whole)
        shown = plainly(whole).replace('"', "").replace("`", "")
        number = "".join((before.text, *(key.text for key in cut)))
        if before.text[-1:].isdigit() and all(_NUMBER_CUT.fullmatch(key.text) for key in cut):
            cure = f"write the number without it: `{name.text}: {number}`"
            mended: Node = Scalar(number, False, before.span)
        elif name.text in LISTS or ("." in name.text and before.text not in ANSWERS and "." not in cut[0].text):
            cure = f"a list stands in brackets: `{name.text}: [{shown}]`"
            mended = Sequence((before, *cut), before.span)
        elif name.text in FREE_TEXT or not _NAME.fullmatch(cut[0].text):
            cure = f'put it in quotes: `{name.text}: "{shown}"`'
            mended = Scalar(whole, False, before.span)
        else:
            return None
        message = f"the comma cut the value of `{name.text}`, and `{cut[0].text}` became a key without a value"
        self.problems.error("ARB116", message, cut[0].span, cure, ("the value before it", before.span))
        return mended

    def _sign_at(self, span: Span) -> str:
        line = self.lines[span.line - 1] if 1 <= span.line <= len(self.lines) else ""
        return line[span.column - 1 : span.column]


def _is_plain(node: Scalar) -> bool:
    """Whether a value cannot hold what is mended in a single value, as almost all cannot."""
    return node.text.isascii() and node.text != ""


def _touches(key: Scalar, value: Null) -> bool:
    """Whether nothing at all follows a key, not even a colon."""
    return value.span.line == key.span.line and value.span.column == key.span.column + key.span.length


def _at(node: Scalar, at: int) -> Span:
    """The place of one character of a value."""
    return _part(node, at, 1)


def _part(node: Scalar, start: int, length: int) -> Span:
    lead = int(node.quoted)
    if lead * 2 + len(node.text) != node.span.length:
        return node.span
    return replace(node.span, column=node.span.column + lead + start, length=max(1, length))


def _write(plain: str) -> str:
    """How to write what was meant."""
    if not plain or len(plain) > 60 or any(sign in plain for sign in '`"\n'):
        return "write plain characters"
    bare = plain[0].isalnum() and all(sign.isalnum() or sign in "_-. " for sign in plain)
    return f"write `{plain}`" if bare else f'write `"{plain}"`'
