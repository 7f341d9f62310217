"""Phrases with numbers: seasons, weeks, limits and thresholds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from bot.ask.measures import PHRASES
from bot.ask.query import Cue, Least, Part, Query, Weeks, Years
from bot.ask.refusals import BELOW, RefusedError
from bot.ask.tokens import Token

_T = TypeVar("_T")
_FIRST_BOWL_SEASON: Final = 1966
_CENTURY: Final = 100


def once(held: tuple[_T, ...], new: _T) -> tuple[_T, ...]:
    """With the new one at the end, unless it is there already."""
    return held if new in held else (*held, new)


def _figures(words: Sequence[Token]) -> list[int]:
    return [int(w.number) for w in words if w.number is not None]


def _season(query: Query, words: Sequence[Token]) -> Query:
    first, *rest = _figures(words)
    last = rest[0] if rest else first
    hyphen = any(w.text == "-" for w in words)
    if last < _CENTURY or (hyphen and last == first + 1):  # "2022-23", "2022-2023": one season
        last = first
    found = Years(min(first, last), max(first, last))
    if isinstance(query.season, Years):
        return _more_years(query, query.season, found)
    return replace(query, season=found)


def _more_years(query: Query, held: Years, found: Years) -> Query:
    """Such as "2020 2021 2022": years next to each other are a span.

    Raises:
        RefusedError: there are years between them.
    """
    if held.last is None or (held.first <= found.first and (found.last or 0) <= held.last):
        return query
    if found.first > held.last + 1 or (found.last or 0) < held.first - 1:
        raise RefusedError("Name one year, or the first and the last of several.")
    last = max(held.last, found.last or 0)
    return replace(query, season=Years(min(held.first, found.first), last))


def _since(query: Query, words: Sequence[Token]) -> Query:
    return replace(query, season=Years(_figures(words)[0], None))


def _weeks(query: Query, words: Sequence[Token]) -> Query:
    numbers = _figures(words)
    return replace(query, week=Weeks(min(numbers), max(numbers)))


def _through(query: Query, words: Sequence[Token]) -> Query:
    return replace(query, through=_figures(words)[-1])


def _limit(query: Query, words: Sequence[Token]) -> Query:
    if not _figures(words)[0]:
        raise RefusedError("A list of nought is no list: say how many.")
    return replace(query, limit=_figures(words)[0], cues=query.cues | {Cue.MOST})


def _last_games(query: Query, words: Sequence[Token]) -> Query:
    return replace(query, last_games=_figures(words)[0])


def _latest(query: Query, words: Sequence[Token]) -> Query:
    return replace(query, limit=_figures(words)[0], cues=query.cues | {Cue.LATEST})


def _last_trades(query: Query, words: Sequence[Token]) -> Query:
    cues = query.cues | {Cue.LATEST, Cue.TRADE}
    return replace(query, limit=_figures(words)[0], cues=cues)


def _least(query: Query, words: Sequence[Token], *, over: bool = False) -> Query:
    value = next(w.number for w in words if w.number is not None)
    return replace(query, least=Least(value or 0, over))


def _over(query: Query, words: Sequence[Token]) -> Query:
    return _least(query, words, over=True)


def _least_of(name: str, *cues: Cue) -> "Callable[[Query, Sequence[Token]], Query]":
    def take(query: Query, words: Sequence[Token]) -> Query:
        found = _least(query, words)
        measures = once(found.measures, PHRASES[name])
        return replace(found, measures=measures, cues=found.cues | set(cues))

    return take


def _pick_season(query: Query, words: Sequence[Token]) -> Query:
    return replace(query, pick_season=_figures(words)[0], cues=query.cues | {Cue.PICKS})


def _bowl(query: Query, words: Sequence[Token]) -> Query:
    place = next(p for w in words if (p := w.ordinal or w.number))
    if place >= _FIRST_BOWL_SEASON:
        return replace(query, part=Part.SUPER_BOWL, season=Years(int(place), int(place)))
    season = _FIRST_BOWL_SEASON - 1 + int(place)
    return replace(query, part=Part.SUPER_BOWL, season=Years(season, season))


def _place(query: Query, words: Sequence[Token]) -> Query:
    found = next(p for w in words if (p := w.ordinal or w.number))
    return replace(query, place=int(found), cues=query.cues | {Cue.MOST})


def _pick(query: Query, words: Sequence[Token]) -> Query:
    found = next(p for w in words if (p := w.ordinal or w.number))
    return replace(query, pick=int(found))


def _round(query: Query, words: Sequence[Token]) -> Query:
    found = next(p for w in words if (p := w.ordinal or w.number))
    picks = {Cue.PICKS} if words[-1].text.startswith("pick") else set()
    return replace(query, round=int(found), cues=query.cues | picks)


def _below(_query: Query, _words: Sequence[Token]) -> Query:
    raise RefusedError(BELOW)


def _top_of(name: str) -> "Callable[[Query, Sequence[Token]], Query]":
    def take(query: Query, words: Sequence[Token]) -> Query:
        found = _limit(query, words)
        return replace(found, measures=once(found.measures, PHRASES[name]))

    return take


def _season_place(_query: Query, words: Sequence[Token]) -> Query:
    raise RefusedError(
        f"I cannot count a career's seasons yet (“{words[0].text} {words[1].text}”): name the year."
    )


TAKERS: Final[dict[str, Callable[[Query, Sequence[Token]], Query]]] = {
    "season": _season,
    "since": _since,
    "week": _weeks,
    "weeks": _weeks,
    "through": _through,
    "limit": _limit,
    "latest": _latest,
    "last_games": _last_games,
    "last_trades": _last_trades,
    "least": _least,
    "over": _over,
    "yards": _least_of("yards"),
    "rushers": _least_of("rushing yards"),
    "receivers": _least_of("receiving yards"),
    "passers": _least_of("passing yards"),
    "yard_games": _least_of("yards", Cue.GAME),
    "rushing_games": _least_of("rushing yards", Cue.GAME),
    "passing_games": _least_of("passing yards", Cue.GAME),
    "receiving_games": _least_of("receiving yards", Cue.GAME),
    "pick_season": _pick_season,
    "bowl": _bowl,
    "season_place": _season_place,
    "place": _place,
    "below": _below,
    "pick": _pick,
    "round": _round,
    "top_rushers": _top_of("rushing yards"),
    "top_receivers": _top_of("receiving yards"),
    "top_passers": _top_of("passing yards"),
}
