"""Answers in the form of Discord's own."""

import json
from typing import Any, Literal

from aiohttp import web

# https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
REFUSALS = {
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10008: (404, "Unknown Message"),
    50001: (403, "Missing Access"),
    50013: (403, "Missing Permissions"),
    10087: (404, "Unknown Tag"),
    40033: (400, "This message has already been crossposted"),
    40058: (400, "Cannot send a message in a forum channel"),
    40067: (400, "A tag is required to create a forum post in this channel"),
    50007: (403, "Cannot send messages to this user"),
    50024: (400, "Cannot execute action on this channel type"),
    50083: (400, "Thread is archived"),
    160004: (400, "A thread has already been created for this message"),
    50035: (400, "Invalid Form Body"),
}


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
