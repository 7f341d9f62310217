"""One trade on one day, made ready for the reasons: who moved, and which season speaks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.model import ClubCode, Leg, Pick, Player, Trade, name_key
from bot.stats import queries
from bot.stats.calendar import season_of
from bot.stats.db import Stats
from bot.stats.facts import RecordedTrade, TradedAsset
from bot.stats.groups import MAIN, group_of
from bot.stats.value import number_is_known


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A traded player whom the tables know.

    Attributes:
        group: his position group (bot.stats.groups), or None.
        gave, received: None where the report leaves a side out.
    """

    pid: int
    name: str
    group: str | None
    gave: ClubCode | None
    received: ClubCode | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPick:
    """A traded pick; what is not known is None."""

    season: int | None
    round: int | None
    number: int | None
    gave: ClubCode | None
    received: ClubCode | None


@dataclass(frozen=True, kw_only=True)
class Case:
    """What every reason is computed from.

    Attributes:
        trade_id: nflverse's, where the trade is one of its table.
        day: of the trade; reasons use recorded trades of earlier days only.
        as_of: nothing that became known later may be used.
        moved: the players, the greatest career first.
        through: the last regular week of this season that is known whole; 0 for none.
        base: (season, week) whose totals speak of the clubs now; None where none is loaded.
        whole: every asset of the trade is among the players and picks.
    """

    stats: Stats
    trade_id: int | None
    day: date
    as_of: date
    moved: tuple[Moved, ...]
    picks: tuple[MovedPick, ...]
    clubs: tuple[ClubCode, ...]
    season: int
    through: int
    base: tuple[int, int] | None
    whole: bool = True


def of_recorded(stats: Stats, recorded: RecordedTrade, as_of: date) -> Case:
    """The case of a trade of nflverse's table; players without an identity there are left out."""
    assets = recorded.assets
    return _case(
        stats,
        trade_id=recorded.id,
        day=recorded.day,
        as_of=as_of,
        moved=(_moved(stats, a.pid, a.gave, a.received) for a in assets if a.pid and not a.is_pick),
        picks=(_recorded_pick(asset, as_of) for asset in assets if asset.is_pick),
        clubs=recorded.clubs,
        assets=len(assets),
    )


def of_trade(stats: Stats, trade: Trade, as_of: date) -> Case:
    """The case of a reported trade; players whom the tables do not know for sure are left out."""
    return _case(
        stats,
        trade_id=None,
        day=trade.traded_on,
        as_of=as_of,
        moved=_resolved(stats, trade.legs, as_of),
        picks=(_pick(leg, leg.asset) for leg in trade.legs if isinstance(leg.asset, Pick)),
        clubs=trade.clubs,
        assets=len(trade.legs),
    )


def _case(
    stats: Stats,
    *,
    trade_id: int | None,
    day: date,
    as_of: date,
    moved: Iterable[Moved],
    picks: Iterable[MovedPick],
    clubs: tuple[ClubCode, ...],
    assets: int,
) -> Case:
    season = season_of(as_of)
    players, owned = tuple(moved), tuple(picks)
    return Case(
        stats=stats,
        trade_id=trade_id,
        day=day,
        as_of=as_of,
        moved=tuple(sorted(players, key=lambda m: (-_career(stats, m, as_of), m.name))),
        picks=owned,
        clubs=clubs,
        season=season,
        through=queries.through(stats, season, as_of),
        base=queries.base(stats, as_of),
        whole=len(players) + len(owned) == assets,
    )


def _career(stats: Stats, moved: Moved, as_of: date) -> float:
    """His main statistic over all known regular seasons."""
    stat = MAIN.get(moved.group or "")
    lines = queries.seasons(stats, moved.pid, as_of) if stat else ()
    return sum(line.numbers.get(stat or "", 0) for line in lines)


def _moved(
    stats: Stats,
    pid: int,
    gave: ClubCode | None,
    received: ClubCode | None,
    said: str | None = None,
) -> Moved:
    who = queries.who(stats, pid)
    group = group_of(who.position) or group_of(said)
    return Moved(pid=pid, name=who.name, group=group, gave=gave, received=received)


def _recorded_pick(asset: TradedAsset, as_of: date) -> MovedPick:
    """The record is filled in later: before April of its draft nobody knew a pick's number."""
    known = asset.season is not None and number_is_known(asset.season, as_of)
    return MovedPick(
        season=asset.season,
        round=asset.round,
        number=asset.number if known else None,
        gave=asset.gave,
        received=asset.received,
    )


def _pick(leg: Leg, pick: Pick) -> MovedPick:
    return MovedPick(
        season=pick.season,
        round=pick.round,
        number=pick.number,
        gave=leg.gave,
        received=leg.received,
    )


def _resolved(stats: Stats, legs: Iterable[Leg], as_of: date) -> Iterator[Moved]:
    for leg in legs:
        if not isinstance(leg.asset, Player):
            continue
        pid = _identity(stats, leg.asset, leg.gave, as_of)
        if pid is not None:
            yield _moved(stats, pid, leg.gave, leg.received, leg.asset.position)


def _identity(stats: Stats, player: Player, gave: ClubCode | None, as_of: date) -> int | None:
    """Who is meant: by id, else by name at the sending club, else by a name that only one has."""
    if player.gsis is not None:
        row = stats.row("SELECT pid FROM player WHERE gsis = ?", player.gsis)
        if row is not None:
            return int(row["pid"])
    named = _namesakes(stats, player.name, season_of(as_of))
    here = {pid: g for pid, g in named.items() if gave in _last_clubs(stats, pid, as_of)}
    if len(here) == 1:  # even where two sources disagree on his position
        return next(iter(here))
    said = group_of(player.position)
    agreeing = [
        pid for pid, group in (here or named).items() if None in (said, group) or group == said
    ]
    return agreeing[0] if len(agreeing) == 1 else None


def _namesakes(stats: Stats, name: str, season: int) -> dict[int, str | None]:
    """Everyone of this name who had entered the league by a season, with his group."""
    rows = stats.rows(
        "SELECT pid, position FROM player WHERE pid IN"
        " (SELECT pid FROM player WHERE name_key = ?1"
        " UNION SELECT pid FROM player_alias WHERE name_key = ?1)"
        " AND COALESCE(rookie_season, draft_season, 0) <= ?2",
        name_key(name),
        season,
    )
    return {row["pid"]: group_of(row["position"]) for row in rows}


def _last_clubs(stats: Stats, pid: int, as_of: date) -> set[ClubCode]:
    """His club in the latest known week with a row of him; two where he moved in that week."""
    spells = queries.spells(stats, pid, as_of)
    latest = max(((s.season, s.last_week) for s in spells), default=None)
    return {s.club for s in spells if (s.season, s.last_week) == latest}
