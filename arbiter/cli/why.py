"""`arbiter why`: the reasoning behind a decision, rule by rule."""

from datetime import datetime
from json import dumps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from arbiter.cli.options import CaseOption, DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text
    from rich.tree import Tree

    from arbiter.cli.outline import Node, Outline, Section
    from arbiter.decide import Derivation
    from arbiter.decision import Decision
    from arbiter.policy.model import Policy
    from evidence import CaseFile


def why(
    decision: DecisionArgument,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="Show only this rule, question, head, signal or record, by its id."),
    ] = None,
    case: CaseOption = None,
    policy: PolicyOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")] = False,
    store: StoreOption = None,
) -> None:
    """Show why a case was decided so: each question, every rule and what became of it, the records it rests on.

    With --case, the decision is verified first, every test is shown with what it read and what it wanted, and what
    nearly applied and what would have changed it is listed. Marks: ✓ fired, ✗ not met, ⊘ defeated, ? unknown.
    """
    from arbiter.cli.consoles import wide
    from arbiter.cli.failures import CHECK_FAILED
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of
    from arbiter.cli.verify import verified

    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0] if case else None
    needed = read is not None or policy is not None
    loaded = policy_of(found, policy, read, stored) if needed else stored
    derivation = None
    if read is not None and loaded is not None:
        if not (_fits(found, read, loaded) if as_json else verified(found, read, loaded)):
            raise typer.Exit(CHECK_FAILED)
        derivation = _derived(found, read, loaded)
    account = _account(found, loaded, derivation, rule)
    if as_json:
        typer.echo(dumps(_document(found, account), ensure_ascii=False, indent=2))
        return
    for title, nodes in account:
        wide().print(_tree(title, nodes))


def _account(
    decision: "Decision", policy: "Policy | None", derivation: "Derivation | None", rule: str | None
) -> "list[tuple[Text, list[Node]]]":
    """Everything to show, under its titles: the reasoning or what was asked for of it, then what could have been."""
    from arbiter.cli.consoles import line
    from arbiter.cli.outline import Outline
    from arbiter.cli.words import STATUS_STYLE, noun_of
    from arbiter.explain.rules_read import rules_read

    noun = noun_of(policy)
    read = rules_read(derivation) if derivation is not None else None
    outline = Outline(decision, noun, sections(decision, policy), read)
    nodes = outline.shown if rule is None else _asked_for(outline, rule)
    status = (decision.status, f"bold {STATUS_STYLE.get(decision.status, '')}")
    claim = f" · {decision.document['claim_id']}" if "claim_id" in decision.document else ""
    found = [(line((decision.id, "bold"), f" · {decision.document['case']}{claim} · ", status), nodes)]
    if derivation is not None and rule is None:
        from arbiter.cli.changes import changes
        from arbiter.explain.explanation import explain_derivation

        found += changes(explain_derivation(decision.id, derivation), noun)
    return found


def _fits(decision: "Decision", case: "CaseFile", policy: "Policy") -> bool:
    """Whether a decision is of a case and policy; if not, the difference is told as JSON."""
    from arbiter.verify import verify

    checked = verify(decision, case, policy)
    if not checked.ok:
        typer.echo(dumps({"error": {"difference": checked.difference}}, ensure_ascii=False))
    return checked.ok


def _derived(decision: "Decision", case: "CaseFile", policy: "Policy") -> "Derivation":
    from arbiter.decide import derive

    as_of = datetime.fromisoformat(decision.document["as_of"])
    return derive(case, policy, as_of, claim=decision.document.get("claim_id"))


def _document(decision: "Decision", account: "list[tuple[Text, list[Node]]]") -> "dict[str, Any]":
    (_, reasoning), *others = account
    return {
        "decision": decision.id,
        "case": decision.document["case"],
        "claim": decision.document["claim"],
        "status": decision.status,
        "reasoning": [node.document() for node in reasoning],
        "changes": [{"title": title.plain, "found": [node.label.plain for node in nodes]} for title, nodes in others],
    }


def _asked_for(outline: "Outline", name: str) -> "list[Node]":
    from evidence import did_you_mean

    nodes = outline.find(name)
    if not nodes:
        near = did_you_mean(name, outline.names())
        cure = f"did you mean `{near}`?" if near else "leave it out to see everything"
        raise typer.BadParameter(f"nothing here is called `{name}`: {cure}", param_hint="RULE")
    return nodes


def sections(decision: "Decision", policy: "Policy | None") -> "Section":
    """Under which title a rule of the claim stands; None where the policy is not at hand."""
    claim = policy.claims.get(str(decision.document.get("claim"))) if policy is not None else None
    titles = {} if claim is None else {
        **{measure.id: "measures" for measure in claim.measures},
        **{route.id: "routes" for route in claim.routes},
        **{guarantee.id: "guarantees" for guarantee in claim.guarantees},
        **{gate.id: "gates" for gate in claim.gates},
    }  # fmt: skip
    return titles.get


def _tree(title: "Text", nodes: "Iterable[Node]") -> "Tree":
    from rich.tree import Tree

    tree = Tree(title, guide_style="dim")
    _grow(tree, nodes)
    return tree


def _grow(tree: "Tree", nodes: "Iterable[Node]") -> None:
    for node in nodes:
        _grow(tree.add(node.label), node.shown())
