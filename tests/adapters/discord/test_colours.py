"""A card's edge is seen on both grounds of Discord, and keeps its club's hue."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.colours import SIGNS, bar, luminance, square, visible
from bot.clubs import CLUBS, Club
from bot.model import ClubCode, Status

DARK, LIGHT = 0x2B2D31, 0xF2F3F5


def contrast(one: int, other: int) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@given(st.integers(0, 0xFFFFFF), st.sampled_from(Status))
def test_every_colour_is_seen_on_dark_and_on_light(colour: int, status: Status) -> None:
    """Three to one on the dark ground, two to one on the light."""
    shown = bar(colour, status)
    assert 0 < shown <= 0xFFFFFF
    assert contrast(shown, DARK) >= 2.95
    assert contrast(shown, LIGHT) >= 1.95


@pytest.mark.parametrize("club", CLUBS, ids=lambda club: club.code)
def test_a_club_keeps_its_hue(club: Club) -> None:
    """Lighter or darker, but never another colour; and every club has a square."""
    before, after = (_hue(colour) for colour in (club.colour, visible(club.colour)))
    if before is not None:
        assert after is not None
        assert min(abs(before - after), 1 - abs(before - after)) < 0.03
    assert square(club.code) in "🟥🟧🟨🟩🟦🟪⬛⬜"


def test_squares_are_those_that_a_fan_expects() -> None:
    """A few clubs; one that is not known is black."""
    codes = {"MIN": "🟪", "KC": "🟥", "CIN": "🟧", "NO": "🟨", "GB": "🟩", "DAL": "🟦", "LV": "⬛"}
    assert {code: square(ClubCode(code)) for code in codes} == codes
    assert square(ClubCode("?")) == "⬛"


def test_a_voided_card_has_no_clubs_colour() -> None:
    """And a rumour less of it."""
    assert bar(0xE31837, Status.VOIDED) == bar(0x002244, Status.VOIDED)
    assert bar(0xE31837, Status.RUMOUR) != bar(0xE31837, Status.OFFICIAL)
    assert set(SIGNS) == set(Status)


def _hue(colour: int) -> float | None:
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    hue, saturation, _ = colorsys.rgb_to_hsv(*parts)
    return hue if saturation > 0.1 else None
