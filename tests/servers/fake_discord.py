"""A Discord of our own on loopback: real sockets, a ledger of what was asked and shown, faults on demand.

In a test: ``async with FakeDiscord(token) as discord``. As a process that outlives the bot:
``python -m tests.servers.fake_discord`` prints its addresses as one line of JSON; ``GET /admin/ledger``, ``GET /admin/arrivals``,
``POST /admin/faults`` and ``POST /admin/channels`` are its controls.

It follows the documentation, so it proves our side of it and nothing about Discord itself.
"""

import argparse
import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Literal, Self

from aiohttp import web

from tests.servers import discord_rules
from tests.servers.discord_answers import reply
from tests.servers.discord_channels import NONCE_S, Channels, GlobalLimit
from tests.servers.discord_gateway import APPLICATION, BOT, Gateway
from tests.servers.discord_guilds import Guilds
from tests.servers.discord_people import People

API = "/api/v10"
CHANNEL = 900_000_000_000_000_003


@dataclass(slots=True, kw_only=True)
class Fault:
    """What happens to the next request with this method and this end of its path; "" is any path.

    Attributes:
        do: reply (do nothing, answer `status`), store_reply (do it, answer `status`), drop and
            store_drop (cut the connection), hang (no answer), delay (do it after `seconds`).
        raw: a body that is not JSON.
        via: whether a reply carries the header by which Discord's own answers are known.
    """

    method: str = "POST"
    suffix: str = "/messages"
    do: Literal["reply", "store_reply", "drop", "store_drop", "hang", "delay"] = "reply"
    status: int = 500
    body: Any = None
    raw: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    via: bool = True
    seconds: float = 0.0


@dataclass(slots=True, kw_only=True)
class Request:
    """One line of the ledger; `t` is monotonic, and a status of 0 means that no answer was given."""

    t: float
    method: str
    path: str
    body: Any
    headers: dict[str, str]
    status: int = 0


class FakeDiscord:
    """The REST side, and the ledger.

    Attributes:
        requests: everything that was asked, oldest first.
        violations: what the rules say against the requests; a test asserts that there is nothing.
        faults: taken in order by the requests that they fit.
        channels: which channels there are, and every message that was ever stored.
        guilds: the server, the bot's roles there, and its commands.
        application: what Discord knows of the application.
        people: whoever uses commands and buttons.
        dates: tells the time of answers.
    """

    def __init__(
        self, token: str | None = None, *, nonce_s: float = NONCE_S, buckets: bool = False
    ) -> None:
        self.requests: list[Request] = []
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.channels = Channels(nonce_s, buckets=buckets)
        self.channels.states[str(CHANNEL)] = "open"
        self.guilds = Guilds()
        self.application = _application()
        self.dates: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.gateway = Gateway(token)
        self.people = People(self.gateway, self.guilds)
        self.api_base = self.admin = ""
        self._token = token
        self._global_limit = GlobalLimit()
        self._stopping = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_route("*", API + "/{tail:.*}", self._rest)
        app.router.add_get("/admin/ledger", self._show)
        app.router.add_get("/admin/arrivals", self._arrivals)
        app.router.add_post("/admin/{control}", self._control)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.api_base, self.admin = f"http://{host}:{port}{API}", f"http://{host}:{port}/admin"
        self.gateway.url = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._stopping.set()
        await self.gateway.drop(code=1001)
        await self._runner.cleanup()

    def calls(self, method: str, suffix: str) -> list[Request]:
        """The requests with this method and this end of their path."""
        return [r for r in self.requests if r.method == method and r.path.endswith(suffix)]

    def shown(self, channel: int | str = CHANNEL) -> list[dict[str, Any]]:
        """What a reader of this channel sees, oldest first."""
        return self.channels.shown(str(channel))

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        entry = Request(
            t=time.monotonic(),
            method=request.method,
            path="/" + request.match_info["tail"],
            body=body,
            headers=dict(request.headers),
        )
        self.requests.append(entry)
        self.violations += discord_rules.errors(entry.method, entry.path, body)
        response = await self._with_fault(request, entry)
        entry.status = response.status
        response.headers.setdefault("Date", format_datetime(self.dates(), usegmt=True))
        return response

    async def _with_fault(self, request: web.Request, entry: Request) -> web.Response:
        fault = self._fault(entry)
        if fault is None:
            return self._answer(entry)
        if fault.do in {"store_reply", "store_drop"}:
            self._answer(entry)
        match fault.do:
            case "reply" | "store_reply":
                return reply(fault.body, fault.status, fault.headers, via=fault.via, raw=fault.raw)
            case "drop" | "store_drop":
                if request.transport is not None:
                    request.transport.abort()
            case "hang":
                await self._stopping.wait()
            case "delay":
                await asyncio.sleep(fault.seconds)
                return self._answer(entry)
        return web.Response(status=599)  # nobody reads it

    def _fault(self, entry: Request) -> Fault | None:
        for fault in self.faults:
            if fault.method == entry.method and entry.path.endswith(fault.suffix):
                self.faults.remove(fault)
                return fault
        return None

    def _answer(self, entry: Request) -> web.Response:
        if entry.path.startswith("/interactions/"):
            return self._callback(entry)  # needs no token, and is exempt from the limit
        if entry.path.startswith("/webhooks/"):
            _, _, _, token, *rest = entry.path.split("/")
            return self.people.webhook(entry.method, token, rest, entry.body)
        if self._token and entry.headers.get("Authorization") != f"Bot {self._token}":
            return reply({"message": "401: Unauthorized", "code": 0}, 401)
        refused = self._global_limit.refuse(entry.t)
        return self._routed(entry) if refused is None else refused

    def _routed(self, entry: Request) -> web.Response:
        match entry.method, entry.path.strip("/").split("/"):
            case "GET", ["gateway"] | ["gateway", "bot"]:
                return self.gateway.address()
            case "GET", ["guilds", guild, "threads", "active"]:
                return self.channels.threads.active(guild)
            case "POST", ["users", "@me", "channels"]:
                return self.channels.direct(str(entry.body["recipient_id"]))
            case method, ["channels", channel, *rest]:
                return self.channels.answer(method, channel, rest, entry.body)
            case "GET", ["guilds", guild, *rest]:
                return self.guilds.answer(guild, rest)
            case _:
                return self._about_us(entry)

    def _about_us(self, entry: Request) -> web.Response:
        match entry.method, entry.path.strip("/").split("/"):
            case "GET", ["users", "@me"]:
                return reply(BOT)
            case "GET", ["oauth2", "applications", "@me"] | ["applications", "@me"]:
                return reply(self.application)
            case "GET", ["users", "@me", "guilds"]:
                return self.guilds.listed()
            case "GET", ["applications", _, "commands"]:
                return reply(self.guilds.commands)
            case "PUT", ["applications", _, "commands"]:
                return self.guilds.register(entry.body)
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def _callback(self, entry: Request) -> web.Response:
        ours = self.people.callback(entry.path.split("/")[3], entry.body)
        if ours is not None:
            return ours
        self.gateway.callbacks.put_nowait(entry.body)
        number = entry.path.split("/")[2]
        return reply({"interaction": {"id": number, "type": 3}})

    async def _show(self, _: web.Request) -> web.Response:
        ledger = {
            "requests": [asdict(request) for request in self.requests],
            "messages": {
                number: asdict(stored) for number, stored in self.channels.messages.items()
            },
            "violations": self.violations,
            "identifies": len(self.gateway.identifies),
        }
        return reply(ledger)

    async def _arrivals(self, _: web.Request) -> web.Response:
        """The ledger's requests without their bodies: cheap enough to be asked often."""
        return reply([[r.t, r.method, r.path, r.status] for r in self.requests])

    async def _control(self, request: web.Request) -> web.Response:
        given = await request.json()
        match request.match_info["control"]:
            case "faults":
                self.faults += [Fault(**fault) for fault in given]
            case "channels":
                self.channels.states |= given
            case _:
                return reply({"message": "no such control"}, 404)
        return reply({})


def _application() -> dict[str, Any]:
    owner = {"id": "900000000000000004", "username": "owner", "discriminator": "0", "avatar": None}
    named = {"id": APPLICATION, "name": "gridwire", "icon": None, "description": "", "summary": ""}
    flags = {"bot_public": True, "bot_require_code_grant": False, "verify_key": "00" * 32}
    return {**named, **flags, "flags": 0, "team": None, "owner": owner}


async def _serve(token: str | None, channels: int, *, buckets: bool) -> None:
    async with FakeDiscord(token, buckets=buckets) as discord:
        discord.channels.states |= {str(CHANNEL + number): "open" for number in range(channels)}
        urls = {
            "api_base": discord.api_base,
            "gateway": discord.gateway.url,
            "admin": discord.admin,
        }
        print(json.dumps(urls), flush=True)  # noqa: T201 - the caller reads it
        await asyncio.Event().wait()


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="A loopback Discord, until it is killed.")
    options.add_argument("--token", help="refuse every other one")
    options.add_argument("--channels", type=int, default=1, help="how many, counted from CHANNEL")
    options.add_argument("--buckets", action="store_true", help="keep the limits of each channel")
    given = options.parse_args()
    asyncio.run(_serve(given.token, given.channels, buckets=given.buckets))
