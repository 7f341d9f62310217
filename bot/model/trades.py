"""Our merged view of a trade, and how it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.model.deals import Asset, Leg, Player, Source
from bot.model.words import (
    LEAGUE_ZONE,
    ClubCode,
    DealKind,
    DealStatus,
    Status,
    TradeId,
    Trust,
    league_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One report in a trade's timeline."""

    report: str
    feed: str
    trust: Trust
    status: DealStatus
    sources: tuple[Source, ...]
    published_at: datetime
    seen_at: datetime
    url: str = ""
    title: str = ""
    day_only: bool = False

    @property
    def day(self) -> date:
        """The league's day of publication."""
        return league_day(self.published_at, day_only=self.day_only)

    @property
    def moment(self) -> datetime:
        """When it was told; of a row that knows only its day, when on that day we first saw it."""
        if not self.day_only:
            return self.published_at
        start, end = (datetime.combine(self.day, at, LEAGUE_ZONE) for at in (time.min, time.max))
        return min(max(self.seen_at, start), end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one report says changed hands: kept beside what others say, whoever is right.

    Attributes:
        report, feed: where it was read; empty for what a version without claims had put together.
        status: what the report holds it to be.
        rank: how good its source is, from 1 (an aggregator) to 4 (the club, the league, the wire).
        at: when it was published.
        seen_at: when these words were read last; an item may be edited.
        legs: as the report states them, with the rule and the words behind each.
        clubs: the parties that it names.
        kind: as the report has it.
    """

    report: str
    feed: str
    status: DealStatus
    rank: int
    at: datetime
    seen_at: datetime
    legs: tuple[Leg, ...]
    clubs: tuple[ClubCode, ...]
    kind: DealKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Our merged, versioned view of one trade.

    Attributes:
        version: 1 for the first; every change that a reader could see raises it.
        legs: the terms as the best sources state them.
        terms_rank: the rank of the best of them, 0 for talk; a worse one only fills gaps.
        traded_on: the day of the event, as far as known.
        quiet: known from a first poll, and so never announced.
        sightings: the timeline, oldest first; of very many the telling ones.
        claims: what each report says changed hands; `legs` is made of them.
        disputed: equally good sources contradict each other, and none has spoken since.
    """

    id: TradeId
    version: int
    kind: DealKind
    status: Status
    legs: tuple[Leg, ...]
    clubs: tuple[ClubCode, ...]
    terms_rank: int
    traded_on: date
    created_at: datetime
    updated_at: datetime
    sightings: tuple[Sighting, ...]
    quiet: bool = False
    claims: tuple[Claim, ...] = ()
    disputed: bool = False

    def acquired(self, club: ClubCode) -> tuple[Asset, ...]:
        """The assets that this club gets."""
        return tuple(leg.asset for leg in self.legs if leg.received == club)

    def sent(self, club: ClubCode) -> tuple[Asset, ...]:
        """The assets that this club gives."""
        return tuple(leg.asset for leg in self.legs if leg.gave == club)

    @property
    def players(self) -> tuple[Player, ...]:
        """Every player that changes clubs."""
        return tuple(leg.asset for leg in self.legs if isinstance(leg.asset, Player))


class ChangeReason(StrEnum):
    """Why a trade changed; the value is what a person reads."""

    NEW = "first report of this trade"
    STATUS = "status moved forward"
    TERMS = "terms changed"
    SOURCE = "another source confirms it"
    VOIDED = "the trade is off"
    REPEAT = "nothing new in this report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one deal does to what we know; the store applies it as a whole.

    Attributes:
        trade: the trade as it should be stored.
        expected_version: the stored version this was decided on; 0 for a new trade.
        visible: a reader of the card would see a difference, so the version was raised.
    """

    reason: ChangeReason
    trade: Trade
    expected_version: int

    @property
    def visible(self) -> bool:
        """Whether the card looks different after this change."""
        return self.trade.version > self.expected_version


def sources_of(sightings: Sequence[Sighting]) -> tuple[Source, ...]:
    """Every primary source of a timeline, once each, in order of appearance."""
    found = {source.name: source for sighting in sightings for source in sighting.sources}
    return tuple(found.values())
