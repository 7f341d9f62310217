"""Who wants cards: a channel, what it asked for, and how cards should look there."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.words import ClubCode, DealKind, DestinationId, LaneId, Status


class Importance(StrEnum):
    """How much a trade moves, by its price: minor, then from a pick of the first three rounds on, or a first-rounder."""

    MINOR = "minor"
    NOTABLE = "notable"
    MAJOR = "major"

    @property
    def rank(self) -> int:
        """From 0, so that two can be compared."""
        return list(Importance).index(self)


class Style(StrEnum):
    """How much of a card a channel shows."""

    FULL = "full"
    COMPACT = "compact"  # the terms without the reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """The hours of each day in which no new card starts; an end before the start is on the next day.

    Attributes:
        start, end: full hours, 0 to 23; the end is the first hour that is loud again.
    """

    start: int
    end: int
    zone: ZoneInfo

    def until(self, now: datetime) -> datetime | None:
        """When the quiet that holds now is over; None where none holds."""
        local = now.astimezone(self.zone)
        if (local.hour - self.start) % 24 >= (self.end - self.start) % 24:
            return None
        over = local.replace(hour=self.end, minute=0, second=0, microsecond=0)
        over = over if over > local else over + timedelta(days=1)
        return over.astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How cards look and arrive in a channel; adapters read it, nobody else.

    Attributes:
        pings: the role that a new card of a status mentions.
        thread: a thread for talk is opened under each new card.
        publish: in an announcement channel, confirmed cards are published to its followers.
    """

    style: Style = Style.FULL
    pings: tuple[tuple[Status, str], ...] = ()
    thread: bool = False
    publish: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One channel that wants cards.

    Attributes:
        server: the Discord server or Slack workspace whose managers may change it; empty for one of the file.
        clubs: only trades of these clubs; empty means all.
        positions: only trades with a player of these; empty means all.
        kinds: only trades of these kinds; empty means all.
        statuses: only cards of these statuses.
        least: only trades of at least this importance.
        paused: no new card starts, by a manager's word; what is shown is kept true.
        quiet: the hours in which new cards wait.
    """

    id: DestinationId
    platform: str
    channel: str
    lane: LaneId
    server: str = ""
    clubs: tuple[ClubCode, ...] = ()
    positions: tuple[str, ...] = ()
    kinds: tuple[DealKind, ...] = ()
    statuses: tuple[Status, ...] = (Status.REPORTED, Status.OFFICIAL, Status.VOIDED)
    least: Importance = Importance.MINOR
    paused: bool = False
    quiet: Quiet | None = None
    manner: Manner = field(default_factory=Manner)
