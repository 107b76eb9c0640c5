"""How the sentences of the bundled packs are built: short enough to be read, and in forms that fit."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RULES = Path(__file__).resolve().parents[2] / "rules"
PACKS = sorted(path.parent.name for path in RULES.glob("*/policy.yaml"))
MOST_SIGNS = 35
"""How long a Chinese sentence may be; a value that is filled in counts as one sign."""
VALUE = re.compile(r"\{[^{}]*\}")


def sentences(pack: str, language: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a pack with the name that it stands under."""
    for line in (RULES / pack / "texts" / f"{language}.ftl").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r" *\.?([\w-]+) = (.*)", line)
        if found:
            yield from ((found[1], one) for one in re.split(r"(?<=[。！？.!?]) ?", found[2]) if one)


@pytest.mark.parametrize("pack", PACKS)
def test_a_chinese_sentence_is_short(pack: str) -> None:
    """Longer ones are hard to read on a phone."""
    long = [(name, one) for name, one in sentences(pack, "zh") if len(VALUE.sub("数", one).rstrip("。？")) > MOST_SIGNS]
    assert not long


@pytest.mark.parametrize("pack", PACKS)
def test_chinese_and_values_stand_without_blanks(pack: str) -> None:
    """As it is set in print."""
    spaced = [
        (name, one) for name, one in sentences(pack, "zh") if re.search(r"[\u4e00-\u9fff] \{|\} [\u4e00-\u9fff]", one)
    ]
    assert not spaced


@pytest.mark.parametrize("pack", PACKS)
def test_russian_says_no_number_before_a_word_that_would_bend(pack: str) -> None:
    """`5 дней` but `1 день`: what a parameter fills in takes a unit that does not bend."""
    bent = r"\{[^{}]*\} (день|дня|дней|час[аов]*|минут[аы]?|рубл\w*|процент\w*)\b"
    assert not [(name, one) for name, one in sentences(pack, "ru") if re.search(bent, one)]
