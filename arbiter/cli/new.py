"""`arbiter new`: a policy pack that works, to be changed; a case file to be filled in. Nothing is ever overwritten."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from arbiter.policy.model import Policy

group = typer.Typer(no_args_is_help=True, help="Begin a policy pack or a case file.")


@group.callback()
def new() -> None:
    """Begin a policy pack or a case file."""


@group.command("policy", epilog="Example: arbiter new policy hire --roles hirer=buyer,lender=seller")
def policy(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The pack's name, in snake_case.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to put the pack in.")] = Path(),
    roles: Annotated[
        str, typer.Option("--roles", metavar="NOUN=ROLE,…", help="Your nouns for buyer, seller, courier, carrier.")
    ] = "buyer=buyer,seller=seller",
) -> None:
    """Write a small pack that works, with an example case and schemas for editors.

    One claim, two questions, texts and a manual. Change them step by step, and check as you go.
    """
    from arbiter.cli.consoles import line
    from arbiter.cli.consoles import out as console_of
    from arbiter.cli.starter import StarterError, write_pack

    try:
        written = write_pack(name, out, roles)
    except StarterError as problem:
        raise typer.BadParameter(str(problem), param_hint=problem.option) from problem
    console = console_of()
    for path in written:
        console.print(line("written to ", (str(path), "bold")), soft_wrap=True)
    console.print()
    console.print(line(("Try next:", "bold")))
    pack = str(out / name)
    for command in (("check", pack), ("decide", str(out / f"{name}-case.yaml")),
                    ("show", "policy", pack)):  # fmt: skip
        console.print(line("  ", (" ".join(("arbiter", *command)), "cyan")), soft_wrap=True)


@group.command("case", epilog="Example: arbiter new case --policy parcel -o case.yaml")
def case(
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="PACK", help="The pack: its name or folder.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option("--claim", metavar="CLAIM", help="The claim. Needed if the pack has several.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="The file to write. Default: print it.")
    ] = None,
) -> None:
    """Write a case file to fill in: the order, and the records that the claim's evidence asks for."""
    from arbiter.cli.blank_case import blank_case
    from arbiter.cli.consoles import line
    from arbiter.cli.consoles import out as console_of
    from arbiter.cli.files import write_text

    chosen, claim_id = _chosen(policy, claim)
    # Today is only a suggestion in a file that people fill in; nothing is decided by a clock.
    named = _named(policy or chosen.id, out)
    text = blank_case(chosen, chosen.claims[claim_id], named, datetime.now(UTC).date())
    if out is None:
        typer.echo(text, nl=False)
        return
    if out.exists():
        raise typer.BadParameter(f"`{out}` is there already; nothing was written", param_hint="-o")
    write_text(out, text)
    console_of().print(line("written to ", (str(out), "bold")), soft_wrap=True)


def _named(pack: str, out: Path | None) -> str:
    """How the case names its pack: a known name as it stands, a folder as seen from the folder of the case."""
    from arbiter.policy.locate import find_parent

    if find_parent(pack, None) is not None:
        return pack
    seen = Path(os.path.relpath(pack, out.parent if out is not None else Path())).as_posix()
    return seen if seen.startswith("../") else f"./{seen}"


def _chosen(pack: str | None, claim: str | None) -> "tuple[Policy, str]":
    """The policy and the claim that are meant; what is ambiguous is a usage error that lists what there is."""
    from arbiter.cli.inputs import known_packs
    from arbiter.loading import load_policy

    if pack is not None:
        loaded = [load_policy(pack)]
    else:
        loaded = [one for one in map(load_policy, known_packs()) if claim is None or claim in one.claims]
    found = [(one, name) for one in loaded for name in one.claims if claim in (None, name)]
    if len(found) == 1:
        return found[0]
    there = found or [(one, name) for one in loaded for name in one.claims]
    if not there and pack is None:
        there = [(one, name) for one in map(load_policy, known_packs()) for name in one.claims]
    listed = ", ".join(f"`--policy {pack or one.id} --claim {name}`" for one, name in there)
    message = f"there is no claim `{claim}`" if not found and claim is not None else "there are several claims"
    raise typer.BadParameter(f"{message}: {listed}" if listed else "the pack has no claims", param_hint="--claim")
