"""Whether two printed names mean one player, and the keys by which a store finds him again."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model import Leg, Player, person_key


def same(one: Player, other: Player) -> bool:
    """Whether both are one person: the league's id decides, else the name.

    Whoever is printed by his last name may be anybody who bears it, whatever first name was added to it.
    """
    if one.gsis and other.gsis:
        return one.gsis == other.gsis
    ours, theirs = person_key(one.name), person_key(other.name)
    if not (ours and theirs):
        return False
    return ours == theirs or _may_be(one, theirs) or _may_be(other, ours)


def _may_be(partial: Player, name: str) -> bool:
    if not partial.partial:
        return False
    key = person_key(partial.name)
    lasts = {key, key.partition(" ")[2]} - {""}
    return name in lasts or any(name.endswith(f" {last}") for last in lasts)


def bearers(legs: Sequence[Leg], player: Player) -> list[int]:
    """The positions of the legs whose player may be this one."""
    return [
        place
        for place, leg in enumerate(legs)
        if isinstance(leg.asset, Player) and same(leg.asset, player)
    ]


def fuller(ours: Player, theirs: Player) -> Player:
    """Who he is by both: a known person before a printed name, a whole name before a last one."""
    named = min(ours, theirs, key=lambda one: (not one.gsis, one.partial, " " not in one.name))
    return replace(named, position=ours.position or theirs.position)


def index_keys(player: Player) -> set[str]:
    """What a trade of this player is found by; a name without a Latin letter has no key."""
    key, last = _names(player)
    return _keys(player, {last} if player.partial else {key, f"~{last}"})


def query_keys(player: Player) -> set[str]:
    """What to ask for: a last name finds every bearer, a whole one also the trades that print the last."""
    key, last = _names(player)
    return _keys(player, {last, f"~{last}"} if player.partial else {key, last})


def _names(player: Player) -> tuple[str, str]:
    key = person_key(player.name)
    return key, key.rpartition(" ")[2]


def _keys(player: Player, names: set[str]) -> set[str]:
    return (names | {player.gsis or ""}) - {"", "~"}
