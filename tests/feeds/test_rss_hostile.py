"""What is kept from the RSS parser, and what it survives."""

import asyncio
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FeedInvalidError
from bot.feeds import rss
from bot.feeds.parse import Origin
from bot.model import Trust
from tests.builders import NOON
from tests.feeds import samples

ORIGIN = Origin(feed="desk", trust=Trust.AGGREGATOR, now=NOON)
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = {
    "billion laughs": f'<!DOCTYPE l [<!ENTITY a0 "lol">{BOMB}]>',
    "one entity": '<!DOCTYPE rss [<!ENTITY x "y">]>',
    "external": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:{port}/x.dtd">',
    "file": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:{port}/x">%x;]>',
    "plain": "<!DOCTYPE rss>",
}


@pytest.fixture
def lure() -> Iterator[socket.socket]:
    """A port that nobody may connect to."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0)
        yield listener
        with pytest.raises(BlockingIOError):
            listener.accept()


@pytest.mark.parametrize("name", DOCTYPES)
@pytest.mark.parametrize(
    "form", ["utf-8", "utf-16", "utf-16-le", "utf-32", "junk", "broken", "upper"]
)
def test_a_document_type_is_refused(name: str, form: str, lure: socket.socket) -> None:
    """In every encoding, after junk, and in a document that is not well-formed; nobody is asked for a file."""
    doctype = DOCTYPES[name].replace("{port}", str(lure.getsockname()[1]))
    if form == "upper":
        doctype = doctype.replace("DOCTYPE", "doctype")
    item = "<item><title>&x;&a9;</title></item>"
    junk, tail = ("\n\n junk " if form == "junk" else ""), ("<&>" if form == "broken" else "")
    encoding = form if form.startswith("utf") else "utf-8"
    text = f'{junk}<?xml version="1.0"?>{doctype}<rss version="2.0"><channel>{item}{tail}</channel></rss>'
    started = time.process_time()
    with pytest.raises(FeedInvalidError, match="document type"):
        rss.items(text.encode(encoding), ORIGIN)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        *(
            (samples.rss(), ""),
            (samples.rss(), "utf-8"),
            (b"\xef\xbb\xbf" + samples.rss(), "us-ascii"),
        ),
        *(
            (samples.rss().decode().encode("utf-16"), ""),
            (samples.rss().decode().encode("utf-32"), ""),
        ),
        (samples.rss(head='<?xml version="1.0" encoding="utf-16"?>'), "utf-8"),
        (samples.rss(head='<?xml version="1.0" encoding="no-such"?>'), ""),
        (samples.rss(head=""), ""),
        (b"\n  \n" + samples.rss(), ""),
        (samples.rss().replace(b"Packers", b"Packers\0"), ""),
        (samples.rss(samples.RSS_ITEM, "<item><title>a & b <br></title></item>"), ""),
    ],
    ids=range(11),
)
def test_a_feed_is_read_in_every_encoding_and_even_broken(body: bytes, charset: str) -> None:
    """Byte order mark, header, prolog, none; NULs, blanks in front, stray ampersands."""
    titles = [report.title for report in rss.items(body, ORIGIN, charset).reports]
    assert "Packers trade WR Dale Preston to Jets" in titles


def test_the_prolog_says_the_encoding_where_the_header_does_not() -> None:
    """And the header wins where both speak."""
    body = samples.rss(
        "<item><title>Jos\u00e9</title></item>", head='<?xml version="1.0" encoding="iso-8859-1"?>'
    ).decode()
    assert rss.items(body.encode("cp1252"), ORIGIN).reports[0].title == "Jos\u00e9"
    assert rss.items(body.encode(), ORIGIN, "utf-8").reports[0].title == "Jos\u00e9"


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b" ",
            b"null",
            b"{}",
            b"[]",
            b"<html><body>robot?</body></html>",
            b"\xff\xfe",
            b"\0\0\0",
        ),
        *(
            b"<rss",
            b"<rss></rss",
            samples.rss()[:-1],
            b"<html></feed></html>",
            b"/etc/hostname",
            b"</rss>",
        ),
        b"http://127.0.0.1:9/feed.xml</rss>",
        b"<rss version='2.0'>" + b"<a>" * 100_001 + b"</rss>",
    ],
    ids=range(16),
)
def test_what_is_no_feed_is_refused(body: bytes) -> None:
    """Pages, rubbish, names of files and addresses, cut documents, and forests of tags."""
    with pytest.raises(FeedInvalidError, match="expected an RSS or Atom feed and got"):
        rss.items(body, ORIGIN)


def test_a_body_that_names_a_file_is_not_opened(tmp_path: Path) -> None:
    """The parser below opens a text that is a path; it never gets one."""
    (tmp_path / "feed<rss><").mkdir()
    (tmp_path / "feed<rss><" / "rss>").write_bytes(samples.rss())
    assert rss.items((tmp_path / "feed<rss></rss>").read_bytes(), ORIGIN).reports
    assert rss.items(f"{tmp_path}/feed<rss></rss>".encode(), ORIGIN).reports == ()


DC = "xmlns:dc='http://purl.org/dc/elements/1.1/'"
ITUNES = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
LETTERS = "a" * 200_000


def crowd(number: int) -> str:
    """A tag with so many attributes."""
    return "<c " + " ".join(f'a{each}="x"' for each in range(number)) + "/>"


SLOW = {
    "author": f"<author>{LETTERS}</author>",
    "creator": f"<dc:creator {DC}>{LETTERS}</dc:creator>",
    "publisher": f"<dc:publisher {DC}>{LETTERS}</dc:publisher>",
    "itunes": f"<itunes:author {ITUNES}>{LETTERS}</itunes:author>",
    "editor": f"<managingEditor>{LETTERS}</managingEditor>",
    "long author": f"<author>{'a' * 4_900_000}</author>",
    "attributes": crowd(300_000),
    "fewer attributes": crowd(10_000),
    "ampersands": "&" * 4_900_000,
    "quotes": "<c " + 'a="' * 1_600_000,
}


@pytest.mark.parametrize("broken", ["", "&nonsense; <b>"], ids=["sound", "broken"])
@pytest.mark.parametrize("name", SLOW)
async def test_no_body_holds_up_the_process(name: str, broken: str) -> None:
    """Read or refused within a second, in a thread that lets the others work."""
    body = samples.rss(samples.RSS_ITEM + broken + SLOW[name])
    longest, started = 0.0, time.monotonic()
    reading = asyncio.create_task(asyncio.to_thread(_outcome, body))
    while not reading.done():
        before = time.monotonic()
        await asyncio.sleep(0.01)
        longest = max(longest, time.monotonic() - before)
    assert await reading in {"read", "refused"}
    assert time.monotonic() - started < 1
    assert longest < 0.3


def _outcome(body: bytes) -> str:
    try:
        rss.items(body, ORIGIN)
    except FeedInvalidError:
        return "refused"
    return "read"


@pytest.mark.parametrize(
    ("inside", "got"),
    [
        (crowd(65), "a tag of more than 64 attributes"),
        (f"<c a='{LETTERS * 2}'/>", "a tag or comment of more than 262144 bytes"),
        (f"&nonsense;{LETTERS * 6}", "more than 1048576 characters of broken XML"),
    ],
)
def test_what_is_refused_is_said(inside: str, got: str) -> None:
    """And one less of it is read."""
    with pytest.raises(FeedInvalidError, match=got):
        rss.items(samples.rss(samples.RSS_ITEM + inside), ORIGIN)
    for less in (crowd(64), f"<c a='{LETTERS}'/>", f"&nonsense;{LETTERS * 5}"):
        assert rss.items(samples.rss(samples.RSS_ITEM + less), ORIGIN).reports


@pytest.mark.parametrize(
    ("given", "author"),
    [
        ("<author>desk@x.example (Jay Glazer)</author>", "desk@x.example (Jay Glazer)"),
        ("<author>Jay Glazer</author>", "Jay Glazer"),
        (f"<dc:creator {DC}>Jay Glazer</dc:creator>", "Jay Glazer"),
        ("<author><name>Jay Glazer</name></author>", "Jay Glazer"),
        (
            "<author><name>Jay Glazer</name><email>j@x.example</email></author>",
            "Jay Glazer (j@x.example)",
        ),
        (f"<author>{LETTERS}</author>", LETTERS[:1000]),
    ],
)
def test_an_author_is_read_in_every_form(given: str, author: str) -> None:
    """As text, as elements, and at most so much of it."""
    item = f"<item><title>Packers trade</title>{given}</item>"
    assert [report.author for report in rss.items(samples.rss(item), ORIGIN).reports] == [author]


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html><body>Are you a robot?</body></html>",
        b"\n<html><body>robot?</body></html>",
        b"<!doctype html PUBLIC '-//W3C//DTD HTML 4.01//EN'><html><p>Log in<br></html>",
        "<!DOCTYPE html><html></html>".encode("utf-16"),
    ],
)
def test_a_page_in_place_of_a_feed_is_called_a_page(body: bytes) -> None:
    """The operator learns that a browser would be asked something."""
    with pytest.raises(FeedInvalidError, match="got an HTML page; check"):
        rss.items(body, ORIGIN)


PIECES = (
    *(
        b"<rss version='2.0'>",
        b"</rss>",
        b"<channel>",
        b"<item>",
        b"</item>",
        b"<title>",
        b"</title>",
    ),
    *(
        b"<pubDate>",
        b"</pubDate>",
        b"<![CDATA[",
        b"]]>",
        b"&#x0;",
        b"&amp;",
        b"&#99999999;",
        b"<feed>",
    ),
    *(
        b"</feed>",
        b"<entry>",
        b"<link href='x'/>",
        b"<content type='xhtml'>",
        b"<div>",
        b"&x;",
        b"\xff",
    ),
    *(
        b"<?xml version='1.0' encoding='utf-16'?>",
        b"<guid>",
        b"0001-01-01",
        b"99999",
        b"<",
        b">",
        b"'",
    ),
)
XML = st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join)


@given(
    st.binary(max_size=300) | XML | XML.map(lambda body: samples.rss().replace(b"Packers", body))
)
def test_no_body_raises_anything_but_feed_invalid(body: bytes) -> None:
    """Bytes, rubble of feeds, and rubble inside a feed; what is read can be encoded."""
    try:
        page = rss.items(body, ORIGIN)
    except FeedInvalidError:
        return
    for report in page.reports:
        f"{report.id}{report.title}{report.text}{report.author}{report.url}".encode()
        assert report.published_at.tzinfo is not None
