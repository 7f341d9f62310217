"""The ledger of what each destination should show and does show."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from bot.model import Delivery, DeliveryKey, Destination, DestinationId, LaneId, MessageRef, TradeId

NOTHING: Mapping[str, str] = MappingProxyType({})


class DeliveryQueue(Protocol):
    """The ledger of what each destination should show and does show. Every method is one transaction.

    A row is due while the version shown is below the version wanted. Calls with an epoch that is no
    longer the lane's change nothing and return False (or None).
    """

    async def sync_destinations(self, destinations: Sequence[Destination]) -> None:
        """Make these the subscribed destinations; rows of others are left, and no longer claimed.

        Where one comes back, its posts are kept true, and what was never posted is buried.
        """
        ...

    async def acquire(self, lane: LaneId) -> int:
        """Become the lane's holder; fences every earlier one. Returns the new epoch."""
        ...

    async def claim(
        self,
        lane: LaneId,
        epoch: int,
        now: datetime,
        busy: Collection[str] = (),
        *,
        most: int = 1,
    ) -> Sequence[Delivery]:
        """Take the rows that are due longest, at most so many, in that order; stored before they are returned.

        First posts of one destination keep the order of detection; edits neither wait nor block. No two
        are of one destination. Rows of a destination in `busy` (destination ids), or of one that is
        paused, are passed over.
        """
        ...

    async def next_due(self, lane: LaneId, busy: Collection[str] = ()) -> datetime | None:
        """When the next row of this lane becomes due, if any waits; those in `busy` do not count."""
        ...

    async def waiting(self, key: DeliveryKey) -> Sequence[tuple[TradeId, datetime]]:
        """The trades whose first card waits behind this one, by detection, each with when it was first wanted.

        Left out are those of which an earlier try may have left a message, by itself or in a digest.
        """
        ...

    async def gather(self, key: DeliveryKey, epoch: int, trades: Sequence[TradeId]) -> bool:
        """From now on this row's message shows these trades, its own among them; none: its own alone.

        Their rows wait for this one, and are shown when it is. Call it before anything was sent for them.
        """
        ...

    async def gathered(self, key: DeliveryKey) -> Sequence[TradeId]:
        """The trades that a row's message shows, first the one whose row carries it; none: its own alone."""
        ...

    async def ack(
        self,
        key: DeliveryKey,
        epoch: int,
        version: int,
        ref: MessageRef,
        next_edit: datetime,
        *,
        others: Sequence[tuple[TradeId, int]] = (),
        owes: Mapping[str, str] = NOTHING,
    ) -> bool:
        """The destination shows this version; a later one is an edit, not before `next_edit`.

        Args:
            others: the further trades that the same message shows, each with the version shown.
            owes: what follows the card, by name, each with its text; what it owed before changes nothing.
        """
        ...

    async def adopt(self, key: DeliveryKey, epoch: int, ref: MessageRef, now: datetime) -> bool:
        """The message exists, its version is unknown: an edit is due at `now`, failures are forgotten.

        So it is for every trade that was gathered into it.
        """
        ...

    async def retry(
        self,
        key: DeliveryKey,
        epoch: int,
        due: datetime,
        error: str | None,
        *,
        nothing_stored: bool,
        lane_rests: bool = False,
    ) -> bool:
        """Try again at `due`. `nothing_stored` says that no try so far can have left a message.

        With `lane_rests` nothing of the whole lane is to be sent before `due`, whoever holds it then.

        Without an error it is a step of our own, no failure, and does not count as an attempt. The
        first failure since the last success begins `failing_since`.
        """
        ...

    async def rests_until(self, lane: LaneId) -> datetime | None:
        """Until when the lane is left alone, as far as a holder ever said so."""
        ...

    async def pause(
        self, key: DeliveryKey, epoch: int, until: datetime, error: str, *, nothing_stored: bool
    ) -> bool:
        """Leave this delivery's destination alone until then; its rows keep waiting."""
        ...

    async def is_refused(self, destination: DestinationId) -> bool:
        """Whether it was paused since something was last shown there, also if that pause is over."""
        ...

    async def bury(self, key: DeliveryKey, epoch: int, error: str, *, gone: bool = False) -> bool:
        """Try no more; the reason is kept for people.

        A posted message comes alive again when a newer version is wanted of it, but not one that is
        `gone`: a person removed it, and its reference is forgotten.
        """
        ...
