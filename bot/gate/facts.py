"""What a card of each status may claim: who says so, and what must be known. Each check is a sentence."""

from collections.abc import Sequence
from itertools import combinations

from bot.model import (
    Check,
    Condition,
    DealKind,
    DealStatus,
    Leg,
    Player,
    Sighting,
    Source,
    SourceKind,
    Trade,
    Trust,
)

TWO = 2

_CONFIRMED = {DealStatus.AGREED, DealStatus.OFFICIAL}

Checks = tuple[Check, ...]


def official(trade: Trade) -> Checks:
    """An announcement, or the wire."""
    feeds = {s.feed for s in trade.sightings if s.status is DealStatus.OFFICIAL}
    text = f"announced: {', '.join(sorted(feeds))}" if feeds else "not announced"
    source = Check(check=Condition.SOURCE, passed=bool(feeds), text=text)
    return (source, _has_parties(trade), _has_direction(trade), _has_assets(trade))


def confirmed(trade: Trade) -> Checks:
    """A word that counts for the trade, or two independent ones."""
    source = _confirmation(trade)
    return (source, _has_parties(trade), _has_direction(trade), _has_assets(trade))


def talk(trade: Trade) -> Checks:
    """Talk or a request, told by a reporter of the first rank."""
    told = [s for s in trade.sightings if s.status is DealStatus.RUMOUR]
    heard = [s for s in told if s.trust is not Trust.AGGREGATOR]
    names = [x.name for s in heard for x in _tier_one(s)]
    text = f"talk reported by {names[0]}" if names else "talk without an allow-listed reporter"
    source = Check(check=Condition.SOURCE, passed=bool(names), text=text)
    return (source, _has_player(trade))


def _has_parties(trade: Trade) -> Check:
    passed = len(trade.clubs) >= TWO
    text = f"clubs: {', '.join(trade.clubs) or 'none'}"
    text = text if passed else f"{text}; needs two"
    return Check(check=Condition.PARTIES, passed=passed, text=text)


def _has_direction(trade: Trade) -> Check:
    open_ended = [leg for leg in trade.legs if leg.gave is None or leg.received is None]
    text = "every asset has a giver and a receiver"
    if open_ended:
        text = f"{len(open_ended)} of {len(trade.legs)} assets lack a giver or a receiver"
    if doubts := list(filter(None, map(_doubt, open_ended))):
        text = "; ".join(doubts)
    return Check(check=Condition.DIRECTION, passed=not open_ended, text=text)


def _doubt(leg: Leg) -> str | None:
    """Why the direction of a player is not taken from the report that states one."""
    if leg.doubt is None or not isinstance(leg.asset, Player):
        return None
    return f"{leg.asset.name} {leg.doubt.words}"


def _has_assets(trade: Trade) -> Check:
    if trade.kind is DealKind.TRADE:
        return _has_player(trade)
    ways = {leg.received for leg in trade.legs}
    text = "picks go both ways" if len(ways) >= TWO else "picks go one way only"
    return Check(check=Condition.ASSETS, passed=len(ways) >= TWO, text=text)


def _has_player(trade: Trade) -> Check:
    """Whether players are named, each of them so that he can be shown."""
    partial = [player.name for player in trade.players if _is_partial(player)]
    names = ", ".join(player.name for player in trade.players)
    text = f"players: {names}" if names else "no player is named"
    if partial:
        text = f"only a last name is printed: {', '.join(partial)}"
    return Check(check=Condition.PLAYER, passed=bool(names) and not partial, text=text)


def _is_partial(player: Player) -> bool:
    return player.partial and player.gsis is None


def _confirmation(trade: Trade) -> Check:
    """Twenty pages that name one voice are one source: two reports count when they name nobody in common."""
    told = [s for s in trade.sightings if s.status in _CONFIRMED]
    if any(s.status is DealStatus.OFFICIAL for s in told):
        return _source("announced by the club or the league")
    strong = [x.name for s in told if s.trust is not Trust.AGGREGATOR for x in _tier_one(s)]
    if strong:
        return _source(f"trusted feed, on the word of {strong[0]}")
    pages = [[source for source in s.sources if source.tier <= TWO] for s in told]
    voices = {frozenset(x.name for x in page): _primary(page) for page in pages if page}
    for one, other in combinations(voices, 2):
        if not one & other:
            return _source(f"two sources: {voices[one]} and {voices[other]}")
    names = list(voices.values())
    text = f"one source only: {names[0]}" if names else "no known primary source is named"
    return _source(text, passed=False)


def _primary(sources: Sequence[Source]) -> str:
    """Whose story it is: a reporter's is his own, whichever outlets carry it."""
    reporters = [source for source in sources if source.kind is SourceKind.REPORTER]
    return (reporters or sources)[0].name


def _source(text: str, *, passed: bool = True) -> Check:
    return Check(check=Condition.SOURCE, passed=passed, text=text)


def _tier_one(sighting: Sighting) -> list[Source]:
    return [source for source in sighting.sources if source.tier == 1]
