"""Posts, edits and finds cards in Slack.

chat.postMessage has no idempotency key, so every message carries a mark of its delivery in its metadata, and
a post with unknown outcome is looked for in the history: https://docs.slack.dev/messaging/message-metadata
"""

import base64
import hashlib
import logging
import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack import render, updates
from adapters.slack.errors import NoThreadError, PayloadRefusedError, answer
from adapters.slack.limits import Limits
from adapters.slack.notices import Notices
from adapters.slack.pace import Pace
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import Card, DeliveryKey, Destination, DestinationId, Errand, MessageRef

log = logging.getLogger(__name__)

EVENT_TYPE = "gridwire_card"
MARK_LENGTH = 25
LOOK_BACK_MESSAGES = 100

Call = Callable[..., Awaitable[AsyncSlackResponse]]

_CHANNEL_ID = re.compile(r"[CDG][A-Z0-9]+")  # names are lower case
_TS = re.compile(r"\d+\.\d+")


class SlackNotifier:
    """Every workspace that the app is in, as the delivery lanes see it.

    Attributes:
        settle_s: seconds after which a request with unknown outcome can no longer land. The client hangs up
            after `request_timeout_s`, counted from before the connection was made; what it had written by
            then may still be on its way or in work at Slack, for which another half is allowed.
        pace: keeps the calls for one channel apart.
        limits: what Slack asked to leave alone beyond that.
    """

    def __init__(
        self, web: AsyncWebClient, workspaces: Workspaces, *, request_timeout_s: float
    ) -> None:
        self.settle_s = 1.5 * request_timeout_s
        self.pace = Pace()
        self.errand_s = updates.lasts_s(request_timeout_s)
        self._look_s = 2 * request_timeout_s
        self._web, self._workspaces = web, workspaces
        self._notices = Notices(web, workspaces)
        self.limits = Limits()
        self._ids: dict[str, str] = {}  # configured name -> channel id, as Slack told

    def rest_s(self, destination: DestinationId) -> float:
        """As far as is known; a call that comes sooner waits for its turn."""
        return self.pace.rest_s(destination)

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Post a card under this key; as plain text if Slack does not take its blocks.

        A notice goes into the thread of the card that it is about, and is shown in the channel as well.
        """
        thread = _thread(under)
        try:
            return await self._post(to, _new(render.card(card, to.manner.style), key) | thread)
        except PayloadRefusedError as error:
            _log_refused("blocks", key, error)
            return await self._post(to, _new(render.plain(card), key) | thread)
        except NoThreadError as error:
            _log_refused("thread", key, error)
            return await self._post(to, _new(render.card(card, to.manner.style), key))

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make the message show this card; as plain text if Slack does not take its blocks."""
        try:
            await self._edit(to, ref, render.card(card, to.manner.style), key)
        except PayloadRefusedError as error:
            _log_refused("blocks", key, error)
            await self._edit(to, ref, render.plain(card), key)

    async def gathers(self, to: Destination) -> bool:
        """A digest is a card as any other."""
        del to
        return True

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """A word in its thread of what changed, where the channel asked for that."""
        del ref
        return updates.owed(card) if to.manner.thread else {}

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """Tell it in the card's thread, unless an earlier try did."""
        if not updates.is_one(errand):
            raise PermanentDeliveryError(f"This version knows no errand called {errand.what!r}.")
        if errand.tries and await updates.look(self._look_s, self._is_told(errand, to)):
            return
        asked = updates.reply(errand)
        what = f"chat.postMessage in a thread of {to.channel}"
        await self._ask(to, self._web.chat_postMessage, asked, what)

    async def _is_told(self, errand: Errand, to: Destination) -> bool:
        """Whether the card's thread has this word already."""
        what, call = f"conversations.replies in {to.channel}", self._web.conversations_replies
        cursor = ""
        for _ in range(updates.MOST_PAGES):
            asked = updates.search(errand, cursor)
            here, page = await self._ask(to, call, asked, what, right_missing=HistoryRefusedError)
            if updates.found(page, errand, here.bot_id):
                return True
            cursor = updates.following(page)
            if not cursor:
                return False
        raise PermanentDeliveryError(f"{what} has more to read than an update is worth")

    async def repeat_safe_s(self, to: Destination) -> float:
        """Slack would show a repeated post twice, at any time."""
        del to
        return 0.0

    async def shows_history(self, to: Destination) -> bool:
        """By the scopes of the workspace's token."""
        try:
            return (await self._workspaces.of(to.server)).shows_history
        except DeliveryError:  # asked again before anything is sent there
            return False

    async def warn(self, to: Destination, problem: str) -> None:
        """Tell who installed the app, where that is known; else the log is read by who could mend it."""
        await self._notices.warn(to, problem)

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key among the channel's latest.

        Raises:
            HistoryRefusedError: the scope channels:history (or groups:history) is missing, or the channel is
                configured by a name that no post has translated yet; the history takes ids only.
        """
        channel = self._ids.get(to.channel, to.channel)
        if not _CHANNEL_ID.fullmatch(channel):
            raise HistoryRefusedError(
                f"slack channel {to.channel} cannot be looked up by name: configure its id (C...)"
            )
        asked = {"channel": channel, "include_all_metadata": True, "limit": LOOK_BACK_MESSAGES}
        call, what = self._web.conversations_history, f"conversations.history in {channel}"
        here, page = await self._ask(to, call, asked, what, right_missing=HistoryRefusedError)
        messages = page.get("messages")
        if not isinstance(messages, list):  # to read this as "not there" would post twice
            raise UncertainDeliveryError(f"Slack's {what} has no messages: look again")
        return next(_ours(messages, channel, mark(key), here.bot_id), None)

    async def _post(self, to: Destination, message: dict[str, Any]) -> MessageRef:
        what, message = f"chat.postMessage in {to.channel}", {"channel": to.channel, **message}
        _, sent = await self._ask(to, self._web.chat_postMessage, message, what)
        match sent:
            case {"channel": str(channel), "ts": str(ts)} if _TS.fullmatch(ts):
                self._ids[to.channel] = channel
                return MessageRef(f"{channel}:{ts}")
        raise UncertainDeliveryError(f"Slack took {what} without naming the message: look for it")

    async def _edit(
        self, to: Destination, ref: MessageRef, message: render.Message, key: DeliveryKey
    ) -> None:
        channel, _, ts = ref.rpartition(":")
        if not channel:
            raise MessageGoneError(f"{ref!r} is no message in {to.channel}: post the card again")
        asked = {
            "channel": channel,
            "ts": ts,
            "blocks": message.blocks,  # empty: take the earlier ones away
            **_content(message, key),
        }
        await self._ask(to, self._web.chat_update, asked, f"chat.update in {channel}")

    async def _ask(
        self,
        to: Destination,
        call: Call,
        asked: dict[str, Any],
        what: str,
        *,
        right_missing: type[DeliveryError] = DestinationRefusedError,
    ) -> tuple[Workspace, dict[str, Any]]:
        """One call with the token of the destination's workspace.

        Args:
            what: the method, then more words for the messages of errors.
        """
        here, method = await self._workspaces.of(to.server), what.partition(" ")[0]
        try:
            async with self.pace.turn(to.id):
                with self.limits.call(method, here.team, to.id):
                    request = call(**asked, token=here.token)
                    return here, await answer(request, what, right_missing=right_missing)
        except TokenRefusedError as error:
            raise self._workspaces.refused(error) from error


def _log_refused(part: str, key: DeliveryKey, error: DeliveryError) -> None:
    extra = {"part": part, "key": str(key), "error": str(error)}
    log.error("slack refused a part of a card", extra=extra)


def _ours(messages: list[Any], channel: str, wanted: str, bot_id: str) -> Iterator[MessageRef]:
    """References of our messages with this mark; anything misshapen is not ours."""
    for message in messages:
        match message:
            case {"ts": str(ts), "metadata": {"event_payload": {"key": str(found)}}}:
                # Any app may write this metadata: a stranger's message is not ours to edit.
                ours = not bot_id or message.get("bot_id", bot_id) == bot_id
                if ours and found == wanted:
                    yield MessageRef(f"{channel}:{ts}")
            case _:
                pass


def _thread(under: MessageRef | None) -> dict[str, Any]:
    """https://docs.slack.dev/messaging/#threading."""
    if under is None or not _TS.fullmatch(ts := under.rpartition(":")[2]):
        return {}
    return {"thread_ts": ts, "reply_broadcast": True}


def mark(key: DeliveryKey) -> str:
    """What finds a delivery's message again: 25 characters, the same in every instance."""
    digest = hashlib.sha256(str(key).encode()).digest()
    return base64.b32encode(digest).decode()[:MARK_LENGTH]


def _content(message: render.Message, key: DeliveryKey) -> dict[str, Any]:
    return {
        "text": message.text,
        "parse": "none",  # nothing in the text becomes a link or a mention
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": mark(key)}},
    }


def _new(message: render.Message, key: DeliveryKey) -> dict[str, Any]:
    """A new message but for its channel."""
    return {
        "unfurl_links": False,
        "unfurl_media": False,
        "mrkdwn": False,  # the text is foreign; the blocks say themselves what they are
        "blocks": message.blocks or None,
        **_content(message, key),
    }


def payload(card: Card, key: DeliveryKey) -> dict[str, Any]:
    """What a post of this card sends, but for its channel."""
    return _new(render.card(card), key)
