"""Reasons about the price."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tests.oracle.day import Day, Named
from tests.oracle.record import Leg, Trade
from tests.oracle.words import plain

Data = dict[str, Any]


def about_price(day: Day, trade: Trade) -> Iterator[tuple[str, Data]]:
    """Kind and data of what is said of the price."""
    found = {
        "draft_value": _draft_value(day, trade),
        "comparable": _comparable(day, trade),
        "earlier_trades": _earlier(day, trade),
    }
    yield from ((kind, data) for kind, data in found.items() if data)


def one(value: float) -> float:
    """Rounded to one decimal, half up."""
    return int(abs(value) * 10 + 0.5 + 1e-9) / 10 * (1 if value >= 0 else -1)


def value(day: Day, pick: Leg) -> float:
    """A pick's worth on this day."""
    return day.record.value(pick.round or 0, pick.number_on(day.day))


def _draft_value(day: Day, trade: Trade) -> Data | None:
    picks = [p for p in trade.picks if p.round]
    sides: dict[str, float] = defaultdict(float)
    for p in picks:
        sides[p.received] += value(day, p)
    told = _picks(day, picks)
    chart = {"chart": "Rich Hill", "sides": {c: one(v) for c, v in sides.items()}, "picks": told}
    return chart if picks else None


def _picks(day: Day, picks: list[Leg]) -> list[Data]:
    return [
        {
            "season": p.season,
            "round": p.round,
            "number": p.number_on(day.day),
            "to": p.received,
            "value": one(value(day, p)),
            "assumed": p.number_on(day.day) is None,
        }
        for p in picks
    ]


def _shape(trade: Trade) -> Leg | None:
    """The one player who went for picks, in a trade of that shape."""
    if len(trade.players) != 1 or len(trade.clubs) != 2:
        return None
    player = trade.players[0]
    back = [p for p in trade.picks if p.gave == player.received]
    return player if back and all(p.round and p.season for p in trade.picks) else None


def price(day: Day, trade: Trade, player: Leg) -> float:
    """What came back for him, less what travelled with him."""
    return sum(value(day, p) * (1 if p.gave == player.received else -1) for p in trade.picks)


def _comparable(day: Day, trade: Trade) -> Data | None:
    player = _shape(trade)
    group = day.world.people.group(player.key or "") if player else None
    if not player or not group:
        return None
    others = [t for t in day.record.trades if t.day < trade.day <= _years_after(t.day, 5)]
    alike = [(t, p) for t in others if (p := _shape(t)) and _group(day, p) == group]
    if len(alike) < 2:
        return None
    mine = price(day, trade, player)
    alike.sort(key=lambda tp: (tp[0].day, tp[0].id), reverse=True)
    alike.sort(key=lambda tp: round(abs(price(day, *tp) - mine), 6))
    return {"group": group, "trades": [_told(day, t, p) for t, p in alike[:3]]}


def _group(day: Day, leg: Leg) -> str | None:
    return day.world.people.group(leg.key or "")


def _years_after(day: str, years: int) -> str:
    return f"{int(day[:4]) + years}{day[4:]}"  # as text, 29 February orders rightly in every year


def _told(day: Day, trade: Trade, player: Leg) -> Data:
    return {
        "id": trade.id,
        "day": trade.day,
        "player": day.named(player.key or ""),
        "gave": player.gave,
        "received": player.received,
        "price": one(price(day, trade, player)),
        "picks": _picks(day, trade.picks),
    }


def _earlier(day: Day, trade: Trade) -> Data | None:
    if len(trade.clubs) != 2:
        return None
    before = [t for t in day.record.trades if t.day < trade.day and _between(t, trade.clubs)]
    if not before:
        return None
    last = max(before, key=lambda t: (t.day, t.id))
    return {
        "clubs": sorted(trade.clubs),
        "count": len(before),
        "since": min(t.season for t in day.record.trades),
        "last": {"id": last.id, "day": last.day, "assets": _assets(day, last, trade.clubs)},
    }


def _assets(day: Day, trade: Trade, clubs: set[str]) -> list[Data]:
    told: list[Data] = []
    for leg in trade.legs:
        ways = {"gave": leg.gave, "received": leg.received}
        pick = {"season": leg.season, "round": leg.round, "number": leg.number_on(day.day)}
        what = pick if leg.season else {"player": Named(frozenset({plain(leg.name)}))}
        if {leg.gave, leg.received} == clubs:
            told.append(ways | what)
    return told


def _between(trade: Trade, clubs: set[str]) -> bool:
    return any({leg.gave, leg.received} == clubs for leg in trade.legs)
