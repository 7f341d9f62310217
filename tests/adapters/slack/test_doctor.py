"""The doctor says what keeps cards from a Slack channel, and changes nothing."""

from pathlib import Path
from typing import Any

import pytest

from adapters.slack import doctor
from adapters.slack.manifest import SCOPES
from bot.model import DestinationId, Finding, Grade, Mend
from tests.adapters.slack.installed import house
from tests.builders import a_destination
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

HERE = a_destination(id=DestinationId("slack:C1"), platform="slack", channel="C1")


async def ask(fake: FakeSlack, **given: Any) -> dict[str, list[Finding]]:
    """What it finds, by check."""
    fake.world.directories[BOT_TOKEN].channels["C1"] = {"name": "trades"}
    asked = {"bot_token": BOT_TOKEN, "app_token": APP_TOKEN, "by_http": False, "vault": None}
    found = await doctor.examine(**{"api_base": fake.url, "destinations": [HERE], **asked, **given})
    by_check: dict[str, list[Finding]] = {}
    for one in found:
        by_check.setdefault(one.check, []).append(one)
        assert BOT_TOKEN not in repr(one)
        assert APP_TOKEN not in repr(one)
    return by_check


def scoped(fake: FakeSlack, *missing: str) -> None:
    """The next answers name the token's scopes."""
    scopes = ",".join(scope for scope in SCOPES if scope not in missing)
    body = '{"ok": true, "team_id": "T1", "team": "T", "user": "gridwire", "bot_id": "B1"}'
    fake.fail("auth.test", Kind.BODY, body=body, headers={"x-oauth-scopes": scopes})


async def test_all_is_well(fake: FakeSlack) -> None:
    """Token, scopes, socket, channel; only questions were asked."""
    scoped(fake)
    found = await ask(fake)
    assert {one.grade for each in found.values() for one in each} == {Grade.OK}
    assert [call.method for call in fake.requests] == [
        "auth.test",
        "apps.connections.open",
        "conversations.info",
    ]


@pytest.mark.parametrize(
    ("scope", "grade"), [("chat:write", Grade.FAIL), ("channels:history", Grade.WARN)]
)
async def test_a_missing_scope_is_named_with_what_it_is_for(
    fake: FakeSlack, scope: str, grade: Grade
) -> None:
    """Without the one nothing is posted, without the other something may come twice."""
    scoped(fake, scope)
    [_, one] = (await ask(fake))["slack"]
    assert one.grade is grade
    assert scope in one.text
    assert SCOPES[scope] in one.text


async def test_a_refused_token_needs_a_person_and_an_outage_patience(fake: FakeSlack) -> None:
    """The exit codes follow from it."""
    fake.fail("auth.test", Kind.CODE, code="token_revoked")
    [one] = (await ask(fake))["slack"]
    assert (one.grade, one.mend) == (Grade.FAIL, Mend.PERSON)
    fake.fail("auth.test", Kind.ERROR)
    [one] = (await ask(fake))["slack"]
    assert (one.grade, one.mend) == (Grade.FAIL, Mend.WAITING)


@pytest.mark.parametrize(
    ("given", "grade", "said"),
    [
        ({"app_token": "xapp-bad"}, Grade.FAIL, "connections:write"),
        ({"app_token": ""}, Grade.WARN, "signing_secret"),
        ({"app_token": "", "by_http": True}, Grade.OK, "HTTP"),
    ],
)
async def test_the_way_in_is_tried(
    fake: FakeSlack, given: dict[str, Any], grade: Grade, said: str
) -> None:
    """A deaf app is said to be one."""
    [one] = (await ask(fake, **given))["slack way in"]
    assert one.grade is grade
    assert said in one.text + one.do


SHUT = {
    '{"ok": false, "error": "channel_not_found"}': "invite",
    '{"ok": true, "channel": {"id": "C1", "name": "t", "is_archived": true}}': "unarchive",
    '{"ok": true, "channel": {"id": "C1", "name": "t", "is_member": false}}': "/invite @Gridwire",
}


@pytest.mark.parametrize("body", SHUT)
async def test_a_channel_that_would_refuse_a_card_is_found(fake: FakeSlack, body: str) -> None:
    """Before the first card is lost on it."""
    fake.fail("conversations.info", Kind.BODY, body=body)
    [one] = (await ask(fake))[HERE.id]
    assert one.grade is Grade.FAIL
    assert SHUT[body] in one.text + one.do


async def test_each_workspace_that_installed_the_app_is_asked_with_its_own_token(
    fake: FakeSlack, tmp_path: Path
) -> None:
    """One that left is told, and so is a channel of nobody's."""
    async with house(fake, tmp_path / "gridwire.db") as here:
        await here.install("T1")
        await here.install("T2")
        fake.world.grants.revoke("T2")
        lost = a_destination(
            id=DestinationId("slack:C9"), platform="slack", channel="C9", server="T9"
        )
        found = await ask(fake, bot_token="", vault=here.vault, destinations=[lost])
    assert found["slack T1"][0].grade is Grade.OK
    assert "token_revoked" in found["slack T2"][0].text
    assert "not installed in T9" in found["slack:C9"][0].text
