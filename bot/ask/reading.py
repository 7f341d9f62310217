"""From a question's words to a typed query: pure, and every word is accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot import clubs
from bot.ask import refusals
from bot.ask.leftovers import is_bare_number, refuse_unknown
from bot.ask.meanings import (
    Against,
    Clubs,
    Division,
    FollowUp,
    Group,
    Manner,
    Month,
    Pronoun,
    Refuse,
    Takes,
)
from bot.ask.measure import Loose, Measure
from bot.ask.measures import PHRASES
from bot.ask.query import Cue, Least, Mention, Part, Query, RelativeWeek, Time
from bot.ask.refusals import RefusedError
from bot.ask.spotting import Coach, Known, Tag, tags
from bot.ask.taking import TAKERS, once
from bot.ask.tokens import Token, tokens

_SUBJECTS = {"players", "clubs", "coach"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood.

    Attributes:
        follows: it goes on from the question before.
        places: where each kind of thing stands in the question, for naming it in a refusal.
    """

    query: Query
    follows: bool
    places: tuple[tuple[str, str], ...]


def read(question: str, known: Known) -> Reading:
    """What a question asks for.

    Raises:
        RefusedError: it is empty, too long, in another script, or has a word that is not understood.
    """
    words = _checked(question)
    found = tags(words, known)
    _refuse_subjects(found)
    refuse_unknown(question, words, found, known)
    _refuse_ambiguous(question, words, found)
    query, places = _folded(question, words, found)
    follows = _says(found, FollowUp) or (_says(found, Pronoun) and not query.slots() & _SUBJECTS)
    return Reading(_decided(query, found), follows, places)


def _folded(
    question: str, words: Sequence[Token], found: Sequence[Tag]
) -> tuple[Query, tuple[tuple[str, str], ...]]:
    """The query, word by word, and which words filled what."""
    query, places, against = Query(), [], False
    for at, tag in enumerate(found):
        text = question[words[tag.start].start : words[tag.end - 1].end]
        for meaning in tag.meanings:
            before = query
            query = _with(query, meaning, words[tag.start : tag.end], against=against)
            places += [(name, text) for name in _changed(before, query)]
            against = isinstance(meaning, Against) or (against and query == before)
        query = _bare_number(query, found, at, words)
    return query, tuple(places)


def _says(found: Sequence[Tag], kind: type) -> bool:
    return any(isinstance(meaning, kind) for tag in found for meaning in tag.meanings)


def _decided(query: Query, found: Sequence[Tag]) -> Query:
    """Such as "threw 3 touchdowns", "ran for 100": the verb says of which kind."""
    query = _allowed(_per_game(_of_all_time(query)))
    manners = [m for tag in found for m in tag.meanings if isinstance(m, Manner)]
    if not manners:
        return query
    manner = manners[-1]
    if manner.name == "passing" and query.has(Cue.PICKS) and not query.measures:
        thrown = (PHRASES["interceptions thrown"],)
        return replace(query, measures=thrown, cues=query.cues - {Cue.PICKS})
    decided = [
        PHRASES.get(f"{manner.name} {m.word}", m) if isinstance(m, Loose) else m
        for m in query.measures
    ] or [PHRASES[f"{manner.name} yards"]]
    return replace(query, measures=tuple(decided))


def _of_all_time(query: Query) -> Query:
    """Of a statistic "ever" is all seasons, unless one is named; elsewhere it says nothing."""
    every = query.has(Cue.EVER) and query.measures and query.season is None
    season = Time.CAREER if every else query.season
    return replace(query, season=season, cues=query.cues - {Cue.EVER})


def _allowed(query: Query) -> Query:
    """What a club "gave up" is what it let others do, where a statistic is spoken of and no trade."""
    gave = query.has(Cue.TRADE_AWAY) and query.measures and not query.has(Cue.TRADE, Cue.PICKS)
    if not gave or query.players:
        return query
    return replace(query, cues=query.cues - {Cue.TRADE_AWAY} | {Cue.ALLOWED})


def _per_game(query: Query) -> Query:
    """Of a statistic; what is left of the word (points of a club) the answer looks at."""
    if not query.has(Cue.PER_GAME) or not query.measures:
        return query
    measures = tuple(m.per_game() for m in query.measures)
    return replace(query, measures=measures, cues=query.cues - {Cue.PER_GAME})


def _checked(question: str) -> tuple[Token, ...]:
    if len(question) > refusals.LONGEST_QUESTION:
        raise RefusedError(refusals.TOO_LONG)
    words = tokens(question)
    if not any(char.isalnum() for word in words for char in word.text):
        strange = any(char.isalpha() for char in question)
        raise RefusedError(refusals.OTHER_SCRIPT if strange else refusals.EMPTY)
    letters = [c for w in words for c in w.text if c.isalpha()]
    if letters and not any(c.isascii() for c in letters):
        raise RefusedError(refusals.OTHER_SCRIPT)
    return words


def _refuse_subjects(found: Sequence[Tag]) -> None:
    for tag in found:
        for meaning in tag.meanings:
            if isinstance(meaning, Refuse):
                raise RefusedError(meaning.why)


def _changed(before: Query, after: Query) -> list[str]:
    names = [f for f in after.slots() if getattr(after, f) != getattr(before, f)]
    return [*names, *(cue.name for cue in after.cues - before.cues)]


def _refuse_ambiguous(question: str, words: Sequence[Token], found: Sequence[Tag]) -> None:
    """A city with two clubs: the choices are whole questions."""
    for tag in found:
        for meaning in tag.meanings:
            if isinstance(meaning, Clubs) and len(meaning.codes) > 1:
                start, end = words[tag.start].start, words[tag.end - 1].end
                full = [club.name for code in meaning.codes if (club := clubs.by_code(code))]
                choices = tuple(f"{question[:start]}{name}{question[end:]}" for name in full)
                raise RefusedError(f"“{question[start:end]}” may be {' or '.join(full)}.", choices)


def _with(query: Query, meaning: object, words: Sequence[Token], *, against: bool) -> Query:
    if isinstance(meaning, Takes):
        return TAKERS[meaning.slot](query, words)
    return replace(query, **_subject(query, meaning, against=against), **_narrowing(query, meaning))


def _subject(query: Query, meaning: object, *, against: bool) -> dict[str, Any]:
    """Whom it is about."""
    said: dict[str, Any] = {}
    match meaning:
        case Mention():
            cues = query.cues | {Cue.COMPARE} if against else query.cues
            said = {"players": (*query.players, meaning), "cues": cues}
        case Coach():
            said = {"coach": meaning.name}
        case Clubs() if against and query.opponent is None:
            said = {"opponent": meaning.codes[0]}
        case Clubs():
            said = {"clubs": once(query.clubs, meaning.codes[0])}
        case Division():
            said = {"division": meaning.name}
        case _:
            pass
    return said


def _narrowing(query: Query, meaning: object) -> dict[str, Any]:
    """What about it, and when."""
    said: dict[str, Any] = {}
    match meaning:
        case Cue():
            said = {"cues": query.cues | {meaning}}
        case Measure() | Loose():
            said = {"measures": once(query.measures, meaning)}
        case Group():
            said = {"groups": query.groups | meaning.names}
        case Part():
            said = {"part": meaning}
        case Time():
            said = {"season": meaning}
        case Month():
            said = {"month": meaning.number}
        case RelativeWeek():
            said = {"week": meaning}
        case _:
            pass
    return said


def _bare_number(query: Query, found: Sequence[Tag], at: int, words: Sequence[Token]) -> Query:
    """Such as "100 catches": a number right before a statistic is the least that counts."""
    if not is_bare_number(found, at, words):
        return query
    return replace(query, least=Least(words[found[at].start].number or 0))
