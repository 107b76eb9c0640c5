"""Each way a case can be broken has its code; a broken record never takes the rest of the case with it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidence import ROLES, SUBMITTERS, CaseFile, CaseFileError, Diagnostic, read_case
from evidence.intake import read_data

from .conftest import CLAIM

Data = dict[str, Any]
Build = Callable[..., Any]


def errors(found: list[Diagnostic]) -> list[str]:
    return [diag.code for diag in found if diag.severity == "error"]


class TestFatal:
    @pytest.mark.parametrize(
        ("keys", "code"),
        [
            ({"claims": None}, "ARB401"),
            ({"claims": []}, "ARB401"),
            ({"claims": [CLAIM, CLAIM]}, "ARB407"),
            ({"claims": "x"}, "ARB406"),
            ({"claims": {"id": "a"}}, "ARB406"),
            ({"claimz": "x"}, "ARB405"),
            ({"parties": {"buyr": {"name": "Ana"}}}, "ARB405"),
            ({"parties": {"buyer": {"name": "Ana", "local": "ru"}}}, "ARB405"),
            ({"parties": {"buyer": {"name": "Ana", "locale": "xx"}}}, "ARB406"),
            ({"parties": {"buyer": {"name": "Ana", "zone": "Mars/Base"}}}, "ARB406"),
            ({"parties": {"buyer": {"name": "Ana", "zone": "../../etc/passwd"}}}, "ARB406"),
            ({"parties": {"buyer": {}}}, "ARB406"),
            ({"parties": "x"}, "ARB406"),
            ({"case": None}, "ARB406"),
            ({"case": "a b"}, "ARB406"),
            ({"as_of": "2026-03-12"}, "ARB406"),
            ({"as_of": "2026-03-12T10:00:00"}, "ARB406"),
            ({"funds_at": "moon"}, "ARB406"),
            ({"records": "x"}, "ARB406"),
            ({"records": []}, "ARB402"),
            ({"records": None}, "ARB402"),
        ],
    )
    def test_the_case_as_a_whole(self, problems: Build, keys: Data, code: str) -> None:
        assert set(errors(problems(**keys))) == {code}

    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("claim", "Not Received", "ARB406"),
            ("by", "customer", "ARB406"),
            ("by", None, "ARB406"),
            ("amount", "80 euros", "ARB406"),
            ("amount", "-80.00 EUR", "ARB406"),
            ("amount", 80.0, "ARB406"),
            ("filed_at", "2026-03-13T10:00:00", "ARB406"),
            ("filed_at", None, "ARB406"),
            ("amout", "1.00 EUR", "ARB405"),
        ],
    )
    def test_the_claim(self, data: Build, field: str, value: object, code: str) -> None:
        whole = data()
        whole["claims"][0][field] = value
        assert errors(read_data(whole, None)[1]) == [code]

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"placed_at": None}, "ARB402"),
            ({"total": "80"}, "ARB402"),
            ({"id": None}, "ARB402"),
            ({"submitted_by": "buyer"}, "ARB402"),
            ({"colour": "red"}, "ARB402"),
            ({"placed_at": "2026-03-01T10:00:00"}, "ARB403"),
            ({"promised_by": "2026-03-01T10:00:00"}, "ARB403"),
            ({"file": "../secret"}, "ARB404"),
        ],
    )
    def test_the_order(self, data: Build, changes: Data, code: str) -> None:
        whole = data()
        whole["records"][0].update(changes)
        assert errors(read_data(whole, None)[1]) == [code]

    def test_two_orders(self, data: Build) -> None:
        whole = data()
        whole["records"].append(whole["records"][0] | {"id": "order-2"})
        assert errors(read_data(whole, None)[1]) == ["ARB408"]

    def test_the_same_order_twice_is_one(self, data: Build) -> None:
        whole = data()
        whole["records"].append(dict(whole["records"][0]))
        assert [record.id for record in CaseFile.from_data(whole).records] == ["order-1"]

    @pytest.mark.parametrize(
        "file",
        ["../x", "a/../../x", "/etc/passwd", "C:\\x", "C:x", "\\\\host\\share", "..\\x", "\\x", "//host/x"],
    )
    def test_an_attachment_outside_the_folder(self, problems: Build, record: Build, file: str) -> None:
        assert "ARB404" in errors(problems(record("photo", "p", file=file)))

    def test_a_record_that_fails_otherwise_cannot_hide_such_an_attachment(self, problems: Build, record: Build) -> None:
        assert "ARB404" in errors(problems(record("photo", "p", file="../x", kind="foto")))

    def test_the_way_out_is_told(self, problems: Build) -> None:
        (diag,) = problems(claimz="x")
        assert diag.help == "did you mean `claims`?"
        (diag,) = problems(parties={"buyer": {"name": "Ana", "local": "ru"}})
        assert diag.help == "did you mean `locale`?"

    def test_everything_is_collected(self, problems: Build, record: Build) -> None:
        found = problems(record("photo", "p", file="../x"), claimz="x", funds_at="moon")
        assert errors(found) == ["ARB405", "ARB406", "ARB404"]

    def test_reading_raises_with_all_of_it(self, data: Build) -> None:
        with pytest.raises(CaseFileError, match="ARB405") as caught:
            CaseFile.from_data(data(claimz="x"))
        assert errors(caught.value.diagnostics) == ["ARB405"]


class TestRecords:
    """One broken record: it is kept as rejected, and the case stands."""

    @pytest.mark.parametrize(
        ("kind", "changes", "code"),
        [
            ("photo", {"kind": None}, "ARB420"),
            ("photo", {"at": "2026-03-12T16:00:00+01:00"}, "ARB421"),
            ("photo", {"about": {"shipmint": "S1"}}, "ARB421"),
            ("message", {"from": None}, "ARB422"),
            ("message", {"text": None}, "ARB422"),
            ("message", {"text": "x" * 100_001}, "ARB422"),
            ("message", {"text": ["x"]}, "ARB422"),
            ("message", {"channel": "pigeon"}, "ARB422"),
            ("message", {"channel": ["chat"]}, "ARB422"),
            ("message", {"about": "S1"}, "ARB422"),
            ("message", {"at": "yesterday"}, "ARB422"),
            ("message", {"at": "2026-02-30T10:00:00Z"}, "ARB422"),
            ("message", {"at": "1989-01-01T10:00:00Z"}, "ARB422"),
            ("message", {"at": "2101-01-01T10:00:00Z"}, "ARB422"),
            ("message", {"at": "2026-03-12"}, "ARB422"),
            ("message", {"at": "2026-03-12T10:00:00"}, "ARB423"),
            ("message", {"received_at": "2026-03-12T10:00"}, "ARB423"),
            ("message", {"from": "customer"}, "ARB425"),
            ("message", {"submitted_by": "customer"}, "ARB425"),
            ("message", {"submitted_by": None}, "ARB422"),
            ("message", {"id": None}, "ARB422"),
            ("message", {"id": "a b"}, "ARB422"),
            ("message", {"id": "a#2"}, "ARB422"),
            ("history", {"count": "-1"}, "ARB422"),
            ("history", {"count": "1.5"}, "ARB422"),
            ("history", {"count": "٣"}, "ARB422"),
            ("photo", {"sha256": "abc"}, "ARB422"),
            ("photo", {"file": ""}, "ARB422"),
            ("tracking_event", {"place": {"lat": "91", "lon": "0"}}, "ARB422"),
            ("tracking_event", {"place": {"lat": "5e1", "lon": "0"}}, "ARB422"),
            ("tracking_event", {"place": {"lat": "50"}}, "ARB422"),
            ("tracking_event", {"submitted_by": "buyer"}, "ARB426"),
            ("reading", {"by": "party"}, "ARB426"),
            ("reading", {"by": "operator", "submitted_by": "seller"}, "ARB426"),
            ("reading", {"by": "detector", "submitted_by": "seller"}, "ARB426"),
            ("reading", {"of": "nothing"}, "ARB431"),
            ("statement", {"by": "seller"}, "ARB432"),
            ("notice", {"deadline": "2026-03-13T10:00:00+01:00"}, "ARB422"),
            ("notice", {"answered_at": "2026-03-15T10:00:00+01:00"}, "ARB422"),
            ("notice", {"answer": "declined", "answered_at": "2026-03-13T10:00:00+01:00"}, "ARB422"),
            ("notice", {"answer": "open"}, "ARB422"),
            ("notice", {"asks": ["Telepathy"]}, "ARB422"),
            ("statement", {"says": "not received"}, "ARB422"),
        ],
    )
    def test_one_broken_record(self, data: Build, record: Build, kind: str, changes: Data, code: str) -> None:
        broken = {name: value for name, value in (record(kind, "x") | changes).items() if value is not None}
        case, found = read_data(data(broken), None)
        assert case is not None
        assert found[0].code == code
        assert {diag.severity for diag in found} == {"warning"}
        assert [(one.code, one.reason) for one in case.rejected] == [(found[0].code, found[0].message)]
        assert [one.id for one in case.records] == ["order-1"]

    @pytest.mark.parametrize("broken", ["text", ["list"], None, {}, {"kind": "photo"}])
    def test_what_has_no_id_is_named_by_what_it_says(self, case: Build, broken: object) -> None:
        """Not by its place: the order of records must not matter."""
        (rejected,) = case(broken).rejected
        assert rejected.code == "ARB422"
        assert re.fullmatch("record-[0-9a-f]{8}", rejected.id)
        assert rejected.id in {one.id for one in case("something else", broken).rejected}

    def test_suggestions(self, problems: Build, record: Build) -> None:
        (diag,) = problems(record("message", "m", chanel="chat"))
        assert diag.help == "did you mean `channel`?"
        (diag,) = problems(record("message", "m", channel="emial"))
        assert diag.help == "did you mean `email`?"
        (diag,) = problems(record("photo", "p", about={"shipmint": "S"}))
        assert (diag.message, diag.help) == (
            "unknown field `shipmint` of `about` of `photo`",
            "did you mean `shipment`?",
        )

    def test_the_python_name_of_a_field_is_not_a_key(self, problems: Build, record: Build) -> None:
        broken = record("message", "m") | {"from_": "buyer"}
        assert [diag.code for diag in problems(broken)] == ["ARB421"]

    @pytest.mark.parametrize("role", ROLES)
    @pytest.mark.parametrize("kind", sorted(set(SUBMITTERS) - {"order", "reading", "statement"}))
    def test_who_may_submit(self, case: Build, record: Build, kind: str, role: str) -> None:
        read = case(record(kind, "x", submitted_by=role))
        allowed = role in SUBMITTERS[kind]
        assert [one.code for one in read.rejected] == ([] if allowed else ["ARB426"])

    def test_the_platform_may_note_what_a_party_said(self, case: Build, record: Build) -> None:
        assert case(record("statement", "s", submitted_by="platform")).rejected == ()

    def test_a_reading_falls_with_what_it_reads_through_a_chain(self, case: Build, record: Build) -> None:
        read = case(
            record("photo", "p", about="bad"),
            record("reading", "r2", of="r1"),
            record("reading", "r1", of="p"),
        )
        assert {one.id: one.code for one in read.rejected} == {"p": "ARB422", "r1": "ARB431", "r2": "ARB431"}

    def test_unknown_is_not_an_error(self, case: Build, record: Build) -> None:
        read = case(record("message", "m", to=None, channel=None) | {"language": None})
        assert read.rejected == ()

    def test_true_and_numbers_from_programs(self, case: Build, record: Build) -> None:
        read = case(record("history", "h", count=3), record("tracking_event", "t", place={"lat": 52.5, "lon": 13}))
        assert read.rejected == ()

    @pytest.mark.parametrize("value", [float("nan"), object(), b"bytes", {1: 2}])
    def test_values_without_a_written_form(self, problems: Build, record: Build, value: object) -> None:
        assert [diag.code for diag in problems(record("message", "m", text=value))] == ["ARB103"]

    def test_a_value_that_holds_itself(self, problems: Build) -> None:
        loop: list[Any] = []
        loop.append(loop)
        assert [diag.code for diag in problems(loop)] == ["ARB106"]


class TestIds:
    def test_identical_records_are_one(self, case: Build, record: Build) -> None:
        read = case(record("photo", "p"), record("photo", "p"))
        assert ([one.id for one in read.records], read.rejected) == (["order-1", "p"], ())

    def test_different_records_under_one_id_are_all_rejected(self, case: Build, record: Build) -> None:
        one, other = record("photo", "p", caption="a"), record("photo", "p", caption="b")
        for pair in ((one, other, one), (other, one)):
            read = case(*pair, record("reading", "r", of="p"))
            assert [(item.id, item.code) for item in read.rejected] == [
                ("p", "ARB430"),
                ("p#2", "ARB430"),
                ("r", "ARB431"),
            ]
        assert case(one, other).rejected[0].digest == case(other, one).rejected[0].digest

    @pytest.mark.parametrize("id", ["claim-1", "claim-1:claim"])
    def test_a_record_cannot_take_the_claims_place(self, case: Build, record: Build, id: str) -> None:
        (rejected,) = case(record("photo", id)).rejected
        assert (rejected.id, rejected.code) == (f"{id}#2", "ARB430")

    def test_an_invented_id_gives_way(self, case: Build, record: Build) -> None:
        (rejected,) = case("text").rejected
        read = case("text", record("photo", rejected.id))
        assert [one.id for one in read.rejected] == [f"{rejected.id}#2"]


def test_a_record_in_a_file_has_its_place(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: c\n"
        "claims: [{id: k, claim: damaged, by: buyer, filed_at: 2026-03-13T10:00:00Z}]\n"
        "records:\n"
        "  - {id: o, kind: order, submitted_by: platform, placed_at: 2026-03-01T10:00:00Z}\n"
        "  - id: m\n    kind: message\n    from: buyer\n    submitted_by: buyer\n"
        "    at: 2026-03-01T10:00:00\n    chanel: chat\n    text: no\n"
    )
    case, found = read_case(path)
    assert case is not None
    assert [(diag.code, diag.span and (diag.span.line, diag.span.column)) for diag in found] == [
        ("ARB423", (9, 9)),
        ("ARB421", (10, 5)),
    ]
