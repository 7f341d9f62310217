"""What earlier reports had a club get, and what no longer holds: pure."""

from collections.abc import Iterator

from bot.model import Asset, Claim, ClubCode, DealStatus, Leg, Pick, Player, Trade, person_key

_AGREED = (DealStatus.AGREED, DealStatus.OFFICIAL)  # of talk no card shows the terms


def formerly(trade: Trade, club: ClubCode) -> tuple[Asset, ...]:
    """The assets that a report had this club get, before another one had other ones in their place.

    What a report leaves out, or tells less precisely, is no correction; nor is a worse source that
    contradicts a better one later, since a card never showed that.
    """
    told = sorted(
        (one for one in trade.claims if one.status in _AGREED), key=lambda one: one.seen_at
    )
    found = (
        leg.asset
        for at, claim in enumerate(told)
        for leg in claim.legs
        if leg.received == club and _replaced(leg, claim, trade, told[at + 1 :])
    )
    return tuple(dict.fromkeys(found))


def _replaced(leg: Leg, claim: Claim, trade: Trade, later: list[Claim]) -> bool:
    """Whether what holds now in this leg's place was told only after it."""
    if any(_same_move(leg, now) for now in trade.legs):
        return False
    instead = [now for now in _in_its_place(leg, trade) if not _states(claim, now)]
    return any(_states(other, now) for other in later for now in instead)


def _in_its_place(leg: Leg, trade: Trade) -> Iterator[Leg]:
    """A player who goes elsewhere, or other assets on the same way."""
    for now in trade.legs:
        if isinstance(leg.asset, Player) or isinstance(now.asset, Player):
            if _same(leg.asset, now.asset):
                yield now
        elif (leg.gave, leg.received) == (now.gave, now.received):
            yield now


def _states(claim: Claim, leg: Leg) -> bool:
    return any(_same_move(told, leg) for told in claim.legs)


def _same_move(one: Leg, other: Leg) -> bool:
    """A side that is not known agrees with anything."""
    sides = ((one.gave, other.gave), (one.received, other.received))
    agree = all(a is None or b is None or a == b for a, b in sides)
    return agree and _same(one.asset, other.asset)


def _same(one: Asset, other: Asset) -> bool:
    """A part of a pick that is not known agrees with anything, and so does a bare last name."""
    if isinstance(one, Player) and isinstance(other, Player):
        keys = person_key(one.name), person_key(other.name)
        partial = one.partial or other.partial
        return keys[0].split()[-1:] == keys[1].split()[-1:] if partial else keys[0] == keys[1]
    if isinstance(one, Pick) and isinstance(other, Pick):
        pairs = ((one.season, other.season), (one.round, other.round), (one.number, other.number))
        return all(a is None or b is None or a == b for a, b in pairs)
    return type(one) is type(other)
