"""Every claim of every pack has a case of each sort, and each sort is told by a spec: so no claim comes without them.

A case is of the sort that its outcome says. *auto*: final, and evidence decided at least one question. *by burden*:
final, and at least one question went against whoever had to show it, in a folder that says so. *referred*: a person
decides.
"""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest

from arbiter import CaseFile, Decision, decide, load_policy

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
PACKS = sorted(path.parent.name for path in (ROOT / "rules").glob("*/policy.yaml"))
CLAIMS = [(pack, claim) for pack in PACKS for claim in load_policy(pack).claims]
SORTS = ("auto", "by-burden", "referred")
# A sort that a claim has not, by design: the reason, and the clause that says so.
NONE_BY_DESIGN = {
    ("meal", "unsafe_food", "auto"): "a person decides about health, always (M-8.1)",
    ("meal", "unsafe_food", "by-burden"): "a person decides about health, always (M-8.1)",
    ("meal", "courier_cancelled", "by-burden"): "where no emergency is shown, a person decides about points (M-7.4)",
}


def sorts_of(folder: str, decision: Decision) -> set[str]:
    """The sorts of which a decided example is."""
    grounds = {finding["by"] for finding in decision.verdict["findings"]}
    if decision.status == "referred":
        return {"referred"}
    if decision.status != "final":
        return set()
    told_as_burden = "burden" in grounds and "by-burden" in Path(folder).name
    return {"by-burden"} if told_as_burden else {"auto"} if "evidence" in grounds else set()


policy_of = lru_cache(load_policy)


@lru_cache
def examples() -> dict[tuple[str, str, str], list[str]]:
    """The folders of all examples by pack, claim and sort: those under the name of their claim."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for file in sorted(EXAMPLES.rglob("case.yaml")):
        folder = file.parent.relative_to(EXAMPLES).as_posix()
        case = CaseFile.read(file.parent)
        policy = policy_of(str(case.policy))
        for claim in case.claims:
            for sort in sorts_of(folder, decide(case, policy, claim=claim.id)):
                if folder.startswith(f"{policy.id}/{claim.claim}/"):
                    found[policy.id, claim.claim, sort].append(folder)
    return found


@lru_cache
def specs() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "features").rglob("*.feature"))


def told(folder: str) -> bool:
    """Whether a spec opens the example, in any language."""
    return any(f"{opening}{folder}{closing}" in specs() for opening, closing in ('""', "«»", "“”"))


@pytest.mark.parametrize(("pack", "claim"), CLAIMS)
def test_a_claim_has_a_case_of_each_sort(pack: str, claim: str) -> None:
    for sort in SORTS:
        found = examples().get((pack, claim, sort), [])
        reason = NONE_BY_DESIGN.get((pack, claim, sort))
        if reason is not None:
            assert not found, f"{sort} is said to be impossible: {reason}"
            continue
        assert found, f"no example of {claim} is {sort}"
        assert any(told(folder) for folder in found), f"no spec tells one of {found}"


@pytest.mark.parametrize("pack", [pack for pack in PACKS if load_policy(pack).claims])
def test_a_claim_has_a_folder_of_its_own(pack: str) -> None:
    """Whoever reads about a claim finds its cases under its name, and no folder is left of a claim that is gone."""
    folders = {path.name for path in (EXAMPLES / pack).iterdir()}
    assert folders == set(load_policy(pack).claims)


def test_an_example_says_in_its_name_how_it_comes_out() -> None:
    """`auto`, `by-burden`, `referred`, `refused` and `asks` are promises to whoever looks for a case to start from."""
    for (_, _, sort), folders in examples().items():
        for folder in folders:
            fits = {"auto": ("auto", "refused"), "by-burden": ("by-burden",), "referred": ("referred",)}[sort]
            assert Path(folder).name.startswith(fits), f"{folder} is {sort}"


def test_every_story_is_told_by_a_spec() -> None:
    stories = sorted(path.name for path in (EXAMPLES / "stories").iterdir())
    assert len(stories) >= 10
    assert [name for name in stories if not told(f"stories/{name}")] == []
