"""Real orders that came late: whose minutes were they, and who bears them?

The minutes are counted anew from the same tables, by plain arithmetic that shares nothing with the rules. What is held
against the decisions are laws that any fair attribution keeps, not a split.
"""

import sys
from collections import Counter
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from arbiter import CaseFile, load_policy
from arbiter.decide import Derivation, derive
from tests.external.olist.late import late_cases, undelivered_cases

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data" / "olist-8000"
PACK = HERE / "olist" / "parcel_br"

pytestmark = [
    pytest.mark.external,
    pytest.mark.skipif(not DATA.is_dir(), reason="the real orders are not there: ../shared/data/olist-8000"),
]
Case = dict[str, Any]
PARTS = ("seller_minutes", "carrier_minutes")


@cache
def late() -> tuple[tuple[Case, Derivation], ...]:
    """Every late order with its decision."""
    policy = load_policy(PACK)
    return tuple((data, derive(CaseFile.from_data(data), policy)) for data in late_cases(DATA))


@cache
def undelivered() -> tuple[tuple[Case, Derivation], ...]:
    """Every order of which no delivery is on record, with its decision."""
    policy = load_policy(PACK)
    return tuple((data, derive(CaseFile.from_data(data), policy)) for data in undelivered_cases(DATA))


def at(data: Case, record: str, field: str) -> datetime:
    (found,) = [datetime.fromisoformat(one[field]) for one in data["records"] if one["id"] == record]
    return found.astimezone(UTC)


def minutes(later: datetime, earlier: datetime) -> Fraction:
    """Exact minutes between two moments."""
    return Fraction((later - earlier).total_seconds()) / 60


def attributed(derivation: Derivation) -> dict[str, Any]:
    """Whose minutes the delay is made of, as the policy computes them for the delivery scan.

    No storm and no strike is on record in these tables, so nobody's minutes are none: what the parcel lost on its way
    is the carrier's.
    """
    (scan,) = [item for item in derivation.items if item.id == "T-2"]
    assert "nobody_minutes" not in scan.fields
    fields = scan.fields
    return {"seller_minutes": fields["seller_minutes"], "carrier_minutes": fields["way_minutes"]}


def bearers(derivation: Derivation) -> set[str]:
    return {transfer.payer for transfer in derivation.verdict.transfers}


def test_all_late_orders_are_there() -> None:
    assert (len(late()), len(undelivered())) == (499, 227)


def test_the_minutes_of_all_add_up_to_the_delay() -> None:
    for data, derivation in late():
        found = attributed(derivation)
        delay = minutes(at(data, "T-2", "at"), at(data, "O", "promised_by"))
        assert sum(found[name] for name in PARTS) == delay, data["case"]


def test_the_sellers_minutes_never_exceed_its_overrun() -> None:
    missed = 0
    for data, derivation in late():
        overrun = max(Fraction(0), minutes(at(data, "T-1", "at"), at(data, "D", "ship_by")))
        assert 0 <= attributed(derivation)["seller_minutes"] <= overrun, data["case"]
        missed += overrun > 0
    assert missed == 142, "as many sellers handed over after the shipping limit"


def test_nobody_bears_who_caused_none() -> None:
    for data, derivation in late():
        found = attributed(derivation)
        for bearer in bearers(derivation) & {"seller", "carrier"}:
            assert found[f"{bearer}_minutes"] > 0, data["case"]


def test_the_buyer_never_bears_and_gets_no_more_than_was_paid() -> None:
    for data, derivation in (*late(), *undelivered()):
        assert "buyer" not in bearers(derivation), data["case"]
        (claim,) = data["claims"]
        paid = sum(transfer.amount.minor for transfer in derivation.verdict.transfers)
        assert 0 <= paid <= int(claim["amount"].removesuffix(" BRL").replace(".", "")), data["case"]


def test_an_order_that_never_came_is_never_in_time() -> None:
    for data, derivation in undelivered():
        (finding,) = [one for one in derivation.verdict.findings if one.question == "late"]
        assert finding.answer == "yes", data["case"]


def test_who_bears(capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, not asserted: how many orders each bears, and how many a person decides."""
    lines = []
    for name, cases in (("late", late()), ("never delivered", undelivered())):
        count = Counter((", ".join(sorted(bearers(one))) or "nobody yet", one.verdict.route.route) for _, one in cases)
        lines += [f"{name:16} {bearer:12} {route:8} {number:4}" for (bearer, route), number in sorted(count.items())]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert sum(int(line.rsplit(maxsplit=1)[1]) for line in lines) == 726
