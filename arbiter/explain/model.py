"""What an explanation consists of, as values."""

from dataclasses import dataclass
from typing import Literal

from arbiter.verdict.model import Measure, Status, Transfer


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the evidence.

    `add`: a record that carries `signal`. `remove`: `record` had not been there. `alter`: `field` of `record` had
    been `required` instead of `observed`. `party` is in whose hands that evidence is; `can_still_send` says whether
    the claim's evidence matrix lets it be sent now, as against something that would have mattered then.
    """

    action: Literal["add", "remove", "alter"]
    party: str
    kind: str
    signal: str | None = None
    record: str | None = None
    field: str | None = None
    observed: str | None = None
    required: str | None = None
    can_still_send: bool = False


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """A smallest set of changes, and the result when the case is decided again with them.

    `settled` says whether all that is owed is certain then: where it is not, no transfer is not the same as nothing.
    """

    changes: tuple[Change, ...]
    transfers: tuple[Transfer, ...]
    measures: tuple[Measure, ...]
    status: Status
    settled: bool = True

    @property
    def can_still_send(self) -> bool:
        """Whether everything in it can be sent now."""
        return all(change.can_still_send for change in self.changes)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule one test away on one record, whose match would change the result."""

    rule: str
    change: Change
    result: Counterfactual


@dataclass(frozen=True, slots=True)
class EvenIf:
    """What would follow if an answer that lost had been shown, everything else being the same.

    `changed` says whether the result would be another; `settled` whether all that is owed would be certain.
    """

    question: str
    part: str | None
    answer: str
    changed: bool
    transfers: tuple[Transfer, ...]
    measures: tuple[Measure, ...]
    settled: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Near misses, counterfactuals and granted answers of one decision. `bounded` says that not every set of changes
    was tried.
    """

    decision: str
    counterfactuals: tuple[Counterfactual, ...]
    near_misses: tuple[NearMiss, ...]
    tried: int
    bounded: bool
    even_ifs: tuple[EvenIf, ...] = ()
