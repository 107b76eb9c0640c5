"""`arbiter what-if`: the case decided again with something changed, beside the decision that was made."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arbiter.cli.options import DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from arbiter.cli.tried import Typed
    from arbiter.what_if import WhatIf


def what_if(
    decision: DecisionArgument,
    case: Annotated[Path, typer.Option("--case", metavar="CASE", help="The case file or folder that was decided.")],
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="RECORD", help="Add a record: a file, - for stdin, or {id: …, kind: …} itself."),
    ] = None,
    remove: Annotated[list[str] | None, typer.Option("--remove", metavar="ID", help="Take a record away.")] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="ID.FIELD=VALUE",
            help="Set a field of a record, claim.FIELD or parameter:NAME. No value: it is unknown.",
        ),
    ] = None,
    policy: PolicyOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")] = False,
    store: StoreOption = None,
) -> None:
    """Decide a case again with something changed, and show what would be different.

    Each option may be given several times: records are removed, then added, then fields set. The decision is verified
    first; nothing is written. Exit code: as of `decide`, for the changed case; 1 if the decision is not of this case
    and policy.
    """
    from arbiter.cli.failures import CHECK_FAILED, REFERRED, exit_code
    from arbiter.cli.tried import Typed
    from arbiter.what_if import WhatIfError
    from evidence import CaseFileError

    typed = Typed(_stdin)
    try:
        found = _tried(decision, case, policy, store, typed, (add or [], remove or [], fields or []), as_json)
    except (CaseFileError, WhatIfError) as problem:
        problem.files = typed.files  # type: ignore[union-attr]
        if as_json:
            _fail(problem, exit_code(problem))
        raise
    except Exception as problem:
        if as_json:
            _fail(problem, exit_code(problem))
        raise
    if found is None:
        raise typer.Exit(CHECK_FAILED)
    if found.after.status == "referred":
        raise typer.Exit(REFERRED)


def _tried(
    decision: str,
    case: Path,
    policy: str | None,
    store: str | None,
    typed: "Typed",
    given: tuple[list[str], list[str], list[str]],
    as_json: bool,
) -> "WhatIf | None":
    """Try the changes and show what came of it; None if the decision does not fit, which has been told."""
    from arbiter.cli.consoles import out
    from arbiter.cli.failures import show
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of
    from arbiter.cli.outline import Outline
    from arbiter.cli.verify import verified
    from arbiter.cli.what_if_view import shown
    from arbiter.cli.why import sections
    from arbiter.cli.words import noun_of
    from arbiter.what_if import what_if as try_changes

    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0]
    loaded = policy_of(found, policy, read, stored)
    changes = typed.changes(*given)
    if not as_json and not verified(found, read, loaded):
        return None
    result = try_changes(found, read, loaded, changes)
    if as_json:
        typer.echo(json.dumps(result.document(), ensure_ascii=False, indent=2))
        return result
    show(result.problems, typed.files)
    noun = noun_of(loaded)
    outlines = [Outline(one, noun, sections(one, loaded)) for one in (result.before, result.after)]
    out().print(shown(result, noun, outlines[0], outlines[1]))
    return result


def _stdin() -> str:
    return typer.get_text_stream("stdin").read()


def _fail(problem: Exception, code: int) -> None:
    from arbiter.cli.failures import as_values

    typer.echo(json.dumps({"error": {"exit": code, "diagnostics": as_values(problem)}}, ensure_ascii=False))
