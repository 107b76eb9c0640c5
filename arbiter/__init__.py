"""arbiter: disputes decided by rules that two engines match, with reasons that anyone concerned may read.

The public names are these and no others:

    from arbiter import CaseFile, decide, explain, load_policy, note, reply, report, verify, what_if

They are loaded when they are first used, so that `arbiter --version` need not load what it takes to decide.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from arbiter.version import __version__

if TYPE_CHECKING:
    from arbiter.decide import DecideError, decide
    from arbiter.decision import Decision, DecisionError
    from arbiter.explain import Explanation, explain
    from arbiter.loading import load_policy
    from arbiter.policy.load import PolicyError
    from arbiter.policy.model import Policy
    from arbiter.report import ReportError, report
    from arbiter.report.tickets import note, reply
    from arbiter.verify import Verification, verify
    from arbiter.what_if import AddRecord, RemoveRecord, SetField, SetParameter, WhatIf, WhatIfError, what_if
    from evidence import CaseFile, CaseFileError, Money

__all__ = [
    "AddRecord",
    "CaseFile",
    "CaseFileError",
    "DecideError",
    "Decision",
    "DecisionError",
    "Explanation",
    "Money",
    "Policy",
    "PolicyError",
    "RemoveRecord",
    "ReportError",
    "SetField",
    "SetParameter",
    "Verification",
    "WhatIf",
    "WhatIfError",
    "__version__",
    "decide",
    "explain",
    "load_policy",
    "note",
    "reply",
    "report",
    "verify",
    "what_if",
]

_HOMES = {
    "AddRecord": "arbiter.what_if",
    "CaseFile": "evidence",
    "CaseFileError": "evidence",
    "DecideError": "arbiter.decide",
    "Decision": "arbiter.decision",
    "DecisionError": "arbiter.decision",
    "Explanation": "arbiter.explain",
    "Money": "evidence",
    "Policy": "arbiter.policy.model",
    "PolicyError": "arbiter.policy.load",
    "RemoveRecord": "arbiter.what_if",
    "ReportError": "arbiter.report",
    "SetField": "arbiter.what_if",
    "SetParameter": "arbiter.what_if",
    "Verification": "arbiter.verify",
    "WhatIf": "arbiter.what_if",
    "WhatIfError": "arbiter.what_if",
    "decide": "arbiter.decide",
    "explain": "arbiter.explain",
    "load_policy": "arbiter.loading",
    "note": "arbiter.report.tickets",
    "reply": "arbiter.report.tickets",
    "report": "arbiter.report",
    "verify": "arbiter.verify",
    "what_if": "arbiter.what_if",
}


class _Verbs(ModuleType):
    """A package some of whose verbs have the name of the room they come from.

    Importing a room binds its name in the package; here the verb keeps the name, however the room was first imported.
    """

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'arbiter' has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        self.__dict__[name] = value
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *__all__})


sys.modules[__name__].__class__ = _Verbs
