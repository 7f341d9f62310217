"""The list that autocomplete searches."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any, cast

from bot.app.chat import ChatTrades
from bot.app.chat.recent import KEPT_S, Recent
from bot.model import ClubCode, Status, Trade, TradeId
from bot.ports import Store
from tests.builders import a_trade, minutes


class Known:
    """A store of a few trades, which counts how often it is asked."""

    def __init__(self, *trades: Trade) -> None:
        self.trades_known, self.asked = list(trades), 0

    async def trades(self, *, limit: int = 100) -> Sequence[Trade]:
        """All of them."""
        self.asked += 1
        return self.trades_known[:limit]


NEWER = a_trade(id=TradeId("newer"))
TALK = a_trade(id=TradeId("talk"), status=Status.RUMOUR)


async def test_what_was_listed_a_moment_ago_is_not_read_again() -> None:
    """And later only what changed is built anew."""
    known, clock = Known(NEWER, a_trade(), TALK), [0.0]
    recent = Recent(cast("Store", known), UTC, lambda: clock[0])
    first = {each.id: card for each, card in await recent.shown()}
    assert list(first) == [NEWER.id, a_trade().id]
    clock[0] = KEPT_S / 2
    await recent.shown()
    assert known.asked == 1
    known.trades_known[0] = replace(NEWER, version=2, updated_at=minutes(9))
    clock[0] = KEPT_S
    later = {each.id: card for each, card in await recent.shown()}
    assert known.asked == 2
    assert later[a_trade().id] is first[a_trade().id]
    assert later[NEWER.id].version == 2


async def test_trades_are_found_by_club_player_and_letters() -> None:
    """However they are typed, and as many as were asked for."""
    reasons: Any = None
    trades = ChatTrades(cast("Store", Known(NEWER, a_trade(), TALK)), UTC, reasons)
    assert len(await trades.latest(None, "", 1)) == 1
    assert len(await trades.latest(a_trade().clubs[0], "dale PRES", 9)) == 2
    assert await trades.latest(ClubCode("DET"), "", 9) == []
    assert await trades.latest(None, "Nobody", 9) == []
    assert [name for name, _ in await trades.named("NEWER", 9)] == ["newer"]
    assert len(await trades.named("preston", 1)) == 1
