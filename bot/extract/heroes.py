"""The one man whom a report is about, whose man he was, and whose he is now."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from bot import clubs
from bot.extract.claims import MEN
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.model import ClubCode, Player

_IS = frozenset({"is", "became", "becomes"})
_NOT = frozenset("not n't never won't isn't if may might could would should".split())
_TAKERS = frozenset({"home", "taker", "suitor", "partner", "landing"})
_NOW = frozenset({"now", "officially", "a", "an", "member", "of"})
_HAS = frozenset({"has", "have"})
_NEW = frozenset({"new", "next", "newest", "latest"})
_HAVE = frozenset({"have", "has", "get", "got"})
_ADVERBS = frozenset(
    "has have had finally also just already officially quickly reportedly then is".split()
)
HURT = frozenset("hurt tore torn injured injury injuring knee acl achilles losing lost".split())
_BESIDE = frozenset({Kind.WITH, Kind.OF, Kind.BY})
_MEETS = frozenset("rejoin rejoins rejoining reunite reunites joins join replace replaces".split())
_INSIDE = frozenset({"in"})  # "in the meeting room in Flowery Branch"
_PLACES = frozenset({Kind.WITH, Kind.OF, Kind.SOFT})
STAYS = frozenset(
    "run stay stint tenure career time days years seasons stretch era chapter standoff stalemate holdout"
    " saga drama adventure opera odyssey impasse feud dispute future request wait wish search exile trade exit departure".split()
)
_PAY = frozenset({"salary", "money"})
_SHED = frozenset("unloaded unload unloads dumped dump dumps shed sheds moved offloaded".split())
ENDS = frozenset("over ended ending ends done finished through concluded closed up last".split())
_LEAVES = frozenset({"leaving", "leaves"})
_TITLES = frozenset({"champions", "champion", "reigning", "defending"})
_ONCE = frozenset({"when", "once", "as soon as", "after", "at"})
_REACH = 4  # chunks from a man to what is his


class Read(Protocol):
    """A sentence in chunks."""

    @property
    def chunks(self) -> Sequence[Chunk]:
        """In order."""


def hero(earlier: Iterable[Read]) -> tuple[Player | None, Chunk | None]:
    """The one man named, or whom the only sentence with men begins with; and the club he was with.

    Whose standoff, stay or request it is counts as named where nobody else is: "Dale Preston's run with the
    Jets is over."
    """
    read = [sentence for sentence in earlier if HURT.isdisjoint(c.text for c in sentence.chunks)]
    men = _named(read) or _owners_of_stay(read)
    if len(men) != 1:
        return None, None
    man, club = next(iter(men.values()))
    return man, club or left(read, man)


def cast(earlier: Iterable[Read]) -> tuple[Player, ...]:
    """Every man named, in order; one of a position is told by it: "WR X and QB Y want out. The receiver ..."."""
    men: dict[str, Player] = {}
    for one in (one for sentence in earlier for one in sentence.chunks if one.kind is Kind.PLAYER):
        if one.text not in men or men[one.text].position is None:
            men[one.text] = Player(name=one.text, position=one.position)
    return tuple(men.values())


def _named(earlier: Iterable[Read]) -> dict[str, tuple[Player, Chunk | None]]:
    men: dict[str, tuple[Player, Chunk | None]] = {}
    for sentence in earlier:
        before: Chunk | None = None
        for index, one in enumerate(sentence.chunks):
            aside = before is not None and before.kind in _BESIDE and bool(men)
            aside = aside or (bool(men) and before is not None and before.text in _MEETS | _INSIDE)
            aside = aside or _acts(sentence.chunks[index + 1 : index + 4])
            if one.kind is Kind.PLAYER and not one.owner and not aside:
                club = before if before is not None and before.kind is Kind.CLUB else None
                man = Player(name=one.text, position=one.position)
                men.setdefault(one.text, (man, club if one.position else None))
            before = one
    return men


def _acts(behind: Sequence[Chunk]) -> bool:
    """Read "Al Roe has traded Dale Preston", "Al Roe sends ...": who trades a man is not the one traded."""
    rest = [one for one in behind if one.text not in _ADVERBS]
    if not _HAS.isdisjoint(one.text for one in behind) and rest and rest[0].kind in MEN:
        return True  # "Al Roe finally has Dale Preston"
    if len(rest) < 2 or rest[0].verb is None:  # noqa: PLR2004 - a verb and whom it moves
        return False
    gives = rest[0].verb.frame in {Frame.GIVE, Frame.GET}
    return gives and rest[1].kind in MEN


def _owners_of_stay(earlier: Iterable[Read]) -> dict[str, tuple[Player, Chunk | None]]:
    """Read "Dale Preston's long holdout is over"."""
    men: dict[str, tuple[Player, Chunk | None]] = {}
    for sentence in earlier:
        for index, one in enumerate(sentence.chunks):
            his = {what.text for what in sentence.chunks[index + 1 : index + 1 + _REACH]}
            his_own = not STAYS.isdisjoint(his) or _is_shed(his, sentence.chunks[:index])
            if one.kind is Kind.PLAYER and one.owner and his_own:
                men.setdefault(one.text, (Player(name=one.text, position=one.position), None))
    return men


def _is_shed(his: AbstractSet[str], ahead: Sequence[Chunk]) -> bool:
    """Read "Houston unloaded Dale Preston's salary": the club is rid of him."""
    return not _PAY.isdisjoint(his) and any(not _SHED.isdisjoint(one.text.split()) for one in ahead)


def left(earlier: Iterable[Read], man: Player) -> Chunk | None:
    """Read "Dale Preston's run with the Jets is over", "Dale Preston is leaving New York"."""
    for sentence in earlier:
        said = sentence.chunks
        words = {one.text for one in said}
        if "latest" in words and (member := _member(said)) is not None:
            return member  # "Dale Preston is the latest Raven to leave"
        there = [one for one in said if one.kind is Kind.CLUB]
        named = any(one.text == man.name for one in said)
        if len(there) != 1 or there[0].owner or not named or not _NOT.isdisjoint(words):
            continue
        if "found" in words and not _TAKERS.isdisjoint(words):
            return there[0]  # "The Jets found a taker for Dale Preston"
        ahead = [one for one in said[: said.index(there[0])] if one.text not in _TITLES]
        before = ahead[-1] if ahead else None
        ended = not ENDS.isdisjoint(words) and before is not None and before.kind in _PLACES
        if before is not None and (ended or before.text in _LEAVES):
            return there[0]
    return None


def _member(said: Sequence[Chunk]) -> Chunk | None:
    """The word behind "the latest", as a club, if it is one of its men."""
    for one, two in pairwise(said):
        code = clubs.members().get(two.text.casefold()) if one.text == "latest" else None
        if code is not None:
            return replace(two, kind=Kind.CLUB, clubs=(code,))
    return None


def joined(earlier: Iterable[Read], hero: Player) -> ClubCode | None:
    """Read "Dale Preston is a Raven", "is now a member of the Jets", "is Denver's new center"."""
    for sentence in earlier:
        said = [one for one in _without_aside(sentence.chunks, hero) if one.text not in _NOW]
        if (code := _he_is(sentence.chunks) or _will_be(sentence.chunks, hero)) is not None:
            return code
        for man, verb, what in zip(said, said[1:], said[2:], strict=False):
            if man.text != hero.name or verb.text not in _IS:
                continue
            if what.kind is Kind.CLUB and what.owner:
                return _new_man(said[said.index(what) :])
            if what.kind is Kind.CLUB and len(what.clubs) == 1 and what.text not in clubs.places():
                return what.clubs[0]
            return clubs.members().get(what.text.casefold()) if what.article else None
        if (club := _has_new(said, hero)) is not None:
            return club
    return None


def _without_aside(said: Sequence[Chunk], hero: Player) -> Sequence[Chunk]:
    """Read "Dale Preston, the sixth pick in 2013, is a Patriot": what he is stays out."""
    if len(said) < len("abcde") or said[0].text != hero.name or said[1].kind is not Kind.COMMA:
        return said
    stop = next((i for i in range(2, len(said)) if said[i].kind is Kind.COMMA), None)
    plain = stop is not None and all(one.kind in _WHAT_HE_IS for one in said[2:stop])
    return [said[0], *said[stop + 1 :]] if stop is not None and plain else said


def _he_is(said: Sequence[Chunk]) -> ClubCode | None:
    """Read "Dale Preston heard it in the meeting room: he's a Patriot"."""
    if any(one.kind is Kind.MOVE for one in said):
        return None  # "signed Tuesday: he's a Patriot"
    for colon, he, what in zip(said, said[1:], said[2:], strict=False):
        told = colon.kind is Kind.COLON and he.kind is Kind.PRONOUN and he.owner and what.article
        if told and (code := clubs.members().get(what.text.casefold())) is not None:
            return code
    return None


def _will_be(said: Sequence[Chunk], hero: Player) -> ClubCode | None:
    """Read "Dale Preston will be a Raven when the new league year opens": agreed, and not yet allowed."""
    words = [one.text for one in said[1:3]]
    if len(said) < len("abcde") or said[0].text != hero.name or words != ["will", "be"]:
        return None
    year = {one.text for one in said[4:]} >= {"league", "year"}
    if (
        not year
        or said[4].text not in _ONCE
        or not said[3].article
        or not _NOT.isdisjoint(one.text for one in said)
    ):
        return None
    return clubs.members().get(said[3].text.casefold())


def _new_man(said: Sequence[Chunk]) -> ClubCode | None:
    """Read "Denver's new center"."""
    club, *rest = said
    one = len(club.clubs) == 1 and len(rest) > 1
    return club.clubs[0] if one and rest[0].text in _NEW and rest[1].kind is Kind.UNNAMED else None


def _has_new(said: Sequence[Chunk], hero: Player) -> ClubCode | None:
    """Read "The Jets have a new quarterback in Dale Preston"."""
    for at in range(len(said) - _LONG):
        club, verb, new, one, inside, man = said[at : at + _LONG + 1]
        has = verb.text in _HAVE and new.text in _NEW and one.kind is Kind.UNNAMED
        if has and inside.text == "in" and man.text == hero.name and len(club.clubs) == 1:
            return club.clubs[0]
    return None


_WHAT_HE_IS = frozenset({Kind.WORD, Kind.PICKS, Kind.SOFT, Kind.OF, Kind.UNNAMED})
_LONG = 5  # chunks ahead of his name
