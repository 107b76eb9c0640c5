"""A letter as PDF: the same for everyone who asks again, whole on its pages, and never run."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from ctypes import c_int
from functools import cache
from itertools import combinations
from typing import Any

import pypdfium2
import pytest
import typst

from arbiter import CaseFile, Decision, Policy, ReportError, report
from arbiter.report import open_doors
from arbiter.report.glyphs import FONTS, coverages, font_files, number_of, shown
from arbiter.report.pdf import families
from evidence import Diagnostic
from tests.unit.hostile import HOSTILE, hostile

Example = Callable[[int], tuple[CaseFile, Policy, Decision]]
POINTS_A_MM = 72 / 25.4
MARGIN = 23 * POINTS_A_MM
A4 = (210 * POINTS_A_MM, 297 * POINTS_A_MM)


def letter(example: Example, number: int, audience: str, language: str = "en") -> bytes:
    case, policy, decision = example(number)
    return report(decision, case, policy, audience=audience, language=language, form="pdf")


@cache
def hostile_letter(example: Example, name: str, language: str) -> bytes:
    case, policy, decision = hostile(example, HOSTILE[name])
    return report(decision, case, policy, audience="agent", language=language, form="pdf")


def text_of(pdf: bytes) -> str:
    """What a reader of screens gets, line breaks and all."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def bare(text: str) -> str:
    """Text without blanks and without signs that nobody sees."""
    return "".join(char for char in text if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc", "Mn"))


def test_pages_are_numbered_and_a4(example: Example) -> None:
    document = pypdfium2.PdfDocument(letter(example, 3, "seller"))
    assert len(document) == 3
    for number, page in enumerate(document, start=1):
        assert page.get_size() == pytest.approx(A4, abs=0.1)
        assert f"{number} / 3" in page.get_textpage().get_text_range()


def test_who_pays_stands_first(example: Example) -> None:
    """The first page opens with the outcome, and its sentences are the letter's."""
    case, policy, decision = example(3)
    text = text_of(letter(example, 3, "seller"))
    assert text.index("The carrier pays 80.00") < text.index("What this means for you") < text.index("All the evidence")
    markdown = report(decision, case, policy, audience="seller", form="md").replace("\\", "")
    for line in markdown.splitlines():
        if line and line[0].isalpha():
            assert bare(line) in bare(text), line


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_letter_has_the_same_bytes(example: Example, language: str) -> None:
    """Anyone may ask for the letter again and gets the one that was sent, from another process, too."""
    code = (
        "import sys; from arbiter import CaseFile, decide, load_policy, report; "
        "case = CaseFile.read('examples/3-scanned-elsewhere'); policy = load_policy('rules/parcel'); "
        f"letter = report(decide(case, policy), case, policy, audience='buyer', language='{language}', form='pdf'); "
        "sys.stdout.buffer.write(letter)"
    )
    here = letter(example, 3, "buyer", language)
    root = FONTS.parents[2]
    command, variables = [sys.executable, "-c", code], {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    elsewhere = subprocess.run(command, cwd=root, env=variables, capture_output=True, check=True).stdout
    assert here == letter(example, 3, "buyer", language)
    assert here == elsewhere


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("ru", "ru-RU"), ("zh", "zh-CN")])
def test_readers_of_screens_are_served(example: Example, language: str, tag: str) -> None:
    """Title, language and tags are there, and the file says that it keeps the standard for them (PDF/UA-1)."""
    pdf = letter(example, 3, "buyer", language)
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_dict()["Title"] in text_of(pdf).replace("\r\n", " ")
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    assert f"/Lang({tag})".encode() in pdf.replace(b" ", b"")
    assert b"pdfuaid:part>1<" in pdf
    assert b"2026-03-21" in pdf, "it is dated as the decision"


def test_citations_lead_to_the_evidence(example: Example) -> None:
    """A number like E5 under a question is a link to its row in the table, and nothing links out of the file."""
    pdf = letter(example, 3, "seller")
    document = pypdfium2.PdfDocument(pdf)
    leading = 0
    for page in document:
        place, link = c_int(0), pypdfium2.raw.FPDF_LINK()
        while pypdfium2.raw.FPDFLink_Enumerate(page, place, link):
            leading += (
                pypdfium2.raw.FPDFDest_GetDestPageIndex(document, pypdfium2.raw.FPDFLink_GetDest(document, link)) == 1
            )
    assert leading == 6, "five pieces of evidence, one of them with two records, lead to page 2"
    assert b"/URI" not in pdf


# What people write


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_write_is_shown_and_not_run(example: Example, name: str, language: str) -> None:
    """Every character is on the page as text; were any of it run, it would be missing or typst would have stopped."""
    text = bare(text_of(hostile_letter(example, name, language)))
    wanted = bare(shown(HOSTILE[name], set()))
    if name in ("rtl", "emoji", "long", "wide"):
        # It goes on over pages, or programs give it back in another order: five times, in names and in quotes.
        assert {char: text.count(char) >= 5 * wanted.count(char) for char in set(wanted)} == dict.fromkeys(wanted, True)
    else:
        assert text.count(wanted) == 5
    assert "root:" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_stands_outside_its_place(example: Example, name: str, language: str) -> None:
    """A word of 10,000 characters breaks over lines: it leaves neither the page's margins nor its column."""
    for page in pypdfium2.PdfDocument(hostile_letter(example, name, language)):
        found = boxes(page.get_textpage())
        assert len(found) > 10
        for left, bottom, right, top in found:
            assert left >= MARGIN - 1, name
            assert right <= A4[0] - MARGIN + 1, name
            assert bottom >= 10 * POINTS_A_MM, name
            assert top <= A4[1] - 8 * POINTS_A_MM, name
        crossing = [pair for pair in combinations(found, 2) if cross(*pair)]
        assert crossing == [], name


def cross(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two places overlap by more than the tail of a letter."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 3 and high > 3


def boxes(textpage: Any) -> list[tuple[float, float, float, float]]:
    """The places of the visible characters of a page: left, bottom, right, top."""
    found = (textpage.get_rect(index) for index in range(textpage.count_rects()))
    return [box for box in found if box[2] > box[0]]


# Fonts


def test_only_our_fonts_are_used() -> None:
    """Neither the machine's fonts nor typst's own: a letter must look and be the same everywhere."""
    names = {family["name"] for family in families("en_GB")}
    assert names == {"Noto Sans", "Noto Sans CJK SC", "Noto Emoji", "Noto Sans Arabic", "Noto Sans Hebrew"}
    assert families("zh_CN")[0]["covers"] == "latin-in-cjk", "quotation marks are as wide as Chinese writes them"
    assert "covers" not in families("ru_RU")[0]


def test_the_fonts_have_what_we_think_they_have() -> None:
    """typst, which refuses what it cannot show, sets every character that we read from the fonts."""
    for file, covered in zip(font_files(), coverages(), strict=True):
        assert len(covered) > 100, file
    chars = sorted(frozenset().union(*coverages()))
    visible = [chr(char) for char in chars if unicodedata.category(chr(char))[0] not in "CMZ"]
    source = '#set document(title: "x")\n#set text(lang: "en", font: json(bytes(sys.inputs.fonts)))\n'
    source += "#for line in json(bytes(sys.inputs.lines)) { par(line) }"
    lines = [" ".join(visible[start : start + 60]) for start in range(0, len(visible), 60)]
    inputs = {"fonts": json.dumps([one["name"] for one in families("en_GB")]), "lines": json.dumps(lines)}
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    assert typst.compile(source.encode(), font_paths=fonts, sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0)
    assert len(visible) > 12_000


def test_the_fonts_have_the_characters_they_are_cut_for() -> None:
    """GB 2312 whole, names beyond it, Russian, and the languages of Europe."""
    rows = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    chinese = {char for pair in rows for char in pair.decode("gb2312", "ignore")}
    assert len(chinese) == 7445
    wanted = (
        chinese
        | set("喆玥堃镕珺犇")
        | {chr(char) for char in (*range(0x400, 0x500), *range(0xA0, 0x180), 0x20BD, 0x2212)}
    )
    covered = frozenset().union(*coverages())
    assert {char for char in wanted if ord(char) not in covered} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ина", "Ина"),
        ("a\nb\u2028c", "a b c"),
        ("❤️", "❤"),
        ("👩‍💻", "👩‍💻"),
        ("한국", "[U+D55C][U+AD6D]"),
        ("𠮷野家", "[U+20BB7]野家"),
        ("e\u20d7", "e[U+20D7]"),
        ("x\u0000\u00ady", "xy"),
        ("שלום", "שלום"),
    ],
)
def test_what_a_font_lacks_is_a_number(text: str, expected: str) -> None:
    """A number can be looked up; an empty box cannot."""
    unshown: set[str] = set()
    assert shown(text, unshown) == expected
    assert all(number_of(char) in expected for char in unshown)


def test_a_character_without_a_font_is_named(example: Example) -> None:
    """Whoever sends the letter is warned, and whoever reads it is told what the number means."""
    case, policy, decision = hostile(example, "𠮷野家")
    told: list[Diagnostic] = []
    text = text_of(report(decision, case, policy, audience="buyer", language="zh", form="pdf", warn=told.append))
    assert "[U+20BB7]野家" in text
    assert "Unicode" in text, "the note at the end"
    assert [(one.code, one.severity) for one in told] == [("ARB548", "warning")]
    assert "`𠮷` (U+20BB7)" in told[0].message
    told.clear()
    assert "𠮷野家" in report(decision, case, policy, audience="buyer", language="zh", warn=told.append)
    assert told == []
    assert "Unicode" not in text_of(letter(example, 3, "buyer", "zh"))


def test_a_warning_stays_short(example: Example) -> None:
    """A message in a script without a font would else fill the screen."""
    case, policy, decision = hostile(example, "".join(chr(0xAC00 + number) for number in range(300)))
    told: list[Diagnostic] = []
    report(decision, case, policy, audience="buyer", form="pdf", warn=told.append)
    assert told[0].message.endswith("`갉` (U+AC09) and 290 more")


# What can be missing


def test_without_typst_the_cure_is_named(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else works without it, so it is an extra."""
    case, policy, decision = example(3)
    monkeypatch.setattr(open_doors, "find_spec", lambda name: None)
    with pytest.raises(ReportError, match="ARB546") as refused:
        report(decision, case, policy, audience="buyer", form="pdf")
    assert "pip install 'dispute-arbiter[pdf]'" in str(refused.value.diagnostics[0].help)
    assert report(decision, case, policy, audience="buyer", form="json")


def test_a_letter_that_cannot_be_set_is_refused(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """typst refuses rather than leave an empty box: were a character missed, there would be no letter, and a code."""
    from arbiter.report import pdf

    case, policy, decision = hostile(example, "한국")
    monkeypatch.setattr(pdf, "shown", lambda text, unshown: text)
    with pytest.raises(ReportError, match="ARB547"):
        report(decision, case, policy, audience="buyer", form="pdf")
