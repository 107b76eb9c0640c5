"""`arbiter why`: the reasoning, whole or in part."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from arbiter import CaseFile, load_policy
from arbiter.decide import derive_claims, record
from arbiter.explain.rules_read import rules_read

from .conftest import ELSEWHERE, EXAMPLES, Run, RunApart


def test_the_whole_reasoning(run: Run, decided: Path) -> None:
    result = run("why", decided)
    assert result.exit_code == 0
    for words in (
        "delivered: no, shown by evidence  P-4.1",
        "burden on the carrier, by `custody`; standard ordinary",
        "for yes: nothing",
        "for no: `elsewhere`, strong",
        "✓ elsewhere (strong)",
        "⊘ scan (moderate): defeated by `scan_elsewhere`",
        "T-2 tracking event from the carrier: delivered_scan moderate, scan_elsewhere strong",
        "✗ carrier-never-had-it: no `never_received`: T-1 has code accepted, wanted not_received",
        "✗ hand-signed: no `signed`: no such record",
        "✗ seller-bears: not met: dispatched: no (it is yes by evidence)",
        "price: 80.00 EUR to the buyer, borne by the carrier",
        "amount: order.price 80.00 EUR - already_made_good 0.00 EUR = 80.00 EUR",
        "borne: `carrier-bears`",
        "✓ shipped-seller-keeps-price: to the seller: kept",
        "route: auto: no person needed",
        "carrier: heard (N-1)",
    ):
        assert words in result.stdout
    assert "would have changed" not in result.stdout, "that needs the case"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("scan", "⊘ scan (moderate): defeated by `scan_elsewhere`"),
        ("delivered.scan", "⊘ scan (moderate): defeated by `scan_elsewhere`"),
        ("delivered", "delivered: no, shown by evidence"),
        ("price", "price: 80.00 EUR to the buyer"),
        ("price.platform-bears", "✗ platform-bears: not met: O-1 has total 86.90 EUR, wanted >= 750.00 EUR"),
        ("large", "✗ large: not met: K-1:claim has amount 80.00 EUR, wanted >= 500.00 EUR"),
        ("scan_elsewhere", "scan_elsewhere: fired (1 of 2 such records)"),
        ("signed", "signed: not met"),
        ("T-2", "T-2 tracking event from the carrier: admitted, effect pivotal"),
    ],
)
def test_one_part_alone(run: Run, decided: Path, name: str, words: str) -> None:
    result = run("why", decided, name)
    assert result.exit_code == 0
    assert words in result.stdout
    assert "dispatched: yes, shown by evidence" not in result.stdout


def test_a_record_names_the_arguments_it_is_in(run: Run, decided: Path) -> None:
    result = run("why", decided, "T-2")
    assert "shows scan_elsewhere: strong" in result.stdout
    assert "in argument `elsewhere` about `delivered`" in result.stdout


@pytest.mark.parametrize(("name", "near"), [("delivred", "delivered"), ("carrier-bear", "carrier-bears")])
def test_a_misspelt_name_is_a_usage_error(run: Run, decided: Path, name: str, near: str) -> None:
    result = run("why", decided, name)
    assert result.exit_code == 2
    assert f"did you mean `{near}`?" in result.stderr


def test_with_the_case_it_verifies_and_explains(run: Run, decided: Path) -> None:
    result = run("why", decided, "--case", ELSEWHERE)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith("decided again: the same")
    assert "nearly applied" in result.stdout
    assert "had total of O-1 been >= 750.00 EUR instead of 86.90 EUR: platform pays 80.00 EUR to buyer" in result.stdout
    assert "would have changed it" in result.stdout
    assert "with a handover of the carrier that shows `signed`" in result.stdout
    assert "routes" in result.stdout, "the policy tells a route from a measure"


def test_another_case_is_not_explained(run: Run, decided: Path) -> None:
    result = run("why", decided, "--case", EXAMPLES / "1-signed")
    assert result.exit_code == 1
    assert "not the same" in result.stdout
    assert "would have changed" not in result.stdout


def test_unknown_rules_and_rejected_records_are_told(
    run: Run, tmp_path: Path, changed_case: Callable[..., Path]
) -> None:
    case = changed_case((", amount: 80.00 EUR", ""), ("id: T-1, kind: tracking_event", "id: T-1, kind: tracking_evnt"))
    run("decide", case, "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    assert "? large: unknown: claim.amount" in run("why", file).stdout
    assert "T-1 tracking evnt from the carrier: rejected (ARB420)" in run("why", file, "T-1").stdout


def test_nouns_are_the_policys_own(run: Run, tmp_path: Path) -> None:
    case = EXAMPLES / "5-courier-in-the-snow"
    run("decide", case, "--out", tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    result = run("why", file, "--case", case)
    assert "✓ exempt: exemption for the courier" in result.stdout
    assert "without RD-1 (reading of the platform)" in result.stdout


def test_a_file_that_is_no_decision(run: Run, tmp_path: Path) -> None:
    result = run("why", tmp_path / "nothing.json")
    assert result.exit_code == 1
    assert "ARB520" in result.stderr


def test_a_limit_that_cut_is_no_false_equation(run: Run, tmp_path: Path) -> None:
    """340.00 is what the formula comes to; 300.00 is what the limit leaves."""
    language = Path(__file__).parents[3] / "docs" / "reference" / "language"
    case = (language / "tools-case.yaml").read_text("utf-8").replace("90.00 EUR", "340.00 EUR")
    (tmp_path / "case.yaml").write_text(case, "utf-8")
    run("decide", tmp_path / "case.yaml", "--policy", language / "tools", "--out", tmp_path / "out")
    (decision,) = (tmp_path / "out").iterdir()
    text = run("why", decision, "--policy", language / "tools").stdout
    assert "amount: repair_bill.cost 340.00 EUR - already_made_good 0.00 EUR = 340.00 EUR" in text
    assert "no more than most_for_repair 300.00 EUR: the amount is cut" in text


def test_with_the_case_every_test_says_what_it_read_and_wanted(run: Run, decided: Path) -> None:
    said = run("why", decided, "--case", ELSEWHERE, "--policy", "parcel").stdout
    for rule, tests in (
        ("✓ elsewhere (strong)", ("✓ T-2 distance_m 430, wanted > 150",)),
        ("✓ custody", ("✓ dispatched is yes by evidence, wanted yes",)),
        ("✗ no-refund: not met", ("✗ delivered is no by evidence, wanted yes",)),
        ("✗ hand-signed: no `signed`", ("✗ no handover: proof wanted signature",)),
        (
            "✗ carrier-silent: not met",
            ("✓ O-1 carrier known, wanted known", "✓ N-1 to carrier, wanted carrier", "✗ N-1 asks handover, wanted"),
        ),
        ("✗ platform-bears: not met", ("✗ O-1 total 86.90 EUR, wanted >= 750.00 EUR",)),
    ):
        under = said.partition(rule)[2]
        assert under, rule
        for test in tests:
            assert test in under[: under.index("── ✓", 600) if "── ✓" in under[600:] else None], (rule, test)
    assert "Parcelnord" not in said, "what a name says is not shown where only that it is known was asked"


def test_a_test_whose_field_is_unknown(run: Run, changed_case: Callable[..., Path], tmp_path: Path) -> None:
    case = changed_case((", place: {lat: 53.07500, lon: 8.80700}", ""))
    assert run("decide", case, "--policy", "parcel", "--out", tmp_path / "out").exit_code in (0, 4)
    decision = next((tmp_path / "out").iterdir())
    said = run("why", decision, "scan_elsewhere", "--case", case, "--policy", "parcel").stdout
    assert "? T-2 distance_m unknown, wanted > 150" in said


def test_every_rule_of_every_example_has_its_tests() -> None:
    """Each rule that the reasoning names is read; none is read that it does not name."""
    for path in sorted(EXAMPLES.glob("*/case.yaml")):
        case = CaseFile.read(path.parent)
        for derivation in derive_claims(case, load_policy(str(case.policy))):
            reasoning, found = record(derivation).reasoning, rules_read(derivation)
            questions = {f"{name}.{rule}" for name, one in reasoning["questions"].items() for rule in one["rules"]}
            named = {*questions, *reasoning["outcome"], *reasoning["signals"]}
            whole = {name for part, name in found if part is None}
            assert named <= whole
            assert all(".unless." in name for name in whole - named), "an exception is told where it defeats"


def test_as_json(run: Run, decided: Path) -> None:
    found = json.loads(run("why", decided, "--case", ELSEWHERE, "--policy", "parcel", "--json").stdout)
    assert (found["case"], found["claim"], found["status"]) == ("C-2026-0312", "not_received", "final")
    delivered = next(one for one in found["reasoning"] if "delivered" in one["names"])
    scan = next(one for one in delivered["children"] if "scan" in one["names"])
    assert (scan["state"], scan["text"]) == ("defeated", "⊘ scan (moderate): defeated by `scan_elsewhere`")
    assert {"kind": "tracking_event", "record": "T-2", "field": "code", "observed": "delivered",
            "required": "delivered", "holds": True} in scan["tests"]  # fmt: skip
    assert [one["title"].partition("  ")[0] for one in found["changes"]] == ["nearly applied", "would have changed it"]
    assert "tests" not in run("why", decided, "--json").stdout, "that needs the case"
    other = run("why", decided, "--case", EXAMPLES / "1-signed", "--policy", "parcel", "--json")
    assert other.exit_code == 1
    assert "`case_digest` is" in json.loads(other.stdout)["error"]["difference"]


def test_it_fits_a_terminal_of_eighty_columns_and_has_colours(run_apart: RunApart, decided: Path) -> None:
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "80"}
    result = run_apart("why", decided, "--case", ELSEWHERE, "--policy", "parcel", **terminal)
    said = result.stdout.decode()
    assert "\x1b[32m✓" in said
    assert "\x1b[33m⊘" in said
    lines = re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines()[1:]
    assert max(len(line) for line in lines) <= 80
