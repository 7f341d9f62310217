"""The words of the field as values: reports, deals, trades, cards.

Everything here is frozen, imports nothing of Gridwire and knows no platform. Times are aware UTC datetimes.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

ClubCode = NewType("ClubCode", str)  # nflverse's codes: LA, WAS, LV, JAX
GsisId = NewType("GsisId", str)
TradeId = NewType("TradeId", str)  # derived from content, so that two instances agree
DestinationId = NewType("DestinationId", str)  # "<platform>:<channel>"
LaneId = NewType("LaneId", str)  # one rate-limit domain
MessageRef = NewType("MessageRef", str)  # how a platform finds a posted message again


LEAGUE_ZONE = ZoneInfo("America/New_York")  # the league's day ends at midnight Eastern


def league_day(moment: datetime, *, day_only: bool) -> date:
    """The day of an event: the wire's stamp is one already, news has a moment."""
    return moment.date() if day_only else moment.astimezone(LEAGUE_ZONE).date()


class Trust(StrEnum):
    """How far a feed is believed, by configuration."""

    OFFICIAL = "official"
    TRUSTED = "trusted"
    AGGREGATOR = "aggregator"


class ReportKind(StrEnum):
    """How a report is written: decides which grammar reads it."""

    WIRE = "wire"
    NEWS = "news"


class DealKind(StrEnum):
    """What changed hands."""

    TRADE = "trade"
    PICK_TRADE = "pick_trade"


class DealStatus(StrEnum):
    """What one report claims about a deal."""

    RUMOUR = "rumour"
    AGREED = "agreed"
    OFFICIAL = "official"
    FAILED = "failed"


class Status(StrEnum):
    """What we hold to be true of a trade, and so what its card says."""

    RUMOUR = "rumour"
    REPORTED = "reported"
    OFFICIAL = "official"
    VOIDED = "voided"


class SourceKind(StrEnum):
    """Who the primary source of a report is."""

    REPORTER = "reporter"
    OUTLET = "outlet"
    CLUB = "club"
    LEAGUE = "league"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A primary source as the report names it.

    Attributes:
        name: the display name ("Adam Schefter", "ESPN").
        tier: 1 is believed alone; 2 needs a second source; 3 is only noted.
    """

    name: str
    kind: SourceKind
    tier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A player as the report names him."""

    name: str
    position: str | None = None
    gsis: GsisId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A draft pick; whatever the report does not say is None.

    Attributes:
        season: the year of the draft.
        number: the overall number.
        original: the club whose pick it first was, if another than the giver.
        condition: the condition in the report's words ("conditional" where it says no more).
    """

    season: int | None = None
    round: int | None = None
    number: int | None = None
    original: ClubCode | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cash:
    """Money that changes hands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureConsiderations:
    """Something to be named later."""


Asset = Player | Pick | Cash | FutureConsiderations


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One asset that goes from one club to another; a side the report leaves out is None."""

    gave: ClubCode | None
    received: ClubCode | None
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One feed item as published.

    Attributes:
        id: stable within its feed.
        feed: the feed's configured name.
        title: headline; empty on the wire.
        text: the item's text, plain, as published.
        published_at: what the feed says; the wire knows only the day.
        seen_at: when we first read it.
        filer: the club whose row this is, on the wire.
        day_only: published_at is a calendar day, not a moment.
    """

    id: str
    feed: str
    trust: Trust
    kind: ReportKind
    title: str
    text: str
    published_at: datetime
    seen_at: datetime
    author: str = ""
    url: str = ""
    filer: ClubCode | None = None
    day_only: bool = False

    @property
    def day(self) -> date:
        """The league's day of publication."""
        return league_day(self.published_at, day_only=self.day_only)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    r"""What one report says of one transaction.

    Attributes:
        clubs: the parties named, also those that receive nothing by this report.
        sources: the primary sources that the report attributes the news to.
        rule: the id of the grammar rule that matched.
        span: start and end of the matched text, in characters of "title\ntext".
    """

    kind: DealKind
    status: DealStatus
    legs: tuple[Leg, ...]
    clubs: tuple[ClubCode, ...]
    sources: tuple[Source, ...] = ()
    rule: str = ""
    span: tuple[int, int] = (0, 0)


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


class CardKind(StrEnum):
    """What a delivery posts; names sort in posting order."""

    CARD = "card"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one club gets, in words, one line an asset."""

    club: ClubCode
    name: str
    gets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A trade as a reader should see it, before any platform's markup.

    Every text is plain: adapters neutralise it for their platform.

    Attributes:
        headline: one line, "Rams send RB Cam Akers to the Vikings".
        summary: one full sentence for notifications and screen readers.
        reasons: groups of short statements that explain the trade, each under its heading.
        notes: what a careful reader must know ("Terms not yet confirmed").
        timeline: one line a source, oldest first.
        colour: the receiving club's colour as 0xRRGGBB.
    """

    trade: TradeId
    version: int
    kind: CardKind
    status: Status
    headline: str
    summary: str
    day: date
    sides: tuple[Side, ...]
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    timeline: tuple[str, ...]
    colour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One channel that wants cards.

    Attributes:
        clubs: only trades of these clubs; empty means all.
        statuses: only cards of these statuses.
    """

    id: DestinationId
    platform: str
    channel: str
    lane: LaneId
    clubs: tuple[ClubCode, ...] = ()
    statuses: tuple[Status, ...] = (Status.REPORTED, Status.OFFICIAL, Status.VOIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryKey:
    """What makes a delivery unique: a post happens once a key."""

    trade: TradeId
    destination: DestinationId
    kind: CardKind

    def __str__(self) -> str:
        """The key in words, for logs and for hashing: part 0, the only one."""
        return f"{self.trade}|{self.destination}|{self.kind}|0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One claimed row of the ledger.

    Attributes:
        version: the version that the destination should show now.
        ref: the posted message; None means post, else edit.
        attempts: tries since the last success, this one included; those that a crash cut off do not count.
        unknown_since: the first try whose outcome is unknown; None on a first try.
        created_at: when the delivery was first wanted.
        edits: how often the message was edited.
        failing_since: the first failure since the last success; None while nothing has failed.
    """

    key: DeliveryKey
    version: int
    ref: MessageRef | None
    attempts: int
    unknown_since: datetime | None
    created_at: datetime
    edits: int
    failing_since: datetime | None

    @property
    def is_first_try(self) -> bool:
        """Whether no earlier try can have left a message."""
        return self.ref is None and self.unknown_since is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a feed gave us to ask "has this changed?" with."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One item of a feed that could not be read; the others go on."""

    raw: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One answer of a feed.

    Attributes:
        reports: oldest first.
        modified: False when the feed said that nothing changed (304).
    """

    reports: tuple[Report, ...]
    validators: Validators
    rejected: tuple[Rejected, ...] = ()
    modified: bool = True


_SUFFIX = re.compile(r"[ ,]+(?:jr|sr|ii|iii|iv|v)$")
_INITIALS = re.compile(r"\b([a-z]) (?=[a-z]\b)")


def name_key(name: str) -> str:
    """A player's name for comparing: no case, accents, dots, apostrophes or suffix; "A. J." is "aj"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = " ".join(re.sub(r"[.'`]", "", plain).replace("-", " ").split())
    return _INITIALS.sub(r"\1", _SUFFIX.sub("", words))


def sources_of(sightings: Sequence[Sighting]) -> tuple[Source, ...]:
    """Every primary source of a timeline, once each, in order of appearance."""
    found = {source.name: source for sighting in sightings for source in sighting.sources}
    return tuple(found.values())
