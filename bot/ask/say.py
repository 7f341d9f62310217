"""Numbers, lines, games and days in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.ask.measure import Measure
from bot.ask.measures import PHRASES
from bot.stats.calendar import last_regular_week
from bot.stats.columns import STATS
from bot.stats.facts import GameLine, Numbers
from bot.stats.groups import LINE, group_of

_SINGULAR = {"carries": "carry", "passes": "pass", "catches": "catch"}
_ROUNDS = ("wild card round", "divisional round", "conference championship", "Super Bowl")
COLUMN_NAMES = {
    m.columns[0]: m.name
    for m in reversed(list(PHRASES.values()))
    if isinstance(m, Measure) and len(m.columns) == 1 and not m.per
}


def number(value: float, measure: Measure | None = None) -> str:
    """Such as "1,234", "12.5", "64.2 %"."""
    if measure and measure.per:
        return f"{value:.1f}{' %' if measure.scale > 1 else ''}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0")


def cell(value: float | None, measure: Measure | None = None) -> float | None:
    """A number as a table holds it."""
    if value is None:
        return None
    return round(value, 1) if measure and measure.per else tidy(value)


def tidy(value: float) -> float:
    """Whole numbers as int, others to two places."""
    return int(value) if value == int(value) else round(value, 2)


def counted(value: float, name: str) -> str:
    """Such as "1 carry", "22 carries"."""
    return f"{number(value)} {one(name) if value == 1 else name}"


def one(name: str) -> str:
    """The singular of a statistic's name."""
    words = name.split()
    for at, word in enumerate(words):
        if word.endswith("s") and word != "loss":
            words[at] = _SINGULAR.get(word, word[:-1])
            break
    return " ".join(words)


def measured(measure: Measure, value: float | None) -> str:
    """Such as "786 rushing yards", "4.2 yards per carry", "no value for punts"."""
    if value is None:
        return f"no value for {measure.name}"
    if measure.scale > 1:
        return f"a {measure.name} of {number(value, measure)}"
    if measure.per:
        return f"{number(value, measure)} {measure.name}"
    if measure.columns == ("fg_long",):
        return f"a {measure.name} of {number(value)} yards"
    return counted(value, measure.name)


def line_columns(position: str | None) -> tuple[str, ...]:
    """The statistics that speak of a position."""
    return LINE.get(group_of(position) or "", ())


def line(numbers: Numbers, columns: Iterable[str]) -> str:
    """Such as "22 carries, 29 rushing yards, 1 rushing touchdown"; what has no value is left out."""
    found = [counted(numbers[c], COLUMN_NAMES[c]) for c in columns if c in numbers]
    return listed(found) if found else "no statistics"


def shown_columns(lines: Sequence[Numbers], position: str | None) -> tuple[str, ...]:
    """Those of his position that have a value; else every statistic over zero, in the tables' order."""
    own = tuple(c for c in line_columns(position) if any(c in n for n in lines))
    if any(n.get(c) for n in lines for c in own):
        return own
    return tuple(c for c in STATS if any(n.get(c) for n in lines) and c in COLUMN_NAMES)


def listed(parts: Sequence[str], last: str = "and") -> str:
    """Such as "a, b and c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def season_text(season: int) -> str:
    """Such as "season 2023"."""
    return f"season {season}"


def week_text(season: int, week: int) -> str:
    """Such as "week 2 of 2023", "the 2023 Super Bowl"."""
    late = week - last_regular_week(season)
    return (
        f"the {season} {_ROUNDS[late - 1]}"
        if 0 < late <= len(_ROUNDS)
        else f"week {week} of {season}"
    )


def played(game: GameLine) -> str:
    """Such as "week 1 of 2023 at SEA (won 30-13)"."""
    bowl = game.week - last_regular_week(game.season) == len(_ROUNDS)  # on neutral ground
    where = "at" if game.home is False and not bowl else "against"
    score = f" ({result(*game.score)} {game.score[0]}-{game.score[1]})" if game.score else ""
    return f"{week_text(game.season, game.week)} {where} {game.opponent}{score}"


def result(own: int, other: int) -> str:
    """Such as "won", "lost", "tied"."""
    return "tied" if own == other else "won" if own > other else "lost"


def day(value: date) -> str:
    """Such as "20 September 2023"."""
    return f"{value.day} {value:%B %Y}"


def ordinal(value: int) -> str:
    """Such as "1st", "32nd"."""
    teen = value % 100 in {11, 12, 13}
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def money(millions: float) -> str:
    """Such as "$12.5 million"."""
    return f"${number(round(millions, 2))} million"


def possessive(name: str) -> str:
    """Such as "Cam Akers'", "Dalvin Cook's"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
