"""The page's content as HTML: pure, from values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from bot.clubs import CLUBS
from bot.model import Card, Side, Status, Trust
from bot.web.markup import Markup, join, page, tag

_WORDS = {
    Status.RUMOUR: "Rumour",
    Status.REPORTED: "Reported",
    Status.OFFICIAL: "Official",
    Status.VOIDED: "Called off",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How one feed is, for people.

    Attributes:
        last_ok: the last poll that was answered; None if there was none yet.
        last_error: what was wrong with the latest poll; empty if nothing was.
        reports: how many reports it has brought since the start.
    """

    name: str
    trust: Trust
    last_ok: datetime | None
    last_error: str
    reports: int


def stylesheet() -> str:
    """The page's style with a colour for each club: inline styles are forbidden by its policy."""
    colours = (f".club-{club.code}{{background:#{club.colour:06x}}}\n" for club in CLUBS)
    return (files("bot.web") / "style.css").read_text("utf-8") + "".join(colours)


def index(trades: Sequence[Card], feeds: Sequence[FeedState], held: str | None = None) -> Markup:
    """The whole page, trades in the given order.

    Args:
        trades: as cards.
        feeds: how each is.
        held: why new cards are held; None while they may start.
    """
    shown = [_trade(card) for card in trades] or [
        tag("p", "No trade yet. Trades appear here as soon as a feed reports one.", class_="quiet")
    ]
    warning = f"New cards are held ({held}) until gridwire resume."
    return _document(
        *([tag("p", warning, class_="bad", role="alert")] if held else []),
        tag("h2", "Latest trades"),
        *shown,
        tag("h2", "Feeds"),
        *map(_feed, feeds),
    )


def problem(text: str) -> Markup:
    """The page when there is nothing to show but this sentence."""
    return _document(tag("p", text, class_="bad", role="alert"))


def _document(*main: Markup) -> Markup:
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("title", "Gridwire"),
        tag("link", rel="stylesheet", href="/style.css"),
    )
    top = tag("header", tag("h1", "Gridwire"), tag("p", "NFL trades, one true card each"))
    return page(head, tag("body", top, tag("main", *main)))


def _trade(card: Card) -> Markup:
    day = f"{card.day:%a} {card.day.day} {card.day:%b %Y}"
    return tag(
        "article",
        tag(
            "p",
            tag("strong", _WORDS[card.status], class_=f"status {card.status}"),
            tag("time", day, datetime=card.day.isoformat()),
            class_="line",
        ),
        tag("h3", card.headline),
        tag("dl", *map(_side, card.sides)),
        *(tag("p", note, class_="quiet") for note in card.notes),
        *(_fold(heading, statements) for heading, statements in card.reasons),
        *([tag("p", card.credit, class_="quiet")] if card.credit else []),
        _fold("Timeline", card.timeline),
        id=f"trade-{card.trade}",
    )


def _side(side: Side) -> Markup:
    swatch = tag("span", class_=f"swatch club-{side.club}")
    gets = side.gets or ("nothing known yet",)
    return tag("div", tag("dt", swatch, f"{side.name} get"), *(tag("dd", asset) for asset in gets))


def _fold(heading: str, lines: Sequence[str]) -> Markup:
    if not lines:
        return join()
    items = (tag("li", line) for line in lines)
    return tag("details", tag("summary", f"{heading} ({len(lines)})"), tag("ol", *items))


def _feed(feed: FeedState) -> Markup:
    reports = f"{feed.reports} report{'' if feed.reports == 1 else 's'}"
    asked = _moment(feed.last_ok) if feed.last_ok else "none yet"
    return tag(
        "article",
        tag("h3", feed.name),
        _state(feed),
        tag("p", f"{feed.trust} · {reports} · last answer: ", asked, class_="quiet"),
    )


def _moment(moment: datetime) -> Markup:
    return tag("time", f"{moment:%Y-%m-%d %H:%M:%S} UTC", datetime=moment.isoformat())


def _state(feed: FeedState) -> Markup:
    if feed.last_error:
        return tag("p", feed.last_error, class_="bad")
    return tag("p", "Fine" if feed.last_ok else "Waiting for its first answer")
