"""`/alerts`, in both worlds."""

import asyncio
from typing import Any

import pytest

from adapters.discord.commands import alerts, alerts_change, alerts_look
from adapters.discord.commands.alerts_test import DONE
from bot.chat import sentences
from bot.model import DealKind, Importance, Status, Style
from bot.ports import Backend
from tests.adapters.discord.commands.worlds import AWAY, HOME, SocketWorld, World


async def only(backend: Backend, world: World, name: str = "trades") -> Any:
    """The one subscription of the server at home."""
    servers = {HOME, AWAY} if isinstance(world, SocketWorld) else {home(world)}
    found = [to for server in servers for to in await backend.alerts.subscriptions(server)]
    (to,) = [to for to in found if to.channel == world.channel(name)]
    return to


def home(world: Any) -> str:
    """The number of the server at home."""
    return HOME if isinstance(world, SocketWorld) else str(world.guild("home").id)


async def test_a_channel_is_subscribed_with_what_is_usual(world: World, backend: Backend) -> None:
    """Confirmed trades of every club; the answer is for the manager alone."""
    seen = await world.slash("manager", "alerts subscribe", channel="trades")
    assert seen.ephemeral
    assert "confirmed trades of every club" in seen.text
    assert "missing" not in seen.text
    to = await only(backend, world)
    assert (to.server, Status.RUMOUR in to.statuses) == (home(world), False)


FILTERS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"clubs": "KC, Bills"}, {"clubs": ("KC", "BUF")}),
    ({"clubs": "all"}, {"clubs": ()}),
    ({"positions": "qb,WR"}, {"positions": ("QB", "WR")}),
    ({"kinds": "pick_trade"}, {"kinds": (DealKind.PICK_TRADE,)}),
    ({"rumours": True}, {"statuses": tuple(Status)}),
    ({"importance": "major"}, {"least": Importance.MAJOR}),
]


@pytest.mark.parametrize(("options", "kept"), FILTERS)
@pytest.mark.parametrize("name", ["alerts subscribe", "alerts edit"])
async def test_each_filter_is_kept(
    world: World, backend: Backend, name: str, options: dict[str, Any], kept: dict[str, Any]
) -> None:
    """By both commands."""
    if name == "alerts edit":
        await world.slash("manager", "alerts subscribe", channel="trades")
    await world.slash("manager", name, channel="trades", **options)
    to = await only(backend, world)
    assert {key: getattr(to, key) for key in kept} == kept


async def test_manners_and_quiet_hours_are_kept_and_ended(world: World, backend: Backend) -> None:
    """What an edit leaves out stays; the same hour twice ends quiet hours."""
    options = {"style": "compact", "publish": True, "thread": True}
    quiet = {"quiet_from": 22, "quiet_to": 7, "zone": "europe/berlin"}
    seen = await world.slash("manager", "alerts subscribe", channel="news", **options, **quiet)
    assert "quiet from 22:00 to 7:00, Europe/Berlin" in seen.text
    to = await only(backend, world, "news")
    assert (to.manner.style, to.manner.publish, to.manner.thread) == (Style.COMPACT, True, True)
    await world.slash("manager", "alerts edit", channel="news", quiet_to=8)
    to = await only(backend, world, "news")
    assert (to.quiet.start, to.quiet.end, to.quiet.zone.key) == (22, 8, "Europe/Berlin")
    await world.slash("manager", "alerts edit", channel="news", quiet_to=22, publish=False)
    to = await only(backend, world, "news")
    assert (to.quiet, to.manner.publish, to.manner.thread) == (None, False, True)


async def test_an_administrator_chooses_whom_cards_ping(world: World, backend: Backend) -> None:
    """Off by default; a manager may end it and keep it, but not begin it."""
    await world.slash("manager", "alerts subscribe", channel="trades")
    pings = {"ping_role": "fans", "ping_statuses": "official"}
    for options in (pings, {"ping_role": "fans"}, {"ping_statuses": "official"}):
        refused = await world.slash("manager", "alerts edit", channel="trades", **options)
        assert "Only administrators" in refused.content
    assert (await only(backend, world)).manner.pings == ()
    seen = await world.slash("boss", "alerts edit", channel="trades", **pings)
    closed = "All Roles** is missing" in seen.text
    assert closed is isinstance(world, SocketWorld)  # simcord lets everybody mention every role
    await world.slash("manager", "alerts edit", channel="trades", rumours=True)
    pinged = ((Status.OFFICIAL, world.role("fans")),)
    assert (await only(backend, world)).manner.pings == pinged
    await world.slash("manager", "alerts edit", channel="trades", ping_statuses="none")
    assert (await only(backend, world)).manner.pings == ()


MISTAKES: list[tuple[dict[str, Any], str]] = [
    ({"clubs": "KC,Nowhere"}, "“Nowhere” is no club"),
    ({"positions": "QB,XX"}, "“XX” is no position: use QB, RB"),
    ({"zone": "Mars/Base", "quiet_from": 1, "quiet_to": 2}, "is no time zone"),
    ({"zone": "UTC"}, "both quiet_from and quiet_to"),
    ({"quiet_from": 3}, "both quiet_from and quiet_to"),
    ({"publish": True}, "Only an announcement channel"),
]


@pytest.mark.parametrize(("options", "words"), MISTAKES)
async def test_a_mistake_is_said_in_a_sentence_and_changes_nothing(
    world: World, backend: Backend, options: dict[str, Any], words: str
) -> None:
    """To the manager alone."""
    seen = await world.slash("manager", "alerts subscribe", channel="trades", **options)
    assert words in seen.content
    assert seen.ephemeral
    assert await backend.alerts.subscriptions(home(world)) == []


async def test_forums_take_cards_but_no_threads_below_them(world: World, backend: Backend) -> None:
    """A post is a thread itself."""
    seen = await world.slash("manager", "alerts subscribe", channel="forum", thread=True)
    assert seen.content == alerts_change.NO_THREADS
    await world.slash("manager", "alerts subscribe", channel="forum")
    assert (await only(backend, world, "forum")).channel == world.channel("forum")


async def test_what_the_bot_lacks_is_named_one_by_one(world: World) -> None:
    """At once, and by status again."""
    seen = await world.slash("manager", "alerts subscribe", channel="closed", thread=True)
    status = await world.slash("manager", "alerts status")
    for text in (seen.text, status.text):
        assert "**Send Messages** is missing: no card can be posted" in text
        assert "**Embed Links** is missing: cards arrive empty" in text
        assert "View Channel" not in text
    assert "nothing was delivered yet" in status.text


async def test_an_edit_needs_a_subscription(world: World) -> None:
    """It would be a strange way to begin."""
    seen = await world.slash("manager", "alerts edit", channel="trades", rumours=True)
    assert seen.content == sentences.NOT_YET.format(f"<#{world.channel('trades')}>")


async def test_lists_are_paged(world: World, backend: Backend) -> None:
    """Six channels, two pages, for the manager alone."""
    assert (await world.slash("manager", "alerts list")).text.strip() == alerts_look.NONE_YET
    for name in ("trades", "news", "forum", "closed"):
        await world.slash("manager", "alerts subscribe", channel=name, clubs="KC")
    for number in ("940000000000000001", "940000000000000002"):
        await backend.alerts.subscribe(backend.alerts.draft(home(world), number), "1")
    first = await world.slash("manager", "alerts list")
    assert "confirmed trades of Chiefs" in first.text
    second = await world.press("manager", first, "More ▶")
    assert (second.ephemeral, second.replaced) == (True, True)
    texts = first.text + second.text
    assert all(f"<#{world.channel(name)}>" in texts for name in ("trades", "news", "forum"))


async def test_alerts_pause_and_go_on(world: World, backend: Backend) -> None:
    """One channel, or all of the server."""
    for name in ("trades", "news"):
        await world.slash("manager", "alerts subscribe", channel=name)
    await world.slash("manager", "alerts pause", channel=world.channel("news"))
    paused = {to.channel: to.paused for to in await backend.alerts.subscriptions(home(world))}
    assert paused == {world.channel("trades"): False, world.channel("news"): True}
    assert world.channel("trades") in (await world.slash("manager", "alerts pause")).text
    assert "⏸️ paused" in (await world.slash("manager", "alerts status")).text
    assert "start again in" in (await world.slash("manager", "alerts resume")).text
    await world.slash("manager", "alerts resume", channel=world.channel("news"))
    assert not any(to.paused for to in await backend.alerts.subscriptions(home(world)))


async def test_alerts_are_removed(world: World, backend: Backend) -> None:
    """By hand, from a list of what there is."""
    await world.slash("manager", "alerts subscribe", channel="trades")
    ((name, number),) = await world.complete("manager", "alerts remove", "channel", "tra")
    assert (name, number) == ("#trades", world.channel("trades"))
    await world.slash("manager", "alerts remove", channel=number)
    assert await backend.alerts.subscriptions(home(world)) == []
    seen = await world.slash("manager", "alerts remove", channel=number)
    assert seen.content == alerts.NO_SUCH


@pytest.mark.parametrize("name", ["trades", "forum"])
async def test_a_deleted_channel_is_forgotten(world: World, backend: Backend, name: str) -> None:
    """The gateway tells of it."""
    await world.slash("manager", "alerts subscribe", channel=name)
    await world.slash("manager", "alerts subscribe", channel="news")
    await world.delete_channel(name)
    async with asyncio.timeout(5):
        while len(kept := await backend.alerts.subscriptions(home(world))) > 1:  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.01)
    assert [to.channel for to in kept] == [world.channel("news")]


async def test_a_sample_is_posted_and_read_back(world: World) -> None:
    """Each test is a card of its own, and says so."""
    await world.slash("manager", "alerts subscribe", channel="trades")
    number = world.channel("trades")
    for count in (1, 2):
        seen = await world.slash("manager", "alerts test", channel=number)
        assert seen.text.strip() == DONE.format(f"<#{number}>")
        assert len(world.messages("trades")) == count
    assert "TEST" in world.messages("trades")[0]["embeds"][0]["title"]


async def test_nothing_failed_and_nothing_is_known(world: World) -> None:
    """The two that look back, where there is nothing."""
    assert (await world.slash("manager", "alerts failed")).text.strip() == alerts_look.NO_FAILURE
    seen = await world.slash("manager", "alerts explain", trade="else")
    assert seen.text.strip() == alerts_look.UNKNOWN_TRADE


async def test_the_manager_role_lets_its_members_in(world: World, backend: Backend) -> None:
    """An administrator chooses it, and ends it."""
    assert "manager role" in (await world.slash("crew", "alerts list")).content
    assert "administrators" in (await world.slash("manager", "alerts manager", role="crew")).content
    assert (await world.slash("boss", "alerts manager")).text.strip() == alerts.NO_ROLE
    await world.slash("boss", "alerts manager", role="crew")
    assert world.role("crew") in (await world.slash("boss", "alerts manager")).text
    assert (await world.slash("crew", "alerts list")).text.strip() == alerts_look.NONE_YET
    assert "administrators" in (await world.slash("crew", "alerts manager")).content
    assert "manager role" in (await world.slash("fan", "alerts list")).content
    assert "manager role" in (await world.slash("crew", "alerts list", place="away")).content
    await world.slash("boss", "alerts manager", nobody=True)
    assert "manager role" in (await world.slash("crew", "alerts list")).content
    assert await backend.alerts.manager_role(home(world)) is None


@pytest.mark.parametrize(
    ("option", "typed", "offered"),
    [
        ("clubs", "KC, buf", ("KC, Buffalo Bills", "KC,BUF")),
        ("positions", "QB, te", ("QB, TE", "QB,TE")),
        ("ping_statuses", "official, void", ("official, voided", "official,voided")),
        ("zone", "berlin", ("Europe/Berlin", "Europe/Berlin")),
    ],
)
@pytest.mark.parametrize("name", ["alerts subscribe", "alerts edit"])
async def test_lists_with_commas_are_completed(
    world: World, name: str, option: str, typed: str, offered: tuple[str, str]
) -> None:
    """The last item; what stands before it is kept."""
    assert await world.complete("manager", name, option, typed) == [offered]


@pytest.mark.parametrize("name", ["test", "remove", "pause", "resume", "explain"])
async def test_subscribed_channels_are_offered_to_managers_alone(world: World, name: str) -> None:
    """Nothing is told to others."""
    await world.slash("manager", "alerts subscribe", channel="trades")
    offered = [("#trades", world.channel("trades"))]
    assert await world.complete("manager", f"alerts {name}", "channel", "") == offered
    assert await world.complete("fan", f"alerts {name}", "channel", "") == []
    assert await world.complete("manager", f"alerts {name}", "channel", "", place="away") == []


async def test_positions_are_those_of_the_gate() -> None:
    """The adapter cannot import them."""
    from bot.chat.choices import KIND_WORDS, POSITIONS  # noqa: PLC0415
    from bot.gate.filters import GROUPS  # noqa: PLC0415

    assert set(POSITIONS) == set(GROUPS)
    assert set(KIND_WORDS) == set(DealKind)
