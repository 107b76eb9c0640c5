"""The pages about diagnostics: found in an installed wheel, else in the checkout.

Owns where they are. It writes none: they are made from the list of diagnostics by `docs/generate.py`.
"""

from pathlib import Path


def reference_folder() -> Path:
    """The folder of the pages, one for each code."""
    package = Path(__file__).resolve().parent
    installed = package / "_reference" / "diagnostics"
    return installed if installed.is_dir() else package.parent / "docs" / "reference" / "diagnostics"


def codes() -> tuple[str, ...]:
    """Every code that has a page, in order."""
    return tuple(sorted(page.stem for page in reference_folder().glob("ARB[0-9][0-9][0-9].md")))


def page_of(code: str) -> str | None:
    """The page of a code as Markdown; None if there is none."""
    return (reference_folder() / f"{code}.md").read_text(encoding="utf-8") if code in codes() else None
