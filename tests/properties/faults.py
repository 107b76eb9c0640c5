"""Faults that case files have in practice, put into a good case in every sensible place.

Each of the eight kinds is found by what the case and its policy say, so a claim or a kind of record that is added later
is covered without a line here. A fault knows the field that it makes unknown, if it makes one; what must come of it is
the tests' to say.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from arbiter import Policy
from evidence import MODELS, EnumType, MoneyType, TimeType
from evidence.source import read_document, to_plain

Data = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
YEAR = timedelta(days=365)
OTHER = {"EUR": "USD", "USD": "EUR", "CNY": "USD"}


@dataclass(frozen=True)
class Fault:
    """A case with something wrong. `unknown` is the field that nobody can know in it, as kind and name."""

    kind: str
    place: str
    data: Data
    unknown: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """What is wrong where, for messages."""
        return f"{self.kind}: {self.place}"


def written(path: Path) -> Data:
    """The content of a case file, every scalar as text."""
    node, problems = read_document(path)
    assert node is not None, problems
    data = to_plain(node)
    assert isinstance(data, dict)
    return data


@cache
def examples() -> dict[tuple[str, str], list[Path]]:
    """The example cases with one claim, by pack and claim, those that a machine pays money in first."""
    found: dict[tuple[str, str], list[Path]] = {}
    for path in sorted((ROOT / "examples").rglob("case.yaml")):
        data = written(path)
        if len(data["claims"]) == 1:
            found.setdefault((data["policy"], data["claims"][0]["claim"]), []).append(path)
    return found


def faults_of(data: Data, policy: Policy) -> Iterator[Fault]:
    """Every fault of every kind that the case can have."""
    for make in (
        missing_amounts, unknown_values, missing_orders, other_currencies, items_not_in_the_order, too_late,
        already_settled, wrong_parties,
    ):  # fmt: skip
        yield from make(data, policy)


# Where things stand in a case


def order_of(data: Data) -> Data:
    """The order of a case."""
    found: Data = next(one for one in data["records"] if one["kind"] == "order")
    return found


def claim_of(data: Data) -> Data:
    """The claim of a case."""
    found: Data = data["claims"][0]
    return found


def fields_typed(data: Data, policy: Policy, kinds: tuple[type, ...]) -> Iterator[tuple[int, str, str]]:
    """Every field of some types that a record states: its place in the case, kind and name; each kind's field once."""
    seen = set()
    for number, record in enumerate(data["records"]):
        kind = record["kind"]
        for name, typed in policy.vocabulary.get(kind, {}).items():
            if name in record and isinstance(typed, kinds) and (kind, name) not in seen:
                seen.add((kind, name))
                yield number, kind, name


def changed(data: Data, change: Callable[[Data], object]) -> Data:
    """A copy of a case with something changed."""
    copy = deepcopy(data)
    change(copy)
    return copy


def without(record: Data, name: str) -> None:
    """Take a field out of a record."""
    del record[name]


def lines_of(data: Data) -> list[Data]:
    """The lines of the order."""
    return order_of(data).get("items", [])


# The eight kinds


def missing_amounts(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount that somebody forgot: of the claim, of the order, of a line, of any record."""
    kind = "missing amount"
    if "amount" in claim_of(data):
        yield Fault(kind, "claim.amount", changed(data, lambda new: without(claim_of(new), "amount")), ("claim", "amount"))
    for at, of, name in fields_typed(data, policy, (MoneyType,)):
        gone = changed(data, lambda new, at=at, name=name: without(new["records"][at], name))
        yield Fault(kind, f"{of}.{name}", gone, (of, name))
    if any("price" in line for line in lines_of(data)):
        yield Fault(
            kind, "item.price", changed(data, lambda new: [line.pop("price", None) for line in lines_of(new)]),
            ("item", "price"),
        )  # fmt: skip


NOT_AMOUNTS = ("unknown", "12,50 EUR", "€12.50", "-5.00 EUR", "1.234 EUR", "12.50", "12.50 EURO", "💶")
NOT_WORDS = ("unknown", "Delivered!", "💥")
NOT_TIMES = ("unknown", "2026-04-01T12:00:00", "01.04.2026 12:00", "2026-02-30T12:00:00Z")


def unknown_values(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount, a word or a time that is null, or is written as what it cannot be."""
    kind = "unknown value"
    amounts = iter(NOT_AMOUNTS * 9)
    words = iter(NOT_WORDS * 40)
    times = iter(NOT_TIMES * 40)
    for where in ("amount", "filed_at", "claim", "by"):
        if where in claim_of(data):
            bad = next(amounts if where == "amount" else times if where == "filed_at" else words)
            for value in (None, bad):
                known = ("claim", where) if value is None and where == "amount" else None
                yield Fault(kind, f"claim.{where} {value}", changed(data, lambda new, w=where, v=value: claim_of(new).update({w: v})), known)
    for at, of, name in fields_typed(data, policy, (MoneyType, EnumType, TimeType)):
        typed = policy.vocabulary[of][name]
        bad = next(amounts if isinstance(typed, MoneyType) else words if isinstance(typed, EnumType) else times)
        for value in (None, bad):
            unknown = (of, name) if value is None and isinstance(typed, MoneyType) else None
            yield Fault(kind, f"{of}.{name} {value}", changed(data, lambda new, at=at, n=name, v=value: new["records"][at].update({n: v})), unknown)
    if lines_of(data):
        for value in (None, next(amounts)):
            yield Fault(kind, f"item.price {value}", changed(data, lambda new, v=value: [line.update(price=v) for line in lines_of(new)]), ("item", "price") if value is None else None)
        for value in ("0", "two", "-1"):
            yield Fault(kind, f"item.quantity {value}", changed(data, lambda new, v=value: lines_of(new)[0].update(quantity=v)))


def missing_orders(data: Data, policy: Policy) -> Iterator[Fault]:
    """No order, an order without its time, two orders, an order without lines."""
    kind = "missing order"
    yield Fault(kind, "gone", changed(data, lambda new: new["records"].remove(order_of(new))))
    yield Fault(kind, "no records", data | {"records": []})
    yield Fault(kind, "no placed_at", changed(data, lambda new: without(order_of(new), "placed_at")))
    yield Fault(kind, "two", changed(data, lambda new: new["records"].append({**order_of(new), "id": "O-other"})))
    if lines_of(data):
        yield Fault(kind, "no lines", changed(data, lambda new: without(order_of(new), "items")))


def other_currencies(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount in another currency than the rest of the case."""
    kind = "other currency"
    if "amount" in claim_of(data):
        yield Fault(kind, "claim.amount", changed(data, lambda new: in_other(claim_of(new), "amount")))
    for at, of, name in fields_typed(data, policy, (MoneyType,)):
        yield Fault(kind, f"{of}.{name}", changed(data, lambda new, at=at, n=name: in_other(new["records"][at], n)))
    if any("price" in line for line in lines_of(data)):
        yield Fault(kind, "item.price", changed(data, lambda new: in_other(lines_of(new)[0], "price")))
    if order_amount(data):
        yield Fault(kind, "already_made_good", changed(data, lambda new: make_good(new, order_amount(new), other=True)))


def in_other(record: Data, name: str) -> None:
    """The same number in another currency."""
    number, currency = record[name].split()
    record[name] = f"{number} {OTHER.get(currency, 'USD')}"


def order_amount(data: Data) -> str:
    """What the order cost, as far as it says so."""
    order = order_of(data)
    return str(order.get("total") or order.get("price") or "")


def make_good(data: Data, amount: str, part: int = 1, other: bool = False) -> None:
    """Some part of an amount was given back already."""
    number, currency = amount.split()
    whole, _, cents = number.partition(".")
    minor = int(whole + cents.ljust(2, "0")) // part
    currency = OTHER[currency] if other else currency
    claim_of(data)["already_made_good"] = f"{minor // 100}.{minor % 100:02} {currency}"


def items_not_in_the_order(data: Data, policy: Policy) -> Iterator[Fault]:
    """Lines that the order does not have, more units than it has, a line twice; and evidence about such a line."""
    kind = "items not in the order"
    lines = lines_of(data)
    if not lines:
        return
    yield Fault(kind, "claimed", changed(data, lambda new: claim_of(new).update(items=["ghost"])))
    name = lines[0]["id"]
    most = int(lines[0].get("quantity", "1"))
    more = [{"item": name, "units": str(most + 1)}]
    yield Fault(kind, "more units", changed(data, lambda new: claim_of(new).update(items=more)))
    yield Fault(kind, "twice", changed(data, lambda new: claim_of(new).update(items=[name, name])))
    yield Fault(kind, "no units", changed(data, lambda new: claim_of(new).update(items=[{"item": name, "units": "0"}])))
    yield Fault(kind, "line twice", changed(data, lambda new: lines_of(new).append(dict(lines_of(new)[0]))))
    told = next((n for n, one in enumerate(data["records"]) if one["kind"] not in ("order", "notice", "context", "history")), None)
    if told is not None:
        about = data["records"][told].get("about", {}) | {"item": "ghost"}
        yield Fault(kind, "evidence", changed(data, lambda new: new["records"][told].update(about=about)))


def shifted(text: str, by: timedelta) -> str:
    """A time, moved."""
    return (datetime.fromisoformat(text) + by).isoformat()


def too_late(data: Data, policy: Policy) -> Iterator[Fault]:
    """A claim a year after what it is about; with and without a delivery on record; and one before its order."""
    kind = "too late"

    def later(new: Data, by: timedelta = 2 * YEAR) -> None:
        claim_of(new)["filed_at"] = shifted(claim_of(new)["filed_at"], by)
        new["as_of"] = shifted(new["as_of"], by)

    def undelivered(new: Data) -> None:
        later(new)
        scans = [one["id"] for one in new["records"] if one["kind"] == "tracking_event" and one["code"] == "delivered"]
        drop(new, scans)

    yield Fault(kind, "two years", changed(data, later))
    if any(one["kind"] == "tracking_event" and one.get("code") == "delivered" for one in data["records"]):
        yield Fault(kind, "no delivery known", changed(data, undelivered))
    if "promised_by" in order_of(data):
        late = changed(data, later)
        yield Fault(kind, "no promise known", changed(late, lambda new: without(order_of(new), "promised_by")))
    before = shifted(order_of(data)["placed_at"], -timedelta(days=1))
    yield Fault(kind, "before the order", changed(data, lambda new: claim_of(new).update(filed_at=before)))
    after = shifted(data["as_of"], timedelta(days=1))
    yield Fault(kind, "after deciding", changed(data, lambda new: claim_of(new).update(filed_at=after)))


def drop(data: Data, names: list[str]) -> None:
    """Take records out of a case, and what reads or shows them."""
    gone = {*names, *(one["id"] for one in data["records"] if one.get("of") in names)}
    data["records"] = [one for one in data["records"] if one["id"] not in gone]
    for one in data["records"]:
        if isinstance(one.get("shown"), list):
            one["shown"] = [name for name in one["shown"] if name not in gone]


def already_settled(data: Data, policy: Policy) -> Iterator[Fault]:
    """The loss was made good before: in part, in whole, and by more; by an earlier claim; or so the case file says."""
    kind = "already settled"
    amount = order_amount(data)
    if amount:
        yield Fault(kind, "in part", changed(data, lambda new: make_good(new, amount, 3)))
        yield Fault(kind, "in whole", changed(data, lambda new: make_good(new, amount)))
        yield Fault(kind, "by more", changed(data, lambda new: make_good(new, "9999.00 " + amount.split()[1])))
    for key, value in (("decision", "D-0123456789abcdef"), ("status", "settled")):
        yield Fault(kind, f"case.{key}", data | {key: value})
        yield Fault(kind, f"claim.{key}", changed(data, lambda new, k=key, v=value: claim_of(new).update({k: v})))
    earlier = {**claim_of(data), "id": "K-earlier"}
    yield Fault(kind, "claimed before", changed(data, lambda new: new["claims"].insert(0, earlier)))
    same = dict(claim_of(data))
    yield Fault(kind, "the claim twice", changed(data, lambda new: new["claims"].append(same)))
    for word, record in refunds(data, policy):
        yield Fault(kind, f"{record['kind']} {word}", changed(data, lambda new, r=record: new["records"].append(r)))


# The words by which records say that money or goods were given back.
GIVEN_BACK = ("paid", "credited", "returned", "refunded", "compensated")


def refunds(data: Data, policy: Policy) -> Iterator[tuple[str, Data]]:
    """Records of the pack which say that something was given back, one of each kind and word."""
    for kind, declared in policy.kinds.declared.items():
        if kind in MODELS or kind.startswith(("return", "bank")):
            continue
        for name, typed in declared.fields.items():
            for word in GIVEN_BACK if isinstance(typed, EnumType) else ():
                if word in typed.values:
                    record = {"id": "GB-1", "kind": kind, "submitted_by": "platform", name: word}
                    if "at" in declared.fields:
                        record["at"] = claim_of(data)["filed_at"]
                    yield word, record


def wrong_parties(data: Data, policy: Policy) -> Iterator[Fault]:
    """A claim by somebody whose it is not, by nobody of this case, and evidence from hands that cannot hold it."""
    kind = "wrong party"
    right = claim_of(data)["by"]
    for party in ("buyer", "seller", "courier", "carrier", "platform", "lawyer", "Ines Okafor", ""):
        if party != right:
            yield Fault(kind, f"claim by {party}", changed(data, lambda new, p=party: claim_of(new).update(by=p)))
    yield Fault(kind, "order by buyer", changed(data, lambda new: order_of(new).update(submitted_by="buyer")))
    for number, record in enumerate(data["records"]):
        if record["kind"] == "statement":
            other = "seller" if record["by"] == "buyer" else "buyer"
            yield Fault(kind, "statement for another", changed(data, lambda new, n=number, o=other: new["records"][n].update(submitted_by=o)))
            break
    yield Fault(kind, "stranger in parties", changed(data, lambda new: new.setdefault("parties", {}).update(lawyer={"name": "X"})))
