"""The page over a real socket: headers, health, and what happens when the store cannot answer."""

import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.errors import ConfigError, StoreError
from bot.model import Brakes, Card
from bot.web.page import Page
from tests.builders import a_card
from tests.web.test_render import HOSTILE, a_feed


async def one_trade() -> Sequence[Card]:
    """The sample trade under a hostile headline."""
    return [a_card(headline=HOSTILE)]


async def no_store() -> Sequence[Card]:
    """A store that cannot be read."""
    raise StoreError("gridwire.db is damaged <b>: restore a backup")


async def free() -> Brakes:
    """Nothing holds new cards."""
    return Brakes()


async def no_brakes() -> Brakes:
    """A store that cannot be read."""
    raise StoreError("gridwire.db is damaged: restore a backup")


@asynccontextmanager
async def serving(page: Page) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of this page."""
    port = await page.start("127.0.0.1", 0)
    try:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        await page.stop()


async def test_the_page_shows_trades_and_feeds() -> None:
    """One address, no script, everything escaped."""
    page = Page(trades=one_trade, feeds=lambda: [a_feed()], brakes=free)
    async with serving(page) as client, client.get("/") as response:
        text = await response.text()
        assert (response.status, response.content_type) == (200, "text/html")
    assert "WR Dale Preston" in text
    assert "espn-wire" in text
    assert "<script" not in text
    assert "<img" not in text


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/style.css", 200), ("/-/healthy", 200), ("/nothing", 404)]
)
async def test_every_answer_is_locked_down(path: str, status: int) -> None:
    """No answer may be kept, framed, sniffed, or run anything."""
    async with (
        serving(Page(trades=one_trade, feeds=list, brakes=free)) as client,
        client.get(path) as response,
    ):
        assert response.status == status
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Server"] == "gridwire"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; style-src 'self';")
        assert "unsafe" not in policy


async def test_the_health_check_answers_json_even_without_a_store() -> None:
    """It says that the process runs, and nothing of the rest."""
    async with (
        serving(Page(trades=no_store, feeds=list, brakes=no_brakes)) as client,
        client.get("/-/healthy") as response,
    ):
        assert await response.json() == {"status": "ok"}


async def test_what_holds_new_cards_is_on_the_page_and_in_the_health_check() -> None:
    """Both brakes with their reasons, escaped; a monitor sees a process that runs well all the same."""

    async def held() -> Brakes:
        return Brakes(paused="<b> nonsense", flood="41 trades")

    async with serving(Page(trades=one_trade, feeds=list, brakes=held)) as client:
        async with client.get("/-/healthy") as response:
            told = await response.json()
            assert told == {"status": "ok", "paused": "<b> nonsense", "flood": "41 trades"}
            assert response.status == 200
        async with client.get("/") as response:
            text = await response.text()
    assert "New cards are held (paused: &lt;b&gt; nonsense; 41 trades)" in text


async def test_while_nothing_holds_new_cards_the_health_check_says_so() -> None:
    """And the page says nothing of it."""
    async with serving(Page(trades=one_trade, feeds=list, brakes=free)) as client:
        async with client.get("/-/healthy") as response:
            assert await response.json() == {"status": "ok", "paused": None, "flood": None}
        async with client.get("/") as response:
            assert "are held" not in await response.text()


async def test_a_store_that_cannot_be_read_is_said_in_words() -> None:
    """One sentence for the operator, escaped too."""
    async with (
        serving(Page(trades=no_store, feeds=list, brakes=free)) as client,
        client.get("/") as response,
    ):
        text = await response.text()
        assert response.status == 503
    assert "The trades cannot be read: gridwire.db is damaged &lt;b&gt;: restore a backup" in text


async def test_only_reading_is_possible() -> None:
    """There is nothing to change here."""
    async with (
        serving(Page(trades=one_trade, feeds=list, brakes=free)) as client,
        client.post("/") as response,
    ):
        assert response.status == 405


async def test_a_taken_port_is_a_problem_of_the_configuration() -> None:
    """The operator learns which address and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        page = Page(trades=one_trade, feeds=list, brakes=free)
        with pytest.raises(ConfigError, match=rf"127\.0\.0\.1 port {port} cannot be listened on"):
            await page.start("127.0.0.1", port)
        await page.stop()


async def test_a_stopped_page_is_gone_and_can_come_back() -> None:
    """Stopping twice does no harm; starting again does."""
    page = Page(trades=one_trade, feeds=list, brakes=free)
    port = await page.start("127.0.0.1", 0)
    await page.stop()
    await page.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port)).close()
    assert await page.start("127.0.0.1", port) == port
    await page.stop()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *(("localhost", 200), ("LOCALHOST:8080", 200), ("127.0.0.1", 200), ("127.0.0.1:1", 200)),
        *(("[::1]", 200), ("[::1]:8080", 200)),
        *(("evil.example", 421), ("evil.example:8080", 421), ("", 421), ("localhost.", 421)),
        *(("127.0.0.1.evil.example", 421), ("localhost:80:80", 421), ("10.0.0.1", 421)),
    ],
)
@pytest.mark.parametrize("path", ["/", "/style.css", "/-/healthy", "/nothing"])
async def test_only_this_machines_own_names_are_answered(path: str, host: str, status: int) -> None:
    """A page of a stranger whose name leads to this machine reads nothing."""
    async with (
        serving(Page(trades=one_trade, feeds=list, brakes=free)) as client,
        client.get(path, headers={"Host": host}) as response,
    ):
        assert response.status == (404 if status == 200 and path == "/nothing" else status)
        assert response.headers["Cache-Control"] == "no-store"
        assert ("Preston" in await response.text()) == (status == 200 and path == "/")


async def test_bound_to_every_address_it_answers_by_every_name() -> None:
    """Then the operator has opened it, by names that only they know."""
    page = Page(trades=one_trade, feeds=list, brakes=free)
    port = await page.start("0.0.0.0", 0)  # noqa: S104 - that is the question
    try:
        async with (
            aiohttp.ClientSession() as client,
            client.get(f"http://127.0.0.1:{port}/", headers={"Host": "box.lan"}) as response,
        ):
            assert response.status == 200
    finally:
        await page.stop()
