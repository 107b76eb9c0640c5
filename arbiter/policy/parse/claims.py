"""Reading `claims/*.yaml`: evidence that can be asked for, heads of loss, measures, routes, guarantees."""

from re import compile as pattern
from typing import Literal

from arbiter.policy.model import (
    ADVERSE_MEASURES,
    DESKS,
    MEASURES,
    ROUTES,
    Claim,
    Formula,
    Guarantee,
    Head,
    Measure,
    Obtainable,
    Route,
    RouteKind,
    Term,
    What,
    Who,
)
from arbiter.policy.parse import hints
from arbiter.policy.parse.conditions import read_condition
from arbiter.policy.parse.reader import Keys, Scope, check_name, key_place, meant, part_of
from evidence import Money, MoneyError, MoneyType, Span
from evidence.source import Node, Scalar

ALREADY = "already_made_good"
BEARERS = ("buyer", "seller", "carrier", "platform")
_TERM = pattern(r"\s*+([+-]?+)\s*+([0-9]++(?:\.[0-9]++)?+(?:\s++[A-Z]{3})?+|[a-z_]++(?:\.[a-z_]++)?+)")


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
    )
    if not claim.heads and not claim.measures and keys.sound:
        message, cure = f"claim `{name}` has neither heads nor measures", "nothing can follow from it: add `heads: {…}`"
        scope.problems.error("ARB227", message, keys.span, cure)
    keys.close()
    return claim


def _read_obtainable(scope: Scope, party: Scalar, node: Node) -> Obtainable:
    keys = Keys(scope, node, f"evidence of `{party.text}`")
    found = []
    for key in ("required", "any_of"):
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
        amount=_read_amount(scope, keys, "amount", required=True) or Formula((), "", keys.span),
        what=tuple(_read_what(scope, item) for item in keys.items("what")),
        who=tuple(_read_who(scope, item) for item in keys.items("who")),
        span=name.span,
    )
    for key, rules in (("what", head.what), ("who", head.who)):
        if not rules and keys.need(key) and keys.sound:
            scope.problems.error("ARB203", f"head `{head.id}` has no `{key}` rule", head.span, f"add `{key}: [{{…}}]`")
    keys.close()
    return head


def _read_amount(scope: Scope, keys: Keys, key: str, required: bool) -> Formula | None:
    node = keys.scalar(keys.need(key) if required else keys.get(key), key)
    if node is None:
        return None
    terms: list[Term] = []
    text = node.text.rstrip()
    at = 0
    while at < len(text) or not terms:
        found = _TERM.match(text, at)
        if found is None or (terms and not found[1]):
            scope.problems.error(
                "ARB228",
                f"amount `{node.text}` cannot be read",
                node.span,
                hints.did_mean(hints.money_meant(text), "like `order.price - already_made_good`"),
            )
            return None
        operand = _read_term(scope, found[2], part_of(node, found.start(2), len(found[2])))
        if operand is None:
            return None
        terms.append(Term(-1 if found[1] == "-" else 1, operand))
        at = found.end()
    return Formula(tuple(terms), text, node.span)


def _read_term(scope: Scope, text: str, span: Span) -> str | Money | Literal[0] | None:
    if text == "0":
        return 0
    if text == ALREADY:
        return text
    kind, dot, field = text.partition(".")
    if text[0].isdigit():
        try:
            return Money.parse(text)
        except MoneyError as problem:
            cure = hints.operand_cure(text, None, "like `50.00 EUR`")
            scope.problems.error("ARB220", f"`{text}` is no amount of money: {problem}", span, cure)
            return None
    if not dot or kind not in ("order", "claim"):
        scope.problems.error(
            "ARB229",
            f"`{text}` cannot stand in an amount",
            span,
            "a field of `order` or `claim`, or `already_made_good`",
        )
        return None
    fields = scope.vocabulary[kind]
    if field not in fields:
        scope.problems.error("ARB214", f"unknown field `{field}` of `{kind}`", span, meant(field, fields))
        return None
    if not isinstance(fields[field], MoneyType):
        money = [name for name, declared in fields.items() if isinstance(declared, MoneyType)]
        scope.problems.error("ARB230", f"`{text}` is no amount of money", span, meant(field, money))
        return None
    return text


def _read_what(scope: Scope, node: Node) -> What:
    keys = Keys(scope, node, "a `what` rule")
    what = What(
        id=keys.rule_id(),
        condition=read_condition(scope, keys.need("if")),
        amount=_read_amount(scope, keys, "amount", required=False),
        over=tuple(scalar.text for scalar in keys.words("over")),
        clause=keys.text("clause"),
        span=keys.span,
    )
    keys.close()
    return what


def _read_who(scope: Scope, node: Node) -> Who:
    keys = Keys(scope, node, "a `who` rule")
    name, bearer = keys.rule_id(), keys.party("bearer")
    who = Who(
        id=name,
        bearer=bearer,
        condition=read_condition(scope, keys.need("if")),
        over=tuple(scalar.text for scalar in keys.words("over")),
        clause=keys.text("clause"),
        span=keys.span,
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
    )
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
