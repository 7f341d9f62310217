"""What the gate looks at and what it says: conditions, checks, standings, brakes, verdicts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.deals import Deal, Player
from bot.model.words import ClubCode, Status, TradeId


class Condition(StrEnum):
    """What a card must pass; the value is its name in programs, `words` what a person reads."""

    CHANGE = "change"
    PARTIES = "parties"
    DIRECTION = "direction"
    PLAYER = "player"
    ASSETS = "assets"
    SOURCE = "source"
    NEW = "new"
    FRESH = "fresh"
    IDENTITY = "identity"
    ROSTER = "roster"
    LEDGER = "ledger"
    PAUSE = "pause"
    FLOOD = "flood"
    DESTINATION = "destination"
    UNPAUSED = "unpaused"
    STATUSES = "statuses"
    CLUBS = "clubs"
    KINDS = "kinds"
    POSITIONS = "positions"
    IMPORTANCE = "importance"

    @property
    def words(self) -> str:
        """The condition in a person's words."""
        return _TITLES[self]


_TITLES = {
    Condition.CHANGE: "the report says something new",
    Condition.PARTIES: "two clubs take part",
    Condition.DIRECTION: "every asset has a giver and a receiver",
    Condition.PLAYER: "a player is named in full",
    Condition.ASSETS: "picks go both ways",
    Condition.SOURCE: "a source that counts says so",
    Condition.NEW: "not known since the first poll",
    Condition.FRESH: "the news is fresh",
    Condition.IDENTITY: "each player is one known person",
    Condition.ROSTER: "the giver has him and the receiver has not",
    Condition.LEDGER: "no older trade is told again",
    Condition.PAUSE: "alerts are not paused",
    Condition.FLOOD: "no flood of new trades",
    Condition.DESTINATION: "a channel asked for it",
    Condition.UNPAUSED: "the channel's alerts are not paused",
    Condition.STATUSES: "the channel asked for this status",
    Condition.CLUBS: "the channel asked for one of these clubs",
    Condition.KINDS: "the channel asked for this kind of trade",
    Condition.POSITIONS: "the channel asked for one of these positions",
    Condition.IMPORTANCE: "the trade is important enough for the channel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One condition of the gate, with its outcome in words."""

    check: Condition
    passed: bool
    text: str


class Identity(StrEnum):
    """Whom a printed name means, as far as the register of the day can tell."""

    ONE = "one"
    SEVERAL = "several"
    NOBODY = "nobody"
    UNCHECKED = "unchecked"  # no register of that day


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the register says of one player of a trade, as of a day.

    Attributes:
        name: as printed.
        player: with id and full name where he is one known person, else as printed.
        club: the club that had him by the latest roster; None where no recent roster lists him.
        club_on: the day from which that roster was known.
        moved: the day of the latest older trade on record that took him the same way.
    """

    name: str
    player: Player
    identity: Identity = Identity.UNCHECKED
    club: ClubCode | None = None
    club_on: date | None = None
    moved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brakes:
    """What holds every new card.

    Attributes:
        paused: why a person stopped new cards; None while they may start.
        flood: why the flood breaker did; None while it has not tripped.
    """

    paused: str | None = None
    flood: str | None = None

    @property
    def reason(self) -> str | None:
        """Why new cards are held, in a sentence; None while they may start."""
        paused = None if self.paused is None else f"paused: {self.paused}"
        return paused if self.flood is None else "; ".join(filter(None, (paused, self.flood)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """How many trades got their first card within the last hour: all of them, and those that are still talk."""

    cards: int = 0
    rumours: int = 0


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
    def waits(self) -> bool:
        """Whether nothing but a brake holds the new card, so that it may start when that is released."""
        failed = {check.check for check in self.checks if not check.passed}
        return self.card is not None and bool(failed) and failed <= _BRAKES

    @property
    def is_void(self) -> bool:
        """Whether the trade is off."""
        return self.card is Status.VOIDED


_BRAKES = {Condition.PAUSE, Condition.FLOOD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided on one deal of a report: kept beside the report, so that it can be explained later.

    Attributes:
        deal: its place among the report's deals, from 0.
        trade: the trade that it tells of; None where nothing was kept of it.
        action: "post", "edit", "hold" or "ignore".
        card: the status that a card might claim.
        reason: what changed, in words.
        waits: nothing but a brake holds the trade's new card.
    """

    deal: int
    trade: TradeId | None
    action: str
    card: Status | None
    reason: str
    checks: tuple[Check, ...]
    at: datetime
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A stored report with what was read in it and what was decided, oldest decision first.

    Attributes:
        words: "title, line break, text", which the spans of the deals count in.
    """

    feed: str
    id: str
    title: str
    words: str
    published_at: datetime
    deals: tuple[Deal, ...]
    decisions: tuple[Decided, ...]
