"""When the two engines do not agree, no machine decides: ARB901, a person, and a letter that says so."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from arbiter import CaseFile, Decision, Policy, decide, explain, report, verify
from arbiter.engine import certified, durable, interpreter
from arbiter.engine.ir import Matches
from arbiter.report.open_doors import audiences

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
STAGES = ("match_records", "match_question", "match_outcome")


def missing_one(match: Callable[..., Matches]) -> Callable[..., Matches]:
    """An engine that overlooks one match wherever there is any."""

    def less(*args: Any) -> Matches:
        found = match(*args)
        return replace(found, met=frozenset(sorted(found.met)[1:]))

    return less


@pytest.fixture(params=[(engine, stage) for engine in (durable, interpreter) for stage in STAGES])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, example: Example) -> str:
    """One engine misses a match in one stage; gives the stage."""
    example(3)  # decided by engines that agree, before one of them is broken
    engine, stage = request.param
    monkeypatch.setattr(engine, stage, missing_one(getattr(engine, stage)))
    return str(stage)


def test_the_case_goes_to_a_person(example: Example, broken: str) -> None:
    """A wrong verdict is worse than none: nothing is paid, nobody is measured, and the stage is named."""
    case, policy, before = example(3)
    decision = decide(case, policy)
    verdict = decision.verdict
    assert decision.status == "referred"
    assert verdict["route"]["route"] == "human"
    (reason,) = verdict["route"]["reasons"]
    assert reason["cause"] == "engines"
    assert reason["ref"].startswith(broken.removeprefix("match_"))
    for part in ("findings", "heads", "transfers", "measures", "guarantees", "asks", "hearings"):
        assert verdict[part] == [], f"nothing of a verdict that was never reached: {part}"
    assert decision.reasoning == {}
    assert decision.content != before.content


def test_the_difference_says_who_found_what(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever mends it needs the stage and the match that only one engine saw."""
    case, policy, _ = example(3)
    monkeypatch.setattr(interpreter, "match_records", missing_one(interpreter.match_records))
    seen: list[certified.EnginesDisagreeError] = []
    match_records = certified.match_records

    def watched(*args: Any) -> Matches:
        try:
            return match_records(*args)
        except certified.EnginesDisagreeError as problem:
            seen.append(problem)
            raise

    monkeypatch.setattr(certified, "match_records", watched)
    decide(case, policy)
    (problem,) = seen
    assert str(problem).startswith("ARB901: ")
    assert problem.stage == "records"
    assert len(problem.only[durable.NAME]) == 1
    assert problem.only[interpreter.NAME] == []


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    ("language", "words"), [("en", "A person decides"), ("ru", "решает человек"), ("zh", "由人工")]
)
def test_letters_are_still_issued(example: Example, broken: str, language: str, words: str, form: str) -> None:
    """The parties are told the truth: no machine decided, a person will."""
    case, policy, _ = example(3)
    decision = decide(case, policy)
    for audience in audiences(policy):
        letter = report(decision, case, policy, audience=audience, language=language, form=form)
        assert words.lower() in letter.lower()
        assert len(re.findall(r"80[.,]00", letter)) == 1, "no sum is proposed: it only says what the buyer asks for"


def test_such_a_decision_is_sealed_and_explained_as_nothing(example: Example, broken: str) -> None:
    """It is a decision like any other: it can be checked, and it explains that there is nothing to explain."""
    case, policy, _ = example(3)
    decision = decide(case, policy)
    assert verify(decision.content).ok
    assert verify(decision, case, policy).ok, "the same broken engine derives the same"
    explanation = explain(decision, case, policy)
    assert (explanation.counterfactuals, explanation.near_misses) == ((), ())


def test_a_mended_engine_shows_the_difference(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checked with engines that agree, the old decision does not stand: someone decides again."""
    case, policy, _ = example(3)
    with monkeypatch.context() as patch:
        patch.setattr(durable, "match_records", missing_one(durable.match_records))
        decision = decide(case, policy)
    checked = verify(decision, case, policy)
    assert not checked.ok
    assert checked.difference is not None
