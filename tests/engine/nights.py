"""A quiet channel at night, and a process that dies at any step."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.engine.pacer import Pacer
from bot.engine.send import Sender
from bot.errors import (
    DeliveryError,
    StoreError,
)
from bot.model import (
    Card,
    CardKind,
    DeliveryKey,
    Destination,
    Manner,
    MessageRef,
    Quiet,
    Status,
    TradeId,
)
from tests.builders import a_key, a_trade
from tests.engine.conftest import HERE, Rig
from tests.fakes import FakeClock, FakeNotifier

QUIET = Quiet(start=22, end=7, zone=ZoneInfo("UTC"))
EVENING = datetime(2025, 10, 7, 23, tzinfo=UTC)
NIGHTLY = Destination(
    **{name: getattr(HERE, name) for name in ("id", "platform", "channel", "lane")},
    quiet=QUIET,
    manner=Manner(pings=((Status.REPORTED, "77"),)),
)


class Board(FakeNotifier):
    """A channel that remembers what each message lists."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.lists: dict[MessageRef, list[str]] = {}
        self.kinds: dict[MessageRef, CardKind] = {}
        self.pinged = 0
        self.forum = False

    async def gathers(self, to: Destination) -> bool:
        """Not in a forum."""
        del to
        return not self.forum

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """As ever."""
        ref = await super().post(to, card, key, under)
        self.pinged += len(to.manner.pings)
        self._list(ref, card)
        return ref

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """As ever."""
        await super().edit(to, ref, card, key)
        self._list(ref, card)

    def lines(self) -> Iterator[tuple[CardKind, str]]:
        """What stands in the channel, a trade a line."""
        return ((self.kinds[ref], line) for ref, lines in self.lists.items() for line in lines)

    def _list(self, ref: MessageRef, card: Card) -> None:
        self.kinds[ref] = card.kind
        self.lists[ref] = [f"{i.trade}@{i.version} {i.status}" for i in card.items or (card,)]


@dataclass(kw_only=True)
class Night(Rig):
    """A quiet channel at night."""

    notifier: Board = field(default_factory=Board)
    clock: FakeClock = field(default_factory=lambda: FakeClock(EVENING))  # type: ignore[assignment]
    destinations: tuple[Destination, ...] = (NIGHTLY,)

    async def told(self, *names: str, version: int = 1, **given: Any) -> None:
        """Trades are published, a minute after each other."""
        for name in names:
            trade = a_trade(id=TradeId(name), version=version, **given)
            keys = [a_key(trade=trade.id)]
            if trade.status is Status.VOIDED:
                keys.append(a_key(trade=trade.id, kind=CardKind.VOID))
            await self.publish(trade, *keys)
            self.clock.advance(60)

    async def work(self, queue: Any = None) -> None:
        """A new holder does everything that is due now."""
        sender = Sender(self.desk(queue), Pacer(1000, self.clock))
        sender.epoch = await self.ledger.acquire(HERE.lane)
        for _ in range(100):
            rows = await self.ledger.claim(HERE.lane, sender.epoch, self.clock.now())
            if not rows:
                return
            await sender.deliver(rows[0])
        pytest.fail("it never ends")

    def desk(self, queue: Any = None) -> Any:
        """With another queue, if one is given."""
        desk = super().desk()
        return desk if queue is None else type(desk)(**{**_fields(desk), "queue": queue})

    def morning(self) -> None:
        """Seven o'clock."""
        self.clock.advance((QUIET.until(self.clock.now()) - self.clock.now()).total_seconds())  # type: ignore[operator]

    def morning_if_quiet(self) -> None:
        """The same, unless it is day."""
        if QUIET.until(self.clock.now()) is not None:
            self.morning()

    @property
    def board(self) -> list[list[str]]:
        """What stands in the channel."""
        return list(self.notifier.lists.values())

    async def state(self, name: str) -> tuple[str, str]:
        """Of a trade's card."""
        rows = await self.store.deliveries(TradeId(name))
        return next((words, e) for row, words, e in rows if row.key.kind is CardKind.CARD)


def _fields(desk: Any) -> dict[str, Any]:
    return {name: getattr(desk, name) for name in type(desk).__slots__}


class Killed(BaseException):
    """The process ends here."""


class Mortal:
    """A ledger or a platform before or behind whose n-th call the process is killed."""

    def __init__(self, real: Any, left: list[int], *, after: bool) -> None:
        self._real, self._left, self._after = real, left, after

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._real, name)
        if not asyncio.iscoroutinefunction(real):
            return real

        async def call(*args: Any, **given: Any) -> Any:
            self._left[0] -= 1
            if self._left[0] == 0 and not self._after:
                raise Killed
            result = await real(*args, **given)
            if self._left[0] == 0:
                raise Killed
            return result

        return call


async def killed_at(night: Night, step: int, *, after: bool) -> bool:
    """Work until the process dies before or behind this step; False: it had fewer steps."""
    left, real = [step], night.notifier
    night.notifier = Mortal(real, left, after=after)  # type: ignore[assignment]
    try:
        await night.work(Mortal(night.ledger, left, after=after))
    except (Killed, StoreError, DeliveryError):
        return True
    finally:
        night.notifier = real
    return False
