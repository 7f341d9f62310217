"""`gridwire doctor` against a Discord: each thing that can be wrong is one line with what to do."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.discord.doctor.registered import differences
from bot.model import Grade, Mend
from tests.adapters.discord.examined import Doctor, about, amiss, here
from tests.servers.discord_gateway import BOT
from tests.servers.discord_guilds import LEAST
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

FORUM, IN_THREADS = 15, 1 << 38


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
