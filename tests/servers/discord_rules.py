"""What Discord would say of a request: its published schema where it is at hand, and our own rules always.

The schema (OpenAPI 3.1, so JSON Schema 2020-12) misses every limit that is a sum or a relation; those
are here, each from https://docs.discord.com/developers/resources/message and
https://docs.discord.com/developers/components/reference#button.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SCHEMA = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "discord-openapi.json"

CONTENT_MAX = 2000
EMBEDS_MAX = 10
EMBED_MAX = 6000
FIELDS_MAX = 25
TEXT_MAX = {"title": 256, "description": 4096}
FIELD_MAX = {"name": 256, "value": 1024}
FOOTER_MAX = 2048
AUTHOR_MAX = 256
NONCE_MAX = 25
ROWS_MAX = 5
BUTTONS_MAX = 5
CUSTOM_ID_MAX = 100
LABEL_MAX = 80
LINK_STYLE = 5
MESSAGE, UPDATE = 4, 7  # https://docs.discord.com/developers/interactions/receiving-and-responding

_MESSAGES = re.compile(r"/channels/\d+/messages")
_MESSAGE = re.compile(r"/channels/\d+/messages/\d+")
_WEBHOOK = re.compile(r"/webhooks/\d+/[^/]+(/messages/@original)?")
_THREADS = re.compile(r"/channels/\d+/threads")
_CALLBACK = re.compile(r"/interactions/\d+/[^/]+/callback")


def errors(method: str, path: str, body: Any) -> list[str]:
    """Everything that is wrong with a request; the path is without the API version."""
    message = _message_in(method, path, body)
    found = [] if message is None else [*limits(message), *_pings(method, message)]
    if method == "POST" and message and _MESSAGES.fullmatch(path):
        found += _nonce(message)
        found += _empty(message)
    return [f"{method} {path}: {problem}" for problem in [*found, *_schema(method, path, body)]]


def limits(message: dict[str, Any]) -> list[str]:
    """What Discord itself refuses with code 50035."""
    embeds = message.get("embeds") or []
    found = [f"{len(embeds)} embeds"] if len(embeds) > EMBEDS_MAX else []
    if _size(message.get("content") or "") > CONTENT_MAX:
        found.append(f"content of {_size(message['content'])}")
    for embed in embeds:
        found += _embed(embed)
    if (total := sum(map(_embed_size, embeds))) > EMBED_MAX:
        found.append(f"embeds of {total} together")
    return [*found, *_components(message.get("components") or [])]


def _message_in(method: str, path: str, body: Any) -> dict[str, Any] | None:
    """The message that a request carries."""
    if not isinstance(body, dict):
        return None
    posted, edited = _MESSAGES.fullmatch(path), _MESSAGE.fullmatch(path)
    if (method == "POST" and posted) or (method == "PATCH" and edited) or _WEBHOOK.fullmatch(path):
        return body
    answers = body.get("type") in {MESSAGE, UPDATE} and _CALLBACK.fullmatch(path)
    inner = "message" if _THREADS.fullmatch(path) else "data" if answers else ""
    return dict(body[inner]) if isinstance(body.get(inner), dict) else None


def _size(text: str) -> int:
    """UTF-16 units: the strictest of the ways in which Discord may count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _embed(embed: dict[str, Any]) -> Iterator[str]:
    for name, most in TEXT_MAX.items():
        if _size(embed.get(name) or "") > most:
            yield f"embed {name} of {_size(embed[name])}"
    if _size((embed.get("footer") or {}).get("text") or "") > FOOTER_MAX:
        yield "embed footer too long"
    if _size((embed.get("author") or {}).get("name") or "") > AUTHOR_MAX:
        yield "embed author too long"
    fields = embed.get("fields") or []
    if len(fields) > FIELDS_MAX:
        yield f"{len(fields)} fields"
    for field in fields:
        for name, most in FIELD_MAX.items():
            size = _size(str(field.get(name) or "").strip())
            if not 0 < size <= most:
                yield f"field {name} of {size}"


def _embed_size(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts += [(embed.get("author") or {}).get("name")]
    texts += [field.get(name) for field in embed.get("fields") or [] for name in FIELD_MAX]
    return sum(_size(text or "") for text in texts)


def _components(rows: list[Any]) -> Iterator[str]:
    buttons = [button for row in rows for button in row.get("components") or []]
    ids = [button["custom_id"] for button in buttons if button.get("custom_id")]
    if len(rows) > ROWS_MAX or any(len(row.get("components") or []) > BUTTONS_MAX for row in rows):
        yield "too many rows or buttons"
    if len(ids) != len(set(ids)):
        yield "a custom_id twice"
    for button in buttons:
        yield from _button(button)


def _button(button: dict[str, Any]) -> Iterator[str]:
    link = button.get("style") == LINK_STYLE
    if _size(button.get("custom_id") or "") > CUSTOM_ID_MAX:
        yield "custom_id too long"
    if _size(button.get("label") or "") > LABEL_MAX:
        yield "label too long"
    if link != bool(button.get("url")) or link == bool(button.get("custom_id")):
        yield "a link button has a url and no custom_id, any other the reverse"


def _pings(method: str, message: dict[str, Any]) -> list[str]:
    """Ours: a new message may call one role that it names, nobody else is ever pinged, and it says so itself."""
    mentions = message.get("allowed_mentions")
    if not isinstance(mentions, dict) or mentions.get("parse") != []:
        return [f"allowed_mentions is {mentions}"]
    roles = mentions.get("roles") or []
    called = [role for role in roles if f"<@&{role}>" in (message.get("content") or "")]
    if mentions.get("users") or called != roles or len(roles) > (method == "POST"):
        return ["allowed_mentions names somebody"]
    return []


def _nonce(message: dict[str, Any]) -> list[str]:
    """Ours: no post without one."""
    nonce = str(message.get("nonce") or "")
    good = 0 < len(nonce) <= NONCE_MAX and message.get("enforce_nonce") is True
    return [] if good else [f"nonce {nonce!r} is empty, too long or not enforced"]


def _empty(message: dict[str, Any]) -> list[str]:
    shown = message.get("content") or message.get("embeds")
    return [] if shown else ["an empty message"]


def _schema(method: str, path: str, body: Any) -> Iterator[str]:
    if not SCHEMA.is_file():
        return
    template, validator = _validator(method, _template(method, path) or path)
    if not template:
        yield "no such route"
    elif validator is None:
        if body is not None:
            yield "takes no body"
    else:
        for error in validator.iter_errors(_without_deviations(method, body)):
            place = "/".join(map(str, error.absolute_path))
            yield f"at {place}: {error.message[:300]}"


def _without_deviations(method: str, body: Any) -> Any:
    """Without what discord.py 2.7 sends and Discord takes, although its schema does not list it."""
    if isinstance(body, list):  # commands
        return [{k: v for k, v in each.items() if k != "nsfw"} for each in body]
    if not isinstance(body, dict):
        return body
    kept = {k: v for k, v in body.items() if (method, k) != ("PATCH", "tts")}
    if isinstance(embeds := kept.get("embeds"), list):
        kept["embeds"] = [{k: v for k, v in e.items() if k != "flags"} for e in embeds]
    if isinstance(mentions := kept.get("allowed_mentions"), dict) and "roles" in mentions:
        kept["allowed_mentions"] = {**mentions, "roles": [str(r) for r in mentions["roles"]]}
    if isinstance(post := kept.get("message"), dict):  # of a forum
        kept["message"] = _without_deviations("PATCH", post)
    if "data" in kept:
        edits = kept.get("type") == UPDATE  # of the message with the pressed button
        kept["data"] = _without_deviations("PATCH" if edits else method, kept["data"])
    return kept


@cache
def _spec() -> dict[str, Any]:
    """The schema made strict: it never forbids a key that it does not know."""
    spec: dict[str, Any] = json.loads(SCHEMA.read_text())
    for schema in spec["components"]["schemas"].values():
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("unevaluatedProperties", False)
    return spec


@cache
def _registry() -> Registry[Any]:
    return Registry().with_resource("urn:discord", Resource(_spec(), DRAFT202012))


def _template(method: str, path: str) -> str | None:
    """The route of a path; a literal part wins over a parameter."""
    for template in sorted(_spec()["paths"], key=lambda known: (known.count("{"), known)):
        pattern = re.sub(r"\{[^}]+\}", "[^/]+", template)
        if re.fullmatch(pattern, path) and method.lower() in _spec()["paths"][template]:
            return str(template)
    return None


@cache
def _validator(method: str, template: str) -> tuple[str, Draft202012Validator | None]:
    operation = _spec()["paths"].get(template, {}).get(method.lower())
    if operation is None:
        return "", None
    if "requestBody" not in operation:
        return template, None
    pointer = template.replace("~", "~0").replace("/", "~1")
    place = f"/paths/{pointer}/{method.lower()}/requestBody/content/application~1json/schema"
    schema = {"$ref": f"urn:discord#{place}"}
    checker = Draft202012Validator.FORMAT_CHECKER
    return template, Draft202012Validator(schema, registry=_registry(), format_checker=checker)
