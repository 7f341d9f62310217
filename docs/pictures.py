"""Make the pictures of a card again: `make pictures`, which needs Chromium.

The demo's story goes through the pipeline, and its official card is shown as the terminal prints it, as Slack is
sent it (the payload of `gridwire card --format slack`; fonts and colours imitate Slack), and on Discord beside
cards in every other state (pictures_discord.py).
"""  # noqa: INP001 - a script beside the pages that it serves, not a package

import asyncio
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import pictures_discord
from PIL import Image
from rich.console import Console

from adapters.console import panel
from bot import config
from bot.app import look, samplestats
from bot.app.demo import TERMINAL, story_reports
from bot.app.rehearse import throwaway
from bot.engine.ingest import Ingest
from bot.model import Insight, Trade
from bot.stats.supervise import FILE

IMAGES = Path(__file__).parent / "images"
WIDTH, SCALE = 560, 2  # CSS pixels, and how many real ones each becomes
COLUMNS = 80

SLACK_STYLE = """
body{background:#fff;color:#1d1c1d;font:15px/1.46 Lato,"Liberation Sans",sans-serif}
.avatar{background:#115740;color:#fff;border-radius:6px}
.name{font-weight:900}
.app{background:#e8e8e8;color:#616061;border-radius:2px;font-size:10px;font-weight:700;padding:2px 4px}
.title{font-size:18px;font-weight:900;margin:4px 0 8px}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:8px 16px}
.value,.foot{white-space:pre-wrap}
.foot{color:#616061;font-size:13px;margin-top:8px}
.button{border:1px solid #bbb;border-radius:4px;font-size:13px;font-weight:700;padding:5px 12px}
"""
FRAME = """
*{{box-sizing:border-box}}
body{{margin:0;padding:16px;width:{width}px;display:grid;grid-template-columns:40px 1fr;gap:0 14px}}
.avatar{{width:40px;height:40px;display:grid;place-items:center;font-weight:700}}
.app{{margin-left:6px;vertical-align:1px}}
.button{{display:inline-block;margin-top:8px}}
"""


async def official() -> Trade:
    """The demo's trade as it stands at the end of its story."""
    async with throwaway([TERMINAL]) as (store, _):
        ingest = Ingest(store, [TERMINAL])
        for report in story_reports():
            await ingest.report(report, report.seen_at)
        [trade] = await look.latest(store, look.Wish())
        return trade


def reasons(trade: Trade) -> tuple[Insight, ...]:
    """Those that the sample tables give."""
    with tempfile.TemporaryDirectory(prefix="gridwire-picture-") as folder:
        samplestats.write(Path(folder) / FILE)
        return look.explaining(Path(folder), trade, None)


def payload(trade: Trade, platform: str, why: tuple[Insight, ...]) -> dict[str, Any]:
    """What `gridwire card --format PLATFORM` prints."""
    sent: dict[str, Any] = json.loads(look.rendered(trade, config.default(), platform, why))
    return sent


def terminal(trade: Trade, why: tuple[Insight, ...]) -> str:
    """The panel as an SVG that fetches nothing: rich would name fonts on a foreign server."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(panel(look.card_of(trade, config.default(), why), updated=True))
    drawn = console.export_svg(title="gridwire demo", unique_id="card")
    return re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", drawn, flags=re.DOTALL)


def slack(sent: dict[str, Any]) -> str:
    """The message as Slack lays its blocks out."""
    return _page(SLACK_STYLE, "".join(_slack_block(block) for block in sent["blocks"]))


def _slack_block(block: dict[str, Any]) -> str:
    match block:
        case {"type": "header", "text": {"text": text}}:
            return f'<div class="title">{text}</div>'  # Slack's text is escaped already
        case {"type": "section", "fields": fields}:
            cells = "".join(f'<div class="value">{_mrkdwn(cell["text"])}</div>' for cell in fields)
            return f'<div class="fields">{cells}</div>'
        case {"type": "section", "text": {"text": text}}:
            return f'<div class="value">{_mrkdwn(text)}</div>'
        case {"type": "context", "elements": elements}:
            return "".join(f'<div class="foot">{element["text"]}</div>' for element in elements)
        case {"type": "actions", "elements": elements}:
            return _buttons(element["text"]["text"] for element in elements)
        case _:
            raise ValueError(f"no picture of a {block['type']} block yet: draw it here")


def _mrkdwn(text: str) -> str:
    bold = re.sub(r"\*(.+?)\*", r"<b>\1</b>", text)
    return re.sub(r"~(.+?)~", r"<s>\1</s>", bold)


def _buttons(labels: Any) -> str:
    return "".join(f'<span class="button">{escape(label)}</span> ' for label in labels)


def _page(style: str, body: str) -> str:
    """A page of one message; its script puts the height into the title, for `shoot`."""
    who = '<span class="name">Gridwire</span><span class="app">APP</span>'
    return (
        f"<!doctype html><meta charset=utf-8><style>{FRAME.format(width=WIDTH)}{style}</style>"
        f'<div class="avatar">G</div><main>{who}{body}</main>'
        "<script>document.title=Math.ceil(document.body.getBoundingClientRect().height)</script>"
    )


def shoot(browser: str, html: str, to: Path) -> None:
    """Measure the page, then photograph just that much of it."""
    with tempfile.TemporaryDirectory(prefix="gridwire-picture-") as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, "utf-8")
        found = re.search(r"<title>(\d+)</title>", _chromium(browser, page, "--dump-dom"))
        if found is None:
            sys.exit(f"{browser} did not measure the page: run it by hand to see why")
        size = f"--window-size={WIDTH},{found[1]}"
        scale = f"--force-device-scale-factor={SCALE}"
        _chromium(browser, page, size, scale, f"--screenshot={to}")
    to.write_bytes(pictures_discord.squeezed(Image.open(to).convert("RGB")))


def _chromium(browser: str, page: Path, *options: str) -> str:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    ran = subprocess.run(  # noqa: S603 - our own page, and the browser found on the path
        [browser, *quiet, *options, page.as_uri()], check=True, capture_output=True, text=True
    )
    return ran.stdout


def main() -> None:
    """Write every picture."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        sys.exit("Chromium is needed for the pictures: install the package chromium.")
    trade = asyncio.run(official())
    why = reasons(trade)
    (IMAGES / "card.svg").write_text(terminal(trade, why), "utf-8")
    shoot(browser, slack(payload(trade, "slack", why)), IMAGES / "card-slack.png")
    official_card = look.card_of(trade, config.default(), why)
    asyncio.run(pictures_discord.shoot(browser, official_card, IMAGES))


if __name__ == "__main__":
    main()
