"""The card as a whole: its sides, its notes and its timeline."""

from collections.abc import Sequence
from datetime import tzinfo

from bot import clubs
from bot.cards import reasons as why
from bot.cards import story
from bot.cards.corrected import formerly
from bot.cards.words import asset_text, day_text
from bot.model import (
    Card,
    CardKind,
    ClubCode,
    DealStatus,
    Insight,
    Pick,
    Side,
    Sighting,
    SourceKind,
    Status,
    Told,
    Trade,
)

_GREY = 0x808080  # for a trade whose clubs are not named
_TOLD = {
    DealStatus.RUMOUR: "rumour",
    DealStatus.AGREED: "reported",
    DealStatus.OFFICIAL: "official",
    DealStatus.FAILED: "off",
}


def build(
    trade: Trade,
    card: Status,
    kind: CardKind,
    zone: tzinfo,
    insights: Sequence[Insight] = (),
    *,
    most: int = why.MOST,
) -> Card:
    """The card of a trade.

    Args:
        trade: the trade as it stands.
        card: the status that the gate lets the card claim; a rumour shows no terms.
        kind: `VOID` makes the short notice that the trade is off, whatever `card` says.
        zone: the times of the timeline are local to it.
        insights: every reason known; what is not agreed, or is off, is not explained.
        most: how many of them it shows.
    """
    status = Status.VOIDED if kind is CardKind.VOID else card
    return why.explained(_bare(trade, status, kind, zone), insights, most)


def _bare(trade: Trade, status: Status, kind: CardKind, zone: tzinfo) -> Card:
    """The card without its reasons."""
    clubs_first, told = story.parties(trade), _told(trade, kind, zone)
    without_sides = kind is CardKind.VOID or story.is_talk(trade, status)
    return Card(
        trade=trade.id,
        version=trade.version,
        kind=kind,
        status=status,
        headline=story.headline(trade, status),
        summary=story.summary(trade, status),
        day=trade.traded_on,
        sides=() if without_sides else tuple(_side(trade, club) for club in clubs_first),
        reasons=(),
        notes=_notes(trade, status),
        timeline=tuple(f"{when} · {one.claim} · {one.who}" for when, one in told),
        colour=_colour(clubs_first),
        told=tuple(one for _, one in told),
        clubs=clubs_first,
        players=tuple(player.name for player in trade.players),
    )


def _side(trade: Trade, club: ClubCode) -> Side:
    gets = tuple(asset_text(asset) for asset in trade.acquired(club))
    return Side(
        club=club,
        name=clubs.name(club),
        gets=gets or ("terms not disclosed",),
        formerly=tuple(dict.fromkeys(map(asset_text, formerly(trade, club)))),
    )


def _notes(trade: Trade, status: Status) -> tuple[str, ...]:
    if status is Status.VOIDED:
        return ("This trade is off.",)
    if status is Status.RUMOUR:
        return ("Only talk so far: nothing is confirmed.",)
    lost = ", ".join(asset_text(leg.asset) for leg in trade.legs if leg.received is None)
    who = (f"Not yet known who gets: {lost}.",) if lost else ()
    return (*who, "Terms not yet confirmed.") if _unconfirmed(trade, status) else who


def _unconfirmed(trade: Trade, status: Status) -> bool:
    """Whether a part is not told, or told in two ways by sources of which none is the better."""
    picks = [leg.asset for leg in trade.legs if isinstance(leg.asset, Pick)]
    vague = any(pick.number is None and None in {pick.season, pick.round} for pick in picks)
    if vague or trade.disputed:
        return True
    named = story.parties(trade)
    one_sided = len(named) < 2 or not all(trade.acquired(club) for club in named)  # noqa: PLR2004 - a trade has two sides
    return one_sided and status is Status.REPORTED


def _told(trade: Trade, kind: CardKind, zone: tzinfo) -> tuple[tuple[str, Told], ...]:
    """What each source was the first to say, and when by the zone; a void notice keeps to why it is one."""
    claimed: set[tuple[DealStatus, str]] = set()
    lines = []
    for sighting in trade.sightings:
        fresh = {(sighting.status, name) for name in _primary(sighting)} - claimed
        claimed |= fresh
        if fresh and (kind is CardKind.CARD or sighting.status is DealStatus.FAILED):
            lines.append(_line(sighting, zone))
    return tuple(lines)


def _primary(sighting: Sighting) -> list[str]:
    """Whose story it is: a reporter's is his own, whichever outlets carry it."""
    people = [source for source in sighting.sources if source.kind is SourceKind.REPORTER]
    return [source.name for source in people or sighting.sources] or [sighting.feed]


def _line(sighting: Sighting, zone: tzinfo) -> tuple[str, Told]:
    local = sighting.published_at.astimezone(zone)
    # A wire row's day is a label: it must not move with the zone.
    day = day_text(sighting.published_at) if sighting.day_only else ""
    claim = _TOLD[sighting.status]
    told = Told(at=sighting.published_at, day=day, claim=claim, who=teller(sighting))
    return day or f"{day_text(local)} {local:%H:%M %Z}", told


def teller(sighting: Sighting) -> str:
    """Whose report it is, and in which feed."""
    names = ", ".join(source.name for source in sighting.sources)
    return f"{names} ({sighting.feed})" if names else sighting.feed


def _colour(clubs_first: tuple[ClubCode, ...]) -> int:
    club = clubs.by_code(clubs_first[0]) if clubs_first else None
    return club.colour if club else _GREY
