"""Who may use what: every command, for everybody, everywhere, from the tree itself."""

from typing import Any

import discord
import pytest
from discord import app_commands

from adapters.discord.commands import Commands, rights
from adapters.discord.commands.alerts_look import NONE_YET
from adapters.discord.commands.rights import REFUSALS, Right
from adapters.discord.commands.troubles import CHANGED
from bot.ports import Backend
from tests.adapters.discord.commands.worlds import HOME, RIGHTS, SocketWorld, World
from tests.servers.discord_people import COMMAND, COMPONENT, Spot
from tests.servers.fake_discord import Fault

# What a client must send at least.
NEEDED: dict[str, dict[str, Any]] = {
    "nfl trade": {"trade": "else"},
    "nfl player": {"name": "Dale"},
    "nfl compare": {"one": "A", "other": "B"},
    "nfl leaders": {"statistic": "sacks made"},
    "nfl team": {"club": "GB"},
    "nfl ask": {"question": "who?"},
    "alerts subscribe": {"channel": "trades"},
    "alerts edit": {"channel": "trades"},
    "alerts explain": {"trade": "else"},
    "alerts test": {"channel": "1"},
    "alerts remove": {"channel": "1"},
}
# Who has which right, where; "crew" is the manager role of the server at home.
HAS = {
    "home": {
        "boss": set(Right),
        "manager": {Right.EVERYONE, Right.MANAGER},
        "crew": {Right.EVERYONE, Right.MANAGER},
        "fan": {Right.EVERYONE},
    },
    "away": {
        "boss": set(Right),
        "manager": {Right.EVERYONE, Right.MANAGER},
        "crew": {Right.EVERYONE},
        "fan": {Right.EVERYONE},
    },
}


def matrix(backend: Backend) -> dict[str, Right]:
    """As the documentation shows it."""
    client = discord.Client(intents=discord.Intents.none())
    return dict(Commands(client, backend, Silent()).rights)


class Silent:
    """Posts nothing."""

    async def post(self, *_: Any) -> Any:
        """Never called."""
        raise NotImplementedError

    edit = look_back = post


async def test_every_command_for_everybody_in_both_servers(world: World, backend: Backend) -> None:
    """The command runs, or it is refused to the one who asked alone; no third thing."""
    await world.slash("boss", "alerts manager", role="crew")
    for command, right in matrix(backend).items():
        for place, people in HAS.items():
            for who, has in people.items():
                options = NEEDED.get(command, {})
                if command == "alerts manager" and right in has:
                    options = {"role": "crew"} if place == "home" else {}
                seen = await world.slash(who, command, place=place, **options)
                refused = seen.content in REFUSALS.values()
                assert refused is (right not in has), (command, place, who, seen.text)
                assert seen.ephemeral or right is Right.EVERYONE


async def test_alerts_are_not_offered_in_private(sockets: SocketWorld, backend: Backend) -> None:
    """Discord does not show them there; whoever sends them all the same is refused."""
    registered = {each["name"]: each for each in sockets.far.guilds.commands}
    assert registered["alerts"]["contexts"] == [0]
    assert registered["alerts"]["integration_types"] == [0]
    assert int(registered["alerts"]["default_member_permissions"]) == 1 << 5
    assert registered["nfl"]["contexts"] == [0, 1, 2]
    assert registered["nfl"]["integration_types"] == [0, 1]
    for command, right in matrix(backend).items():
        if right is not Right.EVERYONE:
            root, leaf = command.split()
            inner = {"name": leaf, "type": 1, "options": []}
            data = {"id": "1", "name": root, "type": 1, "options": [inner]}
            person = sockets.person("boss", "dm")
            told = await sockets.far.people.act(person, sockets.spot("dm"), COMMAND, data)
            assert told.message["content"] == REFUSALS[right]


async def test_a_guest_of_a_server_manages_nothing_there(sockets: SocketWorld) -> None:
    """Somebody brought the bot along for himself: the server has not got it."""
    person = sockets.person("boss", "home")
    spot = sockets.spot("home")
    guest = Spot(channel=spot.channel, guild=HOME, owners={"1": person.id})
    inner = {"name": "list", "type": 1, "options": []}
    data = {"id": "1", "name": "alerts", "type": 1, "options": [inner]}
    told = await sockets.far.people.act(person, guest, COMMAND, data)
    assert told.message["content"] == REFUSALS[Right.MANAGER]


@pytest.mark.parametrize("context", [1, 2])
async def test_statistics_are_answered_to_users_who_brought_the_bot(
    sockets: SocketWorld, context: int
) -> None:
    """In direct messages between people too, where the bot is no member."""
    person = sockets.person("fan", "dm")
    channel = {"id": "930000000000000007", "type": 1 if context == 1 else 3, "recipients": []}
    spot = Spot(
        channel=channel | {"last_message_id": None, "name": "us", "icon": None, "owner_id": "1"},
        context=context,
        owners={"1": person.id},
    )
    told = await sockets.far.people.slash(person, spot, "nfl team", {"club": "GB"}, {})
    assert "team GB None" in told.message["embeds"][0]["description"]
    assert not told.ephemeral


async def test_a_button_is_checked_like_its_command(sockets: SocketWorld, backend: Backend) -> None:
    """The manager lost his right between two presses; a stranger forges a button."""
    for number in range(6):
        channel = str(940_000_000_000_000_000 + number)
        await backend.alerts.subscribe(backend.alerts.draft(HOME, channel), "1")
    seen = await sockets.slash("manager", "alerts list")
    assert (await sockets.press("fan", seen, "More ▶")).content == REFUSALS[Right.MANAGER]
    assert (await sockets.press("manager", seen, "More ▶")).replaced


@pytest.mark.parametrize(
    "custom_id",
    [
        'n:0:01:["alerts remove","940000000000000000"].',
        'n:0:01:["alerts pause"].',
        'n:0:01:["nowhere"].',
        'a:0:01:["alerts subscribe","1"].',
    ],
)
async def test_no_button_changes_anything(
    sockets: SocketWorld, backend: Backend, custom_id: str
) -> None:
    """Only commands that change nothing have pages, whatever a button says."""
    await backend.alerts.subscribe(backend.alerts.draft(HOME, "940000000000000000"), "1")
    before = await backend.alerts.subscriptions(HOME)
    told = await press(sockets, custom_id)
    assert told.message["flags"] == 64
    assert await backend.alerts.subscriptions(HOME) == before


async def press(sockets: SocketWorld, custom_id: str) -> Any:
    """Send a press that no message of ours offers."""
    message = (await sockets.slash("boss", "alerts list")).raw.message
    data = {"custom_id": custom_id, "component_type": 2}
    person, spot = sockets.person("boss", "home"), sockets.spot("home")
    return await sockets.far.people.act(person, spot, COMPONENT, data, message=message)


async def test_an_unknown_command_is_explained(sockets: SocketWorld) -> None:
    """Discord's list of commands is older than ours."""
    inner = {"name": "gone", "type": 1, "options": []}
    data = {"id": "1", "name": "alerts", "type": 1, "options": [inner]}
    person, spot = sockets.person("boss", "home"), sockets.spot("home")
    told = await sockets.far.people.act(person, spot, COMMAND, data)
    assert (told.message["content"], told.ephemeral) == (CHANGED, True)


def test_a_command_without_a_right_is_no_command() -> None:
    """A new one that states none breaks the build."""
    tree = app_commands.CommandTree[Any](discord.Client(intents=discord.Intents.none()))

    @tree.command(description="states nothing")
    async def bare(_: discord.Interaction) -> None:
        """Do nothing."""

    with pytest.raises(ValueError, match="/bare states no right"):
        rights.matrix(tree)


async def test_every_right_is_documented_by_the_registry(backend: Backend) -> None:
    """All 18 commands of the two groups, and nothing else."""
    found = matrix(backend)
    assert {name.split()[0] for name in found} == {"nfl", "alerts"}
    assert all(found[name] is Right.EVERYONE for name in found if name.startswith("nfl"))
    assert all(found[name] is not Right.EVERYONE for name in found if name.startswith("alerts"))
    assert set(NEEDED) <= set(found)
    assert set(HAS["home"]) == set(RIGHTS)


async def test_commands_stay_within_discords_sizes(sockets: SocketWorld) -> None:
    """8000 characters a command, names and descriptions within theirs; the schema checks the rest."""
    for command in sockets.far.guilds.commands:
        assert _size(command) <= 8000


def _size(option: dict[str, Any]) -> int:
    """https://docs.discord.com/developers/interactions/application-commands#registering-a-command."""
    own = len(option["name"]) + len(option["description"])
    picks = sum(len(each["name"]) + len(str(each["value"])) for each in option.get("choices") or [])
    return own + picks + sum(map(_size, option.get("options") or []))


async def test_who_cannot_be_checked_may_not(
    sockets: SocketWorld, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is locked: a sentence, and nothing else."""
    from bot.app.chat import ChatAlerts  # noqa: PLC0415
    from bot.errors import StoreError  # noqa: PLC0415

    async def locked(*_: Any) -> str:
        raise StoreError("the database is locked.")

    monkeypatch.setattr(ChatAlerts, "manager_role", locked)
    seen = await sockets.slash("fan", "alerts list")
    assert "try again in a minute" in seen.content
    assert await sockets.complete("fan", "alerts remove", "channel", "") == []
    monkeypatch.undo()
    await backend.alerts.set_manager_role(HOME, sockets.role("crew"))
    assert (await sockets.slash("crew", "alerts list")).text.strip() == NONE_YET


async def test_an_answer_that_discord_refuses_is_logged(
    sockets: SocketWorld, caplog: pytest.LogCaptureFixture
) -> None:
    """The reader is gone; the bot goes on."""
    body = {"code": 10062, "message": "Unknown interaction"}
    sockets.far.faults = [Fault(suffix="/callback", status=404, body=body) for _ in range(2)]
    with pytest.raises(TimeoutError):
        await sockets.slash("fan", "nfl team", club="GB")
    assert "not told" in caplog.messages
    assert "team GB" in (await sockets.slash("fan", "nfl team", club="GB")).text
