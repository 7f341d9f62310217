"""What changed between two versions of a card, in one sentence."""

from dataclasses import replace
from typing import Any

import pytest

from bot import cards
from bot.model import Claim, DealKind, DealStatus, Leg, Pick, Status, Trade
from tests.builders import FOURTH, GB, NYJ, PRESTON, a_sighting, a_trade, minutes

THIRD = Pick(season=2026, round=3)
BETTER = (
    Leg(gave=GB, received=NYJ, asset=PRESTON),
    Leg(gave=NYJ, received=GB, asset=THIRD),
)
AGAIN = a_sighting(report="r2", feed="wire", sources=())


def told(now: Trade, was: Status = Status.REPORTED, holds: Status = Status.REPORTED) -> str:
    """Since the sample trade."""
    return cards.news(a_trade(), now, was, holds)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (DealStatus.RUMOUR, "wire tells of it as talk."),
        (DealStatus.AGREED, "wire reports it too."),
        (DealStatus.OFFICIAL, "wire has it as official."),
        (DealStatus.FAILED, "wire says that it is off."),
    ],
)
def test_another_source_is_named_with_what_it_says(status: DealStatus, said: str) -> None:
    """The card's own status stays."""
    more = (a_sighting(), replace(AGAIN, status=status))
    assert told(a_trade(version=2, sightings=more)) == said


def test_a_status_that_moved_is_told_with_who_moved_it() -> None:
    """And with the terms, where they are new."""
    moved = a_trade(sightings=(a_sighting(), replace(AGAIN, status=DealStatus.OFFICIAL)))
    now: dict[str, Any] = {"holds": Status.OFFICIAL}
    assert told(moved, **now) == "Now official, according to wire."
    said = "Now official, according to wire: the Packers get a 2026 3rd-round pick."
    assert told(replace(moved, legs=BETTER), **now) == said


def test_talk_that_became_a_report_lists_no_terms() -> None:
    """They are on the card, and none were before."""
    assert told(a_trade(sightings=(a_sighting(), AGAIN)), was=Status.RUMOUR) == (
        "Now reported, according to wire."
    )


def test_new_terms_of_a_known_source_are_told_by_its_name() -> None:
    """An item that was edited has no new line in the timeline; without its claim nobody is named."""
    now = a_trade(version=2, legs=BETTER)
    assert told(now).startswith("New terms, according to an earlier source: the Packers get")
    claim = Claim(report="r1", feed="desk", status=DealStatus.AGREED, rank=3, at=minutes(0),
                  seen_at=minutes(5), legs=BETTER, clubs=(GB, NYJ), kind=DealKind.TRADE)  # fmt: skip
    older = replace(claim, report="r9", seen_at=minutes(1))
    assert told(replace(now, claims=(claim, older))).startswith(
        "New terms, according to Adam Schefter (desk): "
    )


def test_nothing_is_said_of_what_no_reader_sees_or_of_what_is_off() -> None:
    """Another version alone is no news; what is off has a notice."""
    assert FOURTH in a_trade().acquired(GB)
    assert told(a_trade(version=2)) == ""
    off = (a_sighting(), replace(AGAIN, status=DealStatus.FAILED))
    assert told(a_trade(sightings=off), holds=Status.VOIDED) == ""
