"""What the servers of a platform hand over when they install the app by themselves, and what counts once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Installations(Protocol):
    """The secrets of a platform's servers, durable and sealed. Every method is one transaction.

    Every method raises StoreError where the database, or the key it was sealed by, cannot do what was asked.
    """

    async def save(self, server: str, secret: bytes, now: datetime) -> None:
        """Keep what a server handed over, new or again; its channels that refused us are tried at once."""
        ...

    async def renew(self, server: str, secret: bytes) -> None:
        """Keep a newer secret of a server that is there; of one that left in between nothing is kept."""
        ...

    async def find(self, server: str) -> bytes | None:
        """What this server handed over; None for one that did not, or left."""
        ...

    async def servers(self) -> Sequence[str]:
        """Every server that is there."""
        ...

    async def forget(self, server: str) -> bool:
        """It left; False when it is not there."""
        ...


class Once(Protocol):
    """What counts once, also over a restart. Every method is one transaction, and raises StoreError."""

    async def note(self, kind: str, name: str, until: datetime, now: datetime) -> bool:
        """Note it until its time; False: it is noted already."""
        ...

    async def spend(self, kind: str, name: str, now: datetime) -> bool:
        """Use up what was noted; False: it is not there, or its time is over."""
        ...
