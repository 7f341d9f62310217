"""Who moved, what is known of it, and reasons that break."""

import logging
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.errors import StatsError
from bot.model import (
    Asset,
    Cash,
    ClubCode,
    DealKind,
    GsisId,
    Insight,
    Leg,
    Pick,
    Player,
    Status,
    Trade,
    TradeId,
)
from bot.stats import queries
from bot.stats.db import Stats
from bot.stats.insights import compute, player, price
from bot.stats.insights.case import Case, of_recorded, of_trade
from tests.stats.insights.told import FILE
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)
LA, MIN = ClubCode("LA"), ClubCode("MIN")


def _reported(*assets: Asset, gave: ClubCode | None = LA) -> Trade:
    moment = datetime(2023, 9, 20, 12, tzinfo=UTC)
    return Trade(
        id=TradeId("t"),
        version=1,
        kind=DealKind.TRADE,
        status=Status.REPORTED,
        legs=tuple(Leg(gave=gave, received=MIN, asset=asset) for asset in assets),
        clubs=(LA, MIN),
        terms_rank=1,
        traded_on=DAY,
        created_at=moment,
        updated_at=moment,
        sightings=(),
    )


def _case(folder: Path, *assets: Asset, gave: ClubCode | None = LA) -> Case:
    with Stats(folder / FILE) as stats:
        return of_trade(stats, _reported(*assets, gave=gave), DAY)


def _recorded(folder: Path, trade: int, as_of: date) -> Case:
    with Stats(folder / FILE) as stats:
        recorded = queries.recorded(stats, trade, date.max)
        assert recorded is not None
        return of_recorded(stats, recorded, as_of)


def _two_namesakes(t: Writer) -> tuple[int, int]:
    """A quarterback of the Bills and an edge of the Rams, of one name."""
    quarterback = t.player("Josh Allen", "QB")
    edge = t.player("Josh Allen", "OLB")
    t.roster(quarterback, 2023, 1, "BUF")
    t.roster(edge, 2022, 5, "JAX")
    t.roster(edge, 2023, 2, "LA")
    return quarterback, edge


def test_an_id_is_believed_first(tmp_path: Path) -> None:
    """Whatever name and club say."""
    with tables(tmp_path / FILE) as t:
        quarterback, _ = _two_namesakes(t)
    case = _case(tmp_path, Player(name="Somebody", gsis=GsisId(f"00-{quarterback:07}")))
    assert [moved.pid for moved in case.moved] == [quarterback]


@pytest.mark.parametrize("position", [None, "LB", "DE", "QB"])
def test_of_two_namesakes_the_one_at_the_sending_club_is_meant(
    tmp_path: Path, position: str | None
) -> None:
    """By his latest known row; sources often disagree on a position."""
    with tables(tmp_path / FILE) as t:
        _, edge = _two_namesakes(t)
    case = _case(tmp_path, Player(name="Josh Allen Jr.", position=position))
    assert [(moved.pid, moved.group) for moved in case.moved] == [(edge, "LB")]


@pytest.mark.parametrize(
    ("gave", "position", "known"), [("NE", "QB", True), ("NE", None, False), (None, "LB", True)]
)
def test_without_a_row_at_the_club_the_position_decides(
    tmp_path: Path, gave: str | None, position: str | None, *, known: bool
) -> None:
    """One of the name and the group, else nobody rather than the wrong one."""
    with tables(tmp_path / FILE) as t:
        _two_namesakes(t)
    club = ClubCode(gave) if gave else None
    case = _case(tmp_path, Player(name="Josh Allen", position=position), gave=club)
    assert bool(case.moved) is known
    assert case.whole is known


def test_rows_of_later_weeks_do_not_place_a_player(tmp_path: Path) -> None:
    """On the day he was with the Jets; his row with the Rams is of a later week."""
    with tables(tmp_path / FILE) as t:
        for club in ("NYJ", "MIA"):
            pid = t.player("Dale Preston")
            t.roster(pid, 2023, 1, club)
            t.roster(pid, 2023, 9, "LA")
    assert _case(tmp_path, Player(name="Dale Preston")).moved == ()
    found = _case(tmp_path, Player(name="Dale Preston"), gave=ClubCode("MIA")).moved
    assert [moved.pid for moved in found] == [2]


def test_who_entered_the_league_later_is_not_meant(tmp_path: Path) -> None:
    """A rookie of 2024 with the name of a man traded in 2023."""
    with tables(tmp_path / FILE) as t:
        old = t.player("Dale Preston", rookie_season=2015)
        t.player("Dale Preston", draft_season=2024)
    found = _case(tmp_path, Player(name="Dale Preston", position="RB")).moved
    assert [moved.pid for moved in found] == [old]


def test_other_printed_names_are_known(tmp_path: Path) -> None:
    """Gabriel for Gabe; somebody whom no table knows is left out."""
    with tables(tmp_path / FILE) as t:
        t.insert("player_alias", name_key="gabriel preston", pid=t.player("Gabe Preston", "WR"))
    case = _case(tmp_path, Player(name="Gabriel Preston"), Player(name="Nobody Known"))
    assert [(moved.name, moved.group) for moved in case.moved] == [("Gabe Preston", "WR")]
    assert not case.whole


def test_the_position_said_helps_where_the_tables_have_none(tmp_path: Path) -> None:
    """A rookie without a row."""
    with tables(tmp_path / FILE) as t:
        t.player("Dale Preston", None)
    case = _case(tmp_path, Player(name="Dale Preston", position="FB"))
    assert [moved.group for moved in case.moved] == ["RB"]


def test_the_greatest_career_comes_first(tmp_path: Path) -> None:
    """By the main statistic of all known seasons, then by name."""
    with tables(tmp_path / FILE) as t:
        names = {name: t.player(name) for name in ("Carl", "Bert", "Adam", "Dave")}
        t.total(names["Carl"], 2021, "LA", rushing_yards=500)
        t.week(names["Carl"], 2023, 1, "LA", "SEA", rushing_yards=50)
        t.total(names["Bert"], 2022, "LA", rushing_yards=549)
        t.week(names["Dave"], 2023, 5, "LA", "SEA", rushing_yards=9999)
        trade = t.trade(DAY, *(player_leg("LA", "MIN", pid) for pid in names.values()))
    moved = _recorded(tmp_path, trade, DAY).moved
    assert [one.name for one in moved] == ["Carl", "Bert", "Adam", "Dave"]


def test_a_reported_number_is_known_and_a_recorded_one_from_april(tmp_path: Path) -> None:
    """The record is filled in afterwards; a report says what is known."""
    with tables(tmp_path / FILE) as t:
        trade = t.trade(DAY, pick_leg("MIN", "LA", 2024, 1, pick_number=11))
    reported = _case(tmp_path, Pick(season=2024, round=1, number=11), Cash())
    assert [pick.number for pick in reported.picks] == [11]
    assert not reported.whole
    days = (date(2024, 3, 31), date(2024, 4, 1))
    numbers = [_recorded(tmp_path, trade, day).picks[0].number for day in days]
    assert numbers == [None, 11]


def test_the_day_decides_which_season_speaks(tmp_path: Path) -> None:
    """In week 3 this season's two weeks; in the off-season the whole of the last."""
    with tables(tmp_path / FILE) as t:
        t.season(2022, 22)
        t.season(2023, 2)
        trade = t.trade(DAY, pick_leg("MIN", "LA", 2024, 1))
    now, before = (_recorded(tmp_path, trade, day) for day in (DAY, date(2023, 8, 1)))
    assert (now.season, now.through, now.base) == (2023, 2, (2023, 2))
    assert (before.season, before.through, before.base) == (2023, 0, (2022, 18))


def _breaks(case: Case) -> Iterator[Insight]:
    yield from price.draft_values(case)
    raise ZeroDivisionError(case.season)


def _unreadable(case: Case) -> Iterator[Insight]:
    raise StatsError(f"{case.stats.path} is damaged")


def _simple(folder: Path) -> int:
    with tables(folder / FILE) as t:
        back = t.player("Dale Preston")
        t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29)
        return t.trade(DAY, player_leg("LA", "MIN", back), pick_leg("MIN", "LA", 2026, 6))


def test_a_broken_reason_is_logged_and_the_others_are_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A card must not fail for it; in tests it raises."""
    trade = _simple(tmp_path)
    reasons = (_breaks, player.season_lines)
    with Stats(tmp_path / FILE) as stats, caplog.at_level(logging.ERROR):
        recorded = queries.recorded(stats, trade, DAY)
        assert recorded is not None
        case = of_recorded(stats, recorded, DAY)
        said = compute(case, reasons=reasons)
        assert [insight.kind for insight in said] == ["draft_value", "season_line"]
        assert "a reason failed" in caplog.text
        with pytest.raises(ZeroDivisionError):
            compute(case, strict=True, reasons=reasons)
        with pytest.raises(StatsError):
            compute(case, reasons=(_unreadable,))


def test_all_reasons_come_in_card_order(tmp_path: Path) -> None:
    """Receiver, player, sender, price; in a topic as docs/insights.md lists them."""
    trade = _simple(tmp_path)
    with Stats(tmp_path / FILE) as stats:
        recorded = queries.recorded(stats, trade, DAY)
        assert recorded is not None
        said = compute(of_recorded(stats, recorded, DAY), strict=True)
    assert [insight.kind for insight in said] == ["season_line", "last_game", "draft_value"]
