"""Writing what a command was asked to write, whole or not at all."""

from errno import EISDIR
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, as it is. Makes the folder; raises OSError."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes. Makes the folder; raises OSError."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "is a folder, not a file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
