"""The reasoning of a decision as an outline: every rule with what became of it, over the records it rests on.

Owns the order and the words of `arbiter why`. It reads the decision alone; nothing is derived again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from arbiter.cli import words
from arbiter.cli.consoles import line
from arbiter.cli.words import Json, Noun
from arbiter.decision import Decision

if TYPE_CHECKING:
    from arbiter.explain.rules_read import Key, Read

Section = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the outline, the names it answers to, and what stands under it.

    Of a rule: what became of it, and every test of it with what it read, as far as that is known.
    """

    label: Text
    names: frozenset[str] = frozenset()
    children: list["Node"] = field(default_factory=list)
    state: str | None = None
    tests: "tuple[Read, ...]" = ()

    def named(self, name: str) -> Iterator["Node"]:
        """This node or the nodes below it that answer to a name."""
        if name in self.names:
            yield self
            return
        for child in self.children:
            yield from child.named(name)

    def document(self) -> Json:
        """The node as JSON values."""
        found: Json = {"text": self.label.plain, "names": sorted(self.names)}
        if self.state is not None:
            found["state"] = self.state
        if self.tests:
            found["tests"] = [asdict(test) for test in self.tests]
        return found | {"children": [child.document() for child in self.children]}

    def shown(self) -> Iterator["Node"]:
        """What is shown under it: its tests, then its children."""
        yield from (Node(_test(test)) for test in self.tests)
        yield from self.children

    def all_names(self) -> Iterator[str]:
        """Every name that something here answers to."""
        yield from self.names
        for child in self.children:
            yield from child.all_names()


class Outline:
    """The outline of a decision. `shown` is the whole account; `apart` answers only when asked for by name."""

    def __init__(
        self, decision: Decision, noun: Noun, section: Section, read: "Mapping[Key, tuple[Read, ...]] | None" = None
    ) -> None:
        self._noun = noun
        self._read = read or {}
        self._verdict = decision.verdict
        self._records: Json = decision.reasoning.get("records", {})
        self._signals: Json = decision.reasoning.get("signals", {})
        self._questions: Json = decision.reasoning.get("questions", {})
        self._outcome: Json = decision.reasoning.get("outcome", {})
        self._parts: Json = decision.reasoning.get("parts", {})
        self._section = section
        self.shown = [
            *(self._question(alike) for alike in self._alike(self._verdict["findings"])),
            *(self._head(alike) for alike in self._alike(self._verdict["heads"])),
            *self._rules_of_the_claim(),
            self._route(),
            *self._fairness(),
        ]
        self.apart = [
            *(self._signal(name, state) for name, state in self._signals.items()),
            *(self._record(name) for name in self._records),
        ]

    def told(self, shown: str, state: Json) -> Text:
        """A rule and what became of it, in one line."""
        return self._rule(shown, frozenset(), state, state if "strength" in state else None).label

    def find(self, name: str) -> list[Node]:
        """What answers to a name: a rule, question, head, signal or record."""
        return [found for node in (*self.shown, *self.apart) for found in node.named(name)]

    def names(self) -> set[str]:
        """Every name that can be asked for."""
        return {name for node in (*self.shown, *self.apart) for name in node.all_names()}

    def _alike(self, found: list[Json]) -> list[list[Json]]:
        """What came out alike for several parts, with the same state of every rule, together; one by one by default."""
        groups: dict[str, list[Json]] = {}
        for one in found:
            said = {name: value for name, value in one.items() if name != "part"}
            groups.setdefault(repr((_bare(said), _bare(self._states_of(one)))), []).append(one)
        return list(groups.values())

    def _states_of(self, one: Json) -> Json:
        """The rules of a question or head, with what became of each in the part that it is about."""
        of: Json = self._parts.get(one["part"], {}) if one.get("part") is not None else {}
        if "question" in one:
            questions = of.get("questions", {}) if of else self._questions
            found: Json = questions.get(one["question"], {"clause": "", "rules": {}})
            return found
        states = of.get("outcome", {}) if of else self._outcome
        return {rule: state for rule, state in states.items() if rule.startswith(f"{one['id']}.")}

    def _question(self, alike: list[Json]) -> Node:
        found = alike[0]
        name = found["question"]
        reasoning = self._states_of(found)
        by = f", by `{found['burden_rule']}`" if found["burden_rule"] else ""
        children = [
            _plain(f"{words.burden(found, self._noun)}{by}; standard {found['standard']}"),
            *(_plain(f"for {side}: {_best(best)}") for side, best in sorted(found["best"].items(), reverse=True)),
        ]
        children += [_plain(f"only what `{rule}` names counts") for rule in found["counted"]]
        children += [_plain(f"kept open by `{rule}`", "yellow") for rule in found["open"]]
        children += [_plain(f"contradicted by `{rule}`", "red") for rule in found["at_odds"]]
        each = [(_weighed(one), self._states_of(one)["rules"]) for one in alike]
        for rule, state in reasoning["rules"].items():
            names = frozenset({rule, f"{name}.{rule}"})
            stood = _with_all_records([weighed.get(rule) or states[rule] for weighed, states in each])
            key = found.get("part"), f"{name}.{rule}"
            children.append(self._rule(rule.replace(".unless.", " unless "), names, state, stood, key))
        clause = (f"  {reasoning['clause']}", "dim")
        idle = "" if reasoning.get("needed", True) else f"  {words.NOT_NEEDED}"
        label = line((words.finding(found, self._noun), "bold"), *_about(alike), (idle, "yellow"), clause)
        return Node(label, frozenset({name, *_names_of(name, alike)}), children)

    def _rule(
        self,
        shown: str,
        names: frozenset[str],
        state: Json,
        weighed: Json | None = None,
        key: "Key" = (None, ""),
    ) -> Node:
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
        return Node(label, names, children, state["state"], self._read.get(key, ()))

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

    def _head(self, alike: list[Json]) -> Node:
        head = alike[0]
        name = head["id"]
        amount = words.money(head["amount"])
        bearer = f", borne by the {self._noun(head['bearer'])}" if head["bearer"] else ""
        children = [
            *_amount(head),
            *_limit(head),
            *(_plain(note) for key, note in _NOTES if head.get(key) in (True, "half-even")),
        ]
        if head.get("gate"):
            children.append(_plain(f"not asked: gate `{head['gate']}` is shut", "yellow"))
        else:
            for label, choice in (("owed", head["what"]), ("borne", head["who"])):
                children.append(_plain(f"{label}: {_choice(choice)}"))
        for rule, state in self._states_of(head).items():
            short = rule.removeprefix(f"{name}.")
            children.append(self._rule(short, frozenset({rule, short}), state, None, (head.get("part"), rule)))
        times = f"{len(alike)} × " if len(alike) > 1 else ""
        words_of_head = f"{name}: {times}{amount} to the {self._noun(head['to'])}{bearer}"
        return Node(line((words_of_head, "bold"), *_about(alike)), frozenset({name, *_names_of(name, alike)}), children)

    def _rules_of_the_claim(self) -> Iterator[Node]:
        """Measures, routes and guarantees, with what became of each rule."""
        heads = tuple(f"{head['id']}." for head in self._verdict["heads"])
        measures = {one["id"]: words.measure(one, self._noun) for one in self._verdict["measures"]}
        kept = {one["id"]: words.guarantee(one, self._noun).partition(", ")[2] for one in self._verdict["guarantees"]}
        sections: dict[str, list[Node]] = {}
        for rule, state, names in self._claim_states():
            if rule.startswith(heads) and heads:
                continue
            default = "measures" if rule in measures else "guarantees" if rule in kept else "other rules"
            result = measures.get(rule) or kept.get(rule)
            shown = f"{rule}: {result}" if result and state["state"] == "fired" else rule
            shown += f" ({words.parts(names)})" if names else ""
            title = self._section(rule) or default
            key = (names[0] if names else None), rule
            sections.setdefault(title, []).append(self._rule(shown, frozenset({rule}), state, None, key))
        for title, nodes in sections.items():
            yield Node(line((title, "bold")), frozenset(), nodes)

    def _claim_states(self) -> Iterator[tuple[str, Json, list[str]]]:
        """The rules of the claim with their states; those of parts with the parts in which they came out so."""
        yield from ((rule, state, []) for rule, state in self._outcome.items())
        groups: dict[str, tuple[str, Json, list[str]]] = {}
        for part, reasoning in self._parts.items():
            for rule, state in reasoning["outcome"].items():
                found = groups.setdefault(f"{rule} {_bare(state)!r}", (rule, state, []))
                found[2].append(part)
        yield from groups.values()

    def _route(self) -> Node:
        route = self._verdict["route"]
        reasons = [_plain(text) for text in words.reasons(self._verdict)]
        return Node(line((f"route: {words.route(route)}", "bold")), frozenset({"route"}), reasons)

    def _fairness(self) -> Iterator[Node]:
        if self._verdict["hearings"]:
            yield _list("heard", (words.hearing(one, self._noun) for one in self._verdict["hearings"]))
        if self._verdict["asks"]:
            yield _list("to ask", (words.ask(one, self._noun) for one in self._verdict["asks"]))
        if self._verdict.get("sequels"):
            yield _list("may follow", (words.sequel(one, self._noun) for one in self._verdict["sequels"]))
        if self._verdict.get("priors"):
            yield _list("already given", (words.prior(one) for one in self._verdict["priors"]))

    def _signal(self, name: str, state: Json) -> Node:
        records = state.get("records", [])
        children = [self._record_under(record) for record in records]
        if state["state"] == "unknown":
            children = [_plain(_needs(state["needs"]))]
        elif state["state"] == "not_met":
            children = [_plain(_observed(state))]
        of = f" ({len(records)} of {state['of']} such records)" if "of" in state else ""
        word = state["state"].replace("_", " ")
        label = line((f"{name}: {word}", "bold"), of)
        return Node(label, frozenset({name}), children, state["state"], self._read.get((None, name), ()))

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


# What is said of single records: parts with other records may have come out alike all the same.
_BY_RECORD = frozenset({"records", "record", "observed", "with", "required"})
_NOTES = (
    ("capped_by_claim", "no more than was claimed"),
    ("capped_by_paid", "no more than was paid for the order"),
    ("rounding", "rounded to a whole number of minor units, a half to the even one"),
)


def _bare(state: object) -> object:
    """States without the records and observed values in them."""
    if isinstance(state, dict):
        return {name: _bare(value) for name, value in state.items() if name not in _BY_RECORD}
    return [_bare(one) for one in state] if isinstance(state, list) else state


def _with_all_records(stood: list[Json]) -> Json | None:
    """How an argument stood in parts that came out alike, with the records of all; None where it rests on none."""
    records = dict.fromkeys(record for one in stood for record in one.get("records", ()))
    return {**stood[0], "records": list(records)} if any("records" in one for one in stood) else None


def _about(alike: list[Json]) -> list[tuple[str, str]]:
    """The parts that a line is about."""
    names = [one["part"] for one in alike if one.get("part") is not None]
    return [(f"  for {words.parts(names)}", "")] if names else []


def _names_of(name: str, alike: list[Json]) -> Iterator[str]:
    """The names by which parts can be asked for: the part, and the question or head in it."""
    for one in alike:
        if one.get("part") is not None:
            yield one["part"]
            yield f"{name}@{one['part']}"


def _amount(head: Json) -> list[Node]:
    """The operands of an amount, and what they come to before any limit; of what was cut to the claim, what is left."""
    if not head["operands"]:
        return []
    if "limit" in head:
        comes_to = f" = {words.money(head['limit']['before'])}"
    else:
        cut = head["capped_by_claim"] or head.get("capped_by_paid")
        comes_to = (", cut to " if cut else " = ") + words.money(head["amount"])
    return [_plain(f"amount: {_computed(head, comes_to)}")]


def _limit(head: Json) -> list[Node]:
    """The head's own limit where it cut the amount, or where nobody knows it."""
    limit = head.get("limit")
    if limit is None:
        return []
    if len(limit["operands"]) == 1 and limit["formula"] == limit["operands"][0][1]:
        said = f"{limit['formula']} {words.money(limit['amount'])}"
    else:
        said = _computed(limit, f" = {words.money(limit['amount'])}")
    if limit["amount"] is None:
        return [_plain(f"no more than {said}: so the amount is unknown", "yellow")]
    used = f", of which {words.money(limit['used'])} was made good already" if _some(limit["used"]) else ""
    return [_plain(f"no more than {said}{used}: the amount is cut")]


def _some(amount: Json | None) -> bool:
    return amount is not None and amount["minor"] > 0


def _computed(of: Json, comes_to: str) -> str:
    """Operands as a sum where they are one, else the formula, with the value of each."""
    terms = [(sign, term, words.operand(value)) for sign, term, value in of["operands"]]
    if any(sign in of["formula"] for sign in "*/(") or any(isinstance(one[2], str) for one in of["operands"]):
        values = ", ".join(dict.fromkeys(f"{term} {value}" for _, term, value in terms))
        return f"{of['formula']}{comes_to}, with {values}"
    shown = " ".join(f"{'+' if sign > 0 else '-'} {term} {value}" for sign, term, value in terms)
    return f"{shown.removeprefix('+ ')}{comes_to}"


_MARKS = {True: ("✓ ", "green"), False: ("✗ ", "dim"), None: ("? ", "yellow")}


def _test(test: "Read") -> Text:
    """A test: what it read, and what it wanted."""
    if not test.kind:
        of, read = f"{test.field}", f" is {test.observed or 'not settled'}"
    elif test.record is None:
        of, read = f"no {words.kind(test.kind)}", f": {test.field}"
        return line(_MARKS[test.holds], (f"{of}{read} wanted {test.required}", "dim"))
    else:
        of, read = f"{test.record} {test.field}", f" {test.observed}"
    return line(_MARKS[test.holds], (f"{of}{read}, wanted {test.required}", "dim"))


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
