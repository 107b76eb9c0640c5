"""What holds for every case, whole or broken: nothing is lost, nothing depends on names, nobody pays without cause.

Cases are generated from the vocabulary here; only the bundled packs and one strict pack of this file decide them.
"""

import shutil
from collections import Counter
from copy import deepcopy
from datetime import datetime, timedelta, timezone
from functools import cache
from json import dumps
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from arbiter import CaseFile, CaseFileError, DecideError, Decision, Policy, decide, explain, load_policy
from arbiter.decide import derive
from arbiter.policy.model import ADVERSE_MEASURES
from evidence import Diagnostic
from evidence.records import ASKED

ROOT = Path(__file__).resolve().parents[2]
ZONE = timezone(timedelta(hours=1))
START = datetime(2026, 3, 1, 12, tzinfo=ZONE)
AS_OF = START + timedelta(days=20)
Data = dict[str, Any]

whole = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])

days = st.integers(0, 19).map(lambda day: (START + timedelta(days=day)).isoformat())
amounts = st.sampled_from(
    ["80.00", "80.00", "120.00", "0.00", "0.01", "499.99", "500.00", "749.99", "750.00", "900.00"]
)
money = st.builds(lambda number, code: f"{number} {code}", amounts, st.sampled_from(["EUR"] * 12 + ["USD"]))
NEAR, FAR = {"lat": "53.075", "lon": "8.807"}, {"lat": "53.0764", "lon": "8.807"}
places = st.sampled_from([NEAR, NEAR, NEAR, FAR, FAR, {"lat": "0", "lon": "0"}, None])
SHIPMENT = {"shipment": "S-1"}
abouts = st.sampled_from([SHIPMENT] * 6 + [{"shipment": "S-2"}, {**SHIPMENT, "attempt": "1"}, None])
parties = st.sampled_from(["buyer", "seller", "carrier"])


def mostly(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The values, and now and then nothing: what is unknown must be met, but not in every case."""
    return st.integers(0, 7).flatmap(lambda roll: st.none() if roll == 7 else values)


def record(kind: str, sender: Any, /, **fields: Any) -> st.SearchStrategy[Data]:
    """Records of a kind; a field that is None is left out."""
    fixed = {name: value if isinstance(value, st.SearchStrategy) else st.just(value) for name, value in fields.items()}
    by = sender if isinstance(sender, st.SearchStrategy) else st.just(sender)
    return st.fixed_dictionaries({"kind": st.just(kind), "submitted_by": by, "about": abouts, **fixed}).map(
        lambda found: {name: value for name, value in found.items() if value is not None}
    )


def own_words(by: str) -> st.SearchStrategy[Data]:
    says = st.sampled_from(["not_received", "received", "handed_over", "courier_cancelled", "other"])
    return record("statement", by, by=by, says=says, at=days)


def notices(to: st.SearchStrategy[str]) -> st.SearchStrategy[Data]:
    asks = st.lists(st.sampled_from(ASKED), max_size=3, unique=True)
    shown = st.lists(st.integers(0, 9), max_size=6, unique=True)
    answer = st.sampled_from(["none", "none", "received", "declined"])
    deadline = st.integers(15, 25).map(lambda day: (START + timedelta(days=day)).isoformat())
    sent = START.isoformat()
    return record("notice", "platform", to=to, sent_at=sent, deadline=deadline, answer=answer, asks=asks, shown=shown)


codes = st.sampled_from(["accepted", "delivered", "delivered", "not_received", "in_transit", "lost"])
proofs = st.sampled_from(["signature", "signature", "photo", "none"])
takers = st.sampled_from(["buyer", "household", "neighbour", None])
readings = st.sampled_from(["posting_receipt", "collection_note", "hospital_note", "other"])
spots = st.sampled_from(["hospital", "hospital", "road", "restaurant", None])
notes = st.builds(
    lambda whole: {**whole, "by": "operator", "says": "hospital_note"},
    record("reading", "platform", of=st.integers(0, 9)),
)
papers = st.one_of(record("photo", parties), record("document", parties))
read_by = st.sampled_from([("platform", "operator"), ("platform", "detector"), ("seller", "party")])
read = st.builds(
    lambda whole, who: {**whole, "submitted_by": who[0], "by": who[1]},
    record("reading", "platform", of=st.integers(0, 9), says=readings),
    read_by,
)
PARCEL = st.one_of(
    record("tracking_event", "carrier", at=days, code=codes, place=places),
    record("tracking_event", "carrier", at=days, code=codes, place=places),
    record("handover", "carrier", at=days, proof=proofs, recipient=takers),
    notices(parties),
    read,
    papers,
    parties.flatmap(own_words),
)
MEAL = st.one_of(
    record("courier_report", "platform", at=days, place=spots),
    notices(st.sampled_from(["courier", "buyer"])),
    read,
    notes,
    record("document", "courier"),
    own_words("courier"),
)
orders = record(
    "order",
    "platform",
    placed_at=st.just(START.isoformat()),
    total=mostly(money),
    price=mostly(money),
    carrier=mostly(st.just("Parcelnord")),
    signature_requested=mostly(st.sampled_from(["requested", "not_requested"])),
    place=places,
)


@st.composite
def cases(draw: st.DrawFn, pack: str | None = None, max_records: int = 9) -> Data:
    """The data of a whole case: an order and some records that name each other by id."""
    pack = pack or draw(st.sampled_from(["parcel", "parcel", "meal"]))
    parcel = pack == "parcel"
    count = draw(st.integers(0, max_records))
    found = [draw(orders), *(draw(PARCEL if parcel else MEAL) for _ in range(count))]
    for number, one in enumerate(found):
        one["id"] = f"R-{number}"
    for one in found:
        if "of" in one:
            one["of"] = f"R-{one['of'] % len(found)}"
        if "shown" in one:
            one["shown"] = sorted({f"R-{number % len(found)}" for number in one["shown"]})
    claim = {"id": "K-1", "claim": "not_received" if parcel else "courier_cancelled"}
    claim |= {"by": "buyer" if parcel else "courier", "filed_at": draw(days)}
    for name, values in (("amount", mostly(money)), ("already_made_good", st.none() | money)):
        if (value := draw(values)) is not None:
            claim[name] = value
    funds = draw(st.sampled_from(["escrow", "seller", "cash"]))
    people = {role: {"name": f"{role} N."} for role in ("buyer", "seller", "carrier" if parcel else "courier")}
    return {
        "case": "C-1", "policy": pack, "as_of": AS_OF.isoformat(), "claims": [claim], "parties": people,
        "funds_at": funds, "records": found,
    }  # fmt: skip


@cache
def policy(pack: str) -> Policy:
    return load_policy(ROOT / "rules" / pack)


def decided(data: Data) -> Decision:
    return decide(CaseFile.from_data(data), policy(data["policy"]))


def outcome(decision: Decision) -> Data:
    """All of a verdict that is about the parties and the rules, without the ids of records."""
    verdict = decision.verdict
    return {
        "status": decision.status,
        "findings": [
            (
                *(one[name] for name in ("question", "answer", "by", "burden_on", "burden_rule", "counted", "open")),
                {side: best and (best["argument"], best["strength"]) for side, best in one["best"].items()},
                sorted((d["answer"], d["argument"], d["strength"], d["by"]) for d in one["defeated"]),
            )
            for one in verdict["findings"]
        ],
        "hearings": [(one["party"], one["heard"]) for one in verdict["hearings"]],
        **{name: verdict[name] for name in ("heads", "transfers", "measures", "route", "asks", "guarantees")},
    }


# Nothing lost, nothing broken


@whole
@given(cases())
def test_whole_cases_are_decided(data: Data) -> None:
    """A case that can be read and has an order is decided, whatever it shows; both engines agree on it."""
    decision = decided(data)
    assert decision.status in ("final", "provisional", "referred")
    assert [reason for reason in decision.verdict["route"]["reasons"] if reason["cause"] == "engines"] == []


@whole
@given(cases())
def test_every_record_is_answered(data: Data) -> None:
    """Whoever sent something finds it in the reasoning, once, as used or as set aside."""
    derivation = derive(CaseFile.from_data(data), policy(data["policy"]))
    found = Counter(item.id for item in derivation.items)
    assert found == Counter(["K-1", "K-1:claim", *(one["id"] for one in data["records"])])
    effects = {name: one["effect"] for name, one in decided(data).reasoning["records"].items()}
    assert effects.keys() == found.keys()
    assert set(effects.values()) <= {"pivotal", "supporting", "outweighed", "none"}


JUNK = st.sampled_from(
    [
        None,
        "",
        "no",
        "x" * 3000,
        "-1",
        "1e9",
        [],
        {},
        ["a", ["b"]],
        {"a": "b"},
        5,
        True,
        1.5,
        "2026-13-45T99:00",
        "\x00",
        "🛵",
    ]
).map(deepcopy)  # later changes may reach into the junk, and must not reach the next example


@st.composite
def broken(draw: st.DrawFn) -> Data:
    """A case with a few keys taken out, or their values replaced by junk."""
    data = deepcopy(draw(cases(max_records=5)))
    for _ in range(draw(st.integers(1, 4))):
        place: Any = data
        while True:
            keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            inner = place[key]
            if isinstance(inner, dict | list) and inner and draw(st.integers(0, 5)):
                place = inner
                continue
            action = draw(st.sampled_from(["drop", "junk", "double"]))
            if action == "junk":
                place[key] = draw(JUNK)
            elif action == "drop":
                del place[key]
            elif isinstance(place, list):
                place.append(deepcopy(inner))
            break
    return data


@settings(whole, max_examples=300)
@given(broken())
def test_broken_cases_are_refused_or_decided(data: Data) -> None:
    """A caller sees a named error or a decision, never a traceback; what can be read is answered, once."""
    refused: tuple[Diagnostic, ...] = ()
    try:
        case = CaseFile.from_data(data)
    except CaseFileError as problem:
        refused = tuple(problem.diagnostics)
    if refused:
        assert any(one.severity == "error" for one in refused)
        return
    # The very same record sent twice is one record; all others are there, read or refused.
    different = {dumps(one, sort_keys=True) for one in data["records"]}
    assert len(different) <= len(case.records) + len(case.rejected) <= len(data["records"])
    pack = case.policy if case.policy in ("parcel", "meal") else "parcel"
    try:
        decision = decide(case, policy(pack))
    except DecideError as problem:
        refused = problem.diagnostics
    if refused:
        assert all(one.code.startswith("ARB50") for one in refused)
        return
    submitted = [one.id for one in (*case.records, *case.rejected)]
    assert len(set(submitted)) == len(submitted), "each under an id of its own"
    assert set(submitted) <= decision.reasoning["records"].keys()


@settings(whole, max_examples=25)
@given(cases(max_records=5))
def test_explaining_never_fails(data: Data) -> None:
    """Explanations change the evidence in ways nobody sent; that must not meet anything unforeseen."""
    case = CaseFile.from_data(data)
    decision = decide(case, policy(data["policy"]))
    explanation = explain(decision, case, policy(data["policy"]))
    assert explanation.tried <= 400
    assert all(one.changes for one in explanation.counterfactuals)


# Nothing depends on names or order


@whole
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(data: Data, random: Random) -> None:
    """Whoever sends first has no advantage: the very bytes are the same."""
    shuffled = deepcopy(data)
    random.shuffle(shuffled["records"])
    assert decided(shuffled).content == decided(data).content


@settings(whole, max_examples=250)
@given(cases(), st.randoms(use_true_random=False))
def test_names_do_not_matter(data: Data, random: Random) -> None:
    """Ids and names carry no meaning: renamed consistently, the same case has the same outcome."""
    renamed = deepcopy(data)
    names = [one["id"] for one in renamed["records"]]
    fresh = [f"{random.choice('AZaz')}{number}" for number in range(len(names))]
    random.shuffle(fresh)
    new = dict(zip(names, fresh, strict=True))
    for one in renamed["records"]:
        one["id"] = new[one["id"]]
        if "of" in one:
            one["of"] = new[one["of"]]
        if "shown" in one:
            one["shown"] = [new[name] for name in one["shown"]]
        if "about" in one:
            one["about"] = {part: f"<{name}>" for part, name in one["about"].items()}
        if "carrier" in one:
            one["carrier"] = "Süd & Söhne"
    renamed["case"] = "another"
    renamed["claims"][0]["id"] = "zz"
    for party in renamed["parties"].values():
        party["name"] = "Зоя"
    assert outcome(decided(renamed)) == outcome(decided(data))


# Nobody pays without cause


@whole
@given(cases(pack="parcel"))
def test_money_is_conserved_and_never_negative(data: Data) -> None:
    """What one pays another gets, in whole minor units; a transfer of nothing, or to oneself, is none."""
    decision = decided(data)
    sums: Counter[tuple[str, str]] = Counter()
    for transfer in decision.verdict["transfers"]:
        minor, currency = transfer["amount"]["minor"], transfer["amount"]["currency"]
        assert isinstance(minor, int)
        assert minor > 0
        assert transfer["from"] != transfer["to"]
        sums[transfer["from"], currency] -= minor
        sums[transfer["to"], currency] += minor
    for currency in {code for _, code in sums}:
        assert sum(minor for (_, code), minor in sums.items() if code == currency) == 0
    heads = [one for one in decision.verdict["heads"] if one["amount"] and one["bearer"] and one["amount"]["minor"]]
    assert len(decision.verdict["transfers"]) == len(heads), "each head that is owed and borne is paid once"


@whole
@given(cases(pack="parcel"))
def test_never_more_than_was_claimed_or_lost(data: Data) -> None:
    """Nobody gets more than asked for, nor more than the price after what was already made good."""
    decision = decided(data)
    claim = data["claims"][0]
    for transfer in decision.verdict["transfers"]:
        got, code = transfer["amount"]["minor"], transfer["amount"]["currency"]
        for limit in (claim.get("amount"), data["records"][0].get("price")):
            if limit is not None and limit.endswith(code):
                assert got <= round(float(limit.split()[0]) * 100)
        made_good, price = claim.get("already_made_good"), data["records"][0].get("price")
        if made_good and price and made_good.endswith(code) and price.endswith(code):
            assert got + round(float(made_good.split()[0]) * 100) <= round(float(price.split()[0]) * 100)


@whole
@given(cases(pack="parcel"))
def test_nobody_bears_without_fault_or_burden(data: Data) -> None:
    """A seller pays only for a parcel that counts as never handed over, a carrier only for one it had."""
    verdict = decided(data).verdict
    findings = {one["question"]: one for one in verdict["findings"]}
    for transfer in verdict["transfers"]:
        payer = transfer["from"]
        assert payer in ("seller", "carrier", "platform"), "no courier, and never the buyer"
        if payer == "platform":
            continue
        lost = findings["dispatched" if payer == "seller" else "delivered"]
        assert lost["answer"] == "no"
        assert lost["by"] == "evidence" or (lost["by"], lost["burden_on"]) == ("burden", payer)
        assert findings["dispatched"]["answer"] == ("no" if payer == "seller" else "yes")


@whole
@given(cases())
def test_final_means_heard_asked_and_automatic(data: Data) -> None:
    """Nothing is final while a person must decide, a party must be heard, or something can still be asked."""
    decision = decided(data)
    verdict = decision.verdict
    if decision.status == "final":
        assert verdict["route"]["route"] == "auto"
        assert verdict["asks"] == []
        payers = {one["from"] for one in verdict["transfers"]} - {"platform"}
        assert payers <= {one["party"] for one in verdict["hearings"] if one["heard"]}
        assert all(one["heard"] for one in verdict["hearings"])
    assert (decision.status == "referred") == (verdict["route"]["route"] != "auto")
    assert all(kept["kept"] for kept in verdict["guarantees"]) or decision.status == "referred"


@whole
@given(cases(pack="parcel"))
def test_an_unknown_route_counts_as_fired(data: Data) -> None:
    """An amount nobody named, or in a currency the limit is not in, is not a small one: a person looks."""
    amount = data["claims"][0].get("amount")
    decision = decided(data)
    reasons = {(one["cause"], one["ref"]) for one in decision.verdict["route"]["reasons"]}
    if amount is None or not amount.endswith("EUR"):
        assert ("unknown_rule", "large") in reasons
        assert decision.status == "referred"
    else:
        assert (("rule", "large") in reasons) == (float(amount.split()[0]) >= 500)
        assert ("unknown_rule", "large") not in reasons


# Measures


@cache
def strict_policy() -> Policy:
    """A pack that would punish couriers by machine, as far as the language lets it."""
    measures = "\n".join(
        f"  - {{id: m-{place}, to: courier, measure: {name}, if: {{emergency: shown no}}, clause: M-7.5}}"
        for place, name in enumerate(sorted(ADVERSE_MEASURES))
    )
    texts = "".join(f"\n    .m-{place} = x" for place in range(len(ADVERSE_MEASURES)))
    with TemporaryDirectory() as folder:
        rules = Path(folder) / "rules"
        shutil.copytree(ROOT / "rules", rules)
        claim = rules / "meal" / "claims" / "courier_cancelled.yaml"
        claim.write_text(claim.read_text(encoding="utf-8").replace("\nroutes:", f"\n{measures}\nroutes:"), "utf-8")
        question = rules / "meal" / "questions" / "emergency.yaml"
        question.write_text(
            question.read_text(encoding="utf-8").replace("\nraised:", "\nstandard: clear\nraised:")
            + "no:\n  - {id: elsewhere, all: [on_road]}\n",
            "utf-8",
        )
        with (rules / "meal" / "signals.yaml").open("a", encoding="utf-8") as lines:
            lines.write(
                "on_road: {if: {courier_report.place: road}, strength: conclusive, held_by: platform, group: road}\n"
            )
        for language in ("en", "ru", "zh"):
            path = rules / "meal" / "texts" / f"{language}.ftl"
            text = path.read_text(encoding="utf-8")
            path.write_text(
                text.replace("\n    .exempt =", texts + "\n    .exempt =") + "\non_road = x\n    .missing = x\n",
                "utf-8",
            )
        return load_policy(rules / "meal")


@settings(whole, max_examples=80)
@given(cases(pack="meal"))
def test_no_machine_punishes_a_courier(data: Data) -> None:
    """Whatever a pack says, an adverse measure against a person is a proposal, and a person decides."""
    report = {"kind": "courier_report", "submitted_by": "platform", "id": "road", "at": AS_OF.isoformat()}
    data["records"].append({**report, "place": "road", "about": {"shipment": "S-9"}})
    decision = decide(CaseFile.from_data(data), strict_policy())
    (finding,) = decision.verdict["findings"]
    # An accusation needs clear proof: with a note and a position against it there is none, and no measure.
    assume(finding["by"] == "evidence")
    assert finding["answer"] == "no"
    measures = {one["measure"]: one["auto"] for one in decision.verdict["measures"]}
    assert measures == dict.fromkeys(ADVERSE_MEASURES, False)
    assert decision.status == "referred"


@whole
@given(cases())
def test_bundled_packs_never_punish_by_machine(data: Data) -> None:
    """The packs that we publish propose no adverse measure at all for these claims, and charge no courier."""
    verdict = decided(data).verdict
    assert {one["measure"] for one in verdict["measures"]} <= {"exemption", "commendation"}
    assert all(one["from"] != "courier" for one in verdict["transfers"])


# Size


@pytest.mark.parametrize("kind", ["same", "many"])
def test_ten_thousand_records_decide(kind: str) -> None:
    """A claim with ten thousand scans, of one shipment or of as many, is decided like any other."""
    records = [
        {
            "id": f"T-{number}",
            "kind": "tracking_event",
            "submitted_by": "carrier",
            "code": "accepted" if number % 2 else "delivered",
            "at": (START + timedelta(minutes=number)).isoformat(),
            "about": {"shipment": "S" if kind == "same" else f"S-{number // 2}"},
        }
        for number in range(9_999)
    ]
    order = {"id": "O", "kind": "order", "submitted_by": "platform", "placed_at": START.isoformat()}
    order |= {"total": "80.00 EUR", "price": "80.00 EUR"}
    claim = {"id": "K", "claim": "not_received", "by": "buyer", "amount": "80.00 EUR", "filed_at": AS_OF.isoformat()}
    data = {
        "case": "C",
        "policy": "parcel",
        "as_of": AS_OF.isoformat(),
        "claims": [claim],
        "records": [order, *records],
    }
    decision = decided(data)
    assert len(decision.reasoning["records"]) == 10_002
    assert [one["answer"] for one in decision.verdict["findings"]] == ["yes", "yes"]
    assert Decision.parse(decision.content).id == decision.id
