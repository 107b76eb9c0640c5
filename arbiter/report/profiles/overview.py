"""Which fields of which laws a decision has, as JSON for whoever checks that nothing is missing."""

from collections.abc import Callable
from json import dumps

from arbiter.decision import Decision
from arbiter.policy.model import Policy
from arbiter.report.open_doors import opened
from arbiter.report.profiles.frame import Found, Profile, fields_of
from arbiter.report.profiles.laws import ALL
from arbiter.report.words import Words
from evidence import CaseFile, Diagnostic


def profile_fields(
    decision: Decision,
    case: CaseFile,
    policy: Policy,
    *,
    audience: str = "agent",
    language: str = "en",
    warn: Callable[[Diagnostic], None] | None = None,
) -> str:
    """Every field that a profile of the policy asks for, with its article, its source and its value, as JSON text.

    `value` is null where it is missing. The document says "fields for" and nothing more: whether a law is kept is not
    for a program to say. What is missing is told to `warn` too (ARB551). Raises ReportError as `report` does.
    """
    account, _, words = opened(decision, case, policy, audience, language, warn)
    acts: dict[tuple[str, str], list[Found]] = {}
    for one in fields_of(account, ALL):
        acts.setdefault((one.profile.id, one.act.node), []).append(one)
    document = {
        "decision": decision.id,
        "status": decision.status,
        "audience": account.audience,
        "language": words.tag,
        "fields_for": [_act(found, words) for found in acts.values()],
    }
    return dumps(document, indent=2, ensure_ascii=False) + "\n"


def _act(found: list[Found], words: Words) -> dict[str, object]:
    profile, act = found[0].profile, found[0].act
    return {
        "profile": profile.id,
        "about": {"to": act.to, "measure": act.measure.measure if act.measure else None, "node": act.node},
        **_text(profile),
        "fields": [
            {
                "id": one.field.id,
                "article": one.field.article,
                "asks": one.field.asks,
                "source": one.field.source,
                "value": words.say(one.value) if one.value is not None else None,
            }
            for one in found
        ],
    }


def _text(profile: Profile) -> dict[str, object]:
    found: dict[str, object] = {"text": profile.text, "checked": profile.checked.isoformat()}
    return found | ({"doubt": profile.doubt} if profile.doubt else {})
