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
