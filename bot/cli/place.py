"""Where a command finds its configuration and its state."""

import os
from argparse import Namespace
from pathlib import Path

from bot import config as settings
from bot.config import Config

HERE = Path("gridwire.toml")


def config_of(arguments: Namespace) -> Config:
    """The file that is named, else gridwire.toml if it is here, else what needs no file."""
    path: Path | None = arguments.config or (HERE if HERE.is_file() else None)
    return settings.load(path, os.environ) if path is not None else settings.default()


def data_dir_of(arguments: Namespace, config: Config) -> Path:
    """The one directory with all state."""
    return settings.data_dir(arguments.data_dir, os.environ, config)
