"""`arbiter check`: whether policy packs can be used, and everything that is wrong with them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from arbiter.policy.model import Policy
    from evidence import Diagnostic


def check(
    rules: Annotated[
        str | None,
        typer.Argument(metavar="RULES", help="A pack, or a folder of packs. Default: the bundled packs."),
    ] = None,
) -> None:
    """Check policy packs and say everything that is wrong with them, each with its place.

    Exit code: 0 nothing wrong (warnings may be), 1 something is, or there is no pack at all.
    """
    from arbiter.cli.consoles import line, out
    from arbiter.cli.failures import CHECK_FAILED, show
    from arbiter.loading import check_policy

    packs = _packs(rules)
    if not packs:
        show([_no_packs(rules)])
        raise typer.Exit(CHECK_FAILED)
    console = out()
    broken = False
    for pack in packs:
        policy, diagnostics, files = check_policy(pack)
        show(diagnostics, files)
        if policy is None:
            broken = True
            errors = sum(one.severity == "error" for one in diagnostics)
            console.print(line(("✗ ", "bold red"), (pack.name, "bold"), f": {_count(errors, 'error')}"), soft_wrap=True)
            continue
        for replaced in policy.replaced:
            console.print(line(f"  {policy.id} replaces {replaced} of its parent"), soft_wrap=True)
        warnings = f", {_count(len(diagnostics), 'warning')}" if diagnostics else ""
        console.print(line(("✓ ", "bold green"), (policy.id, "bold"), f" {_summary(policy)}{warnings}"), soft_wrap=True)
    if broken:
        raise typer.Exit(CHECK_FAILED)


def _packs(rules: str | None) -> tuple[Path, ...]:
    from arbiter.policy.locate import bundled_rules, find_pack, packs_in

    if rules is None:
        return packs_in(bundled_rules())
    found = packs_in(Path(rules))
    if found:
        return found
    pack = find_pack(rules)
    return (pack,) if pack is not None else ()


def _no_packs(rules: str | None) -> "Diagnostic":
    from evidence import Diagnostic

    where = f"`{rules}`" if rules is not None else "the bundled rules"
    return Diagnostic("ARB112", "error", f"no policy pack in {where}", None, "a pack is a folder with a `policy.yaml`")


def _summary(policy: "Policy") -> str:
    counts = (
        _count(len(policy.claims), "claim"),
        _count(len(policy.questions), "question"),
        _count(len(policy.signals), "signal"),
        _count(len(policy.parameters), "parameter"),
    )
    languages = "/".join(policy.header.languages)
    return f"{policy.version}: {', '.join(counts)}, {languages}, digest {policy.digest[:12]}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
