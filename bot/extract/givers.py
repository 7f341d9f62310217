"""Who gave a man, where his frame does not say: the club that announces it, or whose man he was until now."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk

_ANNOUNCES = frozenset({"announced", "announce", "announces", "confirmed", "confirm", "confirms"})
_HAVE = frozenset({"have", "has", "officially", "also", "just"})
_MOST = 4  # clubs that announce
_BESIDE = frozenset({Kind.OF, Kind.WITH, Kind.SOFT})
_ENDS = frozenset({"after", "ending", "ends", "ended", "over", "concluding"})
_STAYS = frozenset(
    "run stay stint tenure career time years seasons stretch era chapter quarterback starter".split()
)
_STARTS_OVER = frozenset(
    "rebuild rebuilding continue continues retool reshape reset overhaul teardown shed clear"
    " unload begin start shake clean purge sell".split()
)


def fill(claims: Sequence[Claim], chunks: Sequence[Chunk]) -> None:
    """Complete the frames of one sentence by what stands beside them."""
    announcers = _announcers(chunks)
    homes = list(_homes(chunks)) if any(map(_lacks_giver, claims)) else []
    for claim in claims:
        directed = claim.to is not None or claim.giver is not None or not claim.passive
        for club in announcers if directed or len(announcers) == 1 else ():
            _fill_announcer(claim, club)
        others = {club.clubs: club for club in homes if claim.to and club.clubs != claim.to.clubs}
        if not _lacks_giver(claim) or len(others) != 1:
            continue
        home = next(iter(others.values()))
        claim.origin, claim.subject = (home, None) if claim.passive else (claim.origin, home)


def _announcers(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Clubs that tell it: "the Packers announced", "the Dolphins have confirmed"."""
    plain = [chunk for chunk in chunks if chunk.text not in _HAVE]
    return [
        one
        for one, two in pairwise(plain)
        if one.kind is Kind.CLUB and not one.owner and two.text in _ANNOUNCES
    ][:_MOST]


def _fill_announcer(claim: Claim, club: Chunk) -> None:
    """Read "X was traded to the Jets, the Packers announced": who announced it took part."""
    known = (claim.to, claim.giver, claim.agent, claim.partner, claim.subject, *claim.pair)
    if any(one and one.clubs == club.clubs for one in known):
        return
    if claim.passive:
        claim.agent = claim.agent or club
    elif claim.subject is None and claim.verb.frame in {Frame.GIVE, Frame.GET}:
        claim.subject = club


def _lacks_giver(claim: Claim) -> bool:
    known = (claim.agent, claim.giver, claim.origin, claim.partner, claim.subject)
    man = any(chunk.kind in MEN for chunk in claim.theme)
    given = claim.passive or claim.verb.frame is Frame.GIVE
    return given and claim.to is not None and man and not any(known)


def _homes(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Clubs whose man he was: ", the Bears' leading rusher, was", "ending a long run with the Bears"."""
    for index, club in enumerate(chunks):
        if club.kind is not Kind.CLUB or not index:
            continue
        before, tail = chunks[index - 1], {one.text for one in chunks[index + 1 :]}
        aside = before.kind is Kind.COMMA and club.owner and chunks[index - 2].kind in MEN
        stay = before.kind in _BESIDE and not _STAYS.isdisjoint(one.text for one in chunks[:index])
        stay = stay and any(one.text in _ENDS for one in chunks)
        anew = before.text == "as" and not _STARTS_OVER.isdisjoint(tail)
        if aside or stay or anew:
            yield club
