"""ARB311: a measure rests only on what is shown, never on a burden or silence, and an accusation on clear proof.

What is not shown may narrow a measure, so that it follows more seldom: where a shown excuse takes it away
(`excused: not shown yes`), by facts on record, for which nobody bears a burden, and any measure that favours its party.
An answer that may stand by burden may not narrow an accusation: the accusation could stand there as well.
"""

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
            burdened = _by_burden(policy, measure)
            if not _shown_every_way(measure.condition):
                message = f"measure `{measure.id}` does not rest on what is shown"
                problems.error(
                    "ARB311", message, place, "test a question with `shown yes` or `shown no` in every branch"
                )
            elif burdened is not None:
                message = f"measure `{measure.id}` accuses someone on an answer of `{burdened}` that nobody need show"
                cure = f"ask for what is shown: `{burdened}: shown …`, or `{burdened}: not shown …` for an excuse"
                problems.error("ARB311", message, place, cure)
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


def _by_burden(policy: Policy, measure: Measure) -> str | None:
    """A question of which an accusation takes an answer that may stand by burden, or because nobody disputes it."""
    if measure.measure not in ADVERSE_MEASURES:
        return None
    plain = (test.question for test in findings_in(measure.condition) if not test.shown)
    known = (name for name in plain if name in policy.questions)
    return next((name for name in known if not policy.questions[name].on_record), None)


def _unclear(policy: Policy, measure: Measure) -> str | None:
    """A question with the ordinary standard on which an accusation rests."""
    names = (test.question for test in findings_in(measure.condition) if test.asks_shown)
    known = (name for name in names if name in policy.questions)
    return next((name for name in known if policy.questions[name].standard == "ordinary"), None)
