"""The case file: one dispute, its claims and all that was submitted.

Owns the shape of a case and its digest. How documents become a case is in `intake`; which attachments may
be read is in `attachments`. It decides nothing about what the evidence shows.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field

from evidence.claim import Claim, Party, Rejected
from evidence.diagnostics import Diagnostic, Span
from evidence.digest import canonical, plain, sha256_hex
from evidence.records import AnyRecord, Part, Record
from evidence.source import span_at
from evidence.values import Id, Role, Text, Time


class CaseFileError(Exception):
    """The case cannot be read. `diagnostics` says why; at least one is an error."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("; ".join(f"{diag.code}: {diag.message}" for diag in diagnostics))
        self.diagnostics = diagnostics


class CaseFile(Part):
    """One dispute. Frozen; its folder and the places in files are not part of its content."""

    case: Id
    policy: Text | None = None
    as_of: Time | None = None
    claims: tuple[Claim, ...]
    parties: Mapping[Role, Party] = Field(default_factory=dict)
    funds_at: Literal["escrow", "seller", "cash"] = "escrow"
    records: tuple[Record, ...]
    rejected: tuple[Rejected, ...] = ()
    folder: Path | None = None
    nodes: Mapping[str, Any] = Field(default_factory=dict, exclude=True)
    """Where each record and each claim stands in its file, by its id: only for diagnostics."""

    @classmethod
    def read(cls, path: Path | str) -> Self:
        """The case in a file or folder. Raises CaseFileError."""
        return cls._or_error(*read_case(Path(path)))

    @classmethod
    def from_data(cls, data: Mapping[str, Any], folder: Path | None = None) -> Self:
        """The case in values a program holds; files are read only with a folder. Raises CaseFileError."""
        from evidence.intake import read_data

        return cls._or_error(*read_data(data, folder))

    def place_of(self, name: str, *path: str | int) -> Span | None:
        """The place in its file of the claim or record of that id, or of a part of it; None if there is no file."""
        node = self.nodes.get(name)
        span = span_at(node, path) if node is not None else None
        return span if span is not None and span.file else None

    @classmethod
    def _or_error(cls, case: "CaseFile | None", diagnostics: list[Diagnostic]) -> Self:
        if case is None:
            raise CaseFileError(diagnostics)
        assert isinstance(case, cls)
        return case

    @cached_property
    def canonical_text(self) -> str:
        """The content in canonical JSON, the same whatever the order of records."""
        header = {
            "as_of": self.as_of,
            "case": self.case,
            "claims": self.claims,
            "funds_at": self.funds_at,
            "parties": self.parties,
            "policy": self.policy,
        }
        first = canonical({key: plain(value) for key, value in header.items() if value is not None})
        records = ",".join(record.canonical_text for record in sorted(self.records, key=lambda record: record.id))
        rejected = canonical(sorted((_content(one) for one in self.rejected), key=lambda one: one["id"]))
        # Keys of an object are sorted: these two come after all others, so texts can be joined.
        return f'{first[:-1]},"records":[{records}],"rejected":{rejected}}}'

    @cached_property
    def digest(self) -> str:
        """The sha256 of the canonical text, in hexadecimal."""
        return sha256_hex(self.canonical_text)


def _content(rejected: Rejected) -> dict[str, Any]:
    found = {"id": rejected.id, "kind": rejected.kind, "code": rejected.code, "digest": rejected.digest}
    return {key: value for key, value in found.items() if value is not None}


def read_case(path: Path | str) -> tuple[CaseFile | None, list[Diagnostic]]:
    """The case in a file or folder, and all that is wrong with it. No case if any diagnostic is an error.

    Records that are refused while the rest stands are warnings here and `rejected` in the case.
    """
    from evidence.intake import read_path

    return read_path(Path(path))


def case_digest(case: CaseFile) -> str:
    """The sha256 of the case's content in canonical JSON, 64 hexadecimal digits."""
    return case.digest


def record_digest(record: AnyRecord) -> str:
    """The sha256 of a record's content in canonical JSON, 64 hexadecimal digits."""
    return record.digest
