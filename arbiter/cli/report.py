"""`arbiter report`: the account of a decision for one of those concerned."""

import sys
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arbiter.cli.options import DecisionArgument, PolicyOption, StoreOption

if TYPE_CHECKING:
    from arbiter.policy.model import Policy
    from evidence import Diagnostic

_OFFICES = ("agent",)


class Form(StrEnum):
    """The forms of a report."""

    HTML = "html"
    PDF = "pdf"
    MD = "md"
    JSON = "json"
    REPLY = "reply"
    NOTE = "note"
    FIELDS = "fields"
    DSA = "dsa"


# What is for nobody in particular: a note is for the employee, statements of reasons are public.
_FOR_NOBODY = (Form.NOTE, Form.FIELDS, Form.DSA)

# The forms that the name of a file can ask for.
_ENDINGS = frozenset({Form.HTML.value, Form.PDF.value, Form.MD.value, Form.JSON.value})


def report(
    decision: DecisionArgument,
    case: Annotated[Path, typer.Option("--case", metavar="CASE", help="The case file or folder that was decided.")],
    audience: Annotated[
        str | None,
        typer.Option("--for", metavar="ROLE", help="Whom it is for: buyer, seller, courier, carrier, agent."),
    ] = None,
    language: Annotated[str, typer.Option("--lang", metavar="LANGUAGE", help="en, ru, zh: one of the policy.")] = "en",
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="A web page, a PDF to print or to send, Markdown, or JSON for a program; for a ticket a short reply, "
            "or a note for the employee; as JSON the fields that laws ask for, or statements of reasons for the "
            "database of the Digital Services Act. Default: what the file's name ends in, else html.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file. Default: to stdout.")
    ] = None,
    effective: Annotated[
        str | None,
        typer.Option("--effective", metavar="DAY", help="With dsa: from when the measure holds, like 2026-05-06."),
    ] = None,
    content_date: Annotated[
        str | None, typer.Option("--content-date", metavar="DAY", help="With dsa: when the content was posted.")
    ] = None,
    policy: PolicyOption = None,
    store: StoreOption = None,
) -> None:
    """Write why a case was decided so, for one of those concerned, in their language.

    A role may also be called as the policy calls it: customer, kitchen.
    """
    from arbiter.cli.files import write_bytes
    from arbiter.cli.inputs import case_and_warnings, find_decision, policy_of

    days = _day(effective, "--effective"), _day(content_date, "--content-date")
    chosen = form or _form_of(output)
    if audience is None and chosen not in _FOR_NOBODY:
        raise typer.BadParameter("say whom it is for", param_hint="--for")
    found, stored = find_decision(decision, store)
    read = case_and_warnings(case)[0]
    loaded = policy_of(found, policy, read, stored)
    role = role_of(audience or _OFFICES[0], loaded)
    _check_language(language, loaded)
    letter = _writer(chosen, role, days)(found, read, loaded, language=language)
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
    return Form(ending) if ending in _ENDINGS else Form.HTML


def _writer(form: Form, role: str, days: tuple[date | None, date | None]) -> Callable[..., str | bytes]:
    """What writes a report of a form for a role. Each is loaded only when it is asked for."""
    from functools import partial

    from arbiter.cli.failures import show

    def warn(one: "Diagnostic") -> None:
        show([one])

    match form:
        case Form.REPLY:
            from arbiter.report.tickets import reply

            return partial(reply, audience=role)
        case Form.NOTE:
            from arbiter.report.tickets import note

            return note
        case Form.FIELDS:
            from arbiter.report.profiles.overview import profile_fields

            return partial(profile_fields, audience=role, warn=warn)
        case Form.DSA:
            from arbiter.report.profiles.dsa_statement import dsa_statements

            return partial(dsa_statements, effective=days[0], content_date=days[1])
    from arbiter.report import report as write_report

    return partial(write_report, audience=role, form=form.value, warn=warn)


def _day(text: str | None, option: str) -> date | None:
    """A day as it is written in an option; anything else is a usage error."""
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise typer.BadParameter(f"`{text}` is no day: write it like 2026-05-06", param_hint=option) from None


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
