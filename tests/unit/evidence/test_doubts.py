"""What cannot count is told, at its place, and nothing else changes by it."""

import json
from pathlib import Path
from typing import Any

import pytest

from evidence import Diagnostic, Dossier, assemble
from evidence.casefile import read_case
from tests.unit.evidence.conftest import AS_OF, CLAIM, ORDER

LINES = [{"id": "cup", "price": "30.00 EUR"}, {"id": "bowl", "price": "45.00 EUR"}]


def dossier_of(folder: Path, *records: dict[str, Any], order: dict[str, Any] = ORDER, **of_claim: Any) -> Dossier:
    """The dossier of a case file, so that places are known."""
    path = folder / "case.json"
    content = {"case": "c", "claims": [{**CLAIM, **of_claim}], "records": [order, *records]}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    case, problems = read_case(path)
    assert case is not None, problems
    return assemble(case, AS_OF)


def lines_marked(path: Path, found: tuple[Diagnostic, ...]) -> list[str]:
    """The lines of the file that diagnostics point at."""
    written = path.read_text(encoding="utf-8").splitlines()
    return [written[one.span.line - 1].strip().rstrip(",") for one in found if one.span is not None]


def photo(item: str) -> dict[str, Any]:
    return {"id": "F-1", "kind": "photo", "submitted_by": "buyer", "about": {"item": item}}


def test_a_record_about_an_item_that_is_not_in_the_order(tmp_path: Path) -> None:
    """A slip in a name would make evidence disappear without a word."""
    found = dossier_of(tmp_path, photo("cpu"), order={**ORDER, "items": LINES})
    assert [(one.code, one.severity, one.help) for one in found.problems] == [
        ("ARB442", "warning", "did you mean `cup`?")
    ]
    assert lines_marked(tmp_path / "case.json", found.problems) == ['"item": "cpu"']
    assert next(item for item in found.items if item.id == "F-1").admission.status == "admitted"


@pytest.mark.parametrize("order", [ORDER, {**ORDER, "items": LINES}])
def test_no_doubt_where_the_order_has_the_item_or_lists_none(tmp_path: Path, order: dict[str, Any]) -> None:
    assert dossier_of(tmp_path, photo("cup"), order=order).problems == ()


@pytest.mark.parametrize(
    ("of_claim", "of_order", "marked"),
    [
        ({"amount": "80.00 USD"}, {}, '"amount": "80.00 USD"'),
        ({"already_made_good": "5.00 USD"}, {}, '"already_made_good": "5.00 USD"'),
        ({}, {"total": "80.00 USD"}, '"total": "80.00 USD"'),
        ({}, {"delivery_fee": "5.00 USD"}, '"delivery_fee": "5.00 USD"'),
        ({}, {"items": [*LINES, {"id": "jug", "price": "5.00 USD"}]}, '"price": "5.00 USD"'),
    ],
)
def test_an_amount_in_another_currency(
    tmp_path: Path, of_claim: dict[str, Any], of_order: dict[str, Any], marked: str
) -> None:
    """Nothing in the decision says why a sum that is written there is unknown; this does."""
    found = dossier_of(tmp_path, order={**ORDER, **of_order}, **of_claim)
    assert [(one.code, one.severity) for one in found.problems] == [("ARB443", "warning")]
    assert "is in USD, the order in EUR" in found.problems[0].message
    assert lines_marked(tmp_path / "case.json", found.problems) == [marked]


def test_without_an_amount_of_the_order_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    order = {name: value for name, value in ORDER.items() if name not in ("total", "price")}
    assert dossier_of(tmp_path, order=order, amount="80.00 USD").problems == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([*LINES, {"id": "cup"}], "`order`: two lines have the id `cup`"),
        ([{"id": "cup", "quantity": "0"}], "`items` of `order`: none of `cup` is ordered"),
    ],
)
def test_lines_that_say_nothing_clear(tmp_path: Path, lines: list[dict[str, str]], message: str) -> None:
    """Of two lines of one name one would have been taken by chance; of none nothing can be claimed."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"case": "c", "claims": [CLAIM], "records": [{**ORDER, "items": lines}]}), "utf-8")
    case, problems = read_case(path)
    assert case is None
    assert [(one.code, one.message) for one in problems] == [("ARB402", message)]
    assert problems[0].help


def test_a_record_dated_after_the_moment_is_told_at_its_time(tmp_path: Path) -> None:
    """It was listed as not admitted, and nobody said where to look."""
    scan = {"id": "T-1", "kind": "tracking_event", "submitted_by": "carrier", "code": "delivered"}
    found = dossier_of(tmp_path, {**scan, "at": "2062-03-12T13:07:00+01:00"})
    assert [(one.code, one.help) for one in found.problems] == [("ARB424", "check its time, or decide later")]
    assert lines_marked(tmp_path / "case.json", found.problems) == ['"at": "2062-03-12T13:07:00+01:00"']


def test_a_notice_that_shows_what_is_not_in_the_case(tmp_path: Path) -> None:
    """By a slip in an id somebody counts as not heard; what was rejected is in the case all the same."""
    notice = {
        "id": "N-1", "kind": "notice", "submitted_by": "platform", "to": "buyer", "answer": "none", "asks": [],
        "sent_at": "2026-03-14T10:00:00+01:00", "deadline": "2026-03-16T10:00:00+01:00",
        "shown": ["claim-1", "order-1", "F-1", "F-2"],
    }  # fmt: skip
    found = dossier_of(tmp_path, {"id": "F-1", "kind": "photo", "submitted_by": "nobody"}, notice)
    assert [(one.code, one.help) for one in found.problems] == [("ARB444", "did you mean `F-1`?")]
    assert lines_marked(tmp_path / "case.json", found.problems) == ['"F-2"']


@pytest.mark.parametrize(
    ("field", "written", "help"),
    [
        ("amount", "80,00 EUR", "write it like `80.00 EUR`"),
        ("amount", "EUR 1.234,50", "write it like `1234.50 EUR`"),
        ("amount", "7,50€", "write it like `7.50 EUR`"),
        ("amount", "12 USD 50", "write it like `80.00 EUR`"),
        ("amount", "1.234 EUR", "write it like `80.00 EUR`"),
        ("amount", "5,00 XXY", "write it like `80.00 EUR`"),
        ("filed_at", "2026-03-13 10:00", "write it like `2026-03-13T10:00+01:00`"),
        ("claim", "Not-received", "write it like `not_received`"),
        ("claim", "Mangelhafte Ware", "write it like `mangelhafte_ware`"),
        ("claim", "商品", "write it like `not_received`"),
    ],
)
def test_the_cure_is_what_was_meant_where_that_is_clear(tmp_path: Path, field: str, written: str, help: str) -> None:
    """A copyable cure; where it is not clear what was meant, an example and no guess."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"case": "c", "claims": [{**CLAIM, field: written}], "records": [ORDER]}), "utf-8")
    case, problems = read_case(path)
    assert (case, [one.help for one in problems]) == (None, [help])
