"""Sides of a frame: which club gives what the verb moves, and which receives it."""

from collections.abc import Sequence

from bot.extract.claims import DEAL, FOR_VERBS, PRICE, RETURNS, Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.moved import meant
from bot.extract.scope import Scope
from bot.model import ClubCode

Sides = tuple[ClubCode | None, ClubCode | None]  # giver, receiver
_BOTH = frozenset({"teams", "clubs", "sides", "franchises"})
_NAMED = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PICKS})
_COMES = frozenset({"come", "come over", "arrive"})  # "X is coming over from the Jets": to us
_WE = frozenset({"we", "we've", "we're"})


def sides(claim: Claim, scope: Scope, before: Sides | None) -> Sides:
    """Giver and receiver, as far as the text says.

    Args:
        claim: a frame with its fillings.
        scope: the report around it.
        before: the sides of the frame before it, which some frames take over or turn round.
    """
    if before and _goes_on(claim):
        return before
    if have_no_direction(claim):
        return _with_joined(claim, scope)
    return _stated(claim, scope, before)


def _with_joined(claim: Claim, scope: Scope) -> Sides:
    """Read "X is a Raven. Baltimore and Tennessee announced that he was traded": one of the two got him."""
    codes = [code for chunk in claim.pair if (code := scope.club(chunk))]
    others = [code for code in codes if code != scope.joined]
    there = any(meant(chunk, claim, scope) for chunk in claim.theme)
    one_of = scope.joined in codes and len(others) == 1
    return (others[0], scope.joined) if there and one_of and not claim.involving else (None, None)


def _goes_on(claim: Claim) -> bool:
    """Read "Compensation: a second", "the teams also swap sixths"."""
    both = not _BOTH.isdisjoint(claim.words) or _swaps_beside(claim)
    return (claim.verb.frame is Frame.SWAP and both) or claim.verb is PRICE


def _swaps_beside(claim: Claim) -> bool:
    """Read "sent the Jets a fourth and swapped third-rounders": with the same club."""
    beside = claim.ahead is not None and claim.ahead.kind in {Kind.AND, Kind.COMMA}
    alone = not any((claim.to, claim.partner, claim.giver, claim.back, claim.pair))
    picks = bool(claim.theme) and all(chunk.kind is Kind.PICKS for chunk in claim.theme)
    return beside and alone and picks and not claim.passive


def _stated(claim: Claim, scope: Scope, before: Sides | None) -> Sides:
    giver, receiver = _chunks(claim, scope.speaker)
    if claim.pair and receiver and (found := _within_pair(claim.pair, receiver)):
        return found
    plain = giver.clubs if giver is not None and len(giver.clubs) == 1 else ()
    code_in = scope.club(receiver, plain)
    code_out = scope.club(giver, (code_in,) if code_in else ())
    code_out, code_in = _with_filer(claim, scope.filer, code_out, code_in)
    code_out, code_in = _with_owners(claim, scope, code_out, code_in)
    if code_out == code_in or (code_out is None and claim.pair):
        code_out = _other_giver(claim, code_in, scope)
    if scope.home is not None and (code_in is None) is not (code_out is None):
        code_out, code_in = _with_home(claim, scope, code_out, code_in)
    if code_in is None and code_out != scope.joined:
        man_joined = scope.joined and any(meant(chunk, claim, scope) for chunk in claim.theme)
        code_in = scope.joined if man_joined else None  # "X is a Raven. The Jets dealt the tackle"
    if code_in is None and before and _sends_back(claim, scope):
        return code_out, next((one for one in before if one and one != code_out), None)
    if code_out is None and code_in not in {None, scope.joined}:
        man_joined = scope.joined and any(meant(chunk, claim, scope) for chunk in claim.back)
        code_out = (
            scope.joined if man_joined else None
        )  # "X is a Raven. The Jets get a third for him"
    if claim.verb.lemma in RETURNS and code_in is None and before:
        return before[1], before[0]
    return code_out, code_in


def _sends_back(claim: Claim, scope: Scope) -> bool:
    """Read "and the Falcons send back a sixth": to who gave before."""
    behind = [token.low for token in scope.tokens[claim.verb_at + 1 : claim.verb_at + 2]]
    adds = claim.verb.lemma == "include"  # "the Jets also include a sixth"
    return claim.verb.frame is Frame.GIVE and not claim.passive and (adds or behind == ["back"])


def _with_owners(
    claim: Claim, scope: Scope, giver: ClubCode | None, receiver: ClubCode | None
) -> Sides:
    """Read "The Jets acquired the Broncos' first-round pick for a third": the other side is the owner.

    Of two clubs that exchange picks of one kind, each is the other side.
    """
    if scope.filer or (giver is None) is (receiver is None):
        return giver, receiver
    if giver is None:
        theirs = claim.passive is not (claim.verb.frame is Frame.GET)
        moves = theirs or claim.verb.frame is Frame.MOTION
        return (_only_owner(claim.theme, scope, receiver) if moves else None), receiver
    if _swaps_alike(claim):
        return giver, _other_giver(claim, giver, scope)
    gives = claim.verb.frame in {Frame.GIVE, Frame.SWAP}
    return giver, (_only_owner(claim.back, scope, giver) if gives else None)


def _only_owner(chunks: Sequence[Chunk], scope: Scope, other: ClubCode | None) -> ClubCode | None:
    """Whose picks these are, where the text names no further club."""
    owners = {scope.club(chunk) for chunk in chunks if chunk.clubs} - {None, other}
    picks = all(chunk.kind is Kind.PICKS for chunk in chunks)
    return (
        owners.pop() if picks and len(owners) == 1 and not scope.clubs - owners - {other} else None
    )


def is_price_of_joiner(claim: Claim, scope: Scope, receiver: ClubCode | None) -> bool:
    """Read "X is a Raven. The Jets will get a third": the picks are his price, unless a man is named."""
    picks = bool(claim.theme) and all(chunk.kind is Kind.PICKS for chunk in claim.theme)
    named = any(chunk.kind in _NAMED for chunk in claim.back)
    plain = claim.verb.frame in {Frame.GIVE, Frame.GET} and not claim.passive and not claim.pair
    other = receiver is not None and receiver != scope.joined
    return bool(scope.joined) and picks and not named and plain and other


def _with_home(
    claim: Claim, scope: Scope, giver: ClubCode | None, receiver: ClubCode | None
) -> Sides:
    """Read "Bengals tackle X got his wish. The Cowboys give up a fifth for him": his club is the other."""
    home, known = scope.club(scope.home), giver or receiver
    there, back = (
        any(meant(chunk, claim, scope) for chunk in chunks) for chunks in (claim.theme, claim.back)
    )
    if home == known:
        return giver, receiver
    if there and giver is None:
        return home, receiver
    return (giver, home) if back and receiver is None else (giver, receiver)


def _swaps_alike(claim: Claim) -> bool:
    """Read "The Jets and Bears exchanged first-round picks": one goes each way, whoever is named first."""
    kinds = [pick for chunk in claim.theme for pick in chunk.picks]
    picks = bool(kinds) and len(set(kinds)) == 1 and kinds[0].round is not None
    return claim.verb.frame is Frame.SWAP and picks and not claim.back


def have_no_direction(claim: Claim) -> bool:
    """Two clubs trade a man for another ("the Browns and Giants swap X for Y"): who gives whom?"""
    parties = (claim.to, claim.giver, claim.partner, claim.agent, claim.back_origin)
    if claim.involving or _swaps_alike(claim):
        return claim.involving
    two = len({chunk.clubs for chunk in claim.pair}) > 1
    mutual = claim.verb is DEAL or claim.verb.frame in {Frame.GIVE, Frame.SWAP}
    mutual |= claim.verb.lemma in FOR_VERBS and not claim.passive  # "agreed on a trade for X"
    return two and mutual and not any(parties)


def _within_pair(
    pair: Sequence[Chunk], receiver: Chunk
) -> tuple[ClubCode | None, ClubCode | None] | None:
    """Two clubs act together ("the Packers and Jets"), and one of them receives ("New York")."""
    inside = [one for one in pair if set(one.clubs) & set(receiver.clubs)]
    outside = [one for one in pair if one not in inside]
    if len(inside) != 1 or len(outside) != 1 or len(outside[0].clubs) != 1:
        return None
    codes = set(inside[0].clubs) & set(receiver.clubs)
    return (outside[0].clubs[0], codes.pop()) if len(codes) == 1 else None


def _chunks(claim: Claim, speaker: Chunk | None) -> tuple[Chunk | None, Chunk | None]:
    """Giver and receiver as the frame has them."""
    stated = claim.giver or claim.partner
    subject = claim.subject or (speaker if not _WE.isdisjoint(claim.words) else None)
    match claim.verb.frame:
        case Frame.GIVE | Frame.SWAP if claim.passive:
            return claim.agent or claim.giver or claim.origin or claim.partner, claim.to
        case Frame.GIVE | Frame.SWAP:
            giver = claim.giver if claim.to and claim.giver else subject
            behind_price = claim.giver if claim.back else None  # "a second for X from the Jets"
            return giver, claim.to or claim.partner or behind_price or claim.back_origin
        case Frame.GET if claim.passive:
            return stated or claim.origin, claim.agent
        case Frame.GET:
            return stated or claim.origin, claim.to or subject
        case Frame.CLIMB:
            return claim.partner, claim.subject
        case Frame.MOTION:
            joined = (
                claim.partner if claim.to else None
            )  # "is joining the Jets in a trade with Miami"
            giver = claim.giver or claim.origin or joined
            here = subject if claim.verb.lemma in _COMES else None
            return giver, claim.to or claim.partner or here


def _with_filer(
    claim: Claim, filer: ClubCode | None, giver: ClubCode | None, receiver: ClubCode | None
) -> Sides:
    """On the wire, who is not named is the club whose row it is."""
    if filer is None or filer in {giver, receiver}:
        return giver, receiver
    match claim.verb.frame:
        case Frame.GIVE | Frame.SWAP if giver is None or claim.origin is not None:
            return filer, receiver if receiver is not None else giver
        case Frame.GET if receiver is None:
            return giver, filer
        case Frame.MOTION if giver is None:
            return filer, receiver
        case _:
            return giver, receiver


def _other_giver(claim: Claim, receiver: ClubCode | None, scope: Scope) -> ClubCode | None:
    """The subject receives ("the Titans and Chiefs ... send Hopkins to Kansas City"): who gives, then?"""
    taken = (receiver,) if receiver else ()
    for chunk in (*claim.pair, claim.giver, claim.partner, claim.origin):
        code = scope.club(chunk, taken)
        if code and code != receiver:
            return code
    return None
