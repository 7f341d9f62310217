"""ESPN's wire and a news desk's RSS on loopback: rows and items are added while the bot polls.

`python -m tests.servers.fake_feeds` starts one in a process of its own, prints its addresses as one line of
JSON, and takes new rows by `POST <admin>`: {"rows": [...], "items": [...]}.
"""

import asyncio
import hashlib
import itertools
import json
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Any, Self

from aiohttp import web

PAGE = 100


def row(club: str, text: str, day: datetime | None = None) -> dict[str, Any]:
    """One row of the wire, by default of today."""
    stamp = f"{day or datetime.now(UTC):%Y-%m-%d}T07:00Z"
    return {"date": stamp, "description": text, "team": {"abbreviation": club}}


def item(title: str, text: str, at: datetime | None = None) -> dict[str, str]:
    """One item of the news feed, by default of now."""
    return {"title": title, "text": text, "at": format_datetime(at or datetime.now(UTC))}


class FakeFeeds:
    """The server; use it as an async context manager.

    Attributes:
        rows: the wire, newest first.
        items: the news, newest first.
        polls: status of each answer, per path.
    """

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []
        self.items: list[dict[str, str]] = []
        self.polls: list[tuple[str, int]] = []
        self.wire = self.news = self.admin = ""
        self._numbers = itertools.count()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_get("/wire", self._wire)
        app.router.add_get("/rss", self._rss)
        app.router.add_post("/admin", self._admin)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        base = f"http://{host}:{port}"
        self.wire, self.news, self.admin = base + "/wire", base + "/rss", base + "/admin"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    def file(self, club: str, text: str) -> None:
        """A club files a move today."""
        self.rows.insert(0, row(club, text))

    def publish(self, title: str, text: str, at: datetime | None = None) -> None:
        """The news desk publishes an item."""
        self.items.insert(0, {**item(title, text, at), "id": f"n{next(self._numbers)}"})

    async def _wire(self, request: web.Request) -> web.Response:
        size, page = int(request.query.get("limit", 25)), int(request.query.get("page", 1))
        rows = self.rows[(page - 1) * size : page * size]
        body = {"count": len(self.rows), "pageIndex": page, "pageSize": size, "transactions": rows}
        return self._answer(request, json.dumps(body).encode(), "application/json")

    async def _rss(self, request: web.Request) -> web.Response:
        items = "".join(
            f"<item><title>{escape(i['title'])}</title><description>{escape(i['text'])}</description>"
            f"<guid>{i['id']}</guid><pubDate>{i['at']}</pubDate></item>"
            for i in self.items[:PAGE]
        )
        body = f'<rss version="2.0"><channel><title>desk</title>{items}</channel></rss>'
        return self._answer(request, body.encode(), "text/xml")

    def _answer(self, request: web.Request, body: bytes, kind: str) -> web.Response:
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        same = request.headers.get("If-None-Match") == tag
        self.polls.append((request.path, 304 if same else 200))
        if same:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(body=body, content_type=kind, headers={"ETag": tag})

    async def _admin(self, request: web.Request) -> web.Response:
        new = await request.json()
        self.rows[:0] = new.get("rows", [])
        for each in reversed(new.get("items", [])):
            self.items.insert(0, {**each, "id": f"n{next(self._numbers)}"})
        return web.json_response({"rows": len(self.rows), "items": len(self.items)})


async def _main() -> None:
    async with FakeFeeds() as feeds:
        known = {"wire": feeds.wire, "news": feeds.news, "admin": feeds.admin}
        print(json.dumps(known), flush=True)  # noqa: T201 - how the parent learns the addresses
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
