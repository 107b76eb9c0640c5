"""What became of a notice by some moment: whether it was answered, and what it asked for and was never sent.

Owns when a notice is closed, and when a kind of record counts as sent. Withholding has three parts: somebody was asked,
the time to answer is over, and nothing of the kind has come, whatever else was answered.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from evidence.claim import Rejected
from evidence.dossier import Admission, Key
from evidence.records import SUBMITTERS, AnyRecord, Notice

# What is dated after the moment of the decision has not been sent by then.
_NOT_YET = "ARB424"


@dataclass(frozen=True, slots=True)
class Sent:
    """Who has sent what kind of record, and what it is about."""

    party: str | None
    kind: str | None
    key: Key | None


def answer_by(notice: Notice, as_of: datetime) -> Literal["none", "received", "declined", "open"]:
    """The answer as it was known then: what came later is none yet, and silence counts only from the deadline on."""
    came_later = notice.answered_at is not None and notice.answered_at > as_of
    answer = "none" if came_later else notice.answer
    return "open" if answer == "none" and notice.deadline > as_of else answer


def sent_by_then(
    records: Sequence[AnyRecord],
    rejected: Iterable[Rejected],
    admissions: Mapping[str, Admission],
    keys: Mapping[str, Key | None],
    as_of: datetime,
) -> tuple[Sent, ...]:
    """Everything that was sent: what counts, and what could not be used and whose sender has not been told so.

    A slip must not cost a case: a record that cannot be used was not held back, until a closed notice has shown it to
    whoever sent it and nothing better has come.
    """
    closed = [one for one in records if isinstance(one, Notice) and answer_by(one, as_of) != "open"]
    told = {(one.to, name) for one in closed for name in one.shown}
    found = []
    for record in records:
        admission = admissions[record.id]
        spoilt = admission.status == "rejected"
        if not spoilt or (admission.code != _NOT_YET and (record.submitted_by, record.id) not in told):
            found.append(Sent(record.submitted_by, record.kind, keys[record.id]))
    found += [Sent(one.submitted_by, one.kind, None) for one in rejected if (one.submitted_by, one.id) not in told]
    return tuple(found)


def withheld(notice: Notice, key: Key | None, sent: Sequence[Sent], as_of: datetime) -> frozenset[str]:
    """The kinds that a notice asks for and of which its addressee has sent nothing about what the notice is about.

    None while there is time to answer: what may still come is not held back.
    """
    if answer_by(notice, as_of) == "open":
        return frozenset()
    came = {one.kind for one in sent if _is_from(one, notice.to) and _same_part(one.key, key)}
    return frozenset(notice.asks) - came


def _is_from(one: Sent, party: str) -> bool:
    """Whether a record is a party's own, or one of a kind that only the platform can send for it."""
    passed_on = party not in SUBMITTERS.get(one.kind or "", {party})
    return one.party == party or (one.party == "platform" and passed_on)


def _same_part(one: Key | None, other: Key | None) -> bool:
    """Whether two records may be about the same: neither names another shipment, attempt or item than the other."""
    if one is None or other is None:
        return True
    return all(_compatible(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def _compatible(one: str | None, other: str | None) -> bool:
    """A unit (`glass#2`) is of its line, and two units of one line are not the same."""
    if one is None or other is None or one == other:
        return True
    return one.partition("#")[0] == other or other.partition("#")[0] == one
