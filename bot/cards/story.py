"""A trade in one line and in one sentence: who sends whom where, as far as anybody said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot import clubs
from bot.cards.words import in_sentence, joined, listed
from bot.model import (
    Asset,
    ClubCode,
    DealStatus,
    Leg,
    Pick,
    Player,
    Status,
    Trade,
    sources_of,
)

_PREFIXED = (Status.RUMOUR, Status.VOIDED)  # must not be read as news of a deal
_UNNAMED = "unnamed clubs"
_COUNTS = {3: "Three", 4: "Four"}

_Route = tuple[ClubCode | None, ClubCode | None]  # from, to
_Routes = dict[_Route, list[Asset]]


@dataclass(frozen=True, slots=True)
class _Voice:
    """How a sentence speaks: talk is not yet fact, and a headline leaves the first article out."""

    talk: bool
    the: str = ""

    @property
    def may(self) -> str:
        return "may " if self.talk else ""


def parties(trade: Trade) -> tuple[ClubCode, ...]:
    """Every club of the trade, the receiver of the first-named player first."""
    legs = _players_first(trade.legs)
    first = [leg.received for leg in legs[:1]]
    named = [club for leg in legs for club in (leg.received, leg.gave)]
    return tuple(dict.fromkeys(club for club in (*first, *trade.clubs, *named) if club))


def is_talk(trade: Trade, status: Status) -> bool:
    """Whether a card of this status speaks of no more than talk; talk can also be called off."""
    told = {sighting.status for sighting in trade.sightings}
    never_agreed = DealStatus.RUMOUR in told and not told & {
        DealStatus.AGREED,
        DealStatus.OFFICIAL,
    }
    return status is Status.RUMOUR or (status is Status.VOIDED and never_agreed)


def headline(trade: Trade, status: Status) -> str:
    """One line: "Rams send RB Cam Akers to the Vikings"."""
    event = _event(trade, _Voice(is_talk(trade, status)))
    return (
        f"{status.capitalize()}: {event}" if status in _PREFIXED else event[0].upper() + event[1:]
    )


def summary(trade: Trade, status: Status) -> str:
    """One sentence with every leg; of a rumour no terms, of a voided trade who says so."""
    word = status.capitalize()
    if status is Status.VOIDED:
        return f"{word}: {_called_off(trade)}."
    if status is Status.RUMOUR:
        return f"{word}: {_event(trade, _Voice(talk=True, the='the '))}; nothing is confirmed."
    return f"{word}: {_terms(trade)}."


def _event(trade: Trade, voice: _Voice) -> str:
    """What happens to the players; a trade without any is told by its picks."""
    routes = _routes(leg for leg in trade.legs if isinstance(leg.asset, Player))
    if not routes:
        return _picks_event(trade, voice)
    if len(parties(trade)) > 2 and not voice.talk:  # noqa: PLR2004 - two make an ordinary trade
        return _many_club_event(routes, len(parties(trade)))
    match list(routes.items()):
        case [((gave, received), [given]), (back, [returned])] if (
            gave and received and back == (received, gave)
        ):
            pair = joined(map(clubs.name, (gave, received)))
            swapped = listed([given, returned])
            return f"{voice.the}{pair} {voice.may}swap {swapped}"
        case [(route, given), (back, returned)] if back == route[::-1]:
            return f"{_clause(route, listed(given), voice)} for {listed(returned)}"
        case [(route, given)] if any(route) or not parties(trade):
            return _clause(route, listed(given), voice)
        case _:
            players = listed(trade.players)
            return f"{_clubs(trade, voice)} {voice.may}make a trade of {players}"


def _picks_event(trade: Trade, voice: _Voice) -> str:
    ways = {leg.received for leg in trade.legs if isinstance(leg.asset, Pick)}
    what = f"{'swap' if len(ways) > 1 else 'trade'} draft picks" if ways else "make a trade"
    return f"{_clubs(trade, voice)} {voice.may}{what}"


def _many_club_event(routes: _Routes, count: int) -> str:
    moves = (
        f"{listed(assets)} to the {clubs.name(received)}" if received else listed(assets)
        for (_, received), assets in routes.items()
    )
    return f"{_COUNTS.get(count, count)}-club trade: {', '.join(moves)}"


def _clause(route: _Route, what: str, voice: _Voice) -> str:
    gave, received = route
    if gave:
        to = f" to the {clubs.name(received)}" if received else ""
        verb = "send" if received and not voice.talk else "trade"
        return f"{voice.the}{clubs.name(gave)} {voice.may}{verb} {what}{to}"
    if received:
        verb = "may trade for" if voice.talk else "get"
        return f"{voice.the}{clubs.name(received)} {verb} {what}"
    return f"{_UNNAMED} {voice.may}trade {what}"


def _clubs(trade: Trade, voice: _Voice) -> str:
    named = [clubs.name(club) for club in _as_reported(trade)]
    return f"{voice.the}{joined(named)}" if named else _UNNAMED


def _as_reported(trade: Trade) -> tuple[ClubCode, ...]:
    return tuple(dict.fromkeys((*trade.clubs, *parties(trade))))


def _terms(trade: Trade) -> str:
    voice = _Voice(talk=False, the="the ")
    match list(_routes(_players_first(trade.legs)).items()):
        case []:
            return f"{_clubs(trade, voice)} make a trade; terms not disclosed"
        case [(route, assets)]:
            return f"{_clause(route, _all(assets), voice)}; the return is not disclosed"
        case [(route, assets), (back, returned)] if back == route[::-1]:
            return f"{_clause(route, _all(assets), voice)} for {_all(returned)}"
        case _:
            return "; ".join(_shares(trade))


def _shares(trade: Trade) -> Iterable[str]:
    """What each club gets, for a trade that has no simpler sentence."""
    for club in parties(trade):
        if gets := trade.acquired(club):
            yield f"the {clubs.name(club)} get {_all(gets)}"
    if lost := [leg.asset for leg in trade.legs if leg.received is None]:
        yield f"who gets {_all(lost)} is not known"


def _called_off(trade: Trade) -> str:
    of = f" of {listed(trade.players)}" if trade.players else ""
    names = [f"the {clubs.name(club)}" for club in _as_reported(trade)]
    between = f" {'between' if len(names) > 1 else 'by'} {joined(names)}" if names else ""
    sources = sources_of([one for one in trade.sightings if one.status is DealStatus.FAILED])
    told_by = f", according to {joined(source.name for source in sources)}" if sources else ""
    return f"the trade{of}{between} is off{told_by}"


def _all(assets: Sequence[Asset]) -> str:
    return joined(map(in_sentence, assets))


def _players_first(legs: Sequence[Leg]) -> list[Leg]:
    return sorted(legs, key=lambda leg: not isinstance(leg.asset, Player))


def _routes(legs: Iterable[Leg]) -> _Routes:
    found: _Routes = {}
    for leg in legs:
        found.setdefault((leg.gave, leg.received), []).append(leg.asset)
    return found
