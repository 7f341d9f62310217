"""Secrets: where they may come from, and a type that never shows them."""

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Self

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TOKEN = re.compile(r"[!-~]+")  # what an HTTP header can carry
_MAX_BYTES = 8192  # of a secret file: more is not a token but the wrong file
_OTHERS = 0o077


class Secret:
    """A token that shows as *** wherever it is printed; no serialiser knows this type."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    @classmethod
    def resolve(cls, text: str, env: Mapping[str, str], folder: Path) -> Self:
        """Read the secret that "env:NAME" or "file:/path" points at.

        Args:
            text: the setting as written in the file.
            env: the environment.
            folder: what a relative path starts from.

        Raises:
            ValueError: no usable secret there, in words that follow the key's name and never
                repeat the text, since it may be the secret itself.
        """
        scheme, _, place = text.partition(":")
        match scheme:
            case "env":
                value = _from_env(place, env)
            case "file":
                value = _from_file(folder / place)
            case _:
                raise ValueError(
                    "is written out in the file: put it into the environment and write"
                    ' "env:NAME" here, or into a file of your own and write "file:/path"'
                )
        if not _TOKEN.fullmatch(value):
            raise ValueError(
                f"comes out of its {scheme} with spaces or unprintable characters inside:"
                " store the token alone there"
            )
        return cls(value)

    def reveal(self) -> str:
        """The secret itself, for the one call that needs it."""
        return self._value

    def __repr__(self) -> str:
        return "***"


def _from_env(name: str, env: Mapping[str, str]) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError('needs the name of an environment variable after "env:"')
    if not (value := env.get(name, "").strip()):
        raise ValueError(f"needs the environment variable {name}, which is not set: export it")
    return value


def _from_file(path: Path) -> str:
    try:
        mode, content = _opened(path)
    except OSError as error:
        raise ValueError(
            f"cannot be read from {path} ({error.strerror}): check the path"
        ) from error
    if not stat.S_ISREG(mode):
        raise ValueError(f"needs a regular file, which {path} is not: store the token in one")
    if mode & _OTHERS:
        raise ValueError(f"is open to other users of this machine: run chmod 600 {path}")
    if not content.strip() or len(content) > _MAX_BYTES:
        raise ValueError(f"is not what {path} holds: store the token alone in it")
    return content.decode("latin-1").strip()  # the caller refuses all but ASCII


def _opened(path: Path) -> tuple[int, bytes]:
    """A file's mode, and its first bytes if it is a regular one."""
    # A pipe without a writer, or a terminal, must not hold up the start.
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        mode = os.fstat(handle).st_mode
        return mode, os.read(handle, _MAX_BYTES + 1) if stat.S_ISREG(mode) else b""
    finally:
        os.close(handle)
