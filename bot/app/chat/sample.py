"""An invented trade between two real clubs, to see how a card looks."""

from datetime import datetime

from bot import clubs
from bot.model import Card, CardKind, ClubCode, Side, Status, TradeId, league_day

_TO, _FROM = ClubCode("MIN"), ClubCode("LA")


def sample_card(now: datetime) -> Card:
    """A card that says in its headline, summary and notes that it is a test."""
    club = clubs.by_code(_TO)
    return Card(
        trade=TradeId("sample"),
        version=1,
        kind=CardKind.CARD,
        status=Status.OFFICIAL,
        headline="TEST · Rams send RB Lyle Ashdown to the Vikings",
        summary="This is a test card with an invented player: no trade happened.",
        day=league_day(now, day_only=False),
        sides=(
            Side(club=_TO, name=clubs.name(_TO), gets=("RB Lyle Ashdown", "2027 7th-round pick")),
            Side(club=_FROM, name=clubs.name(_FROM), gets=("2027 6th-round pick",)),
        ),
        reasons=(
            ("Why the Vikings", ("On a real card this says what the club needs, in numbers.",)),
        ),
        notes=("A test by a manager of this server; no trade happened.",),
        timeline=("A real card names here who reported it, and when.",),
        colour=club.colour if club else 0,
        clubs=(_TO, _FROM),
        players=("Lyle Ashdown",),
    )
