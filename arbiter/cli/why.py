"""`arbiter why`: the reasoning behind a decision, rule by rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from arbiter.cli.options import CaseOption, DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text
    from rich.tree import Tree

    from arbiter.cli.outline import Node, Outline, Section
    from arbiter.decision import Decision
    from arbiter.policy.model import Policy


def why(
    decision: DecisionArgument,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="RULE", help="Show only this rule, question, head, signal or record, by its id."),
    ] = None,
    case: CaseOption = None,
    policy: PolicyOption = None,
    store: StoreOption = None,
) -> None:
    """Show why a case was decided so: each question, every rule and what became of it, the records it rests on.

    With --case, the decision is verified first, and what nearly applied and what would have changed it is listed.
    Marks: ✓ fired, ✗ not met, ⊘ defeated, ? unknown.
    """
    from arbiter.cli.consoles import line, wide
    from arbiter.cli.failures import CHECK_FAILED
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of
    from arbiter.cli.outline import Outline
    from arbiter.cli.verify import verified
    from arbiter.cli.words import STATUS_STYLE, noun_of

    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0] if case else None
    needed = read is not None or policy is not None
    loaded = policy_of(found, policy, read, stored) if needed else stored
    outline = Outline(found, noun_of(loaded), sections(found, loaded))
    nodes = outline.shown if rule is None else _asked_for(outline, rule)
    if read is not None and not verified(found, read, loaded):
        raise typer.Exit(CHECK_FAILED)
    console = wide()
    status = (found.status, f"bold {STATUS_STYLE.get(found.status, '')}")
    claim = f" · {found.document['claim_id']}" if "claim_id" in found.document else ""
    console.print(_tree(line((found.id, "bold"), f" · {found.document['case']}{claim} · ", status), nodes))
    if read is not None and loaded is not None and rule is None:
        from arbiter.cli.changes import changes
        from arbiter.explain import explain

        for title, about in changes(explain(found, read, loaded), noun_of(loaded)):
            console.print(_tree(title, about))


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
        _grow(tree.add(node.label), node.children)
