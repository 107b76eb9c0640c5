"""Checks of a whole policy, one a file. Each takes the policy and the problems found so far, and adds its own."""

from collections.abc import Callable

from arbiter.policy.checks.cycles import check_cycles
from arbiter.policy.checks.dates import check_dates
from arbiter.policy.checks.empty import check_empty
from arbiter.policy.checks.fairness import check_fairness
from arbiter.policy.checks.formulas import check_formulas
from arbiter.policy.checks.measures import check_measures
from arbiter.policy.checks.names import check_names
from arbiter.policy.checks.needed import check_needed
from arbiter.policy.checks.references import check_references
from arbiter.policy.checks.texts import check_texts
from arbiter.policy.checks.worth import check_worth
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems

CHECKS: tuple[Callable[[Policy, Problems], None], ...] = (
    check_empty,
    check_names,
    check_references,
    check_formulas,
    check_cycles,
    check_dates,
    check_needed,
    check_worth,
    check_measures,
    check_fairness,
    check_texts,
)
