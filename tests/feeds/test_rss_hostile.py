"""What is kept from the RSS parser, and what it survives."""

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
