"""Durable state: reports and trades."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model import (
    Change,
    Deal,
    Delivery,
    DeliveryKey,
    LaneId,
    Page,
    Rejected,
    Report,
    Trade,
    TradeId,
    Validators,
)


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
    ) -> None:
        """Store one report, its deals, what they change, and the deliveries wanted: all or nothing.

        A wanted delivery is (key, lane, version). Wanting it again only ever raises the version.
        Storing a report again only replaces its content.

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

    async def trade(self, trade: TradeId) -> Trade | None:
        """One trade by id."""
        ...

    async def trades(self, *, limit: int = 100) -> Sequence[Trade]:
        """The latest trades by day, newest first."""
        ...

    async def history(self, trade: TradeId) -> Sequence[tuple[int, str, datetime]]:
        """Every version of a trade, oldest first: (version, reason in words, when)."""
        ...

    async def deliveries(self, trade: TradeId) -> Sequence[tuple[Delivery, str, str]]:
        """The ledger rows of a trade: (row, state in words, last error)."""
        ...
