"""A service that is told to stop, at many moments: what it began is finished, and nothing is lost or doubled."""

import asyncio
import random

from bot.model import TradeId
from tests.builders import a_key, a_trade
from tests.engine.conftest import Rig

STOPS, TRADES = 300, 60


async def life(rig: Rig, seconds: float) -> None:
    """A lane that is told to stop after so long."""
    stop = asyncio.Event()
    running = asyncio.create_task(rig.lane().run(stop))
    await asyncio.sleep(seconds)
    stop.set()
    await asyncio.wait_for(running, 5)


async def test_a_stop_at_any_moment_loses_and_doubles_nothing(rig: Rig) -> None:
    """Cards and edits come in all the while; each life ends by itself, and none leaves a row on its way."""
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of moments, not a secret
    versions = dict.fromkeys((TradeId(f"t{n}") for n in range(TRADES)), 0)
    for number in range(STOPS):
        trade = chance.choice(list(versions))
        versions[trade] += 1
        await rig.publish(a_trade(id=trade, version=versions[trade]), a_key(trade=trade))
        await life(rig, chance.uniform(0, 0.012))
        rows = await rig.store.deliveries(trade)
        assert [state for _, state, _ in rows if state == "sending"] == [], number

    async def all_shown() -> bool:
        told = [await rig.store.deliveries(trade) for trade, version in versions.items() if version]
        return {state for rows in told for _, state, _ in rows} == {"shown"}

    await rig.deliver(all_shown, timeout_s=20)
    newest = sorted(version for version in versions.values() if version)
    assert sorted(seen[-1] for seen in rig.notifier.shown.values()) == newest
    assert len(rig.notifier.shown) == len(newest)
    posts = [key for call, key, _ in rig.notifier.calls if call == "post"]
    assert len(posts) == len(set(posts))
