"""The page of each diagnostic: its row of the list, and what authors of policies wrote when they met it.

Owns the form of a page. Meaning and cure stand in `reference/diagnostics.md` alone; examples are the fixtures in
`tests/policy/broken` and, of warnings, in `tests/policy/warned`, so that they cannot be wrong.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "reference" / "diagnostics.md"
FOLDER = ROOT / "docs" / "reference" / "diagnostics"
FIXTURES = ROOT / "tests" / "policy"
EXAMPLES = 4
LINES = 16

_ROW = re.compile(r"^\| \[(ARB\d{3})\]\(diagnostics/\1\.md\) \| (.+) \| (.+) \|$", re.MULTILINE)


def pages() -> dict[Path, str]:
    """Every page with its content."""
    parts = re.split(r"^## ", LIST.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {}
    for part in parts:
        heading = part.partition("\n")[0]
        for code, meaning, cure in _ROW.findall(part):
            found[FOLDER / f"{code}.md"] = _page(code, heading, _plain(meaning), _plain(cure))
    return found


def _plain(cell: str) -> str:
    """A cell of a table as running text."""
    return cell.replace("\\|", "|")


def _page(code: str, heading: str, meaning: str, cure: str) -> str:
    lines = [f"# {code}", "", meaning, "", f"**What to do:** {cure}", ""]
    for fixture in sorted(FIXTURES.glob(f"[bw]*/{code}-*"))[:EXAMPLES]:
        lines += _example(fixture)
    lines += [f"One of the diagnostics about *{heading[0].lower()}{heading[1:]}*; [all of them](../diagnostics.md)."]
    return "\n".join(lines) + "\n"


def _example(fixture: Path) -> Iterator[str]:
    yield f"## Example: {fixture.name[7:].replace('-', ' ')}"
    yield ""
    for file, text in _written(yaml.safe_load((fixture / "change.yaml").read_text(encoding="utf-8"))):
        yield f"In `{file}` stands:"
        yield ""
        yield from _block("ftl" if file.endswith(".ftl") else "yaml", text)
        yield ""
    yield "The reader sees:"
    yield ""
    yield from _block("text", (fixture / "expected.txt").read_text(encoding="utf-8").rstrip("\n"))
    yield ""


def _written(change: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a fixture writes in place of what is good: whole lines, by file."""
    for file, edits in change.get("edit", {}).items():
        good = (FIXTURES / "good" / file).read_text(encoding="utf-8")
        for old, new in edits.items():
            at = good.index(old)
            start, end = good.rfind("\n", 0, at) + 1, good.find("\n", at + len(old.rstrip("\n")))
            yield file, (good[start:at] + new + good[at + len(old) : max(end, at + len(old))]).rstrip("\n")
    for file, text in change.get("write", {}).items():
        if text.strip():
            yield file, text.rstrip("\n")


def _block(language: str, text: str) -> list[str]:
    lines = text.split("\n")
    shown = [line[:200] for line in lines[:LINES]] + (["…"] if len(lines) > LINES else [])
    fence = "````" if "```" in text else "```"
    return [f"{fence}{language}", *shown, fence]
