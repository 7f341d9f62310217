"""`gridwire run`: the service, until a signal ends it."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
import logging
import os
import sys
from argparse import Namespace

from bot import log as logs
from bot.cli.place import config_of, data_dir_of
from bot.config import Config
from bot.errors import ConfigError


def run(arguments: Namespace) -> int:
    """Run the service."""
    from bot.app.serve import serve

    config = config_of(arguments)
    os.umask(0o077)  # whatever the service writes, also SQLite's journal, is its user's alone
    level, folder = (
        logging.DEBUG if arguments.verbose else logging.INFO,
        data_dir_of(arguments, config),
    )
    known = set(config.secrets)
    logs.setup(level, sys.stderr, [secret.reveal() for secret in known])

    def again() -> Config:
        read = config_of(arguments)
        if data_dir_of(arguments, read) != folder:
            raise ConfigError(["[bot]: data_dir cannot change while the service runs: restart it"])
        known.update(read.secrets)
        logs.setup(level, sys.stderr, [secret.reveal() for secret in known])
        return read

    return asyncio.run(serve(config, folder, load=again))
