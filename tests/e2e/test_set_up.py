"""docs/discord.md, walked by somebody who has nothing yet: settings, doctor, invitation, command, first card."""

import asyncio
import re
import sys
from pathlib import Path

from tests.e2e.conftest import POLL_S, SECRETS, World
from tests.servers.discord_gateway import GUILD, READER
from tests.servers.discord_guilds import LEAST
from tests.servers.discord_people import EPHEMERAL, Person, Spot, Told
from tests.servers.fake_discord import CHANNEL

SETTINGS = Path(__file__).resolve().parents[2] / "docs" / "discord.toml"
TOKEN = SECRETS["T_DISCORD"]
TRADES = {"id": str(CHANNEL), "type": 0, "name": "trades", "permissions": "0", "position": 0}
HERE = Spot(channel=TRADES | {"parent_id": None}, guild=GUILD, owners={"0": GUILD}, app=LEAST)
OWNER = Person(id=READER, permissions=1 << 5)  # Manage Server


def settings(world: World) -> str:
    """Those of the page; only the addresses are of this machine, and nothing is fetched for statistics."""
    own = f'allow_private = true\npoll_s = {POLL_S}\ntrust = "'
    text = SETTINGS.read_text("utf-8").replace('trust = "', own)
    text = text.replace('kind = "espn-news"', 'kind = "rss"')
    text = re.sub(r'url = ".*/transactions"', f'url = "{world.feeds.wire}"', text)
    text = re.sub(r'url = "https.*news"', f'url = "{world.feeds.news}"', text)
    far = f'api_base = "{world.discord.api_base}"\ngateway = "{world.discord.gateway.url}"\n'
    return f'{text}{far}[bot]\ndata_dir = "state"\n[stats]\nrefresh_h = 0\n[web]\nport = 0\n'


async def doctor(world: World) -> dict[str, str]:
    """What it says: each check with its grade."""
    words = ("-m", "bot", "doctor", "-c", str(world.folder / "gridwire.toml"))
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, *words, stdout=pipe, stderr=pipe)
    out, err = await asyncio.wait_for(process.communicate(), 20)
    assert (err, process.returncode) == (b"", 1)  # without statistics there is always a warning
    assert TOKEN not in out.decode()
    lines = [line.split(maxsplit=1) for line in out.decode().splitlines()]
    return {text.split(": ")[0]: grade for grade, text in lines}


async def says(world: World, command: str) -> Told:
    """The owner uses a command in the channel; only he sees the answer."""
    told = await world.discord.people.slash(OWNER, HERE, command, {}, {})
    assert told.message["flags"] & EPHEMERAL
    return told


async def test_from_nothing_to_the_first_card(world: World) -> None:
    """Each step of the page does what it says, and the doctor's warnings go one after the other."""
    discord = world.discord
    discord.guilds.joined.clear()
    (world.folder / "discord-token").touch(0o600)
    (world.folder / "discord-token").write_text(f"{TOKEN}\n")
    (world.folder / "gridwire.toml").write_text(settings(world))

    found = await doctor(world)
    warned = {"database", "statistics", "destinations", "servers", "commands"}
    assert {check for check, grade in found.items() if grade == "warn"} == warned
    assert "FAIL" not in found.values()

    discord.guilds.joined.append(GUILD)  # the invitation
    async with world.running(settings(world)):
        await world.baselines()
        await world.until(discord.gateway.ready.is_set)
        told = await says(world, "alerts subscribe")
        assert "confirmed trades of every club" in str(told.message)
        assert "missing" not in str(told.message)
        told = await says(world, "alerts test")
        assert "it was read back" in str(told.message)
        [sample] = discord.shown()
        assert "TEST" in str(sample)

        world.feeds.publish(
            "Packers trade TE Dale Preston to Jets for 2027 fourth-round pick",
            "The Packers are trading Dale Preston to the Jets, sources told ESPN's Adam Schefter.",
        )
        await world.until(lambda: len(discord.shown()) == 2)
        assert "Dale Preston" in str(discord.shown()[-1])
        found = await doctor(world)
    assert [check for check, grade in found.items() if grade != "ok"] == ["statistics"]
    assert f"discord:{CHANNEL}" in found
    world.assert_well_behaved()
