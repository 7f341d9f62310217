"""Where a command finds its configuration and its state."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from bot import config as settings
from bot.cards import printable
from bot.config import Config

HERE = Path("gridwire.toml")
NO_RESULT = 1


def config_of(arguments: Namespace) -> Config:
    """The file that is named, else gridwire.toml if it is here, else what needs no file."""
    path: Path | None = arguments.config or (HERE if HERE.is_file() else None)
    return settings.load(path, os.environ) if path is not None else settings.default()


def data_dir_of(arguments: Namespace, config: Config) -> Path:
    """The one directory with all state."""
    return settings.data_dir(arguments.data_dir, os.environ, config)


def nothing_there(folder: Path) -> int:
    """Tell that there is no state to work on; the exit code."""
    said = f"gridwire: no service has run in {folder}: start it with gridwire run, or name another with --data-dir."
    print(printable(said), file=sys.stderr)
    return NO_RESULT
