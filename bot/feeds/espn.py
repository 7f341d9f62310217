"""ESPN's public JSON: the transaction wire and the news list.

There is no contract for either. Rows of the wire have no id and know only their calendar day; one row holds
every move of one club on one day. Known shapes: site.api.espn.com (`transactions`, the team with its
abbreviation) and sports.core.api.espn.com (`items`, the team as a `$ref` link).
"""

import re
from datetime import datetime
from functools import partial
from typing import Any

from yarl import URL

from bot import clubs
from bot.feeds.http import Answer, GuardedClient
from bot.feeds.parse import (
    MAX_TEXT,
    Origin,
    clean,
    hashed,
    key_of,
    listed,
    moment,
    not_ahead,
    page_of,
    parse_json,
    web_address,
)
from bot.feeds.polled import PolledFeed
from bot.model import Page, Report, ReportKind, Trust, Validators

_ROWS_A_PAGE = 100
_TEAM_LINK = re.compile(r"/teams/(\d{1,4})(?:[/?#]|$)")


class EspnTransactions(PolledFeed):
    """The transaction wire, newest rows first, page by page."""

    def __init__(self, name: str, url: str, trust: Trust, client: GuardedClient) -> None:
        super().__init__(name, with_limit(url), trust, client)

    def parse(self, answer: Answer, origin: Origin) -> Page:
        """Read the rows of the wire."""
        return transactions(answer.body, origin, answer.charset)

    async def page_back(self, page: int, now: datetime) -> Page | None:
        """Read an older page; None behind the last one."""
        url = str(URL(self._url).update_query(page=page))
        answer = await self._client.fetch(self.name, url, Validators(), now)
        if answer is None:
            return None
        older = await self._parsed(answer, now)
        return older if older.reports or older.rejected else None


class EspnNews(PolledFeed):
    """The news list: headline, lead and byline."""

    def parse(self, answer: Answer, origin: Origin) -> Page:
        """Read the articles."""
        return news(answer.body, origin, answer.charset)


def with_limit(url: str) -> str:
    """The address with `limit=100`, unless it names a limit itself; a broken one as it is."""
    try:
        parsed = URL(url)
    except ValueError:  # the client says so at the first poll
        return url
    return url if "limit" in parsed.query else str(parsed.update_query(limit=_ROWS_A_PAGE))


def transactions(body: bytes, origin: Origin, charset: str = "") -> Page:
    """The rows of a wire page, of either shape.

    Raises:
        FeedInvalidError: this is no such page, or most of its rows cannot be read.
    """
    rows = listed(origin.feed, parse_json(origin.feed, body, charset), "transactions", "items")
    return page_of(origin, rows, partial(wire_report, origin))


def wire_report(origin: Origin, row: Any) -> Report | str:
    """One row of the wire; a row whose club is unknown still counts."""
    if not isinstance(row, dict):
        return "the row is not an object"
    day, text = moment(row.get("date")), clean(row.get("description"), MAX_TEXT)
    if day is None:
        return "the row has no date"
    if not text:
        return "the row has no description"
    club = _club(row.get("team"))
    return Report(
        id=hashed(day.date().isoformat(), club.code if club else "", text),
        feed=origin.feed,
        trust=origin.trust,
        kind=ReportKind.WIRE,
        title="",
        text=text,
        published_at=not_ahead(day, origin.now),
        seen_at=origin.now,
        filer=club.code if club else None,
        day_only=True,
    )


def _club(team: Any) -> clubs.Club | None:
    if not isinstance(team, dict):
        return None
    link = _TEAM_LINK.search(clean(team.get("$ref")))
    number = key_of(team.get("id")) or (link[1] if link else "")
    return clubs.by_code(clean(team.get("abbreviation"))) or clubs.by_espn_id(number)


def news(body: bytes, origin: Origin, charset: str = "") -> Page:
    """The articles of a news list.

    Raises:
        FeedInvalidError: this is no such list, or most of its articles cannot be read.
    """
    articles = listed(origin.feed, parse_json(origin.feed, body, charset), "articles")
    return page_of(origin, articles, partial(_article, origin))


def _article(origin: Origin, article: Any) -> Report | str:
    if not isinstance(article, dict):
        return "the article is not an object"
    key, title = key_of(article.get("id")), clean(article.get("headline"))
    published = moment(article.get("published")) or moment(article.get("lastModified"))
    if not key:
        return "the article has no id"
    if not title:
        return "the article has no headline"
    if published is None:
        return "the article has no date"
    return Report(
        id=key,
        feed=origin.feed,
        trust=origin.trust,
        kind=ReportKind.NEWS,
        title=title,
        text=clean(article.get("description"), MAX_TEXT),
        published_at=not_ahead(published, origin.now),
        seen_at=origin.now,
        author=clean(article.get("byline")),
        url=web_address(_web_link(article.get("links"))),
    )


def _web_link(links: Any) -> Any:
    web = links.get("web") if isinstance(links, dict) else None
    return web.get("href") if isinstance(web, dict) else None
