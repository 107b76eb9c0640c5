"""The measure of how letters read: what is a sentence, how long it is, and which names it must not hold."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from arbiter.report.letter import Sentence, Verbatim

PATH = Path(__file__).resolve().parents[2] / "docs" / "readability.py"


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    spec = spec_from_file_location("readability", PATH)
    assert spec is not None
    assert spec.loader is not None
    found = module_from_spec(spec)
    sys.modules["readability"] = found
    spec.loader.exec_module(found)
    return found


@pytest.mark.parametrize(
    ("language", "text", "lengths"),
    [
        ("en", "You pay 1,250.00 EUR by 3 May 2026. Then it ends.", [8, 3]),
        ("en", "The scan was 7.5 m away, e.g. at the door.", [10]),
        ("ru", "Платит перевозчик. Срок: 3 мая.", [2, 3]),
        ("zh", "您须在2026年5月3日前支付80.00 EUR。其余不变。", [14, 4]),
    ],
)
def test_sentences_and_their_length(measure: Any, language: str, text: str, lengths: list[int]) -> None:
    found = list(measure._sentences(text, language, "example", "buyer"))
    assert [one.length for one in found] == lengths
    assert all(one.whole for one in found)


def test_a_label_is_no_whole_sentence(measure: Any) -> None:
    assert [one.whole for one in measure._sentences("Price of the goods", "en", "example", "buyer")] == [False]


def test_somebodys_own_words_count_as_one(measure: Any) -> None:
    said = Sentence("quote", {"text": Sentence("inner", {"own": Verbatim("I was at home all day. Nothing came.")})})
    kept = measure._anonymous(said).args["text"].args["own"]
    assert measure._length(kept.text) == 1


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "The tracking_event is missing.", ["tracking_event"]),
        ("en", "By carrier-bears it is the carrier that pays.", ["carrier-bears"]),
        ("en", "It was delivered by a well-known carrier.", []),
        ("ru", "Статус: delivered.", ["delivered"]),
        ("zh", "使用程序：durable_rules 2.0.28。", []),
    ],
)
def test_names_of_the_policy_language_are_found(measure: Any, language: str, text: str, names: list[str]) -> None:
    assert list(measure._names(text, language, "parcel")) == names


def test_a_broken_limit_is_told_with_its_place(measure: Any, capsys: pytest.CaptureFixture[str]) -> None:
    long = measure.Said("en", " ".join(["word"] * 31) + ".", 31, True, "1-signed", "buyer")
    problems = list(measure._told("en", [long], [long]))
    assert problems[0] == "en: the mean is 31.0 words a sentence, over 18"
    assert problems[1].startswith("en: over 30 words: 31: word word")
    assert problems[1].endswith("(1-signed, buyer)")
    assert "longest 31: word" in capsys.readouterr().out


def test_a_language_that_was_added_has_no_limit_of_its_own_but_is_told(measure: Any) -> None:
    long = measure.Said("uk", "слово " * 60, 60, True, "1-signed", "buyer")
    assert list(measure._told("uk", [long], [long])) == []
