"""Comparing and joining what two reports say changed hands: pure.

Clubs file one trade in different words: a part left out is no contradiction, and an unknown is filled by
whoever knows it. Only a contradiction asks who is the better source.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from bot.model import Asset, ClubCode, Leg, Pick, Player, name_key

Direction = tuple[ClubCode | None, ClubCode | None]


def sides_agree(one: Leg, other: Leg) -> bool:
    """Whether two legs can be the same move: a side that is not known agrees with anything."""
    gave = one.gave is None or other.gave is None or one.gave == other.gave
    received = one.received is None or other.received is None or one.received == other.received
    return gave and received


def complete(legs: Sequence[Leg], clubs: Sequence[ClubCode]) -> tuple[Leg, ...]:
    """The legs of a trade between two known clubs with every missing side filled by the other club."""
    pair = tuple(dict.fromkeys(clubs))
    return tuple(_complete(leg, *pair) for leg in legs) if len(pair) == 2 else tuple(legs)  # noqa: PLR2004 - a pair


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


def picks_overlap(ours: Sequence[Leg], theirs: Sequence[Leg]) -> bool:
    """Whether some pick of one may be a pick of the other, in the same direction."""
    return any(
        isinstance(a.asset, Pick)
        and isinstance(b.asset, Pick)
        and sides_agree(a, b)
        and _same_pick(a.asset, b.asset)
        for a in ours
        for b in theirs
    )


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


# --- players ---


def _merge_players(
    ours: Sequence[Leg], theirs: Sequence[Leg], *, replaces: bool
) -> tuple[Leg, ...]:
    found: dict[str, Leg] = {}
    for leg in chain(ours, theirs):
        if not isinstance(leg.asset, Player):
            continue
        key = name_key(leg.asset.name)
        if key not in found:
            found[key] = leg
        elif sides_agree(found[key], leg):
            found[key] = _fill(found[key], leg)
        elif replaces:
            found[key] = leg
    return tuple(found.values())


def _fill(ours: Leg, theirs: Leg) -> Leg:
    known = ours.asset
    if isinstance(known, Player) and isinstance(theirs.asset, Player):
        known = replace(known, position=known.position or theirs.asset.position)
    return Leg(
        gave=ours.gave or theirs.gave, received=ours.received or theirs.received, asset=known
    )


# --- picks, cash, considerations ---


def _other_assets(legs: Sequence[Leg]) -> dict[Direction, list[Leg]]:
    ways: dict[Direction, list[Leg]] = {}
    for leg in legs:
        if not isinstance(leg.asset, Player):
            ways.setdefault((leg.gave, leg.received), []).append(leg)
    return ways


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
        twins = [i for i in free if _same_asset(base[i].asset, leg.asset)]
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


def _same_asset(one: Asset, other: Asset) -> bool:
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
