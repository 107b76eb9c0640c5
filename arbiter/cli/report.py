"""`arbiter report`: the account of a decision for one of those concerned."""

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
    MD = "md"


def report(
    decision: DecisionArgument,
    case: Annotated[Path, typer.Option("--case", metavar="CASE", help="The case file or folder that was decided.")],
    audience: Annotated[
        str,
        typer.Option("--for", metavar="ROLE", help="Whom it is for: buyer, seller, courier, carrier, agent."),
    ],
    language: Annotated[str, typer.Option("--lang", metavar="LANGUAGE", help="en, ru, zh: one of the policy.")] = "en",
    form: Annotated[Form, typer.Option("--format", help="A web page, or Markdown for a ticket.")] = Form.HTML,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file. Default: to stdout.")
    ] = None,
    policy: PolicyOption = None,
    store: StoreOption = None,
) -> None:
    """Write why a case was decided so, for one of those concerned, in their language.

    A role may also be called as the policy calls it: customer, kitchen.
    """
    from arbiter.cli.files import write_text
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of
    from arbiter.report import report as write_report

    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0]
    loaded = policy_of(found, policy, read, stored)
    role = role_of(audience, loaded)
    _check_language(language, loaded)
    text = write_report(found, read, loaded, audience=role, language=language, form=form.value)
    if output is None:
        typer.echo(text.encode("utf-8"), nl=not text.endswith("\n"))
    else:
        write_text(output, text)


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
