"""Bad input: whatever is wrong with a case, something is asked for, it is refused with reasons, or the rest is decided.

Every fault of `faults` in every claim of every pack. A claim that is added later is covered without a line here, but
for what it has to say about its time: see `AT_ANY_TIME`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

import pytest

from arbiter import Policy, load_policy
from arbiter.decide import record
from arbiter.explain import explanation
from arbiter.policy.conditions import RecordTest, leaves
from evidence import TimeType
from tests.properties.came import Came, Letters, check, given_back, result, what_comes
from tests.properties.claimed import Data, Drafts, claims_of
from tests.properties.faults import ROOT, Fault, examples, faults_of, written

CASES = int(os.environ.get("ARBITER_BAD_CASES", "1"))
"""How many examples of each claim are tried."""

# Claims that have no time limit, with the clause that says so or that gives another time.
AT_ANY_TIME = {
    ("meal", "courier_cancelled"): "M-7.1", ("meal", "courier_conduct"): "M-7.6", ("meal", "malicious_review"): "M-9.1",
    ("meal", "unsafe_food"): "M-8.1", ("parcel", "after_sales_refused"): "P-18.2", ("parcel", "buyer_abuse"): "P-19.1",
    ("parcel", "refund_not_issued"): "P-17.3",
}  # fmt: skip


@cache
def policies() -> dict[str, Policy]:
    """Every pack of `rules/` that decides claims."""
    found = (load_policy(folder) for folder in sorted((ROOT / "rules").iterdir()) if (folder / "policy.yaml").is_file())
    return {policy.id: policy for policy in found if policy.claims}


@cache
def letters(pack: str) -> Letters:
    return Letters(policies()[pack])


@cache
def fields_of(pack: str, claim: str) -> set[tuple[str, str]]:
    """The fields that something turns on in a claim."""
    return Drafts(policies()[pack], policies()[pack].claims[claim]).fields


@cache
def cases_of(pack: str, claim: str) -> list[Data]:
    """Good cases about a claim: its examples, or else one made from its rules."""
    found = [written(path) for path in examples().get((pack, claim), ())[:CASES]]
    return found or [Drafts(policies()[pack], policies()[pack].claims[claim]).case(Random(1))]


every_claim = pytest.mark.parametrize(("pack", "claim"), list(claims_of(policies())))
Expectation = Callable[["Tried"], None]


class Tried:
    """A fault that was tried: what came of it, and what came of the case without it."""

    def __init__(self, pack: str, claim: str, fault: Fault, before: Came, after: Came) -> None:
        self.pack, self.claim, self.fault, self.before, self.after = pack, claim, fault, before, after
        self.policy = policies()[pack]
        self.rules = self.policy.claims[claim]

    def refused(self, *codes: str) -> None:
        """It was not decided, with an error of one of these codes."""
        assert self.after.refused
        assert self.after.codes & set(codes), self.after.diagnostics

    def warned(self, *codes: str) -> None:
        """It was decided, with a warning of one of these codes."""
        assert not self.after.refused, self.after.diagnostics
        assert self.after.codes & set(codes), self.after.diagnostics

    def on_the_rest(self) -> None:
        """Nothing turned on it: it was decided as without the fault."""
        assert not self.after.refused, self.after.diagnostics
        assert result(self.after) == result(self.before)

    @property
    def turns_on_it(self) -> bool:
        """Whether anything in the claim turns on the field that is unknown."""
        return self.fault.unknown in fields_of(self.pack, self.claim)

    @property
    def parted(self) -> bool:
        """Whether something is settled for each part of the order."""
        return any(question.scope != "order" for question in Drafts(self.policy, self.rules).questions.values())


def missing_amount(tried: Tried) -> None:
    """What rests on it is asked for and not paid; the rest is decided."""
    after, (kind, name) = tried.after, tried.fault.unknown
    if not tried.turns_on_it:
        tried.on_the_rest()
        return
    assert not after.refused
    short = [head for head in after.verdict.heads if ("missing_amount", head.id) in after.reasons]
    for head in short:
        assert not [one for one in after.verdict.transfers if one.head == head.id and head.part is None]
        assert after.verdict.status == "referred"
        assert (kind, name) in after.asked or ("order", "items") in after.asked, after.asked
    if (kind, name) == ("claim", "amount"):
        assert after.verdict.status == "referred"
        assert after.reasons


def unknown_value(tried: Tried) -> None:
    """A null is a missing value; what cannot be read is told at its place, and its record answered in the letters."""
    owner, name = tried.fault.place.split(" ")[0].split(".")
    if tried.fault.unknown is not None:
        missing_amount(tried)
        return
    after = tried.after
    null = tried.fault.place.endswith(" None")
    if after.refused:
        assert after.codes <= {"ARB402", "ARB403", "ARB406", "ARB501"}, after.diagnostics
        assert any(f"`{name}`" in one.message or name in ("claim", "quantity") for one in after.diagnostics)
        return
    if null and not after.codes:
        # Notices count for hearing and asking, whatever rules test; from a time, minutes follow.
        typed = tried.policy.vocabulary[owner][name]
        if (owner, name) not in fields_of(tried.pack, tried.claim) and owner != "notice" and typed != TimeType():
            tried.on_the_rest()
        return
    tried.warned("ARB420", "ARB421", "ARB422", "ARB423", "ARB425", "ARB431")
    assert any(f"`{name}`" in one.message and f"`{owner}`" in one.message for one in after.diagnostics)
    rejected = [item for item in after.derivations[-1].items if item.admission.status == "rejected"]
    assert rejected, "the record is answered"
    shown = record(after.derivations[-1]).reasoning["records"]
    assert all(shown[item.id]["admission"] for item in rejected)


def missing_order(tried: Tried) -> None:
    if tried.fault.place == "no lines":
        if not tried.parted:
            tried.on_the_rest()
            return
        assert ("order", "items") in tried.after.asked
        assert "parts" in {cause for cause, _ in tried.after.reasons}
        assert not tried.after.paid
        return
    tried.refused("ARB408" if tried.fault.place == "two" else "ARB402")


def other_currency(tried: Tried) -> None:
    """It is told where it stands; nothing is paid in it, and a person decides where something turns on it."""
    tried.warned("ARB443")
    if tried.fault.place in ("claim.amount", "already_made_good") and tried.before.paid:
        assert tried.after.verdict.status == "referred"
        assert not tried.after.paid


def items_not_in_the_order(tried: Tried) -> None:
    codes = {"claimed": "ARB508", "more units": "ARB509", "twice": "ARB406", "no units": "ARB406",
             "line twice": "ARB402"}  # fmt: skip
    if tried.fault.place == "evidence":
        tried.warned("ARB442")
    else:
        tried.refused(codes[tried.fault.place])


def gates_of_time(tried: Tried, field: str = "") -> list[str]:
    """The gates that test how long ago something was when the claim was filed."""
    return [
        gate.id
        for gate in tried.rules.gates
        for leaf in leaves(gate.condition)
        if isinstance(leaf, RecordTest) and leaf.kind == "claim"
        for test in leaf.tests
        if "_after_" in test.field and field in test.field
    ]


def too_late(tried: Tried) -> None:
    """Refused by the gate of its clause; or told that a claim is too early or comes after the day of deciding."""
    place, after = tried.fault.place, tried.after
    if place in ("before the order", "after deciding"):
        tried.refused("ARB512" if place == "before the order" else "ARB507")
        return
    assert not after.refused
    gates = gates_of_time(tried, {"no delivery known": "delivered", "no promise known": "promise"}.get(place, ""))
    if (tried.pack, tried.claim) in AT_ANY_TIME:
        assert not gates_of_time(tried)
        return
    if place != "two years":
        if gates:
            assert after.verdict.status == "referred"
            assert after.reasons & {("unknown", gate) for gate in gates}
            wanted = ("order", "promised_by") if place == "no promise known" else ("tracking_event", None)
            asked = {kind for one in after.derivations[-1].items for kind in one.fields.get("asks", ())}
            assert wanted in after.asked or wanted[0] in asked
        return
    assert gates, "a claim has a time limit, or stands in AT_ANY_TIME with the clause that says so"
    assert {head.gate for head in after.verdict.heads} <= set(gates)
    assert after.verdict.heads
    assert not after.paid
    clauses = {gate.id: gate.clause for gate in tried.rules.gates}
    manual = (ROOT / "rules" / tried.pack / "manual.md").read_text(encoding="utf-8")
    assert all(f"### {clauses[head.gate]}" in manual for head in after.verdict.heads)


def already_settled(tried: Tried) -> None:
    """Nothing is paid twice: what was given back is taken off, or a person decides."""
    place, before, after = tried.fault.place, tried.before, tried.after
    if place.startswith(("case.", "claim.")):
        tried.refused("ARB405")
    elif place == "the claim twice":
        tried.refused("ARB407")
    elif place == "claimed before":
        assert after.paid == before.paid
    elif place == "in part":
        assert before.paid - given_back(tried.fault.data).minor <= after.paid <= before.paid
        assert after.paid < before.paid or not before.paid or before.verdict.heads[0].capped_by_claim
    elif place in ("in whole", "by more"):
        whole = [one for one in after.verdict.heads if one.amount is not None and one.amount.minor]
        assert not after.paid or (place == "in whole" and all("order." not in one.formula for one in whole))
    else:
        assert not after.paid or after.verdict.status == "referred", "the books show that it was given back"


def wrong_party(tried: Tried) -> None:
    place = tried.fault.place
    if place == "statement for another":
        tried.warned("ARB432")
    elif place == "order by buyer":
        tried.refused("ARB402")
    elif place == "stranger in parties":
        tried.refused("ARB405")
    else:
        role = place.removeprefix("claim by ") in ("buyer", "seller", "courier", "carrier", "platform")
        tried.refused("ARB503" if role else "ARB406")


EXPECTED: dict[str, Expectation] = {
    "missing amount": missing_amount, "unknown value": unknown_value, "missing order": missing_order,
    "other currency": other_currency, "items not in the order": items_not_in_the_order, "too late": too_late,
    "already settled": already_settled, "wrong party": wrong_party,
}  # fmt: skip


def tries(pack: str, claim: str, folder: Path) -> Iterator[Tried]:
    """Every fault in every good case about a claim, and what came of it."""
    policy = policies()[pack]
    for data in cases_of(pack, claim):
        before = what_comes(data, policy, folder)
        assert not before.refused, before.diagnostics
        check(before, policy)
        for fault in faults_of(data, policy):
            yield Tried(pack, claim, fault, before, what_comes(fault.data, policy, folder))


@every_claim
def test_every_fault_is_asked_for_refused_or_decided_on_the_rest(
    pack: str, claim: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of eight kinds of fault in every sensible place; what must come of it stands in `EXPECTED`.

    Letters can be written about what is left, to everybody in every language, and the same file gives the same bytes.
    """
    monkeypatch.setattr(explanation, "MAX_DECISIONS", 6)
    kinds, wrong = set(), []
    for tried in tries(pack, claim, tmp_path):
        new = tried.fault.kind not in kinds and not tried.after.refused
        try:
            check(tried.after, tried.policy)
            EXPECTED[tried.fault.kind](tried)
            letters(pack).check(tried.after)
            if new:
                kinds.add(tried.fault.kind)
                same_bytes(tried, tmp_path)
        except AssertionError as problem:
            wrong.append(f"{tried.fault.name}: {problem}")
    assert not wrong, "\n".join(wrong)
    assert letters(pack).whole(what_comes(cases_of(pack, claim)[0], policies()[pack], tmp_path))
    assert kinds >= {"unknown value", "too late", "already settled"}, "faults that leave something to decide"


def same_bytes(tried: Tried, folder: Path) -> None:
    again = what_comes(tried.fault.data, tried.policy, folder)
    assert record(again.derivations[-1]).content == record(tried.after.derivations[-1]).content


# Several faults at once

COMBINED = int(os.environ.get("ARBITER_BAD_COMBINED", "300"))
"""How many cases of each pack have two or three faults."""


def test_packs_have_cases_for_combined_faults() -> None:
    assert {"parcel", "meal", "exchange"} <= set(policies())


@pytest.mark.parametrize("pack", list(policies()))
def test_two_or_three_faults_at_once(pack: str, tmp_path: Path) -> None:
    """Whatever comes together: refused with reasons, or decided within what was lost, and told in every language."""
    random, policy = Random(1), policies()[pack]
    claims = list(policy.claims)
    refused = 0
    for number in range(COMBINED):
        good = cases_of(pack, claims[number % len(claims)])[0]
        faults = random.sample(mild(list(faults_of(good, policy))), random.choice((2, 3)))
        data, names = deepcopy(good), [fault.name for fault in faults]
        for fault in faults:
            # What one fault has taken out, another cannot change.
            with suppress(AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError):
                fault.change(data)
        came = what_comes(data, policy, tmp_path)
        refused += came.refused
        try:
            check(came, policy)
            letters(pack).check(came)
        except AssertionError as problem:
            raise AssertionError(f"{' + '.join(names)}: {problem}") from problem
    assert refused < COMBINED * 3 / 4, "many must be decided, or little is tried"


def mild(faults: list[Fault]) -> list[Fault]:
    """Faults that often leave something to decide; of those that stop everything, one in eight."""
    stopping = ("missing order", "wrong party")
    return [one for number, one in enumerate(faults) if one.kind not in stopping or number % 8 == 0]
