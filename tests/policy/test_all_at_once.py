"""One run tells everything: faults do not hide each other, and one fault is told once."""

from collections.abc import Callable
from pathlib import Path

from arbiter.loading import check_policy

Change = Callable[[str, str, str], None]

SIGNALS, PARAMETERS = "shop/signals.yaml", "shop/parameters.yaml"
ARRIVED, SENT, CLAIM = "shop/questions/arrived.yaml", "shop/questions/sent.yaml", "shop/claims/missing.yaml"


def codes(pack: str = "shop") -> list[str]:
    policy, diagnostics, _ = check_policy(pack)
    assert policy is None
    return sorted(diagnostic.code for diagnostic in diagnostics)


def test_twelve_faults_in_one_pack(packs: Path, change: Change) -> None:
    """Of every kind: keys, fields, values, units, references, rings, texts, dates."""
    change(SENT, "clause: S-3", "claus: S-3")
    change(SIGNALS, "reading.says", "reading.sais")
    change(SIGNALS, "[buyer, household]", "[buyer, houshold]")
    change(SIGNALS, "> far_from", "> large_from")
    change(ARRIVED, "unless: [far_away]", "unless: [far_awya]")
    change(ARRIVED, "yes: [hand]", "yes: [hands]")
    change(CLAIM, "never_bears: price", "never_bears: prize")
    change(CLAIM, "bearer: carrier, if: {sent: yes}", "bearer: carrier, if: {sent: yes}, over: [pool-bears]")
    change(SENT, "all: [receipt]}", "all: [receipt], if: {arrived: no}}")
    change(PARAMETERS, "from 2026-01-01: 150", "from 2026-01-01 until 2026-01-31: 150, from 2026-03-01: 1")
    change("shop/texts/ru.ftl", "    .yes = Дошло.\n", "")
    change("shop/texts/en.ftl", "limit is { $far_from }", "limit is { $far_form }")
    assert codes() == [
        "ARB202", "ARB214", "ARB219", "ARB301", "ARB301", "ARB301", "ARB302", "ARB305", "ARB306", "ARB307", "ARB321",
        "ARB323",
    ]  # fmt: skip


def test_an_unreadable_file_does_not_hide_the_others(packs: Path, change: Change) -> None:
    """What it defines is not missed elsewhere; what is wrong elsewhere is told."""
    change(SIGNALS, "strength: strong\n", "strength: strong: very\n")
    change(CLAIM, "if: {arrived: no}", "if: {arived: no}")
    change(PARAMETERS, "150", "150 m")
    assert codes() == ["ARB103", "ARB222", "ARB301"]


def test_an_unreadable_header_does_not_hide_the_others(packs: Path, change: Change) -> None:
    """Nouns, parent and languages are unknown then, and nothing that rests on them is told."""
    change("shop/policy.yaml", "title: A small shop", "title: A: small shop")
    change(CLAIM, "measure: commendation", "measure: comendation")
    assert codes() == ["ARB103", "ARB205"]


def test_a_missing_parent_is_told_once(packs: Path, change: Change) -> None:
    change("shop/policy.yaml", "extends: base", "extends: nowhere")
    change(ARRIVED, "yes: [hand]", "yes: [hands]")
    assert codes() == ["ARB110", "ARB301"]


def test_parents_are_checked_too(packs: Path, change: Change) -> None:
    change("base/parameters.yaml", "moderate", "medium")
    change(PARAMETERS, "unit: m,", "unit: metres,")
    assert codes() == ["ARB205", "ARB222"]


def test_two_rings_are_two_diagnostics(packs: Path, change: Change) -> None:
    change(SENT, "all: [receipt]}", "all: [receipt], if: {sent: no}}")
    change(ARRIVED, "all: [signed]}", "all: [signed], if: {arrived: yes}}")
    assert codes() == ["ARB305", "ARB305"]


def test_a_gap_that_a_general_value_fills_is_no_hole(packs: Path, change: Change) -> None:
    """A region's own value goes before the general one, which holds where the region has none."""
    dates = "from 2026-01-01: 150, from 2026-01-01 until 2026-01-31 in BR: 1, from 2026-03-01 in BR: 2"
    change(PARAMETERS, "from 2026-01-01: 150", dates)
    policy, diagnostics, _ = check_policy("shop")
    assert policy is not None
    assert diagnostics == []


def test_every_wrong_item_of_a_list_is_told(packs: Path, change: Change) -> None:
    """A test whose value cannot be read must not silently become a wider test."""
    change(SIGNALS, "[buyer, household]", "[byer, {a: b}, ~, houshold]")
    assert codes() == ["ARB216", "ARB216", "ARB219", "ARB219"]
