"""Whatever is done in one server, the other keeps its alerts, and none of it is told."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from adapters.discord.bot import DiscordPlatform
from bot.store import open_database
from tests.adapters.discord.commands.worlds import KINDS, SERVERS, SocketWorld
from tests.adapters.discord.conftest import TOKEN
from tests.chats import CardStories, a_backend
from tests.servers.fake_discord import FakeDiscord

PLACES = st.sampled_from(sorted(SERVERS))
PEOPLE = st.sampled_from(["boss", "manager", "crew", "fan"])
CHANNELS = st.sampled_from(["trades", "news", "forum"])
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "clubs": st.sampled_from(["KC", "BUF,MIA", "all", "nowhere"]),
        "rumours": st.booleans(),
        "importance": st.sampled_from(["minor", "major"]),
        "ping_role": st.sampled_from(["crew", "fans"]),
        "quiet_from": st.integers(0, 23),
        "quiet_to": st.integers(0, 23),
    },
)


class Servers(RuleBasedStateMachine):
    """Everybody does anything in either server, also with the numbers of the other one's channels."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = TemporaryDirectory()
        self.backend: Any = None
        self.touched = ""
        self.told = ""
        self.named: list[str] = []
        self.runner.run(self._open())
        self.kept = self.runner.run(self._state())

    @rule(
        place=PLACES, who=PEOPLE, name=st.sampled_from(["subscribe", "edit"]), options=OPTIONS,
        channel=CHANNELS,
    )  # fmt: skip
    def change(
        self, place: str, who: str, name: str, options: dict[str, Any], channel: str
    ) -> None:
        """Subscribe or edit."""
        self._do(place, who, f"alerts {name}", channel=channel, **options)

    @rule(
        place=PLACES, who=PEOPLE, owner=PLACES, channel=CHANNELS,
        name=st.sampled_from(["remove", "pause", "resume", "test"]),
    )  # fmt: skip
    def one(self, place: str, who: str, owner: str, channel: str, name: str) -> None:
        """What names a channel by its number, perhaps one of the other server."""
        self._do(place, who, f"alerts {name}", channel=self.world.channel(channel, owner))

    @rule(
        place=PLACES, who=PEOPLE,
        name=st.sampled_from(["list", "status", "failed", "pause", "resume"]),
    )  # fmt: skip
    def all(self, place: str, who: str, name: str) -> None:
        """What concerns the whole server."""
        self._do(place, who, f"alerts {name}")

    @rule(place=PLACES, who=PEOPLE, role=st.sampled_from(["crew", "fans", None]))
    def appoint(self, place: str, who: str, role: str | None) -> None:
        """The manager role."""
        self._do(place, who, "alerts manager", **({"role": role} if role else {"nobody": True}))

    @rule(place=PLACES, who=PEOPLE, name=st.sampled_from(["remove", "test", "pause"]))
    def type(self, place: str, who: str, name: str) -> None:
        """Autocomplete."""
        self.touched = place
        typed = self.world.complete(who, f"alerts {name}", "channel", "", place=place)
        self.told = str(self.runner.run(typed))

    @rule(place=PLACES, who=PEOPLE, channel=CHANNELS)
    def trespass(self, place: str, who: str, channel: str) -> None:
        """Subscribe a channel of the other server, as only a forged request can."""
        other = next(each for each in SERVERS if each != place)
        self.touched = place
        self.told = self.runner.run(self._forge(place, other, who, channel))

    @rule(place=PLACES, channel=CHANNELS)
    def lose(self, place: str, channel: str) -> None:
        """A channel is deleted."""
        self.touched, self.told = place, ""
        self.runner.run(self._delete(place, channel))

    @invariant()
    def the_other_server_is_as_it_was(self) -> None:
        """And no number of it was told."""
        now = self.runner.run(self._state())
        for place in SERVERS:
            if self.touched and place != self.touched:
                assert now[place] == self.kept[place]
                numbers = [self.world.channel(name, place) for name in KINDS]
                shown = [number for number in numbers if number in self.told]
                assert shown in ([], self.named)
        self.kept = now

    def teardown(self) -> None:
        """Close everything."""
        self.runner.run(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()

    def _do(self, place: str, who: str, name: str, **options: Any) -> None:
        self.touched = place
        seen = self.runner.run(self.world.slash(who, name, place=place, **options))
        assert seen.ephemeral
        self.named, self.told = [], seen.text

    async def _forge(self, place: str, other: str, who: str, channel: str) -> str:
        world, number = self.world, self.world.channel(channel, other)
        told = {"id": number, "type": 0, "name": channel, "permissions": "0", "position": 0}
        root = next(each for each in world.far.guilds.commands if each["name"] == "alerts")
        option = {"name": "channel", "type": 7, "value": number}
        inner = {"name": "subscribe", "type": 1, "options": [option]}
        data = {"id": root["id"], "name": "alerts", "type": 1, "options": [inner]}
        data["resolved"] = {"channels": {number: told}}
        person, spot = world.person(who, place), world.spot(place)
        answer = await world.far.people.act(person, spot, 2, data)
        self.named = [number]  # the one who asked knows it
        return str(answer.message)

    async def _delete(self, place: str, channel: str) -> None:
        number = self.world.channel(channel, place)
        gone = {"id": number, "guild_id": SERVERS[place], "type": KINDS[channel], "name": channel}
        more = {"position": 0, "permission_overwrites": []}
        await self.world.far.gateway.dispatch("CHANNEL_DELETE", gone | more)
        await self.world.far.gateway.dispatch("CHANNEL_CREATE", gone | more)
        async with asyncio.timeout(5):
            while number in await self._subscribed(place):  # noqa: ASYNC110 - no event tells of it
                await asyncio.sleep(0.002)

    async def _subscribed(self, place: str) -> set[str]:
        found = await self.backend.alerts.subscriptions(SERVERS[place])
        return {to.channel for to in found}

    async def _state(self) -> dict[str, Any]:
        alerts = self.backend.alerts
        return {
            place: (await alerts.subscriptions(server), await alerts.manager_role(server))
            for place, server in SERVERS.items()
        }

    async def _open(self) -> None:
        path = Path(self.folder.name) / "gridwire.db"
        database = await self.stack.enter_async_context(open_database(path))
        self.backend = a_backend(database, CardStories())
        far = await self.stack.enter_async_context(FakeDiscord(TOKEN))
        platform = DiscordPlatform(
            TOKEN,
            api_base=far.api_base,
            gateway=far.gateway.url,
            backend=self.backend,
            guild_ready_timeout_s=0,
        )
        self.world = SocketWorld(far, platform.notifier)
        await platform.connect()
        self.stack.push_async_callback(platform.close)
        task = asyncio.create_task(platform.listen())
        self.stack.callback(task.cancel)
        await far.gateway.ready.wait()
        for place in SERVERS:
            await self.world.slash("boss", "alerts subscribe", place=place, channel="trades")


TestServers = Servers.TestCase
TestServers.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
