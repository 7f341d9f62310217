"""Who moved most: players and clubs by the number of their recorded trades."""

from bot.ask import say
from bot.ask.answers.trade_words import SOURCE, years
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Cue, Query
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table

_SHOWN = 10
_PLAYERS = (
    "SELECT trade_id, p.name AS who, p.pid AS id FROM trade_leg g JOIN player p ON p.pid = g.pid"
)
_CLUBS = (
    "SELECT trade_id, gave AS who, gave AS id FROM trade_leg UNION"
    " SELECT trade_id, received, received FROM trade_leg"
)


def most_traded(query: Query, desk: Desk) -> Said:
    """The players who were traded most often, or the clubs with the most trades."""
    first, last, when = years(query, desk)
    clubs = query.has(Cue.TEAM)
    rows = desk.stats.rows(
        f"SELECT x.who, COUNT(DISTINCT t.trade_id) AS times FROM ({_CLUBS if clubs else _PLAYERS}) x"  # noqa: S608 - ours
        " JOIN trade t ON t.trade_id = x.trade_id WHERE t.season BETWEEN ? AND ? AND t.known_on <= ?"
        " GROUP BY x.id ORDER BY times DESC, x.who LIMIT ?",
        first,
        last,
        desk.as_of,
        query.limit or _SHOWN,
    )
    found = [(nickname(ClubCode(r["who"])) if clubs else r["who"], r["times"]) for r in rows]
    if not found:
        raise RefusedError(f"No trade {when} is known on {desk.as_of}.")
    best = [f"the {who}" if clubs else who for who, times in found if times == found[0][1]]
    verb = "made" if clubs else "traded"
    counted = say.counted(found[0][1], "trades" if clubs else "times")
    text = f"Most trades {when}: {say.listed(best)}, {verb} {counted}{' each' if len(best) > 1 else ''}."
    table = Table(columns=("club" if clubs else "player", "trades"), rows=tuple(found))
    return Said(text=text, source=SOURCE, table=table)
