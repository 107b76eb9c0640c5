"""Putting the sections of a letter together."""

from typing import Literal

from arbiter.report.letter import Argument, Day, Letter, Party, Sentence, Verbatim, Zone
from arbiter.report.plan.account import Account
from arbiter.report.plan.changes import changes
from arbiter.report.plan.decision import lines, meaning, promises, title
from arbiter.report.plan.evidence import exhibits, timeline
from arbiter.report.plan.gates import gate_blocks
from arbiter.report.plan.how import how
from arbiter.report.plan.money import money_notes, money_rows
from arbiter.report.plan.nearly import nearly
from arbiter.report.plan.points import points
from arbiter.report.plan.profiles import told_by_law
from arbiter.report.plan.protection import protection
from arbiter.report.plan.questions import question_blocks
from arbiter.report.plan.said import positions
from arbiter.report.plan.steps import appeal, next_steps


def plan_letter(account: Account, zone: str | None) -> Letter:
    """The whole letter for the account's audience, with times in a zone (as given, where it is None)."""
    status = account.derivation.verdict.status
    return Letter(
        decision=account.decision.id,
        status=status,
        kicker=_kicker(account),
        title=title(account),
        status_label=Sentence(f"status-{status}", {}, ("status",)),
        lines=lines(account),
        meaning=meaning(account),
        promises=tuple(promise for promise in promises(account) if promise.own),
        cast=_cast(account),
        positions=positions(account),
        timeline=timeline(account),
        gates=gate_blocks(account),
        questions=question_blocks(account),
        points=points(account),
        nearly=nearly(account),
        exhibits=exhibits(account),
        money=money_rows(account),
        money_notes=money_notes(account),
        protection=protection(account),
        heading_change="heading-change" if status == "final" else "heading-change-open",
        changes=changes(account),
        next_steps=next_steps(account),
        appeal=appeal(account),
        how=(*how(account), *told_by_law(account)),
        zone=Sentence("zone", {"zone": Zone(zone)}, ("case",)) if zone else None,
        heading_meaning=_heading_meaning(account),
    )


def _heading_meaning(
    account: Account,
) -> Literal["heading-meaning", "heading-meaning-agent", "heading-meaning-decided"]:
    if not account.for_agent:
        return "heading-meaning"
    referred = account.derivation.verdict.status == "referred"
    return "heading-meaning-agent" if referred else "heading-meaning-decided"


def _kicker(account: Account) -> Sentence:
    case = Verbatim(account.derivation.dossier.case.case)
    args: dict[str, Argument] = {"case": case, "day": Day(account.as_of)}
    if account.for_agent:
        return Sentence("kicker-agent", args, ("case",))
    return Sentence("kicker", {**args, "audience": Party(account.audience)}, ("case",))


def _cast(account: Account) -> tuple[tuple[Party, Verbatim, bool], ...]:
    """The parties by name, and which of them is the addressee."""
    parties = account.derivation.dossier.case.parties
    return tuple((Party(role), Verbatim(party.name), account.is_you(role)) for role, party in sorted(parties.items()))
