"""The channels of our Discord: what is in them, what it refuses, and how fast it may be asked."""

import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from aiohttp import web

from tests.servers import discord_rules
from tests.servers.discord_answers import refusal, reply, too_many
from tests.servers.discord_gateway import BOT, GUILD
from tests.servers.discord_threads import FORUMS, Threads

# https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
GLOBAL_PER_S = 50
# Seen in practice, not promised: read the headers.
CHANNEL_POSTS, CHANNEL_WINDOW_S = 5, 5.0
# "The past few minutes": https://docs.discord.com/developers/resources/message#create-message
NONCE_S = 300.0

DISCORD_EPOCH_S = 1_420_070_400  # ids begin there, with the time in their upper bits

ChannelState = Literal["open", "no_access", "no_send", "no_history"]


@dataclass(slots=True, kw_only=True)
class Stored:
    """A message with everything it showed before."""

    message: dict[str, Any]
    history: list[dict[str, Any]] = field(default_factory=list)
    deleted: bool = False


class GlobalLimit:
    """https://docs.discord.com/developers/topics/rate-limits#global-rate-limit."""

    def __init__(self) -> None:
        self._latest: deque[float] = deque()

    def refuse(self, now: float) -> web.Response | None:
        """Count a request; the refusal, if it is one too many in this second."""
        while self._latest and self._latest[0] <= now - 1:
            self._latest.popleft()
        if len(self._latest) < GLOBAL_PER_S:
            self._latest.append(now)
            return None
        return too_many(self._latest[0] + 1 - now, "global")


class Channels:
    """Every channel the bot may ask for.

    Attributes:
        states: what the bot may do in each; a channel that is not here does not exist.
        details: what else Discord tells of a channel, over the defaults of `_channel`.
        messages: everything that was ever stored, by id, oldest first.
        buckets: keep the limits of posts and edits a channel, with their headers.
        threads: what hangs below the channels.
        closed_dms: members who take no direct messages.
    """

    def __init__(self, nonce_s: float, *, buckets: bool) -> None:
        self.states: dict[str, ChannelState] = {}
        self.details: dict[str, dict[str, Any]] = {}
        self.messages: dict[str, Stored] = {}
        self.buckets = buckets
        self._nonce_s = nonce_s
        self._nonces: dict[str, tuple[str, float]] = {}
        self.threads = Threads(self)
        self.closed_dms: set[str] = set()
        self._windows: dict[str, tuple[float, int]] = {}
        self._ids = count(int(time.time() - DISCORD_EPOCH_S) * 1000 << 22)

    def next_id(self) -> str:
        """A fresh one, with the time in it."""
        return str(next(self._ids))

    def shown(self, channel: str) -> list[dict[str, Any]]:
        """What a reader of this channel sees, oldest first."""
        stored = [s.message for s in self.messages.values() if not s.deleted]
        return [message for message in stored if message["channel_id"] == channel]

    def answer(self, method: str, channel: str, rest: list[str], body: Any) -> web.Response:
        """Answer a request below /channels/{channel}."""
        state = self.states.get(channel)
        if state is None or state == "no_access":
            return refusal(10003 if state is None else 50001)
        match method, rest:
            case "GET", []:
                return self._channel(channel)
            case "PATCH", []:
                return self.threads.change(channel, body)
            case _, ["threads", *which]:
                return self._threads(method, channel, which, body)
            case _, ["messages", *which]:
                return self._messages(method, channel, which, body)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def _threads(self, method: str, channel: str, which: list[str], body: Any) -> web.Response:
        match method, which:
            case "GET", ["archived", "public"]:
                return self.threads.put_away(channel)
            case "POST", [] if self.states[channel] == "no_send":
                return refusal(50013)
            case "POST", []:
                return self.threads.start(channel, body)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def direct(self, member: str) -> web.Response:
        """Open the direct messages with a member; that he takes none shows when one is sent."""
        channel = f"7{member[1:]}"
        self.states[channel] = "open"
        self.details[channel] = {"type": 1, "recipient": member}
        return reply({"id": channel, "type": 1, "recipients": [], "last_message_id": None})

    def _messages(self, method: str, channel: str, which: list[str], body: Any) -> web.Response:
        state = self.states[channel]
        if (method, state) == ("POST", "no_send"):
            return refusal(50013)
        match method, which:
            case "GET", []:
                return reply([] if state == "no_history" else self.shown(channel)[:-101:-1])
            case "POST", []:
                return self._post(channel, body)
            case _, [message, *rest]:
                return self._about_one([method, *rest], channel, message, body)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def _about_one(self, asked: list[str], channel: str, message: str, body: Any) -> web.Response:
        match asked:
            case ["GET"]:
                return self._one(message)
            case ["PATCH"]:
                return self._patch(channel, message, body)
            case ["POST", "threads"]:
                return self.threads.start_from(channel, message, body)
            case ["POST", "crosspost"]:
                return self.threads.crosspost(channel, message)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def _one(self, message: str) -> web.Response:
        stored = self.messages.get(message)
        return refusal(10008) if stored is None or stored.deleted else reply(stored.message)

    def _channel(self, channel: str) -> web.Response:
        """Deleted messages count for the latest."""
        messages = [s.message for s in self.messages.values()]
        ids = [message["id"] for message in messages if message["channel_id"] == channel]
        told = {"id": channel, "type": 0, "guild_id": GUILD, "name": "trades", "position": 0}
        told |= {"parent_id": None, "permission_overwrites": [], "nsfw": False}
        told |= {"last_message_id": ids[-1] if ids else None}
        return reply(told | self.details.get(channel, {}))

    def _takes_none(self, channel: str) -> int:
        """Why no message can be posted there, as Discord's code; 0 where one can."""
        details = self.details.get(channel, {})
        if details.get("type") in FORUMS:
            return 40058
        if details.get("recipient") in self.closed_dms:
            return 50007
        return 0 if self.threads.reopened(channel) else 50083

    def _post(self, channel: str, body: dict[str, Any]) -> web.Response:
        if code := self._takes_none(channel):
            return refusal(code)
        headers, limited = self._bucket("posts", channel)
        if limited is not None:
            return limited
        if problems := discord_rules.limits(body):
            return refusal(50035, errors=problems)
        nonce = str(body.get("nonce"))
        known, until = self._nonces.get(nonce, ("", 0.0))
        if body.get("enforce_nonce") and time.monotonic() < until:
            stored = self.messages[known]
            return refusal(10008) if stored.deleted else reply(stored.message, headers=headers)
        message = self.keep(self.next_id(), channel, body)
        self._nonces[nonce] = (message["id"], time.monotonic() + self._nonce_s)
        return reply(message, headers=headers)

    def keep(self, number: str, channel: str, body: dict[str, Any]) -> dict[str, Any]:
        """Store a message."""
        message = _message(number, channel, body)
        self.messages[number] = Stored(message=message)
        return message

    def _patch(self, channel: str, message: str, body: dict[str, Any]) -> web.Response:
        stored = self.messages.get(message)
        if stored is None or stored.deleted:
            return refusal(10008)
        if self.threads.is_closed(channel):
            return refusal(50083)
        headers, limited = self._bucket("edits", channel)
        if limited is not None:
            return limited
        if problems := discord_rules.limits(body):
            return refusal(50035, errors=problems)
        stored.history.append(dict(stored.message))
        changed = {k: v for k, v in body.items() if k in {"content", "embeds", "components"}}
        stored.message |= changed | {"edited_timestamp": "2025-10-07T16:00:01+00:00"}
        stored.message["content"] = stored.message["content"] or ""
        return reply(stored.message, headers=headers)

    def _bucket(self, name: str, channel: str) -> tuple[dict[str, str], web.Response | None]:
        """The headers of this channel's bucket, and the refusal if it is empty."""
        if not self.buckets:
            return {}, None
        now = time.monotonic()
        place = f"{name} {channel}"
        until, used = self._windows.get(place, (0.0, 0))
        if now >= until:
            until, used = now + CHANNEL_WINDOW_S, 0
        self._windows[place] = (until, used + 1)
        headers = {
            "X-RateLimit-Bucket": name,
            "X-RateLimit-Limit": str(CHANNEL_POSTS),
            "X-RateLimit-Remaining": str(max(CHANNEL_POSTS - used - 1, 0)),
            "X-RateLimit-Reset": f"{time.time() + until - now:.3f}",
            "X-RateLimit-Reset-After": f"{until - now:.3f}",
        }
        if used < CHANNEL_POSTS:
            return headers, None
        return headers, too_many(until - now, "user", headers)


def _message(number: str, channel: str, body: dict[str, Any]) -> dict[str, Any]:
    roles = [str(role) for role in (body.get("allowed_mentions") or {}).get("roles") or []]
    return {
        "id": number,
        "channel_id": channel,
        "author": BOT,
        "content": body.get("content") or "",
        "embeds": body.get("embeds") or [],
        "components": body.get("components") or [],
        "nonce": body.get("nonce"),
        "timestamp": "2025-10-07T16:00:00+00:00",
        "edited_timestamp": None,
        "type": 0,
        "flags": 0,
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        "mention_roles": [role for role in roles if f"<@&{role}>" in (body.get("content") or "")],
        **{name: [] for name in ("mentions", "attachments")},
    }
