"""The manifest is one that Slack takes, and offers what is answered."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for

from adapters.slack.manifest import SCOPES, manifest

PUBLIC = "https://alerts.example.org"
METHODS = {  # what each of our calls needs, by the page of its method
    "auth.test": set(),
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "chat.postEphemeral": {"chat:write"},
    "conversations.history": {"channels:history", "groups:history"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.replies": {"channels:history", "groups:history"},
    "usergroups.users.list": {"usergroups:read"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.update": set(),
    "views.publish": set(),
    "oauth.v2.access": set(),
    "apps.connections.open": set(),  # with the app's own token
}
CALLED = re.compile(
    r"(?:web|client|_web|_client\(\))\.((?:apps|auth|chat|conversations|oauth|usergroups|users|views)_\w+)"
)


@pytest.fixture
def problems(shared: Path) -> Callable[[dict[str, Any]], list[str]]:
    """What Slack's own schema says of a manifest."""
    schema = json.loads((shared / "schemas" / "slack-manifest.schema.2.0.0.json").read_text())
    validator = validator_for(schema)(schema)
    return lambda given: [error.message for error in validator.iter_errors(given)]


Problems = Callable[[dict[str, Any]], list[str]]


@pytest.mark.parametrize("url", ["", PUBLIC])
def test_slack_s_own_schema_takes_it(problems: Problems, url: str) -> None:
    """In both forms."""
    assert problems(manifest(url)) == []


BREAKING: dict[str, Callable[[dict[str, Any]], object]] = {
    "name": lambda m: m["display_information"].update(name="x" * 36),
    "slash": lambda m: m["features"]["slash_commands"][0].update(command="nfl"),
    "typo": lambda m: m.update(typo=1),
    "boolean": lambda m: m["settings"].update(socket_mode_enabled="yes"),
    "shortcut": lambda m: m["features"]["shortcuts"][0].pop("callback_id"),
}


@pytest.mark.parametrize("name", BREAKING)
def test_the_schema_would_refuse_a_wrong_one(problems: Problems, name: str) -> None:
    """Else it would prove nothing."""
    broken = copy.deepcopy(manifest(PUBLIC))
    BREAKING[name](broken)
    assert problems(broken)


def test_each_form_has_its_way_in() -> None:
    """Socket Mode has no address, HTTP has one everywhere, and tokens that end."""
    socket, http = manifest(), manifest(PUBLIC)
    assert "https://" not in json.dumps(socket)
    assert socket["settings"]["socket_mode_enabled"]
    assert not http["settings"]["socket_mode_enabled"]
    assert http["settings"]["token_rotation_enabled"]
    assert http["oauth_config"]["redirect_urls"] == [f"{PUBLIC}/slack/oauth_redirect"]
    assert json.dumps(http).count(f"{PUBLIC}/slack/events") == 5
    assert "app_uninstalled" in http["settings"]["event_subscriptions"]["bot_events"]


def test_the_commands_are_those_that_answer() -> None:
    """With all their words."""
    hints = {one["command"]: one["usage_hint"] for one in manifest()["features"]["slash_commands"]}
    assert {"trades", "player", "ask"} <= set(hints["/nfl"].split(" | "))
    assert {"subscribe", "list", "test"} <= set(hints["/alerts"].split(" | "))


def test_every_call_has_its_scope_and_no_scope_is_without_a_call() -> None:
    """Least rights: a scope that nothing needs is one too many."""
    folder = Path(__file__).resolve().parents[3] / "adapters" / "slack"
    source = "\n".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    called = {name.lower() for name in CALLED.findall(source)}
    known = {name.replace(".", "_").lower(): needs for name, needs in METHODS.items()}
    assert called <= known.keys()
    needed = set().union(*(known[name] for name in called))
    assert needed | {"commands"} == set(SCOPES)
