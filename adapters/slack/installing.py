"""How a workspace installs the app by itself: Slack's OAuth, with states that are used once.

https://docs.slack.dev/authentication/installing-with-oauth
"""

import logging
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import aiohttp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.socket import QUIET
from adapters.slack.workspaces import App, Installed, Workspace
from bot.ports import Once

log = logging.getLogger(__name__)

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
STATE_S = 600


class Flow(AsyncOAuthFlow):
    """The library's flow; what goes wrong on the way is an installation that failed, never an error of ours."""

    async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str:
        """Slack's page; the library would hand on a `team` as it came, and with it any further right."""
        del request
        return self.settings.authorize_url_generator.generate(state)

    async def run_installation(self, code: str) -> Installation | None:
        """Change the code for tokens; None where there are none to be had."""
        try:
            found = await super().run_installation(code)
        except (aiohttp.ClientError, TimeoutError, LookupError, TypeError, ValueError) as error:
            log.warning("slack installation failed", extra={"reason": type(error).__name__})
            return None
        if found is not None and (found.is_enterprise_install or not found.team_id):
            log.warning("slack installation refused: for a whole organisation, not a workspace")
            return None
        return found if found is not None and found.bot_token else None


class States(AsyncOAuthStateStore):
    """States of installations that were begun."""

    def __init__(self, once: Once) -> None:
        self._once = once

    async def async_issue(self, *_: object, **__: object) -> str:
        """A new one."""
        state, now = secrets.token_urlsafe(24), datetime.now(UTC)
        await self._once.note("state", state, now + timedelta(seconds=STATE_S), now)
        return state

    async def async_consume(self, state: str) -> bool:
        """Use it up."""
        return await self._once.spend("state", state, datetime.now(UTC))


class Keeper(AsyncInstallationStore):
    """Hands on what the flow was given."""

    def __init__(self, workspaces: Installed) -> None:
        self._workspaces = workspaces

    async def async_save(self, installation: Installation) -> None:
        """Keep the bot's token; of the person who installed only who that is."""
        await self._workspaces.save(
            Workspace(
                team=installation.team_id or "",
                token=installation.bot_token or "",
                bot=installation.bot_user_id or "",
                bot_id=installation.bot_id or "",
                installer=installation.user_id or "",
                scopes=tuple(installation.bot_scopes or ()),
                refresh_token=installation.bot_refresh_token or "",
                expires_at=float(installation.bot_token_expires_at or 0),
            )
        )


class Installing:
    """The two pages that an installation passes.

    Args:
        public_url: how the internet reaches us, without a slash at its end.
        scopes: what the app asks for.
    """

    def __init__(
        self,
        workspaces: Installed,
        once: Once,
        app: App,
        *,
        public_url: str,
        scopes: Sequence[str],
    ) -> None:
        self._settings = AsyncOAuthSettings(
            client_id=app.id,
            client_secret=app.secret,
            scopes=scopes,
            user_scopes=[],
            redirect_uri=f"{public_url}{REDIRECT}",
            install_path=INSTALL,
            redirect_uri_path=REDIRECT,
            install_page_rendering_enabled=False,  # Slack's own page follows at once
            installation_store=Keeper(workspaces),
            state_store=States(once),
            state_expiration_seconds=STATE_S,
            logger=QUIET,
        )

    def flow(self, web: AsyncWebClient) -> Flow:
        """With the client that calls Slack."""
        return Flow(client=web, logger=QUIET, settings=self._settings)
