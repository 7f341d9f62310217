"""The loopback Discord in a process of its own, as a benchmark sees it: when what arrived, and in which order."""

import asyncio
import json
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).resolve().parents[1]
MANY = 300  # posts; whoever waits for so many need not ask often

Arrival = tuple[float, str]  # when, by the machine's monotonic clock, and in which channel


@dataclass(kw_only=True)
class Far:
    """The fake Discord in its own process."""

    api_base: str
    gateway: str
    admin: str
    pid: int
    session: aiohttp.ClientSession

    async def posts(self) -> list[Arrival]:
        """Each card that was taken."""
        asked = await self._get("arrivals")
        return [
            (float(at), path.split("/")[2])
            for at, method, path, status in asked
            if (method, status) == ("POST", 200) and path.endswith("/messages")
        ]

    async def threads(self) -> int:
        """How many were opened."""
        asked = await self._get("arrivals")
        return sum(path.endswith("/threads") and status == 201 for _, _, path, status in asked)

    async def refused(self) -> int:
        """How many requests met a limit."""
        return sum(status == 429 for *_, status in await self._get("arrivals"))

    async def worst_second(self) -> int:
        """The most requests in any second."""
        times = [float(at) for at, *_ in await self._get("arrivals")]
        return max(sum(start <= at < start + 1 for at in times) for start in times)

    async def out_of_order(self, order: Sequence[str]) -> int:
        """In how many channels cards do not stand in this order, or not all of them."""
        ledger = await self._get("ledger")
        assert not ledger["violations"]
        shown: dict[str, list[str]] = {}
        for number in sorted(ledger["messages"], key=int):
            message = ledger["messages"][number]["message"]
            title = message["embeds"][0]["title"]
            found = [name for name in order if name in title]
            shown.setdefault(message["channel_id"], []).extend(found)
        return sum(names not in ([], [*order]) for names in shown.values())

    async def until(self, count: int) -> list[Arrival]:
        """Wait for so many posts."""
        while len(posts := await self.posts()) < count:  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.02 if count < MANY else 0.5)
        return posts

    async def control(self, what: str, given: object) -> None:
        """Faults and channels' states."""
        async with self.session.post(f"{self.admin}/{what}", json=given) as answer:
            assert answer.status == 200

    async def _get(self, what: str) -> Any:
        async with self.session.get(f"{self.admin}/{what}") as answer:
            return json.loads(await answer.text())


async def far_end(stack: AsyncExitStack, channels: int) -> Far:
    """Start the fake with so many channels."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.servers.fake_discord", "--channels", str(channels), "--buckets",
        stdout=asyncio.subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    stack.push_async_callback(_end, process)
    assert process.stdout is not None
    urls = json.loads(await process.stdout.readline())
    session = await stack.enter_async_context(aiohttp.ClientSession())
    return Far(**urls, pid=process.pid, session=session)


async def _end(process: asyncio.subprocess.Process) -> None:
    process.kill()
    await process.communicate()
