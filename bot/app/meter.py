"""What is counted while the service runs: feeds asked, cards sent, how long both took."""

from collections.abc import Mapping
from datetime import datetime

from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    FeedInvalidError,
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
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
from bot.ports import Clock, Feed, Notifier
from bot.web.exposition import Counter, Family, Histogram, Labels, gauge

_LAG_S = (1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3600)
# The first that fits names the result of a call.
_RESULTS: tuple[tuple[type[Exception], str], ...] = (
    (TemporaryDeliveryError, "refused_for_now"),
    (UncertainDeliveryError, "unknown"),
    (MessageGoneError, "gone"),
    (DestinationRefusedError, "no_access"),
    (HistoryRefusedError, "no_history"),
    (TokenRefusedError, "token_refused"),
    (PermanentDeliveryError, "impossible"),
    (DeliveryError, "failed"),
)


class Meter:
    """Counts, never by server, channel or user: only feeds and platforms of the configuration are labels."""

    def __init__(self) -> None:
        self.polls = Counter("gridwire_feed_polls_total", "Polls by outcome.", "feed", "outcome")
        self.calls = Counter(
            "gridwire_notifications_total",
            "Calls to platforms by what came of them.",
            "platform",
            "call",
            "result",
        )
        self.waits = Counter(
            "gridwire_rate_limit_wait_seconds_total",
            "What platforms asked us to wait; discord.py waits short ones by itself.",
            "platform",
        )
        self.lag = Histogram(
            "gridwire_report_to_post_seconds",
            "From the publication of a card's latest report to its first post.",
            "platform",
            _LAG_S,
        )
        self.newest: dict[str, float] = {}

    def families(self) -> list[Family]:
        """Everything that was counted."""
        newest: dict[Labels, float] = {(("feed", feed),): at for feed, at in self.newest.items()}
        about = "When the newest item that a feed showed was published."
        return [
            self.polls.family(),
            gauge("gridwire_feed_newest_item_timestamp_seconds", about, newest),
            self.calls.family(),
            self.waits.family(),
            self.lag.family(),
        ]


class MeteredFeed:
    """A feed whose polls are counted."""

    def __init__(self, feed: Feed, meter: Meter) -> None:
        self._feed, self._meter = feed, meter

    @property
    def name(self) -> str:
        """The feed's."""
        return self._feed.name

    @property
    def trust(self) -> Trust:
        """The feed's."""
        return self._feed.trust

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """Poll, and count what came of it."""
        try:
            page = await self._feed.poll(validators, now)
        except FeedInvalidError:
            self._meter.polls.add(self.name, "invalid")
            raise
        except Exception:
            self._meter.polls.add(self.name, "unavailable")
            raise
        self._meter.polls.add(self.name, "modified" if page.modified else "unchanged")
        seen = [report.published_at.timestamp() for report in page.reports]
        if seen:
            self._meter.newest[self.name] = max(seen)
        return page

    async def page_back(self, page: int, now: datetime) -> Page | None:
        """As the feed does."""
        return await self._feed.page_back(page, now)


class MeteredNotifier:
    """A platform's notifier whose calls are counted."""

    def __init__(self, notifier: Notifier, platform: str, meter: Meter, clock: Clock) -> None:
        self._notifier, self._platform, self._meter = notifier, platform, meter
        self._clock = clock

    @property
    def settle_s(self) -> float:
        """The platform's."""
        return self._notifier.settle_s

    @property
    def errand_s(self) -> float:
        """The platform's."""
        return self._notifier.errand_s

    def rest_s(self, destination: DestinationId) -> float:
        """The platform's."""
        return self._notifier.rest_s(destination)

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Post; the time since the latest report counts, where more than its day is known."""
        try:
            ref = await self._notifier.post(to, card, key, under)
        except Exception as error:
            self._failed("post", error)
            raise
        self._meter.calls.add(self._platform, "post", "ok")
        if card.told and not card.told[-1].day:
            lag = self._clock.now() - card.told[-1].at
            self._meter.lag.observe(self._platform, max(lag.total_seconds(), 0.0))
        return ref

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Edit."""
        try:
            await self._notifier.edit(to, ref, card, key)
        except Exception as error:
            self._failed("edit", error)
            raise
        self._meter.calls.add(self._platform, "edit", "ok")

    async def gathers(self, to: Destination) -> bool:
        """As the platform does."""
        return await self._notifier.gathers(to)

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """As the platform does."""
        return self._notifier.owes(to, ref, card)

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """As the platform does."""
        await self._notifier.run_errand(errand, to)

    async def shows_history(self, to: Destination) -> bool:
        """As the platform does."""
        return await self._notifier.shows_history(to)

    async def repeat_safe_s(self, to: Destination) -> float:
        """The platform's."""
        return await self._notifier.repeat_safe_s(to)

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Look back."""
        try:
            ref = await self._notifier.look_back(to, key)
        except Exception as error:
            self._failed("look_back", error)
            raise
        self._meter.calls.add(self._platform, "look_back", "ok")
        return ref

    async def warn(self, to: Destination, problem: str) -> None:
        """As the platform does."""
        await self._notifier.warn(to, problem)

    def _failed(self, call: str, error: Exception) -> None:
        result = next((name for kind, name in _RESULTS if isinstance(error, kind)), "fault")
        self._meter.calls.add(self._platform, call, result)
        if isinstance(error, TemporaryDeliveryError):
            self._meter.waits.add(self._platform, by=error.retry_after.total_seconds())
