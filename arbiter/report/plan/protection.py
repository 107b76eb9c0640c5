"""Section 10: how each party was protected, by hearing and by guarantees."""

from collections.abc import Iterable
from datetime import datetime

from arbiter.report.letter import Day, Party, Sentence
from arbiter.report.plan.account import Account
from arbiter.verdict.model import Hearing


def protection(account: Account) -> tuple[Sentence, ...]:
    """Who was heard, and the promises of others that held. The addressee's own stand in section 2."""
    verdict = account.derivation.verdict
    found = [_heard(account, hearing) for hearing in verdict.hearings]
    if not found and _is_settled(account):
        found.append(Sentence("nobody-loses", {}, ("hearing",)))
    claim = account.derivation.book.claim.id
    for kept in verdict.guarantees:
        if kept.kept and not account.is_you(kept.to):
            text = account.policy_sentence(claim, kept.id, f"guarantee:{kept.id}")
            found.append(Sentence("promise-other", {"party": Party(kept.to), "text": text}, (f"guarantee:{kept.id}",)))
    if "courier" in account.derivation.policy.header.roles.values():
        found.append(Sentence("no-machine-courier", {}, ("policy",)))
    return tuple(found)


def _is_settled(account: Account) -> bool:
    heads = account.derivation.verdict.heads
    known = account.derivation.outcome is not None and not account.parts_unknown
    return known and all(head.settled for head in heads)


def _heard(account: Account, hearing: Hearing) -> Sentence:
    party, node = Party(hearing.party), (f"hearing:{hearing.party}",)
    you = "-you" if account.is_you(hearing.party) else ""
    if not hearing.heard:
        return Sentence("not-heard" + you, {"party": party}, node)
    notices = [account.by_index[index] for index in hearing.notices]
    last = max(notices, key=lambda item: (str(item.fields.get("deadline")), item.id))
    answered, deadline = last.fields.get("answered_at"), last.fields.get("deadline")
    nodes = (*node, f"record:{last.id}")
    shown = any(name in account.by_id for one in notices for name in _ids(one.fields.get("shown")))
    heard = "heard" if shown else "asked"
    if isinstance(answered, datetime):
        return Sentence(f"{heard}-answered{you}", {"party": party, "day": Day(answered)}, nodes)
    if last.fields.get("answer") == "none" and isinstance(deadline, datetime):
        return Sentence(f"{heard}-silent{you}", {"party": party, "day": Day(deadline)}, nodes)
    return Sentence(heard + you, {"party": party}, nodes)


def _ids(value: object) -> Iterable[str]:
    return value if isinstance(value, frozenset) else ()
