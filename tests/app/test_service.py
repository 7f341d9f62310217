"""What keeps a running service alive."""

import asyncio

import pytest

from adapters.console import ConsolePlatform
from bot.app.platforms import Wired, keep_listening
from bot.model import LaneId


class Deaf(ConsolePlatform):
    """A platform whose first connection for events breaks."""

    def __init__(self) -> None:
        super().__init__()
        self.listens = 0

    async def listen(self) -> None:
        """Break once, then answer until cancelled."""
        self.listens += 1
        if self.listens == 1:
            raise ZeroDivisionError("a bug in a chat library")
        await asyncio.Event().wait()


async def test_a_platform_that_stops_listening_is_logged_and_started_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """After a back-off of a second, for as long as the lane runs."""
    platform = Deaf()
    wired = Wired(platform=platform, lane=LaneId("console"), rate_per_s=1)
    listening = asyncio.create_task(keep_listening(wired))
    async with asyncio.timeout(5):
        while platform.listens < 2:  # noqa: ASYNC110 - the fake has no event to wait for
            await asyncio.sleep(0.05)
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    [record] = [r for r in caplog.records if r.message == "listening failed"]
    assert record.exc_info is not None
