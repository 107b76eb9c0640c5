"""What the check of overlaps and gaps may say, and what it must leave alone."""

import shutil
from pathlib import Path

import pytest

from arbiter.loading import check_policy

SHOP = Path(__file__).parents[2] / "policy" / "good"

WHAT = """      - {id: refund, if: {arrived: no}, clause: S-5}
      - {id: keep, if: {arrived: yes}, amount: 0, clause: S-5}
"""


def told(folder: Path, what: str, more: str = "") -> list[str]:
    """What is told of the shop's claim with other rules under `what`, and with gates or routes."""
    shutil.copytree(SHOP, folder / "packs")
    path = folder / "packs" / "shop" / "claims" / "missing.yaml"
    text = path.read_text(encoding="utf-8")
    assert WHAT in text
    text = text.replace(WHAT, "".join(f"      - {{{rule}, clause: S-5}}\n" for rule in what.split(" / ")))
    route = '  - {id: large, route: human, desk: payments, if: {claim.amount: ">= large_from"}, clause: S-7}\n'
    assert route in text
    path.write_text(text.replace(route, route + more) if more.startswith("  ") else more + text, encoding="utf-8")
    _, diagnostics, _ = check_policy(folder / "packs" / "shop")
    assert {one.code for one in diagnostics} <= {"ARB321", "ARB326", "ARB327", "ARB337"}
    return [one.message for one in diagnostics if one.code == "ARB337"]


KEEP = "id: keep, if: {arrived: yes}, amount: 0"


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("id: refund, if: {arrived: no} / " + KEEP, ""),
        ("id: refund, if: {arrived: no} / " + KEEP + " / id: both, if: {sent: no}, over: [refund, keep]", ""),
        # Another test may keep the rules apart, and a rule that may go before both may take it from them.
        ('id: refund, if: {order.total: "> large_from"} / id: keep, if: {order.total: "<= large_from"}, amount: 0', ""),
        ("id: refund, if: {arrived: no} / " + KEEP + ' / id: both, if: {sent: no, order.total: "> 1.00 EUR"}', ""),
        # A person decides about it anyway, or the gate is shut.
        ("id: refund, if: {arrived: no}", "  - {id: came, route: human, if: {arrived: yes}, clause: S-7}\n"),
        ("id: refund, if: {arrived: no}", "first: {id: came, if: {arrived: no}, else: refuse, clause: S-5}\n"),
    ],
)
def test_nothing_is_told_without_need(tmp_path: Path, what: str, more: str) -> None:
    assert told(tmp_path, what, more) == []


def test_a_gate_that_leaves_the_answer_open_hides_nothing(tmp_path: Path) -> None:
    more = "first: {id: came, if: [{arrived: no}, {sent: yes}], else: refuse, clause: S-5}\n"
    assert told(tmp_path, "id: refund, if: {arrived: no}", more) == [
        "no `what` rule of head `price` holds if `arrived: yes`"
    ]


def test_what_is_told_names_no_more_than_it_needs(tmp_path: Path) -> None:
    what = "id: refund, if: {arrived: no, sent: shown yes} / id: keep, if: {arrived: yes}, amount: 0"
    assert told(tmp_path, what) == [
        "no `what` rule of head `price` holds if `arrived: no`, `sent: no`",
    ]
