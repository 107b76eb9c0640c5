"""What all packs share stands in `common`, once: a second place could say something else some day."""

from pathlib import Path

import pytest

from arbiter import load_policy
from arbiter.policy.checks.own import is_own, is_own_file
from arbiter.policy.checks.texts import needed_texts
from arbiter.policy.fluent import read_fluent
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems

ROOT = Path(__file__).resolve().parents[3]
PACKS = sorted(path.parent.name for path in (ROOT / "rules").glob("*/policy.yaml") if path.parent.name != "common")
COMMON = load_policy("common")


def sentences(policy: Policy, language: str, own: bool) -> dict[tuple[str, str | None], str]:
    """The plain sentences of a pack's own texts or of its parents', by message and attribute."""
    found: dict[tuple[str, str | None], str] = {}
    for shown, source in policy.texts[language].sources:
        if is_own_file(policy, shown) is own:
            lines = source.splitlines()
            for wanted, start in read_fluent(source).starts.items():
                found[wanted] = lines[source.count("\n", 0, start)].partition("=")[2].strip()
    return found


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_defines_again_only_what_differs(pack: str) -> None:
    policy = load_policy(pack)
    for parameter in policy.parameters.values():
        shared = COMMON.parameters.get(parameter.id)
        if shared is not None and is_own(policy, parameter.span):
            values = [[(one.first, one.last, one.region, one.value) for one in each.values]
                      for each in (parameter, shared)]  # fmt: skip
            assert values[0] != values[1], f"{parameter.id} is as in common"
    assert not COMMON.signals.keys() & {one.id for one in policy.signals.values() if is_own(policy, one.span)}


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("language", COMMON.header.languages)
def test_a_pack_quotes_a_shared_sentence(pack: str, language: str) -> None:
    """A word mended in `common` is then mended everywhere."""
    policy = load_policy(pack)
    inherited = sentences(policy, language, own=False)
    shared = {text for (name, _), text in inherited.items() if not name.startswith("role_")}
    repeated = {wanted: text for wanted, text in sentences(policy, language, own=True).items() if text in shared}
    assert not repeated


def test_signals_that_a_pack_does_not_name_ask_for_no_sentences() -> None:
    """A pack in a language of its own need not say what it never says."""
    asked = {pack: {name for (name, _), _ in needed_texts(load_policy(pack), Problems())} for pack in PACKS}
    assert not asked["exchange"] & COMMON.signals.keys()
    assert asked["parcel"] >= COMMON.signals.keys()
