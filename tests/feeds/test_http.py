"""The guarded client: what it asks, what it takes for an answer, and what it says when there is none."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import FeedError, FeedInvalidError, FeedUnavailableError
from bot.feeds.http import Answer, GuardedClient, retry_after
from bot.model import Validators
from tests.builders import NOON
from tests.servers.feed_server import (
    RawServer,
    answer,
    chunked,
    gzipped,
    raw_server,
    redirect,
    send,
    until_close,
)

EVERYTHING = Validators()


async def fetched(
    server: RawServer, validators: Validators = EVERYTHING, url: str = ""
) -> Answer | None:
    """One fetch from a server of ours."""
    async with GuardedClient(allow_private=True, timeout_s=5) as client:
        return await client.fetch("desk", url or server.url, validators, NOON)


async def refused(
    *replies: bytes, url: str = "", kind: type[FeedError] = FeedUnavailableError
) -> FeedError:
    """The error of one fetch."""
    async with raw_server(*replies) as server:
        with pytest.raises(kind) as caught:
            await fetched(server, url=url.format(port=server.port))
    return caught.value


@pytest.mark.parametrize(
    "reply", [answer(b"body"), gzipped(b"body"), chunked(b"body", 1), until_close(b"body")]
)
async def test_a_body_comes_whole_however_it_is_framed(reply: bytes) -> None:
    """By length, packed, in chunks, or until the connection ends."""
    async with raw_server(reply) as server:
        got = await fetched(server)
    assert got == Answer(body=b"body", charset="", validators=EVERYTHING)


async def test_the_request_says_who_asks_and_carries_no_cookie() -> None:
    """Our own User-Agent, gzip only, and no cookie although one was set."""
    async with (
        raw_server(answer(b"x", "Set-Cookie: a=1; Path=/")) as server,
        GuardedClient(allow_private=True) as client,
    ):
        for _ in range(2):
            await client.fetch("desk", server.url, EVERYTHING, NOON)
        assert server.header("user-agent") is not None
        assert str(server.header("user-agent")).startswith("Gridwire/")
        assert server.header("accept-encoding") == "gzip"
        assert server.header("cookie") is None
        assert server.header("if-none-match") is None


async def test_the_charset_and_validators_come_with_the_body() -> None:
    """They are what the headers say."""
    headers = ('ETag: "v1"', "Last-Modified: Tue, 07 Oct 2025 16:00:00 GMT")
    reply = answer(b"x", "Content-Type: text/xml; charset=ISO-8859-1", *headers)
    async with raw_server(reply) as server:
        got = await fetched(server)
    assert got is not None
    assert got.charset == "iso-8859-1"
    assert got.validators == Validators(etag='"v1"', last_modified="Tue, 07 Oct 2025 16:00:00 GMT")


@pytest.mark.parametrize("etag", ['"caf\xe9"', '"' + "x" * 600 + '"'])
async def test_a_validator_that_cannot_be_sent_back_is_dropped(etag: str) -> None:
    """Else every later poll would fail."""
    async with raw_server(answer(b"x", f"ETag: {etag}")) as server:
        got = await fetched(server)
    assert got is not None
    assert got.validators == EVERYTHING


async def test_validators_are_sent_back_and_304_means_not_modified() -> None:
    """Both headers go out; the answer is None."""
    async with raw_server(answer(status="304 Not Modified")) as server:
        asked = Validators(etag='"v1"', last_modified="Tue, 07 Oct 2025 16:00:00 GMT")
        assert await fetched(server, asked) is None
        assert server.header("if-none-match") == '"v1"'
        assert server.header("if-modified-since") == "Tue, 07 Oct 2025 16:00:00 GMT"


async def test_304_to_an_unconditional_request_is_no_answer() -> None:
    """A body that we never had cannot be unchanged."""
    assert "304" in str(await refused(answer(status="304 Not Modified")))


@pytest.mark.parametrize(
    "status", [204, 206, 300, 400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 504, 599]
)
async def test_every_other_status_is_no_answer(status: int) -> None:
    """The sentence names the host and the status."""
    error = await refused(answer(status=f"{status} Whatever"))
    assert f"status {status}" in str(error)
    assert "http://127.0.0.1" in str(error)


async def test_retry_after_is_obeyed_within_its_bounds() -> None:
    """The error carries how long to wait."""
    error = await refused(answer(b"", "Retry-After: 120", status="429 Too Many Requests"))
    assert isinstance(error, FeedUnavailableError)
    assert error.retry_after == timedelta(minutes=2)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        *(("2", 2), ("0", 1), ("-5", 1), ("1.5", 1.5), ("86400", 3600), ("9" * 5000, 3600)),
        (format_datetime(NOON + timedelta(seconds=90), usegmt=True), 90),
        (format_datetime(NOON - timedelta(days=9), usegmt=True), 1),
        ("Tue, 07 Oct 2025 16:01:30 -0000", 90),
        ("Fri, 31 Dec 9999 23:59:59 -1200", 3600),
        *(("", None), ("soon", None), ("1e9", None), ("nan", None), ("\u0663", None)),
        ("Tue, 99 Oct 2025 99:99:99 GMT", None),
    ],
)
def test_retry_after_reads_seconds_and_dates(header: str, seconds: float | None) -> None:
    """Huge, negative and past are bounded; garbage says nothing."""
    wait = retry_after(header, NOON)
    assert wait == (None if seconds is None else timedelta(seconds=seconds))


@given(st.text(max_size=60) | st.integers().map(str) | st.floats().map(str), st.datetimes())
def test_retry_after_never_raises_and_never_leaves_its_bounds(header: str, now: datetime) -> None:
    """A second at least, an hour at most, whatever the header says."""
    wait = retry_after(header, now.replace(tzinfo=UTC))
    assert wait is None or timedelta(seconds=1) <= wait <= timedelta(hours=1)


@given(st.integers(min_value=-(10**6), max_value=10**6))
def test_retry_after_as_a_date_is_what_it_is_in_seconds(seconds: int) -> None:
    """Both forms of the header mean the same wait."""
    date = format_datetime(NOON + timedelta(seconds=seconds), usegmt=True)
    assert retry_after(date, NOON) == retry_after(str(seconds), NOON)


@pytest.mark.parametrize("status", ["301 A", "302 B", "303 C", "307 D", "308 E"])
async def test_a_redirect_is_followed_with_its_conditions(status: str) -> None:
    """A relative target is resolved, and the body comes from there."""
    async with raw_server(redirect("/there", status), answer(b"there")) as server:
        got = await fetched(server, Validators(etag='"v1"'))
        assert got is not None
        assert got.body == b"there"
        assert server.requests[1].startswith("GET /there ")
        assert server.header("if-none-match") == '"v1"'


async def test_three_redirects_are_followed_and_no_more() -> None:
    """The fourth hop of a chain is not made."""
    async with raw_server(*[redirect("/a")] * 3, answer(b"x")) as server:
        assert await fetched(server) is not None
    async with raw_server(*[redirect(f"/{hop}") for hop in range(11)], answer(b"x")) as server:
        with pytest.raises(FeedUnavailableError, match="redirects more than 3 times"):
            await fetched(server)
        assert len(server.requests) == 4


async def test_a_redirect_loop_ends() -> None:
    """It counts as too many hops."""
    assert "more than 3 times" in str(await refused(redirect("/feed")))


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "gopher://h/", "ftp://h/", "javascript:1", "http://[::1"],
)
async def test_a_redirect_leads_only_to_http(target: str) -> None:
    """Every other scheme, and what is no address, is refused."""
    assert "no http:// or https:// address" in str(await refused(redirect(target)))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "gopher://h/", "feed", "", "http://", "//h/x"]
)
async def test_a_feed_lives_at_http_only(url: str) -> None:
    """The configured address is held to the same rule."""
    async with GuardedClient(allow_private=True) as client:
        with pytest.raises(FeedUnavailableError, match="no http:// or https:// address"):
            await client.fetch("desk", url, EVERYTHING, NOON)


SECRET = "hunter2"  # noqa: S105 - what must not be seen


@pytest.mark.parametrize(
    "reply",
    [
        answer(status="503 No"),
        answer(b"part", length=9),
        b"nonsense\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
        b"",
        redirect("file:///x"),
        redirect(f"/feed?key={SECRET}"),
        redirect(f"http://127.1/?key={SECRET}"),
        redirect(f"http://u:{SECRET}@[::1"),
        answer(b"x", "Content-Encoding: br"),
    ],
)
async def test_no_message_shows_query_or_credentials(reply: bytes) -> None:
    """Neither the sentence nor a chained cause repeats them."""
    error: BaseException | None = await refused(
        reply, url=f"http://us:{SECRET}@127.0.0.1:{{port}}/feed?key={SECRET}", kind=FeedError
    )
    assert "http://127." in str(error)
    while error is not None:
        assert SECRET not in str(error)
        error = error.__cause__


async def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    """Only gzip and none at all are read."""
    for encoding in ("br", "deflate", "zstd", "gzip, gzip"):
        reply = answer(b"x", f"Content-Encoding: {encoding}")
        error = await refused(reply, kind=FeedInvalidError)
        assert encoding in str(error)


async def test_a_host_that_does_not_answer_is_named_with_the_reason() -> None:
    """Nobody listens: the sentence says so."""
    async with raw_server(b"") as server:
        url = server.url
    async with GuardedClient(allow_private=True) as client:
        with pytest.raises(FeedUnavailableError, match=r"127\.0\.0\.1.* refused"):
            await client.fetch("desk", url, EVERYTHING, NOON)


async def test_a_name_that_does_not_exist_is_named_with_the_reason() -> None:
    """Also one with a label that DNS cannot hold."""
    async with GuardedClient() as client:
        with pytest.raises(FeedUnavailableError, match=r"nosuch\.invalid/ has a host name that"):
            await client.fetch("desk", "http://nosuch.invalid/", EVERYTHING, NOON)
        with pytest.raises(FeedUnavailableError, match="could not be read"):
            await client.fetch("desk", f"http://{'a' * 70}.invalid/", EVERYTHING, NOON)


async def test_a_reset_connection_is_no_answer() -> None:
    """The peer aborts after the head."""

    async def abort(writer: object) -> None:
        await send(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1")(writer)  # type: ignore[arg-type]
        writer.transport.abort()  # type: ignore[attr-defined]

    async with raw_server(abort) as server:
        with pytest.raises(FeedUnavailableError, match="the next poll tries again"):
            await fetched(server)
