"""Attachments of a case: which may be read, and their sha256.

Owns the rule that nothing outside the case's folder is ever opened, by name or through a link.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

MAX_ATTACHMENT = 25_000_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Attachment:
    """What was found: a sha256, or the code and the reason why not."""

    sha256: str | None
    code: str | None = None
    reason: str = ""


def leaves_folder(folder: Path | None, file: str) -> bool:
    """Whether a name points outside the folder: absolute, upwards, or through a link."""
    windows = PureWindowsPath(file)
    if PurePosixPath(file).is_absolute() or windows.drive or windows.root or ".." in windows.parts:
        return True
    if folder is None:
        return False
    try:
        return not (folder / file).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return False
    except RuntimeError:
        return True


def read_attachment(folder: Path, file: str) -> Attachment:
    """The sha256 of an attachment that does not leave the folder, read piece by piece."""
    try:
        path = (folder / file).resolve(strict=True)
        if not path.is_file():
            return Attachment(None, "ARB427", f"there is no file `{file}`")
        digest = hashlib.sha256()
        size = 0
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                size += len(piece)
                if size > MAX_ATTACHMENT:
                    limit = MAX_ATTACHMENT // 1_000_000
                    return Attachment(None, "ARB429", f"the file `{file}` is larger than {limit} MB")
                digest.update(piece)
    except (OSError, ValueError, RuntimeError):
        return Attachment(None, "ARB427", f"the file `{file}` cannot be read")
    return Attachment(digest.hexdigest())
