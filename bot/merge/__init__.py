"""One deal and what we know -> what changes: pure, with its reason.

A trade is recognised by who moved where and when, never by a report's wording. Terms follow the better
source; a repeat changes nothing; a recap of a known trade attaches to it and stays silent.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.merge import terms
from bot.merge.match import is_recap, match
from bot.merge.naming import new_id
from bot.model import (
    Change,
    ChangeReason,
    ClubCode,
    Deal,
    DealKind,
    DealStatus,
    Leg,
    Player,
    Report,
    Sighting,
    SourceKind,
    Status,
    Trade,
    TradeId,
    Trust,
    name_key,
)

OFFICIAL_RANK, TRUSTED_RANK = 4, 2

_ORDER = {Status.RUMOUR: 0, Status.REPORTED: 1, Status.OFFICIAL: 2, Status.VOIDED: 3}
_STATUS = {
    DealStatus.RUMOUR: Status.RUMOUR,
    DealStatus.AGREED: Status.REPORTED,
    DealStatus.OFFICIAL: Status.OFFICIAL,
    DealStatus.FAILED: Status.VOIDED,
}
_CONFIRMS = {DealStatus.AGREED, DealStatus.OFFICIAL}


def decide(
    report: Report,
    deal: Deal,
    known: Sequence[Trade],
    now: datetime,
    *,
    baseline: bool = False,
    told: Collection[TradeId] = (),
) -> Change | None:
    """What this deal changes.

    Args:
        report: where the deal was read.
        known: stored trades that share a player with the deal, or two clubs.
        now: the time of the decision, kept as the trade's `updated_at`.
        baseline: the report comes from a feed's first poll, so a trade it tells of is never announced.
        told: the known trades that an earlier deal of the same report is about.

    Returns:
        None when there is nothing to keep: a trade we never knew is off, or so little is named that no
        later report could be known to be about the same trade.
    """
    status, deal = _believed(report, deal), replace(deal, legs=terms.once(deal.legs))
    trade = match(report, deal, known, told)
    if trade is not None:
        return _update(trade, report, deal, status, now, baseline=baseline)
    if status is DealStatus.FAILED or not _is_findable(deal):
        return None
    return _create(report, deal, status, known, now, baseline=baseline)


def both(first: Change, then: Change) -> Change:
    """Two changes that one report makes to one trade as one; `then` was decided on top of `first`."""
    reason = then.reason if then.visible and not first.visible else first.reason
    version = first.expected_version + (first.visible or then.visible)
    trade = replace(then.trade, version=version)
    return Change(reason=reason, trade=trade, expected_version=first.expected_version)


def rank(report: Report, deal: Deal) -> int:
    """How good the source of a deal's terms is, from 0 (talk) to 4 (the club, the league, the wire)."""
    if deal.status is DealStatus.RUMOUR:
        return 0
    if _is_official(report, deal):
        return OFFICIAL_RANK
    if report.trust is Trust.AGGREGATOR:
        return 1
    return 3 if any(source.tier == 1 for source in deal.sources) else 2


def _is_findable(deal: Deal) -> bool:
    """Whether it names a player, or two clubs that did more than talk of picks."""
    names = [leg.asset.name for leg in deal.legs if isinstance(leg.asset, Player)]
    by_clubs = deal.status is not DealStatus.RUMOUR and len(set(deal.clubs)) > 1
    return any(map(name_key, names)) or (bool(deal.legs) and by_clubs)


def _is_official(report: Report, deal: Deal) -> bool:
    announced = any(s.kind in {SourceKind.CLUB, SourceKind.LEAGUE} for s in deal.sources)
    return report.trust is Trust.OFFICIAL or (
        report.trust is Trust.TRUSTED and (announced or deal.status is DealStatus.OFFICIAL)
    )


def _believed(report: Report, deal: Deal) -> DealStatus:
    """The status as far as this feed may claim it: an aggregator's "official" is a report."""
    if deal.status is DealStatus.OFFICIAL and not _is_official(report, deal):
        return DealStatus.AGREED
    return deal.status


def _may_void(report: Report, deal: Deal) -> bool:
    return rank(report, deal) >= OFFICIAL_RANK - 1


def _create(
    report: Report,
    deal: Deal,
    status: DealStatus,
    known: Sequence[Trade],
    now: datetime,
    *,
    baseline: bool,
) -> Change:
    trade = Trade(
        id=new_id(report, deal, known),
        version=1,
        kind=deal.kind,
        status=_STATUS[status],
        legs=deal.legs if status is DealStatus.RUMOUR else terms.complete(deal.legs, deal.clubs),
        clubs=deal.clubs,
        terms_rank=rank(report, deal),
        traded_on=report.day,
        created_at=now,
        updated_at=now,
        sightings=(_sighting(report, deal, status),),
        quiet=baseline and rank(report, deal) >= TRUSTED_RANK,
    )
    return Change(reason=ChangeReason.NEW, trade=trade, expected_version=0)


def _update(
    trade: Trade,
    report: Report,
    deal: Deal,
    status: DealStatus,
    now: datetime,
    *,
    baseline: bool,
) -> Change:
    """The next version of a known trade; the version rises only when a reader would see it."""
    if is_recap(trade, report):
        return Change(reason=ChangeReason.REPEAT, trade=trade, expected_version=trade.version)
    after = _next_status(trade, report, deal, status)
    legs, best = _next_terms(trade, report, deal, after)
    news = status in _CONFIRMS and _is_new_voice(trade, report, deal)
    reason = _reason(trade, after, legs, news=news)
    sighting = _sighting(report, deal, status)
    heard = any(_says_all(earlier, sighting) for earlier in trade.sightings)
    first_report = trade.status is Status.RUMOUR and after is not Status.RUMOUR
    changed = replace(
        trade,
        version=trade.version + (reason is not ChangeReason.REPEAT),
        kind=DealKind.TRADE if any(isinstance(x.asset, Player) for x in legs) else trade.kind,
        status=after,
        legs=legs,
        clubs=trade.clubs if _is_weaker(trade, report, deal) else _parties(trade, deal, legs, best),
        terms_rank=best,
        traded_on=report.day if first_report else trade.traded_on,
        updated_at=now,
        sightings=trade.sightings if heard else (*trade.sightings, sighting),
        quiet=trade.quiet or (baseline and first_report and best >= TRUSTED_RANK),
    )
    return Change(reason=reason, trade=changed, expected_version=trade.version)


def _next_status(trade: Trade, report: Report, deal: Deal, status: DealStatus) -> Status:
    if status is DealStatus.FAILED and not _may_void(report, deal):
        return trade.status
    if trade.status is Status.VOIDED:
        return Status.OFFICIAL if _reopens(trade, report, deal) else Status.VOIDED
    claimed = _STATUS[status]
    return claimed if _ORDER[claimed] > _ORDER[trade.status] else trade.status


def _reopens(trade: Trade, report: Report, deal: Deal) -> bool:
    """The first official word beats an unofficial "it is off"; a day later it would be a new trade."""
    last = max(
        (s.day for s in trade.sightings if s.status is DealStatus.FAILED), default=report.day
    )
    official = any(
        s.status is DealStatus.OFFICIAL or s.trust is Trust.OFFICIAL for s in trade.sightings
    )
    first_word = rank(report, deal) == OFFICIAL_RANK and not official
    return first_word and deal.status is not DealStatus.FAILED and report.day >= last


def _next_terms(
    trade: Trade, report: Report, deal: Deal, after: Status
) -> tuple[tuple[Leg, ...], int]:
    ranked = rank(report, deal)
    if after is Status.VOIDED or deal.status in {DealStatus.FAILED, DealStatus.RUMOUR}:
        return trade.legs, trade.terms_rank
    if _is_weaker(trade, report, deal):
        return trade.legs, trade.terms_rank  # it may repeat what is known, and add nothing
    if _restates(trade, ranked):
        return terms.complete(deal.legs, deal.clubs), ranked
    clubs = (*trade.clubs, *deal.clubs)
    ours, theirs = terms.complete(trade.legs, clubs), terms.complete(deal.legs, clubs)
    merged = terms.merge(ours, theirs, replaces=ranked >= trade.terms_rank)
    return merged, max(ranked, trade.terms_rank)


def _is_new_voice(trade: Trade, report: Report, deal: Deal) -> bool:
    if report.trust is Trust.AGGREGATOR:
        return False
    heard = {source.name for sighting in trade.sightings for source in sighting.sources}
    return any(source.tier == 1 and source.name not in heard for source in deal.sources)


def _reason(trade: Trade, after: Status, legs: tuple[Leg, ...], *, news: bool) -> ChangeReason:
    if after is not trade.status:
        return ChangeReason.VOIDED if after is Status.VOIDED else ChangeReason.STATUS
    if Counter(legs) != Counter(trade.legs):  # two picks of one round are two
        return ChangeReason.TERMS
    return ChangeReason.SOURCE if news else ChangeReason.REPEAT


def _parties(trade: Trade, deal: Deal, legs: Sequence[Leg], best: int) -> tuple[ClubCode, ...]:
    moved = {club for leg in legs for club in (leg.gave, leg.received) if club is not None}
    named = deal.clubs if _restates(trade, best) else (*trade.clubs, *deal.clubs)
    return tuple(dict.fromkeys([*named, *sorted(moved)]))


def _restates(trade: Trade, ranked: int) -> bool:
    """Whether all we had was talk, or an aggregator's word, and now somebody states the terms."""
    return trade.terms_rank == 0 or trade.terms_rank < TRUSTED_RANK <= ranked


def _is_weaker(trade: Trade, report: Report, deal: Deal) -> bool:
    return report.trust is Trust.AGGREGATOR and rank(report, deal) < trade.terms_rank


def _says_all(earlier: Sighting, sighting: Sighting) -> bool:
    """Whether this report said the same before: an item edited from talk to a deal says more."""
    same = (earlier.feed, earlier.report) == (sighting.feed, sighting.report)
    return (
        same and earlier.status is sighting.status and set(sighting.sources) <= set(earlier.sources)
    )


def _sighting(report: Report, deal: Deal, status: DealStatus) -> Sighting:
    return Sighting(
        report=report.id,
        feed=report.feed,
        trust=report.trust,
        status=status,
        sources=deal.sources,
        published_at=report.published_at,
        seen_at=report.seen_at,
        url=report.url,
        title=report.title,
        day_only=report.day_only,
    )
