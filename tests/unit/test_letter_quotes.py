"""The words of a message that decided a question, for whoever may see it."""

import re
from pathlib import Path

import pytest

from arbiter import CaseFile, decide, load_policy, report
from tests.unit.test_report import parse

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
INSULT = "Fourth floor without a lift, you lazy cow. Come down yourself."


def told(audience: str, language: str = "en", form: str = "md", text: str = INSULT) -> str:
    """The letter about insults in the chat, as plain words."""
    case = CaseFile.read(EXAMPLES / "meal/courier_conduct/referred")
    records = [one.model_copy(update={"text": text}) if one.kind == "message" else one for one in case.records]
    case = case.model_copy(update={"records": tuple(records)})
    policy = load_policy(str(case.policy))
    found = report(decide(case, policy), case, policy, audience=audience, language=language, form=form)
    return parse(found).text if form == "html" else re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", found)


@pytest.mark.parametrize(
    ("audience", "language", "said"),
    [
        ("buyer", "en", f"The courier writes: “{INSULT}”"),
        ("courier", "ru", f"Курьер пишет: «{INSULT}»"),
        ("agent", "zh", f"配送员写道：“{INSULT}”"),
    ],
)
def test_who_knows_a_message_reads_it_beside_what_it_shows(audience: str, language: str, said: str) -> None:
    reasons = told(audience, language).partition("### 1. ")[2].partition("\n## ")[0]
    assert said in reasons


@pytest.mark.parametrize("form", ["md", "html"])
def test_nobody_else_reads_it(form: str) -> None:
    assert "lazy cow" not in told("seller", form=form)
    assert "lazy cow" in told("buyer", form=form)


def test_it_is_quoted_as_its_writers_words_and_not_the_platforms() -> None:
    """The platform handed the chat in; it wrote nothing."""
    assert "The platform writes" not in told("agent")


def test_a_long_message_is_cut_between_two_words() -> None:
    long = " ".join(["insult"] * 60)
    reasons = told("buyer", text=long).partition("### 1. ")[2].partition("\n## ")[0]
    quoted = reasons.partition("“")[2].partition("”")[0]
    assert quoted.endswith("insult…")
    assert len(quoted) <= 161
    assert long in told("buyer", text=long), "the list of evidence has it whole"
