"""The configuration: one TOML file, checked completely before anything starts.

`shape` says which tables and keys there are, `read` turns tables into values and collects every problem,
`checks` holds the rules that need more than one key, `load` puts it together.
"""

from bot.config.load import data_dir, default, load
from bot.config.secret import Secret
from bot.config.shape import (
    AlarmConfig,
    Config,
    DiscordConfig,
    FeedConfig,
    FeedKind,
    GateConfig,
    LogForm,
    SlackConfig,
    StatsConfig,
    WebConfig,
)

__all__ = [
    "AlarmConfig",
    "Config",
    "DiscordConfig",
    "FeedConfig",
    "FeedKind",
    "GateConfig",
    "LogForm",
    "Secret",
    "SlackConfig",
    "StatsConfig",
    "WebConfig",
    "data_dir",
    "default",
    "load",
]
