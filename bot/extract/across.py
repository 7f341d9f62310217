"""What one clause or sentence tells the next: the two clubs that trade, and whose price is told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract.claims import DEAL, MEN, Claim
from bot.extract.lexicon import Force, Form, Frame, Kind
from bot.extract.mentions import Chunk

Pair = tuple[Chunk, ...]


def fill(claims: Iterable[Claim], pair: Pair, chunks: Sequence[Chunk]) -> Pair:
    """Complete the frames of a sentence by what was told before them; what is known then.

    Args:
        claims: in order.
        pair: two clubs that have a deal by the sentences before, of which nothing else was said.
        chunks: the sentence.
    """
    claims = list(claims)
    _beside_swap(claims)
    for claim in claims:
        if _names_only_clubs(claim, chunks):
            pair = claim.pair
        elif pair:
            _between(claim, pair)
    return pair


def _beside_swap(claims: Sequence[Claim]) -> None:
    """Read "Dale Preston is headed to Miami, with the Dolphins and Eagles swapping firsts": from the Eagles."""
    for one, two in pairwise(claims):
        swap = two.verb.frame is Frame.SWAP and two.verb.form is Form.ING and bool(two.theme)
        if not (swap and all(chunk.kind is Kind.PICKS for chunk in two.theme)):
            continue
        if one.verb.frame is Frame.MOTION and one.partner and two.subject and not one.behind:
            pair, one.partner = (one.partner, two.subject), None
            _between(one, pair)


def _names_only_clubs(claim: Claim, chunks: Sequence[Chunk]) -> bool:
    """Read "the Jets and Bears have a deal", "swapped receivers"."""
    two = len({chunk.clubs for chunk in claim.pair}) == 2  # noqa: PLR2004 - a trade of two
    unnamed = all(chunk.kind is Kind.UNNAMED for chunk in claim.theme)
    after = next((chunk for chunk in chunks if chunk.first > claim.verb_at), None)
    ends = after is None or after.kind is not Kind.TO  # "a deal to share the field"
    swap = claim.verb.frame is Frame.SWAP and bool(claim.theme)
    return two and unnamed and (swap or (claim.verb is DEAL and ends)) and not claim.behind


def _between(claim: Claim, pair: Pair) -> None:
    """Read "The Jets and Bears have a deal. X goes to Chicago": he comes from New York."""
    moves = claim.verb.frame is Frame.MOTION or (claim.passive and claim.verb.frame is Frame.GIVE)
    known = (claim.giver, claim.origin, claim.partner, claim.agent)
    gets = claim.verb.frame is Frame.GET and not claim.passive and bool(claim.back)
    there = claim.subject if gets else claim.to
    if not (moves or gets) or there is None or any(known):
        return
    if sum(bool(set(one.clubs) & set(there.clubs)) for one in pair) == 1:
        claim.pair, claim.noun = pair, True


def swap_men(claims: list[Claim]) -> None:
    """Read "parted with Dale Preston and a fourth to get Al Roe": one for the other, with whomever."""
    for one, two in pairwise([*claims]):
        if _is_swap(one, two):
            one.back, one.verb = two.theme, replace(one.verb, force=Force.STRONG)
            claims.remove(two)


def _is_swap(one: Claim, two: Claim) -> bool:
    gives = one.verb.frame is Frame.GIVE and two.verb.frame is Frame.GET and two.follows
    known = (one.to, one.giver, one.partner, two.to, two.giver, two.partner, one.passive, one.pair)
    alone = not any(known) and not one.back and not two.back and one.subject is two.subject
    men = all(any(c.kind is Kind.PLAYER for c in claim.theme) for claim in (one, two))
    return gives and alone and men and two.verb.form is Form.BASE


def man_of_heading(chunks: Sequence[Chunk]) -> Chunk | None:
    """Read "Dale Preston trade: Jets get a third from the Bears"."""
    head = chunks[: len("abc")]
    if len(head) < len("abc") or head[0].kind is not Kind.PLAYER or head[0].owner:
        return None
    trade = head[1].text in {"trade", "deal"} and head[2].kind is Kind.COLON
    return head[0] if trade else None


def pay_for(man: Chunk | None, claims: Sequence[Claim]) -> None:
    """The picks of the first frame are the price of the man of the heading."""
    claim = claims[0] if claims else None
    if man is None or claim is None or claim.back or claim.passive:
        return
    picks = bool(claim.theme) and all(chunk.kind is Kind.PICKS for chunk in claim.theme)
    moved = any(chunk.kind in MEN for one in claims for chunk in (*one.theme, *one.back))
    if picks and not moved and claim.verb.frame in {Frame.GIVE, Frame.GET}:
        claim.back = [man]


def owner_of(man: Chunk, chunks: Sequence[Chunk]) -> Chunk | None:
    """Read "and Miami's Al Roe": the club right before a man."""
    pairs = pairwise(chunks)
    return next((club for club, one in pairs if one is man and club.clubs and club.owner), None)


def each_for(claims: Sequence[Claim], chunks: Sequence[Chunk]) -> None:
    """Read "X to the Falcons and Y to the Chiefs, each for a seventh": one for each man."""
    moved = [claim for claim in claims if claim.to is not None]
    if len(moved) < len("ab"):
        return
    trios = zip(chunks, chunks[1:], chunks[2:], strict=False)
    price = next((c for a, b, c in trios if a.text in _EACH and b.kind is Kind.FOR), None)
    if price is None or len(set(price.picks)) != 1 or len(price.picks) not in {1, len(moved)}:
        return
    there = {claim.to.clubs for claim in moved if claim.to and _is_of_one(claim, price)}
    if len(there) == len(moved):
        for claim in moved:
            claim.back = [replace(price, picks=price.picks[:1])]


_EACH = frozenset({"each", "both"})
_AWAY = frozenset({Frame.MOTION, Frame.GIVE})


def _is_of_one(claim: Claim, price: Chunk) -> bool:
    """One man goes, for nothing yet or for what is told of each."""
    alone = [chunk.kind for chunk in claim.theme] == [Kind.PLAYER]
    return alone and claim.verb.frame in _AWAY and claim.back in ([], [price])
