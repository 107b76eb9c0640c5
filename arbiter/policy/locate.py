"""Finding policy packs: an explicit path, then `ARBITER_RULES`, then the bundled packs.

The working folder's `rules/` is never taken silently: a decision must not depend on where one happens to stand.
"""

import os
from pathlib import Path

HEADER = "policy.yaml"


def bundled_rules() -> Path:
    """The folder of the packs that come with arbiter: inside an installed wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def rules_folders(beside: Path | None = None) -> tuple[Path, ...]:
    """Where packs are looked for, in order."""
    named = os.environ.get("ARBITER_RULES")
    folders = [beside, Path(named) if named else None, bundled_rules()]
    return tuple(folder for folder in folders if folder is not None)


def find_pack(name: str | Path) -> Path | None:
    """The folder of a pack given by path or by name; None if there is none.

    A bare name, as a case writes it, is a name first: a folder where one happens to stand cannot take its place.
    """
    direct = Path(name)
    named = find_parent(name, None) if isinstance(name, str) else None
    if named is not None:
        return named
    return direct if _is_pack(direct) else None


def is_path(name: str) -> bool:
    """Whether the name of a pack says where it lies: it has a slash."""
    return "/" in name or os.sep in name


def find_parent(name: str, beside: Path | None) -> Path | None:
    """The folder of a pack by its name alone: beside the pack that names it, then where packs are looked for."""
    if name in ("", ".", "..") or Path(name).name != name:
        return None
    return next((folder / name for folder in rules_folders(beside) if _is_pack(folder / name)), None)


def _is_pack(folder: Path) -> bool:
    try:
        return (folder / HEADER).is_file()
    except (OSError, ValueError):
        return False


def packs_in(folder: Path) -> tuple[Path, ...]:
    """The packs in a folder of packs, by name; the folder itself if it is a pack."""
    if (folder / HEADER).is_file():
        return (folder,)
    return tuple(sorted(header.parent for header in folder.glob(f"*/{HEADER}")))
