"""The guarded client against bodies that are cut, endless, slow, or bombs."""

import asyncio
import gzip
import time
import tracemalloc
import zlib

import pytest

from bot.errors import FeedError, FeedInvalidError, FeedUnavailableError
from bot.feeds import build
from bot.feeds.body import TooLargeError, reader_for
from bot.feeds.http import GuardedClient
from bot.model import Trust, Validators
from tests.builders import NOON
from tests.feeds import samples
from tests.servers.feed_server import (
    Reply,
    answer,
    chunked,
    drip,
    endless,
    gzipped,
    raw_server,
    send,
    silence,
    until_close,
)

MIB = 1 << 20
WIRE, RSS = samples.wire(samples.ROW), samples.rss()


@pytest.mark.parametrize(
    ("kind", "whole"),
    [
        ("espn-transactions", answer(WIRE)),
        ("espn-transactions", gzipped(WIRE)),
        ("espn-transactions", chunked(WIRE)),
        ("espn-transactions", until_close(WIRE)),
        ("rss", answer(RSS)),
        ("rss", until_close(RSS)),
    ],
)
async def test_an_answer_cut_at_any_byte_gives_no_page(kind: str, whole: bytes) -> None:
    """Head or body, whatever the framing: never a part of it, and no validators to store."""
    cut = bytearray()

    async def reply(writer: asyncio.StreamWriter) -> None:
        await send(bytes(cut))(writer)

    async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
        feed = build("desk", kind, server.url, Trust.OFFICIAL, client)
        for byte in whole:
            with pytest.raises(FeedError):
                await feed.poll(Validators(), NOON)
            cut.append(byte)
        page = await feed.poll(Validators(), NOON)
    assert len(page.reports) == 1


async def test_a_length_that_lies_is_an_error() -> None:
    """Too long a length is a cut body; too short a one cuts the document."""
    for body in (answer(WIRE, length=len(WIRE) + 1), answer(WIRE, length=len(WIRE) - 1)):
        async with raw_server(body) as server, GuardedClient(allow_private=True) as client:
            feed = build("desk", "espn-transactions", server.url, Trust.OFFICIAL, client)
            with pytest.raises(FeedError):
                await feed.poll(Validators(), NOON)


@pytest.mark.parametrize(
    "reply",
    [
        silence,
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 500, 0.02),
        drip(answer(b"x" * 500), 0.02),
        drip(chunked(b"x" * 500, 1), 0.002),
    ],
    ids=["silence", "slow head", "slow body", "slow chunks"],
)
async def test_the_deadline_bounds_the_whole_fetch(reply: Reply) -> None:
    """Silence, a head or a body a byte at a time: over soon after the deadline, and others run on."""
    ticks = 0

    async def others() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    started, beside = time.monotonic(), asyncio.create_task(others())
    async with (
        raw_server(reply) as server,
        GuardedClient(allow_private=True, timeout_s=0.3) as client,
    ):
        with pytest.raises(FeedUnavailableError, match=r"no whole answer within 0\.3 s"):
            await client.fetch("desk", server.url, Validators(), NOON)
        assert time.monotonic() - started < 1.3
    beside.cancel()
    assert ticks > 10


async def test_slow_redirects_share_one_deadline() -> None:
    """Each hop is quick enough alone; together they are not."""
    hop = drip(answer(b"", "Location: /feed", status="302 Found"), 0.003)
    async with (
        raw_server(hop) as server,
        GuardedClient(allow_private=True, timeout_s=0.3) as client,
    ):
        with pytest.raises(FeedUnavailableError, match="no whole answer"):
            await client.fetch("desk", server.url, Validators(), NOON)


def bomb(mib: int) -> bytes:
    """So many MiB of zeros, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(mib)) + packer.flush()


@pytest.mark.parametrize(
    "reply",
    [
        answer(bomb(256), "Content-Encoding: gzip"),
        endless(b"HTTP/1.1 200 OK\r\n\r\n", bytes(1 << 16)),
        endless(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", bytes(1 << 16)),
        endless(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
            + gzip.compress(b"")[:10],  # a stream that never says anything
            b"\0\0\0\xff\xff" * (1 << 13),
        ),
    ],
    ids=["bomb", "endless", "a gigabyte", "empty blocks"],
)
async def test_a_body_is_read_up_to_the_cap_only(reply: bytes | Reply) -> None:
    """Bombs and endless bodies cost neither memory nor time, and the sentence names the cap."""
    async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
        tracemalloc.start()
        started = time.process_time()
        try:
            with pytest.raises(FeedInvalidError, match="the cap of 5242880 bytes"):
                await client.fetch("desk", server.url, Validators(), NOON)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 20 * MIB
    assert time.process_time() - started < 1


async def test_the_cap_is_the_last_byte_that_fits() -> None:
    """Exactly the cap is a body; one byte more is not."""
    async with GuardedClient(allow_private=True, max_bytes=1000) as client:
        for packed in (False, True):
            for size, fits in ((1000, True), (1001, False)):
                body = b"x" * size
                async with raw_server(gzipped(body) if packed else answer(body)) as server:
                    try:
                        got = await client.fetch("desk", server.url, Validators(), NOON)
                    except FeedInvalidError:
                        assert not fits
                    else:
                        assert fits
                        assert got is not None
                        assert got.body == body


async def test_a_hundred_thousand_gzip_members_cost_nothing() -> None:
    """Whatever follows the first member is refused at once."""
    body = gzip.compress(b"") * 100_000
    started = time.process_time()
    async with (
        raw_server(answer(body, "Content-Encoding: gzip")) as server,
        GuardedClient(allow_private=True) as client,
    ):
        with pytest.raises(FeedUnavailableError, match="damaged"):
            await client.fetch("desk", server.url, Validators(), NOON)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "body", [b"not gzip", gzip.compress(b"x", mtime=0)[:-1], gzip.compress(b"x", mtime=0) + b"?"]
)
async def test_a_damaged_gzip_stream_is_no_answer(body: bytes) -> None:
    """Not gzip, cut, or followed by something."""
    async with (
        raw_server(answer(body, "Content-Encoding: gzip")) as server,
        GuardedClient(allow_private=True) as client,
    ):
        with pytest.raises(FeedUnavailableError, match="breaks off or is damaged"):
            await client.fetch("desk", server.url, Validators(), NOON)


def test_too_large_a_body_leaves_a_sample() -> None:
    """The operator sees how it began."""
    reader = reader_for("", 10)
    assert reader is not None
    with pytest.raises(TooLargeError) as caught:
        reader.feed(b"0123456789abc")
    assert caught.value.sample == b"0123456789abc"


async def test_a_flood_of_headers_is_no_answer() -> None:
    """Their number and length are bounded too."""
    flood = endless(b"HTTP/1.1 200 OK\r\n", b"X-Flood: " + b"x" * 100 + b"\r\n")
    long = endless(b"HTTP/1.1 200 OK\r\nX-Flood: ", b"x" * 1000)
    for reply in (flood, long):
        async with raw_server(reply) as server, GuardedClient(allow_private=True) as client:
            with pytest.raises(FeedUnavailableError, match="is not HTTP"):
                await client.fetch("desk", server.url, Validators(), NOON)
