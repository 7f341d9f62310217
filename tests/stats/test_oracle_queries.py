"""A thousand random questions of each kind, on random days: the tables and the plain files agree."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.db import Stats
from bot.stats.facts import Line, RecordedTrade
from tests.oracle.day import Day, Season
from tests.oracle.queries import Asked, picks_moved, spells, trades_of
from tests.oracle.record import Record, Trade
from tests.oracle.words import CLUBS, last_week
from tests.oracle.world import SEASONS, TOTALS, WEEKLY, World

ROUNDS = 1000
_FIRST, _DAYS = date(2020, 8, 1), 1750
_RENAMED = {"interceptions": "passing_interceptions", "sacks": "sacks_suffered"}
STATS = [*(_RENAMED.get(s, s) for s in WEEKLY), *TOTALS]
_RANKED = [
    "passing_yards",
    "rushing_yards",
    "carries",
    "receiving_tds",
    "sacks_suffered",
    "targets",
]


@pytest.fixture(scope="module")
def asked(world: World) -> Asked:
    """The oracle's answers."""
    return Asked(world)


@pytest.fixture(scope="module")
def pids(stats: Stats, world: World) -> dict[str, int]:
    """The product's number of everybody with a row, where both sides see one person."""
    numbers: dict[str, list[int]] = {}
    for row in stats.rows("SELECT pid, gsis, pfr FROM player"):
        key = world.people.key(row["gsis"] or "", row["pfr"] or "")
        numbers.setdefault(key, []).append(row["pid"])
    everybody = sorted({*world.rows, *world.rosters, *world.snaps})
    agreed = {k: numbers[k][0] for k in everybody if len(numbers.get(k, [])) == 1}
    assert len(agreed) > 0.97 * len(everybody)  # the rest: ids that only a guess by name can join
    return agreed


@pytest.fixture
def days(
    request: pytest.FixtureRequest, day: Callable[[str], Day]
) -> Iterator[tuple[random.Random, Day, date]]:
    """A thousand random days; the same ones in every run."""
    dice = random.Random(request.node.name)  # noqa: S311 - a test
    moments = [_FIRST + timedelta(days=dice.randrange(_DAYS)) for _ in range(ROUNDS)]
    return ((dice, day(moment.isoformat()), moment) for moment in moments)


Days = Iterator[tuple[random.Random, Day, date]]


def _known(numbers: dict[str, float]) -> dict[str, float]:
    return {s: v for s, v in numbers.items() if s in STATS}


def _close(expected: dict[str, float], found: dict[str, float]) -> bool:
    held = _known(found)
    return expected.keys() == held.keys() and all(
        abs(v - held[s]) < 1e-4 for s, v in expected.items()
    )


def _is(expected: Season | None, found: Line | None) -> bool:
    if expected is None or found is None:
        return expected is found
    whole = (expected.games, tuple(expected.clubs)) == (found.games, found.clubs)
    return whole and _close(expected.stats, dict(found.numbers))


def test_season_lines(stats: Stats, pids: dict[str, int], days: Days) -> None:
    """Totals of a season so far: sums of weeks, then the final ones."""
    for dice, day, moment in days:
        key, season = dice.choice(list(pids)), dice.choice(SEASONS)
        found = queries.season_line(stats, pids[key], season, moment)
        assert _is(day.numbers(key, season), found), (key, season, moment, found)


def test_comparisons(stats: Stats, pids: dict[str, int], days: Days) -> None:
    """Two players side by side."""
    for dice, day, moment in days:
        keys, season = dice.sample(list(pids), 2), dice.choice(SEASONS)
        found = queries.compare(stats, [pids[k] for k in keys], season, moment)
        expected = [day.numbers(key, season) for key in keys]
        assert all(map(_is, expected, found)), (keys, season, moment, found)


def test_game_logs(stats: Stats, asked: Asked, pids: dict[str, int], days: Days) -> None:
    """Every game, with day, place and score where the schedule has them."""
    for dice, day, moment in days:
        key, season = dice.choice(list(pids)), dice.choice(SEASONS)
        found = queries.game_log(stats, pids[key], season, moment)
        expected = asked.game_log(day, key, season)
        assert len(found) == len(expected), (key, season, moment)
        for game, said in zip(expected, found, strict=True):
            assert (game["week"], game["type"], game["club"]) == (
                said.week,
                said.season_type,
                said.club,
            )
            assert game["opponent"] == said.opponent
            assert game["day"] == (said.day and said.day.isoformat())
            assert (game["home"], game["score"]) == (said.home, said.score)
            assert _close(game["stats"], dict(said.numbers)), (key, season, moment)


def test_career_highs(stats: Stats, asked: Asked, pids: dict[str, int], days: Days) -> None:
    """The best season, or those that tie."""
    for dice, day, moment in days:
        key, stat = dice.choice(list(pids)), dice.choice(STATS)
        found = queries.season_high(stats, pids[key], stat, moment)
        expected = asked.season_high(day, key, stat)
        assert [s for s, _ in expected] == [line.season for line in found], (key, stat, moment)
        assert all(
            abs(v - f.numbers[stat]) < 1e-4 for (_, v), f in zip(expected, found, strict=True)
        )


def test_leaders_through_a_week(
    stats: Stats, asked: Asked, pids: dict[str, int], days: Days
) -> None:
    """Ranks and values in order; who ties for the last place is open."""
    for dice, day, moment in days:
        season, stat = dice.choice(SEASONS), dice.choice(_RANKED)
        week = dice.randint(1, last_week(season))
        found = queries.leaders(stats, season, stat, moment, week=week)
        expected = asked.leaders(day, season, stat, week)
        best = expected[:10]
        assert [(r, v) for r, v, _ in best] == [(f.rank, f.value) for f in found], (
            season,
            stat,
            week,
            moment,
        )
        tied = {pids[k]: v for _, v, k in expected if v >= best[-1][1]} if best else {}
        assert all(tied.get(f.pid) == f.value for f in found)


def test_club_ranks_through_a_week(stats: Stats, asked: Asked, days: Days) -> None:
    """A club's own sum, or that of its opponents."""
    for dice, day, moment in days:
        season, stat, club = dice.choice(SEASONS), dice.choice(_RANKED), dice.choice(CLUBS)
        week = dice.randint(1, last_week(season))
        against, fewer = dice.random() < 0.5, dice.random() < 0.5
        found = queries.club_rank(
            stats,
            ClubCode(club),
            stat,
            season,
            moment,
            week=week,
            against=against,
            fewer_is_better=fewer,
        )
        expected = asked.club_rank(day, club, stat, season, week, against=against, fewer=fewer)
        said = (found.rank, found.value, found.week) if found else None
        assert said == expected, (club, stat, season, week, moment)


def _assets(trade: Trade, day: Day) -> list[tuple[object, ...]]:
    return [
        (leg.gave, leg.received, leg.season, leg.round, leg.number_on(day.day))
        for leg in trade.legs
    ]


def _said(trade: RecordedTrade) -> list[tuple[object, ...]]:
    return [(a.gave, a.received, a.season, a.round, a.number) for a in trade.assets]


def test_trades_of_a_club(stats: Stats, days: Days) -> None:
    """All of them in order, one looked into."""
    for dice, day, moment in days:
        club = dice.choice(CLUBS)
        found = queries.of_club(stats, ClubCode(club), moment)
        expected = trades_of(day, club)
        assert [(t.id, t.day) for t in expected] == [(t.id, t.day.isoformat()) for t in found]
        probe = dice.randrange(len(found))
        assert _assets(expected[probe], day) == _said(found[probe]), (club, moment)


def test_paths_of_players(stats: Stats, record: Record, pids: dict[str, int], days: Days) -> None:
    """Clubs, trades and the draft."""
    moved = [key for key in pids if key in record.moves]
    for dice, day, moment in days:
        key = dice.choice(moved if dice.random() < 0.5 else list(pids))
        found = queries.spells(stats, pids[key], moment)
        assert {(s.club, s.season, s.first_week, s.last_week) for s in found} == spells(day, key)
        trades = [t.id for t in queries.of_player(stats, pids[key], moment)]
        known = sorted((t.day, t.id) for t, _ in record.moves.get(key, []) if t.day <= day.day)
        assert trades == [i for _, i in known]
        drafted = queries.drafted(stats, pids[key], moment)
        choice = record.drafted.get(key)
        expected = choice if choice and choice.known <= day.day else None
        assert (drafted and (drafted.season, drafted.round, drafted.pick, drafted.club)) == (
            expected and (expected.season, expected.round, expected.pick, expected.club)
        ), key


def test_picks_that_moved(stats: Stats, days: Days) -> None:
    """Away or to a club, with the number only where it was known."""
    for dice, day, moment in days:
        club, season, away = dice.choice(CLUBS), dice.randint(2018, 2027), dice.random() < 0.5
        found = queries.picks_moved(stats, ClubCode(club), moment, pick_season=season, away=away)
        expected = picks_moved(day, club, season, away=away)
        assert sorted(
            (i, p.round, p.number_on(day.day) or 0, p.received) for i, p in expected
        ) == sorted((t.id, a.round, a.number or 0, a.received) for t, a in found), (
            club,
            season,
            away,
            moment,
        )
