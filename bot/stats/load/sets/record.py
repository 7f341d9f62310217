"""The record: drafts, trades, contracts."""

from collections.abc import Iterable, Iterator
from typing import Any

import nflreadpy

from bot import clubs
from bot.stats.load.careers import Careers
from bot.stats.load.codes import normalised, today
from bot.stats.load.file import replace
from bot.stats.load.people import People
from bot.stats.load.plan import DataSet, File, Frames, Job, Written, only
from bot.stats.load.shape import Kind, columns

_DRAFT = [
    *columns("season round pick", Kind.WHOLE, required=True),
    *columns("team pfr_player_name", required=True),
    *columns("gsis_id pfr_player_id position college"),
]
_TRADES = [
    *columns(
        "trade_id season pick_season pick_round pick_number conditional", Kind.WHOLE, required=True
    ),
    *columns("trade_date gave received pfr_id pfr_name", required=True),
]
_CONTRACTS = [
    *columns("player team", required=True),
    *columns("position gsis_id"),
    *columns("year_signed years value apy guaranteed", Kind.REAL, required=True),
    *columns("is_active draft_year", Kind.WHOLE),
]
_DRAFT_OVER = "-05-15"

Row = dict[str, Any]


def _write_draft(job: Job, frames: Frames) -> Written:
    frame = normalised(
        only(frames).drop_nulls(["season", "pick", "round", "team", "pfr_player_name"]), "team"
    )
    rows = []
    careers = Careers(job.db, job.people)
    for row in frame.iter_rows(named=True):
        gsis, pfr = row["gsis_id"], row["pfr_player_id"]
        name, season = row["pfr_player_name"], row["season"]
        pid = (
            job.people.identify(name, row["position"], gsis=gsis, pfr=pfr)
            if gsis or pfr
            else careers.drafted_in(name, row["position"], season)
        )
        rows.append(
            (
                season,
                row["pick"],
                row["round"],
                row["team"],
                pid,
                name,
                row["position"],
                row["college"],
                f"{season}{_DRAFT_OVER}",
            )
        )
    names = ("season", "pick", "round", "team", "pid", "name", "position", "college", "known_on")
    replace(job.db, "draft_pick", names, rows)
    job.db.execute(
        "UPDATE player SET draft_season = d.season, college = coalesce(player.college, d.college),"
        " position = coalesce(player.position, d.position) FROM draft_pick d WHERE d.pid = player.pid"
    )
    return Written(len(rows), unmatched=sum(row[4] is None for row in rows))


def _write_trades(job: Job, frames: Frames) -> Written:
    frame = normalised(
        only(frames).drop_nulls(["trade_id", "trade_date", "gave", "received"]), "gave", "received"
    )
    trades: dict[int, tuple[Any, ...]] = {}
    legs = []
    careers = Careers(job.db, job.people)
    for seq, row in enumerate(_whole(frame.iter_rows(named=True))):
        trade = row["trade_id"]
        trades[trade] = (trade, row["season"], row["trade_date"], row["trade_date"])
        legs.append((trade, seq, row["gave"], row["received"], *_asset(job.people, careers, row)))
    replace(job.db, "trade", ("trade_id", "season", "day", "known_on"), trades.values())
    names = (
        "trade_id", "seq", "gave", "received", "pid", "name", "pick_season", "pick_round", "pick_number", "conditional",
        "drafted_pid", "drafted_name",
    )  # fmt: skip
    replace(job.db, "trade_leg", names, legs)
    return Written(len(legs), unmatched=sum(leg[6] is None and leg[4] is None for leg in legs))


def _whole(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; two that are halves of one pick are one again: its number, then who was drafted with it."""
    held: Row | None = None
    for row in rows:
        if held and _is_rest_of(held, row):
            held = {**held, "pfr_name": row["pfr_name"]}
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _is_rest_of(pick: Row, row: Row) -> bool:
    """A name without id or pick, after a used pick without a name on the same way: no player was traded."""
    way = ("trade_id", "gave", "received")
    used = pick["pick_number"] is not None and pick["pfr_name"] is None
    bare = row["pick_season"] is None and row["pfr_id"] is None and row["pfr_name"] is not None
    return used and bare and all(pick[name] == row[name] for name in way)


def _asset(people: People, careers: Careers, row: dict[str, Any]) -> tuple[Any, ...]:
    """A row with a season is a pick, and its name that of the player drafted with it later."""
    name, pfr, season = row["pfr_name"], row["pfr_id"], row["pick_season"]
    pid = people.identify(name or pfr, pfr=pfr) if pfr else None
    if season is None:
        pid = pid or (careers.active_in(name, row["season"], row["received"]) if name else None)
        return (pid, name, None, None, None, None, None, None)
    return (
        None,
        None,
        season,
        row["pick_round"],
        row["pick_number"],
        row["conditional"],
        pid,
        name,
    )


def _write_contracts(job: Job, frames: Frames) -> Written:
    careers = Careers(job.db, job.people)
    rows: list[tuple[Any, ...]] = []
    for row in only(frames).drop_nulls("player").iter_rows(named=True):
        signed, years = (int(row[name]) if row[name] else None for name in ("year_signed", "years"))
        team = _club(row["team"])
        pid = (
            job.people.find(gsis=row["gsis_id"]) if row["gsis_id"] else careers.signed_by(row, team)
        )
        since = _since(job, signed, row["draft_year"] or careers.entered(pid))
        rows.append(
            (len(rows), pid, row["player"], row["position"], team, signed, years, row["value"], row["apy"],
             row["guaranteed"], row["is_active"], since)
        )  # fmt: skip
    names = (
        "seq", "pid", "name", "position", "team", "year_signed", "years", "value", "apy", "guaranteed", "is_active", "known_on",
    )  # fmt: skip
    replace(job.db, "contract", names, rows)
    return Written(len(rows), unmatched=sum(row[1] is None for row in rows))


def _since(job: Job, signed: int | None, entered: int | None) -> str:
    """A rookie's: after his draft; any other: after the year in which it was signed; of no year: now."""
    if signed is None:
        return job.today.isoformat()
    return f"{signed}{_DRAFT_OVER}" if signed == entered else f"{signed + 1}-01-01"


def _club(text: str | None) -> str | None:
    """A code, a nickname, or several with bars, of which the last one counts."""
    last = (text or "").split("/")[-1].strip()
    if code := today(last, 9999):
        return code
    found = clubs.names().get(last.casefold(), ())
    return found[0] if len(found) == 1 else None


DRAFT_PICKS = DataSet(
    "draft_picks",
    [File("draft picks", lambda _: nflreadpy.load_draft_picks(), _DRAFT)],
    _write_draft,
)
TRADES = DataSet(
    "trades",
    [File("trades", lambda _: nflreadpy.load_trades(), _TRADES)],
    _write_trades,
    by_name=True,
)
CONTRACTS = DataSet(
    "contracts",
    [File("contracts", lambda _: nflreadpy.load_contracts(), _CONTRACTS)],
    _write_contracts,
    by_name=True,
)
