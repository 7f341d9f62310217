"""The fake is a judge, so it is judged too: it refuses what Slack refuses, and outlives its clients."""

import asyncio
import copy
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from adapters.slack import render
from bot.errors import UncertainDeliveryError
from tests.adapters.slack.conftest import TIMEOUT_S, a_platform
from tests.builders import a_card, a_destination, a_key
from tests.servers import slack_rules
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

ROOT = Path(__file__).resolve().parents[3]
GOOD: dict[str, Any] = {
    "channel": "C1",
    "text": "a sentence",
    "blocks": list(render.card(a_card(notes=("a note",))).blocks),
    "unfurl_links": False,
    "unfurl_media": False,
    "metadata": {"event_type": "gridwire_card", "event_payload": {"key": "K"}},
}
Breaking = Callable[[dict[str, Any]], object]


def sides(body: dict[str, Any]) -> dict[str, Any]:
    """The block of what each club gets."""
    return next(block for block in body["blocks"] if "fields" in block)


BROKEN: dict[str, Breaking] = {
    "no text": lambda body: body.update(text=" "),
    "long text": lambda body: body.update(text="x" * 4001),
    "unfurl": lambda body: body.pop("unfurl_links"),
    "no key": lambda body: body.pop("metadata"),
    "link names": lambda body: body.update(link_names=True),
    "51 blocks": lambda body: body.update(blocks=[{"type": "divider"}] * 51),
    "mention": lambda body: body.update(text="<!channel>"),
    "mention in a block": lambda body: body["blocks"][0]["text"].update(text="<@U1>"),
    "half an entity": lambda body: body["blocks"][0]["text"].update(text="A & B"),
    "bidi": lambda body: body["blocks"][0]["text"].update(text="a\u202eb"),
    "header 151": lambda body: body["blocks"][0]["text"].update(text="x" * 151),
    "empty object": lambda body: body["blocks"][0]["text"].update(text=""),
    "field 2001": lambda body: sides(body)["fields"][0].update(text="x" * 2001),
    "11 fields": lambda body: sides(body).update(fields=sides(body)["fields"] * 6),
    "not verbatim": lambda body: sides(body)["fields"][0].pop("verbatim"),
    "emoji": lambda body: body["blocks"][0]["text"].update(emoji=True),
    "total": lambda body: body.update(blocks=[{"type": "section", "text": LONG}] * 4),
    "unknown block": lambda body: body["blocks"].append({"type": "sectoin"}),
}
LONG: dict[str, Any] = {"type": "plain_text", "emoji": False, "text": "x" * 2990}


def test_a_good_request_is_good() -> None:
    """Nothing to say."""
    assert slack_rules.problems("chat.postMessage", GOOD) == []


@pytest.mark.parametrize("name", BROKEN)
def test_every_broken_request_is_noticed(name: str) -> None:
    """One change, at least one violation."""
    body = copy.deepcopy(GOOD)
    BROKEN[name](body)
    assert slack_rules.problems("chat.postMessage", body)


def test_the_schema_knows_slacks_types(shared: Path) -> None:
    """Unknown keys and a mrkdwn header are refused where the reference data is there."""
    assert slack_rules.SCHEMA.is_relative_to(shared)
    section = {"type": "section", "text": LONG}
    assert slack_rules.block_problems(section) == []
    assert slack_rules.block_problems({**section, "colour": "red"})
    assert slack_rules.block_problems({"type": "header", "text": {"type": "mrkdwn", "text": "x"}})


async def call(fake: FakeSlack, method: str, token: str = BOT_TOKEN, **options: Any) -> Any:
    """One raw request."""
    headers = {"Authorization": f"Bearer {token}"}
    verb = options.pop("verb", "POST")
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.request(verb, fake.url + method, **options) as answer,
    ):
        return await answer.json()


async def test_a_ticket_opens_one_socket(fake: FakeSlack) -> None:
    """The second use is refused, as at Slack."""
    opened = await call(fake, "apps.connections.open", APP_TOKEN)
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(opened["url"]) as socket:
            assert (await socket.receive_json())["type"] == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(opened["url"])


async def test_tokens_are_checked(fake: FakeSlack) -> None:
    """Each method takes its own kind of token."""
    refused = {"ok": False, "error": "invalid_auth"}
    assert await call(fake, "auth.test", APP_TOKEN) == refused
    assert await call(fake, "apps.connections.open", BOT_TOKEN) == refused


async def test_history_is_newest_first_in_pages_and_hides_metadata(fake: FakeSlack) -> None:
    """Forms and queries are understood; metadata comes only when asked for."""
    for text in ("one", "two", "three"):
        form = {key: json.dumps(value) for key, value in GOOD.items()} | {
            "text": text,
            "channel": "C1",
        }
        assert (await call(fake, "chat.postMessage", data=form))["ok"]
    asked = {"channel": "C1", "limit": "2"}
    first = await call(fake, "conversations.history", verb="GET", params=asked)
    assert [message["text"] for message in first["messages"]] == ["three", "two"]
    assert "metadata" not in first["messages"][0]
    assert first["has_more"]
    more = asked | {
        "cursor": first["response_metadata"]["next_cursor"],
        "include_all_metadata": "1",
    }
    second = await call(fake, "conversations.history", verb="GET", params=more)
    assert [message["text"] for message in second["messages"]] == ["one"]
    assert second["messages"][0]["metadata"] == GOOD["metadata"]
    assert not second["has_more"]


async def test_a_message_over_the_hidden_cap_is_refused() -> None:
    """Slack's own limit, above ours: refused, and noted as a violation."""
    async with FakeSlack() as fake:
        big = GOOD | {"blocks": [{"type": "section", "text": LONG}] * 5}
        answer = await call(fake, "chat.postMessage", json=big)
        assert answer == {"ok": False, "error": "msg_blocks_too_long"}
        assert fake.violations
        assert fake.world.messages["C1"] == []


@asynccontextmanager
async def in_a_process() -> AsyncIterator[dict[str, str]]:
    """The fake in a process of its own; its addresses."""
    command = (sys.executable, "-m", "tests.servers.fake_slack")
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        yield json.loads(await process.stdout.readline())
    finally:
        process.kill()
        await process.communicate()


async def test_in_a_process_of_its_own_it_takes_faults_and_shows_its_ledger() -> None:
    """A post held beyond the client's patience is stored after the client left."""
    late = [{"method": "chat.postMessage", "kind": "store_late", "seconds": TIMEOUT_S * 1.2}]
    async with in_a_process() as at, aiohttp.ClientSession() as session:
        async with session.post(at["admin"], json=late) as answer:
            assert (await answer.json())["ok"]
        platform = a_platform(at["url"], app_token=None)
        await platform.connect()
        with pytest.raises(UncertainDeliveryError):
            await platform.notifier.post(a_destination(channel="C1"), a_card(), a_key())
        await platform.close()
        await asyncio.sleep(platform.notifier.settle_s - TIMEOUT_S)
        async with session.get(at["admin"]) as answer:
            ledger = await answer.json()
    assert [call["method"] for call in ledger["requests"]] == ["auth.test", "chat.postMessage"]
    assert len(ledger["messages"]["C1"]) == 1
    assert ledger["violations"] == []
