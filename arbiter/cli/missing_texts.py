"""What `arbiter check --missing-texts` prints: the sentences and clauses that a pack lacks, to be pasted and written.

Each stands with `TODO` and what is to be said. `arbiter check` takes a sentence that still begins so for none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from evidence import Diagnostic

_TEXT = re.compile(r"no text `([^`.]+)(?:\.([^`]+))?` in `(\w+)`")
_NO_TEXTS = re.compile(r"there are no texts in `(\w+)`")
_CLAUSE = re.compile(r"the manual has no clause `([^`]+)`")
_NAMED = re.compile(r"\bid: *([\w-]+)|^ *([a-z]\w*): *\{")
_CITERS = 3
"""How many places are named that cite a clause."""

_SIGNALS = {
    None: "what the record shows, as a sentence.",
    "missing": "how this evidence is called while it is not there, like: a picture of the damage",
    "otherwise": "what would have been on the other side of the limit, as a sentence.",
}
_QUESTIONS = {None: "the question itself?", "unclear": "that it is not clear, as a sentence."}


def missing(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What says only that a sentence or a clause is still to be written. One that may be misspelt does not."""
    patterns = {"ARB321": _TEXT, "ARB320": _CLAUSE}
    return [
        one
        for one in diagnostics
        if one.code in patterns
        and patterns[one.code].fullmatch(one.message)
        and not (one.help or "").startswith("did you mean")
    ]


def unwritten(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What says that a sentence is there, but still begins with `TODO`."""
    return [one for one in diagnostics if one.code == "ARB321" and one.message.endswith(" is still to be written")]


def missing_texts(diagnostics: Sequence[Diagnostic], files: Mapping[str, str]) -> str:
    """Everything that is missing, file by file; nothing if nothing is."""
    parts = [*_texts(diagnostics, files), *_clauses(diagnostics, files)]
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
        lines += [
            f"# {_place(attributes[None])}",
            *_optional(name, attributes, files),
            f"{name} = TODO {_hint(name, None, attributes[None], files)}",
        ]
    else:
        lines += [f"# {name} ="]
    lines += [
        f"    .{attribute} = TODO {_hint(name, attribute, one, files)}"
        for attribute, one in attributes.items()
        if attribute is not None
    ]
    return "\n".join(lines) + "\n"


def _optional(name: str, attributes: Mapping[str | None, Diagnostic], files: Mapping[str, str]) -> Iterator[str]:
    """What the message may have besides, as comments."""
    first = attributes[None]
    if name.startswith("kind_"):
        yield "# You may add: .its_field: how a field is called where an amount is computed from it."
    if first.span is not None and "/claims/" in "/" + first.span.file.replace("\\", "/"):
        lines = files.get(first.span.file, "").splitlines()
        rules = [rule for line in lines if re.search(r"\bthen:", line) for rule in re.findall(r"\bid: *([\w-]+)", line)]
        if named := ", ".join(f".{rule}-then" for rule in rules if rule in attributes):
            yield f"# You may add: {named}: when its sequel comes in, as a sentence."
    if first.span is None or "/questions/" not in "/" + first.span.file.replace("\\", "/"):
        return
    source = files.get(first.span.file, "")
    answers = [name for name in attributes if name and name != "unclear" and re.search(rf"^ *{name}:", source, re.M)]
    if answers:
        named = ", ".join(f".{answer}-shown" for answer in answers)
        yield f"# You may add: {named}: the answer where evidence shows it."
    if re.search(r"^otherwise:", source, re.M):
        named = ", ".join(f".{line}" for line in re.findall(r"\bid: *([\w-]+)", source))
        yield f"# You may add: {named}: what a line means. It may quote the fields that it tests."


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


def _clauses(diagnostics: Sequence[Diagnostic], files: Mapping[str, str]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for one in diagnostics:
        cited = _CLAUSE.fullmatch(one.message) if one.code == "ARB320" else None
        if cited is not None:
            found.setdefault(cited[1], []).append(_citer(one, files))
    if found:
        yield "# To be added to manual.md\n"
    for clause in sorted(found, key=_in_order):
        citers = list(dict.fromkeys(found[clause]))
        more = f" and {len(citers) - _CITERS} more" if len(citers) > _CITERS else ""
        yield f"## {clause}\nTODO what is cited by {', '.join(citers[:_CITERS])}{more}\n"


def _citer(one: Diagnostic, files: Mapping[str, str]) -> str:
    """Who cites a clause: the name that its line gives, with the file."""
    if one.span is None:
        return "the pack"
    line = (files.get(one.span.file, "").splitlines() or [""])[one.span.line - 1]
    names = ["".join(found) for found in _NAMED.findall(line[: one.span.column])]
    *_, folder, file = ("", *one.span.file.replace("\\", "/").split("/"))
    place = f"{folder}/{file}" if folder in ("claims", "questions", "tables") else file
    return f"`{names[-1] if names else file.partition('.')[0]}` ({place}:{one.span.line})"


def _in_order(clause: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"[-.]", clause)]
