"""`arbiter check`."""

import shutil
from pathlib import Path

from arbiter import load_policy

from .conftest import ROOT, Run


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))


def test_the_bundled_packs_pass(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    for pack in ("common", "meal", "parcel"):
        assert f"✓ {pack} " in result.stdout
    assert f"digest {load_policy('parcel').digest[:12]}" in result.stdout
    assert "error" not in result.stderr


def test_one_pack_by_name_or_folder(run: Run) -> None:
    by_name, by_folder = run("check", "parcel"), run("check", ROOT / "rules" / "parcel")
    assert by_name.exit_code == by_folder.exit_code == 0
    assert by_name.stdout == by_folder.stdout
    assert by_name.stdout.count("✓") == 1
    assert "1 claim, 2 questions" in by_name.stdout


def test_an_error_is_shown_at_its_place_and_fails(run: Run, tmp_path: Path) -> None:
    rules = copied(tmp_path)
    claims = rules / "parcel" / "claims" / "not_received.yaml"
    claims.write_text(claims.read_text().replace("{delivered: no}", "{deliverd: no}", 1))
    result = run("check", rules)
    assert result.exit_code == 1
    assert "did you mean `delivered`?" in result.stderr
    assert "deliverd: no" in result.stderr, "the line is quoted"
    assert "✗ parcel: 1 error" in result.stdout
    assert "✓ meal" in result.stdout, "the others are still checked"


def test_what_is_replaced_is_listed(run: Run, tmp_path: Path) -> None:
    rules = copied(tmp_path)
    parameters = rules / "parcel" / "parameters.yaml"
    parameters.write_text(parameters.read_text() + "\nreply_days: {unit: d, clause: P-1.1, from 2016-01-01: 7}\n")
    result = run("check", rules / "parcel")
    assert result.exit_code == 0
    assert "parcel replaces parameter reply_days of its parent" in result.stdout


def test_no_pack_at_all_is_an_error(run: Run, tmp_path: Path) -> None:
    for where in (tmp_path, "no-such-pack"):
        result = run("check", where)
        assert result.exit_code == 1
        assert "error[ARB112]" in result.stderr
        assert result.stdout == ""
