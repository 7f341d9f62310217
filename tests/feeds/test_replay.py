"""Files of reports: every format is recognised, and a file can be a feed."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError, FeedInvalidError, FeedUnavailableError
from bot.feeds import build
from bot.feeds.http import GuardedClient
from bot.feeds.replay import FileFeed, load, read_reports
from bot.model import Page, Report, ReportKind, Trust, Validators
from bot.ports import Feed
from tests.builders import NOON, minutes
from tests.feeds import samples

LATER = minutes(60 * 24 * 30)


def read(data: bytes, **given: Any) -> Page:
    """The page of a file, a month after the sample trade."""
    return read_reports("sample", data, now=LATER, **given)


def line(**changes: Any) -> Report:
    """The report of the sample line, changed."""
    return read(samples.lines({**samples.LINE, **changes})).reports[0]


@pytest.mark.parametrize(
    ("data", "trust", "kind", "count"),
    [
        (samples.wire(), Trust.OFFICIAL, ReportKind.WIRE, 2),
        (samples.wire(samples.CORE_ROW, key="items"), Trust.OFFICIAL, ReportKind.WIRE, 1),
        (samples.news(), Trust.TRUSTED, ReportKind.NEWS, 1),
        (samples.table(), Trust.TRUSTED, ReportKind.WIRE, 2),
        (samples.rss(), Trust.AGGREGATOR, ReportKind.NEWS, 1),
        (samples.ATOM, Trust.AGGREGATOR, ReportKind.NEWS, 1),
        (samples.lines(), Trust.TRUSTED, ReportKind.NEWS, 1),
        (samples.rss().decode().encode("utf-16"), Trust.AGGREGATOR, ReportKind.NEWS, 1),
        (samples.wire().decode().encode("utf-16"), Trust.OFFICIAL, ReportKind.WIRE, 2),
        (b"\xef\xbb\xbf" + samples.lines(), Trust.TRUSTED, ReportKind.NEWS, 1),
    ],
    ids=range(10),
)
def test_every_format_is_recognised(
    data: bytes, trust: Trust, kind: ReportKind, count: int
) -> None:
    """By what is in it, with the trust that such a body deserves."""
    reports = read(data).reports
    assert [(report.trust, report.kind) for report in reports] == [(trust, kind)] * count
    assert all(report.seen_at == report.published_at for report in reports)


def test_the_caller_may_name_feed_and_trust() -> None:
    """For bodies that do not say so themselves."""
    report = read(samples.wire(), name="desk", trust=Trust.AGGREGATOR).reports[0]
    assert (report.feed, report.trust) == ("desk", Trust.AGGREGATOR)
    assert read(samples.wire()).reports[0].feed == "replay"


def test_a_table_row_becomes_a_wire_report() -> None:
    """References resolved, the club found, the bare day in the morning."""
    older, newer = read(samples.table()).reports
    assert newer.text == "Dale Preston: Traded; Packers \u2192 Jets"
    assert older.text == "D'Angelo Farrow: Reserve/Retired"
    assert (older.filer, newer.filer) == ("WAS", "NYJ")
    assert newer.published_at.isoformat() == "2025-10-07T07:00:00+00:00"
    assert newer.day_only


def test_a_table_is_read_by_its_headers() -> None:
    """In any order, with other columns between; short and strange rows are set aside."""
    headers = ["team", "x", "description", "date"]
    rows = [["GB", 1, "Signed K Ira Moss.", "2025-10-07"], ["GB"], "text"]
    page = read(samples.table(headers=headers, rows=[rows[0], rows[0], *rows]))
    assert [report.filer for report in page.reports] == ["GB"]
    assert len(page.rejected) == 2


def test_a_line_says_everything_about_its_report() -> None:
    """Id, feed, trust, title, text, time, author and address."""
    assert line() == Report(
        id="line-1",
        feed="desk",
        trust=Trust.TRUSTED,
        kind=ReportKind.NEWS,
        title="Packers trade WR Dale Preston to Jets",
        text="The deal was first reported by Nora Quill.",
        published_at=minutes(-30),
        seen_at=minutes(-30),
        author="Nora Quill",
        url="https://news.example/nfl/story/1",
    )


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"title": None, "author": None, "url": None}, {"title": "", "author": "", "url": ""}),
        ({"id": 7}, {"id": "7"}),
        ({"feed": None}, {"feed": "replay", "trust": Trust.AGGREGATOR}),
        ({"feed": {"name": "wire"}}, {"feed": "wire", "trust": Trust.AGGREGATOR}),
        ({"feed": {"trust": "official"}}, {"feed": "replay", "trust": Trust.OFFICIAL}),
        (
            {"kind": "wire", "filer": "LAR", "title": ""},
            {"kind": ReportKind.WIRE, "filer": "LA", "day_only": True, "title": ""},
        ),
        *(({"kind": "gossip"}, {"kind": ReportKind.NEWS}), ({"filer": "?"}, {"filer": None})),
        ({"published_at": "2025-10-07"}, {"day_only": True, "published_at": minutes(-9 * 60)}),
        ({"published_at": "2025-10-07T11:30:00-04:00"}, {"published_at": minutes(-30)}),
        ({"published_at": "2030-01-01T00:00:00Z"}, {"published_at": LATER}),
        ({"text": None}, {"text": ""}),
    ],
    ids=str,
)
def test_a_line_is_read_leniently(changes: dict[str, Any], fields: dict[str, Any]) -> None:
    """What is optional may be missing; what is odd falls back."""
    report = line(**changes)
    assert {name: getattr(report, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        *((b"{", "not JSON"), (b"[]", "not an object"), (b"null", "not an object")),
        (json.dumps({**samples.LINE, "id": None}).encode(), "no id"),
        (json.dumps({**samples.LINE, "text": "", "title": ""}).encode(), "neither title nor text"),
        (json.dumps({**samples.LINE, "published_at": "soon"}).encode(), "no published_at"),
        (json.dumps({**samples.LINE, "feed": {"trust": "total"}}).encode(), "unknown trust"),
        (json.dumps({**samples.LINE, "feed": {"trust": []}}).encode(), "unknown trust"),
    ],
)
def test_a_bad_line_is_set_aside_with_its_number(bad: bytes, problem: str) -> None:
    """The others go on, however many are bad."""
    page = read(b"\n" + bad + b"\n" + bad + b"\n\n" + samples.lines())
    assert len(page.reports) == 1
    assert [item.problem.split(":")[0] for item in page.rejected] == ["line 2", "line 3"]
    assert problem in page.rejected[0].problem
    assert page.rejected[0].raw == bad.decode()


def test_lines_come_oldest_first_and_all_of_them() -> None:
    """In file order within one moment, an id twice is two reports, and there is no cap."""
    items = [{**samples.LINE, "id": n, "text": str(n)} for n in range(2500)]
    early = {**samples.LINE, "published_at": "2025-10-01T00:00:00Z"}
    page = read(samples.lines(*items, early, early))
    assert [report.id for report in page.reports][:4] == ["line-1", "line-1", "0", "1"]
    assert len(page.reports) == 2502


@pytest.mark.parametrize(
    "data",
    [
        b"null",
        b"[]",
        b"{}",
        b"hello",
        b"<html></html>",
        b"\x89PNG\r\n\x1a\n",
        b'{"a": 1}\n{"b": 2}',
    ],
)
def test_a_file_that_is_nothing_of_this_is_refused_in_one_sentence(data: bytes) -> None:
    """With its name."""
    with pytest.raises(FeedInvalidError) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_an_empty_file_is_a_file_of_no_lines() -> None:
    """So that a file can be started empty and written to."""
    assert read(b"\n").reports == ()


@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_file_raises_anything_but_feed_invalid(data: bytes) -> None:
    """Whatever it holds."""
    try:
        page = read(data)
    except FeedInvalidError:
        return
    assert page.reports == ()


def test_files_and_standard_input_are_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path, or "-"."""
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"file")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"piped")))
    assert (load(str(path)), load("-")) == (b"file", b"piped")


@pytest.mark.parametrize("path", ["no/such/file", "/", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(path: str) -> None:
    """With the reason."""
    with pytest.raises(FeedUnavailableError, match="cannot be read"):
        load(path)


async def test_a_file_is_a_feed(tmp_path: Path) -> None:
    """Read again at each poll, under its configured name and trust; unchanged means not modified."""
    path = tmp_path / "feed.jsonl"
    path.write_bytes(samples.lines())
    feed: Feed = FileFeed("own", str(path), Trust.OFFICIAL)
    first = await feed.poll(Validators(), NOON)
    assert [(r.feed, r.trust, r.seen_at) for r in first.reports] == [("own", Trust.OFFICIAL, NOON)]
    again = await feed.poll(first.validators, NOON)
    assert again == Page(reports=(), validators=first.validators, modified=False)
    path.write_bytes(samples.lines(samples.LINE, {**samples.LINE, "text": "Corrected."}))
    edited = await feed.poll(first.validators, NOON)
    assert [report.text for report in edited.reports] == ["Corrected."]
    assert edited.validators != first.validators
    assert await feed.page_back(2, NOON) is None


async def test_a_missing_file_is_unavailable_and_rubbish_is_invalid(tmp_path: Path) -> None:
    """As any other feed would say."""
    path = tmp_path / "feed.xml"
    feed = FileFeed("own", str(path), Trust.OFFICIAL)
    with pytest.raises(FeedUnavailableError, match="feed own: the file"):
        await feed.poll(Validators(), NOON)
    path.write_bytes(samples.rss()[:-5])
    with pytest.raises(FeedInvalidError, match="feed own"):
        await feed.poll(Validators(), NOON)


async def test_a_file_in_any_format_is_a_feed(tmp_path: Path) -> None:
    """What replay reads, it reads; seen now, not when published."""
    path = tmp_path / "feed"
    feed = FileFeed("own", str(path), Trust.TRUSTED)
    for data in (samples.wire(), samples.news(), samples.rss(), samples.table(), samples.ATOM):
        path.write_bytes(data)
        page = await feed.poll(Validators(), LATER)
        assert page.reports == tuple(
            replace(report, feed="own", trust=Trust.TRUSTED, seen_at=LATER)
            for report in read(data).reports
        )


async def test_a_feed_of_each_kind_can_be_built() -> None:
    """And of no other."""
    async with GuardedClient() as client:
        for kind in ("espn-transactions", "espn-news", "rss", "file"):
            feed = build("desk", kind, "http://news.example/", Trust.TRUSTED, client)
            assert (feed.name, feed.trust) == ("desk", Trust.TRUSTED)
        with pytest.raises(ConfigError, match="kind 'telegraph'"):
            build("desk", "telegraph", "http://news.example/", Trust.TRUSTED, client)
