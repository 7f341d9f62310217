"""The pictures of Discord cards: `make pictures`, which needs Chromium.

Each card is built by the service's own code and sent through the real discord.py to a Discord that others wrote
(simcord), whose preview a real browser photographs. Fonts and colours imitate Discord's; nothing is a mock-up.
"""  # noqa: INP001 - a script beside the pages that it serves, not a package

import asyncio
import re
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import discord
import simcord
from discord.ext import commands
from PIL import Image, ImageChops

from adapters.discord.render import embed
from adapters.discord.row import button_row
from bot import cards
from bot.model import (
    Card,
    CardKind,
    Cash,
    Claim,
    ClubCode,
    DealKind,
    DealStatus,
    DeliveryKey,
    DestinationId,
    Leg,
    Pick,
    Player,
    Sighting,
    Source,
    SourceKind,
    Status,
    Style,
    Trade,
    TradeId,
    Trust,
)

ZONE = ZoneInfo("America/New_York")
WIDTH, PHONE, HEIGHT, SCALE = 620, 400, 1400, 2  # CSS pixels, and how many real ones each becomes
NARROWEST = 500  # of Chromium's windows
STATIC = Path(simcord.__file__).parent / "preview" / "static"
# What the preview draws for its own users, and a moment that nobody posted at.
ALONE = """
main{display:block!important;margin:0!important;height:auto!important;container:preview/inline-size}
.message-surface{padding:16px!important;margin:0!important;width:100%!important;min-width:0!important;
max-width:100%!important;box-sizing:border-box;position:static!important}
.message-time{display:none}
.embed-field{align-content:start}
"""
MARGIN = 24  # real pixels left around a message
COLOURS = 128  # of a picture's palette: more weigh much and show little
LOADED_S = 8.0  # the page says itself when it is drawn; this is the most that the browser waits
NOON = datetime(2025, 10, 7, 16, tzinfo=UTC)
GB, NYJ, SF, DET = (ClubCode(code) for code in ("GB", "NYJ", "SF", "DET"))

PRESTON = Leg(gave=GB, received=NYJ, asset=Player(name="Dale Preston", position="WR"))
FOURTH = Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=4))
THIRD = Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=3, original=SF))
SIXTH = Leg(gave=NYJ, received=GB, asset=Pick(season=2027, round=6, condition="playing time"))
THREE_CLUBS = (
    PRESTON,
    Leg(gave=NYJ, received=SF, asset=Player(name="Lyle Ashdown", position="RB")),
    Leg(gave=NYJ, received=SF, asset=Pick(season=2026, round=7)),
    Leg(gave=SF, received=GB, asset=Pick(season=2026, round=2, number=58)),
    Leg(gave=NYJ, received=GB, asset=Pick(season=2027, round=5)),
    Leg(gave=SF, received=GB, asset=Cash()),
)
FOUR_CLUBS = (
    *THREE_CLUBS,
    Leg(gave=DET, received=SF, asset=Pick(season=2026, round=3)),
    Leg(gave=SF, received=DET, asset=Player(name="Max Quill", position="DT")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture."""

    name: str
    card: Card
    style: Style = Style.FULL
    width: int = WIDTH


def shots(official: Card) -> list[Shot]:
    """Every state that a card can be in; of invented players, but for the official one."""
    talk = _told(0, DealStatus.RUMOUR, "Ian Rapoport")
    agreed, again = (
        _told(95, DealStatus.AGREED, "Adam Schefter"),
        _told(140, DealStatus.AGREED, "Tom Pelissero"),
    )
    off = _told(1500, DealStatus.FAILED, "Adam Schefter")
    corrected = (_claim(95, PRESTON, FOURTH), _claim(140, PRESTON, THIRD, SIXTH))
    trade = _trade((PRESTON, THIRD, SIXTH), (talk, agreed, again))
    three, four = (_trade(legs, (agreed, again)) for legs in (THREE_CLUBS, FOUR_CLUBS))
    night = [
        replace(official, reasons=()),
        _card(trade, Status.REPORTED),
        _card(three, Status.REPORTED),
    ]
    return [
        Shot(name="card-official", card=official),
        Shot(name="card-rumour", card=_card(_trade((PRESTON,), (talk,)), Status.RUMOUR)),
        Shot(name="card-reported", card=_card(trade, Status.REPORTED)),
        Shot(name="card-corrected", card=_card(replace(trade, claims=corrected), Status.REPORTED)),
        Shot(
            name="card-voided",
            card=_card(replace(trade, sightings=(talk, agreed, off)), Status.VOIDED),
        ),
        Shot(
            name="card-void-notice",
            card=_card(replace(trade, sightings=(agreed, off)), Status.VOIDED, CardKind.VOID),
        ),
        Shot(name="card-compact", card=official, style=Style.COMPACT),
        Shot(name="card-three-clubs", card=_card(three, Status.REPORTED)),
        Shot(name="card-four-clubs", card=_card(four, Status.REPORTED)),
        Shot(name="card-digest", card=cards.digest(night)),
        Shot(name="card-phone", card=official, width=PHONE),
    ]


async def shoot(browser: str, official: Card, images: Path) -> None:
    """Write every picture."""
    intents = discord.Intents(guilds=True)
    async with simcord.run(_Bot(command_prefix="!", intents=intents)) as env:
        server = env.create_guild()
        reader = server.add_member(env.create_user("reader"))
        for shot in shots(official):
            channel = server.create_text_channel(shot.name)
            key = DeliveryKey(
                trade=shot.card.trade, destination=DestinationId("discord:1"), kind=shot.card.kind
            )
            place: Any = env.bot.get_channel(channel.id)
            sent = await place.send(
                embed=embed(shot.card, shot.style), view=button_row(shot.card, key)
            )
            size = {"width": shot.width, "height": HEIGHT}
            when = NOON + timedelta(days=2)
            async with env.preview(
                channel, viewers=[reader], timezone=str(ZONE), presentation_time=when, **size
            ) as preview:
                await preview.show(sent)
                with TemporaryDirectory(prefix="gridwire-picture-") as folder:
                    drawn = await _photograph(browser, preview.url, shot.width, Path(folder))
            (images / f"{shot.name}.png").write_bytes(_small(drawn, shot.width))


class _Bot(commands.Bot):
    """A bot that only posts."""


async def _photograph(browser: str, url: str, width: int, folder: Path) -> bytes:
    """Let the preview lay the message out, then photograph that alone, without the preview's own controls."""
    page, target = folder / "page.html", folder / "picture.png"
    wait = f"--virtual-time-budget={LOADED_S * 1000:.0f}"
    drawn = (
        await _chromium(browser, f"--window-size={width},{HEIGHT}", wait, "--dump-dom", url)
    ).decode()
    page.write_text(_alone(drawn, width), "utf-8")
    # No window of a browser is as narrow as a phone; what is left of it is cut off.
    size = f"--window-size={max(width, NARROWEST)},{HEIGHT}"
    scale, to = f"--force-device-scale-factor={SCALE}", f"--screenshot={target}"
    await _chromium(browser, "--allow-file-access-from-files", size, scale, to, page.as_uri())
    return target.read_bytes()


async def _chromium(browser: str, *options: str) -> bytes:
    quiet = ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    pipes = {"stdout": asyncio.subprocess.PIPE, "stderr": asyncio.subprocess.DEVNULL}
    ran = await asyncio.create_subprocess_exec(browser, *quiet, *options, **pipes)
    async with asyncio.timeout(60):
        out, _ = await ran.communicate()
    return out


def _alone(drawn: str, width: int) -> str:
    """A page of the message, with the preview's own style."""
    found = re.search(r'<article id="focused-content".*</article>', drawn, re.DOTALL)
    if found is None:
        sys.exit("The preview shows no message: open it in a browser to see why.")
    message = found[0].replace(' disabled=""', "").replace(">TestBot<", ">Gridwire<")
    style = (
        (STATIC / "preview.css").read_text("utf-8").replace('url("/', f'url("{STATIC.as_uri()}/')
    )
    frame = f"html,body{{margin:0;min-width:0;background:#313338}}main.preview-app{{width:{width}px!important;min-width:0!important}}"
    return (
        f"<!doctype html><meta charset=utf-8><style>{style}{frame}{ALONE}</style>"
        f'<main class="preview-app presentation-responsive">{message}</main>'
    )


def _small(drawn: bytes, width: int) -> bytes:
    """Without the empty ground around the message, and with few colours."""
    picture = Image.open(BytesIO(drawn)).convert("RGB").crop((0, 0, width * SCALE, HEIGHT * SCALE))
    corner = (picture.width - 1, picture.height - 1)
    ground = Image.new("RGB", picture.size, picture.getpixel(corner))
    box = ImageChops.difference(picture, ground).getbbox()
    if box is None:
        sys.exit("The picture stayed empty: open the preview in a browser to see why.")
    top, bottom = max(box[1] - MARGIN, 0), min(box[3] + MARGIN, picture.height)
    return squeezed(picture.crop((0, top, picture.width, bottom)))


def squeezed(picture: Image.Image) -> bytes:
    """A PNG of few colours: text on plain grounds needs no more."""
    out = BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


# --- the invented trade ---


def _card(trade: Trade, status: Status, kind: CardKind = CardKind.CARD) -> Card:
    return cards.build(trade, status, kind, ZONE)


def _told(minutes: int, status: DealStatus, who: str) -> Sighting:
    at = NOON + timedelta(minutes=minutes)
    return Sighting(
        report=f"r{minutes}",
        feed="desk",
        trust=Trust.TRUSTED,
        status=status,
        sources=(Source(name=who, kind=SourceKind.REPORTER, tier=1),),
        published_at=at,
        seen_at=at,
    )


def _claim(minutes: int, *legs: Leg) -> Claim:
    at = NOON + timedelta(minutes=minutes)
    return Claim(
        report=f"r{minutes}",
        feed="desk",
        status=DealStatus.AGREED,
        rank=3,
        at=at,
        seen_at=at,
        legs=legs,
        clubs=(GB, NYJ),
        kind=DealKind.TRADE,
    )


def _trade(legs: tuple[Leg, ...], sightings: tuple[Sighting, ...]) -> Trade:
    sides = (club for leg in legs for club in (leg.gave, leg.received) if club)
    return Trade(
        id=TradeId("2025-preston-gb-nyj-abcd"),
        version=1,
        kind=DealKind.TRADE,
        status=Status.REPORTED,
        legs=legs,
        clubs=tuple(dict.fromkeys(sides)),
        terms_rank=3,
        traded_on=date(2025, 10, 7),
        created_at=NOON,
        updated_at=NOON,
        sightings=sightings,
    )
