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


def find_pack(name: str | Path, beside: Path | None = None) -> Path | None:
    """The folder of a pack given by path or by name; None if there is none."""
    direct = Path(name)
    if (direct / HEADER).is_file():
        return direct
    if direct.name != str(name):
        return None
    for folder in rules_folders(beside):
        if (folder / direct / HEADER).is_file():
            return folder / direct
    return None


def packs_in(folder: Path) -> tuple[Path, ...]:
    """The packs in a folder of packs, by name; the folder itself if it is a pack."""
    if (folder / HEADER).is_file():
        return (folder,)
    return tuple(sorted(header.parent for header in folder.glob(f"*/{HEADER}")))
