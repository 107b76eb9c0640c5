"""`arbiter demo`: one real case from evidence to letters."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

_CASE = "3-scanned-elsewhere"
_AUDIENCES = ("buyer", "seller", "carrier", "agent")


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder for the decision and the letters.")
    ] = Path("arbiter-demo"),
) -> None:
    """Decide a bundled case and write the letters to everyone concerned.

    A parcel was scanned as delivered 430 m from the address. The buyer says that nothing came; the carrier was asked
    and stayed silent.
    """
    from arbiter.cli.consoles import line
    from arbiter.cli.consoles import out as console_of
    from arbiter.cli.deciding import Deciding, decide_one
    from arbiter.cli.files import write_text
    from arbiter.cli.inputs import Policies
    from arbiter.report import report

    case = bundled_examples() / _CASE
    with Deciding(Policies(None), None, out, None) as deciding:
        (decided,) = decide_one(deciding, case)
    console = console_of()
    for audience in _AUDIENCES:
        for language in decided.policy.header.languages:
            letter = report(
                decided.decision, decided.case, decided.policy, audience=audience, language=language, form="html"
            )
            path = out / f"letter-{audience}-{language}.html"
            write_text(path, letter)
            console.print(line("written to ", (str(path), "bold")), soft_wrap=True)
    console.print()
    console.print(line(("Try next:", "bold")))
    for command in (
        ("why", str(decided.file), "delivered", "--case", str(case)),
        ("verify", str(decided.file), "--case", str(case)),
        ("decide", str(case.parent / "4-large-unsigned")),
        ("check",),
    ):
        console.print(line("  ", (shlex.join(("arbiter", *command)), "cyan")), soft_wrap=True)


def bundled_examples() -> Path:
    """The folder of the cases that come with arbiter: inside an installed wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_examples"
    return installed if installed.is_dir() else package.parent / "examples"
