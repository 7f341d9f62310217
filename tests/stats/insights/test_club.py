"""How the clubs of a trade stand."""

from datetime import date
from pathlib import Path

import pytest

from bot import clubs
from bot.model import Topic
from bot.stats.insights import club
from tests.stats.insights.told import FILE, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)  # weeks 1 and 2 are known


def _trade(t: Writer, *pids: int, day: date = DAY) -> int:
    """Players go from LA to MIN."""
    return t.trade(day, *(player_leg("LA", "MIN", p) for p in pids), pick_leg("MIN", "LA", 2026, 6))


def _league(t: Writer, stat: str, season: int = 2023, **other: int) -> None:
    """A game of every club: the codes named have these values, the rest 200, 201, 202 ..."""
    for place, known in enumerate(clubs.CLUBS):
        man = t.player(f"Somebody of {known.code}", position=None)  # of no group, so no incumbent
        opponent = clubs.CLUBS[place ^ 1].code
        value = other.get(known.code, 200 + place)
        t.week(man, season, 1, known.code, opponent, **{stat: value, "carries": value // 4})
    t.season(season, 1)
    t.sums()


def test_the_last_of_the_league_and_the_one_above(tmp_path: Path) -> None:
    """Rank, value and the nearest better club; a running game also tells its carries."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        _league(t, "rushing_yards", MIN=69, PIT=96, CHI=96)
        trade = _trade(t, back)
    (said,) = told(tmp_path, trade, club.receiver)
    assert (said.kind, said.topic, said.club, said.player) == (
        "unit_rank",
        Topic.RECEIVER,
        "MIN",
        None,
    )
    assert said.data == {
        "season": 2023,
        "week": 1,
        "stat": "rushing_yards",
        "side": "for",
        "value": 69,
        "rank": 32,
        "of": 32,
        "games": 1,
        "next": {"club": "CHI", "value": 96},
        "carries": {"value": 17, "rank": 32},
    }
    assert said.text == "Last in rushing: 69 yards in one game (next: Bears, 96)."


def test_ties_share_the_better_rank_and_look_down(tmp_path: Path) -> None:
    """Two clubs on top are both first; the next one is the nearest worse."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        _league(t, "rushing_yards", MIN=300, ARI=300, WAS=250)
        trade = _trade(t, back)
    (said,) = told(tmp_path, trade, club.receiver)
    assert (said.data["rank"], said.data["next"]) == (1, {"club": "WAS", "value": 250})
    assert said.text == "Tied for first in rushing: 300 yards in one game (next: Commanders, 250)."


@pytest.mark.parametrize(
    ("sacks", "rank", "said"),
    [
        (900, 32, "Most sacks allowed: 900 in one game (next: Commanders, 231)."),
        (1, 1, "Fewest sacks allowed: 1 in one game (next: Cardinals, 200)."),
        (225, 25, "Tied for 25th of 32 in sacks allowed: 225 in one game."),
    ],
)
def test_fewer_sacks_are_better_for_a_line(
    tmp_path: Path, sacks: int, rank: int, said: str
) -> None:
    """What should be small is ranked from the smallest."""
    with tables(tmp_path / FILE) as t:
        guard = t.player("Ike Rowan", position="G")
        _league(t, "sacks_suffered", MIN=sacks)
        trade = _trade(t, guard)
    (found,) = told(tmp_path, trade, club.receiver)
    assert (found.data["stat"], found.data["side"]) == ("sacks_suffered", "for")
    assert (found.data["rank"], found.text) == (rank, said)


def test_a_rush_is_ranked_by_what_its_opponents_suffered(tmp_path: Path) -> None:
    """The sacks that a defence made are its opponents' sacks suffered; more is better."""
    with tables(tmp_path / FILE) as t:
        end = t.player("Ike Rowan", position="DE")
        _league(t, "sacks_suffered", NE=1)  # the club that played against MIN
        trade = _trade(t, end)
    (said,) = told(tmp_path, trade, club.receiver)
    assert (said.data["side"], said.data["value"], said.data["rank"]) == ("against", 1, 32)
    assert said.text == "Fewest sacks made: 1 in one game (next: Falcons, 200)."


def test_the_middle_of_the_league_is_not_worth_a_word(tmp_path: Path) -> None:
    """Rank 6 to 19 is silent."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        _league(t, "rushing_yards", MIN=220)
        trade = _trade(t, back)
    assert not told(tmp_path, trade, club.receiver)


def test_groups_with_one_statistic_tell_it_once(tmp_path: Path) -> None:
    """A receiver and a tight end join the same passing game; a kicker joins no unit."""
    with tables(tmp_path / FILE) as t:
        men = [t.player(f"Man {p}", position=p) for p in ("WR", "TE", "K")]
        _league(t, "passing_yards", MIN=69)
        trade = _trade(t, *men)
    assert [said.kind for said in told(tmp_path, trade, club.receiver)] == ["unit_rank"]


def test_before_week_one_last_season_speaks(tmp_path: Path) -> None:
    """In March the totals are those of the season that is over, and say so."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        _league(t, "rushing_yards", season=2022, MIN=69)
        for week in range(2, 19):
            t.insert("week", season=2022, week=week, season_type="REG", known_on=date(2023, 1, 10))
        t.db.execute("DELETE FROM club_through")
        t.db.execute("DELETE FROM club_week")
        t.db.execute("DELETE FROM allowed_through")
        t.db.execute("DELETE FROM leader")
        t.sums()
        trade = _trade(t, back, day=date(2023, 3, 15))
    said = told(tmp_path, trade, club.receiver)[0]
    assert (said.data["season"], said.data["week"]) == (2022, 18)
    assert said.text.startswith("Last in rushing in 2022: 69 yards in one game")


def test_records_of_both_clubs(tmp_path: Path) -> None:
    """Games known that morning; the quarterback is the starter of the latest of them."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.season(2023, 2)
        t.game(2023, 1, "TB", "MIN", score=(20, 17), home_qb="Cole Ansley")
        t.game(2023, 2, "MIN", "PHI", score=(28, 34), away_qb="Wes Tarrant", home_qb="Nobody")
        t.game(2023, 3, "LAC", "MIN", score=(28, 24), home_qb="Later Man")
        t.game(2023, 1, "LA", "SEA", score=(13, 13))
        trade = _trade(t, back)
    record, starter = told(tmp_path, trade, club.receiver)
    assert record.data == {
        "season": 2023,
        "wins": 0,
        "losses": 2,
        "ties": 0,
        "points_for": 45,
        "points_against": 54,
    }
    assert record.text == "0-2, scored 45, allowed 54."
    assert starter.kind == "quarterback"
    assert starter.data == {"quarterback": "Wes Tarrant", "season": 2023, "week": 2}
    assert starter.text == "Wes Tarrant started at quarterback in week 2."
    (sent,) = told(tmp_path, trade, club.sender)
    assert (sent.topic, sent.club, sent.text) == (
        Topic.SENDER,
        "LA",
        "0-0-1, scored 13, allowed 13.",
    )


@pytest.mark.parametrize(("position", "name"), [("QB", "Wes Tarrant"), ("CB", "Dale Preston")])
def test_no_quarterback_is_named(tmp_path: Path, position: str, name: str) -> None:
    """A traded quarterback is no news to himself, and a cornerback does not care."""
    with tables(tmp_path / FILE) as t:
        man = t.player(name, position=position)
        t.season(2023, 2)
        t.game(2023, 2, "MIN", "PHI", score=(28, 34), away_qb="Wes Tarrant Jr.")
        trade = _trade(t, man)
    assert [said.kind for said in told(tmp_path, trade, club.receiver)] == ["record"]


def test_without_tables_nothing_is_said(tmp_path: Path) -> None:
    """No season, no words; a trade of picks has no clubs to speak of."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        bare = _trade(t, back)
        picks = t.trade(DAY, pick_leg("LA", "MIN", 2024, 1), pick_leg("MIN", "LA", 2024, 2))
    for trade in (bare, picks):
        assert not told(tmp_path, trade, club.receiver)
        assert not told(tmp_path, trade, club.sender)
