"""A last name alone: who may be meant by it, and that nobody is shown for it."""

from datetime import UTC, date, datetime

import pytest

from bot.extract import deals
from bot.extract.roll import full_name
from bot.model import ClubCode, Player
from tests.extract.notation import news

JANUARY = datetime(2021, 1, 31, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "club", "day", "full"),
    [
        ("Stafford", "DET", date(2021, 1, 31), "Matthew Stafford"),  # drafted eleven years before
        ("Adams", "LV", date(2024, 10, 15), "Davante Adams"),  # drafted by another club
        ("St. Brown", "DET", date(2024, 10, 15), "Amon-Ra St. Brown"),
        ("Stafford", "DET", date(2008, 10, 1), None),  # before he was drafted
        ("Stafford", "DET", date(2023, 10, 1), None),  # so long after the draft, no guess
        ("Stafford", "CHI", date(2021, 1, 31), None),
        ("Brown", "PHI", date(2024, 10, 1), None),  # several
    ],
)
def test_whom_a_club_may_mean(last: str, club: str, day: date, full: str | None) -> None:
    """One man of that name who was drafted by the club or played for it lately."""
    assert full_name(last, ClubCode(club), day) == full


def test_the_name_is_told_and_stays_partial() -> None:
    """A headline with last names only: the reader learns who is meant, the gate still holds."""
    (deal,) = deals(
        news("Lions trade Stafford to Rams for Goff and a 2022 first-rounder", "", JANUARY)
    )
    men = [leg.asset for leg in deal.legs if isinstance(leg.asset, Player)]
    assert [(man.name, man.partial) for man in men] == [
        ("Matthew Stafford", True),
        ("Jared Goff", True),
    ]
