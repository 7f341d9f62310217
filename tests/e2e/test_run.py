"""`gridwire run` from the first poll to the last signal."""

import asyncio
import time

from tests.e2e.conftest import POLL_S, World
from tests.servers.fake_discord import CHANNEL, Fault
from tests.servers.fake_slack import Kind

HEADLINE = "Packers trade WR Dale Preston to Jets for 2026 draft pick"
LEAD = "New York gets the receiver, according to Adam Schefter of ESPN."
TERMS = "Jets acquire WR Dale Preston from Packers for 2026 fourth-round pick"
FROM_GB = (
    "Traded WR Dale Preston to the New York Jets in exchange for a 2026 fourth-round draft pick."
)
FROM_NYJ = "Acquired WR Dale Preston from Green Bay in exchange for a 2026 fourth-round draft pick."


async def test_one_true_card_from_report_to_official_and_over_a_restart(world: World) -> None:
    """Baseline silence, one message a platform, edits in place, and nothing again after a restart."""
    async with world.running():
        await world.baselines()
        assert (world.on_discord(), world.on_slack()) == ([], [])
        world.feeds.publish(HEADLINE, LEAD)
        started = time.monotonic()
        await world.until(lambda: world.both_show("Dale Preston"))
        assert time.monotonic() - started < POLL_S + 1
        world.feeds.publish(TERMS, LEAD)
        await world.until(lambda: world.both_show("2026 4th-round pick"))
        world.feeds.file("GB", FROM_GB)
        world.feeds.file("NYJ", FROM_NYJ)
        await world.until(lambda: world.both_show("OFFICIAL"))
    async with world.running() as process:
        await world.until(lambda: world.output.count("platform connected") == 4)
        await asyncio.sleep(4 * POLL_S + 1)
    assert process.returncode == 0
    assert (len(world.on_discord()), len(world.on_slack())) == (1, 1)
    world.assert_well_behaved()


async def test_a_thread_that_a_kill_cut_off_is_opened_by_the_next_life(world: World) -> None:
    """The card stood and was acknowledged; kill -9 while its thread was asked for."""
    here = f'channel = "{CHANNEL}"\n'
    config = world.config().replace(here, f"{here}thread = true\n")
    world.discord.faults = [Fault(suffix="/threads", do="hang")]
    async with world.running(config) as process:
        await world.baselines()
        world.feeds.file("GB", FROM_GB)
        await world.until(lambda: world.discord.calls("POST", "/threads"))
        process.kill()
    async with world.running(config):
        await world.until(lambda: len(world.discord.calls("POST", "/threads")) == 2)
        [card] = world.on_discord()
        await world.until(lambda: card["id"] in world.discord.channels.details)
        await asyncio.sleep(1)
    assert len(world.on_discord()) == 1
    assert len(world.discord.calls("POST", "/threads")) == 2
    world.assert_well_behaved()


async def test_faults_of_the_platforms_end_in_exactly_one_message(world: World) -> None:
    """A 429, a 500 and a connection cut after the message was stored, on each platform."""
    busy = {"message": "You are being rate limited.", "retry_after": 0.3, "global": False}
    world.discord.faults += [
        Fault(status=429, body=busy, headers={"Retry-After": "1"}),
        Fault(do="store_reply", status=500, body={"message": "x"}),
        Fault(do="store_drop"),
    ]
    world.slack.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "1"})
    world.slack.fail("chat.postMessage", Kind.STORE_ERROR)
    async with world.running():
        await world.baselines()
        world.feeds.publish(TERMS, LEAD)
        await world.until(lambda: world.both_show("Dale Preston") and not world.discord.faults)
        world.slack.fail("chat.postMessage", Kind.STORE_DROP)
        world.feeds.publish("Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick", LEAD)
        await world.until(lambda: world.both_show("Tom Reyes"))
        await asyncio.sleep(3)
    assert (len(world.on_discord()), len(world.on_slack())) == (2, 2)
    world.assert_well_behaved()


async def test_a_second_instance_is_refused_with_the_pid_of_the_first(world: World) -> None:
    """One process a database."""
    async with world.running() as process:
        await world.baselines()
        second = World(
            feeds=world.feeds, discord=world.discord, slack=world.slack, folder=world.folder
        )
        async with second.running() as other:
            assert await asyncio.wait_for(other.wait(), 10) == 75
        assert str(process.pid) in second.output
        assert "Traceback" not in second.output


async def test_a_feed_that_fails_is_told_once_and_alerts_go_on(world: World) -> None:
    """The news desk is gone; the wire alone still makes the card, official at once."""
    config = world.config().replace(world.feeds.news, world.feeds.news + "-gone")
    async with world.running(config):
        await world.until(lambda: ("/wire", 304) in world.feeds.polls)
        await world.until(lambda: "feed fails" in world.output)
        world.feeds.file("GB", FROM_GB)
        await world.until(lambda: world.both_show("OFFICIAL"))
    assert world.output.count("feed fails") == 1
    assert "404" in world.output


async def test_a_refused_token_stops_that_platform_and_the_other_goes_on(world: World) -> None:
    """Discord says 401 at login: one clear line, no second call, Slack has its card."""
    world.discord.faults.append(
        Fault(method="GET", suffix="/users/@me", status=401, body={"code": 0})
    )
    async with world.running() as process:
        await world.baselines()
        world.feeds.file("GB", FROM_GB)
        await world.until(world.on_slack)
    assert process.returncode == 0
    assert world.on_discord() == []
    assert world.output.count("platform refuses the token") == 1
