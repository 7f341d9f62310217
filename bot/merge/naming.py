"""The id of a new trade: made of its content, so that two instances agree, and fit for an address."""

import hashlib
from collections.abc import Sequence

from bot.model import Deal, Leg, Pick, Player, Report, Trade, TradeId, person_key

MARCH = 3  # the league year starts in March


def new_id(report: Report, deal: Deal, known: Sequence[Trade]) -> TradeId:
    """An id made of the content, the same in every instance that read the same first report."""
    day = report.day
    year = day.year if day.month >= MARCH else day.year - 1
    content = "|".join(sorted(_leg_text(leg) for leg in deal.legs))
    digest = hashlib.sha256(f"{year}|{content}".encode()).hexdigest()[:6]
    base = "-".join([str(year), *_names(deal), digest])
    taken, number, fresh = {trade.id for trade in known}, 1, TradeId(base)
    while fresh in taken:
        number += 1
        fresh = TradeId(f"{base}-{number}")
    return fresh


def _leg_text(leg: Leg) -> str:
    match leg.asset:
        case Player(name=name):
            what = person_key(name)
        case Pick() as pick:
            what = f"pick {pick.season} {pick.round} {pick.number}"
        case other:
            what = type(other).__name__
    return f"{leg.gave}>{leg.received}:{what}"


def _names(deal: Deal) -> list[str]:
    """The surname of the first player and the clubs, fit for an address."""
    players = [leg for leg in deal.legs if isinstance(leg.asset, Player)]
    if not players or not isinstance(players[0].asset, Player):
        return ["picks", *(club.lower() for club in deal.clubs[:2])]
    surname = "".join(c for c in person_key(players[0].asset.name).split(" ")[-1] if c.isalnum())
    sides = (players[0].gave, players[0].received)
    return [surname[:20] or "player", *(club.lower() for club in sides if club)]
