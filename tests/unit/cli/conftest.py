"""Running the command, in this process and in its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from arbiter import CaseFile, Decision, decide, load_policy
from arbiter.cli import app

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
ELSEWHERE = EXAMPLES / "3-scanned-elsewhere"
LARGE = EXAMPLES / "4-large-unsigned"

Run = Callable[..., Result]
RunApart = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `arbiter` with arguments in this process. stdout and stderr are apart."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("ARBITER_RULES", raising=False)

    def runs(*arguments: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="arbiter")

    return runs


@pytest.fixture
def run_apart() -> RunApart:
    """Run `arbiter` in a process of its own, its output into pipes."""

    def runs(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-c", "from arbiter.cli import main; main()", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
            capture_output=True,
            timeout=60,
            check=False,
        )

    return runs


@pytest.fixture(scope="session")
def elsewhere() -> Decision:
    """The decision of the case that was scanned elsewhere."""
    return decide(CaseFile.read(ELSEWHERE), load_policy("parcel"))


@pytest.fixture
def decided(elsewhere: Decision, tmp_path: Path) -> Path:
    """The file of that decision."""
    path = tmp_path / f"{elsewhere.id}.json"
    elsewhere.write(path)
    return path


@pytest.fixture
def changed_case(tmp_path: Path) -> Callable[..., Path]:
    """A copy of that case with words replaced."""

    def change(*pairs: tuple[str, str], name: str = "changed.yaml") -> Path:
        text = (ELSEWHERE / "case.yaml").read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return change
