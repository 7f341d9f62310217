"""How a traded player stood with his club: whether he played, where he came from, and his contract."""

from collections.abc import Iterator
from typing import Any, Final

from bot.model import ClubCode, Insight
from bot.stats import queries
from bot.stats.facts import Contract, Drafted, RecordedTrade
from bot.stats.insights import words
from bot.stats.insights.case import Case, Moved
from bot.stats.insights.player import told

_PLAYING: Final = frozenset({"ACT", "DEV", "CUT"})  # or not to be expected in the game
_RELEASED: Final = frozenset({"DEV", "CUT"})  # whoever was on a practice squad was cut before
_STATUS: Final = {
    "INA": "Inactive",
    "RES": "On reserve",
    "SUS": "Suspended",
    "EXE": "On the exempt list",
    "PUP": "On the physically-unable-to-perform list",
    "NON": "On the non-football-injury list",
    "NWT": "Away from the team",
}
_ROOKIE_YEARS = 4
_FOUR_YEARS_SINCE = (
    2011  # the first draft whose contracts have one length, and in round 1 a club option
)
_ROSTERS: Final = "nflverse weekly rosters, injury reports and schedule"


def availabilities(case: Case) -> Iterator[Insight]:
    """Who did not play in his club's latest game, and was not expected to."""
    for moved in case.moved:
        out = _weeks_out(case, moved, moved.gave) if moved.gave else []
        if moved.gave and out:
            data = _absence(case, moved, moved.gave, out)
            yield told(case, moved, "availability", _absence_text(data), data, _ROSTERS)


def drafts(case: Case) -> Iterator[Insight]:
    """Where each player was drafted."""
    for moved in case.moved:
        pick = queries.drafted(case.stats, moved.pid, case.as_of)
        if pick:
            text = (
                f"Drafted {pick.season} by {words.the(pick.club)},"
                f" round {pick.round}, {words.ordinal(pick.pick)} overall."
            )
            data = {
                "season": pick.season,
                "round": pick.round,
                "pick": pick.pick,
                "club": pick.club,
            }
            yield told(case, moved, "draft", text, data, "nflverse draft picks")


def contracts(case: Case) -> Iterator[Insight]:
    """How long each player is bound, and for how much."""
    for moved in case.moved:
        known = queries.contracts(case.stats, moved.pid, case.as_of)
        pick = queries.drafted(case.stats, moved.pid, case.as_of)
        trades = queries.of_player(case.stats, moved.pid, case.as_of)
        if pick and _on_rookie_deal(case, moved, pick, known, trades):
            rookie = _rookie_deal(case, pick)
            data, source = {"rookie_deal": rookie}, "nflverse draft picks and weekly rosters"
            yield told(case, moved, "contract", _rookie_text(rookie), data, source)
        elif deal := _deal(case, moved, known, trades):
            source = "nflverse contracts (Over The Cap)"
            yield told(case, moved, "contract", _deal_text(deal), {"deal": deal}, source)


def traded_before(case: Case) -> Iterator[Insight]:
    """The earlier trades of each player."""
    for moved in case.moved:
        found = queries.of_player(case.stats, moved.pid, case.as_of)
        trades = [_way(moved.pid, trade) for trade in found if trade.day < case.day]
        if trades:
            text = _before_text(trades)
            yield told(case, moved, "traded_before", text, {"trades": trades}, "nflverse trades")


def _weeks_out(case: Case, moved: Moved, club: ClubCode) -> list[tuple[int, str, ClubCode]]:
    """(week, status, opponent) of the club's latest games that he missed in a row, latest first."""
    rows = case.stats.rows(
        "SELECT c.week, r.status, c.opponent, p.pid AS played FROM club_week c"
        " LEFT JOIN roster_week r ON r.season = c.season AND r.week = c.week AND r.team = c.team"
        "  AND r.pid = ?1 AND r.known_on <= ?2"
        " LEFT JOIN player_week p ON p.pid = ?1 AND p.season = c.season AND p.week = c.week"
        "  AND p.known_on <= ?2"
        " WHERE c.season = ?3 AND c.team = ?4 AND c.season_type = 'REG' AND c.known_on <= ?2"
        " ORDER BY c.week DESC",
        moved.pid,
        case.as_of,
        case.season,
        club,
    )
    out = []
    for row in rows:
        if row["played"] or (row["status"] or "ACT") in _PLAYING:
            break
        out.append((row["week"], row["status"], row["opponent"]))
    return out


def _absence(
    case: Case, moved: Moved, club: ClubCode, out: list[tuple[int, str, ClubCode]]
) -> dict[str, Any]:
    week, status, opponent = out[0]
    data = {
        "season": case.season,
        "week": week,
        "club": club,
        "opponent": opponent,
        "status": status,
        "weeks": sorted(week for week, _, _ in out),
    }
    return data | _injuries(case, moved, week) | _score(case, club, week)


def _injuries(case: Case, moved: Moved, week: int) -> dict[str, Any]:
    """His injury reports; that there are none says something only where some are loaded."""
    anyone = case.stats.row(
        "SELECT 1 FROM injury WHERE season = ? AND known_on <= ? LIMIT 1", case.season, case.as_of
    )
    if anyone is None:
        return {"injury_reports": None, "designation": None}
    reports = queries.injuries(case.stats, moved.pid, case.season, case.as_of)
    now = (r.designation for r in reports if r.week == week and r.designation)
    listed = [r for r in reports if r.designation or r.injury]
    return {"injury_reports": len(listed), "designation": next(now, None)}


def _score(case: Case, club: ClubCode, week: int) -> dict[str, Any]:
    """The result from the club's side; nothing where the schedule is not loaded."""
    for game in queries.week_games(case.stats, case.season, week, case.as_of):
        if game.home_score is not None and game.away_score is not None:
            if game.home == club:
                return {"score": {"club": game.home_score, "opponent": game.away_score}}
            if game.away == club:
                return {"score": {"club": game.away_score, "opponent": game.home_score}}
    return {}


def _absence_text(data: dict[str, Any]) -> str:
    status = _STATUS.get(data["status"], f"Listed as {data['status']}")
    first, score = data["weeks"][0], data.get("score")
    since = f" since week {first}, last" if first != data["week"] else ""
    game = f" in week {data['week']} against {words.the(data['opponent'])}"
    result = f" ({score['club']}-{score['opponent']})" if score else ""
    why = f", listed as {data['designation'].lower()}" if data["designation"] else ""
    if data["status"] == "INA" and data["injury_reports"] == 0:
        why = ", without an injury report"
    return f"{status}{since}{game}{result}{why}."


def _on_rookie_deal(
    case: Case,
    moved: Moved,
    pick: Drafted,
    known: tuple[Contract, ...],
    trades: tuple[RecordedTrade, ...],
) -> bool:
    """Nothing known speaks against his still playing under the contract of his draft."""
    if not _FOUR_YEARS_SINCE <= pick.season <= case.season < pick.season + _ROOKIE_YEARS:
        return False
    if any((deal.year_signed or 0) > pick.season for deal in known):
        return False
    brought = {_way(moved.pid, trade)["received"] for trade in trades}
    spells = queries.spells(case.stats, moved.pid, case.as_of)
    if {*(spell.club for spell in spells), moved.gave or pick.club} - brought - {pick.club}:
        return False
    return not _was_released(case, moved)


def _was_released(case: Case, moved: Moved) -> bool:
    rows = case.stats.rows(
        "SELECT DISTINCT status FROM roster_week WHERE pid = ? AND known_on <= ?",
        moved.pid,
        case.as_of,
    )
    return not _RELEASED.isdisjoint(row["status"] for row in rows)


def _rookie_deal(case: Case, pick: Drafted) -> dict[str, Any]:
    last = pick.season + _ROOKIE_YEARS - 1
    left = last - case.season
    return {"from": pick.season, "to": last, "years_left": left, "option": pick.round == 1}


def _rookie_text(deal: dict[str, Any]) -> str:
    if not deal["years_left"]:
        return f"Last year of his rookie deal ({deal['from']} to {deal['to']})."
    option = ", with a club option for a fifth year" if deal["option"] else ""
    return f"On his rookie deal through {deal['to']}{option}."


def _deal(
    case: Case, moved: Moved, known: tuple[Contract, ...], trades: tuple[RecordedTrade, ...]
) -> dict[str, Any] | None:
    """The latest contract, if it still runs and is the one that the sending club holds."""
    dated = [deal for deal in known if deal.year_signed and deal.years]
    if not dated:
        return None
    deal = max(enumerate(dated), key=lambda found: (found[1].year_signed, found[0]))[1]
    ends = (deal.year_signed or 0) + (deal.years or 0) - 1
    brought = any(_way(moved.pid, trade)["received"] == moved.gave for trade in trades)
    if ends < case.season or (deal.club not in {None, moved.gave} and not brought):
        return None
    return {
        "year_signed": deal.year_signed,
        "years": deal.years,
        "value": deal.value,
        "apy": deal.apy,
        "guaranteed": deal.guaranteed,
        "ends": ends,
    }


def _deal_text(deal: dict[str, Any]) -> str:
    worth = f" and {words.money(deal['value'])}" if deal["value"] else ""
    sure = f" ({words.money(deal['guaranteed'])} guaranteed)" if deal["guaranteed"] else ""
    term = words.counted(deal["years"], "year")
    return f"Signed in {deal['year_signed']} for {term}{worth}{sure}, through {deal['ends']}."


def _way(pid: int, trade: RecordedTrade) -> dict[str, Any]:
    """Which way a trade of his took him."""
    leg = next(asset for asset in trade.assets if asset.pid == pid and not asset.is_pick)
    return {
        "id": trade.id,
        "day": trade.day.isoformat(),
        "gave": leg.gave,
        "received": leg.received,
    }


def _before_text(trades: list[dict[str, Any]]) -> str:
    latest = trades[-1]
    way = f"from {words.the(latest['gave'])} to {words.the(latest['received'])}"
    again = ", last" if len(trades) > 1 else ":"
    day = words.day_text(latest["day"])
    return f"Traded {words.times(len(trades))} before{again} {way} on {day}."
