"""arbiter: disputes decided by rules that two engines match, with reasons that anyone concerned may read.

The public names are these and no others:

    from arbiter import CaseFile, decide, explain, load_policy, report, verify
"""

from arbiter.decide import DecideError, Verification, decide, verify
from arbiter.decision import Decision, DecisionError
from arbiter.explain import Explanation, explain
from arbiter.loading import load_policy
from arbiter.policy.load import PolicyError
from arbiter.policy.model import Policy
from arbiter.report import ReportError, report
from arbiter.version import __version__
from evidence import CaseFile, CaseFileError, Money

__all__ = [
    "CaseFile",
    "CaseFileError",
    "DecideError",
    "Decision",
    "DecisionError",
    "Explanation",
    "Money",
    "Policy",
    "PolicyError",
    "ReportError",
    "Verification",
    "__version__",
    "decide",
    "explain",
    "load_policy",
    "report",
    "verify",
]
