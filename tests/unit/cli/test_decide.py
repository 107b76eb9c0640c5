"""`arbiter decide` of one case."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, Policy
from arbiter.cli import deciding
from arbiter.decide import Derivation
from arbiter.verdict.model import Reason, Route, Verdict

from .conftest import ELSEWHERE, EXAMPLES, LARGE, Run

Change = Callable[..., Path]


def test_a_verdict_says_everything_that_matters(run: Run, elsewhere: Decision) -> None:
    result = run("decide", ELSEWHERE)
    assert result.exit_code == 0
    policy = elsewhere.document["policy"]
    for words in (
        "C-2026-0312 · final",
        "carrier pays 80.00 EUR to buyer (price)",
        "delivered: no, shown by evidence",
        "auto: no person needed",
        "carrier: heard (N-1)",
        "shipped-seller-keeps-price, to the seller: kept",
        f"parcel {policy['version']}, digest {policy['digest'][:12]}",
        elsewhere.id,
    ):
        assert words in result.stdout
    assert "not admitted" not in result.stdout
    assert result.stderr == ""


def test_a_referred_case_names_desk_and_reasons(run: Run) -> None:
    result = run("decide", LARGE)
    assert result.exit_code == 4
    assert "referred: a person decides" in result.stdout
    assert "proposed: platform pays 900.00 EUR to buyer (price)" in result.stdout
    assert "human, desk payments" in result.stdout
    assert "rule `large` sends it to a person" in result.stdout
    assert "delivered: no, by burden on the carrier" in result.stdout


def test_who_was_not_heard_and_what_can_be_asked(run: Run) -> None:
    result = run("decide", EXAMPLES / "6-receipt-against-denial")
    assert "strong evidence each way" in result.stdout
    assert "seller: not heard yet" in result.stdout
    assert "seller: a document" in result.stdout


def test_measures_are_told(run: Run) -> None:
    result = run("decide", EXAMPLES / "5-courier-in-the-snow")
    assert result.exit_code == 0
    assert "exemption for the courier" in result.stdout
    assert "commendation for the courier" in result.stdout


def test_a_record_that_is_not_admitted_has_its_reason_and_its_place(run: Run, changed_case: Change) -> None:
    case = changed_case(("id: T-1, kind: tracking_event", "id: T-1, kind: tracking_evnt"))
    result = run("decide", case)
    assert "T-1 (tracking evnt) rejected: unknown kind of record `tracking_evnt`" in result.stdout
    assert "warning[ARB420]" in result.stderr
    assert "did you mean `tracking_event`?" in result.stderr


def test_an_invalid_case_is_shown_with_its_line(run: Run, changed_case: Change) -> None:
    case = changed_case(("claims:", "claimz:"))
    result = run("decide", case)
    assert result.exit_code == 3
    assert "error[ARB405]: unknown key `claimz` of the case" in result.stderr
    assert f"┌─ {case}:5:1" in result.stderr
    assert "5 │ claimz:" in result.stderr
    assert result.stdout == ""


def test_a_case_without_a_policy_lists_the_packs(run: Run, changed_case: Change) -> None:
    case = changed_case(("policy: parcel\n", ""))
    result = run("decide", case)
    assert result.exit_code == 3
    assert "ARB505" in result.stderr
    assert "`meal`, `parcel`" in result.stderr
    assert "`common`" not in result.stderr, "it has no claims to decide"
    assert run("decide", case, "--policy", "parcel").exit_code == 0


def test_a_claim_that_the_policy_does_not_know(run: Run) -> None:
    result = run("decide", EXAMPLES / "5-courier-in-the-snow", "--policy", "parcel")
    assert result.exit_code == 3
    assert "ARB501" in result.stderr


def test_a_policy_that_is_not_there(run: Run) -> None:
    result = run("decide", ELSEWHERE, "--policy", "parcell")
    assert result.exit_code == 1
    assert "error[ARB110]: no policy pack `parcell`" in result.stderr


@pytest.mark.parametrize("stands_in", [".", "cases"])
def test_a_path_in_a_case_counts_from_the_case(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stands_in: str
) -> None:
    """Wherever one stands, and whatever a known pack is called."""
    run("new", "policy", "hire", "--out", tmp_path)
    (tmp_path / "cases").mkdir()
    (tmp_path / "hire").rename(tmp_path / "cases" / "parcel")
    case = tmp_path / "hire-case.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("policy: ./hire", "policy: ./parcel"), encoding="utf-8")
    case.rename(tmp_path / "cases" / "case.yaml")
    monkeypatch.chdir(tmp_path / stands_in)
    shown = "case.yaml" if stands_in == "cases" else "cases/case.yaml"
    result = run("decide", shown, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    (decision,) = (tmp_path / "out").glob("*.json")
    assert run("why", decision, "--case", shown).exit_code == 0
    (tmp_path / "cases" / "parcel").rename(tmp_path / "parcel")
    lost = run("decide", shown)
    assert lost.exit_code == 1
    assert "error[ARB110]" in lost.stderr
    assert f"there is no `{(tmp_path / 'cases' / 'parcel').as_posix()}/policy.yaml`" in lost.stderr.replace("\n", "")


def test_engines_that_disagree_give_no_verdict(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = deciding.derive_claims

    def disagreed(case: CaseFile, policy: Policy, as_of: datetime | None) -> tuple[Derivation, ...]:
        reason = Reason("human", "engines", "question delivered", None)
        verdict = Verdict("referred", (), (), (), (), Route("human", None, (reason,)), (), (), ())
        (derivation,) = real(case, policy, as_of)
        return (replace(derivation, verdict=verdict, outcome=None),)

    monkeypatch.setattr(deciding, "derive_claims", disagreed)
    result = run("decide", ELSEWHERE, "--out", tmp_path)
    assert result.exit_code == 4
    assert "the two engines disagree on question delivered (ARB901)" in result.stdout
    assert "nothing is proposed" in result.stdout
    (file,) = tmp_path.iterdir()
    assert "(ARB901)" in run("why", file).stdout


def test_the_moment_can_be_given(run: Run, elsewhere: Decision) -> None:
    result = run("decide", ELSEWHERE, "--as-of", "2026-03-15T09:00:00Z", "--json")
    assert Decision.parse(result.stdout_bytes).document["as_of"] == "2026-03-15T09:00:00+00:00"
    assert Decision.parse(result.stdout_bytes).id != elsewhere.id


@pytest.mark.parametrize("moment", ["2026-03-15", "2026-03-15T09:00:00", "yesterday"])
def test_a_moment_without_a_zone_is_a_usage_error(run: Run, moment: str) -> None:
    result = run("decide", ELSEWHERE, "--as-of", moment)
    assert result.exit_code == 2
    assert "--as-of" in result.stderr


def test_json_is_the_canonical_bytes_alone(run: Run, elsewhere: Decision) -> None:
    result = run("decide", ELSEWHERE, "--json")
    assert result.stdout_bytes == elsewhere.content
    assert result.stderr == ""


def test_json_of_an_invalid_case_is_json_too(run: Run, changed_case: Change) -> None:
    """Whoever reads stdout by machine gets the reasons there, as from a batch."""
    result = run("decide", changed_case(("claims:", "claimz:")), "--json")
    assert result.exit_code == 3
    error = json.loads(result.stdout)["error"]
    assert error["exit"] == 3
    assert "ARB405" in {one["code"] for one in error["diagnostics"]}
    assert "ARB405" in result.stderr


def test_json_of_a_referred_case_still_says_so(run: Run) -> None:
    result = run("decide", LARGE, "--json")
    assert result.exit_code == 4
    assert Decision.parse(result.stdout_bytes).status == "referred"


def test_the_decision_is_written_whole(run: Run, elsewhere: Decision, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "decisions"
    result = run("decide", ELSEWHERE, "--out", folder)
    path = folder / f"{elsewhere.id}.json"
    assert Decision.read(path) == elsewhere
    assert [one.name for one in folder.iterdir()] == [path.name]
    assert f"written to {path}" in result.stdout


def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("decide", ELSEWHERE, "--out", tmp_path / "file")
    assert result.exit_code == 2
    assert "ARB506" in result.stderr
    assert "Traceback" not in result.stderr


def test_text_of_a_case_is_neither_markup_nor_control(run: Run, changed_case: Change) -> None:
    result = run("decide", changed_case(("kind: statement", 'kind: "state[bold]ment\\u202e"')))
    assert result.exit_code in (0, 3)
    assert "[bold]" in result.stdout + result.stderr, "words in brackets are no markup"
    assert "\u202e" not in result.stdout + result.stderr, "nothing turns the reading round"
