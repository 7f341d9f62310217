"""`gridwire check-config`, and `gridwire run` where it cannot start."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, environment, process

GOOD = """
[[feeds]]
name = "wire"
kind = "rss"
url = "https://feeds.example/"
trust = "trusted"
[[destinations]]
platform = "console"
"""
BAD = """
[bot]
timezone = "Mars/Base"
[[feeds]]
name = "wire"
kind = "rsss"
url = "https://feeds.example/"
trust = "trusted"
[[destinations]]
platform = "discord"
channel = "900000000000000003"
[webb]
port = 80
"""


def written(folder: Path, text: str) -> Path:
    """A configuration with this text."""
    path = folder / "gridwire.toml"
    path.write_text(text)
    return path


def test_a_good_configuration_is_counted_up(cli: Cli, tmp_path: Path) -> None:
    """One line: the file, what it has, and where the state is."""
    path = written(tmp_path, GOOD)
    said = cli("check-config", "-c", path, "--data-dir", tmp_path / "s")
    assert (said.code, said.err) == (0, "")
    counts = "good. 1 feed, 1 destination"
    assert said.out == f"{path}: {counts}, state in {tmp_path / 's'}.\n"


def test_a_configuration_that_posts_nowhere_is_good_and_says_so(cli: Cli, tmp_path: Path) -> None:
    """The page is all that some want, but most forgot something."""
    feeds = GOOD[: GOOD.index("[[destinations]]")]
    path = written(tmp_path, feeds + feeds.replace("wire", "other"))
    said = cli("check-config", "-c", path)
    assert (said.code, said.err) == (0, "")
    first, second = said.out.splitlines()
    assert first.startswith(f"{path}: good. 2 feeds, 0 destinations, state in ")
    assert (
        second
        == "nothing is posted anywhere: add a [[destinations]], or say /alerts subscribe in a channel"
    )


@pytest.mark.parametrize("command", ["check-config", "run", "replay", "trades"])
def test_every_problem_comes_at_once(cli: Cli, tmp_path: Path, command: str) -> None:
    """Exit code 2, one sentence a problem, each with its line; nothing is started."""
    path = written(tmp_path, BAD)
    more = [path] if command == "replay" else []
    said = cli(command, "-c", path, "--data-dir", tmp_path / "s", *more)
    assert (said.code, said.out) == (2, "")
    problems = said.err.splitlines()
    assert all(line.startswith(f"gridwire: {path}") for line in problems)
    assert [line.removeprefix(f"gridwire: {path}:").split(":")[0] for line in problems] == [
        "3", "6", "10", "12",
    ]  # fmt: skip
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_configuration_that_cannot_be_read_is_one_sentence(
    cli: Cli, tmp_path: Path, name: str
) -> None:
    """Exit code 2, with the path."""
    said = cli("check-config", "-c", tmp_path / name)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(f"gridwire: {tmp_path / name}: cannot be read")


def test_without_an_option_the_file_of_this_folder_counts(cli: Cli, tmp_path: Path) -> None:
    """`gridwire.toml`, as every command does, and says so when there is none."""
    assert cli("check-config").err.startswith("gridwire: gridwire.toml: cannot be read")
    written(tmp_path, GOOD)
    assert cli("check-config").code == 0
    written(tmp_path, BAD)
    assert [cli(name).code for name in ("check-config", "trades", "run")] == [2, 2, 2]


@pytest.mark.parametrize("below", ["", "further/down"])
def test_a_data_directory_that_is_a_file_is_usage(cli: Cli, tmp_path: Path, below: str) -> None:
    """One sentence, with the option that names another."""
    (tmp_path / "file").write_text("not a directory")
    folder = tmp_path / "file" / below
    said = cli("run", "--data-dir", folder)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(f"gridwire: {folder} cannot be the data directory (")
    assert said.err.endswith("name another with --data-dir.\n")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a directory that takes no file")
def test_a_data_directory_that_takes_no_file_is_tried_again_later(cli: Cli) -> None:
    """Its rights or its disk may be mended: exit code 75 and one sentence."""
    said = cli("run", "--data-dir", "/proc/self")
    assert (said.code, said.out, said.err.count("\n")) == (75, "", 1)
    assert re.search(r"/proc/\d+/gridwire\.db\.lock cannot be used", said.err)


def test_the_data_directory_comes_from_the_environment_too(tmp_path: Path) -> None:
    """The option wins over it."""
    path, env = written(tmp_path, GOOD), environment(GRIDWIRE_DATA_DIR=str(tmp_path / "env"))
    done = process("check-config", "-c", path, env=env)
    assert f"state in {tmp_path / 'env'}." in done.stdout
    done = process("check-config", "-c", path, "--data-dir", tmp_path / "opt", env=env)
    assert f"state in {tmp_path / 'opt'}." in done.stdout
