"""Bodies that a broken or hostile server could send, for every kind of feed, and what holds of each that is read."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from random import Random
from typing import Any

from bot.errors import FeedInvalidError
from bot.feeds import espn, nflcom, replay, rss
from bot.feeds.parse import MAX_ID, MAX_TEXT, MAX_TITLE, MAX_URL, Origin
from bot.model import Page, Report, Trust
from tests.builders import NOON
from tests.feeds import samples

MAX_BYTES = 8_000  # feedparser's cost grows with the length; a page of a few items is shorter
ORIGIN = Origin(feed="desk", trust=Trust.AGGREGATOR, now=NOON)
Reader = Callable[[bytes, Origin, str], Page]


def _file(body: bytes, origin: Origin, _charset: str) -> Page:
    """As a feed of the kind "file": its format is told from the body."""
    return replay.read_reports("x", body, name=origin.feed, now=origin.now)


WIRES = (
    samples.wire(samples.ROW, samples.OLDER_ROW, samples.CORE_ROW),
    samples.wire(samples.CORE_ROW, key="items"),
)
NEWS = (samples.news(samples.ARTICLE, {**samples.ARTICLE, "id": 90000002}),)
TABLES = (samples.table(),)
DOCUMENTS = (samples.rss(samples.RSS_ITEM, samples.RSS_ITEM), samples.ATOM)
LINES = (samples.lines(samples.LINE, {**samples.LINE, "id": "line-2"}),)
KINDS: dict[str, tuple[Reader, tuple[bytes, ...]]] = {
    "wire": (espn.transactions, WIRES),
    "news": (espn.news, NEWS),
    "table": (nflcom.transactions, TABLES),
    "rss": (rss.items, DOCUMENTS),
    "file": (_file, (*WIRES, *NEWS, *TABLES, *DOCUMENTS, *LINES)),
}
EVERY_SAMPLE = (*WIRES, *NEWS, *TABLES, *DOCUMENTS, *LINES)

CHARSETS = (
    "",
    "",
    "utf-8",
    "utf-16",
    "utf-32-be",
    "iso-8859-1",
    "iso-8859-12",
    "cp1252",
    "rot13",
    "zlib",
    "\0",
)
STREWN = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xed\xa0\x80", b"\x1b[2J", b"\xe2\x80\xae"),
    *(b'"', b"\\", b"\\ud800", b"\\u0000", b"[", b"]", b"{", b"}", b",", b":", b"[" * 2000, b'{"a":' * 1000),
    *(b"NaN", b"-Infinity", b"1e999", b"9" * 4000, b"9" * 5000, b"null", b"true", b"0", b"-1", b'"":""', b"\n"),
    *(b"<", b">", b"&", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x ", b"?>", b"<item>", b"</item>", b"</rss>"),
    *(b"<!DOCTYPE rss>", b'<!ENTITY a "b">', b"&a;", b"&#0;", b"&#x110000;", b"&#99999999999;", b"&amp;" * 200),
    *(b"<b " + b"a='' " * 99 + b">", b"<a/<a/" * 200, b"<x:y>", b' xmlns="z"', b"<author>@ @ @</author>" * 20),
    *(b"<pubDate>Tue, 99 Foo 0000 99:99:99 +9999</pubDate>", b"<guid>", b"<content type='xhtml'>", b"<html>"),
)  # fmt: skip
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**400, float("nan"), float("inf"), "", "null", " ", "\0", "\ud800", "\u202e", [], {}),
    *("0000-00-00", "9999-12-31", "0001-01-01T00:00+14:00", "2025-10-07T15:30:61Z", "1969-12-31", "2025-W40", "now"),
    *("x" * 3000, "javascript:alert(1)", "http://", "https://a b", [[[]]], {"a": {"a": {}}}, [None] * 50, {"": 0}),
)  # fmt: skip


def broken(rng: Random) -> tuple[str, bytes, str]:
    """A kind of feed, a body after one to six mutations, and the charset that its server names."""
    kind = rng.choice(tuple(KINDS))
    body = rng.choice(KINDS[kind][1])
    if not body.startswith(b"<") and rng.random() < 0.5:
        body = _rewritten(body, rng)
    for _ in range(rng.randint(1, 5)):
        body = rng.choice(MUTATIONS)(body, rng)[:MAX_BYTES]
    return kind, body, rng.choice(CHARSETS)


def read(kind: str, body: bytes, charset: str) -> Page | None:
    """The page in a body; None when its reader says that there is none."""
    try:
        return KINDS[kind][0](body, ORIGIN, charset)
    except FeedInvalidError as error:
        str(error).encode()
        return None


def problems(page: Page) -> list[str]:
    """What is wrong with a page, whatever its body was."""
    found = [problem for report in page.reports for problem in _of_report(report)]
    moments = [report.published_at for report in page.reports]
    found += [] if moments == sorted(moments) else ["not oldest first"]
    for item in page.rejected:
        found += _unencodable(item.raw + item.problem)
    return found


def _of_report(report: Report) -> Iterator[str]:
    bounds = ((report.id, MAX_ID), (report.title, MAX_TITLE), (report.text, MAX_TEXT))
    yield from (f"longer than {most}: {text[:80]!r}" for text, most in bounds if len(text) > most)
    if not report.id or not (report.title or report.text):
        yield "a report without id or without words"
    if report.url and not (report.url.lower().startswith("http") and len(report.url) <= MAX_URL):
        yield f"no web address: {report.url!r}"
    if report.published_at.tzinfo is not UTC or report.published_at > NOON + timedelta(days=1):
        yield f"no time that was: {report.published_at!r}"
    yield from _unencodable(f"{report.id}{report.title}{report.text}{report.author}{report.url}")


def _unencodable(text: str) -> list[str]:
    """The store and both platforms take UTF-8."""
    unfit = any("\ud800" <= char <= "\udfff" or char == "\0" for char in text)
    return [f"cannot be stored: {text[:80]!r}"] if unfit else []


def _rewritten(body: bytes, rng: Random) -> bytes:
    """JSON that stays JSON: one value of each document is replaced, dropped, doubled, nested or renamed."""
    return b"\n".join(_changed(line, rng) for line in body.splitlines())


def _changed(line: bytes, rng: Random) -> bytes:
    document = json.loads(line)
    holder = rng.choice(list(_holders(document)))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if keys:
        _change(holder, rng.choice(keys), rng)
    return json.dumps(document, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def _holders(node: Any) -> Iterator[Any]:
    """Every object and list in a document."""
    if isinstance(node, dict | list):
        yield node
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _holders(inner)


def _change(holder: Any, key: Any, rng: Random) -> None:
    match rng.randrange(4):
        case 0:
            del holder[key]
        case 1:
            holder[key] = [holder[key]] * rng.choice((1, 2, 20))
        case 2 if isinstance(holder, dict):
            holder[rng.choice(("", "id", "date", "team", "items", key.upper()))] = holder.pop(key)
        case _:
            holder[key] = rng.choice(ODD)


def _span(body: bytes, rng: Random) -> slice:
    start = rng.randrange(len(body) + 1)
    return slice(start, start + rng.choice((1, 2, 8, 60, 400)))


def _strew(body: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(body) + 1)
    return body[:at] + rng.choice(STREWN) + body[at:]


def _flip(body: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(body) + 1)
    return body[:at] + rng.randbytes(1) + body[at + 1 :]


def _drop(body: bytes, rng: Random) -> bytes:
    span = _span(body, rng)
    return body[: span.start] + body[span.stop :]


def _double(body: bytes, rng: Random) -> bytes:
    span = _span(body, rng)
    return body[: span.stop] + body[span] * rng.choice((1, 1, 2, 50)) + body[span.stop :]


def _cut(body: bytes, rng: Random) -> bytes:
    return body[: rng.randrange(len(body) + 1)]


def _splice(body: bytes, rng: Random) -> bytes:
    other = rng.choice(EVERY_SAMPLE)
    return body[: rng.randrange(len(body) + 1)] + other[rng.randrange(len(other)) :]


def _recode(body: bytes, rng: Random) -> bytes:
    return body.decode("utf-8", "replace").encode(
        rng.choice(("utf-16", "utf-16-be", "utf-32", "cp1252")), "replace"
    )


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    _strew, _strew, _strew, _flip, _flip, _drop, _double, _splice, _cut, _recode,
)  # fmt: skip
