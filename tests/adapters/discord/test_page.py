"""docs/discord.md: what it says of commands, permissions, settings and messages is what there is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands

from adapters.discord import permissions, row
from adapters.discord.buttons import RIGHTS
from adapters.discord.commands import Commands
from adapters.discord.commands.rights import Right, commands
from adapters.discord.marks import Wish
from adapters.discord.permissions import Permission
from bot.config import default, load
from bot.ports import Backend
from tests.adapters.discord.conftest import TOKEN

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "discord.md").read_text("utf-8")
WHO = {
    Right.EVERYONE: "everybody",
    Right.MANAGER: "managers",
    Right.ADMINISTRATOR: "administrators",
}
_BLOCK = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
async def tree(backend: Backend) -> Commands:
    """The registry of commands."""
    nobody: Any = None
    return Commands(discord.Client(intents=discord.Intents.none()), backend, nobody)


async def test_the_matrix_is_that_of_the_registry(tree: Commands) -> None:
    """Every command with what it does, who may use it and where; the failure prints the table."""
    assert "\n".join(matrix(tree)) in PAGE


def matrix(tree: Commands) -> Iterator[str]:
    """The table, made from the commands alone."""
    yield "| command | what it does | who | where |"
    yield "|---|---|---|---|"
    for command in commands(tree):
        name = command.qualified_name
        yield f"| `/{name}` | {command.description} | {WHO[tree.rights[name]]} | {_where(command)} |"


def _where(command: app_commands.Command[Any, ..., Any]) -> str:
    root = command.root_parent or command
    contexts, installs = root.allowed_contexts, root.allowed_installs
    assert contexts is not None
    assert installs is not None
    places = (contexts.guild, contexts.dm_channel, contexts.private_channel, installs.user)
    named = {(True, True, True, True): "anywhere", (True, False, False, False): "in servers"}
    return named[places]


def test_the_buttons_are_those_of_a_card() -> None:
    """Every label that a card can have, with who may press it."""
    rights = {
        (row.STORY,): RIGHTS[Wish.STORY],
        (row.LINE, row.COMPARE): RIGHTS[Wish.LINES],
        (row.FOLLOW, row.FOLLOW_ALL): RIGHTS[Wish.FOLLOW],
        (row.MUTE,): RIGHTS[Wish.MUTE],
    }
    table = PAGE.split("| button |")[1].split("\n\n")[0].splitlines()[2:]
    told = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table]
    said = [(", ".join(labels), WHO[right]) for labels, right in rights.items()]
    assert [(labels, who) for labels, _, who in told] == said


async def test_every_option_of_a_subscription_is_explained(tree: Commands) -> None:
    """Those of subscribe and of edit, which are the same."""
    both = [c for c in commands(tree) if c.qualified_name in {"alerts subscribe", "alerts edit"}]
    one, other = ({each.name for each in command.parameters} for command in both)
    assert one == other
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \|", PAGE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert one - {"channel"} <= named


def test_every_permission_has_its_row() -> None:
    """With the reason that is told when it is missing."""
    known = [each for each in vars(permissions).values() if isinstance(each, Permission)]
    for each in known:
        assert f"| {each.name} | {each.why} |" in PAGE
    assert len(
        re.findall(r"^\| .* \| .* \| (?:everywhere|in threads|with)", PAGE, re.MULTILINE)
    ) == len(known)


def test_the_settings_of_the_page_load(tmp_path: Path) -> None:
    """As they are copied, the token in its file; then with the channel of the page."""
    (tmp_path / "discord-token").touch(0o600)
    (tmp_path / "discord-token").write_text(f"{TOKEN}\n")
    path = tmp_path / "gridwire.toml"
    settings = (ROOT / "docs" / "discord.toml").read_text("utf-8")
    path.write_text(settings)
    config = load(path, {})
    assert config.discord is not None
    assert (config.discord.token.reveal(), config.destinations) == (TOKEN, ())
    assert config.feeds == default().feeds
    [channel] = _BLOCK.findall(PAGE)
    path.write_text(settings + channel)
    [to] = load(path, {}).destinations
    assert to.quiet is not None
    assert to.manner.pings


def _told() -> list[str]:
    """What stands in the table of what the doctor tells."""
    table = PAGE.split("It tells:")[1].split("In Discord itself:")[0]
    cells = re.findall(r"^\| (`.*?) \| ", table, re.MULTILINE)
    return [text for cell in cells for text in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("text", _told())
def test_every_message_of_the_page_is_one_of_ours(text: str) -> None:
    """What an operator looks up is what was printed."""
    folders = ("bot/app", "bot/config", "adapters/discord/doctor")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    sources = "".join(path.read_text("utf-8") for path in files)
    said = text.removeprefix("token: ")
    assert said in sources
