"""ARB243: a special period that names a day twice. Two periods may share days: a storm may come on a feast."""

from itertools import combinations

from arbiter.policy.checks.own import is_own
from arbiter.policy.dated import lies_in
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems


def check_periods(policy: Policy, problems: Problems) -> None:
    """The stretches of one period do not overlap in any region: one of two that do was probably meant otherwise."""
    for period in policy.periods.values():
        if problems.fatal or not is_own(policy, period.span):
            continue
        told = set()
        for one, other in combinations(sorted(period.days, key=lambda stretch: (stretch.first, stretch.last)), 2):
            same_region = lies_in(one.region, other.region) or lies_in(other.region, one.region)
            if same_region and other.first <= one.last and other.first not in told:
                told.add(other.first)
                message = f"two stretches of period `{period.id}` hold {other.first.isoformat()}"
                problems.warn("ARB243", message, period.span, "let one end the day before the other begins")
