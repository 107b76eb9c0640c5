"""The program: its commands put together, and the one place where errors become words and exit codes."""

import sys
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from arbiter.cli import check, decide, demo, new, report, show, verify, what_if, why
from arbiter.version import __version__


class Program(TyperGroup):
    """The group of all commands. Whatever a command raises is told on stderr; there is never a traceback."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the program and exit."""
        try:
            super().main(*args, **kwargs)
        except KeyboardInterrupt:
            sys.exit(130)
        except Exception as problem:
            from arbiter.cli.failures import tell

            sys.exit(tell(problem))
        sys.exit(0)


app = typer.Typer(
    name="arbiter",
    cls=Program,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Decide marketplace disputes by policy, and say why to anyone concerned.",
    epilog="Start with: arbiter demo",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"arbiter {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Decide marketplace disputes by policy, and say why to anyone concerned."""


app.command("demo", epilog="Example: arbiter demo --out letters")(demo.demo)
app.command("decide", epilog="Example: arbiter decide examples/3-scanned-elsewhere --out decisions")(decide.decide)
app.command(
    "report",
    epilog="Example: arbiter report D-3a9f43333dd0b1d5.json --case examples/3-scanned-elsewhere --for seller --lang en "
    "--format html -o letter.html",
)(report.report)
app.command("why", epilog="Example: arbiter why D-3a9f43333dd0b1d5.json delivered --case examples/3-scanned-elsewhere")(
    why.why
)
app.command(
    "what-if",
    epilog="Example: arbiter what-if D-3a9f43333dd0b1d5.json --case examples/3-scanned-elsewhere --remove T-2 "
    "--set claim.amount='60.00 EUR'",
)(what_if.what_if)
app.command("verify", epilog="Example: arbiter verify D-3a9f43333dd0b1d5.json --case examples/3-scanned-elsewhere")(
    verify.verify
)
app.command("check", epilog="Example: arbiter check rules/parcel")(check.check)
app.add_typer(show.group, name="show")
app.add_typer(new.group, name="new")


def main() -> None:
    """The entry point of the `arbiter` command."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets a stand-in for it, not an error.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    app(prog_name="arbiter")
