"""`arbiter what-if`: what would be different, side by side."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from arbiter.cli import app

from .conftest import ELSEWHERE, EXAMPLES, Run

SIGNED = (
    "{id: H-9, kind: handover, submitted_by: carrier, at: 2026-03-12T13:07:00+01:00, proof: signature, "
    "recipient: buyer, about: {shipment: S-1}}"
)


def test_a_signature_would_have_changed_it(run: Run, decided: Path) -> None:
    result = run("what-if", decided, "--case", ELSEWHERE, "--add", SIGNED)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    for words in (
        f"✓ {decided.stem} decided again: the same",
        "H-9 handover from the carrier: admitted; shows signed conclusive",
        "status decided provisional: someone must still be heard or asked",
        "delivered no, shown by evidence yes, shown by evidence",
        "carrier pays 80.00 EUR pays and gets nothing",
        "buyer: not heard yet; not shown to them: H-9",
        "✗ hand-signed: no `signed`: no such record",
        "→ ✓ hand-signed (conclusive), on H-9",
    ):
        assert words in said
    assert "dispatched" not in said, "the difference only"


def test_it_fits_eighty_columns(run: Run, decided: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = run("what-if", decided, "--case", ELSEWHERE, "--add", SIGNED, "--set", "claim.amount=60.00 EUR")
    assert max(len(line) for line in result.stdout.splitlines()) == 80


def test_nothing_changes_is_said_plainly(run: Run, decided: Path) -> None:
    result = run("what-if", decided, "--case", ELSEWHERE, "--set", "O-1.address=Elsewhere 1")
    assert result.exit_code == 0
    assert "nothing changes: the same is decided, in every point" in result.stdout


def test_a_person_must_decide_then(run: Run, decided: Path) -> None:
    result = run("what-if", decided, "--case", ELSEWHERE, "--set", "O-1.price=")
    assert result.exit_code == 4
    assert "O-1.price = unknown" in result.stdout
    assert "referred: a person decides" in result.stdout


def test_records_of_a_file_and_of_standard_input(run: Run, decided: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(f"- {SIGNED}\n", encoding="utf-8")
    whole = run("what-if", decided, "--case", ELSEWHERE, "--add", SIGNED, "--json")
    listed = run("what-if", decided, "--case", ELSEWHERE, "--add", file, "--json")
    arguments = ["what-if", str(decided), "--case", str(ELSEWHERE), "--add", "-", "--json"]
    piped = CliRunner().invoke(app, arguments, input=f"records:\n  - {SIGNED}\n", prog_name="arbiter")
    assert json.loads(whole.stdout) == json.loads(listed.stdout) == json.loads(piped.stdout)


def test_as_json(run: Run, decided: Path) -> None:
    result = run(
        "what-if", decided, "--case", ELSEWHERE, "--remove", "T-2", "--set", "claim.amount=60.00 EUR", "--json"
    )
    found = json.loads(result.stdout)
    assert found["changes"] == [{"remove": "T-2"}, {"set": "claim.amount", "to": "60.00 EUR"}]
    assert (found["changed"], found["before"]["status"], found["after"]["status"]) == (True, "final", "final")
    assert {one["section"] for one in found["differences"]} >= {"findings", "money", "heads", "evidence"}


@pytest.mark.parametrize(
    ("changes", "exit_code", "words"),
    [
        (("--set", "T-2.coed=lost"), 3, "T-2.coed=lost\n  │     ^^^^\n  = help: did you mean `code`?"),
        (("--set", "T-2.code=lots"), 3, "T-2.code=lots\n  │          ^^^^\n  = help: did you mean `lost`?"),
        (("--add", "{id: H-9, kind: handovr, submitted_by: carrier}"), 3, "did you mean `handover`?"),
        (("--add", SIGNED.replace("+01:00", "")), 3, "error[ARB423]"),
        (("--add", "{id: H-9"), 3, "error[ARB103]"),
        (("--add", "nowhere.yaml"), 3, "there is no file `nowhere.yaml`"),
        (("--remove", "T-3"), 2, "1 │ T-3\n  │ ^^^\n  = help: did you mean `T-2`?"),
        (("--set", "parameter:signature_fro=1"), 2, "did you mean `signature_from`?"),
        (("--set", "T-2.code"), 2, "sets nothing"),
        (("--remove", "T-2", "--remove", "T-3"), 2, "┌─ --remove 2:1:1"),
    ],
)
def test_what_cannot_be_tried(run: Run, decided: Path, changes: tuple[str, ...], exit_code: int, words: str) -> None:
    result = run("what-if", decided, "--case", ELSEWHERE, *changes)
    assert (result.exit_code, words in result.stderr) == (exit_code, True), result.stderr


def test_a_decision_that_does_not_fit_is_refused(run: Run, decided: Path, tmp_path: Path) -> None:
    other = run("what-if", decided, "--case", EXAMPLES / "1-signed", "--policy", "parcel", "--remove", "T-2")
    assert other.exit_code == 1
    assert "the case is not as it was when it was decided, or it is another" in other.stdout
    assert "would" not in other.stdout
    as_json = run("what-if", decided, "--case", EXAMPLES / "1-signed", "--json")
    assert as_json.exit_code == 1
    assert json.loads(as_json.stdout)["error"]["diagnostics"][0]["code"] == "ARB540"
    assert run("what-if", decided, "--case", ELSEWHERE, "--policy", "meal").exit_code == 1
    tampered = tmp_path / "tampered.json"
    tampered.write_bytes(decided.read_bytes().replace(b"8000", b"9000"))
    assert run("what-if", tampered, "--case", ELSEWHERE).exit_code == 1


def test_nothing_is_written(run: Run, decided: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.yaml").write_bytes((ELSEWHERE / "case.yaml").read_bytes())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run("what-if", decided, "--case", case, "--policy", "parcel", "--add", SIGNED).exit_code == 0
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
