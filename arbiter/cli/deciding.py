"""Deciding for the commands: a case in, a decision written and stored where that was asked for."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from arbiter.cli.consoles import line, out
from arbiter.cli.failures import show
from arbiter.cli.inputs import Policies, case_and_warnings
from arbiter.cli.verdict_view import verdict_panel
from arbiter.decide import Derivation, derive, derive_claims, record
from arbiter.decision import Decision
from arbiter.policy.model import Policy
from evidence import CaseFile, Diagnostic

if TYPE_CHECKING:
    from arbiter.store import Store


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with what the terminal shows beside it, and the file it was written to."""

    decision: Decision
    case: CaseFile
    policy: Policy
    reasons: dict[str, str]
    file: Path | None
    warnings: tuple[Diagnostic, ...] = ()


class Deciding:
    """How this run decides: under which policies, as of when, and where decisions are kept."""

    def __init__(
        self,
        policies: Policies,
        as_of: datetime | None,
        folder: Path | None,
        store: str | None,
        claim: str | None = None,
    ) -> None:
        self._policies = policies
        self._claim = claim
        self._as_of = as_of
        self._folder = folder
        self._store: Store | None = None
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        if store is not None:
            self._store = _open_store(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._store is not None:
            self._store.close()

    def decide(self, case: CaseFile) -> list[Decided]:
        """Decide every claim of a case, or the chosen one, write the decisions and store them."""
        policy = self._policies.of(case)
        if self._claim is not None:
            return [self._decided(case, policy, derive(case, policy, self._as_of, claim=self._claim))]
        return [self._decided(case, policy, found) for found in derive_claims(case, policy, self._as_of)]

    def _decided(self, case: CaseFile, policy: Policy, derivation: Derivation) -> Decided:
        decision = record(derivation)
        file = None
        if self._folder is not None:
            file = self._folder / f"{decision.id}.json"
            decision.write(file)
        if self._store is not None:
            self._store.put(decision, policy)
        reasons = {item.id: item.admission.reason for item in derivation.items if item.admission.reason}
        return Decided(decision, case, policy, reasons, file, derivation.dossier.problems)


def _open_store(address: str) -> "Store":
    from arbiter import store

    return store.Store(address)


def decide_one(deciding: Deciding, path: Path) -> list[Decided]:
    """Decide one case and show every claim of it in full."""
    case, warnings = case_and_warnings(path)
    decided = deciding.decide(case)
    show([*warnings, *decided[0].warnings])
    console = out()
    for one in decided:
        console.print(verdict_panel(one.decision, one.policy, one.reasons))
        if one.file is not None:
            console.print(line("written to ", (str(one.file), "bold")), soft_wrap=True)
    return decided
