"""The program as a whole: help, exit codes, errors, and real processes with pipes."""

import json
from pathlib import Path

import pytest

from arbiter import Decision, __version__
from arbiter.cli import deciding

from .conftest import ELSEWHERE, LARGE, Run, RunApart

COMMANDS = (("demo",), ("decide",), ("report",), ("why",), ("what-if",), ("verify",), ("check",), ("show", "decision"))


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"arbiter {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert f"Example: arbiter {' '.join(command)}" in result.stdout


def test_nothing_at_all_shows_the_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "demo" in result.stdout


@pytest.mark.parametrize(
    "arguments", [("decide",), ("decied",), ("decide", "--loud", "x"), ("show", "decision", "D-1")]
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_internal_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object) -> object:
        raise ZeroDivisionError("by\nnothing")

    monkeypatch.delenv("ARBITER_DEBUG", raising=False)
    monkeypatch.setattr(deciding, "derive_claims", breaks)
    result = run("decide", ELSEWHERE)
    assert result.exit_code == 70
    assert result.stderr == "internal error, please report: ZeroDivisionError: by\N{REPLACEMENT CHARACTER}nothing\n"
    monkeypatch.setenv("ARBITER_DEBUG", "1")
    assert "Traceback" in run("decide", ELSEWHERE).stderr


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(deciding, "derive_claims", interrupted)
    assert run("decide", ELSEWHERE).exit_code == 130
    assert run("decide", ELSEWHERE, LARGE).exit_code == 130


def test_into_a_pipe_there_are_no_colours(run_apart: RunApart) -> None:
    result = run_apart("decide", ELSEWHERE)
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout + result.stderr
    assert "carrier pays 80.00 EUR to buyer" in result.stdout.decode()


def test_no_color_is_obeyed_where_colours_are_forced(run_apart: RunApart) -> None:
    coloured = run_apart("why", "nothing.json", FORCE_COLOR="1", TERM="xterm-256color")
    plain = run_apart("why", "nothing.json", FORCE_COLOR="1", TERM="xterm-256color", NO_COLOR="1")
    assert b"\x1b[1;31m" in coloured.stderr
    assert b"31m" not in plain.stderr
    assert plain.returncode == 1


def test_json_into_a_pipe_is_json_alone(run_apart: RunApart, tmp_path: Path) -> None:
    result = run_apart("decide", LARGE, "--json", "--out", tmp_path, "--store", tmp_path / "cases.sqlite", NO_COLOR="1")
    assert result.returncode == 4
    assert json.loads(result.stdout)["status"] == "referred"
    assert Decision.parse(result.stdout).document["case"] == "C-2026-0318"
    assert result.stderr == b""


def test_a_bad_case_among_many(run_apart: RunApart, tmp_path: Path) -> None:
    result = run_apart("decide", ELSEWHERE, tmp_path / "none", LARGE, NO_COLOR="1")
    assert result.returncode == 3
    assert "3 cases: 1 final, 0 provisional, 1 referred, 1 invalid" in result.stdout.decode()


def test_a_narrow_alphabet_is_no_error(run_apart: RunApart, decided: Path) -> None:
    result = run_apart("why", decided, PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert b"defeated by `scan_elsewhere`" in result.stdout


def test_lines_into_a_pipe_are_not_cut(run_apart: RunApart, decided: Path) -> None:
    result = run_apart("why", decided, COLUMNS="40")
    assert "✗ carrier-silent: not met: N-1 has asks handover, wanted tracking_event" in result.stdout.decode()


def test_the_command_starts_without_what_it_does_not_need(run_apart: RunApart) -> None:
    import subprocess
    import sys

    code = "import sys, arbiter.cli; print([name for name in ('sqlalchemy', 'rich.tree') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
