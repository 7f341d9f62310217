"""The feeds of the network as the engine sees them: polls, validators, older pages."""

import pytest

from bot.errors import FeedInvalidError, FeedUnavailableError
from bot.feeds import build
from bot.feeds.http import GuardedClient
from bot.model import Page, Trust, Validators
from bot.ports import Feed
from tests.builders import NOON
from tests.feeds import samples
from tests.servers.feed_server import RawServer, answer, raw_server

TAG = Validators(etag='"v1"')


def feed_at(server: RawServer, client: GuardedClient, kind: str, query: str = "") -> Feed:
    """A feed of this kind at a server of ours."""
    return build("desk", kind, server.url + query, Trust.TRUSTED, client)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("espn-transactions", samples.wire()),
        ("espn-news", samples.news()),
        ("rss", samples.rss()),
    ],
)
async def test_a_poll_brings_reports_and_validators_and_the_next_one_asks_with_them(
    kind: str, body: bytes
) -> None:
    """Name, trust and time are the feed's; 304 is a page that is not modified."""
    replies = (answer(body, 'ETag: "v1"'), answer(status="304 Not Modified"))
    async with raw_server(*replies) as server, GuardedClient(allow_private=True) as client:
        feed = feed_at(server, client, kind)
        first = await feed.poll(Validators(), NOON)
        assert {(r.feed, r.trust, r.seen_at) for r in first.reports} == {
            ("desk", Trust.TRUSTED, NOON)
        }
        assert (first.validators, first.modified) == (TAG, True)
        second = await feed.poll(first.validators, NOON)
        assert second == Page(reports=(), validators=TAG, modified=False)
        assert server.header("if-none-match") == '"v1"'


async def test_the_charset_of_the_header_counts() -> None:
    """A body in another encoding than UTF-8 is read as it says."""
    article = {**samples.ARTICLE, "headline": "Jos\u00e9"}
    body = samples.news(article).replace(rb"Jos\u00e9", b"Jos\xe9")
    reply = answer(body, "Content-Type: application/json; charset=ISO-8859-1")
    async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
        page = await feed_at(server, client, "espn-news").poll(Validators(), NOON)
    assert page.reports[0].title == "Jos\u00e9"


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", "/feed?limit=100&page=2"),
        ("?limit=7&season=2025", "/feed?limit=7&season=2025&page=2"),
        ("?page=1", "/feed?page=2&limit=100"),
    ],
)
async def test_older_pages_of_the_wire_keep_the_limit(query: str, asked: str) -> None:
    """Without validators, neither asked with nor given back."""
    reply = answer(samples.wire(), 'ETag: "v2"')
    async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
        page = await feed_at(server, client, "espn-transactions", query).page_back(2, NOON)
        assert server.requests[0].startswith(f"GET {asked} ")
        assert server.header("if-none-match") is None
    assert page is not None
    assert (len(page.reports), page.validators) == (2, Validators())


async def test_behind_the_last_page_of_the_wire_is_none() -> None:
    """An empty list ends the paging."""
    reply = answer(b'{"transactions": []}')
    async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
        assert await feed_at(server, client, "espn-transactions").page_back(9, NOON) is None


@pytest.mark.parametrize("kind", ["espn-news", "rss"])
async def test_other_feeds_have_one_page(kind: str) -> None:
    """Nobody is asked."""
    async with raw_server(answer()) as server, GuardedClient(allow_private=True) as client:
        assert await feed_at(server, client, kind).page_back(2, NOON) is None
        assert server.requests == []


@pytest.mark.parametrize("kind", ["espn-transactions", "espn-news", "rss"])
async def test_a_page_for_people_is_no_feed_and_a_refusal_is_no_answer(kind: str) -> None:
    """Two different errors, with the feed's name."""
    page = b"<!DOCTYPE html><html><title>Are you a robot?</title></html>"
    replies = (answer(page), answer(page, status="403 Forbidden"))
    async with raw_server(*replies) as server, GuardedClient(allow_private=True) as client:
        feed = feed_at(server, client, kind)
        with pytest.raises(FeedInvalidError, match="feed desk: expected") as caught:
            await feed.poll(Validators(), NOON)
        assert caught.value.sample == page
        with pytest.raises(FeedUnavailableError, match="403"):
            await feed.poll(Validators(), NOON)


async def test_a_broken_address_is_said_at_the_poll() -> None:
    """Building the feed does not fail."""
    async with GuardedClient() as client:
        feed = build("desk", "espn-transactions", "http://[::1", Trust.OFFICIAL, client)
        with pytest.raises(FeedUnavailableError, match="mend it in the configuration"):
            await feed.poll(Validators(), NOON)
