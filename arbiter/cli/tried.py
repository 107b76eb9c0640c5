"""The changes of `arbiter what-if`, read from what was typed: files, records on one line, and fields that are set.

Owns how they are written. Each is known by a name, so that a message can show the place in it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from arbiter.what_if import AddRecord, Change, RemoveRecord, SetField, SetParameter
from evidence import CaseFileError, Diagnostic, Node, Scalar, Span, read_document, read_yaml
from evidence.nodes import Mapping
from evidence.nodes import Sequence as ListNode

_PARAMETER = "parameter:"
_STDIN = "stdin"


class Typed:
    """Changes as they were typed. `files` are the texts that diagnostics point into, by the names they show."""

    def __init__(self, read_stdin: Callable[[], str]) -> None:
        self.files: dict[str, str] = {}
        self._read_stdin = read_stdin

    def changes(self, add: Sequence[str], remove: Sequence[str], fields: Sequence[str]) -> list[Change]:
        """Every change, in the order in which they are made. Raises CaseFileError; wrong usage is a usage error."""
        found: list[Change] = [RemoveRecord(one, self._span("--remove", number, one, remove)) for number, one in
                               enumerate(remove)]  # fmt: skip
        for number, text in enumerate(add):
            found += [AddRecord(node) for node in self._records(text, _name("--add", number, add))]
        return found + [self._field(text, _name("--set", number, fields)) for number, text in enumerate(fields)]

    def _span(self, option: str, number: int, text: str, of: Sequence[str]) -> Span:
        name = _name(option, number, of)
        self.files[name] = text
        return Span(name, 1, 1, max(1, len(text)))

    def _records(self, text: str, name: str) -> list[Node]:
        """The records of a file, of standard input, or of the text itself."""
        if text == "-":
            name, text = _STDIN, self._read_stdin()
            self.files[name] = text
            node, problems = read_yaml(text, name)
        elif text.lstrip()[:1] in ("{", "[") or "\n" in text or ": " in text:
            self.files[name] = text
            node, problems = read_yaml(text, name)
        else:
            node, problems = read_document(Path(text))
        if node is None:
            raise CaseFileError(problems or [_nothing(name)])
        listed = node.get("records") if isinstance(node, Mapping) and node.get("kind") is None else None
        found = listed if listed is not None else node
        return list(found.items) if isinstance(found, ListNode) else [found]

    def _field(self, text: str, name: str) -> Change:
        target, equals, value = text.partition("=")
        if not equals or not target.strip():
            raise typer.BadParameter(f"`{text}` sets nothing: write it like T-2.code=delivered", param_hint="--set")
        self.files[name] = text
        span, said = Span(name, 1, 1, len(target)), self._value(value, name, len(target) + 1)
        if target.startswith(_PARAMETER):
            return SetParameter(target.removeprefix(_PARAMETER), said, span)
        return SetField(target, said, span)

    def _value(self, text: str, name: str, before: int) -> Node | None:
        """A value at its place: one value as it stands, a list or a map as YAML, nothing where nothing is written."""
        if not text.strip():
            return None
        if text.lstrip()[:1] in ("{", "[", '"', "'"):
            node, problems = read_yaml(" " * before + text, name)
            if node is None:
                raise CaseFileError(problems)
            return node
        return Scalar(text.strip(), False, Span(name, 1, before + 1, len(text)))


def _name(option: str, number: int, of: Sequence[str]) -> str:
    """The option, with its number where it was given several times."""
    return option if len(of) == 1 else f"{option} {number + 1}"


def _nothing(name: str) -> Diagnostic:
    return Diagnostic("ARB422", "error", f"no record is written in `{name}`", None, "write `{id: …, kind: …}`")
