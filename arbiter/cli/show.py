"""`arbiter show`: what a store holds, and what a policy says."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

group = typer.Typer(no_args_is_help=True, help="Show a stored decision, or a policy as prose.")


@group.callback()
def show() -> None:
    """Show a stored decision, or a policy as prose."""


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


@group.command("policy", epilog="Example: arbiter show policy parcel --lang en")
def policy(
    pack: Annotated[str, typer.Argument(metavar="PACK", help="The pack: its name or folder.")],
    claim: Annotated[
        list[str] | None, typer.Option("--claim", metavar="CLAIM", help="Only this claim. May be given several times.")
    ] = None,
    language: Annotated[str, typer.Option("--lang", metavar="LANG", help="en, ru, zh: one that the pack has.")] = "",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="With the numbers of this day. Default: today.")
    ] = None,
) -> None:
    """Print a policy as plain sentences: who must show what, what follows, who bears it, what is promised."""
    from arbiter.cli.consoles import out, printable
    from arbiter.loading import load_policy
    from arbiter.prose import LANGUAGES, policy_prose
    from evidence import did_you_mean

    loaded = load_policy(pack)
    known = [one for one in loaded.header.languages if one in LANGUAGES]
    chosen = language or (known[0] if known else "en")
    if chosen not in known:
        listed = ", ".join(known) or "none that can be told"
        raise typer.BadParameter(f"`{chosen}` is no language of this pack: {listed}", param_hint="--lang")
    for name in claim or ():
        if name not in loaded.claims:
            near = did_you_mean(name, loaded.claims)
            cure = f"did you mean `{near}`?" if near else ", ".join(f"`{one}`" for one in loaded.claims)
            raise typer.BadParameter(f"the pack has no claim `{name}`: {cure}", param_hint="--claim")
    text = policy_prose(loaded, chosen, _day(on), claim or ())
    console = out()
    if console.is_terminal:
        from rich.markdown import Markdown

        console.print(Markdown("\n".join(printable(line) for line in text.splitlines())))
    else:
        typer.echo(text, nl=False)


def _day(text: str | None) -> date:
    """The day of `--on`, else today: a policy is told as it is in force, and nothing is decided by this clock."""
    try:
        return date.fromisoformat(text) if text is not None else datetime.now(UTC).date()
    except ValueError:
        raise typer.BadParameter(f"`{text}` is no day: write it like 2026-03-21", param_hint="--on") from None
