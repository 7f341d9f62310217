"""What Discord said, in the words of the error tree: the one place where foreign errors end.

Codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
"""

import asyncio
import math
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, TypeVar

import aiohttp
import discord

from adapters.discord.allowance import Allowance, Place, counts
from adapters.discord.refusals import Refusals
from adapters.discord.text import clean, cut
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)

T = TypeVar("T")

# Not less: discord.py may be sleeping for a bucket (30 s) or be inside its own tries after a 500 (25 s).
CALL_TIMEOUT_S = 60
BAN = timedelta(minutes=15)  # a Cloudflare ban names no end
OLD_EDITS = timedelta(minutes=10)  # Discord names no end for code 30046
UNKNOWN_REFUSAL = timedelta(minutes=1)
RETRY_AFTER_MAX_S = 86_400.0

TOKEN_REFUSED = "Discord does not accept the bot's token: put a valid token into [discord] token."  # noqa: S105 - a sentence about a token, not one

AGAIN = "it is asked again by itself."

_CLIENT_ERRORS, _SERVER_ERRORS = range(400, 500), range(500, 600)
_DESTINATION = {
    10003: "the channel does not exist: remove the destination or correct its channel",
    10004: "the server does not exist: remove the destination",
    50001: "the bot does not see the channel: grant it View Channel there",
    50008: "the channel takes no text messages: choose a text channel",
    50013: "a permission is missing: grant the bot Send Messages and Embed Links there",
    50024: "this kind of channel takes no messages: choose a text channel",
    50083: "the thread is archived: reopen it or remove the destination",
    40058: "a forum takes posts only: remove the destination and subscribe the forum again",
    40067: "this forum demands a tag: give it tags named rumour, reported, official and voided, or let posts be without",
}


TAKES_NO_MESSAGES = {40058, 50008, 50024}  # perhaps a forum
_EDITED_TOO_OFTEN = {20022, 30046}  # what is published, and what is old


class RefusedPayloadError(PermanentDeliveryError):
    """Discord refused the form of this message (400); a plainer one may pass."""


@dataclass(slots=True)
class _Seen:
    """The answers of one call, which discord.py's own tries hide.

    Attributes:
        once: the library must not repeat a call that may have been stored.
    """

    once: bool = False
    statuses: list[int] = field(default_factory=list)
    is_global: bool = False


class _MayBeStoredError(discord.DiscordException):
    """The library is about to repeat what must not be repeated blindly."""


_seen: ContextVar[_Seen | None] = ContextVar("seen", default=None)


def trace(refusals: Refusals, allowance: Allowance) -> aiohttp.TraceConfig:
    """What a client must be given for its requests to keep the limits, and for `ask` to see each answer of a call.

    Args:
        refusals: counts the answers.
        allowance: of the token.
    """

    async def begin(
        _: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        _stop_repeating()
        context.place = await allowance.turn() if counts(params.url.path) else Place()

    async def sent(
        _: aiohttp.ClientSession,
        context: SimpleNamespace,
        __: aiohttp.TraceRequestHeadersSentParams,
    ) -> None:
        allowance.sent(context.place)

    async def fail(
        _: aiohttp.ClientSession, context: SimpleNamespace, __: aiohttp.TraceRequestExceptionParams
    ) -> None:
        allowance.ended(context.place, answered=False)

    async def note(
        _: aiohttp.ClientSession, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams
    ) -> None:
        allowance.ended(context.place, answered=True)
        headers = params.response.headers
        scope = headers.get("X-RateLimit-Scope", "")
        refusals.note(params.response.status, scope)
        seen = _seen.get()
        if seen is not None:
            seen.statuses.append(params.response.status)
            seen.is_global = "X-RateLimit-Global" in headers or scope == "global"

    config = aiohttp.TraceConfig()
    config.on_request_start.append(begin)
    config.on_request_headers_sent.append(sent)
    config.on_request_exception.append(fail)
    config.on_request_end.append(note)
    return config


def code_of(error: BaseException) -> int:
    """Discord's own number for what went wrong, 0 if it gave none."""
    cause = error.__cause__
    code: object = cause.code if isinstance(cause, discord.HTTPException) else 0
    return code if isinstance(code, int) else 0


async def ask(
    request: Awaitable[Any],
    where: str,
    read: Callable[[Any], T],
    *,
    within_s: float = CALL_TIMEOUT_S,
    once: bool = False,
) -> T:
    """Await a call of discord.py and read its answer.

    Args:
        request: one call; discord.py may try it several times.
        where: what it is for, in an error's words ("channel 1").
        within_s: after this long the outcome is unknown.
        once: never let the library repeat a try that may have been stored.
        read: makes the result of Discord's JSON; what it cannot read counts as no answer.

    Raises:
        DeliveryError: and no other.
    """
    seen = _Seen(once=once)
    token = _seen.set(seen)
    try:
        async with asyncio.timeout(within_s):
            return read(await request)
    except (
        discord.DiscordException,
        aiohttp.ClientError,
        OSError,  # TimeoutError is one
        # discord.py and `read` take the JSON apart without looking; a closed session is a RuntimeError
        *(ValueError, TypeError, LookupError, AttributeError, RuntimeError),
    ) as error:
        raise _translated(error, seen, where) from error
    finally:
        _seen.reset(token)


def _stop_repeating() -> None:
    """discord.py repeats a 500 by itself, which only a nonce makes harmless."""
    seen = _seen.get()
    if seen is not None and seen.once and _may_be_stored(seen):
        raise _MayBeStoredError


def _translated(error: Exception, seen: _Seen, where: str) -> DeliveryError:
    meaning = _meaning(error, seen, where)
    if _may_be_stored(seen) and isinstance(meaning, TemporaryDeliveryError):
        return UncertainDeliveryError(f"{meaning} An earlier try may have been stored.")
    return meaning


def _may_be_stored(seen: _Seen) -> bool:
    return any(status in _SERVER_ERRORS for status in seen.statuses)


def _meaning(error: Exception, seen: _Seen, where: str) -> DeliveryError:
    match error:
        case discord.LoginFailure():
            return TokenRefusedError(TOKEN_REFUSED)
        case discord.RateLimited():
            return _limited(where, error.retry_after, lane_wide=seen.is_global)
        case discord.HTTPException():
            return _refused(error, seen, where)
        case LookupError() | TypeError() if seen.statuses[-1:] == [429]:  # it names no wait
            return _limited(where, UNKNOWN_REFUSAL.total_seconds(), lane_wide=seen.is_global)
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return TemporaryDeliveryError(
                f"Discord cannot be reached for {where} ({type(error).__name__}): check the network."
            )
        case _:
            return UncertainDeliveryError(
                f"Discord gave no usable answer for {where} ({type(error).__name__}); {AGAIN}"
            )


def _refused(error: discord.HTTPException, seen: _Seen, where: str) -> DeliveryError:  # noqa: PLR0911 - one line a meaning
    raw: Any = error.code  # the answer may hold anything
    code = raw if isinstance(raw, int) else 0
    said = f"{error.status}, code {code}: {cut(clean(str(error.text)), 200)}"
    match error.status, code:
        case 401, _:
            return TokenRefusedError(TOKEN_REFUSED)
        case _, code if code in _EDITED_TOO_OFTEN:
            return TemporaryDeliveryError(
                f"Discord limits edits of old or published messages in {where}; the edit waits.",
                OLD_EDITS,
            )
        case 429, _:
            return _too_many(error, seen, where)
        case 404, 10008:
            return MessageGoneError(f"The message in {where} was deleted by a person.")
        case 403, 50005 | 50021:  # concerns this message alone, not the channel
            return MessageGoneError(f"The message in {where} is no longer ours to edit ({said}).")
        case status, _ if code in _DESTINATION or status in {403, 404}:
            reason = _DESTINATION.get(code, "check the channel and the bot's permissions there")
            return DestinationRefusedError(f"Discord refuses {where} ({said}): {reason}.")
        case 400 | 413, _:
            return RefusedPayloadError(
                f"Discord refuses this message for {where} ({said}): report it as a bug."
            )
        case status, _ if status in _CLIENT_ERRORS:
            return TemporaryDeliveryError(
                f"Discord or a proxy refuses {where} ({said}): check [discord] api_base.",
                UNKNOWN_REFUSAL,
            )
        case _:
            return UncertainDeliveryError(f"Discord failed for {where} ({said}); {AGAIN}")


def _too_many(error: discord.HTTPException, seen: _Seen, where: str) -> DeliveryError:
    """A 429 that discord.py gave up on; one that is not from Discord itself is a ban of our address."""
    headers = error.response.headers
    if "Via" in headers and headers.get("Content-Type") == "application/json":
        return _limited(where, headers.get("Retry-After"), lane_wide=seen.is_global)
    return TemporaryDeliveryError(
        "Discord's guard blocks this address (429 without a rate limit): all sending waits; "
        "look for refused requests in the log.",
        max(BAN, _wait(headers.get("Retry-After"))),
        lane_wide=True,
    )


def _limited(where: str, retry_after: object, *, lane_wide: bool) -> TemporaryDeliveryError:
    scope = "the whole bot" if lane_wide else where
    return TemporaryDeliveryError(
        f"Discord's rate limit for {scope} is reached; sending waits.",
        _wait(retry_after),
        lane_wide=lane_wide,
    )


def _wait(seconds: object) -> timedelta:
    """What Discord asks for, from the JSON or the header; bounded, since both may hold anything."""
    try:
        number = float(str(seconds))
    except ValueError:
        number = 1.0
    return timedelta(
        seconds=min(max(number, 0.0), RETRY_AFTER_MAX_S) if math.isfinite(number) else 1
    )
