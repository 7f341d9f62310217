"""A trade of nflverse's table as one of ours, so that the very same code makes its card."""

from datetime import UTC, date, datetime, time

from bot.errors import UsageError
from bot.model import (
    Asset,
    DealKind,
    DealStatus,
    GsisId,
    Insight,
    Leg,
    Pick,
    Player,
    Sighting,
    Source,
    SourceKind,
    Status,
    Trade,
    TradeId,
    Trust,
)
from bot.stats import queries
from bot.stats.db import Stats
from bot.stats.facts import RecordedTrade, TradedAsset
from bot.stats.groups import group_of
from bot.stats.insights import case, compute

PREFIX = "nflverse:"
FEED = "nflverse trades"
_BEST_TERMS = 100  # the record is the last word on the terms


def number(asked: str) -> int:
    """The number behind "nflverse:".

    Raises:
        UsageError: there is none.
    """
    digits = asked.removeprefix(PREFIX)
    if digits.isascii() and digits.isdigit() and len(digits) <= len("999999999"):
        return int(digits)
    raise UsageError(f"{asked!r} is no trade of nflverse: write it as {PREFIX}1799.")


def explained(
    stats: Stats, asked: str, as_of: date | None
) -> tuple[Trade, tuple[Insight, ...]] | None:
    """The trade and its reasons as of a day, else its own; None where it was not known then."""
    found = queries.recorded(stats, number(asked), as_of or date.max)
    if found is None:
        return None
    known = queries.recorded(stats, found.id, as_of or found.day)
    if known is None:
        return None
    return as_trade(stats, known), compute(case.of_recorded(stats, known, as_of or known.day))


def as_trade(stats: Stats, recorded: RecordedTrade) -> Trade:
    """The record with its source; official, since it is written down after the fact."""
    moment = datetime.combine(recorded.day, time(12), UTC)
    legs = tuple(
        Leg(gave=asset.gave, received=asset.received, asset=_asset(stats, asset))
        for asset in recorded.assets
    )
    players = any(not asset.is_pick for asset in recorded.assets)
    return Trade(
        id=TradeId(f"{PREFIX}{recorded.id}"),
        version=1,
        kind=DealKind.TRADE if players else DealKind.PICK_TRADE,
        status=Status.OFFICIAL,
        legs=legs,
        clubs=recorded.clubs,
        terms_rank=_BEST_TERMS,
        traded_on=recorded.day,
        created_at=moment,
        updated_at=moment,
        sightings=(_sighting(recorded, moment),),
    )


def _sighting(recorded: RecordedTrade, moment: datetime) -> Sighting:
    return Sighting(
        report=str(recorded.id),
        feed=FEED,
        trust=Trust.OFFICIAL,
        status=DealStatus.OFFICIAL,
        sources=(Source(name="nflverse", kind=SourceKind.LEAGUE, tier=1),),
        published_at=moment,
        seen_at=moment,
        day_only=True,
    )


def _asset(stats: Stats, asset: TradedAsset) -> Asset:
    if asset.is_pick:
        return Pick(
            season=asset.season,
            round=asset.round,
            number=asset.number,
            condition="conditional" if asset.conditional else None,
        )
    who = queries.who(stats, asset.pid) if asset.pid is not None else None
    return Player(
        name=asset.name or (who.name if who else ""),
        position=who.position if who and group_of(who.position) else None,  # the file has "XX" too
        gsis=GsisId(who.gsis) if who and who.gsis else None,
    )
