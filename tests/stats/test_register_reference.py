"""The register against every recorded trade of a player: hardly a true one is refused, old and reversed ones are seen."""

from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter

import pytest

from bot.model import ClubCode, Deal, DealKind, DealStatus, Identity, Leg, Player, Standing
from bot.stats.db import Stats
from bot.stats.register import standings
from tests.oracle.record import Leg as Recorded
from tests.oracle.record import Record, Trade
from tests.stats.cards import trades

_REFUSED = {Identity.NOBODY, Identity.SEVERAL}
_TOLD_AGAIN = (30, 200, 700)  # days later


@pytest.fixture(scope="module")
def positions(stats: Stats) -> dict[str, str | None]:
    """The position of everybody by name, as a wire row would print it."""
    return dict(stats.tuples("SELECT name, position FROM player ORDER BY gsis IS NOT NULL"))


def _asked(
    stats: Stats,
    trade: Trade,
    positions: dict[str, str | None],
    *,
    later: int = 0,
    reverse: bool = False,
) -> Iterator[tuple[Recorded, Standing]]:
    """Each traded player with his standing, so many days after the trade."""
    legs = []
    for leg in trade.players:
        ways = (leg.received, leg.gave) if reverse else (leg.gave, leg.received)
        man = Player(name=leg.name, position=positions.get(leg.name))
        legs.append(Leg(gave=ClubCode(ways[0]), received=ClubCode(ways[1]), asset=man))
    deal = Deal(kind=DealKind.TRADE, status=DealStatus.AGREED, legs=tuple(legs), clubs=())
    found = standings(stats, deal, date.fromisoformat(trade.day) + timedelta(later))
    return ((leg, found[leg.name]) for leg in trade.players)


def test_hardly_a_true_trade_is_refused(
    stats: Stats, record: Record, positions: dict[str, str | None]
) -> None:
    """Of the players of five years nearly everyone is one person, and whoever has a club is the giver's."""
    found = [pair for t in trades(record, players=True) for pair in _asked(stats, t, positions)]
    assert len(found) > 300  # nearly six a month
    refused = [
        (leg.name, told)
        for leg, told in found
        if told.identity in _REFUSED or told.club not in {None, leg.gave} or told.moved
    ]
    assert len(refused) <= 0.005 * len(found), (
        refused
    )  # one went back to the club that he had left in spring
    known = sum(told.identity is Identity.ONE for _, told in found)
    assert known >= 0.97 * len(found)  # the others are in no table of those days
    placed = sum(told.club is not None for _, told in found)
    assert placed >= 0.15 * len(
        found
    )  # the rosters at hand are those of three seasons' backs and ends


def test_who_is_meant_is_right(
    stats: Stats, record: Record, positions: dict[str, str | None]
) -> None:
    """The id is that of the record, wherever the record's player has one."""
    pairs = stats.tuples(
        "SELECT t.trade_id, l.name, p.gsis FROM trade t JOIN trade_leg l USING (trade_id)"
        " JOIN player p USING (pid) WHERE p.gsis IS NOT NULL AND l.pick_season IS NULL"
    )
    right = {(trade, name): gsis for trade, name, gsis in pairs}
    assert len(right) > 300
    wrong = [
        (leg.name, told.player.gsis)
        for t in trades(record, players=True)
        for leg, told in _asked(stats, t, positions)
        if told.identity is Identity.ONE
        and (t.id, leg.name) in right
        and told.player.gsis != right[t.id, leg.name]
    ]
    assert not wrong


@pytest.mark.parametrize("later", _TOLD_AGAIN)
def test_a_trade_told_again_is_an_older_one(
    stats: Stats, record: Record, positions: dict[str, str | None], later: int
) -> None:
    """Months and years later the record has it, but for the few who came back and are traded again."""
    found = [
        told
        for t in trades(record, players=True)
        for _, told in _asked(stats, t, positions, later=later)
    ]
    assert sum(told.moved is not None for told in found) >= 0.98 * len(found)


def test_a_reversed_trade_is_seen_where_rosters_are(
    stats: Stats, record: Record, positions: dict[str, str | None]
) -> None:
    """Whoever has a known club is then the receiver's already, also when the record has the trade."""
    placed = [
        (leg, told)
        for t in trades(record, players=True)
        for leg, told in _asked(stats, t, positions, reverse=True)
        if told.club
    ]
    assert len(placed) > 150
    assert sum(told.club == leg.gave for leg, told in placed) >= 0.99 * len(placed)


def test_a_name_from_nowhere_is_nobody_in_every_season(stats: Stats) -> None:
    """The persons are whole, though the rosters are not."""
    man = Player(name="Brantley Oakhurst", position="WR")
    leg = Leg(gave=ClubCode("LA"), received=ClubCode("MIN"), asset=man)
    deal = Deal(kind=DealKind.TRADE, status=DealStatus.AGREED, legs=(leg,), clubs=())
    days = [date(year, month, 15) for year in range(2020, 2025) for month in (3, 6, 10)]
    told = [standings(stats, deal, day)[man.name].identity for day in days]
    assert set(told) == {Identity.NOBODY}


def test_a_slip_of_the_wire_is_forgiven(stats: Stats) -> None:
    """One letter is missing in a name of the giver's own roster."""
    man = Player(name="DeVante Paker", position="WR")
    leg = Leg(gave=ClubCode("NE"), received=ClubCode("JAX"), asset=man)
    deal = Deal(kind=DealKind.TRADE, status=DealStatus.AGREED, legs=(leg,), clubs=())
    told = standings(stats, deal, date(2023, 11, 20))[man.name]
    assert (told.identity, told.player.name) == (Identity.ONE, "DeVante Parker")


def test_it_is_quick(stats: Stats, record: Record, positions: dict[str, str | None]) -> None:
    """An alert waits for it; the middle deal takes a few milliseconds."""
    spent = []
    for t in trades(record, players=True):
        start = perf_counter()
        list(_asked(stats, t, positions))
        spent.append(perf_counter() - start)
    assert sorted(spent)[len(spent) // 2] < 0.02  # seconds
