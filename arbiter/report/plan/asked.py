"""What can be sent: the very evidence that would change a result, where that is known; else the kind of record."""

from arbiter.policy.model import Signal
from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.verdict.model import Ask
from arbiter.verdict.trial import BRINGS


def contradicts_itself(account: Account, signal: Signal) -> bool:
    """Whether a party's own system has already said the opposite: nobody is told to have it say otherwise."""
    outcome = account.derivation.outcome
    assert outcome is not None
    fired = {number for carried in outcome.weighing.carriers for number in carried}
    return any(
        one.group == signal.group and one.held_by == signal.held_by and one.id != signal.id and number in fired
        for number, one in enumerate(account.derivation.book.signals)
    )


def wanted(account: Account, ask: Ask) -> Sentence:
    """What to send: the very evidence that would change the result, where that is known; else the kind of record."""
    signals = {signal.id: signal for signal in account.derivation.book.signals}
    for counterfactual in account.explanation.counterfactuals:
        for change in counterfactual.changes:
            fits = change.party == ask.party and change.kind in BRINGS.get(ask.kind, (ask.kind,))
            if change.signal is None or not fits or ask.field is not None:
                continue
            if not contradicts_itself(account, signals[change.signal]):
                return missing(account, signals[change.signal])
    return account.kind(ask.kind)


def ask_message(account: Account, stem: str, ask: Ask) -> str:
    """The message for an ask: for a kind of record, for a field of one, or for which lines of the order are claimed.

    Where no record of the kind is there, none can be completed: then it is one to send.
    """
    if (ask.kind, ask.field) == ("claim", "items"):
        return f"{stem}-lines"
    known = ask.kind == "claim" or any(item.kind == ask.kind for item in account.derivation.items)
    return stem if ask.field is None or not known else f"{stem}-field"


def missing(account: Account, signal: Signal) -> Sentence:
    """Evidence that is not there, in the policy's words; the gist where the audience may not see it."""
    if signal.private is not None and account.hides(signal):
        return Sentence("record-private", {"gist": account.gist(signal.private)}, ("explanation",))
    return account.policy_sentence(signal.id, "missing", f"signal:{signal.id}")
