"""Durable state: reports and trades."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from bot.model import (
    Brakes,
    Change,
    Deal,
    Decided,
    Delivery,
    DeliveryKey,
    Heard,
    LaneId,
    Page,
    Rejected,
    Report,
    Started,
    Trade,
    TradeId,
    Validators,
)

BrakeName = Literal["pause", "flood"]


class Store(Protocol):
    """Durable state of reports and trades. Every method is one transaction."""

    async def validators(self, feed: str) -> Validators | None:
        """The validators of the feed's last stored page; None before its baseline was taken."""
        ...

    async def unseen(self, reports: Sequence[Report]) -> Sequence[Report]:
        """Those of these reports (of one feed) whose id and content were not stored before, in order.

        A known id with other content counts as unseen: the item was edited.
        """
        ...

    async def candidates(self, deal: Deal) -> Sequence[Trade]:
        """Every stored trade that shares a player with the deal, or two clubs, newest first."""
        ...

    async def apply(
        self,
        report: Report,
        deals: Sequence[Deal],
        changes: Sequence[Change],
        wanted: Sequence[tuple[DeliveryKey, LaneId, int]],
        now: datetime,
        *,
        decided: Sequence[Decided] = (),
    ) -> None:
        """Store one report, its deals, what they change, and the deliveries wanted: all or nothing.

        A wanted delivery is (key, lane, version). Wanting it again only ever raises the version.
        Storing a report again replaces its content; what was decided on it before is kept beside what is
        decided now. A trade that waits for a brake is marked as held.

        Raises:
            ConflictError: a trade's stored version is not the change's `expected_version`, or a new
                trade's id is taken. Nothing was stored.
        """
        ...

    async def finish_poll(
        self,
        feed: str,
        page: Page,
        quiet: Sequence[Report],
        rejected: Sequence[Rejected],
        now: datetime,
    ) -> None:
        """Store the rest of a poll: reports without a deal, items not understood, the validators.

        Call it after every report with a deal was applied: only then may the next poll be answered
        with "nothing changed".
        """
        ...

    async def trade(self, trade: TradeId, version: int | None = None) -> Trade | None:
        """One trade by id, as it stands or as this version had it."""
        ...

    async def trades(self, *, limit: int = 100) -> Sequence[Trade]:
        """The latest trades by day, newest first."""
        ...

    async def history(self, trade: TradeId) -> Sequence[tuple[int, str, datetime]]:
        """The versions of a trade, oldest first: (version, reason in words, when); of very many the latest."""
        ...

    async def deliveries(self, trade: TradeId) -> Sequence[tuple[Delivery, str, str]]:
        """The ledger rows of a trade: (row, state in words, last error)."""
        ...

    async def heard(self, trade: Trade) -> Sequence[Heard]:
        """The reports of the trade's timeline that are stored, in its order, each once."""
        ...

    async def brakes(self) -> Brakes:
        """What holds every new card now."""
        ...

    async def set_brake(self, name: BrakeName, reason: str, now: datetime) -> None:
        """Hold every new card; where that brake is set, only its reason changes.

        While "pause" is set, no first card is claimed from the ledger either.
        """
        ...

    async def release(self, now: datetime, *, drop: bool = False) -> int:
        """Release every brake; the count of new cards begins anew.

        Args:
            now: of the release.
            drop: the held trades become quiet, and first cards that were wanted but not sent before a pause
                are buried.

        Returns:
            How many trades were held.
        """
        ...

    async def started(self, since: datetime) -> Started:
        """The trades whose first card was wanted after this time, and after the brakes were last released."""
        ...

    async def held(self, since: datetime) -> Sequence[Trade]:
        """The trades marked as held after this time and not dropped, in the order of detection."""
        ...

    async def want(
        self,
        trade: Trade,
        wanted: Sequence[tuple[DeliveryKey, LaneId, int]],
        now: datetime,
    ) -> None:
        """Want these deliveries of a held trade, and take its mark away; the count of new cards begins anew.

        Raises:
            ConflictError: the stored trade has another version, or was dropped. Nothing was stored.
        """
        ...
