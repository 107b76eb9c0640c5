"""The pages about diagnostics and the schemas for editors: found in an installed wheel, else in the checkout.

Owns where they are. It writes none: they are made by `docs/generate.py`.
"""

from pathlib import Path

# The schema of what arbiter writes, which no editor needs beside a pack.
LETTER_SCHEMA = "letter.schema.json"


def reference_folder() -> Path:
    """The folder of the pages, one for each code."""
    return _reference("diagnostics")


def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    return tuple(sorted(page.stem for page in reference_folder().glob("ARB[0-9][0-9][0-9].md")))


def page_of(code: str) -> str | None:
    """The page of a code as Markdown; None if there is none."""
    return (reference_folder() / f"{code}.md").read_text(encoding="utf-8") if code in codes() else None


def schemas() -> dict[str, str]:
    """The JSON Schemas of the files of a pack and of a case file, by file name."""
    files = (path for path in _reference("schemas").glob("*.schema.json") if path.name != LETTER_SCHEMA)
    paths = [*files, _reference("case.schema.json")]
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(paths)}


def _reference(name: str) -> Path:
    """A part of the reference: inside an installed wheel, else in the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "_reference" / name
    return installed if installed.exists() else package.parent / "docs" / "reference" / name
