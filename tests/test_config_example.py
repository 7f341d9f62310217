"""The example file: it loads, it is complete, and no change to it does harm."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config import default, load
from bot.config.shape import (
    AlarmConfig,
    BotTable,
    DatabaseTable,
    DestinationTable,
    DiscordConfig,
    FeedConfig,
    GateConfig,
    LogConfig,
    OutletTable,
    ReporterTable,
    SlackConfig,
    StatsConfig,
    WebConfig,
)
from bot.errors import ConfigError
from tests.test_config import ENV

EXAMPLE = Path(__file__).resolve().parents[1] / "config.example.toml"
LINES = EXAMPLE.read_text("utf-8").splitlines()
ODD = ["nan", "-inf", "-1", "1e400", "true", "[]", "{}", '""', '"\\u0000"', "1979-05-27", "[[1]]"]


def test_the_example_loads_and_its_feeds_are_the_default_ones() -> None:
    """Whoever copies the example gets what runs without a file."""
    config = load(EXAMPLE, ENV)
    assert config.feeds == default().feeds
    assert (config.zone, config.web) == (default().zone, default().web)
    assert [to.id for to in config.destinations] == [
        "discord:123456789012345678",
        "slack:C0123456789",
    ]


def test_the_example_shows_every_setting_with_its_default() -> None:
    """No setting is undocumented, and no documented default is untrue."""
    tables = tomllib.loads(EXAMPLE.read_text("utf-8"))
    kinds: dict[str, Any] = {
        "bot": BotTable,
        "feeds": FeedConfig,
        "discord": DiscordConfig,
        "slack": SlackConfig,
        "destinations": DestinationTable,
        "database": DatabaseTable,
        "web": WebConfig,
        "stats": StatsConfig,
        "gate": GateConfig,
        "alarm": AlarmConfig,
        "log": LogConfig,
        "reporters": ReporterTable,
        "outlets": OutletTable,
    }
    assert tables.keys() == kinds.keys()
    for name, kind in kinds.items():
        shown = tables[name][0] if isinstance(tables[name], list) else tables[name]
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        assert shown.keys() == fields.keys()
        for key in shown.keys() - {
            "data_dir",
            "channel",
            "app_token",
            *("bot_token", "signing_secret", "client_id", "client_secret"),
            *("encryption_key", "public_url"),
            "handle",
            "also",
            "webhook",
            "ping",
        }:  # those have no default to show
            if not fields[key].required:
                field = fields[key]
                made = field.default_factory
                plain = msgspec.json.encode(
                    field.default if made is msgspec.NODEFAULT else made(), enc_hook=str
                )
                assert msgspec.json.decode(plain) == shown[key], key


def test_every_setting_of_the_example_has_its_line_of_why() -> None:
    """A setting without a reason is a riddle; repeated tables need it once."""
    first: dict[str, str] = {}
    for line in EXAMPLE.read_text("utf-8").splitlines():
        if key := re.match(r"(\w+) = ", line):
            first.setdefault(key[1], line)
    assert [key for key, line in first.items() if not re.search(r"  # \S.{10,}", line)] == []


@settings(max_examples=150, deadline=None)
@given(
    at=st.integers(0, len(LINES) - 1),
    odd=st.one_of(st.sampled_from(ODD), st.text(max_size=20)),
    start=st.sampled_from(["", "key"]),
)
def test_no_change_to_a_file_does_worse_than_a_config_error(
    tmp_path_factory: pytest.TempPathFactory, at: int, odd: str, start: str
) -> None:
    """Whatever stands there, it is a configuration or a list of one-line problems without a secret."""
    key, equals, _ = LINES[at].partition("= ")
    changed = f"{key}= {odd}" if start and equals else odd
    path = tmp_path_factory.getbasetemp() / "changed.toml"
    path.write_bytes("\n".join([*LINES[:at], changed, *LINES[at + 1 :]]).encode("utf-8", "replace"))
    try:
        shown = [repr(load(path, ENV))]
    except ConfigError as error:
        shown = list(error.problems)
    assert [line for line in shown if not line.isprintable() or "canary" in line] == []
