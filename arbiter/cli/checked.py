"""What `arbiter check` found, as a program reads it: one JSON document, or annotations of a GitHub workflow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import Any

from arbiter.loading import check_policy
from arbiter.policy.model import Policy
from evidence import Diagnostic, as_json


@dataclass(frozen=True, slots=True)
class Checked:
    """One pack: its name, its policy (None if it has errors), all diagnostics, and the texts of its files."""

    id: str
    policy: Policy | None
    diagnostics: Sequence[Diagnostic]
    files: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether the pack can be used."""
        return self.policy is not None

    @property
    def errors(self) -> int:
        """How many errors the pack has."""
        return sum(one.severity == "error" for one in self.diagnostics)

    @property
    def counts(self) -> dict[str, int]:
        """How much of each part the pack has, with what it inherits; nothing of a pack with errors."""
        if self.policy is None:
            return {}
        parts = {
            "claims": self.policy.claims,
            "questions": self.policy.questions,
            "signals": self.policy.signals,
            "parameters": self.policy.parameters,
        }
        return {what: len(part) for what, part in parts.items()}


def check_pack(pack: Path) -> Checked:
    """Check one pack."""
    policy, diagnostics, files = check_policy(pack)
    return Checked(policy.id if policy else pack.resolve().name, policy, diagnostics, files)


def document(packs: Sequence[Checked], others: Sequence[Diagnostic]) -> str:
    """Everything as one JSON document, without a final newline. `others` belong to no pack."""
    content = {
        "ok": not others and all(pack.ok for pack in packs),
        "packs": [_pack(pack) for pack in packs],
        "diagnostics": [as_json(one) for one in others],
    }
    return dumps(content, indent=2, ensure_ascii=False)


def _pack(pack: Checked) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.policy.version if pack.policy else None,
        "digest": pack.policy.digest if pack.policy else None,
        "ok": pack.ok,
        "counts": pack.counts or None,
        "replaced": list(pack.policy.replaced) if pack.policy else [],
        "diagnostics": [as_json(one) for one in pack.diagnostics],
    }


def annotations(packs: Iterable[Checked], others: Sequence[Diagnostic]) -> str:
    """One command of a GitHub workflow a line for each diagnostic, paths relative to the working folder."""
    found = [*others, *(one for pack in packs for one in pack.diagnostics)]
    return "".join(f"{_annotation(one)}\n" for one in dict.fromkeys(found))


def _annotation(one: Diagnostic) -> str:
    properties: dict[str, str | int] = {}
    if one.span is not None:
        properties["file"] = _relative(one.span.file)
        properties["line"] = one.span.line
        properties["col"] = one.span.column
        properties["endColumn"] = one.span.column + one.span.length
    properties["title"] = one.code
    lines = [one.message, *(f"{label}: {_relative(at.file)}:{at.line}:{at.column}" for label, at in one.related)]
    lines += [f"help: {one.help}"] if one.help else []
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{one.severity} {written}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _relative(file: str) -> str:
    """A path as the workflow's checkout names it, if the file lies in the working folder."""
    path = Path(file)
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else file
