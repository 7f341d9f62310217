"""Who counts in a list of players: those with enough tries for a rate, those of a division's clubs."""

from dataclasses import replace
from typing import Final

from bot.ask import say
from bot.ask.desk import Desk
from bot.ask.measure import Measure
from bot.ask.ranking import Scope
from bot.ask.refusals import RefusedError
from bot.ask.say import COLUMN_NAMES
from bot.model import ClubCode

# the league's own minimums for its lists, for each game of a club; of games themselves: half of them
_A_GAME: Final = {
    "attempts": 14.0,
    "carries": 6.25,
    "receptions": 1.875,
    "targets": 3.0,
    "fg_att": 1.0,
    "pt_att": 2.5,
    "games": 0.5,
}


def clubs_in(division: str | None, desk: Desk) -> tuple[ClubCode, ...]:
    """The clubs of a division or a conference; none where none is named."""
    if division is None:
        return ()
    sql = "SELECT code FROM club WHERE ? IN (division, conference)"
    return tuple(ClubCode(row["code"]) for row in desk.stats.rows(sql, division))


def qualified(desk: Desk, measure: Measure, scope: Scope, *, lowest: bool) -> Scope:
    """Of a rate only those with enough tries count, and how many these are is said.

    Raises:
        RefusedError: no minimum is known for the rate.
    """
    least = _A_GAME.get(measure.per[0])
    if least is None or len(measure.per) > 1:
        raise RefusedError(f"Players are not ranked by {measure.name} here: ask for one player.")
    minimum = least * _club_games(desk, scope)
    what = "games" if measure.per == ("games",) else COLUMN_NAMES[measure.per[0]]
    desk.assume(f"of players with at least {say.number(round(minimum, 1))} {what}")
    return replace(scope, least_per=minimum, lowest=lowest)


def _club_games(desk: Desk, scope: Scope) -> int:
    """The most games of any club in the scope."""
    row = desk.stats.row(
        "SELECT MAX(games) AS games FROM (SELECT COUNT(*) AS games FROM club_week"
        " WHERE season BETWEEN ? AND ? AND week BETWEEN ? AND ? AND known_on <= ?"
        " AND (? IS NULL OR season_type = ?) AND (? IS NULL OR opponent = ?) GROUP BY team)",
        *scope.seasons,
        *scope.weeks,
        desk.as_of,
        scope.part,
        scope.part,
        scope.opponent,
        scope.opponent,
    )
    return (row["games"] if row else None) or 0
