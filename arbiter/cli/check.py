"""`arbiter check`: whether policy packs can be used, and everything that is wrong with them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from arbiter.cli.checked import Checked
    from evidence import Diagnostic

FORMATS = ("text", "json", "github")
_FEW = 5
"""How many missing sentences and clauses are shown one by one."""
_READY = ("sentences and clauses are missing", "arbiter check {} --missing-texts", " prints them ready to paste")
_UNWRITTEN = ("sentences still begin with `TODO`", "arbiter check {} --all", " shows where")


def check(
    rules: Annotated[
        str | None,
        typer.Argument(metavar="RULES", help="A pack, or a folder of packs. Default: the bundled packs."),
    ] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Show the page of a code, like ARB103, and stop.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, json, or github for annotations of a workflow.")
    ] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    cliffs: Annotated[
        bool, typer.Option("--cliffs", help="List where one step of a number or a strength flips the result.")
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing-texts", help="Print what texts/ and manual.md lack, ready to paste, and stop.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--all", help="Show each missing sentence and clause, however many there are.")
    ] = False,
) -> None:
    """Check policy packs and say everything that is wrong with them, each with its place.

    With --missing-texts, print the sentences and clauses that are missing, ready to paste, and stop. If more than five
    are missing, they are told in one line; --all shows each.

    Exit code: 0 nothing wrong (warnings may be), 1 something is, or there is no pack at all, 2 usage.
    """
    from arbiter.cli.checked import annotations, check_pack, document
    from arbiter.cli.failures import CHECK_FAILED

    if explain is not None:
        _explain(explain)
        return
    form = "json" if as_json else form
    if form not in FORMATS:
        raise typer.BadParameter(f"`{form}` is none of {', '.join(FORMATS)}", param_hint="--format")
    packs = _packs(rules)
    none = [] if packs else [_no_packs(rules)]
    if missing and packs:
        _tell_missing(packs)
        return
    if form == "text":
        sound = _tell(packs, none, cliffs, whole)
    else:
        checked = [check_pack(pack) for pack in packs]
        typer.echo(document(checked, none) if form == "json" else annotations(checked, none), nl=form == "json")
        sound = not none and all(one.ok for one in checked)
    if not sound:
        raise typer.Exit(CHECK_FAILED)


def _tell(packs: Sequence[Path], none: "Sequence[Diagnostic]", cliffs: bool, whole: bool) -> bool:
    """Say of each pack, as soon as it is checked, what is wrong with it; whether nothing is."""
    from arbiter.cli.checked import check_pack
    from arbiter.cli.cliffs import tell_cliffs
    from arbiter.cli.consoles import err, line
    from arbiter.cli.failures import show
    from arbiter.cli.missing_texts import missing, unwritten

    show(none)
    codes = [one.code for one in none]
    sound = not none
    lacking = []
    for pack in packs:
        one = check_pack(pack)
        shown = list(one.diagnostics)
        folded = []
        for found, cure in () if whole else ((missing, _READY), (unwritten, _UNWRITTEN)):
            alike = found(one.diagnostics)
            if len(alike) > _FEW:
                shown = [each for each in shown if each not in alike]
                folded.append((len(alike), cure))
        show(shown, one.files)
        for number, (said, command, rest) in folded:
            _tell_folded(f"{number} {said}", command.format(pack), rest, after=bool(shown))
        _tell_result(one)
        if cliffs and one.policy is not None:
            tell_cliffs(one.policy)
        sound = sound and one.ok
        codes += [diagnostic.code for diagnostic in (*shown, *one.diagnostics)]
        lacking += [pack] if any(each.message.startswith("no text ") for each in shown) else []
    for pack in lacking:
        err().print(
            line((f"Missing sentences, ready to paste: arbiter check {pack} --missing-texts", "dim")), soft_wrap=True
        )
    if codes:
        err().print(line((f"More about a code: arbiter check --explain {codes[0]}", "dim")), soft_wrap=True)
    return sound


def _tell_folded(said: str, command: str, rest: str, after: bool) -> None:
    """Say in one line how much is still to be written, so that it does not hide what is wrong."""
    from arbiter.cli.consoles import err, line

    if after:
        err().print()
    err().print(line((f"{said}: ", "bold red"), (command, "cyan"), rest), soft_wrap=True)


def _tell_missing(packs: Sequence[Path]) -> None:
    """Print what each pack lacks. Notes go to stderr, so that the rest can be written into a file."""
    from arbiter.cli.checked import check_pack
    from arbiter.cli.consoles import err, line
    from arbiter.cli.missing_texts import missing_texts

    for pack in packs:
        one = check_pack(pack)
        found = missing_texts(one.diagnostics, one.files)
        typer.echo(found, nl=False)
        if not found:
            err().print(line((one.id, "bold"), ": no sentence and no clause is missing"), soft_wrap=True)


def _tell_result(one: "Checked") -> None:
    from arbiter.cli.consoles import line, out

    console = out()
    if one.policy is None:
        errors = _count(one.errors, "error")
        console.print(line(("✗ ", "bold red"), (one.id, "bold"), f": {errors}"), soft_wrap=True)
        return
    for replaced in one.policy.replaced:
        console.print(line(f"  {one.id} replaces {replaced} of its parent"), soft_wrap=True)
    warnings = f", {_count(len(one.diagnostics), 'warning')}" if one.diagnostics else ""
    counts = ", ".join(_count(number, what.removesuffix("s")) for what, number in one.counts.items())
    languages = "/".join(one.policy.header.languages)
    summary = f" {one.policy.version}: {counts}, {languages}, digest {one.policy.digest[:12]}{warnings}"
    console.print(line(("✓ ", "bold green"), (one.id, "bold"), summary), soft_wrap=True)


def _explain(asked: str) -> None:
    """Print the page of a code. An unknown one is a usage error."""
    from arbiter.cli.consoles import out
    from arbiter.reference import codes, page_of
    from evidence import did_you_mean

    code = asked.strip().upper()
    code = f"ARB{code}" if code.isdigit() else code
    page = page_of(code)
    if page is None:
        alike = [one for one in codes() if one.startswith(code[:4])]  # the first digit says what it is about
        near = did_you_mean(code, alike or codes())
        cure = f"did you mean `{near}`?" if near else "codes look like `ARB103`"
        raise typer.BadParameter(f"there is no code `{asked[:40]}`: {cure}", param_hint="--explain")
    console = out()
    if console.is_terminal:
        from rich.markdown import Markdown

        console.print(Markdown(page))
    else:
        typer.echo(page, nl=False)


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


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
