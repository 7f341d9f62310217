"""RSS and Atom, through feedparser behind a guard.

feedparser expands entities and opens a string as a file or an address; so it only ever sees a buffer of text
that was decoded by us, declares no document type, and is no longer or denser than a feed can be.
"""

import calendar
import io
import re
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any
from xml.sax import SAXException

import feedparser
from feedparser.mixin import _FeedParserMixin

from bot.errors import FeedInvalidError
from bot.feeds.http import Answer
from bot.feeds.markup import plain
from bot.feeds.parse import (
    MAX_TEXT,
    Origin,
    clean,
    decode,
    hashed,
    is_html,
    key_of,
    moment,
    not_ahead,
    page_of,
    web_address,
)
from bot.feeds.polled import PolledFeed
from bot.feeds.xmlguard import refused
from bot.model import Page, Report, ReportKind

_PROLOG = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
# What a parser of this age may trip over when it is fed rubbish.
_TRIPS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SAXException,
    TypeError,
    ValueError,
)

_sync_structured_author = _FeedParserMixin._sync_author_detail  # noqa: SLF001 - see below


def _sync_author_detail(parser: Any, key: str = "author") -> None:
    """Feedparser's own, but without its search for an e-mail address in the text of an author.

    That search takes time with the square of the text, more than 25 s for 200 kB (measured), and holds the
    whole process meanwhile. Nothing here reads what it finds; authors given as elements do not need it.
    """
    details = parser._get_context().get(f"{key}s")  # noqa: SLF001 - as the method it stands for
    if details and details[-1]:
        _sync_structured_author(parser, key)


# The one way to both of feedparser's parsers: it names their classes itself, and takes no other.
_FeedParserMixin._sync_author_detail = _sync_author_detail  # noqa: SLF001 - see above


class Rss(PolledFeed):
    """Any RSS or Atom feed."""

    def parse(self, answer: Answer, origin: Origin) -> Page:
        """Read the items."""
        return items(answer.body, origin, answer.charset)


def items(body: bytes, origin: Origin, charset: str = "") -> Page:
    """The items of an RSS or Atom document.

    Raises:
        FeedInvalidError: this is no feed, it is cut short, it declares a document type, or most of its
            items cannot be read.
    """
    text = _checked(body, origin, charset)
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _TRIPS as error:
        raise _not_a_feed(origin, body, "something that its parser trips over") from error
    if not parsed.get("version"):
        raise _not_a_feed(origin, body, "another document")
    # Plain dicts: feedparser's own warn when a field is asked for that another may stand in for.
    entries = [dict(entry) for entry in parsed.entries]
    return page_of(origin, entries, partial(_report, origin))


def _checked(body: bytes, origin: Origin, charset: str) -> str:
    prolog = _PROLOG.match(body)
    text = decode(body, charset or (prolog[1].decode() if prolog else ""))
    if reason := refused(text):
        raise _not_a_feed(origin, body, reason)
    if not _END.search(text):
        raise _not_a_feed(origin, body, "no end of one" if text.strip() else "an empty body")
    return text


def _not_a_feed(origin: Origin, body: bytes, got: str) -> FeedInvalidError:
    got = "an HTML page" if is_html(decode(body)) else got
    message = f"expected an RSS or Atom feed and got {got}; check the feed's url and kind"
    return FeedInvalidError(origin.feed, message, body)


def _report(origin: Origin, entry: dict[str, Any]) -> Report | str:
    title = clean(plain(str(entry.get("title", ""))))
    text = clean(plain(_words(entry)), MAX_TEXT)
    if not title and not text:
        return "the item has neither title nor text"
    link = web_address(entry.get("link"))
    written = clean(entry.get("published") or entry.get("updated"))
    return Report(
        id=key_of(entry.get("id")) or key_of(link) or hashed(title, written),
        feed=origin.feed,
        trust=origin.trust,
        kind=ReportKind.NEWS,
        title=title,
        text=text,
        published_at=not_ahead(_published(entry, written) or origin.now, origin.now),
        seen_at=origin.now,
        author=clean(entry.get("author")),
        url=link,
    )


def _words(entry: dict[str, Any]) -> str:
    contents = [str(part.get("value", "")) for part in entry.get("content", ())]
    return str(entry.get("summary") or "") or "\n".join(contents)


def _published(entry: dict[str, Any], written: str) -> datetime | None:
    """The time in an item: as feedparser reads it, else as mail dates are read, where a zone may be missing."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        if isinstance(parsed, time.struct_time):
            then = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
        else:
            then = parsedate_to_datetime(written)
    except (ValueError, OverflowError, OSError):
        return None
    return moment(then.isoformat())
