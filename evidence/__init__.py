"""Evidence: what was submitted in a dispute, read, checked and put in order.

Owns the way from bytes to a dossier. It knows nothing of rules or verdicts.
"""

from evidence.assemble import assemble
from evidence.casefile import (
    CaseFile,
    CaseFileError,
    case_digest,
    read_case,
    record_digest,
)
from evidence.claim import Claim, Party, Rejected
from evidence.diagnostics import Diagnostic, Span, as_json, did_you_mean, render, render_all
from evidence.dossier import Admission, Contradiction, Dossier, Event, Item, Key, Value
from evidence.kinds import BUILT_IN, DeclaredKind, Kinds
from evidence.money import Money, MoneyError
from evidence.records import MODELS, SUBMITTERS, Record
from evidence.schema import case_schema, write_schema
from evidence.source import LIMITS, Node, Null, Scalar, read_document, read_json, read_yaml, span_at, to_plain
from evidence.vocabulary import (
    ROLES,
    VOCABULARY,
    EnumType,
    FieldType,
    MoneyType,
    NumberType,
    SetType,
    TextType,
    TimeType,
    YesNoType,
    vocabulary_with,
)

__all__ = [
    "BUILT_IN",
    "LIMITS",
    "MODELS",
    "ROLES",
    "SUBMITTERS",
    "VOCABULARY",
    "Admission",
    "CaseFile",
    "CaseFileError",
    "Claim",
    "Contradiction",
    "DeclaredKind",
    "Diagnostic",
    "Dossier",
    "EnumType",
    "Event",
    "FieldType",
    "Item",
    "Key",
    "Kinds",
    "Money",
    "MoneyError",
    "MoneyType",
    "Node",
    "Null",
    "NumberType",
    "Party",
    "Record",
    "Rejected",
    "Scalar",
    "SetType",
    "Span",
    "TextType",
    "TimeType",
    "Value",
    "YesNoType",
    "as_json",
    "assemble",
    "case_digest",
    "case_schema",
    "did_you_mean",
    "read_case",
    "read_document",
    "read_json",
    "read_yaml",
    "record_digest",
    "render",
    "render_all",
    "span_at",
    "to_plain",
    "vocabulary_with",
    "write_schema",
]
