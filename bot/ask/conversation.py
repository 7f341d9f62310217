"""A conversation: one question after the other, each answered, chosen between or refused; never an exception."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.ask import refusals
from bot.ask.desk import Desk, Said
from bot.ask.query import Cue, Query
from bot.ask.reading import Reading, read
from bot.ask.refusals import RefusedError
from bot.ask.shapes import chosen
from bot.ask.spotting import Gazetteer, Known
from bot.model import Answer, name_key
from bot.stats.db import Stats

_MOST_KEPT: Final = 500  # characters of a question that an answer repeats
_SPOKEN: Final = {"players": "player", "clubs": "club", "measures": "statistic", "groups": "position", "part": "part of the season", "through": "week", "least": "threshold", "limit": "number"}  # fmt: skip


class Conversation:
    """Questions to the tables; a follow-up goes on from the question before.

    Answers are deterministic: the same tables, day and questions give the same words.
    """

    def __init__(self, stats: Stats, names: Gazetteer) -> None:
        self._stats = stats
        self._names = names
        self._coaches: dict[str, str] | None = None
        self._last: Query | None = None

    def ask(self, question: str, as_of: date) -> Answer:
        """Answer one question with what was known on a day.

        Raises:
            StatsError: the tables cannot be read.
        """
        return self._signed(question, as_of, lambda desk: self._answered(question, desk))

    def run(self, query: Query, question: str, as_of: date) -> Answer:
        """Answer a typed query; `question` is what a person is shown as asked, for choices too.

        Raises:
            StatsError: the tables cannot be read.
        """
        self._last = query
        return self._signed(question, as_of, lambda desk: _answer(query, (), desk))

    def _signed(self, question: str, as_of: date, answer: Callable[[Desk], Said]) -> Answer:
        desk = Desk(stats=self._stats, as_of=as_of, question=question)
        signed = Answer(question=question[:_MOST_KEPT], as_of=as_of)
        try:
            said = answer(desk)
        except RefusedError as refused:
            why, assumed = str(refused), tuple(desk.assumed)
            return replace(signed, assumed=assumed, choices=refused.choices, refused=why)
        return replace(
            signed,
            text=said.text,
            table=said.table,
            source=said.source,
            assumed=tuple(desk.assumed),
        )

    def _answered(self, question: str, desk: Desk) -> Said:
        """A last name that is also a word of ours is tried as the word first, then as the name."""
        before = self._last
        try:
            return self._read_as(question, desk, names_first=False)
        except RefusedError as first:
            if str(first) == refusals.BEST_BY:
                raise
            understood, self._last = self._last, before
            desk.assumed.clear()
            try:
                return self._read_as(question, desk, names_first=True)
            except RefusedError:
                self._last = understood
                desk.assumed.clear()
                raise first from None

    def _read_as(self, question: str, desk: Desk, *, names_first: bool) -> Said:
        known = Known(players=self._names, coaches=self._who_coached(), names_first=names_first)
        reading = read(question, known)
        query = self._last = self._continued(reading)
        return _answer(query, reading.places, desk)

    def _continued(self, reading: Reading) -> Query:
        """A follow-up takes over what it does not say; new decisive words put the old ones aside."""
        query, last = _settled(reading.query), self._last
        if reading.follows and last is None:
            raise RefusedError(refusals.NO_EARLIER)
        if query == Query():
            raise RefusedError(refusals.NO_SUBJECT)
        if last is None or not (reading.follows or _is_fragment(query) or not _stands_alone(query)):
            return query
        merged = last.continued(query)
        bare = last.subject().continued(query)
        ways = (merged, replace(merged, cues=query.cues), replace(bare, cues=query.cues))
        fitting = (way for way in ways if _stands_alone(way) and not chosen(way)[1])
        return next(fitting, merged if reading.follows else query)

    def _who_coached(self) -> dict[str, str]:
        if self._coaches is None:
            rows = self._stats.rows("SELECT DISTINCT name FROM coach ORDER BY name")
            self._coaches = _coach_names([row["name"] for row in rows])
        return self._coaches


def _coach_names(names: Sequence[str]) -> dict[str, str]:
    """Whole names, and last names that only one of them has."""
    last = [name_key(name).partition(" ")[2] for name in names]
    single = {key: name for key, name in zip(last, names, strict=True) if last.count(key) == 1}
    return single | {name_key(name): name for name in names}


_SUBJECTS: Final = {"players", "clubs", "coach", "division"}
_UNDER: Final = (Cue.UNDER, Cue.COACH, Cue.OFFENCE_COACH, Cue.DEFENCE_COACH)


def _settled(query: Query) -> Query:
    """Who was player and coach under one name is meant as coach where coaching is spoken of."""
    if query.coach is None:
        return query
    key = name_key(query.coach)
    named = [
        p
        for p in query.players
        if key in {name_key(h.name) for h in p.hits} or key.endswith(f" {name_key(p.text)}")
    ]
    if not named:
        return query
    if query.has(*_UNDER):
        return replace(query, players=tuple(p for p in query.players if p not in named))
    return replace(query, coach=None)


def _stands_alone(query: Query) -> bool:
    try:
        chosen(query)
    except RefusedError:
        return False
    return True


def _is_fragment(query: Query) -> bool:
    """Such as "rushing touchdowns?", "in week 3?": one thing said, no subject, and no word that asks for anything."""
    return len(query.slots() - _SUBJECTS) == 1 and not query.slots() & _SUBJECTS and not query.cues


def _answer(query: Query, places: tuple[tuple[str, str], ...], desk: Desk) -> Said:
    shape, extra = chosen(query)
    if extra:
        raise RefusedError(_cannot_take(extra, dict(places)))
    return shape.answer(query, desk)


def _cannot_take(extra: list[str], places: dict[str, str]) -> str:
    """Name the words that do not go with the rest."""
    names = {"player": "players", "club": "clubs"}
    words = [
        places.get(names.get(name, name)) or _SPOKEN.get(name, name.casefold().replace("_", " "))
        for name in extra
    ]
    quoted = " and ".join(f"“{word}”" for word in dict.fromkeys(words))
    goes = "go" if " and " in quoted else "goes"
    return f"I do not see how {quoted} {goes} with the rest of the question: {refusals.SIMPLER}"
