"""The pictures of Slack cards: `make pictures`, which needs Chromium.

Each is drawn from the blocks that the service sends, block by block; fonts and colours imitate Slack's.
"""  # noqa: INP001 - a script beside the pages that it serves, not a package

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pictures_discord
from pictures_discord import ZONE, shots

from adapters.slack.render import card
from bot.model import Card

WIDTH, PHONE = 620, 400  # CSS pixels
SHOWN = {  # of the states that have a picture on Discord too
    "card-official": "slack-official",
    "card-rumour": "slack-rumour",
    "card-reported": "slack-reported",
    "card-corrected": "slack-corrected",
    "card-voided": "slack-voided",
    "card-void-notice": "slack-void-notice",
    "card-phone": "slack-phone",
}
FONTS = pictures_discord.STATIC / "fonts"  # of the Discord that draws the other pictures
STYLE = (
    f"""
@font-face{{font-family:Emoji;src:url("{(FONTS / "noto-color-emoji-v2.051.ttf").as_uri()}")}}
@font-face{{font-family:Sans;font-weight:100 900;src:url("{(FONTS / "noto-sans-latin-v2.015.ttf").as_uri()}")}}
"""
    """
*{box-sizing:border-box}
body{margin:0;padding:16px;background:#fff;color:#1d1c1d;font:15px/1.46 Sans,Emoji,sans-serif;
display:grid;grid-template-columns:36px 1fr;gap:0 12px}
.avatar{width:36px;height:36px;display:grid;place-items:center;background:#013369;color:#fff;border-radius:6px;
font-weight:700}
.name{font-weight:900}
.app{margin-left:6px;background:#e8e8e8;color:#454447;border-radius:2px;font-size:10px;font-weight:700;padding:2px 4px}
.title{font-size:18px;font-weight:900;margin:6px 0 8px}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px;margin:8px 0}
.value{white-space:pre-wrap}
section{margin:8px 0}
.foot{color:#616061;font-size:13px;white-space:pre-wrap;margin-top:4px}
.button{display:inline-block;border:1px solid #bbb;border-radius:8px;font-size:13px;font-weight:700;padding:5px 12px;
margin:8px 8px 0 0}
.reply{color:#616061;font-size:13px}
@media (max-width:480px){.fields{grid-template-columns:1fr}}
"""
)
MOMENT = re.compile(r"&lt;!date\^(-?\d+)\^[^|]*\|[^&]*&gt;|<!date\^(-?\d+)\^[^|]*\|[^>]*>")


def pages(official: Card) -> Iterator[tuple[str, str, int]]:
    """Name, page and width of each picture."""
    for shot in shots(official):
        if shot.name in SHOWN:
            blocks = card(shot.card, shot.style).blocks
            above = REPLY if shot.name == "card-void-notice" else ""
            width = PHONE if shot.name == "card-phone" else WIDTH
            yield SHOWN[shot.name], page("".join([above, *map(_block, blocks)])), width


REPLY = '<div class="reply">replied to a thread: <b>📰 REPORTED · Packers send WR Dale Preston …</b></div>'


def page(body: str) -> str:
    """A page of one message; its script puts the height into the title, for who photographs it."""
    who = '<span class="name">Gridwire</span><span class="app">APP</span>'
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>"
        f'<div class="avatar">G</div><main>{who}{body}</main>'
        "<script>document.fonts.ready.then(() => "
        "document.title = Math.ceil(document.body.getBoundingClientRect().height))</script>"
    )


def _block(block: dict[str, Any]) -> str:
    match block:
        case {"type": "header", "text": {"text": text}}:
            return f'<div class="title">{text}</div>'  # Slack's text is escaped already
        case {"type": "section", "fields": fields}:
            cells = "".join(f'<div class="value">{_mrkdwn(cell["text"])}</div>' for cell in fields)
            return f'<div class="fields">{cells}</div>'
        case {"type": "section", "text": {"text": text}}:
            return f'<section class="value">{_mrkdwn(text)}</section>'
        case {"type": "context", "elements": elements}:
            shown = (f'<div class="foot">{_mrkdwn(each["text"])}</div>' for each in elements)
            return "".join(shown)
        case {"type": "actions", "elements": elements}:
            labels = (escape(each["text"]["text"]) for each in elements)
            return "".join(f'<span class="button">{label}</span>' for label in labels)
        case _:
            raise ValueError(f"no picture of a {block['type']} block yet: draw it here")


def _mrkdwn(text: str) -> str:
    moment = MOMENT.sub(lambda found: _local(int(found[1] or found[2])), text)
    bold = re.sub(r"\*(.+?)\*", r"<b>\1</b>", moment)
    return re.sub(r"~(.+?)~", r"<s>\1</s>", bold)


def _local(seconds: int) -> str:
    """As Slack tells a moment to a reader in New York."""
    at = datetime.fromtimestamp(seconds, UTC).astimezone(ZONE)
    return f"{at:%b} {at.day}, {at.year} at {at:%I:%M %p}".replace(" 0", " ")


def cropped(picture: Path, width: int) -> None:
    """Only the message, in few colours."""
    from PIL import Image  # noqa: PLC0415 - of `make pictures` alone

    whole = Image.open(picture).convert("RGB")
    wide = whole.crop((0, 0, min(whole.width, width * 2), whole.height))
    picture.write_bytes(pictures_discord.squeezed(wide))
