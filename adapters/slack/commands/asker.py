"""Who asks for something, from which workspace, and how to answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import UsageError

NOWHERE = "Slack did not say which workspace and person this comes from: try again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """One interaction, as far as Slack vouches for it.

    Attributes:
        team: the workspace, whose alerts these are.
        channel: where it happened; empty in the home tab and in forms.
        answer_url: takes the answer, five times within half an hour; empty where Slack offers none.
        trigger: opens a form within three seconds; empty where none can be opened.
        client: speaks for the app in this workspace.
        payload: all of it.
    """

    team: str
    user: str
    channel: str
    answer_url: str
    trigger: str
    client: AsyncWebClient
    payload: Mapping[str, Any]

    @property
    def is_private(self) -> bool:
        """Whether a button was pressed in a message that only this reader sees."""
        container = self.payload.get("container")
        return isinstance(container, dict) and container.get("is_ephemeral") is True

    @property
    def is_typed(self) -> bool:
        """Whether it is a command, and no press."""
        return "command" in self.payload

    @property
    def view(self) -> Mapping[str, Any]:
        """The window or home tab where it happened; empty for messages."""
        found = self.payload.get("view")
        return found if isinstance(found, dict) else {}

    @property
    def view_id(self) -> str:
        """Slack's id of that."""
        return _text(self.view.get("id"))

    @property
    def action(self) -> Mapping[str, Any]:
        """The pressed button or the chosen option; empty if this is none."""
        match self.payload.get("actions"):
            case [dict(first), *_]:
                return first
            case _:
                return {}

    @property
    def value(self) -> str:
        """What the pressed button carries."""
        return _text(self.action.get("value"))


def asker(body: Mapping[str, Any], context: AsyncBoltContext) -> Asker:
    """Who asks.

    Raises:
        UsageError: Slack did not say.
    """
    # In a channel that two workspaces share, the event names the one that the person is of; alerts are the
    # business of the one whose token speaks.
    speaks = context.authorize_result
    team = (speaks and speaks.team_id) or context.team_id
    user, client = context.user_id, context.client
    if not team or not user or client is None:
        raise UsageError(NOWHERE)
    return Asker(
        team=team,
        user=user,
        channel=_text(context.channel_id),
        answer_url=_text(context.response_url),
        trigger=_text(body.get("trigger_id")),
        client=client,
        payload=body,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
