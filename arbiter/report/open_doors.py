"""Making a report: check the decision, explain it, plan the letter, put it into words and onto a page."""

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, get_args, overload

from arbiter.decide import DecideError, Derivation, derive
from arbiter.decision import Decision
from arbiter.policy.model import Policy
from arbiter.verify import verify
from evidence import CaseFile, Diagnostic, did_you_mean

if TYPE_CHECKING:
    from arbiter.report.data import LetterData
    from arbiter.report.letter import Letter
    from arbiter.report.plan.account import Account
    from arbiter.report.words import Words

Form = Literal["html", "md", "json", "pdf"]
FORMS: tuple[str, ...] = get_args(Form)
# So many characters that no font has are named in a warning.
NAMED = 10
AUDIENCES = ("buyer", "seller", "courier", "carrier", "agent")


class ReportError(Exception):
    """A report that is not issued, with the reasons."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(f"{one.code}: {one.message}" for one in diagnostics))


@overload
def report(
    decision: Decision, case: CaseFile, policy: Policy, *, audience: str, language: str = ..., form: Literal["pdf"],
    warn: Callable[[Diagnostic], None] | None = ...,
) -> bytes: ...  # fmt: skip
@overload
def report(
    decision: Decision, case: CaseFile, policy: Policy, *, audience: str, language: str = ...,
    form: Literal["html", "md", "json"] = ..., warn: Callable[[Diagnostic], None] | None = ...,
) -> str: ...  # fmt: skip
@overload
def report(
    decision: Decision, case: CaseFile, policy: Policy, *, audience: str, language: str = ..., form: str,
    warn: Callable[[Diagnostic], None] | None = ...,
) -> str | bytes: ...  # fmt: skip


def report(
    decision: Decision,
    case: CaseFile,
    policy: Policy,
    *,
    audience: str,
    language: str = "en",
    form: str = "html",
    warn: Callable[[Diagnostic], None] | None = None,
) -> str | bytes:
    """The report for an audience (a role, the pack's noun for it, or `agent`) in a language.

    Its form is `html`, `md` (Markdown), `json` or, as bytes, `pdf`. What a form cannot show as it was written, and what
    a law asks for and is not there (ARB551), is told to `warn`. Raises ReportError if the decision is not that of this
    case under this policy, if there is no such audience, language or form, or if the policy lets no machine write to
    the parties in this case.
    """
    _check_choices(policy, language, form)
    account, letter, words = opened(decision, case, policy, audience, language, warn, unbroken=form == "html")

    # Pages are only needed here, and deciding must start fast.
    match form:
        case "html":
            from arbiter.report.html import to_html

            return to_html(letter, words)
        case "md":
            from arbiter.report.markdown import to_markdown

            return to_markdown(letter, words)
    from arbiter.report.structure import structured, to_json

    told = structured(letter, words, account.audience)
    return to_json(told) if form == "json" else _pdf(told, words, account.as_of, warn)


def _tell_gaps(account: "Account", warn: Callable[[Diagnostic], None] | None) -> None:
    """Tell of each field that a law asks for and the letter cannot give (ARB551)."""
    if warn is None or not account.derivation.policy.header.profiles:
        return
    from arbiter.report.profiles.frame import missing
    from arbiter.report.profiles.laws import ALL

    for gap in missing(account, ALL):
        warn(gap)


def _pdf(
    letter: "LetterData", words: "Words", as_of: datetime, warn: Callable[[Diagnostic], None] | None
) -> bytes:  # fmt: skip
    from arbiter.report.pdf import PdfError, to_pdf

    try:
        document, unshown = to_pdf(letter, words, as_of)
    except PdfError as problem:
        cure = "ask for `html`, and please report it with the case"
        raise ReportError(
            Diagnostic("ARB547", "error", f"this letter cannot be set: {problem}", None, cure)
        ) from problem
    if unshown and warn is not None:
        named = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in unshown[:NAMED])
        named += f" and {len(unshown) - NAMED} more" if len(unshown) > NAMED else ""
        cure = "the letter has their numbers instead; its other forms show them as they are"
        warn(Diagnostic("ARB548", "warning", f"the fonts of PDF letters do not have {named}", None, cure))
    return document


def opened(
    decision: Decision,
    case: CaseFile,
    policy: Policy,
    audience: str,
    language: str,
    warn: Callable[[Diagnostic], None] | None = None,
    unbroken: bool = False,
) -> "tuple[Account, Letter, Words]":
    """The account of a checked decision for an audience, the letter planned from it, and the words to say it in.

    Every form of a report is made from these three, so no two can disagree. Raises ReportError as `report` does.
    """
    role = _audience(policy, audience)
    _check_choices(policy, language, "html")
    derivation = _derive_again(decision, case, policy)
    _check_letters(derivation, role)

    # Languages and dates are only needed here, and deciding must start fast.
    from arbiter.explain.explanation import explain_derivation
    from arbiter.report.plan.account import Account, NoDeadlineError
    from arbiter.report.plan.letter import plan_letter
    from arbiter.report.words import Words

    zone = _zone(derivation, role)
    account = Account(decision, derivation, explain_derivation(decision.id, derivation), role, zone)
    try:
        letter = plan_letter(account, zone)
    except NoDeadlineError as problem:
        cure = "give the parameter a value for that day, and the order its region where values differ by region"
        raise ReportError(Diagnostic("ARB544", "error", str(problem), None, cure)) from problem
    _check_faithful(letter, account)
    _tell_gaps(account, warn)
    return account, letter, Words(policy, language, zone, unbroken)


def checked(decision: Decision, case: CaseFile, policy: Policy, language: str) -> Derivation:
    """The reasoning behind a decision, derived again, for what is no letter. Raises ReportError as `report` does."""
    _check_choices(policy, language, "html")
    return _derive_again(decision, case, policy)


def audiences(policy: Policy) -> tuple[str, ...]:
    """The roles of a policy that a letter can be for, and the agent."""
    roles = tuple(role for role in AUDIENCES if role in policy.header.roles.values())
    return (*roles, "agent")


def _audience(policy: Policy, audience: str) -> str:
    role = policy.header.roles.get(audience, audience)
    offered = audiences(policy)
    if role not in offered:
        near = did_you_mean(audience, (*policy.header.roles, *offered))
        cure = f"did you mean `{near}`?" if near else "one of " + ", ".join(f"`{one}`" for one in offered)
        raise ReportError(Diagnostic("ARB541", "error", f"policy `{policy.id}` has no party `{audience}`", None, cure))
    return role


def _check_choices(policy: Policy, language: str, form: str) -> None:
    if language not in policy.header.languages:
        offered = ", ".join(f"`{one}`" for one in policy.header.languages)
        raise ReportError(
            Diagnostic(
                "ARB542", "error", f"policy `{policy.id}` has no texts in `{language}`", None, f"one of {offered}"
            )
        )
    if form not in FORMS:
        offered = ", ".join(f"`{one}`" for one in FORMS)
        raise ReportError(Diagnostic("ARB543", "error", f"no format `{form}`", None, f"one of {offered}"))
    if form == "pdf" and find_spec("typst") is None:
        cure = "install it: pip install 'dispute-arbiter[pdf]'"
        raise ReportError(Diagnostic("ARB546", "error", "a letter as PDF needs the package `typst`", None, cure))


def _check_letters(derivation: Derivation, role: str) -> None:
    """No letter to a party where a rule withholds it; where the engines disagree, none that one might withhold."""
    silent = [rule for _, rule in derivation.book.outcome.routes if not rule.letters]
    by = derivation.verdict.route.no_letters
    rule = next((one for one in silent if one.id == by or derivation.outcome is None), None)
    if rule is not None and role != "agent":
        message = f"no letter to the parties is written by machine in this case: `{rule.id}`, clause {rule.clause}"
        cure = "a person writes to them; the report for the agent is written with `--for agent`"
        raise ReportError(Diagnostic("ARB545", "error", message, None, cure))


def _check_faithful(letter: "Letter", account: "Account") -> None:
    from arbiter.report.faithful import unfaithful

    problem = unfaithful(letter, account)
    if problem is not None:
        message, cure = (
            f"the letter would not be true: {problem}",
            "report it with the case; a person writes to the party",
        )
        raise ReportError(Diagnostic("ARB549", "error", message, None, cure))


def _derive_again(decision: Decision, case: CaseFile, policy: Policy) -> Derivation:
    """The reasoning in memory, after checking that it is the one the decision stores."""
    checked = verify(decision, case, policy)
    if not checked.ok:
        raise ReportError(
            Diagnostic(
                "ARB540",
                "error",
                f"the decision does not fit this case and policy: {checked.difference}",
                None,
                "use the case file and the policy that the decision was made with",
            )
        )
    try:
        as_of = datetime.fromisoformat(decision.document["as_of"])
        return derive(case, policy, as_of, claim=decision.document.get("claim_id"))
    except DecideError as problem:
        raise ReportError(*problem.diagnostics) from problem


def _zone(derivation: Derivation, role: str) -> str | None:
    """The reader's zone: the party's own, else the claimant's; None is the zone each time was given in."""
    parties = derivation.dossier.case.parties
    for one in (role, derivation.book.claim.by):
        party = parties.get(one)  # type: ignore[call-overload]
        if party is not None and party.zone is not None:
            return str(party.zone)
    return None
