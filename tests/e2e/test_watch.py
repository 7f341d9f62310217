"""What watches over a running service is told, and that every rule and panel names a metric that exists."""

import json
import re
from pathlib import Path
from typing import Any

import aiohttp

from tests.e2e.conftest import SLACK_CHANNEL, World
from tests.servers.discord_gateway import GUILD
from tests.servers.fake_discord import CHANNEL, Fault
from tests.servers.fake_slack import Kind

DEPLOY = Path(__file__).resolve().parents[2] / "docs" / "deploy"
LEAD = "New York gets the receiver, according to Adam Schefter of ESPN."
TERMS = "Jets acquire WR Dale Preston from Packers for 2026 fourth-round pick"
_NAMED = re.compile(r"\b(gridwire_[a-z0-9_]+|process_[a-z_]+)\b")


async def asked(world: World, path: str, **headers: str) -> tuple[int, str]:
    """An answer of the local page."""
    await world.until(lambda: "page served" in world.output)
    [address] = re.findall(r"address=(http://\S+)", world.output)[-1:]
    async with (
        aiohttp.ClientSession() as client,
        client.get(address.rstrip("/") + path, headers=headers) as response,
    ):
        return response.status, await response.text()


def values(page: str) -> dict[str, float]:
    """Each sample by its name with labels."""
    lines = [line for line in page.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def expressions() -> list[str]:
    """All that the rules and the dashboard ask for."""
    rules = (DEPLOY / "gridwire-alerts.yml").read_text("utf-8")
    board: dict[str, Any] = json.loads((DEPLOY / "gridwire-dashboard.json").read_text("utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    return [*re.findall(r"^ +expr: (.+)$", rules, re.MULTILINE), *asked]


async def test_readiness_and_metrics_tell_what_the_service_does(world: World) -> None:
    """A card on each platform, one refusal on the way."""
    world.slack.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "1"})
    async with world.running():
        await world.baselines()
        world.feeds.publish(TERMS, LEAD)
        await world.until(lambda: world.both_show("Dale Preston"))
        status, text = await asked(world, "/-/ready")
        told = json.loads(text)
        assert (status, told["ready"]) == (200, True)
        assert {check["check"] for check in told["checks"]} == {
            "database", "new cards", "deliveries", "feed wire", "feed desk", "discord", "slack",
        }  # fmt: skip
        assert all(check["ok"] and check["text"] for check in told["checks"])
        status, words = await asked(world, "/-/ready", Accept="text/plain")
        assert words.startswith("ready\nok    database: answers\n")
        status, page = await asked(world, "/-/metrics")
    found = values(page)
    assert found['gridwire_notifications_total{platform="discord",call="post",result="ok"}'] == 1
    assert found['gridwire_notifications_total{platform="slack",call="post",result="ok"}'] == 1
    refused = 'gridwire_notifications_total{platform="slack",call="post",result="refused_for_now"}'
    assert found[refused] == 1
    assert found['gridwire_rate_limit_wait_seconds_total{platform="slack"}'] > 0
    assert found['gridwire_platform_up{platform="slack"}'] == 1
    assert found['gridwire_report_to_post_seconds_count{platform="discord"}'] == 1
    assert found['gridwire_feed_polls_total{feed="wire",outcome="modified"}'] >= 1
    assert found["process_resident_memory_bytes"] > 1e6
    assert not re.search(rf"{CHANNEL}|{GUILD}|{SLACK_CHANNEL}\b|Preston", page)
    world.assert_well_behaved()
    there = set(re.findall(r"^# TYPE (\S+)", page, re.MULTILINE))
    named = {name for text in expressions() for name in _NAMED.findall(text)}
    assert {name.removesuffix("_bucket") for name in named} - there == set()
    assert len(named) > 12


async def test_a_platform_that_is_refused_is_named_while_another_works(world: World) -> None:
    """Discord refuses the token, the terminal takes the cards: ready, and still told."""
    world.discord.faults.append(
        Fault(method="GET", suffix="/users/@me", status=401, body={"code": 0})
    )
    config = re.sub(r"(?s)\[slack\].*?(?=\[\[destinations\]\])", "", world.config())
    config = re.sub(r'(?s)\[\[destinations\]\]\nplatform = "slack".*?(?=\[stats\])', "", config)
    console = '[[destinations]]\nplatform = "console"\n[stats]'
    async with world.running(config.replace("[stats]", console)):
        await world.baselines()
        await world.until(lambda: "platform refuses the token" in world.output)
        status, text = await asked(world, "/-/ready")
        told = {check["check"]: check for check in json.loads(text)["checks"]}
        assert (status, told["discord"]["ok"], told["console"]["ok"]) == (200, False, True)
        assert told["discord"]["text"] == "is not connected, or refuses our token"


async def test_a_service_without_an_answering_feed_is_not_ready(world: World) -> None:
    """503, with the feed's own words."""
    config = world.config().replace(world.feeds.news, world.feeds.news + "-gone")
    config = config.replace(world.feeds.wire, world.feeds.wire + "-gone")
    async with world.running(config):
        await world.until(lambda: world.output.count("feed fails") >= 2)
        status, words = await asked(world, "/-/ready", Accept="text/plain")
    assert status == 503
    assert words.startswith("not ready\n")
    assert re.search(r"FAIL  feed wire: .*404", words)
