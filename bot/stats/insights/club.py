"""Reasons about the clubs of a trade: how they stand, and who plays where the traded player does."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from bot.model import ClubCode, Insight, Topic, name_key
from bot.stats import queries
from bot.stats.calendar import last_regular_week
from bot.stats.facts import Drafted, Game
from bot.stats.insights import usage, words
from bot.stats.insights.case import Case, Moved
from bot.stats.insights.unit import UNIT, unit_rank

_WITH_QUARTERBACK: Final = frozenset({"QB", "RB", "WR", "TE"})
_SCHEDULE: Final = "nflverse schedules"
_LOAD: Final = "nflverse player stats and snap counts"
_PATH: Final = "nflverse player stats, snap counts and weekly rosters"
_DRAFTED: Final = "nflverse player stats, snap counts and draft picks"


def receiver(case: Case) -> Iterator[Insight]:
    """What the players' new clubs have and lack, kind by kind in the order of docs/insights.md."""
    new = _places((m.received, m.group) for m in case.moved)
    for club, unit in dict.fromkeys((club, UNIT[group]) for club, group in new if group in UNIT):
        yield from unit_rank(case, club, unit)
    for club in dict.fromkeys(club for club, _ in new):
        yield from _record(case, Topic.RECEIVER, club)
    for club in dict.fromkeys(club for club, group in new if group in _WITH_QUARTERBACK):
        yield from _quarterback(case, club)
    for tell in (_incumbent, _departed):
        for club, group in new:
            yield from tell(case, club, group)


def sender(case: Case) -> Iterator[Insight]:
    """Who plays now where the traded players did, and how their old clubs stand."""
    old = _places((m.gave, m.group) for m in case.moved)
    for club, group in old:
        yield from _successor(case, club, group)
    for club in dict.fromkeys(club for club, _ in old):
        yield from _record(case, Topic.SENDER, club)


def _places(of: Iterable[tuple[ClubCode | None, str | None]]) -> list[tuple[ClubCode, str]]:
    """Each known (club, group) once, in order; the group of a player without one is ""."""
    return list(dict.fromkeys((club, group or "") for club, group in of if club))


def _insight(  # noqa: PLR0917 - in the order of a card
    case: Case,
    topic: Topic,
    kind: str,
    club: ClubCode,
    text: str,
    data: Mapping[str, Any],
    source: str,
) -> Insight:
    return Insight(
        kind=kind,
        topic=topic,
        club=club,
        player=data.get(kind),  # a reason about one man holds his name under its own kind
        text=text,
        data=data,
        source=source,
        as_of=case.as_of,
    )


def _record(case: Case, topic: Topic, club: ClubCode) -> Iterator[Insight]:
    season = case.base[0] if case.base else None
    found = queries.record(case.stats, club, season, case.as_of) if season else None
    if found is None:
        return
    data = {
        "season": found.season,
        "wins": found.wins,
        "losses": found.losses,
        "ties": found.ties,
        "points_for": found.points_for,
        "points_against": found.points_against,
    }
    results = f"{found.wins}-{found.losses}" + (f"-{found.ties}" if found.ties else "")
    when = "" if found.season == case.season else f" in {found.season}"
    text = f"{results}{when}, scored {found.points_for}, allowed {found.points_against}."
    yield _insight(case, topic, "record", club, text, data, _SCHEDULE)


def _quarterback(case: Case, club: ClubCode) -> Iterator[Insight]:
    """Who throws to the new man, or hands him the ball."""
    game = _last_regular_game(case, club)
    if game is None:
        return
    starter = game.home_qb if game.home == club else game.away_qb
    traded = {name_key(m.name) for m in case.moved}
    if starter is None or name_key(starter) in traded:
        return
    data = {"quarterback": starter, "season": game.season, "week": game.week}
    year = "" if game.season == case.season else f" of {game.season}"
    text = f"{starter} started at quarterback in week {game.week}{year}."
    yield _insight(case, Topic.RECEIVER, "quarterback", club, text, data, _SCHEDULE)


def _last_regular_game(case: Case, club: ClubCode) -> Game | None:
    """The latest whose result was known, of the season that speaks of the clubs now."""
    if case.base is None:
        return None
    games = queries.games(case.stats, club, case.base[0], case.as_of)
    known = (g for g in games if g.game_type == "REG" and g.home_score is not None)
    return max(known, key=lambda game: game.day, default=None)


def _incumbent(case: Case, club: ClubCode, group: str) -> Iterator[Insight]:
    if not (case.through and group):
        return
    weeks = 1, case.through
    pid = usage.leader(case, club, group, case.season, weeks, but=_traded(case))
    if pid is None:
        return
    did = usage.load(case, pid, club, group, case.season, case.through)
    data = {"incumbent": did.name, "season": case.season, "games": did.games, "line": did.line}
    text = f"{did.name} {usage.leads(group)}{usage.story(did)}."
    yield _insight(case, Topic.RECEIVER, "incumbent", club, text, data | did.data(), _LOAD)


def _departed(case: Case, club: ClubCode, group: str) -> Iterator[Insight]:
    before = case.season - 1
    last = last_regular_week(before)
    if not group or queries.through(case.stats, before, case.as_of) < last:
        return
    pid = usage.leader(case, club, group, before, (1, last))
    now = _elsewhere(case, pid, club) if pid is not None and pid not in _traded(case) else None
    if pid is None or now is None:
        return
    did = usage.load(case, pid, club, group, before, last)
    season = {"season": before, "games": did.games, "line": did.line}
    told = f" ({part})" if (part := usage.own_part(did)) else ""
    text = f"{did.name} {usage.led(group)} in {before}{told} and is now with {words.the(now)}."
    data = {"departed": did.name, "last_season": season, "now": now}
    yield _insight(case, Topic.RECEIVER, "departed", club, text, data, _PATH)


def _elsewhere(case: Case, pid: int, club: ClubCode) -> ClubCode | None:
    """The other club with which this season's latest row shows him; None if that is not sure."""
    spells = [s for s in queries.spells(case.stats, pid, case.as_of) if s.season == case.season]
    latest = max((s.last_week for s in spells), default=None)
    now = [s.club for s in spells if s.last_week == latest]
    return now[0] if len(now) == 1 and now[0] != club else None


def _successor(case: Case, club: ClubCode, group: str) -> Iterator[Insight]:
    week = _last_week(case, club) if group else None
    if week is None:
        return
    pid = usage.leader(case, club, group, case.season, (week, week), but=_traded(case))
    if pid is None:
        return
    gone = next(m for m in case.moved if (m.gave, m.group) == (club, group))
    did = usage.load(case, pid, club, group, case.season, case.through)
    draft = queries.drafted(case.stats, pid, case.as_of)
    data = {
        "successor": did.name,
        "draft": draft and {"season": draft.season, "round": draft.round, "pick": draft.pick},
        **did.data(),
        "before": usage.by_week(usage.shares(case, gone.pid, club, group, did.weeks)),
    }
    text = f"{did.name}{_draft_text(draft)} {_does(case, gone, pid, week)}{usage.lately(did)}."
    yield _insight(case, Topic.SENDER, "successor", club, text, data, _DRAFTED)


def _last_week(case: Case, club: ClubCode) -> int | None:
    """The latest whole week of this season that the club played in."""
    row = case.stats.row(
        "SELECT MAX(week) AS week FROM club_week WHERE season = ? AND team = ? AND week <= ?",
        case.season,
        club,
        case.through,
    )
    week: int | None = row["week"] if row else None
    return week


def _does(case: Case, gone: Moved, pid: int, week: int) -> str:
    """What he does now: who was ahead of the traded player all along takes nothing over."""
    club, group = gone.gave or ClubCode(""), gone.group or ""
    before = usage.ahead(case, gone.pid, pid, club, group, (1, week - 1))
    lately = usage.ahead(case, gone.pid, pid, club, group, (week, week))
    if group in usage.ONE_MAN and (before or lately):
        return "takes over"
    return f"{usage.was_next(group) if lately else usage.led(group)} in week {week}"


def _draft_text(draft: Drafted | None) -> str:
    if draft is None:
        return ""
    return f" ({draft.season}, round {draft.round}, {words.ordinal(draft.pick)})"


def _traded(case: Case) -> set[int]:
    return {moved.pid for moved in case.moved}
