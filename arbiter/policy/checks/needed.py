"""ARB312: a parameter that every decision needs is missing."""

from arbiter.policy.model import Policy
from arbiter.policy.parse.parameters import UNITS
from arbiter.policy.parse.reader import Problems
from arbiter.policy.profiles import MEASURE_APPEAL

DEADLINES = ("reply_days", "appeal_days", "pay_days", "decide_days")
STANDARDS = {
    "ordinary_at_least": "strength",
    "ordinary_lead": "steps",
    "clear_at_least": "strength",
    "clear_other_at_most": "strength",
}


def check_needed(policy: Policy, problems: Problems) -> None:
    """A policy that decides claims has the deadlines that letters name, and measures standards as the engine does."""
    for name in DEADLINES if policy.claims and "parameter" not in problems.unread else ():
        if name not in policy.parameters:
            cure = "define it in parameters.yaml, or extend `common`"
            problems.error("ARB312", f"no parameter `{name}`, which every letter needs", policy.header.span, cure)
    for name, unit in (*STANDARDS.items(), *((name, "d") for name in (*DEADLINES, MEASURE_APPEAL))):
        parameter = policy.parameters.get(name)
        fits = (unit, "bd") if unit == "d" else (unit,)
        if parameter is not None and parameter.unit in UNITS and parameter.unit not in fits:
            message = f"parameter `{name}` must be measured in `{unit}`, not in `{parameter.unit}`"
            place = problems.place(parameter.span, "unit", parameter.unit)
            problems.error("ARB302", message, place, f"write `unit: {unit}`")
