"""The configuration file: complete checks, problems with places, secrets that stay hidden."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import Config, data_dir, default, load
from bot.errors import ConfigError
from bot.model import (
    Trust,
)

ENV = {
    "DISCORD_TOKEN": "d-canary",
    "SLACK_BOT_TOKEN": "b-canary",
    "SLACK_APP_TOKEN": "a-canary",
    "SLACK_SIGNING_SECRET": "s-canary",
    "SLACK_CLIENT_SECRET": "c-canary",
    "ALARM_WEBHOOK": "https://x.test/w-canary",
    "ALARM_PING": "https://x.test/p-canary",
    "SLACK_ENCRYPTION_KEY": f"{'canary':-<43}=",
}
FEED = '[[feeds]]\nname = "wire"\nkind = "rss"\nurl = "https://x.test/"\ntrust = "official"\n'
DISCORD = '[discord]\ntoken = "env:DISCORD_TOKEN"\n'
SLACK = '[slack]\nbot_token = "env:SLACK_BOT_TOKEN"\napp_token = "env:SLACK_APP_TOKEN"\n'

INSTALLED = """[slack]
signing_secret = "env:SLACK_SIGNING_SECRET"
client_id = "1.2"
client_secret = "env:SLACK_CLIENT_SECRET"
encryption_key = "env:SLACK_ENCRYPTION_KEY"
public_url = "https://x.test"
"""


def loaded(folder: Path, text: str) -> Config:
    """This text as a configuration file, loaded."""
    path = folder / "gridwire.toml"
    path.write_text(text, "utf-8")
    return load(path, ENV)


def problems(folder: Path, text: str) -> list[str]:
    """What is wrong with this text, without the folder in front."""
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text)
    return [problem.removeprefix(f"{folder}/") for problem in caught.value.problems]


def test_without_a_file_public_feeds_go_to_the_terminal() -> None:
    """The first run needs no token and no settings."""
    config = default()
    assert [feed.trust for feed in config.feeds] == [Trust.OFFICIAL, Trust.TRUSTED, Trust.TRUSTED]
    assert [to.id for to in config.destinations] == ["console:terminal"]
    assert (config.discord, config.slack, config.secrets) == (None, None, ())


def test_all_problems_come_at_once_each_with_its_place(tmp_path: Path) -> None:
    """One run of check-config is enough to mend a file."""
    text = """\
[bot]
timezone = "America/new_yorc"
[[feeds]]
name = "wire"
kind = "espn-transaction"
url = "https://x.test/"
trust = "official"
[[feeds]]
name = "wire"
kind = "rss"
url = "ftp://x.test/"
pol_s = 60
poll_s = "60"
[destination]
[web]
port = 80000
"""
    expected = """\
gridwire.toml:2: [bot]: timezone is no time zone: did you mean "America/New_York"?
gridwire.toml:5: [[feeds]] #1 "wire": kind cannot be "espn-transaction": did you mean "espn-transactions"?
gridwire.toml:8: [[feeds]] #2 "wire": trust is missing: add it, one of official, trusted, aggregator
gridwire.toml:9: [[feeds]] #2 "wire": name is that of an earlier feed: give each its own
gridwire.toml:11: [[feeds]] #2 "wire": url must begin with https:// or http:// and name a host
gridwire.toml:12: [[feeds]] #2 "wire": pol_s is not known: did you mean "poll_s"?
gridwire.toml:13: [[feeds]] #2 "wire": poll_s must be a number, not text in quotes
gridwire.toml:14: top level: destination is not known: did you mean "destinations"?
gridwire.toml:16: [web]: port must be a whole number <= 65535
"""
    assert problems(tmp_path, text) == expected.splitlines()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "[[feeds]] is missing"),
        ("feeds = []", "[[feeds]] is missing"),
        ("feeds = 3", "double brackets"),
        ("[[web]]\n" + FEED, "written [web]"),
        (FEED + "poll_s = 14.9", "poll_s must be at least 15"),
        (FEED + "allow_private = true\npoll_s = 0.1", "poll_s must be a number >= 0.2"),
        (FEED + "poll_s = nan", "poll_s must be a number"),
        (FEED + "poll_s = inf", "poll_s must be a number"),
        (FEED + "poll_s = true", "poll_s must be a number, not true or false"),
        (FEED + "allow_private = 0", "allow_private must be true or false"),
        (FEED.replace("https://x.test/", "https:///x"), "name a host"),
        (FEED.replace("https://x.test/", "https://x.test:http/"), "name a host"),
        (FEED + '[bot]\ntimezone = "America"', "timezone is no time zone"),
        (FEED + '[bot]\ntimezone = "/etc/localtime"', "timezone is no time zone"),
        (FEED + '[bot]\ndata_dir = ""', "data_dir must be text in quotes"),
        (FEED + DISCORD + "requests_per_second = 51", "requests_per_second must be a number <= 50"),
        (FEED + DISCORD + "requests_per_second = 0", "requests_per_second must be a number > 0"),
        (FEED + SLACK + "request_timeout_s = nan", "request_timeout_s must be a number"),
        (FEED + SLACK + 'client_id = "1.2"', "only with client_secret, encryption_key, public_url"),
        (FEED + INSTALLED.replace("https", "http"), "public_url must begin with https://"),
        (FEED + INSTALLED.replace("_ENCRYPTION_KEY", "_BOT_TOKEN"), "openssl rand -base64 32"),
        (FEED + '[slack]\napp_token = "env:SLACK_APP_TOKEN"', "bot_token is missing"),
        (FEED + '[database]\nurl = "postgresql://u:p@h/d"', "keeps its state in SQLite"),
        (FEED + '[database]\nurl = "mysql"', 'must be "sqlite"'),
    ],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    """Each wrong value is one problem that says what is allowed."""
    (problem,) = problems(tmp_path, text)
    assert said in problem


@pytest.mark.parametrize(
    ("setting", "good"),
    [
        ('api_base = "http://127.0.0.1:81"', True),
        ('api_base = "http://localhost:81/x"', True),
        ('api_base = "http://[::1]:81"', True),
        ('api_base = "http://127.0.0.1.x.test"', False),
        ('api_base = "http://10.0.0.1"', False),
        ('api_base = "ftp://x.test"', False),
        ('gateway = "ws://127.0.0.1:81"', True),
        ('gateway = "ws://x.test"', False),
        ('gateway = "https://x.test"', False),
    ],
)
def test_a_token_travels_encrypted_or_stays_here(tmp_path: Path, setting: str, good: bool) -> None:  # noqa: FBT001 - a table's column
    """Plain http and ws are for this machine alone."""
    if good:
        assert loaded(tmp_path, FEED + DISCORD + setting).discord is not None
    else:
        assert len(problems(tmp_path, FEED + DISCORD + setting)) == 1


def test_the_ends_of_api_bases_are_made_alike(tmp_path: Path) -> None:
    """Whether or not the operator wrote the slash, the adapter finds what it expects."""
    config = loaded(
        tmp_path,
        f'{FEED}{DISCORD}api_base = "https://d.test/v10/"\n{SLACK}api_base = "https://s.test/api"',
    )
    assert config.discord is not None
    assert config.slack is not None
    assert config.discord.api_base == "https://d.test/v10"
    assert config.slack.api_base == "https://s.test/api/"


def test_paths_start_from_the_files_own_folder(tmp_path: Path) -> None:
    """It does not matter from where the service is started."""
    feed = FEED.replace('"rss"', '"file"').replace("https://x.test/", "wire.json")
    config = loaded(tmp_path, feed + '[bot]\ndata_dir = "state"')
    assert config.feeds[0].url == str(tmp_path / "wire.json")
    assert config.data_dir == tmp_path / "state"


def test_the_data_directory_is_the_first_that_is_given(tmp_path: Path) -> None:
    """Option, environment, file, home: in this order."""
    config = loaded(tmp_path, FEED + '[bot]\ndata_dir = "state"')
    env = {"GRIDWIRE_DATA_DIR": "/e", "HOME": "/h"}
    assert data_dir(Path("/o"), env, config) == Path("/o")
    assert data_dir(None, env, config) == Path("/e")
    assert data_dir(None, {"HOME": "/h"}, config) == tmp_path / "state"
    assert data_dir(None, {"HOME": "/h"}, default()) == Path("/h/.local/share/gridwire")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = ", "is not TOML: Invalid value"),
        (b"[bot]\n[bot]", "at line 2, column 5"),
        (b"a = " + b"[" * 5000, "is not TOML"),
        (b"a = " + b"1" * 5000, "is not TOML"),
        (b"a = '\xff'", "is not UTF-8"),
        ("a = \u201cb\u201d".encode(), "\u201c is no quote there: write straight ones"),
    ],
)
def test_a_file_that_is_not_toml_is_one_problem(tmp_path: Path, content: bytes, said: str) -> None:
    """A syntax error hides the rest, so it is told alone, with its place."""
    path = tmp_path / "gridwire.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=re.escape(said)) as caught:
        load(path, {})
    assert len(caught.value.problems) == 1


def test_a_missing_file_and_a_byte_order_mark_are_no_riddles(tmp_path: Path) -> None:
    """The path is told; what an editor puts in front of a file does not matter."""
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read \(No such file"):
        load(tmp_path / "none.toml", {})
    assert loaded(tmp_path, "\ufeff" + FEED).zone == ZoneInfo("America/New_York")


def test_a_file_with_long_strings_gets_no_line_rather_than_a_wrong_one(tmp_path: Path) -> None:
    """Lines are found by their look, which a multi-line string can fake."""
    (problem,) = problems(tmp_path, FEED.replace('"wire"', '"""\n[web]\n"""') + "[web]\nport = -1")
    assert problem == "gridwire.toml: [web]: port must be a whole number >= 0"


def test_an_app_that_workspaces_install_needs_no_token_of_its_own(tmp_path: Path) -> None:
    """Its secrets are secrets; several keys may seal."""
    text = FEED + INSTALLED.replace("_ENCRYPTION_KEY", "_ENCRYPTION_KEYS")
    key = ENV["SLACK_ENCRYPTION_KEY"]
    (tmp_path / "gridwire.toml").write_text(text, "utf-8")
    config = load(tmp_path / "gridwire.toml", {**ENV, "SLACK_ENCRYPTION_KEYS": f"{key},{key}"})
    assert config.slack is not None
    assert config.slack.is_installable
    assert len(config.secrets) == 3
