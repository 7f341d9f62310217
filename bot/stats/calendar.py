"""The league's year: which season a day belongs to, and from when a week is known.

Weeks are nflverse's: the regular season is 1 to 17 (to 2020) or 18, then come wild card, divisional, conference and
Super Bowl. Where the schedule of a season is loaded, its game days decide; this is the rule for where it is not.
"""

from datetime import date, timedelta

LONGER_FROM = 2021  # the first season of 18 weeks
_MARCH = 3


def season_of(day: date) -> int:
    """The league year: it changes at the beginning of March."""
    return day.year if day.month >= _MARCH else day.year - 1


def last_regular_week(season: int) -> int:
    """17, or 18 since 2021."""
    return 18 if season >= LONGER_FROM else 17


def week_over(season: int, week: int) -> date:
    """The Tuesday on whose morning a week is known; week 1 is the one after Labor Day.

    The Super Bowl is two weeks after the conference finals.
    """
    first = date(season, 9, 1)
    labor_day = first + timedelta(days=-first.weekday() % 7)
    weeks = week - 1 + (week > last_regular_week(season) + 3)
    return labor_day + timedelta(days=8, weeks=weeks)


def regular_season_over(season: int) -> date:
    """The first morning on which season totals are final."""
    return week_over(season, last_regular_week(season))
