"""A Slack of our own on 127.0.0.1: Web API, Socket Mode, faults by script, and a ledger of what happened.

It follows Slack's documentation, and where that is wrong, so is this. `python -m tests.servers.fake_slack`
starts one in a process of its own, for tests in which the far end must outlive the bot: it prints one line of
JSON with its addresses, `GET <admin>` answers with the ledger, `POST <admin>` takes a list of faults.
"""

import asyncio
import itertools
import json
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from aiohttp import WSMsgType, web

from tests.servers import slack_rules, slack_surface_rules
from tests.servers.slack_bodies import read_body
from tests.servers.slack_workspace import BusyError, Json, RefusedError, Workspace

LONG_S = 3600.0


class Kind(StrEnum):
    """What goes wrong with one call."""

    CODE = "code"  # a refusal in Slack's way
    BUSY = "busy"  # 429
    ERROR = "error"  # 500, nothing stored
    HANG = "hang"  # no answer
    DROP = "drop"  # cut before storing
    BODY = "body"  # any answer, nothing stored
    STORE_DROP = "store_drop"
    STORE_ERROR = "store_error"
    STORE_BODY = "store_body"  # stored, then any answer: broken JSON, say
    STORE_LATE = "store_late"  # stored after some seconds, whether or not the client is still there


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One scripted fault of a method; they are used up in order."""

    method: str
    kind: Kind
    code: str = ""
    seconds: float = LONG_S
    status: int = 200
    body: str = ""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request that arrived, by the server's monotonic clock."""

    at: float
    method: str
    body: Json
    token: str


class FakeSlack:
    """The server; use it as an async context manager.

    Attributes:
        world: channels and messages.
        requests: everything that was asked, in order.
        violations: what was wrong with the requests; a test asserts that it is empty.
        responses: what came to response URLs.
        acks: acknowledged envelopes by id.
        slow: tokens whose calls are answered so many seconds late.
        busy: how many calls came too soon after their channel's last.
        sockets: open Socket Mode connections, newest last.
    """

    def __init__(self, *, paced: bool = False) -> None:
        self.world = Workspace(paced=paced)
        self.requests: list[Call] = []
        self.violations: list[str] = []
        self.responses: list[Json] = []
        self.slow: dict[str, float] = {}
        self.busy = 0
        self.acks: dict[str, Json] = {}
        self.sockets: list[tuple[web.WebSocketResponse, web.Request]] = []
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._envelopes = itertools.count(1)
        self._asked: dict[str, Json] = {}
        self._closing = asyncio.Event()
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link", self._link)
        app.router.add_post("/response/{id}", self._response)
        app.router.add_get("/admin", self._ledger)
        app.router.add_post("/admin", self._script)
        self._runner = web.AppRunner(app, shutdown_timeout=1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.root = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self.url = f"http://{self.root}/api/"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        for socket, _request in self.sockets:
            await socket.close()
        await self._runner.cleanup()

    def fail(self, method: str, kind: Kind, **details: Any) -> None:
        """Let the next unscripted call of this method go wrong."""
        self._faults[method].append(Fault(method=method, kind=kind, **details))

    def calls(self, method: str) -> list[Call]:
        """Every request of one method."""
        return [call for call in self.requests if call.method == method]

    async def until(self, done: Callable[[], object], seconds: float = 10) -> None:
        """Wait until something that happens here has happened."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: bool(done()))

    async def press(
        self, value: str, *, user: str = "U1", channel: str = "C1", action: str = "card:story:"
    ) -> Json:
        """A reader presses a card's button; returns the acknowledgement."""
        button = {"type": "button", "action_id": f"{action}{value}", "block_id": "b"}
        payload = {
            "type": "block_actions",
            "team": {"id": "T1"},
            "user": {"id": user, "team_id": "T1"},
            "channel": {"id": channel},
            "response_url": self.response_url(user, channel),
            "trigger_id": "1.2.x",
            "actions": [{**button, "value": value}],
        }
        return await self.envelope("interactive", payload)

    def response_url(self, user: str, channel: str) -> str:
        """Where this person's question in this channel is answered."""
        name = str(len(self._asked) + 1)
        self._asked[name] = {"user": user, "channel": channel}
        return f"http://{self.root}/response/{name}"

    async def envelope(self, kind: str, payload: Json) -> Json:
        """Send an event through the newest socket and wait for its acknowledgement."""
        name = f"e{next(self._envelopes)}"
        await self.say({"envelope_id": name, "type": kind, "payload": payload})
        await self.until(lambda: name in self.acks)
        self.violations += slack_surface_rules.ack_problems(self.acks[name].get("payload"))
        return self.acks[name]

    async def say(self, message: Json) -> None:
        """Send anything through the newest socket."""
        await self.sockets[-1][0].send_json(message)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask the client for a new connection."""
        await self.say({"type": "disconnect", "reason": reason})

    def cut(self) -> None:
        """Break the newest socket without a word."""
        _cut(self.sockets.pop()[1])

    async def _note(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        body = await read_body(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        method = request.match_info["method"]
        call = Call(at=time.monotonic(), method=method, body=body, token=token)
        self.requests.append(call)
        self.violations += slack_rules.problems(method, body)
        if method.startswith("views."):
            self.violations += slack_surface_rules.view_problems(body["view"])
        await self._note()
        try:
            if faults := self._faults[method]:
                return await self._fault(faults.popleft(), request, call)
            if late := self.slow.get(token):
                await self._pause(late)
            return self._respond(call)
        finally:
            await self._note()

    def _respond(self, call: Call) -> web.Response:
        try:
            fields = self.world.answer(call.method, call.body, call.token)
        except RefusedError as refused:
            return web.json_response({"ok": False, "error": str(refused)})
        except BusyError:
            self.busy += 1
            return _busy({"Retry-After": "1"})
        if ticket := fields.pop("ticket", None):
            fields["url"] = f"ws://{self.root}/link?ticket={ticket}"
        scopes = {"x-oauth-scopes": ",".join(self.world.scopes)}
        return web.json_response({"ok": True, **fields}, headers=scopes)

    async def _fault(self, fault: Fault, request: web.Request, call: Call) -> web.StreamResponse:
        if fault.kind in {Kind.STORE_LATE, Kind.HANG}:
            await self._pause(fault.seconds)
        if fault.kind is Kind.STORE_LATE:
            return self._respond(call)
        if fault.kind in {Kind.STORE_DROP, Kind.STORE_ERROR, Kind.STORE_BODY}:
            self._respond(call)
        match fault.kind:
            case Kind.CODE:
                return web.json_response({"ok": False, "error": fault.code})
            case Kind.BUSY:
                return _busy(fault.headers)
            case Kind.ERROR | Kind.STORE_ERROR:
                return web.Response(status=500, text="x")
            case Kind.BODY | Kind.STORE_BODY:
                text, status, kind = fault.body, fault.status, fault.content_type
                return web.Response(
                    text=text, status=status, content_type=kind, headers=fault.headers
                )
            case Kind.HANG | Kind.DROP | Kind.STORE_DROP:
                _cut(request)
                return web.Response()

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._closing.wait()
        except TimeoutError:
            return

    async def _link(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self.world.tickets:
            return web.Response(status=400)
        self.world.tickets.discard(ticket)  # single use, as at Slack
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.sockets.append((socket, request))
        await self._note()
        async for frame in socket:
            if frame.type is WSMsgType.TEXT and frame.data.startswith("{"):
                said = json.loads(frame.data)
                self.acks[said.get("envelope_id", "")] = said
                await self._note()
        return socket

    async def _response(self, request: web.Request) -> web.StreamResponse:
        """A message by the address that came with an event; one for a single reader counts as such."""
        if faults := self._faults["response"]:
            call = Call(at=time.monotonic(), method="response", body={}, token="")
            return await self._fault(faults.popleft(), request, call)
        body, asked = await request.json(), self._asked[request.match_info["id"]]
        self.violations += slack_surface_rules.response_problems(body)
        self.responses.append(body)
        if body.get("response_type") == "ephemeral":
            self.world.ephemeral.append({**body, **asked})
        await self._note()
        return web.Response(text="ok")

    async def _ledger(self, _: web.Request) -> web.Response:
        messages = {
            channel: [asdict(message) for message in stored]
            for channel, stored in self.world.messages.items()
        }
        calls = [asdict(call) for call in self.requests]
        found = {"requests": calls, "messages": messages, "violations": self.violations}
        return web.json_response({**found, "ephemeral": self.world.ephemeral})

    async def _script(self, request: web.Request) -> web.Response:
        """Take a list of faults, written as the fields of `Fault`."""
        for given in await request.json():
            self.fail(given.pop("method"), Kind(given.pop("kind")), **given)
        return web.json_response({"ok": True})


def _busy(headers: dict[str, str]) -> web.Response:
    return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)


def _cut(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


async def _main() -> None:
    async with FakeSlack(paced="--paced" in sys.argv) as fake:
        print(json.dumps({"url": fake.url, "admin": f"http://{fake.root}/admin"}), flush=True)  # noqa: T201 - its protocol
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
