"""Which reasons a card shows, under which headings, and whose data they are."""

from collections.abc import Sequence
from dataclasses import replace

from bot import clubs
from bot.cards.words import day_text
from bot.model import Card, Insight, Status, Topic

MOST = 8  # a card stays readable; the story has the rest
_TOPICS = tuple(Topic)
# Each of these kinds speaks once before any speaks twice.
_FIRST = (
    {"unit_rank"},
    {"incumbent"},
    {"coach_link"},
    {"season_line", "last_game"},
    {"availability"},
    {"career_best"},
    {"contract"},
    {"successor"},
)


def explained(card: Card, insights: Sequence[Insight], most: int) -> Card:
    """The card with its reasons; what is not agreed, or is off, is not explained."""
    if not card.sides or card.status is Status.VOIDED:
        return card
    told = without_echoes(insights)
    shown = chosen(told, most)
    return replace(card, reasons=grouped(shown), credit=credit(told, len(shown)))


def chosen(insights: Sequence[Insight], most: int = MOST) -> tuple[Insight, ...]:
    """At most so many, in card order: one of each leading kind, then whatever comes next."""
    ordered = sorted(insights, key=lambda insight: _TOPICS.index(insight.topic))
    if len(ordered) <= most:
        return tuple(ordered)
    leading = [next((i for i in ordered if i.kind in kinds), None) for kinds in _FIRST]
    wanted = [i for i in leading if i is not None]
    wanted += [i for i in ordered if not any(i is taken for taken in wanted)]
    kept = wanted[:most]
    return tuple(i for i in ordered if any(i is one for one in kept))


def without_echoes(insights: Sequence[Insight]) -> tuple[Insight, ...]:
    """The reasons less those that another one says better."""
    return tuple(i for i in insights if not _says_less(i, insights))


def _says_less(insight: Insight, insights: Sequence[Insight]) -> bool:
    """A season of one game says what that game's line says, without opponent and result."""
    return (insight.kind, insight.data.get("games")) == ("season_line", 1) and any(
        other.kind == "last_game" and other.player == insight.player for other in insights
    )


def grouped(insights: Sequence[Insight]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The texts under their headings; one heading per club, player or price."""
    groups: dict[str, list[str]] = {}
    for insight in insights:
        groups.setdefault(heading(insight), []).append(insight.text)
    return tuple((title, tuple(texts)) for title, texts in groups.items())


def heading(insight: Insight) -> str:
    """What a group of reasons is called."""
    club = clubs.name(insight.club) if insight.club else ""
    match insight.topic:
        case Topic.RECEIVER:
            return f"Why the {club}"
        case Topic.PLAYER:
            return insight.player or "The player"
        case Topic.SENDER:
            return f"{club} next"
        case Topic.PRICE:
            return "The price"


def credit(insights: Sequence[Insight], shown: int) -> str:
    """The day that the reasons speak of, whose data they are, and how many more there are."""
    if not insights:
        return ""
    more = len(insights) - shown
    rest = f" · {more} more reason{'s' * (more > 1)}" if more else ""
    return f"As of {day_text(insights[0].as_of, year=True)} · data: nflverse{rest}"
