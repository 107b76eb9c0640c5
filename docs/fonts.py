"""Cuts the fonts that PDF letters are set in, from the originals: `python docs/fonts.py FONTS UNIHAN`.

FONTS is a folder with the original files named in `CUTS` and with `NotoEmoji[wght].ttf`; UNIHAN is a folder with the
Unihan files of Unicode. Needs `fonttools`, which nothing else here does. Why these fonts: docs/adr/0021.
"""

import bz2
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "arbiter" / "report" / "fonts"
SIMPLIFIED_CHINESE = 2  # the place of this font in the collection

# Latin, Greek, Cyrillic and what goes with them: marks, punctuation, currencies, letterlike signs, ligatures.
_EUROPEAN = ((0x20, 0x52F), (0x1E00, 0x2C7F), (0xA640, 0xA69F), (0xFB00, 0xFB06), (0xFE00, 0xFFFD))
# Signs that the Chinese font has and GB 2312 has not: mathematics, arrows, boxes, forms of full width.
_SIGNS = ((0x2000, 0x27BF), (0x3000, 0x33FF), (0xFE30, 0xFFEF))
_EVERYTHING = ((0x20, 0x10FFFF),)
# Without what only other regions, vertical lines or old programs need.
_SHAPING = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]
_CHINESE_SHAPING = ["ccmp"]
_NOT_NEEDED = ["VORG", "vhea", "vmtx", "BASE", "DSIG"]

CUTS = {
    "NotoSans-Regular.ttf": (_EUROPEAN, _SHAPING),
    "NotoSans-Bold.ttf": (_EUROPEAN, _SHAPING),
    "NotoSansHebrew-Regular.ttf": (_EVERYTHING, ["*"]),
    "NotoSansHebrew-Bold.ttf": (_EVERYTHING, ["*"]),
    "NotoSansArabic-Regular.ttf": (_EVERYTHING, ["*"]),
    "NotoSansArabic-Bold.ttf": (_EVERYTHING, ["*"]),
}


def chinese(unihan: Path) -> set[int]:
    """GB 2312 and the Table of General Standard Chinese Characters, which has what names are written with."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found |= {ord(char) for char in bytes((row, cell)).decode("gb2312", "ignore")}
    for file in unihan.glob("Unihan_*.bz2"):
        lines = bz2.decompress(file.read_bytes()).decode("utf-8").splitlines()
        listed = (line.split("\t")[0] for line in lines if "\tkTGH\t" in line)
        found |= {int(name.removeprefix("U+"), 16) for name in listed}
    return found


def cut(font: TTFont, target: Path, chars: Iterable[int], features: list[str]) -> None:
    """Write a font with these characters only. The same input gives the same bytes."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.drop_tables += _NOT_NEEDED
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=chars)
    cutter.subset(font)
    font.save(target)


def main(fonts: Path, unihan: Path) -> None:
    """Cut every font anew."""
    for name, (ranges, features) in CUTS.items():
        font = TTFont(fonts / name, recalcTimestamp=False)
        covered = font.getBestCmap()
        cut(font, TARGET / name, [c for c in covered if any(a <= c <= b for a, b in ranges)], features)
    wanted = chinese(unihan)
    for weight in ("Regular", "Bold"):
        source = fonts / f"NotoSansCJK-{weight}.ttc"
        font = TTFont(source, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
        signs = {c for c in font.getBestCmap() if any(a <= c <= b for a, b in _SIGNS)}
        cut(font, TARGET / f"NotoSansCJKsc-{weight}.otf", wanted | signs, _CHINESE_SHAPING)
    emoji = TTFont(fonts / "NotoEmoji[wght].ttf", recalcTimestamp=False)
    emoji = instancer.instantiateVariableFont(emoji, {"wght": 400})
    cut(emoji, TARGET / "NotoEmoji-Regular.ttf", list(emoji.getBestCmap()), ["*"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
