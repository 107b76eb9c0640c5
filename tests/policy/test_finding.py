"""How a pack and its parents are found, and what a policy is: its files, wherever they stand."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from arbiter import CaseFile, PolicyError, decide
from arbiter.loading import check_policy, load_policy
from arbiter.policy.load import policy_from_files, read_policy
from arbiter.policy.parse.reader import Problems

ROOT = Path(__file__).resolve().parents[2]
Change = Callable[[str, str, str], None]


def test_by_path_name_and_variable(packs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder, absolute or relative, from outside or from within, is the same policy."""
    policy = load_policy(packs / "shop")
    assert load_policy("shop").digest == policy.digest
    assert load_policy(Path("shop")).digest == policy.digest
    assert load_policy("./shop").digest == policy.digest
    assert load_policy("../packs/shop/").digest == policy.digest
    monkeypatch.chdir(packs / "shop")
    assert load_policy(".").digest == policy.digest
    monkeypatch.chdir(packs / "shop" / "texts")
    assert load_policy("..").digest == policy.digest
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PolicyError, match="ARB110"):
        load_policy("shop")
    monkeypatch.setenv("ARBITER_RULES", str(packs))
    assert load_policy("shop").digest == policy.digest


def test_a_name_is_never_taken_from_where_one_stands(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case names `parcel`: a folder of that name in the working folder does not decide it."""
    bundled = load_policy("parcel").digest
    os.rename(packs / "shop", packs / "parcel")
    assert load_policy("parcel").digest == bundled
    assert load_policy("./parcel").digest != bundled


def test_a_parent_is_found_beside_first(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then in ARBITER_RULES, then among the bundled packs; never where one stands."""
    elsewhere = packs.parent / "elsewhere"
    copytree(packs / "base", elsewhere / "base")
    (elsewhere / "base/parameters.yaml").write_text("far: {unit: m, clause: B, from 2026-01-01: 1}\n", encoding="utf-8")
    monkeypatch.chdir(elsewhere)
    assert "pay_days" in load_policy(packs / "shop").parameters
    os.rename(packs / "base", packs.parent / "base")
    _, diagnostics, _ = check_policy(packs / "shop")
    assert [one.code for one in diagnostics] == ["ARB110"]
    monkeypatch.setenv("ARBITER_RULES", str(packs.parent))
    assert "pay_days" in load_policy(packs / "shop").parameters


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a/b", "no such pack", "\x00", "x" * 5000, "rules"])
def test_what_is_no_pack(packs: Path, name: str) -> None:
    """A directory without a header is no pack, whatever it is called."""
    policy, diagnostics, _ = check_policy(name)
    assert policy is None
    assert [one.code for one in diagnostics] == ["ARB110"]


def test_the_digest_does_not_know_where_the_folder_stands(packs: Path, tmp_path: Path) -> None:
    before = load_policy("shop")
    copytree(packs, tmp_path / "far" / "away")
    after = load_policy(tmp_path / "far" / "away" / "shop")
    assert after.digest == before.digest
    assert after.files == before.files
    assert all(name.split("/")[0] in ("base", "shop") for name in after.files)


def test_the_digest_knows_every_file(packs: Path, change: Change) -> None:
    before = load_policy("shop").digest
    change("base/parameters.yaml", "2020-01-01: 14", "2020-01-01: 15")
    assert load_policy("shop").digest != before


@pytest.mark.parametrize(("pack", "example"), [("parcel", "3-scanned-elsewhere"), ("meal", "5-courier-in-the-snow")])
def test_stored_files_are_the_same_policy_in_any_order(pack: str, example: str) -> None:
    """A database gives files back as it likes; parents are found by `extends`."""
    policy = load_policy(ROOT / "rules" / pack)
    case = CaseFile.read(ROOT / "examples" / example)
    names = sorted(policy.files)
    for seed in range(5):
        Random(seed).shuffle(names)
        again = policy_from_files({name: policy.files[name] for name in names})
        assert again is not None
        assert (again.digest, again.id, again.replaced) == (policy.digest, policy.id, policy.replaced)
        assert list(again.questions) == list(policy.questions)
        assert decide(case, again).content == decide(case, policy).content


def refused(files: dict[str, str]) -> list[str]:
    problems = Problems()
    assert policy_from_files(files, problems) is None
    assert all(one.help for one in problems.found)
    return [one.code for one in problems.found]


def test_stored_files_that_are_no_policy(packs: Path) -> None:
    files = dict(load_policy("shop").files)
    assert refused({}) == ["ARB108"]
    assert refused({"policy.yaml": "policy: a\n"}) == ["ARB109"]
    assert refused({name: text for name, text in files.items() if name.startswith("shop/")}) == ["ARB110"]
    assert "ARB114" in refused({name: text for name, text in files.items() if name != "base/policy.yaml"})
    assert refused(files | {f"other/{n[5:]}": text for n, text in files.items() if n.startswith("shop/")}) == ["ARB113"]
    ring = files["base/policy.yaml"] + "extends: shop\n"
    assert refused(files | {"base/policy.yaml": ring}) == ["ARB111"]


def test_what_is_replaced_is_listed(packs: Path, change: Change) -> None:
    """Replaced whole: nothing of the parent's parameter is left."""
    change("shop/parameters.yaml", "far_from:", "pay_days: {unit: d, clause: S-9, from 2026-01-01: 7}\nfar_from:")
    policy = load_policy("shop")
    assert policy.replaced == ("parameter pay_days",)
    assert [(value.first.year, value.value) for value in policy.parameters["pay_days"].values] == [(2026, 7)]
    assert policy.parameters["pay_days"].clause == "S-9"


def test_a_kind_that_is_declared_again_is_listed(packs: Path, change: Change) -> None:
    """Records would else be read by other fields, and nobody would know why. New words replace nothing."""
    for pack, fields in (("base", "at: time, cost: money"), ("shop", "at: time")):
        kind = f"repair_bill: {{submitted_by: [buyer], happened: at, fields: {{{fields}}}}}\n"
        (packs / pack / "records.yaml").write_text(f"{kind}history: {{fields: {{what: [{pack}_words]}}}}\n", "utf-8")
    for name in (packs / "shop" / "texts").iterdir():
        name.write_text(name.read_text("utf-8") + "\nkind_repair_bill = a bill\n", "utf-8")
    policy, _, _ = check_policy("shop")
    assert policy is not None
    assert policy.replaced == ("kind of record repair_bill",)
    assert set(policy.kinds.declared["repair_bill"].fields) == {"at"}
    assert policy.kinds.words["history", "what"] >= {"base_words", "shop_words"}


def test_files_are_told_by_the_names_they_are_shown_under(packs: Path) -> None:
    _, _, files = read_policy("shop")
    assert "shop/policy.yaml" in files
    assert "base/policy.yaml" in files
