"""The two bundled policies, decided by hand: no engine, no rule machinery, parameters as constants.

Written from the rules as the documents state them and not from the engine, as plainly and as fast as such code is
written. It finds what matters to the parties; `baseline` adds the verdict as a decision stores it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from evidence import Dossier, Item, Key, Money

Answer = tuple[str, str, str]  # yes or no; evidence, burden or undisputed; who had the burden

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
    sent_tracking: bool = False
    sent_handover: bool = False
    sent_document: bool = False


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
    for item in items:
        fields = item.fields
        match item.kind:
            case "statement":
                if fields["by"] == "buyer" and fields["says"] == "not_received":
                    case.denials.append(item)
            case "tracking_event":
                _read_scan(case, item)
                case.sent_tracking = case.sent_tracking or item.submitted_by == "carrier"
            case "handover":
                if fields["proof"] == "signature":
                    recipient = fields.get("recipient")
                    if recipient in ("buyer", "household"):
                        case.signed.append(item)
                    elif recipient is None:
                        case.doubtful.append(("signed", item))
                case.sent_handover = case.sent_handover or item.submitted_by == "carrier"
            case "reading":
                if fields["by"] == "operator":
                    if fields["says"] == "posting_receipt":
                        case.posted.append(item)
                    elif fields["says"] == "collection_note":
                        case.collected.append(item)
            case "notice":
                case.notices.append(item)
            case "document":
                case.sent_document = case.sent_document or item.submitted_by == "seller"
    return case


def _read_scan(case: Parcel, item: Item) -> None:
    fields = item.fields
    code = fields["code"]
    if code == "accepted":
        case.accepted.append(item)
    elif code == "not_received":
        case.never.append(item)
    elif code == "delivered":
        last, distance_m = fields.get("is_last_delivered"), fields.get("distance_m")
        if last == "yes":
            case.scans.append(item)
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


def owed_of(case: Parcel, already: Money | None) -> tuple[Money | None, bool]:
    """The price less what was made good, None if it cannot be told; and whether it was cut to what was asked for."""
    price, asked = case.order.fields.get("price"), case.claim.fields.get("amount")
    if not isinstance(price, Money) or (already is not None and already.currency != price.currency):
        return None, False
    minor = max(0, price.minor - (already.minor if already else 0))
    if isinstance(asked, Money) and asked.currency == price.currency and asked.minor < minor:
        return asked, True
    return Money(minor, price.currency), False


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
    def who_unknown(self) -> bool:
        """Something is owed, and a fact nobody recorded decides who bears it."""
        return self.who is None and self.what == "refund" and (self.amount is None or self.amount.minor > 0)


def parcel_state(case: Parcel, already: Money | None) -> ParcelState:
    """Both questions settled, and the price."""
    large = _reaches(case.order.fields.get("total"), SIGNATURE_FROM_MINOR)
    withheld = _silent_on(case.notices, "scan_place")
    silent = case.order.fields.get("carrier") is not None and _silent_on(case.notices, "tracking_event")
    limits = (("signature-required",) if large else ()) + (("place-withheld",) if withheld else ())
    near = len(case.scans) > len(case.far_scans)
    raised = bool(case.denials)
    sent = CONCLUSIVE if case.collected else STRONG if case.accepted or case.posted else MODERATE if case.scans else 0
    dispatched = sent, STRONG if case.never else 0
    against = STRONG if case.far_scans else SLIGHT if raised else 0
    signed = CONCLUSIVE if case.signed else 0
    delivered = signed or (MODERATE if near and not limits else 0), against
    handed_over, reached = _settle(raised, silent, dispatched, delivered)
    perhaps = False
    if large is None and raised and not limits:
        perhaps = _settle(raised, silent, dispatched, (signed, against))[1][:2] != reached[:2]
    amount, bearer, what, who = _price(case, already, handed_over[0], reached[0])
    state = ParcelState(raised, silent, limits, perhaps, dispatched, delivered, handed_over, reached, amount, bearer,
                        what, who, [])  # fmt: skip
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
    if state.perhaps_limited:
        found.append(("unknown", "delivered", "logistics"))
    if state.who_unknown:
        found.append(("unknown", "price", None))
    if state.amount is None:
        found.append(("missing_amount", "price", None))
    return found


def parcel_asks(case: Parcel, already: Money | None, state: ParcelState) -> list[tuple[str, str, str | None]]:
    """Records nobody was asked for that could change who pays what, then fields that a rule waits for."""
    asked = {(notice.fields["to"], kind) for notice in case.notices for kind in notice.fields["asks"]}  # type: ignore[union-attr]
    result = state.amount, state.bearer
    sent, never = state.dispatched
    yes, no = state.delivered

    def flips(dispatched: tuple[int, int], delivered: tuple[int, int]) -> bool:
        handed_over, reached = _settle(state.raised, state.silent, dispatched, delivered)
        return _price(case, already, handed_over[0], reached[0])[:2] != result

    found: list[tuple[str, str, str | None]] = []
    if not case.sent_tracking and ("carrier", "tracking_event") not in asked:
        scan = yes if state.limits else max(yes, MODERATE)
        only_signed = yes if yes == CONCLUSIVE else 0
        if (
            flips((max(sent, STRONG), never), (yes, no))
            or flips((max(sent, MODERATE), never), (scan, no))
            or flips((sent, never), (only_signed, STRONG))
            or flips((sent, STRONG), (yes, no))
        ):
            found.append(("carrier", "tracking_event", None))
    if not case.sent_handover and ("carrier", "handover") not in asked and flips((sent, never), (CONCLUSIVE, no)):
        found.append(("carrier", "handover", None))
    if not case.sent_document and ("seller", "document") not in asked and (
        flips((CONCLUSIVE, never), (yes, no)) or flips((max(sent, STRONG), never), (yes, no))
    ):  # fmt: skip
        found.append(("seller", "document", None))
    return found + (_fields_waited_for(case, state) if state.reasons else [])


def _fields_waited_for(case: Parcel, state: ParcelState) -> list[tuple[str, str, str | None]]:
    order, claim = case.order.fields, case.claim.fields
    found: list[tuple[str, str, str | None]] = []
    if (state.perhaps_limited or state.who_unknown) and "total" not in order:
        found.append(("platform", "order", "total"))
    if state.who_unknown and "signature_requested" not in order:
        found.append(("platform", "order", "signature_requested"))
    if "amount" not in claim:
        found.append(("buyer", "claim", "amount"))
    if state.amount is None and "price" not in order:
        found.append(("platform", "order", "price"))
    return found


@dataclass(slots=True)
class Concerned:
    """A party the outcome goes against: its notices, what they showed, and for each finding what proves it alone.

    Each proof lists, argument by argument, records of which any one is enough.
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
    owes = state.amount is not None and state.amount.minor > 0 and state.bearer is not None
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
    """For each finding by evidence that a party's loss rests on, the records that prove it, argument by argument.

    Who bears the price loses by both findings. The buyer loses only by one that denies it the price.
    """
    if state.reached[1] == "evidence":
        if state.reached[0] == "no":
            if bears:
                yield [case.far_scans]
        else:
            yield [case.signed, [] if state.limits or state.delivered[1] >= MODERATE else near_scans(case)]
    if bears and state.handed_over[1] == "evidence":
        if state.handed_over[0] == "no":
            yield [case.never]
        else:
            never = state.dispatched[1]
            strong = [case.accepted, case.posted] if never < STRONG else []
            yield [case.collected, *strong, case.scans if never < MODERATE else []]


def near_scans(case: Parcel) -> list[Item]:
    """Delivery scans that were not made too far away."""
    return [scan for scan in case.scans if scan not in case.far_scans]


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
    transfers = ((bearer, "buyer", minor),) if minor and minor[0] > 0 and bearer else ()
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
    asked: set[tuple[object, str]] = field(default_factory=set)
    sent: set[tuple[str | None, str]] = field(default_factory=set)


MEASURES = (("exempt", "exemption"), ("commend", "commendation"))


def read_meal(dossier: Dossier) -> Meal:
    """What the records of a courier's appeal show, without those that were rejected."""
    case = Meal()
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
            case "courier_report":
                case.sent.add((item.submitted_by, item.kind))
                place = fields.get("place")
                if place == "hospital":
                    case.positions.append(item)
                elif place is None:
                    case.doubtful.append(item)
            case "document" | "photo":
                case.sent.add((item.submitted_by, item.kind))
            case "notice":
                case.asked.update((fields["to"], kind) for kind in fields["asks"])  # type: ignore[union-attr]
    return case


def keys_together(case: Meal) -> set[Key]:
    """Shipments, attempts and items for which both the note and the position are on record."""
    return {item.key for item in case.notes if item.key} & {item.key for item in case.positions}


def emergency_of(case: Meal) -> Answer:
    """The one question of an appeal."""
    if not case.says:
        return "yes", "undisputed", "courier"
    return _finding(STRONG if keys_together(case) else 0, 0, "courier", "yes")


def meal_asks(case: Meal, answer: Answer) -> list[tuple[str, str, str | None]]:
    """A note helps only beside a position of a known shipment, and the other way round."""
    if answer[0] == "yes":
        return []
    wanted: list[tuple[str, str]] = []
    if any(item.key for item in case.positions):
        wanted += [("courier", "document"), ("courier", "photo")]
    if any(item.key for item in case.notes):
        wanted.append(("platform", "courier_report"))
    return [(*one, None) for one in wanted if one not in case.asked and one not in case.sent]


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
