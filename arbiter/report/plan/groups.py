"""Parts of an order in words, and many parts as few groups: those with the same finding and reasons are said once."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from arbiter.facts.parts import part_name
from arbiter.report.letter import Sentence, Verbatim
from arbiter.report.plan.account import Account, line_of
from evidence.records import Order

# So many groups of parts are told each, and so many lines of the order are named in one.
GROUPS_SHOWN = 12
LINES_NAMED = 4
T = TypeVar("T")


def grouped(members: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """The members in groups of one key, in the order in which each key came first."""
    found: dict[Hashable, list[T]] = {}
    for member in members:
        found.setdefault(key(member), []).append(member)
    return list(found.values())


def largest(groups: Sequence[list[T]]) -> tuple[list[list[T]], list[T]]:
    """The groups to tell each, the largest if there are many, and the members of all the others."""
    if len(groups) <= GROUPS_SHOWN:
        return list(groups), []
    ranked = sorted(range(len(groups)), key=lambda number: -len(groups[number]))
    kept = set(ranked[:GROUPS_SHOWN])
    others = [member for number, group in enumerate(groups) if number not in kept for member in group]
    return [group for number, group in enumerate(groups) if number in kept], others


def subject(account: Account, parts: Iterable[str]) -> Sentence:
    """Which parts something is about: units of lines, by the titles that the order gives them."""
    named = [account.parts[part] for part in dict.fromkeys(parts)]
    lines = grouped(named, line_of)
    said = [_line(account, line_of(items[0]), len(items)) for items in lines[:LINES_NAMED]]
    whole = listed(said)
    rest = len(lines) - LINES_NAMED
    return whole if rest <= 0 else Sentence("and-lines", {"first": whole, "lines": rest}, whole.nodes)


def listed(names: Sequence[Sentence]) -> Sentence:
    """Several names as one list, in their order."""
    whole = names[0]
    for one in names[1:]:
        whole = Sentence("and-line", {"first": whole, "second": one}, tuple(dict.fromkeys((*whole.nodes, *one.nodes))))
    return whole


def about(account: Account, parts: Sequence[str | None], statement: Sentence) -> Sentence:
    """A statement with the parts that it is about; the statement alone where it is about the whole order."""
    names = [part for part in parts if part is not None]
    if not names:
        return statement
    return Sentence("for-parts", {"subject": subject(account, names), "statement": statement}, statement.nodes)


def more(account: Account, groups: int, parts: Iterable[str]) -> Sentence:
    """That there are more groups than are told here, and which parts they are about."""
    return Sentence("more-groups", {"groups": groups, "subject": subject(account, parts)}, ("parts",))


def line_name(account: Account, line: str) -> Sentence:
    """A line of the order by its title; by its place in the order where it has none."""
    order = next(record for record in account.derivation.dossier.case.records if isinstance(record, Order))
    place, found = next((number, one) for number, one in enumerate(order.items, start=1) if one.id == line)
    if found.title:
        return Sentence("line-titled", {"title": Verbatim(found.title)}, (f"record:{order.id}",))
    return Sentence("line-untitled", {"number": place}, (f"record:{order.id}",))


def units_of(account: Account, part: str) -> int:
    """How many claimed units a part stands for: one, or all those of its line."""
    claimed = account.parts[part].fields.get("claimed")
    return claimed if part == line_of(account.parts[part]) and isinstance(claimed, int) else 1


def _line(account: Account, line: str, parts: int) -> Sentence:
    """A line with the units that are meant: all, or so many of those that are claimed."""
    first = part_name(account.lines[line][0])
    claimed = account.parts[first].fields.get("claimed")
    units = units_of(account, first) if first == line else parts
    name = line_name(account, line)
    if not isinstance(claimed, int) or units == claimed:
        return Sentence("line-units", {"line": name, "units": units}, name.nodes)
    return Sentence("line-some", {"line": name, "units": units, "claimed": claimed}, name.nodes)


def words_of(sentence: Sentence | None) -> Hashable:
    """What a sentence says, without the nodes it rests on: two with the same words read the same."""
    if sentence is None:
        return None
    args = tuple(
        (name, words_of(value) if isinstance(value, Sentence) else value) for name, value in sentence.args.items()
    )
    return sentence.id, sentence.attribute, args
