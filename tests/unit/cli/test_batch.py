"""`arbiter decide` of several cases."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from arbiter import Decision
from arbiter.cli import deciding

from .conftest import ELSEWHERE, EXAMPLES, LARGE, Run

Change = Callable[..., Path]
SIGNED = EXAMPLES / "1-signed"


def test_each_case_has_its_line_and_the_end_counts(run: Run) -> None:
    result = run("decide", SIGNED, ELSEWHERE, LARGE)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0, "a referred case among several is no failure"
    *said, decision = lines[0].split()
    assert said == ["C-2026-0301", "final", "nobody", "pays", "anything", "auto"]
    assert decision.startswith("D-"), "a line names the decision, so that one can ask why"
    assert lines[1].split()[:2] == ["C-2026-0312", "final"]
    assert "carrier pays 80.00 EUR to buyer (price)" in lines[1]
    assert "human (payments)" in lines[2]
    assert lines[3] == "3 cases: 2 final, 0 provisional, 1 referred"


def test_a_bad_case_does_not_stop_the_rest(run: Run, changed_case: Change) -> None:
    bad = changed_case(("claims:", "claimz:"))
    result = run("decide", SIGNED, bad, ELSEWHERE)
    lines = result.stdout.splitlines()
    assert result.exit_code == 3
    assert "invalid" in lines[1]
    assert f"ARB405 unknown key `claimz` of the case ({bad}:5:1), and 1 more" in lines[1]
    assert lines[2].startswith("C-2026-0312")
    assert lines[3] == "3 cases: 2 final, 0 provisional, 0 referred, 1 invalid"


def test_a_case_whose_policy_is_missing_is_one_bad_case(run: Run, changed_case: Change) -> None:
    result = run("decide", changed_case(("policy: parcel", "policy: parcell")), ELSEWHERE)
    assert result.exit_code == 3
    assert "ARB110" in result.stdout
    assert "1 final" in result.stdout


def test_an_internal_error_is_the_highest(run: Run, changed_case: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    real = deciding.derive_claims

    def breaks(case: object, *more: object) -> object:
        if getattr(case, "case", "") == "C-2026-0301":
            raise ZeroDivisionError("by nothing")
        return real(case, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(deciding, "derive_claims", breaks)
    result = run("decide", SIGNED, changed_case(("claims:", "claimz:")), ELSEWHERE)
    assert result.exit_code == 70
    assert "internal error, please report: ZeroDivisionError: by nothing" in result.stdout
    assert "3 cases: 1 final, 0 provisional, 0 referred, 1 invalid, 1 failed" in result.stdout


def test_json_lines_hold_decisions_and_errors(run: Run, changed_case: Change, elsewhere: Decision) -> None:
    bad = changed_case(("claims:", "claimz:"))
    result = run("decide", ELSEWHERE, bad, LARGE, "--json")
    lines = result.stdout_bytes.splitlines()
    assert result.exit_code == 3
    assert lines[0] == elsewhere.content
    error = json.loads(lines[1])["error"]
    assert (error["case"], error["exit"]) == (str(bad), 3)
    assert [one["code"] for one in error["diagnostics"]] == ["ARB405", "ARB401"]
    assert error["diagnostics"][0]["span"]["line"] == 5
    assert Decision.parse(lines[2]).status == "referred"
    assert len(lines) == 3


def test_every_decision_is_written(run: Run, tmp_path: Path) -> None:
    run("decide", SIGNED, ELSEWHERE, "--out", tmp_path / "out")
    found = {Decision.read(path).document["case"] for path in (tmp_path / "out").iterdir()}
    assert found == {"C-2026-0301", "C-2026-0312"}


def test_a_policy_is_loaded_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from arbiter.cli import inputs

    real, loaded = inputs.load_policy, []
    monkeypatch.setattr(inputs, "load_policy", lambda name: loaded.append(name) or real(name))
    run("decide", SIGNED, ELSEWHERE, EXAMPLES / "5-courier-in-the-snow", LARGE)
    assert loaded == ["parcel", "meal"]
