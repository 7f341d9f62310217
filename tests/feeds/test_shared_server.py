"""The feeds against a stand-in of the real ones: paging, conditional requests, faults, bursts."""

import importlib.util
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.errors import FeedInvalidError, FeedUnavailableError
from bot.feeds import build
from bot.feeds.http import GuardedClient
from bot.feeds.replay import read_reports
from bot.model import Page, ReportKind, Trust, Validators

NOW = datetime(2026, 10, 9, tzinfo=UTC)
PATH = "/apis/site/v2/sports/football/nfl/"
PAGE = "transactions_page_reconstructed.json"


@pytest.fixture
def server(shared: Path) -> Iterator[Any]:
    """The stand-in, with trades on its wire."""
    spec = importlib.util.spec_from_file_location(
        "shared_feed_server", shared / "tools/feed_server.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    running = module.Server(0, transactions=PAGE)
    thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()
    del sys.modules[spec.name]


async def polled(server: Any, kind: str, path: str, validators: Validators | None = None) -> Page:
    """One poll."""
    async with GuardedClient(allow_private=True, timeout_s=2) as client:
        feed = build("desk", kind, server.url + path, Trust.OFFICIAL, client)
        return await feed.poll(validators or Validators(), NOW)


async def test_the_wire_is_read_whole_and_oldest_first(server: Any) -> None:
    """Every row becomes a report with its club."""
    page = await polled(server, "espn-transactions", PATH + "transactions")
    days = [report.published_at for report in page.reports]
    assert len(days) == 8
    assert days == sorted(days)
    assert all(report.filer and report.day_only for report in page.reports)
    assert "limit=100" in server.log[0]["path"]


async def test_an_unchanged_wire_answers_nothing_changed(server: Any) -> None:
    """The ETag of one poll is the question of the next."""
    first = await polled(server, "espn-transactions", PATH + "transactions")
    again = await polled(server, "espn-transactions", PATH + "transactions", first.validators)
    assert first.validators.etag
    assert not again.modified
    assert again.reports == ()
    assert again.validators == first.validators
    assert [entry["status"] for entry in server.log] == [200, 304]


async def test_older_pages_are_read_until_there_is_none(server: Any) -> None:
    """Page by page, with the limit kept; None behind the last one."""
    async with GuardedClient(allow_private=True) as client:
        url = server.url + PATH + "transactions?limit=3"
        feed = build("desk", "espn-transactions", url, Trust.OFFICIAL, client)
        seen = [report.id for report in (await feed.poll(Validators(), NOW)).reports]
        number = 2
        while (page := await feed.page_back(number, NOW)) is not None:
            assert page.validators == Validators()
            seen += [report.id for report in page.reports]
            number += 1
    assert len(set(seen)) == len(seen) == 8
    assert number == 4
    assert "limit=3&page=4" in server.log[-1]["path"]


async def test_news_and_rss_are_read(server: Any) -> None:
    """Titles, links and times are there; a text that is the word null is none."""
    for kind, path, count in (
        ("espn-news", PATH + "news", 3),
        ("rss", "/espn/rss/nfl/news", 30),
    ):
        page = await polled(server, kind, path)
        assert len(page.reports) == count
        assert all(r.title and r.url and r.kind is ReportKind.NEWS for r in page.reports)
        assert all(r.published_at < NOW for r in page.reports)
        assert all(r.text != "null" for r in page.reports)


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ({"status": 503, "headers": {"Retry-After": "2"}}, FeedUnavailableError),
        ({"hang": 0.05}, FeedUnavailableError),
        ({"close": True}, FeedUnavailableError),
        ({"truncate": 200}, FeedUnavailableError),
        ({"redirect": "self", "repeat": 30}, FeedUnavailableError),
        ({"gzip_bomb": 20}, FeedInvalidError),
        (
            {"status": 403, "text": "<html>blocked</html>", "content_type": "text/html"},
            FeedUnavailableError,
        ),
        ({"text": "<html>blocked</html>", "content_type": "text/html"}, FeedInvalidError),
        ({"body": {"transactions": [{"when": "now"}]}}, FeedInvalidError),
    ],
    ids=str,
)
async def test_a_fault_is_one_error_and_then_it_goes_on(
    server: Any, step: dict[str, Any], error: type[Exception]
) -> None:
    """The next poll reads the wire again."""
    server.load({"transactions": [{**step, "repeat": step.get("repeat", 2)}]})
    with pytest.raises(error):
        await polled(server, "espn-transactions", PATH + "transactions")
    server.load({})
    assert len((await polled(server, "espn-transactions", PATH + "transactions")).reports) == 8


@pytest.mark.parametrize("step", [{"gzip": True}, {"chunked": True}, {"volatile": True}], ids=str)
async def test_the_framing_does_not_matter(server: Any, step: dict[str, Any]) -> None:
    """Packed, in chunks, or with a new tag each time."""
    server.load({"transactions": [step]})
    assert len((await polled(server, "espn-transactions", PATH + "transactions")).reports) == 8


def test_every_captured_body_can_be_replayed(shared: Path) -> None:
    """Each feed body kept for reference is recognised and read to the last item."""
    counts = {
        "core_api_items_sample.json": 2,
        "espn_nfl_news_2026-09-18.json": 3,
        "espn_player_overview_news_2021-07-28.json": 13,
        "espn_top_rss_2019-08-14.xml": 30,
        "espn_transactions_capture_2026-09-12.json": 100,
        "nflcom_style_transactions_sample.json": 10,
        PAGE: 8,
    }
    for name, count in counts.items():
        page = read_reports(name, (shared / "data/feeds" / name).read_bytes(), now=NOW)
        assert (name, len(page.reports), page.rejected) == (name, count, ())
        wire = [report for report in page.reports if report.kind is ReportKind.WIRE]
        assert all(report.filer for report in wire)
