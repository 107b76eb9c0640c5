"""The baseline: whole verdicts decided by hand, in the form that decisions store.

Two uses. The benchmarks measure ratios to `outcome_by_hand`, which finds only what matters to the parties.
`decide_by_hand` gives status and verdict, so that two independent writings of the same rules can be compared on every
case.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from bench.by_hand import (
    CONCLUSIVE,
    MEASURES,
    MODERATE,
    NO_CURRENCY,
    SLIGHT,
    STRONG,
    Answer,
    Asked,
    Concerned,
    Meal,
    Parcel,
    ParcelState,
    concerned,
    currency_of,
    desk_of,
    emergency_of,
    keys_together,
    meal_asks,
    near_scans,
    outcome_by_hand,
    owed_of,
    parcel_asks,
    parcel_state,
    read_meal,
    read_parcel,
    status_of,
)
from evidence import Dossier, Item, Money

__all__ = ["decide_by_hand", "essentials", "outcome_by_hand"]

Json = dict[str, Any]


def decide_by_hand(dossier: Dossier) -> Json:
    """`{"status": …, "verdict": …}` with the verdict exactly as a decision stores it."""
    if dossier.case.claims[0].claim == "not_received":
        return _parcel_verdict(read_parcel(dossier), dossier.case.claims[0].already_made_good)
    return _meal_verdict(read_meal(dossier))


def essentials(status: str, verdict: Json) -> tuple[Any, ...]:
    """What `outcome_by_hand` finds, taken from a stored verdict."""

    def plain(amount: Json | None) -> tuple[int, str] | None:
        return (amount["minor"], amount["currency"]) if amount else None

    return (
        status,
        tuple((one["question"], one["answer"], one["by"], one["burden_on"]) for one in verdict["findings"]),
        tuple(
            (head["id"], plain(head["amount"]), head["bearer"], head["what"]["winner"], head["who"]["winner"])
            for head in verdict["heads"]
        ),
        tuple((one["from"], one["to"], plain(one["amount"])) for one in verdict["transfers"]),
        tuple(measure["id"] for measure in verdict["measures"]),
        (verdict["route"]["route"], verdict["route"]["desk"]),
        tuple((ask["party"], ask["kind"], ask["field"], ask["deadline"]) for ask in verdict["asks"]),
        tuple((hearing["party"], hearing["heard"]) for hearing in verdict["hearings"]),
    )


# The verdict on a parcel as a decision stores it


class Rows:
    """Join keys in the order in which the signals of a policy first meet them, to name records as a decision does."""

    def __init__(self, signals: Sequence[Sequence[Item]]) -> None:
        self.order: dict[object, int] = {}
        for items in signals:
            for item in items:
                self.order.setdefault(item.key or item.index, len(self.order))

    def groups(self, items: Sequence[Item]) -> list[list[Item]]:
        """The items of each key together, by key."""
        return sorted(_by_key(items), key=lambda group: self.order[group[0].key or group[0].index])


def _by_key(items: Iterable[Item]) -> list[list[Item]]:
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(item.key or item.index, []).append(item)
    return list(found.values())


def _weighed(argument: str, strength: int, *items: Item) -> Json:
    return {"argument": argument, "strength": strength, "records": [item.id for item in items]}


def _best(standing: Sequence[Json]) -> Json | None:
    return max(standing, key=lambda weighed: weighed["strength"], default=None)


def _finding_json(
    question: str, answer: Answer, rule: str | None, yes: list[Json], no: list[Json], **more: Any
) -> Json:
    best_yes, best_no = _best(yes), _best(no)
    winning, other = (yes, best_no) if answer[0] == "yes" else (no, best_yes)
    against = other["strength"] if other else 0
    enough = [one for one in winning if one["strength"] >= MODERATE and one["strength"] > against]
    return {
        "question": question,
        "answer": answer[0],
        "by": answer[1],
        "burden_on": answer[2],
        "burden_rule": rule if answer[1] != "undisputed" else None,
        "standard": "ordinary",
        "best": {"yes": best_yes, "no": best_no},
        "sufficient": enough if answer[1] == "evidence" else [],
        "defeated": [],
        "counted": [],
        "open": [],
        "at_odds": [],
    } | more


def _parcel_findings(case: Parcel, state: ParcelState) -> list[Json]:
    doubtful = {name: [item for of, item in case.doubtful if of == name] for name in _DOUBTS}
    rows = Rows(
        [case.denials, case.collected, case.accepted, case.scans, doubtful["delivered_scan"], case.posted, case.never,
         case.signed, doubtful["signed"], case.far_scans, doubtful["scan_elsewhere"]]
    )  # fmt: skip

    def each(argument: str, strength: int, items: Sequence[Item]) -> list[Json]:
        return [_weighed(argument, strength, *group) for group in rows.groups(items)]

    handed_over = [
        *each("collected", CONCLUSIVE, case.collected),
        *each("carrier-accepted", STRONG, case.accepted),
        *each("carrier-delivered", MODERATE, case.scans),
        *each("posted", STRONG, case.posted),
    ]
    never = each("carrier-never-had-it", STRONG, case.never)
    far = {item.id for item in case.far_scans}
    by = state.limits[0] if state.limits else None
    defeated = [
        {
            "answer": "yes",
            **_weighed("scan", MODERATE, *group),
            "by": by or "scan_elsewhere",
            "with": [] if by else [item.id for item in group if item.id in far],
        }
        for group in rows.groups(case.scans)
        if by or any(item.id in far for item in group)
    ]
    near = [] if by else each("scan", MODERATE, near_scans(case))
    reached = [*each("hand-signed", CONCLUSIVE, case.signed), *near]
    not_reached = [*each("elsewhere", STRONG, case.far_scans), *each("buyers-word", SLIGHT, case.denials)]
    custody = "custody" if state.handed_over[0] == "yes" else None
    silent = "carrier-silent" if state.silent else None
    return [
        _finding_json("dispatched", state.handed_over, silent, handed_over, never),
        _finding_json("delivered", state.reached, custody, reached, not_reached, defeated=defeated,
                      counted=list(state.limits), open=["signature-required"] if state.perhaps_limited else []),
    ]  # fmt: skip


_DOUBTS = ("delivered_scan", "signed", "scan_elsewhere")


def _money(amount: Money | None) -> Json | None:
    return {"minor": amount.minor, "currency": amount.currency} if amount else None


def _chosen(winner: str | None, **more: Any) -> Json:
    fired = [winner] if winner else []
    return {"state": "settled", "winner": winner, "fired": fired, "overridden": {}, "open": []} | more


def _who_json(state: ParcelState) -> Json:
    if state.who_unknown:
        return _chosen(None, state="unknown", fired=["carrier-bears"], open=["platform-bears"])
    if state.who is None:
        return _chosen(None, state="not_asked")
    if state.who == "platform-bears":
        both, over = ["carrier-bears", "platform-bears"], {"carrier-bears": "platform-bears"}
        return _chosen("platform-bears", fired=both, overridden=over)
    return _chosen(state.who)


def _head_json(case: Parcel, already: Money | None, state: ParcelState) -> Json:
    currency = currency_of(case)
    price = case.order.fields.get("price")
    operands: list[Any] = [[1, "0", _money(Money(0, currency or NO_CURRENCY))]]
    cut = owed_of(case, already)[1] if state.what == "refund" else None
    if state.what == "refund":
        made_good = already if already is not None else Money(0, currency) if currency else None
        known = price if isinstance(price, Money) else None
        operands = [[1, "order.price", _money(known)], [-1, "already_made_good", _money(made_good)]]
    return {
        "id": "price",
        "to": "buyer",
        "what": _chosen(state.what),
        "who": _who_json(state),
        "bearer": state.bearer,
        "amount": _money(state.amount),
        "formula": "order.price - already_made_good" if state.what == "refund" else "0",
        "operands": operands,
        "capped_by_claim": cut == "claim",
        "rounding": "none",
    } | {name: True for name, so in (("open", state.limit_matters), ("capped_by_paid", cut == "paid")) if so}


def _route_json(reasons: Sequence[tuple[str, str, str | None]]) -> Json:
    return {
        "route": "human" if reasons else "auto",
        "desk": desk_of(reasons) if reasons else None,
        "reasons": [{"route": "human", "cause": cause, "ref": ref, "desk": desk} for cause, ref, desk in reasons],
    }


def _asks_json(asks: Iterable[Asked]) -> list[Json]:
    return [{"party": party, "kind": kind, "field": name, "deadline": deadline} for party, kind, name, deadline in asks]


def _ids(items: Iterable[Item]) -> list[str]:
    return list(dict.fromkeys(item.id for item in items))


def _hearing_json(one: Concerned) -> Json:
    against: list[Item] = []
    missing: list[Item] = []
    for proof in one.proofs:
        groups = [group for items in proof for group in _by_key(items)]
        if any(item.submitted_by == one.party for group in groups for item in group):
            continue
        best = min(groups, key=lambda group: (not one.knows(group), group[0].index))
        against += best
        missing += [] if one.knows(best) else best
    return {
        "party": one.party,
        "heard": one.heard,
        "notices": _ids(one.notices),
        "against": _ids(against),
        "not_shown": _ids(missing),
    }


def _parcel_verdict(case: Parcel, already: Money | None) -> Json:
    state = parcel_state(case, already)
    asks = parcel_asks(case, already, state)
    hearings = [_hearing_json(one) for one in concerned(case, state)]
    owed = state.pays
    transfer = {"from": state.bearer, "to": "buyer", "amount": _money(state.amount), "head": "price"}
    keeps = {"id": "shipped-seller-keeps-price", "to": "seller", "kept": state.bearer != "seller"}
    verdict = {
        "findings": _parcel_findings(case, state),
        "heads": [_head_json(case, already, state)],
        "transfers": [transfer] if owed else [],
        "measures": [],
        "route": _route_json(state.reasons),
        "hearings": hearings,
        "asks": _asks_json(asks),
        "guarantees": [keeps] if state.handed_over[0] == "yes" else [],
    }
    status = status_of(state.reasons, asks, all(hearing["heard"] for hearing in hearings))
    return {"status": status, "verdict": verdict}


# The verdict on a meal as a decision stores it


def _meal_verdict(case: Meal) -> Json:
    answer = emergency_of(case)
    asks = meal_asks(case, answer)
    rows = Rows([case.says, case.notes, case.positions, case.doubtful])
    keys = keys_together(case)
    yes = [
        _weighed("note-and-position", STRONG, *notes, *(item for item in case.positions if item.key == notes[0].key))
        for notes in rows.groups([note for note in case.notes if note.key in keys])
    ]
    reasons = [("rule", "not-shown", "logistics")] if answer[0] == "no" else []
    verdict = {
        "findings": [_finding_json("emergency", answer, None, yes, [])],
        "heads": [],
        "transfers": [],
        "measures": [
            {"id": name, "to": "courier", "measure": measure, "auto": True}
            for name, measure in (MEASURES if answer[1] == "evidence" else ())
        ],
        "route": _route_json(reasons),
        "hearings": [],
        "asks": _asks_json(asks),
        "guarantees": [{"id": "no-machine-points", "to": "courier", "kept": True}],
    }
    return {"status": status_of(reasons, asks, True), "verdict": verdict}
