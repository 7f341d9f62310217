"""Which player is meant: decided by what else the question says, or offered as choices."""

from collections.abc import Iterable
from dataclasses import replace

from bot.ask.desk import Desk
from bot.ask.measure import Measure
from bot.ask.query import Mention, Query
from bot.ask.refusals import RefusedError
from bot.ask.spotting import label_words
from bot.stats import queries
from bot.stats.facts import Who
from bot.stats.groups import group_of
from bot.stats.names import NameHit

_MOST_CHOICES = 10
_SEEN = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE pid = ?1 AND season BETWEEN ?2 AND ?3 AND known_on <= ?4"  # noqa: S608 - our columns
    for table in ("player_week", "player_season", "snap", "roster_week")
)


def player_of(query: Query, desk: Desk, at: int = 0) -> Who:
    """The one player who is meant.

    Raises:
        RefusedError: several are; the choices are whole questions.
    """
    mention = query.players[at]
    hits = _narrowed(desk, mention, query)
    if len(hits) > 1 and not _are_alike(desk, hits):
        raise _which(desk, mention, hits)
    if len(mention.hits) > 1 or not hits[0].exact:
        label = ", ".join(filter(None, (hits[0].position, hits[0].club)))
        desk.assume(f"{mention.text} is {hits[0].name} ({label})")
    return queries.who(desk.stats, hits[0].pid)


def _narrowed(desk: Desk, mention: Mention, query: Query) -> tuple[NameHit, ...]:
    """Position, club, statistic, then who played: each decides only if somebody is left."""
    hits = mention.hits
    for fits in (_of_group, _of_club, _of_measure, _like_the_others, _who_played):
        if len(hits) == 1:
            break
        hits = tuple(hit for hit in hits if fits(desk, hit, query)) or hits
    return hits


def _of_group(_desk: Desk, hit: NameHit, query: Query) -> bool:
    return not query.groups or group_of(hit.position) in query.groups


def _of_club(desk: Desk, hit: NameHit, query: Query) -> bool:
    clubs = (
        *query.clubs,
        *([query.opponent] if len(query.players) > 1 and query.opponent else []),
    )
    if not clubs:
        return True
    return any(s.club in clubs for s in queries.spells(desk.stats, hit.pid, desk.as_of))


def _of_measure(_desk: Desk, hit: NameHit, query: Query) -> bool:
    groups = {g for m in query.measures if isinstance(m, Measure) for g in m.groups}
    return not groups or group_of(hit.position) in groups


def _like_the_others(_desk: Desk, hit: NameHit, query: Query) -> bool:
    """Compared with somebody who is beyond doubt: of his kind of position."""
    certain = {group_of(p.hits[0].position) for p in query.players if len(p.hits) == 1}
    return not certain or group_of(hit.position) in certain


def _who_played(desk: Desk, hit: NameHit, query: Query) -> bool:
    try:
        first, last = replace(desk, assumed=[]).years(query)
    except RefusedError:
        return True
    return desk.stats.row(_SEEN, hit.pid, first, last, desk.as_of) is not None


def _are_alike(desk: Desk, hits: tuple[NameHit, ...]) -> bool:
    """One name and position, and nobody with a row: to choose would change no answer."""
    labels = {(hit.name, hit.position) for hit in hits}
    sql = "SELECT 1 FROM player_season WHERE pid = ?"
    return len(labels) == 1 and not any(desk.stats.row(sql, hit.pid) for hit in hits)


def _which(desk: Desk, mention: Mention, hits: tuple[NameHit, ...]) -> RefusedError:
    start, end = mention.span
    shown = hits[:_MOST_CHOICES]
    names = tuple(f"{hit.name} ({', '.join(_labels(hit, shown))})" for hit in shown)
    choices = tuple(f"{desk.question[:start]}{name}{desk.question[end:]}" for name in names)
    more = f" (and {len(hits) - len(shown)} more)" if len(hits) > len(shown) else ""
    return RefusedError(f"“{mention.text}” may be several players{more}: choose one.", choices)


def _labels(hit: NameHit, among: Iterable[NameHit]) -> tuple[str, ...]:
    """Position and club; the last season and a number only where these leave two alike."""
    labels = tuple(word.upper() for word in label_words(hit))
    for length in range(2, len(labels) + 1):
        alike = [h for h in among if label_words(h)[:length] == label_words(hit)[:length]]
        if len(alike) == 1:
            return labels[:length]
    return labels
