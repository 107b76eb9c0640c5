"""The reasoning of a decision as an outline: every rule with what became of it, over the records it rests on.

Owns the order and the words of `arbiter why`. It reads the decision alone; nothing is derived again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from rich.text import Text

from arbiter.cli import words
from arbiter.cli.consoles import line
from arbiter.cli.words import Json, Noun
from arbiter.decision import Decision

Section = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the outline, the names it answers to, and what stands under it."""

    label: Text
    names: frozenset[str] = frozenset()
    children: list["Node"] = field(default_factory=list)

    def named(self, name: str) -> Iterator["Node"]:
        """This node or the nodes below it that answer to a name."""
        if name in self.names:
            yield self
            return
        for child in self.children:
            yield from child.named(name)

    def all_names(self) -> Iterator[str]:
        """Every name that something here answers to."""
        yield from self.names
        for child in self.children:
            yield from child.all_names()


class Outline:
    """The outline of a decision. `shown` is the whole account; `apart` answers only when asked for by name."""

    def __init__(self, decision: Decision, noun: Noun, section: Section) -> None:
        self._noun = noun
        self._verdict = decision.verdict
        self._records: Json = decision.reasoning.get("records", {})
        self._signals: Json = decision.reasoning.get("signals", {})
        self._questions: Json = decision.reasoning.get("questions", {})
        self._outcome: Json = decision.reasoning.get("outcome", {})
        self._section = section
        self.shown = [
            *(self._question(found) for found in self._verdict["findings"]),
            *(self._head(head) for head in self._verdict["heads"]),
            *self._rules_of_the_claim(),
            self._route(),
            *self._fairness(),
        ]
        self.apart = [
            *(self._signal(name, state) for name, state in self._signals.items()),
            *(self._record(name) for name in self._records),
        ]

    def find(self, name: str) -> list[Node]:
        """What answers to a name: a rule, question, head, signal or record."""
        return [found for node in (*self.shown, *self.apart) for found in node.named(name)]

    def names(self) -> set[str]:
        """Every name that can be asked for."""
        return {name for node in (*self.shown, *self.apart) for name in node.all_names()}

    def _question(self, found: Json) -> Node:
        name = found["question"]
        reasoning: Json = self._questions.get(name, {"clause": "", "rules": {}})
        by = f", by `{found['burden_rule']}`" if found["burden_rule"] else ""
        children = [
            _plain(f"{words.burden(found, self._noun)}{by}; standard {found['standard']}"),
            *(_plain(f"for {side}: {_best(best)}") for side, best in sorted(found["best"].items(), reverse=True)),
        ]
        children += [_plain(f"only what `{rule}` names counts") for rule in found["counted"]]
        children += [_plain(f"kept open by `{rule}`", "yellow") for rule in found["open"]]
        children += [_plain(f"contradicted by `{rule}`", "red") for rule in found["at_odds"]]
        weighed = _weighed(found)
        for rule, state in reasoning["rules"].items():
            names = frozenset({rule, f"{name}.{rule}"})
            stood = weighed.get(rule) or (state if "records" in state else None)
            children.append(self._rule(rule.replace(".unless.", " unless "), names, state, stood))
        clause = (f"  {reasoning['clause']}", "dim")
        return Node(line((words.finding(found, self._noun), "bold"), clause), frozenset({name}), children)

    def _rule(self, shown: str, names: frozenset[str], state: Json, weighed: Json | None = None) -> Node:
        children = [self._record_under(record) for record in weighed["records"]] if weighed else []
        strength = f" ({words.strength(weighed['strength'])})" if weighed else ""
        match state["state"]:
            case "fired":
                label = line(("✓ ", "green"), shown, strength)
            case "defeated":
                label = line(("⊘ ", "yellow"), shown, strength, f": defeated by `{state['by']}`")
            case "unknown":
                label = line(("? ", "yellow"), shown, f": unknown: {_needs(state.get('needs', ''))}")
            case "not_in_force":
                label = line(("- ", "dim"), shown, f": not in force: parameter {state.get('needs', '')}")
            case _:
                label = line(("✗ ", "dim"), (f"{shown}: {self._failing(state)}", "dim"))
        return Node(label, names, children)

    def _failing(self, state: Json) -> str:
        """The first failing test, and what was observed there."""
        test = state.get("test")
        if test == "join key":
            return "what it needs is about different shipments"
        if test in self._signals:
            return f"no `{test}`: {_observed(self._signals[test])}"
        if test is not None and "record" not in state:
            return f"not met: {test}" + (f" (it is {state['observed']})" if "observed" in state else "")
        return f"not met: {_observed(state)}"

    def _record_under(self, name: str) -> Node:
        record = self._records.get(name)
        if record is None:
            return _plain(name)
        signals = ", ".join(f"{signal} {strength}" for signal, strength in record.get("signals", {}).items())
        return Node(line((name, "bold"), f" {self._what(record)}", (f": {signals}" if signals else "", "")))

    def _what(self, record: Json) -> str:
        sender = f" from the {self._noun(record['from'])}" if record["from"] else ""
        return f"{words.kind(record['kind'])}{sender}"

    def _head(self, head: Json) -> Node:
        name = head["id"]
        amount = words.money(head["amount"])
        bearer = f", borne by the {self._noun(head['bearer'])}" if head["bearer"] else ""
        terms = [f"{'+' if sign > 0 else '-'} {term} {words.money(value)}" for sign, term, value in head["operands"]]
        children = [_plain(f"amount: {' '.join(terms).removeprefix('+ ')} = {amount}")]
        if head["capped_by_claim"]:
            children.append(_plain("no more than was claimed"))
        for label, choice in (("owed", head["what"]), ("borne", head["who"])):
            children.append(_plain(f"{label}: {_choice(choice)}"))
        for rule, state in self._outcome.items():
            if rule.startswith(f"{name}."):
                short = rule.removeprefix(f"{name}.")
                children.append(self._rule(short, frozenset({rule, short}), state))
        words_of_head = f"{name}: {amount} to the {self._noun(head['to'])}{bearer}"
        return Node(line((words_of_head, "bold")), frozenset({name}), children)

    def _rules_of_the_claim(self) -> Iterator[Node]:
        """Measures, routes and guarantees, with what became of each rule."""
        heads = tuple(f"{head['id']}." for head in self._verdict["heads"])
        measures = {one["id"]: words.measure(one, self._noun) for one in self._verdict["measures"]}
        kept = {one["id"]: words.guarantee(one, self._noun).partition(", ")[2] for one in self._verdict["guarantees"]}
        sections: dict[str, list[Node]] = {}
        for rule, state in self._outcome.items():
            if rule.startswith(heads) and heads:
                continue
            default = "measures" if rule in measures else "guarantees" if rule in kept else "other rules"
            result = measures.get(rule) or kept.get(rule)
            shown = f"{rule}: {result}" if result and state["state"] == "fired" else rule
            title = self._section(rule) or default
            sections.setdefault(title, []).append(self._rule(shown, frozenset({rule}), state))
        for title, nodes in sections.items():
            yield Node(line((title, "bold")), frozenset(), nodes)

    def _route(self) -> Node:
        route = self._verdict["route"]
        reasons = [_plain(words.reason(one)) for one in route["reasons"]]
        return Node(line((f"route: {words.route(route)}", "bold")), frozenset({"route"}), reasons)

    def _fairness(self) -> Iterator[Node]:
        if self._verdict["hearings"]:
            yield _list("heard", (words.hearing(one, self._noun) for one in self._verdict["hearings"]))
        if self._verdict["asks"]:
            yield _list("to ask", (words.ask(one, self._noun) for one in self._verdict["asks"]))

    def _signal(self, name: str, state: Json) -> Node:
        records = state.get("records", [])
        children = [self._record_under(record) for record in records]
        if state["state"] == "unknown":
            children = [_plain(_needs(state["needs"]))]
        elif state["state"] == "not_met":
            children = [_plain(_observed(state))]
        of = f" ({len(records)} of {state['of']} such records)" if "of" in state else ""
        word = state["state"].replace("_", " ")
        return Node(line((f"{name}: {word}", "bold"), of), frozenset({name}), children)

    def _record(self, name: str) -> Node:
        record = self._records[name]
        code = f" ({record['code']})" if "code" in record else ""
        children = [_plain(f"shows {signal}: {strength}") for signal, strength in record.get("signals", {}).items()]
        for found in self._verdict["findings"]:
            for argument, weighed in _weighed(found).items():
                if name in weighed["records"]:
                    children.append(_plain(f"in argument `{argument}` about `{found['question']}`"))
        label = line((name, "bold"), f" {self._what(record)}: {record['admission']}{code}, effect {record['effect']}")
        return Node(label, frozenset({name}), children)


def _plain(text: str, style: str = "") -> Node:
    return Node(line((text, style)))


def _list(title: str, texts: Iterable[str]) -> Node:
    return Node(line((title, "bold")), frozenset(), [_plain(text) for text in texts])


def _best(weighed: Json | None) -> str:
    return "nothing" if weighed is None else f"`{weighed['argument']}`, {words.strength(weighed['strength'])}"


def _weighed(found: Json) -> dict[str, Json]:
    """Every argument of a finding that some record carried, by id."""
    best = [weighed for weighed in found["best"].values() if weighed is not None]
    return {weighed["argument"]: weighed for weighed in (*found["defeated"], *found["sufficient"], *best)}


def _observed(state: Json) -> str:
    """What came nearest to a test."""
    if "record" not in state:
        return "no such record"
    return f"{state['record']} has {state['field']} {state['observed']}, wanted {state['required']}"


def _needs(needs: object) -> str:
    if isinstance(needs, dict):
        return "; ".join(f"{', '.join(fields)} of {record}" for record, fields in needs.items())
    return str(needs)


def _choice(choice: Json) -> str:
    if choice["state"] == "not_asked":
        return "nothing is owed, so nobody bears it"
    if choice["winner"] is not None:
        return f"`{choice['winner']}`"
    named = ", ".join(f"`{rule}`" for rule in choice["fired"] or choice["open"])
    return f"{choice['state']}" + (f" ({named})" if named else "")
