"""What Slack tells of the app itself: each event once, and what to do when a workspace leaves."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.response import BoltResponse

from adapters.slack.workspaces import Installed, Workspaces, asking
from bot.errors import DeliveryError, StoreError
from bot.ports import Once

log = logging.getLogger(__name__)

NOT_INSTALLED = (
    "Gridwire is no longer installed in this workspace: an administrator can install it again."
)
Next = Callable[[], Awaitable[None]]
KEPT = timedelta(
    hours=1
)  # Slack sends an event again after about a second, a minute and five minutes


def count_once(app: AsyncApp, once: Once) -> None:
    """Pass over events that came before: Slack sends again what it thinks we missed.

    https://docs.slack.dev/apis/events-api/#retries
    """

    async def first(body: dict[str, Any], next_: Next) -> BoltResponse | None:
        name, now = body.get("event_id"), datetime.now(UTC)
        if isinstance(name, str) and not await once.note("event", name, now + KEPT, now):
            log.info("slack event came again", extra={"event_id": name})
            return BoltResponse(status=200)
        await next_()
        return None

    app.middleware(first)


def only_installed(workspaces: Workspaces) -> Callable[..., Awaitable[BoltResponse | None]]:
    """Answer who is not installed in the acknowledgement itself: the library would call Slack before it."""

    async def check(context: AsyncBoltContext, next_: Next) -> BoltResponse | None:
        if context.response_url is not None:  # somebody waits for words
            try:
                await asking(workspaces, context.team_id)
            except DeliveryError as error:
                extra = {"team": context.team_id, "reason": str(error)}
                log.warning("slack event of nobody", extra=extra)
                return BoltResponse(status=200, body=NOT_INSTALLED)
        await next_()
        return None

    return check


class Leaving:
    """Forgets a workspace that removed the app or took its tokens back.

    Args:
        forget: ends the alerts of a workspace.
    """

    def __init__(self, workspaces: Installed, forget: Callable[[str], Awaitable[None]]) -> None:
        self._workspaces, self._forget = workspaces, forget

    def register(self, app: AsyncApp) -> None:
        """Hear of both."""

        async def uninstalled(body: dict[str, Any]) -> None:
            await _said(self._uninstalled(body))

        async def revoked(body: dict[str, Any]) -> None:
            await _said(self._revoked(body))

        app.event("app_uninstalled")(uninstalled)
        app.event("tokens_revoked")(revoked)

    async def _uninstalled(self, body: dict[str, Any]) -> None:
        """https://docs.slack.dev/reference/events/app_uninstalled: nothing of it is kept."""
        if (team := await self._gone(body)) is not None:
            await self._forget(team)

    async def _revoked(self, body: dict[str, Any]) -> None:
        """https://docs.slack.dev/reference/events/tokens_revoked: its channels wait for another installation."""
        if body.get("event", {}).get("tokens", {}).get("bot"):
            await self._gone(body)

    async def _gone(self, body: dict[str, Any]) -> str | None:
        """Forget its token; None where it holds, since the workspace came back before we heard."""
        team = str(body.get("team_id", ""))
        if await self._workspaces.leave(team):
            return team
        log.info("slack workspace is back already", extra={"team": team})
        return None


async def _said(forgetting: Awaitable[None]) -> None:
    """The library would keep a failure to itself, and Slack was told already that all is well."""
    try:
        await forgetting
    except StoreError as error:
        log.warning("server not forgotten", extra={"problem": str(error)})
