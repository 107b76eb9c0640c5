"""The end of section 14: what laws ask to be told of a measure or of an automated result, to whom it concerns."""

from arbiter.report.letter import Sentence
from arbiter.report.plan.account import Account
from arbiter.report.profiles.frame import sentences
from arbiter.report.profiles.laws import ALL


def told_by_law(account: Account) -> tuple[Sentence, ...]:
    """The sentences of every profile that applies, each once; none where nothing of that kind was decided."""
    return sentences(account, ALL)
