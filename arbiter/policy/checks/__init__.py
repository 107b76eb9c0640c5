"""Checks of a whole policy, one a file. Each takes the policy and the problems found so far, and adds its own."""

from collections.abc import Callable

from arbiter.policy.checks.alternatives import check_alternatives
from arbiter.policy.checks.clauses import check_clauses
from arbiter.policy.checks.cycles import check_cycles
from arbiter.policy.checks.dates import check_dates
from arbiter.policy.checks.empty import check_empty
from arbiter.policy.checks.fairness import check_fairness
from arbiter.policy.checks.formulas import check_formulas
from arbiter.policy.checks.measures import check_measures
from arbiter.policy.checks.names import check_names
from arbiter.policy.checks.needed import check_needed
from arbiter.policy.checks.periods import check_periods
from arbiter.policy.checks.references import check_references
from arbiter.policy.checks.scopes import check_scopes
from arbiter.policy.checks.sides import check_sides
from arbiter.policy.checks.stray_texts import check_stray_texts
from arbiter.policy.checks.strengths import check_strengths
from arbiter.policy.checks.texts import check_texts
from arbiter.policy.checks.unused import check_unused
from arbiter.policy.checks.worth import check_worth
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems

CHECKS: tuple[Callable[[Policy, Problems], None], ...] = (
    check_empty,
    check_names,
    check_references,
    check_formulas,
    check_cycles,
    check_scopes,
    check_dates,
    check_needed,
    check_worth,
    check_sides,
    check_strengths,
    check_measures,
    check_fairness,
    check_texts,
    check_clauses,
    # What only warns comes last: it is silent where an error may be the cause.
    check_periods,
    check_alternatives,
    check_unused,
    check_stray_texts,
)
