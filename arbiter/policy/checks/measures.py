"""ARB311: a measure rests only on what is shown, never on a burden or silence, and an accusation on clear proof."""

from arbiter.policy.conditions import AllOf, AnyOf, Condition, FindingTest, findings_in
from arbiter.policy.model import ADVERSE_MEASURES, Measure, Policy
from arbiter.policy.parse.reader import Problems


def check_measures(policy: Policy, problems: Problems) -> None:
    """Every way to a measure leads through something shown; one against a party, through clear proof."""
    for claim in policy.claims.values():
        for measure in claim.measures:
            if measure.span in problems.spoilt:
                continue
            place = problems.place(measure.span, "id", measure.id)
            if not _shown_every_way(measure.condition) or not all(t.asks_shown for t in findings_in(measure.condition)):
                message = f"measure `{measure.id}` does not rest on what is shown"
                problems.error(
                    "ARB311", message, place, "test a question with `shown yes` or `shown no` in every branch"
                )
            elif measure.measure in ADVERSE_MEASURES and (name := _unclear(policy, measure)):
                message = f"measure `{measure.id}` accuses someone on the ordinary standard of `{name}`"
                problems.error("ARB311", message, place, f"give question `{name}` the key `standard: clear`")


def _shown_every_way(condition: Condition) -> bool:
    """Whether no branch of a condition can hold without something shown."""
    match condition:
        case FindingTest():
            return condition.asks_shown
        case AllOf(parts):
            return any(_shown_every_way(part) for part in parts)
        case AnyOf(parts):
            return all(_shown_every_way(part) for part in parts)
    return False


def _unclear(policy: Policy, measure: Measure) -> str | None:
    """A question with the ordinary standard on which an accusation rests."""
    names = (test.question for test in findings_in(measure.condition))
    known = (name for name in names if name in policy.questions)
    return next((name for name in known if policy.questions[name].standard == "ordinary"), None)
