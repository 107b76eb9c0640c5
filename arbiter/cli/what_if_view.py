"""What would be different, in a terminal: as it was decided and as it would be, side by side, and why.

Owns this view. Its words are those of the other commands.
"""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from arbiter.cli import words
from arbiter.cli.consoles import line
from arbiter.cli.outline import Outline
from arbiter.cli.words import Json, Noun
from arbiter.what_if import AddRecord, Change, Difference, RemoveRecord, SetField, SetParameter, WhatIf
from arbiter.what_if.differences import GROUNDS, RuleChange
from evidence import Node, Scalar, to_plain

_NOTHING = "—"
_TITLES = {"heads": "owed", "promises": "promise", "hearings": "heard", "asks": "to ask", "sequels": "may follow"}


def shown(tried: WhatIf, noun: Noun, before: Outline, after: Outline) -> RenderableType:
    """The panel: the changes, what differs in two columns, and the rules that came out otherwise."""
    parts: list[RenderableType] = [_changes(tried, noun)]
    if not tried.changed:
        parts += [Text(), line(("nothing changes", "bold"), ": the same is decided, in every point")]
    else:
        parts.append(_table(tried, noun))
    reasons = _reasons(tried, noun, before, after)
    if reasons.children:
        parts += [Text(), reasons]
    style = words.STATUS_STYLE.get(tried.after.status, "")
    title = line((str(tried.before.document["case"]), "bold"), " · what if")
    return Panel(Group(*parts), title=title, title_align="left", border_style=style, padding=(1, 2), expand=False)


def _changes(tried: WhatIf, noun: Noun) -> RenderableType:
    """What was changed, and how records that are new or other now count."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for change in tried.changes:
        grid.add_row(*_change(change))
    if not tried.changes:
        grid.add_row("changed", line(("nothing", "dim")))
    for one in tried.differences:
        if one.section == "evidence" and one.after is not None:
            grid.add_row("record", line((one.name, "bold"), f" {_counts(one, tried, noun)}"))
    return grid


def _change(change: Change) -> tuple[str, Text]:
    match change:
        case AddRecord(record):
            name = to_plain(record) if isinstance(record, Node) else record
            return "added", line((str(name.get("id", "a record")) if isinstance(name, dict) else "a record", "bold"))
        case RemoveRecord(name):
            return "removed", line((name, "bold"))
        case SetField(name, value):
            return "set", line((name, "bold"), " = ", _said(value))
        case SetParameter(name, value):
            return "set", line(("parameter ", ""), (name, "bold"), " = ", _said(value))


def _said(value: object) -> str:
    if isinstance(value, Scalar):
        return value.text
    if value is None:
        return "unknown"
    return str(to_plain(value) if isinstance(value, Node) else value)


def _counts(one: Difference, tried: WhatIf, noun: Noun) -> str:
    """A record, whether it counts, and what it shows."""
    record = one.after or {}
    sender = f" from the {noun(record['from'])}" if record["from"] else ""
    shows = ", ".join(f"{signal} {strength}" for signal, strength in record.get("signals", {}).items())
    why = tried.reasons.get(one.name)
    admitted = record["admission"] + (f": {why}" if why else "")
    return f"{words.kind(record['kind'])}{sender}: {admitted}; shows {shows or 'nothing'}"


def _table(tried: WhatIf, noun: Noun) -> RenderableType:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("\n", style="dim", overflow="fold")
    table.add_column("\nas decided", overflow="fold")
    table.add_column("\nwith the changes", overflow="fold")
    rows: dict[tuple[str, str, str], list[Difference]] = {}
    for one in tried.differences:
        if one.section not in GROUNDS:
            old, new = ("\n".join(_side(one, value, noun)) for value in (one.before, one.after))
            rows.setdefault((_label(one, noun), old, new), []).append(one)
    for (label, old, new), alike in rows.items():
        cells = (Text("\n").join(line(one) for one in text.split("\n")) for text in (old, new))
        table.add_row(f"{label}{_of(alike)}", *cells)
    return table


def _of(alike: Iterable[Difference]) -> str:
    """The parts of the order for which something differs alike."""
    names = [one.part for one in alike if one.part is not None]
    return f" ({words.parts(names)})" if names else ""


def _label(one: Difference, noun: Noun) -> str:
    if one.section == "money":
        return noun((one.before or one.after or {})["party"])
    return one.name if one.section in ("findings", "heads") else _TITLES.get(one.section, one.section)


def _side(one: Difference, value: Json | None, noun: Noun) -> list[str]:
    """One side of a difference, a line for each thing."""
    if value is None:
        return ["pays and gets nothing" if one.section == "money" else _NOTHING]
    return list(_words(one, value, noun))


def _words(one: Difference, value: Json, noun: Noun) -> Iterator[str]:
    match one.section:
        case "status":
            yield words.STATUS.get(str(value["status"]), str(value["status"]))
        case "findings":
            yield words.finding(value, noun).partition(": ")[2]
        case "money":
            yield _net(value)
        case "heads":
            yield _head(value, noun)
        case "measures":
            yield words.measure(value, noun)
        case "route":
            yield words.route(value)
            yield from words.reasons({"route": value, "heads": []})
        case "hearings":
            yield words.hearing(value, noun)
        case "asks":
            yield words.ask(value, noun)
        case "sequels":
            yield words.sequel(value, noun)
        case "promises":
            yield words.guarantee(value, noun)


def _net(value: Json) -> str:
    if not value["minor"]:
        return "pays as much as it gets"
    amount = words.money({"minor": abs(value["minor"]), "currency": value["currency"]})
    return f"{'pays' if value['minor'] < 0 else 'gets'} {amount}"


def _head(head: Json, noun: Noun) -> str:
    if head["what"]["winner"] is None and head["amount"] is None:
        return "open"
    bearer = f", borne by the {noun(head['bearer'])}" if head["bearer"] else ""
    return f"{words.money(head['amount'])} to the {noun(head['to'])}{bearer}"


def _reasons(tried: WhatIf, noun: Noun, before: Outline, after: Outline) -> Tree:
    """The rules that came out otherwise, under the question or head that they belong to."""
    tree = Tree(line(("why", "bold")), guide_style="dim")
    groups: dict[tuple[str, str], list[Difference]] = {}
    for one in tried.differences:
        if one.rules:
            groups.setdefault((one.name, repr([_bare(rule) for rule in one.rules])), []).append(one)
    for alike in groups.values():
        one = alike[0]
        still = f": still {words.finding(one.after or {}, noun).partition(': ')[2]}" if one.section == "grounds" else ""
        branch = tree.add(line((f"{one.name}{_of(alike)}", "bold"), (still, "dim")))
        for rule in one.rules:
            short = rule.rule.removeprefix(f"{one.name}.").replace(".unless.", " unless ")
            leaf = branch.add(_told(before, short, rule.before))
            leaf.add(line("→ ").append_text(_told(after, short, rule.after)))
    return tree


def _bare(rule: RuleChange) -> object:
    """A change of a rule without the records in it: parts of an order with other records may have come out alike."""
    return rule.rule, *((state or {}).get("state") for state in (rule.before, rule.after))


def _told(outline: Outline, rule: str, state: Json | None) -> Text:
    if state is None:
        return line(("- ", "dim"), (f"{rule}: not asked", "dim"))
    text = outline.told(rule, state)
    records = state.get("records")
    return text.append_text(line(f", on {', '.join(records)}")) if records else text
