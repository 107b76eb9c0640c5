"""`arbiter check`."""

import json
import shutil
from pathlib import Path

import pytest

from arbiter import load_policy
from arbiter.cli.checked import annotations
from evidence import Diagnostic, Span

from .conftest import ROOT, Run


def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))


def test_the_bundled_packs_pass(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    for pack in ("common", "exchange", "meal", "parcel"):
        assert f"✓ {pack} " in result.stdout
    assert f"digest {load_policy('parcel').digest[:12]}" in result.stdout
    assert "error" not in result.stderr


def test_one_pack_by_name_or_folder(run: Run) -> None:
    by_name, by_folder = run("check", "parcel"), run("check", ROOT / "rules" / "parcel")
    assert by_name.exit_code == by_folder.exit_code == 0
    assert by_name.stdout == by_folder.stdout
    assert by_name.stdout.count("✓") == 1
    assert "12 claims, 23 questions" in by_name.stdout


def test_an_error_is_shown_at_its_place_and_fails(run: Run, tmp_path: Path) -> None:
    rules = copied(tmp_path)
    claims = rules / "parcel" / "claims" / "not_received.yaml"
    claims.write_text(claims.read_text().replace("{delivered: no}", "{deliverd: no}", 1))
    result = run("check", rules)
    assert result.exit_code == 1
    assert "did you mean `delivered`?" in result.stderr
    assert "deliverd: no" in result.stderr, "the line is quoted"
    assert "✗ parcel: 1 error" in result.stdout
    assert "✓ meal" in result.stdout, "the others are still checked"


def test_what_is_replaced_is_listed(run: Run, tmp_path: Path) -> None:
    rules = copied(tmp_path)
    parameters = rules / "parcel" / "parameters.yaml"
    parameters.write_text(parameters.read_text() + "\nreply_days: {unit: d, clause: P-1.1, from 2016-01-01: 7}\n")
    result = run("check", rules / "parcel")
    assert result.exit_code == 0
    assert "parcel replaces parameter reply_days of its parent" in result.stdout


def test_no_pack_at_all_is_an_error(run: Run, tmp_path: Path) -> None:
    for where in (tmp_path, "no-such-pack"):
        result = run("check", where)
        assert result.exit_code == 1
        assert "error[ARB112]" in result.stderr
        assert result.stdout == ""


def test_a_header_alone_is_an_error(run: Run, tmp_path: Path) -> None:
    """Zero rules never pass: nothing would be decided by them, and nobody would notice."""
    pack = tmp_path / "alone"
    pack.mkdir()
    (pack / "policy.yaml").write_text('policy: alone\ntitle: Alone\nversion: "1"\nlanguages: [en]\n')
    result = run("check", pack)
    assert result.exit_code == 1
    assert "error[ARB317]" in result.stderr
    (pack / "policy.yaml").unlink()
    assert "error[ARB112]" in run("check", tmp_path).stderr


def test_parameters_and_texts_alone_are_a_parent(run: Run) -> None:
    assert "✓ common " in run("check", "common").stdout


def test_a_code_is_explained(run: Run) -> None:
    """The page as it stands, so that it can be read, searched and piped; however the code is written."""
    page = (ROOT / "docs" / "reference" / "diagnostics" / "ARB117.md").read_text(encoding="utf-8")
    for written in ("ARB117", "arb117", "117"):
        result = run("check", "--explain", written)
        assert (result.exit_code, result.stdout, result.stderr) == (0, page, "")


@pytest.mark.parametrize(("written", "meant"), [("ARB11", "ARB1"), ("ARB1170", "ARB117"), ("AR117", "ARB117")])
def test_an_unknown_code_is_a_usage_error(run: Run, written: str, meant: str) -> None:
    result = run("check", "--explain", written)
    assert result.exit_code == 2
    assert f"did you mean `{meant}" in result.stderr
    assert result.stdout == ""


def test_after_errors_the_way_to_their_pages_is_told(run: Run, tmp_path: Path) -> None:
    assert "arbiter check --explain ARB112" in run("check", tmp_path).stderr


def test_json_holds_every_pack_and_nothing_else_is_printed(run: Run) -> None:
    result = run("check", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert found["ok"] is True
    assert found["diagnostics"] == []
    assert [pack["id"] for pack in found["packs"]] == ["common", "exchange", "meal", "parcel"]
    policy = load_policy("parcel")
    parcel = found["packs"][3]
    assert (parcel["version"], parcel["digest"], parcel["ok"]) == (policy.version, policy.digest, True)
    assert parcel["counts"]["claims"] == len(policy.claims)
    assert parcel["diagnostics"] == []
    assert run("check", "--format", "json").stdout == result.stdout


def broken(tmp_path: Path) -> Path:
    """A bundled pack with a duplicated key and a field that does not exist."""
    rules = copied(tmp_path)
    signals = rules / "parcel" / "signals.yaml"
    text = signals.read_text(encoding="utf-8")
    signals.write_text(text.replace("tracking_event.distance_m", "tracking_event.distance_mm", 1), encoding="utf-8")
    header = rules / "meal" / "policy.yaml"
    header.write_text(header.read_text(encoding="utf-8") + "title: again\n", encoding="utf-8")
    return rules


def test_json_tells_errors_with_their_places(run: Run, tmp_path: Path) -> None:
    result = run("check", broken(tmp_path), "--json")
    assert (result.exit_code, result.stderr) == (1, "")
    found = json.loads(result.stdout)
    assert found["ok"] is False
    assert [(pack["id"], pack["ok"]) for pack in found["packs"]] == [
        ("common", True), ("exchange", True), ("meal", False), ("parcel", False),
    ]  # fmt: skip
    meal, parcel = found["packs"][2:]
    assert (meal["version"], meal["digest"], meal["counts"]) == (None, None, None)
    assert [one["code"] for one in meal["diagnostics"]] == ["ARB104"]
    assert meal["diagnostics"][0]["related"][0]["label"] == "first one here"
    assert parcel["diagnostics"][0]["help"] == "did you mean `distance_m`?"
    none = run("check", tmp_path / "nothing", "--json")
    assert none.exit_code == 1
    assert [one["code"] for one in json.loads(none.stdout)["diagnostics"]] == ["ARB112"]


def test_annotations_of_a_workflow(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each on one line, relative to the checkout, with what would end a property or a line written otherwise."""
    rules = broken(tmp_path)
    monkeypatch.chdir(tmp_path)
    result = run("check", rules, "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    lines = result.stdout.splitlines()
    assert all(line.startswith("::error ") for line in lines)
    (duplicate,) = [line for line in lines if "ARB104" in line]
    length = len((rules / "meal" / "policy.yaml").read_text(encoding="utf-8").splitlines())
    assert duplicate == (
        f"::error file=rules/meal/policy.yaml,line={length},col=1,endColumn=6,title=ARB104::duplicate key `title`"
        "%0Afirst one here: rules/meal/policy.yaml:2:1%0Ahelp: remove one"
    )
    assert run("check", "--format", "github").stdout == ""


def test_what_annotations_must_escape() -> None:
    odd = Diagnostic("ARB101", "error", "50%\r\nof it", Span("a,b:c%.yaml", 1, 2, 3), None)
    assert annotations([], [odd]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endColumn=5,title=ARB101::50%25%0D%0Aof it\n"
    )
    assert annotations([], [Diagnostic("ARB110", "error", "no", None, "x")]) == "::error title=ARB110::no%0Ahelp: x\n"


def test_an_unknown_format_is_a_usage_error(run: Run) -> None:
    assert run("check", "--format", "xml").exit_code == 2


def test_cliffs_are_listed_for_authors(run: Run) -> None:
    result = run("check", "--cliffs", "parcel")
    assert result.exit_code == 0
    assert "human_from = 500.00 EUR (C-3.1), just below → just above" in result.stdout
    assert "not_received, route: auto → human" in result.stdout
    assert "delivered_scan: moderate → slight" in result.stdout
    assert "just below" not in run("check", "parcel").stdout, "only who asks gets them"


def test_a_pack_without_cliffs_says_so(run: Run) -> None:
    assert "no cliffs" in run("check", "--cliffs", "common").stdout


def test_missing_sentences_and_clauses_are_printed_ready_to_paste(run: Run, tmp_path: Path) -> None:
    """What is pasted is found, and told until it is written: no letter ever says `TODO`."""
    pack = tmp_path / "tools"
    shutil.copytree(ROOT / "docs" / "reference" / "language" / "tools", pack)
    texts, manual = pack / "texts" / "en.ftl", pack / "manual.md"
    whole, clauses = texts.read_text("utf-8"), manual.read_text("utf-8")
    left = whole.replace(whole[whole.index("report_broken =") : whole.index("signed_broken =")], "")
    left = left.replace("    .pay-repair", "    # .pay-repair")
    texts.write_text(left, "utf-8")
    manual.write_text(clauses.replace("## T-3.3", "## T-3.9"), "utf-8")
    told = run("check", pack)
    assert told.exit_code == 1
    assert f"arbiter check {pack} --missing-texts" in told.stderr.replace("\n", "")
    printed = run("check", pack, "--missing-texts")
    assert printed.exit_code == 0
    added, begun, missing = printed.stdout.partition("# To be added in texts/en.ftl")
    assert "report_broken = TODO" in added
    assert "    .missing = TODO" in added
    assert "signed_broken" not in added
    assert "# repair =\n    .pay-repair = TODO" in begun + missing
    assert "## T-3.3\nTODO what is cited by `nothing-owed` (claims/broken_return.yaml:" in missing
    texts.write_text(left.replace("    # .pay-repair", "    .pay-repair") + added, "utf-8")
    manual.write_text(clauses, "utf-8")
    again = run("check", pack)
    assert again.exit_code == 1
    assert "the text `report_broken.missing` in `en` is still to be written" in again.stderr
    assert "--missing-texts" not in again.stderr, "nothing is left to paste"
    texts.write_text(whole, "utf-8")
    assert run("check", pack).exit_code == 0
    nothing = run("check", pack, "--missing-texts")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "no sentence and no clause is missing" in nothing.stderr


def test_many_missing_sentences_are_one_line(run: Run, tmp_path: Path) -> None:
    """After a first draft they would hide what is wrong with its rules."""
    pack = tmp_path / "tools"
    shutil.copytree(ROOT / "docs" / "reference" / "language" / "tools", pack)
    (pack / "texts" / "en.ftl").write_text("policy_title = Tools\n", "utf-8")
    (pack / "manual.md").write_text("", "utf-8")
    claim = pack / "claims" / "broken_return.yaml"
    claim.write_text(claim.read_text("utf-8").replace("{broken: no}", "{brokn: no}", 1), "utf-8")
    result = run("check", pack)
    assert result.exit_code == 1
    assert result.stderr.count("error[") == 1
    assert "did you mean `broken`?" in result.stderr
    found = json.loads(run("check", pack, "--json").stdout)["packs"][0]["diagnostics"]
    told = " ".join(result.stderr.split())
    assert f"{len(found) - 1} sentences and clauses are missing: arbiter check" in told
    assert told.count("--missing-texts") == 1
    assert f"✗ tools: {len(found)} errors" in result.stdout, "they are counted"
    assert run("check", pack, "--all").stderr.count("error[") == len(found)
    assert run("check", pack, "--format", "github").stdout.count("::error") == len(found)
    pasted = run("check", pack, "--missing-texts").stdout.partition("# To be added to manual.md")
    (pack / "texts" / "en.ftl").write_text("policy_title = Tools\n" + pasted[0], "utf-8")
    (pack / "manual.md").write_text(pasted[2], "utf-8")
    again = run("check", pack)
    assert again.stderr.count("error[") == 1, "what is pasted and not yet written hides nothing either"
    assert "sentences still begin with `TODO`: arbiter check" in " ".join(again.stderr.split())


def test_what_may_be_added_is_told_in_comments(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "tools"
    shutil.copytree(ROOT / "docs" / "reference" / "language" / "tools", pack)
    (pack / "texts" / "en.ftl").write_text("policy_title = Tools\n", "utf-8")
    late = "question: late\nclause: T-2.1\notherwise: no\nyes:\n  - {id: long, if: {order.placed_at: known}}\n"
    (pack / "questions" / "late.yaml").write_text(late, "utf-8")
    claim = pack / "claims" / "broken_return.yaml"
    later = "then: {ask: repair_bill, within: claim_days}, clause: T-3.1}"
    first, rest = claim.read_text("utf-8").split("clause: T-3.1}", 1)
    claim.write_text(first + later + rest, "utf-8")
    printed = run("check", pack, "--missing-texts").stdout
    assert "# You may add: .pay-repair-then: when its sequel comes in, as a sentence.\nrepair = TODO" in printed
    assert "# You may add: .yes-shown, .no-shown: the answer where evidence shows it.\nbroken = TODO" in printed
    assert "# You may add: .long: what a line means. It may quote the fields that it tests.\nlate = TODO" in printed
    assert "# You may add: .its_field" in printed
    assert printed.index("records.yaml:") < printed.index("kind_")
