"""A register asked on hand-written tables: one deal of one player, and what stands against his name."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.model import ClubCode, Deal, DealKind, DealStatus, GsisId, Leg, Player, Standing
from bot.stats.db import Stats
from bot.stats.register import standings
from tests.stats.tables import Writer, tables

OCTOBER = date(2023, 10, 18)  # week 6 of 2023 is over since the day before
LA, MIN, HOU, NYJ = map(ClubCode, ("LA", "MIN", "HOU", "NYJ"))


def told(player: Player, gave: str | None = LA, received: str | None = MIN) -> Deal:
    """A report that a player is traded."""
    leg = Leg(
        gave=ClubCode(gave) if gave else None,
        received=ClubCode(received) if received else None,
        asset=player,
    )
    clubs = tuple(club for club in (leg.gave, leg.received) if club)
    return Deal(kind=DealKind.TRADE, status=DealStatus.AGREED, legs=(leg,), clubs=clubs)


def asked(
    path: Path,
    write: Callable[[Writer], object],
    name: str = "Dale Preston",
    *,
    gave: str | None = LA,
    received: str | None = MIN,
    position: str | None = None,
    day: date = OCTOBER,
    gsis: str | None = None,
    partial: bool = False,
) -> Standing:
    """What the register that `write` fills says of a player on a day."""
    with tables(path / "stats.db") as t:
        write(t)
    who = Player(name=name, position=position, partial=partial, gsis=GsisId(gsis) if gsis else None)
    with Stats(path / "stats.db") as stats:
        return standings(stats, told(who, gave, received), day)[name]


def everybody(t: Writer, season: int = 2023) -> None:
    """As many newcomers of a season as make the table of persons whole."""
    for n in range(260):
        t.player(f"Newcomer Number{n}", rookie_season=season)
