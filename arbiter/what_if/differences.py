"""What differs between two decisions of one case, section by section, with the rules that came out otherwise.

Owns which parts of a verdict are compared, and by what name each is known. It has no words for them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from arbiter.decision import Decision

Json = dict[str, Any]
Section = Literal[
    "status", "findings", "money", "heads", "measures", "route", "hearings", "asks", "sequels", "promises",
    "evidence", "grounds",
]  # fmt: skip
# What an outcome rests on. Alone, it changes nothing for anybody.
GROUNDS: frozenset[str] = frozenset({"evidence", "grounds"})


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that came out otherwise: its id, and its states as the reasoning has them; None where it was not asked."""

    rule: str
    before: Json | None
    after: Json | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: what it is, as it was decided, and as it would be; None where there is nothing."""

    section: Section
    name: str
    before: Json | None
    after: Json | None
    rules: tuple[RuleChange, ...] = ()
    part: str | None = None

    def document(self) -> Json:
        """The difference as JSON values."""
        found: Json = {"section": self.section, "name": self.name, "before": self.before, "after": self.after}
        if self.part is not None:
            found["part"] = self.part
        if self.rules:
            found["rules"] = [{"rule": one.rule, "before": one.before, "after": one.after} for one in self.rules]
        return found


def differences(before: Decision, after: Decision) -> tuple[Difference, ...]:
    """Everything that differs, the outcome first and then what it rests on."""
    return tuple(_differences(before, after))


def _differences(before: Decision, after: Decision) -> Iterator[Difference]:
    old, new = before.verdict, after.verdict
    if before.status != after.status:
        yield Difference("status", "status", {"status": before.status}, {"status": after.status})
    yield from _findings(before, after)
    yield from _compared("money", _net(old), _net(new), _same)
    yield from _heads(before, after)
    yield from _compared("measures", _by(old["measures"], "id"), _by(new["measures"], "id"), _same)
    yield from _compared("route", {("route", None): old["route"]}, {("route", None): new["route"]}, _same)
    yield from _compared("hearings", _by(old["hearings"], "party"), _by(new["hearings"], "party"), _heard)
    yield from _compared("asks", _asks(old), _asks(new), _same)
    keys = ("head", "rule")
    yield from _compared("sequels", _by(old.get("sequels", ()), *keys), _by(new.get("sequels", ()), *keys), _same)
    yield from _compared("promises", _by(old["guarantees"], "id"), _by(new["guarantees"], "id"), _same)
    records = [_records(one) for one in (before, after)]
    yield from _compared("evidence", records[0], records[1], lambda one: (one["admission"], one.get("signals")))
    yield from _grounds(before, after)


Key = tuple[str, str | None]


def _same(value: Json) -> object:
    return value


def _heard(hearing: Json) -> object:
    return hearing["heard"], hearing["not_shown"]


def _compared(
    section: Section, old: dict[Key, Json], new: dict[Key, Json], matters: Callable[[Json], object]
) -> Iterator[Difference]:
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if one is None or other is None or matters(one) != matters(other):
            yield Difference(section, key[0], one, other, part=key[1])


def _by(found: Iterable[Json], *names: str) -> dict[Key, Json]:
    return {(".".join(str(one[name]) for name in names), one.get("part")): one for one in found}


def _asks(verdict: Json) -> dict[Key, Json]:
    return _by(verdict["asks"], "party", "kind", "field")


def _records(decision: Decision) -> dict[Key, Json]:
    return {(name, None): record for name, record in decision.reasoning.get("records", {}).items()}


def _net(verdict: Json) -> dict[Key, Json]:
    """What each party gets (or, below zero, pays) in all, in each currency, in minor units."""
    found: dict[Key, Json] = {}
    for transfer in verdict["transfers"]:
        amount = transfer["amount"]
        for party, sign in ((transfer["from"], -1), (transfer["to"], 1)):
            key = (f"{party}.{amount['currency']}", None)
            held = found.setdefault(key, {"party": party, "minor": 0, "currency": amount["currency"]})
            held["minor"] += sign * amount["minor"]
    return found


def _findings(before: Decision, after: Decision) -> Iterator[Difference]:
    old, new = (_by(one.verdict["findings"], "question") for one in (before, after))
    for one in _compared("findings", old, new, lambda found: (found["answer"], found["by"], found["burden_on"])):
        states = [_rules_of_question(decision, one.name, one.part) for decision in (before, after)]
        yield Difference("findings", one.name, one.before, one.after, _rules(states[0], states[1]), one.part)


def _grounds(before: Decision, after: Decision) -> Iterator[Difference]:
    """Findings that come out alike, but rest on something else."""
    old, new = (_by(one.verdict["findings"], "question") for one in (before, after))
    for key in (key for key in old if key in new):
        one, other = old[key], new[key]
        if _answer(one) != _answer(other):
            continue
        states = [_rules_of_question(decision, *key) for decision in (before, after)]
        rules = _rules(states[0], states[1])
        if rules or one["best"] != other["best"]:
            yield Difference("grounds", key[0], one, other, rules, key[1])


def _answer(found: Json) -> object:
    return found["answer"], found["by"], found["burden_on"]


def _heads(before: Decision, after: Decision) -> Iterator[Difference]:
    old, new = (_by(one.verdict["heads"], "id") for one in (before, after))
    for one in _compared("heads", old, new, _settled):
        states = [_rules_of_head(decision, one.name, one.part) for decision in (before, after)]
        yield Difference("heads", one.name, one.before, one.after, _rules(states[0], states[1]), one.part)


def _settled(head: Json) -> object:
    choices = [(choice["state"], choice["winner"]) for choice in (head["what"], head["who"])]
    return choices, head["amount"], head["bearer"], head["to"], head.get("open"), head.get("gate")


def _rules_of_question(decision: Decision, question: str, part: str | None) -> Json:
    found: Json = _of_part(decision, part).get("questions", {}).get(question, {}).get("rules", {})
    return found


def _rules_of_head(decision: Decision, head: str, part: str | None) -> Json:
    states: Json = _of_part(decision, part).get("outcome", {})
    return {rule: state for rule, state in states.items() if rule.startswith(f"{head}.")}


def _of_part(decision: Decision, part: str | None) -> Json:
    found: Json = decision.reasoning if part is None else decision.reasoning.get("parts", {}).get(part, {})
    return found


def _rules(old: Json, new: Json) -> tuple[RuleChange, ...]:
    """The rules whose state is another, or that rest on other records."""
    return tuple(
        RuleChange(rule, old.get(rule), new.get(rule))
        for rule in dict.fromkeys((*old, *new))
        if _stands(old.get(rule)) != _stands(new.get(rule))
    )


def _stands(state: Json | None) -> object:
    """What matters of a state: not by how much a test failed that failed before as well."""
    if state is None:
        return ("absent",)
    return state["state"], state.get("strength"), state.get("records"), state.get("by")
