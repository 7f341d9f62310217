"""What the fake Slack knows and answers: channels, messages with their edits, tokens, pace. No network here."""

import itertools
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.servers import slack_rules
from tests.servers.slack_directory import Directory, UnknownError
from tests.servers.slack_oauth import SCOPES, Grants, NotGrantedError

BOT_TOKEN, APP_TOKEN = "xoxb-good", "xapp-good"
BOT_ID = "B0GRIDWIRE"
CHANNEL_ID = re.compile(r"[CDGU][A-Z0-9]+")  # a user's id means the direct message to them
MIN_GAP_S = 1.0  # https://docs.slack.dev/apis/web-api/rate-limits: one message a second and channel
MAX_PAGE = 999  # https://docs.slack.dev/reference/methods/conversations.history
DEFAULT_PAGE = 100
HISTORY = {"channels:history", "groups:history"}

Json = dict[str, Any]


class RefusedError(Exception):
    """Slack says no; the text is its error code."""


class BusyError(Exception):
    """Too many messages for this channel."""


@dataclass(slots=True, kw_only=True)
class Stored:
    """A message as readers see it, and what it showed before.

    Attributes:
        below: the message in whose thread it stands; empty for one of the channel.
        broadcast: whether the channel shows a reply as well.
    """

    ts: str
    shown: Json
    earlier: list[Json] = field(default_factory=list)
    below: str = ""
    broadcast: bool = False


class Workspace:
    """One workspace.

    Attributes:
        paced: whether messages to a channel must be a second apart.
        channels: ids by name; ids themselves need no entry.
        ephemeral: bodies of messages that one reader saw.
        tickets: Socket Mode tickets that were not used yet.
        directories: who and what is there, by the token that may ask.
        scopes: what the app may do.
        grants: the tokens of those that installed the app.
    """

    def __init__(self, *, paced: bool) -> None:
        self.paced = paced
        self.scopes = SCOPES
        self.channels: dict[str, str] = {}
        self.messages: dict[str, list[Stored]] = defaultdict(list)
        self.ephemeral: list[Json] = []
        self.tickets: set[str] = set()
        self.directories = {BOT_TOKEN: Directory(team="T1")}
        self.grants = Grants()
        self._serial = itertools.count(1)
        self._last: dict[str, float] = {}

    def answer(self, method: str, body: Json, token: str) -> Json:
        """What Slack answers to one call.

        Raises:
            RefusedError: with Slack's code.
            BusyError: too soon after the channel's last message.
        """
        accepted = {APP_TOKEN} if method == "apps.connections.open" else {*self.directories}
        if token in self.grants.revoked:
            raise RefusedError("token_revoked")
        if token not in accepted and method != "oauth.v2.access":
            raise RefusedError("invalid_auth" if token else "not_authed")
        return self._answer(method, body, token)

    def _answer(self, method: str, body: Json, token: str) -> Json:
        match method:
            case "apps.connections.open":
                return {"ticket": self._ticket()}
            case "chat.postMessage":
                return self._post(body)
            case "chat.update":
                return self._update(body)
            case "chat.postEphemeral":
                self.ephemeral.append({**body, "channel": self._channel(body)})
                return {"message_ts": self._ts()}
            case "conversations.history" | "conversations.replies":
                return self._history(body) if method.endswith("history") else self._replies(body)
            case _:
                return self._told(method, body, token)

    def _granted(self, body: Json, authorization: str) -> Json:
        """A new token, which may ask from now on."""
        try:
            answer = self.grants.access(body, authorization)
        except NotGrantedError as refused:
            raise RefusedError(str(refused)) from refused
        self.directories[answer["access_token"]] = Directory(team=answer["team"]["id"])
        return answer

    def _told(self, method: str, body: Json, token: str) -> Json:
        if method == "oauth.v2.access":
            return self._granted(body, token)
        here = self.directories[token]
        if method == "auth.test":
            return {"team_id": here.team, "user_id": "U0", "bot_id": BOT_ID, "team": "T"}
        try:
            return here.answer(method, body)
        except UnknownError as unknown:
            raise RefusedError(str(unknown)) from unknown

    def _post(self, body: Json) -> Json:
        channel = self._channel(body)
        self._pace(channel)
        message = Stored(
            ts=self._ts(),
            shown=_checked(body),
            below=str(body.get("thread_ts", "")),
            broadcast=str(body.get("reply_broadcast")).lower() in {"1", "true"},
        )
        self.messages[channel].append(message)
        return {"channel": channel, "ts": message.ts, "message": _seen(message, with_metadata=True)}

    def _update(self, body: Json) -> Json:
        channel = self._channel(body)
        found = next((m for m in self.messages[channel] if m.ts == body.get("ts")), None)
        if found is None:
            raise RefusedError("message_not_found")
        found.earlier.append(found.shown)
        found.shown = _checked(body)
        return {"channel": channel, "ts": found.ts, "text": found.shown["text"]}

    def _history(self, body: Json) -> Json:
        """Newest first; `cursor` is how many were shown already."""
        if not HISTORY.issubset(self.scopes):
            raise RefusedError("missing_scope")
        channel = str(body.get("channel", ""))
        if not CHANNEL_ID.fullmatch(channel):
            raise RefusedError("channel_not_found")
        limit = min(int(body.get("limit", DEFAULT_PAGE)), MAX_PAGE)
        start = int(body.get("cursor") or 0)
        newest = [m for m in self.messages[channel][::-1] if not m.below or m.broadcast]
        with_metadata = str(body.get("include_all_metadata")).lower() in {"1", "true"}
        page = [_seen(m, with_metadata=with_metadata) for m in newest[start : start + limit]]
        more = len(newest) > start + limit
        cursor = {"response_metadata": {"next_cursor": str(start + limit)}} if more else {}
        return {"messages": page, "has_more": more, **cursor}

    def _replies(self, body: Json) -> Json:
        """The message and its thread, oldest first; `cursor` is how many were shown already."""
        if not HISTORY.issubset(self.scopes):
            raise RefusedError("missing_scope")
        channel, ts = str(body.get("channel", "")), str(body.get("ts", ""))
        thread = [m for m in self.messages[channel] if ts in {m.ts, m.below}]
        if not thread:
            raise RefusedError("thread_not_found")
        limit = min(int(body.get("limit", DEFAULT_PAGE)), MAX_PAGE)
        start = int(body.get("cursor") or 0)
        with_metadata = str(body.get("include_all_metadata")).lower() in {"1", "true"}
        page = [_seen(m, with_metadata=with_metadata) for m in thread[start : start + limit]]
        more = len(thread) > start + limit
        cursor = {"response_metadata": {"next_cursor": str(start + limit)}} if more else {}
        return {"messages": page, "has_more": more, **cursor}

    def _channel(self, body: Json) -> str:
        name = str(body.get("channel", ""))
        if CHANNEL_ID.fullmatch(name):
            return name
        if name.lstrip("#") not in self.channels:
            raise RefusedError("channel_not_found")
        return self.channels[name.lstrip("#")]

    def _pace(self, channel: str) -> None:
        now = time.monotonic()
        if self.paced and now - self._last.get(channel, -MIN_GAP_S) < MIN_GAP_S:
            raise BusyError
        self._last[channel] = now

    def _ticket(self) -> str:
        ticket = f"secret-ticket-{next(self._serial)}"
        self.tickets.add(ticket)
        return ticket

    def _ts(self) -> str:
        return f"1700000000.{next(self._serial):06d}"


def _checked(body: Json) -> Json:
    """The message of a request, if Slack would take it."""
    blocks = body.get("blocks") or []
    if slack_rules.total(body) > slack_rules.PLATFORM_TOTAL:
        raise RefusedError("msg_blocks_too_long")
    if len(blocks) > slack_rules.MAX_BLOCKS or any(map(slack_rules.block_problems, blocks)):
        raise RefusedError("invalid_blocks")
    if not (blocks or body.get("text")):
        raise RefusedError("no_text")
    return {"text": body.get("text", ""), "blocks": blocks, "metadata": body.get("metadata")}


def _seen(message: Stored, *, with_metadata: bool) -> Json:
    hidden = set() if with_metadata and message.shown["metadata"] else {"metadata"}
    shown = {name: value for name, value in message.shown.items() if name not in hidden}
    return {"type": "message", "ts": message.ts, "bot_id": BOT_ID, **shown}
