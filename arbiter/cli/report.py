"""`arbiter report`: the account of a decision for one of those concerned."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arbiter.cli.options import DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from arbiter.policy.model import Policy

_OFFICES = ("agent",)


class Form(StrEnum):
    """The forms of a report."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"
    JSON = "json"


def report(
    decision: DecisionArgument,
    case: Annotated[Path, typer.Option("--case", metavar="CASE", help="The case file or folder that was decided.")],
    audience: Annotated[
        str,
        typer.Option("--for", metavar="ROLE", help="Whom it is for: buyer, seller, courier, carrier, agent."),
    ],
    language: Annotated[str, typer.Option("--lang", metavar="LANGUAGE", help="en, ru, zh: one of the policy.")] = "en",
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="A web page, a PDF to print or to send, Markdown for a ticket, or JSON for a program. "
            "Default: what the file's name ends in, else html.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file. Default: to stdout.")
    ] = None,
    policy: PolicyOption = None,
    store: StoreOption = None,
) -> None:
    """Write why a case was decided so, for one of those concerned, in their language.

    A role may also be called as the policy calls it: customer, kitchen.
    """
    from arbiter.cli.failures import show
    from arbiter.cli.files import write_bytes
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of
    from arbiter.report import report as write_report

    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0]
    loaded = policy_of(found, policy, read, stored)
    role = role_of(audience, loaded)
    _check_language(language, loaded)
    chosen = form or _form_of(output)
    letter = write_report(
        found, read, loaded, audience=role, language=language, form=chosen.value, warn=lambda one: show([one])
    )
    content = letter if isinstance(letter, bytes) else letter.encode("utf-8")
    if output is not None:
        write_bytes(output, content)
    elif chosen is Form.PDF and sys.stdout.isatty():
        raise typer.BadParameter("a PDF is not for a terminal: name a file, -o letter.pdf", param_hint="--format")
    else:
        typer.echo(content, nl=chosen is not Form.PDF and not content.endswith(b"\n"))


def _form_of(output: Path | None) -> Form:
    """The form that the name of a file asks for; a web page where it asks for none."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return Form(ending) if ending in {one.value for one in Form} else Form.HTML


def role_of(name: str, policy: "Policy") -> str:
    """The canonical role, or office, that a name stands for; anything else is a usage error."""
    from evidence import ROLES, did_you_mean

    known = {role: role for role in (*ROLES, *_OFFICES)} | dict(policy.header.roles)
    if name in known:
        return known[name]
    near = did_you_mean(name, known)
    cure = f"did you mean `{near}`?" if near else f"one of {', '.join(sorted(known))}"
    raise typer.BadParameter(f"nobody is called `{name}`: {cure}", param_hint="--for")


def _check_language(language: str, policy: "Policy") -> None:
    languages = policy.header.languages
    if language not in languages:
        raise typer.BadParameter(
            f"policy `{policy.id}` is not written in `{language}`: {', '.join(languages)}", param_hint="--lang"
        )
