"""What the trade cost: on a chart, beside similar trades, and between the same two clubs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.model import ClubCode, Insight, Topic
from bot.stats import queries
from bot.stats.chart import NAME as CHART
from bot.stats.facts import RecordedTrade, TradedAsset
from bot.stats.groups import GROUP_OF
from bot.stats.insights import words
from bot.stats.insights.case import Case, MovedPick
from bot.stats.value import pick_value, rounded

_YEARS = 5
_SHOWN = 3
_NEEDED = 2  # one similar trade may be chance
_MOST_NAMED = 4  # assets in a sentence
_NOISE = 6  # decimals; sums of the chart's values differ far behind the comma
_ROLE: Final = {
    "QB": "a quarterback",
    "RB": "a running back",
    "WR": "a receiver",
    "TE": "a tight end",
    "OL": "an offensive lineman",
    "DL": "a defensive lineman",
    "LB": "a linebacker",
    "DB": "a defensive back",
    "K": "a kicker",
    "P": "a punter",
    "LS": "a long snapper",
}
Pick = MovedPick | TradedAsset


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """One player for picks.

    Attributes:
        price: of the picks for him, less those that went with him; not rounded.
    """

    pid: int
    gave: ClubCode
    received: ClubCode
    picks: tuple[Pick, ...]
    price: float


def draft_values(case: Case) -> Iterator[Insight]:
    """What each club gets in picks."""
    picks = [pick for pick in case.picks if pick.received and _is_valued(pick)]
    sums: dict[ClubCode, float] = {}
    for pick in picks:
        if pick.received:
            sums[pick.received] = sums.get(pick.received, 0.0) + _value(pick)[0]
    if sums:
        data = {
            "chart": CHART,
            "sides": {club: rounded(value) for club, value in sums.items()},
            "picks": [_pick_data(pick) for pick in picks],
        }
        source = f"nflverse trades, {CHART} draft chart"
        yield _told(case, "draft_value", _value_text(data), data, source)


def comparables(case: Case) -> Iterator[Insight]:
    """What clubs paid for players of the same position before, the nearest price first."""
    here = _swap_here(case)
    group = case.moved[0].group if here else None
    if here is None or group is None:
        return
    found = list(_swaps(case, group))
    if len(found) < _NEEDED:
        return
    found.sort(key=lambda f: (f[0].day, f[0].id), reverse=True)
    found.sort(key=lambda f: round(abs(f[1].price - here.price), _NOISE))
    told = [_swap_data(case, trade, swap) for trade, swap in found[:_SHOWN]]
    data = {"group": group, "trades": told}
    source = f"nflverse trades, {CHART} draft chart"
    yield _told(case, "comparable", _comparable_text(data), data, source)


def earlier_trades(case: Case) -> Iterator[Insight]:
    """How often the two clubs have dealt with each other."""
    if len(case.clubs) != len(("one", "other")):
        return
    one, other = sorted(case.clubs)
    known = queries.between(case.stats, one, other, case.as_of)
    before = [trade for trade in known if trade.day < case.day]
    if before:
        last = max(before, key=lambda trade: (trade.day, trade.id))
        assets = [_asset_data(a) for a in last.assets if {a.gave, a.received} == {one, other}]
        data = {
            "clubs": [one, other],
            "count": len(before),
            "since": queries.first_season(case.stats),
            "last": {"id": last.id, "day": last.day.isoformat(), "assets": assets},
        }
        yield _told(case, "earlier_trades", _earlier_text(data), data, "nflverse trades")


def _told(case: Case, kind: str, text: str, data: Mapping[str, Any], source: str) -> Insight:
    return Insight(
        kind=kind,
        topic=Topic.PRICE,
        club=None,
        player=None,
        text=text,
        data=data,
        source=source,
        as_of=case.as_of,
    )


def _is_valued(pick: Pick) -> bool:
    return pick.season is not None and pick.round is not None


def _value(pick: Pick) -> tuple[float, bool]:
    """(value, assumed) of a pick with a round; a number that was not known then is not there."""
    return pick_value(pick.round or 0, pick.number)


def _pick_data(pick: Pick) -> dict[str, Any]:
    value, assumed = _value(pick)
    return {
        "season": pick.season,
        "round": pick.round,
        "number": pick.number,
        "to": pick.received,
        "value": rounded(value),
        "assumed": assumed,
    }


def _value_text(data: Mapping[str, Any]) -> str:
    (first, points), *others = data["sides"].items()
    said = [f"{words.the(first)} get {words.counted(points, 'point')} of picks"]
    said += [f"{words.the(club)} {words.figure(value)}" for club, value in others]
    unknown = any(pick["assumed"] for pick in data["picks"])
    note = "; a pick without a number counts as the middle of its round" if unknown else ""
    return f"On the {data['chart']} chart {words.joined(said)}{note}."


def _swap(
    pid: int, gave: ClubCode | None, received: ClubCode | None, picks: Sequence[Pick]
) -> _Swap | None:
    """None unless picks went the other way, nobody else took part, and every pick has a value."""
    if gave is None or received is None or not all(map(_is_valued, picks)):
        return None
    ways = {(pick.gave, pick.received) for pick in picks}
    if (received, gave) not in ways or not ways <= {(received, gave), (gave, received)}:
        return None
    price = sum(_value(pick)[0] * (1 if pick.gave == received else -1) for pick in picks)
    return _Swap(pid=pid, gave=gave, received=received, picks=tuple(picks), price=price)


def _swap_here(case: Case) -> _Swap | None:
    if len(case.moved) != 1 or not case.whole:
        return None
    moved = case.moved[0]
    return _swap(moved.pid, moved.gave, moved.received, case.picks)


def _swaps(case: Case, group: str) -> Iterator[tuple[RecordedTrade, _Swap]]:
    """The trades of that shape in the years before, for players of a group."""
    positions = [position for position, of in GROUP_OF.items() if of == group]
    day = case.day.isoformat()
    rows = case.stats.rows(
        "SELECT DISTINCT t.trade_id FROM trade t JOIN trade_leg l USING (trade_id)"  # noqa: S608
        " JOIN player p USING (pid) WHERE t.known_on <= ? AND t.day >= ? AND t.day < ?"
        f" AND l.pick_season IS NULL AND p.position IN ({', '.join('?' * len(positions))})",
        case.as_of,
        f"{case.day.year - _YEARS}{day[4:]}",
        day,
        *positions,
    )
    for row in rows:
        trade = queries.recorded(case.stats, row["trade_id"], case.as_of)
        swap = _swap_of(trade) if trade else None
        if trade and swap:
            yield trade, swap


def _swap_of(trade: RecordedTrade) -> _Swap | None:
    players = [asset for asset in trade.assets if not asset.is_pick]
    if len(players) != 1 or players[0].pid is None:
        return None
    player, picks = players[0], [asset for asset in trade.assets if asset.is_pick]
    return _swap(players[0].pid, player.gave, player.received, picks)


def _swap_data(case: Case, trade: RecordedTrade, swap: _Swap) -> dict[str, Any]:
    return {
        "id": trade.id,
        "day": trade.day.isoformat(),
        "player": queries.who(case.stats, swap.pid).name,
        "gave": swap.gave,
        "received": swap.received,
        "price": rounded(swap.price),
        "picks": [_pick_data(pick) for pick in swap.picks],
    }


def _comparable_text(data: Mapping[str, Any]) -> str:
    told = "; ".join(_swap_text(trade) for trade in data["trades"])
    return f"Similar prices for {_ROLE[data['group']]}: {told}."


def _swap_text(trade: Mapping[str, Any]) -> str:
    ways = {
        way: [p for p in trade["picks"] if p["to"] == trade[way]] for way in ("gave", "received")
    }
    sent = words.joined([trade["player"], *words.picks_text(ways["received"])])
    back = words.joined(words.picks_text(ways["gave"]))
    return f"{sent} to {words.the(trade['received'])} in {trade['day'][:4]} for {back}"


def _asset_data(asset: TradedAsset) -> dict[str, Any]:
    way = {"gave": asset.gave, "received": asset.received}
    if not asset.is_pick:
        return way | {"player": asset.name}
    return way | {"season": asset.season, "round": asset.round, "number": asset.number}


def _earlier_text(data: Mapping[str, Any]) -> str:
    one, other = map(words.the, data["clubs"])
    last = data["last"]
    again = " last" if data["count"] > 1 else ""
    text = (
        f"{one} and {other} have traded {words.times(data['count'])}"
        f" since {data['since']},{again} on {words.day_text(last['day'])}"
    )
    return f"{text[0].upper()}{text[1:]}{_terms_text(data['clubs'], last['assets'])}."


def _terms_text(clubs: Sequence[ClubCode], assets: Sequence[Mapping[str, Any]]) -> str:
    """Who sent what, while it is short."""
    if len(assets) > _MOST_NAMED:
        return ""
    sent = {club: [asset for asset in assets if asset["gave"] == club] for club in clubs}
    said = [f"{words.the(club)} sent {_assets_text(own)}" for club, own in sent.items() if own]
    return f": {words.joined(said)}" if said else ""


def _assets_text(assets: Sequence[Mapping[str, Any]]) -> str:
    players = [asset["player"] for asset in assets if "player" in asset]
    return words.joined([*players, *words.picks_text(a for a in assets if "player" not in a)])
