"""How a traded player stood with his club."""

from datetime import date
from pathlib import Path

import pytest

from bot.stats.insights import standing
from tests.stats.insights.told import FILE, only, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)  # weeks 1 and 2 are known


def _trade(t: Writer, pid: int, day: date = DAY) -> int:
    return t.trade(day, player_leg("LA", "MIN", pid), pick_leg("MIN", "LA", 2026, 6))


def _two_games(t: Writer) -> int:
    """A back who played in week 1, and his club's two games."""
    back, other = t.player("Dale Preston"), t.player("Ray Colter")
    for week, opponent in ((1, "SEA"), (2, "SF")):
        t.week(other, 2023, week, "LA", opponent, carries=9, rushing_yards=30)
    t.game(2023, 2, "SF", "LA", score=(30, 23))
    t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29)
    t.roster(back, 2023, 1, "LA")
    t.injury(other, 2023, 1, "LA", injury="Knee")
    t.sums()
    return back


def test_a_healthy_scratch(tmp_path: Path) -> None:
    """The founding card's sentence: inactive, and no injury report names him."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        t.roster(back, 2023, 2, "LA", "INA")
        trade = _trade(t, back)
    said = only(tmp_path, trade, standing.availabilities)
    assert said.data == {
        "season": 2023,
        "week": 2,
        "club": "LA",
        "opponent": "SF",
        "status": "INA",
        "weeks": [2],
        "injury_reports": 0,
        "designation": None,
        "score": {"club": 23, "opponent": 30},
    }
    assert said.text == "Inactive in week 2 against the 49ers (23-30), without an injury report."


def test_a_designation_is_named(tmp_path: Path) -> None:
    """The week's own report; an earlier listing without either word or injury is no report."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        t.roster(back, 2023, 2, "LA", "INA")
        t.injury(back, 2023, 1, "LA", practice_status="Full")
        t.injury(back, 2023, 2, "LA", report_status="Doubtful", injury="Ankle")
        trade = _trade(t, back)
    said = only(tmp_path, trade, standing.availabilities)
    assert (said.data["injury_reports"], said.data["designation"]) == (1, "Doubtful")
    assert said.text == "Inactive in week 2 against the 49ers (23-30), listed as doubtful."


def test_without_any_reports_nothing_is_said_of_them(tmp_path: Path) -> None:
    """That he has none means something only where the season's reports are loaded."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        t.db.execute("DELETE FROM injury")
        t.roster(back, 2023, 2, "LA", "INA")
        trade = _trade(t, back)
    said = only(tmp_path, trade, standing.availabilities)
    assert (said.data["injury_reports"], said.data["designation"]) == (None, None)
    assert said.text == "Inactive in week 2 against the 49ers (23-30)."


def test_several_weeks_on_reserve(tmp_path: Path) -> None:
    """The weeks since his last game, over the games that the club played."""
    with tables(tmp_path / FILE) as t:
        back, other = t.player("Dale Preston"), t.player("Ray Colter")
        for week in (1, 2, 4):  # week 3 is the bye
            t.week(other, 2023, week, "LA", "SEA", carries=9, rushing_yards=30)
            t.roster(back, 2023, week, "LA", "ACT" if week == 1 else "RES")
        t.sums()
        trade = _trade(t, back, date(2023, 10, 4))
    said = only(tmp_path, trade, standing.availabilities)
    assert said.data["weeks"] == [2, 4]
    assert said.text == "On reserve since week 2, last in week 4 against the Seahawks."


@pytest.mark.parametrize("status", ["ACT", "DEV", "CUT", None])
def test_who_played_or_was_not_on_the_team_is_not_absent(
    tmp_path: Path, status: str | None
) -> None:
    """Active, practice squad, cut, or no row at all."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        if status:
            t.roster(back, 2023, 2, "LA", status)
        trade = _trade(t, back)
    assert told(tmp_path, trade, standing.availabilities) == ()


def test_a_game_beats_a_wrong_status(tmp_path: Path) -> None:
    """Who has numbers in the game played in it."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        t.roster(back, 2023, 2, "LA", "INA")
        t.week(back, 2023, 2, "LA", "SF", carries=1, rushing_yards=1)
        trade = _trade(t, back)
    assert told(tmp_path, trade, standing.availabilities) == ()


def test_an_absence_is_known_from_the_day_after_the_game(tmp_path: Path) -> None:
    """On the Monday of week 2 the club's latest known game is that of week 1."""
    with tables(tmp_path / FILE) as t:
        back = _two_games(t)
        t.roster(back, 2023, 2, "LA", "INA")
        trade = _trade(t, back, date(2023, 9, 18))
    assert told(tmp_path, trade, standing.availabilities) == ()
    assert told(tmp_path, trade, standing.availabilities, DAY)


def _drafted(t: Writer, round_: int = 2, season: int = 2020, club: str = "LA") -> int:
    back = t.player("Dale Preston")
    t.draft(back, season, round_, 51 + back, club)  # 52 for the first
    return back


def test_where_he_was_drafted(tmp_path: Path) -> None:
    """The draft table by player."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _drafted(t))
    said = only(tmp_path, trade, standing.drafts)
    assert said.data == {"season": 2020, "round": 2, "pick": 52, "club": "LA"}
    assert said.text == "Drafted 2020 by the Rams, round 2, 52nd overall."


def test_a_draft_that_is_not_over_is_not_known(tmp_path: Path) -> None:
    """Traded during the draft, before anybody can have loaded who was picked."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _drafted(t), date(2020, 4, 25))
    assert told(tmp_path, trade, standing.drafts) == ()


def test_the_undrafted_have_no_draft_and_no_rookie_deal(tmp_path: Path) -> None:
    """Nothing is known, nothing is said."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, t.player("Dale Preston"))
    assert told(tmp_path, trade, standing.drafts) == ()
    assert told(tmp_path, trade, standing.contracts) == ()


@pytest.mark.parametrize(
    ("day", "round_", "left", "text"),
    [
        (DAY, 2, 0, "Last year of his rookie deal (2020 to 2023)."),
        (date(2024, 2, 29), 2, 0, "Last year of his rookie deal (2020 to 2023)."),
        (date(2022, 9, 20), 3, 1, "On his rookie deal through 2023."),
        (
            date(2022, 9, 20),
            1,
            1,
            "On his rookie deal through 2023, with a club option for a fifth year.",
        ),
    ],
)
def test_the_rookie_deal(tmp_path: Path, day: date, round_: int, left: int, text: str) -> None:
    """Four seasons; a first-round pick may be kept for a fifth."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _drafted(t, round_), day)
    said = only(tmp_path, trade, standing.contracts)
    deal = {"from": 2020, "to": 2023, "years_left": left, "option": round_ == 1}
    assert (said.data, said.text) == ({"rookie_deal": deal}, text)


def test_a_rookie_deal_ends_with_its_fourth_league_year(tmp_path: Path) -> None:
    """On 1 March the fifth begins."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _drafted(t), date(2024, 3, 1))
    assert told(tmp_path, trade, standing.contracts) == ()


@pytest.mark.parametrize(("drafted", "said"), [(2010, 0), (2011, 1)])
def test_before_2011_a_rookie_deal_had_any_length(tmp_path: Path, drafted: int, said: int) -> None:
    """And no club had an option: of such a deal nothing is known."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _drafted(t, 1, drafted), date(drafted + 1, 9, 20))
    assert len(told(tmp_path, trade, standing.contracts)) == said


def test_who_came_to_another_club_without_a_trade_signed_there(tmp_path: Path) -> None:
    """A row with a third club, or the sending club itself if it is not the one that drafted him."""
    with tables(tmp_path / FILE) as t:
        wanderer = _drafted(t)
        t.roster(wanderer, 2021, 3, "NYJ")
        released = _drafted(t)
        t.roster(released, 2021, 3, "LA", "CUT")
        elsewhere = _drafted(t, club="HOU")
        trades = [_trade(t, pid) for pid in (wanderer, released, elsewhere)]
    assert [told(tmp_path, trade, standing.contracts) for trade in trades] == [(), (), ()]


def test_a_rookie_deal_travels_with_trades(tmp_path: Path) -> None:
    """From the club that drafted him by trade to the one that sends him now."""
    with tables(tmp_path / FILE) as t:
        back = _drafted(t, club="HOU")
        t.roster(back, 2021, 3, "HOU")
        t.trade(date(2022, 3, 20), player_leg("HOU", "LA", back), pick_leg("LA", "HOU", 2022, 5))
        t.roster(back, 2022, 3, "LA")
        trade = _trade(t, back)
    assert "rookie_deal" in only(tmp_path, trade, standing.contracts).data


DEAL = {"year_signed": 2021, "years": 4, "value": 60.0, "apy": 15.0, "guaranteed": 32.5}


def test_a_later_contract_replaces_the_rookie_deal(tmp_path: Path) -> None:
    """The latest that is known; one signed this year is not known before the next."""
    with tables(tmp_path / FILE) as t:
        back = _drafted(t)
        t.contract(back, date(2020, 5, 15), team="LA", year_signed=2020, years=4, value=6.2)
        t.contract(back, date(2022, 1, 1), team="LA", **DEAL)
        t.contract(back, date(2024, 1, 1), team="MIN", year_signed=2023, years=1, value=2.0)
        trade = _trade(t, back)
    said = only(tmp_path, trade, standing.contracts)
    assert said.data == {"deal": DEAL | {"ends": 2024}}
    assert said.text == (
        "Signed in 2021 for 4 years and $60 million ($32.5 million guaranteed), through 2024."
    )


@pytest.mark.parametrize(
    "values",
    [{"years": 2}, {"years": None}, {"year_signed": None}, {"team": "NYJ"}],
)
def test_a_contract_that_ended_or_is_anothers_says_nothing(
    tmp_path: Path, values: dict[str, object]
) -> None:
    """Over, without years, or with a club from which no trade brought him."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.contract(back, date(2022, 1, 1), **{"team": "LA", **DEAL, **values})
        trade = _trade(t, back)
    assert told(tmp_path, trade, standing.contracts) == ()


def test_twice_to_the_same_club(tmp_path: Path) -> None:
    """Player and club are no key of a trade: the day decides what was before."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        first = _trade(t, back)
        again = t.trade(
            date(2024, 10, 15), player_leg("HOU", "MIN", back), pick_leg("MIN", "HOU", 2026, 6)
        )
        third = t.trade(date(2025, 8, 26), player_leg("MIN", "SEA", back))
    assert told(tmp_path, first, standing.traded_before) == ()
    said = only(tmp_path, again, standing.traded_before)
    way = {"id": first, "day": "2023-09-20", "gave": "LA", "received": "MIN"}
    assert said.data == {"trades": [way]}
    assert said.text == "Traded once before: from the Rams to the Vikings on 20 September 2023."
    latest = only(tmp_path, third, standing.traded_before).text
    assert latest == (
        "Traded twice before, last from the Texans to the Vikings on 15 October 2024."
    )
