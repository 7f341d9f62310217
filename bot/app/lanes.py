"""The lanes of one platform: its own, and one for each workspace that has a rate limit to itself."""

import asyncio

from bot.app.platforms import Wired
from bot.engine.lane import Desk, Lane
from bot.model import LaneId


class Lanes:
    """Starts each lane when the first destination is in it; all deliver beside each other.

    Args:
        desk: what every lane works with; its destinations say which lanes there are.
    """

    def __init__(self, wired: Wired, desk: Desk, *, takeover_s: float) -> None:
        self._wired, self._desk, self._takeover_s = wired, desk, takeover_s
        self._open: dict[LaneId, Lane] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()

    @property
    def refused(self) -> bool:
        """Whether the platform refuses every token, which ends the lanes."""
        return bool(self._open) and all(lane.refused for lane in self._open.values())

    def wake(self) -> None:
        """Something new may be due, perhaps in a lane that is not open yet."""
        self._changed.set()
        for lane in self._open.values():
            lane.wake()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until told to stop, or until no lane is left.

        Raises:
            SchemaError: the database is damaged.
        """
        stopped = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set() and not self.refused:
                self._changed.clear()
                self._start_missing(stop)
                changed = asyncio.create_task(self._changed.wait())
                waits = (stopped, changed, *self._running)
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                changed.cancel()
                self._forget_ended()
            await asyncio.gather(*self._running)
        finally:
            stopped.cancel()
            for task in self._running:
                task.cancel()
            await asyncio.gather(*self._running, return_exceptions=True)

    def _forget_ended(self) -> None:
        ended = {task for task in self._running if task.done()}
        self._running -= ended
        for task in ended:
            task.result()  # a lane that fell over must not be missed

    def _start_missing(self, stop: asyncio.Event) -> None:
        name = self._wired.platform.name
        theirs = {to.lane for to in self._desk.destinations.values() if to.platform == name}
        for lane in sorted({self._wired.lane, *theirs} - self._open.keys()):
            opened = self._open[lane] = Lane(
                lane, self._desk, rate_per_s=self._wired.rate_per_s, takeover_s=self._takeover_s
            )
            self._running.add(asyncio.create_task(opened.run(stop), name=f"lane {lane}"))
