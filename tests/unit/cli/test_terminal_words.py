"""Whatever a decision can say has words in a terminal: a verdict without them would be a crash, not an answer."""

from typing import get_args, get_type_hints

import pytest

from arbiter.cli import words
from arbiter.verdict.model import By, Reason


@pytest.mark.parametrize("by", get_args(By))
def test_every_ground_of_a_finding_has_words(by: str) -> None:
    burden_on = "seller" if by == "burden" else None
    said = words.finding({"question": "delivered", "answer": "no", "by": by, "burden_on": burden_on}, str)
    assert said.startswith("delivered: no, ")
    assert ("seller" in said) == (by == "burden")


@pytest.mark.parametrize("cause", get_args(get_type_hints(Reason)["cause"]))
def test_every_reason_of_a_route_has_words_that_name_its_rule(cause: str) -> None:
    assert "the-rule" in words.reason({"cause": cause, "ref": "the-rule"})


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("inspection", "an inspection"),
        ("document", "a document"),
        ("order", "an order"),
        ("unit_report", "a unit report"),
        ("user_note", "a user note"),
        ("estimate", "an estimate"),
        ("umbrella_photo", "an umbrella photo"),
    ],
)
def test_a_kind_has_the_article_that_fits(kind: str, named: str) -> None:
    assert words.a_kind(kind) == named
    assert words.ask({"party": "guest", "kind": kind, "field": None}, str) == f"guest: {named}"


def choice(state: str = "settled") -> dict[str, str]:
    return {"state": state}


def test_a_gap_says_of_what_no_rule_speaks() -> None:
    gap = {"cause": "gap", "ref": "repair"}
    head = {"id": "repair", "what": choice(), "who": choice("gap"), "operands": [], "amount": None}
    assert words.reason(gap, [head]) == "no rule of `repair` says who bears it"
    assert words.reason(gap, [head | {"what": choice("gap"), "who": choice()}]).endswith("says what is owed")


def test_an_amount_that_is_not_known_names_what_is_missing() -> None:
    cost = [1, "bill.cost", {"minor": 9000, "currency": "EUR"}]
    limit = {"operands": [[1, "contract.excess", None]]}
    head = {"id": "repair", "what": choice(), "who": choice(), "operands": [cost], "amount": None, "limit": limit}
    said = words.reason({"cause": "missing_amount", "ref": "repair"}, [head])
    assert said == "the amount of `repair` is not known: contract.excess unknown"


def test_a_gate_says_what_it_falls_short_of() -> None:
    failed = {"record": "T-1", "field": "claimed_after", "observed": "26", "required": "<= 24"}
    reasoning = {"outcome": {"in-time": {"state": "not_met", **failed}}, "questions": {"dirt": {"needed": False}}}
    verdict = {"heads": [{"gate": "in-time", "amount": {}}], "route": {"reasons": []}}
    assert words.gates(verdict, reasoning) == ["in-time: refused; claimed_after of T-1 is 26, must be <= 24"]
    sent = {"heads": [], "route": {"reasons": [{"cause": "gate", "ref": "in-time"}]}}
    assert words.gates(sent, reasoning)[0].startswith("in-time: a person decides; ")
    found = {"question": "dirt", "answer": "yes", "by": "evidence", "burden_on": "host"}
    assert words.findings([found], str, reasoning)[0][0] == "dirt: not needed, since a gate is shut"
