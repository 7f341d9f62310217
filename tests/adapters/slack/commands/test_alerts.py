"""`/alerts`: the form, the looks, pausing, removing, testing."""

from typing import Any

import pytest

from adapters.slack.commands import form
from bot.model import Importance, Status, Style
from tests.adapters.slack.commands.conftest import AWAY, HOME, World
from tests.servers.fake_slack import Kind
from tests.servers.slack_people import Seen, picked

ALL_OF_IT: dict[str, Any] = {
    "channel": {"selected_conversation": "C1"},
    "clubs": picked("GB", "CHI"),
    "positions": picked("QB"),
    "kinds": picked("trade"),
    "rumours": picked("rumours"),
    "importance": picked("major"),
    "style": picked("compact"),
    "quiet_from": picked("22"),
    "quiet_to": picked("7"),
    "zone": picked("America/Chicago"),
}
NOTHING: dict[str, Any] = {
    "channel": {"selected_conversation": "C1"},
    "kinds": picked("every"),
    "importance": picked("minor"),
    "style": picked("full"),
}


async def filled(world: World, command: str, values: dict[str, Any], text: str = "") -> Seen:
    """Open the form and send it."""
    await world.home.slash("UBOSS", "/alerts", f"{command} {text}")
    window = list(world.home.directory.windows)[-1]
    return await world.home.submit("UBOSS", window, values)


async def test_a_form_subscribes_a_channel_with_every_wish(world: World) -> None:
    """What was chosen is kept, and said in words in the window itself."""
    seen = await filled(world, "subscribe", ALL_OF_IT)
    assert seen.ack["response_action"] == "update"
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert (to.server, to.channel, to.clubs, to.positions) == (HOME, "C1", ("GB", "CHI"), ("QB",))
    assert (to.least, to.manner.style) == (Importance.MAJOR, Style.COMPACT)
    assert Status.RUMOUR in to.statuses
    assert to.quiet is not None
    assert (to.quiet.start, to.quiet.end, to.quiet.zone.key) == (22, 7, "America/Chicago")
    for words in ("<#C1> gets:", "Packers, Bears", "only with a QB", "quiet from 22:00 to 7:00"):
        assert words in seen.text


async def test_the_form_to_edit_shows_what_there_is_and_takes_it_away(world: World) -> None:
    """Every field comes filled; what is emptied is over."""
    await filled(world, "subscribe", ALL_OF_IT)
    await world.home.slash("UBOSS", "/alerts", "edit <#C1|trades>")
    view = list(world.home.directory.windows.values())[-1]
    elements = {each["block_id"]: each["element"] for each in view["blocks"] if "element" in each}
    assert set(elements) == set(form.LABELS) - {"channel"}
    assert [each["value"] for each in elements["clubs"]["initial_options"]] == ["GB", "CHI"]
    assert elements["quiet_from"]["initial_option"]["value"] == "22"
    assert elements["zone"]["initial_option"]["value"] == "America/Chicago"
    assert elements["rumours"]["initial_options"] == elements["rumours"]["options"]
    seen = await filled(world, "edit", NOTHING, "here")
    (to,) = await world.backend.alerts.subscriptions(HOME)
    draft = world.backend.alerts.draft(HOME, "C1")
    assert (to.clubs, to.positions, to.kinds, to.quiet) == ((), (), (), None)
    assert (to.statuses, to.least, to.manner) == (draft.statuses, draft.least, draft.manner)
    assert "every club" in seen.text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (NOTHING | {"quiet_from": picked("22")}, "quiet_to"),
        (NOTHING | {"quiet_to": picked("7")}, "quiet_from"),
        (NOTHING | {"channel": {}}, "channel"),
    ],
)
async def test_a_field_that_is_wrong_is_marked_in_the_form(
    world: World, values: dict[str, Any], field: str
) -> None:
    """The form stays open; nothing is kept."""
    await world.home.slash("UBOSS", "/alerts", "subscribe")
    window = list(world.home.directory.windows)[-1]
    seen = await world.home.submit("UBOSS", window, values, answers=0)
    assert list(seen.ack["errors"]) == [field]
    assert await world.backend.alerts.subscriptions(HOME) == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (NOTHING | {"channel": {"selected_conversation": "CNOWHERE"}}, "does not see <#CNOWHERE>"),
        (NOTHING | {"channel": {"selected_conversation": "C2"}}, "does not see <#C2>"),
        (NOTHING | {"zone": picked("Mars/Base"), "quiet_from": picked("1"), "quiet_to": picked("2")},
         "“Mars/Base” is no time zone"),
        (NOTHING | {"clubs": picked("NOBODY")}, "is no club"),
        (NOTHING | {"positions": picked("XX")}, "is no position"),
    ],
)  # fmt: skip
async def test_what_cannot_be_kept_is_said_in_the_window(
    world: World, values: dict[str, Any], said: str
) -> None:
    """A client of Slack's sends no such thing; others may."""
    assert said in (await filled(world, "subscribe", values)).text
    assert await world.backend.alerts.subscriptions(HOME) == []


async def test_what_the_bot_lacks_is_said(world: World) -> None:
    """It sees the channel, but is not in it; it was archived; Slack does not tell."""
    shut = NOTHING | {"channel": {"selected_conversation": "C1SHUT"}}
    assert "is not in the channel" in (await filled(world, "subscribe", shut)).text
    world.home.directory.channels["C1SHUT"] = {"is_archived": True}
    assert "is archived" in (await world.home.slash("UBOSS", "/alerts", "status")).text
    world.fake.fail("conversations.info", Kind.ERROR)
    assert "does not tell just now" in (await world.home.slash("UBOSS", "/alerts", "status")).text
    del world.home.directory.channels["C1SHUT"]
    assert "is not in the channel" in (await world.home.slash("UBOSS", "/alerts", "status")).text


async def test_a_window_that_opens_too_late_is_told(world: World) -> None:
    """Slack's trigger lives three seconds."""
    world.fake.fail("views.open", Kind.CODE, code="expired_trigger_id")
    seen = await world.home.slash("UBOSS", "/alerts", "subscribe", answers=2)
    assert "try again" in seen.messages[-1]["text"]


async def test_alerts_are_listed_paused_and_ended(world: World) -> None:
    """One channel, or all; named, or here."""
    await filled(world, "subscribe", NOTHING)
    await filled(world, "subscribe", NOTHING | {"channel": {"selected_conversation": "C1NEWS"}})
    listed = await world.home.slash("UBOSS", "/alerts", "list")
    assert "<#C1>" in listed.text
    assert "<#C1NEWS>" in listed.text
    seen = await world.home.slash("UBOSS", "/alerts", "pause")
    assert "No new card starts in <#C1>, <#C1NEWS>," in seen.text
    assert "*paused*" in (await world.home.slash("UBOSS", "/alerts", "list")).text
    assert (
        "start again in <#C1>," in (await world.home.slash("UBOSS", "/alerts", "resume here")).text
    )
    paused = {to.channel: to.paused for to in await world.backend.alerts.subscriptions(HOME)}
    assert paused == {"C1": False, "C1NEWS": True}
    seen = await world.home.slash("UBOSS", "/alerts", "remove <#C1NEWS|news>")
    assert "gets no more alerts" in seen.text
    seen = await world.home.slash("UBOSS", "/alerts", "remove <#C1NEWS|news>")
    assert "has no alerts in <#C1NEWS>" in seen.text
    assert "<#C1> gets no" in (await world.home.slash("UBOSS", "/alerts", "remove")).text


async def test_alerts_come_in_pages(world: World) -> None:
    """Turned in place; none of them can be shared."""
    for number in range(7):
        draft = world.backend.alerts.draft(HOME, f"C7{number}")
        await world.backend.alerts.subscribe(draft, "UBOSS")
    seen = await world.home.slash("UBOSS", "/alerts", "list")
    assert "Share in channel" not in seen.buttons()
    turned = await world.home.press("UBOSS", seen.buttons()["Page 1 of 2 · more ▶"])
    assert turned.shown["replace_original"] is True
    assert "<#C76>" in turned.text
    forged = {**seen.buttons()["Page 1 of 2 · more ▶"], "action_id": "share"}
    assert "no longer known" in (await world.home.press("UBOSS", forged)).text


async def test_nothing_yet_is_said(world: World) -> None:
    """With where to begin."""
    for name in ("list", "status"):
        seen = await world.home.slash("UBOSS", "/alerts", name)
        assert "start with /alerts subscribe" in seen.text
    assert "Nothing failed" in (await world.home.slash("UBOSS", "/alerts", "failed")).text
    assert "No trade is known" in (await world.home.slash("UBOSS", "/alerts", "explain x")).text
    assert "Say which trade" in (await world.home.slash("UBOSS", "/alerts", "explain")).text
    assert "has no alerts yet" in (await world.home.slash("UBOSS", "/alerts", "edit here")).text


@pytest.mark.parametrize("typed", ["pause trades", "test #trades", "subscribe ?", "edit <@U1>"])
async def test_what_is_no_channel_is_told(world: World, typed: str) -> None:
    """Slack writes a picked channel so that it is known for sure; a name is not."""
    assert "no channel" in (await world.home.slash("UBOSS", "/alerts", typed)).text


async def test_a_sample_is_posted_and_read_back(world: World) -> None:
    """Each test is a card of its own, which says that it is none."""
    await filled(world, "subscribe", NOTHING)
    for _ in range(2):
        seen = await world.home.slash("UBOSS", "/alerts", "test")
        assert "A sample card is in <#C1>, and it was read back" in seen.text
    assert len(world.fake.world.messages["C1"]) == 2
    assert "TEST" in str(world.fake.world.messages["C1"][0].shown["blocks"])


@pytest.mark.parametrize(
    ("method", "code", "said"),
    [
        ("chat.postMessage", "not_in_channel", "Slack refuses <#C1>"),
        ("chat.postMessage", "fatal_error", "could not be posted"),
        ("conversations.history", "missing_scope", "cannot be read back"),
    ],
)
async def test_a_sample_that_fails_says_why(
    world: World, method: str, code: str, said: str
) -> None:
    """In words, and with what to do."""
    await filled(world, "subscribe", NOTHING)
    world.fake.fail(method, Kind.CODE, code=code)
    assert said in (await world.home.slash("UBOSS", "/alerts", "test here")).text


async def test_the_manager_group_is_chosen_and_taken_back(world: World) -> None:
    """By an administrator; a name that Slack did not write out is none."""
    seen = await world.home.slash("UBOSS", "/alerts", "manager <!subteam^S1|@crew>")
    assert "Members of <!subteam^S1>, and" in seen.text
    assert await world.backend.alerts.manager_role(HOME) == "S1"
    assert await world.backend.alerts.manager_role(AWAY) is None
    assert "no user group" in (await world.home.slash("UBOSS", "/alerts", "manager @crew")).text
    assert "<!subteam^S1>" in (await world.home.slash("UBOSS", "/alerts", "manager")).text
    seen = await world.home.slash("UBOSS", "/alerts", "manager none")
    assert "Only administrators" in seen.text
    assert await world.backend.alerts.manager_role(HOME) is None
