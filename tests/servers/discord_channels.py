"""The channels of our Discord: what is in them, what it refuses, and how fast it may be asked."""

import json
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal

from aiohttp import web

from tests.servers import discord_rules
from tests.servers.discord_gateway import BOT, GUILD

# https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
GLOBAL_PER_S = 50
# Seen in practice, not promised: read the headers.
CHANNEL_POSTS, CHANNEL_WINDOW_S = 5, 5.0
# "The past few minutes": https://docs.discord.com/developers/resources/message#create-message
NONCE_S = 300.0

# https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
REFUSALS = {
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10008: (404, "Unknown Message"),
    50001: (403, "Missing Access"),
    50013: (403, "Missing Permissions"),
    50035: (400, "Invalid Form Body"),
}

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
        buckets: keep the limit of posts a channel, with its headers.
    """

    def __init__(self, nonce_s: float, *, buckets: bool) -> None:
        self.states: dict[str, ChannelState] = {}
        self.details: dict[str, dict[str, Any]] = {}
        self.messages: dict[str, Stored] = {}
        self.buckets = buckets
        self._nonce_s = nonce_s
        self._nonces: dict[str, tuple[str, float]] = {}
        self._windows: dict[str, tuple[float, int]] = {}
        self._ids = count(1_400_000_000_000_000_000)

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
            case "GET", ["messages"]:
                return reply([] if state == "no_history" else self.shown(channel)[:-101:-1])
            case "POST", ["messages"]:
                return refusal(50013) if state == "no_send" else self._post(channel, body)
            case "PATCH", ["messages", message]:
                return self._patch(message, body)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def _channel(self, channel: str) -> web.Response:
        """Deleted messages count for the latest."""
        messages = [s.message for s in self.messages.values()]
        ids = [message["id"] for message in messages if message["channel_id"] == channel]
        told = {"id": channel, "type": 0, "guild_id": GUILD, "name": "trades", "position": 0}
        told |= {"parent_id": None, "permission_overwrites": [], "nsfw": False}
        told |= {"last_message_id": ids[-1] if ids else None}
        return reply(told | self.details.get(channel, {}))

    def _post(self, channel: str, body: dict[str, Any]) -> web.Response:
        headers, limited = self._bucket(channel)
        if limited is not None:
            return limited
        if problems := discord_rules.limits(body):
            return refusal(50035, errors=problems)
        nonce = str(body.get("nonce"))
        known, until = self._nonces.get(nonce, ("", 0.0))
        if body.get("enforce_nonce") and time.monotonic() < until:
            stored = self.messages[known]
            return refusal(10008) if stored.deleted else reply(stored.message, headers=headers)
        message = _message(str(next(self._ids)), channel, body)
        self.messages[message["id"]] = Stored(message=message)
        self._nonces[nonce] = (message["id"], time.monotonic() + self._nonce_s)
        return reply(message, headers=headers)

    def _patch(self, message: str, body: dict[str, Any]) -> web.Response:
        stored = self.messages.get(message)
        if stored is None or stored.deleted:
            return refusal(10008)
        if problems := discord_rules.limits(body):
            return refusal(50035, errors=problems)
        stored.history.append(dict(stored.message))
        changed = {k: v for k, v in body.items() if k in {"content", "embeds", "components"}}
        stored.message |= changed | {"edited_timestamp": "2025-10-07T16:00:01+00:00"}
        stored.message["content"] = stored.message["content"] or ""
        return reply(stored.message)

    def _bucket(self, channel: str) -> tuple[dict[str, str], web.Response | None]:
        """The headers of this channel's bucket, and the refusal if it is empty."""
        if not self.buckets:
            return {}, None
        now = time.monotonic()
        until, used = self._windows.get(channel, (0.0, 0))
        if now >= until:
            until, used = now + CHANNEL_WINDOW_S, 0
        self._windows[channel] = (until, used + 1)
        headers = {
            "X-RateLimit-Bucket": "posts",
            "X-RateLimit-Limit": str(CHANNEL_POSTS),
            "X-RateLimit-Remaining": str(max(CHANNEL_POSTS - used - 1, 0)),
            "X-RateLimit-Reset": f"{time.time() + until - now:.3f}",
            "X-RateLimit-Reset-After": f"{until - now:.3f}",
        }
        if used < CHANNEL_POSTS:
            return headers, None
        return headers, too_many(until - now, "user", headers)


def too_many(
    wait: float, scope: Literal["global", "user"], headers: dict[str, str] | None = None
) -> web.Response:
    """A 429 as Discord itself sends it."""
    limit = {"X-RateLimit-Scope": scope, "Retry-After": str(int(wait) + 1), **(headers or {})}
    if scope == "global":
        limit["X-RateLimit-Global"] = "true"
    body = {"message": "You are being rate limited.", "retry_after": wait}
    return reply({**body, "global": scope == "global"}, 429, limit)


def reply(
    data: Any,
    status: int = 200,
    headers: dict[str, str] | None = None,
    *,
    via: bool = True,
    raw: str | None = None,
) -> web.Response:
    """An answer as Discord sends it; discord.py compares the content type for equality."""
    text = json.dumps(data) if raw is None else raw
    kept = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(
        body=text.encode(), status=status, headers=kept | ({"Via": "1.1 google"} if via else {})
    )


def refusal(code: int, **more: Any) -> web.Response:
    """One of Discord's numbered errors."""
    status, message = REFUSALS[code]
    more = {"errors": {"_errors": [{"message": str(more["errors"])}]}} if more else {}
    return reply({"message": message, "code": code, **more}, status)


def _message(number: str, channel: str, body: dict[str, Any]) -> dict[str, Any]:
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
        **{name: [] for name in ("mentions", "mention_roles", "attachments")},
    }
