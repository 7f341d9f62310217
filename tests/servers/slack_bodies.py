"""A request of the Web API as values: Slack takes query, form and JSON alike."""

import json
from typing import Any

from aiohttp import web


async def read_body(request: web.Request) -> dict[str, Any]:
    """Every argument of a call."""
    if request.content_type == "application/json":
        return {**request.query, **json.loads(await request.read())}
    form = {name: _value(str(value)) for name, value in (await request.post()).items()}
    return {**request.query, **form}


def _value(text: str) -> Any:
    """A form's field: lists, objects and booleans come as JSON."""
    return json.loads(text) if text.startswith(("{", "[")) or text in {"true", "false"} else text
