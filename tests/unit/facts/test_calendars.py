"""Business days on real dates, and what counting forth and back must keep."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.metadata import version
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arbiter.facts.calendars import (
    MAX_DAYS,
    after_business_days,
    business_days_between,
    calendar_version,
    is_business_day,
    region_is_known,
)

REGIONS = ("DE", "DE-HB", "BR-SP", "CN", "RU", "SA")
DAY = timedelta(days=1)

moments = st.datetimes(
    datetime(2005, 1, 1), datetime(2026, 12, 1), timezones=st.sampled_from([UTC, timezone(timedelta(hours=9))])
)
regions = st.sampled_from(REGIONS)
zones = st.sampled_from([None, "Europe/Berlin", "Asia/Shanghai", "America/Sao_Paulo"])


def noon(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}T12:00:00+00:00")


@pytest.mark.parametrize(
    ("region", "day", "worked", "why"),
    [
        ("DE", "2025-10-31", True, "Reformation Day is no holiday of the whole country"),
        ("DE-HB", "2025-10-31", False, "but it is one in Bremen"),
        ("DE-BY", "2025-10-31", True, "and not in Bavaria"),
        ("DE-HB", "2025-10-03", False, "German Unity Day"),
        ("DE-HB", "2025-11-01", False, "a Saturday"),
        ("BR", "2025-11-20", False, "Black Awareness Day, national since 2024"),
        ("BR", "2025-07-09", True, "São Paulo's own day is not the country's"),
        ("BR-SP", "2025-07-09", False, "the Constitutionalist Revolution"),
        ("BR", "2025-03-04", True, "carnival is optional, so it does not stop a period"),
        ("CN", "2025-10-01", False, "National Day"),
        ("CN", "2025-10-08", False, "the last day of the golden week, moved from 28 September"),
        ("CN", "2025-09-28", True, "the Sunday that was worked for it"),
        ("CN", "2025-01-26", True, "a make-up Sunday before the Spring Festival"),
        ("CN", "2025-02-08", True, "a make-up Saturday after it"),
        ("CN", "2025-02-09", False, "an ordinary Sunday"),
        ("RU", "2025-01-06", False, "New Year holidays"),
        ("RU", "2025-01-09", True, "the first working day of the year"),
        ("RU", "2025-05-02", False, "moved from 4 January"),
        ("RU", "2025-11-03", False, "moved from 1 November"),
        ("RU", "2025-11-01", True, "the Saturday that was worked for it"),
        ("RU", "2024-12-28", True, "a Saturday worked for 30 December"),
        ("SA", "2025-06-20", False, "the weekend is Friday and Saturday"),
        ("SA", "2025-06-22", True, "so Sunday is worked"),
    ],
)
def test_a_region_works_on_its_own_days(region: str, day: str, worked: bool, why: str) -> None:
    assert is_business_day(date.fromisoformat(day), region) is worked, why


@pytest.mark.parametrize("region", ["", "XX", "de", "DEU", "DE-XX", "DE-", "-HB", "DE-HB-1", "DE-Augsburg", "ＤＥ"])
def test_what_the_library_does_not_know_is_unknown_and_not_a_holiday(region: str) -> None:
    assert not region_is_known(region)
    assert is_business_day(date(2025, 6, 2), region) is None
    assert business_days_between(noon("2025-06-02"), noon("2025-06-05"), region, None) is None
    assert after_business_days(noon("2025-06-02"), 0, region, None) is None


@pytest.mark.parametrize("region", ["CN-BJ", "RU-MOW"])
def test_a_subdivision_without_days_of_its_own_in_the_library_is_unknown(region: str) -> None:
    """Tibet and Tatarstan keep holidays that the library lacks, so the country's days are not taken instead."""
    assert region_is_known(region[:2])
    assert not region_is_known(region)


@pytest.mark.parametrize(
    ("region", "year", "why"),
    [
        ("CN", 1949, "before the library's first year no day would be a holiday"),
        ("DE", 2101, "nor after its last"),
        ("IN", 1995, "of some years it knows a part only"),
    ],
)
def test_a_year_without_data_is_unknown(region: str, year: int, why: str) -> None:
    assert is_business_day(date(2025, 6, 2), region) is not None
    assert is_business_day(date(year, 6, 2), region) is None, why


def test_the_golden_week_is_left_out_and_its_make_up_saturday_counted() -> None:
    assert business_days_between(noon("2025-09-30"), noon("2025-10-14"), "CN", None) == 5
    assert after_business_days(noon("2025-09-30"), 3, "CN", None) == datetime(
        2025, 10, 11, 23, 59, 59, 999_999, tzinfo=UTC
    ), "9, 10 and, a Saturday, 11 October"


def test_the_day_of_the_start_does_not_count_and_that_of_the_end_does() -> None:
    """A period of days begins with the day after the event."""
    assert business_days_between(noon("2025-06-02"), noon("2025-06-02"), "DE", None) == 0
    assert business_days_between(noon("2025-06-02"), noon("2025-06-03"), "DE", None) == 1
    assert business_days_between(noon("2025-06-06"), noon("2025-06-10"), "DE", None) == 1, "Pentecost Monday is none"


def test_the_zone_says_on_which_day_a_moment_falls() -> None:
    late = datetime(2025, 6, 2, 22, 30, tzinfo=UTC)
    assert business_days_between(late, noon("2025-06-03"), "DE", "UTC") == 1
    assert business_days_between(late, noon("2025-06-03"), "DE", "Europe/Berlin") == 0, "there it was the third"


def test_without_a_zone_each_moment_has_the_day_of_its_own_offset() -> None:
    berlin = datetime.fromisoformat("2025-06-03T00:30:00+02:00")
    same = datetime.fromisoformat("2025-06-02T22:30:00+00:00")
    assert berlin == same
    assert business_days_between(same, berlin, "DE", None) == 1


def test_a_day_ends_after_the_hour_that_the_clock_repeats() -> None:
    """In São Paulo the clock went back at midnight, so 23:59 came twice on 16 February 2019."""
    end = after_business_days(noon("2019-02-16"), 0, "BR", "America/Sao_Paulo")
    assert end is not None
    assert end.astimezone(UTC) == datetime(2019, 2, 17, 2, 59, 59, 999_999, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["Nowhere/Town", "../etc", "/etc/localtime", "\0"])
def test_an_unknown_zone_is_unknown(zone: str) -> None:
    assert business_days_between(noon("2025-06-02"), noon("2025-06-05"), "DE", zone) is None
    assert after_business_days(noon("2025-06-02"), 1, "DE", zone) is None


def test_a_moment_without_an_offset_has_no_day() -> None:
    bare = datetime(2025, 6, 2, 12)
    assert business_days_between(bare, noon("2025-06-05"), "DE", "Europe/Berlin") is None
    assert after_business_days(bare, 1, "DE", "Europe/Berlin") is None


def test_nothing_is_counted_over_more_than_forty_years() -> None:
    start = noon("2000-01-03")
    assert business_days_between(start, start + MAX_DAYS * DAY, "DE", None) is not None
    assert business_days_between(start, start + (MAX_DAYS + 1) * DAY, "DE", None) is None
    assert business_days_between(start + (MAX_DAYS + 1) * DAY, start, "DE", None) is None
    whole = business_days_between(start, start + MAX_DAYS * DAY, "DE", None)
    assert whole is not None
    assert after_business_days(start, whole, "DE", None) is not None
    assert after_business_days(start, whole + 2, "DE", None) is None
    assert after_business_days(start, 10**9, "DE", None) is None


def test_counting_back_is_no_deadline() -> None:
    assert after_business_days(noon("2025-06-02"), -1, "DE", None) is None


@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_ends_of_time_are_unknown(moment: datetime) -> None:
    edge = moment.replace(tzinfo=UTC)
    for zone in ("Asia/Tokyo", "America/Sao_Paulo"):
        assert business_days_between(edge, edge, "DE", zone) is None
        assert after_business_days(edge, 1, "DE", zone) is None


def test_the_version_is_the_one_that_is_installed() -> None:
    assert calendar_version() == f"holidays {version('holidays')}"


def test_the_library_is_read_only_when_it_is_asked() -> None:
    """Deciding must start fast."""
    code = "import sys, arbiter.facts.calendars; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(start=moments, count=st.integers(1, 400), region=regions, zone=zones)
@settings(deadline=None)
def test_counting_to_a_deadline_gives_the_days_it_was_set_by(
    start: datetime, count: int, region: str, zone: str | None
) -> None:
    end = after_business_days(start, count, region, zone)
    assert end is not None
    assert business_days_between(start, end, region, zone) == count
    assert is_business_day(end.date(), region), "a period ends on a day that is worked"


@given(start=moments, days=st.integers(0, 500), region=regions, zone=zones)
@settings(deadline=None)
def test_the_deadline_of_counted_days_is_not_after_the_day_counted_to(
    start: datetime, days: int, region: str, zone: str | None
) -> None:
    end = start + days * DAY
    count = business_days_between(start, end, region, zone)
    assert count is not None
    deadline = after_business_days(start, count, region, zone)
    following = after_business_days(start, count + 1, region, zone)
    assert deadline is not None
    assert following is not None
    local = end.astimezone(ZoneInfo(zone)) if zone else end
    assert deadline.date() <= local.date() < following.date()


@given(start=moments, middle=st.integers(-400, 400), last=st.integers(-400, 400), region=regions, zone=zones)
@settings(deadline=None)
def test_counts_add_up_and_mirror(start: datetime, middle: int, last: int, region: str, zone: str | None) -> None:
    def between(first: datetime, then: datetime) -> int:
        count = business_days_between(first, then, region, zone)
        assert count is not None
        return count

    one, other = start + middle * DAY, start + last * DAY
    assert between(start, other) == between(start, one) + between(one, other)
    assert between(start, one) == -between(one, start)
    assert between(start, one) <= between(start, other) or middle > last, "a later day never counts less"


@given(start=moments, count=st.integers(0, 300), region=regions, zone=zones)
@settings(deadline=None)
def test_one_more_business_day_is_always_a_later_moment(
    start: datetime, count: int, region: str, zone: str | None
) -> None:
    sooner, later = (after_business_days(start, number, region, zone) for number in (count, count + 1))
    assert sooner is not None
    assert later is not None
    assert sooner < later
    assert (sooner.hour, sooner.minute, sooner.second, sooner.microsecond) == (23, 59, 59, 999_999)
