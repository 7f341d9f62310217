"""What a server's managers are told of their channels."""

from dataclasses import dataclass
from datetime import datetime

from bot.model.destinations import Destination
from bot.model.verdicts import Check
from bot.model.words import DestinationId, Status, TradeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How deliveries to one channel go.

    Attributes:
        refused_until: the platform refuses the channel, and is asked again then; None while all is well.
        refusal: in its words.
        shown: messages that stand there.
        waiting: deliveries that are due, or will be.
        failed: deliveries given up.
    """

    destination: DestinationId
    refused_until: datetime | None
    refusal: str
    shown: int
    waiting: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A delivery that was given up, or fails at the moment."""

    trade: TradeId
    destination: DestinationId
    given_up: bool
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why a trade was or was not posted in a server's channels.

    Attributes:
        card: what its card may claim now; None where none may be shown.
        checks: what the gate asks of every trade.
        places: each channel, its filters, and the state of its delivery ("shown", "waiting", "not wanted").
    """

    headline: str
    card: Status | None
    checks: tuple[Check, ...]
    places: tuple[tuple[Destination, tuple[Check, ...], str], ...]
