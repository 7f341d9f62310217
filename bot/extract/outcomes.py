"""Main clauses that a trade behind "when" or "after" brings about: talks that ended, a second chance, a slot to use."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.extract.claims import ASSETS, MEN
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk

_COURSES = frozenset(
    "talks negotiations discussions saga drama standoff stalemate impasse holdout search pursuit wait waiting courtship"
    " speculation uncertainty dispute feud soap chase hunt guessing limbo".split()
)
_ENDED = frozenset({"ended", "over", "end", "ends", "concluded"})
_CHANCES = frozenset({"shot", "chance", "opportunity", "lease", "start"})
_ANOTHER = frozenset({"another", "second", "new", "fresh", "third"})
_GETS = frozenset({"get", "gets", "getting", "has", "have", "got", "given"})
_WEEPS = frozenset("wept sobbed cried tears goodbye goodbyes farewell farewells".split())
_CLOCK = frozenset("is are on the clock now at back".split())
# Told of another day, taken back, or of what might be: the clause behind it is then no news either.
_NO_NEWS = frozenset(
    "not n't never no without last ago earlier previous past once if could would might should may had again season"
    " remembers remembered recalls recalled admits admitted recalling still against sunday's game".split()
)
_LATER = frozenset({"since", "ever since", "later", "eventually"})
_SPANS = frozenset(
    "year years month months week weeks season seasons days".split()
)  # "a year after"


def brings_about(main: Sequence[Chunk], told: Sequence[Chunk]) -> bool:
    """The clause tells how the main clause came to be, on the same day.

    Args:
        main: the chunks before "when" or "after".
        told: those behind it.
    """
    main = _without_aside(main)
    words = {one.text for one in main}
    if (
        not main
        or main[-1].text in _SPANS
        or not words.isdisjoint(_NO_NEWS)
        or any(_is_year(one.text) for one in main)
        or _nests(main)
        or _goes_on_later(told)
    ):
        return False
    return (
        _ends_course(words)
        or _gives_chance(main, words)
        or _parts(main, words, told)
        or _is_on_clock(main, words, told)
    )


def _nests(main: Sequence[Chunk]) -> bool:
    """Read "said he wept", "the saga that ended": no main clause; "said goodbye" is one."""
    behind = [*main[1:], None]
    return any(
        one.kind in {Kind.STOP, Kind.WHO}
        and not (one.text == "said" and two and two.text in _WEEPS)
        for one, two in zip(main, behind, strict=True)
    )


def _goes_on_later(told: Sequence[Chunk]) -> bool:
    """Read "... was traded to the Bears, and he has not looked back"."""
    return any(
        one.text in _LATER or (one.kind is Kind.AND and two.kind is Kind.PRONOUN)
        for one, two in pairwise(told)
    )


def _without_aside(main: Sequence[Chunk]) -> Sequence[Chunk]:
    """Leave out ", who walked away from football a year ago,"."""
    start = next((i for i, one in enumerate(main) if one.kind is Kind.WHO), None)
    if not start or main[start - 1].kind is not Kind.COMMA:
        return main
    stop = next((i for i, one in enumerate(main) if i > start and one.kind is Kind.COMMA), None)
    return main if stop is None else [*main[: start - 1], *main[stop + 1 :]]


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == len("2019")


def _ends_course(words: Collection[str]) -> bool:
    """Read "Four months of talks ended Wednesday when"."""
    return not _COURSES.isdisjoint(words) and not _ENDED.isdisjoint(words)


def _gives_chance(main: Sequence[Chunk], words: Collection[str]) -> bool:
    """Read "Dale Preston will get another shot after"; "another shot at the Jets" is a game."""
    man = any(one.kind in MEN or one.kind is Kind.PRONOUN for one in main)
    chance = not _CHANCES.isdisjoint(words) and not _ANOTHER.isdisjoint(words)
    there = "at" in words or any(one.kind is Kind.CLUB for one in main)
    return man and chance and not there and not _GETS.isdisjoint(words)


def _parts(main: Sequence[Chunk], words: Collection[str], told: Sequence[Chunk]) -> bool:
    """Read "Dale Preston wept in the parking lot after the Broncos sent him to the Rams for a third"."""
    man = bool(main) and main[0].kind is Kind.PLAYER and not main[0].owner
    return man and not _WEEPS.isdisjoint(words) and _is_priced(told)


def _is_priced(told: Sequence[Chunk]) -> bool:
    """A club in front, another behind "to", and what it pays."""
    kinds = [one.kind for one in told]
    priced = Kind.FOR in kinds and kinds[kinds.index(Kind.FOR) + 1 :][:1] == [Kind.PICKS]
    return priced and kinds[:1] == [Kind.CLUB] and kinds.count(Kind.CLUB) > 1


def _is_on_clock(main: Sequence[Chunk], words: Collection[str], told: Sequence[Chunk]) -> bool:
    """Read "The Bills are on the clock after sending Nos. 22 and 65 to Baltimore for No. 16": only slots move."""
    rest = {one.text for one in main if one.kind not in {Kind.CLUB, Kind.PICKS}}
    goods = [one for one in told if one.kind in ASSETS]
    slots = all(one.kind is Kind.PICKS for one in goods)
    numbered = any(pick.number for one in goods for pick in one.picks)
    gives = any(one.verb is not None and one.verb.frame is Frame.GIVE for one in told[:1])
    return "clock" in words and rest <= _CLOCK and slots and numbered and gives
