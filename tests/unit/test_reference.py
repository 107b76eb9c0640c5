"""Every example of the language's reference is run: packs load, cases come out as shown, mistakes are told as shown.

An example names its file behind the language of its block, `yaml signals.yaml`. It is a part of that file of the tools
pack: what it names takes the place of what is there. Examples under one heading belong together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.console import Console

from arbiter.cli.verdict_view import verdict_panel
from arbiter.decide import decide_claims
from arbiter.loading import check_policy
from arbiter.policy.load import read_policy
from arbiter.policy.parse.reader import Keys
from evidence import CaseFile, Diagnostic, read_case, render
from tests.properties.packs import pack as generated

ROOT = Path(__file__).resolve().parents[2]
LANGUAGE = ROOT / "docs" / "reference" / "language"
PACK, CASE = LANGUAGE / "tools", LANGUAGE / "tools-case.yaml"
PAGES = sorted(LANGUAGE.glob("*.md"))
GENERATED = ("built-in-kinds.md", "worked-pack.md")
BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KEYS = re.compile(r"<!-- keys: (.+?) -->\n(\|.*?)\n\n", re.DOTALL)
WHOLE = ("question:", "claim:", "policy:", "case:")
UNUSED = ("ARB324", "ARB325", "ARB326", "ARB327", "ARB328", "ARB329")
ROW = re.compile(r"^\| ((?:`[^`]+`(?:, )?)+) \|", re.MULTILINE)


@dataclass(slots=True)
class Example:
    """What stands under one heading of a page."""

    page: str
    heading: str
    files: dict[str, str] = field(default_factory=dict)
    case: str | None = None
    outcomes: list[str] = field(default_factory=list)
    diagnostic: str | None = None

    def __str__(self) -> str:
        return f"{self.page}: {self.heading}"


def examples() -> Iterator[Example]:
    for page in PAGES:
        if page.name in GENERATED:
            continue
        for part in re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
            yield from _examples(page.name, part)


def _examples(page: str, part: str) -> Iterator[Example]:
    """The examples of one part: a file that is shown twice, or a case after an outcome, begins another."""
    current = Example(page, part.partition("\n")[0])
    for language, info, text in BLOCK.findall(part):
        name, _, mark = info.partition(" ")
        if language == "text":
            if name == "outcome":
                current.outcomes.append(text)
            elif name == "diagnostic":
                current.diagnostic = text
            continue
        if not name:
            continue
        if name == "case.yaml" and current.case is not None and current.outcomes:
            yield current
            current = Example(page, current.heading, current.files)
        elif name in current.files or (current.outcomes and name != "case.yaml"):
            yield current
            current = Example(page, current.heading)
        if name == "case.yaml":
            current.case = text
        else:
            current.files[name] = text
        assert mark in ("", "wrong"), info
    if current.files or current.case or current.outcomes:
        yield current


EXAMPLES = list(examples())


def chunks(text: str, name: str) -> dict[str, str]:
    """The entries of a file at its left margin, each with all that belongs to it."""
    found: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        begins = re.match(r"[A-Za-z][\w.]*(?= *[:=])", line)
        key = begins[0] if begins else key
        found[key] = found.get(key, "") + line
    assert len(found) or not text, name
    return found


def assembled(example: Example, folder: Path) -> Path:
    """The tools pack with the files of an example in it."""
    pack = folder / "tools"
    for path in (path for path in PACK.rglob("*") if path.is_file()):
        target = pack / path.relative_to(PACK)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    for name, text in example.files.items():
        target = pack / name
        target.parent.mkdir(parents=True, exist_ok=True)
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        whole = text.startswith(WHOLE) or target.suffix == ".csv" or ("texts" not in name and not before)
        if target.suffix == ".md":
            target.write_text(f"{before}\n{text}", "utf-8")
            continue
        target.write_text(text if whole else "".join((chunks(before, name) | chunks(text, name)).values()), "utf-8")
    _add_clauses(pack, "".join(example.files.values()))
    _add_sentences(pack)
    return pack


def _add_clauses(pack: Path, written: str) -> None:
    """The clauses that an example cites and the manual of the tools pack does not have."""
    manual = pack / "manual.md"
    text = manual.read_text(encoding="utf-8")
    cited = dict.fromkeys(re.findall(r"T-[0-9.]+[0-9]", written))
    manual.write_text(text + "".join(f"\n## {one}\n" for one in cited if f"## {one}\n" not in text), "utf-8")


def _add_sentences(pack: Path) -> None:
    """The sentences that an example leaves out; what is missing is known by the check that looks for them."""
    texts = pack / "texts" / "en.ftl"
    for _ in range(3):
        _, found, _ = read_policy(pack)
        missing = [re.findall(r"`([^`]+)`", one.message)[0] for one in found if one.code == "ARB321"]
        parts = chunks(texts.read_text(encoding="utf-8"), "texts")
        for name in missing:
            message, _, attribute = name.partition(".")
            parts.setdefault(message, f"{message} = The sentence of {message}.\n")
            if attribute:
                parts[message] = parts[message].rstrip("\n") + f"\n    .{attribute} = The sentence of {attribute}.\n"
        texts.write_text("".join(parts.values()), "utf-8")


def case_of(example: Example, folder: Path) -> CaseFile:
    return CaseFile.from_data(case_data(example.case))


def case_data(text: str | None) -> dict[str, Any]:
    """The worked case with what an example puts in place of its parts; records by their ids."""
    data: dict[str, Any] = yaml.load(CASE.read_text(encoding="utf-8"), yaml.BaseLoader)
    if text is None:
        return data
    own: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    if text.startswith("case:"):
        return own
    records = {record["id"]: record for record in (*data["records"], *own.get("records", ()))}
    return {**data, **own, "records": list(records.values())}


def outcome(decision: Any, policy: Any) -> str:
    """What `arbiter decide` prints, without the box."""
    console = Console(width=200, file=StringIO(), record=True)
    console.print(verdict_panel(decision, policy, {}))
    lines = [line.strip("│╭╮╰╯─ \n") for line in console.export_text().splitlines()]
    return "\n".join(line for line in lines if line)


def told(diagnostics: list[Diagnostic], files: dict[str, str]) -> str:
    return "\n".join(render(one, lambda name: files.get(name, "").splitlines()) for one in diagnostics)


def of_the_example(diagnostics: list[Diagnostic], example: Example) -> list[Diagnostic]:
    """What is told about an example, and not about what it leaves unused of the tools pack."""
    written = "".join(example.files.values())

    def left(one: Diagnostic) -> bool:
        return one.code in UNUSED and all(name not in written for name in re.findall(r"`([^`]+)`", one.message))

    return [one for one in diagnostics if not left(one)]


def squeezed(line: str) -> str:
    return " ".join(line.split())


def test_there_are_examples_of_every_construct() -> None:
    """A reference without examples would pass every other test."""
    pages = {example.page for example in EXAMPLES}
    silent = {"index.md", "checks.md", *GENERATED}
    assert {page.name for page in PAGES} - silent <= pages
    assert len(EXAMPLES) >= 40
    assert sum(bool(example.outcomes) for example in EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_does_what_its_page_says(example: Example, tmp_path: Path) -> None:
    pack = assembled(example, tmp_path)
    policy, diagnostics, files = check_policy(pack)
    if example.diagnostic is not None:
        if example.case is not None:
            (tmp_path / "case.yaml").write_text(example.case, "utf-8")
            case, diagnostics = read_case(tmp_path / "case.yaml")
            assert case is None
        else:
            assert policy is None
        assert [one.severity for one in diagnostics] == ["error"], told(diagnostics, files)
        shown = [squeezed(line) for line in told(diagnostics, files).splitlines()]
        for line in example.diagnostic.splitlines():
            assert any(squeezed(line) in one for one in shown), "\n".join(shown)
        return
    assert policy is not None, told(diagnostics, files)
    diagnostics = of_the_example(diagnostics, example)
    assert diagnostics == [], told(diagnostics, files)
    decisions = decide_claims(case_of(example, tmp_path), policy)
    assert all(decision.verdict for decision in decisions), "every pack of a page can decide"
    if example.outcomes:
        shown = [squeezed(line) for decision in decisions for line in outcome(decision, policy).splitlines()]
        for line in "".join(example.outcomes).splitlines():
            assert squeezed(line) in shown, "\n".join(shown)


def test_the_worked_pack_and_case_are_sound(tmp_path: Path) -> None:
    policy, diagnostics, _ = check_policy(PACK)
    assert policy is not None
    assert diagnostics == []
    (decision,) = decide_claims(CaseFile.read(CASE), policy)
    assert decision.status == "final"


def construct(what: str) -> str:
    """What kind of thing a map is that the loader reads, without the names of what it holds."""
    first, of, _ = what.partition(" of ")
    return (
        f"{first} of" if of else what if what == "an `only_counts` rule" else re.sub(r"^([\w ]+) `[^`]*`$", r"\1", what)
    )


def known_keys(monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, set[str]]:
    """Every key that the loader asks for, by construct, over packs that use all of the language."""
    asked: dict[str, set[str]] = {}
    first, get = Keys.__init__, Keys.get

    def opened(self: Any, scope: Any, node: Any, what: str) -> None:
        first(self, scope, node, what)
        self_of[id(self)] = construct(what)
        kept.append(self)

    def recorded(self: Any, key: str) -> Any:
        asked.setdefault(self_of[id(self)], set()).add(key)
        return get(self, key)

    self_of: dict[int, str] = {}
    kept: list[Any] = []
    with monkeypatch.context() as patched:
        patched.setattr(Keys, "__init__", opened)
        patched.setattr(Keys, "get", recorded)
        for number, example in enumerate(EXAMPLES):
            assembled(example, folder / f"example-{number}")
        for seed in range(10):
            for name, text in generated(seed).items():
                path = folder / f"seed-{seed}" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
            read_policy(folder / f"seed-{seed}" / "p")
    return asked


def documented_keys() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for page in PAGES:
        for what, table in KEYS.findall(page.read_text(encoding="utf-8")):
            assert what not in found, f"the keys of {what} stand in two tables"
            found[what] = {key for cell in ROW.findall(table) for key in re.findall(r"`([^`]+)`", cell)}
    return found


def test_every_key_that_the_loader_knows_is_documented_and_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A key that the loader learns is in the reference, and one that it forgets is not."""
    known, documented = known_keys(monkeypatch, tmp_path), documented_keys()
    documented["parameter"].discard("from …")  # any period
    answers = {"by_hirer", "by_wear", "by_rain", "packing", "handling", "use"}  # an answer of a question's own is a key
    known["an `only_counts` rule"] -= answers
    assert documented == known


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_index_has_a_line_for_every_page() -> None:
    index = (LANGUAGE / "index.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.name != "index.md" and f"]({page.name})" not in index] == []
