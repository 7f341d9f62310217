"""When a channel shuts us out, who installed the app is told once, in a message that only they read.

A message to a user needs no more than chat:write: https://docs.slack.dev/reference/methods/chat.postMessage#app_home.
Of an app of one workspace nobody told who installed it: who runs it reads the log.
"""

import logging
import time

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import text
from adapters.slack.errors import answer
from adapters.slack.workspaces import Workspaces
from bot.errors import DeliveryError
from bot.model import Destination

log = logging.getLogger(__name__)

ONE_A_WORKSPACE_S = 6 * 3600.0  # a right that is taken away shuts us out of every channel at once
PROBLEM_ROOM = 400


class Notices:
    """Tells whoever can mend it; a failure is logged, never raised."""

    def __init__(self, web: AsyncWebClient, workspaces: Workspaces) -> None:
        self._web, self._workspaces = web, workspaces
        self._told: dict[str, float] = {}

    async def warn(self, to: Destination, problem: str) -> None:
        """Tell the installer of the destination's workspace, unless a notice of it is fresh."""
        now = time.monotonic()
        if not to.server or now - self._told.get(to.server, -ONE_A_WORKSPACE_S) < ONE_A_WORKSPACE_S:
            return
        try:
            if await self._tell(to, problem):
                self._told[to.server] = now
        except DeliveryError as error:
            log.warning("nobody told of it", extra={"team": to.server, "reason": str(error)})

    async def _tell(self, to: Destination, problem: str) -> bool:
        here = await self._workspaces.of(to.server)
        if not here.installer:
            return False
        words = (
            f"Gridwire cannot post in <#{to.channel}>: {text.mrkdwn(problem, PROBLEM_ROOM)} "
            "Its cards wait for a day. /alerts status shows how each channel does."
        )
        call = self._web.chat_postMessage(
            token=here.token,
            channel=here.installer,
            text=words,
            unfurl_links=False,
            unfurl_media=False,
        )
        await answer(call, "chat.postMessage to who installed the app")
        log.info("installer told", extra={"team": to.server, "channel": to.channel})
        return True
