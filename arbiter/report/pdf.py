"""The letter as PDF: set by typst from the letter's data, with our own fonts only, and without asking anyone.

Everything that people wrote reaches typst as data and never as source, so nothing of it can be run. What the fonts
cannot show is written as its number; if typst still finds nothing to show a character with, there is no PDF.
"""

import json
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.core import get_global

from arbiter.report.data import LetterData
from arbiter.report.glyphs import FONTS, shown
from arbiter.report.words import Words

TEMPLATE = Path(__file__).parent / "pages" / "letter.typ"
FIRST_FAMILIES = "Noto Sans", "Noto Sans CJK SC"
# PDF for everyone, readers of screens too. It refuses a character that no font has.
STANDARD: Literal["ua-1"] = "ua-1"
# In these scripts, quotation marks and dashes are as wide as a character.
_WIDE = frozenset({"Hans", "Hant", "Jpan", "Kore"})


class PdfError(Exception):
    """A letter that typst does not set. It says why."""


def to_pdf(letter: LetterData, words: Words, as_of: datetime) -> tuple[bytes, tuple[str, ...]]:
    """The letter as a tagged PDF (PDF/UA-1, A4), dated as the decision, and the characters shown as numbers.

    The same letter gives the same bytes. Raises PdfError.
    """
    import typst

    unshown: set[str] = set()
    seen = _shown(letter.model_dump(mode="json"), unshown)
    page = {
        "letter": seen,
        "fonts": families(str(words.locale)),
        "language": words.locale.language,
        "region": words.locale.territory,
        "gap": words.gap,
        "between": words.listed(("", "")),
        "nothing": words.label("nothing-speaks"),
        "you": words.label("for-you"),
        "unshown": words.label("unshown") if unshown else None,
    }
    try:
        document, warnings = typst.compile_with_warnings(
            TEMPLATE.read_bytes(),
            font_paths=_fonts(),
            sys_inputs={"page": json.dumps(page)},
            pdf_standards=[STANDARD],
            timestamp=int(as_of.timestamp()),
        )
    except typst.TypstError as problem:
        raise PdfError(str(problem)) from problem
    if warnings:
        raise PdfError("; ".join(warning.message for warning in warnings))
    return document, tuple(sorted(unshown))


def families(locale: str) -> list[dict[str, str]]:
    """The families of fonts in the order in which typst looks for a character in them."""
    names = sorted(_fonts().families(), key=lambda name: (name not in FIRST_FAMILIES, name))
    first: dict[str, str] = {"name": names[0]}
    if _script(locale) in _WIDE:
        first["covers"] = "latin-in-cjk"
    return [first, *({"name": name} for name in names[1:])]


def _script(locale: str) -> str | None:
    """The script that a locale is written in."""
    parsed = Locale.parse(locale)
    likely = get_global("likely_subtags").get(parsed.language)
    return parsed.script or (Locale.parse(likely).script if likely else None)


def _shown(value: Any, unshown: set[str]) -> Any:
    """A document of JSON in which every text can be shown."""
    match value:
        case str():
            return shown(value, unshown)
        case dict():
            # What programs read beside the text is not set.
            return {key: _shown(one, unshown) for key, one in value.items() if key not in ("arguments", "nodes")}
        case list():
            return [_shown(one, unshown) for one in value]
    return value


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """Our fonts, and neither the machine's nor typst's own."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
