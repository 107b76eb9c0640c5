"""What the fonts of PDF letters can show. What they cannot is written as its number, never as an empty box.

Owns the folder of fonts. A language whose letters need other characters needs another file in it, and no code.
"""

import struct
from functools import lru_cache
from pathlib import Path
from re import compile as pattern
from unicodedata import category

FONTS = Path(__file__).parent / "fonts"

# A character with what is set together with it: marks, and what a joiner adds.
_CLUSTER = pattern(r"(?s).(?:[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff\U0001f3fb-\U0001f3ff]|\u200d.)*")
_SELECTORS = pattern("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BLANKS = pattern("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
# Signs without a shape of their own that order or join others.
_ORDERING = frozenset("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SEGMENT_TABLES = (4, 12)


def shown(text: str, unshown: set[str]) -> str:
    """The text in one line, with the number of every character that no font has; these are added to `unshown`.

    Signs that only choose among forms of a character are left out, and so is what has no shape at all.
    """
    if text.isascii() and text.isprintable():
        return text
    line = _BLANKS.sub(" ", _SELECTORS.sub("", text))
    return "".join(_cluster(found[0], unshown) for found in _CLUSTER.finditer(line))


def number_of(character: str) -> str:
    """A character by its number in Unicode."""
    return f"[U+{ord(character):04X}]"


def _cluster(cluster: str, unshown: set[str]) -> str:
    kept = [char for char in cluster if char in _ORDERING or category(char) not in ("Cf", "Cc")]
    shapes = {ord(char) for char in kept} - {ord(char) for char in _ORDERING}
    if any(shapes <= font for font in coverages()):
        return "".join(kept)
    # What is there alone but not together with the rest: the first is shown, the rest are numbers.
    alone = {char for char in kept if char in _ORDERING or any(ord(char) in font for font in coverages())}
    lost = set(kept) - alone or set(kept[1:]) - _ORDERING
    unshown |= lost
    return "".join(number_of(char) if char in lost else char for char in kept)


@lru_cache(maxsize=1)
def coverages() -> tuple[frozenset[int], ...]:
    """The characters of each font file, in the order of their names."""
    return tuple(_characters(path.read_bytes()) for path in font_files())


def font_files() -> tuple[Path, ...]:
    """The fonts of PDF letters, in the order of their names."""
    return tuple(sorted(path for path in FONTS.iterdir() if path.suffix in (".otf", ".ttf")))


def _characters(font: bytes) -> frozenset[int]:
    """The characters that a font has, from its `cmap` table (OpenType 1.9)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    count = struct.unpack_from(">H", font, start + 2)[0]
    found: set[int] = set()
    for index in range(count):
        at = start + struct.unpack_from(">HHI", font, start + 4 + 8 * index)[2]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind in _SEGMENT_TABLES:
            found |= _segments(font, at) if kind == _SEGMENT_TABLES[0] else _groups(font, at)
    return frozenset(found - {0xFFFF})


def _segments(font: bytes, at: int) -> set[int]:
    """Format 4: segments of characters up to U+FFFF. A cut font has no segment with holes."""
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, at + 14)
    starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    return {char for first, last in zip(starts, ends, strict=True) for char in range(first, last + 1)}


def _groups(font: bytes, at: int) -> set[int]:
    """Format 12: groups of characters of any number."""
    count = struct.unpack_from(">I", font, at + 12)[0]
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * index) for index in range(count))
    return {char for first, last, _ in groups for char in range(first, last + 1)}
