"""Our merged view of a trade, and how it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.deals import Asset, Leg, Player, Source
from bot.model.words import ClubCode, DealKind, DealStatus, Status, TradeId, Trust, league_day


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Our merged, versioned view of one trade.

    Attributes:
        version: 1 for the first; every change that a reader could see raises it.
        legs: the terms as the best source so far states them.
        terms_rank: how good that source is (merge.rank); a worse one cannot change the terms.
        traded_on: the day of the event, as far as known.
        quiet: known from a first poll, and so never announced.
        sightings: the timeline, oldest first.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One condition of the gate, with its outcome in words."""

    check: str
    passed: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the gate says of a trade: which card may be shown, and why.

    Attributes:
        card: the status a card may claim; None when no card of this trade may be shown at all.
    """

    card: Status | None
    checks: tuple[Check, ...]

    @property
    def posts(self) -> bool:
        """Whether a new card may start."""
        return self.card is not None and all(check.passed for check in self.checks)

    @property
    def is_void(self) -> bool:
        """Whether the trade is off."""
        return self.card is Status.VOIDED


def sources_of(sightings: Sequence[Sighting]) -> tuple[Source, ...]:
    """Every primary source of a timeline, once each, in order of appearance."""
    found = {source.name: source for sighting in sightings for source in sighting.sources}
    return tuple(found.values())
