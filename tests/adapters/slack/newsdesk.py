"""Store, ledger, lane and the real adapter before our Slack, with a clock that can jump."""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.slack.bot import SlackPlatform
from adapters.slack.notifier import mark
from bot.model import (
    CardKind,
    Change,
    ChangeReason,
    DeliveryKey,
    Destination,
    DestinationId,
    LaneId,
    Status,
    TradeId,
)
from bot.store import SqliteErrands, SqliteLedger, SqliteStore, open_database
from tests.adapters.discord.newsdesk import Newsdesk
from tests.builders import a_report, a_trade
from tests.servers.fake_slack import Call, FakeSlack
from tests.servers.slack_workspace import Stored

LANE = LaneId("slack")


def channel(number: int = 0, **given: object) -> Destination:
    """A channel of the configuration's workspace."""
    name = f"C{number}"
    fields = {"platform": "slack", "lane": LANE, **given}
    return Destination(id=DestinationId(f"slack:{name}"), channel=name, **fields)  # type: ignore[arg-type]


class SlackDesk(Newsdesk):
    """The same desk, before Slack."""

    far: FakeSlack  # type: ignore[assignment]
    platform: SlackPlatform  # type: ignore[assignment]

    def jump(self, **by: float) -> None:
        """Let so much time have passed, for what Slack asked to wait as well."""
        super().jump(**by)
        ahead_s = self.clock.ahead.total_seconds()
        self.platform.notifier.limits.monotonic = lambda: time.monotonic() + ahead_s

    def shown(self, to: Destination) -> list[Stored]:
        """What readers of a channel see, oldest first."""
        return list(self.far.world.messages[to.channel])

    def cards(self, to: Destination) -> list[str]:
        """The trades whose cards a channel shows, oldest first; notices are left out."""
        marks = {mark(self.key(name, to)): name for name in self.published}
        found = [m.shown["metadata"]["event_payload"]["key"] for m in self.shown(to)]
        return [marks[key] for key in found if key in marks]

    def posts(self, to: Destination) -> list[Call]:
        """The requests that would show a new message there."""
        return [c for c in self.far.calls("chat.postMessage") if c.body["channel"] == to.channel]

    async def call_off(self, name: str, version: int) -> None:
        """The trade is off: its card says so, and a notice follows."""
        now, targets = self.clock.now(), self.destinations
        times = {"created_at": now, "updated_at": now}
        trade = a_trade(id=TradeId(name), version=version, status=Status.VOIDED, **times)
        change = Change(reason=ChangeReason.VOIDED, trade=trade, expected_version=version - 1)
        wanted = [
            (DeliveryKey(trade=trade.id, destination=to.id, kind=kind), to.lane, version)
            for to in targets
            for kind in CardKind
        ]
        await self.store.apply(a_report(id=f"{name} off"), (), (change,), wanted, now)
        self.jump(seconds=0)


@asynccontextmanager
async def newsdesk(
    far: FakeSlack, platform: SlackPlatform, folder: Path, destinations: Sequence[Destination]
) -> AsyncIterator[SlackDesk]:
    """One on a fresh database."""
    async with open_database(folder / "newsdesk.db") as database:
        desk = SlackDesk(
            far=far,  # type: ignore[arg-type]
            platform=platform,  # type: ignore[arg-type]
            store=SqliteStore(database),
            ledger=SqliteLedger(database),
            errands=SqliteErrands(database),
            destinations=tuple(destinations),
        )
        await desk.ledger.sync_destinations(destinations)
        yield desk
