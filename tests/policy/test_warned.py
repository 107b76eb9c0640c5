"""Every warning of the loader, on a pack that can be used all the same; fixtures are made like those of `broken/`."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from arbiter.loading import check_policy
from tests.policy.conftest import shown
from tests.policy.test_broken import ROOT, WARNED, broken_pack, check_voice


@pytest.mark.parametrize("folder", WARNED, ids=lambda folder: folder.name)
def test_a_warning_is_told_and_the_pack_loads(
    folder: Path, packs: Path, change: Callable[[str, str, str], None]
) -> None:
    policy, diagnostics, files = check_policy(broken_pack(folder, packs, change))
    text = shown(diagnostics, files).replace(str(ROOT), "<arbiter>").replace(str(packs), "<packs>") + "\n"
    expected = folder / "expected.txt"
    if os.environ.get("ARBITER_UPDATE") == "1":
        expected.write_text(text, encoding="utf-8")
    assert policy is not None
    assert {(one.code, one.severity) for one in diagnostics} == {(folder.name[:6], "warning")}
    for diagnostic in diagnostics:
        check_voice(diagnostic)
    assert text == expected.read_text(encoding="utf-8")


def test_a_fault_hides_what_it_leaves_unused(packs: Path, change: Callable[[str, str, str], None]) -> None:
    """A misspelt name leaves the meant one unused: one fault, told once."""
    change("shop/questions/sent.yaml", "all: [receipt]", "all: [reciept]")
    _, diagnostics, _ = check_policy("shop")
    assert [one.code for one in diagnostics] == ["ARB301"]


def test_a_parents_parts_are_meant_for_its_children(packs: Path) -> None:
    """Neither the parent, which decides no claim, nor the child is told that it leaves them unused."""
    with (packs / "base" / "parameters.yaml").open("a", encoding="utf-8") as file:
        file.write("spare_days: {unit: d, clause: B-9, from 2020-01-01: 5}\n")
    with (packs / "base" / "texts" / "en.ftl").open("a", encoding="utf-8") as file:
        file.write("\nspare = Something for children.\n")
    for pack in ("base", "shop"):
        assert check_policy(pack)[1] == []


def test_what_is_own_does_not_depend_on_where_one_stands(
    packs: Path, change: Callable[[str, str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change("shop/parameters.yaml", "far_from: {", "near_to: {unit: m, clause: S-1, from 2026-01-01: 20}\nfar_from: {")
    monkeypatch.chdir(packs / "shop")
    for place in (".", "../shop", packs / "shop"):
        assert [one.code for one in check_policy(place)[1]] == ["ARB325"]


MANUAL = """# The rules of the shop

## S-1 How far is far
## S-2. What is large
### S-3
# S-4: Who must show that it arrived
## S-5 What is owed
## S-6 Praise
## S-7 When a person decides
## S-8 What is promised

## S-10 A group of its own
Running text that names S-99 is no clause, and neither is an example:

```
## S-98 Example
```
"""


def test_a_manual_and_rules_that_fit(packs: Path, change: Callable[[str, str, str], None]) -> None:
    """A heading that only groups needs no rule; a parent's clauses are no fault of the child."""
    (packs / "shop" / "manual.md").write_text(MANUAL + "### S-10.1 Small things\n", encoding="utf-8")
    change("shop/claims/missing.yaml", "clause: S-8", 'clause: "S-8, S-10.1"')
    assert check_policy("shop")[1] == []


def test_a_signal_may_set_aside_one_side_and_carry_the_other(packs: Path) -> None:
    """`far_away` defeats the scan and argues that nothing arrived: that is one side."""
    assert check_policy("shop")[1] == []


def test_a_parents_clause_may_be_cited(packs: Path, change: Callable[[str, str, str], None]) -> None:
    """The manual of the pack does not say it, so it is the parent's; and a parameter may be defined in its place."""
    (packs / "shop" / "manual.md").write_text(MANUAL.replace("### S-3\n", "") + "## B-2 How long\n", encoding="utf-8")
    with (packs / "shop" / "parameters.yaml").open("a", encoding="utf-8") as file:
        file.write("reply_days: {unit: d, clause: B-2, from 2020-01-01: 7}\n")
    change("shop/questions/sent.yaml", "clause: S-3", "clause: B-1")
    assert [one.code for one in check_policy("shop")[1]] == ["ARB329"], "S-10.1 alone is not cited"
