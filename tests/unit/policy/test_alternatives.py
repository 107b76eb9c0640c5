"""What the check of overlaps and gaps may say, and what it must leave alone."""

import shutil
from pathlib import Path

import pytest

from arbiter.loading import check_policy

SHOP = Path(__file__).parents[2] / "policy" / "good"

WHAT = """      - {id: refund, if: {arrived: no}, clause: S-5}
      - {id: keep, if: {arrived: yes}, amount: 0, clause: S-5}
"""


CUSTODY = "{id: custody, if: {sent: yes}, must_show: {carrier: yes}, clause: S-4}"


def told(folder: Path, what: str, more: str = "", shift: str = CUSTODY) -> list[str]:
    """What is told of the shop's claim with other rules under `what`, with gates or routes, and another shift."""
    shutil.copytree(SHOP, folder / "packs")
    question = folder / "packs" / "shop" / "questions" / "arrived.yaml"
    assert CUSTODY in question.read_text(encoding="utf-8")
    question.write_text(question.read_text(encoding="utf-8").replace(CUSTODY, shift), encoding="utf-8")
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


SILENT = "{notice.to: carrier, notice.answer: none}"


@pytest.mark.parametrize(
    ("route", "problems"),
    [
        ("arrived: yes, notice.to: carrier, notice.answer: none", 0),
        ("arrived: yes, notice.to: carrier, notice.answer: declined", 1),
        ("arrived: yes, notice.to: shop, notice.answer: none", 1),
    ],
)
def test_a_route_covers_what_only_a_shift_brings_about(tmp_path: Path, route: str, problems: int) -> None:
    """That nobody has shown `yes` and it stands says that the shift holds, so a route with the shift's own test is sure
    to catch it; another test may fail.
    """
    rules = "id: refund, if: {arrived: no} / id: keep, if: {arrived: shown yes}, amount: 0"
    more = f"  - {{id: quiet, route: human, if: {{{route}}}, clause: S-7}}\n"
    shift = f"{{id: custody, if: {SILENT}, must_show: {{carrier: no}}, clause: S-4}}"
    assert len(told(tmp_path, rules, more, shift)) == problems


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
