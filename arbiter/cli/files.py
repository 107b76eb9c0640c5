"""Writing what a command was asked to write, whole or not at all."""

from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, as it is. Makes the folder; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_bytes(text.encode("utf-8"))
    part.replace(path)
