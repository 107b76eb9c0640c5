"""Small cases that tests break in one place."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest

from evidence import CaseFile, Diagnostic, Dossier, assemble
from evidence.intake import read_data

Data = dict[str, Any]
AS_OF = datetime.fromisoformat("2026-03-20T10:00:00+01:00")

CLAIM = {
    "id": "claim-1",
    "claim": "not_received",
    "by": "buyer",
    "amount": "80.00 EUR",
    "filed_at": "2026-03-13T10:00:00+01:00",
}
ORDER = {
    "id": "order-1",
    "kind": "order",
    "submitted_by": "platform",
    "placed_at": "2026-03-01T10:00:00+01:00",
    "total": "80.00 EUR",
    "price": "75.00 EUR",
    "promised_by": "2026-03-12T18:00:00+01:00",
    "place": {"lat": "52.5163", "lon": "13.3777"},
}


@pytest.fixture
def data() -> Callable[..., Data]:
    """A case's data: an order, a claim, and the records given; keys of the case can be replaced."""

    def build(*records: Data, order: Data | None = None, **keys: Any) -> Data:
        base: Data = {"case": "case-1", "claims": [CLAIM], "records": [order or ORDER, *records]}
        return deepcopy(base | keys)

    return build


@pytest.fixture
def case(data: Callable[..., Data]) -> Callable[..., CaseFile]:
    """The same as a case file; it must be readable."""
    return lambda *records, **keys: CaseFile.from_data(data(*records, **keys))


@pytest.fixture
def problems(data: Callable[..., Data]) -> Callable[..., list[Diagnostic]]:
    """What is wrong with such data."""
    return lambda *records, **keys: read_data(data(*records, **keys), None)[1]


@pytest.fixture
def record() -> Callable[..., Data]:
    """A record of a kind with what it must say; fields can be replaced, and None takes one away."""
    needed: dict[str, Data] = {
        "tracking_event": {"submitted_by": "carrier", "at": "2026-03-12T16:00:00+01:00", "code": "delivered"},
        "courier_report": {"submitted_by": "platform", "at": "2026-03-12T16:00:00+01:00"},
        "handover": {"submitted_by": "carrier", "at": "2026-03-12T16:00:00+01:00", "proof": "signature"},
        "message": {
            "submitted_by": "buyer",
            "at": "2026-03-12T16:00:00+01:00",
            "from": "buyer",
            "text": "hello",
        },
        "statement": {"submitted_by": "buyer", "by": "buyer", "says": "not_received"},
        "reading": {"submitted_by": "platform", "of": "order-1", "says": "other", "by": "operator"},
        "photo": {"submitted_by": "buyer"},
        "document": {"submitted_by": "seller"},
        "notice": {
            "submitted_by": "platform",
            "to": "carrier",
            "sent_at": "2026-03-14T10:00:00+01:00",
            "deadline": "2026-03-16T10:00:00+01:00",
            "answer": "none",
        },
        "context": {"submitted_by": "platform", "what": "outage"},
        "history": {"submitted_by": "platform", "party": "buyer", "what": "claims", "count": "2"},
    }

    def build(kind: str, id: str, /, **fields: Any) -> Data:
        whole = {"id": id, "kind": kind, **needed[kind], **fields}
        return {name: value for name, value in whole.items() if value is not None}

    return build


@pytest.fixture
def dossier(case: Callable[..., CaseFile]) -> Callable[..., Dossier]:
    """The dossier of a case with the records given."""
    return lambda *records, as_of=AS_OF, **keys: assemble(case(*records, **keys), as_of)
