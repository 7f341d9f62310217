"""The gateway of our Discord: hello, identify, heartbeats, resume, and a reader who presses a button.

https://docs.discord.com/developers/events/gateway
"""

import asyncio
import json
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web

from tests.servers.discord_answers import reply

APPLICATION, GUILD, READER = "900000000000000001", "900000000000000002", "900000000000000004"
BOT = {"id": APPLICATION, "username": "gridwire", "discriminator": "0", "avatar": None, "bot": True}
_MEMBER = {"id": READER, "username": "reader", "discriminator": "0", "avatar": None}

HELLO, ACK, DISPATCH = 10, 11, 0
HEARTBEAT, IDENTIFY, RESUME = 1, 2, 6
RECONNECT, INVALID_SESSION = 7, 9


class Gateway:
    """One websocket after the other.

    Attributes:
        down: refuse every connection with 503.
        mute: say hello to nobody.
        deaf: acknowledge no heartbeat.
        close_codes: taken one by one, instead of READY, by those who identify.
        identifies: what was sent to identify.
        resumes: what was sent to resume.
        shards: how many connections Discord wants.
        remaining: how often the bot may still identify today.
        callbacks: the answers to presses, put here by the REST side.
        guilds: the servers that the bot is in.
        outages: more of them, which READY lists and no GUILD_CREATE follows.
    """

    def __init__(self, token: str | None) -> None:
        self.down = self.mute = self.deaf = False
        self.close_codes: list[int] = []
        self.identifies: list[dict[str, Any]] = []
        self.resumes: list[dict[str, Any]] = []
        self.shards, self.remaining = 1, 1000
        self.heartbeats = 0
        self.callbacks: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.ready = asyncio.Event()
        self.guilds = [guild()]
        self.outages: list[str] = []
        self.url = ""
        self._token = token
        self._sockets: list[web.WebSocketResponse] = []
        self._numbers, self._ids = count(1), count(1_500_000_000_000_000_000)

    def address(self) -> web.Response:
        """What /gateway/bot answers."""
        sessions = {"total": 1000, "reset_after": 14_400_000, "max_concurrency": 1}
        sessions |= {"remaining": self.remaining}
        return reply({"url": self.url, "shards": self.shards, "session_start_limit": sessions})

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Run one connection."""
        if self.down:
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._sockets.append(socket)
        if not self.mute:
            await self._send(socket, HELLO, {"heartbeat_interval": 300 if self.deaf else 1000})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._receive(socket, json.loads(frame.data))
        return socket

    async def drop(self, code: int = 4000) -> None:
        """Close the open connections."""
        self.ready.clear()
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            await socket.close(code=code)

    async def press(self, message: dict[str, Any]) -> dict[str, Any]:
        """Press the first button of a message; returns what the bot answers."""
        number = str(next(self._ids))
        button = message["components"][0]["components"][0]
        await self._dispatch(
            self._sockets[-1],
            "INTERACTION_CREATE",
            _interaction(number, message, button["custom_id"]),
        )
        async with asyncio.timeout(5):
            return await self.callbacks.get()

    async def tell(self, op: int, *, data: Any) -> None:
        """Send the latest connection something that is no event."""
        self.ready.clear()
        await self._send(self._sockets[-1], op, data)

    async def dispatch(self, event: str, data: Any) -> None:
        """Tell the bot of something that happened."""
        await self._dispatch(self._sockets[-1], event, data)

    async def _receive(self, socket: web.WebSocketResponse, payload: dict[str, Any]) -> None:
        match payload["op"]:
            case 1:
                self.heartbeats += 1
                if not self.deaf:
                    await self._send(socket, ACK, None)
            case 2:
                self.identifies.append(payload["d"])
                await self._identified(socket, payload["d"])
            case 6:
                self.resumes.append(payload["d"])
                await self._dispatch(socket, "RESUMED", {})
                self.ready.set()

    async def _identified(self, socket: web.WebSocketResponse, who: dict[str, Any]) -> None:
        if self.close_codes:
            await socket.close(code=self.close_codes.pop(0))
        elif self._token not in {None, who["token"]}:
            await socket.close(code=4004)
        else:
            await self._dispatch(socket, "READY", self._ready_data() | _shard(who))
            for each in self.guilds:
                await self._dispatch(socket, "GUILD_CREATE", each)
            self.ready.set()

    def _ready_data(self) -> dict[str, Any]:
        numbers = [*(each["id"] for each in self.guilds), *self.outages]
        return {
            "v": 10,
            "user": BOT,
            "guilds": [{"id": number, "unavailable": True} for number in numbers],
            "session_id": "s1",
            "resume_gateway_url": self.url,
            "application": {"id": APPLICATION, "flags": 0},
        }

    async def _dispatch(self, socket: web.WebSocketResponse, event: str, data: Any) -> None:
        await self._send(socket, DISPATCH, data, s=next(self._numbers), t=event)

    async def _send(self, socket: web.WebSocketResponse, op: int, data: Any, **more: Any) -> None:
        await socket.send_str(json.dumps({"op": op, "d": data, "s": None, "t": None, **more}))


def _shard(who: dict[str, Any]) -> dict[str, Any]:
    """READY repeats which of several connections it is."""
    return {"shard": who["shard"]} if "shard" in who else {}


def _interaction(number: str, message: dict[str, Any], custom_id: str) -> dict[str, Any]:
    return {
        "id": number,
        "application_id": APPLICATION,
        "type": 3,
        "token": f"interaction-{number}",
        "version": 1,
        "guild_id": GUILD,
        "channel_id": message["channel_id"],
        "channel": {"id": message["channel_id"], "type": 0, "name": "trades", "permissions": "0"}
        | {"position": 0, "parent_id": None, "last_message_id": message["id"]},
        "member": {"user": _MEMBER, "roles": [], "deaf": False, "mute": False, "flags": 0}
        | {"joined_at": "2020-01-01T00:00:00+00:00", "permissions": "0"},
        "message": message,
        "app_permissions": "0",
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD},
        "attachment_size_limit": 10_485_760,
        "data": {"custom_id": custom_id, "component_type": 2},
    }


def guild(number: str = GUILD, **more: Any) -> dict[str, Any]:
    """A server as the gateway tells it."""
    everyone = {"id": number, "name": "@everyone", "color": 0, "hoist": False, "position": 0}
    everyone |= {"permissions": "0", "managed": False, "mentionable": False, "flags": 0}
    lists = ("emojis", "features", "stickers", "voice_states", "members", "presences", "channels")
    lists += ("threads", "stage_instances", "guild_scheduled_events", "soundboard_sounds")
    return {
        "id": number,
        "name": "readers",
        "owner_id": READER,
        "roles": [everyone],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "afk_timeout": 300,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "system_channel_flags": 0,
        "unavailable": False,
        **{name: [] for name in lists},
        **more,
    }
