"""Section 3: what each side said, what it asked for, what it sent, and what it was asked."""

from collections.abc import Iterator

from arbiter.report.letter import Argument, Listed, Party, Position, Sentence
from arbiter.report.plan.account import Account
from arbiter.report.plan.evidence import dated, own_words
from evidence import ROLES

# What somebody says, and what is no contribution of a side: the rest is what it sent.
_SAID = ("statement", "message")
_NOT_SENT = (*_SAID, "claim", "item", "order", "notice")


def positions(account: Account) -> tuple[Position, ...]:
    """For the claimant, then for every other party to the case: its claim, its words, what it sent, its answers."""
    by = account.derivation.book.claim.by
    others = [role for role in ROLES if role != by and role != "platform" and _takes_part(account, role)]
    return tuple(
        Position(Party(role), account.is_you(role), tuple(_position(account, role, role == by)))
        for role in (by, *others)
    )


def _takes_part(account: Account, role: str) -> bool:
    """Whether a role is named as a party, has sent something, or was asked."""
    named = role in account.derivation.dossier.case.parties
    return named or any(role in (item.submitted_by, item.fields.get("to")) for item in account.derivation.items)


def _position(account: Account, role: str, claims: bool) -> Iterator[Sentence]:
    told = [*_said(account, role), *_sent(account, role), *_asked(account, role)]
    if claims:
        yield _claim(account)
    elif not told:
        yield Sentence("said-nothing", {}, ("case",))
    yield from told


def _claim(account: Account) -> Sentence:
    """What is claimed, and how much is asked for where money is."""
    args: dict[str, Argument] = {"claim": account.policy_sentence(account.derivation.book.claim.id, None)}
    if account.claim.amount is not None and account.about_money:
        return Sentence("said-claim-amount", {**args, "amount": account.claim.amount}, ("claim",))
    return Sentence("said-claim", args, ("claim",))


def _said(account: Account, role: str) -> Iterator[Sentence]:
    """Statements and messages of a side, in its own words where the addressee may read them."""
    for item in account.derivation.items:
        speaker = item.fields.get("by" if item.kind == "statement" else "from", item.submitted_by)
        if item.kind not in _SAID or speaker != role or item.admission.status == "rejected":
            continue
        quote = own_words(account, item)
        filing = item.id == account.claim.id
        if quote is not None:
            told: dict[str, Argument] = {"what": dated(account, item), "quote": quote}
            yield quote if filing or item.kind == "message" else Sentence("said-dated", told, quote.nodes)
        elif not filing:
            yield dated(account, item)


def _sent(account: Account, role: str) -> Iterator[Sentence]:
    """What else a side sent, by the numbers of the evidence."""
    items = [item for item in account.derivation.items if item.submitted_by == role and item.kind not in _NOT_SENT]
    refs = tuple(dict.fromkeys(account.refs[item.index] for item in items))
    if refs:
        nodes = tuple(node for item in items for node in account.record_nodes(item.index))
        yield Sentence("said-sent", {"refs": Listed(refs)}, nodes)


def _asked(account: Account, role: str) -> Iterator[Sentence]:
    """What a side was asked, and whether it answered."""
    for item in account.derivation.items:
        if item.kind == "notice" and item.fields.get("to") == role and item.admission.status != "rejected":
            yield dated(account, item)
