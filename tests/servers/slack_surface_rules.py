"""What an answer to a person must look like: messages by a response URL, windows, the home tab, options.

Limits stand beside their pages of Slack's documentation.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.views import View

from tests.servers import slack_rules

Json = dict[str, Any]

MAX_OPTIONS = 100  # https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element
MAX_OPTION = 75  # https://docs.slack.dev/reference/block-kit/composition-objects/option-object
MAX_ACTION_ID = 255
MAX_VALUE = 2000  # https://docs.slack.dev/reference/block-kit/block-elements/button-element
MAX_MONOSPACE = 3000  # ours: Slack publishes no limit
MAX_HOME_BLOCKS = 100  # https://docs.slack.dev/reference/views/home-tab-views
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
# What may be mentioned in an answer: a channel, a person, a user group; a moment is known to the other rules.
_MENTION = re.compile(r"<#[CG][A-Z0-9]+>|<@[UW][A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>")


def response_problems(body: Json) -> list[str]:
    """Of a message by a response URL."""
    found = [] if body.get("text") else ["text is missing"]
    if body.get("response_type") not in {"ephemeral", "in_channel"}:
        found.append("nobody knows who should see it")
    if body.get("unfurl_links") is not False or body.get("unfurl_media") is not False:
        found.append("links or media would unfurl")
    blocks = body.get("blocks") or []
    if len(blocks) > slack_rules.MAX_BLOCKS:
        found.append("more than 50 blocks")
    told = {
        "blocks": [
            {
                "type": "section",
                "text": {"type": "mrkdwn", "text": body.get("text", ""), "verbatim": True},
            }
        ]
    }
    return [f"response: {each}" for each in [*found, *_shown(blocks), *_words(told["blocks"])]]  # fmt: skip


def view_problems(view: Json) -> list[str]:
    """Of a window or a home tab."""
    blocks, found = view.get("blocks") or [], list[str]()
    try:
        View(**view).to_dict()
    except SlackObjectFormationError as error:
        found.append(f"slack_sdk: {error}")
    if view.get("type") == "modal" and not view.get("title"):
        found.append("a window without a title")
    inputs = any(block["type"] == "input" for block in blocks)
    if inputs and (view.get("type") != "modal" or not view.get("submit")):
        found.append("fields that cannot be sent")
    if len(blocks) > MAX_HOME_BLOCKS:
        found.append("more than 100 blocks")
    named = [
        text for key in ("title", "submit", "close") if isinstance(text := view.get(key), dict)
    ]
    return [f"view: {each}" for each in [*found, *_shown(blocks), *_words(named)]]


def ack_problems(payload: Any) -> list[str]:
    """Of what an acknowledgement carries."""
    match payload:
        case {"options": list(options)}:
            return [f"options: {each}" for each in [*_options(options), *_words(options)]]
        case {"response_action": "update", "view": dict(view)}:
            return view_problems(view)
        case {"response_action": "errors", "errors": dict(errors)} if errors:
            return []
        case None | {}:
            return []
    return [f"an acknowledgement with {payload!r}"]


def _shown(blocks: list[Json]) -> Iterator[str]:
    for at, block in enumerate(blocks):
        yield from (f"blocks/{at}: {each}" for each in slack_rules.block_problems(block))
    yield from _words(blocks)
    yield from _ids(blocks)
    for element in _elements(blocks):
        yield from _element(element)
    if slack_rules.total({"blocks": blocks}) + sum(map(len, _raw(blocks))) > slack_rules.MAX_TOTAL:
        yield "too long in all"


def _words(parts: list[Json]) -> Iterator[str]:
    """Foreign text is escaped; only our own mentions are there."""
    bare = [_bare(found) for found in slack_rules.text_objects(parts)]
    yield from slack_rules.texts("", bare)
    for words in _raw(parts):
        if slack_rules.HIDDEN.search(words) or len(words) > MAX_MONOSPACE:
            yield f"a monospace text of {len(words)} characters"


def _bare(found: Json) -> Json:
    words = str(found["text"])
    return {**found, "text": (_MENTION.sub("x", words) if found["type"] == "mrkdwn" else words)}


def _raw(part: Any) -> Iterator[str]:
    """The texts of rich text, where nothing is interpreted."""
    match part:
        case {"type": "text", "text": str(words)}:
            yield words
        case dict():
            for value in part.values():
                yield from _raw(value)
        case list():
            for value in part:
                yield from _raw(value)


def _ids(blocks: list[Json]) -> Iterator[str]:
    named = Counter(block["block_id"] for block in blocks if "block_id" in block)
    acted = Counter(element["action_id"] for element in _elements(blocks))
    for name, count in (named + acted).items():
        if (named[name] > 1 or acted[name] > 1) or count > 2:
            yield f"{name!r} is used twice"
        if len(name) > MAX_ACTION_ID:
            yield f"an id of {len(name)} characters"


def _elements(part: Any) -> Iterator[Json]:
    """Everything that can be pressed or filled in."""
    match part:
        case {"action_id": str()}:
            yield part
        case dict():
            for value in part.values():
                yield from _elements(value)
        case list():
            for value in part:
                yield from _elements(value)


def _element(element: Json) -> Iterator[str]:
    if len(str(element.get("value", ""))) > MAX_VALUE:
        yield "a value that is too long"
    for name, most in CONFIRM.items():
        if len(element.get("confirm", {}).get(name, {}).get("text", "")) > most:
            yield f"confirm.{name} is too long"
    offered = element.get("options")
    if offered is not None:
        yield from _options(offered)
        if not offered:
            yield "a select without options"
    first = [element["initial_option"]] if "initial_option" in element else []
    for option in [*first, *element.get("initial_options", [])]:
        yield from _options([option])
        if offered is not None and option not in offered:
            yield "an initial option that is not offered"


def _options(options: list[Json]) -> Iterator[str]:
    if len(options) > MAX_OPTIONS:
        yield f"{len(options)} options"
    values = [option["value"] for option in options]
    if len(set(values)) < len(values):
        yield "two options with one value"
    for option in options:
        if (
            not 0 < len(option["text"]["text"]) <= MAX_OPTION
            or not 0 < len(option["value"]) <= MAX_OPTION
        ):
            yield f"an option of {len(option['text']['text'])} characters"
