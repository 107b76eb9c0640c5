"""Which of the findings that something unknown keeps open can change what follows.

Every way in which they could turn out is tried, in the order in which they are settled: what an earlier one comes to
may open a later one, close it, or change what it could be. Together these ways are a tree.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from arbiter.verdict.model import Finding, Head, Ways

if TYPE_CHECKING:
    from arbiter.verdict.settle import Outcome

# With more ways than this to settle what is open, they are not tried: all of it is taken to matter.
MAX_WAYS = 32

Place = tuple[str, str | None]
# A head of loss, and the part of the order that it is about.
HeadOf = tuple[str, str | None]
OutcomeOf = Callable[[Mapping[Place, Finding]], "Outcome"]


class _TooManyError(Exception):
    """There are more ways than are tried."""


@dataclass(frozen=True, slots=True)
class _Fork:
    """An open finding, after those before it have come to something: the rules that decide what it comes to, and what
    follows from each. `at` is its place in the order of settling.
    """

    place: Place
    at: int
    rules: frozenset[int]
    branches: "tuple[tuple[Ways, _Tree], ...]"


# What follows where nothing is open any more.
_End = tuple[object, ...]
_Tree = _Fork | _End


def place_of(finding: Finding) -> Place:
    """A question, and the part of the order for which it is settled."""
    return finding.question, finding.part


@dataclass(frozen=True, slots=True)
class Turning:
    """The open findings on which something turns, and the heads that would come out otherwise."""

    findings: frozenset[Place] = frozenset()
    heads: frozenset[HeadOf] = frozenset()


def mattering(outcome: "Outcome", outcome_of: OutcomeOf) -> Turning:
    """What turns on the open findings of an outcome, with whatever the other open ones may come to.

    `outcome_of` gives what follows if some findings are assumed.
    """
    open_ = [finding for finding in outcome.findings if finding.open]
    if not open_:
        return Turning()
    search = _Search(outcome_of)
    try:
        tree = search.tree(outcome, {})
    except _TooManyError:
        return Turning(frozenset(map(place_of, open_)), frozenset((head.id, head.part) for head in outcome.heads))
    return Turning(
        frozenset(fork.place for fork in _forks(tree) if _matters(fork)),
        frozenset(head for head, ends in search.heads.items() if len(ends) > 1),
    )


def _as_it_comes_out(head: Head) -> tuple[object, ...]:
    return head.amount, head.bearer, head.what.state, head.who.state, head.gate


class _Search:
    """Follows every way, and gives up as soon as there must be too many."""

    def __init__(self, outcome_of: OutcomeOf) -> None:
        self._outcome_of = outcome_of
        self._ends = 0
        self.heads: dict[HeadOf, set[tuple[object, ...]]] = {}

    def tree(self, outcome: "Outcome", assumed: Mapping[Place, Finding], waiting: int = 0) -> _Tree:
        """All that can follow once some findings are assumed; at least `waiting` ways are still to be tried besides."""
        left = [(at, one) for at, one in enumerate(outcome.findings) if one.open and place_of(one) not in assumed]
        if not left:
            self._ends += 1
            for head in outcome.heads:
                self.heads.setdefault((head.id, head.part), set()).add(_as_it_comes_out(head))
            return outcome.turns_on
        if self._ends + waiting + _least_ways([finding for _, finding in left]) > MAX_WAYS:
            raise _TooManyError
        at, finding = left[0]
        options = (finding, *finding.alternatives)
        branches = []
        for number, option in enumerate(options):
            then = {**assumed, place_of(finding): option}
            # As it stands it is in the outcome already.
            follows = self._outcome_of(then) if number else outcome
            branches.append((option.ways, self.tree(follows, then, waiting + len(options) - number - 1)))
        rules = frozenset(rule for option in options for granted in option.ways for rule in granted)
        return _Fork(place_of(finding), at, rules, tuple(branches))


def _least_ways(left: Sequence[Finding]) -> int:
    """How many ways there are at least. Parts of the order are settled apart, after the whole of it."""
    first: dict[str | None, Finding] = {}
    for finding in left:
        if not finding.alternatives:
            raise _TooManyError  # what it could be was not tried
        first.setdefault(finding.part, finding)
    if None in first:
        return len(first[None].alternatives) + 1
    ways = 1
    for finding in first.values():
        ways *= len(finding.alternatives) + 1
    return ways


def _forks(tree: _Tree) -> Iterator[_Fork]:
    if isinstance(tree, _Fork):
        yield tree
        for _, branch in tree.branches:
            yield from _forks(branch)


def _matters(fork: _Fork) -> bool:
    """Whether what follows from two answers differs, with the other open findings coming about in the same way."""
    return any(_differ(one, other) for (_, one), (_, other) in combinations(fork.branches, 2))


def _differ(one: _Tree, other: _Tree) -> bool:
    if not isinstance(one, _Fork) and not isinstance(other, _Fork):
        return one != other
    if isinstance(one, _Fork) and isinstance(other, _Fork) and one.at == other.at:
        shared = one.rules & other.rules
        return any(
            _differ(mine, theirs)
            for ways, mine in one.branches
            for others, theirs in other.branches
            if not _projected(ways, shared).isdisjoint(_projected(others, shared))
        )
    if isinstance(one, _Fork) and (not isinstance(other, _Fork) or one.at < other.at):
        # It is open only here: there it comes to the same in every way.
        return any(_differ(mine, other) for _, mine in one.branches)
    assert isinstance(other, _Fork)
    return any(_differ(one, theirs) for _, theirs in other.branches)


def _projected(ways: Ways, rules: frozenset[int]) -> Ways:
    """Which of some rules hold, in each way."""
    return frozenset(granted & rules for granted in ways)
