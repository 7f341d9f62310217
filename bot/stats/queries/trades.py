"""Recorded trades, as they were known on a day, oldest first.

A pick's number shows from 1 April of its season, and who was drafted with it from 15 May: nflverse fills both in later.
"""

import sqlite3
from datetime import date
from itertools import groupby
from typing import Any

from bot.model import ClubCode
from bot.stats.db import Stats
from bot.stats.facts import RecordedTrade, TradedAsset
from bot.stats.value import draft_is_known, number_is_known, value_of

_SELECT = (
    "SELECT t.season AS league_year, t.day, l.* FROM trade t JOIN trade_leg l USING (trade_id)"
    " WHERE t.known_on <= ?1 AND "
)
_LEG = "t.trade_id IN (SELECT trade_id FROM trade_leg WHERE "


def recorded(stats: Stats, trade_id: int, as_of: date) -> RecordedTrade | None:
    """The trade of this number in nflverse's table; None if there is none by then."""
    return next(iter(_trades(stats, as_of, "t.trade_id = ?2", trade_id)), None)


def of_club(
    stats: Stats,
    club: ClubCode,
    as_of: date,
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[RecordedTrade, ...]:
    """A club's trades, from the day `since` to the day `until`, both included."""
    where = f"{_LEG}gave = ?2 OR received = ?2) AND t.day BETWEEN ?3 AND ?4"
    return _trades(stats, as_of, where, club, since or date.min, until or as_of)


def between(stats: Stats, a: ClubCode, b: ClubCode, as_of: date) -> tuple[RecordedTrade, ...]:
    """Trades in which one of two clubs gave the other something."""
    where = f"{_LEG}(gave = ?2 AND received = ?3) OR (gave = ?3 AND received = ?2))"
    return _trades(stats, as_of, where, a, b)


def of_player(stats: Stats, pid: int, as_of: date) -> tuple[RecordedTrade, ...]:
    """Trades that moved a player himself, not a pick he became."""
    return _trades(stats, as_of, f"{_LEG}pid = ?2)", pid)


def in_season(stats: Stats, season: int, as_of: date) -> tuple[RecordedTrade, ...]:
    """All trades of a league year."""
    return _trades(stats, as_of, "t.season = ?2", season)


def first_season(stats: Stats) -> int | None:
    """The season with which the table begins; None where it is empty."""
    row = stats.row("SELECT MIN(season) AS season FROM trade")
    season: int | None = row["season"] if row else None
    return season


def picks_moved(
    stats: Stats, club: ClubCode, as_of: date, *, pick_season: int | None = None, away: bool = True
) -> tuple[tuple[RecordedTrade, TradedAsset], ...]:
    """Each pick that a club gave away (or received), with its trade; of one draft if named."""
    return tuple(
        (trade, asset)
        for trade in of_club(stats, club, as_of)
        for asset in trade.assets
        if asset.is_pick
        and club == (asset.gave if away else asset.received)
        and pick_season in {None, asset.season}
    )


def biggest(
    stats: Stats, season: int, as_of: date, limit: int = 5
) -> tuple[tuple[RecordedTrade, float], ...]:
    """A league year's trades by the summed chart value of every pick in them, greatest first, ties by id.

    The value is not rounded. Players have none on the chart: trades without a pick are left out.
    """
    valued = [
        (trade, sum(found[0] for found in values if found))
        for trade in in_season(stats, season, as_of)
        if any(values := [value_of(asset, as_of) for asset in trade.assets])
    ]
    return tuple(sorted(valued, key=lambda pair: (-pair[1], pair[0].id))[:limit])


def _trades(stats: Stats, as_of: date, where: str, *values: Any) -> tuple[RecordedTrade, ...]:
    rows = stats.rows(f"{_SELECT}{where} ORDER BY t.day, t.trade_id, l.seq", as_of, *values)
    return tuple(_trade(list(legs), as_of) for _, legs in groupby(rows, lambda r: r["trade_id"]))


def _trade(legs: list[sqlite3.Row], as_of: date) -> RecordedTrade:
    return RecordedTrade(
        id=legs[0]["trade_id"],
        season=legs[0]["league_year"],
        day=date.fromisoformat(legs[0]["day"]),
        assets=tuple(_asset(leg, as_of) for leg in legs),
    )


def _asset(leg: sqlite3.Row, as_of: date) -> TradedAsset:
    gave, received = ClubCode(leg["gave"]), ClubCode(leg["received"])
    season = leg["pick_season"]
    if season is None:
        return TradedAsset(gave=gave, received=received, pid=leg["pid"], name=leg["name"])
    return TradedAsset(
        gave=gave,
        received=received,
        season=season,
        round=leg["pick_round"],
        number=leg["pick_number"] if number_is_known(season, as_of) else None,
        conditional=bool(leg["conditional"]),
        drafted=leg["drafted_name"] if draft_is_known(season, as_of) else None,
    )
