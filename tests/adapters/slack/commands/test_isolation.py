"""Whatever is done in one workspace, the other keeps its alerts, and none of it is told."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.model import ClubCode
from bot.store import open_database
from tests.adapters.slack.commands.conftest import AWAY, CREW, HOME, World
from tests.chats import CardStories, a_backend
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_people import Seen, picked

SAMPLE = next(iter(CardStories().cards))
PLACES = st.sampled_from([HOME, AWAY])
PEOPLE = st.sampled_from(["UBOSS", "UBOSS", "UBOSS", "UCREW", "UFAN"])  # who may not does little
CHANNELS = st.sampled_from(["C1", "C1NEWS", "C2", "C2NEWS"])
FIELDS = st.fixed_dictionaries(
    {"kinds": st.sampled_from([picked("every"), picked("trade")])},
    optional={
        "clubs": st.sampled_from([picked("KC"), picked("BUF", "MIA"), picked("NOBODY")]),
        "rumours": st.just(picked("rumours")),
        "quiet_from": st.integers(0, 23).map(lambda hour: picked(str(hour))),
    },
)


class Workspaces(RuleBasedStateMachine):
    """Everybody does anything in either workspace, also with the ids of the other one's channels."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = TemporaryDirectory()
        self.touched, self.named, self.told = "", set[str](), ""
        self.runner.run(self._open())
        self.kept = self.runner.run(self._state())

    @rule(place=PLACES, who=PEOPLE, channel=CHANNELS, fields=FIELDS)
    def subscribe(self, place: str, who: str, channel: str, fields: dict[str, Any]) -> None:
        """Send the form, with any channel in it."""
        values = {"channel": {"selected_conversation": channel}, **fields}
        self._do(place, {channel}, self._sent(place, who, "", values, new=True))

    @rule(place=PLACES, who=PEOPLE, channel=CHANNELS, fields=FIELDS)
    def edit(self, place: str, who: str, channel: str, fields: dict[str, Any]) -> None:
        """Send the other form, of any channel."""
        self._do(place, {channel}, self._sent(place, who, channel, fields, new=False))

    @rule(
        place=PLACES, who=PEOPLE, channel=CHANNELS,
        name=st.sampled_from(["remove", "pause", "resume", "test", "edit", "explain 2025"]),
    )  # fmt: skip
    def one(self, place: str, who: str, channel: str, name: str) -> None:
        """What names a channel, perhaps one of the other workspace."""
        asked = self._people(place).slash(who, "/alerts", f"{name} <#{channel}|x>")
        self._do(place, {channel}, asked)

    @rule(
        place=PLACES, who=PEOPLE,
        name=st.sampled_from(["list", "status", "failed", "pause", "resume"]),
    )  # fmt: skip
    def all(self, place: str, who: str, name: str) -> None:
        """What concerns the whole workspace."""
        self._do(place, set(), self._people(place).slash(who, "/alerts", name))

    @rule(
        place=PLACES, who=PEOPLE, channel=CHANNELS,
        action=st.sampled_from(["pause", "resume", "remove", "edit", "card:follow:x", "card:mute:x"]),
    )  # fmt: skip
    def press(self, place: str, who: str, channel: str, action: str) -> None:
        """A button that carries any channel, or stands in one that a card can stand in."""
        card = next(iter(CardStories().cards))
        value = card if action.startswith("card") else channel
        button = {"type": "button", "action_id": action, "value": value}
        asked = self._people(place).press(who, button, private=False, channel=channel)
        self._do(place, {channel}, asked)

    @rule(place=PLACES, who=PEOPLE)
    def home(self, place: str, who: str) -> None:
        """The home tab."""
        self._do(place, set(), self._people(place).home(who))

    @rule(place=PLACES, who=PEOPLE, group=st.sampled_from([CREW, "S9", None]))
    def appoint(self, place: str, who: str, group: str | None) -> None:
        """The manager group."""
        words = "none" if group is None else f"<!subteam^{group}|@x>"
        self._do(place, set(), self._people(place).slash(who, "/alerts", f"manager {words}"))

    @invariant()
    def the_other_workspace_is_as_it_was(self) -> None:
        """And no channel of it was told, but for the one that was named by who asked."""
        now = self.runner.run(self._state())
        for place, channels in ((HOME, {"C1", "C1NEWS"}), (AWAY, {"C2", "C2NEWS"})):
            if self.touched and place != self.touched:
                assert now[place] == self.kept[place]
                shown = {each for each in channels if f"#{each}>" in self.told}
                assert shown <= self.named
        self.kept = now

    def teardown(self) -> None:
        """Close everything; every body kept Slack's rules and ours."""
        self.runner.run(self.stack.aclose())
        self.runner.close()
        self.folder.cleanup()
        assert self.world.fake.violations == []

    def _do(self, place: str, named: set[str], work: Any) -> None:
        seen: Seen = self.runner.run(work)
        assert all(body["response_type"] == "ephemeral" for body in seen.messages)
        shown = [str(each) for each in (*seen.messages, *seen.windows)]
        self.touched, self.named, self.told = place, named, "\n".join(shown)

    async def _sent(
        self, place: str, who: str, channel: str, values: dict[str, Any], *, new: bool
    ) -> Seen:
        """Whoever may not open the form sends it all the same."""
        people = self._people(place)
        kept = f'{{"channel":"{channel}","new":{str(new).lower()}}}'
        window = {"type": "modal", "callback_id": "alerts", "private_metadata": kept, "blocks": []}
        wrong = "quiet_from" in values
        made = people.directory.window(window)
        return await people.submit(who, made, values, answers=0 if wrong else 1)

    def _people(self, place: str) -> Any:
        return self.world.home if place == HOME else self.world.away

    async def _state(self) -> dict[str, Any]:
        alerts = self.backend.alerts
        return {
            place: (await alerts.subscriptions(place), await alerts.manager_role(place))
            for place in (HOME, AWAY)
        }

    async def _open(self) -> None:
        path = Path(self.folder.name) / "gridwire.db"
        database = await self.stack.enter_async_context(open_database(path))
        self.backend = a_backend(database, CardStories(), "slack")
        fake = await self.stack.enter_async_context(FakeSlack())
        self.world = World(fake, self.backend)
        await self.stack.enter_async_context(self.world.listening())
        for place, channel in ((HOME, "C1"), (AWAY, "C2")):
            await self.backend.alerts.subscribe(self.backend.alerts.draft(place, channel), "UBOSS")


TestWorkspaces = pytest.mark.timeout(240)(Workspaces.TestCase)  # others use the machine
TestWorkspaces.settings = settings(
    max_examples=10,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize(
    "typed",
    ["pause", "resume", "remove", "test", "edit"],
)
async def test_a_channel_of_the_other_workspace_is_not_found(world: World, typed: str) -> None:
    """Named by its id, or by a button that carries it; nothing changes there."""
    alerts = world.backend.alerts
    await alerts.subscribe(replace(alerts.draft(HOME, "C1"), clubs=(ClubCode("SEA"),)), "UBOSS")
    before = await alerts.subscriptions(HOME)
    seen = await world.away.slash("UBOSS", "/alerts", f"{typed} <#C1|trades>")
    assert "alerts" in seen.text
    assert "Seahawks" not in seen.text
    button = {"type": "button", "action_id": typed, "value": "C1"}
    if typed != "test":
        pressed = await world.away.press("UBOSS", button, private=False, channel="C2")
        assert "<#C1>" in pressed.text
        assert "no alerts" in pressed.text
    assert await alerts.subscriptions(HOME) == before
    assert await alerts.subscriptions(AWAY) == []
    assert world.fake.world.messages["C1"] == []


@pytest.mark.parametrize("typed", ["list", "status", "failed", f"explain {SAMPLE}", "pause"])
async def test_what_a_workspace_has_is_told_to_itself(world: World, typed: str) -> None:
    """To its managers; the other one hears of its own channels alone."""
    alerts = world.backend.alerts
    for place, channel in ((HOME, "C1"), (AWAY, "C2")):
        await alerts.subscribe(alerts.draft(place, channel), "UBOSS")
    for people, other in ((world.home, "<#C2>"), (world.away, "<#C1>")):
        assert other not in (await people.slash("UBOSS", "/alerts", typed)).text
        assert other not in (await people.home("UBOSS")).text
