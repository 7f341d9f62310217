"""An app that workspaces install by themselves: the real platform on a real database, reached over HTTP."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import aiohttp
from cryptography.fernet import Fernet

from adapters.slack.assemble import assembled
from adapters.slack.bot import SlackPlatform
from adapters.slack.http import EVENTS, Http
from adapters.slack.installing import INSTALL, REDIRECT
from adapters.slack.workspaces import Installed
from bot.ports import Backend
from bot.store import Seal, SqliteInstallations, SqliteOnce, open_database
from tests.adapters.slack.conftest import TIMEOUT_S, KnownStories
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.slack_requests import SECRET, Request, a_command, an_event

KEY = Fernet.generate_key().decode()
PUBLIC = "https://alerts.example.org"


@dataclass
class Alerts:
    """Notes which workspaces' alerts were ended."""

    forgotten: list[str] = field(default_factory=list)

    async def forget(self, server: str) -> None:
        """The bot was removed from this one."""
        self.forgotten.append(server)


@dataclass(kw_only=True)
class House:
    """The platform and everything around it."""

    fake: FakeSlack
    platform: SlackPlatform
    vault: SqliteInstallations
    alerts: Alerts
    browser: aiohttp.ClientSession
    url: str = ""

    @property
    def workspaces(self) -> Installed:
        """Those of the platform."""
        found = self.platform._workspaces
        assert isinstance(found, Installed)
        return found

    async def install(self, team: str, *, ends: bool = False, code: str = "") -> int:
        """An administrator installs the app; the status of the last page."""
        state, cookie = await self.begin()
        self.fake.world.grants.codes[f"code-{team}"] = (team, ends)
        return await self.agree(code or f"code-{team}", state, cookie)

    async def begin(self) -> tuple[str, str]:
        """The first page; returns the state that it sends to Slack, and its cookie."""
        async with self.browser.get(self.url + INSTALL, allow_redirects=False) as page:
            assert page.status == 302
            sent = urlsplit(page.headers["Location"])
            asked = parse_qs(sent.query)
            assert sent.hostname == "slack.com"
            assert asked["redirect_uri"] == [f"{PUBLIC}{REDIRECT}"]
            return asked["state"][0], page.headers["Set-Cookie"].split(";")[0]

    async def agree(self, code: str, state: str, cookie: str) -> int:
        """Slack sends the browser back."""
        answer = self.browser.get(
            self.url + REDIRECT, params={"code": code, "state": state}, headers={"Cookie": cookie}
        )
        async with answer as page:
            assert "canary" not in await page.text()
            return page.status

    async def send(self, request: Request, **headers: str) -> int:
        """A request of Slack's."""
        asked = self.browser.post(
            self.url + EVENTS, data=request.body, headers={**request.headers, **headers}
        )
        async with asked as answer:
            await answer.read()
            return answer.status

    async def tell(self, name: str, team: str, **event: object) -> int:
        """Slack tells of something in a workspace."""
        told: Mapping[str, object] = {"type": name, **event}
        return await self.send(an_event(told, name=f"Ev{name}{team}", team=team, at=time.time()))

    async def command(self, team: str) -> int:
        """Somebody types /nfl without more, which is answered with what there is."""
        back = self.fake.response_url("U1", "C1")
        return await self.send(a_command(time.time(), team_id=team, text="", response_url=back))


def assemble(
    fake: FakeSlack,
    alerts: Alerts,
    vault: SqliteInstallations,
    once: SqliteOnce,
    bot_token: str = "",
) -> SlackPlatform:
    """As the service does it."""
    nobody: object = None
    return assembled(
        bot_token=bot_token,
        app_token="",
        signing_secret=SECRET,
        http=("127.0.0.1", 0),
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        public_url=PUBLIC,
        api_base=fake.url,
        request_timeout_s=TIMEOUT_S,
        backend=Backend(trades=KnownStories(), questions=nobody, alerts=alerts),  # type: ignore[arg-type]
        once=once,
        vault=vault,
    )


@asynccontextmanager
async def house(fake: FakeSlack, path: Path, bot_token: str = "") -> AsyncIterator[House]:
    """Open for installations, commands and events, on this database."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(path))
        vault = SqliteInstallations(database, "slack", Seal([KEY]))
        alerts = Alerts()
        platform = assemble(fake, alerts, vault, SqliteOnce(database), bot_token)
        await platform.connect()
        stack.push_async_callback(platform.close)
        browser = await stack.enter_async_context(
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        )
        opened = House(fake=fake, platform=platform, vault=vault, alerts=alerts, browser=browser)
        listening = asyncio.create_task(platform.listen())
        stack.push_async_callback(_end, listening)
        [way] = platform._ways_in
        assert isinstance(way, Http)
        while way.address is None:  # noqa: ASYNC110 - it happens in the library
            await asyncio.sleep(0.01)
        opened.url = "http://{}:{}".format(*way.address)
        yield opened


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
