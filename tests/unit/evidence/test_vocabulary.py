"""Policies are checked against the vocabulary: it must offer exactly what a dossier can hold."""

import json
from pathlib import Path

from evidence import (
    MODELS,
    ROLES,
    SUBMITTERS,
    VOCABULARY,
    EnumType,
    MoneyType,
    NumberType,
    SetType,
    TextType,
    TimeType,
    YesNoType,
    case_schema,
)
from evidence.schema import schema_text, write_schema


def test_every_kind_and_the_claim() -> None:
    assert set(VOCABULARY) == {"claim", "item", *MODELS}
    assert set(SUBMITTERS) == set(MODELS)


def test_fields_have_the_types_of_their_records() -> None:
    assert VOCABULARY["order"]["total"] == MoneyType()
    assert VOCABULARY["order"]["carrier"] == TextType()
    assert VOCABULARY["order"]["placed_at"] == TimeType()
    assert VOCABULARY["message"]["from"] == EnumType(ROLES)
    assert VOCABULARY["handover"]["proof"] == EnumType(("signature", "photo", "code", "none"))
    assert VOCABULARY["history"]["count"] == NumberType("count")
    assert VOCABULARY["courier_report"]["place"] == EnumType(("restaurant", "address", "hospital", "road", "other"))
    asks = VOCABULARY["notice"]["asks"]
    assert isinstance(asks, SetType)
    assert set(asks.of.values) == {*MODELS, "scan_place"}


def test_derived_fields_are_named_with_their_units() -> None:
    assert VOCABULARY["tracking_event"]["distance_m"] == NumberType("m")
    assert VOCABULARY["tracking_event"]["is_last_delivered"] == YesNoType()
    assert VOCABULARY["handover"]["minutes_late"] == NumberType("min")
    assert VOCABULARY["notice"]["minutes_to_answer"] == NumberType("min")
    assert VOCABULARY["claim"]["minutes_after_delivered"] == NumberType("min")
    assert VOCABULARY["reading"]["of_submitted_by"] == EnumType(ROLES)
    assert VOCABULARY["reading"]["of_captured_at"] == TimeType()


def test_open_can_be_tested_but_not_written() -> None:
    answer = VOCABULARY["notice"]["answer"]
    assert isinstance(answer, EnumType)
    assert set(answer.values) == {"none", "received", "declined", "open"}
    assert "open" not in schema_text()


def test_ids_and_notes_cannot_be_tested() -> None:
    for fields in VOCABULARY.values():
        assert not {"id", "kind", "note", "sha256", "about", "of", "shown"} & set(fields)


def test_the_schema_describes_what_is_written(tmp_path: Path) -> None:
    schema = case_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == {
        "case",
        "policy",
        "as_of",
        "claims",
        "parties",
        "funds_at",
        "records",
    }
    assert set(schema["required"]) == {"case", "claims", "records"}
    assert schema["$defs"]["Message"]["required"] == ["id", "submitted_by", "kind", "at", "from", "text"]
    assert schema["$defs"]["Order"]["properties"]["placed_at"]["type"] == "string"
    write_schema(tmp_path / "docs" / "case.schema.json")
    assert json.loads((tmp_path / "docs" / "case.schema.json").read_text()) == schema
    references = {part.split('"')[0] for part in schema_text().split("#/$defs/")[1:]}
    assert references <= set(schema["$defs"])
