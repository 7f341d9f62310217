"""What rosters and older trades say of the players of a trade. A failed check means hold, never drop."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.model import (
    Check,
    Condition,
    Identity,
    Leg,
    Player,
    Standing,
    Status,
    Trade,
    person_key,
)

FRESH_DAYS = 4  # a trade on record for no longer than this may be the very one that is told now
REFILED_DAYS = 30  # the wire files a move again within weeks; what it files later is another move
SURE_RANK = 3  # of terms: a source of the first rank in a trusted feed

_DOUBTS = {
    Identity.SEVERAL: "{} may be one of several players",
    Identity.NOBODY: "no player known on that day is called {}",
}


def identity(trade: Trade, standings: Mapping[str, Standing]) -> Check:
    """Whether each printed name is one known person; what no register can tell holds nothing."""
    asked = [(player, standings.get(player.name)) for player in trade.players]
    doubts = [
        _DOUBTS[standing.identity].format(player.name)
        for player, standing in asked
        if standing and player.gsis is None and standing.identity in _DOUBTS
    ]
    sure = all(
        player.gsis or (standing and standing.identity is Identity.ONE)
        for player, standing in asked
    )
    text = "each name is one player" if sure else "no register of that day to look names up in"
    return Check(check=Condition.IDENTITY, passed=not doubts, text="; ".join(doubts) or text)


def roster(trade: Trade, standings: Mapping[str, Standing]) -> Check:
    """Whether each player leaves the club that has him, for one that has not."""
    moves = _moves(trade, standings)
    wrong = [text for leg, standing in moves if (text := _misplaced(leg, standing))]
    listed = [
        f"{standing.name} is a {standing.club} player" for _, standing in moves if standing.club
    ]
    text = "; ".join(wrong or listed) or "no recent roster lists them"
    return Check(check=Condition.ROSTER, passed=not wrong, text=text)


def _misplaced(leg: Leg, standing: Standing) -> str | None:
    club = standing.club
    if club is None or club == leg.gave:
        return None
    if club == leg.received:
        return f"{standing.name} is already a {club} player"
    if leg.gave is None:
        return None
    return f"{standing.name} is a {club} player, not one of {leg.gave}"


def ledger(trade: Trade, card: Status | None, standings: Mapping[str, Standing]) -> Check:
    """Whether this is no older trade told again: the same player the same way, and not back since."""
    moves = _moves(trade, standings)
    again = [
        f"{standing.name} went from {leg.gave} to {leg.received} on {standing.moved}"
        for leg, standing in moves
        if _is_told_again(trade, card, leg, standing)
    ]
    text = "; ".join(again) or "no older trade on record went the same way"
    return Check(check=Condition.LEDGER, passed=not again, text=text)


def _is_told_again(trade: Trade, card: Status | None, leg: Leg, standing: Standing) -> bool:
    if standing.moved is None:
        return False
    is_back = standing.club == leg.gave and (standing.club_on or date.min) > standing.moved
    days = (trade.traded_on - standing.moved).days
    is_another = card is Status.OFFICIAL and days > REFILED_DAYS
    return days > FRESH_DAYS and not is_back and not is_another


def _moves(trade: Trade, standings: Mapping[str, Standing]) -> list[tuple[Leg, Standing]]:
    return [
        (leg, standings[leg.asset.name])
        for leg in trade.legs
        if isinstance(leg.asset, Player) and leg.asset.name in standings
    ]


# --- our own trades ---


def with_ours(
    trade: Trade, standings: Mapping[str, Standing], known: Sequence[Trade]
) -> dict[str, Standing]:
    """The standings, with what our own trades add: whose player he became since, when he last went this way.

    Args:
        known: stored trades, in any order; talk, unsure ones and those that are off say nothing.
    """
    before = sorted(
        (other for other in known if other.id != trade.id and _is_sure(other, trade.traded_on)),
        key=lambda other: (other.traded_on, other.created_at),
    )
    return {
        leg.asset.name: _informed(
            leg,
            standings.get(leg.asset.name) or Standing(name=leg.asset.name, player=leg.asset),
            _moves_of(leg.asset, before),
        )
        for leg in trade.legs
        if isinstance(leg.asset, Player)
    }


def _is_sure(trade: Trade, until: date) -> bool:
    done = trade.status in {Status.REPORTED, Status.OFFICIAL}
    return done and trade.terms_rank >= SURE_RANK and trade.traded_on <= until


def _moves_of(player: Player, trades: Sequence[Trade]) -> list[tuple[Trade, Leg]]:
    return [
        (trade, leg)
        for trade in trades
        for leg in trade.legs
        if isinstance(leg.asset, Player) and _is_same(leg.asset, player)
    ]


def _is_same(one: Player, other: Player) -> bool:
    if one.gsis and other.gsis:
        return one.gsis == other.gsis
    return person_key(one.name) == person_key(other.name)


def _informed(leg: Leg, standing: Standing, moves: Sequence[tuple[Trade, Leg]]) -> Standing:
    """His standing after these moves of his, oldest first."""
    for trade, move in moves:
        since = standing.club_on
        if trade.status is Status.OFFICIAL and since and trade.traded_on >= since:
            standing = replace(standing, club=move.received, club_on=trade.traded_on)
    if moves:
        last, move = moves[-1]
        same = (move.gave, move.received) == (leg.gave, leg.received)
        if same and last.traded_on > (standing.moved or date.min):
            standing = replace(standing, moved=last.traded_on)
    return standing
