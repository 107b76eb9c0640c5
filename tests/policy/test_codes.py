"""Every code in the source stands in the reference with its meaning and its cure, and no other does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from arbiter.reference import codes, page_of

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference" / "diagnostics.md"
ROW = re.compile(r"^\| \[(ARB\d{3})\]\(diagnostics/\1\.md\) \| (.+) \| (.+) \|$", re.MULTILINE)

PIPE = "\\|"
"""A bar within a cell of a table."""


def codes_in_source() -> set[str]:
    paths = [path for folder in ("arbiter", "evidence") for path in (ROOT / folder).rglob("*.py")]
    return {code for path in paths for code in re.findall(r"ARB\d{3}", path.read_text(encoding="utf-8"))}


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall(REFERENCE.read_text(encoding="utf-8"))


def test_the_reference_knows_every_code_and_no_other() -> None:
    listed = [code for code, _, _ in rows()]
    assert codes_in_source() == set(listed)
    assert listed == sorted(set(listed)), "each once, in order"


@pytest.mark.parametrize(("code", "meaning", "cure"), rows())
def test_a_row_is_written_in_sentences(code: str, meaning: str, cure: str) -> None:
    assert meaning[0].isupper() or meaning[0] == "`"
    assert cure[0].isupper()
    assert meaning.endswith(".")
    assert cure.endswith(".")
    assert int(code[3:]) >= 100


def test_every_code_has_its_page_and_no_page_is_left_over() -> None:
    """What a page says is made from the row: see docs/generate.py."""
    assert list(codes()) == [code for code, _, _ in rows()]
    for code, meaning, cure in rows():
        page = page_of(code) or ""
        assert page.startswith(f"# {code}\n\n{meaning.replace(PIPE, '|')}\n")
        assert cure.replace(PIPE, "|") in page
    assert page_of("ARB000") is None


def test_pages_and_schema_are_current() -> None:
    command, paths = [sys.executable, "docs/generate.py", "--check"], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=paths, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_code_stands_under_its_heading() -> None:
    """The first digit says what a diagnostic is about."""
    headings = ["Files", "Rules", "The policy as a whole", "Cases and evidence", "Deciding", "Faults of arbiter"]
    parts = re.split(r"^## ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for digit, heading, part in zip("123459", headings, parts, strict=True):
        assert part.startswith(heading)
        assert {code[3] for code, _, _ in ROW.findall(part)} == {digit}
