"""Lost answers and channels that hang, over real sockets: F47 of the fault table."""

import asyncio
from dataclasses import replace

import pytest

from tests.adapters.discord.newsdesk import HERE, THERE, Newsdesk
from tests.servers.fake_discord import CHANNEL, Fault

LOST = {
    "503 before": Fault(suffix="", status=503),
    "503 after": Fault(suffix="", do="store_reply", status=503),
    "500 after": Fault(suffix="", do="store_reply", status=500),
    "cut before": Fault(suffix="", do="drop"),
    "cut after": Fault(suffix="", do="store_drop"),
    "half an answer": Fault(suffix="", do="store_reply", status=200, raw='{"id": '),
}


@pytest.mark.parametrize("kind", [0, 15], ids=["text", "forum"])
@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
async def test_a_lost_answer_shows_no_card_twice(desk: Newsdesk, fault: Fault, kind: int) -> None:
    """In a text channel by the nonce, in a forum by looking back; the next card waits its turn."""
    desk.far.channels.details |= {to.channel: {"type": kind} for to in (HERE, THERE)}
    async with desk.delivering():
        await desk.publish("warm-up")
        await desk.until(lambda: desk.all("shown"))
        path = "/threads" if kind else "/messages"
        desk.far.faults = [replace(fault, suffix=path) for _ in range(2)]
        await desk.publish("one")
        await desk.publish("two")
        await desk.until(lambda: desk.far.faults == [])
        for _ in range(3):
            await asyncio.sleep(0.3)
            desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"), within_s=15)
    for to in (HERE, THERE):
        assert desk.cards(to) == ["warm-up", "one", "two"]


async def test_a_channel_that_hangs_delays_no_other(desk: Newsdesk) -> None:
    """Its call may take a minute; theirs do not."""
    desk.far.faults = [Fault(suffix=f"/channels/{CHANNEL}/messages", do="hang")]
    async with desk.delivering():
        for number in range(3):
            await desk.publish(f"t{number}")
        await desk.until(lambda: len(desk.cards(THERE)) == 3, within_s=3)
        desk.far._stopping.set()
        desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"))
