"""Release files of nflverse that a test makes by hand, served on loopback; a reply can be anything, also late."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import Any

import polars as pl

RELEASES = "/nflverse/nflverse-data/releases/download/"
PLAYER_IDS = "/dynastyprocess/data/raw/master/files/db_playerids.csv"

Table = Mapping[str, Sequence[Any]]


def parquet(table: Table) -> bytes:
    """The table as nflverse publishes it."""
    file = BytesIO()
    pl.DataFrame(table, strict=False).write_parquet(file)
    return file.getvalue()


def csv(table: Table) -> bytes:
    """The table as DynastyProcess publishes it."""
    return pl.DataFrame(table, strict=False).write_csv(null_value="NA").encode()


@dataclass(slots=True)
class Files:
    """What the server holds; a test changes it at any time.

    Attributes:
        bodies: path -> body; any other path is not found.
        short: paths that promise more bytes than they send.
        failing: paths that answer 503.
        gates: path -> an event for which its reply waits.
        asked: every path in order.
    """

    url: str = ""
    bodies: dict[str, bytes] = field(default_factory=dict)
    short: set[str] = field(default_factory=set)
    failing: set[str] = field(default_factory=set)
    gates: dict[str, threading.Event] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, name: str, table: Table) -> str:
        """One release file ("trades/trades"), or the player ids; returns its path."""
        path = PLAYER_IDS if name == "db_playerids" else f"{RELEASES}{name}.parquet"
        self.bodies[path] = csv(table) if name == "db_playerids" else parquet(table)
        return path

    def behave(self) -> None:
        """Forget every misbehaviour and what was asked; whoever waits goes on."""
        for gate in self.gates.values():
            gate.set()
        for wish in (self.short, self.failing, self.gates, self.asked):
            wish.clear()

    def gate(self, path: str) -> threading.Event:
        """Hold this path's replies back until the event is set."""
        return self.gates.setdefault(path, threading.Event())


@contextmanager
def serving(files: Files) -> Iterator[Files]:
    """Serve them as long as the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            files.asked.append(self.path)
            if gate := files.gates.get(self.path):
                gate.wait(30)
            body = files.bodies.get(self.path, b"")
            status = 503 if self.path in files.failing else 200 if body else 404
            self.send_response(status)
            self.send_header("Content-Length", str(len(body) + 100 * (self.path in files.short)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that was killed is no fault of ours."""

    server = Server(("127.0.0.1", 0), Handler)
    files.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield files
    finally:
        files.behave()
        server.shutdown()
        server.server_close()
        thread.join()
