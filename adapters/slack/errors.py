"""What Slack's answers mean: the one place where its errors become ours.

Slack says most refusals with HTTP 200 and `{"ok": false, "error": code}`; the codes stand under "Errors" of
each method, for one https://docs.slack.dev/reference/methods/chat.postMessage.
"""

from collections.abc import Awaitable, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any, NamedTuple

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)

DEFAULT_WAIT_S = 30  # when Slack does not say how long
LONGEST_WAIT_S = 3600  # an answer is foreign input: it may not silence a lane for days

TOKEN_REFUSED = {
    "account_inactive",
    "invalid_auth",
    "not_authed",
    "org_login_required",
    "token_expired",
    "token_revoked",
    "user_removed_from_team",
}
RIGHT_MISSING = {"access_denied", "missing_scope", "no_permission", "not_allowed_token_type"}
DESTINATION_REFUSED = {
    "channel_not_found": "check the channel's id and invite the bot there with /invite @Gridwire",
    "not_in_channel": "invite the bot to the channel with /invite @Gridwire",
    "is_archived": "unarchive the channel or remove the destination",
    "restricted_action": "allow the app to post there in the workspace's settings",
    "restricted_action_read_only_channel": "allow the app to post in the read-only channel",
    "restricted_action_thread_only_channel": "choose a channel that is not for threads alone",
    "restricted_action_non_threadable_channel": "choose another channel",
    "posting_to_channel_denied": "allow the app to post there in the workspace's settings",
}
MESSAGE_GONE = {"cant_update_message", "edit_window_closed", "message_not_found"}
PAYLOAD_REFUSED = {
    "attachment_payload_limit_exceeded",
    "invalid_arg_value",
    "invalid_arguments",
    "invalid_attachments",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
}
# Of a reply: its thread is closed or gone, and the channel takes the message all the same.
NO_THREAD = {
    "cannot_reply_to_message",
    "invalid_thread_ts",
    "restricted_action_thread_locked",
    "thread_not_found",
}
BUSY = {"ratelimited", "rate_limited"}
UNKNOWN_OUTCOME = {"fatal_error", "internal_error", "request_timeout", "service_unavailable"}


class PayloadRefusedError(PermanentDeliveryError):
    """Slack cannot take this message as it is; plain text may pass."""


class NoThreadError(PermanentDeliveryError):
    """Slack takes no reply to that message; outside of its thread it may."""


class RateLimitedError(TemporaryDeliveryError):
    """Slack names how long to wait."""


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    code: str


async def answer(
    request: Awaitable[AsyncSlackResponse],
    what: str,
    *,
    right_missing: type[DeliveryError] = DestinationRefusedError,
) -> dict[str, Any]:
    """Await one Web API call.

    Args:
        request: the call, not yet awaited.
        what: the method and the channel, for the messages of errors.
        right_missing: the error for a scope or permission that the bot lacks.

    Returns:
        The answer's fields; `ok` is true.

    Raises:
        DeliveryError: whichever says what the refusal or failure means.
    """
    try:
        data = (await request).data
    except SlackApiError as error:
        raise _refusal(_read(error), what, right_missing) from error
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise TemporaryDeliveryError(
            f"Slack could not be reached for {what}: check the network and api_base"
        ) from error
    except (aiohttp.ClientError, TimeoutError) as error:
        raise _unknown(what, "the connection ended before the answer") from error
    except (AttributeError, ValueError, RecursionError) as error:
        # slack_sdk itself trips over a 200 whose body is not a JSON object.
        raise _unknown(what, "the answer could not be read") from error
    if not isinstance(data, dict):
        raise _unknown(what, "the answer could not be read")
    return data


def _unknown(what: str, why: str) -> UncertainDeliveryError:
    return UncertainDeliveryError(
        f"Slack may or may not have done {what}, {why}: look before repeating it"
    )


def _read(error: SlackApiError) -> _Answer:
    """The facts behind an error; slack_sdk attaches aiohttp's response where JSON was broken."""
    match error.response:
        case AsyncSlackResponse(data=dict() as data) as said:
            return _Answer(said.status_code, said.headers, str(data.get("error", "")))
        case AsyncSlackResponse() as said:
            return _Answer(said.status_code, said.headers, "")
        case aiohttp.ClientResponse() as raw:
            return _Answer(raw.status, raw.headers, "")
        case _:
            return _Answer(0, {}, "")


def _refusal(said: _Answer, what: str, right_missing: type[DeliveryError]) -> DeliveryError:
    """What a refusal means, from the surest sign to the least."""
    status, headers, code = said
    if status == HTTPStatus.TOO_MANY_REQUESTS or code in BUSY:
        wait = retry_after(headers)
        return RateLimitedError(
            f"Slack is busy: wait {wait.total_seconds():.0f} s before {what}", wait
        )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or code in UNKNOWN_OUTCOME:
        return _unknown(what, f"it answered {code[:60] or status}")
    if code:
        return _coded(code, what, right_missing)
    if status in {0, HTTPStatus.OK, HTTPStatus.REQUEST_TIMEOUT}:
        return _unknown(what, "the answer could not be read")
    # Slack names its refusals: this one came from something in between.
    return TemporaryDeliveryError(
        f"HTTP {status} instead of an answer of Slack to {what}: check api_base and proxies",
        timedelta(seconds=DEFAULT_WAIT_S),
    )


def _coded(code: str, what: str, right_missing: type[DeliveryError]) -> DeliveryError:
    reason = f"Slack refused {what} ({code[:60]!r})"
    if code in DESTINATION_REFUSED:
        return DestinationRefusedError(f"{reason}: {DESTINATION_REFUSED[code]}")
    for codes, kind, advice in (
        (TOKEN_REFUSED, TokenRefusedError, "put a valid token into the configuration"),
        (RIGHT_MISSING, right_missing, "grant the app this right and install it again"),
        (MESSAGE_GONE, MessageGoneError, "the message is gone or can no longer be edited"),
        (NO_THREAD, NoThreadError, "the card's thread is closed or gone"),
        (PAYLOAD_REFUSED, PayloadRefusedError, "the message does not fit Slack's rules, report it"),
    ):
        if code in codes:
            return kind(f"{reason}: {advice}")
    # A code that we do not know may pass: the channel waits, and is given up only after a day.
    return DestinationRefusedError(f"{reason}: look the code up in the method's documentation")


def retry_after(headers: Mapping[str, str]) -> timedelta:
    """How long Slack asks to wait: whole seconds, bounded, with a default for a header that is not one."""
    value = headers.get("Retry-After", "").strip()
    known = value.isascii() and value.isdigit() and len(value) < 9  # noqa: PLR2004 - far beyond the bound
    seconds = int(value) if known else DEFAULT_WAIT_S
    return timedelta(seconds=min(max(seconds, 1), LONGEST_WAIT_S))
