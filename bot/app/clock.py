"""The clock of the service, and the clock of a story that is played again."""

import asyncio
import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """The wall clock."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class StoryClock(SystemClock):
    """A clock that is set to each report's time and never runs backwards."""

    def __init__(self) -> None:
        self._at = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """The story's time."""
        return self._at

    def move_to(self, moment: datetime) -> datetime:
        """Go on to this moment; an earlier one leaves the clock a little further than it was."""
        self._at = max(moment, self._at + timedelta(milliseconds=1))
        return self._at
