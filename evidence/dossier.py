"""The dossier: a case's records with derived fields, in order, with what contradicts what.

Owns the shapes that reasoning starts from. It computes nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from evidence.casefile import CaseFile
from evidence.claim import Claim
from evidence.diagnostics import Diagnostic
from evidence.money import Money

Value = str | int | Fraction | Money | datetime | frozenset[str]
Key = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a record counts. `cap` is the highest strength it may carry: 1 is slight, None is no cap."""

    status: Literal["admitted", "limited", "rejected"]
    code: str | None
    reason: str
    cap: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One record as reasoning sees it. `fields` holds what is known; what is absent is unknown.

    `key` is (shipment, attempt, item), None if none of them is known. A notice also has `shown`, the ids it
    showed, which no condition may test.
    """

    index: int
    id: str
    kind: str
    submitted_by: str | None
    at: datetime | None
    key: Key | None
    fields: dict[str, Value]
    admission: Admission
    digest: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, by the id of the item that says so."""

    at: datetime
    item: str
    kind: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Items that cannot all be right."""

    kind: str
    items: tuple[str, ...]
    detail: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The case as of a moment. The first two items are the claim and the statement that filing it makes."""

    case: CaseFile
    case_digest: str
    as_of: datetime
    items: tuple[Item, ...]
    timeline: tuple[Event, ...]
    contradictions: tuple[Contradiction, ...]
    duplicates: tuple[tuple[str, ...], ...]
    claim: Claim
    problems: tuple[Diagnostic, ...] = ()
    """What is wrong with records under this policy; those are rejected."""
