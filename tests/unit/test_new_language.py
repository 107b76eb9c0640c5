"""A language is words only: one that nobody wrote code for tells everything, and nothing in it is left in English.

The copy of arbiter in a folder gets a made-up language, whose words are the English ones with every letter marked and
whose blanks, commas and colons are signs of its own. What is not marked afterwards, some code has put there.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = "qq"
PACKS = ("common", "parcel", "meal")
# Letters of the same shape that no text of the examples has, and signs that no code would put between words.
MARKED = str.maketrans(
    {chr(97 + at): chr(0x1D5EE + at) for at in range(26)} | {chr(65 + at): chr(0x1D5D4 + at) for at in range(26)}
)
SIGNS = str.maketrans({" ": "␣", ",": "‚", ":": "∶", ".": "｡", "(": "⟨", ")": "⟩", ";": "⁏", "|": "¦"})
# How the language is written is a pattern for Babel, and no words.
KEPT = ("write-locale", "write-day", "write-day-unbroken", "write-money", "write-fonts")
TELL = f"""
import json, sys
from datetime import date
from pathlib import Path
from arbiter import CaseFile, decide, load_policy, report
from arbiter.prose import policy_prose
from arbiter.report.open_doors import audiences
told = {{}}
for folder in sorted(Path("examples").iterdir()):
    if (folder / "case.yaml").is_file():
        case = CaseFile.read(folder)
        policy = load_policy(str(case.policy))
        decision = decide(case, policy)
        for audience in audiences(policy):
            for form in ("md", "html"):
                name = f"{{folder.name}}.{{audience}}.{{form}}"
                told[name] = report(decision, case, policy, audience=audience, language="{LANGUAGE}", form=form)
for pack in ("parcel", "meal"):
    told[pack] = policy_prose(load_policy(pack), "{LANGUAGE}", date(2026, 6, 1))
sys.stdout.buffer.write(json.dumps(told).encode())
"""


class Marking(Transformer):
    """Marks every letter of what is said, but for the patterns that are not words."""

    def visit_Message(self, node: ast.Message) -> Any:
        return node if node.id.name in KEPT else self.generic_visit(node)

    def visit_TextElement(self, node: ast.TextElement) -> Any:
        node.value = node.value.translate(MARKED).translate(SIGNS)
        return node


def marked(source: str) -> str:
    parsed = FluentParser().parse(source)
    Marking().visit(parsed)
    text = FluentSerializer().serialize(parsed)
    # Only English reads the words of the vocabulary as its own; any other language shows them as case files have them.
    return re.sub(r"^(word|word-quoted) = .*$", r"\1 = `{ $id }`", text, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every letter and both policies in the made-up language, from a copy in which only files were added."""
    home = tmp_path_factory.mktemp("copy")
    for name in ("arbiter", "evidence", "rules", "examples"):
        shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
    folders = [home / "arbiter" / "report" / "locales", home / "arbiter" / "prose" / "locales"]
    for folder in (*folders, *(home / "rules" / pack / "texts" for pack in PACKS)):
        english = (folder / "en.ftl").read_text(encoding="utf-8")
        (folder / f"{LANGUAGE}.ftl").write_text(marked(english), encoding="utf-8")
    for pack in PACKS:
        header = home / "rules" / pack / "policy.yaml"
        text = header.read_text(encoding="utf-8")
        header.write_text(re.sub(r"languages: \[.*\]", f"languages: [en, {LANGUAGE}]", text), encoding="utf-8")
    run = subprocess.run([sys.executable, "-c", TELL], cwd=home, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    found: dict[str, str] = json.loads(run.stdout)
    return found


def letters(told: dict[str, str], form: str) -> Iterator[tuple[str, str]]:
    return ((name, text) for name, text in told.items() if name.endswith(f".{form}"))


def test_a_new_language_needs_no_code(told: dict[str, str]) -> None:
    """Six cases, everyone concerned, two forms, and the prose of two policies."""
    assert len(told) == 50
    assert all(len(text) > 2000 for text in told.values())
    assert all('<html lang="en-GB"' in text for _, text in letters(told, "html"))


# What is nobody's language: ids, codes, regions, programs, amounts, exhibits, months of the locale, people's own words.
NO_WORDS = re.compile(
    r"``?[^`]*``?|“[^”]*”|D-[0-9a-f]{16}\.json|C-\d{4}-\d{4}|\b[A-Z]-\d(\.\d)?|E\d+|\b[0-9a-f]{12}\b"
    r"|[\d,.]+\s(?:EUR|CNY)|\bCN\b|⟨(?:buyer|seller)⟩"
    r"|durable\\?_rules [\d.]+|interpreter \d+|Europe/Berlin|\d{1,2}\s[A-Z][a-z]+\s\d{4}|\b0\.1\.0\b"
)


def test_no_word_comes_from_code(told: dict[str, str]) -> None:
    """A word without marks stands in no file of the language."""
    for name, text in letters(told, "md"):
        assert re.findall("[A-Za-z]+", NO_WORDS.sub("", text)) == [], name
    for pack in ("parcel", "meal"):
        assert re.findall("[A-Za-z]+", NO_WORDS.sub("", told[pack])) == [], pack


def test_pages_have_no_words_of_their_own(told: dict[str, str]) -> None:
    for name, html in letters(told, "html"):
        body = re.sub(r"<dd>.*?</dd>|<q.*?</q>|<style>.*?</style>", "", html, flags=re.DOTALL)
        assert re.findall("[A-Za-z]+", NO_WORDS.sub("", re.sub("<[^>]*>", "", body))) == [], name
        labels = re.findall('data-label="([^"]*)"', html)
        assert labels
        assert not any(re.search(r"[A-Za-z:]", label) for label in labels), name


def test_sentences_and_lists_are_put_together_by_the_language(told: dict[str, str]) -> None:
    """Blanks, commas, colons and brackets between words are the language's own; those of Markdown and sums stay."""
    syntax = re.compile(
        r"^(#+ |\s*\* |> )|~~ |[●○]{4} |\|( --- \|)+|^\| (x )?| \| | \|$| [−+×÷] |\(x [−+×÷] x\)", re.MULTILINE
    )
    for name, text in told.items():
        if name.endswith(".html"):
            continue
        plain = syntax.sub("", NO_WORDS.sub("x", text))
        assert re.findall(r".{0,20}[,:;()] ?.{0,20}", re.sub(r"\d\d:\d\d", "", plain)) == [], name
        assert re.findall(r"\S{0,20}[^\S\n]\S{1,20}", plain) == [], name
