"""ARB311: a measure against someone may rest only on what is shown, never on a burden or on silence."""

from arbiter.policy.conditions import Condition, findings_in, leaves
from arbiter.policy.model import ADVERSE_MEASURES, Policy
from arbiter.policy.parse.reader import Problems


def check_measures(policy: Policy, problems: Problems) -> None:
    """Every measure tests findings with `shown`; one against a party must test at least one."""
    for claim in policy.claims.values():
        for measure in claim.measures:
            if measure.span in problems.spoilt:
                continue
            if not _only_shown(measure.condition) or (
                measure.measure in ADVERSE_MEASURES and not any(findings_in(measure.condition))
            ):
                problems.error(
                    "ARB311",
                    f"measure `{measure.id}` does not rest on what is shown",
                    problems.place(measure.span, "id", measure.id),
                    "test questions with `shown yes` or `shown no`",
                )


def _only_shown(condition: Condition) -> bool:
    return any(True for _ in leaves(condition)) and all(test.shown for test in findings_in(condition))
