"""Who plays where the traded player comes, and where he leaves."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.model import Insight
from bot.stats.calendar import last_regular_week
from bot.stats.insights import Reason, club
from tests.stats.insights.told import FILE, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)  # weeks 1 and 2 are known


def _trade(t: Writer, pid: int, day: date = DAY) -> int:
    return t.trade(day, player_leg("LA", "MIN", pid), pick_leg("MIN", "LA", 2026, 6))


def _kind(folder: Path, trade: int, reason: Reason, kind: str) -> Insight | None:
    """The one thing of this kind that is said, or None."""
    said = [insight for insight in told(folder, trade, reason) if insight.kind == kind]
    assert len(said) < 2
    return next(iter(said), None)


def _back(t: Writer, name: str, team: str, **games: Any) -> int:
    """A back with carries by week: w1=(11, 34)."""
    pid = t.player(name)
    for week, (carries, yards) in games.items():
        number = int(week.removeprefix("w"))
        t.week(pid, 2023, number, team, "PHI", carries=carries, rushing_yards=yards)
    return pid


def test_the_incumbent(tmp_path: Path) -> None:
    """The greatest usage of the weeks known whole, with his games and his part of the snaps."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        first = t.player("Al Maddox")
        t.week(first, 2023, 1, "MIN", "TB", carries=11, rushing_yards=34, receptions=3)
        t.week(first, 2023, 2, "MIN", "PHI", carries=8, rushing_yards=28, rushing_tds=1)
        t.week(first, 2023, 3, "MIN", "LAC", carries=20, rushing_yards=93)
        t.snap(first, 2023, 1, "MIN", "TB", offense_snaps=47, offense_pct=0.725)
        t.snap(first, 2023, 2, "MIN", "PHI", offense_snaps=44, offense_pct=0.76)
        _back(t, "Ray Colter", "MIN", w1=(18, 90))
        t.season(2023, 2)
        trade = _trade(t, back)
    said = _kind(tmp_path, trade, club.receiver, "incumbent")
    assert said
    assert said.data == {
        "incumbent": "Al Maddox",
        "season": 2023,
        "games": 2,
        "line": {"carries": 19, "rushing_yards": 62, "rushing_tds": 1, "receptions": 3},
        "by_game": [
            {
                "week": 1,
                "opponent": "TB",
                "line": {"carries": 11, "rushing_yards": 34, "receptions": 3},
            },
            {
                "week": 2,
                "opponent": "PHI",
                "line": {"carries": 8, "rushing_yards": 28, "rushing_tds": 1},
            },
        ],
        "snaps": [{"week": 1, "pct": 73}, {"week": 2, "pct": 76}],
    }
    assert said.text == (
        "Al Maddox leads the backs: 19 carries for 62 yards and a touchdown"
        " (11-34 v TB, 8-28-1 v PHI), 3 catches for no gain."
    )


def test_only_the_last_three_games_are_told_one_by_one(tmp_path: Path) -> None:
    """A bye does not count; games for another club neither."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        first = _back(t, "Al Maddox", "MIN", w2=(1, 2), w3=(3, 4), w5=(5, 6), w6=(7, 8))
        t.week(first, 2023, 1, "NYJ", "BUF", carries=30, rushing_yards=130)
        t.season(2023, 6)
        trade = _trade(t, back, date(2023, 10, 18))
    said = _kind(tmp_path, trade, club.receiver, "incumbent")
    assert said
    assert (said.data["games"], said.data["line"]["carries"]) == (4, 16)
    assert [game["week"] for game in said.data["by_game"]] == [3, 5, 6]
    assert "(last: 3-4 v PHI, 5-6 v PHI, 7-8 v PHI)" in said.text


@pytest.mark.parametrize("through", [0, 2])
def test_the_incumbent_is_another_man_in_a_running_season(tmp_path: Path, through: int) -> None:
    """Before week 1, and where only the traded man has carried for that club, nobody is."""
    with tables(tmp_path / FILE) as t:
        back = _back(t, "Dale Preston", "MIN", w1=(9, 9))
        if not through:
            _back(t, "Al Maddox", "MIN", w1=(9, 9))
        t.season(2023, through)
        trade = _trade(t, back)
    assert _kind(tmp_path, trade, club.receiver, "incumbent") is None


def test_a_lineman_is_known_by_his_snaps(tmp_path: Path) -> None:
    """No statistics: games and shares come from the snap counts."""
    with tables(tmp_path / FILE) as t:
        guard = t.player("Ike Rowan", position="G")
        tackle = t.player("Sid Larkin", position="T")
        for week, share in ((1, 1.0), (2, 0.955)):
            t.snap(tackle, 2023, week, "MIN", "TB", offense_snaps=60, offense_pct=share)
        t.week(tackle, 2023, 2, "MIN", "PHI", receptions=1)  # a deflected pass
        t.season(2023, 2)
        trade = _trade(t, guard)
    said = _kind(tmp_path, trade, club.receiver, "incumbent")
    assert said
    assert (said.data["games"], said.data["line"]) == (2, {})
    assert said.data["by_game"] == [{"week": 2, "opponent": "PHI", "line": {}}]
    assert said.text == (
        "Sid Larkin plays the most on the offensive line: 100 % of snaps in week 1, 96 % in week 2."
    )


def _last_season(t: Writer, pid: int, **stats: Any) -> None:
    t.season(2022, last_regular_week(2022))
    t.week(pid, 2022, 1, "MIN", "GB", **stats)


@pytest.mark.parametrize(("now", "speaks"), [("NYJ", True), ("MIN", False), (None, False)])
def test_the_departed(tmp_path: Path, now: str | None, speaks: bool) -> None:  # noqa: FBT001
    """Only a man whom this season shows with another club has left."""
    with tables(tmp_path / FILE) as t:
        back, star = t.player("Dale Preston"), t.player("Lou Sexton")
        _last_season(t, star, carries=264, rushing_yards=1173, rushing_tds=8, receptions=39)
        if now:
            t.roster(star, 2023, 1, now)
        trade = _trade(t, back)
    said = _kind(tmp_path, trade, club.receiver, "departed")
    assert (said is not None) is speaks
    if said:
        line = {"carries": 264, "rushing_yards": 1173, "rushing_tds": 8, "receptions": 39}
        assert said.data == {
            "departed": "Lou Sexton",
            "last_season": {"season": 2022, "games": 1, "line": line},
            "now": "NYJ",
        }
        assert said.text == (
            "Lou Sexton led the backs in 2022 (264 carries for 1,173 yards and 8 touchdowns)"
            " and is now with the Jets."
        )


def test_a_man_who_comes_back_has_not_departed(tmp_path: Path) -> None:
    """The traded player himself led the backs there last season."""
    with tables(tmp_path / FILE) as t:
        star = t.player("Lou Sexton")
        _last_season(t, star, carries=264, rushing_yards=1173)
        t.roster(star, 2023, 1, "LA")
        trade = _trade(t, star)
    assert _kind(tmp_path, trade, club.receiver, "departed") is None


def test_a_season_that_is_not_over_has_no_departed(tmp_path: Path) -> None:
    """Half a season's leader may not be the season's."""
    with tables(tmp_path / FILE) as t:
        back, star = t.player("Dale Preston"), t.player("Lou Sexton")
        t.season(2022, 9)
        t.week(star, 2022, 1, "MIN", "GB", carries=264)
        t.roster(star, 2023, 1, "NYJ")
        trade = _trade(t, back)
    assert _kind(tmp_path, trade, club.receiver, "departed") is None


def test_the_successor(tmp_path: Path) -> None:
    """He led the week in which the traded man did not play; both men's snaps side by side."""
    with tables(tmp_path / FILE) as t:
        back = _back(t, "Dale Preston", "LA", w1=(22, 29))
        young = _back(t, "Kit Waller", "LA", w1=(15, 52), w2=(14, 52))
        t.snap(back, 2023, 1, "LA", "SEA", offense_pct=0.35)
        t.snap(young, 2023, 1, "LA", "SEA", offense_pct=0.65)
        t.snap(young, 2023, 2, "LA", "SF", offense_pct=0.95)
        t.draft(young, 2022, 5, 164, "LA")
        t.season(2023, 2)
        t.sums()
        trade = _trade(t, back)
    said = _kind(tmp_path, trade, club.sender, "successor")
    assert said
    assert said.club == "LA"
    assert said.data == {
        "successor": "Kit Waller",
        "draft": {"season": 2022, "round": 5, "pick": 164},
        "by_game": [
            {"week": 1, "opponent": "PHI", "line": {"carries": 15, "rushing_yards": 52}},
            {"week": 2, "opponent": "PHI", "line": {"carries": 14, "rushing_yards": 52}},
        ],
        "snaps": [{"week": 1, "pct": 65}, {"week": 2, "pct": 95}],
        "before": [{"week": 1, "pct": 35}],
    }
    assert said.text == (
        "Kit Waller (2022, round 5, 164th) takes over: 15-52 and 14-52;"
        " 65 % of snaps in week 1, 95 % in week 2."
    )


def test_a_man_who_was_ahead_all_along_takes_nothing_over(tmp_path: Path) -> None:
    """The second back leaves: the first one stays the first; undrafted men have no draft."""
    with tables(tmp_path / FILE) as t:
        back = _back(t, "Dale Preston", "LA", w1=(3, 9))
        _back(t, "Kit Waller", "LA", w1=(15, 52), w2=(14, 52))
        t.season(2023, 2)
        t.sums()
        trade = _trade(t, back)
    said = _kind(tmp_path, trade, club.sender, "successor")
    assert said
    assert said.data["draft"] is None
    assert said.text == "Kit Waller led the backs in week 2: 15-52 and 14-52."


def test_the_next_of_several_starters(tmp_path: Path) -> None:
    """Nobody inherits a receiver's part: the next man of that week is named as such."""
    with tables(tmp_path / FILE) as t:
        star = t.player("Dale Preston", position="WR")
        other = t.player("Kit Waller", position="WR")
        t.week(star, 2023, 1, "LA", "SEA", targets=12, receptions=9, receiving_yards=120)
        t.week(other, 2023, 1, "LA", "SEA", targets=5, receptions=4, receiving_yards=31)
        t.season(2023, 1)
        t.sums()
        trade = _trade(t, star, date(2023, 9, 13))
    said = _kind(tmp_path, trade, club.sender, "successor")
    assert said
    assert said.text == "Kit Waller was next among the receivers in week 1: 4-31."


def test_the_latest_week_that_the_club_played(tmp_path: Path) -> None:
    """After a bye the week before it speaks."""
    with tables(tmp_path / FILE) as t:
        back = _back(t, "Dale Preston", "LA", w1=(22, 29))
        _back(t, "Kit Waller", "LA", w1=(15, 52))
        _back(t, "Al Maddox", "MIN", w2=(15, 52))
        t.season(2023, 2)
        t.sums()
        trade = _trade(t, back)
    said = _kind(tmp_path, trade, club.sender, "successor")
    assert said
    assert said.text == "Kit Waller takes over: 15-52."


def test_nobody_else_carried(tmp_path: Path) -> None:
    """Usage 0 names nobody."""
    with tables(tmp_path / FILE) as t:
        back = _back(t, "Dale Preston", "LA", w1=(22, 29))
        _back(t, "Kit Waller", "LA", w1=(0, 0))
        t.season(2023, 1)
        t.sums()
        trade = _trade(t, back)
    assert _kind(tmp_path, trade, club.sender, "successor") is None
