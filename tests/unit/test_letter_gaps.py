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
from evidence import Money

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


DEAR = {"B_1": {"cost": "340.00 EUR"}}
CAP = ("claims/broken_return.yaml", "cap: most_for_repair", "cap: condition_report.most")
MOST = ("records.yaml", "signed_by_hirer: yes_no", "signed_by_hirer: yes_no\n    most: money")
ONE_REPORT = ("claims/broken_return.yaml", "{broken: yes, came_broken: no}", "{broken: yes}")
CLAIMED = ("claims/broken_return.yaml", '">= human_from"', '">= 9000.00 EUR"')


def claimed(amount: str, of: CaseFile) -> CaseFile:
    return of.model_copy(update={"claims": (of.claims[0].model_copy(update={"amount": Money.parse(amount)}),)})


def test_a_limit_is_told_with_its_amount_and_its_source(tools: Build) -> None:
    """The formula comes to 340.00 and 300.00 are owed: both numbers, what the limit is called, and that it cut."""
    policy, of = tools(CLAIMED), claimed("340.00 EUR", case(**DEAR))
    lender = told(of, policy, "seller")
    because = "because no more than 300.00 EUR is given here (set by the policy, clause T-3.2)."
    assert f"You claimed 340.00 EUR. As things stand, you would get 300.00 EUR, {because}" in lender
    assert "* No more than: set by the policy, clause T-3.2: 300.00 EUR" in lender
    assert "This is how it is computed: 340.00 EUR − 0.00 EUR = 340.00 EUR" in lender
    assert "This comes to 340.00 EUR, more than the limit of 300.00 EUR. So the sum was cut to the limit." in lender


def test_a_limit_that_did_not_cut_is_not_told(tools: Build) -> None:
    letter = told(case(), tools(), "seller")
    assert "No more than" not in letter
    assert "You claimed" not in letter


def test_the_record_that_a_limit_comes_from_counted(tools: Build) -> None:
    """Without the first report, nothing but the limit rests on the one that has it."""
    named = "kind_condition_report = the condition report\n    .most = highest sum agreed for a repair\n"
    texts = ("texts/en.ftl", "kind_condition_report = the condition report\n", named)
    policy = tools(CAP, MOST, ONE_REPORT, texts)
    of = case(without=("C-1",), C_2={"most": "50.00 EUR"})
    head = decide(of, policy).verdict["heads"][0]
    assert (head["amount"]["minor"], head["limit"]["amount"]["minor"], head["limit"]["before"]["minor"]) == (
        5000, 5000, 9000,
    )  # fmt: skip
    assert "* No more than: highest sum agreed for a repair: 50.00 EUR" in told(of, policy, "seller")


def test_a_computed_limit_is_told_with_its_formula(tools: Build) -> None:
    policy = tools(("claims/broken_return.yaml", "cap: most_for_repair", "cap: 20% * most_for_repair"))
    letter = told(case(), policy, "seller")
    assert "* No more than: 60.00 EUR" in letter
    assert "This is how the limit is computed: 0.2 × 300.00 EUR = 60.00 EUR" in letter


def test_what_was_given_already_uses_a_limit_up(tools: Build) -> None:
    of = case(**DEAR)
    given = of.claims[0].model_copy(update={"already_made_good": Money.parse("100.00 EUR")})
    letter = told(claimed("340.00 EUR", of.model_copy(update={"claims": (given,)})), tools(CLAIMED), "seller")
    assert "Of the limit of 300.00 EUR, 100.00 EUR was given already. So 240.00 EUR was cut to 200.00 EUR" in letter


def test_nothing_is_nothing_though_the_limit_is_unknown(tools: Build) -> None:
    whole = tools(CAP, MOST, ("claims/broken_return.yaml", "{broken: yes, came_broken: no}", "{broken: yes}"))
    found = decide(case(without=("C-1",), C_2={"state": "whole"}), whole).verdict
    assert (found["heads"][0]["amount"]["minor"], found["route"]["reasons"]) == (0, [])


def test_an_unknown_limit_is_named(tools: Build) -> None:
    policy = tools(CAP, MOST, ONE_REPORT)
    of = case(without=("C-1",))
    letter = told(of, policy, "seller")
    assert "The amount cannot be computed, because this is unknown: a value in the condition report." in letter
    assert "No rule says" not in letter


def test_a_missing_rule_for_who_bears_it_is_called_that(tools: Build) -> None:
    who = ("claims/broken_return.yaml", "if: {broken: shown yes}", "if: {came_broken: shown yes}")
    assert "No rule says who bears this." in told(case(), tools(who), "seller")


GATE = (
    (
        "claims/broken_return.yaml",
        "heads:\n",
        "first: {id: in-time, if: {repair_bill.minutes_after_placed: '<= bill_days'}, else: refuse, clause: T-1.1}\n"
        "heads:\n",
    ),
    (
        "parameters.yaml",
        "most_for_repair:",
        "bill_days: {unit: d, clause: T-1.1, from 2026-01-01: 5}\nmost_for_repair:",
    ),
)
TITLE = "broken_return = Tool returned broken\n"


def gated(tools: Build, sentence: str = "The bill must come in time.") -> Policy:
    """The tools pack with a gate: the bill is of the seventh day, and five are given."""
    return tools(*GATE, ("texts/en.ftl", TITLE, f"{TITLE}    .in-time = {sentence}\n"))


def test_a_gate_that_is_shut_comes_first_with_what_it_tests(tools: Build, tmp_path: Path) -> None:
    policy = gated(tools)
    why = told(case(), policy).partition("## Why")[2].partition("## All the evidence")[0]
    assert re.search(
        r"### A condition that comes first\n\nThe bill must come in time\.\n\n"
        r"\* fact: Time since the order was placed: 7 days\. What the condition needs: at most 5 days\. \(E\d+\)\n\n"
        r"\*\*The condition is not met, so nothing is owed\.\*\* \(Clause T-1\.1\)",
        why,
    )
    assert "Proven" not in why
    assert "The strength of a piece of evidence" not in why
    assert why.count("The answer was not needed, because a condition that comes first is not met.") == 2


def test_its_sentence_quotes_what_its_condition_tests(tools: Build, tmp_path: Path) -> None:
    policy = gated(tools, "The bill of { $repair_bill__billed_at } came too late.")
    assert "The bill of 8 May 2026, 09:00 came too late." in told(case(), policy)
    _, found, _ = check_policy(tmp_path / "tools")
    assert not found


def test_its_sentence_quotes_nothing_else(tools: Build, tmp_path: Path) -> None:
    policy_texts = tmp_path / "tools" / "texts" / "en.ftl"
    gated(tools)
    text = policy_texts.read_text("utf-8").replace("come in time.", "come by { $condition_report__at }.")
    policy_texts.write_text(text, "utf-8")
    _, found, _ = check_policy(tmp_path / "tools")
    assert [one.message for one in found] == ["nothing gives `$condition_report__at` a value in this sentence"]


def test_what_would_have_opened_a_gate_is_told(tools: Build, tmp_path: Path) -> None:
    letter = told(case(), gated(tools), "seller")
    assert re.search(
        r"with at most 5 days instead of 7 days here: time since the order was placed\. "
        r"Then the hirer would have to pay 90\.00 EUR to the lender\.",
        letter,
    )


def test_evidence_that_nothing_turned_on_says_so(tools: Build, tmp_path: Path) -> None:
    policy = gated(tools)
    records = decide(case(), policy).reasoning["records"]
    assert {name: records[name]["effect"] for name in ("C-1", "C-2", "B-1")} == {
        "C-1": "not_needed", "C-2": "not_needed", "B-1": "pivotal",
    }  # fmt: skip
    assert "The condition report | lender | moderate | Not needed for the decision. |" in told(case(), policy)


def test_records_of_one_day_are_told_apart_by_their_time(tools: Build) -> None:
    again = {"id": "C-3", "kind": "condition_report", "submitted_by": "seller", "moment": "returned", "state": "broken",
             "signed_by_hirer": "no", "at": "2026-05-07T18:30:00+02:00", "about": {"item": "drill"}}  # fmt: skip
    letter = told(case(also=(again,)), tools())
    assert "7 May 2026, 17:00: The condition report |" in letter
    assert "7 May 2026, 18:30: The condition report |" in letter
    assert "1 May 2026: The condition report |" in letter


def test_a_kind_may_name_a_single_record_by_its_fields(tools: Build, tmp_path: Path) -> None:
    one = "    .record = the report on the tool that came back { $condition_report__state }\n"
    kind = "kind_condition_report = the condition report\n"
    letter = told(case(), tools(("texts/en.ftl", kind, kind + one)))
    assert "7 May 2026: The report on the tool that came back broken |" in letter
    _, found, _ = check_policy(tmp_path / "tools")
    assert not found


TOO_LATE = Path(__file__).parents[2] / "examples" / "parcel" / "wrong_items" / "auto-too-late" / "case.yaml"


@pytest.mark.parametrize(
    ("language", "fact"),
    [
        (
            "en",
            "scan: 40 days 21 hours 40 minutes. What the condition needs: at most 30 days.",
        ),
        (
            "ru",
            "вручении: 40 дней 21 час 40 минут. По условию нужно: не больше чем 30 дней.",
        ),
        ("zh", "最后一次签收扫描后的时间：40天21小时40分钟。条件要求：不超过30天。"),
    ],
)
def test_a_gate_says_a_duration_in_the_unit_of_its_limit(language: str, fact: str) -> None:
    of = CaseFile.from_data(yaml.load(TOO_LATE.read_text("utf-8"), yaml.BaseLoader))
    policy = load_policy("parcel")
    letter = report(decide(of, policy), of, policy, audience="buyer", language=language, form="md")
    assert fact in letter.replace("\u00a0", " ")


def test_what_is_no_readers_language_is_not_told_of_a_gate(tools: Build) -> None:
    """The words of a field are the policy's own: the record is named, and the gate's sentence says what it needs."""
    at = {"moment": "handed_out", "state": "whole"}
    gate = ("claims/broken_return.yaml", *GATE[0][1:])
    words = (
        gate[0],
        gate[1],
        gate[2].replace("repair_bill.minutes_after_placed: '<= bill_days'", "condition_report.state: worn"),
    )
    policy = tools(words, ("texts/en.ftl", TITLE, f"{TITLE}    .in-time = The tool must be worn.\n"))
    letter = told(case(C_1=at), policy)
    assert re.search(r"\* fact: 1 May 2026: The condition report \(E\d+\)", letter)


# Two signals part at one limit; the one that the record does not show comes first.
AT_ONE_LIMIT = (
    ("signals.yaml", "went_out_broken:    {if: {condition_report.moment: handed_out, condition_report.state: broken}", (
        "came_new: {if: {condition_report.moment: handed_out, condition_report.hours: '<= 1000'}, strength: strong, "
        "held_by: lender, group: meter}\n"
        "went_out_broken:    {if: {condition_report.moment: handed_out, condition_report.hours: '> 1000'}"
    )),
    ("questions/came_broken.yaml", "no:\n", "no:\n  - {id: new, all: [came_new]}\n"),
    ("texts/en.ftl", "went_out_broken = ", (
        "came_new = The tool was new.\n    .missing = a report that the tool was new\n"
        "    .otherwise = The result would be different with more than 1,000 hours.\n"
        "went_out_broken = "
    )),
)  # fmt: skip
WORN_OUT = "    .otherwise = The result would be different with at most 1,000 hours.\n"


def test_a_limit_is_crossed_by_the_signal_that_the_record_shows(tools: Build, tmp_path: Path) -> None:
    """The report counts 1,500 hours, so it shows the tool worn out: that it is not new changes nothing."""
    texts = (LANGUAGE / "tools" / "texts" / "en.ftl").read_text("utf-8")
    own = texts[texts.index("went_out_broken = ") :].splitlines()
    missing = next(line for line in own if ".missing" in line) + "\n"
    policy = tools(*AT_ONE_LIMIT, HOURS, ("texts/en.ftl", missing, missing + WORN_OUT))
    letter = told(case(C_1={"hours": "1500", "signed_by_hirer": "no"}), policy)
    assert "different with at most 1,000 hours." in letter
    assert "different with more than 1,000 hours." not in letter


def test_a_measure_goes_to_the_desk_of_what_it_rests_on(tools: Build) -> None:
    """An account measure is for a person who knows about damage, not about whatever was settled last."""
    held = "\nmeasures:\n  - {id: hold, to: hirer, measure: payout_hold, if: {broken: shown yes}, clause: T-3.1}\n"
    title = "broken_return = Tool returned broken\n"
    policy = tools(
        ("claims/broken_return.yaml", "\nroutes:", held + "routes:"),
        ("questions/broken.yaml", "desk: warranty", "desk: warranty\nstandard: clear"),
        ("questions/came_broken.yaml", "desk: warranty", "desk: payments"),
        ("texts/en.ftl", title, title + "    .hold = Payouts are held.\n"),
    )
    decided = decide(case(C_2={"signed_by_hirer": "yes"}), policy)
    reasons = decided.verdict["route"]["reasons"]
    assert [(one["cause"], one["desk"]) for one in reasons] == [("account_measure", "warranty")]
    assert decided.verdict["route"]["desk"] == "warranty"


PHOTO = {"id": "P-1", "kind": "photo", "submitted_by": "seller"}
READ = {
    "id": "R-1",
    "kind": "reading",
    "submitted_by": "platform",
    "of": "P-1",
    "by": "operator",
    "says": "broken_tool",
}


def test_a_pack_names_what_is_read_and_said(tools: Build) -> None:
    """What stands in the list of evidence is said in the words of the pack, else only who spoke or read."""
    title = "policy_title = "
    words = "kind_reading =\n    .broken_tool = a broken tool\nkind_statement =\n    .other = a view of the case\n"
    own = {**WORD, "says": "other"}
    named = told(case(also=(PHOTO, READ, own)), tools(("texts/en.ftl", title, words + title)))
    assert "An employee read: a broken tool (E" in named
    assert "Statement of the hirer: a view of the case |" in named


def test_without_such_words_only_the_speaker_is_told(tools: Build) -> None:
    plain = told(case(also=(PHOTO, READ, {**WORD, "says": "other"})), tools())
    assert "An employee read the content (E" in plain
    assert "Statement of the hirer |" in plain


def test_a_word_that_nothing_tests_has_no_name(tools: Build, tmp_path: Path) -> None:
    tools(("texts/en.ftl", "policy_title = ", "kind_reading =\n    .brokn_tool = a broken tool\npolicy_title = "))
    found = [one for one in check_policy(tmp_path / "tools")[1] if one.code == "ARB326"]
    assert [one.message for one in found] == ["nothing asks for the text `kind_reading.brokn_tool`"]


def test_a_question_on_which_nothing_turned_comes_last_and_says_so(tools: Build) -> None:
    """The tool came back whole: whatever it was before, there is nothing to pay for."""
    what = "{id: nothing-owed, if: [{broken: no}, {came_broken: yes}], amount: 0"
    promise = "never_bears: repair, if: {came_broken: yes}"
    policy = tools(
        ("claims/broken_return.yaml", what, "{id: nothing-owed, if: {broken: no}, amount: 0"),
        ("claims/broken_return.yaml", promise, "never_bears: repair, if: {broken: no}"),
    )
    letter = told(case(C_2={"state": "whole"}), policy)
    before, heading, after = letter.partition("**Nothing turned on the questions below.")
    assert heading
    assert "Was the tool broken when it came back?" in before
    assert "2. Was the tool broken already" in after


def test_what_is_left_to_a_person_may_turn_on_anything(tools: Build) -> None:
    what = "{id: nothing-owed, if: [{broken: no}, {came_broken: yes}], amount: 0"
    policy = tools(
        ("claims/broken_return.yaml", what, "{id: nothing-owed, if: {broken: no}, amount: 0"),
        ("claims/broken_return.yaml", "never_bears: repair, if: {came_broken: yes}", "never_bears: repair"),
        ("claims/broken_return.yaml", '">= human_from"', '">= 1.00 EUR"'),
    )
    assert "Nothing turned" not in told(case(C_2={"state": "whole"}), policy)


def test_two_answers_of_which_either_is_enough_both_count(tools: Build) -> None:
    """Alone, neither could change the result; without both, the hirer would pay."""
    letter = told(case(C_1={"state": "broken", "signed_by_hirer": "no"}, C_2={"state": "whole"}), tools())
    assert "Nothing turned" not in letter


PRAISE = """claim: praise
by: hirer
clause: T-1.1
evidence: {hirer: {any_of: [statement]}}
first: {id: in-time, if: {claim.minutes_after_placed: "<= claim_days"}, else: refuse, clause: T-1.1}
measures:
  - {id: careful, to: hirer, measure: commendation, if: {broken: shown no}, clause: T-3.1}
"""
PRAISE_TEXT = "praise = Praise\n    .in-time = The claim came too late.\n    .careful = The hirer is commended.\n"


@pytest.mark.parametrize(("days", "refused"), [("60", False), ("3", True)])
def test_a_gate_that_refuses_a_measure_is_told(tools: Build, tmp_path: Path, days: str, refused: bool) -> None:
    """There is no head that could say so: the verdict and every letter name the gate all the same."""
    title = "policy_title = "
    tools(
        ("texts/en.ftl", title, PRAISE_TEXT + title),
        ("questions/broken.yaml", "any: [lender_says_broken]", "any: [lender_says_broken, report_whole]"),
    )
    (tmp_path / "tools" / "claims" / "praise.yaml").write_text(PRAISE, "utf-8")
    limits = tmp_path / "tools" / "parameters.yaml"
    kept = [line for line in limits.read_text("utf-8").splitlines() if not line.startswith("claim_days:")]
    limits.write_text("\n".join([*kept, f"claim_days: {{unit: d, clause: T-1.1, from 2026-01-01: {days}}}\n"]), "utf-8")
    of = case(C_2={"state": "whole"})
    claim = of.claims[0].model_copy(update={"claim": "praise", "by": "buyer", "amount": None})
    of = of.model_copy(update={"claims": (claim,)})
    policy = load_policy(tmp_path / "tools")
    decided, letter = decide(of, policy), told(of, policy)
    assert decided.verdict.get("refused", []) == ([{"gate": "in-time"}] if refused else [])
    assert bool(decided.verdict["measures"]) != refused
    said = "A condition that comes first is not met, so nothing follows. The claim came too late."
    assert (said in letter) == refused
    assert ("The condition is not met, so nothing follows." in letter) == refused
    assert ("The answer was not needed" in letter) == refused


def test_a_message_that_a_lexicon_reads_is_quoted(tools: Build, tmp_path: Path) -> None:
    """The hirer's word is one of two sides: its very words stand beside what they are taken to say."""
    tools()
    signals = tmp_path / "tools" / "signals.yaml"
    said, read = (
        "statement.by: hirer, statement.says: came_broken",
        "message.from: hirer, message.means: came_broken_word",
    )
    signals.write_text(signals.read_text("utf-8").replace(said, read), "utf-8")
    (tmp_path / "tools" / "lexicon").mkdir()
    phrases = "came_broken_word:\n  says: [it was already broken]\n"
    (tmp_path / "tools" / "lexicon" / "en.yaml").write_text(phrases, "utf-8")
    chat = {"id": "M-1", "kind": "message", "submitted_by": "buyer", "at": "2026-05-02T10:00:00+02:00", "from": "buyer"}
    chat |= {"to": "seller", "text": "Hello, it was already broken when I opened the box.", "language": "en"}
    of, policy = case(without=("C-1",), also=(chat,)), load_policy(tmp_path / "tools")
    quoted = "The hirer writes: “Hello, it was already broken when I opened the box.”"
    for audience in ("buyer", "seller"):
        reasons = told(of, policy, audience).partition("## Why")[2].partition("## All the evidence")[0]
        assert quoted in reasons, "both ends of a message know it"
