"""What readers see, where, and the ledger's row of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.model.words import ClubCode, DestinationId, MessageRef, Status, TradeId


class CardKind(StrEnum):
    """What a delivery posts; names sort in posting order."""

    CARD = "card"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one club gets, in words, one line an asset.

    Attributes:
        formerly: what earlier reports had it get, and what no longer holds.
    """

    club: ClubCode
    name: str
    gets: tuple[str, ...]
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A trade as a reader should see it, before any platform's markup.

    Every text is plain: adapters neutralise it for their platform.

    Attributes:
        headline: one line, "Rams send RB Cam Akers to the Vikings".
        summary: one full sentence for notifications and screen readers.
        reasons: groups of short statements that explain the trade, each under its heading.
        credit: as of which day the reasons are, and whose data; empty without reasons.
        notes: what a careful reader must know ("Terms not yet confirmed").
        timeline: one line a source, oldest first.
        colour: the receiving club's colour as 0xRRGGBB.
        told: the timeline once more as values, for platforms that show a moment in the reader's own zone;
            empty where the lines are all there is.
        clubs: every club of the trade, also where no side is shown.
        players: the names of those who change clubs.
        news: what the channel that it goes to has not seen of it yet, in a sentence, where its thread tells that.
        items: of a digest, the cards that it lists; its own sides, reasons and timeline are empty then.
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
    credit: str = ""
    told: tuple["Told", ...] = ()
    clubs: tuple[ClubCode, ...] = ()
    players: tuple[str, ...] = ()
    items: tuple["Card", ...] = ()
    news: str = ""

    @property
    def corrected(self) -> bool:
        """Whether earlier reports had other terms than those shown."""
        return any(side.formerly for side in self.sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the timeline as values.

    Attributes:
        at: when it was told.
        day: that day in words where no more than the day is known: it does not move with the zone.
        claim: what it was told to be: "rumour", "reported", "official", "off".
        who: whose story it is, and in which feed.
    """

    at: datetime
    day: str
    claim: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryKey:
    """What makes a delivery unique: a post happens once a key."""

    trade: TradeId
    destination: DestinationId
    kind: CardKind

    def __str__(self) -> str:
        """The key in words, for logs and for hashing: part 0, the only one."""
        return f"{self.trade}|{self.destination}|{self.kind}|0"


class DeliveryDoubt(StrEnum):
    """A delivery of which a restored backup does not know whether it was sent: look for it.

    LOOK posts what is not found, HOLD leaves it to a person, since its trade may have gone by another id.
    """

    LOOK = "look"
    HOLD = "hold"


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
        shown: the version that the destination surely shows; 0 before the first.
        doubt: set where a backup was restored and a message may stand that is not known of.
    """

    key: DeliveryKey
    version: int
    ref: MessageRef | None
    attempts: int
    unknown_since: datetime | None
    created_at: datetime
    edits: int
    failing_since: datetime | None
    doubt: DeliveryDoubt | None = None
    shown: int = 0

    @property
    def is_first_try(self) -> bool:
        """Whether no earlier try can have left a message."""
        return self.ref is None and self.unknown_since is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something small that follows a card that stands.

    Attributes:
        key: the card's.
        what: its name, the adapter's own.
        text: what it needs to know, as of when it was first owed.
        ref: the card's message.
        tries: how often it was begun before; what came of the last try is not known.
        since: when the card was shown.
        lately: when the like was done in this destination within the last hour, oldest first.
    """

    key: DeliveryKey
    what: str
    text: str
    ref: MessageRef
    tries: int
    since: datetime
    lately: tuple[datetime, ...]
