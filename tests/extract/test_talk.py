"""Talk, offers, requests and refusals: a rumour at most, and only where somebody is in play."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news

RUMOURS = """
The Packers have held trade talks with the Jets about Dale Preston, per Adam Schefter.
The Packers and Jets have had conversations about Dale Preston, according to ESPN's Jeremy Fowler.
Teams have called the Packers about Dale Preston, sources say.
Dale Preston is drawing interest from the Jets, per Ian Rapoport.
The Jets have inquired about Packers receiver Dale Preston, per Tom Pelissero.
The Packers are taking calls on Dale Preston, Jay Glazer reports.
The Packers want at least a second-round pick for Dale Preston, per Dianna Russini.
The Packers are open to moving Dale Preston, a league source said.
Dale Preston has asked the Packers for permission to seek a trade, per his agent.
The Packers are expected to explore a trade of Dale Preston, per Ian Rapoport.
The Jets have emerged as a frontrunner for Packers receiver Dale Preston, per ESPN.
Packers GM Al Stone said the team has no interest in trading Dale Preston.
The Packers could trade Dale Preston to the Jets, per Jordan Schultz.
The Packers have spoken with the Jets about Dale Preston, per Ian Rapoport.
Several teams, among them the Jets, have called Green Bay about Dale Preston, per ESPN.
A deal sending QB Dale Preston to the Jets could happen this week, per ESPN.
The Jets have been in contact with the Packers about Dale Preston, per ESPN.
The Packers are willing to discuss Dale Preston with other clubs, per ESPN.
Packers receiver Dale Preston has asked for a trade, per ESPN.
The Packers are "leaning toward" trading Dale Preston, sources told ESPN.
"""
SILENT = """
The Packers released Dale Preston after failing to find a trade partner, per Adam Schefter.
The Jets signed Dale Preston, who had drawn interest from the Packers, per Adam Schefter.
Dale Preston and the Packers agreed to an extension months after his trade request, per ESPN.
The Packers could trade Dale Preston to the Jets before the deadline.
Dale Preston was productive after being traded by the Packers in 2019, per ESPN.
Jets fans want Dale Preston of the Packers in a trade.
Dale Preston caught nine passes for the Packers, per ESPN.
"""


@pytest.mark.parametrize("text", RUMOURS.strip().splitlines())
def test_talk_is_a_rumour(text: str) -> None:
    """Of one player who may move, without a price."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.RUMOUR
    assert [getattr(leg.asset, "name", "") for leg in deal.legs] == ["Dale Preston"]


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_what_is_settled_or_only_wished_is_no_rumour(text: str) -> None:
    """A release, a signing, an old trade, a fan's wish, speculation by nobody."""
    assert deals(news(text)) == ()
