"""What the reports of one trade come to: a function of their set, whatever order they came in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from bot.merge import terms
from bot.model import (
    Claim,
    ClubCode,
    DealKind,
    DealStatus,
    Leg,
    Player,
    Sighting,
    SourceKind,
    Status,
    Trade,
    Trust,
)

OFFICIAL_RANK, NAMED_RANK, TRUSTED_RANK = 4, 3, 2
CONFIRMS = (DealStatus.AGREED, DealStatus.OFFICIAL)

_ORDER = {Status.RUMOUR: 0, Status.REPORTED: 1, Status.OFFICIAL: 2}
_STATUS = {
    DealStatus.RUMOUR: Status.RUMOUR,
    DealStatus.AGREED: Status.REPORTED,
    DealStatus.OFFICIAL: Status.OFFICIAL,
}


def fold(trade: Trade) -> Trade:
    """The trade as its sightings and claims make it; the same again when nothing was added."""
    told = deciding(trade.claims)
    stated = _tellings(told)
    nothing: tuple[Leg, ...] = ()
    legs = reduce(
        lambda worse, better: terms.merge(worse, better[1], replaces=True), stated, nothing
    )
    moved = [club for leg in legs for club in (leg.gave, leg.received) if club]
    has_player = any(isinstance(leg.asset, Player) for leg in legs)
    packaged = any(claim.kind is DealKind.TRADE for claim in told)
    agreed = any(claim.status in CONFIRMS for claim in told)
    return replace(
        trade,
        kind=DealKind.TRADE if has_player or packaged else DealKind.PICK_TRADE,
        status=_status(trade.sightings),
        legs=legs,
        clubs=tuple(dict.fromkeys([*_clubs(told), *sorted(moved)])),
        terms_rank=max(claim.rank for claim in told) if agreed else 0,
        traded_on=_day(trade.sightings),
        disputed=agreed and terms.disputed(stated),
    )


def rank(told: Sighting) -> int:
    """How good a source is, from 1 (an aggregator) to 4 (the club, the league, the wire)."""
    announced = any(s.kind in {SourceKind.CLUB, SourceKind.LEAGUE} for s in told.sources)
    if told.trust is Trust.OFFICIAL:
        return OFFICIAL_RANK
    if told.trust is Trust.AGGREGATOR:
        return 1
    if announced or told.status is DealStatus.OFFICIAL:
        return OFFICIAL_RANK
    return NAMED_RANK if any(s.tier == 1 for s in told.sources) else TRUSTED_RANK


def deciding(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that make the terms, the worst source first, and of one source the latest last.

    Word of a deal counts before talk, and talk before word that it is off; an aggregator only where
    nobody else speaks; and of an edited item what it says now.
    """
    ordered = sorted(claims, key=_worst_first)
    for statuses in (CONFIRMS, (DealStatus.RUMOUR,), (DealStatus.FAILED,)):
        if same := [claim for claim in ordered if claim.status in statuses]:
            last = {(c.feed, c.report): c.seen_at for c in sorted(same, key=_read)}
            now = [c for c in same if c.seen_at == last[c.feed, c.report]]
            return [c for c in now if c.rank >= TRUSTED_RANK] or now
    return []


def _read(claim: Claim) -> float:
    return claim.seen_at.timestamp()


def _worst_first(claim: Claim) -> tuple[object, ...]:
    words = repr((claim.legs, claim.clubs, claim.kind))
    return claim.rank, claim.at, claim.seen_at, claim.feed, claim.report, words


def _tellings(told: Sequence[Claim]) -> list[tuple[terms.Standing, tuple[Leg, ...]]]:
    """What each report states, in the order of the claims; one may have told of the trade in pieces."""
    clubs = _clubs(told)
    found: dict[tuple[str, str], tuple[terms.Standing, tuple[Leg, ...]]] = {}
    for claim in told:
        standing = claim.rank, claim.at
        _, before = found.get((claim.feed, claim.report), (standing, ()))
        legs = terms.merge(before, _completed(claim, clubs), replaces=True)
        found[claim.feed, claim.report] = standing, legs
    return list(found.values())


def _completed(claim: Claim, clubs: Sequence[ClubCode]) -> tuple[Leg, ...]:
    """Its legs, with the sides that follow from who takes part; talk says no more than it says."""
    if claim.status is DealStatus.RUMOUR:
        return claim.legs
    return terms.complete(terms.complete(claim.legs, claim.clubs), clubs)


def _clubs(told: Sequence[Claim]) -> tuple[ClubCode, ...]:
    return tuple(dict.fromkeys(club for claim in told for club in claim.clubs))


def _day(sightings: Sequence[Sighting]) -> date:
    """The first day on which somebody who counts told of the deal, else on which anybody did."""
    told = [s for s in sightings if s.status in CONFIRMS] or sightings
    return min(s.day for s in [s for s in told if rank(s) >= TRUSTED_RANK] or told)


def _status(sightings: Sequence[Sighting]) -> Status:
    """Forward only, except that the first official word beats an unofficial "it is off"."""
    status, filed = Status.RUMOUR, False
    for told in sightings:
        official = told.status is DealStatus.OFFICIAL or rank(told) == OFFICIAL_RANK
        if told.status is DealStatus.FAILED:
            status = Status.VOIDED if rank(told) >= NAMED_RANK else status
        elif status is not Status.VOIDED:
            status = max(status, _STATUS[told.status], key=_ORDER.__getitem__)
        elif official and not filed and told.status in CONFIRMS:
            status = Status.OFFICIAL
        filed = filed or (official and told.status is not DealStatus.FAILED)
    return status
