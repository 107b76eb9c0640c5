"""Checking a decision: that nobody changed it, and that it follows from its case and policy again."""

from dataclasses import dataclass
from datetime import datetime

from arbiter.decide import DecideError, decide
from arbiter.decision import Decision, DecisionError, Json, canonical
from arbiter.policy.model import Policy
from evidence import CaseFile


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. `whole` is True if the decision was derived again, not only checked for integrity."""

    ok: bool
    whole: bool
    difference: str | None
    engine_difference: str | None


def verify(decision: Decision | bytes, case: CaseFile | None = None, policy: Policy | None = None) -> Verification:
    """Check a decision: its bytes alone, or with case and policy the whole derivation again.

    Names the first difference. A different version of the engine is told apart from a different result.
    """
    try:
        decision = Decision.parse(decision if isinstance(decision, bytes) else decision.content)
    except DecisionError as problem:
        return Verification(False, False, problem.diagnostics[0].message, None)
    if case is None or policy is None:
        return Verification(True, False, None, None)
    try:
        again = decide(
            case, policy, datetime.fromisoformat(decision.document["as_of"]), decision.document.get("claim_id")
        )
    except (DecideError, ValueError) as problem:
        return Verification(False, True, str(problem), None)
    engines = decision.document.get("engine"), again.document["engine"]
    engine_difference = None if engines[0] == engines[1] else f"decided by {engines[0]}, checked by {engines[1]}"
    stored, derived = _without(decision.document), _without(again.document)
    difference = first_difference(stored, derived)
    if difference is None and canonical(stored) != canonical(derived):
        # Python takes 1, 1.0 and True for equal, and an absent key for an empty one.
        difference = "the bytes differ where the values seem equal"
    return Verification(difference is None, True, difference, engine_difference)


def _without(document: Json) -> Json:
    """What deciding again must reproduce: everything but who ran it, and the digest that covers that."""
    left_out = ("engine", "digest", "supersedes", "human")
    return {key: value for key, value in document.items() if key not in left_out}


def first_difference(stored: object, derived: object, path: str = "") -> str | None:
    """The first place, in the order of keys, where two documents differ; None if they do not."""
    if isinstance(stored, dict) and isinstance(derived, dict):
        # Another case or policy explains every other difference, so it is told first.
        first = [key for key in ("case_digest", "policy") if key in stored and not path]
        for key in (*first, *sorted(stored.keys() | derived.keys())):
            found = first_difference(stored.get(key), derived.get(key), f"{path}.{key}" if path else key)
            if found is not None:
                return found
        return None
    if isinstance(stored, list) and isinstance(derived, list) and len(stored) == len(derived):
        for index, (left, right) in enumerate(zip(stored, derived, strict=True)):
            found = first_difference(left, right, f"{path}[{index}]")
            if found is not None:
                return found
        return None
    if stored == derived:
        return None
    return f"`{path}` is {_shown(stored)} in the file, and {_shown(derived)} when decided again"


def _shown(value: object) -> str:
    """A value in a message: short ones whole, others by what they are."""
    if value is None:
        return "absent"
    if isinstance(value, dict | list):
        return f"a {'map' if isinstance(value, dict) else 'list'} of {len(value)}"
    text = str(value)
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"
