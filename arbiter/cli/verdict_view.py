"""The verdict in a terminal: one panel that says who pays what to whom, on what findings, and who settles it."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from arbiter.cli import words
from arbiter.cli.consoles import line
from arbiter.decision import Decision
from arbiter.policy.model import Policy

_BY_STYLE = {"evidence": "green", "burden": "yellow", "undisputed": "dim", "otherwise": "dim"}


def verdict_panel(decision: Decision, policy: Policy | None, reasons: dict[str, str]) -> RenderableType:
    """The panel of a decision. `policy` gives its nouns; `reasons` why records were not admitted, by record id."""
    noun, verdict = words.noun_of(policy), decision.verdict
    style = words.STATUS_STYLE.get(decision.status, "")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")

    def row(label: str, texts: Iterable[Text]) -> None:
        for number, text in enumerate(texts):
            grid.add_row("" if number else label, text)

    row("status", [line((words.STATUS.get(decision.status, decision.status), f"bold {style}"))])
    proposed = "proposed: " if decision.status == "referred" and verdict["transfers"] else ""
    row("money", (line((proposed + text, "bold")) for text in words.transfers(verdict, noun)))
    row("gate", (line((text, "yellow")) for text in words.gates(verdict, decision.reasoning)))
    row(
        "findings",
        (
            line((text, _BY_STYLE.get(one["by"], "") if words.needed(one, decision.reasoning) else "dim"))
            for text, one in words.findings(verdict["findings"], noun, decision.reasoning)
        ),
    )
    row("claim", [line(str(decision.document["claim_id"]))] if "claim_id" in decision.document else [])
    row("already given", (line(words.prior(one)) for one in verdict.get("priors", ())))
    row("measures", (line(words.measure(one, noun)) for one in verdict["measures"]))
    route = verdict["route"]
    row("route", [line(words.route(route)), *(line(text) for text in words.reasons(verdict))])
    row(
        "heard",
        (line((words.hearing(one, noun), "" if one["heard"] else "yellow")) for one in verdict["hearings"]),
    )
    row("to ask", (line((words.ask(one, noun), "yellow")) for one in verdict["asks"]))
    row("may follow", (line(words.sequel(one, noun)) for one in verdict.get("sequels", ())))
    row("promises", (line(words.guarantee(one, noun)) for one in verdict["guarantees"]))
    records = decision.reasoning.get("records", {})
    row("not admitted", (line((text, "yellow")) for text in words.not_admitted(records, reasons)))
    named = decision.document["policy"]
    row("policy", [line(f"{named['id']} {named['version']}, digest {named['digest'][:12]}")])
    row("decision", [line((decision.id, "bold"))])
    title = line((str(decision.document["case"]), "bold"), " · ", (decision.status, f"bold {style}"))
    return Panel(grid, title=title, title_align="left", border_style=style, padding=(1, 2), expand=False)
