"""Is a text about the NFL at all: nothing of another league in it, and something that proves ours."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise

from bot import clubs
from bot.extract import leagues, roll
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.extract.tokens import Token

_BASKETBALL_ROUNDS, _BASKETBALL_PICKS = 2, 60
_FOREIGN_POSITIONS = frozenset(
    {"forward", "prop", "hooker", "flanker", "lock", "scrumhalf", "flyhalf"}
)
_DRAFT = ((4, 20), (5, 9))  # days on which the NFL drafts, or is about to
_PLURAL = 4  # letters: "Wings"
_CLUBS = 8  # named in one text about one trade


def is_other_league(found: Sequence[Sentence], published: datetime) -> bool:
    """Another league's word, club or position stands in it, or nothing proves the NFL.

    Args:
        found: the sentences of a text.
        published: in the days of our draft, numbers of picks prove it.
    """
    foreign = any(_is_foreign(c, s.chunks) for s in found for c in s.chunks)
    return (
        foreign
        or any(_calls_forward(s.chunks) or _names_stranger(s) for s in found)
        or _trades_pitcher(found)
        or (
            not any(proves_nfl(s.tokens, s.chunks) or _names_reporter(s.chunks) for s in found)
            and not _names_its_man([chunk for s in found for chunk in s.chunks])
            and not _trades_slots(found, published)
        )
    )


def _is_foreign(chunk: Chunk, beside: Sequence[Chunk]) -> bool:
    """Another league's own; "moving to Florida: the Jets traded him to the Buccaneers" only names a state."""
    if chunk.kind is not Kind.OTHER_LEAGUE:
        return False
    ours = {one.clubs for one in beside if one.kind is Kind.CLUB}
    two = len(ours) > 1 and any(one.strong for one in beside)
    return not (chunk.text == "city" and two)


def _trades_slots(found: Sequence[Sentence], published: datetime) -> bool:
    """Read "Seattle sends the 32nd pick to Minnesota for Nos. 40 and 108" on draft night.

    No other league knows its slots then: they are drawn in May, and drafted for in June and July.
    """
    numbers = [pick.number for s in found for c in s.chunks for pick in c.picks if pick.number]
    named = {c.clubs for s in found for c in s.chunks if c.clubs}
    first, last = _DRAFT
    days = first <= (published.month, published.day) <= last
    return days and len(numbers) > 1 and len(named) > 1


def _names_its_man(chunks: Sequence[Chunk]) -> bool:
    """A man on the roll of a club that is named too: "Dallas" and "Quinnen Williams"."""
    men = {chunk.text for chunk in chunks if chunk.kind is Kind.PLAYER}
    codes = {code for chunk in chunks if chunk.kind is Kind.CLUB for code in chunk.clubs}
    return len(codes) <= _CLUBS and any(roll.holds(code, man) for man in men for code in codes)


def _calls_forward(chunks: Sequence[Chunk]) -> bool:
    """Read "forward Barclay Goodrow", "prop Payne Hass": nobody plays there in the NFL."""
    return any(
        one.text in _FOREIGN_POSITIONS and two.kind is Kind.PLAYER for one, two in pairwise(chunks)
    )


def _names_stranger(sentence: Sentence) -> bool:
    """Read "Tennessee Smokies acquire", "from the Dallas Wings": the city's club of another league."""
    trios = zip(sentence.chunks, sentence.chunks[1:], [*sentence.chunks[2:], None], strict=False)
    return any(
        one.kind is Kind.CLUB
        and two.kind is Kind.SURNAME
        and _is_nickname(one, sentence.tokens[two.first])
        and (three is None or three.kind is Kind.VERB)
        for one, two, three in trios
    )


def _is_nickname(city: Chunk, word: Token) -> bool:
    """A plural that no NFL club is called by, right behind the bare name of a city."""
    bare = not city.owner and any(clubs.city(code) == city.text for code in city.clubs)
    plural = word.low.endswith("s") and not word.low.endswith("ss") and len(word.low) > _PLURAL
    return bare and plural and not word.owner and city.last - city.first == len(city.text.split())


def _trades_pitcher(found: Sequence[Sentence]) -> bool:
    """A "P" between clubs whose every name baseball has too is a pitcher, unless a strong word says else."""
    chunks = [c for s in found for c in s.chunks]
    clubs = [c for c in chunks if c.kind is Kind.CLUB]
    pitcher = any(c.position == "P" for c in chunks)
    return pitcher and bool(clubs) and not any(c.strong for c in clubs) and not any(
        proves_nfl(s.tokens, ()) or _names_reporter(s.chunks) for s in found
    )  # fmt: skip


def _names_reporter(chunks: Sequence[Chunk]) -> bool:
    return any(c.source is not None and c.source.kind == "reporter" for c in chunks)


def proves_nfl(tokens: Sequence[Token], chunks: Sequence[Chunk]) -> bool:
    """Something here belongs to the NFL alone."""
    return (
        any(c.strong or c.text in leagues.NFL_CITIES or _is_our_man(c) for c in chunks)
        or any(token.text in leagues.NFL_POSITIONS for token in tokens)
        or _says_nfl(" ".join(token.low for token in tokens))
        or _late_round_without_hockey(chunks)
    )


def _is_our_man(chunk: Chunk) -> bool:
    """Read "a Viking", and not "a Giant": no other league has Vikings."""
    man = chunk.article and chunk.text.casefold() in clubs.members()
    return man and f"{chunk.text.casefold()}s" not in _SHARED


_SHARED = leagues.DIAMOND_NAMES | {"jets", "panthers", "rams", "bears", "lions", "eagles", "saints"}


def _says_nfl(text: str) -> bool:
    return any(word in text for word in _nfl_words())


@cache
def _nfl_words() -> tuple[str, ...]:
    return tuple(text.replace("-", " ") for text in leagues.nfl_words())


def _late_round_without_hockey(chunks: Sequence[Chunk]) -> bool:
    """A third-round pick is not basketball; from a club whose name hockey has not it is football."""
    late = any(
        (pick.round or 0) > _BASKETBALL_ROUNDS or (pick.number or 0) > _BASKETBALL_PICKS
        for c in chunks
        for pick in c.picks
    )
    return late and any(
        chunk.text in leagues.DIAMOND_NAMES
        or any(clubs.city(code) not in leagues.hockey_cities() for code in chunk.clubs)
        for chunk in chunks
        if chunk.kind is Kind.CLUB
    )
