"""Comparing and joining what two reports say changed hands: pure.

Clubs file one trade in different words: a part left out is no contradiction, and an unknown is filled by
whoever knows it. Only a contradiction asks who is the better source.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, combinations

from bot.merge.people import bearers, fuller, same
from bot.model import Asset, ClubCode, Leg, Pick, Player, person_key

Direction = tuple[ClubCode | None, ClubCode | None]
Standing = tuple[int, datetime]  # how good a source is, and when it spoke


def sides_agree(one: Leg, other: Leg) -> bool:
    """Whether two legs can be the same move: a side that is not known agrees with anything."""
    gave = one.gave is None or other.gave is None or one.gave == other.gave
    received = one.received is None or other.received is None or one.received == other.received
    return gave and received


def complete(legs: Sequence[Leg], clubs: Sequence[ClubCode]) -> tuple[Leg, ...]:
    """The legs of a trade between two known clubs with every missing side filled by the other club."""
    pair = tuple(dict.fromkeys(clubs))
    return tuple(_complete(leg, *pair) for leg in legs) if len(pair) == 2 else tuple(legs)  # noqa: PLR2004 - a pair


def sure(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """The legs, each that is doubted without its sides: who is known better fills them."""
    return tuple(replace(leg, gave=None, received=None) if leg.doubt else leg for leg in legs)


def once(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """The legs with each player once, as he is named first."""
    return merge((), legs, replaces=False)


def _complete(leg: Leg, one: ClubCode, other: ClubCode) -> Leg:
    partner = {one: other, other: one}
    if leg.gave is None and leg.received in partner:
        return replace(leg, gave=partner[leg.received])
    if leg.received is None and leg.gave in partner:
        return replace(leg, received=partner[leg.gave])
    return leg


def same_picks(ours: Sequence[Leg], theirs: Sequence[Leg]) -> bool | None:
    """Whether both can tell of the picks of one trade; None where no direction is told by both.

    What one leaves out is no contradiction; where a direction contradicts, the other must agree pick for pick.
    """
    mine, yours = _other_assets(ours), _other_assets(theirs)
    missing = [
        (_pair(mine[way], yours[way])[1], _pair(yours[way], mine[way])[1])
        for way in mine.keys() & yours.keys()
    ]
    if all(not one or not other for one, other in missing):
        return True if missing else None
    return any(not one and not other for one, other in missing)


def merge(ours: Sequence[Leg], theirs: Sequence[Leg], *, replaces: bool) -> tuple[Leg, ...]:
    """Both sets of legs as one.

    Args:
        replaces: where they contradict each other, `theirs` is at least as good a source and wins.
    """
    players = _merge_players(ours, theirs, replaces=replaces)
    mine, yours = _other_assets(ours), _other_assets(theirs)
    directions = dict.fromkeys(chain(mine, yours))
    joined = (
        _merge_direction(mine.get(way, []), yours.get(way, []), replaces=replaces)
        for way in directions
    )
    return (*players, *chain.from_iterable(joined))


def disputed(told: Sequence[tuple[Standing, Sequence[Leg]]]) -> bool:
    """Whether two contradict each other of those who speak of one part with the best standing."""
    parts: dict[object, list[tuple[Standing, list[Leg]]]] = {}
    for standing, legs in told:
        for part, stated in _parts(legs).items():
            parts.setdefault(part, []).append((standing, stated))
    return any(map(_is_open, parts.values()))


def _parts(legs: Sequence[Leg]) -> dict[object, list[Leg]]:
    """A player by his name, all else by its direction."""
    parts: dict[object, list[Leg]] = {}
    for leg in legs:
        is_player = isinstance(leg.asset, Player)
        part = person_key(leg.asset.name) if isinstance(leg.asset, Player) else _way(leg)
        parts.setdefault((is_player, part), []).append(leg)
    return parts


def _is_open(said: Sequence[tuple[Standing, list[Leg]]]) -> bool:
    best = max(standing for standing, _ in said)
    equals = [legs for standing, legs in said if standing == best]
    return any(_contradict(one, other) for one, other in combinations(equals, 2))


def _contradict(one: list[Leg], other: list[Leg]) -> bool:
    if isinstance(one[0].asset, Player):
        return not sides_agree(one[0], other[0])
    return bool(_pair(one, other)[1] and _pair(other, one)[1])


# --- players ---


def _merge_players(
    ours: Sequence[Leg], theirs: Sequence[Leg], *, replaces: bool
) -> tuple[Leg, ...]:
    found: list[Leg] = []
    for leg in chain(ours, theirs):
        if not isinstance(leg.asset, Player):
            continue
        twins = bearers(found, leg.asset)
        agreeing = [place for place in twins if sides_agree(found[place], leg)] or twins
        if not agreeing:
            found.append(leg)
        elif len(agreeing) == 1:  # of several bearers of a last name nobody knows who is meant
            found[agreeing[0]] = _joined(found[agreeing[0]], leg, replaces=replaces)
    return tuple(found)


def _joined(ours: Leg, theirs: Leg, *, replaces: bool) -> Leg:
    """One player's move by two reports; a bare last name moves nobody against his whole one."""
    if sides_agree(ours, theirs):
        gave, received = ours.gave or theirs.gave, ours.received or theirs.received
        return replace(ours, gave=gave, received=received, asset=_fuller(ours.asset, theirs.asset))
    if not replaces or (_is_partial(theirs.asset) and not _is_partial(ours.asset)):
        return ours
    return replace(theirs, asset=_fuller(ours.asset, theirs.asset))


def _fuller(ours: Asset, theirs: Asset) -> Asset:
    if isinstance(ours, Player) and isinstance(theirs, Player):
        return fuller(ours, theirs)
    return ours


def _is_partial(asset: Asset) -> bool:
    return isinstance(asset, Player) and asset.partial


# --- picks, cash, considerations ---


def _other_assets(legs: Sequence[Leg]) -> dict[Direction, list[Leg]]:
    ways: dict[Direction, list[Leg]] = {}
    for leg in legs:
        if not isinstance(leg.asset, Player):
            ways.setdefault(_way(leg), []).append(leg)
    return ways


def _way(leg: Leg) -> Direction:
    return leg.gave, leg.received


def _merge_direction(ours: list[Leg], theirs: list[Leg], *, replaces: bool) -> list[Leg]:
    """One direction's assets: what one leaves out is filled, what contradicts goes to the better."""
    if not theirs or not ours:
        return ours or theirs
    filled, missing = _pair(ours, theirs)
    if not missing:
        return filled  # theirs says no more than ours, perhaps more precisely
    covered, extra = _pair(theirs, ours)
    if not extra:
        return covered  # theirs says all of ours, and more
    return theirs if replaces else ours


def _pair(base: list[Leg], other: list[Leg]) -> tuple[list[Leg], list[Leg]]:
    """`base` with each asset made more precise by its twin in `other`, and what found no twin."""
    result, left = list(base), []
    free = set(range(len(base)))
    for leg in sorted(other, key=_vagueness):
        twins = [i for i in free if same_asset(base[i].asset, leg.asset)]
        if not twins:
            left.append(leg)
            continue
        best = min(twins, key=lambda i: _distance(base[i].asset, leg.asset))
        free.discard(best)
        result[best] = replace(base[best], asset=_more_precise(base[best].asset, leg.asset))
    return result, left


def _vagueness(leg: Leg) -> int:
    if not isinstance(leg.asset, Pick):
        return 0
    return sum(x is None for x in (leg.asset.season, leg.asset.round, leg.asset.number))


def _distance(one: Asset, other: Asset) -> int:
    if not (isinstance(one, Pick) and isinstance(other, Pick)):
        return 0
    pairs = ((one.season, other.season), (one.round, other.round), (one.number, other.number))
    return sum(a != b for a, b in pairs)


def same_asset(one: Asset, other: Asset) -> bool:
    """Whether two assets can be one: a part that is not known agrees with anything."""
    if isinstance(one, Player) and isinstance(other, Player):
        return same(one, other)
    if isinstance(one, Pick) and isinstance(other, Pick):
        return _same_pick(one, other)
    return type(one) is type(other)


def _same_pick(one: Pick, other: Pick) -> bool:
    pairs = ((one.season, other.season), (one.round, other.round), (one.number, other.number))
    return all(a is None or b is None or a == b for a, b in pairs)


def _more_precise(one: Asset, other: Asset) -> Asset:
    if not (isinstance(one, Pick) and isinstance(other, Pick)):
        return one
    return Pick(
        season=one.season or other.season,
        round=one.round or other.round,
        number=one.number or other.number,
        original=one.original or other.original,
        condition=_longer(one.condition, other.condition),
    )


def _longer(one: str | None, other: str | None) -> str | None:
    return max(one or "", other or "", key=len) or None
