"""`gridwire doctor`: the lines, the list for programs, and the exit code of the worst."""

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest

from bot.cli import main
from bot.cli.doctor import exit_code
from bot.model import Finding, Mend, broken, odd, well
from bot.store import SqliteStore, open_database
from tests.builders import NOON
from tests.cli.conftest import Cli, Said
from tests.cli.test_settings import GOOD
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

TOKEN = "canary.never-to-be-seen.0123456789"  # noqa: S105 - opens nothing
FEED = GOOD[: GOOD.index("[[destinations]]")]


class Owner:
    """Somebody who sets up a bot and asks what is missing."""

    def __init__(
        self,
        folder: Path,
        discord: FakeDiscord,
        capsys: pytest.CaptureFixture[str],
        env: pytest.MonkeyPatch,
    ) -> None:
        self.folder, self.discord = folder, discord
        self._capsys, self._env = capsys, env
        self.token(TOKEN)
        self.writes(
            f'{FEED}[discord]\ntoken = "env:T_DISCORD"\napi_base = "{discord.api_base}"\n'
            f'[[destinations]]\nplatform = "discord"\nchannel = "{CHANNEL}"\n'
        )

    def token(self, text: str) -> None:
        """Export it."""
        self._env.setenv("T_DISCORD", text)

    def writes(self, text: str) -> None:
        """Write the configuration."""
        (self.folder / "gridwire.toml").write_text(text)

    async def asks(self, *more: str) -> Said:
        """Run the command in a thread of its own, as it has an event loop of its own."""
        self._capsys.readouterr()
        words = ["doctor", "--data-dir", str(self.folder / "state"), *more]
        code = await asyncio.to_thread(main, words)
        out, err = self._capsys.readouterr()
        assert TOKEN not in out + err
        return Said(code=code, out=out, err=err)


@pytest.fixture
async def owner(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Owner]:
    """An owner in a folder of his own, with a Discord."""
    monkeypatch.chdir(tmp_path)
    async with FakeDiscord(TOKEN) as discord:
        yield Owner(tmp_path, discord, capsys, monkeypatch)
    assert discord.violations == []


async def test_before_the_first_start_there_are_warnings_alone(owner: Owner) -> None:
    """The files are not there yet, and each line says how they come."""
    said = await owner.asks()
    assert (said.code, said.err) == (1, "")
    lines = dict(line.split(": ", 1) for line in said.out.splitlines())
    assert lines["ok    configuration"] == "gridwire.toml is good"
    assert "start gridwire run" in lines["warn  database"]
    assert "gridwire stats load" in lines["warn  statistics"]
    assert lines[f"ok    discord:{CHANNEL}"].startswith("#trades")
    assert lines["ok    invitation"].startswith("https://discord.com/oauth2/authorize?client_id=")


async def test_a_database_that_is_there_is_well_unless_cards_are_held(owner: Owner) -> None:
    """A pause that was forgotten is why nothing comes."""
    (owner.folder / "state").mkdir()
    async with open_database(owner.folder / "state" / "gridwire.db") as database:
        assert "ok    database: " in (await owner.asks()).out
        await SqliteStore(database).set_brake("pause", "a test", NOON)
    said = await owner.asks()
    assert "warn  database: new cards are held: paused: a test: gridwire resume" in said.out


@pytest.mark.parametrize("name", ["gridwire.db", "stats.db"])
async def test_a_foreign_file_needs_a_person(owner: Owner, name: str) -> None:
    """As with the commands that use it: 78."""
    (owner.folder / "state").mkdir()
    (owner.folder / "state" / name).write_bytes(b"not a database" * 200)
    said = await owner.asks()
    assert said.code == 78
    assert f"FAIL  {'database' if name == 'gridwire.db' else 'statistics'}: " in said.out


async def test_a_refused_token_needs_a_person(owner: Owner) -> None:
    """Without it nothing else of Discord can be asked."""
    owner.token("other.token.0123456789")
    said = await owner.asks()
    assert said.code == 78
    assert "FAIL  token: Discord does not accept it: press Reset Token" in said.out
    assert "other.token" not in said.out + said.err


async def test_an_outage_is_for_later(owner: Owner) -> None:
    """75, as everywhere."""
    owner.discord.faults.append(Fault(method="GET", suffix="/users/@me", status=503))
    said = await owner.asks()
    assert (said.code, "FAIL  token: " in said.out) == (75, True)


async def test_a_wrong_channel_is_a_wrong_configuration(owner: Owner) -> None:
    """2, as check-config has it."""
    owner.discord.channels.states.clear()
    said = await owner.asks()
    assert said.code == 2
    assert f"FAIL  discord:{CHANNEL}: there is no channel with this number: copy" in said.out


async def test_a_configuration_that_cannot_be_used_is_all_that_is_told(owner: Owner) -> None:
    """Every problem with its line; nothing is asked of anybody."""
    owner.writes("[discrod]\n")
    said = await owner.asks()
    assert (said.code, owner.discord.requests) == (2, [])
    lines = said.out.splitlines()
    assert all(line.startswith("FAIL  configuration: gridwire.toml:") for line in lines)
    assert ["is missing" in lines[0], 'did you mean "discord"?' in lines[1]] == [True, True]


async def test_programs_get_a_list(owner: Owner) -> None:
    """The same findings, and null where nothing is to be done."""
    said = await owner.asks("--json")
    found = {each["check"]: each for each in json.loads(said.out)}
    assert found["token"]["grade"] == "ok"
    assert (found["token"]["do"], found["token"]["mend"]) == (None, None)
    assert found["database"]["grade"] == "warn"
    owner.writes("[discrod]\n")
    broken_ones = json.loads((await owner.asks("--json")).out)
    assert {(each["grade"], each["mend"]) for each in broken_ones} == {("fail", "setting")}


async def test_without_discord_only_the_files_are_looked_at(owner: Owner) -> None:
    """Somebody may post to Slack alone."""
    owner.writes(GOOD)
    said = await owner.asks()
    assert (said.code, owner.discord.requests) == (1, [])
    assert "warn  discord: there is no [discord] table" in said.out


async def test_a_bot_without_destinations_is_told_of_the_command(owner: Owner) -> None:
    """The first way is the chat."""
    kept = (owner.folder / "gridwire.toml").read_text().split("[[destinations]]")[0]
    owner.writes(kept)
    assert "warn  destinations: nothing is posted anywhere: say /alerts" in (await owner.asks()).out


def test_the_code_is_that_of_the_worst() -> None:
    """Whatever else is found."""
    codes = {
        well("a", "x"): 0,
        odd("b", "x", "y"): 1,
        broken("c", "x", "y", Mend.WAITING): 75,
        broken("d", "x", "y", Mend.SETTING): 2,
        broken("e", "x", "y", Mend.PERSON): 78,
    }
    rank: list[Finding] = list(codes)
    for one, other in product(rank, rank):
        worst = max(one, other, key=rank.index)
        assert exit_code([one, other]) == codes[worst]
    assert exit_code([]) == 0


def test_without_a_file_the_missing_file_is_told(cli: Cli) -> None:
    """There is nothing to check that nobody configured."""
    said = cli("doctor")
    assert (said.code, said.err) == (2, "")
    assert said.out.startswith("FAIL  configuration: gridwire.toml: cannot be read (")
