"""Every diagnostic of the loader, on a pack broken in one place.

Each folder of `broken/` is called after its code and says in `change.yaml` what is changed in the packs of `good/`:
`edit` replaces texts, `write` and `hex` write whole files, `folders` makes folders, `pack` names another pack.
`expected.txt` holds what an author of policies reads. `ARBITER_UPDATE=1 pytest tests/policy` writes it again: then
read the difference as an author would.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from arbiter.loading import check_policy
from evidence import Diagnostic
from tests.policy.conftest import shown

ROOT = Path(__file__).resolve().parents[2]
BROKEN = sorted((Path(__file__).parent / "broken").iterdir())
WARNED = sorted((Path(__file__).parent / "warned").iterdir())
SOURCES = [*(ROOT / "arbiter" / "policy").rglob("*.py"), ROOT / "arbiter/engine/limits.py", ROOT / "evidence/source.py"]

NO_SPAN = {
    "ARB101": "the file cannot be read at all",
    "ARB108": "an empty file has no line",
    "ARB109": "the whole file stands in the wrong place",
    "ARB110": "asked for from outside, it stands in no file",
    "ARB102": "of UTF-16, no line can be shown",
}
NOT_HERE = {
    "ARB107": "a file of 20 MB; tests/unit/evidence/test_source.py",
    "ARB113": "only in files from a store; test_finding.py",
    "ARB114": "only in files from a store; test_finding.py",
    "ARB331": "takes 4,000 rules; tests/unit/engine/test_limits.py",
    "ARB332": "takes 256 alternatives; tests/unit/engine/test_limits.py",
    "ARB333": "takes 100 tests in one rule; tests/unit/engine/test_limits.py",
    "ARB335": "takes 400 kinds of facts; tests/unit/engine/test_limits.py",
}
PYTHON_WORDS = re.compile(
    r"\b(NoneType|None|dict|tuple|frozenset|Mapping|Sequence|Scalar|Fraction|Decimal|datetime|Error|Span|bool)\b"
)


def broken_pack(folder: Path, packs: Path, change: Callable[[str, str, str], None]) -> str:
    """Make the changes; the name of the pack to read."""
    wanted = yaml.safe_load((folder / "change.yaml").read_text(encoding="utf-8"))
    assert wanted.keys() <= {"edit", "write", "hex", "folders", "pack"}
    for file, edits in wanted.get("edit", {}).items():
        for old, new in edits.items():
            change(file, old, new)
    for file, text in wanted.get("write", {}).items():
        (packs / file).parent.mkdir(parents=True, exist_ok=True)
        (packs / file).write_text(text, encoding="utf-8")
    for file, data in wanted.get("hex", {}).items():
        (packs / file).write_bytes(bytes.fromhex(data))
    for name in wanted.get("folders", []):
        (packs / name).mkdir()
    return str(wanted.get("pack", "shop"))


def check_voice(diagnostic: Diagnostic) -> None:
    """One sentence, lowercase, without a final period, in words of the policy, with a place and a way out."""
    assert diagnostic.message[0].islower() or diagnostic.message[0] == "`"
    assert not diagnostic.message.endswith(".")
    assert not PYTHON_WORDS.search(diagnostic.message)
    assert diagnostic.help
    assert not diagnostic.help.endswith(".")
    assert not PYTHON_WORDS.search(diagnostic.help)
    assert diagnostic.span or diagnostic.code in NO_SPAN


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_pack_says_what_is_wrong(folder: Path, packs: Path, change: Callable[[str, str, str], None]) -> None:
    policy, diagnostics, files = check_policy(broken_pack(folder, packs, change))
    text = shown(diagnostics, files).replace(str(ROOT), "<arbiter>").replace(str(packs), "<packs>") + "\n"
    expected = folder / "expected.txt"
    if os.environ.get("ARBITER_UPDATE") == "1":
        expected.write_text(text, encoding="utf-8")
    assert policy is None
    assert folder.name[:6] in [diagnostic.code for diagnostic in diagnostics]
    for diagnostic in diagnostics:
        check_voice(diagnostic)
    assert text == expected.read_text(encoding="utf-8")


def test_the_good_pack_is_good(packs: Path) -> None:
    """Else every fixture would be broken in two places."""
    policy, diagnostics, _ = check_policy("shop")
    assert policy is not None
    assert diagnostics == []


def test_every_code_has_a_broken_pack() -> None:
    """A code that a pack can meet has a fixture; one that it cannot meet, a reason."""
    codes = {code for path in SOURCES for code in re.findall(r'"(ARB[123]\d\d)"', path.read_text(encoding="utf-8"))}
    covered = {folder.name[:6] for folder in (*BROKEN, *WARNED)}
    assert codes - covered == NOT_HERE.keys() & codes
    assert not covered & NOT_HERE.keys()
    assert covered - codes <= {"ARB104", "ARB105", "ARB106", "ARB108"}, "these are told by the reader of YAML"
