"""The bundled packs are fair: what holds for every claim of every pack in `rules/`, over cases made from its own rules.

A claim that is added is tested without a line here. A property that fails says which case file breaks it: that file is
kept in a temporary folder, cut down to the records that matter, and can be opened and decided.
"""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from functools import cache
from json import dumps
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest

from arbiter import CaseFile, Decision, Policy, decide, load_policy
from arbiter.policy.conditions import OneOf, questions_in
from arbiter.policy.model import ADVERSE_MEASURES, Question, Signal
from evidence import ROLES, SUBMITTERS, assemble
from tests.properties.claimed import SHIPMENT, Data, Drafts, claims_of

ROOT = Path(__file__).resolve().parents[2]
RULES = Path(os.environ.get("ARBITER_FAIR_RULES", ROOT / "rules"))
CASES = int(os.environ.get("ARBITER_FAIR_CASES", "40"))
TRIES = 4  # how many records each case is tried with, where a property adds some

Property = Callable[[Drafts, Data, Random], None]


class UnfairError(AssertionError):
    """A case, or several that belong together, in which a property does not hold."""

    def __init__(self, message: str, *cases: Data) -> None:
        self.cases = cases
        super().__init__(message)


@cache
def policies() -> dict[str, Policy]:
    """Every pack of `rules/` that decides claims."""
    found = (load_policy(folder) for folder in sorted(RULES.iterdir()) if (folder / "policy.yaml").is_file())
    return {policy.id: policy for policy in found if policy.claims}


@cache
def drafts(pack: str, claim: str) -> Drafts:
    policy = policies()[pack]
    return Drafts(policy, policy.claims[claim])


every_claim = pytest.mark.parametrize(("pack", "claim"), list(claims_of(policies())))


def decided(draft: Drafts, data: Data) -> Decision:
    return decide(CaseFile.from_data(data), draft.policy)


# Holding a property against cases; a counterexample is cut down and kept


def hold(law: Property, draft: Drafts) -> None:
    """The property holds for `CASES` cases about a claim. If not, the smallest that breaks it is kept as a file."""
    for seed in range(CASES):
        data = draft.case(Random(seed))
        problem = _broken(law, draft, data, seed)
        if problem is not None:
            data, problem = _smallest(law, draft, data, problem, seed)
            kept = _kept(law, draft, problem.cases or (data,))
            raise AssertionError(f"{problem}\nkept as {' and '.join(str(path) for path in kept)}")


def _broken(law: Property, draft: Drafts, data: Data, seed: int) -> UnfairError | None:
    try:
        law(draft, deepcopy(data), Random(seed))
    except UnfairError as problem:
        return problem
    return None


def _smallest(law: Property, draft: Drafts, data: Data, problem: UnfairError, seed: int) -> tuple[Data, UnfairError]:
    """The case without every record that it does not need to break the property."""
    shrunk = True
    while shrunk:
        shrunk = False
        for record in [one for one in data["records"] if one["kind"] != "order"]:
            if record not in data["records"]:
                continue
            less = without(data, record["id"])
            found = _broken(law, draft, less, seed)
            if found is not None:
                data, problem, shrunk = less, found, True
    return data, problem


def without(data: Data, record: str) -> Data:
    """The case without a record, and without what names it."""
    less = deepcopy(data)
    gone = {record} | {one["id"] for one in less["records"] if one["kind"] == "reading" and one["of"] == record}
    less["records"] = [one for one in less["records"] if one["id"] not in gone]
    for one in less["records"]:
        if "shown" in one:
            one["shown"] = [name for name in one["shown"] if name not in gone]
    return less


def _kept(law: Property, draft: Drafts, cases: Sequence[Data]) -> list[Path]:
    folder = Path(mkdtemp(prefix="arbiter-unfair-"))
    found = []
    for number, data in enumerate(cases, 1):
        name = f"{law.__name__}-{draft.policy.id}-{draft.claim.id}" + (f"-{number}" if len(cases) > 1 else "")
        path = folder / f"{name}.json"
        path.write_text(dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        found.append(path)
    return found


# What became of a party


def net(decision: Decision, party: str) -> int:
    """What a party gets, less what it pays, in minor units; proposals count like decisions."""
    found = 0
    for transfer in decision.verdict["transfers"]:
        found += transfer["amount"]["minor"] * ((transfer["to"] == party) - (transfer["from"] == party))
    return found


def adverse(decision: Decision, party: str) -> Counter[str]:
    """The measures against a party."""
    measures = decision.verdict["measures"]
    return Counter(one["measure"] for one in measures if one["to"] == party and one["measure"] in ADVERSE_MEASURES)


def settled(decision: Decision) -> bool:
    """Whether nothing is open: every head has its rule and amount, and no unknown could change an answer."""
    reasons = {reason["cause"] for reason in decision.verdict["route"]["reasons"]}
    return not reasons & {"unknown", "missing_amount", "gap", "conflict", "no_fault", "engines", "parts", "gate"}


def worse(before: Decision, after: Decision, party: str) -> str | None:
    """How a party is worse off after than before; None if it is not, or if that cannot be said."""
    if not settled(before) or not settled(after):
        return None
    if net(after, party) < net(before, party):
        return f"the {party} ends with {net(after, party)} instead of {net(before, party)}"
    if adverse(after, party) - adverse(before, party):
        return f"the {party} gets {dict(adverse(after, party) - adverse(before, party))}"
    return None


def outcome(decision: Decision) -> Data:
    """All of a verdict that is about parties and rules, without the ids of records."""
    verdict = decision.verdict
    return {
        "status": decision.status,
        "findings": [
            (one["question"], one.get("part"), one["answer"], one["by"], one["burden_on"], sorted(one["open"]))
            for one in verdict["findings"]
        ],
        "heards": [(one["party"], one["heard"]) for one in verdict["hearings"]],
        "asks": sorted(map(str, verdict["asks"])),
        **{name: verdict[name] for name in ("heads", "transfers", "measures", "route", "guarantees")},
    }


# Who bears


def only_who_is_at_fault_bears(draft: Drafts, data: Data, _: Random) -> None:
    decision = decided(draft, data)
    reasons = [(one["cause"], one["ref"]) for one in decision.verdict["route"]["reasons"]]
    if fault := [ref for cause, ref in reasons if cause == "no_fault"]:
        raise UnfairError(f"`{fault[0]}` would fall on a party that is not at fault", data)
    promises = {one.id for one in draft.claim.guarantees if one.never_bears}
    if broken := [ref for cause, ref in reasons if cause == "guarantee" and ref in promises]:
        raise UnfairError(f"the promise `{broken[0]}` would be broken", data)
    heads = {head.id: head for head in draft.claim.heads}
    for transfer in decision.verdict["transfers"]:
        payer = transfer["from"]
        if payer == "platform":
            continue
        rules = [
            rule
            for found in decision.verdict["heads"]
            if found["id"] == transfer["head"] and found["bearer"] == payer
            for rule in (*heads[found["id"]].what, *heads[found["id"]].who)
            if rule.id in (found["what"]["winner"], found["who"]["winner"])
        ]
        names = {name for rule in rules for name in questions_in(rule.condition)}
        grounds = [one for one in decision.verdict["findings"] if one["question"] in names]
        if not any(one["by"] == "evidence" or (one["by"] == "burden" and one["burden_on"] == payer) for one in grounds):
            raise UnfairError(
                f"the {payer} pays for `{transfer['head']}`, and nothing is shown nor was its to show", data
            )


def no_machine_against_a_courier(draft: Drafts, data: Data, _: Random) -> None:
    decision = decided(draft, data)
    if any(transfer["from"] == "courier" for transfer in decision.verdict["transfers"]):
        raise UnfairError("a courier pays", data)
    against = [
        one for one in decision.verdict["measures"] if one["to"] == "courier" and one["measure"] in ADVERSE_MEASURES
    ]
    if any(one["auto"] for one in against) or (against and decision.status != "referred"):
        raise UnfairError("a machine punishes a courier", data)


# Names and order


def names_and_order_change_nothing(draft: Drafts, data: Data, random: Random) -> None:
    other = deepcopy(data)
    names = [one["id"] for one in other["records"]]
    fresh = [f"{random.choice('AZaz')}{number}" for number in range(len(names))]
    random.shuffle(fresh)
    new = dict(zip(names, fresh, strict=True))
    for one in other["records"]:
        one["id"] = new[one["id"]]
        one |= {"of": new[one["of"]]} if one["kind"] == "reading" else {}
        one |= {"shown": [new[name] for name in one["shown"]]} if "shown" in one else {}
        if "about" in one:
            one["about"] = {part: f"<{name}>" if part == "shipment" else name for part, name in one["about"].items()}
    random.shuffle(other["records"])
    other |= {"case": "another"}
    other["claims"][0]["id"] = "zz"
    people = list(other["parties"].values())
    random.shuffle(people)
    other["parties"] = dict(zip(other["parties"], people, strict=True))
    if outcome(decided(draft, other)) != outcome(decided(draft, data)):
        raise UnfairError("other names, or another order, decide otherwise", data, other)


# More evidence


def favoured(question: Question, answer: str) -> str | None:
    """The party that an answer favours: who must show it; for any other answer, who raised the question."""
    if not question.burden.party:
        return None
    if answer == question.burden.answer:
        return question.burden.party
    raised_by = question.raised.by if question.raised else None
    return raised_by if raised_by != question.burden.party and question.burden.answer else None


def argued(question: Question) -> Iterator[tuple[str, str]]:
    """Every signal with the answer that it argues for."""
    for argument in question.arguments:
        yield from ((name, argument.answer) for name in argument.premises)


def with_record(draft: Drafts, data: Data, signal: Signal, random: Random, sender: str | None = None) -> Data:
    """The case with one more record, made for a signal; whoever was shown what there is was shown it too."""
    more = deepcopy(data)
    order = next(one for one in more["records"] if one["kind"] == "order")
    draft.placed = datetime.fromisoformat(order["placed_at"])
    currency = str(order["total"]).split()[1] if "total" in order else "EUR"
    added = draft.record(random, signal.test.kind, currency, signal.test, sender or signal.held_by)
    abouts = [one["about"] for one in more["records"] if "about" in one]
    for number, one in enumerate(added):
        one["id"] = f"A-{len(more['records'])}-{number}"
        if one["kind"] not in ("context", "history"):
            one["about"] = abouts[0] if abouts else SHIPMENT
        if one["kind"] == "reading":
            one |= {"of": added[0]["id"], "by": "operator"}
        elif sender is not None and sender in senders(draft, one["kind"]):
            one["submitted_by"] = sender
    more["records"] += added
    for one in more["records"]:
        if one["kind"] == "notice":
            one["shown"] = [*one["shown"], *(new["id"] for new in added)]
    return more


def senders(draft: Drafts, kind: str) -> frozenset[str]:
    """Who may submit a kind of record."""
    declared = draft.policy.kinds.declared.get(kind)
    return declared.submitters if declared else SUBMITTERS.get(kind, frozenset(ROLES))


def carried(decision: Decision, before: Decision) -> set[str]:
    """The signals that records carry after, and that the records of before did not."""
    known = before.reasoning["records"]
    records = decision.reasoning["records"].items()
    return {name for record, found in records if record not in known for name in found.get("signals", {})}


def favourable_evidence_never_hurts(draft: Drafts, data: Data, random: Random) -> None:
    before = decided(draft, data)
    pairs = [
        (question, name, answer)
        for question in draft.questions.values()
        for name, answer in dict.fromkeys(argued(question))
        if favoured(question, answer)
    ]
    for question, name, answer in random.sample(pairs, min(TRIES, len(pairs))):
        signal = draft.policy.signals[name]
        more = with_record(draft, data, signal, random)
        after = decided(draft, more)
        new = carried(after, before)
        if (
            name not in new
            or not _one_sided(draft, new, question, answer)
            or _withheld(draft, data) != _withheld(draft, more)
        ):
            continue
        party = favoured(question, answer)
        assert party is not None
        hurt = worse(before, after, party)
        if hurt:
            raise UnfairError(f"`{name}` speaks for `{question.id}: {answer}`, and with it {hurt}", data, more)
        for was in before.verdict["findings"]:
            now = [
                one
                for one in after.verdict["findings"]
                if (one["question"], one.get("part")) == (was["question"], was.get("part"))
            ]
            if was["question"] != question.id or not now or now[0]["open"] or was["open"]:
                continue
            if was["answer"] == answer != now[0]["answer"]:
                raise UnfairError(
                    f"`{name}` speaks for `{question.id}: {answer}`, and with it the answer is another", data, more
                )


def _withheld(draft: Drafts, data: Data) -> dict[str, object]:
    """What notices asked for in vain: a record that ends such a silence speaks for its sender too."""
    case = CaseFile.from_data(data)
    items = assemble(case, datetime.fromisoformat(data["as_of"]), draft.policy.kinds).items
    return {item.id: item.fields.get("withheld") for item in items if item.kind == "notice"}


def _one_sided(draft: Drafts, new: set[str], question: Question, answer: str) -> bool:
    """Whether the signals of a record speak for one answer of one question, and bear on nothing else."""
    for other in draft.questions.values():
        for argument in other.arguments:
            speaks = new & set(argument.premises)
            if speaks and (other.id, argument.answer) != (question.id, answer):
                return False
            if new & set(argument.unless) and (other.id != question.id or argument.answer == answer):
                return False
        # What only raises a question is a word, and words of the other side change who must show what.
        if other.raised and new & set(other.raised.any):
            return False
    return True


# Silence


def disclosing_is_no_worse_than_silence(draft: Drafts, data: Data, random: Random) -> None:
    """Whoever alone holds a record and is asked for that kind does no worse by sending it than by not answering.

    The platform keeps the records on which the disputes of others are decided. It is a party to a question only where
    something is its own to show.
    """
    pairs = [
        (question, signal)
        for question in draft.questions.values()
        for name, _ in dict.fromkeys(argued(question))
        if (signal := draft.policy.signals[name]).held_by in draft.claim.evidence
        and asked_for(draft, signal) & set(draft.claim.evidence[signal.held_by].kinds)
        and (signal.held_by != "platform" or "platform" in must_show(question))
    ]
    for question, signal in random.sample(pairs, min(TRIES, len(pairs))):
        party, kinds = signal.held_by, asked_for(draft, signal)
        silent = _only_asked(draft, data, party, kinds, "none")
        spoken = _only_asked(draft, data, party, kinds, "received")
        if silent is None or spoken is None:
            continue
        more = with_record(draft, spoken, signal, random, party)
        first, second = decided(draft, silent), decided(draft, more)
        new = carried(second, first)
        if signal.id not in new or any(draft.policy.signals[name].held_by != party for name in new):
            continue
        if hurt := worse(first, second, party):
            raise UnfairError(f"sending `{signal.id}` ({question.id}) is worse than silence: {hurt}", silent, more)


def must_show(question: Question) -> set[str]:
    """The parties that may have to show something in a question."""
    return {question.burden.party, *(shift.burden.party for shift in question.shifts)}


def asked_for(draft: Drafts, signal: Signal) -> set[str]:
    """The kinds of record by which a party would send a signal: what is read, where it is read in something."""
    return {"photo", "document"} if signal.test.kind == "reading" else {signal.test.kind}


def _only_asked(draft: Drafts, data: Data, party: str, kinds: set[str], answer: str) -> Data | None:
    """The case in which a party holds nothing of these kinds and was asked once, for all that it can be asked for.

    None if these kinds cannot be asked for, since the party has sent something else that will do; or if nobody knows
    that the party has to do with the order, since silence then tells nothing.
    """
    if party == "carrier" and not any("carrier" in one for one in data["records"] if one["kind"] == "order"):
        return None
    found = deepcopy(data)
    for record in data["records"]:
        own = record["submitted_by"] == party and record["kind"] in kinds
        if own or (record["kind"] == "notice" and record["to"] == party):
            found = without(found, record["id"])
    obtainable = draft.claim.evidence[party]
    sent = {one["kind"] for one in found["records"] if one["submitted_by"] == party}
    asks = {*obtainable.required, *(() if sent & set(obtainable.any_of) else obtainable.any_of)}
    asks |= draft.asked_by_rules(party)
    if not asks & kinds:
        return None
    filed = data["claims"][0]["filed_at"]
    notice = {
        "id": "N-asked", "kind": "notice", "submitted_by": "platform", "to": party, "sent_at": filed,
        "shown": [one["id"] for one in found["records"] if one["kind"] not in ("order", "notice")],
        "asks": sorted(asks), "deadline": filed, "answer": answer,
    }  # fmt: skip
    found["records"].append(notice | ({"answered_at": filed} if answer == "received" else {}))
    return found


# Words against words


def words_alone_show_nothing(draft: Drafts, data: Data, _: Random) -> None:
    """Where there is nothing but what the parties say, nothing is shown, whoever says it."""
    only = deepcopy(data)
    for record in data["records"]:
        if record["kind"] not in ("order", "statement", "notice", "message"):
            only = without(only, record["id"])
    on_record = {question.id for question in draft.questions.values() if question.on_record}
    for finding in decided(draft, only).verdict["findings"]:
        if finding["by"] == "evidence" and finding["question"] not in on_record:
            best = finding["best"][finding["answer"]]
            kinds = {one["kind"] for one in only["records"] if one["id"] in best["records"]}
            if kinds <= {"statement", "message"}:
                raise UnfairError(f"a word alone shows `{finding['question']}: {finding['answer']}`", only)


PARTY_FIELDS = ("by", "from", "to", "party", "submitted_by", "of_submitted_by")


def test_mirror_statements_weigh_the_same() -> None:
    """The same thing said, or the same paper read, weighs the same whichever party it comes from."""
    for policy in policies().values():
        weights: dict[str, dict[str, str]] = {}
        for signal in policy.signals.values():
            if signal.test.kind not in ("statement", "message", "reading"):
                continue
            tests = [replace(one, span=None) for one in signal.test.tests if one.field not in PARTY_FIELDS]  # type: ignore[arg-type]
            if signal.test.kind == "reading":  # who reads is about the reader, not about a party
                readers = [one.check for one in signal.test.tests if one.field == "by"]
                tests += [str(check.values) for check in readers if isinstance(check, OneOf)]  # type: ignore[misc]
            key = f"{signal.test.kind} {sorted(map(str, tests))}"
            weights.setdefault(key, {})[signal.id] = signal.strength.word
        unequal = {key: found for key, found in weights.items() if len(set(found.values())) > 1}
        assert unequal == {}, f"{policy.id}: the same is weighed differently"
        words = {signal.strength.word for signal in policy.signals.values() if signal.test.kind == "statement"}
        assert words <= {"slight"}, f"{policy.id}: a statement weighs more than another"


LAWS: tuple[Property, ...] = (
    only_who_is_at_fault_bears, no_machine_against_a_courier, names_and_order_change_nothing,
    favourable_evidence_never_hurts, disclosing_is_no_worse_than_silence, words_alone_show_nothing,
)  # fmt: skip


@every_claim
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_every_claim_is_fair(pack: str, claim: str, law: Property) -> None:
    """Each property, for each claim of each pack."""
    hold(law, drafts(pack, claim))


# The tests themselves


@every_claim
def test_cases_meet_what_the_rules_are_about(pack: str, claim: str) -> None:
    """A generator that never made a signal appear would let any rule pass."""
    draft = drafts(pack, claim)
    missing = set(draft.signals)
    for seed in range(1000):
        records = decided(draft, draft.case(Random(seed))).reasoning["records"].values()
        missing -= {name for one in records for name in one.get("signals", {})}
        if len(missing) <= len(draft.signals) // 5:
            return
    pytest.fail(f"never met: {sorted(missing)}")


def test_a_counterexample_is_kept_as_a_case_file() -> None:
    """What breaks a property can be opened and decided, and holds no record that it does not need."""
    draft = drafts("parcel", "not_received")

    def nobody_signs(draft: Drafts, data: Data, _: Random) -> None:
        if "signed" in {
            name for one in decided(draft, data).reasoning["records"].values() for name in one.get("signals", {})
        }:
            raise UnfairError("somebody signed", data)

    with pytest.raises(AssertionError, match="somebody signed\nkept as ") as failure:
        hold(nobody_signs, draft)
    path = Path(str(failure.value).rsplit("kept as ", 1)[1])
    assert path.parent.name.startswith("arbiter-unfair-")
    case = CaseFile.read(path)
    assert [record.kind for record in case.records] == ["order", "handover"]
    assert decide(case, draft.policy).status in ("final", "provisional", "referred")
    path.unlink()
    path.parent.rmdir()


def test_an_unfair_pack_is_found(tmp_path: Path) -> None:
    """A pack in which hiding evidence pays fails."""
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    question = rules / "parcel" / "questions" / "dispatched.yaml"
    lines = question.read_text(encoding="utf-8").splitlines(keepends=True)
    silent = [line for line in lines if "carrier-silent" in line]
    assert silent, "the example of a rule against hiding has gone"
    question.write_text("".join(line for line in lines if line not in silent and line != "shift:\n"), "utf-8")
    policy = load_policy(rules / "parcel")
    with pytest.raises(AssertionError, match="worse than silence"):
        hold(disclosing_is_no_worse_than_silence, Drafts(policy, policy.claims["not_received"]))
