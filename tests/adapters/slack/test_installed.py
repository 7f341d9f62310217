"""Workspaces install the app, use it over HTTP, and leave: over real sockets, on a real database."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bot.errors import DestinationRefusedError, TemporaryDeliveryError
from bot.model import Destination, DestinationId, LaneId
from tests.adapters.slack.installed import House, house
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_oauth import SCOPES
from tests.servers.slack_workspace import BOT_TOKEN
from tests.slack_requests import a_command, an_event, forged


def channel(team: str) -> Destination:
    """One of a workspace's channels."""
    name = f"C{team}"
    return a_destination(
        id=DestinationId(f"slack:{name}"),
        platform="slack",
        channel=name,
        server=team,
        lane=LaneId(f"slack:{team}"),
    )


@pytest.fixture
async def here(fake: FakeSlack, tmp_path: Path) -> AsyncIterator[House]:
    """Nobody installed it yet."""
    async with house(fake, tmp_path / "gridwire.db") as opened:
        yield opened


async def until(holds: object, seconds: float = 10) -> None:
    """Wait for something that an answer's task does."""
    async with asyncio.timeout(seconds):
        while not holds():  # type: ignore[operator] # noqa: ASYNC110 - a state of the platform
            await asyncio.sleep(0.02)


# --- installing ---


async def test_each_workspace_is_spoken_to_with_its_own_token(here: House) -> None:
    """Two install it, and each gets its card."""
    for team in ("T1", "T2"):
        assert await here.install(team) == 200
        await here.platform.notifier.post(
            channel(team), a_card(), a_key(destination=channel(team).id)
        )
    sent = here.fake.calls("chat.postMessage")
    assert [call.token.split("-")[2] for call in sent] == ["T1", "T2"]
    assert list(await here.vault.servers()) == ["T1", "T2"]


async def test_a_limit_of_one_workspace_is_none_of_another_s(here: House) -> None:
    """Slack counts each by itself."""
    for team in ("T1", "T2"):
        await here.install(team)
    here.fake.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "60"})
    one, other = (channel(team) for team in ("T1", "T2"))
    for _ in range(2):
        with pytest.raises(TemporaryDeliveryError):
            await here.platform.notifier.post(one, a_card(), a_key(destination=one.id))
    assert await here.platform.notifier.post(other, a_card(), a_key(destination=other.id))


async def test_an_installation_outlives_a_restart(fake: FakeSlack, tmp_path: Path) -> None:
    """The token comes out of the database, and what it may do."""
    async with house(fake, tmp_path / "gridwire.db") as first:
        await first.install("T1")
    async with house(fake, tmp_path / "gridwire.db") as again:
        assert (await again.workspaces.of("T1")).installer == "U9T1"
        assert (await again.workspaces.of("T1")).scopes == SCOPES
        assert await again.command("T1") == 200


async def test_a_state_is_used_once_by_the_browser_that_began(here: House) -> None:
    """Neither a replay, nor another's browser, nor a state of nobody's."""
    state, cookie = await here.begin()
    here.fake.world.grants.codes = {"a": ("T1", False), "b": ("T2", False)}
    assert await here.agree("a", state, "slack-app-oauth-state=other") == 400
    assert await here.agree("a", state, cookie) == 200
    assert await here.agree("b", state, cookie) == 401
    assert await here.agree("b", "made-up", "slack-app-oauth-state=made-up") == 401
    assert list(await here.vault.servers()) == ["T1"]


@pytest.mark.parametrize("kind", [Kind.ERROR, Kind.DROP, Kind.HANG])
async def test_a_slack_that_fails_fails_the_installation_alone(here: House, kind: Kind) -> None:
    """The page says so; the next try works."""
    here.fake.fail("oauth.v2.access", kind)
    assert await here.install("T1") == 401
    assert await here.install("T1") == 200


async def test_a_wrong_code_and_a_whole_organisation_are_refused(here: House) -> None:
    """Neither leaves a trace."""
    here.fake.world.grants.whole.add("T3")
    assert await here.install("T1", code="wrong") == 401
    assert await here.install("T3") == 401
    assert list(await here.vault.servers()) == []


# --- requests ---


async def test_a_command_is_acknowledged_and_answered_in_its_workspace(here: House) -> None:
    """Over HTTP as over the socket."""
    await here.install("T1")
    assert await here.command("T1") == 200
    await here.fake.until(lambda: here.fake.responses or here.fake.world.ephemeral)


async def test_who_is_not_installed_is_told_so_in_the_acknowledgement(here: House) -> None:
    """No call stands between the request and its answer."""
    assert await here.command("T8") == 200
    assert here.fake.requests == []


async def test_a_forged_request_is_refused_on_the_way_in(here: House) -> None:
    """Over sockets, where a header can be any bytes."""
    await here.install("T1")
    rng, real = Random(7), a_command(time.time())  # noqa: S311 - no secret
    made = [forged(rng, real) for _ in range(400)]
    sendable = [m for m in made if all(v.isascii() and v == v.strip() for v in m.headers.values())]
    assert len(sendable) > 200
    assert {await here.send(request) for request in sendable} == {401}
    assert await here.send(real) == 200


async def test_a_request_is_taken_once_also_over_a_restart(fake: FakeSlack, tmp_path: Path) -> None:
    """A replay within five minutes."""
    request = a_command(time.time())
    async with house(fake, tmp_path / "gridwire.db") as first:
        assert [await first.send(request) for _ in range(2)] == [200, 401]
    async with house(fake, tmp_path / "gridwire.db") as again:
        assert await again.send(request) == 401


async def test_a_body_beyond_all_measure_is_not_read(here: House) -> None:
    """Half a megabyte is fifty times what Slack sends."""
    request = a_command(time.time())
    huge = replace(request, body=request.body + b"x" * 600_000)
    assert await here.send(huge) == 413


async def test_an_event_that_slack_repeats_is_handled_once(here: House) -> None:
    """Signed anew, with a number of the try."""
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    now = time.time()  # of one moment: two of the same second would be the same request
    for number in range(4):
        told = an_event({"type": "app_uninstalled"}, name="Ev1", at=now - number)
        assert await here.send(told, **{"X-Slack-Retry-Num": str(number)}) == 200
    await until(lambda: here.alerts.forgotten)
    await asyncio.sleep(0.1)
    assert here.alerts.forgotten == ["T1"]


async def test_slack_s_first_question_is_answered(here: House) -> None:
    """It checks the address with a challenge."""
    body = b'{"type": "url_verification", "challenge": "c", "token": "t"}'
    from tests.slack_requests import signed  # noqa: PLC0415

    assert await here.send(signed(body, time.time(), kind="application/json")) == 200


# --- leaving ---


async def test_whoever_removes_the_app_is_forgotten(here: House) -> None:
    """Token and alerts; the others stay."""
    for team in ("T1", "T2"):
        await here.install(team)
    here.fake.world.grants.revoke("T1")
    assert await here.tell("app_uninstalled", "T1") == 200
    await until(lambda: here.alerts.forgotten)
    assert here.alerts.forgotten == ["T1"]
    assert list(await here.vault.servers()) == ["T2"]
    with pytest.raises(DestinationRefusedError, match="install it again"):
        await here.platform.notifier.post(channel("T1"), a_card(), a_key())


async def test_a_revoked_token_waits_for_another_installation(here: House) -> None:
    """The alerts stay, and go on when the app is installed again."""
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    await here.tell("tokens_revoked", "T1", tokens={"bot": ["U0"]})
    async with asyncio.timeout(10):
        while await here.vault.servers():  # noqa: ASYNC110 - a state of the database
            await asyncio.sleep(0.02)
    assert here.alerts.forgotten == []
    await here.install("T1")
    await here.platform.notifier.post(channel("T1"), a_card(), a_key())


async def test_an_uninstallation_that_is_told_late_undoes_nothing(here: House) -> None:
    """It came back before we heard that it left."""
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    await here.install("T1")
    asked = len(here.fake.calls("auth.test"))
    await here.tell("app_uninstalled", "T1")
    await until(lambda: len(here.fake.calls("auth.test")) > asked)
    await asyncio.sleep(0.1)
    assert here.alerts.forgotten == []
    assert list(await here.vault.servers()) == ["T1"]


async def test_a_dead_token_shuts_out_one_workspace_and_its_installer_is_not_asked(
    here: House,
) -> None:
    """Nobody can be told with a token that is dead; that is logged."""
    await here.install("T1")
    here.fake.world.grants.revoke("T1")
    with pytest.raises(DestinationRefusedError, match="token_revoked"):
        await here.platform.notifier.post(channel("T1"), a_card(), a_key())
    await here.platform.notifier.warn(channel("T1"), "a problem")
    assert here.fake.world.messages == {}


async def test_who_installed_the_app_is_told_once_what_is_wrong(here: House) -> None:
    """In a message to that user, not more often than every six hours."""
    await here.install("T1")
    for _ in range(3):
        await here.platform.notifier.warn(channel("T1"), "Slack refused it: invite the bot.")
    [sent] = here.fake.calls("chat.postMessage")
    assert sent.body["channel"] == "U9T1"
    assert "<#CT1>" in sent.body["text"]


# --- tokens that end ---


async def test_a_token_is_renewed_in_time_once_for_all_who_need_it(
    fake: FakeSlack, tmp_path: Path
) -> None:
    """Ten at a time make one renewal, which is kept."""
    async with house(fake, tmp_path / "gridwire.db") as here:
        await here.install("T1", ends=True)
        old = (await here.workspaces.of("T1")).token
        here.workspaces._now = lambda: time.time() + 11 * 3600
        tokens = {
            w.token for w in await asyncio.gather(*(here.workspaces.of("T1") for _ in range(10)))
        }
        assert len(tokens) == 1
        assert old not in tokens
    async with house(fake, tmp_path / "gridwire.db") as again:
        assert {(await again.workspaces.of("T1")).token} == tokens
    assert len(fake.calls("oauth.v2.access")) == 2


async def test_a_renewal_that_fails_is_tried_again_while_the_token_holds(here: House) -> None:
    """Posting goes on; not every post tries it; when the token has ended its channels wait."""
    await here.install("T1", ends=True)
    now = time.time()
    here.workspaces._now = lambda: now + 11 * 3600
    here.fake.fail("oauth.v2.access", Kind.ERROR)
    old = await here.workspaces.of("T1")
    assert await here.workspaces.of("T1") == old
    assert len(here.fake.calls("oauth.v2.access")) == 2
    here.fake.world.grants.refresh.clear()
    here.workspaces._now = lambda: now + 13 * 3600
    with pytest.raises(DestinationRefusedError, match="invalid_refresh_token"):
        await here.workspaces.of("T1")


# --- beside the operator's own workspace ---


async def test_the_file_s_channels_are_spoken_to_with_bot_token(
    fake: FakeSlack, tmp_path: Path
) -> None:
    """Both kinds in one app."""
    async with house(fake, tmp_path / "gridwire.db", BOT_TOKEN) as here:
        await here.install("T2")
        home = a_destination(id=DestinationId("slack:C9"), platform="slack", channel="C9")
        await here.platform.notifier.post(home, a_card(), a_key(destination=home.id))
        await here.platform.notifier.post(channel("T2"), a_card(), a_key())
    mine, theirs = (call.token for call in fake.calls("chat.postMessage"))
    assert (mine, theirs.split("-")[2]) == (BOT_TOKEN, "T2")


async def test_no_token_is_logged_or_shown(
    fake: FakeSlack, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever goes wrong on the way."""
    caplog.set_level(logging.DEBUG)
    async with house(fake, tmp_path / "gridwire.db") as here:
        await here.install("T1", ends=True)
        for kind in (Kind.ERROR, Kind.DROP, Kind.BODY):
            fake.fail("oauth.v2.access", kind)
            await here.install("T1")
        await here.send(a_command())
        seen = [
            repr(here.platform),
            repr(await here.workspaces.of("T1")),
            repr(here.workspaces._app),
        ]
    said = "\n".join([*seen, caplog.text, *(str(vars(record)) for record in caplog.records)])
    for secret in ("canary", "8f742231b10e8888", "code-T1"):
        assert secret not in said
