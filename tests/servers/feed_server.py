"""A server that sends exactly the bytes it is told, however wrong, and then hangs up."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ssl import SSLContext

Reply = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True)
class RawServer:
    """What a test knows of its server.

    Attributes:
        requests: each request's head, as text.
    """

    port: int
    scheme: str = "http"
    requests: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The server's address, by number."""
        return f"{self.scheme}://127.0.0.1:{self.port}/feed"

    def header(self, name: str, request: int = -1) -> str | None:
        """What a request said in this header."""
        for line in self.requests[request].split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


@asynccontextmanager
async def raw_server(
    *replies: bytes | Reply, tls: SSLContext | None = None
) -> AsyncIterator[RawServer]:
    """Answer each connection with the next reply, the last one again and again; one request a connection."""
    known, busy = RawServer(port=0), set[asyncio.Task[None]]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            busy.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            reply = replies[min(len(known.requests), len(replies) - 1)]
            known.requests.append(head.decode())
            await (send(reply) if isinstance(reply, bytes) else reply)(writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return  # the client left, or the test is over
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    known.port, known.scheme = server.sockets[0].getsockname()[1], "https" if tls else "http"
    try:
        yield known
    finally:
        server.close()
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
        await server.wait_closed()


def send(data: bytes) -> Reply:
    """Send these bytes."""

    async def reply(writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return reply


def drip(data: bytes, every_s: float) -> Reply:
    """Send a byte, wait, send the next."""

    async def reply(writer: asyncio.StreamWriter) -> None:
        for byte in data:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(every_s)

    return reply


def endless(head: bytes, chunk: bytes) -> Reply:
    """Send a head and then the same bytes until the client has had enough."""

    async def reply(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(chunk)
            await writer.drain()

    return reply


async def silence(writer: asyncio.StreamWriter) -> None:
    """Say nothing at all."""
    await writer.drain()
    await asyncio.sleep(3600)


def answer(
    body: bytes = b"", *headers: str, status: str = "200 OK", length: int | None = None
) -> bytes:
    """A response with a Content-Length; `length` lies about it."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def gzipped(body: bytes) -> bytes:
    """A response with a gzip body."""
    return answer(gzip.compress(body), "Content-Encoding: gzip")


def chunked(body: bytes, size: int = 50) -> bytes:
    """A response in chunks, without a length."""
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return head + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def until_close(body: bytes) -> bytes:
    """A response whose end is only the end of the connection."""
    return b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    """A response that sends the client elsewhere."""
    return answer(b"", f"Location: {to}", status=status)
