"""How the fake Slack gives tokens: for a code once, or for a refresh token once."""

import base64
import itertools
from dataclasses import dataclass, field
from typing import Any

CLIENT_ID, CLIENT_SECRET = "111.222", "client-canary"
LASTS_S = 12 * 3600  # https://docs.slack.dev/authentication/using-token-rotation

# What our manifest asks for: a person agrees to all of it or to nothing.
SCOPES = (
    "channels:history", "channels:read", "chat:write", "commands",
    "groups:history", "groups:read", "usergroups:read", "users:read",
)  # fmt: skip

Json = dict[str, Any]


class NotGrantedError(Exception):
    """The text is Slack's error code."""


@dataclass(slots=True, kw_only=True)
class Grants:
    """Every token that was given.

    Attributes:
        codes: the answers of people who agreed, as (team, whether its tokens end).
        whole: teams whose owner installs for the whole organisation.
        teams: the team of each token that holds.
        refresh: the team of each refresh token that holds.
        revoked: tokens that held once.
    """

    codes: dict[str, tuple[str, bool]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    teams: dict[str, str] = field(default_factory=dict)
    refresh: dict[str, str] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    _serial: Any = field(default_factory=lambda: itertools.count(1))

    def access(self, body: Json, authorization: str) -> Json:
        """What oauth.v2.access answers.

        Raises:
            NotGrantedError: nothing is given.
        """
        wanted = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if authorization.removeprefix("Basic ") != wanted:
            raise NotGrantedError("bad_client_secret")
        if body.get("grant_type") == "refresh_token":
            team = self.refresh.pop(str(body.get("refresh_token")), None)
            if team is None:
                raise NotGrantedError("invalid_refresh_token")
            return self._granted(team, ends=True)
        team, ends = self.codes.pop(str(body.get("code")), (None, False))
        if team is None:
            raise NotGrantedError("invalid_code")
        return self._granted(team, ends=ends)

    def revoke(self, team: str) -> None:
        """The team removed the app."""
        self.revoked |= {token for token, of in self.teams.items() if of == team}
        self.teams = {token: of for token, of in self.teams.items() if of != team}

    def _granted(self, team: str, *, ends: bool) -> Json:
        number = next(self._serial)
        token = f"xoxb-canary-{team}-{number}"
        self.teams[token] = team
        answer: Json = {
            "access_token": token,
            "token_type": "bot",
            "scope": ",".join(SCOPES),
            "bot_user_id": "U0",
            "app_id": "A1",
            "team": {"id": team, "name": "A team"},
            "authed_user": {"id": f"U9{team}"},
            "is_enterprise_install": team in self.whole,
        }
        if ends:
            again = f"xoxe-canary-{team}-{number}"
            self.refresh[again] = team
            answer |= {"refresh_token": again, "expires_in": LASTS_S}
        return answer
