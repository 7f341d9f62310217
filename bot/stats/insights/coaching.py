"""Coaches whom a traded player meets again at his new club."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot import clubs
from bot.model import ClubCode, Insight, Topic, name_key
from bot.stats import queries
from bot.stats.facts import Post
from bot.stats.groups import DEFENCE, OFFENCE
from bot.stats.insights import words
from bot.stats.insights.case import Case, Moved

_JANUARY, _FEBRUARY = 1, 2
_DISMISSALS = 5  # from this day of January staffs are in flux
_SLOTS: Final = ("HC", "OC", "DC")
_TITLE: Final = {
    "HC": "head coach",
    "OC": "offensive coordinator",
    "DC": "defensive coordinator",
}
_SIDE: Final = {"OC": OFFENCE, "DC": DEFENCE}
_SUFFIXES: Final = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V"})
_BOTH, _MANY = 2, 3
_SOURCE: Final = (
    "Gridwire's coaching table, nflverse schedules, rosters, player stats and snap counts"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Now:
    """A coach's post at the player's new club."""

    name: str
    slot: str
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """A post elsewhere: its seasons, and those in which the player was there."""

    club: ClubCode
    slot: str
    seasons: tuple[int, ...]
    shared: tuple[int, ...]


def links(case: Case) -> Iterator[Insight]:
    """For each traded player the coaches of his new club who had him before (docs/insights.md)."""
    day = case.as_of
    if day.month == _FEBRUARY or (day.month == _JANUARY and day.day >= _DISMISSALS):
        return
    for moved in case.moved:
        if moved.received:
            yield from _links(case, moved, moved.received)


def _links(case: Case, moved: Moved, club: ClubCode) -> Iterator[Insight]:
    spells = queries.spells(case.stats, moved.pid, case.as_of)
    there = {(spell.season, spell.club) for spell in spells}
    for now in _staff(case, club):
        if _on_his_side(now.slot, moved.group):
            then = _then(case, now.name, club, moved.group, there)
            if then:
                yield _insight(case, moved, club, now, then)


def _insight(case: Case, moved: Moved, club: ClubCode, now: _Now, then: _Then) -> Insight:
    return Insight(
        kind="coach_link",
        topic=Topic.RECEIVER,
        club=club,
        player=moved.name,
        text=_text(moved.name, now, then),
        data={
            "coach": now.name,
            "role": now.slot,
            "since": now.since,
            "then": {"club": then.club, "role": then.slot, "seasons": list(then.seasons)},
            "seasons": list(then.shared),
        },
        source=_SOURCE,
        as_of=case.as_of,
    )


def _on_his_side(slot: str, group: str | None) -> bool:
    """A coordinator has to do with his own side of the ball, a head coach with everybody."""
    return slot not in _SIDE or group in _SIDE[slot]


def _staff(case: Case, club: ClubCode) -> Iterator[_Now]:
    """Head coach and coordinators on that day, each man once, in his highest post."""
    posts = [(p.slot, p.name) for p in queries.staff(case.stats, club, case.as_of)]
    if not any(slot == "HC" for slot, _ in posts):
        posts += [("HC", name) for name in _coach_of_last_game(case, club)]
    found: dict[str, str] = {}
    for slot, name in sorted(posts, key=lambda post: (_SLOTS.index(post[0]), post[1])):
        found.setdefault(name, slot)
    for name, slot in found.items():
        yield _Now(name=name, slot=slot, since=_since(case, club, slot, name))


def _coach_of_last_game(case: Case, club: ClubCode) -> Iterator[str]:
    """The head coach of this season's latest known game, as our own table writes his name."""
    game = queries.last_game(case.stats, club, case.as_of)
    if game is None or game.season != case.season:
        return
    coach = game.home_coach if game.home == club else game.away_coach
    if coach:
        names = [row["name"] for row in case.stats.rows("SELECT DISTINCT name FROM coach")]
        yield next((name for name in names if name_key(name) == name_key(coach)), coach)


def _since(case: Case, club: ClubCode, slot: str, name: str) -> int:
    """The first of the unbroken seasons in this post that lead to the present one."""
    posts = queries.posts(case.stats, name, case.as_of)
    seasons = {post.season for post in posts if (post.club, post.slot) == (club, slot)}
    since = case.season
    while since - 1 in seasons:
        since -= 1
    return since


def _then(
    case: Case,
    name: str,
    club: ClubCode,
    group: str | None,
    there: Collection[tuple[int, ClubCode]],
) -> _Then | None:
    """The post elsewhere in which he had the player longest; None if he never had him."""
    past = [
        post
        for post in queries.posts(case.stats, name, case.as_of)
        if post.club != club and post.season < case.season and _on_his_side(post.slot, group)
    ]
    posts = [_held(past, *place, there) for place in {(p.club, p.slot) for p in past}]
    shared = [post for post in posts if post.shared]
    return max(
        shared, key=lambda p: (len(p.shared), -_SLOTS.index(p.slot), p.shared[-1]), default=None
    )


def _held(
    past: Sequence[Post],
    club: ClubCode,
    slot: str,
    there: Collection[tuple[int, ClubCode]],
) -> _Then:
    seasons = sorted({post.season for post in past if (post.club, post.slot) == (club, slot)})
    shared = tuple(season for season in seasons if (season, club) in there)
    return _Then(club=club, slot=slot, seasons=tuple(seasons), shared=shared)


def _text(player: str, now: _Now, then: _Then) -> str:
    namesakes = _surname(player) == _surname(now.name)
    return (
        f"{now.name}, {_TITLE[now.slot]} since {now.since}, was the {clubs.name(then.club)}'"
        f" {_TITLE[then.slot]} {_span(then.seasons)},"
        f" with {player if namesakes else _surname(player)} there{_shared(then)}."
    )


def _span(seasons: Sequence[int]) -> str:
    """Seasons in words: "in 2020 and 2021", "from 2006 to 2008 and from 2012 to 2021"."""
    if not any(len(run) >= _MANY for run in _unbroken(seasons)):
        return f"in {words.joined(map(str, seasons))}"
    runs = (
        f"from {run[0]} to {run[-1]}" if len(run) > 1 else f"in {run[0]}"
        for run in _unbroken(seasons)
    )
    return words.joined(runs)


def _unbroken(seasons: Sequence[int]) -> list[list[int]]:
    """The runs of seasons that follow each other."""
    runs: list[list[int]] = []
    for season in seasons:
        if runs and runs[-1][-1] == season - 1:
            runs[-1].append(season)
        else:
            runs.append([season])
    return runs


def _shared(then: _Then) -> str:
    """When the player was there too; nothing where a single season says it already."""
    if then.shared != then.seasons:
        return f" {_span(then.shared)}"
    if len(then.seasons) == 1:
        return ""
    return " both years" if len(then.seasons) == _BOTH else " all the time"


def _surname(name: str) -> str:
    """All but the first name and a suffix: "St. Brown"."""
    parts = [part for part in name.split() if part not in _SUFFIXES]
    return " ".join(parts[1:] or parts)
