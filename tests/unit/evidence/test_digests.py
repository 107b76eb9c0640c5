"""A digest names the content: the same for any order and any spelling, another for any change."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from evidence import CaseFile, case_digest, record_digest
from evidence.digest import canonical

Build = Callable[..., Any]

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(_VALUES)
def test_the_fast_form_is_the_standard_one(value: object) -> None:
    assert canonical(value).encode() == rfc8785.dumps(value)  # type: ignore[arg-type]


def test_keys_beyond_the_basic_plane() -> None:
    value = {"\ue000": 1, "\U0001f600": 2, "a": {"\uffee": "\x7f\u2028", "\U00010000": "\x1f"}}
    assert canonical(value).encode() == rfc8785.dumps(value)  # type: ignore[arg-type]
    assert list(canonical(value)).index("\U0001f600") < list(canonical(value)).index("\ue000")


def test_the_joined_text_of_a_case_is_canonical(case: Build, record: Build) -> None:
    read = case(
        record("message", "m", text="Привет 你好 😀"),
        record("photo", "p", width="wide"),
        parties={"buyer": {"name": "Ана"}},
        policy="parcel",
        as_of="2026-04-01T00:00:00Z",
    )
    value = json.loads(read.canonical_text)
    assert rfc8785.dumps(value).decode() == read.canonical_text
    assert [one["id"] for one in value["records"]] == ["m", "order-1"]


@given(order=st.permutations(range(6)))
def test_the_order_of_records_is_no_content(order: list[int]) -> None:
    records: list[dict[str, str]] = [
        {"id": "o", "kind": "order", "submitted_by": "platform", "placed_at": "2026-03-01T10:00:00Z"},
        {"id": "a", "kind": "photo", "submitted_by": "buyer", "caption": "1"},
        {"id": "b", "kind": "photo", "submitted_by": "buyer"},
        {"id": "b", "kind": "photo", "submitted_by": "seller"},
        {
            "id": "c",
            "kind": "reading",
            "submitted_by": "platform",
            "of": "b",
            "says": "other",
            "by": "operator",
        },
        {"id": "d", "kind": "nothing"},
    ]
    claim = {"id": "k", "claim": "damaged", "by": "buyer", "filed_at": "2026-03-13T10:00:00Z"}

    def digest(places: list[int]) -> str:
        return CaseFile.from_data({"case": "c", "claims": [claim], "records": [records[at] for at in places]}).digest

    assert digest(order) == digest(list(range(6)))


def test_spelling_is_no_content(case: Build, record: Build) -> None:
    one = case(record("tracking_event", "t", at="2026-03-12T16:00:00Z", place={"lat": "52.50", "lon": "0"}))
    other = case(record("tracking_event", "t", at="2026-03-12T16:00+00:00", place={"lat": 52.5, "lon": "-0.0"}))
    assert case_digest(one) == case_digest(other)


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "other"},
        {"at": "2026-03-12T16:00:00+02:00"},
        {"to": "seller"},
        {"note": "x"},
        {"about": {"item": "1"}},
        {"submitted_by": "seller"},
    ],
)
def test_any_change_is_seen(case: Build, record: Build, changes: dict[str, Any]) -> None:
    before, after = case(record("message", "m")), case(record("message", "m") | changes)
    assert record_digest(before.records[1]) != record_digest(after.records[1])
    assert case_digest(before) != case_digest(after)


def test_what_was_rejected_is_content(case: Build, record: Build) -> None:
    assert case(record("photo", "p", kind="foto")).digest != case(record("photo", "p", kind="photoo")).digest
    assert case(record("photo", "p", kind="foto")).digest != case().digest


def test_a_changed_copy_has_its_own_digest(case: Build, record: Build) -> None:
    read = case(record("message", "m"))
    before, record_before = read.digest, read.records[1].digest
    fewer = read.model_copy(update={"records": read.records[:1]})
    assert fewer.digest != before
    assert fewer.digest == case().digest
    assert read.records[1].model_copy(update={"text": "other"}).digest != record_before
