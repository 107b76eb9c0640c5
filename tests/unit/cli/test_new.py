"""`arbiter new`: what it writes works at once, is the author's own, and takes nobody's place."""

import re
from pathlib import Path

import pytest
import yaml

from arbiter import decide, load_policy
from arbiter.cli.blank_case import blank_case
from arbiter.cli.inputs import known_packs
from arbiter.loading import check_policy
from arbiter.policy.model import Policy
from evidence import CaseFile, read_case

from .conftest import Run

ROOT = Path(__file__).parents[3]
TOOLS = ROOT / "docs" / "reference" / "language" / "tools"
TODAY = "2026-06-01"


def test_a_new_pack_has_neither_errors_nor_warnings(run: Run, tmp_path: Path) -> None:
    result = run("new", "policy", "tool_hire", "--out", tmp_path, "--roles", "guest=buyer,host=seller,rider=courier")
    assert result.exit_code == 0, result.output
    policy, diagnostics, _ = check_policy(tmp_path / "tool_hire")
    assert policy is not None
    assert diagnostics == []
    assert policy.header.roles == {"guest": "buyer", "host": "seller", "rider": "courier"}
    assert (len(policy.claims), len(policy.questions)) == (1, 2)
    assert {path.name for path in (tmp_path / "tool_hire").glob("*.md")} == {"manual.md", "CHANGES.md"}


def test_its_example_case_decides(run: Run, tmp_path: Path) -> None:
    """Someone who has just begun sees a decision, and not a list of what is missing."""
    run("new", "policy", "hire", "--out", tmp_path)
    result = run("decide", tmp_path / "hire-case.yaml")
    assert result.exit_code == 0, result.output
    assert "seller pays 80.00 EUR to buyer (price)" in result.stdout
    assert "decided" in result.stdout


def test_every_word_of_the_starter_is_filled_in(run: Run, tmp_path: Path) -> None:
    run("new", "policy", "hire", "--out", tmp_path, "--roles", "guest=buyer,host=seller")
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert path.suffix == ".json" or not re.search(r"@[A-Z_]+@", path.read_text(encoding="utf-8")), path
    text = (tmp_path / "hire" / "texts" / "en.ftl").read_text(encoding="utf-8")
    assert "so the host pays." in text, "the nouns stand in sentences too"


def test_an_editor_finds_the_schema_of_every_file(run: Run, tmp_path: Path) -> None:
    run("new", "policy", "hire", "--out", tmp_path)
    found = 0
    for path in tmp_path.rglob("*.yaml"):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text(encoding="utf-8"))
        assert named is not None, path
        assert (path.parent / named[1]).is_file(), path
        found += 1
    assert found == 8


@pytest.mark.parametrize("there", ["hire/notes.txt", "hire-case.yaml"])
def test_nothing_is_overwritten(run: Run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine", "utf-8")
    result = run("new", "policy", "hire", "--out", tmp_path)
    assert result.exit_code == 2
    assert "there already" in " ".join(result.stderr.replace("│", " ").split())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / there]
    assert (tmp_path / there).read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Tool-Hire",), "snake_case"),
        (("parcel",), "known already"),
        (("hire", "--roles", "guest=customer"), "`customer` is no role"),
        (("hire", "--roles", "guest=buyer,visitor=buyer"), "a second time"),
        (("hire", "--roles", "seller=buyer"), "cannot be a noun"),
        (("hire", "--roles", "boss=platform"), "`platform` is no role"),
    ],
)
def test_what_cannot_be_begun_is_told(run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    result = run("new", "policy", *arguments, "--out", tmp_path)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.replace("│", " ").split())
    assert list(tmp_path.iterdir()) == []


def policies() -> list[Policy]:
    return [*map(load_policy, known_packs()), load_policy(TOOLS)]


CLAIMS = [(policy, claim) for policy in policies() for claim in policy.claims]


def text_of(policy: Policy, claim: str) -> str:
    from datetime import date

    return blank_case(policy, policy.claims[claim], policy.id, date.fromisoformat(TODAY))


@pytest.mark.parametrize(("policy", "claim"), CLAIMS, ids=lambda one: getattr(one, "id", one))
def test_a_blank_case_can_be_decided_as_it_is(policy: Policy, claim: str, tmp_path: Path) -> None:
    """What is not filled in is unknown: the case is decided, or sent to a person, and asks for what it needs."""
    path = tmp_path / "case.yaml"
    path.write_text(text_of(policy, claim), "utf-8")
    case, diagnostics = read_case(path)
    assert diagnostics == []
    assert case is not None
    assert decide(case, policy).status in ("referred", "provisional", "final")
    assert [record.kind for record in case.records] == ["order"], "nothing is in evidence that nobody sent"


@pytest.mark.parametrize(("policy", "claim"), CLAIMS, ids=lambda one: getattr(one, "id", one))
def test_every_field_of_a_blank_case_can_be_used(policy: Policy, claim: str, tmp_path: Path) -> None:
    """With all comments taken away it is a case in which every record is admitted."""
    text = re.sub(r"^( *)# (?=(?:  )?[a-z_]+: |- id)", r"\1", text_of(policy, claim), flags=re.MULTILINE)
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    case, diagnostics = read_case(path)
    assert [(one.code, one.message) for one in diagnostics] == []
    assert case is not None
    listed = {kind for one in policy.claims[claim].evidence.values() for kind in one.sendable}
    assert listed <= {record.kind for record in case.records}
    decision = decide(case, policy)
    records = decision.reasoning["records"].values()
    assert [one for one in records if one["admission"] == "rejected"] == []


def test_a_case_is_written_for_the_only_claim_of_a_pack(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    result = run("new", "case", "--policy", TOOLS, "-o", path)
    assert result.exit_code == 0, result.output
    assert yaml.safe_load(path.read_text("utf-8"))["claims"][0]["claim"] == "broken_return"
    assert run("decide", path, "--policy", TOOLS).exit_code == 4
    again = run("new", "case", "--policy", TOOLS, "-o", path)
    assert again.exit_code == 2
    assert "there already" in " ".join(again.stderr.replace("│", " ").split())


def test_a_claim_says_which_pack_is_meant(run: Run) -> None:
    result = run("new", "case", "--claim", "courier_cancelled")
    assert result.exit_code == 0
    assert "policy: meal" in result.stdout
    assert isinstance(CaseFile.from_data(yaml.load(result.stdout, yaml.BaseLoader)), CaseFile)


@pytest.mark.parametrize("arguments", [(), ("--claim", "lost"), ("--policy", "parcel", "--claim", "lost")])
def test_what_is_ambiguous_lists_what_there_is(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("new", "case", *arguments)
    assert result.exit_code == 2
    assert "--policy parcel --claim not_received" in " ".join(result.stderr.replace("│", " ").split())


def test_a_case_names_the_folder_of_its_pack_as_seen_from_the_case(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "policy", "hire")
    (tmp_path / "cases").mkdir()
    for out, named in (("beside.yaml", "./hire"), ("cases/c.yaml", "../hire")):
        assert run("new", "case", "--policy", "hire", "-o", out).exit_code == 0
        assert yaml.safe_load((tmp_path / out).read_text("utf-8"))["policy"] == named
        assert run("decide", out).exit_code != 1


def test_its_clauses_are_not_those_of_the_parent(run: Run, tmp_path: Path) -> None:
    """`common` has clauses `C-…`."""
    for name, clause in (("cars", "CA-1.1"), ("c", "CX-1.1"), ("hire", "H-1.1")):
        run("new", "policy", name, "--out", tmp_path)
        policy, diagnostics, _ = check_policy(tmp_path / name)
        assert (policy is not None, diagnostics) == (True, [])
        assert f"## {clause}\n" in (tmp_path / name / "manual.md").read_text("utf-8")


def test_sample_times_ascend_and_each_moment_has_its_record() -> None:
    """The tools pack tells reports of the hand-out from those of the return."""
    text = text_of(load_policy(TOOLS), "broken_return")
    assert "# Condition report (handed out): the lender may have it." in text
    assert "# Condition report (returned): the lender may have it." in text
    assert re.findall(r"^  #   moment: (\w+)", text, re.MULTILINE) == ["handed_out", "returned"]
    records = text[text.index("  # Condition report") : text.index("  # How a party was heard")]
    times = re.findall(r"T[0-9:]{8}\+00:00", records)
    assert len(times) > 2
    assert times == sorted(set(times))
