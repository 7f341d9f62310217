"""The service as an app that workspaces install: configured, started, reached over HTTP, and asked by the doctor."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest
from cryptography.fernet import Fernet

from tests.e2e.conftest import World
from tests.servers.slack_oauth import CLIENT_ID, CLIENT_SECRET
from tests.slack_requests import SECRET, a_command

KEY = Fernet.generate_key().decode()
ENV = {"T_SIGNING": SECRET, "T_CLIENT": CLIENT_SECRET, "T_KEY": KEY}


def config(world: World) -> str:
    """No token of our own: workspaces bring theirs."""
    return f"""
[bot]
data_dir = "state"
[[feeds]]
name = "wire"
kind = "espn-transactions"
url = "{world.feeds.wire}"
trust = "official"
poll_s = 0.3
allow_private = true
[slack]
signing_secret = "env:T_SIGNING"
http_port = 0
client_id = "{CLIENT_ID}"
client_secret = "env:T_CLIENT"
encryption_key = "env:T_KEY"
public_url = "https://alerts.example.org"
api_base = "{world.slack.url}"
[stats]
refresh_h = 0
[web]
port = 0
"""


async def test_a_workspace_installs_the_running_service(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first page to a command that is taken, and a forged one that is not."""
    for name, value in ENV.items():
        monkeypatch.setenv(name, value)
    async with (
        world.running(config(world)),
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser,
    ):
        await world.until(lambda: "slack http open" in world.output, 30)
        [port] = re.findall(r'event="slack http open".* port=(\d+)', world.output)
        url = f"http://127.0.0.1:{port}/slack"
        async with browser.get(f"{url}/install", allow_redirects=False) as page:
            state = re.search(r"state=([\w-]+)", page.headers["Location"])
            cookie = page.headers["Set-Cookie"].split(";")[0]
        assert state is not None
        world.slack.world.grants.codes["c"] = ("T1", False)
        back = {"code": "c", "state": state[1]}
        async with browser.get(
            f"{url}/oauth_redirect", params=back, headers={"Cookie": cookie}
        ) as page:
            assert page.status == 200
        forged = a_command()
        async with browser.post(
            f"{url}/events", data=forged.body, headers=dict(forged.headers)
        ) as said:
            assert said.status == 401
        found = await asyncio.to_thread(_doctor, world.folder / "gridwire.toml")
    assert "slack T1: accepted" in found
    for secret in (SECRET, CLIENT_SECRET, KEY, "canary"):
        assert secret not in world.output + found
        assert secret.encode() not in (world.folder / "state" / "gridwire.db").read_bytes()


def _doctor(path: Path) -> str:
    """What it prints."""
    command = [sys.executable, "-m", "bot", "doctor", "-c", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout  # noqa: S603 - ours
