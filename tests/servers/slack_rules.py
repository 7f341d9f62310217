"""What a request to Slack must look like: Slack's types, slack_sdk's validators, and rules of our own.

The schema is used where the reference data lies beside the checkout. The limits that neither knows are
here as data.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block

SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "slack-blocks.schema.json"

SENDING = ("chat.postMessage", "chat.update", "chat.postEphemeral")
MAX_BLOCKS = 50  # https://docs.slack.dev/reference/block-kit/blocks
MAX_FIELD = 2000  # https://docs.slack.dev/reference/block-kit/blocks/section-block
MAX_TEXT_OBJECT = 3000  # https://docs.slack.dev/reference/block-kit/composition-objects/text-object
MAX_MESSAGE_TEXT = (
    4000  # https://docs.slack.dev/reference/methods/chat.postMessage recommends no more
)
MAX_TOTAL = 10_000  # ours, below the cap that is not documented (slackapi/bolt-js#2509)
PLATFORM_TOTAL = 13_200

_CHANNEL = re.compile(r"<#[CG][A-Z0-9]+>")
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;)")
# The one control sequence that is ours: https://docs.slack.dev/messaging/formatting-message-text#date-formatting
_MOMENT = re.compile(r"<!date\^-?\d{1,12}\^\{date_short_pretty\} at \{time\}\|[A-Za-z0-9: ]+>")
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def problems(method: str, body: dict[str, Any]) -> list[str]:
    """Everything that is wrong with one request; empty for a good one."""
    if method not in SENDING:
        return []
    blocks = body.get("blocks") or []
    if str(body.get("channel", "")).startswith("U"):
        return [f"{method}: {problem}" for problem in _to_one(body)]
    found = [*_message(method, body), *texts(body.get("text", ""), blocks)]
    for at, block in enumerate(blocks):
        found += [f"blocks/{at}: {problem}" for problem in block_problems(block)]
    return [f"{method}: {problem}" for problem in found]


def block_problems(block: dict[str, Any]) -> list[str]:
    """What Slack's types and slack_sdk's validators say of one block."""
    return list(_judged(json.dumps(block, sort_keys=True)))


@lru_cache(4096)
def _judged(written: str) -> tuple[str, ...]:
    """A card stands in many channels: each of its blocks is looked at once."""
    block = json.loads(written)
    return (*_schema(block), *_sdk(block), *_fields(block))


def _to_one(body: dict[str, Any]) -> Iterator[str]:
    """A message to one user: no card, and so without a mark; it may name a channel."""
    yield from texts(_CHANNEL.sub("", body.get("text", "")), [])
    if not body.get("unfurl_links") is body.get("unfurl_media") is False:
        yield "links or media would unfurl"


def total(body: dict[str, Any]) -> int:
    """Characters of all texts of the blocks."""
    return sum(len(text["text"]) for text in text_objects(body.get("blocks") or []))


def _message(method: str, body: dict[str, Any]) -> Iterator[str]:
    text = body.get("text")
    if not isinstance(text, str) or not text.strip():
        yield "text is missing: notifications and screen readers read nothing else"
    elif len(text) > MAX_MESSAGE_TEXT:
        yield f"text has {len(text)} characters"
    if method == "chat.postMessage" and not (
        body.get("unfurl_links") is body.get("unfurl_media") is False
    ):
        yield "links or media would unfurl"
    if body.get("link_names") or body.get("parse") == "full":
        yield "names would become mentions"
    if method != "chat.postEphemeral" and not _mark(body):
        yield "metadata carries no key"
    if len(body.get("blocks") or []) > MAX_BLOCKS:
        yield "more than 50 blocks"
    if total(body) + len(text or "") > MAX_TOTAL:
        yield f"{total(body) + len(text or '')} characters in all"


def _mark(body: dict[str, Any]) -> Any:
    metadata = body.get("metadata") or {}
    return metadata.get("event_type") and metadata.get("event_payload", {}).get("key")


def texts(text: str, blocks: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the words of a message, whoever reads it."""
    for words in (text, *map(_ours_taken_out, text_objects(blocks))):
        if "<" in words or ">" in words or _ENTITY.search(words):
            yield f"a control sequence is not escaped: {words[:60]!r}"
        if HIDDEN.search(words):
            yield f"hidden characters: {words[:60]!r}"
    for found in text_objects(blocks):
        if not 0 < len(found["text"]) <= MAX_TEXT_OBJECT:
            yield f"a text object has {len(found['text'])} characters"
        if found["type"] == "mrkdwn" and found.get("verbatim") is not True:
            yield "mrkdwn that is not verbatim: hosts would become links"
        if found["type"] == "plain_text" and found.get("emoji") is not False:
            yield "plain_text that shows :shortcodes: as emoji"


def _ours_taken_out(found: dict[str, Any]) -> str:
    words = str(found["text"])
    return _MOMENT.sub("", words) if found["type"] == "mrkdwn" else words


def text_objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every text object inside."""
    match part:
        case {"type": "mrkdwn" | "plain_text", "text": str()}:
            yield part
        case dict():
            for value in part.values():
                yield from text_objects(value)
        case list():
            for value in part:
                yield from text_objects(value)
        case _:
            return


def _fields(block: dict[str, Any]) -> list[str]:
    """The limit that the validators miss."""
    sizes = [len(field.get("text", "")) for field in block.get("fields", [])]
    return [f"a field has {size} characters" for size in sizes if size > MAX_FIELD]


def _sdk(block: dict[str, Any]) -> list[str]:
    try:
        parsed = Block.parse(json.loads(json.dumps(block)))
        if parsed is None:
            return ["slack_sdk knows no such block"]
        parsed.to_dict()
    except SlackObjectFormationError as error:
        return [f"slack_sdk: {error}"]
    return []


def _schema(block: dict[str, Any]) -> list[str]:
    validators = _validators()
    if not validators:
        return []
    validator = validators.get(str(block.get("type")))
    if validator is None:
        return [f"no block is called {block.get('type')!r}"]
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"
        for error in validator.iter_errors(block)
    ]


@cache
def _validators() -> dict[str, Draft7Validator]:
    """One validator a block type: its errors are readable, those of the union of all types are not."""
    if not SCHEMA.is_file():
        return {}
    definitions = json.loads(SCHEMA.read_text())["definitions"]
    names = [one["$ref"].rpartition("/")[2] for one in definitions["KnownBlock"]["anyOf"]]
    return {
        _type_of(definitions[name]): Draft7Validator(
            {"$ref": f"#/definitions/{name}", "definitions": definitions}
        )
        for name in names
    }


def _type_of(definition: dict[str, Any]) -> str:
    """The block type that a definition is for; some are a choice or a sum of parts."""
    own = definition.get("properties", {}).get("type", {}).get("const")
    if own:
        return str(own)
    parts = [*definition.get("anyOf", []), *definition.get("allOf", [])]
    return next((found for part in parts if (found := _type_of(part))), "")
