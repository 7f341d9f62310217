"""Recorded trades of a player: what he cost, and how often he moved."""

from bot.ask import say
from bot.ask.answers.trade_words import SOURCE, asset_text, given, listed, trade_rows, within, years
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.model import Table
from bot.stats import queries
from bot.stats.facts import RecordedTrade


def cost(query: Query, desk: Desk) -> Said:
    """What was given for a player."""
    who = player_of(query, desk)
    trades = _of_player(query, desk, who.pid)
    if not trades:
        raise RefusedError(f"No recorded trade moved {who.name} like that by {desk.as_of}.")
    trade = trades[-1]
    if len(trades) > 1:
        desk.assume(f"the latest of {len(trades)} such trades")
    asset = next(a for a in trade.assets if a.pid == who.pid)
    others = [a for a in trade.assets if a.gave == asset.gave and a is not asset]
    along = f" along with {say.listed([asset_text(a) for a in others])}" if others else ""
    text = (
        f"On {say.day(trade.day)} the {nickname(asset.received)} gave {given(trade, asset.received)}"
        f" for {who.name}{along}, from the {nickname(asset.gave)}."
    )
    return Said(
        text=text,
        source=SOURCE,
        table=Table(columns=("day", "club", "got", "trade"), rows=trade_rows(trades)),
    )


def _of_player(query: Query, desk: Desk, pid: int) -> list[RecordedTrade]:
    """His trades in the years and with the clubs that are named."""
    first, last, _ = years(query, desk)
    clubs = {*query.clubs, *([query.opponent] if query.opponent else [])}
    found = within(queries.of_player(desk.stats, pid, desk.as_of), first, last)
    return [t for t in found if clubs <= set(t.clubs)]


def history(query: Query, desk: Desk) -> Said:
    """Whether and when a player was traded."""
    who = player_of(query, desk)
    trades = _of_player(query, desk, who.pid)
    if not trades:
        where = (
            f" that involves the {say.listed([nickname(c) for c in query.clubs])}"
            if query.clubs
            else ""
        )
        return Said(
            text=f"No: no recorded trade{where} moved {who.name} by {say.day(desk.as_of)}.",
            source=SOURCE,
        )
    times = "once" if len(trades) == 1 else f"{len(trades)} times"
    return listed(trades, f"Yes: {who.name} was traded {times}.", None)
