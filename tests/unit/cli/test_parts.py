"""The terminal tells what the bundled packs do not use: parts of an order, facts on record, gates, several claims."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Run
from tests.unit.glass_shop import CLAIM, data, write_pack
from tests.unit.test_report_parts import LATE


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with the pack, and a case with two claims."""
    write_pack(tmp_path)
    (tmp_path / "case.json").write_text(json.dumps(data(claims=[CLAIM, LATE])), encoding="utf-8")
    return tmp_path


def decided(run: Run, files: Path, *more: str) -> dict[str, Path]:
    """The decisions of the case by their claims."""
    result = run("decide", files / "case.json", "--policy", files / "glass_shop", "--out", files / "out", *more)
    assert result.exit_code == 0, result.stderr
    found = {json.loads(path.read_bytes())["claim_id"]: path for path in (files / "out").iterdir()}
    (files / "panel.txt").write_text(result.stdout, encoding="utf-8")
    return found


def test_every_claim_is_decided_or_the_chosen_one(run: Run, files: Path) -> None:
    """An agent with one question need not read the answers to the others."""
    assert sorted(decided(run, files)) == ["K-1", "K-2"]
    result = run("decide", files / "case.json", "--policy", files / "glass_shop", "--claim", "K-2", "--json")
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["claim_id"] == "K-2"
    assert json.loads(line)["verdict"]["priors"], "what the first claim gives is known to the second"
    result = run("decide", files / "case.json", "--policy", files / "glass_shop", "--claim", "K-9")
    assert result.exit_code == 3
    assert "the case has no claim `K-9`" in result.stderr


def test_the_panel_tells_parts_in_one_line(run: Run, files: Path) -> None:
    """Four units that came out alike are one line with their names, and what may follow is said."""
    decided(run, files)
    panel = " ".join((files / "panel.txt").read_text(encoding="utf-8").replace("│", " ").split())
    assert "damaged: yes, shown by evidence (glass#1, glass#2, plate#1, plate#2)" in panel
    assert "insured: yes, on record" in panel
    assert "buyer: a repair statement within `repair_days` (goods, `refund`)" in panel
    assert "claim K-1 already gives 1.50 EUR for `delivery`" in panel


def test_why_tells_parts_and_answers_for_one(run: Run, files: Path) -> None:
    """Parts with the same reasons are one branch; a part can be asked for by its name."""
    first = decided(run, files)["K-1"]
    whole = run("why", first, "--policy", files / "glass_shop").stdout
    assert whole.count("damaged: ") - whole.count("not met: damaged: ") == 2
    assert "burden on nobody: on record" in whole
    assert "goods: 2 × 12.00 EUR to the buyer, borne by the seller  for glass#1, glass#2" in whole
    assert "no more than unit_limit 15.00 EUR: the amount is cut" in whole
    assert "gates" in whole
    one = run("why", first, "glass#1").stdout
    assert "for glass#1" in one
    assert "for glass#3" not in one


def test_report_and_verify_know_their_claim(run: Run, files: Path) -> None:
    """A decision names its claim, so nobody has to say it again."""
    for claim, path in decided(run, files).items():
        given = ("--case", files / "case.json", "--policy", files / "glass_shop")
        assert run("verify", path, *given).exit_code == 0
        result = run("report", path, *given, "--for", "buyer", "--format", "md")
        assert result.exit_code == 0, result.stderr
        assert ("The parcel was late, filed on" in result.stdout) == (claim == "K-2")
        assert run("why", path, *given).exit_code == 0


def test_a_shut_gate_is_told(run: Run, files: Path) -> None:
    """What was not asked is not explained by rules that nobody asked."""
    late = data(claims=[{**CLAIM, "filed_at": "2026-03-19T09:00:00+01:00"}])
    (files / "late.json").write_text(json.dumps(late), encoding="utf-8")
    run("decide", files / "late.json", "--policy", files / "glass_shop", "--out", files / "out")
    (path,) = (files / "out").iterdir()
    told = run("why", path).stdout
    assert "not asked: gate `in-time` is shut" in told
    assert "owed: " not in told
