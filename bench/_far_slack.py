"""The loopback Slack in a process of its own, as a benchmark sees it: so many workspaces, and what arrived."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.servers.fake_slack import FakeSlack  # noqa: E402 - found by the line above
from tests.servers.slack_directory import Directory  # noqa: E402


def team(number: int) -> str:
    """A workspace's id."""
    return f"T{number:02}"


def token(of: str) -> str:
    """The token that it gave."""
    return f"xoxb-{of}"


@dataclass(kw_only=True)
class FarSlack:
    """The fake in its process."""

    url: str
    admin: str
    session: aiohttp.ClientSession

    async def told(self) -> dict[str, Any]:
        """Cards by channel, calls that came too soon, and what was wrong with requests."""
        async with self.session.get(self.admin) as answer:
            return dict(await answer.json())

    async def slow(self, of: str, seconds: float) -> None:
        """Answer this workspace so much later."""
        async with self.session.post(self.admin, json={token(of): seconds}) as answer:
            assert answer.status == 200


@asynccontextmanager
async def far_slack(workspaces: int) -> AsyncIterator[FarSlack]:
    """Start it with so many workspaces."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench._far_slack", str(workspaces),
        stdout=asyncio.subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        urls = json.loads(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield FarSlack(**urls, session=session)
    finally:
        process.kill()
        await process.wait()


async def _main(workspaces: int) -> None:
    async with FakeSlack(paced=True) as fake:
        for number in range(workspaces):
            fake.world.directories[token(team(number))] = Directory(team=team(number))

        async def tell(_: web.Request) -> web.Response:
            cards = {channel: len(found) for channel, found in fake.world.messages.items()}
            return web.json_response(
                {"cards": cards, "busy": fake.busy, "violations": fake.violations}
            )

        async def slow(request: web.Request) -> web.Response:
            fake.slow |= await request.json()
            return web.Response()

        app = web.Application()
        app.router.add_get("/", tell)
        app.router.add_post("/", slow)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        admin = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        print(json.dumps({"url": fake.url, "admin": admin}), flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
