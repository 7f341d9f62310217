"""The record of past trades as legs, in the words of the model."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from bot import clubs
from bot.model import Asset, ClubCode, Leg, Pick, Player


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTrade:
    """One trade of the record.

    Attributes:
        day: noon of its day.
        homes: the record's own code of each club, which tells where it played then.
        legs: every asset that moved.
    """

    id: str
    day: datetime
    homes: dict[ClubCode, str]
    legs: tuple[Leg, ...]

    def given_by(self, club: ClubCode) -> list[Asset]:
        """What this club gave, players first."""
        given = [leg.asset for leg in self.legs if leg.gave == club]
        return sorted(given, key=lambda asset: not isinstance(asset, Player))


def past_trades(shared: Path) -> list[PastTrade]:
    """Every trade of the file, in its order."""
    with (shared / "data/nflverse/trades.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [_trade(id_, list(group)) for id_, group in groupby(rows, lambda row: row["trade_id"])]


def _trade(id_: str, rows: list[dict[str, str]]) -> PastTrade:
    day = datetime.fromisoformat(rows[0]["trade_date"]).replace(hour=12, tzinfo=UTC)
    homes = {_code(row[side]): row[side] for row in rows for side in ("gave", "received")}
    return PastTrade(id=id_, day=day, homes=homes, legs=tuple(_legs(rows)))


def _legs(rows: list[dict[str, str]]) -> Iterator[Leg]:
    for row in rows:
        yield Leg(gave=_code(row["gave"]), received=_code(row["received"]), asset=_asset(row))


def _asset(row: dict[str, str]) -> Asset:
    if not row["pick_season"]:
        return Player(name=row["pfr_name"])
    return Pick(
        season=int(row["pick_season"]),
        round=int(row["pick_round"]) if row["pick_round"] else None,
        number=int(row["pick_number"]) if row["pick_number"] else None,
        condition="conditional" if row["conditional"] == "1" else None,
    )


def _code(text: str) -> ClubCode:
    club = clubs.by_code(text)
    assert club is not None
    return club.code
