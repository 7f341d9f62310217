"""A word in a card's thread of what changed: what is sent, and how it is found again. Pure but for one time limit.

https://docs.slack.dev/reference/methods/conversations.replies
"""

import asyncio
import base64
import hashlib
from collections.abc import Awaitable, Mapping
from datetime import timedelta
from typing import Any

from adapters.slack import text
from adapters.slack.pace import GAP_S, LATE_S
from bot.errors import TemporaryDeliveryError, UncertainDeliveryError
from bot.model import Card, Errand

EVENT_TYPE = "gridwire_update"
PREFIX = "update "  # stored, so never renamed
TEXT_MAX = 1000
PAGE = 200
MOST_PAGES = 5
_MARK_LENGTH = 25


def lasts_s(request_timeout_s: float) -> float:
    """For how many seconds from its beginning a try may still show something.

    Two time limits to look, one to renew a token, one and a half for the message, and its turn after a card's.
    """
    return 5 * request_timeout_s + 2 * (LATE_S + GAP_S)


def owed(card: Card) -> Mapping[str, str]:
    """One for each version that changed what a reader sees."""
    return {f"{PREFIX}{card.version}": card.news} if card.news else {}


def is_one(errand: Errand) -> bool:
    """Whether it is such a word."""
    return errand.what.startswith(PREFIX)


def reply(errand: Errand) -> dict[str, Any]:
    """The message, below the card alone; nobody is called by it."""
    return {
        **_place(errand, "thread_ts"),
        "text": text.mrkdwn(errand.text, TEXT_MAX),
        "mrkdwn": False,
        "parse": "none",
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": mark(errand)}},
    }


def search(errand: Errand, cursor: str) -> dict[str, Any]:
    """A page of the thread."""
    asked = {**_place(errand, "ts"), "include_all_metadata": True, "limit": PAGE}
    return {**asked, "cursor": cursor} if cursor else asked


def found(page: Mapping[str, Any], errand: Errand, bot_id: str) -> bool:
    """Whether this page of the thread has the word; any app may write its mark, so the bot must be ours.

    Raises:
        UncertainDeliveryError: it is no page: to read it as "not there" would tell it twice.
    """
    messages = page.get("messages")
    if not isinstance(messages, list):
        raise UncertainDeliveryError("Slack's conversations.replies has no messages: look again")
    return any(_is_ours(message, mark(errand), bot_id) for message in messages)


def following(page: Mapping[str, Any]) -> str:
    """Where the next page begins; empty after the last."""
    match page:
        case {"response_metadata": {"next_cursor": str(cursor)}}:
            return cursor
        case _:
            return ""


async def look(limit_s: float, told: Awaitable[bool]) -> bool:
    """Whether it was told, within a time after which the message may still be sent.

    Raises:
        TemporaryDeliveryError: that took too long.
    """
    try:
        async with asyncio.timeout(limit_s):
            return await told
    except TimeoutError as error:
        wait = timedelta(minutes=1)
        raise TemporaryDeliveryError("Slack reads out the thread too slowly", wait) from error


def mark(errand: Errand) -> str:
    """What finds the message again, the same in every process."""
    digest = hashlib.sha256(f"{errand.key}|{errand.what}".encode()).digest()
    return base64.b32encode(digest).decode()[:_MARK_LENGTH]


def _place(errand: Errand, name: str) -> dict[str, str]:
    channel, _, ts = errand.ref.rpartition(":")
    return {"channel": channel, name: ts}


def _is_ours(message: Any, wanted: str, bot_id: str) -> bool:
    match message:
        case {"metadata": {"event_payload": {"key": str(key)}}} if key == wanted:
            return not bot_id or message.get("bot_id", bot_id) == bot_id
        case _:
            return False
