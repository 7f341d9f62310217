"""Two workspaces on a fake Slack, and our commands listening to both over one socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import socket
from adapters.slack.commands import Commands
from adapters.slack.notifier import SlackNotifier
from bot.ports import Backend
from bot.store import open_database
from tests.chats import CardStories, a_backend
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_directory import Directory
from tests.servers.slack_people import People
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

AWAY_TOKEN = "xoxb-away"  # noqa: S105 - opens nothing
HOME, AWAY = "T1", "T2"
# Everybody of a workspace; their ids are alike in both, so that only the workspace tells them apart.
PEOPLE = {
    "UBOSS": {"is_admin": True},
    "UOWNER": {"is_owner": True, "is_admin": True},
    "UCREW": {},
    "UFAN": {},
    "UGUEST": {"is_admin": True, "is_restricted": True},
    "USTRANGER": {"is_admin": True, "team_id": "T9"},
    "UGONE": {"is_admin": True, "deleted": True},
}
CREW = "S1"


class World:
    """Both workspaces."""

    def __init__(self, fake: FakeSlack, backend: Backend) -> None:
        self.fake, self.backend = fake, backend
        tokens = {HOME: BOT_TOKEN, AWAY: AWAY_TOKEN}
        for number, (team, token) in enumerate(tokens.items(), 1):
            fake.world.directories[token] = Directory(
                team=team,
                people={name: dict(told) for name, told in PEOPLE.items()},
                groups={CREW: ["UCREW"]},
                channels={f"C{number}": {}, f"C{number}NEWS": {}, f"C{number}SHUT": {"is_member": False}},
            )  # fmt: skip
        self.home = People(fake, fake.world.directories[BOT_TOKEN])
        self.away = People(fake, fake.world.directories[AWAY_TOKEN])
        self.commands = Commands(backend, self.notifier)

    def notifier(self) -> SlackNotifier:
        """Posts at home."""
        return SlackNotifier(self._web(BOT_TOKEN), request_timeout_s=2.0)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Hear both over one socket."""
        task = asyncio.create_task(self._listen())
        try:
            await self.fake.until(lambda: self.fake.sockets)
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _listen(self) -> None:
        web = self._web(None)
        async with asyncio.TaskGroup() as answers:
            app = AsyncApp(client=web, authorize=authorize, logger=socket.QUIET)
            self.commands.register(app, answers)
            await socket.serve(app, web, APP_TOKEN)

    def _web(self, token: str | None) -> AsyncWebClient:
        return AsyncWebClient(
            token, base_url=self.fake.url, timeout=2, logger=socket.QUIET, retry_handlers=[]
        )


async def authorize(team_id: str | None) -> AuthorizeResult | None:
    """The token of each workspace; of others there is none."""
    token = {HOME: BOT_TOKEN, AWAY: AWAY_TOKEN}.get(team_id or "")
    if token is None:
        return None
    return AuthorizeResult(
        enterprise_id=None, team_id=team_id, bot_user_id="U0", bot_id="B0", bot_token=token
    )


@pytest.fixture
def stories() -> CardStories:
    """The trades that are known."""
    return CardStories()


@pytest.fixture
async def backend(stories: CardStories, tmp_path: Path) -> AsyncIterator[Backend]:
    """Real alerts on a database of their own."""
    async with open_database(tmp_path / "gridwire.db") as database:
        yield a_backend(database, stories, "slack")


@pytest.fixture
async def world(fake: FakeSlack, backend: Backend) -> AsyncIterator[World]:
    """Both workspaces, heard."""
    made = World(fake, backend)
    async with made.listening():
        yield made
