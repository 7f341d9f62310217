"""What a failed delivery leads to: pure, one table.

A refusal of a first try says that nothing was stored; a refusal of a later try says nothing about the
first one. Our own patience ends, so that a row ends shown or dead with a reason, never forgotten; it is
counted from the first failure since the last success, however old the card is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import CardKind, Delivery, Status, Trade

GIVE_UP = timedelta(days=3)  # an outage of both platforms over a long week-end is survived
GIVE_UP_REFUSED = timedelta(hours=24)  # a channel that shuts us out for a day is gone
TOO_OLD = timedelta(hours=72)  # a card that could not start for so long is no news any more
MOST_TRIES = 10  # of a row that fails by our own fault
RECHECK = timedelta(minutes=15)  # 10,000 refused requests in 10 minutes ban the address
LONGEST_RECHECK = timedelta(hours=2)
LONGEST_BACKOFF_S = 300
EDIT_GAPS_S = (
    1.0,
    5.0,
    30.0,
)  # quick while a story breaks, then few: old edits have their own limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Try this row again.

    Attributes:
        pause_lane_s: leave the whole lane alone for so long.
    """

    due: datetime
    nothing_stored: bool
    pause_lane_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Leave the destination alone until then."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Bury:
    """Never again.

    Attributes:
        gone: a person removed the message.
    """

    reason: str
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLane:
    """The token is refused: stop every call, keep every row."""


Action = Retry | Pause | Bury | StopLane


def too_late(row: Delivery, trade: Trade, *, card_stands: bool, now: datetime) -> str | None:
    """Why a row of which nothing can be posted yet should not be posted any more; None to go on.

    Args:
        card_stands: the trade's card is posted at the row's destination.
    """
    if not row.is_first_try:
        return None
    if row.key.kind is CardKind.CARD:
        return is_over(trade, row.created_at, now)
    if now - row.created_at > TOO_OLD:
        return "too old to start a card"
    return None if card_stands else "its card was never shown"


def is_over(trade: Trade, since: datetime, now: datetime) -> str | None:
    """Why a card that is wanted since then should not be started any more; None to go on."""
    if now - since > TOO_OLD:
        return "too old to start a card"
    return "voided before it was shown" if trade.status is Status.VOIDED else None


def after_failure(error: Exception, row: Delivery, now: datetime) -> Action:
    """What to do with a row whose try failed.

    Args:
        error: of the DeliveryError family, or a fault of our own that this one row provokes.
        row: as claimed; `unknown_since` tells whether an earlier try may have left a message.
    """
    if (reason := _out_of_patience(error, row, now)) is not None:
        return Bury(reason=reason)
    match error:
        case TokenRefusedError():
            return StopLane()
        case MessageGoneError():
            return Bury(reason=f"removed by a person: {error}", gone=True)
        case DestinationRefusedError() | HistoryRefusedError():
            return Pause(until=now + recheck(now - (row.failing_since or now)))
        case PermanentDeliveryError():
            return Bury(reason=str(error))
        case _:
            return _try_again(error, row, now)


def _out_of_patience(error: Exception, row: Delivery, now: datetime) -> str | None:
    age = now - (row.failing_since or now)
    match error:
        case DestinationRefusedError() | HistoryRefusedError():
            return str(error) if age > GIVE_UP_REFUSED else None
        case TemporaryDeliveryError() | UncertainDeliveryError():
            return f"given up after {GIVE_UP.days} days: {error}" if age > GIVE_UP else None
        case DeliveryError():
            return None
        case _:
            tried = row.attempts >= MOST_TRIES
            return f"given up after {MOST_TRIES} tries: {error!r}" if tried else None


def next_edit(row: Delivery, now: datetime) -> datetime:
    """The earliest time of the next edit, once this row is shown."""
    done = row.edits + (row.ref is not None)
    return now + timedelta(seconds=EDIT_GAPS_S[min(done, len(EDIT_GAPS_S) - 1)])


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many tries: 1, 2, 4 ... seconds, at most five minutes."""
    return timedelta(seconds=min(2.0 ** min(attempts - 1, 10), LONGEST_BACKOFF_S))


def recheck(refused: timedelta) -> timedelta:
    """How long to leave a destination alone that refuses us since so long: ever longer, at most two hours."""
    return min(max(RECHECK, refused / 2), LONGEST_RECHECK)


def _try_again(error: Exception, row: Delivery, now: datetime) -> Retry:
    wait = backoff(row.attempts)
    if not isinstance(error, TemporaryDeliveryError):
        return Retry(due=now + wait, nothing_stored=False)
    wait = error.retry_after or wait
    pause_s = wait.total_seconds() if error.lane_wide else 0.0
    nothing_stored = row.unknown_since is None
    return Retry(due=now + wait, nothing_stored=nothing_stored, pause_lane_s=pause_s)
