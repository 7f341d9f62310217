"""Deals in one line, so that a table of sentences can be read: "GB<2026 R4 | NYJ<Dale Preston"."""

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.extract import deals
from bot.model import (
    Asset,
    Cash,
    ClubCode,
    Deal,
    FutureConsiderations,
    Pick,
    Player,
    Report,
    ReportKind,
)
from tests.builders import a_report

NOVEMBER = datetime(2025, 11, 4, 17, 0, tzinfo=UTC)
MARCH = datetime(2026, 3, 15, 7, 0, tzinfo=UTC)


def news(text: str, title: str = "", published: datetime = NOVEMBER, author: str = "") -> Report:
    """A news report with nothing but these words."""
    return a_report(title=title, text=text, published_at=published, author=author)


def wire(text: str, filer: str | None, published: datetime = MARCH) -> Report:
    """A row of the transactions wire."""
    return a_report(
        title="",
        text=text,
        published_at=published,
        kind=ReportKind.WIRE,
        filer=ClubCode(filer) if filer else None,
        day_only=True,
    )


def titled(line: str) -> tuple[str, str]:
    """Title and text of a line "title // text"; either may be missing."""
    title, _, text = line.rpartition(" //")
    return title, text.strip()


def records(table: str) -> list[tuple[str, str, str]]:
    """A table of (title, text, expected): each text on a line, what is expected indented below."""
    lines = table.strip("\n").splitlines()
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [(*titled(line), expected.strip()) for line, expected in pairs]


def read(report: Report) -> str:
    """Every deal of the report: "status: CLUB<what it gets | CLUB<..."; "?" is a club not named.

    Behind an asset "?" marks that one of its sides is only concluded.
    """
    return " && ".join(f"{deal.status}: {_sides(deal)}" for deal in deals(report))


def _sides(deal: Deal) -> str:
    meant = deal.concluded or deal
    gets: dict[str, list[str]] = {str(club): [] for club in meant.clubs}
    for leg in meant.legs:
        concluded = "" if leg in deal.legs else "?"
        gets.setdefault(leg.received or "?", []).append(asset(leg.asset) + concluded)
    return " | ".join(f"{club}<{', '.join(sorted(gets[club]))}" for club in sorted(gets))


def asset(one: Asset) -> str:
    """An asset in short: "2026 R4", "#29", "~" before a condition, "via" before a former owner."""
    match one:
        case Player():
            return one.name
        case Pick():
            return pick(one)
        case Cash():
            return "cash"
        case FutureConsiderations():
            return "future"


def pick(one: Pick) -> str:
    """A pick in short."""
    words: Iterable[str] = (
        str(one.season or ""),
        f"R{one.round}" if one.round else "",
        f"#{one.number}" if one.number else "",
        f"via {one.original}" if one.original else "",
    )
    return ("~" if one.condition else "") + (" ".join(word for word in words if word) or "pick")
