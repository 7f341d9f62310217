"""Make the pictures of a card again: `make pictures`, which needs Chromium.

The demo's story goes through the pipeline, and its official card is shown as the terminal prints it, and on
Discord (pictures_discord.py) and Slack (pictures_slack.py) beside cards in every other state.
"""  # noqa: INP001 - a script beside the pages that it serves, not a package

import asyncio
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pictures_discord
import pictures_slack
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
SCALE = 2  # real pixels for each of CSS
COLUMNS = 80
WAIT = "--virtual-time-budget=3000"  # for the fonts


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


def terminal(trade: Trade, why: tuple[Insight, ...]) -> str:
    """The panel as an SVG that fetches nothing: rich would name fonts on a foreign server."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO())
    console.print(panel(look.card_of(trade, config.default(), why), updated=True))
    drawn = console.export_svg(title="gridwire demo", unique_id="card")
    return re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", drawn, flags=re.DOTALL)


def shoot(browser: str, html: str, to: Path, width: int) -> None:
    """Measure the page at its width, then photograph just that much of it."""
    framed = html.replace("</style>", f"body{{width:{width}px}}</style>")
    with tempfile.TemporaryDirectory(prefix="gridwire-picture-") as folder:
        page = Path(folder) / "page.html"
        page.write_text(framed, "utf-8")
        window = f"--window-size={max(width, pictures_discord.NARROWEST)}"
        scale = f"--force-device-scale-factor={SCALE}"
        files = "--allow-file-access-from-files"  # of the fonts: without them lines break elsewhere
        measured = _chromium(browser, page, f"{window},400", scale, files, WAIT, "--dump-dom")
        found = re.search(r"<title>(\d+)</title>", measured)
        if found is None:
            sys.exit(f"{browser} did not measure the page: run it by hand to see why")
        size = f"{window},{found[1]}"
        _chromium(browser, page, size, scale, files, WAIT, f"--screenshot={to}")
    pictures_slack.cropped(to, width)


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
    official_card = look.card_of(trade, config.default(), why)
    for name, page, width in pictures_slack.pages(official_card):
        shoot(browser, page, IMAGES / f"{name}.png", width)
    asyncio.run(pictures_discord.shoot(browser, official_card, IMAGES))


if __name__ == "__main__":
    main()
