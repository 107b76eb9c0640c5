"""What letters say where something is short, open or on record: under the pack of the reference and a change of it."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from arbiter import CaseFile, Policy, decide, load_policy, report
from arbiter.loading import check_policy

LANGUAGE = Path(__file__).parents[2] / "docs" / "reference" / "language"
Build = Callable[..., Policy]
Data = Mapping[str, Any]
WORD = {"id": "S-1", "kind": "statement", "submitted_by": "buyer", "by": "buyer", "says": "came_broken"}
WORN = {"id": "C-9", "kind": "condition_report", "submitted_by": "seller", "moment": "returned", "state": "worn"}


@pytest.fixture
def tools(tmp_path: Path) -> Build:
    """The tools pack with changed files: each change is a text of a file and what takes its place."""

    def build(*changes: tuple[str, str, str]) -> Policy:
        pack = tmp_path / "tools"
        shutil.copytree(LANGUAGE / "tools", pack)
        for file, before, after in changes:
            path = pack / file
            text = path.read_text("utf-8")
            assert before in text
            path.write_text(text.replace(before, after, 1), "utf-8")
        return load_policy(pack)

    return build


def case(without: tuple[str, ...] = (), also: tuple[Data, ...] = (), **fields: Data) -> CaseFile:
    """The case of the reference without some records, with more of them, and with other fields of some."""
    data = yaml.load((LANGUAGE / "tools-case.yaml").read_text("utf-8"), yaml.BaseLoader)
    kept = [record | fields.get(record["id"].replace("-", "_"), {}) for record in data["records"]]
    data["records"] = [*(record for record in kept if record["id"] not in without), *also]
    return CaseFile.from_data(data)


def told(of: CaseFile, policy: Policy, audience: str = "buyer") -> str:
    text = report(decide(of, policy), of, policy, audience=audience, language="en", form="md")
    return re.sub(r"\\([\\`*_{}\[\]<>#|~&])", r"\1", text.replace("\u00a0", " "))


def test_a_burden_that_was_not_met_says_by_how_much(tools: Build) -> None:
    policy = tools()
    letter = told(case(without=("C-1",), also=(WORD,)), policy)
    assert "The best evidence for “Yes” is slight. At least moderate was needed." in letter
    assert "No evidence that counts speaks for “Yes”." in told(case(without=("C-1",)), policy)


def test_evidence_that_is_not_ahead_says_so(tools: Build) -> None:
    sound = "report_whole:       {if: {condition_report.moment: returned, condition_report.state: [whole, worn]}"
    policy = tools(("signals.yaml", f"{sound}, strength: strong", f"{sound}, strength: moderate"))
    letter = told(case(also=(WORN,)), policy)
    assert "The best evidence for “Yes” is moderate, and the best against it is moderate." in letter


def test_the_standard_is_told_with_the_numbers_in_force(tools: Build) -> None:
    standards = (
        "ordinary_at_least: {unit: strength, clause: T-2.1, from 2026-01-01: strong}\n"
        "ordinary_lead: {unit: steps, clause: T-2.1, from 2026-01-01: 2}\n"
    )
    letter = told(case(), tools(("parameters.yaml", "most_for_repair", standards + "most_for_repair")))
    assert "needs evidence that is at least strong and 2 steps stronger than the other side's." in letter
    assert "at least moderate" not in letter


def test_nobody_owes_nothing_while_a_sum_is_open(tools: Build) -> None:
    """The bill is missing, so the amount is: the proposal is that the hirer pays it, whatever it is."""
    policy, of = tools(), case(without=("B-1",))
    hirer, lender = told(of, policy), told(of, policy, "seller")
    assert "If the proposal is accepted, you pay the cost of the repair. How much that is, is not known yet." in hirer
    assert "you owe nothing" not in hirer
    assert "How much you get for the cost of the repair, and from whom, is not settled yet." in lender
    # There is no bill that could be completed: it is to be sent, and that is said once.
    assert hirer.count("The lender is asked to send the bill of the repair by the end of") == 1
    assert "complete the record" not in hirer


ON_RECORD = (
    "questions/came_broken.yaml",
    (LANGUAGE / "tools" / "questions" / "came_broken.yaml").read_text("utf-8"),
    "question: came_broken\nclause: T-2.2\notherwise: no\nyes:\n"
    "  - {id: long-ago, if: {condition_report.moment: handed_out, condition_report.hours: '> 2000'}}\n"
    "no:\n  - {id: just-now, if: {condition_report.moment: handed_out, condition_report.hours: '<= 2000'}}\n",
)
HOURS = ("records.yaml", "signed_by_hirer: yes_no", "signed_by_hirer: yes_no\n    hours: h")
SAYS = "    .just-now = The report of { $condition_report__at } counts { $condition_report__hours } hours.\n"


def test_a_line_of_facts_on_record_has_its_own_sentence(tools: Build) -> None:
    told_no = "    .no = It is not shown that the tool was broken before.\n"
    policy = tools(ON_RECORD, HOURS, ("texts/en.ftl", told_no, told_no + SAYS))
    letter = told(case(C_1={"hours": "1500"}), policy)
    assert "* fact: The report of 1 May 2026, 11:00 counts 1,500 hours. (E" in letter


def test_without_it_the_record_is_named(tools: Build) -> None:
    letter = told(case(C_1={"hours": "1500"}), tools(ON_RECORD, HOURS))
    assert "* fact: The condition report (E" in letter


def test_such_a_sentence_quotes_only_what_its_line_tests(tools: Build, tmp_path: Path) -> None:
    told_no = "    .no = It is not shown that the tool was broken before.\n"
    tools(ON_RECORD, HOURS)
    texts = tmp_path / "tools" / "texts" / "en.ftl"
    wrong = told_no + SAYS.replace("condition_report__hours", "repair_bill__cost")
    texts.write_text(texts.read_text("utf-8").replace(told_no, wrong), "utf-8")
    _, found, _ = check_policy(tmp_path / "tools")
    assert "nothing gives `$repair_bill__cost` a value in this sentence" in [one.message for one in found]


def test_an_answer_that_is_shown_has_its_own_sentence(tools: Build) -> None:
    """`.no` must be true, too, where nothing is shown; a letter that proves the answer says more."""
    policy = tools()
    assert "**Proven: The tool was in order when the hirer got it.**" in told(case(), policy)
    silent = {"id": "N-2", "kind": "notice", "submitted_by": "platform", "to": "seller", "asks": ["condition_report"]}
    times = {"sent_at": "2026-05-09T09:00:00+02:00", "deadline": "2026-05-14T23:59:59+02:00", "answer": "none"}
    moved = told(case(without=("C-1",), also=({**silent, **times},)), policy)
    assert "It was for the lender to prove this: The tool was in order when the hirer got it." in moved
    assert "prove this: It is not shown" not in moved


def test_without_it_the_plain_answer_stands(tools: Build) -> None:
    policy = tools(("texts/en.ftl", "    .no-shown = The tool was in order when the hirer got it.\n", ""))
    assert "**Proven: It is not shown that the tool was broken before.**" in told(case(), policy)


def test_a_field_has_the_name_that_the_pack_gives_it(tools: Build) -> None:
    named = "kind_repair_bill = the bill of the repair\n    .cost = what the workshop asks\n"
    policy = tools(("texts/en.ftl", "kind_repair_bill = the bill of the repair\n", named))
    assert "* From the records: what the workshop asks: 90.00 EUR" in told(case(), policy)


def test_one_of_a_unit_is_no_plural(tools: Build) -> None:
    policy = tools(
        (
            "parameters.yaml",
            "most_for_repair",
            "an_hour: {unit: h, clause: T-3.1, from 2026-01-01: 1}\nmost_for_repair",
        ),
        ("records.yaml", "cost: money", "cost: money, work: h"),
        ("claims/broken_return.yaml", "repair_bill.cost -", "repair_bill.cost * repair_bill.work / an_hour -"),
    )
    letter = told(case(B_1={"work": "1.5"}), policy)
    assert "90.00 EUR × 1.5 hours ÷ 1 hour − 0.00 EUR" in letter


def test_a_record_that_mattered_is_named_with_its_day(tools: Build) -> None:
    assert re.search(
        r"Without E\d+ the result would be different: 7 May 2026: The condition report\.", told(case(), tools())
    )
