"""The manuals of the bundled packs: every clause that is cited is there, none is orphaned, and numbers agree.

`arbiter check` warns of an orphan; in the packs that come with arbiter a warning is a fault.
"""

import re
from pathlib import Path

import pytest

from arbiter import load_policy
from arbiter.loading import check_policy
from arbiter.policy.checks.walk import citations_of
from arbiter.policy.dated import DatedValue, Parameter
from evidence import Money

RULES = Path(__file__).resolve().parents[3] / "rules"
PACKS = sorted(path.parent.name for path in RULES.glob("*/policy.yaml"))
# How a manual for shop owners says a number, where not in figures.
IN_WORDS = {
    ("percent", 25): "quarter",
    ("percent", 50): "half",
    ("percent", 150): "one and a half",
    ("percent", 5): "five percent",
    ("d", 1): "a day",
    ("d", 395): "thirteen months",
    ("d", 730): "two years",
    ("count", 2): "two or more",
    ("count", 3): "three or more",
}
# The standards of proof are said in words alone.
STANDARDS = ("strength", "steps")


def clauses(pack: str) -> dict[str, str]:
    """The text of each clause of a pack's manual, in one line."""
    manual = (RULES / pack / "manual.md").read_text(encoding="utf-8")
    parts = re.split(r"^#+ ([A-Z]-[0-9.]+)$", manual, flags=re.MULTILINE)[1:]
    return {
        name: " ".join(re.split(r"\n#", text)[0].split()) for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.mark.parametrize("pack", PACKS)
def test_a_bundled_pack_has_no_warnings(pack: str) -> None:
    assert [(one.code, one.message) for one in check_policy(RULES / pack)[1]] == []


@pytest.mark.parametrize("pack", PACKS)
def test_rules_and_manual_name_each_other(pack: str) -> None:
    """Read here apart from the check that says so to others."""
    said = {clause for name in {pack, "common"} for clause in clauses(name)}
    cited = {clause for clause, _ in citations_of(load_policy(pack)) if clause}
    assert cited <= said
    assert set(clauses(pack)) <= cited


@pytest.mark.parametrize("pack", PACKS)
def test_every_clause_says_something_of_its_own(pack: str) -> None:
    texts = list(clauses(pack).values())
    assert all(len(text.split()) >= 5 for text in texts)
    assert len(set(texts)) == len(texts)


def said(parameter: Parameter, value: DatedValue) -> list[str]:
    """How a manual may say a value."""
    if isinstance(value.value, Money):
        amount = value.value.minor // 100
        return [f"{amount:,}", str(amount)]
    words = IN_WORDS.get((parameter.unit, int(value.value)))
    return [f"{value.value}", *([words] if words else [])]


@pytest.mark.parametrize("pack", PACKS)
def test_a_clause_says_the_number_of_its_parameter(pack: str) -> None:
    """Whoever changes a number in one place and not in the other is told."""
    texts = clauses("common") | clauses(pack)
    for parameter in load_policy(pack).parameters.values():
        for value in parameter.values if parameter.unit not in STANDARDS else ():
            text = texts[parameter.clause].lower()
            found = any(
                re.search(rf"(?<![\d.,]){re.escape(one)}(?![\d]|[.,]\d)", text) for one in said(parameter, value)
            )
            assert found, f"{parameter.clause} does not say {parameter.id}: {said(parameter, value)}"
