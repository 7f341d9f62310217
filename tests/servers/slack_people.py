"""People who type, press and choose in Slack, as its client reports it to the app.

Shapes: https://docs.slack.dev/reference/interaction-payloads and
https://docs.slack.dev/interactivity/implementing-slash-commands
"""

import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_directory import Directory, Json

Send = Callable[[str, Json], Awaitable[Json]]  # what Slack calls it, and what it is


@dataclass(slots=True, kw_only=True)
class Seen:
    """What came of it.

    Attributes:
        ack: what the acknowledgement carried.
        messages: bodies that came to the response URL, in order.
        windows: views that were opened, changed or published since.
    """

    ack: Any = None
    messages: list[Json] = field(default_factory=list)
    windows: list[Json] = field(default_factory=list)

    @property
    def shown(self) -> Json:
        """The last thing that somebody sees."""
        return (self.windows or self.messages)[-1]

    @property
    def text(self) -> str:
        """All texts of it."""
        return f"{self.shown.get('text', '')}\n" + "\n".join(_texts(self.shown.get("blocks") or []))

    def buttons(self) -> dict[str, Json]:
        """What can be pressed, by label."""
        return {each["text"]["text"]: each for each in _pressable(self.shown["blocks"])}


class People:
    """Everybody of one workspace.

    Args:
        send: brings what they do to the app and returns the acknowledgement; left out, over Socket Mode.
    """

    def __init__(self, fake: FakeSlack, directory: Directory, send: Send | None = None) -> None:
        self._fake, self.directory = fake, directory
        self._way = send or fake.envelope
        self._triggers = itertools.count(1)

    async def slash(
        self, user: str, command: str, text: str = "", *, channel: str = "C1", answers: int = 1
    ) -> Seen:
        """Type a command; waits for so many answers."""
        payload = self._form(user, channel, command, text)
        return await self._send("slash_commands", payload, answers)

    async def press(
        self,
        user: str,
        button: Json,
        *,
        private: bool = True,
        channel: str = "C1",
        answers: int = 1,
    ) -> Seen:
        """Press a button of a message, or choose in a select of it."""
        container = {"type": "message", "is_ephemeral": private, "channel_id": channel}
        payload = self._interaction(user, "block_actions", channel)
        payload |= {"container": container, "actions": [{"block_id": "b", **button}]}
        return await self._send("interactive", payload, answers)

    async def press_home(self, user: str, button: Json, *, answers: int = 1) -> Seen:
        """Press a button of one's home tab."""
        payload = self._interaction(user, "block_actions", None)
        view = {"id": f"home:{user}", "type": "home", "team_id": self.directory.team}
        payload |= {"container": {"type": "view"}, "view": view}
        payload["actions"] = [{"block_id": "b", **button}]
        return await self._send("interactive", payload, answers)

    async def submit(self, user: str, window: str, values: Json, *, answers: int = 1) -> Seen:
        """Send a form with these values by field."""
        view = self.directory.windows[window]
        payload = self._interaction(user, "view_submission", None)
        payload["view"] = {
            **view,
            "id": window,
            "team_id": self.directory.team,
            "state": {"values": {name: {name: value} for name, value in values.items()}},
        }
        return await self._send("interactive", payload, answers)

    async def type(self, user: str, select: str, typed: str) -> list[Json]:
        """Type into a select: what is offered."""
        payload = self._interaction(user, "block_suggestion", "C1")
        payload |= {"action_id": select, "block_id": "b", "value": typed}
        seen = await self._send("interactive", payload, 0)
        return list(seen.ack["options"])

    async def shortcut(self, user: str, message: Json, *, channel: str = "C1") -> Seen:
        """Use the shortcut on a message's menu."""
        payload = self._interaction(user, "message_action", channel)
        payload |= {"callback_id": "explain_card", "message": message, "message_ts": "1.2"}
        return await self._send("interactive", payload, 1)

    async def home(self, user: str) -> Seen:
        """Open the home tab."""
        event = {"type": "app_home_opened", "user": user, "channel": "D1", "tab": "home"}
        payload = {"team_id": self.directory.team, "api_app_id": "A1", "event": event}
        payload |= {
            "type": "event_callback",
            "event_id": f"Ev{self._trigger()}",
            "event_time": 1700000000,
        }
        return await self._send("events_api", payload, 1)

    def _form(self, user: str, channel: str, command: str, text: str) -> Json:
        return {
            "command": command,
            "text": text,
            "team_id": self.directory.team,
            "user_id": user,
            "channel_id": channel,
            "response_url": self._fake.response_url(user, channel),
            "trigger_id": self._trigger(),
        }

    def _interaction(self, user: str, kind: str, channel: str | None) -> Json:
        team = self.directory.team
        told: Json = {"type": kind, "team": {"id": team}, "user": {"id": user, "team_id": team}}
        told["trigger_id"] = self._trigger()
        if channel is not None:
            told |= {"channel": {"id": channel}}
            told["response_url"] = self._fake.response_url(user, channel)
        return told

    def _trigger(self) -> str:
        made = f"{self.directory.team}.{next(self._triggers)}"
        self.directory.triggers.add(made)
        return made

    async def _send(self, kind: str, payload: Json, answers: int) -> Seen:
        fake = self._fake
        before, calls = len(fake.responses), len(fake.requests)
        told = await self._way(kind, payload)
        seen = Seen(ack=told.get("payload"))
        if answers:
            await fake.until(lambda: self._since(before, calls, seen) >= answers)
        return seen

    def _since(self, before: int, calls: int, seen: Seen) -> int:
        seen.messages = self._fake.responses[before:]
        done = [call for call in self._fake.requests[calls:] if call.method.startswith("views.")]
        seen.windows = [call.body["view"] for call in done]
        return len(seen.messages) + len(seen.windows)


def chose(action: str, *values: str) -> Json:
    """What a select reports: one value, or several."""
    options = [{"text": {"type": "plain_text", "text": each}, "value": each} for each in values]
    if action.endswith("players"):
        return {"type": "multi_external_select", "action_id": action, "selected_options": options}
    return {"type": "external_select", "action_id": action, "selected_option": options[0]}


def picked(*values: str) -> Json:
    """A field in which one or several were chosen."""
    options = [{"text": {"type": "plain_text", "text": each}, "value": each} for each in values]
    return {"selected_option": options[0] if options else None, "selected_options": options}


def _texts(part: Any) -> list[str]:
    match part:
        case {"type": "mrkdwn" | "plain_text" | "text", "text": str(words)}:
            return [words]
        case dict():
            return [words for value in part.values() for words in _texts(value)]
        case list():
            return [words for value in part for words in _texts(value)]
    return []


def _pressable(part: Any) -> list[Json]:
    match part:
        case {"type": "button"}:
            return [part]
        case dict():
            return [each for value in part.values() for each in _pressable(value)]
        case list():
            return [each for value in part for each in _pressable(value)]
    return []
