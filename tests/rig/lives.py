"""Lives of the whole service, begun in a fork and ended by SIGKILL, or by itself at a chosen call."""

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from tests.rig import crash

CRASHED = "crashed"  # the file that a life leaves which ended itself


class Zygote:
    """A process with the libraries loaded, that forks the service and kills it."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = socket.socketpair()
        self._pid = os.fork()
        if self._pid == 0:
            ours.close()
            _fork_lives(theirs, folder)
            os._exit(0)
        theirs.close()
        self._channel = ours

    async def live(self, until: Awaitable[object], crash_at: int = 0) -> None:
        """One life of the service, ended by SIGKILL when `until` is over.

        Args:
            until: what the life is for.
            crash_at: the life ends itself at this crash point, and leaves `CRASHED` in the folder.
        """
        loop = asyncio.get_running_loop()
        self._channel.setblocking(False)  # noqa: FBT003 - the standard library's name for it
        await loop.sock_sendall(self._channel, b"%d\n" % crash_at)
        await until
        await loop.sock_sendall(self._channel, b"die\n")
        await loop.sock_recv(self._channel, 16)

    def close(self) -> None:
        """End the zygote; it has no child then."""
        self._channel.close()
        os.waitpid(self._pid, 0)


def _fork_lives(channel: socket.socket, folder: Path) -> None:
    """In the zygote: load everything once, then one child a request."""
    import discord  # noqa: F401, PLC0415 - loaded for the children
    import slack_bolt.async_app  # noqa: F401, PLC0415

    from bot.app import serve as service  # noqa: PLC0415

    orders = channel.makefile("r")
    while order := orders.readline():
        pid = os.fork()
        if pid == 0:
            crash.arm(int(order), folder / CRASHED)
            _serve(service, folder)
        orders.readline()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        channel.sendall(b"dead\n")


def _serve(service: Any, folder: Path) -> None:
    from bot import config  # noqa: PLC0415
    from bot import log as logs  # noqa: PLC0415

    with (folder / "log").open("a") as stream:
        logs.setup(30, stream, [])
        settings = config.load(folder / "gridwire.toml", os.environ)
        timing = service.Timing(takeover_s=0.0)
        try:
            asyncio.run(service.serve(settings, folder / "state", timing))
        finally:
            os._exit(1)
