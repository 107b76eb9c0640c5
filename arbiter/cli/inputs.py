"""What commands are given: cases, policies, decisions, moments, and how each is found.

Owns the order in which a policy is looked for. It prints nothing; what is wrong is raised.
"""

from datetime import datetime
from pathlib import Path

import typer

from arbiter.decide import DecideError
from arbiter.decision import Decision, DecisionError
from arbiter.loading import load_policy
from arbiter.policy.locate import is_path, packs_in, rules_folders
from arbiter.policy.model import Policy
from evidence import CaseFile, CaseFileError, Diagnostic, read_case


class Policies:
    """Policies by the name they are asked for under, each loaded once."""

    def __init__(self, chosen: str | None) -> None:
        self._chosen = chosen
        self._loaded: dict[str | Path, Policy] = {}
        if chosen is not None:
            self._load(chosen)

    def of(self, case: CaseFile) -> Policy:
        """The chosen policy, else the one that the case names. Raises DecideError ARB505, PolicyError."""
        name = self._chosen or named_by(case)
        if name is None:
            packs = ", ".join(f"`{pack}`" for pack in known_packs())
            cure = f"add `policy:` to the case, or `--policy`: {packs}"
            raise DecideError(Diagnostic("ARB505", "error", f"case `{case.case}` does not name a policy", None, cure))
        return self._load(name)

    def _load(self, name: str | Path) -> Policy:
        if name not in self._loaded:
            self._loaded[name] = load_policy(name)
        return self._loaded[name]


def named_by(case: CaseFile) -> str | Path | None:
    """The policy that a case names: a name as it stands, a path (it has a slash) as seen from the case's folder."""
    if case.policy is None or case.folder is None or not is_path(case.policy):
        return case.policy
    return case.folder / case.policy


def known_packs() -> list[str]:
    """The packs that can decide something, by name."""
    packs = {pack.name for folder in rules_folders() for pack in packs_in(folder) if (pack / "claims").is_dir()}
    return sorted(packs)


def case_and_warnings(path: Path) -> tuple[CaseFile, list[Diagnostic]]:
    """A case, and what is wrong with its records. Raises CaseFileError."""
    case, diagnostics = read_case(path)
    if case is None:
        raise CaseFileError(diagnostics)
    return case, diagnostics


def moment(text: str | None) -> datetime | None:
    """The moment of `--as-of`; a time without a zone is a usage error."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.utcoffset() is None:
        raise typer.BadParameter(
            f"`{text}` is not a time with a zone: write it like 2026-03-21T09:00:00+01:00", param_hint="--as-of"
        )
    return found


def find_decision(where: str, address: str | None) -> tuple[Decision, Policy | None]:
    """A decision from a store or a file, and its policy if the store has it.

    With a store, an id of the store comes before a file of that name. Raises DecisionError, StoreError.
    """
    if address is None:
        return Decision.read(Path(where)), None
    from arbiter.store import Store

    with Store(address, must_exist=True) as store:
        decision = store.get(where)
        if decision is None and Path(where).is_file():
            decision = Decision.read(Path(where))
        if decision is None:
            raise _not_there(where)
        return decision, store.policy(policy_digest_of(decision))


def find_stored(name: str, address: str) -> tuple[Decision, Policy | None]:
    """A decision that a store holds, and its policy. Raises DecisionError, StoreError."""
    from arbiter.store import Store

    with Store(address, must_exist=True) as store:
        decision = store.get(name)
        if decision is None:
            raise _not_there(name)
        return decision, store.policy(policy_digest_of(decision))


def _not_there(name: str) -> DecisionError:
    message = f"no decision `{name[:80]}` in the store"
    return DecisionError(Diagnostic("ARB523", "error", message, None, "write its id, or 4 characters of it or more"))


def policy_of(decision: Decision, chosen: str | None, case: CaseFile | None, stored: Policy | None) -> Policy:
    """The policy of a decision: the chosen one, else the stored one, else what the case names, else what the decision
    names. Raises PolicyError.
    """
    if chosen is not None:
        return load_policy(chosen)
    if stored is not None:
        return stored
    return load_policy((named_by(case) if case else None) or str(decision.document["policy"].get("id", "")))


def policy_digest_of(decision: Decision) -> str:
    """The digest of the policy that a decision was made under."""
    return str(decision.document["policy"].get("digest", ""))
