"""What people read, word for word: a change of wording or of reasoning shows as a readable difference.

`ARBITER_UPDATE=1 python -m pytest tests/snapshots` writes the letters anew; read the difference before committing it.
"""

import os
from pathlib import Path

import pytest

from arbiter import CaseFile, decide, load_policy, report
from arbiter.report.open_doors import audiences

ROOT = Path(__file__).resolve().parents[2]
LETTERS = Path(__file__).parent / "letters"
CASES = sorted(path.name for path in (ROOT / "examples").iterdir() if (path / "case.yaml").is_file())


def letters() -> list[tuple[str, str, str]]:
    """Every example, audience and language."""
    found = []
    for case in CASES:
        policy = load_policy(str(CaseFile.read(ROOT / "examples" / case).policy))
        found += [(case, audience, language) for audience in audiences(policy) for language in policy.header.languages]
    return found


@pytest.mark.parametrize(("name", "audience", "language"), letters())
def test_a_letter_reads_as_it_did(name: str, audience: str, language: str) -> None:
    case = CaseFile.read(ROOT / "examples" / name)
    policy = load_policy(str(case.policy))
    text = report(decide(case, policy), case, policy, audience=audience, language=language, form="md")
    stored = LETTERS / f"{name}.{audience}.{language}.md"
    if os.environ.get("ARBITER_UPDATE"):
        stored.write_text(text, encoding="utf-8")
    assert text == stored.read_text(encoding="utf-8")


def test_no_letter_is_left_over() -> None:
    """A snapshot that no test reads would look like a promise."""
    assert {path.name for path in LETTERS.iterdir()} == {f"{'.'.join(names)}.md" for names in letters()}
