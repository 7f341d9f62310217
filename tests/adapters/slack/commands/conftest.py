"""Two workspaces on a fake Slack, and our commands listening to both over one socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.bot import SlackPlatform
from adapters.slack.socket import Socket
from adapters.slack.workspaces import Workspace
from bot.errors import DeliveryError, DestinationRefusedError, TokenRefusedError
from bot.ports import Backend
from bot.store import open_database
from tests.adapters.slack.conftest import TIMEOUT_S
from tests.chats import CardStories, a_backend
from tests.fakes import FakeOnce
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_directory import Directory
from tests.servers.slack_people import People
from tests.servers.slack_workspace import APP_TOKEN, BOT_ID, BOT_TOKEN

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
TOKENS = {HOME: BOT_TOKEN, AWAY: AWAY_TOKEN}


class Both:
    """The tokens of both workspaces; of others there is none."""

    async def open(self, web: AsyncWebClient) -> None:
        """They are known."""

    async def of(self, server: str) -> Workspace:
        """By the team's id."""
        token = TOKENS.get(server)
        if token is None:
            raise DestinationRefusedError(f"{server} gave no token: install the app there.")
        return Workspace(team=server, token=token, bot="U0", bot_id=BOT_ID)

    def refused(self, error: TokenRefusedError) -> DeliveryError:
        """As for an app of its own."""
        return error


class World:
    """Both workspaces, and the platform that hears them over one socket."""

    def __init__(self, fake: FakeSlack, backend: Backend) -> None:
        self.fake, self.backend = fake, backend
        for number, (team, token) in enumerate(TOKENS.items(), 1):
            fake.world.directories[token] = Directory(
                team=team,
                people={name: dict(told) for name, told in PEOPLE.items()},
                groups={CREW: ["UCREW"]},
                channels={f"C{number}": {}, f"C{number}NEWS": {}, f"C{number}SHUT": {"is_member": False}},
            )  # fmt: skip
        self.home = People(fake, fake.world.directories[BOT_TOKEN])
        self.away = People(fake, fake.world.directories[AWAY_TOKEN])
        self.platform = SlackPlatform(
            Both(),
            [Socket(APP_TOKEN)],
            api_base=fake.url,
            request_timeout_s=TIMEOUT_S,
            backend=backend,
            once=FakeOnce(),
        )

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Connected, and open to both."""
        await self.platform.connect()
        task = asyncio.create_task(self.platform.listen())
        try:
            await self.fake.until(lambda: self.fake.sockets)
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await self.platform.close()


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
