"""Trades that are off, and what only looks like it. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news

OFF = """
A trade that would have sent Dale Preston from the Packers to the Jets is off, per Ian Rapoport.
The trade sending Dale Preston from the Packers to the Jets has fallen through, per ESPN.
The Packers-Jets trade for Dale Preston was not completed because the paperwork came too late.
The Packers and Jets were unable to complete a trade for Dale Preston before the deadline.
The league rescinded the trade that sent Dale Preston from the Packers to the Jets.
The Jets nixed their trade with the Packers after Dale Preston failed a physical.
The Packers-Jets trade for Dale Preston unraveled Tuesday, per Adam Schefter.
The Packers agreed to trade Dale Preston to the Jets for a third, but the league blocked it, per ESPN.
The Packers agreed to trade Dale Preston to the Jets for a third, but the deal came apart, per ESPN.
The Packers agreed to trade Dale Preston to the Jets for a third, but New York changed its mind, per ESPN.
The Packers agreed to trade Dale Preston to the Jets for a third, but did not file the papers, per ESPN.
The Packers agreed to trade Dale Preston to the Jets for a third. The league disallowed it, per ESPN.
The Packers agreed to trade Dale Preston to the Jets for a third. Hours later, the teams called it off, per ESPN.
The trade of Dale Preston from the Packers to the Jets was undone Tuesday, per ESPN.
The Packers and Jets were unable to agree on a trade for Dale Preston, per ESPN.
The Dale Preston trade between the Packers and Jets is not happening after all, per ESPN.
A trade that would have brought Dale Preston to the Jets from the Packers died Monday, ESPN reported.
The Packers and Jets agreed on a trade for Dale Preston, but the paperwork did not reach the league in time, per ESPN.
The Packers and Jets had the framework of a Dale Preston trade, but owner Al Moss would not sign off on it, per ESPN.
The Packers and Jets had a trade for Dale Preston in place, but New York's owner refused to approve the deal, per ESPN.
"""
NOT_OFF = """
The trade of Dale Preston from the Packers to the Jets is not off, per Ian Rapoport.
The Packers-Jets trade would be voided if Dale Preston fails his physical.
The Packers and Jets reworked the Dale Preston trade after he failed his physical.
Dale Preston asked the Packers for a trade after talks with the Jets collapsed.
The Jets called off practice a day after the trade deadline.
Some claim that the Packers-Jets trade for Dale Preston is off.
Dale Preston declined to waive his no-trade clause for a Packers-Jets trade.
Dale Preston asked the Packers for a trade to the Jets after his father died.
The buzz about a Packers-Jets trade for Dale Preston has died down.
Another Packers-Jets trade may not be happening soon.
"""


@pytest.mark.parametrize("text", OFF.strip().splitlines())
def test_it_is_off(text: str) -> None:
    """Told as done, by words of failure about a trade."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.FAILED
    assert set(deal.clubs) <= {"GB", "NYJ"}


@pytest.mark.parametrize("text", NOT_OFF.strip().splitlines())
def test_it_is_not_off(text: str) -> None:
    """Negated, conditional, mended, told of before, of something else, hearsay, a clause kept."""
    assert not {deal.status for deal in deals(news(text))} & {DealStatus.FAILED, DealStatus.AGREED}


def test_an_announcement_before_the_end_does_not_speak_for_it() -> None:
    """Who announced the trade did not announce that it is off."""
    text = (
        "The Packers-Jets trade for Dale Preston was voided. The Jets announced the trade Monday."
    )
    (deal,) = deals(news(text))
    assert (deal.status, deal.sources) == (DealStatus.FAILED, ())
