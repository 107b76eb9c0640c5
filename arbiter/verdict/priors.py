"""What the earlier claims of a case give for a loss that a later one claims too: not to be given a second time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from arbiter.engine.ir import Rulebook
from arbiter.facts.parts import line_of
from arbiter.verdict.model import Head, Prior, Verdict
from evidence import Claim, Money


@dataclass(frozen=True, slots=True)
class Earlier:
    """A claim of the case that was filed earlier, with its verdict. `paid` are the heads that its transfers pay."""

    claim: Claim
    book: Rulebook
    verdict: Verdict
    paid: tuple[Head, ...]


Place = tuple[str, str | None]


def priors_of(book: Rulebook, before: Iterable[Earlier], lines: Collection[str], nothing: Money) -> tuple[Prior, ...]:
    """What earlier claims give for the same loss, under a head of the same name to the same party, and what was made
    good there before.

    `lines` are the lines of the order that the later claim is about, none where it is not taken apart: what was given
    for others only is left out.
    """

    def concerned(prior: Prior) -> bool:
        return not lines or prior.line is None or prior.head not in book.part_heads or prior.line in lines

    return tuple(
        prior
        for earlier in before
        for prior in (*_given(book, earlier, nothing), *_made_good(book, earlier, lines))
        if concerned(prior)
    )


def _alike(book: Rulebook, earlier: Earlier) -> list[str]:
    """The heads that stand for the same loss: of one name, to one party."""
    own = {(head.id, head.to) for head in book.claim.heads}
    return [head.id for head in earlier.book.claim.heads if (head.id, head.to) in own]


def _given(book: Rulebook, earlier: Earlier, nothing: Money) -> Iterator[Prior]:
    """What each head gives, line by line. One that gives nothing is told if it may still come to give something."""
    settled = earlier.verdict.status == "final"
    for head in _alike(book, earlier):
        for line in _lines(earlier, head) or [None]:
            sums = _sums(one for one in earlier.paid if one.id == head and _line(one) == line)
            for amount in sums.values():
                yield Prior(earlier.claim.id, head, amount, settled, line)
            if not sums and not settled:
                yield Prior(earlier.claim.id, head, nothing, settled, line)


def _lines(earlier: Earlier, head: str) -> list[str | None]:
    """The lines of the order for which an earlier claim settled a head; None stands for the whole of it."""
    return list(dict.fromkeys(_line(one) for one in earlier.verdict.heads if one.id == head))


def _line(head: Head) -> str | None:
    return None if head.part is None else line_of(head.part)


def _sums(heads: Iterable[Head]) -> Mapping[str, Money]:
    """What some heads come to, by currency."""
    found: dict[str, Money] = {}
    for head in heads:
        if head.amount is not None:
            before = found.get(head.amount.currency)
            found[head.amount.currency] = head.amount if before is None else before + head.amount
    return found


def _made_good(book: Rulebook, earlier: Earlier, lines: Collection[str]) -> Iterator[Prior]:
    """What was made good before an earlier claim: for its only line, or for any of several that this one shares."""
    alike, amount = _alike(book, earlier), earlier.claim.already_made_good
    if not alike or amount is None or not amount.minor:
        return
    own = _lines(earlier, alike[0])
    if len(own) > 1 and lines and alike[0] in book.part_heads and not set(own) & {None, *lines}:
        return
    yield Prior(earlier.claim.id, alike[0], amount, True, own[0] if len(own) == 1 else None)
