"""Whatever bytes arrive, the answer is a case or diagnostics, never a traceback; size must not stall us."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence import CaseFile, Diagnostic, assemble, case_digest, read_case, read_json, read_yaml, render_all
from evidence.intake import _build, read_data

Build = Callable[..., Any]
NOW = datetime(2026, 4, 1, tzinfo=UTC)
WORDS = (
    "order", "photo", "reading", "kind", "id", "at", "about", "file", "of", "by", "null", "~", "-1", "1e5",
    "../x", "yes", "*a", "&a", "!!x",
    "{", "}", "[", "]", ":", ",", "- ", "'", '"', "#", "|", "<<",
    "---", "...", "%YAML", "? ", "\t", "\n", "  ",
    "2026-03-01T10:00:00Z", "2026-03-01T10:00:00", "80.00 EUR", "x" * 200,
    "\\u0000", "\\ud800", "\ufeff", "\x00", "\ud800", "\u2028",
)  # fmt: skip

SEED: dict[str, Any] = yaml.load(  # one record of each sort of field, and a reference between two
    """
case: c
claims: [{id: k, claim: damaged, by: buyer, filed_at: 2026-03-13T10:00:00Z, amount: 1 EUR}]
parties: {buyer: {name: A, zone: Europe/Berlin}}
records:
- {id: o, kind: order, submitted_by: platform, placed_at: 2026-03-01T10:00:00Z, place: {lat: 1, lon: 2},
   items: [{id: i, quantity: 1}]}
- {id: p, kind: photo, submitted_by: buyer, file: 1.jpg, about: {item: i}}
- {id: r, kind: reading, submitted_by: platform, of: p, says: other, by: operator}
- {id: n, kind: notice, submitted_by: platform, to: buyer, sent_at: 2026-03-14T10:00:00Z,
   deadline: 2026-03-15T10:00:00Z, answer: none, asks: [photo], shown: [p]}
""",
    Loader=yaml.BaseLoader,
)
AS_JSON = json.dumps(SEED)
AS_YAML = yaml.safe_dump(SEED)


@st.composite
def mutated(draw: st.DrawFn, seed: str) -> str:
    """The seed with a few pieces cut, doubled or put in."""
    text = seed
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 25)))
        put = draw(st.sampled_from(WORDS) | st.text(max_size=3))
        text = text[:start] + put + text[end:]
    return text


def follow(case: CaseFile | None, found: list[Diagnostic], text: str) -> None:
    """Use everything a caller would use."""
    assert (case is None) == any(diag.severity == "error" for diag in found)
    assert render_all(found, lambda file: text.splitlines()) or not found
    if case is not None:
        dossier = assemble(case, NOW)
        assert dossier.case_digest == case_digest(case)
        ids = [item.id for item in dossier.items]
        assert len(ids) == len(set(ids)) == 2 + len(case.records) + len(case.rejected)


@settings(max_examples=300, deadline=None)
@given(mutated(AS_YAML))
def test_broken_yaml(text: str) -> None:
    node, found = read_yaml(text, "f")
    case, more = _build(node, [], None) if node else (None, found)
    follow(case, more, text)


@settings(max_examples=300, deadline=None)
@given(mutated(AS_JSON))
def test_broken_json(text: str) -> None:
    node, found = read_json(text, "f")
    case, more = _build(node, [], None) if node else (None, found)
    follow(case, more, text)


@settings(max_examples=150, deadline=None)
@given(mutated(AS_JSON))
def test_json_is_refused_where_the_standard_library_refuses(text: str) -> None:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        assert read_json(text, "f")[0] is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | mutated(AS_YAML).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_broken_files(tmp_path: Path, content: bytes) -> None:
    for name in ("case.yaml", "case.json"):
        path = tmp_path / name
        path.write_bytes(content)
        follow(*read_case(path), "")


_PIECES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=4), inner),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["case", "claims", "parties", "records", "policy", "as_of", "funds_at"])
    | st.tuples(st.integers(0, 3), st.sampled_from([key for one in SEED["records"] for key in one])),
    _PIECES,
)
def test_any_value_anywhere(place: Any, value: object) -> None:
    whole = json.loads(AS_JSON)
    if isinstance(place, str):
        whole[place] = value
    else:
        whole["records"][place[0]][place[1]] = value
    follow(*read_data(whole, None), "")


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_deep_nest_in_a_record(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"case.{suffix}"
    path.write_text('{"case": "c", "records": [{"id": ' + "[" * 100_000)
    assert [diag.code for diag in read_case(path)[1]] == ["ARB106"]


def test_the_deepest_allowed_value_is_just_a_wrong_value(data: Build, record: Build) -> None:
    deep: Any = "x"
    for _ in range(46):
        deep = [deep]
    case, found = read_data(data(record("photo", "p", caption=deep)), None)
    assert case is not None
    assert [diag.code for diag in found] == ["ARB422"]


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_ten_thousand_records(tmp_path: Path, data: Build, record: Build, suffix: str) -> None:
    records = [
        record("message", f"m{place}", text="hello " * 20)
        if place % 2
        else record(
            "tracking_event",
            f"t{place}",
            at=f"2026-03-12T{8 + place // 3600:02}:{place // 60 % 60:02}:{place % 60:02}Z",
            about={"shipment": f"S{place % 5}"},
        )
        for place in range(10_000)
    ]
    whole = data(*records)
    path = tmp_path / f"case.{suffix}"
    path.write_text(json.dumps(whole, indent=1) if suffix == "json" else yaml.dump(whole, Dumper=yaml.CSafeDumper))
    case = CaseFile.read(path)
    assert len(case.records) == 10_001
    assert case.rejected == ()
    dossier = assemble(case, NOW)
    assert sum(item.fields.get("is_last_delivered") == "yes" for item in dossier.items) == 5


def test_a_chain_of_ten_thousand_readings(data: Build, record: Build) -> None:
    chain = [record("reading", f"r{place}", of=f"r{place + 1}") for place in range(10_000)]
    case, found = read_data(data(*chain), None)
    assert case is not None
    assert {diag.code for diag in found} == {"ARB431"}
    case, found = read_data(data(*chain, record("photo", "r10000", about={"item": "1"})), None)
    assert case is not None
    assert found == []
    keys = {item.key for item in assemble(case, NOW).items if item.kind == "reading"}
    assert keys == {(None, None, "1")}
