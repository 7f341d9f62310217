"""The transaction table of NFL.com as it is passed around: `headers` name the cells of each of the `rows`."""

from functools import partial
from typing import Any

from bot.feeds.espn import wire_report
from bot.feeds.markup import unescaped
from bot.feeds.parse import MAX_TEXT, Origin, clean, listed, page_of, parse_json
from bot.model import Page, Report


def transactions(body: bytes, origin: Origin, charset: str = "") -> Page:
    """The rows of a table with at least the columns date, description, and team or teamAbbr.

    Raises:
        FeedInvalidError: this is no such table, or most of its rows cannot be read.
    """
    document = parse_json(origin.feed, body, charset)
    headers = [clean(name) for name in listed(origin.feed, document, "headers")]
    rows = listed(origin.feed, document, "rows")
    return page_of(origin, rows, partial(_report, origin, headers))


def _report(origin: Origin, headers: list[str], row: Any) -> Report | str:
    if not isinstance(row, list):
        return "the row is not a list"
    cells = dict(zip(headers, row, strict=False))  # a short row lacks what it lacks
    club = clean(cells.get("teamAbbr")) or clean(cells.get("team"))
    return wire_report(
        origin,
        {
            "date": cells.get("date"),
            "description": unescaped(clean(cells.get("description"), MAX_TEXT)),
            "team": {"abbreviation": club},
        },
    )
