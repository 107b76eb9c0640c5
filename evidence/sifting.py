"""Nodes into records: what stands, what is rejected, and what about a record is fatal to the case.

Owns the codes ARB402 to ARB404, ARB408 and ARB420 to ARB432 as far as they are found on reading. What
depends on the time of the decision is found in `assemble`.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from evidence.attachments import leaves_folder, read_attachment
from evidence.claim import Rejected
from evidence.diagnostics import Diagnostic, Severity, Span, meant, quoted
from evidence.digest import canonical, sha256_hex
from evidence.faults import faults_of
from evidence.records import MODELS, AnyRecord, DeclaredRecord, Reading, refusal
from evidence.source import Mapping, Node, Scalar, span_at, to_plain
from evidence.values import ROLES, SNAKE, read_id

_CODES = {"unknown_field": "ARB421", "value": "ARB422", "no_zone": "ARB423", "unknown_party": "ARB425"}
# What one record can add to the diagnostics; the first of them is the reason of its rejection.
_MOST_FAULTS = 10


@dataclass(slots=True)
class _Raw:
    """A record as written, with what could be told of it at first sight."""

    id: str
    kind: str | None
    node: Node
    has_id: bool
    fault: tuple[str, str, Span, str | None] | None = None

    @property
    def content(self) -> str:
        return canonical(to_plain(self.node))


class Sifter:
    """Judges the records of one case. `problems` collects what was found."""

    def __init__(self, folder: Path | None, reserved: frozenset[str], case_span: Span) -> None:
        self.folder = folder
        self.reserved = reserved
        self.case_span = case_span
        self.problems: list[Diagnostic] = []
        self.nodes: dict[str, Node] = {}
        self._rejected: list[Rejected] = []

    def sift(self, nodes: list[Node]) -> tuple[list[AnyRecord], list[Rejected]]:
        """The records that stand, in the order written, and the others."""
        raws = [self._first_sight(node) for node in nodes]
        self._check_escapes(raws)
        raws = self._settle_ids(raws)
        self._count_orders(raws)
        kept: list[tuple[_Raw, AnyRecord]] = []
        for raw in raws:
            record = self._read(raw)
            if record is not None:
                kept.append((raw, record))
        kept = self._drop_dangling(kept)
        self.nodes = {record.id: raw.node for raw, record in kept}
        taken = {record.id for _, record in kept} | self.reserved
        return [record for _, record in kept], _numbered(self._rejected, taken)

    def _first_sight(self, node: Node) -> _Raw:
        # By what it says and not by where it stands: the order of records must not matter.
        fallback = f"record-{sha256_hex(canonical(to_plain(node)))[:8]}"
        if not isinstance(node, Mapping):
            return _Raw(fallback, None, node, False, ("ARB422", "a record must be a map of fields", node.span, None))
        kind_node = node.get("kind")
        kind = kind_node.text if isinstance(kind_node, Scalar) else None
        id_node = node.get("id")
        if not isinstance(id_node, Scalar):
            what = quoted(kind) if kind else "a record"
            return _Raw(fallback, kind, node, False, ("ARB422", f"{what} has no `id`", node.span, "add `id: …`"))
        try:
            raw = _Raw(read_id(id_node.text), kind, node, True)
        except PydanticCustomError as error:
            return _Raw(
                fallback,
                kind,
                node,
                False,
                ("ARB422", error.message(), id_node.span, "write it like `scan-2`"),
            )
        if kind is None:
            raw.fault = ("ARB420", "the record has no `kind`", node.span, "add `kind: …`")
        elif kind not in MODELS and not SNAKE.fullmatch(kind):
            span = span_at(node, ("kind",))
            raw.fault = ("ARB420", f"unknown kind of record {quoted(kind)}", span, meant(kind, MODELS))
        return raw

    def _check_escapes(self, raws: list[_Raw]) -> None:
        for raw in raws:
            file = raw.node.get("file") if isinstance(raw.node, Mapping) else None
            if isinstance(file, Scalar) and leaves_folder(self.folder, file.text):
                message = f"the attachment {quoted(file.text)} is outside the case's folder"
                self._say("ARB404", "error", message, file.span, "copy it into the folder and name it from there")

    def _settle_ids(self, raws: list[_Raw]) -> list[_Raw]:
        """Keep one of identical records; reject all that differ under one id, so that order cannot matter."""
        by_id: dict[str, list[_Raw]] = defaultdict(list)
        for raw in raws:
            if raw.has_id:
                by_id[raw.id].append(raw)
        dropped: set[int] = set()
        for name, same in by_id.items():
            if len(same) > 1:
                unique = {raw.content: raw for raw in reversed(same)}
                dropped |= {id(raw) for raw in same} - {id(raw) for raw in unique.values()}
                if len(unique) > 1:
                    first = same[0].node
                    for raw in unique.values():
                        self._mark_duplicate(raw, name, span_at(first, ("id",)))
            if name in self.reserved:
                span = span_at(same[0].node, ("id",))
                same[0].fault = (
                    "ARB430",
                    f"the id {quoted(name)} is the claim's",
                    span,
                    "give it its own id",
                )
        return [raw for raw in raws if id(raw) not in dropped]

    def _mark_duplicate(self, raw: _Raw, name: str, first: Span) -> None:
        span = span_at(raw.node, ("id",))
        where = f"; also in line {first.line}" if first.file and first != span else ""
        raw.fault = (
            "ARB430",
            f"the id {quoted(name)} stands on different records",
            span,
            f"give each its id{where}",
        )

    def _count_orders(self, raws: list[_Raw]) -> None:
        orders = [raw for raw in raws if raw.kind == "order"]
        if not orders:
            self._say("ARB402", "error", "the case has no order", self.case_span, "add a record with `kind: order`")
        for extra in orders[1:]:
            related = (("first one here", orders[0].node.span),) if orders[0].node.span.file else ()
            self._say("ARB408", "error", "a second order", extra.node.span, "make a case of each", related)

    def _read(self, raw: _Raw) -> AnyRecord | None:
        """The record if it can stand by itself."""
        if raw.fault is not None:
            self._reject(raw, [raw.fault])
            return None
        assert raw.kind is not None
        assert isinstance(raw.node, Mapping)
        data = {key.text: to_plain(value) for key, value in raw.node.entries}
        model: type[AnyRecord] = MODELS.get(raw.kind, DeclaredRecord)
        if model is DeclaredRecord:
            common = DeclaredRecord.model_fields.keys() - {"written"}
            own = {name: value for name, value in data.items() if name not in common}
            data = {name: value for name, value in data.items() if name in common} | {"written": own}
        try:
            record = model.model_validate({key: value for key, value in data.items() if value is not None})
        except ValidationError as error:
            found = faults_of(error, raw.node, quoted(raw.kind), model)
            self._reject(raw, [(_CODES[fault.type], fault.message, fault.span, fault.help) for fault in found])
            return None
        refused = refusal(record)
        if refused is not None:
            code, message, help = refused
            field = "by" if code == "ARB432" else "submitted_by"
            self._reject(raw, [(code, message, span_at(raw.node, (field,)), help)])
            return None
        return self._attach(raw, record)

    def _attach(self, raw: _Raw, record: AnyRecord) -> AnyRecord | None:
        if record.file is None or self.folder is None or leaves_folder(self.folder, record.file):
            return record
        span = span_at(raw.node, ("file",))
        found = read_attachment(self.folder, record.file)
        if found.code is not None:
            self._reject(raw, [(found.code, found.reason, span, "send the file again")])
            return None
        if record.sha256 is not None and record.sha256 != found.sha256:
            message = f"the file {quoted(record.file)} is not the one whose sha256 was given"
            self._reject(raw, [("ARB428", message, span_at(raw.node, ("sha256",)), f"it is {found.sha256}")])
            return None
        return record.model_copy(update={"sha256": found.sha256})

    def _drop_dangling(self, kept: list[tuple[_Raw, AnyRecord]]) -> list[tuple[_Raw, AnyRecord]]:
        """Reject readings of what does not stand, and readings of those."""
        standing = {record.id for _, record in kept} | self.reserved
        readings = [(raw, record) for raw, record in kept if isinstance(record, Reading)]
        readers: dict[str, list[tuple[_Raw, Reading]]] = defaultdict(list)
        for raw, record in readings:
            readers[record.of].append((raw, record))
        todo = [name for name in readers if name not in standing]
        gone: set[str] = set()
        while todo:
            for _, reading in readers.get(todo.pop(), ()):
                if reading.id not in gone:
                    gone.add(reading.id)
                    todo.append(reading.id)
        for raw, reading in readings:
            if reading.id in gone:
                message = f"it reads {quoted(reading.of)}, which is not there or was rejected"
                self._reject(raw, [("ARB431", message, span_at(raw.node, ("of",)), "send that record")])
        return [(raw, record) for raw, record in kept if record.id not in gone]

    def _reject(self, raw: _Raw, faults: list[tuple[str, str, Span, str | None]]) -> None:
        """Keep the record as rejected, for the first reason; an order is fatal to the case."""
        for code, message, span, help in faults[:_MOST_FAULTS]:
            if raw.kind == "order":
                fatal = "ARB403" if code == "ARB423" else "ARB402"
                self._say(fatal, "error", message, span, help)
            else:
                self._say(code, "warning", message, span, help)
        code, message, span, _ = faults[0]
        by = raw.node.get("submitted_by") if isinstance(raw.node, Mapping) else None
        role = by.text if isinstance(by, Scalar) and by.text in ROLES else None
        place = span if span.file else None
        digest = sha256_hex(raw.content)
        self._rejected.append(Rejected(raw.id, raw.kind, code, message, digest, place, role, raw.node))

    def _say(
        self,
        code: str,
        severity: Severity,
        message: str,
        span: Span,
        help: str | None,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> None:
        place = span if span.file else None
        self.problems.append(Diagnostic(code, severity, message, place, help, related))


def _numbered(rejected: list[Rejected], taken: set[str]) -> list[Rejected]:
    """Sorted, under ids that nothing else has; numbered by content, so that order cannot matter.

    A written id has no `#`, so a number after one cannot meet another id.
    """
    found: list[Rejected] = []
    uses: dict[str, int] = defaultdict(int)
    for one in sorted(rejected, key=lambda one: (one.id, one.digest)):
        uses[one.id] += 1
        number = uses[one.id] + (one.id in taken)
        found.append(one if number == 1 else replace(one, id=f"{one.id}#{number}"))
    return found
