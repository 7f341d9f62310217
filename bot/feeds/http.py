"""The one way by which a feed reaches the network: bounded in time, size, redirects and reach.

Whatever an answer does, `fetch` gives back a whole body or raises; it never gives back a part. Messages
show scheme, host and path of an address, never its query or user info: those may hold a secret.
"""

import asyncio
import os
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib.metadata import version
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.errors import FeedInvalidError, FeedUnavailableError
from bot.feeds.address import checked, is_same_place, next_hop, shown
from bot.feeds.body import BrokenBodyError, TooLargeError, reader_for
from bot.feeds.guard import PrivateAddressError, own_socket, public_socket
from bot.model import Validators

MAX_REDIRECTS = 3
MAX_BYTES = 5 << 20
TIMEOUT_S = 20.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ADVICE = {
    401: "it wants other credentials",
    403: "it may block this machine's address",
    429: "poll this feed less often if it goes on",
}
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (aiohttp.ClientSSLError, "failed to agree on TLS; check that its port speaks https"),
    (
        aiohttp.ClientConnectorDNSError,
        "has a host name that cannot be resolved; check the url and this machine's DNS",
    ),
    (
        aiohttp.ServerDisconnectedError,
        "closed the connection without an answer; the next poll tries again",
    ),
    (aiohttp.ClientPayloadError, "sent a body that breaks off; the next poll tries again"),
    (BrokenBodyError, "sent a body that breaks off or is damaged; the next poll tries again"),
)
_CHUNK = 1 << 16
_MAX_VALIDATOR = 500
_SHORTEST, _LONGEST = 1.0, 3600.0  # seconds that a feed may ask us to wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A whole body, decompressed, and what belongs to it.

    Attributes:
        charset: what the Content-Type header says; empty if it does not.
    """

    body: bytes
    charset: str
    validators: Validators


class GuardedClient:
    """An HTTP client for feeds. Make it inside a running event loop, and close it.

    Args:
        allow_private: a feed's own url may lead into the operator's network; of its redirects only
            those that stay at the same host and port.
        timeout_s: for the whole of one fetch, from the look-up of the name to the last byte.
        max_bytes: of one body, after decompression.
        resolver: looks up names; the system's by default.
        tls: which certificates are trusted; the system's by default.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        timeout_s: float = TIMEOUT_S,
        max_bytes: int = MAX_BYTES,
        resolver: AbstractResolver | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._timeout_s, self._max_bytes = timeout_s, max_bytes
        self._resolver, self._tls = resolver, tls
        self._public = self._session(public_socket)
        self._own = self._session(own_socket) if allow_private else self._public

    def _session(self, socket_factory: aiohttp.SocketFactoryType) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                socket_factory=socket_factory,
                resolver=self._resolver,
                use_dns_cache=False,  # polls are further apart than a cache would hold
                ssl=self._tls if self._tls is not None else True,
            ),
            timeout=aiohttp.ClientTimeout(total=None),  # ours covers redirects as well
            headers={
                "User-Agent": f"Gridwire/{version('gridwire')} (+NFL trade alerts)",
                "Accept-Encoding": "gzip",
            },
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,  # aiohttp caps nothing and takes a cut gzip stream for whole
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connections back."""
        await self._own.close()
        await self._public.close()

    async def fetch(
        self, feed: str, url: str, validators: Validators, now: datetime
    ) -> Answer | None:
        """Read one address.

        Args:
            feed: the feed's name, for messages.
            validators: of the last stored body; empty asks for everything.
            now: for a Retry-After that is a date.

        Returns:
            None when the server says that nothing changed.

        Raises:
            FeedUnavailableError: no whole answer, or a status other than 200.
            FeedInvalidError: too large, or encoded in a way that we did not ask for.
        """
        start = checked(feed, url)
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._follow(feed, start, validators, now)
        except TimeoutError as error:
            reason = f"{shown(start)} gave no whole answer within {self._timeout_s:g} s"
            raise FeedUnavailableError(feed, f"{reason}; the next poll tries again") from error

    async def _follow(
        self, feed: str, start: URL, validators: Validators, now: datetime
    ) -> Answer | None:
        url, headers, session = start, _conditions(validators), self._own
        for _ in range(MAX_REDIRECTS + 1):
            with _translated(feed, url):
                async with session.get(url, headers=headers, allow_redirects=False) as answer:
                    if answer.status not in _REDIRECTS:
                        return await self._read(feed, answer, now, conditional=bool(headers))
                    url = next_hop(feed, url, answer.headers.get("Location", ""))
            if not is_same_place(start, url):  # a stranger's word opens no private network
                session = self._public
        message = f"{shown(start)} redirects more than {MAX_REDIRECTS} times; check the feed's url"
        raise FeedUnavailableError(feed, message)

    async def _read(
        self, feed: str, answer: aiohttp.ClientResponse, now: datetime, *, conditional: bool
    ) -> Answer | None:
        if answer.status == HTTPStatus.NOT_MODIFIED and conditional:
            return None
        if answer.status != HTTPStatus.OK:
            raise _refusal(feed, answer, now)
        return Answer(
            body=await self._body(feed, answer),
            charset=(answer.charset or "").lower(),
            validators=Validators(
                etag=_validator(answer, "ETag"), last_modified=_validator(answer, "Last-Modified")
            ),
        )

    async def _body(self, feed: str, answer: aiohttp.ClientResponse) -> bytes:
        encoding, where = answer.headers.get("Content-Encoding", "").strip(), shown(answer.url)
        reader = reader_for(encoding, self._max_bytes)
        if reader is None:
            message = f"{where} sends the encoding {encoding[:40]!r} where only gzip was asked for"
            raise FeedInvalidError(feed, f"{message}; check the server of this feed")
        try:
            async for chunk in answer.content.iter_chunked(_CHUNK):
                reader.feed(chunk)
            return reader.finish()
        except TooLargeError as error:
            cap = f"the cap of {self._max_bytes} bytes"
            message = f"{where} sends more than {cap}; give the feed's url a smaller limit"
            raise FeedInvalidError(feed, message, error.sample) from error


def retry_after(header: str, now: datetime) -> timedelta | None:
    """How long a Retry-After header asks us to wait, within a second and an hour; None if it makes no sense."""
    text = header.strip()
    if re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", text):
        seconds = float(text)
    else:
        try:
            then = parsedate_to_datetime(text)
            seconds = (then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp()
        except (ValueError, OverflowError):
            return None
        seconds -= now.timestamp()
    return timedelta(seconds=min(max(seconds, _SHORTEST), _LONGEST))


def _conditions(validators: Validators) -> dict[str, str]:
    pairs = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
    }
    return {name: value for name, value in pairs.items() if value}


def _validator(answer: aiohttp.ClientResponse, header: str) -> str:
    """A validator that can be stored and sent back as it is, or nothing."""
    value = answer.headers.get(header, "")
    usable = value.isascii() and value.isprintable() and len(value) <= _MAX_VALIDATOR
    return value if usable else ""


def _refusal(feed: str, answer: aiohttp.ClientResponse, now: datetime) -> FeedUnavailableError:
    wait = retry_after(answer.headers.get("Retry-After", ""), now)
    retry = "the next poll tries again"
    gone = "check the feed's url"
    is_ours = answer.status // 100 == 4  # noqa: PLR2004 - the class of statuses that blame the client
    advice = _ADVICE.get(answer.status, gone if is_ours else retry)
    message = f"{shown(answer.url)} answered with status {answer.status}; {advice}"
    return FeedUnavailableError(feed, message, wait)


@contextmanager
def _translated(feed: str, url: URL) -> Iterator[None]:
    """Say in one sentence what aiohttp, the socket or the gzip stream could not do."""
    try:
        yield
    except (aiohttp.InvalidURL, aiohttp.ClientResponseError) as error:
        is_url = isinstance(
            error, aiohttp.InvalidURL
        )  # such as 127.1, which some read as 127.0.0.1
        fault = "names no host that can be asked" if is_url else "sent something that is not HTTP"
        message = f"{shown(url)} {fault}; check the feed's url"
        raise FeedUnavailableError(feed, message) from None  # their texts repeat the whole address
    except (aiohttp.ClientError, BrokenBodyError, OSError, UnicodeError) as error:
        # UnicodeError: a host name with a label that DNS cannot hold.
        raise FeedUnavailableError(feed, f"{shown(url)} {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        fault = error.certificate_error
        detail = getattr(fault, "verify_message", "") or type(fault).__name__
        return f"shows a certificate that cannot be trusted ({detail}); it was not read"
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, PrivateAddressError):
        return f"was not asked: {cause}"
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    number = cause.errno if isinstance(cause, OSError) else None
    detail = os.strerror(number) if number else type(cause).__name__
    return f"could not be read ({detail}); the next poll tries again"
