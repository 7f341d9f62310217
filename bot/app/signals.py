"""What the operator and systemd say to the process, and what it says to systemd."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

log = logging.getLogger(__name__)

STOPPED_AT_ONCE = 130


def _nothing() -> None:
    return


class Signals:
    """SIGTERM and SIGINT stop cleanly, a second one at once; SIGHUP reloads the configuration.

    Attributes:
        stopping: somebody said stop.
    """

    def __init__(self) -> None:
        self.stopping = False
        self._stop = _nothing

    def heed(self, stop: Callable[[], None], reload: Callable[[], None]) -> None:
        """Tell these from now on."""
        self._stop = stop
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._on_stop)
        loop.add_signal_handler(signal.SIGHUP, reload)
        if self.stopping:
            stop()

    def _on_stop(self) -> None:
        if self.stopping:
            os._exit(STOPPED_AT_ONCE)  # safe at any instant: the ledger knows what was in flight
        log.info("stopping: what is in flight is finished first")
        self.stopping = True
        tell_systemd("STOPPING=1")
        self._stop()


def tell_systemd(words: str) -> None:
    """One message by the protocol of sd_notify(3); nothing where nobody listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.settimeout(0)
        channel.connect(f"\0{address[1:]}" if address.startswith("@") else address)
        channel.send(words.encode())


def watchdog_s() -> float | None:
    """How often systemd wants to hear from us: half of what it allows."""
    allowed = os.environ.get("WATCHDOG_USEC", "")
    return int(allowed) / 2e6 if allowed.isascii() and allowed.isdigit() and int(allowed) else None
