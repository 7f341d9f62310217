"""Reports from a file: any body that a feed could have sent, or one report a line.

A replayed report was seen when it was published, so that its own time is the clock of the run. `FileFeed`
reads the same files as a live feed, and stamps its own name, trust and time on what it finds.
"""

import asyncio
import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot import clubs
from bot.errors import FeedInvalidError, FeedUnavailableError
from bot.feeds import espn, nflcom, rss
from bot.feeds.parse import (
    MAX_RAW,
    MAX_TEXT,
    Origin,
    clean,
    decode,
    is_day,
    key_of,
    moment,
    not_ahead,
    parse_json,
    web_address,
)
from bot.model import Page, Rejected, Report, ReportKind, Trust, Validators

STDIN = "-"
_Parser = Callable[[bytes, Origin], Page]


class FileFeed:
    """A file, read again at each poll; unchanged bytes are "nothing changed"."""

    def __init__(self, name: str, path: str, trust: Trust) -> None:
        self.name, self.trust, self._path = name, trust, path

    async def poll(self, validators: Validators, now: datetime) -> Page:
        """Read the file; see `bot.ports.Feed`."""
        return await asyncio.to_thread(self._read, validators, now)

    async def page_back(self, page: int, now: datetime) -> Page | None:  # noqa: ARG002 - the port's signature; a file is one page
        """A file is one page; see `bot.ports.Feed`."""
        return None

    def _read(self, validators: Validators, now: datetime) -> Page:
        body = load(self._path, name=self.name)
        current = Validators(etag=hashlib.sha256(body).hexdigest())
        if current == validators:
            return Page(reports=(), validators=validators, modified=False)
        page = read_reports(self._path, body, name=self.name, trust=self.trust, now=now)
        latest = {report.id: report for report in page.reports}  # an edited line, not two reports
        ours = (replace(r, feed=self.name, trust=self.trust, seen_at=now) for r in latest.values())
        ordered = tuple(sorted(ours, key=lambda report: report.published_at))
        return replace(page, reports=ordered, validators=current)


def load(path: str, *, name: str = "replay") -> bytes:
    """The bytes of a file, or of standard input for "-".

    Raises:
        FeedUnavailableError: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).expanduser().read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        reason = getattr(error, "strerror", None) or "it is no path"
        message = f"the file {path!r} cannot be read ({reason}); check its path and permissions"
        raise FeedUnavailableError(name, message) from error


def read_reports(
    path: str, data: bytes, *, name: str = "replay", trust: Trust | None = None, now: datetime
) -> Page:
    """Every report in a file, oldest first, each seen when it was published.

    Args:
        path: for messages; "-" is standard input.
        data: the file's bytes: transactions or news of ESPN, an NFL.com table, RSS or Atom, or JSON lines.
        name: the feed's name of reports that do not bring one.
        trust: of reports that do not bring one; None is what the format deserves.
        now: no report is dated after it.

    Raises:
        FeedInvalidError: the file is none of these, or most of it cannot be read.
    """
    parse, deserved = _format(name, data)
    origin = Origin(feed=name, trust=trust or deserved, now=now)
    page = parse(data, origin)
    if page.rejected and not page.reports:
        first = page.rejected[0].problem
        message = (
            f"{path!r} holds neither a feed nor reports, one a line ({first}); check what it is"
        )
        raise FeedInvalidError(name, message, data)
    return replace(page, reports=tuple(replace(r, seen_at=r.published_at) for r in page.reports))


def _format(name: str, data: bytes) -> tuple[_Parser, Trust]:
    """Who can read this, and how far such a body is believed."""
    if decode(data).lstrip("\ufeff \t\r\n").startswith("<"):
        return rss.items, Trust.AGGREGATOR
    try:
        document = parse_json(name, data)
    except FeedInvalidError:
        document = None  # not one document: lines, or nothing that we know
    match document:
        case {"transactions": list()} | {"items": list()}:
            return espn.transactions, Trust.OFFICIAL
        case {"articles": list()}:
            return espn.news, Trust.TRUSTED
        case {"headers": list(), "rows": list()}:
            return nflcom.transactions, Trust.TRUSTED
        case _:
            return _lines, Trust.AGGREGATOR


def _lines(body: bytes, origin: Origin) -> Page:
    """Every line is a report by itself; their number has no cap, since the file is the operator's."""
    reports: list[Report] = []
    rejected: list[Rejected] = []
    for number, line in enumerate(decode(body).split("\n"), start=1):
        if not line.strip():
            continue
        match _line_report(origin, line):
            case str(problem):
                problem = f"line {number}: {problem}"
                rejected.append(Rejected(raw=line[:MAX_RAW], problem=problem))
            case report:
                reports.append(report)
    reports.sort(key=lambda report: report.published_at)
    return Page(reports=tuple(reports), validators=Validators(), rejected=tuple(rejected))


def _line_report(origin: Origin, line: str) -> Report | str:
    try:
        item = parse_json(origin.feed, line.encode())
    except FeedInvalidError:
        return "it is not JSON"
    if not isinstance(item, dict):
        return "it is not an object"
    source, published = _line_origin(origin, item.get("feed")), moment(item.get("published_at"))
    if source is None:
        return "its feed has an unknown trust"
    if published is None:
        return "it has no published_at"
    report = _of_line(source, item, published)
    if not report.id:
        return "it has no id"
    return report if report.title or report.text else "it has neither title nor text"


def _line_origin(origin: Origin, feed: Any) -> Origin | None:
    """The feed that a line names, in place of the file's; None if its trust is none of ours."""
    if not isinstance(feed, dict):
        return origin
    trust = feed.get("trust", origin.trust)
    if trust not in tuple(Trust):
        return None
    return replace(origin, feed=clean(feed.get("name")) or origin.feed, trust=Trust(trust))


def _of_line(origin: Origin, item: dict[str, Any], published: datetime) -> Report:
    kind = ReportKind.WIRE if item.get("kind") == ReportKind.WIRE else ReportKind.NEWS
    club = clubs.by_code(clean(item.get("filer")))
    return Report(
        id=key_of(item.get("id")),
        feed=origin.feed,
        trust=origin.trust,
        kind=kind,
        title=clean(item.get("title")),
        text=clean(item.get("text"), MAX_TEXT),
        published_at=not_ahead(published, origin.now),
        seen_at=origin.now,
        author=clean(item.get("author")),
        url=web_address(item.get("url")),
        filer=club.code if club else None,
        day_only=kind is ReportKind.WIRE or is_day(item.get("published_at")),
    )
