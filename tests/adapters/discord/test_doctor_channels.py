"""`gridwire doctor` and channels: what is missing in each, permission by permission."""

from typing import Any

import pytest

from bot.model import Grade, Manner, Mend, Status
from tests.adapters.discord.examined import Doctor, about, amiss, here, there
from tests.servers.discord_gateway import GUILD
from tests.servers.discord_guilds import BOT_ROLE, LEAST, overwrite, role
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

VIEW, SEND, EMBED, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 16
IN_THREADS, OPEN_THREADS, MENTION = 1 << 38, 1 << 35, 1 << 17
TEXT, VOICE, CATEGORY, NEWS, THREAD, FORUM, MEDIA = 0, 2, 4, 5, 11, 15, 16


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


async def test_a_media_channel_is_a_forum(doctor: Doctor, far: FakeDiscord) -> None:
    """To programs; it needs what a forum needs."""
    far.channels.details[str(CHANNEL)] = {"type": MEDIA}
    assert "Send Messages in Threads" in about(await doctor(here()), here().id).text
    far.guilds.permissions |= IN_THREADS
    assert about(await doctor(here()), here().id).grade is Grade.OK


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
