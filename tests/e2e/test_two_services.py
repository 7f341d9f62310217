"""Two services by mistake, with a database each and the same Discord token."""

import asyncio
import re

from tests.e2e.conftest import POLL_S, World

FROM_GB = (
    "Traded WR Dale Preston to the New York Jets in exchange for a 2026 fourth-round draft pick."
)
FROM_NYJ = "Acquired WR Dale Preston from Green Bay in exchange for a 2026 fourth-round draft pick."
LEAD = "New York gets the receiver, according to Adam Schefter of ESPN."


def on_discord_alone(world: World) -> str:
    """The configuration without Slack, where nothing tells a repeated post."""
    config = re.sub(r"(?s)\[slack\].*?(?=\[\[destinations\]\])", "", world.config())
    return re.sub(r'(?s)\[\[destinations\]\]\nplatform = "slack".*?(?=\[stats\])', "", config)


async def test_two_databases_show_one_card(world: World) -> None:
    """Both make the same key of the same trade, so that Discord gives the second the first one's message."""
    (world.folder / "other").mkdir()
    other = World(
        feeds=world.feeds,
        discord=world.discord,
        slack=world.slack,
        folder=world.folder / "other",
    )
    config = on_discord_alone(world)

    def posted() -> list[object]:
        return list(world.discord.calls("POST", "/messages"))

    async with world.running(config), other.running(config):
        for service in (world, other):  # the feeds' own count is of both together
            await service.until(lambda each=service: each.output.count("baseline taken") == 2)
        world.feeds.publish("Packers trade WR Dale Preston to Jets for 2026 draft pick", LEAD)
        await world.until(lambda: len(posted()) == 2)
        world.feeds.file("GB", FROM_GB)
        world.feeds.file("NYJ", FROM_NYJ)
        await world.until(lambda: "OFFICIAL" in str(world.on_discord()))
        await asyncio.sleep(4 * POLL_S + 1)
    assert len(world.on_discord()) == 1
    for service in (world, other):
        assert "Traceback" not in service.output
        service.assert_well_behaved()
