"""`arbiter show`: what a store holds."""

from typing import Annotated

import typer

group = typer.Typer(no_args_is_help=True, help="Show what a store holds.")


@group.callback()
def show() -> None:
    """Show what a store holds."""


@group.command("decision", epilog="Example: arbiter show decision D-3a9f --store cases.sqlite")
def decision(
    decision_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision, or its first characters.")],
    store: Annotated[
        str, typer.Option("--store", metavar="URL", help="The store, like cases.sqlite or postgresql://host/db.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the decision as JSON, nothing else.")] = False,
) -> None:
    """Show a stored decision as `arbiter decide` shows it."""
    from arbiter.cli.consoles import out
    from arbiter.cli.inputs import find_stored
    from arbiter.cli.verdict_view import verdict_panel

    found, policy = find_stored(decision_id, store)
    if as_json:
        typer.echo(found.content, nl=False)
    else:
        out().print(verdict_panel(found, policy, {}))
