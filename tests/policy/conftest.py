"""Packs that tests break in one place."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from evidence import Diagnostic, render_all

GOOD = Path(__file__).parent / "good"


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the packs `base` and `shop`, in which one stands; no other packs are known but the bundled."""
    folder = tmp_path / "packs"
    copytree(GOOD, folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("ARBITER_RULES", raising=False)
    return folder


@pytest.fixture
def change(packs: Path) -> Callable[[str, str, str], None]:
    """Replace a text in a file of the packs; it must be there exactly once."""

    def replace(file: str, old: str, new: str) -> None:
        text = (packs / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"`{old}` stands {text.count(old)} times in {file}"
        (packs / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace


def shown(diagnostics: list[Diagnostic], files: dict[str, str]) -> str:
    """Diagnostics as a reader sees them."""
    return render_all(diagnostics, lambda name: files.get(name, "").splitlines())
