"""Our Discord keeps the rules it is there to keep, and outlives a bot."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.servers import discord_rules
from tests.servers.discord_channels import CHANNEL_POSTS, GLOBAL_PER_S
from tests.servers.fake_discord import CHANNEL, FakeDiscord

MESSAGES = f"/channels/{CHANNEL}/messages"
ROOT = Path(__file__).resolve().parents[3]
GOOD: dict[str, Any] = {
    "content": "x",
    "nonce": "n",
    "enforce_nonce": True,
    "allowed_mentions": {"parse": []},
}
BUTTON = {"type": 2, "style": 2, "label": "b", "custom_id": "c"}


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """A client that knows no rules."""
    async with aiohttp.ClientSession() as session:
        yield session


def _row(**button: object) -> dict[str, Any]:
    return GOOD | {"components": [{"type": 1, "components": [BUTTON | button]}]}


@pytest.mark.parametrize(
    "body",
    [
        GOOD | {"content": "x" * 2001},
        GOOD | {"content": "🏈" * 1001},
        GOOD | {"content": ""},
        GOOD | {"nonce": "n" * 26},
        GOOD | {"enforce_nonce": False},
        GOOD | {"allowed_mentions": {}},
        GOOD | {"allowed_mentions": {"parse": ["everyone"]}},
        GOOD | {"allowed_mentions": {"parse": [], "users": ["1"]}},
        {k: v for k, v in GOOD.items() if k != "allowed_mentions"},
        GOOD | {"embeds": [{"title": "x" * 257}]},
        GOOD | {"embeds": [{"description": "x" * 4097}]},
        GOOD | {"embeds": [{"footer": {"text": "x" * 2049}}]},
        GOOD | {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]},
        GOOD | {"embeds": [{"fields": [{"name": "n", "value": " "}]}]},
        GOOD | {"embeds": [{"fields": [{"name": "n", "value": "v" * 1025}]}]},
        GOOD | {"embeds": [{"description": "x" * 3001}] * 2},
        GOOD | {"embeds": [{"title": "x"}] * 11},
        _row(custom_id="c" * 101),
        _row(url="https://example.com"),
        _row(style=5),
        GOOD | {"components": [{"type": 1, "components": [BUTTON, BUTTON]}]},
    ],
)
def test_the_rules_refuse_each_broken_post(body: dict[str, Any]) -> None:
    """And take the good one."""
    assert discord_rules.errors("POST", MESSAGES, body)
    assert discord_rules.errors("POST", MESSAGES, GOOD) == []


def test_the_schema_is_asked_too(shared: Path) -> None:
    """It knows every key and every route."""
    assert shared.is_dir()
    assert discord_rules.errors("POST", MESSAGES, GOOD | {"contents": "typo"})
    assert discord_rules.errors("POST", MESSAGES, GOOD | {"embeds": [{"color": 1.5}]})
    assert discord_rules.errors("POST", "/nowhere", {})
    assert discord_rules.errors("GET", MESSAGES, None) == []


async def test_it_refuses_what_is_too_long_as_discord_does(http: aiohttp.ClientSession) -> None:
    """400 with 50035, stored nowhere, and noted as a violation."""
    async with FakeDiscord() as far:
        body = GOOD | {"content": "x" * 2001}
        async with http.post(far.api_base + MESSAGES, json=body) as answer:
            assert (answer.status, (await answer.json())["code"]) == (400, 50035)
        assert far.shown() == []
        assert far.violations


async def test_a_nonce_is_forgotten_after_its_time(http: aiohttp.ClientSession) -> None:
    """Known per author while it lasts, in every channel; then a repetition is a second message."""
    async with FakeDiscord(nonce_s=0.05) as far:
        for wait in (0.0, 0.0, 0.06):
            await asyncio.sleep(wait)
            async with http.post(far.api_base + MESSAGES, json=GOOD) as answer:
                assert answer.status == 200
        assert len(far.shown()) == 2


async def test_it_keeps_both_rate_limits(http: aiohttp.ClientSession) -> None:
    """Five posts a channel, fifty requests a second; the headers say which one it was."""
    async with FakeDiscord() as far:
        far.channels.buckets = True
        scopes = []
        for number in range(GLOBAL_PER_S + 1):
            body = GOOD | {"nonce": str(number)}
            async with http.post(far.api_base + MESSAGES, json=body) as answer:
                scopes.append(answer.headers.get("X-RateLimit-Scope"))
                assert answer.headers["Via"]
                assert answer.headers["Content-Type"] == "application/json"
        refused = GLOBAL_PER_S - CHANNEL_POSTS
        assert scopes == [None] * CHANNEL_POSTS + ["user"] * refused + ["global"]
        assert len(far.shown()) == CHANNEL_POSTS


async def test_it_runs_as_a_process_with_its_controls(http: aiohttp.ClientSession) -> None:
    """Faults go in and the ledger comes out by HTTP, so that it can outlive a killed bot."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.servers.fake_discord", "--token", "t", "--channels", "2"),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        urls = json.loads(await process.stdout.readline())
        fault = {"do": "store_drop"}
        async with http.post(f"{urls['admin']}/faults", json=[fault]) as answer:
            assert answer.status == 200
        headers, path = {"Authorization": "Bot t"}, f"/channels/{CHANNEL + 1}/messages"
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await http.post(urls["api_base"] + path, json=GOOD, headers=headers)
        async with http.get(f"{urls['admin']}/ledger") as answer:
            ledger = await answer.json()
        (stored,) = ledger["messages"].values()
        assert stored["message"]["channel_id"] == str(CHANNEL + 1)
        (request,) = ledger["requests"]
        assert (request["method"], request["path"], request["body"]) == ("POST", path, GOOD)
        assert request["t"] <= time.monotonic()
        assert ledger["violations"] == []
    finally:
        process.kill()
        await process.communicate()
