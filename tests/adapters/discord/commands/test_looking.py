"""`/alerts explain`, `failed` and `status` with trades that were posted, filtered out and refused."""

from typing import Any

import pytest

from bot.model import CardKind, DeliveryKey, DestinationId
from bot.ports import Backend
from bot.store import SqliteLedger
from tests.adapters.discord.commands.worlds import World
from tests.builders import a_trade, minutes
from tests.contracts.steps import LANE, publish


@pytest.fixture
def key(world: World) -> DeliveryKey:
    """The trade's card in the channel called trades."""
    destination = DestinationId(f"discord:{world.channel('trades')}")
    return DeliveryKey(trade=a_trade().id, destination=destination, kind=CardKind.CARD)


@pytest.fixture
async def refused(world: World, backend: Backend, key: DeliveryKey) -> SqliteLedger:
    """One channel is refused the card, another asked for other clubs."""
    await world.slash("manager", "alerts subscribe", channel="trades")
    await world.slash("manager", "alerts subscribe", channel="news", clubs="KC")
    alerts: Any = backend.alerts
    await publish(alerts.store, 1, key)
    queue = SqliteLedger(alerts.store._db)
    epoch = await queue.acquire(LANE)
    [row] = await queue.claim(LANE, epoch, minutes(1))
    await queue.pause(row.key, epoch, minutes(15), "no @everyone access", nothing_stored=True)
    return queue


@pytest.mark.usefixtures("refused")
async def test_explain_says_why_filter_by_filter(world: World, key: DeliveryKey) -> None:
    """A page a channel, or only one; every check passed or failed in words."""
    seen = await world.slash("manager", "alerts explain", trade=key.trade)
    pages = {seen.text}
    while "More ▶" in seen.labels:
        seen = await world.press("manager", seen, "More ▶")
        pages.add(seen.text)
    news = next(page for page in pages if f"<#{world.channel('news')}>" in page)
    assert "❌ the channel asked for one of these clubs: asked for KC; this is GB, NYJ" in news
    assert "✅ the channel asked for this kind of trade" in news
    assert "✅ two clubs take part" in news
    assert "It was not posted here" in news
    number = world.channel("trades")
    one = await world.slash("manager", "alerts explain", trade=key.trade, channel=number)
    assert "More ▶" not in one.labels
    assert f"<#{number}>" in one.text


@pytest.mark.usefixtures("refused")
async def test_status_and_failed_tell_what_discord_said(world: World) -> None:
    """Neutralised, with when it is tried again."""
    status = await world.slash("manager", "alerts status")
    assert "Discord refuses it, tried again <t:" in status.text
    assert "@everyone" not in status.text
    failed = await world.slash("manager", "alerts failed")
    assert "**failing** in <#" in failed.text
    away = await world.slash("manager", "alerts status", place="away")
    assert "Discord refuses" not in away.text
