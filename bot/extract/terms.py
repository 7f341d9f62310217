"""Claims to terms: which club gives and which receives, and the assets as the model's values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind
from bot.extract.moved import Moved, moved, swapped
from bot.extract.scope import Scope
from bot.extract.sides import Sides, have_no_direction, is_price_of_joiner, sides
from bot.model import ClubCode, Leg, Player


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one frame says.

    Attributes:
        legs: what goes from giver to receiver, then what goes back.
        others: further clubs that take part.
        unnamed: a man moves whom the text does not name.
        follows: the frame goes on with the one before it.
        sure: enough by itself to be a trade; else it only adds to one.
        rule: id of the frame.
        span: characters of the whole text.
    """

    giver: ClubCode | None
    receiver: ClubCode | None
    legs: tuple[Leg, ...] = ()
    others: tuple[ClubCode, ...] = ()
    unnamed: bool = False
    follows: bool = False
    sure: bool = True
    rule: str = ""
    span: tuple[int, int] = (0, 0)

    @property
    def clubs(self) -> tuple[ClubCode, ...]:
        """The clubs named, giver first."""
        return tuple(
            dict.fromkeys(c for c in (self.giver, self.receiver, *self.others) if c is not None)
        )

    def opposite(self, other: ClubCode) -> "Terms":
        """The same with the club on the other side known."""
        legs = (
            replace(leg, gave=leg.gave or other, received=leg.received or other)
            for leg in self.legs
        )
        return replace(
            self, giver=self.giver or other, receiver=self.receiver or other, legs=tuple(legs)
        )


def terms(claim: Claim, scope: Scope, before: Terms | None) -> Terms | None:
    """The terms of a frame, or None where it names no club or nothing that moves.

    Args:
        claim: a frame with its fillings.
        scope: the report around it, and the sentence's place.
        before: the terms of the frame before it in the same sentence, which a frame without clubs
            of its own answers ("with X returning").
    """
    known = (before.giver, before.receiver) if before else None
    giver, receiver = sides(claim, scope, known)
    there, back = swapped(
        claim, moved(claim.theme, claim, scope, giver), moved(claim.back, claim, scope, receiver), scope
    )  # fmt: skip
    back = back or _joiner(claim, scope, giver, receiver)
    others = tuple(code for code in _further(claim, scope) if code not in {giver, receiver})
    men = sum(isinstance(asset, Player) for asset, _ in (*there, *back))
    unnamed = _men_meant(claim) > men
    climbs = claim.verb.frame is Frame.CLIMB and claim.verb.force is Force.FAIR
    meets = climbs and None not in {giver, receiver}
    if not (giver or receiver or len(others) > 1) or not (there or back or unnamed or meets):
        return None
    rule = _rule(claim)
    legs = (*_legs(there, giver, receiver, rule), *_legs(back, receiver, giver, f"{rule}.back"))
    return Terms(
        giver=giver,
        receiver=receiver,
        legs=legs,
        others=others,
        unnamed=unnamed,
        follows=claim.follows,
        sure=bool(legs) and _is_sure(claim, (giver, receiver), others, price=bool(back)),
        rule=rule,
        span=scope.span(claim.first, claim.last),
    )


def _joiner(
    claim: Claim, scope: Scope, giver: ClubCode | None, receiver: ClubCode | None
) -> list[Moved]:
    """Read "X is a Raven. Baltimore gives the Jets a third": X goes the other way."""
    goes = giver == scope.joined and is_price_of_joiner(claim, scope, receiver)
    place = scope.span(claim.first, claim.last)
    return [(scope.hero, place)] if goes and scope.hero is not None else []


def _rule(claim: Claim) -> str:
    passive = ".passive" if claim.passive else ""
    return f"{claim.verb.frame}.{claim.verb.lemma.replace(' ', '_')}{passive}"


def _further(claim: Claim, scope: Scope) -> Iterator[ClubCode]:
    """Clubs that take part besides giver and receiver, or all where nobody says who gives."""
    aside = (*claim.pair, claim.subject) if have_no_direction(claim) else ()
    codes = (scope.club(chunk) for chunk in (*aside, *claim.others))
    return iter(dict.fromkeys(code for code in codes if code is not None))


def _men_meant(claim: Claim) -> int:
    return sum(
        chunk.kind in MEN or chunk.kind is Kind.PRONOUN for chunk in (*claim.theme, *claim.back)
    )


def _legs(
    assets: Sequence[Moved], giver: ClubCode | None, receiver: ClubCode | None, rule: str
) -> Iterator[Leg]:
    for asset, span in assets:
        yield Leg(gave=giver, received=receiver, asset=asset, rule=rule, span=span)


def _is_sure(claim: Claim, parties: Sides, others: Sequence[ClubCode], *, price: bool) -> bool:
    """Whether a frame that moves something is a trade by itself."""
    receiver, both = parties[1] is not None, None not in parties
    if claim.involving:
        return len(others) > 1
    match claim.verb.force:
        case Force.STRONG:
            return (both or price or _is_named(claim)) and (
                not claim.passive or both or bool(claim.to)
            )
        case Force.FAIR:
            named = price and len(others) > 1 and claim.words[-1:] != ("to",)
            dealt = claim.passive and claim.verb.lemma == "deal" and _is_named(claim)
            told = (price or (dealt and claim.to is not None)) and receiver
            return both or told or (named and have_no_direction(claim))
        case Force.WEAK:
            picks = any(c.kind is Kind.PICKS for c in claim.back)
            picks &= claim.verb.frame is not Frame.CLIMB  # from a rank to a rank
            paid = price and (both or ((claim.noun or picks) and receiver))
            slots = any(pick.number for chunk in claim.theme for pick in chunk.picks)
            told = claim.noun or (claim.giver is not None and claim.verb.lemma not in _ALSO_SIGNED)
            return paid or (both and (told or slots))


# Whoever is free to sign elsewhere does so as well: "is leaving the Jets for the Bears".
_ALSO_SIGNED = frozenset({"leave", "come", "come over", "arrive"})


def _is_named(claim: Claim) -> bool:
    """The text names what moves, or tells of it as going on: "are trading the receiver"."""
    named = any(c.kind is not Kind.UNNAMED and not c.definite for c in claim.theme)
    return named or (claim.verb.form is Form.ING and not claim.passive)
