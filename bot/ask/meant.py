"""Which statistic is meant: a loose word is decided by the player or the club, or offered as choices."""

from bot.ask.desk import Desk
from bot.ask.measure import Loose, Measure
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.stats.groups import group_of


def measures_of(query: Query, desk: Desk, position: str | None) -> tuple[Measure, ...]:
    """The statistics meant of a player of this position; a loose word is decided by it."""
    found: list[Measure] = []
    for measure in query.measures:
        if isinstance(measure, Measure):
            found.append(measure)
            continue
        meant = measure.by_group.get(group_of(position) or "")
        if meant is None:
            raise _which_measure(desk, measure)
        if [m.name for m in meant] != [measure.word]:
            desk.assume(f"{measure.word} of a {position}: {' and '.join(m.name for m in meant)}")
        found += meant
    for measure in found:
        note(desk, measure)
    return tuple(dict.fromkeys(found))


def measure_of(query: Query, desk: Desk, *, of_club: bool = False) -> Measure:
    """The one statistic meant of a club, or of a list of players.

    Raises:
        RefusedError: there are several, or its word is too loose.
    """
    if len(query.measures) > 1:
        names = ", ".join(_name(m) for m in query.measures)
        raise RefusedError(f"That can be told of one statistic at a time, not of {names}.")
    (found,) = query.measures
    if isinstance(found, Loose):
        found = _loose(desk, found, query, of_club=of_club)
    note(desk, found)
    return found


def _loose(desk: Desk, word: Loose, query: Query, *, of_club: bool) -> Measure:
    if of_club and word.of_club:
        return word.of_club
    meant = {m for g in query.groups if (ms := word.by_group.get(g)) for m in ms[:1]}
    if len(meant) == 1:
        (found,) = meant
        return found
    if not word.offers and word.of_club:
        return word.of_club
    if word.of_list and not query.groups:
        desk.assume(f"{word.word} of players: {word.of_list.name}")
        return word.of_list
    raise _which_measure(desk, word)


def _which_measure(desk: Desk, word: Loose) -> RefusedError:
    low = desk.question.casefold()
    spelt = next(
        (w for w in (word.word, word.word[:-1], "tds", "td", "ints", "picks", "yds") if w in low),
        "",
    )
    at = low.rfind(spelt) if spelt else len(low)
    before, after = desk.question[:at], desk.question[at + len(spelt) :]
    if not spelt:  # taken over from the question before
        before = f"{desk.question.rstrip('?! ')} "
    choices = tuple(f"{before}{name}{after}" for name in word.offers)
    return RefusedError(f"“{word.word}” may mean {' or '.join(word.offers)}.", choices)


def note(desk: Desk, measure: Measure) -> None:
    """Say what a number counts, where its name does not."""
    if measure.note:
        desk.assume(measure.note)


def _name(measure: Measure | Loose) -> str:
    return measure.name if isinstance(measure, Measure) else measure.word
