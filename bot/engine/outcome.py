"""What a failed delivery leads to: pure, one table.

A refusal of a first try says that nothing was stored; a refusal of a later try says nothing about the
first one. Our own patience ends, so that a row ends shown or dead with a reason, never forgotten.
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
)
from bot.model import Delivery

GIVE_UP = timedelta(days=3)  # an outage of both platforms over a long week-end is survived
GIVE_UP_REFUSED = timedelta(hours=24)  # a channel that shuts us out for a day is gone
RECHECK = timedelta(minutes=15)  # 10,000 refused requests in 10 minutes ban the address
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
    """Never again."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopLane:
    """The token is refused: stop every call, keep every row."""


Action = Retry | Pause | Bury | StopLane


def after_failure(error: DeliveryError, row: Delivery, now: datetime) -> Action:
    """What to do with a row whose try failed.

    Args:
        row: as claimed; `unknown_since` tells whether an earlier try may have left a message.
    """
    age = now - row.created_at
    match error:
        case TokenRefusedError():
            return StopLane()
        case MessageGoneError():
            return Bury(reason=f"removed by a person: {error}")
        case DestinationRefusedError() | HistoryRefusedError():
            expired = age > GIVE_UP_REFUSED
            return Bury(reason=str(error)) if expired else Pause(until=now + RECHECK)
        case PermanentDeliveryError():
            return Bury(reason=str(error))
        case _ if age > GIVE_UP:
            return Bury(reason=f"given up after {GIVE_UP.days} days: {error}")
        case _:
            return _try_again(error, row, now)


def next_edit(row: Delivery, now: datetime) -> datetime:
    """The earliest time of the next edit, once this row is shown."""
    done = row.edits + (row.ref is not None)
    return now + timedelta(seconds=EDIT_GAPS_S[min(done, len(EDIT_GAPS_S) - 1)])


def backoff(attempts: int) -> timedelta:
    """How long to wait after so many tries: 1, 2, 4 ... seconds, at most five minutes."""
    return timedelta(seconds=min(2.0 ** min(attempts - 1, 10), LONGEST_BACKOFF_S))


def _try_again(error: DeliveryError, row: Delivery, now: datetime) -> Retry:
    wait = backoff(row.attempts)
    if not isinstance(error, TemporaryDeliveryError):
        return Retry(due=now + wait, nothing_stored=False)
    wait = error.retry_after or wait
    pause_s = wait.total_seconds() if error.lane_wide else 0.0
    return Retry(due=now + wait, nothing_stored=row.is_first_try, pause_lane_s=pause_s)
