"""What the engine needs from the outside world: behaviour and errors in words.

Every implementation passes the contract tests of its port (tests/contracts). `now` is always an argument.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import (
    Card,
    Change,
    Deal,
    Delivery,
    DeliveryKey,
    Destination,
    LaneId,
    MessageRef,
    Page,
    Rejected,
    Report,
    Trade,
    TradeId,
    Trust,
    Validators,
)


class Clock(Protocol):
    """Time as the engine sees it; tests replace it."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Feed(Protocol):
    """One source of reports."""

    @property
    def name(self) -> str:
        """The configured name, unique."""
        ...

    @property
    def trust(self) -> Trust:
        """How far its reports are believed, by configuration."""
        ...

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """Read the newest items.

        Args:
            validators: those of the last stored page; empty asks for everything.
            now: becomes `seen_at` of the reports.

        Returns:
            A page with `modified=False` and no reports when the feed says that nothing changed.

        Raises:
            FeedUnavailableError: no answer; try at the next poll, not before `retry_after`.
            FeedInvalidError: an answer that is not this kind of feed. Nothing of it may be used.
        """
        ...

    async def page_back(self, page: int, now: datetime) -> Page | None:
        """Read an older page (2 is the one behind the newest).

        Returns:
            None when this feed has no older pages; else as `poll`, validators empty.
        """
        ...


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
        self, lane: LaneId, epoch: int, now: datetime, busy: Collection[str] = ()
    ) -> Delivery | None:
        """Take the row that is due longest, or None.

        First posts of one destination keep the order of detection; edits neither wait nor block.
        Rows of a destination in `busy` (destination ids), or of one that is paused, are passed over.
        """
        ...

    async def next_due(self, lane: LaneId, busy: Collection[str] = ()) -> datetime | None:
        """When the next row of this lane becomes due, if any waits; those in `busy` do not count."""
        ...

    async def ack(
        self, key: DeliveryKey, epoch: int, version: int, ref: MessageRef, next_edit: datetime
    ) -> bool:
        """The destination shows this version; a later one is an edit, not before `next_edit`."""
        ...

    async def adopt(self, key: DeliveryKey, epoch: int, ref: MessageRef, now: datetime) -> bool:
        """The message exists, its version is unknown: an edit is due at `now`, failures are forgotten."""
        ...

    async def retry(
        self,
        key: DeliveryKey,
        epoch: int,
        due: datetime,
        error: str | None,
        *,
        nothing_stored: bool,
    ) -> bool:
        """Try again at `due`. `nothing_stored` says that no try so far can have left a message.

        Without an error it is a step of our own, no failure, and does not count as an attempt. The
        first failure since the last success begins `failing_since`.
        """
        ...

    async def pause(
        self, key: DeliveryKey, epoch: int, until: datetime, error: str, *, nothing_stored: bool
    ) -> bool:
        """Leave this delivery's destination alone until then; its rows keep waiting."""
        ...

    async def bury(self, key: DeliveryKey, epoch: int, error: str, *, gone: bool = False) -> bool:
        """Try no more; the reason is kept for people.

        A posted message comes alive again when a newer version is wanted of it, but not one that is
        `gone`: a person removed it, and its reference is forgotten.
        """
        ...


class Notifier(Protocol):
    """One chat platform, as the delivery lane sees it.

    Every method raises only errors of the DeliveryError family.
    """

    @property
    def repeat_safe_s(self) -> float:
        """For how many seconds after an unknown outcome a repeated post cannot show twice; 0: never."""
        ...

    @property
    def settle_s(self) -> float:
        """After how many seconds a request whose outcome is unknown can no longer be stored."""
        ...

    @property
    def pause_s(self) -> float:
        """The least seconds between two calls for one destination."""
        ...

    async def post(self, to: Destination, card: Card, key: DeliveryKey) -> MessageRef:
        """Post a card under this key."""
        ...

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make the message show this card; repeating it changes nothing."""
        ...

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key among the channel's latest.

        Raises:
            HistoryRefusedError: the channel's history may not be read.
        """
        ...


class Platform(Protocol):
    """A chat platform's connection: its notifier, and what keeps it alive."""

    @property
    def name(self) -> str:
        """The platform's name in the configuration: discord, slack, console."""
        ...

    @property
    def notifier(self) -> Notifier:
        """Usable after `connect`."""
        ...

    async def connect(self) -> None:
        """Authorise. May be called again after a failure.

        Raises:
            TemporaryDeliveryError: not reachable now.
            TokenRefusedError: the token is not accepted.
        """
        ...

    async def listen(self) -> None:
        """Answer the platform's events until cancelled; posting does not depend on it."""
        ...

    async def close(self) -> None:
        """Give everything back."""
        ...


class Stories(Protocol):
    """What an adapter may ask when a reader presses a card's button."""

    async def story(self, trade: TradeId) -> Card | None:
        """The card of a trade as it stands now; None for an unknown one."""
        ...
