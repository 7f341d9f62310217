"""The seam: bytes to text, text to JSON, and every text bounded and encodable."""

import codecs
import json
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FeedInvalidError
from bot.feeds import espn, nflcom, parse
from bot.feeds.parse import MAX_ID, Origin, clean, decode, key_of, moment, not_ahead, parse_json
from bot.model import Trust
from tests.builders import NOON
from tests.feeds import samples

ORIGIN = Origin(feed="wire", trust=Trust.OFFICIAL, now=NOON)
WORDS = "Jos\u00e9 \u2192 \u201cJets\u201d"


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        *((WORDS.encode(), "", WORDS), (WORDS.encode(), "utf-8", WORDS)),
        *(
            (codecs.BOM_UTF8 + WORDS.encode(), "iso-8859-1", WORDS),
            (WORDS.encode("utf-16"), "", WORDS),
        ),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-8", WORDS),
        *((WORDS.encode("utf-32"), "", WORDS), (WORDS.encode("utf-16-le"), "utf-16le", WORDS)),
        (codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"), "", WORDS),
        (b"Jos\xe9 \x93Jets\x94", "ISO-8859-1", "Jos\u00e9 \u201cJets\u201d"),
        (b"Jos\xe9 \x93Jets\x94", "windows-1252", "Jos\u00e9 \u201cJets\u201d"),
        (WORDS.encode(), "us-ascii", WORDS),
        (b"Jos\xe9", "", "Jos\ufffd"),
        *((b"a\0b", "", "ab"), ("ab".encode("utf-16-le"), "", "ab")),
        *(
            (b"abc", name, "abc")
            for name in ("zlib", "idna", "unicode_escape", "no such", "iso-8859-12", "\0")
        ),
    ],
)
def test_bytes_become_text_by_mark_then_charset_then_utf8(
    body: bytes, charset: str, text: str
) -> None:
    """A byte order mark wins; an unknown or unfit charset does not count; NUL never survives."""
    assert decode(body, charset) == text


@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "utf-32", "latin-1", "cp1251"])
)
def test_any_bytes_become_text_that_can_be_encoded(body: bytes, charset: str) -> None:
    """Whatever the charset says."""
    text = decode(body, charset)
    text.encode()
    assert "\0" not in text


@pytest.mark.parametrize(
    ("body", "got"),
    [
        *(
            (b"", "an empty body"),
            (b" \n", "an empty body"),
            (b"<!DOCTYPE html><p>robot?", "an HTML page"),
        ),
        *(
            (b"<html><title>Just a moment", "an HTML page"),
            (b"<rss/>", "XML"),
            (b"Not found", "other text"),
        ),
        *((b'{"transactions": [', "broken"), (b'{"a": 1}{}', "broken")),
        *(
            (b"null", "null"),
            (b"[]", "a list of 0"),
            (b"{}", "an empty object"),
            (b"true", "a bare bool"),
        ),
        (b'{"code": 404, "message": "no"}', "the keys 'code', 'message'"),
        *(
            (b'{"transactions": null}', "'transactions'"),
            (b'{"transactions": {}}', "'transactions'"),
        ),
        *((b'"text"', "a bare str"), (b"NaN", "a bare float")),
        (b"[" * 100_000 + b"]" * 100_000, "broken or out of bounds"),
        (b'{"transactions": [{"id": ' + b"1" * 5000 + b"}]}", "broken or out of bounds"),
        (b'{"a":' * 100_000, "broken or out of bounds"),
        (b'{"\\ud800\\u0000\\n": 1}', r"'\ud800\x00\n'"),
    ],
    ids=range(21),
)
def test_what_is_no_feed_is_refused_in_a_sentence(body: bytes, got: str) -> None:
    """It says what came instead, and keeps a sample."""
    with pytest.raises(FeedInvalidError, match="feed wire: expected") as caught:
        espn.transactions(body, ORIGIN)
    assert got in str(caught.value)
    str(caught.value).encode()
    assert len(caught.value.sample) <= 200


def test_odd_json_that_python_can_hold_is_read() -> None:
    """NaN, infinity and a key that comes twice do no harm; the last value counts."""
    body = (
        b'{"count": NaN, "season": -Infinity, "transactions": [{"date": "1999-01-01", '
        b'"date": "2025-10-07T07:00Z", "description": "Signed K Ira \\ud83d\\ude00\\ud800Moss.", "team": {"id": NaN}}]}'
    )
    report = espn.transactions(body, ORIGIN).reports[0]
    assert report.published_at.year == 2025
    assert report.text == "Signed K Ira \U0001f600Moss."
    assert report.filer is None


def test_a_row_nested_to_the_limit_of_json_can_still_be_set_aside() -> None:
    """Its raw text may be lost, the page is not."""
    for depth in range(700, 1100):
        deep = "[" * depth + "]" * depth
        with pytest.raises(FeedInvalidError):
            espn.transactions(deep.encode(), ORIGIN)
        body = samples.wire().replace(b'"transactions": [', f'"transactions": [{deep}, '.encode())
        try:
            page = espn.transactions(body, ORIGIN)
        except FeedInvalidError as error:
            assert "out of bounds" in str(error)  # noqa: PT017 - either is right
        else:
            assert (len(page.reports), len(page.rejected)) == (2, 1)


@pytest.mark.parametrize(
    "reader", [espn.transactions, espn.news, nflcom.transactions], ids=["wire", "news", "table"]
)
def test_a_hostile_body_is_over_quickly(reader: Any) -> None:
    """A megabyte of anything costs less than a second."""
    for unit in (b"[", b'{"a":', b"1", b'"', b"\\", b'[{"transactions":[', b"\xff", b"\0", b" "):
        started = time.process_time()
        with pytest.raises(FeedInvalidError):
            reader(unit * (1_000_000 // len(unit)), ORIGIN)
        assert time.process_time() - started < 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_body_raises_anything_but_feed_invalid(body: bytes) -> None:
    """Bytes and documents of every kind, into every JSON reader."""
    for reader in (espn.transactions, espn.news, nflcom.transactions):
        try:
            page = reader(body, ORIGIN)
        except FeedInvalidError:
            continue
        assert page.reports == ()


@given(
    st.sampled_from(["transactions", "items", "articles", "rows"]),
    st.lists(
        st.dictionaries(
            st.sampled_from(
                ["date", "description", "team", "id", "headline", "published", "links"]
            ),
            JSON,
        )
        | JSON,
        max_size=5,
    ),
)
def test_no_item_raises_anything_but_feed_invalid(key: str, items: list[Any]) -> None:
    """Right envelopes with anything inside; what is read can be encoded."""
    body = json.dumps({key: items, "headers": ["date", "description", "team"]}).encode()
    for reader in (espn.transactions, espn.news, nflcom.transactions):
        try:
            page = reader(body, ORIGIN)
        except FeedInvalidError:
            continue
        for report in page.reports:
            f"{report.id}{report.title}{report.text}{report.author}{report.url}".encode()
        for item in page.rejected:
            f"{item.raw}{item.problem}".encode()


def test_parse_json_reads_json() -> None:
    """The plain case, with a charset."""
    assert parse_json("wire", '{"a": "\u00e9"}'.encode("cp1252"), "iso-8859-1") == {"a": "\u00e9"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *(
            (" a ", "a"),
            ("null", ""),
            ("", ""),
            (None, ""),
            (5, ""),
            ([], ""),
            ("a\0\udfffb", "ab"),
        ),
        ("x" * 5000, "x" * 1000),
    ],
)
def test_a_field_is_cleaned(value: Any, text: str) -> None:
    """Trimmed, bounded, encodable; only texts count, and the word null does not."""
    assert clean(value) == text


@pytest.mark.parametrize(
    ("value", "key"),
    [(5, "5"), ("a-5", "a-5"), (True, ""), (1.5, ""), (None, ""), ("", ""), ([5], "")],
)
def test_an_id_is_a_number_or_a_text(value: Any, key: str) -> None:
    """Nothing else is one."""
    assert key_of(value) == key


def test_a_huge_id_is_shortened_without_being_confused() -> None:
    """Two long ids stay two."""
    first, second = key_of("a" * 400), key_of("a" * 400 + "b")
    assert first != second
    assert max(len(first), len(second)) <= MAX_ID


@pytest.mark.parametrize(
    ("text", "address"),
    [
        *(
            ("https://a.example/x?y=1", True),
            ("HTTP://a.example", True),
            ("ftp://a.example", False),
        ),
        *(("javascript:alert(1)", False), ("//a.example", False), ("https://a b", False)),
        ("https://a.example/" + "x" * 3000, False),
    ],
)
def test_only_web_addresses_are_links(text: str, *, address: bool) -> None:
    """Everything else is no link at all."""
    assert parse.web_address(text) == (text if address else "")


@given(
    st.datetimes(
        timezones=st.sampled_from(
            [UTC, ZoneInfo("America/New_York"), timezone(timedelta(hours=-12))]
        )
    )
)
def test_a_moment_is_utc_or_nothing(then: datetime) -> None:
    """Every zone, both folds, and every year that Python knows: aware UTC, or None, never an error."""
    text = then.isoformat()  # with a fixed offset: times that no clock ever showed have one too
    read = moment(text)
    assert read is None or (read == datetime.fromisoformat(text) and read.tzinfo is UTC)
    if read is not None:
        assert not_ahead(read, NOON) <= NOON + timedelta(days=1)


@given(st.text(max_size=40))
def test_no_text_is_too_odd_for_a_moment(text: str) -> None:
    """Most are none."""
    read = moment(text)
    assert read is None or read.year >= 1970
