"""Reading `claims/*.yaml`: evidence that can be asked for, heads of loss, measures, routes, guarantees."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeVar

from arbiter.policy.formulas import Fixed, Formula
from arbiter.policy.model import (
    ADVERSE_MEASURES,
    DESKS,
    MEASURES,
    ROUTES,
    Claim,
    Gate,
    Guarantee,
    Head,
    Measure,
    Obtainable,
    Route,
    RouteKind,
    Sequel,
    What,
    Who,
)
from arbiter.policy.parse.conditions import read_condition
from arbiter.policy.parse.formulas import read_formula
from arbiter.policy.parse.reader import Keys, Scope, check_name, key_place, meant
from arbiter.policy.parse.tables import read_table
from arbiter.policy.profiles import CATEGORIES
from evidence import Span
from evidence.source import Mapping as MappingNode
from evidence.source import Node, Scalar

BEARERS = ("buyer", "seller", "carrier", "platform")
AN_AMOUNT = "order.price - already_made_good"
_ELSE: dict[str, Literal["human", "propose", "refuse"]] = {"human": "human", "propose": "propose", "refuse": "refuse"}
_LETTERS = ("none",)
R = TypeVar("R", What, Who)


def read_claim(scope: Scope, node: Node) -> Claim:
    """One claim."""
    keys = Keys(scope, node, "a claim")
    name = keys.name("claim", "snake")
    keys.what = f"claim `{name}`"
    keys.span = key_place(node, "claim") or keys.span
    claim = Claim(
        id=name,
        by=keys.party("by"),
        clause=keys.text("clause"),
        evidence={
            role: _read_obtainable(scope, party, entry)
            for party, entry in keys.entries("evidence")
            if (role := scope.party(party))
        },
        heads=tuple(_read_head(scope, head, entry) for head, entry in keys.entries("heads")),
        measures=tuple(_read_measure(scope, item) for item in keys.items("measures")),
        routes=tuple(_read_route(scope, item) for item in keys.items("routes")),
        guarantees=tuple(_read_guarantee(scope, item) for item in keys.items("guarantees")),
        span=keys.span,
        gates=_read_gates(scope, keys),
    )
    if not claim.heads and not claim.measures and keys.sound:
        message, cure = f"claim `{name}` has neither heads nor measures", "nothing can follow from it: add `heads: {…}`"
        scope.problems.error("ARB227", message, keys.span, cure)
    keys.close()
    return claim


def _read_obtainable(scope: Scope, party: Scalar, node: Node) -> Obtainable:
    keys = Keys(scope, node, f"evidence of `{party.text}`")
    found = []
    for key in ("required", "any_of", "optional"):
        kinds = keys.words(key)
        for kind in kinds:
            if kind.text not in scope.vocabulary:
                scope.problems.error(
                    "ARB215", f"unknown kind of record `{kind.text}`", kind.span, meant(kind.text, scope.vocabulary)
                )
        found.append(tuple(kind.text for kind in kinds))
    keys.close()
    return Obtainable(*found)


def _read_head(scope: Scope, name: Scalar, node: Node) -> Head:
    check_name(scope.problems, name, "snake", "a head")
    keys = Keys(scope, node, f"head `{name.text}`")
    keys.span = name.span
    head = Head(
        id=name.text,
        to=keys.party("to"),
        amount=_read_amount(scope, keys, "amount", required=True) or Formula(Fixed(0, keys.span), "", keys.span),
        what=_ranked(keys, [_read_what(scope, item, wording) for item, wording in _rules(scope, keys, "what")]),
        who=_ranked(keys, [_read_who(scope, item, wording) for item, wording in _rules(scope, keys, "who")]),
        span=name.span,
        cap=_read_amount(scope, keys, "cap", required=False),
    )
    _check_ranking(scope, keys, head)
    for key, rules in (("what", head.what), ("who", head.who)):
        if not rules and keys.need(key) and keys.sound:
            scope.problems.error("ARB203", f"head `{head.id}` has no `{key}` rule", head.span, f"add `{key}: [{{…}}]`")
    keys.close()
    return head


def _read_amount(scope: Scope, keys: Keys, key: str, required: bool) -> Formula | None:
    node = keys.scalar(keys.need(key) if required else keys.get(key), key)
    return None if node is None else read_formula(scope, node, None, AN_AMOUNT)


def _rules(scope: Scope, keys: Keys, key: str) -> list[tuple[Node, str]]:
    """The rules of a list, or the rows of the table that is named in its place; a row has the table's words."""
    node = keys.get(key)
    if isinstance(node, Scalar):
        return read_table(scope, node, key)
    return [(item, "") for item in keys.items(key)]


def _ranked(keys: Keys, rules: Sequence[R]) -> tuple[R, ...]:
    """The rules, each with those over which a ranking puts it: of several that hold, the first one listed wins."""
    ranking = list(dict.fromkeys(word.text for word in keys.words("ranking")))
    ids = [rule.id for rule in rules]
    found: list[R] = []
    for rule in rules:
        below = ranking[ranking.index(rule.id) + 1 :] if rule.id in ranking else []
        more = tuple(name for name in ids if name in below and name not in rule.over)
        found.append(replace(rule, over=rule.over + more))
    return tuple(found)


def _check_ranking(scope: Scope, keys: Keys, head: Head) -> None:
    known = [rule.id for rule in (*head.what, *head.who)]
    listed: dict[str, Span] = {}
    for word in keys.words("ranking"):
        if word.text not in known:
            message = f"no rule of head `{head.id}` is called `{word.text}`"
            scope.problems.error("ARB301", message, word.span, meant(word.text, known))
        if word.text in listed:
            related = ("first here", listed[word.text])
            message = f"`{word.text}` stands twice in the ranking of head `{head.id}`"
            scope.problems.error("ARB240", message, word.span, "list each once, the one that goes first above", related)
        listed[word.text] = word.span


def _read_gates(scope: Scope, keys: Keys) -> tuple[Gate, ...]:
    """What must hold first. One gate may stand alone, without a list."""
    node = keys.get("first")
    nodes = (node,) if isinstance(node, MappingNode) else keys.items("first")
    return tuple(_read_gate(scope, item) for item in nodes)


def _read_gate(scope: Scope, node: Node) -> Gate:
    keys = Keys(scope, node, "a gate")
    gate = Gate(
        id=keys.rule_id(),
        condition=read_condition(scope, keys.need("if")),
        otherwise=_ELSE[keys.choice("else", tuple(_ELSE))],
        desk=keys.choice("desk", DESKS, "") or None,
        clause=keys.text("clause"),
        span=keys.span,
    )
    keys.close()
    return gate


def _read_what(scope: Scope, node: Node, wording: str) -> What:
    keys = Keys(scope, node, "a `what` rule")
    what = What(
        id=keys.rule_id(),
        condition=read_condition(scope, keys.need("if")),
        amount=_read_amount(scope, keys, "amount", required=False),
        over=tuple(scalar.text for scalar in keys.words("over")),
        clause=keys.text("clause"),
        span=keys.span,
        then=_read_sequel(scope, keys),
        wording=wording,
    )
    keys.close()
    return what


def _read_sequel(scope: Scope, keys: Keys) -> Sequel | None:
    node = keys.get("then")
    if node is None:
        return None
    inner = Keys(scope, node, f"`then` of {keys.what}")
    ask, within = inner.scalar(inner.need("ask"), "ask"), inner.name("within", "snake")
    if ask is not None and ask.text not in scope.vocabulary:
        scope.problems.error(
            "ARB215", f"unknown kind of record `{ask.text}`", ask.span, meant(ask.text, scope.vocabulary)
        )
    inner.close()
    return Sequel(ask.text if ask else "", within, inner.span)


def _read_who(scope: Scope, node: Node, wording: str) -> Who:
    keys = Keys(scope, node, "a `who` rule")
    name, bearer = keys.rule_id(), keys.party("bearer")
    who = Who(
        id=name,
        bearer=bearer,
        condition=read_condition(scope, keys.need("if")),
        over=tuple(scalar.text for scalar in keys.words("over")),
        clause=keys.text("clause"),
        span=keys.span,
        wording=wording,
    )
    if bearer == "courier":
        message, place = f"rule `{who.id}` makes a courier bear money", key_place(node, "bearer") or keys.span
        scope.problems.error("ARB231", message, place, "one of " + ", ".join(f"`{role}`" for role in BEARERS))
    keys.close()
    return who


def _read_measure(scope: Scope, node: Node) -> Measure:
    keys = Keys(scope, node, "a measure")
    measure = Measure(
        keys.rule_id(),
        keys.party("to"),
        keys.choice("measure", MEASURES),
        read_condition(scope, keys.need("if")),
        keys.text("clause"),
        keys.span,
        keys.name("lasts", "snake") if keys.get("lasts") is not None else None,
        keys.choice("category", CATEGORIES, "") or None,
    )
    keys.close()
    return measure


def _read_route(scope: Scope, node: Node) -> Route:
    keys = Keys(scope, node, "a route")
    kinds: dict[str, RouteKind] = {kind: kind for kind in ROUTES}
    route = Route(
        keys.rule_id(),
        kinds[keys.choice("route", ROUTES)],
        keys.choice("desk", DESKS, "") or None,
        read_condition(scope, keys.need("if")),
        keys.text("clause"),
        keys.span,
        keys.choice("letters", _LETTERS, "") != "none",
    )
    if not route.letters and route.route != "human" and keys.sound:
        message = f"route `{route.id}` withholds letters, but no person decides"
        cure = "write `route: human`: whoever decides then writes to the parties"
        scope.problems.error("ARB246", message, key_place(node, "letters") or keys.span, cure)
    keys.close()
    return route


def _read_guarantee(scope: Scope, node: Node) -> Guarantee:
    keys = Keys(scope, node, "a guarantee")
    condition = keys.get("if")
    guarantee = Guarantee(
        id=keys.rule_id(),
        to=keys.party("to"),
        never_bears=keys.text("never_bears", "") or None,
        never_auto=keys.choice("never_auto", ADVERSE_MEASURES, "") or None,
        condition=read_condition(scope, condition) if condition else None,
        clause=keys.text("clause"),
        span=keys.span,
    )
    promised = guarantee.never_bears is not None, guarantee.never_auto is not None
    if keys.sound and promised[0] == promised[1]:
        scope.problems.error(
            "ARB232",
            f"guarantee `{guarantee.id}` must promise one thing",
            keys.span,
            "write one of `never_bears: <head>` and `never_auto: <measure>`",
        )
    keys.close()
    return guarantee
