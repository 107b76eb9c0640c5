"""The two bundled policies, decided by hand: no engine, no rule machinery, parameters as constants.

Written from the rules as the documents state them and not from the engine, as plainly and as fast as such code is
written. It finds what matters to the parties; `baseline` adds the verdict as a decision stores it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from evidence import Dossier, Item, Key, Money

Answer = tuple[str, str, str]  # yes or no; evidence, burden or undisputed; who had the burden
Asked = tuple[str, str, str | None, str | None]  # party, kind, field, and until when an open notice gives it time

SIGNATURE_FROM_MINOR = 750_00
ELSEWHERE_FROM_M = 150
HUMAN_FROM_MINOR = 500_00
CURRENCY, NO_CURRENCY = "EUR", "XXX"
SLIGHT, MODERATE, STRONG, CONCLUSIVE = 1, 2, 3, 4


@dataclass(slots=True)
class Parcel:
    """What the records of a parcel case show. Lists hold items in their order; `total` and others None if unknown."""

    order: Item
    claim: Item
    denials: list[Item] = field(default_factory=list)
    accepted: list[Item] = field(default_factory=list)
    never: list[Item] = field(default_factory=list)
    scans: list[Item] = field(default_factory=list)
    far_scans: list[Item] = field(default_factory=list)
    signed: list[Item] = field(default_factory=list)
    posted: list[Item] = field(default_factory=list)
    collected: list[Item] = field(default_factory=list)
    notices: list[Item] = field(default_factory=list)
    doubtful: list[tuple[str, Item]] = field(default_factory=list)
    sent: set[tuple[str | None, str]] = field(default_factory=set)
    spoilt: set[tuple[str | None, str]] = field(default_factory=set)


def outcome_by_hand(dossier: Dossier) -> tuple[Any, ...]:
    """Status, findings, heads, transfers, measures, route with its desk, asks, and who was heard."""
    if dossier.case.claims[0].claim == "not_received":
        return _parcel_outcome(read_parcel(dossier), dossier.case.claims[0].already_made_good)
    return _meal_outcome(read_meal(dossier))


# What parcel records show


def read_parcel(dossier: Dossier) -> Parcel:
    """What the records of a parcel case show, without those that were rejected."""
    items = [item for item in dossier.items if item.admission.status != "rejected"]
    order = next(item for item in items if item.kind == "order")
    case = Parcel(order, items[0])
    read: set[object] = set()
    for item in items:
        fields = item.fields
        match item.kind:
            case "statement":
                if fields["by"] == "buyer" and fields["says"] == "not_received":
                    case.denials.append(item)
            case "tracking_event":
                _read_scan(case, item)
            case "handover":
                if fields["proof"] == "signature":
                    recipient = fields.get("recipient")
                    if recipient in ("buyer", "household"):
                        case.signed.append(item)
                        case.sent.add((item.submitted_by, "handover"))
                    elif recipient is None:
                        case.doubtful.append(("signed", item))
            case "reading":
                if fields["by"] == "operator":
                    if fields["says"] == "posting_receipt":
                        case.posted.append(item)
                        read.add(fields["of"])
                    elif fields["says"] == "collection_note":
                        case.collected.append(item)
                        read.add(fields["of"])
            case "notice":
                case.notices.append(item)
    if read:
        case.sent |= {(item.submitted_by, item.kind) for item in items if item.id in read}
    case.spoilt = spoilt_by(dossier.items, case.notices)
    return case


def spoilt_by(items: Iterable[Item], notices: Iterable[Item]) -> set[tuple[str | None, str]]:
    """Who sent which kinds in a form that could not be used and was not shown that in a notice that is closed."""
    told = {
        (notice.fields["to"], name)
        for notice in notices
        if notice.fields["answer"] != "open"
        for name in notice.fields["shown"]  # type: ignore[union-attr]
    }
    return {
        (item.submitted_by, item.kind)
        for item in items
        if item.admission.status == "rejected"
        and item.admission.code != "ARB424"
        and (item.submitted_by, item.id) not in told
    }


def _read_scan(case: Parcel, item: Item) -> None:
    fields = item.fields
    code = fields["code"]
    if code == "accepted":
        case.accepted.append(item)
        case.sent.add((item.submitted_by, "tracking_event"))
    elif code == "not_received":
        case.never.append(item)
        case.sent.add((item.submitted_by, "tracking_event"))
    elif code == "delivered":
        last, distance_m = fields.get("is_last_delivered"), fields.get("distance_m")
        if last == "yes":
            case.scans.append(item)
            case.sent.add((item.submitted_by, "tracking_event"))
            if distance_m is None:
                case.doubtful.append(("scan_elsewhere", item))
            elif distance_m > ELSEWHERE_FROM_M:  # type: ignore[operator]
                case.far_scans.append(item)
        elif last is None:
            case.doubtful.append(("delivered_scan", item))
            if distance_m is None or distance_m > ELSEWHERE_FROM_M:  # type: ignore[operator]
                case.doubtful.append(("scan_elsewhere", item))


# The rules on parcels


def _reaches(amount: object, minor: int) -> bool | None:
    """Whether an amount reaches a threshold; None if it is unknown, which it is in another currency."""
    return amount.minor >= minor if isinstance(amount, Money) and amount.currency == CURRENCY else None


def _silent_on(notices: Iterable[Item], kind: str) -> bool:
    """The carrier was asked for a kind of record and let the deadline pass."""
    for notice in notices:
        fields = notice.fields
        if fields["to"] == "carrier" and fields["answer"] == "none" and kind in fields["asks"]:  # type: ignore[operator]
            return True
    return False


def _finding(yes: int, no: int, must_show: str, wanted: str) -> Answer:
    """An answer at least moderate that leads by one is shown; else it goes against who had to show the wanted one."""
    if yes >= MODERATE and yes > no:
        return "yes", "evidence", must_show
    if no >= MODERATE and no > yes:
        return "no", "evidence", must_show
    return "no" if wanted == "yes" else "yes", "burden", must_show


def _settle(
    raised: bool, silent: bool, dispatched: tuple[int, int], delivered: tuple[int, int]
) -> tuple[Answer, Answer]:
    """Both findings from the best strengths for yes and no. Nothing raised: the seller's yes stands, undisputed."""
    if not raised:
        return ("yes", "undisputed", "seller"), ("yes", "undisputed", "seller")
    handed_over = _finding(*dispatched, *(("carrier", "no") if silent else ("seller", "yes")))
    reached = _finding(*delivered, "carrier" if handed_over[0] == "yes" else "seller", "yes")
    return handed_over, reached


def owed_of(case: Parcel, already: Money | None) -> tuple[Money | None, str | None]:
    """The price less what was made good, None if it cannot be told; and what it was cut to: `paid`, `claim` or None.

    What was paid or is asked for in another currency is unknown in this one, and no more than that may be paid.
    """
    price, total, asked = (*map(case.order.fields.get, ("price", "total")), case.claim.fields.get("amount"))
    if not isinstance(price, Money) or (already is not None and already.currency != price.currency):
        return None, None
    given = already.minor if already else 0
    minor, cut = max(0, price.minor - given), None
    for limit, less, name in ((total, given, "paid"), (asked, 0, "claim")):
        if minor and isinstance(limit, Money):
            if limit.currency != price.currency:
                return None, None
            if limit.minor - less < minor:
                minor, cut = max(0, limit.minor - less), name
    return Money(minor, price.currency), cut


def _bears(case: Parcel, handed_over: str) -> tuple[str | None, str | None]:
    """Who bears the price and by which rule; (None, None) if an unknown fact could make it the platform."""
    if handed_over == "no":
        return "seller", "seller-bears"
    large = _reaches(case.order.fields.get("total"), SIGNATURE_FROM_MINOR)
    requested = case.order.fields.get("signature_requested")
    if large is False or requested == "requested":
        return "carrier", "carrier-bears"
    return (None, None) if large is None or requested is None else ("platform", "platform-bears")


def currency_of(case: Parcel) -> str | None:
    """What a zero is counted in: the currency of the order, else of the claim."""
    order = case.order.fields
    for known in (order.get("price"), order.get("total"), order.get("delivery_fee"), case.claim.fields.get("amount")):
        if isinstance(known, Money):
            return known.currency
    return None


def _price(
    case: Parcel, already: Money | None, handed_over: str, reached: str
) -> tuple[Money | None, str | None, str, str | None]:
    """The head: amount, bearer, and the winning rules of what is owed and who bears it."""
    if reached == "yes":
        return Money(0, currency_of(case) or NO_CURRENCY), None, "no-refund", None
    amount, _ = owed_of(case, already)
    if amount is not None and amount.minor == 0:
        return amount, None, "refund", None
    bearer, rule = _bears(case, handed_over)
    return amount, bearer, "refund", rule


@dataclass(slots=True)
class ParcelState:
    """Strengths, findings and the head of a parcel case, with what is unknown about them."""

    raised: bool
    silent: bool
    limits: tuple[str, ...]
    perhaps_limited: bool
    limit_matters: bool
    dispatched: tuple[int, int]
    delivered: tuple[int, int]
    handed_over: Answer
    reached: Answer
    amount: Money | None
    bearer: str | None
    what: str
    who: str | None
    reasons: list[tuple[str, str, str | None]]

    @property
    def pays(self) -> bool:
        """Something is owed for certain, and somebody bears it."""
        return not self.limit_matters and self.amount is not None and self.amount.minor > 0 and self.bearer is not None

    @property
    def who_unknown(self) -> bool:
        """Something is owed, and a fact nobody recorded decides who bears it."""
        return self.who is None and self.what == "refund" and (self.amount is None or self.amount.minor > 0)


def parcel_state(case: Parcel, already: Money | None) -> ParcelState:
    """Both questions settled, and the price."""
    large = _reaches(case.order.fields.get("total"), SIGNATURE_FROM_MINOR)
    withheld = _silent_on(case.notices, "scan_place")
    silent = case.order.fields.get("carrier") is not None and _silent_on(case.notices, "tracking_event")
    limits = (("signature-required",) if large else ()) + (("place-withheld",) if withheld else ())
    near = bool(near_scans(case))
    raised = bool(case.denials)
    sent = CONCLUSIVE if case.collected else STRONG if case.accepted or case.posted else MODERATE if case.scans else 0
    dispatched = sent, STRONG if case.never else 0
    against = STRONG if case.far_scans else SLIGHT if raised else 0
    signed = CONCLUSIVE if case.signed else 0
    delivered = signed or (MODERATE if near and not limits else 0), against
    handed_over, reached = _settle(raised, silent, dispatched, delivered)
    perhaps = matters = False
    if large is None and raised and not limits:
        sent_or_not, other = _settle(raised, silent, dispatched, (signed, against))
        perhaps = other[:2] != reached[:2]
        # Whether the scan counts is unknown; it matters where something else would be paid, or by somebody else.
        matters = perhaps and (
            _price(case, already, sent_or_not[0], other[0])[:2] != _price(case, already, handed_over[0], reached[0])[:2]
        )
    amount, bearer, what, who = _price(case, already, handed_over[0], reached[0])
    state = ParcelState(raised, silent, limits, perhaps, matters, dispatched, delivered, handed_over, reached, amount,
                        bearer, what, who, [])  # fmt: skip
    state.reasons = _parcel_reasons(case, state)
    return state


def _parcel_reasons(case: Parcel, state: ParcelState) -> list[tuple[str, str, str | None]]:
    """Why a person decides: (cause, what, desk). No reason: the machine does."""
    found: list[tuple[str, str, str | None]] = []
    large = _reaches(case.claim.fields.get("amount"), HUMAN_FROM_MINOR)
    if large is not False:
        found.append(("rule" if large else "unknown_rule", "large", "payments"))
    if state.handed_over[1] == "burden" and min(state.dispatched) >= STRONG:
        found.append(("deadlock", "dispatched", "sellers"))
    if state.limit_matters:
        found.append(("unknown", "delivered", "logistics"))
    if state.who_unknown:
        found.append(("unknown", "price", None))
    if state.amount is None:
        found.append(("missing_amount", "price", None))
    return found


# The kinds that the claim's evidence matrix lists, in its order, and what they could show.
_OBTAINABLE = (
    ("carrier", "tracking_event", ("accepted", "delivered", "never", "elsewhere")),
    ("carrier", "handover", ("signed",)),
    ("seller", "document", ("collected", "posted")),
)
# What unknown fields of the carrier's records keep from showing: doubt, kind of record, its fields, what it would show.
_DOUBTED = (
    ("delivered_scan", "tracking_event", ("is_last_delivered",), "delivered"),
    ("signed", "handover", ("recipient",), "signed"),
    ("scan_elsewhere", "tracking_event", ("is_last_delivered", "distance_m"), "elsewhere"),
)


def _asked_for(notices: Iterable[Item], party: str, kinds: Sequence[str]) -> tuple[bool, str | None]:
    """Whether a party was asked for any of these kinds, and the latest deadline of a notice that is still open."""
    asked, latest = False, None
    for notice in notices:
        fields = notice.fields
        if fields["to"] == party and any(kind in fields["asks"] for kind in kinds):  # type: ignore[operator]
            asked = True
            deadline = fields["deadline"]
            if fields["answer"] == "open" and isinstance(deadline, datetime) and (latest is None or deadline > latest):
                latest = deadline
    return asked, latest.isoformat() if latest else None


def _with_more(case: Parcel, already: Money | None, state: ParcelState, more: set[str]) -> tuple[object, ...]:
    """Amount, bearer and whether they are open if these signals were there too, in every shipment and in their own."""
    sent, never = state.dispatched
    yes, no = state.delivered
    if "collected" in more:
        sent = CONCLUSIVE
    elif "accepted" in more or "posted" in more:
        sent = max(sent, STRONG)
    elif "delivered" in more:
        sent = max(sent, MODERATE)
    if "never" in more:
        never = STRONG
    if "signed" in more:
        yes = CONCLUSIVE
    if "elsewhere" in more:
        # A scan far away sets aside those of its own shipment; one that names no shipment stays.
        no = STRONG
        if yes == MODERATE and not any(scan.key is None for scan in near_scans(case)):
            yes = 0
    if "delivered" in more and not state.limits:
        yes = max(yes, MODERATE)
    handed_over, reached = _settle(state.raised, state.silent, (sent, never), (yes, no))
    found = _price(case, already, handed_over[0], reached[0])[:2]
    # A scan that perhaps does not count leaves open what is paid, as long as something turns on it.
    without_scan = CONCLUSIVE if "signed" in more or case.signed else 0
    _, other = _settle(state.raised, state.silent, (sent, never), (without_scan, no))
    unknown = _reaches(case.order.fields.get("total"), SIGNATURE_FROM_MINOR) is None and not state.limits
    return (*found, unknown and state.raised and _price(case, already, handed_over[0], other[0])[:2] != found)


def parcel_asks(case: Parcel, already: Money | None, state: ParcelState) -> list[Asked]:
    """Records that could still come and change who pays what; then fields that hide such a record or hold up a rule."""
    base = state.amount, state.bearer, state.limit_matters

    def result(more: Iterable[str]) -> tuple[object, ...]:
        return _with_more(case, already, state, set(more))

    found: list[Asked] = []
    if state.raised:
        open_ = _still_open(case.notices, case.sent, case.spoilt, _OBTAINABLE)
        for (party, kind, deadline), shows in open_.items():
            others = {name for one, names in open_.items() if one[1] != kind for name in names} - {*shows}
            if (
                any(result([name]) != base for name in shows)
                or result(shows) != base
                or result({*others, *shows}) != result(others)
            ):
                found.append((party, kind, None, deadline))
    fields = _hidden(case, lambda name: result([name]) != base) if state.raised else []
    fields += _fields_waited_for(case, state) if state.reasons else []
    return found + sorted(fields, key=lambda one: tuple(part or "" for part in one))


def _still_open(
    notices: Sequence[Item],
    sent: set[tuple[str | None, str]],
    spoilt: set[tuple[str | None, str]],
    obtainable: Iterable[tuple[str, str, tuple[str, ...]]],
    alternatives: Iterable[tuple[str, str]] = (),
) -> dict[tuple[str, str, str | None], tuple[str, ...]]:
    """What can still be obtained: asked for and not yet due, or never asked for and never sent to any effect.

    Of alternatives, one that was sent is enough.
    """
    found = {}
    enough = any(one in sent for one in alternatives)
    for party, kind, shows in obtainable:
        asked, deadline = _asked_for(notices, party, (kind,))
        has = (party, kind) in sent or (enough and (party, kind) in alternatives)
        if deadline or (party, kind) in spoilt or not (asked or has):
            found[party, kind, deadline] = shows
    return found


def _hidden(case: Parcel, flips: Callable[[str], bool]) -> list[Asked]:
    """Unknown fields of the carrier's records that keep them from showing what would change the outcome."""
    found: dict[Asked, None] = {}
    for doubt, kind, names, shows in _DOUBTED:
        records = [item for of, item in case.doubtful if of == doubt]
        if not records or not flips(shows):
            continue
        for record in records:
            for name in names:
                if record.fields.get(name) is None:
                    kinds = (kind, "scan_place") if name == "distance_m" else (kind,)
                    asked, deadline = _asked_for(case.notices, "carrier", kinds)
                    if deadline or not asked:
                        stated = "shipment" if name == "is_last_delivered" else name
                        found["carrier", kind, stated, deadline] = None
    return list(found)


def _fields_waited_for(case: Parcel, state: ParcelState) -> list[Asked]:
    order, claim = case.order.fields, case.claim.fields
    found: list[Asked] = []
    if (state.limit_matters or state.who_unknown) and "total" not in order:
        found.append(("platform", "order", "total", None))
    if state.who_unknown and "signature_requested" not in order:
        found.append(("platform", "order", "signature_requested", None))
    if "amount" not in claim:
        found.append(("buyer", "claim", "amount", None))
    if state.amount is None and "price" not in order:
        found.append(("platform", "order", "price", None))
    return found


@dataclass(slots=True)
class Concerned:
    """A party the outcome goes against: its notices, what they showed, and for each finding what goes against it.

    Each proof lists, argument by argument, records of which any one is enough; none at all is no proof to show.
    """

    party: str
    notices: list[Item]
    closed: bool
    shown: set[str]
    proofs: list[list[list[Item]]]

    def knows(self, items: Iterable[Item]) -> bool:
        """One of these is its own or was shown to it."""
        return any(item.submitted_by == self.party or item.id in self.shown for item in items)

    @property
    def heard(self) -> bool:
        """It could answer, and knows for each finding one whole proof."""
        return self.closed and all(any(self.knows(items) for items in proof) for proof in self.proofs)


def concerned(case: Parcel, state: ParcelState) -> list[Concerned]:
    """Whom the outcome goes against, never the platform, in alphabetical order."""
    owes = state.pays
    parties = {state.bearer} - {"platform"} if owes and state.bearer else set()
    if _gets_less(case, state, owes):
        parties.add("buyer")
    found = []
    for party in sorted(parties):
        notices = [notice for notice in case.notices if notice.fields["to"] == party]
        closed = [notice for notice in notices if notice.fields["answer"] != "open"]
        shown = {name for notice in closed for name in notice.fields["shown"]}  # type: ignore[union-attr]
        found.append(Concerned(party, notices, bool(closed), shown, list(_against(case, state, party == state.bearer))))
    return found


def _gets_less(case: Parcel, state: ParcelState, owes: bool) -> bool:
    asked, got = case.claim.fields.get("amount"), state.amount if owes else None
    if not isinstance(asked, Money):
        return state.amount is None or state.amount.minor == 0
    if got is None:
        return asked.minor > 0
    return got.currency == asked.currency and got.minor < asked.minor


def _against(case: Parcel, state: ParcelState, bears: bool) -> Iterable[list[list[Item]]]:
    """For each finding that a party's loss rests on, the records that prove it or block its own, by argument.

    Who bears the price loses by both findings. The buyer loses only by one that denies it the price, and where that
    rests on the carrier's care for the parcel, by the hand-over too.
    """
    if state.reached[1] == "evidence":
        if state.reached[0] == "no":
            if bears:
                yield [case.far_scans]
        else:
            yield [case.signed, [] if state.limits or state.delivered[1] >= MODERATE else near_scans(case)]
    # Not shown to have arrived: whoever had to show it was blocked by nothing, since a far scan alone proves the other
    # answer and a signature beats it.
    sent, never = state.dispatched
    if state.handed_over[1] == "evidence" and bears:
        if state.handed_over[0] == "no":
            yield [case.never]
        else:
            strong = [case.accepted, case.posted] if never < STRONG else []
            yield [case.collected, *strong, case.scans if never < MODERATE else []]
    elif state.handed_over[1] == "burden" and bears and min(sent, never) >= STRONG:
        # As strong for as against: what stands on the other side is why the bearer did not show its own.
        yield [case.never] if state.handed_over[0] == "no" else [case.accepted, case.posted]


def near_scans(case: Parcel) -> list[Item]:
    """Delivery scans beside none of the same shipment, attempt and item that was made too far away."""
    if not case.far_scans:
        return case.scans
    far = {scan.key or scan.index for scan in case.far_scans}
    return [scan for scan in case.scans if (scan.key or scan.index) not in far]


def status_of(reasons: Sequence[object], asks: Sequence[object], everyone_heard: bool) -> str:
    """Referred if there is a reason, provisional while someone must be heard or asked, else final."""
    if reasons:
        return "referred"
    return "provisional" if asks or not everyone_heard else "final"


def desk_of(reasons: Iterable[tuple[str, str, str | None]]) -> str:
    """The desk of the first reason that names one; else that of the last question."""
    return next((desk for _, _, desk in reasons if desk), "logistics")


def _parcel_outcome(case: Parcel, already: Money | None) -> tuple[Any, ...]:
    state = parcel_state(case, already)
    asks = parcel_asks(case, already, state)
    heard = [(one.party, one.heard) for one in concerned(case, state)]
    amount, bearer = state.amount, state.bearer
    minor = (amount.minor, amount.currency) if amount else None
    transfers = ((bearer, "buyer", minor),) if state.pays else ()
    reasons = state.reasons
    return (
        status_of(reasons, asks, all(was for _, was in heard)),
        (("dispatched", *state.handed_over), ("delivered", *state.reached)),
        (("price", minor, bearer, state.what, state.who),),
        transfers,
        (),
        ("human", desk_of(reasons)) if reasons else ("auto", None),
        tuple(asks),
        tuple(heard),
    )


# Meals


@dataclass(slots=True)
class Meal:
    """What the records of a courier's appeal show."""

    says: list[Item] = field(default_factory=list)
    notes: list[Item] = field(default_factory=list)
    positions: list[Item] = field(default_factory=list)
    doubtful: list[Item] = field(default_factory=list)
    notices: list[Item] = field(default_factory=list)
    sent: set[tuple[str | None, str]] = field(default_factory=set)
    spoilt: set[tuple[str | None, str]] = field(default_factory=set)


MEASURES = (("exempt", "exemption"), ("commend", "commendation"))


def read_meal(dossier: Dossier) -> Meal:
    """What the records of a courier's appeal show, without those that were rejected."""
    case = Meal()
    read: set[object] = set()
    for item in dossier.items:
        if item.admission.status == "rejected":
            continue
        fields = item.fields
        match item.kind:
            case "statement":
                if fields["by"] == "courier" and fields["says"] == "courier_cancelled":
                    case.says.append(item)
            case "reading":
                if fields["by"] == "operator" and fields["says"] == "hospital_note":
                    case.notes.append(item)
                    read.add(fields["of"])
            case "courier_report":
                place = fields.get("place")
                if place == "hospital":
                    case.positions.append(item)
                    case.sent.add((item.submitted_by, item.kind))
                elif place is None:
                    case.doubtful.append(item)
            case "notice":
                case.notices.append(item)
    if read:
        items = (item for item in dossier.items if item.admission.status != "rejected" and item.id in read)
        case.sent.update((item.submitted_by, item.kind) for item in items)
    case.spoilt = spoilt_by(dossier.items, case.notices)
    return case


def keys_together(case: Meal) -> set[Key]:
    """Shipments, attempts and items for which both the note and the position are on record."""
    return {item.key for item in case.notes if item.key} & {item.key for item in case.positions}


def emergency_of(case: Meal) -> Answer:
    """The one question of an appeal."""
    if not case.says:
        return "yes", "undisputed", "courier"
    return _finding(STRONG if keys_together(case) else 0, 0, "courier", "yes")


_MEAL_OBTAINABLE = (
    ("courier", "document", ("note",)),
    ("courier", "photo", ("note",)),
    ("platform", "courier_report", ("position",)),
)


def meal_asks(case: Meal, answer: Answer) -> list[Asked]:
    """A note helps only beside a position of a known shipment, and the other way round: on record, or obtainable."""
    if answer[0] == "yes":
        return []
    notes, positions = any(item.key for item in case.notes), any(item.key for item in case.positions)

    def exempt(more: set[str]) -> bool:
        return len(more) == 2 or ("note" in more and positions) or ("position" in more and notes)

    found: list[Asked] = []
    papers = [("courier", "document"), ("courier", "photo")]
    open_ = _still_open(case.notices, case.sent, case.spoilt, _MEAL_OBTAINABLE, papers)
    for (party, kind, deadline), shows in open_.items():
        others = {name for one, names in open_.items() if one[1] != kind for name in names} - {*shows}
        if exempt({*shows}) or exempt({*others, *shows}) != exempt(others):
            found.append((party, kind, None, deadline))
    if case.doubtful and notes:
        asked, deadline = _asked_for(case.notices, "platform", ("courier_report",))
        if deadline or not asked:
            found.append(("platform", "courier_report", "place", deadline))
    return found


def _meal_outcome(case: Meal) -> tuple[Any, ...]:
    answer = emergency_of(case)
    asks = meal_asks(case, answer)
    refused = answer[0] == "no"
    return (
        status_of(("not-shown",) if refused else (), asks, True),
        (("emergency", *answer),),
        (),
        (),
        tuple(name for name, _ in MEASURES) if answer[1] == "evidence" else (),
        ("human", "logistics") if refused else ("auto", None),
        tuple(asks),
        (),
    )
