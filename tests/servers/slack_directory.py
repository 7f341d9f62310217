"""Who is in a workspace, what channels it has, and which windows stand open: what the fake tells of it."""

import itertools
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class UnknownError(Exception):
    """There is nothing of the kind; the text is Slack's error code."""


@dataclass(slots=True, kw_only=True)
class Directory:
    """One workspace as its token sees it.

    Attributes:
        people: what `users.info` tells beyond id and workspace, by id.
        groups: members of user groups, by the group's id.
        channels: what `conversations.info` tells beyond the id, by id.
        windows: every view as it stands, by id; "home:U1" is somebody's home tab.
        triggers: those that open a window still; each opens one.
    """

    team: str
    people: dict[str, Json] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    channels: dict[str, Json] = field(default_factory=dict)
    windows: dict[str, Json] = field(default_factory=dict)
    triggers: set[str] = field(default_factory=set)
    _serial: Any = field(default_factory=lambda: itertools.count(1))

    def answer(self, method: str, body: Json) -> Json:
        """What Slack answers.

        Raises:
            UnknownError: with Slack's code.
        """
        match method:
            case "users.info":
                found = _known(self.people, body.get("user"), "user_not_found")
                return {"user": {"id": body["user"], "team_id": self.team, **found}}
            case "usergroups.users.list":
                group = _known(self.groups, body.get("usergroup"), "no_such_subteam")
                return {"users": group}
            case "conversations.info":
                told = _known(self.channels, body.get("channel"), "channel_not_found")
                return {"channel": {"id": body["channel"], "is_member": True, **told}}
            case "views.open":
                return {"view": self._opened(body)}
            case "views.update":
                _known(self.windows, body.get("view_id"), "not_found")
                self.windows[body["view_id"]] = body["view"]
                return {"view": {"id": body["view_id"]}}
            case "views.publish":
                self.windows[f"home:{body['user_id']}"] = body["view"]
                return {"view": {"id": f"home:{body['user_id']}"}}
            case _:
                raise UnknownError("unknown_method")

    def window(self, view: Json) -> str:
        """A new window; returns its id."""
        name = f"V{self.team}{next(self._serial)}"
        self.windows[name] = view
        return name

    def _opened(self, body: Json) -> Json:
        if body.get("trigger_id") not in self.triggers:
            raise UnknownError("expired_trigger_id")
        self.triggers.discard(body["trigger_id"])
        return {"id": self.window(body["view"])}


def _known(things: dict[str, Any], name: object, code: str) -> Any:
    if name not in things:
        raise UnknownError(code)
    return things[str(name)]
