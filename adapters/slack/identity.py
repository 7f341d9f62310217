"""Who a token makes us, and what it may do."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.errors import answer
from bot.errors import TokenRefusedError

SCOPES_HEADER = "x-oauth-scopes"


async def identity(web: AsyncWebClient, token: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What auth.test answers, and the scopes that its header names; none where there is no such header.

    https://docs.slack.dev/reference/methods/auth.test

    Raises:
        DeliveryError: as `answer`; whatever the token lacks, it is refused.
    """
    granted: list[str] = []

    async def asked() -> AsyncSlackResponse:
        said = await web.auth_test(token=token)
        granted.extend(_parts(said.headers.get(SCOPES_HEADER, "")))
        return said

    fields = await answer(asked(), "auth.test", right_missing=TokenRefusedError)
    return fields, tuple(granted)


def _parts(header: str) -> list[str]:
    return [part.strip() for part in header.split(",") if part.strip()]
