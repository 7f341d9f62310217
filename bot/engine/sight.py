"""How many messages of a lane may be under way at once: what a crash leaves there must be found again."""

from bot.engine.send import Desk
from bot.model import Destination, LaneId

MOST_IN_FLIGHT = 100


class Sight:
    """Whether the history of a lane's channels may be read."""

    def __init__(self, lane: LaneId, desk: Desk) -> None:
        self._lane, self._desk = lane, desk
        self._one: Destination | None = None

    async def most_in_flight(self) -> int:
        """One where the platform shows no history; asked before each claim, since rights may come and go."""
        if self._one is None:
            theirs = (to for to in self._desk.destinations.values() if to.lane == self._lane)
            self._one = next(theirs, None)  # a lane is one token: one channel stands for all
        if self._one is None or await self._desk.notifier.shows_history(self._one):
            return MOST_IN_FLIGHT
        return 1
