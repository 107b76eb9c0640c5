"""Business days: which days a region works, how many lie between two moments, when so many have passed.

Owns the door to the library `holidays`, which knows weekends, public holidays, China's make-up working days and
Russia's moved days. A region is an ISO code as orders have it: `DE`, `DE-HB`. Nothing is guessed: what the library
does not know is None, never "no". So a subdivision that the library does not list is unknown even where its country
is known, and so are years that it has no data for.

Only public holidays of the whole region count: not half days, not optional ones like Brazil's carnival, not those of
single towns. Where a government moves days year by year (China, Russia), a year whose decree the installed library
does not hold yet has the days of the law only; `calendar_version` says which library that was.
"""

from bisect import bisect_right
from calendar import isleap
from datetime import MAXYEAR, date, datetime, time, timedelta
from functools import lru_cache
from re import compile as pattern
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

MAX_DAYS = 14_610
"""Forty years: moments further apart are not counted, so that no date in a record costs much time."""

_REGION = pattern(r"([A-Z]{2})(?:-([A-Z0-9]{1,3}))?")


def calendar_version() -> str:
    """The library that knows the days, with its version, like `holidays 0.109`; decisions record it."""
    from holidays.version import __version__  # Deciding must start fast: the library is read when first asked.

    return f"holidays {__version__}"


def region_is_known(region: str) -> bool:
    """Whether the library knows the region's days: its country, and its subdivision if it names one."""
    return _parts(region) is not None


def is_business_day(day: date, region: str) -> bool | None:
    """Whether the region works on that day. None if the region or its year is unknown."""
    worked = _worked(region, day.year)
    return None if worked is None else date(day.year, day.month, day.day) in worked


def business_days_between(start: datetime, end: datetime, region: str, zone: str | None) -> int | None:
    """How many business days begin after the day of `start`, up to and including the day of `end`.

    Days are those of `zone`, an IANA name; without one, each moment's day is that of its own offset. Negative, and
    the mirror, if the day of `end` is before that of `start`. None if the region, a year or the zone is unknown, if a
    moment has no offset, or if the days are more than forty years (14,610 days) apart.
    """
    first, last = _day(start, zone), _day(end, zone)
    if first is None or last is None or abs((last - first).days) > MAX_DAYS:
        return None
    if last < first:
        count = _count(last, first, region)
        return None if count is None else -count
    return _count(first, last, region)


def after_business_days(start: datetime, count: int, region: str, zone: str | None) -> datetime | None:
    """The last moment, 23:59:59.999999, of the `count`-th business day after the day of `start`.

    It stands in `zone`, without one in the offset of `start`; with a count of zero it is the end of the day of
    `start`. None for a negative count, and where `business_days_between` would give None.
    """
    first = _day(start, zone)
    if first is None or count < 0:
        return None
    last = _nth(first, count, region)
    if last is None:
        return None
    # An hour that the clock repeats at midnight ends the day on its second pass.
    return datetime.combine(last, time.max, ZoneInfo(zone) if zone else start.tzinfo).replace(fold=1)


def _day(moment: datetime, zone: str | None) -> date | None:
    if moment.tzinfo is None:
        return None
    try:
        return (moment.astimezone(ZoneInfo(zone)) if zone else moment).date()
    except (KeyError, ValueError, OSError, OverflowError):
        return None


def _count(after: date, until: date, region: str) -> int | None:
    """The business days after one day and until another, which is not earlier."""
    total = 0
    for year in range(after.year, until.year + 1):
        worked = _worked(region, year)
        if worked is None:
            return None
        total += bisect_right(worked, until) - bisect_right(worked, after)
    return total


def _nth(after: date, count: int, region: str) -> date | None:
    """The count-th business day after a day, within the bound; the day itself for a count of zero."""
    for year in range(after.year, after.year + MAX_DAYS // 365 + 1):
        worked = _worked(region, year)
        if worked is None:
            return None
        begin = bisect_right(worked, after)
        if count <= len(worked) - begin:
            found = worked[begin + count - 1] if count else after
            return found if (found - after).days <= MAX_DAYS else None
        count -= len(worked) - begin
    return None


def _worked(region: str, year: int) -> tuple[date, ...] | None:
    """The business days of a region's year in order; None if they are unknown."""
    parts = _parts(region)
    return _business_days(*parts, year) if parts else None


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    """The countries and subdivisions of the library by their ISO codes; its own names for them are left out."""
    from holidays import list_supported_countries

    known = list_supported_countries(include_aliases=False)
    return {country: frozenset(subdivisions) for country, subdivisions in known.items()}


def _parts(region: str) -> tuple[str, str | None] | None:
    written = _REGION.fullmatch(region)
    if written is None:
        return None
    country, subdivision = written.groups()
    subdivisions = _listed().get(country)
    if subdivisions is None or (subdivision is not None and subdivision not in subdivisions):
        return None
    return country, subdivision


@lru_cache(maxsize=1024)
def _business_days(country: str, subdivision: str | None, year: int) -> tuple[date, ...] | None:
    from holidays import country_holidays

    if year > MAXYEAR:
        return None
    with catch_warnings(record=True) as doubts:
        simplefilter("always")
        days = country_holidays(country, subdiv=subdivision, years=year, expand=False)
    # It warns where it holds only a part of a year's holidays; a part is not known either.
    if doubts or not days.start_year <= year <= days.end_year:
        return None
    first = date(year, 1, 1)
    year_long = (first + timedelta(number) for number in range(366 if isleap(year) else 365))
    return tuple(day for day in year_long if days.is_working_day(day))
