"""`gridwire trades`, `card` and `explain`: read what the service knows, while it runs."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from bot import cards, clubs, gate
from bot.app.statsdesk import day_of, reasons_of, stats_desk
from bot.config import Config
from bot.errors import UsageError
from bot.model import (
    Card,
    CardKind,
    ClubCode,
    DeliveryKey,
    DestinationId,
    Insight,
    Trade,
    name_key,
)
from bot.ports import Register
from bot.stats.db import Stats
from bot.stats.supervise import FILE
from bot.store import SqliteStore, open_reader

MOST_TRADES = 10_000
MOST_NAMED = 8  # ids in one sentence


@asynccontextmanager
async def reading(data_dir: Path) -> AsyncIterator[SqliteStore | None]:
    """The store of this data directory, or None where no service has run yet."""
    path = data_dir / "gridwire.db"
    if not path.exists():
        yield None
        return
    async with open_reader(path) as database:
        yield SqliteStore(database)


@asynccontextmanager
async def rosters(data_dir: Path) -> AsyncIterator[Register | None]:
    """Who players are by the statistics of this data directory, or None where none were loaded yet."""
    path = data_dir / FILE
    if not path.exists():
        yield None
        return
    async with stats_desk(path) as desk:
        yield desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which trades are asked for."""

    club: ClubCode | None = None
    player: str | None = None
    since: date | None = None

    def fits(self, trade: Trade) -> bool:
        """Whether this trade is one of them."""
        club = self.club is None or self.club in trade.clubs
        player = self.player is None or _is_named(self.player, trade)
        return club and player and (self.since is None or trade.traded_on >= self.since)


def _is_named(asked: str, trade: Trade) -> bool:
    """Whether this is a part of a player's name; a name without a Latin letter has no key."""
    key = name_key(asked)
    names = [player.name for player in trade.players]
    return any(key in name_key(name) if key else asked in name for name in names)


def club_named(text: str) -> ClubCode:
    """The club that the user means by a code, city or nickname.

    Raises:
        UsageError: no club, or more than one, goes by that name.
    """
    known = clubs.by_code(text)
    found = (known.code,) if known else clubs.names().get(text.strip().casefold(), ())
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{text!r} is more than one club: say {' or '.join(found)}.")
    codes = ", ".join(club.code for club in clubs.CLUBS)
    raise UsageError(f"no club is called {text!r}: use a code ({codes}) or a name like Vikings.")


async def latest(store: SqliteStore, wish: Wish) -> list[Trade]:
    """The trades asked for that may be shown, newest first."""
    trades = await store.trades(limit=MOST_TRADES)
    return [t for t in trades if wish.fits(t) and gate.decide(t, t.updated_at).card is not None]


async def one(store: SqliteStore | None, asked: str) -> Trade | None:
    """The trade with this id, or the only one whose id starts so.

    Raises:
        UsageError: several trades start so, or it is a record, which no feed told us.
    """
    if asked.startswith("nflverse:"):
        raise UsageError(f"{asked} is a record, not a report: gridwire card {asked} shows it.")
    if store is None:
        return None
    trades = await store.trades(limit=MOST_TRADES)
    found = [t for t in trades if t.id == asked] or [t for t in trades if t.id.startswith(asked)]
    if len(found) > 1:
        some = ", ".join([t.id for t in found[:MOST_NAMED]] + ["..."] * (len(found) > MOST_NAMED))
        raise UsageError(f"{asked!r} fits {len(found)} trades: say which of {some}")
    return found[0] if found else None


def card_of(trade: Trade, config: Config, insights: Sequence[Insight] = ()) -> Card:
    """The card of a trade as it stands now."""
    return cards.build(trade, gate.showable(trade), CardKind.CARD, config.zone, insights)


def explaining(data_dir: Path, trade: Trade, as_of: date | None) -> tuple[Insight, ...]:
    """Why a trade of ours makes sense, as of a day, else its own; nothing before a first load.

    Raises:
        StatsError: the statistics cannot be read.
    """
    path = data_dir / FILE
    if not path.exists():
        return ()
    with Stats(path) as stats:
        return reasons_of(stats, trade, as_of or day_of(trade))


def rendered(trade: Trade, config: Config, form: str, insights: Sequence[Insight] = ()) -> str:
    """The card as text, or as the very payload that a platform would be sent (JSON)."""
    card = card_of(trade, config, insights)
    key = DeliveryKey(trade=trade.id, destination=DestinationId(form), kind=CardKind.CARD)
    match form:
        case "discord":
            from adapters.discord import notifier as discord_notifier  # noqa: PLC0415 - only when asked

            return _pretty(discord_notifier.payload(card, key))
        case "slack":
            from adapters.slack import notifier as slack_notifier  # noqa: PLC0415 - only when asked

            return _pretty(slack_notifier.payload(card, key))
        case "json":
            told = [insight_json(insight) for insight in insights]
            return _pretty({"trade": trade_json(trade), "insights": told})
        case _:
            return cards.plain(card)


def _pretty(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def insight_json(insight: Insight) -> dict[str, Any]:
    """A reason for programs."""
    return {
        "kind": insight.kind,
        "club": insight.club,
        "player": insight.player,
        "text": insight.text,
        "data": insight.data,
        "source": insight.source,
        "as_of": insight.as_of,
    }


def trade_json(trade: Trade) -> dict[str, Any]:
    """A trade for programs: what each club gets, its status and its timeline."""
    return {
        "id": trade.id,
        "version": trade.version,
        "kind": trade.kind,
        "status": trade.status,
        "date": trade.traded_on,
        "clubs": trade.clubs,
        "receives": {
            club: [cards.asset_text(asset) for asset in trade.acquired(club)]
            for club in trade.clubs
        },
        "timeline": [msgspec.to_builtins(sighting) for sighting in trade.sightings],
    }


def table(trades: Sequence[Trade], config: Config) -> list[tuple[str, str, str, str]]:
    """Rows for people: day, status, headline, id."""
    built = [(trade, card_of(trade, config)) for trade in trades]
    return [(f"{t.traded_on:%Y-%m-%d}", card.status, card.headline, t.id) for t, card in built]
