"""Options and arguments that several commands share. Light: nothing that decides is loaded to show a help text."""

from pathlib import Path
from typing import Annotated

import typer

PolicyOption = Annotated[
    str | None,
    typer.Option("--policy", metavar="PACK", help="A policy pack: its name or folder. Default: what the case names."),
]
CaseOption = Annotated[Path | None, typer.Option("--case", metavar="CASE", help="The case file or folder.")]
StoreOption = Annotated[
    str | None,
    typer.Option("--store", metavar="URL", help="A store of decisions, like cases.sqlite or postgresql://host/db."),
]
DecisionArgument = Annotated[
    str, typer.Argument(metavar="DECISION", help="The file of a decision, or its id with --store.")
]
