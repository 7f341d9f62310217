"""Answers where the question was asked: by the address that came with it, or in a window.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack import socket
from adapters.slack.blocks import Block, section
from adapters.slack.commands import form, views
from adapters.slack.commands.asker import Asker
from bot.errors import DeliveryError, UsageError

log = logging.getLogger(__name__)

TITLE = "Gridwire"
SLACKS = {"hooks.slack.com", "hooks.slack-gov.com"}


async def say(
    asker: Asker,
    text: str,
    blocks: list[Block],
    *,
    in_channel: bool = False,
    replace: bool = False,
) -> bool:
    """Answer; False where that failed, which is logged: whoever asked can ask again.

    Args:
        text: inert, for notifications and screen readers.
        in_channel: everybody in the channel sees it.
        replace: the message whose button was pressed becomes this one.
    """
    if asker.view:
        return await _in_window(asker, text, blocks)
    body: dict[str, Any] = {
        "response_type": "in_channel" if in_channel else "ephemeral",
        "replace_original": replace,
        "text": text,
        "unfurl_links": False,
        "unfurl_media": False,
    }
    return await _send(asker, {**body, "blocks": blocks} if blocks else body)


async def _in_window(asker: Asker, text: str, blocks: list[Block]) -> bool:
    """A form that was sent shows its answer itself; over the home tab a window opens."""
    shown = blocks or [section([text])]
    try:
        if asker.view.get("type") == "home":
            await views.open_window(asker, form.modal(TITLE, shown))
        else:
            await views.change_window(asker, TITLE, shown)
    except (DeliveryError, UsageError) as error:
        log.warning("slack answer lost", extra={"problem": str(error)})
        return False
    return True


async def _send(asker: Asker, body: dict[str, Any]) -> bool:
    if not _is_slacks(asker):
        log.warning("slack answer without an address")
        return False
    hook = AsyncWebhookClient(
        asker.answer_url,
        timeout=asker.client.timeout,
        session=asker.client.session,
        logger=socket.QUIET,
        retry_handlers=[],  # a repeated answer would be shown twice
    )
    try:
        answered = await hook.send_dict(body)
    except (aiohttp.ClientError, TimeoutError, OSError) as lost:
        log.warning("slack answer lost", extra={"problem": type(lost).__name__})
        return False
    if answered.status_code != HTTPStatus.OK:
        log.warning("slack answer refused", extra={"status": answered.status_code})
    return answered.status_code == HTTPStatus.OK


def _is_slacks(asker: Asker) -> bool:
    """Whether the address is Slack's, or of where this app was told that Slack is."""
    try:
        url, api = urlsplit(asker.answer_url), urlsplit(asker.client.base_url)
    except ValueError:
        return False
    told = url.hostname in SLACKS and url.scheme == "https"
    return told or (bool(url.netloc) and (url.scheme, url.netloc) == (api.scheme, api.netloc))
