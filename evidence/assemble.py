"""A case file into a dossier, as of a moment.

Owns the order of items and which of them count. Pure: no clock, no file, and the order of records never
matters.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import get_args

from evidence.casefile import CaseFile
from evidence.claim import Claim, Rejected
from evidence.derive import Surroundings, add_minutes, all_fields, key_of
from evidence.digest import canonical, plain, sha256_hex
from evidence.dossier import Admission, Dossier, Item, Key, Value
from evidence.integrity import find_contradictions, find_duplicates
from evidence.records import MODELS, AnyRecord, Order, Reading, Says, TrackingEvent
from evidence.timeline import Shipments, build_timeline

ADMITTED = Admission("admitted", None, "in order", None)
_BY_DETECTOR = Admission("limited", "ARB440", "read by a detector and not confirmed by a person", 1)
_BY_PARTY = Admission("limited", "ARB441", "a party's own reading is its word", 1)
_TOO_LATE = Admission("rejected", "ARB424", "it is dated after the moment of the decision", None)
_UNREAD = Admission("rejected", "ARB431", "it reads a record that is not there or was rejected", None)

_KIND_ORDER = {kind: place for place, kind in enumerate(MODELS)}
_SAYS = frozenset(get_args(Says))


def assemble(case: CaseFile, as_of: datetime) -> Dossier:
    """The dossier of a case as of a moment. Raises ValueError if the moment has no zone."""
    if as_of.utcoffset() is None:
        raise ValueError("`as_of` has no zone")
    claim = case.claims[0]
    records = {record.id: record for record in case.records}
    admissions = _admit(case.records, {claim.id, f"{claim.id}:claim"}, as_of)
    keys = _keys(records)
    counting = [record for record in case.records if admissions[record.id].status != "rejected"]
    shipments = Shipments(
        (keys[record.id] for record in counting),
        ((record, keys[record.id]) for record in counting if isinstance(record, TrackingEvent)),
    )
    order = next((record for record in counting if isinstance(record, Order)), None)
    around = Surroundings(as_of, order, shipments, claim.filed_at)
    drafts = [_item(record, keys[record.id], admissions[record.id], around) for record in case.records]
    drafts += [_rejected(one) for one in case.rejected]
    drafts.sort(key=lambda item: (_KIND_ORDER.get(item.kind, len(_KIND_ORDER)), item.id))
    ordered = [_claim_item(claim, around), _filing_item(claim, around), *drafts]
    items = tuple(_at_index(item, index) for index, item in enumerate(ordered))
    return Dossier(
        case=case,
        case_digest=case.digest,
        as_of=as_of,
        items=items,
        timeline=build_timeline(items),
        contradictions=find_contradictions(items, records, shipments),
        duplicates=find_duplicates(case.records),
    )


def _admit(records: Iterable[AnyRecord], claim_ids: set[str], as_of: datetime) -> dict[str, Admission]:
    """Which records count, by id."""
    found: dict[str, Admission] = {}
    readers: dict[str, list[str]] = defaultdict(list)
    for record in records:
        found[record.id] = _TOO_LATE if _is_after(record, as_of) else _first_admission(record)
        if isinstance(record, Reading):
            readers[record.of].append(record.id)
    todo = [
        name for name in readers if name not in claim_ids and (name not in found or found[name].status == "rejected")
    ]
    while todo:
        for name in readers.get(todo.pop(), ()):
            if found[name].status != "rejected":
                found[name] = _UNREAD
                todo.append(name)
    return found


def _first_admission(record: AnyRecord) -> Admission:
    if isinstance(record, Reading):
        if record.by == "party":
            return _BY_PARTY
        if record.by == "detector" and record.confirmed_by is None:
            return _BY_DETECTOR
    return ADMITTED


def _is_after(record: AnyRecord, as_of: datetime) -> bool:
    times = (record.occurred_at(), record.received_at, record.captured_at)
    return any(time is not None and time > as_of for time in times)


def _keys(records: dict[str, AnyRecord]) -> dict[str, Key | None]:
    """The key of every record; a reading that names none has that of what it reads."""
    found: dict[str, Key | None] = {}
    open_readings: list[Reading] = []
    for record in records.values():
        key = key_of(record.about)
        if key is None and isinstance(record, Reading):
            open_readings.append(record)
        else:
            found[record.id] = key
    for reading in open_readings:
        trail: list[str] = []
        at: AnyRecord | None = reading
        # A chain of readings is walked once; a ring of them ends where it began, with no key.
        while isinstance(at, Reading) and at.id not in found:
            found[at.id] = None
            trail.append(at.id)
            at = records.get(at.of)
        key = found.get(at.id) if at is not None else None
        found.update((name, key) for name in trail)
    return found


def _item(record: AnyRecord, key: Key | None, admission: Admission, around: Surroundings) -> Item:
    fields = {} if admission.status == "rejected" else all_fields(record, key, around)
    at = record.occurred_at()
    return Item(0, record.id, record.kind, record.submitted_by, at, key, fields, admission, record.digest)


def _rejected(one: Rejected) -> Item:
    admission = Admission("rejected", one.code, one.reason, None)
    return Item(0, one.id, one.kind or "unknown", one.submitted_by, None, None, {}, admission, one.digest)


def _claim_item(claim: Claim, around: Surroundings) -> Item:
    fields: dict[str, Value] = {"claim": claim.claim, "by": claim.by, "filed_at": claim.filed_at}
    if claim.amount is not None:
        fields["amount"] = claim.amount
    add_minutes(fields, claim.filed_at, None, around)
    digest = sha256_hex(canonical(plain(claim)))
    return Item(0, f"{claim.id}:claim", "claim", claim.by, claim.filed_at, None, fields, ADMITTED, digest)


def _filing_item(claim: Claim, around: Surroundings) -> Item:
    """Filing a claim is a statement: what is claimed is said."""
    says = claim.claim if claim.claim in _SAYS else "other"
    said: dict[str, Value] = {"by": claim.by, "says": says, "at": claim.filed_at, "submitted_by": claim.by}
    if claim.text:
        said["text"] = claim.text
    digest = sha256_hex(canonical({"kind": "statement"} | plain(said)))
    admission = _TOO_LATE if claim.filed_at > around.as_of else ADMITTED
    fields = {} if admission is _TOO_LATE else add_minutes(said, claim.filed_at, None, around)
    return Item(0, claim.id, "statement", claim.by, claim.filed_at, None, fields, admission, digest)


def _at_index(item: Item, index: int) -> Item:
    return Item(
        index,
        item.id,
        item.kind,
        item.submitted_by,
        item.at,
        item.key,
        item.fields,
        item.admission,
        item.digest,
    )
