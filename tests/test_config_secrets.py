"""Secrets in the configuration: only from the environment or a private file, never told."""

import os
from pathlib import Path

import msgspec
import pytest

from bot.config import load
from bot.config.secret import Secret
from bot.errors import ConfigError
from tests.test_config import ENV, FEED, SLACK, loaded, problems


def private(path: Path, content: bytes, mode: int = 0o600) -> Path:
    """A file with this content and mode."""
    path.write_bytes(content)
    path.chmod(mode)
    return path


def test_secrets_come_from_the_environment(tmp_path: Path) -> None:
    """The file only names the variables, and the log is told what to hide."""
    config = loaded(tmp_path, FEED + SLACK)
    assert [secret.reveal() for secret in config.secrets] == ["b-canary", "a-canary"]
    assert "canary" not in repr(config)


def test_a_secret_comes_from_a_private_file_beside_the_configuration(tmp_path: Path) -> None:
    """An editor's last newline is not part of the token."""
    private(tmp_path / "token", b"f-canary\n")
    config = loaded(tmp_path, FEED + '[discord]\ntoken = "file:token"')
    assert [secret.reveal() for secret in config.secrets] == ["f-canary"]


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused_with_the_fix(tmp_path: Path, mode: int) -> None:
    """As ssh does: a secret that others could read is no longer one."""
    path = private(tmp_path / "token", b"f-canary", mode)
    (problem,) = problems(tmp_path, FEED + f'[discord]\ntoken = "file:{path}"')
    assert problem.endswith(f"is open to other users of this machine: run chmod 600 {path}")


@pytest.mark.parametrize("content", [b"", b" \n", b"two words", b"a\nb", b"\xff", b"x" * 9000])
def test_a_file_that_holds_no_token_is_refused(tmp_path: Path, content: bytes) -> None:
    """What no HTTP header could carry was stored by mistake."""
    path = private(tmp_path / "token", content)
    with pytest.raises(ValueError, match="alone"):
        Secret.resolve(f"file:{path}", {}, tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The operator learns which path was tried."""
    (problem,) = problems(tmp_path, FEED + '[discord]\ntoken = "file:nothing"')
    assert f"cannot be read from {tmp_path / 'nothing'} (No such file or directory)" in problem


@pytest.mark.parametrize("kind", ["pipe", "directory", "device"])
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path, kind: str) -> None:
    """A pipe that nobody writes to does not hold up the start."""
    path = Path("/dev/zero") if kind == "device" else tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path, 0o600)
    elif kind == "directory":
        path.mkdir(0o700)
    (problem,) = problems(tmp_path, FEED + f'[discord]\ntoken = "file:{path}"')
    assert problem.endswith(f"needs a regular file, which {path} is not: store the token in one")


@pytest.mark.parametrize("env", [{}, {"DISCORD_TOKEN": " "}])
def test_a_variable_that_is_not_set_is_named(tmp_path: Path, env: dict[str, str]) -> None:
    """Empty counts as not set: a shell makes it so by mistake."""
    path = tmp_path / "gridwire.toml"
    path.write_text(FEED + '[discord]\ntoken = "env:DISCORD_TOKEN"')
    with pytest.raises(ConfigError, match="environment variable DISCORD_TOKEN, which is not set"):
        load(path, env)


@pytest.mark.parametrize("written", ["xoxb-canary-1", "env:xoxb-canary-1", "ENV:canary", "canary"])
def test_a_secret_written_into_the_file_is_refused_and_not_repeated(
    tmp_path: Path, written: str
) -> None:
    """The message goes to a terminal, a log, a screenshot."""
    (problem,) = problems(tmp_path, FEED + f'[discord]\ntoken = "{written}"')
    assert "[discord]: token" in problem
    assert "canary" not in problem


def test_the_processs_own_environment_is_not_looked_at(tmp_path: Path) -> None:
    """What is not in the argument does not exist."""
    assert not ENV.keys() & os.environ.keys()
    with pytest.raises(ValueError, match="PATH, which is not set"):
        Secret.resolve("env:PATH", {}, tmp_path)


def test_a_secret_shows_nowhere_but_where_it_is_asked_for() -> None:
    """Neither printing, formatting nor serialising gives it away."""
    secret = Secret("t0ken")
    assert [repr(secret), str(secret), f"{secret}", repr([secret])] == ["***"] * 3 + ["[***]"]
    with pytest.raises(TypeError):
        msgspec.json.encode(secret)
    assert secret.reveal() == "t0ken"
