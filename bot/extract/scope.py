"""What the rest of a report tells about one sentence: the clubs and men it names, and whom "him" means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.extract import heroes
from bot.extract.announcers import stater
from bot.extract.heroes import Read
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.people import SUFFIXES
from bot.extract.tokens import Token
from bot.model import ClubCode, Player


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The report around a sentence, and the sentence's place in it.

    Attributes:
        filer: the club whose wire row it is.
        speaker: the club that says "we" and signs.
        clubs: every club named beyond doubt, which settles "New York".
        men: full names by casefolded surname.
        hero: the one man whom the sentences before this one name.
        cast: every man whom they name.
        home: the club whose man they call him.
        joined: the club whose man they say he is now: "X is a Raven".
        tokens: the sentence.
        offset: where its text begins in "title, line break, text".
    """

    filer: ClubCode | None = None
    speaker: Chunk | None = None
    clubs: frozenset[ClubCode] = frozenset()
    men: Mapping[str, Player] = field(default_factory=dict)
    hero: Player | None = None
    cast: Sequence[Player] = ()
    home: Chunk | None = None
    joined: ClubCode | None = None
    tokens: Sequence[Token] = ()
    offset: int = 0

    def at(self, tokens: Sequence[Token], offset: int, earlier: Iterable[Read] = ()) -> "Scope":
        """The scope of one sentence, with those before it in the report."""
        told = list(earlier)
        hero, home = heroes.hero(told)
        joined = heroes.joined(told, hero) if hero else None
        cast = heroes.cast(told)
        return replace(
            self, tokens=tokens, offset=offset, cast=cast, hero=hero, home=home, joined=joined
        )

    def club(self, chunk: Chunk | None, taken: Sequence[ClubCode] = ()) -> ClubCode | None:
        """The club that a name means: of two in one city, the one the text speaks of elsewhere."""
        if chunk is None:
            return None
        if len(chunk.clubs) == 1:
            return chunk.clubs[0]
        free = [code for code in chunk.clubs if code not in taken]
        known = [code for code in free if code in self.clubs]
        if len(known) == 1:
            return known[0]
        return free[0] if len(free) == 1 else None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of "title, line break, text" for tokens of the sentence."""
        placed = [token for token in self.tokens[first:last] if token.end]  # not commas of our own
        if not placed:
            return 0, 0
        return self.offset + placed[0].start, self.offset + placed[-1].end


def scope_of(found: Sequence[Read]) -> Scope:
    """Clubs and full names, which settle "New York" and bare surnames in the other sentences."""
    certain = {c.clubs[0] for s in found for c in s.chunks if len(c.clubs) == 1}
    men: dict[str, Player | None] = {}
    for one in (c for s in found for c in s.chunks if c.kind is Kind.PLAYER):
        player = Player(name=one.text, position=one.position)
        for key in _surnames(one.text):
            known = men.get(key, player)
            men[key] = player if known is not None and known.name == player.name else None
    return Scope(
        speaker=next((sign for s in found if (sign := _signature(s.chunks))), None),
        clubs=frozenset(certain),
        men={key: man for key, man in men.items() if man is not None},
    )


def _signature(chunks: Sequence[Chunk]) -> Chunk | None:
    """Read "- Arizona Cardinals (@AZCardinals)", and "Statement from the Cardinals: We have ..."."""
    if club := stater(chunks):
        return club
    for dash, club in pairwise(chunks):
        if dash.text in {"-", "\u2014", "--"} and club.kind is Kind.CLUB:
            return club
    return None


def _surnames(name: str) -> set[str]:
    words = [word for word in name.casefold().split() if word not in SUFFIXES]
    return {words[-1], " ".join(words[1:])} if words else set()
