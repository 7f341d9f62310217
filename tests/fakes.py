"""Fakes that pass their port's contract."""

import asyncio
from datetime import datetime, timedelta

from tests.builders import NOON


class FakeClock:
    """A clock that only moves when told, or when somebody sleeps."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now, self._monotonic = now, 0.0

    def now(self) -> datetime:
        """The wall clock."""
        return self._now

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    async def sleep(self, seconds: float) -> None:
        """Pass the time at once, letting others run."""
        self.advance(seconds)
        await asyncio.sleep(0)
