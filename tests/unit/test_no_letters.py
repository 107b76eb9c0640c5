"""Where a policy lets no machine write to the parties: only the agent's report is written, and it says so."""

from pathlib import Path

import pytest
import yaml

from arbiter import CaseFile, Decision, Policy, ReportError, decide, load_policy, report

ROOT = Path(__file__).resolve().parents[2]
CHECKED = "exchange/deposit_not_credited/referred-safety-check"


@pytest.fixture(scope="module")
def checked() -> tuple[Decision, CaseFile, Policy]:
    """The deposit that the safety desk looks at."""
    case = CaseFile.read(ROOT / "examples" / CHECKED)
    policy = load_policy("exchange")
    return decide(case, policy), case, policy


@pytest.mark.parametrize("audience", ["customer", "buyer", "counterparty"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_nobody_gets_a_letter_while_a_crime_is_suspected(
    checked: tuple[Decision, CaseFile, Policy], audience: str, form: str
) -> None:
    """A letter could warn whoever is suspected: the refusal names the rule and its clause, and who writes instead."""
    with pytest.raises(ReportError, match="ARB545") as refused:
        report(*checked, audience=audience, form=form)
    (one,) = refused.value.diagnostics
    assert "`safety-first`, clause X-8.2" in one.message
    assert one.help is not None
    assert "a person writes to them" in one.help


def test_the_desk_reads_all_of_it(checked: tuple[Decision, CaseFile, Policy]) -> None:
    text = report(*checked, audience="agent", form="md")
    assert "No letter goes to the parties by machine in this case (clause X-8.2)." in text
    assert checked[0].verdict["route"]["no_letters"] == "safety-first"


def test_without_a_check_everyone_is_written_to() -> None:
    case = CaseFile.read(ROOT / "examples" / CHECKED)
    records = tuple(one for one in case.records if one.kind != "safety_check")
    assert len(records) < len(case.records)
    case, policy = case.model_copy(update={"records": records}), load_policy("exchange")
    decision = decide(case, policy)
    assert "no_letters" not in decision.verdict["route"]
    assert report(decision, case, policy, audience="customer", form="md")


def test_a_check_of_which_nobody_knows_how_it_stands_counts() -> None:
    """A route whose test is unknown counts as fired, and so does what it withholds."""
    data = yaml.load((ROOT / "examples" / CHECKED / "case.yaml").read_text("utf-8"), yaml.BaseLoader)
    for record in data["records"]:
        if record["kind"] == "safety_check":
            del record["state"]
    case, policy = CaseFile.from_data(data), load_policy("exchange")
    decision = decide(case, policy)
    assert ("unknown_rule", "safety-first") in {
        (one["cause"], one["ref"]) for one in decision.verdict["route"]["reasons"]
    }
    with pytest.raises(ReportError, match="ARB545"):
        report(decision, case, policy, audience="customer")
