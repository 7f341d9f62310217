"""What follows a card that stands, and may fail without harm."""

from datetime import datetime
from typing import Protocol

from bot.model import Errand, LaneId


class Errands(Protocol):
    """What cards that stand still owe. Every method is one transaction; it begins in `DeliveryQueue.ack`."""

    async def owed(self, lane: LaneId, now: datetime) -> Errand | None:
        """The one that is due longest, or None; those of a paused destination wait, of a message that is gone for ever."""
        ...

    async def begin(self, errand: Errand, until: datetime) -> None:
        """A try begins. If nothing is heard of it, as after a kill, it is owed again at `until`."""
        ...

    async def done(self, errand: Errand, now: datetime) -> None:
        """It need not be done again, and counts as done then."""
        ...

    async def later(self, errand: Errand, due: datetime) -> None:
        """It failed for now; try again at `due`."""
        ...

    async def drop(self, errand: Errand) -> None:
        """It cannot be done; the card's next edit may owe it anew."""
        ...
