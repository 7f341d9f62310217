"""Whether a channel asked for this card, filter by filter: pure. A card that is shown needs none of it."""

from collections.abc import Iterable

from bot.model import Check, Condition, Destination, Importance, Leg, Pick, Status, Trade

_NOTABLE_ROUND, _MAJOR_ROUND = 3, 1
_NOTABLE_NUMBER, _MAJOR_NUMBER = 105, 32  # the last pick of these rounds, about

# What a roster calls the same man, by the group that a fan would name.
GROUPS: dict[str, frozenset[str]] = {
    "QB": frozenset({"QB"}),
    "RB": frozenset({"RB", "FB", "HB"}),
    "WR": frozenset({"WR"}),
    "TE": frozenset({"TE"}),
    "OL": frozenset({"OL", "T", "OT", "G", "OG", "C", "LT", "RT", "LG", "RG"}),
    "DL": frozenset({"DL", "DE", "DT", "NT", "EDGE"}),
    "LB": frozenset({"LB", "ILB", "OLB", "MLB"}),
    "DB": frozenset({"DB", "CB", "S", "FS", "SS", "SAF"}),
    "ST": frozenset({"K", "P", "LS", "PK", "ST"}),
}


def asked(to: Destination, trade: Trade, card: Status | None) -> tuple[Check, ...]:
    """Every filter of the channel, passed or failed, in words.

    Args:
        card: what the card may claim; None where none may be shown.
    """
    return (
        Check(
            check=Condition.UNPAUSED,
            passed=not to.paused,
            text="paused here" if to.paused else "not paused",
        ),
        _among(Condition.STATUSES, [card] if card else [], to.statuses),
        _among(Condition.CLUBS, trade.clubs, to.clubs),
        _among(Condition.KINDS, [trade.kind], to.kinds),
        _positions(to, trade),
        _importance(to, trade),
    )


def wants(to: Destination, trade: Trade, card: Status | None) -> bool:
    """Whether every filter passes."""
    return all(check.passed for check in asked(to, trade, card))


def importance(trade: Trade) -> Importance:
    """By the best pick that changes hands; a trade of which no pick is told counts as notable."""
    picks = [leg.asset for leg in trade.legs if isinstance(leg.asset, Pick)]
    if any(_is_within(pick, _MAJOR_ROUND, _MAJOR_NUMBER) for pick in picks):
        return Importance.MAJOR
    if any(_is_within(pick, _NOTABLE_ROUND, _NOTABLE_NUMBER) for pick in picks):
        return Importance.NOTABLE
    return Importance.MINOR if _has_price(trade.legs) else Importance.NOTABLE


def _has_price(legs: Iterable[Leg]) -> bool:
    """Whether what is given for the players is told, so that it can be judged."""
    return any(isinstance(leg.asset, Pick) for leg in legs)


def _is_within(pick: Pick, last_round: int, last_number: int) -> bool:
    if pick.round is not None:
        return pick.round <= last_round
    return pick.number is not None and pick.number <= last_number


def _among(check: Condition, found: Iterable[str], wanted: Iterable[str]) -> Check:
    has, asks = [str(one) for one in found], [str(one) for one in wanted]
    passed = not asks or bool(set(has) & set(asks))
    text = f"asked for {', '.join(asks) or 'all'}; this is {', '.join(has) or 'none'}"
    return Check(check=check, passed=passed, text=text)


def _positions(to: Destination, trade: Trade) -> Check:
    """A man whose position nobody printed passes: rather one card too many than one lost."""
    asks = ", ".join(to.positions) or "all"
    known = {player.position.upper() for player in trade.players if player.position}
    unknown = any(player.position is None for player in trade.players)
    wanted = frozenset().union(*(GROUPS.get(name, {name}) for name in to.positions))
    passed = not to.positions or unknown or bool(known & wanted)
    has = ", ".join(sorted(known)) or ("not known" if unknown else "no player")
    return Check(check=Condition.POSITIONS, passed=passed, text=f"asked for {asks}; this is {has}")


def _importance(to: Destination, trade: Trade) -> Check:
    found = importance(trade)
    return Check(
        check=Condition.IMPORTANCE,
        passed=found.rank >= to.least.rank,
        text=f"asked for {to.least} and above; this is {found}",
    )
