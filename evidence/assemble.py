"""A case file into a dossier, as of a moment.

Owns the order of items and which of them count. Pure: no clock, no file, and the order of records never
matters.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from evidence.casefile import CaseFile
from evidence.claim import Claim, Rejected
from evidence.derive import Source, Surroundings, add_minutes, all_fields, common_fields, key_of
from evidence.diagnostics import Diagnostic
from evidence.digest import canonical, plain, sha256_hex
from evidence.dossier import Admission, Dossier, Item, Key, Value
from evidence.doubts import doubts_of
from evidence.integrity import find_contradictions, find_duplicates
from evidence.kinds import BUILT_IN, Kinds, Wrong, read_declared, wrong_words
from evidence.notices import sent_by_then
from evidence.records import MODELS, OCCURRED, AnyRecord, DeclaredRecord, Order, Reading, TrackingEvent
from evidence.timeline import Shipments, build_timeline

ADMITTED = Admission("admitted", None, "in order", None)
_BY_DETECTOR = Admission("limited", "ARB440", "read by a detector and not confirmed by a person", 1)
_BY_PARTY = Admission("limited", "ARB441", "a party's own reading is its word", 1)
_TOO_LATE = Admission("rejected", "ARB424", "it is dated after the moment of the decision", None)
_UNREAD = Admission("rejected", "ARB431", "it reads a record that is not there or was rejected", None)

_KIND_ORDER = {kind: place for place, kind in enumerate(MODELS)}


def assemble(case: CaseFile, as_of: datetime, kinds: Kinds = BUILT_IN, claim_id: str | None = None) -> Dossier:
    """The dossier of one claim of a case as of a moment: the claim of that id, the first if none is given.

    `kinds` are what the policy adds to the kinds of record. Raises ValueError if the moment has no zone, KeyError if
    there is no such claim.
    """
    if as_of.utcoffset() is None:
        raise ValueError("`as_of` has no zone")
    claim = _claim(case, claim_id)
    records = {record.id: record for record in case.records}
    declared = {one.id: read_declared(one, kinds) for one in case.records if isinstance(one, DeclaredRecord)}
    happened = {record.id: _occurred(record, declared, kinds) for record in case.records}
    wrong = {record.id: declared[record.id][1] if record.id in declared else wrong_words(record, kinds)
             for record in case.records}  # fmt: skip
    claim_ids = {name for one in case.claims for name in (one.id, f"{one.id}:claim")}
    admissions = _admit(case.records, claim_ids, happened, wrong, as_of)
    keys = _keys(records)
    counting = [record for record in case.records if admissions[record.id].status != "rejected"]
    shipments = Shipments(
        (keys[record.id] for record in counting),
        ((record, keys[record.id]) for record in counting if isinstance(record, TrackingEvent)),
    )
    order = next((record for record in counting if isinstance(record, Order)), None)
    sent = sent_by_then(case.records, case.rejected, admissions, keys, as_of)
    around = Surroundings(as_of, order, shipments, claim.filed_at, _sources(case, counting, as_of), sent)
    drafts = [
        _item(record, keys[record.id], admissions[record.id], happened[record.id], declared.get(record.id), around)
        for record in case.records
    ]
    drafts += [_rejected(one) for one in case.rejected]
    drafts += [_filing_item(other, kinds, around) for other in case.claims if other is not claim]
    drafts.sort(key=lambda item: (_KIND_ORDER.get(item.kind, len(_KIND_ORDER)), item.id))
    ordered = [_claim_item(claim, around), _filing_item(claim, kinds, around), *drafts]
    items = tuple(_at_index(item, index) for index, item in enumerate(ordered))
    return Dossier(
        case=case,
        case_digest=case.digest,
        as_of=as_of,
        items=items,
        timeline=build_timeline(items),
        contradictions=find_contradictions(items, records, shipments),
        duplicates=find_duplicates(case.records),
        claim=claim,
        problems=(
            *(_problem(case, name, one) for name, one in wrong.items() if one is not None),
            *doubts_of(
                case,
                claim,
                {item.id: item.fields for item in drafts},
                {name: _time_of(records[name], kinds) for name, one in admissions.items() if one is _TOO_LATE},
            ),
        ),
    )


def _claim(case: CaseFile, claim_id: str | None) -> Claim:
    if claim_id is None:
        return case.claims[0]
    found = next((one for one in case.claims if one.id == claim_id), None)
    if found is None:
        raise KeyError(claim_id)
    return found


def _sources(case: CaseFile, counting: Iterable[AnyRecord], as_of: datetime) -> dict[str, Source]:
    """What a reading may read: the records that count, and the claims that were filed by then, under both ids."""
    found = {record.id: Source(record.submitted_by, record.captured_at) for record in counting}
    for one in case.claims:
        if one.filed_at <= as_of:
            found |= dict.fromkeys((one.id, f"{one.id}:claim"), Source(one.by, None))
    return found


def _occurred(
    record: AnyRecord, declared: dict[str, tuple[dict[str, Value], Wrong | None]], kinds: Kinds
) -> datetime | None:
    """When it happened, by the kind's own time; for a declared kind, by the field that its policy names."""
    if not isinstance(record, DeclaredRecord):
        return record.occurred_at()
    kind = kinds.declared.get(record.kind)
    own = declared[record.id][0].get(kind.occurred) if kind is not None and kind.occurred is not None else None
    return own if isinstance(own, datetime) else record.captured_at


def _time_of(record: AnyRecord, kinds: Kinds) -> str:
    """The name of the field by which a record's kind says when it happened."""
    declared = kinds.declared.get(record.kind)
    field = declared.occurred if declared is not None else OCCURRED.get(record.kind)
    return (field or "captured_at").rstrip("_")


def _problem(case: CaseFile, record: str, wrong: Wrong) -> Diagnostic:
    """What is wrong with a record under this policy, at its place in the file where that is known."""
    code, message, cure, name = wrong
    return Diagnostic(code, "warning", message, case.place_of(record, name or "kind"), cure)


def _admit(
    records: Iterable[AnyRecord],
    claim_ids: set[str],
    happened: dict[str, datetime | None],
    wrong: dict[str, Wrong | None],
    as_of: datetime,
) -> dict[str, Admission]:
    """Which records count, by id."""
    found: dict[str, Admission] = {}
    readers: dict[str, list[str]] = defaultdict(list)
    for record in records:
        fault = wrong[record.id]
        if fault is not None:
            found[record.id] = Admission("rejected", fault[0], fault[1], None)
        else:
            late = _is_after(record, happened[record.id], as_of)
            found[record.id] = _TOO_LATE if late else _first_admission(record)
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


def _is_after(record: AnyRecord, happened: datetime | None, as_of: datetime) -> bool:
    times = (happened, record.received_at, record.captured_at)
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


def _item(
    record: AnyRecord,
    key: Key | None,
    admission: Admission,
    at: datetime | None,
    declared: tuple[dict[str, Value], Wrong | None] | None,
    around: Surroundings,
) -> Item:
    if admission.status == "rejected":
        fields: dict[str, Value] = {}
    elif declared is not None:
        fields = add_minutes({**common_fields(record), **declared[0]}, at, key, around)
    else:
        fields = all_fields(record, key, around)
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


def _filing_item(claim: Claim, kinds: Kinds, around: Surroundings) -> Item:
    """Filing a claim is a statement: what is claimed is said."""
    says = claim.claim if claim.claim in kinds.allowed("statement", "says") else "other"
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
