"""Which draft a pick belongs to: "2026", "'26", "next year's", "April's draft", "a year later"."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from bot.extract.tokens import Token

_YEAR_SPAN = 6  # clubs may trade picks of the next three drafts; leave room
_DRAFT_OVER = (
    5,
    3,
)  # the draft's last day is the first of May at the latest, and a day for the news
_LATE_DRAFT = {2014: (5, 12)}  # the one that was held later
_SHORT = 12  # tokens before a bare "next" in which "this year" stands
_ENDS = frozenset({"", ",", ";", ")", "to", "for", "from", "in", "per", "and", "with", "\u2014"})
_NEAR = 40  # tokens before "a year later" in which its year stands
_SEASONS = frozenset({"year", "season", "summer", "spring", "offseason", "year's"})
_MONTHS = frozenset("april may".split())
_EVENINGS = frozenset("thursday friday saturday tonight tomorrow today".split())
_DAYS = frozenset("month week weekend thursday".split())
_COMING = frozenset({"upcoming", "coming", "approaching"})
_LATER = frozenset({"following", "subsequent"})
_TWO_FIGURES = 2
_COUNTED = {"two": 2, "three": 3, "2": 2, "3": 3}

Years = tuple[tuple[int | None, ...], int]  # the years, and how many tokens say so


def is_year(low: str) -> bool:
    """Four digits that may be a year, or five that were meant so."""
    return low.isdecimal() and len(low) in {4, 5} and low[:2] in {"20", "19"}


def is_short_year(tokens: Sequence[Token], at: int) -> bool:
    """Read "'26" here: a sign and two figures."""
    follower = _low(tokens, at + 1)
    return at >= 0 and _low(tokens, at) == "'" and len(follower) == _TWO_FIGURES and (
        follower.isdecimal()
    )  # fmt: skip


def full_year(figures: str) -> int:
    """The year that "2026" or the figures of "'26" mean."""
    return int(figures) + (2000 if len(figures) == _TWO_FIGURES else 0)


def years(tokens: Sequence[Token], at: int, published: datetime) -> Years | None:
    """The years of draft that the words here name; an impossible one is None.

    Args:
        tokens: one sentence.
        at: where the words begin, behind any "the".
        published: what "next year" is measured from.
    """
    low, follower = _low(tokens, at), _low(tokens, at + 1)
    if is_year(low):
        return (possible(int(low), published),), 1
    if is_short_year(tokens, at):
        return (possible(full_year(follower), published),), 2
    if low == "next" and follower in _ENDS and _is_after_this_year(tokens, at):
        return (published.year + 1,), 1
    if low in {"this", "next", "last"}:
        return _told_from_today(tokens, at, published)
    return (
        _next_draft_by_name(tokens, at, published)
        or _told_from_before(tokens, at, published)
        or _each_of(tokens, at, published)
    )


def _is_after_this_year(tokens: Sequence[Token], at: int) -> bool:
    """Read "a third this year and a sixth next"."""
    words = [token.low for token in tokens[max(0, at - _SHORT) : at]]
    return ("this", "year") in pairwise(words)


def is_past(tokens: Sequence[Token], at: int, published: datetime) -> bool:
    """The year that begins here lies behind: a pick of that draft is history, and describes a man."""
    low = tokens[at].low
    return low == "last" or (is_year(low) and len(low) == len("2026") and int(low) < published.year)


def _told_from_today(tokens: Sequence[Token], at: int, published: datetime) -> Years | None:
    low, follower = _low(tokens, at), _low(tokens, at + 1)
    if season := _season(tokens, at + 1):
        year = None if low == "last" else published.year + (low == "next")
        return (year,), 1 + season
    if low == "last":
        return None
    if follower in _MONTHS | _DAYS:
        return (next_draft(published),), 2
    return ((next_draft(published),), 1) if follower == "draft" else None


def _season(tokens: Sequence[Token], at: int) -> int:
    """How many words tell of a season here: one, two of "off season", or none."""
    low = _low(tokens, at)
    return 2 * (_low(tokens, at + 1) == "season") if low == "off" else int(low in _SEASONS)


def _next_draft_by_name(tokens: Sequence[Token], at: int, published: datetime) -> Years | None:
    """Read "upcoming draft", "April's draft", "tonight's draft"."""
    low, follower = _low(tokens, at), _low(tokens, at + 1)
    season = _season(tokens, at + 1)
    if low in _COMING and (follower in {"draft", "nfl"} or season):
        return (next_draft(published),), 1 + season
    if low in _MONTHS | _EVENINGS and tokens[at].owner and follower in {"draft", "nfl"}:
        return (next_draft(published),), 1
    return None


def _told_from_before(tokens: Sequence[Token], at: int, published: datetime) -> Years | None:
    """Read "the following year", "the year after" and "a year later": the year after the one named before."""
    low, follower = _low(tokens, at), _low(tokens, at + 1)
    same = low == "same" and follower in {"draft", "year"}
    season = _season(tokens, at + 1)
    later = (low in _LATER and (season or follower == "draft")) or (
        low == "year" and (follower == "later" or _is_year_after(tokens, at))
    )
    later |= (low, follower) == ("year", "after") and _low(tokens, at + 2) in _ENDS
    if not same and not later:
        return None
    words = 1 + max(1, season)
    for index in range(at - 1, max(-1, at - _NEAR), -1):
        if is_year(tokens[index].low):
            return (possible(int(tokens[index].low) + later, published),), words
        if _low(tokens, index) == "this" and _low(tokens, index + 1) == "year":
            return (published.year + later,), words
    return (None,), words


def _is_year_after(tokens: Sequence[Token], at: int) -> bool:
    """Read "a fourth in 2019 and a seventh the year after"; not "the year after he was drafted"."""
    after = _low(tokens, at + 1) == "after" and at and tokens[at - 1].low in {"the", "a"}
    return bool(after) and _low(tokens, at + 2) in _ENDS | {
        ".",
        "\u2013",
        "according",
        "source",
        "sources",
    }


def _each_of(tokens: Sequence[Token], at: int, published: datetime) -> Years | None:
    """Read "each of the next two drafts"."""
    if _low(tokens, at) != "each":
        return None
    words = [_low(tokens, at + ahead) for ahead in range(6)]
    count = _COUNTED.get(words[4])
    if (
        words[:4] != ["each", "of", "the", "next"]
        or not count
        or words[5] not in {"drafts", "years"}
    ):
        return None
    if words[5] == "years":
        return (None,) * count, 6  # in March the first of them may be this year's
    return tuple(next_draft(published) + ahead for ahead in range(count)), 5


def next_draft(published: datetime) -> int:
    """The year of the next draft: this year's until it is over."""
    over = _LATE_DRAFT.get(published.year, _DRAFT_OVER)
    return published.year + ((published.month, published.day) >= over)


def possible(year: int, published: datetime) -> int | None:
    """The year, if clubs can trade picks of it."""
    return year if published.year <= year <= published.year + _YEAR_SPAN else None


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""
