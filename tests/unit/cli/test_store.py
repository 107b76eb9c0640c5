"""`--store`, `show` and `verify`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from arbiter import Decision
from arbiter.store import Store

from .conftest import ELSEWHERE, EXAMPLES, LARGE, Run


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "cases.sqlite"
    assert run("decide", ELSEWHERE, LARGE, "--store", path).exit_code == 0
    return path


def test_storing_again_adds_nothing(run: Run, store: Path) -> None:
    run("decide", LARGE, ELSEWHERE, "--store", store)
    with Store(str(store)) as opened:
        assert [one.document["case"] for one in opened.decisions()] == ["C-2026-0312", "C-2026-0318"]


def test_a_stored_decision_is_shown_as_it_was_decided(run: Run, store: Path) -> None:
    decided = run("decide", ELSEWHERE)
    (name,) = [word for word in decided.stdout.split() if word.startswith("D-")]
    shown = run("show", "decision", name[:8], "--store", store)
    assert shown.exit_code == 0
    assert shown.stdout == decided.stdout


def test_show_as_json(run: Run, store: Path, elsewhere: Decision) -> None:
    assert run("show", "decision", elsewhere.id, "--store", store, "--json").stdout_bytes == elsewhere.content


def test_a_decision_that_is_not_stored(run: Run, store: Path) -> None:
    result = run("show", "decision", "D-0000", "--store", store)
    assert result.exit_code == 1
    assert "error[ARB523]: no decision `D-0000` in the store" in result.stderr


def test_a_store_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    result = run("show", "decision", "D-0000", "--store", tmp_path / "none.sqlite")
    assert result.exit_code == 2
    assert "ARB530" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_driver(run: Run) -> None:
    result = run("decide", ELSEWHERE, "--store", "marble://host/db")
    assert result.exit_code == 2
    assert "no driver for `marble` is installed" in result.stderr


def test_integrity_only_without_the_case(run: Run, decided: Path) -> None:
    result = run("verify", decided)
    assert result.exit_code == 0
    assert "integrity only" in result.stdout


def test_decided_again_with_the_case(run: Run, decided: Path) -> None:
    result = run("verify", decided, "--case", ELSEWHERE, "--policy", "parcel")
    assert result.exit_code == 0
    assert "decided again: the same" in result.stdout


def test_a_changed_file_fails(run: Run, decided: Path) -> None:
    decided.write_bytes(decided.read_bytes().replace(b'"minor":8000', b'"minor":9000'))
    result = run("verify", decided)
    assert result.exit_code == 1
    assert "ARB522" in result.stderr


def test_another_case_fails_with_the_first_difference(run: Run, decided: Path) -> None:
    result = run("verify", decided, "--case", EXAMPLES / "1-signed")
    assert result.exit_code == 1
    assert "first difference: `case_digest` is" in result.stdout
    assert "note: the case is not as it was" in result.stdout


def test_another_engine_is_told_apart(run: Run, elsewhere: Decision, tmp_path: Path) -> None:
    from arbiter.decision import digest_of

    document = elsewhere.document | {"engine": {"arbiter": "0.0.1", "matchers": {}}}
    document["digest"] = digest_of(document)
    file = tmp_path / "older.json"
    Decision(document).write(file)
    result = run("verify", file, "--case", ELSEWHERE)
    assert result.exit_code == 0
    assert "decided again: the same" in result.stdout
    assert "another engine: decided by" in result.stdout


def test_the_policy_comes_from_the_store(
    run: Run, store: Path, elsewhere: Decision, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    monkeypatch.setenv("ARBITER_RULES", str(tmp_path / "rules"))
    monkeypatch.setattr("arbiter.policy.locate.bundled_rules", lambda: tmp_path / "rules")
    assert run("verify", elsewhere.id, "--case", ELSEWHERE, "--store", store).exit_code == 0
    assert run("why", elsewhere.id[:6], "large", "--store", store).exit_code == 0
    report = ("report", elsewhere.id, "--case", ELSEWHERE, "--for", "seller", "--format", "md")
    assert run(*report, "--store", store).exit_code == 0


def test_tampering_with_the_chain_fails(run: Run, store: Path, elsewhere: Decision) -> None:
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("DROP TRIGGER decisions_no_update")
        connection.execute("UPDATE decisions SET status = 'final' WHERE sequence = 2")
        connection.commit()
    result = run("verify", elsewhere.id, "--store", store)
    assert result.exit_code == 1
    assert "error[ARB536]: row 2" in result.stderr
    assert "integrity only" in result.stdout, "the decision itself is as it was"
