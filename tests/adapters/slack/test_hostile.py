"""Strangers at the way in by HTTP: whatever they send, nothing breaks, and nothing of ours is said in the log."""

import asyncio
import gzip
import logging
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.commands.asker import Asker
from adapters.slack.commands.reply import _is_slacks
from adapters.slack.http import EVENTS, MINUTE_S, VISITS_MAX, Turnstile
from adapters.slack.installing import INSTALL, REDIRECT
from adapters.slack.signature import SIGNATURE, TIMESTAMP
from bot.errors import DestinationRefusedError, StoreError
from tests.adapters.slack.installed import House, house
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_workspace import BOT_TOKEN

BODIES = [b"{", b"\xff\xfe", b"payload={", b"{" * 100_000]


@pytest.fixture
async def here(fake: FakeSlack, tmp_path: Path) -> AsyncIterator[House]:
    """Nobody installed it yet."""
    async with house(fake, tmp_path / "gridwire.db") as opened:
        yield opened


def complaints(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What an operator would be called for."""
    return [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]


async def said(here: House, *lines: str, body: bytes = b"", end: bool = False) -> bytes:
    """The status line that these bytes get; empty where the connection is closed at once."""
    host, port = here.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
    if end:
        writer.write_eof()
    async with asyncio.timeout(10):
        status = await reader.readline()
    writer.close()
    return status


async def events(here: House, *lines: str, body: bytes = b"", end: bool = False) -> bytes:
    """The same for a request whose headers look like Slack's."""
    claim = (f"{TIMESTAMP}: {int(time.time())}", f"{SIGNATURE}: v0={'0' * 64}")
    head = (f"POST {EVENTS} HTTP/1.1", "Host: x", *claim)
    return await said(here, *head, *lines, body=body, end=end)


@pytest.mark.parametrize("team", ["T1%0d%0aX-Mine:1", "%00", "T1%26user_scope%3Dadmin"])
async def test_a_visitor_adds_nothing_to_what_the_app_asks_slack_for(
    here: House, caplog: pytest.LogCaptureFixture, team: str
) -> None:
    """Else a link to our own page could ask an administrator for more rights, or break the answer."""
    asked = here.browser.get(f"{here.url}{INSTALL}?team={team}", allow_redirects=False)
    async with asked as page:
        assert page.status == 302
        sent = parse_qs(urlsplit(page.headers["Location"]).query)
        assert sent.keys() == {"state", "client_id", "scope", "redirect_uri"}
    assert complaints(caplog) == []


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("kind", ["", "text/plain; charset=none-such"])
async def test_a_page_of_the_installation_reads_no_body(
    here: House, caplog: pytest.LogCaptureFixture, body: bytes, kind: str
) -> None:
    """It has no use for one."""
    headers = {"Content-Type": kind} if kind else {}
    for path, status in ((INSTALL, 302), (REDIRECT, 400)):
        asked = here.browser.get(here.url + path, data=body, headers=headers, allow_redirects=False)
        async with asked as page:
            assert page.status == status
    assert complaints(caplog) == []


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
async def test_a_body_is_judged_as_it_came(
    here: House, caplog: pytest.LogCaptureFixture, coding: str
) -> None:
    """Slack signs what it sends, and compresses nothing: nothing is unpacked for a stranger."""
    for body in (b"abcde", gzip.compress(bytes(50_000_000))):
        lines = (f"Content-Encoding: {coding}", f"Content-Length: {len(body)}")
        assert b" 401 " in await events(here, *lines, body=body)
    assert complaints(caplog) == []


async def test_a_broken_request_is_no_fault_of_ours(
    here: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Cut off, miscounted, or no HTTP at all."""
    assert await events(here, "Content-Length: 50", body=b"abc", end=True) == b""
    for lines in (
        ("Content-Length: -5",),
        ("Transfer-Encoding: chunked", "", "ZZ"),
        ("X Y: \x00",),
    ):
        assert b" 400 " in await events(here, *lines, body=b"abc")
    assert b" 400 " in await said(here, "\x16\x03\x01 hello")
    assert complaints(caplog) == []


async def test_a_flood_of_visitors_leaves_the_database_to_the_deliveries(here: House) -> None:
    """Who began before it goes on; each page that is shown keeps a state for ten minutes."""
    state, cookie = await here.begin()
    here.fake.world.grants.codes["code"] = ("T1", False)
    visits = [here.browser.get(here.url + INSTALL, allow_redirects=False) for _ in range(300)]
    said = Counter([page.status for page in await asyncio.gather(*visits)])
    assert said == {302: VISITS_MAX - 1, 429: 301 - VISITS_MAX}
    assert await here.agree("code", state, cookie) == 200


def test_a_turnstile_opens_again_after_a_minute() -> None:
    """In any minute no more than so many."""
    now = 5.0
    turnstile = Turnstile(2, lambda: now)
    assert [turnstile.lets_in() for _ in range(3)] == [True, True, False]
    now += MINUTE_S - 1
    assert not turnstile.lets_in()
    now += 1
    assert [turnstile.lets_in() for _ in range(3)] == [True, True, False]


async def test_a_request_of_no_workspace_is_not_the_operator_s(
    fake: FakeSlack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The file's workspace has a token too; it is not what is left over."""
    async with house(fake, tmp_path / "gridwire.db", BOT_TOKEN) as here:
        assert await here.command("T1") == 200
        await fake.until(lambda: fake.responses)
        assert complaints(caplog) == []
        assert await here.command("") == 200
    assert complaints(caplog) == ["slack event of nobody"]
    assert len(fake.responses) == 1


async def test_a_token_that_was_moved_in_the_database_speaks_for_nobody(here: House) -> None:
    """Who can write there, but has not the key, cannot post with one workspace's token as another."""
    await here.install("T1")
    sealed = await here.vault.find("T1")
    assert sealed is not None
    await here.vault.save("T2", sealed, datetime.now(UTC))
    with pytest.raises(DestinationRefusedError, match="T2"):
        await here.workspaces.of("T2")


async def test_a_workspace_that_could_not_be_forgotten_is_told_of(
    here: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack heard long ago that its event arrived, and sends it no more."""

    async def full(_: str) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(here.vault, "forget", full)
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    assert await here.tell("app_uninstalled", "T1") == 200
    async with asyncio.timeout(10):
        while "server not forgotten" not in caplog.messages:  # noqa: ASYNC110 - a log has no event to wait for
            await asyncio.sleep(0.02)


async def test_who_comes_back_while_slack_is_asked_stays(
    here: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is of the token before."""
    caplog.set_level(logging.INFO)
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    ask = AsyncWebClient.auth_test

    async def late(client: AsyncWebClient, *, token: str) -> AsyncSlackResponse:
        monkeypatch.setattr(AsyncWebClient, "auth_test", ask)
        try:
            return await client.auth_test(token=token)
        finally:
            await here.install("T1")

    monkeypatch.setattr(AsyncWebClient, "auth_test", late)
    assert await here.tell("app_uninstalled", "T1") == 200
    async with asyncio.timeout(10):
        while "slack workspace is back already" not in caplog.messages:  # noqa: ASYNC110 - a log has no event to wait for
            await asyncio.sleep(0.02)
    assert list(await here.vault.servers()) == ["T1"]
    assert here.alerts.forgotten == []


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("https://hooks.slack.com/commands/T1/1/x", True),
        ("https://hooks.slack-gov.com/commands/T1/1/x", True),
        ("http://hooks.slack.com/commands/T1/1/x", False),
        ("https://files.slack.com/x", False),
        ("https://hooks.slack.com.example.org/x", False),
        ("https://hooks.slack.com@example.org/x", False),
        ("https://169.254.169.254/x", False),
        ("//hooks.slack.com/x", False),
        ("x://[", False),
        ("", False),
    ],
)
def test_answers_go_where_slack_takes_them(address: str, taken: bool) -> None:  # noqa: FBT001 - a table
    """And nowhere else, whatever a request names."""
    client = AsyncWebClient()
    who = Asker(
        team="T1",
        user="U1",
        channel="C1",
        answer_url=address,
        trigger="",
        client=client,
        payload={},
    )
    assert _is_slacks(who) is taken
