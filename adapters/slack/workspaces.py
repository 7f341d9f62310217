"""Whose token speaks in which workspace: the one of the configuration, or those of everybody who installed the app.

Tokens of the second kind may expire. They are renewed in time (https://docs.slack.dev/authentication/using-token-rotation),
and kept sealed; in memory they never show.
"""

import asyncio
import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import answer
from adapters.slack.identity import identity
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    TemporaryDeliveryError,
    TokenRefusedError,
)
from bot.ports import Installations

log = logging.getLogger(__name__)

HISTORY = {"channels:history", "groups:history"}  # of public channels, and of private ones
RENEW_S = 2 * 3600.0  # before its end; a token lives for twelve hours
RENEW_AGAIN_S = 60.0  # after a renewal that failed, while the old one still holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What one workspace gave us.

    Attributes:
        bot: the app's user there; bot_id: its messages' author.
        installer: the user who installed the app; empty where nobody told.
        scopes: what the token may do; empty where Slack did not tell.
        expires_at: seconds since the epoch; 0 for a token that does not end.
    """

    team: str
    token: str = field(repr=False)
    bot: str = ""
    bot_id: str = ""
    installer: str = ""
    scopes: tuple[str, ...] = ()
    refresh_token: str = field(default="", repr=False)
    expires_at: float = 0.0

    @property
    def shows_history(self) -> bool:
        """Whether every channel may be looked back at; what Slack did not tell, its first refusal will."""
        return not self.scopes or HISTORY.issubset(self.scopes)

    def authorized(self) -> AuthorizeResult:
        """The same as slack_bolt wants it."""
        return AuthorizeResult(
            enterprise_id=None,
            team_id=self.team or None,
            bot_user_id=self.bot or None,
            bot_id=self.bot_id or None,
            bot_token=self.token,
        )


@dataclass(frozen=True, slots=True)
class App:
    """The app itself, as Slack knows it."""

    id: str
    secret: str = field(repr=False)


class Workspaces(Protocol):
    """Every workspace that the app is in."""

    async def open(self, web: AsyncWebClient) -> None:
        """Get ready; raises as `Platform.connect`."""
        ...

    async def of(self, server: str) -> Workspace:
        """The one that a channel belongs to; raises DeliveryError where it gave nothing."""
        ...

    def refused(self, error: TokenRefusedError) -> DeliveryError:
        """What a refused token means: the end of the lane, or of one workspace's channels for now."""
        ...


class Own:
    """The one workspace whose token stands in the configuration: every channel is its own."""

    def __init__(self, token: str) -> None:
        self._here = Workspace(team="", token=token)

    @property
    def team(self) -> str:
        """Whose token it is; known once it was tried."""
        return self._here.team

    async def open(self, web: AsyncWebClient) -> None:
        """Ask Slack who we are."""
        try:
            who, scopes = await identity(web, self._here.token)
        except (TemporaryDeliveryError, TokenRefusedError):
            raise
        except DeliveryError as error:  # nothing is posted here, so nothing is uncertain
            raise TemporaryDeliveryError(str(error)) from error
        team, bot, bot_id = (_text(who, name) for name in ("team_id", "user_id", "bot_id"))
        self._here = replace(self._here, team=team, bot=bot, bot_id=bot_id, scopes=scopes)
        log.info("slack connected", extra={"team": team})

    async def of(self, server: str) -> Workspace:
        """There is one."""
        del server
        return self._here

    def refused(self, error: TokenRefusedError) -> DeliveryError:
        """Every call would be refused."""
        return error


class Installed:
    """Those that installed the app by themselves.

    Args:
        home: the workspace of the configuration, whose channels have no server; None where there is none.
    """

    def __init__(
        self,
        vault: Installations,
        app: App,
        home: Own | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._vault, self._home, self._now = vault, home, now
        self._app = app
        self._known: dict[str, Workspace] = {}
        self._renew_at: dict[str, float] = {}
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._installed = Counter[str]()  # how often, since the start
        self._web: AsyncWebClient | None = None

    async def open(self, web: AsyncWebClient) -> None:
        """Only our own token is tried: the others are when somebody's channel needs them."""
        self._web = web
        if self._home is not None:
            try:
                await self._home.open(web)
            except TokenRefusedError as error:  # the others' channels go on
                log.error("slack refuses bot_token", extra={"reason": str(error)})  # noqa: TRY400 - no bug
        log.info("slack workspaces known", extra={"count": len(await self._vault.servers())})

    async def of(self, server: str) -> Workspace:
        """The workspace, with a token that holds for a while."""
        if self._home is not None and server in {"", self._home.team}:
            return await self._home.of(server)
        async with self._locks[server]:
            found = self._known.get(server) or await self._load(server)
            if found is None:
                raise DestinationRefusedError(
                    f"Gridwire is not installed in the Slack workspace {server}: "
                    "an administrator can install it again at /slack/install"
                )
            self._known[server] = await self._fresh(found)
            return self._known[server]

    def refused(self, error: TokenRefusedError) -> DeliveryError:
        """One workspace took its token back: its channels wait, and are tried again ever more rarely."""
        return DestinationRefusedError(str(error))

    async def save(self, given: Workspace) -> None:
        """Keep what an installation gave."""
        async with self._locks[given.team]:
            await self._vault.save(given.team, _written(given), self._at())
            self._known[given.team] = given
            self._installed[given.team] += 1
        log.info("slack workspace installed", extra={"team": given.team})

    async def leave(self, server: str) -> bool:
        """Forget a workspace that left or took our token back; False where it has come back since."""
        installed = self._installed[server]
        if not await self._is_gone(server):
            return False
        async with self._locks[server]:
            if self._installed[server] != installed:  # while Slack was asked
                return False
            self._known.pop(server, None)
            await self._vault.forget(server)
        log.info("slack workspace gone", extra={"team": server})
        return True

    async def _is_gone(self, server: str) -> bool:
        """Whether its token is refused now: what Slack told may be old."""
        try:
            here = await self.of(server)
            await answer(self._client().auth_test(token=here.token), "auth.test")
        except (TokenRefusedError, DestinationRefusedError):
            return True
        except DeliveryError:
            return False  # a channel that needs it will find out
        return False

    async def _load(self, server: str) -> Workspace | None:
        """What was sealed for another workspace opens nothing here, whoever moved it."""
        sealed = await self._vault.find(server)
        found = None if sealed is None else read(sealed)
        return found if found is not None and found.team == server else None

    async def _fresh(self, here: Workspace) -> Workspace:
        """The same, or with a new token if its own ends soon."""
        if not here.expires_at or here.expires_at - self._now() > RENEW_S:
            return here
        ended = here.expires_at <= self._now()
        if not ended and self._now() < self._renew_at.get(here.team, 0.0):
            return here
        try:
            renewed = await self._renewed(here)
        except DeliveryError as error:
            if ended:
                raise
            self._renew_at[here.team] = self._now() + RENEW_AGAIN_S
            log.warning("slack token not renewed yet", extra={"reason": str(error)})
            return here
        await self._vault.renew(here.team, _written(renewed))
        return renewed

    async def _renewed(self, here: Workspace) -> Workspace:
        call = self._client().oauth_v2_access(
            client_id=self._app.id,
            client_secret=self._app.secret,
            grant_type="refresh_token",
            refresh_token=here.refresh_token,
        )
        match await answer(call, "oauth.v2.access"):
            case {
                "access_token": str(token),
                "refresh_token": str(again),
                "expires_in": int(lasts),
            }:
                until = self._now() + lasts
                return replace(here, token=token, refresh_token=again, expires_at=until)
            case _:
                pass
        raise TemporaryDeliveryError("Slack renewed a token without telling it: it is asked again")

    def _client(self) -> AsyncWebClient:
        if self._web is None:
            raise RuntimeError("open first")
        return self._web

    def _at(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)


async def asking(workspaces: Workspaces, team: str | None) -> Workspace:
    """The one that a request of Slack's names.

    Raises:
        DeliveryError: it is not ours, or none is named; the configuration's own is not meant by that.
    """
    if not team:
        raise DestinationRefusedError("Slack did not say which workspace this comes from")
    return await workspaces.of(team)


def authorizing(workspaces: Workspaces) -> Callable[..., Awaitable[AuthorizeResult | None]]:
    """What slack_bolt asks before it hands anything on; None for a workspace that is not ours."""

    async def authorize(team_id: str | None) -> AuthorizeResult | None:
        try:
            return (await asking(workspaces, team_id)).authorized()
        except DeliveryError as error:
            log.warning("slack event of nobody", extra={"team": team_id, "reason": str(error)})
            return None

    return authorize


def read(secret: bytes) -> Workspace:
    """What `Installed` keeps of one."""
    kept = json.loads(secret)
    return Workspace(**{**kept, "scopes": tuple(kept.get("scopes", ()))})


def _text(who: dict[str, Any], name: str) -> str:
    return value if isinstance(value := who.get(name), str) else ""


def _written(workspace: Workspace) -> bytes:
    return json.dumps(asdict(workspace)).encode()
