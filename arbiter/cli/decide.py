"""`arbiter decide`: one case in full, or many, one line each."""

from pathlib import Path
from typing import Annotated

import typer

from arbiter.cli.options import PolicyOption, StoreOption


def decide(
    cases: Annotated[list[Path], typer.Argument(metavar="CASE", help="Case files, or folders with a case.yaml.")],
    policy: PolicyOption = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="TIME", help="Decide as of this moment. Default: what the case says."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print decisions as JSON, one a line, nothing else.")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write each decision to this folder.")
    ] = None,
    store: StoreOption = None,
    claim: Annotated[
        str | None,
        typer.Option("--claim", metavar="ID", help="Decide only this claim of a case. Default: all of them."),
    ] = None,
) -> None:
    """Decide cases: who pays what to whom, and why.

    One case is shown in full; of several, each gets a line, and one that is invalid does not stop the rest. Exit code:
    0 decided, 3 the case is invalid, 4 a person must decide (of a single case).
    """
    from arbiter.cli.deciding import Deciding, decide_one
    from arbiter.cli.failures import REFERRED, exit_code
    from arbiter.cli.inputs import Policies, case_and_warnings, moment

    with Deciding(Policies(policy), moment(as_of), out, store, claim) as deciding:
        if len(cases) > 1:
            from arbiter.cli.batch import decide_many

            raise typer.Exit(decide_many(deciding, cases, as_json))
        if as_json:
            from arbiter.cli.batch import error_line

            try:
                decided = deciding.decide(case_and_warnings(cases[0])[0])
            except Exception as problem:
                typer.echo(error_line(cases[0], exit_code(problem), problem))
                raise
            for number, one in enumerate(decided):
                typer.echo((b"\n" if number else b"") + one.decision.content, nl=False)
        else:
            decided = decide_one(deciding, cases[0])
    if any(one.decision.status == "referred" for one in decided):
        raise typer.Exit(REFERRED)
