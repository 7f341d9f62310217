"""Every command says what it does, with an example that works."""

import argparse
import re
import shlex

import pytest

from bot.cli.parser import parser
from tests.cli.conftest import Cli, process


def commands() -> list[str]:
    """The commands there are."""
    [group] = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return sorted(group.choices)


def test_the_commands_are_the_documented_ones() -> None:
    """A command that goes or comes changes this line."""
    names = [
        "ask",
        "backup",
        "card",
        "check-config",
        "demo",
        "doctor",
        "explain",
        "extract",
        "outbox",
        "pause",
        "replay",
        "restore",
        "resume",
        "run",
        "slack-manifest",
        "stats",
        "trades",
    ]
    assert commands() == names


@pytest.mark.parametrize("name", commands())
def test_each_help_has_an_example_that_parses(cli: Cli, name: str) -> None:
    """The example is a line of this very command."""
    said = cli(name, "--help")
    assert (said.code, said.err) == (0, "")
    [line] = [text for text in said.out.splitlines() if text.startswith("example: ")]
    words = shlex.split(line.removeprefix("example: "))
    assert words[:2] == ["gridwire", name]
    parser().parse_args(words[1:])
    assert "--data-dir" in said.out


def test_the_first_page_of_help_names_every_command(cli: Cli) -> None:
    """With what it does in a line."""
    said = cli("--help")
    listed = [line.split()[0] for line in said.out.splitlines() if re.match("    [a-z]", line)]
    assert sorted(listed) == commands()


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nonsense"],
        ["demo", "--format", "xml"],
        ["extract"],
        ["extract", "--published", "bad", "x.txt"],
        ["trades", "--since", "yesterday"],
        ["replay"],
        ["card"],
    ],
)
def test_a_wrong_line_is_usage(cli: Cli, argv: list[str]) -> None:
    """Exit code 2, nothing on stdout, and the last line says what is wrong."""
    said = cli(*argv)
    assert (said.code, said.out) == (2, "")
    assert "error: " in said.err.splitlines()[-1]


def test_a_bad_day_says_how_a_day_is_written(cli: Cli) -> None:
    """The sentence helps."""
    said = cli("extract", "--published", "20/09/2023", "story.txt")
    assert said.err.endswith("'20/09/2023' is no day: write it as 2023-09-20\n")


def test_the_version_is_one_line() -> None:
    """As every command of a Unix has it."""
    done = process("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("gridwire ")


def test_the_lines_of_a_replay_are_described(cli: Cli) -> None:
    """Every key that a line may have."""
    said = cli("replay", "--help")
    for key in ("id", "title", "text", "published_at", "author", "url", "kind", "filer", "feed"):
        assert re.search(rf"^  ([a-z_]+, )?{key}\b", said.out, re.MULTILINE), key


@pytest.mark.parametrize("name", ["card", "explain"])
def test_the_id_of_an_example_can_be_one(cli: Cli, name: str) -> None:
    """A year and a name: the beginning of an id, as the demo's trade has it."""
    assert f"gridwire {name} 2023-akers" in cli(name, "--help").out
    assert "$ gridwire explain 2023-akers-" in cli("demo", "--format", "text").out


def test_the_manifest_needs_no_address(cli: Cli) -> None:
    """Socket Mode is what is printed without one, and an address that Slack cannot reach is refused."""
    said = cli("slack-manifest")
    assert (said.code, said.err) == (0, "")
    assert '"socket_mode_enabled": true' in said.out
    assert cli("slack-manifest", "--http", "http://alerts.example.org").code == 2
