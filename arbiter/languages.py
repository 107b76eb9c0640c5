"""Which languages there are: those that the letters have a frame in.

Owns nothing but that list, and must hold no words. A language is added by its files, never here.
"""

from pathlib import Path

LETTER_FRAMES = Path(__file__).parent / "report" / "locales"
LANGUAGES = tuple(sorted(path.stem for path in LETTER_FRAMES.glob("*.ftl")))
