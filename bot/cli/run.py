"""`gridwire run`: the service, until a signal ends it."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Iterable

from bot import log as logs
from bot.cli.place import config_of, data_dir_of
from bot.config import Config, LogForm, Secret
from bot.errors import ConfigError


def run(arguments: Namespace) -> int:
    """Run the service."""
    from bot.app.serve import serve

    config = config_of(arguments)
    os.umask(0o077)  # whatever the service writes, also SQLite's journal, is its user's alone
    level = logging.DEBUG if arguments.verbose else logging.INFO
    folder = data_dir_of(arguments, config)
    known = set(config.secrets)
    _log(config, known, level)

    def again() -> Config:
        read = config_of(arguments)
        if data_dir_of(arguments, read) != folder:
            raise ConfigError(["[bot]: data_dir cannot change while the service runs: restart it"])
        known.update(read.secrets)
        _log(read, known, level)
        return read

    return asyncio.run(serve(config, folder, load=again))


def _log(config: Config, known: Iterable[Secret], level: int) -> None:
    """Also secrets of before a reload stay hidden."""
    as_json = config.log.format is LogForm.JSON
    logs.setup(level, sys.stderr, [secret.reveal() for secret in known], as_json=as_json)
