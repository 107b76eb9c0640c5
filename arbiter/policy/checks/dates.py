"""ARB307: a hole in the dates of a parameter. ARB308: two values on one day. ARB309: a period that ends too early."""

from datetime import date, timedelta
from itertools import pairwise

from arbiter.policy.dated import DatedValue, Parameter
from arbiter.policy.model import Policy
from arbiter.policy.parse.reader import Problems


def check_dates(policy: Policy, problems: Problems) -> None:
    """From its first day on, a parameter has exactly one value a day in each region that names it."""
    for parameter in policy.parameters.values():
        regions = dict.fromkeys(value.region for value in parameter.values)
        for region in regions:
            _check_region(parameter, [value for value in parameter.values if value.region == region], problems)


def _check_region(parameter: Parameter, values: list[DatedValue], problems: Problems) -> None:
    ordered = sorted(values, key=lambda value: value.first)
    for value in ordered:
        if value.last is not None and value.last < value.first:
            problems.error("ARB309", f"a period of `{parameter.id}` ends before it begins", value.span, "swap the days")
    for earlier, later in pairwise(ordered):
        _check_pair(parameter, earlier, later, problems)


def _check_pair(parameter: Parameter, earlier: DatedValue, later: DatedValue, problems: Problems) -> None:
    same_day = earlier.first == later.first
    if same_day or (earlier.last is not None and later.first <= earlier.last):
        problems.error(
            "ARB308",
            f"`{parameter.id}` has two values on {later.first.isoformat()}",
            later.span,
            "let the earlier period end the day before",
            ("in force here too", earlier.span),
        )
    elif earlier.last is not None and not _has_value(parameter, _day_after(earlier.last), later.region):
        problems.error(
            "ARB307",
            f"`{parameter.id}` has no value from {_day_after(earlier.last)} to {later.first - timedelta(days=1)}",
            later.span,
            "let the periods touch",
            ("the earlier period", earlier.span),
        )


def _has_value(parameter: Parameter, day: date, region: str | None) -> bool:
    """Whether a value of the region or the general one is in force; other regions' values do not matter here."""
    return any(
        value.first <= day and (value.last is None or day <= value.last) and value.region in (region, None)
        for value in parameter.values
    )


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
