"""Trying changes: the decision is verified, the case decided again with the changes, and the two are compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from arbiter.decide import derive, record
from arbiter.decision import Decision
from arbiter.policy.model import Policy
from arbiter.verify import verify
from arbiter.what_if.changes import (
    AddRecord,
    Change,
    RemoveRecord,
    SetField,
    SetParameter,
    WhatIfError,
    changed_case,
    changed_policy,
)
from arbiter.what_if.differences import GROUNDS, Difference, differences
from evidence import CaseFile, CaseFileError, Diagnostic, as_json, assemble, to_plain
from evidence.doubts import DOUBTS
from evidence.source import from_plain


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A decision as it was made, what it would be with the changes, and all that differs.

    `after` is no decision of anything: it is not stored, and a changed policy has a digest that no pack has. `problems`
    are warnings about the changed case that the case itself did not give; `reasons` say why records do not count,
    or count for less, by id.
    """

    before: Decision
    after: Decision
    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    problems: tuple[Diagnostic, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> bool:
        """Whether anything of the outcome changes: more than what it rests on."""
        return any(one.section not in GROUNDS for one in self.differences)

    def document(self) -> dict[str, Any]:
        """Everything as JSON values."""
        return {
            "decision": self.before.id,
            "changes": [_told(one) for one in self.changes],
            "changed": self.changed,
            "before": {"status": self.before.status, "verdict": self.before.verdict},
            "after": {"status": self.after.status, "verdict": self.after.verdict},
            "differences": [one.document() for one in self.differences],
            "diagnostics": [as_json(one) for one in self.problems],
        }


def what_if(decision: Decision, case: CaseFile, policy: Policy, changes: Iterable[Change] = ()) -> WhatIf:
    """What a decision would be with changes made: records removed, then added, then fields and parameters set.

    Raises WhatIfError if the decision is not of this case and policy or a change is to what is not there,
    CaseFileError if the case cannot be read with the changes, DecideError if it cannot be decided so.
    """
    made = tuple(changes)
    checked = verify(decision, case, policy)
    if not checked.ok:
        message = f"the decision does not fit this case and policy: {checked.difference}"
        cure = "use the case file and the policy that the decision was made with"
        raise WhatIfError(Diagnostic("ARB540", "error", message, None, cure))
    as_of = datetime.fromisoformat(decision.document["as_of"])
    claim = decision.document.get("claim_id")
    other, problems = changed_case(case, str(claim or case.claims[0].id), made)
    derivation = derive(other, changed_policy(policy, made), as_of, claim=claim)
    told = _new(derivation.dossier.problems, assemble(case, as_of, policy.kinds, claim).problems)
    refused = [one for one in told if one.code not in DOUBTS]
    problems = [*problems, *(one for one in told if one.code in DOUBTS)]
    if refused:
        # Only a record that was added or set can be wrong where it was not before.
        raise CaseFileError([replace(one, severity="error") for one in refused])
    after = record(derivation)
    reasons = {item.id: item.admission.reason for item in derivation.items if item.admission.status != "admitted"}
    return WhatIf(decision, after, made, differences(decision, after), tuple(problems), reasons)


def _new(found: Iterable[Diagnostic], known: Iterable[Diagnostic]) -> list[Diagnostic]:
    told = {(one.code, one.message) for one in known}
    return [one for one in found if (one.code, one.message) not in told]


def _told(change: Change) -> dict[str, Any]:
    match change:
        case AddRecord(found):
            return {"add": to_plain(from_plain(found)) if isinstance(found, Mapping) else to_plain(found)}
        case RemoveRecord(name):
            return {"remove": name}
        case SetField(name, value):
            return {"set": name, "to": _plain(value)}
        case SetParameter(name, value):
            return {"set": f"parameter:{name}", "to": _plain(value)}


def _plain(value: Any) -> Any:
    return to_plain(value) if hasattr(value, "span") else to_plain(from_plain(value))
