"""Explaining a decision by deciding again: breadth first over sets of changes, smallest first, within a bound."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations

from arbiter.decide import DecideError, Derivation, derive, result_of
from arbiter.decision import Decision
from arbiter.explain.candidates import ORDER, Candidate, alterations, candidates
from arbiter.explain.granted import even_ifs
from arbiter.explain.model import Change, Counterfactual, Explanation, NearMiss
from arbiter.policy.model import Policy
from evidence import CaseFile, Dossier

MAX_DECISIONS = 400
# A case of thousands of records is decided again less often: so many records are read in all, but at least this often.
MAX_RECORDS = 100_000
MIN_DECISIONS = 10
PART_COSTS = 10
MAX_CHANGES = 2


def explain(decision: Decision, case: CaseFile, policy: Policy) -> Explanation:
    """Near misses and counterfactuals of a decision.

    At most 400 changed cases are decided, fewer of large ones; `bounded` says if that was not all.

    Raises DecideError if the decision is not of this case and policy.
    """
    as_of = datetime.fromisoformat(decision.document["as_of"])
    return explain_derivation(decision.id, derive(case, policy, as_of, claim=decision.document.get("claim_id")))


def explain_derivation(decision: str, derivation: Derivation) -> Explanation:
    """The explanation of what was derived."""
    if derivation.outcome is None:
        return Explanation(decision, (), (), 0, False)
    search = _Search(derivation)
    found = tuple(search.counterfactuals())
    misses = tuple(search.near_misses())
    return Explanation(decision, found, misses, search.tried, search.bounded, tuple(even_ifs(derivation)))


class _Search:
    def __init__(self, derivation: Derivation) -> None:
        assert derivation.outcome is not None
        self.derivation = derivation
        self.base = derivation.outcome.result
        records = sum(map(_cost, (*derivation.before, derivation)))
        self.limit = min(MAX_DECISIONS, max(MIN_DECISIONS, MAX_RECORDS // records))
        self.tried = 0
        self.bounded = False

    def counterfactuals(self) -> Iterator[Counterfactual]:
        """Smallest sets first; a set that holds a smaller one that already flips the result is not minimal."""
        singles = candidates(self.derivation)
        flipping: list[frozenset[Change]] = []
        for size in range(1, MAX_CHANGES + 1):
            for group in combinations(singles, size):
                changes = frozenset(candidate.change for candidate in group)
                if any(smaller <= changes for smaller in flipping) or not _compatible(group):
                    continue
                result = self.decide_with(group)
                if result is None:
                    return
                if result.changes:
                    flipping.append(changes)
                    yield result
            if flipping:
                return
        # Three changes together were not tried.
        self.bounded = len(singles) > MAX_CHANGES

    def near_misses(self) -> Iterator[NearMiss]:
        """Rules one test away on one record; each only once."""
        seen: set[Change] = set()
        for candidate in alterations(self.derivation, of_matches=False):
            if candidate.change in seen:
                continue
            seen.add(candidate.change)
            result = self.decide_with((candidate,))
            if result is None:
                return
            if result.changes:
                yield NearMiss(f"{candidate.change.kind}.{candidate.change.field}", candidate.change, result)

    def decide_with(self, group: Iterable[Candidate]) -> Counterfactual | None:
        """What comes out with the changes made: no changes if the result is the same, None if the bound is reached."""
        if self.tried >= self.limit:
            self.bounded = True
            return None
        self.tried += 1
        made = sorted(group, key=lambda one: ORDER.index(one.change.action))
        try:
            again = self._again(made)
        except DecideError:
            again = None
        if again is None:
            return Counterfactual((), (), (), "referred", settled=False)
        flipped = again.outcome is not None and again.outcome.result != self.base
        verdict = again.verdict
        settled = again.outcome is not None and all(head.settled for head in verdict.heads)
        settled = settled and all(reason.cause != "parts" for reason in verdict.route.reasons)
        changes = tuple(candidate.change for candidate in made) if flipped else ()
        return Counterfactual(changes, verdict.transfers, verdict.measures, verdict.status, settled)

    def _again(self, made: Sequence[Candidate]) -> Derivation | None:
        """The claim decided again in the changed case; None if the result is the same. What was filed earlier is
        decided in it first: its records are the same, and what it gives then is what would be deducted.

        Most changes change nothing, and the interpreter alone finds that out. Whatever is told is decided as any case.
        """
        policy, before = self.derivation.policy, list[Derivation]()
        for earlier in self.derivation.before:
            before.append(derive(self._changed(earlier, made), policy, before=tuple(before)))
        dossier = self._changed(self.derivation, made)
        if result_of(dossier, policy, before) == self.base:
            return None
        return derive(dossier, policy, before=tuple(before))

    def _changed(self, derivation: Derivation, made: Iterable[Candidate]) -> Dossier:
        """The dossier of a claim with the changes made."""
        dossier = derivation.given
        for candidate in made:
            own = candidate.seen_from(self.derivation.dossier.claim, dossier.claim)
            dossier = own.apply(dossier, derivation.policy.kinds)
        return dossier


def _cost(derivation: Derivation) -> int:
    """How many records there are to read. A part of an order is settled on its own, which takes as long as many."""
    parts = sum(item.kind == "item" for item in derivation.items)
    return len(derivation.items) + (PART_COSTS - 1) * parts


def _compatible(group: tuple[Candidate, ...]) -> bool:
    """Two changes of one record, or two ways to add one signal, are no set."""
    touched = [candidate.change.record or candidate.change.signal for candidate in group]
    return len(set(touched)) == len(touched)
