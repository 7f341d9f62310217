"""A secret in every place that may have one, and none of them in anything that the service or a command says."""

import asyncio
import json
import os
import sys
from pathlib import Path

from tests.e2e.conftest import SECRETS, World
from tests.e2e.test_watch import asked
from tests.servers.fake_discord import Fault
from tests.servers.fake_slack import Kind

LEAD = "New York gets the receiver, according to Adam Schefter of ESPN."
TERMS = "Jets acquire WR Dale Preston from Packers for 2026 fourth-round pick"
CANARIES = {
    "T_SIGNING": "signing-canary-51c2",
    "T_WEBHOOK": "http://127.0.0.1:9/services/hook-canary-88d0",
    "T_PING": "http://127.0.0.1:9/ping-canary-27aa",
}
EVERY = [*SECRETS.values(), "signing-canary", "hook-canary", "ping-canary"]


async def command(world: World, *words: str) -> bytes:
    """Everything that a command says."""
    config = str(world.folder / "gridwire.toml")
    done = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, "-c", config,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, **SECRETS, **CANARIES}, cwd=world.folder,
    )  # fmt: skip
    told, _ = await done.communicate()
    return told


def _arguments(pid: int) -> bytes:
    """What everybody on the machine can read of a process."""
    return Path(f"/proc/{pid}/cmdline").read_bytes()


async def test_no_secret_is_ever_told(world: World) -> None:
    """Log with every detail, page, metrics, readiness, arguments, database, backup, and each command's output."""
    os.environ.update(CANARIES)
    config = world.config().replace(
        'app_token = "env:T_SLACK_APP"',
        'app_token = "env:T_SLACK_APP"\nsigning_secret = "env:T_SIGNING"\nhttp_port = 0',
    )
    config += (
        '\n[alarm]\nwebhook = "env:T_WEBHOOK"\nping = "env:T_PING"\nping_s = 1\nafter_s = 1\n'
        '[log]\nformat = "json"\n'
    )
    secret = SECRETS["T_DISCORD"]
    world.discord.faults += [
        Fault(status=400, body={"message": f"bad {secret}", "code": 50035}),
        Fault(status=500, body={"message": f"Bot {secret}"}),
    ]
    world.slack.fail("chat.postMessage", Kind.STORE_ERROR)
    told: list[bytes] = []
    try:
        async with world.running(config) as process:
            await world.until(lambda: world.output.count("platform connected") == 2)
            await world.until(lambda: ("/rss", 304) in world.feeds.polls)
            world.feeds.publish(TERMS, LEAD)
            await world.until(lambda: "card shown" in world.output)
            await world.until(lambda: "operator not reached" in world.output)
            address = next(
                json.loads(line)["address"]
                for line in world.output.splitlines()
                if "page served" in line
            )
            world.output += f"\naddress={address}"
            paths = ("/", "/-/ready", "/-/metrics", "/-/healthy")
            told += [(await asked(world, path))[1].encode() for path in paths]
            told.append(_arguments(process.pid))
            told.append(await command(world, "backup", str(world.folder / "backup.db")))
    finally:
        for name in CANARIES:
            os.environ.pop(name)
    commands = (["check-config"], ["outbox"], ["explain", "20", "--json"], ["trades"])
    told += [await command(world, *words) for words in commands]
    told.append(world.output.encode())
    told += [path.read_bytes() for path in world.folder.rglob("*") if path.is_file()]
    assert [name for name in EVERY if any(name.encode() in text for text in told)] == []
    lines = [line for line in world.output.splitlines() if line.startswith("{")]
    assert len(lines) > 5
    assert all(json.loads(line)["event"] for line in lines)
    shown = [json.loads(line) for line in lines if "card shown" in line]
    assert all(line["delivery"].endswith("|card|0") for line in shown)
