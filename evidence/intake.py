"""Documents into a case file.

Owns what is fatal to a case. Single records are judged in `sifting`. It never raises for what a file
contains: everything wrong is a diagnostic.
"""

from collections.abc import Mapping as AbstractMapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evidence.casefile import CaseFile
from evidence.diagnostics import Diagnostic, Span, meant, quoted
from evidence.faults import faults_of
from evidence.nodes import Mapping, Node, Null, RefusedError, Sequence
from evidence.sifting import Sifter
from evidence.source import from_plain, read_document, span_at, to_plain

_CASE_FILES = ("case.yaml", "case.yml", "case.json")
_SUFFIXES = (".yaml", ".yml", ".json")
_KEYS = ("case", "policy", "as_of", "claims", "parties", "funds_at", "records")

Outcome = tuple[CaseFile | None, list[Diagnostic]]


def read_path(path: Path) -> Outcome:
    """The case in a file or a folder."""
    try:
        if path.is_dir():
            return _read_folder(path)
        node, problems = read_document(path)
    except (OSError, ValueError):
        return None, [_error("ARB101", f"cannot read {quoted(str(path))}", None, "check the path")]
    return (None, problems) if node is None else _build(node, [], path.parent)


def read_data(data: AbstractMapping[str, Any], folder: Path | None) -> Outcome:
    """The case in values a program holds."""
    try:
        node = from_plain(data)
    except RefusedError as refused:
        diag = refused.diagnostic
        return None, [_error(diag.code, diag.message, None, diag.help)]
    return _build(node, [], folder)


def read_nodes(header: Mapping, records: list[Node], folder: Path | None) -> Outcome:
    """The case of a header without records, and records that stand apart from it."""
    return _build(header, records, folder)


def _read_folder(folder: Path) -> Outcome:
    present = [name for name in _CASE_FILES if (folder / name).exists()]
    if len(present) != 1:
        what = "no `case.yaml`" if not present else "more than one case file"
        return None, [_error("ARB101", f"{what} in {quoted(folder.as_posix())}", None, "keep one `case.yaml`")]
    node, problems = read_document(folder / present[0])
    extra: list[Node] = []
    for path in _record_files(folder):
        if not path.resolve().is_relative_to(folder.resolve()):
            message = f"{quoted(path.as_posix())} is a link that leaves the folder"
            problems.append(_error("ARB404", message, None, "copy the file into the folder"))
            continue
        found, wrong = read_document(path)
        problems += wrong
        if isinstance(found, Sequence):
            extra += found.items
        elif found is not None:
            extra.append(found)
    return (None, problems) if node is None or problems else _build(node, extra, folder)


def _record_files(folder: Path) -> list[Path]:
    inside = folder / "records"
    if not inside.is_dir():
        return []
    return sorted((path for path in inside.iterdir() if path.suffix.lower() in _SUFFIXES), key=lambda path: path.name)


def _build(node: Node, extra: list[Node], folder: Path | None) -> Outcome:
    if not isinstance(node, Mapping):
        return None, [_error("ARB406", "a case file must be a map of keys", node.span, "write `case: …`")]
    problems = _unknown_keys(node)
    header, wrong = _read_header(node)
    problems += wrong
    listed = node.get("records")
    if listed is not None and not isinstance(listed, Sequence | Null):
        message = "`records` of the case must be a list"
        return None, [*problems, _error("ARB406", message, listed.span, "write `- kind: …`")]
    nodes = [*(listed.items if isinstance(listed, Sequence) else ()), *extra]
    sifter = Sifter(folder, _reserved(header), node.span)
    records, rejected = sifter.sift(nodes)
    problems += sifter.problems
    if header is None or any(problem.severity == "error" for problem in problems):
        return None, problems
    nodes_by_id = sifter.nodes | _claim_nodes(node, header)
    content = {"records": tuple(records), "rejected": tuple(rejected), "folder": folder, "nodes": nodes_by_id}
    return header.model_copy(update=content), problems


def _claim_nodes(node: Mapping, header: CaseFile) -> dict[str, Node]:
    """Where each claim stands, by its id."""
    claims = node.get("claims")
    listed = claims.items if isinstance(claims, Sequence) else ()
    return {claim.id: one for claim, one in zip(header.claims, listed, strict=False)}


def _reserved(header: CaseFile | None) -> frozenset[str]:
    """Ids that the claim takes in a dossier: its own and that of the statement it makes."""
    if header is None:
        return frozenset()
    return frozenset(name for claim in header.claims for name in (claim.id, f"{claim.id}:claim"))


def _unknown_keys(node: Mapping) -> list[Diagnostic]:
    return [
        _error("ARB405", f"unknown key {quoted(key.text)} of the case", key.span, meant(key.text, _KEYS))
        for key, _ in node.entries
        if key.text not in _KEYS
    ]


def _read_header(node: Mapping) -> tuple[CaseFile | None, list[Diagnostic]]:
    """The case without its records."""
    claims = node.get("claims")
    if claims is None or isinstance(claims, Null) or (isinstance(claims, Sequence) and not claims.items):
        span = claims.span if claims else node.span
        return None, [_error("ARB401", "the case file has no claim", span, "add `claims:` with one claim")]
    data = {key.text: to_plain(value) for key, value in node.entries if key.text in _KEYS and key.text != "records"}
    data = {key: value for key, value in data.items() if value is not None}
    try:
        case = CaseFile.model_validate(data | {"records": ()})
        return case, _same_id(case, claims)
    except ValidationError as error:
        codes = {"unknown_field": "ARB405"}
        found = faults_of(error, node, "the case", CaseFile)
        return None, [_error(codes.get(one.type, "ARB406"), one.message, one.span, one.help) for one in found]


def _same_id(case: CaseFile, claims: Node) -> list[Diagnostic]:
    """Claims that cannot be told apart."""
    first: dict[str, int] = {}
    found = []
    for number, claim in enumerate(case.claims):
        if first.setdefault(claim.id, number) != number:
            place = span_at(claims, (number, "id"))
            message = f"two claims have the id {quoted(claim.id)}"
            related = (("first one here", span_at(claims, (first[claim.id], "id"))),) if place.file else ()
            found.append(
                Diagnostic("ARB407", "error", message, place if place.file else None, "give each its own id", related)
            )
    return found


def _error(code: str, message: str, span: Span | None, help: str | None) -> Diagnostic:
    return Diagnostic(code, "error", message, span if span and span.file else None, help)
