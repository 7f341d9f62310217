"""Fakes that pass their port's contract."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.errors import DeliveryError, FeedError
from bot.model import (
    Card,
    DeliveryKey,
    Destination,
    DestinationId,
    Errand,
    MessageRef,
    Page,
    Trust,
    Validators,
)
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


class FakeOnce:
    """What counts once, in memory, whatever the time."""

    def __init__(self) -> None:
        self.noted: set[tuple[str, str]] = set()

    async def note(self, kind: str, name: str, until: datetime, now: datetime) -> bool:
        """Note it for good."""
        del until, now
        known = (kind, name) in self.noted
        self.noted.add((kind, name))
        return not known

    async def spend(self, kind: str, name: str, now: datetime) -> bool:
        """Use it up."""
        del now
        known = (kind, name) in self.noted
        self.noted.discard((kind, name))
        return known


class FakeNotifier:
    """A platform in memory: keeps what it shows, fails as scripted.

    A scripted item is an error to raise before storing, or ("stored", error) to raise after.
    """

    def __init__(
        self, *, repeat_safe_s: float = 120, settle_s: float = 0, pause_s: float = 0
    ) -> None:
        self.safe_s, self.settle_s, self.pause_s = repeat_safe_s, settle_s, pause_s
        self.errand_s = 0.0
        self.owed: dict[str, str] = {}
        self.errands: list[tuple[Errand, Destination]] = []
        self.troubles: list[Exception] = []
        self.warned: list[tuple[Destination, str]] = []
        self.script: list[DeliveryError | tuple[str, DeliveryError]] = []
        self.calls: list[tuple[str, DeliveryKey, int]] = []
        self.shown: dict[MessageRef, list[int]] = {}
        self.under: dict[str, MessageRef | None] = {}
        self._by_key: dict[str, MessageRef] = {}

    def rest_s(self, destination: DestinationId) -> float:
        """The same for every one."""
        del destination
        return self.pause_s

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Store the card, or return the one stored under this key (within the repeat window)."""
        self.calls.append(("post", key, card.version))
        self.under[str(key)] = under
        fault = self.script.pop(0) if self.script else None
        if isinstance(fault, DeliveryError):
            raise fault
        known = self._by_key.get(str(key)) if self.safe_s else None
        ref = known or MessageRef(f"{to.id}/{len(self.shown)}")
        if known is None:
            self.shown[ref], self._by_key[str(key)] = [card.version], ref
        if fault is not None:
            raise fault[1]
        return ref

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Show another version."""
        del to
        self.calls.append(("edit", key, card.version))
        if self.script:
            fault = self.script.pop(0)
            raise fault if isinstance(fault, DeliveryError) else fault[1]
        self.shown[ref].append(card.version)

    async def gathers(self, to: Destination) -> bool:
        """As everywhere but in forums."""
        del to
        return True

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """What a test wants."""
        del to, ref, card
        return self.owed

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """Remember it, or fail as scripted."""
        self.errands.append((errand, to))
        if self.troubles:
            raise self.troubles.pop(0)

    async def shows_history(self, to: Destination) -> bool:
        """It does."""
        del to
        return True

    async def repeat_safe_s(self, to: Destination) -> float:
        """The same everywhere."""
        del to
        return self.safe_s

    async def warn(self, to: Destination, problem: str) -> None:
        """Remember it."""
        self.warned.append((to, problem))

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find what was stored."""
        del to
        self.calls.append(("look", key, 0))
        return self._by_key.get(str(key))


class FakeFeed:
    """A feed that answers as scripted, and then that nothing changed.

    Attributes:
        script: what the next polls come to, a page or an error.
        older: what is behind the newest page, page 2 first; beyond it there is nothing.
        asked: the validators of each poll.
        paged: the numbers of the older pages that were asked for.
    """

    def __init__(self, name: str = "desk", trust: Trust = Trust.TRUSTED) -> None:
        self.name, self.trust = name, trust
        self.script: list[Page | FeedError] = []
        self.older: list[Page | FeedError] = []
        self.asked: list[Validators] = []
        self.paged: list[int] = []

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """The next of the script."""
        del now
        self.asked.append(validators)
        await asyncio.sleep(0)
        if not self.script:
            return Page(reports=(), validators=validators, modified=False)
        return _given(self.script.pop(0))

    async def page_back(self, page: int, now: datetime) -> Page | None:
        """The page of this number, if there is one."""
        del now
        self.paged.append(page)
        await asyncio.sleep(0)
        return _given(self.older[page - 2]) if page - 2 < len(self.older) else None


def _given(answer: Page | FeedError) -> Page:
    if isinstance(answer, FeedError):
        raise answer
    return answer
