"""A typed query: what a question, or a slash command, asks for."""

from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum, auto
from typing import Final, Self

from bot.ask.measure import Loose, Measure
from bot.model import ClubCode
from bot.stats.names import NameHit


class Cue(Enum):
    """A word that says what kind of answer is wanted."""

    MOST = auto()
    FEWEST = auto()
    BEST = auto()
    WORST = auto()
    CAREER_HIGH = auto()
    BEST_GAME = auto()
    BEST_SEASON = auto()
    IN_A_GAME = auto()
    IN_A_SEASON = auto()
    BY_GAME = auto()
    COMPARE = auto()
    OR = auto()
    RANK = auto()
    RECORD = auto()
    STANDINGS = auto()
    WIN = auto()
    LOSE = auto()
    SCORE = auto()
    PLAY = auto()
    NEXT = auto()
    GAME = auto()
    LATEST = auto()
    SCHEDULE = auto()
    MAKE = auto()
    STREAK = auto()
    ODDS = auto()
    SUMMARY = auto()
    STATS = auto()
    HOW = auto()
    OPINION = auto()
    TEAM = auto()
    PLAYER = auto()
    WHO = auto()
    HOW_MANY = auto()
    ALLOWED = auto()
    DEFENCE = auto()
    TIES = auto()
    COLLEGE = auto()
    AGE = auto()
    POSITION = auto()
    PLAYS_FOR = auto()
    DRAFTED = auto()
    CONTRACT = auto()
    INJURY = auto()
    RESERVE = auto()
    DEPTH = auto()
    SNAPS = auto()
    COACH = auto()
    OFFENCE_COACH = auto()
    DEFENCE_COACH = auto()
    STAFF = auto()
    UNDER = auto()
    COST = auto()
    TRADE = auto()
    TRADE_IN = auto()
    TRADE_AWAY = auto()
    BIGGEST = auto()
    PICKS = auto()
    OWN = auto()
    MORE = auto()
    GET = auto()
    APPEARANCES = auto()
    POINTS = auto()
    EVER = auto()
    PER_GAME = auto()
    ROOKIE = auto()
    BYE = auto()
    LONGEST = auto()


class Time(StrEnum):
    """Which seasons, where the question gives no year."""

    THIS = "this season"
    LAST = "last season"
    ROOKIE = "rookie season"
    CAREER = "career"


@dataclass(frozen=True, slots=True)
class Years:
    """The seasons from `first` to `last`; without `last` up to the running one."""

    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks from `first` to `last`, both counted."""

    first: int
    last: int


class RelativeWeek(StrEnum):
    """A week told by the day of the question."""

    THIS = "this week"
    LAST = "last week"
    NEXT = "next week"


class Part(StrEnum):
    """Which games of a season."""

    REGULAR = "REG"
    PLAYOFFS = "POST"
    SUPER_BOWL = "SB"
    CONFERENCE = "CON"
    DIVISIONAL = "DIV"
    WILD_CARD = "WC"


ROUNDS: Final = (Part.WILD_CARD, Part.DIVISIONAL, Part.CONFERENCE, Part.SUPER_BOWL)


@dataclass(frozen=True, slots=True)
class Least:
    """A threshold; `over` is "more than"."""

    value: float
    over: bool = False

    @property
    def bound(self) -> float:
        """The smallest value that passes: statistics come in halves at the finest."""
        return self.value + 0.5 if self.over else self.value


@dataclass(frozen=True, slots=True)
class Mention:
    """A player as the question names him.

    Attributes:
        text: his words in the question.
        span: where they stand in it, label included.
        hits: everyone whom they may mean.
    """

    text: str
    span: tuple[int, int]
    hits: tuple[NameHit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked for; everything that was not said is None or empty.

    Attributes:
        coach: a coach by his full name.
        opponent: the club "against" which.
        division: "NFC North", or a conference: "NFC".
        pick_season: the year of a draft pick, where it is told apart from the trade's.
        place: 2 of "second most".
        pick: 1 of "first overall pick".
        round: 2 of "second-round picks".
        month: 10 of "in October".
        cues: the words that decide the kind of answer.
    """

    players: tuple[Mention, ...] = ()
    coach: str | None = None
    clubs: tuple[ClubCode, ...] = ()
    opponent: ClubCode | None = None
    division: str | None = None
    measures: tuple[Measure | Loose, ...] = ()
    groups: frozenset[str] = frozenset()
    season: Time | Years | None = None
    pick_season: int | None = None
    week: Weeks | RelativeWeek | None = None
    through: int | None = None
    part: Part | None = None
    limit: int | None = None
    last_games: int | None = None
    place: int | None = None
    pick: int | None = None
    round: int | None = None
    month: int | None = None
    least: Least | None = None
    cues: frozenset[Cue] = frozenset()

    def slots(self) -> frozenset[str]:
        """The names of the fields that were said, cues apart."""
        return frozenset(
            f.name for f in fields(self) if f.name != "cues" and getattr(self, f.name) not in _EMPTY
        )

    def has(self, *cues: Cue) -> bool:
        """At least one of these words was said."""
        return not self.cues.isdisjoint(cues)

    def subject(self) -> Self:
        """Whom and which season it is about, and nothing else."""
        kept = ("players", "clubs", "coach", "division", "season")
        return type(self)(**{name: getattr(self, name) for name in kept})

    def continued(self, later: Self) -> Self:
        """This query with all that a follow-up says anew; its subject takes the place of ours."""
        said = {name: getattr(later, name) for name in later.slots()}
        if said.keys() & _SUBJECTS:
            said = dict.fromkeys(_SUBJECTS, ()) | {"coach": None, "division": None} | said
        if said.keys() & _WHEN:
            said = dict.fromkeys(_WHEN) | said
        if isinstance(later.week, RelativeWeek) and later.season is None:
            said["season"] = None
        return replace(self, **said, cues=self.cues | later.cues)


_EMPTY: Final[tuple[object, ...]] = (None, (), frozenset())
_SUBJECTS = {"players", "clubs"}
_WHEN = {"week", "through", "last_games"}
