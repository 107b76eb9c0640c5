"""A small marketplace that uses what the bundled packs do not, as files and as a case. Tests change either.

Units of an order are settled one by one, the cause has answers of its own, insurance is on record, claims must come in
time, a table says who bears, and a first refund may be followed by a repair statement.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from arbiter import CaseFile, Policy, load_policy

PACK: Mapping[str, str] = {
    "policy.yaml": """
policy: glass_shop
title: Glass and china by parcel
version: "1"
extends: common
languages: [en, ru]
zone: Europe/Berlin
roles: {buyer: buyer, seller: seller, carrier: carrier}
""",
    "records.yaml": """
repair_statement: {submitted_by: [buyer], fields: {result: [worked, failed]}}
insurance: {submitted_by: [platform], fields: {covers: yes_no, share: percent}}
reading: {fields: {says: [packing_note]}}
""",
    "parameters.yaml": """
claim_within: {unit: d, clause: G-1.1, from 2016-01-01: 14}
fee_share:    {unit: percent, clause: G-1.2, from 2016-01-01: 30}
unit_limit:   {unit: money, clause: G-1.3, from 2016-01-01: 15.00 EUR}
repair_days:  {unit: bd, clause: G-1.4, from 2016-01-01: 10}
note_days:    {unit: d, clause: G-1.5, from 2016-01-01: 90}
appeal_days:  {unit: bd, clause: G-1.6, from 2016-01-01: 10}
""",
    "signals.yaml": """
says_broken:  {if: {statement.by: buyer, statement.says: broken}, strength: slight, held_by: buyer, group: buyer_word}
seen_broken:  {if: {reading.says: damage, reading.by: operator}, strength: strong, held_by: buyer, group: picture}
seen_twice:   {if: {statement.by: buyer, statement.says: damaged}, strength: slight, held_by: buyer, group: word}
bad_packing:
  {if: {reading.says: packing_note, reading.by: operator}, strength: conclusive, held_by: carrier, group: paper}
rough_ride:   {if: {tracking_event.code: damaged}, strength: strong, held_by: carrier, group: carrier_system}
""",
    "questions/damaged.yaml": """
question: damaged
clause: G-2.1
desk: sellers
scope: unit
raised: {raised_by: buyer, any: [says_broken]}
must_show: {buyer: yes}
yes:
  - {id: seen, all: [seen_broken]}
  - {id: told, all: [says_broken]}
  - {id: both, at_least: {k: 2, of: [seen_broken, seen_twice, rough_ride]}}
""",
    "questions/cause.yaml": """
question: cause
clause: G-2.2
desk: sellers
standard: clear
raised: {raised_by: buyer, any: [says_broken]}
unclear: platform
answers:
  packaging: [{id: packed-badly, all: [bad_packing]}]
  handling: [{id: handled-badly, all: [rough_ride]}]
""",
    "questions/insured.yaml": """
question: insured
clause: G-2.3
desk: payments
otherwise: no
yes: [{id: covered, if: {insurance.covers: yes}}]
""",
    "tables/bearers.csv": """cause,insured,bearer,clause
shown packaging,-,seller,G-4.1
shown handling,no,carrier,G-4.2
shown handling,yes,platform,G-4.3
unclear,-,platform,G-4.4
""",
    "claims/broken.yaml": """
claim: broken
by: buyer
clause: G-3.1
evidence: {buyer: {any_of: [photo], optional: [repair_statement]}, carrier: {any_of: [document, tracking_event]}}
first: {id: in-time, if: {claim.minutes_after_placed: "<= claim_within"}, else: refuse, clause: G-3.2}
heads:
  goods:
    to: buyer
    amount: item.price - already_made_good
    cap: unit_limit
    what:
      - {id: refund, if: {damaged: yes}, clause: G-3.3, then: {ask: repair_statement, within: repair_days}}
      - {id: keep, if: {damaged: no}, amount: 0, clause: G-3.4}
    who: bearers.csv
  delivery:
    to: buyer
    amount: order.delivery_fee * fee_share - already_made_good
    what:
      - {id: a-share, if: {insured: yes}, clause: G-3.5}
      - {id: no-share, if: {insured: no}, amount: 0, clause: G-3.6}
    who:
      - {id: from-the-fund, bearer: platform, if: {insured: yes}, clause: G-3.7}
measures:
  - {id: careless, to: seller, measure: note, if: {cause: shown packaging}, clause: G-5.1, lasts: note_days}
""",
    "claims/late.yaml": """
claim: late
by: buyer
clause: G-6.1
evidence: {carrier: {any_of: [tracking_event]}}
heads:
  delivery:
    to: buyer
    amount: order.delivery_fee - already_made_good
    what: [{id: all-of-it, if: {insured: [yes, no]}, clause: G-6.2}]
    who: [{id: platform-always, bearer: platform, if: {insured: [yes, no]}, clause: G-6.3}]
""",
    "texts/en.ftl": """
policy_title = Glass and china by parcel
kind_repair_statement = a statement of the repairer
kind_insurance = the insurance of the parcel
says_broken = The buyer says that something arrived broken.
    .missing = a statement of the buyer that something arrived broken
seen_broken = An employee saw the damage in a photo.
    .missing = a photo of the damage
seen_twice = The buyer says it was damaged.
    .missing = a second statement
bad_packing = An employee read in a note that there was no padding.
    .missing = a note about the packing
rough_ride = The carrier reported damage on { $rough_ride__at }, at { $rough_ride__location }.
    .missing = a damage report of the carrier
damaged = Did it arrive broken?
    .yes = It arrived broken.
    .no = It is not proven that it arrived broken.
cause = What broke it?
    .packaging = It was packed badly.
    .handling = It was handled badly.
    .unclear = It is unknown what broke it.
insured = Was the parcel insured?
    .yes = The parcel was insured.
    .no = The parcel was not insured.
goods = price of what broke
    .refund = What arrived broken is refunded, up to { $unit_limit } each.
    .keep = What did not arrive broken is not refunded.
    .bearers = Who caused the damage bears it, the platform where nobody knows.
delivery = delivery fee
    .a-share = With insurance, { $fee_share }% of the delivery fee is given back.
    .no-share = Without insurance, nothing of the delivery fee is given back.
    .from-the-fund = It is paid from the insurance fund.
    .all-of-it = The parcel was late, so the fee is given back.
    .platform-always = The platform pays that.
broken = Something arrived broken
    .in-time = Claims must come within { $claim_within } days of the order.
    .careless = The seller's file gets a note about the packing.
late = The parcel was late
""",
    "texts/ru.ftl": """
policy_title = Стекло и фарфор посылкой
kind_repair_statement = заключение мастера
kind_insurance = страховка посылки
    .sent = страховку посылки
says_broken = Покупатель заявляет, что товар пришёл разбитым.
    .missing = заявление покупателя, что товар пришёл разбитым
seen_broken = На фото видно повреждение, это проверено сотрудником.
    .missing = фото повреждения
seen_twice = Покупатель заявляет о повреждении.
    .missing = второе заявление
bad_packing = В акте отмечено, что уплотнителя не было.
    .missing = акт об упаковке
rough_ride = Перевозчик сообщил о повреждении: { $rough_ride__at }, { $rough_ride__location }.
    .missing = сообщение перевозчика о повреждении
damaged = Пришёл ли товар разбитым?
    .yes = Товар пришёл разбитым.
    .no = Не доказано, что товар пришёл разбитым.
cause = Из-за чего товар разбился?
    .packaging = Товар был плохо упакован.
    .handling = С посылкой обращались неосторожно.
    .unclear = Неизвестно, из-за чего товар разбился.
insured = Застрахована ли посылка?
    .yes = Посылка застрахована.
    .no = Посылка не застрахована.
goods = стоимость разбитого
    .refund = За разбитое возвращаются деньги, не больше { $unit_limit } за штуку.
    .keep = За целое деньги не возвращаются.
    .bearers = Платит тот, из-за кого товар разбился; если это неизвестно — площадка.
delivery = стоимость доставки
    .a-share = По страховке возвращается { $fee_share } % стоимости доставки.
    .no-share = Без страховки стоимость доставки не возвращается.
    .from-the-fund = Эти деньги платит страховой фонд.
    .all-of-it = Посылка опоздала, поэтому стоимость доставки возвращается.
    .platform-always = Платит площадка.
broken = Товар пришёл разбитым
    .in-time = Претензия принимается в течение { $claim_within } дней после заказа.
    .careless = В дело продавца вносится отметка об упаковке.
late = Посылка опоздала
""",
}


def write_pack(folder: Path, edits: Mapping[str, Mapping[str, str]] | None = None) -> Policy:
    """The pack in a folder, with texts replaced in some of its files, loaded."""
    root = folder / "glass_shop"
    for name, text in PACK.items():
        for old, new in (edits or {}).get(name, {}).items():
            assert old in text, old
            text = text.replace(old, new)
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.lstrip("\n"), encoding="utf-8")
    return load_policy(root)


ORDER: Mapping[str, Any] = {
    "id": "O-1", "kind": "order", "submitted_by": "platform", "placed_at": "2026-03-02T10:00:00+01:00",
    "total": "99.98 EUR", "price": "94.98 EUR", "delivery_fee": "5.00 EUR", "region": "DE",
    "items": [
        {"id": "glass", "title": "Tall *glass*", "quantity": 4, "price": "12.00 EUR"},
        {"id": "plate", "title": "Plate", "quantity": 2, "price": "19.99 EUR"},
        {"id": "jug", "price": "7.00 EUR"},
    ],
}  # fmt: skip
CLAIM: Mapping[str, Any] = {
    "id": "K-1", "claim": "broken", "by": "buyer", "filed_at": "2026-03-06T09:00:00+01:00",
    "items": [{"item": "glass", "units": 3}, "plate", "jug"],
}  # fmt: skip
INSURANCE = {"id": "I-1", "kind": "insurance", "submitted_by": "platform", "covers": "yes", "share": "12.5"}
PACKING = (
    {"id": "D-1", "kind": "document", "submitted_by": "carrier", "title": "Inspection"},
    {
        "id": "R-D", "kind": "reading", "submitted_by": "platform", "of": "D-1", "says": "packing_note",
        "by": "operator", "confirmed_by": "operator",
    },
)  # fmt: skip
ROUGH = {
    "id": "T-1", "kind": "tracking_event", "submitted_by": "carrier", "at": "2026-03-04T10:00:00+01:00",
    "code": "damaged", "about": {"shipment": "S-1"},
}  # fmt: skip


def photo(number: int, item: str, unit: int | None = None) -> list[dict[str, Any]]:
    """A photo of the buyer with what an employee saw in it, about a line or one unit of it."""
    about = {"item": item} if unit is None else {"item": item, "unit": unit}
    seen = {"kind": "reading", "submitted_by": "platform", "says": "damage", "by": "operator"}
    return [
        {"id": f"P-{number}", "kind": "photo", "submitted_by": "buyer", "about": about},
        {"id": f"R-{number}", **seen, "of": f"P-{number}", "confirmed_by": "operator"},
    ]


def notices(*shown: str) -> list[dict[str, Any]]:
    """Everyone was shown those records and asked for what there is, and answered."""
    base = {"kind": "notice", "submitted_by": "platform", "sent_at": "2026-03-07T09:00:00+01:00", "shown": list(shown)}
    base |= {"deadline": "2026-03-12T23:59:00+01:00", "answer": "received", "answered_at": "2026-03-10T12:00:00+01:00"}
    asks = {"buyer": ["photo"], "seller": [], "carrier": ["document", "tracking_event", "scan_place"]}
    return [{**base, "id": f"N-{to}", "to": to, "asks": kinds} for to, kinds in asks.items()]


PICTURES = [*photo(1, "glass", 1), *photo(2, "glass", 2), *photo(3, "plate")]


def data(
    records: list[dict[str, Any]] | None = None,
    claims: list[Mapping[str, Any]] | None = None,
    order: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A case of the shop as a file holds it: two of three glasses and both plates broken, packed badly, insured."""
    found = [*PICTURES, *PACKING, INSURANCE] if records is None else records
    names = [one["id"] for one in found]
    return {
        "case": "C-1",
        "policy": "glass_shop",
        "as_of": "2026-03-20T09:00:00+01:00",
        "claims": [dict(one) for one in claims or [CLAIM]],
        "parties": {one: {"name": one.title(), "zone": "Europe/Berlin"} for one in ("buyer", "seller", "carrier")},
        "records": [dict(order or ORDER), *found, *notices("K-1", *names)],
    }


def case(
    records: list[dict[str, Any]] | None = None,
    claims: list[Mapping[str, Any]] | None = None,
    order: Mapping[str, Any] | None = None,
) -> CaseFile:
    """The same, read."""
    return CaseFile.from_data(data(records, claims, order))
