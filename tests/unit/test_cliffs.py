"""Cliffs of the parcel pack, where they are known, and what a small world holds."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from arbiter.explain import worlds
from arbiter.explain.cliffs import Cliff, cliffs_of
from arbiter.loading import load_policy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def parcel() -> tuple[Cliff, ...]:
    return cliffs_of(load_policy("parcel"))


def of(cliffs: tuple[Cliff, ...], name: str, at: str, step: str | None = None) -> Cliff:
    """The one cliff of a name at a place, of the claim that a parcel was not received."""
    mine = (one for one in cliffs if one.claim == "not_received")
    (found,) = (one for one in mine if (one.name, one.at) == (name, at) and step in (None, one.step))
    return found


def changed(tmp_path: Path, file: str, old: str, new: str) -> tuple[Cliff, ...]:
    rules = Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))
    text = (rules / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (rules / file).write_text(text.replace(old, new), encoding="utf-8")
    return cliffs_of(load_policy(rules / "parcel"))


def test_from_a_price_on_only_a_signature_counts(parcel: tuple[Cliff, ...]) -> None:
    """One cent more, and a scan that proved delivery proves nothing: the carrier pays."""
    cliff = of(parcel, "signature_from", "delivered")
    assert (cliff.value, cliff.clause) == ("750.00 EUR", "P-4.3")
    assert (cliff.before, cliff.after) == ("shown yes", "no")
    assert cliff.situation == ("denies_receipt", "delivered_scan", "dispatched: yes"), "the smallest, and nothing else"
    (flip,) = cliff.then
    assert flip.what == "price"
    assert flip.before == "nothing is owed"
    assert flip.after.endswith("borne by carrier")


def test_the_same_price_moves_the_loss_to_the_platform(parcel: tuple[Cliff, ...]) -> None:
    """A parameter that stands in two rules has two cliffs, each with what must hold besides."""
    cliff = of(parcel, "signature_from", "price")
    assert cliff.before.endswith("borne by carrier")
    assert cliff.after.endswith("borne by platform")
    assert cliff.situation == ("order.signature_requested: not_requested", "delivered: no", "dispatched: yes")


def test_a_metre_decides_whether_a_scan_was_made_elsewhere(parcel: tuple[Cliff, ...]) -> None:
    cliff = of(parcel, "elsewhere_from", "delivered")
    assert (cliff.value, cliff.before, cliff.after) == ("150 m", "shown yes", "shown no")
    assert "delivered_scan" in cliff.situation, "just below the limit the scan itself is still there"
    assert "scan_elsewhere" not in cliff.situation, "that is what the step changes"
    assert [flip.what for flip in cliff.then] == ["price"]


def test_a_large_claim_goes_to_a_person(parcel: tuple[Cliff, ...]) -> None:
    cliff = of(parcel, "human_from", "route")
    assert (cliff.value, cliff.before, cliff.after, cliff.situation) == ("500.00 EUR", "auto", "human", ())


def test_a_weaker_scan_proves_nothing(parcel: tuple[Cliff, ...]) -> None:
    cliff = of(parcel, "delivered_scan", "delivered", "moderate → slight")
    assert (cliff.before, cliff.after) == ("shown yes", "no")
    assert cliff.span.file.endswith("signals.yaml")
    assert {"denies_receipt", "delivered_scan"} <= set(cliff.situation), "a question that nobody raised is not weighed"


def test_a_bare_word_is_never_tried_as_more_than_one(parcel: tuple[Cliff, ...]) -> None:
    """The language refuses a statement above slight, so that step is none an author could take."""
    assert not any(cliff.name == "denies_receipt" for cliff in parcel)


def test_a_step_that_changes_no_result_is_no_cliff(tmp_path: Path) -> None:
    """An answer may flip without anything following: then nobody need know."""
    nothing = "if: {delivered: yes}, amount: 0"
    cliffs = changed(tmp_path, "parcel/claims/not_received.yaml", nothing, "if: {delivered: yes}")
    assert not any(cliff.at == "delivered" for cliff in cliffs), "the same is owed, delivered or not"
    assert any(cliff.at == "dispatched" for cliff in cliffs), "who bears it still turns on something"


def test_the_step_back_is_a_cliff_too(tmp_path: Path, parcel: tuple[Cliff, ...]) -> None:
    """A signature that is only strong no longer beats a far scan; made conclusive, it does."""
    assert of(parcel, "signed", "delivered", "conclusive → strong")
    strong, conclusive = "strength: strong, held_by: carrier", "strength: conclusive, held_by: carrier"
    weaker = changed(tmp_path, "parcel/signals.yaml", conclusive, strong)
    assert of(weaker, "signed", "delivered", "strong → conclusive").after == "shown yes"


def test_the_order_is_the_same_every_time(parcel: tuple[Cliff, ...]) -> None:
    assert cliffs_of(load_policy("parcel")) == parcel
    assert not any(cliff.bounded for cliff in parcel)
    keys = [(one.claim, one.name, one.step, one.at, one.before, one.after) for one in parcel]
    assert len(set(keys)) == len(keys), "each once"


def test_before_a_parameter_begins_it_has_no_cliff() -> None:
    """Where it has no value, nothing lies below or above it."""
    names = {cliff.name for cliff in cliffs_of(load_policy("parcel"), date(2020, 1, 1))}
    assert not names & {"signature_from", "elsewhere_from", "human_from"}
    assert "delivered_scan" in names


def test_a_world_too_large_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a small bound the simplest situations are still looked at, and every cliff says that there may be more."""
    monkeypatch.setattr(worlds, "LIMIT", 30)
    cliffs = cliffs_of(load_policy("parcel"))
    assert cliffs
    assert all(cliff.bounded for cliff in cliffs)
    assert of(cliffs, "human_from", "route").after == "human"


def test_what_a_courier_appeals_with_has_no_cliff() -> None:
    """Its one argument is worth what its author says, not what its weakest premise weighs."""
    assert "courier_cancelled" not in [cliff.claim for cliff in cliffs_of(load_policy("meal"))]
