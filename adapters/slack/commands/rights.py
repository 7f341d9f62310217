"""Who may use what: the one place that decides it, for commands, buttons, forms and shortcuts alike.

Slack knows no permission for an app's commands, so each use is checked here, and Slack is asked each time: who was
an administrator a minute ago need not be one now.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from adapters.slack.commands.asker import Asker
from adapters.slack.errors import answer
from bot.errors import DestinationRefusedError, PermanentDeliveryError
from bot.ports import Alerts


class Right(StrEnum):
    """Who may use something; the value stands in the documentation's matrix."""

    EVERYONE = "everyone"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


REFUSALS = {
    Right.MANAGER: "Only administrators and owners of this workspace, or members of its manager group, may do "
    "that: an administrator chooses the group with /alerts manager.",
    Right.ADMINISTRATOR: "Only administrators and owners of this workspace may do that.",
}

# https://docs.slack.dev/reference/objects/user-object: guests, other workspaces' members, apps, and who left.
_OUTSIDE = (
    "deleted",
    "is_bot",
    "is_app_user",
    "is_restricted",
    "is_ultra_restricted",
    "is_stranger",
)


async def may(asker: Asker, right: Right, alerts: Alerts) -> bool:
    """Whether the one who asks has this right, here and now.

    Raises:
        DeliveryError: Slack does not tell.
        StoreError: the manager group cannot be read.
    """
    if right is Right.EVERYONE:
        return True
    who = await _user(asker)
    if not _belongs(who, asker.team):
        return False
    if who.get("is_admin") is True or who.get("is_owner") is True:
        return True
    return right is Right.MANAGER and await _in_group(asker, alerts)


async def _user(asker: Asker) -> Mapping[str, Any]:
    told = await answer(
        asker.client.users_info(user=asker.user), "users.info", right_missing=PermanentDeliveryError
    )
    user = told.get("user")
    return user if isinstance(user, dict) and user.get("id") == asker.user else {}


def _belongs(who: Mapping[str, Any], team: str) -> bool:
    """Whether this is a full member of the workspace; one of an organisation may be of several."""
    if any(who.get(flag) for flag in _OUTSIDE):
        return False
    organisation = who.get("enterprise_user")
    teams = organisation.get("teams") if isinstance(organisation, dict) else None
    return who.get("team_id") == team or (isinstance(teams, list) and team in teams)


async def _in_group(asker: Asker, alerts: Alerts) -> bool:
    group = await alerts.manager_role(asker.team)
    if not group:
        return False
    asked = asker.client.usergroups_users_list(usergroup=group)
    try:
        told = await answer(asked, "usergroups.users.list", right_missing=PermanentDeliveryError)
    except DestinationRefusedError:  # the group was deleted: nobody is in it
        return False
    users = told.get("users")
    return isinstance(users, list) and asker.user in users
