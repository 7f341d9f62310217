"""The persons: nflverse's players, and the ids of DynastyProcess that tie the sources together."""

import nflreadpy

from bot.model import name_key
from bot.stats.load.plan import DataSet, File, Frames, Job, Written, only
from bot.stats.load.shape import Kind, columns

_PLAYERS = [
    *columns("gsis_id display_name", required=True),
    *columns("pfr_id espn_id position birth_date college_name football_name last_name"),
    *columns("rookie_season draft_year draft_round", Kind.WHOLE),
]
_IDS = [
    *columns("gsis_id name", required=True),
    *columns("pfr_id espn_id position birthdate college merge_name"),
    *columns("draft_year draft_round", Kind.WHOLE),
]


def _write_players(job: Job, frames: Frames) -> Written:
    """What nflverse says of a player replaces what was known of him."""
    facts = []
    for row in only(frames).drop_nulls(["gsis_id", "display_name"]).iter_rows(named=True):
        pid = job.people.identify(
            row["display_name"], row["position"], row["birth_date"],
            gsis=row["gsis_id"], pfr=row["pfr_id"], espn=row["espn_id"],
        )  # fmt: skip
        drafted = row["draft_year"] if row["draft_round"] else None
        facts.append(
            (row["display_name"], name_key(row["display_name"]), row["position"], row["birth_date"], row["college_name"],
             row["rookie_season"], drafted, pid)
        )  # fmt: skip
        if row["football_name"] and row["last_name"]:
            job.people.alias(pid, f"{row['football_name']} {row['last_name']}")
    job.db.executemany(
        "UPDATE player SET name = ?, name_key = ?, position = coalesce(?, position), birth_date = coalesce(?, birth_date),"
        " college = coalesce(?, college), rookie_season = coalesce(?, rookie_season),"
        " draft_season = coalesce(?, draft_season) WHERE pid = ?",
        facts,
    )
    job.people.reload()
    return Written(len(facts))


def _write_ids(job: Job, frames: Frames) -> Written:
    """Ids for everybody; facts only where there are none."""
    facts = []
    known: set[str] = set()
    for row in only(frames).drop_nulls("name").iter_rows(named=True):
        ids = {"gsis": row["gsis_id"], "pfr": row["pfr_id"], "espn": row["espn_id"]}
        keys = {f"{kind} {one}" for kind, one in ids.items() if one}
        if not keys or keys & known:  # an id given to two names ties neither
            continue
        known |= keys
        pid = job.people.identify(row["name"], row["position"], row["birthdate"], **ids)
        drafted = row["draft_year"] if row["draft_round"] else None
        facts.append((row["position"], row["birthdate"], row["college"], drafted, pid))
        job.people.alias(pid, row["merge_name"] or row["name"])
    job.db.executemany(
        "UPDATE player SET position = coalesce(position, ?), birth_date = coalesce(birth_date, ?),"
        " college = coalesce(college, ?), draft_season = coalesce(draft_season, ?) WHERE pid = ?",
        facts,
    )
    job.people.reload()
    return Written(len(facts))


PLAYERS = DataSet(
    "players", [File("players", lambda _: nflreadpy.load_players(), _PLAYERS)], _write_players
)
PLAYER_IDS = DataSet(
    "ff_playerids",
    [File("player ids", lambda _: nflreadpy.load_ff_playerids(), _IDS)],
    _write_ids,
)
