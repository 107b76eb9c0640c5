"""A case as if something else had been submitted.

Owns how records are added to a case, taken out of it, and how a field of it is made to say something else. What comes
out is read by the same reader as case files. The case that is given, and its file, stay as they are.
"""

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, replace
from typing import Any

from evidence.casefile import CaseFile, CaseFileError
from evidence.claim import Rejected
from evidence.diagnostics import Diagnostic, Span, meant, quoted
from evidence.digest import plain
from evidence.nodes import Mapping, Node, Null, Scalar
from evidence.records import AnyRecord, DeclaredRecord
from evidence.source import from_plain, span_at

# What a decision is looked up by, and what stands elsewhere: `as_of` is the decision's own.
_FIXED = ("case", "policy", "as_of", "claims", "records")


@dataclass(frozen=True, slots=True)
class Setting:
    """A field that is to say something else: `owner` is a record, a claim, or `case`; `Null` leaves the field out."""

    owner: str
    path: tuple[str, ...]
    value: Node
    span: Span | None = None


class NotThereError(Exception):
    """A change to what the case does not have. `diagnostic` says what."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(f"{diagnostic.code}: {diagnostic.message}")
        self.diagnostic = diagnostic


def owners_of(case: CaseFile) -> tuple[str, ...]:
    """The ids of everything in a case that can be changed: records, refused ones too, claims, and the case itself."""
    return (*(one.id for one in case.records), *(one.id for one in case.rejected), *(one.id for one in case.claims),
            "case")  # fmt: skip


def amended(
    case: CaseFile, removed: Iterable[tuple[str, Span | None]], added: Sequence[Node], settings: Sequence[Setting]
) -> tuple[CaseFile, list[Diagnostic]]:
    """The case with records removed, then added, then fields set; and what is wrong with it that was not wrong before.

    Raises NotThereError for a change to what is not there, CaseFileError if the case cannot be read so, or if a record
    that was added or set is refused.
    """
    nodes = _nodes_of(case)
    for name, span in removed:
        if name not in nodes:
            _refuse_missing("record", name, span, nodes)
        del nodes[name]
    touched = set[str]()
    fresh: list[Node] = []
    for node in added:
        own = _id_of(node)
        if own is not None and own in nodes:
            raise CaseFileError([_taken(own, node)])
        touched |= {own} if own is not None else set()
        fresh.append(node)
    header, of_case = _header_of(case), list[Setting]()
    for setting in settings:
        place = next((number for number, node in enumerate(fresh) if _id_of(node) == setting.owner), None)
        if place is not None:
            fresh[place] = _set(fresh[place], setting)
        elif setting.owner in nodes:
            nodes[setting.owner] = _set(nodes[setting.owner], setting)
            touched.add(setting.owner)
        else:
            of_case.append(setting)
    for setting in of_case:
        header = _set_in_header(header, setting, case, nodes)
    return _read(case, header, [*nodes.values(), *fresh], touched, fresh)


def _nodes_of(case: CaseFile) -> dict[str, Node]:
    """Every record as it was written, by its id."""
    found: dict[str, Node] = {}
    for record in case.records:
        node = case.nodes.get(record.id)
        found[record.id] = node if node is not None else _written(record)
    return found | {one.id: one.node for one in case.rejected if one.node is not None}


def _written(record: AnyRecord) -> Node:
    content = plain(record)
    own = content.pop("written", {}) if isinstance(record, DeclaredRecord) else {}
    return from_plain({**own, **content})


def _header_of(case: CaseFile) -> Mapping:
    content: dict[str, Any] = {
        "case": case.case,
        "policy": case.policy,
        "as_of": case.as_of,
        "claims": [plain(one) for one in case.claims],
        "parties": {role: plain(party) for role, party in case.parties.items()},
        "funds_at": case.funds_at,
    }
    node = from_plain({key: value for key, value in content.items() if value is not None})
    assert isinstance(node, Mapping)
    return node


def _id_of(node: Node) -> str | None:
    named = node.get("id") if isinstance(node, Mapping) else None
    return named.text if isinstance(named, Scalar) else None


def _taken(name: str, node: Node) -> Diagnostic:
    help = f"give it its own id, or remove `{name}` as well"
    return Diagnostic("ARB430", "error", f"the case has a record {quoted(name)} already", _shown(node, ("id",)), help)


def _shown(node: Node, path: tuple[str | int, ...]) -> Span | None:
    span = span_at(node, path)
    return span if span.file else None


def _refuse_missing(what: str, name: str, span: Span | None, known: Collection[str]) -> None:
    message = f"there is no {what} {quoted(name)} in the case"
    raise NotThereError(Diagnostic("ARB550", "error", message, span, meant(name, known)))


def _set(node: Node, setting: Setting) -> Node:
    """The node with one field set. A field that is not there yet is added; the reader knows whether it may be."""
    if setting.path in (("id",), ()):
        raise NotThereError(
            Diagnostic("ARB550", "error", "an id cannot be set", setting.span, "remove the record and add another")
        )
    return _put(node, setting.path, setting)


def _put(node: Node | None, path: tuple[str, ...], setting: Setting) -> Node:
    name, rest, value = path[0], path[1:], setting.value
    entries = node.entries if isinstance(node, Mapping) else ()
    inner = _put(next((item for key, item in entries if key.text == name), None), rest, setting) if rest else value
    key = Scalar(name, False, _place_of(path, setting))
    kept = tuple((one, inner if one.text == name else item) for one, item in entries)
    if isinstance(inner, Null):
        kept = tuple(entry for entry in kept if entry[0].text != name)
    elif all(one.text != name for one, _ in entries):
        kept = (*kept, (key, inner))
    return Mapping(kept, node.span if node is not None else value.span)


def _place_of(path: tuple[str, ...], setting: Setting) -> Span:
    """Where the first step of what is left of a path was written: at the end of what names the field."""
    if setting.span is None:
        return setting.value.span
    left = len(".".join(path))
    return replace(setting.span, column=setting.span.column + setting.span.length - left, length=len(path[0]))


def _set_in_header(header: Mapping, setting: Setting, case: CaseFile, nodes: AbstractMapping[str, Node]) -> Mapping:
    """The header with a field of it, or of a claim, set."""
    if setting.owner == "case":
        if setting.path[0] in _FIXED:
            message = f"{quoted(setting.path[0])} of the case cannot be set"
            help = "set a field of a claim or a record by its id, or `case.funds_at`"
            raise NotThereError(Diagnostic("ARB550", "error", message, setting.span, help))
        changed = _put(header, setting.path, setting)
        assert isinstance(changed, Mapping)
        return changed
    place = next((number for number, one in enumerate(case.claims) if one.id == setting.owner), None)
    if place is None:
        _refuse_missing("record or claim", setting.owner, setting.span, {*owners_of(case), *nodes})
    claims = header.get("claims")
    assert claims is not None
    assert not isinstance(claims, Scalar | Null | Mapping)
    items = tuple(_set(one, setting) if number == place else one for number, one in enumerate(claims.items))
    entries = tuple((key, replace(claims, items=items) if key.text == "claims" else value)
                    for key, value in header.entries)  # fmt: skip
    return Mapping(entries, header.span)


def _read(
    case: CaseFile, header: Mapping, nodes: list[Node], touched: set[str], fresh: Sequence[Node]
) -> tuple[CaseFile, list[Diagnostic]]:
    from evidence.intake import read_nodes

    changed, problems = read_nodes(header, nodes, case.folder)
    if changed is None:
        raise CaseFileError(problems)
    refused = [one for one in changed.rejected if one.id in touched or any(one.node is node for node in fresh)]
    if refused:
        raise CaseFileError([replace(one, severity="error") for one in _about(problems, refused)])
    # What nobody touched is as it was, whatever became of its files since.
    before = {one.id: one for one in case.records}
    records = tuple(one if one.id in touched else before.get(one.id, one) for one in changed.records)
    changed = changed.model_copy(update={"records": records})
    known = {(one.code, one.message) for one in _problems_of(case.rejected)}
    return changed, [one for one in problems if (one.code, one.message) not in known]


def _about(problems: Sequence[Diagnostic], refused: Sequence[Rejected]) -> list[Diagnostic]:
    """What the reader said of the records that it refused."""
    reasons = {(one.code, one.reason) for one in refused}
    files = {one.span.file for one in refused if one.span is not None}
    told = [one for one in problems if (one.code, one.message) in reasons or (one.span and one.span.file in files)]
    return told or list(_problems_of(refused))


def _problems_of(rejected: Iterable[Rejected]) -> Iterable[Diagnostic]:
    return [Diagnostic(one.code, "warning", one.reason, one.span) for one in rejected]
