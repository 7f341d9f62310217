"""Recorded trades in words and tables, and the years that are meant."""

from collections.abc import Sequence

from bot.ask import say
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Query, Time, Years
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.calendar import season_of
from bot.stats.facts import RecordedTrade, TradedAsset

SOURCE = "nflverse trades"
_TOLD = 2  # trades in the text; the table has them all


def asset_text(asset: TradedAsset) -> str:
    """Such as "Cam Akers", "a 2026 6th-round pick (conditional)"."""
    if not asset.is_pick:
        return asset.name or "a player whose name is not recorded"
    of = f" {say.ordinal(asset.round)}-round" if asset.round else ""
    number = f", {say.ordinal(asset.number)} overall" if asset.number else ""
    drafted = f", later {asset.drafted}" if asset.drafted else ""
    conditional = ", conditional" if asset.conditional else ""
    extra = f"{number}{drafted}{conditional}".removeprefix(", ")
    return f"a {asset.season}{of} pick{f' ({extra})' if extra else ''}"


def received(trade: RecordedTrade, club: ClubCode) -> str:
    """What a club got."""
    found = [asset_text(a) for a in trade.assets if a.received == club]
    return say.listed(found) if found else "nothing recorded"


def given(trade: RecordedTrade, club: ClubCode) -> str:
    """What a club gave."""
    found = [asset_text(a) for a in trade.assets if a.gave == club]
    return say.listed(found) if found else "nothing recorded"


def trade_text(trade: RecordedTrade) -> str:
    """Every party and what it got, in one sentence."""
    sides = "; ".join(f"the {nickname(c)} got {received(trade, c)}" for c in trade.clubs)
    return f"{say.day(trade.day)}: {sides}."


def trade_rows(trades: Sequence[RecordedTrade]) -> tuple[tuple[str, ...], ...]:
    """A row for each party of each trade."""
    return tuple(
        (t.day.isoformat(), c, received(t, c), f"nflverse:{t.id}") for t in trades for c in t.clubs
    )


def listed(trades: Sequence[RecordedTrade], opening: str, limit: int | None) -> Said:
    """The latest few in words, all of them in the table."""
    shown = list(trades)[-(limit or len(trades)) :][::-1]
    more = len(shown) - _TOLD
    rest = f" And {more} more." if more > 0 else ""
    text = f"{opening} {' '.join(map(trade_text, shown[:_TOLD]))}{rest}"
    table = Table(columns=("day", "club", "got", "trade"), rows=trade_rows(shown))
    return Said(text=text, source=SOURCE, table=table)


def years(query: Query, desk: Desk) -> tuple[int, int, str]:
    """The league years meant: first, last, and in words."""
    if query.season is None or query.season is Time.CAREER:
        return 0, season_of(desk.as_of), "since the table begins"
    match query.season:
        case Years(first, last):
            final = last or season_of(desk.as_of)
        case Time.LAST:
            first = final = season_of(desk.as_of) - 1
        case _:
            first = final = season_of(desk.as_of)
    check_coverage(first, desk)
    desk.assume("a trade counts to the league year, which changes in March")
    return first, final, f"in {first}" if first == final else f"from {first} to {final}"


def check_coverage(first: int, desk: Desk) -> None:
    """Raises RefusedError for years before the table, and for those to come."""
    begins = queries.first_season(desk.stats)
    if begins is None:
        raise RefusedError("No trades are loaded: run gridwire stats load.")
    if first < begins:
        raise RefusedError(f"The trades table begins with {begins}: {first} is before it.")
    if first > season_of(desk.as_of):
        raise RefusedError(f"The league year {first} had not begun on {desk.as_of}.")


def within(trades: Sequence[RecordedTrade], first: int, last: int) -> list[RecordedTrade]:
    """The trades of these league years."""
    return [t for t in trades if first <= t.season <= last]
