"""Who gave a man, where his frame does not say: the club that announces it, or whose man he was until now."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.extract.claims import MEN, Claim
from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk

_ANNOUNCES = frozenset({"announced", "announce", "announces", "confirmed", "confirm", "confirms"})
_OWN_SOURCES = frozenset("source sources officials official spokesman".split()) | {
    "source says",
    "sources say",
    "sources said",
}  # "Bears sources told Jane Rowe"
_HAVE = frozenset({"have", "has", "officially", "also", "just"})
_MOST = 4  # clubs that announce
_BESIDE = frozenset({Kind.OF, Kind.WITH, Kind.SOFT})
_ENDS = frozenset({"after", "ending", "ends", "ended", "over", "concluding"})
_STAYS = frozenset(
    "holdout standoff feud run stay stint tenure career time years seasons stretch era chapter quarterback starter".split()
)
_IN_SQUAD = frozenset("travel practice practiced released cut benched suspended inactive".split())
_STARTS_OVER = frozenset(
    "rebuild rebuilding continue continues retool reshape reset overhaul teardown shed clear"
    " unload begin start shake clean purge sell".split()
)


_DONE = frozenset("official complete completed finalized final done approved".split())
_SALES = _STARTS_OVER | {"sale", "selling", "sellers"}


def fill(claims: Sequence[Claim], chunks: Sequence[Chunk]) -> None:
    """Complete the frames of one sentence by what stands beside them."""
    announcers = _announcers(chunks)
    homes = list(_homes(chunks)) if any(map(_lacks_giver, claims)) else []
    for claim in claims:
        _fill_owner(claim, chunks)
        directed = claim.to is not None or claim.giver is not None or not claim.passive
        for club in announcers if directed or len(announcers) == 1 else ():
            _fill_announcer(claim, club)
        others = {club.clubs: club for club in homes if claim.to and club.clubs != claim.to.clubs}
        if not _lacks_giver(claim) or len(others) != 1:
            continue
        home = next(iter(others.values()))
        if claim.passive or claim.verb.frame is Frame.MOTION:
            claim.origin = home
        else:
            claim.subject = home
    for one, two in pairwise(claims):
        _fill_participle(one, two)


def _fill_participle(one: Claim, two: Claim) -> None:
    """Read "X is joining the Cowboys, acquired for a fifth": by the Cowboys, whoever announces it."""
    goes = one.verb.frame is Frame.MOTION and one.to is not None and bool(one.theme)
    got = two.verb.frame is Frame.GET and two.verb.form is Form.PAST
    got &= {man.text for man in two.theme} <= {man.text for man in one.theme}
    behind = two.ahead is not None and two.ahead.kind is Kind.COMMA and not two.words
    if goes and got and behind and two.back and two.agent is None:
        two.subject = two.agent = one.to
        two.giver = two.giver or one.giver or one.origin


def _fill_owner(claim: Claim, chunks: Sequence[Chunk]) -> None:
    """Read "Jane Rowe fixed the Jets' line by acquiring X from the Bears": the club that is fixed."""
    if claim.ahead is not None and claim.ahead.kind is Kind.CLUB and claim.ahead.owner:
        if not _DONE.isdisjoint(one.text for one in chunks):
            claim.subject = claim.ahead  # "the Jets' trade of X to the Bears is official"
        return
    by = claim.ahead is not None and claim.ahead.kind is Kind.BY
    if claim.subject is not None or claim.passive or not by or claim.verb.frame is not Frame.GET:
        return
    ahead = [one for one in chunks if one.kind is Kind.CLUB and one.last <= claim.verb_at]
    if len(ahead) == 1 and ahead[0].owner:
        claim.subject = ahead[0]


def _announcers(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Clubs that tell it: "the Packers announced", "the Dolphins have confirmed"."""
    plain = [chunk for chunk in chunks if chunk.text not in _HAVE]
    return [
        one
        for one, two in pairwise(plain)
        if one.kind is Kind.CLUB
        and not one.owner
        and (two.text in _ANNOUNCES or two.text in _OWN_SOURCES)
    ][:_MOST]


def _fill_announcer(claim: Claim, club: Chunk) -> None:
    """Read "X was traded to the Jets, the Packers announced": who announced it took part."""
    known = (claim.to, claim.giver, claim.agent, claim.partner, claim.subject, *claim.pair)
    if any(one and one.clubs == club.clubs for one in known):
        return
    if claim.passive:
        claim.agent = claim.agent or club
    elif claim.verb.frame is Frame.MOTION and claim.to is not None and claim.origin is None:
        claim.giver = claim.giver or club
    elif claim.subject is None and claim.verb.frame in {Frame.GIVE, Frame.GET}:
        claim.subject = club


def _lacks_giver(claim: Claim) -> bool:
    moves = claim.verb.frame is Frame.MOTION and claim.noun
    subject = None if moves else claim.subject
    known = (claim.agent, claim.giver, claim.origin, claim.partner, subject)
    man = any(chunk.kind in MEN for chunk in claim.theme)
    given = claim.passive or moves or claim.verb.frame is Frame.GIVE
    return given and claim.to is not None and man and not any(known)


def _is_of_man(chunks: Sequence[Chunk], at: int) -> bool:
    """Read ", who did not travel with the Bears,", ", who was about to be released by the Bears,"."""
    start = next((i for i in range(at, 1, -1) if chunks[i].kind is Kind.WHO), 0)
    words = {one.text for one in chunks[start:at]}
    closed = at + 1 < len(chunks) and chunks[at + 1].kind is Kind.COMMA
    man = start > 1 and chunks[start - 2].kind in MEN and chunks[start - 1].kind is Kind.COMMA
    return man and closed and not words.isdisjoint(_IN_SQUAD)


def _homes(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Clubs whose man he was: ", the Bears' leading rusher, was", "ending a long run with the Bears"."""
    colon = next((i for i, one in enumerate(chunks) if one.kind is Kind.COLON), 0)
    for index, club in enumerate(chunks):
        if club.kind is not Kind.CLUB or (not index and not colon):
            continue
        before, tail = chunks[max(index - 1, 0)], {one.text for one in chunks[index + 1 :]}
        aside = before.kind is Kind.COMMA and club.owner and chunks[index - 2].kind in MEN
        stay = before.kind in _BESIDE and not _STAYS.isdisjoint(one.text for one in chunks[:index])
        stay = stay and any(one.text in _ENDS for one in chunks)
        ahead = {one.text for one in chunks[index + 1 : colon]}
        sale = not club.owner and index < colon and not _SALES.isdisjoint(ahead)
        anew = before.text == "as" and not _STARTS_OVER.isdisjoint(tail)
        told = before.kind in {Kind.BY, Kind.WITH} and _is_of_man(chunks, index)
        if aside or stay or anew or sale or told:
            yield club
