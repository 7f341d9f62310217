"""Terms to deals: what headline, lead and second sentence say of one trade becomes one deal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.extract.pick_items import fits_round
from bot.extract.terms import Terms
from bot.model import (
    Asset,
    ClubCode,
    Deal,
    DealKind,
    DealStatus,
    Leg,
    Pick,
    Player,
    Source,
    name_key,
)


@dataclass(slots=True)
class _Draft:
    """A deal under construction."""

    legs: list[Leg] = field(default_factory=list)
    clubs: list[ClubCode] = field(default_factory=list)
    unnamed: bool = False
    rule: str = ""
    span: tuple[int, int] = (0, 0)


def join(
    found: Sequence[Terms],
    *,
    status: DealStatus,
    sources: tuple[Source, ...],
    together: bool,
    named: bool = False,
) -> tuple[Deal, ...]:
    """The deals that these terms describe, in order of appearance.

    Args:
        found: in order of appearance; unsure terms only add to a deal that others state.
        status: of all of them.
        sources: of all of them.
        together: the text calls it one trade of several clubs.
        named: it calls what each club gets a trade.
    """
    drafts: list[_Draft] = []
    if together:
        found = [replace(t, sure=bool(t.legs)) for t in found]
    found = _answered(_both_sides(_met(_without_leavers(found)), named=named))
    for terms in [*(t for t in found if t.sure), *(t for t in found if not t.sure)]:
        draft = _home(drafts, terms, together=together)
        if draft is None and terms.sure:
            drafts.append(draft := _Draft(rule=terms.rule, span=terms.span))
        if draft is not None:
            _add(draft, terms)
    return tuple(_deal(draft, status, sources) for draft in drafts)


def _without_leavers(found: Sequence[Terms]) -> Sequence[Terms]:
    """Read "X is leaving Houston. The Texans get a third from the Colts for Y": another man is sold."""
    men = {key for t in found if t.receiver for key in _men(t.legs)}
    return [
        t
        for t in found
        if t.rule != "motion.leave" or t.receiver or not men or not men.isdisjoint(_men(t.legs))
    ]


def _met(found: Sequence[Terms]) -> Sequence[Terms]:
    """Read "The Broncos traded down with the Texans. Denver goes from 25 to 32": with whom is told apart."""
    climbs = (t for t in found if not t.legs and t.rule.startswith("climb."))
    pairs = [t.clubs for t in climbs if None not in {t.giver, t.receiver}]
    telling = [t for t in found if t.legs]
    if not pairs or any(t.sure or not set(t.clubs) <= set(pairs[0]) for t in telling):
        return found
    one, two = pairs[0][:2]
    return [
        replace(t.opposite(two if one in t.clubs else one), sure=True) if t.legs else t
        for t in found
    ]


def _both_sides(found: Sequence[Terms], *, named: bool) -> Sequence[Terms]:
    """Two clubs of which the text only says what each receives give it to each other.

    The text calls it a trade, or some pick moves: "Smith went to the Jets and Jones to the Bears" is none.
    """
    telling = [t for t in found if t.legs]  # who only names the clubs says nothing of sides
    receivers = list(dict.fromkeys(t.receiver for t in telling if t.receiver))
    clubs = {club for t in telling for club in t.clubs}
    givers = list(dict.fromkeys(t.giver for t in telling if t.giver))
    whole = any(None not in {t.giver, t.receiver} or t.others for t in telling)
    picks = any(isinstance(leg.asset, Pick) for t in telling for leg in t.legs)
    one_trade = named or picks or _are_sent(telling)
    added = any(t.rule == "get.add" for t in telling)  # rather a signing
    if not named and any(t.rule in {"climb.drop", "climb.slide", "climb.jump"} for t in telling):
        return found  # in the draft's order, after a game
    both = len(receivers) == 2 or (len(givers) == 2 and bool(receivers))  # noqa: PLR2004
    if not both or len(clubs) != 2 or not one_trade or added or whole:  # noqa: PLR2004
        return found
    if sum(t.sure and not t.rule.startswith("swap.") for t in telling) > 1:
        return found
    one, two = receivers if len(receivers) == 2 else givers  # noqa: PLR2004
    return [
        replace(t.opposite(two if one in t.clubs else one), sure=True) if t.legs else t
        for t in found
    ]


def _answered(found: Sequence[Terms]) -> Sequence[Terms]:
    """A man goes from one club to another, which gives up a pick, or the first gets one: a trade."""
    if any(t.sure for t in found):
        return found
    paying = [t for t in found if any(isinstance(leg.asset, Pick) for leg in t.legs)]
    givers = {t.giver for t in paying} - {None}
    takers = {t.receiver for t in paying if t.giver is None}
    return [
        replace(t, sure=len(t.clubs) > 1 and (t.receiver in givers or t.giver in takers))
        for t in found
    ]


def _are_sent(found: Sequence[Terms]) -> bool:
    """Read "a trade that sends X to the Rams and Y to the Lions", "Rams receive X, Lions receive Y"."""
    sent = all(t.rule.startswith("give.") and t.span[0] == found[0].span[0] for t in found)
    return sent or all(t.rule == "get.receive" for t in found)


def _home(drafts: Sequence[_Draft], terms: Terms, *, together: bool) -> _Draft | None:
    """The deal that these terms speak of, if it is there already."""
    if together and drafts:
        return drafts[0]
    fitting = [draft for draft in drafts if _fits(draft, terms)]
    shared = [draft for draft in fitting if _men(draft.legs) & _men(terms.legs)]
    if shared:
        return shared[0]
    if len(terms.clubs) > 1 or terms.sure:
        return fitting[0] if fitting else None
    return fitting[0] if len(fitting) == 1 else None


def _fits(draft: _Draft, terms: Terms) -> bool:
    """One trade can hold both: their clubs are not three, and no man goes both ways."""
    parties = dict.fromkeys((*draft.clubs, *terms.clubs))
    if len(parties) > max(len(draft.clubs), len(terms.clubs), 2):
        return False
    if not set(draft.clubs) & set(terms.clubs) and not _men(draft.legs) & _men(terms.legs):
        return False
    heading = {name_key(leg.asset.name): leg for leg in draft.legs if isinstance(leg.asset, Player)}
    for leg in terms.legs:
        if isinstance(leg.asset, Player) and (known := heading.get(name_key(leg.asset.name))):
            if None not in {leg.received, known.received} and leg.received != known.received:
                return False
            if None not in {leg.gave, known.gave} and leg.gave != known.gave:
                return False
    return _shares_more_than_a_club(draft, terms)


def _shares_more_than_a_club(draft: _Draft, terms: Terms) -> bool:
    """A sure frame with one club of its own may be another trade of that club, unless a man is shared."""
    if not terms.sure or terms.follows or (len(terms.clubs) > 1 and len(draft.clubs) > 1):
        return True
    men = _men(terms.legs)
    return not men or not _men(draft.legs) or bool(men & _men(draft.legs))


def _men(legs: Iterable[Leg]) -> set[str]:
    return {name_key(leg.asset.name) for leg in legs if isinstance(leg.asset, Player)}


def _add(draft: _Draft, terms: Terms) -> None:
    """Take up what the terms add: new assets, and more exact forms of those known."""
    draft.clubs = list(dict.fromkeys((*draft.clubs, *terms.clubs)))
    draft.unnamed |= terms.unnamed
    open_ = list(range(len(draft.legs)))
    for new in map(lambda leg: _complete(leg, draft.clubs), terms.legs):  # noqa: C417 - reads in order
        index = next((i for i in open_ if _same(draft.legs[i], new, draft.clubs)), None)
        if index is None:
            draft.legs.append(new)
        else:
            open_.remove(index)
            draft.legs[index] = _exact(draft.legs[index], new)


def _complete(leg: Leg, clubs: Sequence[ClubCode]) -> Leg:
    """Between two clubs, the side not named is the other club."""
    if len(clubs) != 2:  # noqa: PLR2004 - a trade of two
        return leg
    one, two = clubs
    if leg.received is None and leg.gave is not None:
        return replace(leg, received=two if leg.gave == one else one)
    if leg.gave is None and leg.received is not None:
        return replace(leg, gave=two if leg.received == one else one)
    return leg


def _same(old: Leg, new: Leg, clubs: Sequence[ClubCode]) -> bool:
    """Both legs speak of one asset."""
    old, new = _complete(old, clubs), _complete(new, clubs)
    if None not in {old.received, new.received} and old.received != new.received:
        return False
    if (old.gave or new.gave) == (old.received or new.received) is not None:
        return False
    if isinstance(old.asset, Player) and isinstance(new.asset, Player):
        return name_key(old.asset.name) == name_key(new.asset.name)
    if isinstance(old.asset, Pick) and isinstance(new.asset, Pick):
        return _compatible(old.asset, new.asset)
    return old.asset == new.asset


def _compatible(old: Pick, new: Pick) -> bool:
    """One can be the other; a slot of nobody knows which year is no pick of a year that is told."""
    if _is_bare_slot(old) and _is_of_year(new):
        return False
    if _is_bare_slot(new) and _is_of_year(old):
        return False
    pairs = ((old.season, new.season), (old.round, new.round), (old.number, new.number))
    return all(None in pair or pair[0] == pair[1] for pair in pairs) and (
        _is_within(old.number, new.round) and _is_within(new.number, old.round)
    )


def _is_bare_slot(pick: Pick) -> bool:
    return pick.number is not None and pick.season is None and pick.round is None


def _is_of_year(pick: Pick) -> bool:
    return pick.season is not None and pick.number is None and pick.round is not None


def _is_within(number: int | None, round_: int | None) -> bool:
    """The overall number can lie in the round; compensatory picks make later rounds longer."""
    if number is None or round_ is None:
        return True
    return fits_round(number, round_)


def _exact(old: Leg, new: Leg) -> Leg:
    """The more exact of both, field by field."""
    return replace(
        old,
        gave=old.gave or new.gave,
        received=old.received or new.received,
        asset=_exact_asset(old.asset, new.asset),
    )


def _exact_asset(old: Asset, new: Asset) -> Asset:
    match old, new:
        case Player(), Player():
            return replace(old, position=old.position or new.position)
        case Pick(), Pick():
            return Pick(
                season=old.season or new.season,
                round=old.round or new.round,
                number=old.number or new.number,
                original=old.original or new.original,
                condition=old.condition or new.condition,
            )
        case _:
            return old


def _deal(draft: _Draft, status: DealStatus, sources: tuple[Source, ...]) -> Deal:
    whole = (_complete(leg, draft.clubs) for leg in draft.legs)
    legs = tuple(leg for leg in whole if leg.gave is None or leg.gave != leg.received)
    men = draft.unnamed or any(isinstance(leg.asset, Player) for leg in legs)
    picks = any(isinstance(leg.asset, Pick) for leg in legs)
    return Deal(
        kind=DealKind.PICK_TRADE if picks and not men else DealKind.TRADE,
        status=status,
        legs=legs,
        clubs=tuple(draft.clubs),
        sources=sources,
        rule=draft.rule,
        span=draft.span,
    )
