"""The same handlers behind a signed request: what Slack sends by HTTP is answered as over Socket Mode."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlencode

import aiohttp
import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.http import EVENTS, Http
from adapters.slack.signature import Signatures
from bot.ports import Backend
from tests.adapters.slack.commands.conftest import HOME, Both, World
from tests.adapters.slack.conftest import TIMEOUT_S
from tests.chats import CardStories
from tests.fakes import FakeOnce
from tests.servers import slack_surface_rules
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_directory import Json
from tests.servers.slack_people import People, picked
from tests.slack_requests import SECRET, signed

CARD = next(iter(CardStories().cards.values()))


class Post:
    """Brings what people do by signed requests."""

    def __init__(self, fake: FakeSlack, session: aiohttp.ClientSession, way: Http) -> None:
        self._fake, self._session, self._way = fake, session, way

    async def __call__(self, kind: str, payload: Json) -> Json:
        """The acknowledgement, as Socket Mode would tell it."""
        body = urlencode(payload if kind == "slash_commands" else {"payload": json.dumps(payload)})
        told = json.dumps(payload) if kind == "events_api" else body
        form = "application/json" if kind == "events_api" else "application/x-www-form-urlencoded"
        request = signed(told.encode(), time.time(), kind=form)
        assert self._way.address is not None
        url = "http://{}:{}{}".format(*self._way.address, EVENTS)
        asked = self._session.post(url, data=request.body, headers=request.headers)
        async with asked as answer:
            assert answer.status == 200
            words = await answer.text()
        acknowledged = json.loads(words) if words else None
        self._fake.violations += slack_surface_rules.ack_problems(acknowledged)
        return {"payload": acknowledged}


@pytest.fixture
async def people(fake: FakeSlack, backend: Backend) -> AsyncIterator[People]:
    """Those at home, heard by HTTP."""
    directory = World(fake, backend).home.directory
    way = Http("127.0.0.1", 0, Signatures(SECRET, FakeOnce()))
    platform = SlackPlatform(
        Both(), [way], api_base=fake.url, request_timeout_s=TIMEOUT_S, backend=backend, once=FakeOnce()
    )  # fmt: skip
    await platform.connect()
    task = asyncio.create_task(platform.listen())
    async with aiohttp.ClientSession() as session:
        async with asyncio.timeout(5):
            while way.address is None:  # noqa: ASYNC110 - it happens in the library
                await asyncio.sleep(0.01)
        yield People(fake, directory, Post(fake, session, way))
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await platform.close()


async def test_words_buttons_and_selects(people: People) -> None:
    """A command, a press, a choice."""
    seen = await people.slash("UFAN", "/nfl", "team GB")
    assert "team GB None" in seen.text
    shared = await people.press("UFAN", seen.buttons()["Share in channel"])
    assert shared.shown["response_type"] == "in_channel"
    offered = await people.type("UFAN", "choose:club", "pack")
    assert [each["value"] for each in offered] == ["GB"]


async def test_the_form(people: People, backend: Backend) -> None:
    """Opened, refused where a field is wrong, kept, and told in its own window."""
    await people.slash("UBOSS", "/alerts", "subscribe")
    window = list(people.directory.windows)[-1]
    values = {"channel": {"selected_conversation": "C1"}, "clubs": picked("GB")}
    wrong = values | {"quiet_from": picked("22")}
    assert (await people.submit("UBOSS", window, wrong, answers=0)).ack["errors"]
    seen = await people.submit("UBOSS", window, values)
    assert seen.ack["response_action"] == "update"
    assert "<#C1> gets:" in seen.text
    (to,) = await backend.alerts.subscriptions(HOME)
    assert to.clubs == ("GB",)


async def test_the_home_tab_and_the_shortcut(people: People) -> None:
    """An event, and a press on a message's menu."""
    assert CARD.headline in (await people.home("UFAN")).text
    assert "is no card" in (await people.shortcut("UBOSS", {})).text
