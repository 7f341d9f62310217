"""Crash points: a process that ends itself at the Nth call that leaves it, as if it were killed there.

A call that leaves the process is a statement of SQLite (each one as it begins: BEGIN, COMMIT and all between) or
an operation of a socket: connect, send, receive. Of a socket's call there are two points, before it and after it,
because what was sent is at the other end by then. The hooks sit in the interpreter of a forked child and
nowhere in the product.
"""

import os
import socket
import sqlite3
import threading
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

STATUS = 86  # the exit code of a process that crashed on purpose
_CALLS = ("connect", "send", "sendall", "sendmsg", "recv", "recv_into")
_connect = sqlite3.connect


class Countdown:
    """Ends the process at the Nth point it passes.

    Args:
        number: which point, from 1; 0 never ends it.
        mark: a file made just before the end, for those who wait for it.
    """

    def __init__(self, number: int, mark: Path) -> None:
        self._left, self._mark, self._lock = number, mark, threading.Lock()

    def point(self) -> None:
        """Pass one point: the last statement of this process, if it is the one."""
        with self._lock:
            self._left -= 1
            if self._left == 0:
                self._mark.touch()
                os._exit(STATUS)


def arm(number: int, mark: Path) -> None:
    """Count every call of this process from here, and end it at the one chosen."""
    if not number:
        return
    points = Countdown(number, mark)
    for name in _CALLS:
        setattr(socket.socket, name, _around(getattr(socket.socket, name), points))
    sqlite3.connect = _tracing(points)  # type: ignore[assignment]


def _around(call: Callable[..., Any], points: Countdown) -> Callable[..., Any]:
    @wraps(call)
    def counted(*args: Any, **kwargs: Any) -> Any:
        points.point()
        result = call(*args, **kwargs)
        points.point()
        return result

    return counted


def _tracing(points: Countdown) -> Callable[..., sqlite3.Connection]:
    def connect(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection = _connect(*args, **kwargs)
        connection.set_trace_callback(lambda _: points.point())
        return connection

    return connect
