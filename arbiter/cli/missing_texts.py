"""What `arbiter check --missing-texts` prints: the sentences and clauses that a pack lacks, to be pasted and written.

Each stands with `TODO` and what is to be said. `arbiter check` takes a sentence that still begins so for none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from evidence import Diagnostic

_TEXT = re.compile(r"no text `([^`.]+)(?:\.([^`]+))?` in `(\w+)`")
_NO_TEXTS = re.compile(r"there are no texts in `(\w+)`")
_CLAUSE = re.compile(r"the manual has no clause `([^`]+)`")

_SIGNALS = {
    None: "what the record shows, as a sentence.",
    "missing": "how this evidence is called while it is not there, like: a picture of the damage",
    "otherwise": "what would have been on the other side of the limit, as a sentence.",
}
_QUESTIONS = {None: "the question itself?", "unclear": "that it is not clear, as a sentence."}


def missing_texts(diagnostics: Sequence[Diagnostic], files: Mapping[str, str]) -> str:
    """Everything that is missing, file by file; nothing if nothing is."""
    parts = [*_texts(diagnostics, files), *_clauses(diagnostics)]
    return "\n".join(parts)


def _texts(diagnostics: Sequence[Diagnostic], files: Mapping[str, str]) -> Iterator[str]:
    found: dict[str, dict[str, dict[str | None, Diagnostic]]] = {}
    for one in diagnostics:
        wanted = _TEXT.fullmatch(one.message) if one.code == "ARB321" else None
        bare = _NO_TEXTS.fullmatch(one.message) if one.code == "ARB321" else None
        if wanted is not None:
            found.setdefault(wanted[3], {}).setdefault(wanted[1], {})[wanted[2]] = one
        elif bare is not None:
            yield f"# texts/{bare[1]}.ftl is not there. Write one sentence into it, and ask again.\n"
    for language, messages in found.items():
        new = {name: attributes for name, attributes in messages.items() if None in attributes}
        begun = {name: attributes for name, attributes in messages.items() if None not in attributes}
        if new:
            yield f"# To be added to texts/{language}.ftl\n"
            yield from (_message(name, attributes, files) for name, attributes in new.items())
        if begun:
            yield f"# To be added in texts/{language}.ftl to messages that are there, each below its own\n"
            yield from (_message(name, attributes, files) for name, attributes in begun.items())


def _message(name: str, attributes: Mapping[str | None, Diagnostic], files: Mapping[str, str]) -> str:
    lines = []
    if None in attributes:
        lines += [f"# {_place(attributes[None])}", f"{name} = TODO {_hint(name, None, attributes[None], files)}"]
    else:
        lines += [f"# {name} ="]
    lines += [
        f"    .{attribute} = TODO {_hint(name, attribute, one, files)}"
        for attribute, one in attributes.items()
        if attribute is not None
    ]
    return "\n".join(lines) + "\n"


def _place(one: Diagnostic) -> str:
    return f"{one.span.file}:{one.span.line}" if one.span is not None else "the pack"


def _hint(name: str, attribute: str | None, one: Diagnostic, files: Mapping[str, str]) -> str:
    """What is to be said there, by the file that asks for it."""
    file = one.span.file.replace("\\", "/") if one.span is not None else ""
    line = (files.get(one.span.file, "").splitlines() or [""])[one.span.line - 1] if one.span is not None else ""
    if name.startswith("kind_"):
        return f"how a record `{name.removeprefix('kind_')}` is called, like: the inspection"
    if name.startswith("role_"):
        return "how this party is called, like: the guest"
    if file.endswith("signals.yaml"):
        return _SIGNALS.get(attribute, "what everyone else may read in its place")
    if "/questions/" in f"/{file}":
        said = _QUESTIONS.get(attribute)
        return said or ("why, as a sentence." if "{id:" in line.replace(" ", "") else "this answer, as a sentence.")
    if attribute is None:
        return "a title" if re.match(r"\s*claim:", line) else "the loss, like: the cost of the repair"
    return "what this rule says and why, as a sentence."


def _clauses(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    found = [_CLAUSE.fullmatch(one.message) for one in diagnostics if one.code == "ARB320"]
    clauses = sorted({one[1] for one in found if one is not None}, key=_in_order)
    if clauses:
        yield "# To be added to manual.md\n"
        yield from (f"## {clause}\nTODO\n" for clause in clauses)


def _in_order(clause: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"[-.]", clause)]
