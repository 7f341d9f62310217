"""The statistics behind a running service: reasons for its trades, and what happens without a file."""

import asyncio
import logging
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pytest

from bot import config as settings
from bot.app import samplestats, statsdesk
from bot.app.chat import ChatTrades
from bot.app.statsdesk import StatsDesk, day_of, stats_desk
from bot.model import (
    ClubCode,
    Deal,
    DealKind,
    DealStatus,
    GsisId,
    Identity,
    Insight,
    Leg,
    Pick,
    Player,
    Trade,
    TradeId,
)
from bot.ports import Store
from tests.builders import a_sighting, a_trade

LA, MIN = ClubCode("LA"), ClubCode("MIN")
WEDNESDAY = datetime(2023, 9, 20, 22, 14, tzinfo=UTC)


def founding(**given: object) -> Trade:
    """The trade that the sample tables speak of."""
    legs = (
        Leg(gave=LA, received=MIN, asset=Player(name="Cam Akers", position="RB")),
        Leg(gave=MIN, received=LA, asset=Pick(season=2026, round=6)),
    )
    seen = a_sighting(status=DealStatus.AGREED, published_at=WEDNESDAY, seen_at=WEDNESDAY)
    fields = {
        "legs": legs,
        "clubs": (MIN, LA),
        "traded_on": date(2023, 9, 20),
        "created_at": WEDNESDAY,
        "updated_at": WEDNESDAY,
        "sightings": (seen,),
    }
    return a_trade(**{**fields, **given})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample tables."""
    path = tmp_path / "stats.db"
    samplestats.write(path)
    return path


async def test_a_trade_gets_its_reasons_by_name_alone(file: Path) -> None:
    """The feed names a player; the tables know who that is at that club."""
    async with stats_desk(file) as desk:
        told = await desk.reasons(founding())
    (rank,) = [insight for insight in told if insight.kind == "unit_rank"]
    assert (rank.club, rank.data["value"], rank.data["rank"], rank.data["of"]) == (MIN, 69, 32, 32)
    assert {insight.as_of for insight in told} == {date(2023, 9, 20)}


async def test_a_player_whom_nobody_knows_gets_no_reason_of_his_own(file: Path) -> None:
    """An unknown name is no reason to guess; the clubs' own facts stay."""
    stranger = Leg(gave=LA, received=MIN, asset=Player(name="Nobody Atall", position="RB"))
    async with stats_desk(file) as desk:
        told = await desk.reasons(founding(legs=(stranger,)))
    assert not [insight for insight in told if insight.player]


async def test_without_a_file_there_are_no_reasons_and_no_error(tmp_path: Path) -> None:
    """A first start has no tables yet: the alert goes out all the same."""
    async with stats_desk(tmp_path / "stats.db") as desk:
        assert await desk.reasons(founding()) == ()


async def test_a_file_that_appears_later_is_used(tmp_path: Path) -> None:
    """The first load ends while the service runs."""
    path = tmp_path / "stats.db"
    async with stats_desk(path) as desk:
        assert await desk.reasons(founding()) == ()
        samplestats.write(path)
        assert await desk.reasons(founding())


def _put_another(file: Path) -> None:
    file.unlink()
    samplestats.write(file)
    with closing(sqlite3.connect(file)) as db:
        db.execute("DELETE FROM club_through")
        db.commit()


async def test_a_replaced_file_is_used_after_renewal(file: Path) -> None:
    """A load may put a new file in the place of the open one."""
    async with stats_desk(file) as desk:
        before = await desk.reasons(founding())
        _put_another(file)
        await desk.renew()
        after = await desk.reasons(founding())
    assert {i.kind for i in before} - {i.kind for i in after} == {"unit_rank"}


def _damage(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"damage" * ((len(whole) - 8192) // 6))


def _put_aside(file: Path) -> None:
    file.rename(file.with_suffix(".old"))


async def test_a_damaged_file_that_was_put_right_is_used_without_renewal(file: Path) -> None:
    """The sentence says to move it away and to load again; nobody restarts the service for that."""
    _damage(file)
    async with stats_desk(file) as desk:
        assert await desk.reasons(founding()) == ()
        _put_aside(file)
        samplestats.write(file)
        assert await desk.reasons(founding())


async def test_a_story_is_told_without_reasons_that_fail() -> None:
    """A fault of ours in one reason does not silence the button."""

    class Known:
        async def trade(self, _: TradeId) -> Trade:
            return founding()

    class Broken:
        async def reasons(self, trade: Trade) -> Sequence[Insight]:
            raise LookupError(trade.id)

    stories = ChatTrades(cast("Store", Known()), settings.default().zone, Broken())
    card = await stories.story(founding().id)
    assert card is not None
    assert not card.reasons


@pytest.mark.parametrize("junk", [b"not a database at all" * 100, b""])
async def test_a_foreign_file_costs_the_reasons_not_the_card(tmp_path: Path, junk: bytes) -> None:
    """Garbage in the file's place is logged, and the card goes without."""
    path = tmp_path / "stats.db"
    path.write_bytes(junk)
    desk = StatsDesk(path)
    assert await desk.reasons(founding()) == ()
    await desk.close()
    assert path.read_bytes() == junk


def test_the_day_is_that_of_the_first_word_of_a_deal() -> None:
    """Sunday's talk does not hide what Monday's games showed before Wednesday's trade."""
    sunday = datetime(2023, 9, 17, 16, tzinfo=UTC)
    talk = a_sighting(status=DealStatus.RUMOUR, published_at=sunday, seen_at=sunday)
    done = a_sighting(status=DealStatus.AGREED, published_at=WEDNESDAY, seen_at=WEDNESDAY)
    assert day_of(founding(sightings=(talk, done))) == date(2023, 9, 20)
    assert day_of(founding(sightings=(talk,), traded_on=date(2023, 9, 17))) == date(2023, 9, 17)


async def test_an_id_decides_before_a_name(file: Path) -> None:
    """A report that carries the id needs no guess."""
    named = Player(name="C. Akers", gsis=GsisId("00-0036414"))
    async with stats_desk(file) as desk:
        told = await desk.reasons(founding(legs=(Leg(gave=LA, received=MIN, asset=named),)))
    assert "draft" in {insight.kind for insight in told}


def _reported() -> Deal:
    """What one report says of the founding trade."""
    trade = founding()
    return Deal(kind=DealKind.TRADE, status=DealStatus.AGREED, legs=trade.legs, clubs=trade.clubs)


async def test_a_reported_player_is_looked_up_as_of_the_day(file: Path) -> None:
    """The sample tables know him as a Ram until the trade, and by his id."""
    async with stats_desk(file) as desk:
        found = await desk.standings(_reported(), date(2023, 9, 20))
        before = await desk.standings(_reported(), date(2023, 8, 1))
    (standing,) = found.values()
    assert (standing.name, standing.identity, standing.club) == ("Cam Akers", Identity.ONE, LA)
    assert standing.player.gsis == GsisId("00-0036414")
    days = (standing.club_on, before["Cam Akers"].club_on)
    assert days == (date(2023, 9, 18), date(2023, 1, 10))


async def test_without_a_file_nobody_is_checked_and_one_line_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A first start has no tables; every report would say it again."""
    caplog.set_level(logging.INFO)
    async with stats_desk(tmp_path / "stats.db") as desk:
        for _ in range(3):
            assert await desk.standings(_reported(), date(2023, 9, 20)) == {}
    assert [r.levelname for r in caplog.records] == ["INFO"]


async def test_a_damaged_file_is_told_and_holds_nothing(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An operator can mend it; until then players are not checked."""
    _damage(file)
    async with stats_desk(file) as desk:
        assert await desk.standings(_reported(), date(2023, 9, 20)) == {}
    assert [r.levelname for r in caplog.records] == ["ERROR"]


async def test_busy_statistics_hold_no_alert(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A long question is before us in the only thread."""
    monkeypatch.setattr(statsdesk, "_STANDINGS_S", 0.05)
    asked = threading.Event()
    async with stats_desk(file) as desk:
        long = asyncio.ensure_future(desk.run(lambda _: asked.wait(10)))
        await asyncio.sleep(0)  # it is in the thread's queue
        try:
            assert await desk.standings(_reported(), date(2023, 9, 20)) == {}
            monkeypatch.setattr(statsdesk, "_STANDINGS_S", 9.0)
            async with asyncio.timeout(1):  # one report asks twice
                assert await desk.standings(_reported(), date(2023, 9, 20)) == {}
        finally:
            asked.set()
        assert await long
        monkeypatch.setattr(statsdesk, "_AGAIN_S", 0.0)
        assert await desk.standings(_reported(), date(2023, 9, 20))
    assert [r.levelname for r in caplog.records] == ["WARNING"]


async def test_nobody_waits_behind_a_question_that_never_ends(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each alert would lose seconds for ever; once it ends, players are looked up again."""
    monkeypatch.setattr(statsdesk, "_STUCK_S", 0.05)
    taken, asked = threading.Event(), threading.Event()
    async with stats_desk(file) as desk:
        long = asyncio.ensure_future(desk.run(lambda _: (taken.set(), asked.wait(10))))
        assert await asyncio.to_thread(taken.wait, 5)
        await asyncio.sleep(0.1)
        try:
            async with asyncio.timeout(1):
                assert await desk.standings(_reported(), date(2023, 9, 20)) == {}
                assert await desk.reasons(founding()) == ()
        finally:
            asked.set()
        await long
        assert await desk.standings(_reported(), date(2023, 9, 20))
    assert ["stuck" in r.reason for r in caplog.records] == [True, True]  # type: ignore[attr-defined]
