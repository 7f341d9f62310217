"""One deal and what we know -> what changes: pure, with its reason.

A trade is recognised by who moved where and when, never by a report's wording. It is then a function of the
set of its reports: in whatever order and number they come, they end in the same trade. Only its id is that of
the first report. Terms follow the better source; a repeat changes nothing; a recap of a known trade attaches
to it and stays silent.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.merge import terms
from bot.merge.fold import CONFIRMS, NAMED_RANK, TRUSTED_RANK, fold, rank
from bot.merge.keep import heard
from bot.merge.match import is_recap, match
from bot.merge.naming import new_id
from bot.merge.people import index_keys, query_keys
from bot.merge.provenance import behind
from bot.model import (
    Change,
    ChangeReason,
    Claim,
    Deal,
    DealStatus,
    Player,
    Report,
    Sighting,
    Status,
    Trade,
    TradeId,
    Trust,
    person_key,
)

__all__ = ["behind", "both", "decide", "index_keys", "query_keys"]


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
        None when there is nothing to keep: so little is named that no later report could be known to be about
        the same trade, or nobody who may say so says that a trade is off of which we never knew.
    """
    deal = replace(deal, legs=terms.once(terms.sure(deal.legs)))
    sighting = _sighting(report, deal)
    trade = match(report, deal, known, told)
    if trade is None and not _is_worth_keeping(deal, sighting):
        return None
    before = trade or _nothing(report, deal, known, now)
    if trade is not None and is_recap(trade, report, deal):
        return Change(reason=ChangeReason.REPEAT, trade=trade, expected_version=trade.version)
    after = fold(heard(before, sighting, _claim(sighting, deal)))
    reason = _reason(before, after, sighting)
    changed = replace(
        after,
        version=before.version + (reason is not ChangeReason.REPEAT),
        updated_at=now,
        quiet=_is_quiet(before, after, baseline=baseline),
    )
    return Change(reason=reason, trade=changed, expected_version=before.version)


def _is_quiet(before: Trade, after: Trade, *, baseline: bool) -> bool:
    """Whether it was known from a first poll: as talk, until the deal is told; as a deal, for good."""
    if after.status is Status.RUMOUR:
        return before.quiet or (baseline and before.version == 0)
    first_word = before.terms_rank < TRUSTED_RANK <= after.terms_rank
    return (before.quiet and before.status is not Status.RUMOUR) or (baseline and first_word)


def both(first: Change, then: Change) -> Change:
    """Two changes that one report makes to one trade as one; `then` was decided on top of `first`."""
    reason = then.reason if then.visible and not first.visible else first.reason
    version = first.expected_version + (first.visible or then.visible)
    trade = replace(then.trade, version=version)
    return Change(reason=reason, trade=trade, expected_version=first.expected_version)


def _is_worth_keeping(deal: Deal, told: Sighting) -> bool:
    """Whether a later report could be known to be about it: a player, or two clubs that did more than talk.

    That an unknown trade is off is remembered too, so that an older word of it, read late, is not taken for news.
    """
    names = [leg.asset.name for leg in deal.legs if isinstance(leg.asset, Player)]
    named = any(map(person_key, names))
    if deal.status is DealStatus.FAILED:
        return named and bool(deal.clubs) and rank(told) >= NAMED_RANK
    by_clubs = deal.status is not DealStatus.RUMOUR and len(set(deal.clubs)) > 1
    return named or (bool(deal.legs) and by_clubs)


def _nothing(report: Report, deal: Deal, known: Sequence[Trade], now: datetime) -> Trade:
    """A trade before its first report."""
    return Trade(
        id=new_id(report, deal, known),
        version=0,
        kind=deal.kind,
        status=Status.RUMOUR,
        legs=(),
        clubs=(),
        terms_rank=0,
        traded_on=report.day,
        created_at=now,
        updated_at=now,
        sightings=(),
    )


def _reason(before: Trade, after: Trade, told: Sighting) -> ChangeReason:
    if before.version == 0:
        return ChangeReason.NEW
    if after.status is not before.status:
        return ChangeReason.VOIDED if after.status is Status.VOIDED else ChangeReason.STATUS
    if _face(after) != _face(before):
        return ChangeReason.TERMS
    return ChangeReason.SOURCE if _is_new_voice(before, told) else ChangeReason.REPEAT


def _face(trade: Trade) -> tuple[object, ...]:
    """What a reader sees of the terms; two picks of one round are two."""
    return Counter(trade.legs), set(trade.clubs), trade.traded_on, trade.disputed


def _is_new_voice(trade: Trade, told: Sighting) -> bool:
    if told.trust is Trust.AGGREGATOR or told.status not in CONFIRMS:
        return False
    known = {source.name for sighting in trade.sightings for source in sighting.sources}
    return any(source.tier == 1 and source.name not in known for source in told.sources)


def _sighting(report: Report, deal: Deal) -> Sighting:
    """The report as a line of the timeline; an aggregator's "official" is a report like any other."""
    unproven = report.trust is Trust.AGGREGATOR and deal.status is DealStatus.OFFICIAL
    return Sighting(
        report=report.id,
        feed=report.feed,
        trust=report.trust,
        status=DealStatus.AGREED if unproven else deal.status,
        sources=deal.sources,
        published_at=report.published_at,
        seen_at=report.seen_at,
        url=report.url,
        title=report.title,
        day_only=report.day_only,
    )


def _claim(told: Sighting, deal: Deal) -> Claim:
    return Claim(
        report=told.report,
        feed=told.feed,
        status=told.status,
        rank=rank(told),
        at=told.published_at,
        seen_at=told.seen_at,
        legs=deal.legs,
        clubs=deal.clubs,
        kind=deal.kind,
    )
