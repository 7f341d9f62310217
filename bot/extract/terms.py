"""Claims to terms: which club gives and which receives, and the assets as the model's values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.extract.claims import Claim
from bot.extract.lexicon import Force, Frame, Kind
from bot.extract.mentions import Chunk
from bot.model import Asset, Cash, ClubCode, FutureConsiderations, Pick, Player

_UNSURE = frozenset({Kind.UNNAMED, Kind.PRONOUN, Kind.SURNAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one frame says: `there` goes from giver to receiver, `back` the other way.

    Attributes:
        others: further clubs that take part.
        unnamed: a man moves whom the text does not name in full.
        follows: the frame goes on with the one before it.
        sure: enough by itself to be a trade; else it only adds to one.
        rule: id of the frame.
        span: characters of the whole text.
    """

    giver: ClubCode | None
    receiver: ClubCode | None
    there: tuple[Asset, ...] = ()
    back: tuple[Asset, ...] = ()
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

    @property
    def assets(self) -> tuple[Asset, ...]:
        """Everything that moves."""
        return (*self.there, *self.back)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the rest of the report tells about a sentence.

    Attributes:
        filer: the club whose wire row it is.
        clubs: every club named beyond doubt, which settles "New York".
        men: full names by casefolded surname.
    """

    filer: ClubCode | None
    clubs: frozenset[ClubCode]
    men: Mapping[str, Player]


def terms(claim: Claim, scope: Scope, before: Terms | None) -> Terms | None:
    """The terms of a frame, or None where it names no club or nothing that moves.

    Args:
        claim: a frame with its fillings.
        scope: the report around it.
        before: the terms of the frame before it in the same sentence, which a frame without clubs
            of its own answers ("with X returning").
    """
    giver, receiver = _sides(claim, scope, before)
    there, back = _assets(claim.theme, scope, giver), _assets(claim.back, scope, receiver)
    there, back = _swapped(claim, there, back)
    others = tuple(code for chunk in claim.others if (code := _code(chunk, (), scope)))
    unnamed = any(_is_man(chunk, scope) for chunk in (*claim.theme, *claim.back))
    if (giver is None and receiver is None) or not (there or back or unnamed):
        return None
    found = Terms(
        giver=giver,
        receiver=receiver,
        there=there,
        back=back,
        others=tuple(code for code in others if code not in {giver, receiver}),
        unnamed=unnamed,
        follows=claim.follows,
        rule=f"{claim.verb.frame}.{claim.verb.lemma.replace(' ', '_')}"
        + (".passive" if claim.passive else ""),
    )
    return replace(found, sure=_is_sure(claim, found))


def _sides(
    claim: Claim, scope: Scope, before: Terms | None
) -> tuple[ClubCode | None, ClubCode | None]:
    giver, receiver = _chunks(claim)
    if claim.pair and receiver and (found := _within_pair(claim.pair, receiver)):
        return found
    plain = giver.clubs if giver is not None and len(giver.clubs) == 1 else ()
    code_in = _code(receiver, plain, scope)
    code_out = _code(giver, (code_in,) if code_in else (), scope)
    code_out, code_in = _with_filer(claim, scope.filer, code_out, code_in)
    if code_out == code_in or (code_out is None and claim.pair):
        code_out = _other_giver(claim, code_in, scope)
    if claim.verb.lemma == "come back" and code_in is None and before:
        return before.receiver, before.giver
    return code_out, code_in


def _within_pair(
    pair: Sequence[Chunk], receiver: Chunk
) -> tuple[ClubCode | None, ClubCode | None] | None:
    """Two clubs act together ("the Packers and Jets"), and one of them receives ("New York")."""
    codes = [chunk.clubs[0] for chunk in pair if len(chunk.clubs) == 1]
    inside = [code for code in codes if code in receiver.clubs]
    if len(codes) != 2 or len(inside) != 1:  # noqa: PLR2004 - a pair
        return None
    return next(code for code in codes if code != inside[0]), inside[0]


def _chunks(claim: Claim) -> tuple[Chunk | None, Chunk | None]:
    """Giver and receiver as the frame has them."""
    stated = claim.giver or claim.partner
    match claim.verb.frame:
        case Frame.GIVE | Frame.SWAP if claim.passive:
            return claim.agent or claim.giver or claim.origin or claim.partner, claim.to
        case Frame.GIVE | Frame.SWAP:
            giver = claim.giver if claim.to and claim.giver else claim.subject
            behind_price = claim.giver if claim.back else None  # "a second for X from the Jets"
            return giver, claim.to or claim.partner or behind_price or claim.back_origin
        case Frame.GET if claim.passive:
            return stated or claim.origin, claim.agent
        case Frame.GET:
            return stated or claim.origin, claim.subject
        case Frame.CLIMB:
            return claim.partner, claim.subject
        case Frame.MOTION:
            return claim.giver or claim.origin, claim.to or claim.partner


def _with_filer(
    claim: Claim, filer: ClubCode | None, giver: ClubCode | None, receiver: ClubCode | None
) -> tuple[ClubCode | None, ClubCode | None]:
    """On the wire, who is not named is the club whose row it is."""
    if filer is None or filer in {giver, receiver}:
        return giver, receiver
    match claim.verb.frame:
        case Frame.GIVE | Frame.SWAP if giver is None or claim.origin is not None:
            return filer, receiver if receiver is not None else giver
        case Frame.GET if receiver is None:
            return giver, filer
        case _:
            return giver, receiver


def _other_giver(claim: Claim, receiver: ClubCode | None, scope: Scope) -> ClubCode | None:
    """The subject receives ("the Titans and Chiefs ... send Hopkins to Kansas City"): who gives, then?"""
    taken = (receiver,) if receiver else ()
    for chunk in (*claim.pair, claim.giver, claim.partner, claim.origin):
        code = _code(chunk, taken, scope)
        if code and code != receiver:
            return code
    return None


def _code(chunk: Chunk | None, taken: Sequence[ClubCode], scope: Scope) -> ClubCode | None:
    """The club that a name means: of two clubs in one city, the one the text speaks of elsewhere."""
    if chunk is None:
        return None
    free = [code for code in chunk.clubs if code not in taken]
    if len(chunk.clubs) == 1:
        return chunk.clubs[0]
    known = [code for code in free if code in scope.clubs]
    if len(known) == 1:
        return known[0]
    return free[0] if len(free) == 1 else None


def _assets(chunks: Iterable[Chunk], scope: Scope, giver: ClubCode | None) -> tuple[Asset, ...]:
    found: list[Asset] = []
    for chunk in chunks:
        match chunk.kind:
            case Kind.PLAYER:
                found.append(Player(name=chunk.text, position=chunk.position))
            case Kind.SURNAME if chunk.text.casefold() in scope.men:
                found.append(scope.men[chunk.text.casefold()])
            case Kind.PICKS:
                found += [_with_owner(pick, chunk, scope, giver) for pick in chunk.picks]
            case Kind.CASH:
                found.append(Cash())
            case Kind.FUTURE:
                found.append(FutureConsiderations())
            case _:
                pass
    return tuple(found)


def _with_owner(pick: Pick, chunk: Chunk, scope: Scope, giver: ClubCode | None) -> Pick:
    owner = _code(chunk, (), scope) if chunk.clubs else pick.original
    return replace(pick, original=owner if owner != giver else None)


def _swapped(
    claim: Claim, there: tuple[Asset, ...], back: tuple[Asset, ...]
) -> tuple[tuple[Asset, ...], tuple[Asset, ...]]:
    """A swap of picks, or clubs that swap first-rounders: one goes each way."""
    if claim.swap:
        return (*there, *claim.swap.picks), (*back, *claim.swap.picks)
    if claim.verb.frame is Frame.SWAP and not back and len(there) > 1 and len(set(there)) == 1:
        return there[:1], there[:1]
    return there, back


def _is_man(chunk: Chunk, scope: Scope) -> bool:
    return chunk.kind in _UNSURE and chunk.text.casefold() not in scope.men


def _is_sure(claim: Claim, found: Terms) -> bool:
    """Whether the frame is a trade by itself."""
    concrete = bool(found.assets) or any(chunk.kind is Kind.SURNAME for chunk in claim.theme)
    both = found.giver is not None and found.receiver is not None
    if not concrete:
        return False
    match claim.verb.force:
        case Force.STRONG:
            named = any(chunk.kind is not Kind.UNNAMED for chunk in claim.theme)
            return (named or both) and (not claim.passive or both or claim.to is not None)
        case Force.FAIR:
            return both or (bool(found.back) and found.receiver is not None)
        case Force.WEAK:
            price = bool(found.back) and (both or (claim.noun and found.receiver is not None))
            return price or (both and (claim.giver is not None or claim.noun))
