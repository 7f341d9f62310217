"""What feeds publish, and what one report says of one transaction."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.model.words import (
    ClubCode,
    DealKind,
    DealStatus,
    Doubt,
    GsisId,
    ReportKind,
    SourceKind,
    Trust,
    league_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A primary source as the report names it.

    Attributes:
        name: the display name ("Adam Schefter", "ESPN").
        tier: 1 is believed alone; 2 needs a second source; 3 is only noted.
        printed: as this report spells it, where that differs: it is the same source.
    """

    name: str
    kind: SourceKind
    tier: int
    printed: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A player as the report names him.

    Attributes:
        gsis: the league's id, once the register knew him as of the report's day.
        partial: only his last name is printed, so that nobody may be shown for him yet.
    """

    name: str
    position: str | None = None
    gsis: GsisId | None = None
    partial: bool = False


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
    """One asset that goes from one club to another; a side the report leaves out is None.

    Two legs are equal when the same asset goes the same way, whatever words said so.

    Attributes:
        rule: the id of the grammar rule that read it.
        span: start and end of the words of the asset, in characters of "title, line break, text".
        doubt: what speaks against its direction; no card starts on such a report.
    """

    gave: ClubCode | None
    received: ClubCode | None
    asset: Asset
    doubt: Doubt | None = field(default=None, compare=False)
    rule: str = field(default="", compare=False)
    span: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where in a report's words one field of a deal was read, and by which rule.

    Attributes:
        field: "status", "kind", "club MIN", "source ESPN".
        span: start and end, in characters of "title, line break, text".
    """

    field: str
    rule: str
    span: tuple[int, int]


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
class Conclusion:
    """What a deal must mean where its report leaves a side open, by the clubs it names and by who plays where.

    It is printed beside the deal. Trades and cards are made of what is stated.
    """

    kind: DealKind
    legs: tuple[Leg, ...]
    clubs: tuple[ClubCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    r"""What one report says of one transaction.

    Attributes:
        clubs: the parties named, also those that receive nothing by this report.
        sources: the primary sources that the report attributes the news to.
        rule: the id of the grammar rule that matched.
        span: start and end of the matched text, in characters of "title\ntext".
        marks: where the other fields were read; the legs carry their own.
        concluded: the same with the sides that the report leaves open, where only one club can be meant.
    """

    kind: DealKind
    status: DealStatus
    legs: tuple[Leg, ...]
    clubs: tuple[ClubCode, ...]
    sources: tuple[Source, ...] = ()
    rule: str = ""
    span: tuple[int, int] = (0, 0)
    marks: tuple[Mark, ...] = field(default=(), compare=False)
    concluded: Conclusion | None = field(default=None, compare=False)


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
