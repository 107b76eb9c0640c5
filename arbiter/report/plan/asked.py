"""What can be sent: the very evidence that would change a result, where that is known; else the kind of record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from arbiter.policy.model import Signal
from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.groups import grouped, listed, words_of
from arbiter.verdict.model import Ask
from arbiter.verdict.trial import BRINGS


@dataclass(frozen=True, slots=True)
class Request:
    """What a party is asked for at once: one kind of record, or any of several of which one is enough."""

    asks: tuple[Ask, ...]
    kind: Sentence

    @property
    def party(self) -> str:
        """Who is asked."""
        return self.asks[0].party

    @property
    def deadline(self) -> datetime | None:
        """Until when, if a notice said so."""
        return self.asks[0].deadline

    @property
    def nodes(self) -> tuple[str, ...]:
        """The asks in the reasoning."""
        return tuple(f"ask:{one.party}.{one.kind}" for one in self.asks)


def requests(account: Account) -> list[Request]:
    """All that is asked for, in order. Of several kinds of which one is enough, what is asked for is one of them."""
    groups = grouped(account.derivation.verdict.asks, lambda ask: (ask.party, ask.deadline, _choice(account, ask)))
    return [Request(tuple(asks), _kind(account, asks)) for asks in groups]


def _choice(account: Account, ask: Ask) -> object:
    """What the asks of one choice share; of any other ask, what is its own."""
    obtainable = account.derivation.book.claim.evidence.get(ask.party)
    one_is_enough = obtainable is not None and ask.field is None and ask.kind in obtainable.any_of
    return None if one_is_enough else (ask.kind, ask.field)


def _kind(account: Account, asks: Sequence[Ask]) -> Sentence:
    """What to send: one of several things, or one thing that may be of several kinds."""
    found = [first for first, *_ in grouped((wanted(account, ask) for ask in asks), words_of)]
    if len(asks) > 1 and len(found) == 1:
        kinds = _either("kinds-or", [account.kind(ask.kind) for ask in asks])
        return Sentence("evidence-as", {"evidence": found[0], "kinds": kinds}, found[0].nodes)
    return _either("evidence-or", found)


def _either(message: str, names: Sequence[Sentence]) -> Sentence:
    """Several names of which one is meant."""
    if len(names) == 1:
        return names[0]
    nodes = tuple(dict.fromkeys(node for one in names for node in one.nodes))
    return Sentence(message, {"first": listed(names[:-1]), "second": names[-1]}, nodes)


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
