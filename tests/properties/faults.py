"""Faults that case files have in practice, put into a good case in every sensible place.

Each of the eight kinds is found by what the case and its policy say, so a claim or a kind of record that is added later
is covered without a line here. A fault knows the field that it makes unknown, if it makes one; what must come of it is
the tests' to say.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, cached_property
from itertools import cycle
from pathlib import Path
from typing import Any

from arbiter import Policy
from evidence import MODELS, EnumType, Money, MoneyType, TimeType
from evidence.source import read_document, to_plain
from tests.properties.claimed import PARTIES, Data

ROOT = Path(__file__).resolve().parents[2]
YEAR = timedelta(days=365)
OTHER = {"EUR": "USD", "USD": "EUR", "CNY": "USD"}


Change = Callable[[Data], object]


@dataclass(frozen=True)
class Fault:
    """Something that is wrong with a good case. `unknown` is the field that nobody can know then, as kind and name."""

    kind: str
    place: str
    good: Data
    change: Change
    unknown: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """What is wrong where, for messages."""
        return f"{self.kind}: {self.place}"

    @cached_property
    def data(self) -> Data:
        """The case with the fault."""
        return changed(self.good, self.change)


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


def changed(data: Data, change: Change) -> Data:
    """A copy of a case with something changed."""
    copy = deepcopy(data)
    change(copy)
    return copy


def lines_of(data: Data) -> list[Data]:
    """The lines of the order."""
    return order_of(data).get("items", [])


def put(find: Callable[[Data], Data], **values: Any) -> Change:
    """The change that writes values into some part of a case."""
    return lambda new: find(new).update(values)


def taken(find: Callable[[Data], Data], name: str) -> Change:
    """The change that takes a value out of some part of a case."""
    return lambda new: find(new).pop(name)


def record_at(number: int) -> Callable[[Data], Data]:
    """Where a record stands in a case."""
    return lambda new: new["records"][number]


def first_line(data: Data) -> Data:
    """The first line of the order."""
    return lines_of(data)[0]


# The eight kinds


def missing_amounts(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount that somebody forgot: of the claim, of the order, of a line, of any record."""
    kind = "missing amount"
    if "amount" in claim_of(data):
        yield Fault(kind, "claim.amount", data, taken(claim_of, "amount"), ("claim", "amount"))
    for at, of, name in fields_typed(data, policy, (MoneyType,)):
        yield Fault(kind, f"{of}.{name}", data, taken(record_at(at), name), (of, name))
    if any("price" in line for line in lines_of(data)):
        gone: Change = lambda new: [line.pop("price", None) for line in lines_of(new)]  # noqa: E731
        yield Fault(kind, "item.price", data, gone, ("item", "price"))


NOT_AMOUNTS = ("unknown", "12,50 EUR", "€12.50", "-5.00 EUR", "1.234 EUR", "12.50", "12.50 EURO", "💶")
NOT_WORDS = ("unknown", "Delivered!", "💥")
NOT_TIMES = ("unknown", "2026-04-01T12:00:00", "01.04.2026 12:00", "2026-02-30T12:00:00Z")


def unknown_values(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount, a word or a time that is null, or is written as what it cannot be."""
    kind = "unknown value"
    amounts, words, times = cycle(NOT_AMOUNTS), cycle(NOT_WORDS), cycle(NOT_TIMES)
    for where in ("amount", "filed_at", "claim", "by"):
        if where in claim_of(data):
            bad = next(amounts if where == "amount" else times if where == "filed_at" else words)
            null = ("claim", "amount") if where == "amount" else None
            yield Fault(kind, f"claim.{where} None", data, put(claim_of, **{where: None}), null)
            yield Fault(kind, f"claim.{where} {bad}", data, put(claim_of, **{where: bad}))
    for at, of, name in fields_typed(data, policy, (MoneyType, EnumType, TimeType)):
        typed = policy.vocabulary[of][name]
        bad = next(amounts if isinstance(typed, MoneyType) else words if isinstance(typed, EnumType) else times)
        null = (of, name) if isinstance(typed, MoneyType) else None
        yield Fault(kind, f"{of}.{name} None", data, put(record_at(at), **{name: None}), null)
        yield Fault(kind, f"{of}.{name} {bad}", data, put(record_at(at), **{name: bad}))
    for shape in (["a", "b"], {"a": "b"}):
        yield Fault(kind, f"claim.filed_at {shape}", data, put(claim_of, filed_at=shape))
        yield Fault(kind, f"order.placed_at {shape}", data, put(order_of, placed_at=shape))
        yield Fault(kind, f"order.region {shape}", data, put(order_of, region=shape))
    if lines_of(data):
        nulls: Change = lambda new: [line.update(price=None) for line in lines_of(new)]  # noqa: E731
        yield Fault(kind, "item.price None", data, nulls, ("item", "price"))
        yield Fault(kind, "item.price", data, put(first_line, price=next(amounts)))
        for value in ("0", "two", "-1"):
            yield Fault(kind, f"item.quantity {value}", data, put(first_line, quantity=value))


def missing_orders(data: Data, policy: Policy) -> Iterator[Fault]:
    """No order, an order without its time, two orders, an order without lines."""
    kind = "missing order"
    yield Fault(kind, "gone", data, lambda new: new["records"].remove(order_of(new)))
    yield Fault(kind, "no records", data, lambda new: new.update(records=[]))
    yield Fault(kind, "no placed_at", data, taken(order_of, "placed_at"))
    yield Fault(kind, "two", data, lambda new: new["records"].append({**order_of(new), "id": "O-other"}))
    if lines_of(data):
        yield Fault(kind, "no lines", data, taken(order_of, "items"))


def other_currencies(data: Data, policy: Policy) -> Iterator[Fault]:
    """An amount in another currency than the rest of the case."""
    kind = "other currency"
    if "amount" in claim_of(data):
        yield Fault(kind, "claim.amount", data, lambda new: in_other(claim_of(new), "amount"))
    for at, of, name in fields_typed(data, policy, (MoneyType,)):
        yield Fault(kind, f"{of}.{name}", data, lambda new, at=at, n=name: in_other(record_at(at)(new), n))
    if any("price" in line for line in lines_of(data)):
        yield Fault(kind, "item.price", data, lambda new: in_other(first_line(new), "price"))
    if order_amount(data):
        yield Fault(kind, "already_made_good", data, lambda new: make_good(new, order_amount(new), other=True))


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
    minor, currency = Money.parse(amount).minor // part, amount.split()[1]
    claim_of(data)["already_made_good"] = str(Money(minor, OTHER[currency] if other else currency))


def items_not_in_the_order(data: Data, policy: Policy) -> Iterator[Fault]:
    """Lines that the order does not have, more units than it has, a line twice; and evidence about such a line."""
    kind = "items not in the order"
    if not lines_of(data):
        return
    name = first_line(data)["id"]
    more = int(first_line(data).get("quantity", "1")) + 1
    yield Fault(kind, "claimed", data, put(claim_of, items=["ghost"]))
    yield Fault(kind, "more units", data, put(claim_of, items=[{"item": name, "units": str(more)}]))
    yield Fault(kind, "twice", data, put(claim_of, items=[name, name]))
    yield Fault(kind, "no units", data, put(claim_of, items=[{"item": name, "units": "0"}]))
    yield Fault(kind, "line twice", data, lambda new: lines_of(new).append(dict(first_line(new))))
    for number, one in enumerate(data["records"]):
        if one["kind"] not in ("order", "notice", "context", "history"):
            about = {**one.get("about", {}), "item": "ghost"}
            yield Fault(kind, "evidence", data, put(record_at(number), about=about))
            return


def shifted(text: str, by: timedelta) -> str:
    """A time, moved."""
    return (datetime.fromisoformat(text) + by).isoformat()


def later(data: Data) -> None:
    """The claim is filed, and decided, two years later."""
    claim_of(data)["filed_at"] = shifted(claim_of(data)["filed_at"], 2 * YEAR)
    data["as_of"] = shifted(data["as_of"], 2 * YEAR)


def undelivered(data: Data) -> None:
    """Two years later, without a delivery on record."""
    later(data)
    drop(data, [one["id"] for one in data["records"] if one["kind"] == "tracking_event" and one["code"] == "delivered"])


def unpromised(data: Data) -> None:
    """Two years later, without a promised time on record."""
    later(data)
    del order_of(data)["promised_by"]


def too_late(data: Data, policy: Policy) -> Iterator[Fault]:
    """A claim long after what it is about, with and without its time on record; one before its order."""
    kind = "too late"
    yield Fault(kind, "two years", data, later)
    if any(one["kind"] == "tracking_event" and one.get("code") == "delivered" for one in data["records"]):
        yield Fault(kind, "no delivery known", data, undelivered)
    if "promised_by" in order_of(data):
        yield Fault(kind, "no promise known", data, unpromised)
    day = timedelta(days=1)
    yield Fault(kind, "before the order", data, put(claim_of, filed_at=shifted(order_of(data)["placed_at"], -day)))
    yield Fault(kind, "after deciding", data, put(claim_of, filed_at=shifted(data["as_of"], day)))


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
    if amount := order_amount(data):
        yield Fault(kind, "in part", data, lambda new: make_good(new, amount, 3))
        yield Fault(kind, "in whole", data, lambda new: make_good(new, amount))
        yield Fault(kind, "by more", data, lambda new: make_good(new, "9999.00 " + amount.split()[1]))
    for key, value in (("decision", "D-0123456789abcdef"), ("status", "settled")):
        yield Fault(kind, f"case.{key}", data, put(lambda new: new, **{key: value}))
        yield Fault(kind, f"claim.{key}", data, put(claim_of, **{key: value}))
    yield Fault(kind, "claimed before", data, lambda new: new["claims"].append({**claim_of(new), "id": "K-other"}))
    yield Fault(kind, "the claim twice", data, lambda new: new["claims"].append(dict(claim_of(new))))
    for word, record in given_back_by(data, policy):
        yield Fault(kind, f"{record['kind']} {word}", data, lambda new, one=record: new["records"].append(dict(one)))


# The words by which records of a marketplace say that money was given back.
GIVEN_BACK = ("paid", "credited", "returned", "refunded", "compensated")


def given_back_by(data: Data, policy: Policy) -> Iterator[tuple[str, Data]]:
    """Records of the pack by which the platform says that something was given back: one of each kind and word."""
    for kind, declared in policy.kinds.declared.items():
        if kind in MODELS or "platform" not in declared.submitters:
            continue
        for name, typed in declared.fields.items():
            for word in GIVEN_BACK if isinstance(typed, EnumType) else ():
                if word in typed.values:
                    record = {"id": "GB-1", "kind": kind, "submitted_by": "platform", name: word}
                    yield word, record | {at: claim_of(data)["filed_at"] for at in [declared.occurred] if at}


def wrong_parties(data: Data, policy: Policy) -> Iterator[Fault]:
    """A claim by somebody whose it is not, or who is nobody here, and evidence from hands that cannot hold it."""
    kind = "wrong party"
    for party in (*PARTIES, "lawyer", "Ines Okafor", ""):
        if party != claim_of(data)["by"]:
            yield Fault(kind, f"claim by {party}", data, put(claim_of, by=party))
    yield Fault(kind, "order by buyer", data, put(order_of, submitted_by="buyer"))
    for number, record in enumerate(data["records"]):
        if record["kind"] == "statement":
            other = "seller" if record["by"] == "buyer" else "buyer"
            yield Fault(kind, "statement for another", data, put(record_at(number), submitted_by=other))
            break
    stranger = put(lambda new: new.setdefault("parties", {}), lawyer={"name": "Ida Koch"})
    yield Fault(kind, "stranger in parties", data, stranger)
