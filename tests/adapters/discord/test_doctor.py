"""`gridwire doctor` against a Discord: each thing that can be wrong is one line with what to do."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import pytest

from adapters.discord.doctor import examine
from adapters.discord.doctor.registered import described, differences
from bot.model import Destination, DestinationId, Finding, Grade, Manner, Mend, Status
from tests.adapters.discord.conftest import TOKEN
from tests.builders import a_destination
from tests.servers.discord_gateway import BOT, GUILD
from tests.servers.discord_guilds import BOT_ROLE, LEAST, overwrite, role
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

Doctor = Callable[..., Awaitable[list[Finding]]]
VIEW, SEND, EMBED, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 16
IN_THREADS, OPEN_THREADS, MENTION = 1 << 38, 1 << 35, 1 << 17
TEXT, VOICE, CATEGORY, NEWS, THREAD, FORUM = 0, 2, 4, 5, 11, 15


def there(channel: int, **more: Any) -> Destination:
    """A destination in this channel."""
    return a_destination(id=DestinationId(f"discord:{channel}"), channel=str(channel), **more)


def here(**more: Any) -> Destination:
    """One in the fake's first channel."""
    return there(CHANNEL, **more)


@pytest.fixture
def doctor(far: FakeDiscord) -> Doctor:
    """Looks at the fake; the token is in nothing that it says."""
    client = discord.Client(intents=discord.Intents.none())
    far.guilds.register([dict(command) for command in described(client)])

    async def look(*places: Destination, token: str = TOKEN) -> list[Finding]:
        found = await examine(token, api_base=far.api_base, destinations=places)
        assert token not in repr(found)
        return found

    return look


def about(found: list[Finding], check: str) -> Finding:
    """The only finding of a check."""
    [one] = [each for each in found if each.check == check]
    return one


def amiss(found: list[Finding]) -> list[tuple[str, Grade]]:
    """What is not well."""
    return [(each.check, each.grade) for each in found if each.grade is not Grade.OK]


async def test_all_is_well(doctor: Doctor, far: FakeDiscord) -> None:
    """The least permissions are enough, and nothing is posted or changed."""
    found = await doctor(here())
    assert amiss(found) == []
    assert about(found, here().id).text == "#trades, text: every permission is granted"
    assert about(found, "servers").text == "in 1 server: readers"
    assert about(found, "clock").text == "as Discord's"
    assert {request.method for request in far.requests} == {"GET"}


async def test_the_invitation_asks_for_the_least(doctor: Doctor, far: FakeDiscord) -> None:
    """Four permissions; for a forum also what its posts need."""
    text = about(await doctor(here()), "invitation").text
    assert text.endswith("&scope=bot+applications.commands&permissions=84992")
    far.channels.details[str(CHANNEL)] = {"type": FORUM}
    text = about(await doctor(here()), "invitation").text
    assert text.endswith(f"&permissions={LEAST | IN_THREADS}")


async def test_a_refused_token_ends_the_examination(doctor: Doctor) -> None:
    """One line; a person must mend it."""
    [found] = await doctor(here(), token="other.token.0123456789")
    assert (found.check, found.grade, found.mend) == ("token", Grade.FAIL, Mend.PERSON)
    assert "Reset Token" in found.do


async def test_a_discord_that_does_not_answer_is_tried_later(
    doctor: Doctor, far: FakeDiscord
) -> None:
    """Nobody need do anything."""
    far.faults.append(Fault(method="GET", suffix="/users/@me", status=503))
    [found] = await doctor(here())
    assert (found.check, found.mend) == ("token", Mend.WAITING)


@pytest.mark.parametrize(
    ("told", "grade", "said"),
    [
        ({"interactions_endpoint_url": "https://x.test/"}, Grade.FAIL, "no button reaches the bot"),
        ({"bot_require_code_grant": True}, Grade.FAIL, "the invitation fails"),
    ],
)
async def test_a_wrong_switch_of_the_application(
    doctor: Doctor, far: FakeDiscord, told: dict[str, Any], grade: Grade, said: str
) -> None:
    """Each is named with the page where it is."""
    far.application |= told
    first, second = (each for each in await doctor(here()) if each.check == "application")
    assert (first.grade, first.mend, second.grade) == (grade, Mend.PERSON, Grade.OK)
    assert said in first.text
    assert "in the developer portal" in first.do


@pytest.mark.parametrize(
    ("bit", "name"), [(12, "Presence"), (15, "Server Members"), (19, "Message Content")]
)
async def test_a_privileged_intent_is_not_needed(
    doctor: Doctor, far: FakeDiscord, bit: int, name: str
) -> None:
    """Who reads nobody's messages should not be able to."""
    far.application["flags"] = 1 << bit
    found = about(await doctor(here()), "intents")
    assert (found.grade, found.text) == (Grade.WARN, f"{name} Intent is on, and is not needed")


async def test_a_gateway_without_sessions_is_for_later(doctor: Doctor, far: FakeDiscord) -> None:
    """Commands are deaf for a day; cards go out."""
    far.gateway.remaining = 1
    assert about(await doctor(here()), "gateway").text == "1 connections are left today"
    far.gateway.remaining, far.gateway.shards = 3, 4
    found = about(await doctor(here()), "gateway")
    assert (found.grade, found.mend) == (Grade.FAIL, Mend.WAITING)


async def test_a_bot_in_no_server_is_invited(doctor: Doctor, far: FakeDiscord) -> None:
    """With the address in the same output."""
    far.guilds.joined.clear()
    assert amiss(await doctor()) == [("servers", Grade.WARN)]


@pytest.mark.parametrize(
    ("bit", "grade", "name"),
    [
        (SEND, Grade.FAIL, "Send Messages"),
        (EMBED, Grade.FAIL, "Embed Links"),
        (HISTORY, Grade.WARN, "Read Message History"),
    ],
)
async def test_each_missing_permission_is_named(
    doctor: Doctor, far: FakeDiscord, bit: int, grade: Grade, name: str
) -> None:
    """Whether the role lacks it or the channel takes it away."""
    far.guilds.permissions &= ~bit
    lacking = about(await doctor(here()), here().id)
    assert (lacking.grade, lacking.do[:12]) == (grade, "grant it to ")
    assert lacking.text.startswith(f"#trades lacks {name} (")
    far.guilds.permissions |= bit
    taken = [overwrite(BOT_ROLE, deny=bit)]
    far.channels.details[str(CHANNEL)] = {"permission_overwrites": taken}
    assert about(await doctor(here()), here().id) == lacking


async def test_several_missing_permissions_are_a_line_each(
    doctor: Doctor, far: FakeDiscord
) -> None:
    """One by one, so that one by one can be granted."""
    far.guilds.permissions = VIEW
    found = [each for each in await doctor(here()) if each.check == here().id]
    assert [each.text.split("lacks ")[1].split(" (")[0] for each in found] == [
        "Send Messages",
        "Embed Links",
        "Read Message History",
    ]


@pytest.mark.parametrize(
    ("kind", "manner", "enough"),
    [
        (NEWS, Manner(publish=True), LEAST),
        (VOICE, Manner(), LEAST),
        (FORUM, Manner(), LEAST | IN_THREADS),
        (TEXT, Manner(thread=True), LEAST | OPEN_THREADS),
    ],
)
async def test_each_kind_of_channel_needs_its_own(
    doctor: Doctor, far: FakeDiscord, kind: int, manner: Manner, enough: int
) -> None:
    """What is enough is enough, and no bit of it can go."""
    far.channels.details[str(CHANNEL)] = {"type": kind, "bitrate": 64000, "user_limit": 0}
    to = here(manner=manner)
    far.guilds.permissions = enough
    assert amiss([each for each in await doctor(to) if each.check == to.id]) == []
    for bit in (1 << n for n in range(64) if enough >> n & 1):
        far.guilds.permissions = enough & ~bit
        assert len(amiss([each for each in await doctor(to) if each.check == to.id])) == 1


async def test_a_thread_has_the_permissions_of_its_channel(
    doctor: Doctor, far: FakeDiscord
) -> None:
    """With one of its own for writing; and it can be closed."""
    number = str(CHANNEL + 1)
    thread = there(CHANNEL + 1)
    far.channels.states[number] = "open"
    far.channels.details[number] = {"type": THREAD, "parent_id": str(CHANNEL), "name": "talk"}
    found = about(await doctor(thread), thread.id)
    assert found.text.startswith("#talk lacks Send Messages in Threads (")
    far.guilds.permissions |= IN_THREADS
    assert about(await doctor(thread), thread.id).grade is Grade.OK
    closed = {"archived": True, "locked": False}
    far.channels.details[number]["thread_metadata"] = closed
    assert about(await doctor(thread), thread.id).grade is Grade.WARN
    closed["locked"] = True
    assert about(await doctor(thread), thread.id).text == "the thread talk is locked"


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ({"type": CATEGORY}, "category"),
        ({"type": 13}, "stage_voice"),
        ({"type": 1, "guild_id": None}, "private"),
        ({"type": 99}, "unknown_99"),
    ],
)
async def test_not_every_channel_takes_cards(
    doctor: Doctor, far: FakeDiscord, told: dict[str, Any], called: str
) -> None:
    """A number of something else was copied; what Discord invents next is no outage."""
    far.channels.details[str(CHANNEL)] = told
    found = about(await doctor(here()), here().id)
    assert (found.grade, found.mend) == (Grade.FAIL, Mend.SETTING)
    assert found.text == f"#trades takes no messages: it is a {called} channel"


@pytest.mark.parametrize(("server", "mend"), [("", Mend.SETTING), (GUILD, Mend.PERSON)])
async def test_a_channel_that_is_not_there(doctor: Doctor, server: str, mend: Mend) -> None:
    """In the file the number is wrong; in a chat it was deleted."""
    gone = there(42, server=server)
    found = about(await doctor(gone), gone.id)
    assert (found.text, found.mend) == ("there is no channel with this number", mend)
    assert ("/alerts remove" in found.do) is bool(server)


async def test_a_channel_that_is_not_seen(doctor: Doctor, far: FakeDiscord) -> None:
    """The bot is not in the server, or not in the channel; the next one is looked at."""
    far.channels.states[str(CHANNEL)] = "no_access"
    other = there(CHANNEL + 1)
    far.channels.states[other.channel] = "open"
    found = await doctor(here(), other)
    assert about(found, here().id).text == "the bot does not see this channel"
    assert "View Channel" in about(found, here().id).do
    assert about(found, other.id).grade is Grade.OK


async def test_an_outage_is_met_once(doctor: Doctor, far: FakeDiscord) -> None:
    """A hundred channels would not be answered either."""
    far.faults.append(Fault(method="GET", suffix=str(CHANNEL), status=503))
    found = await doctor(here(), there(43))
    assert about(found, here().id).mend is Mend.WAITING
    assert about(found, here().id).text.endswith("; 2 not looked at")


async def test_a_paused_channel_is_well_and_says_so(doctor: Doctor) -> None:
    """Nothing is wrong, and nothing comes."""
    found = about(await doctor(here(paused=True, server=GUILD)), here().id)
    assert found.text.endswith("granted; paused by a manager")


async def test_what_has_no_effect_is_said(doctor: Doctor, far: FakeDiscord) -> None:
    """Publishing from a text channel, and a thread in a forum."""
    found = about(await doctor(here(manner=Manner(publish=True))), here().id)
    assert found.text == "publish has no effect: #trades is no announcement channel"
    far.channels.details[str(CHANNEL)] = {"type": FORUM}
    far.guilds.permissions |= IN_THREADS
    found = about(await doctor(here(manner=Manner(thread=True))), here().id)
    assert found.text.startswith("thread has no effect")


async def test_a_role_that_is_not_called_is_said(doctor: Doctor, far: FakeDiscord) -> None:
    """It is of another server, or nobody may mention it."""
    to = here(manner=Manner(pings=((Status.OFFICIAL, "7"),)))
    assert about(await doctor(to), to.id).text.endswith("is not one of this server")
    far.guilds.roles = [role("7", "fans")]
    assert about(await doctor(to), to.id).text.endswith("is not called")
    far.guilds.permissions |= MENTION
    assert about(await doctor(to), to.id).grade is Grade.OK
    far.guilds.permissions &= ~MENTION
    far.guilds.roles = [role("7", "fans", mentionable=True)]
    assert about(await doctor(to), to.id).grade is Grade.OK


@pytest.mark.parametrize(
    ("seconds", "grade"), [(-5, Grade.OK), (-60, Grade.WARN), (60, Grade.WARN), (400, Grade.FAIL)]
)
async def test_a_clock_that_is_off_is_told(
    doctor: Doctor, far: FakeDiscord, seconds: int, grade: Grade
) -> None:
    """What counts as news, and when hours are quiet, hangs on it."""
    far.dates = lambda: datetime.now(UTC) + timedelta(seconds=seconds)
    found = about(await doctor(here()), "clock")
    assert found.grade is grade
    if grade is not Grade.OK:
        assert ("behind" if seconds > 0 else "ahead of") in found.text


async def test_commands_of_another_version_are_told(doctor: Doctor, far: FakeDiscord) -> None:
    """Missing, changed or left over; the service registers them at its start."""
    nfl, alerts = far.guilds.commands
    alerts["options"][0]["description"] += " or so"
    far.guilds.commands = [alerts, {**nfl, "name": "nfl2"}]
    found = about(await doctor(here()), "commands")
    assert found.grade is Grade.WARN
    assert found.text == (
        "/nfl is not registered; /alerts is registered in another form; "
        "/nfl2 is registered and not known here"
    )
    assert found.do.startswith("start gridwire run")


def test_what_discord_adds_to_a_command_is_no_difference() -> None:
    """Ids, defaults and the order of places; but a changed word is one."""
    ours = {"name": "a", "description": "d", "contexts": [1, 0], "options": []}
    kept = ours | {"id": "1", "version": "2", "type": 1, "contexts": [0, 1], "nsfw": False}
    kept |= {"integration_types": [0], "default_member_permissions": None}
    assert list(differences([ours], [kept])) == []
    assert len(list(differences([ours], [kept | {"description": "e"}]))) == 1
    assert list(differences([ours | {"default_member_permissions": 32}], [kept])) != []
    kept["default_member_permissions"] = "32"
    assert list(differences([ours | {"default_member_permissions": 32}], [kept])) == []


async def test_hostile_names_stay_on_their_line(doctor: Doctor, far: FakeDiscord) -> None:
    """Names of servers and channels are others' text."""
    far.channels.details[str(CHANNEL)] = {"name": "a\n\x1b[31mFAIL\u202e"}
    far.application["name"] = "x\r\ny"
    found = await doctor(here())
    assert all(each.text.isprintable() for each in found)
    assert about(found, "token").text.endswith(f"is {BOT['username']}")
