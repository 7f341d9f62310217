"""What the queries return; of what comes in dozens a named tuple, made in a third of a dataclass's time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.model import ClubCode

# Statistic -> value, whole numbers as int; one without a value is absent.
Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A player as the tables know him."""

    pid: int
    name: str
    position: str | None
    gsis: str | None


class Line(NamedTuple):
    """A player's totals over games of one season.

    Attributes:
        clubs: those he played for in these games, in order.
    """

    pid: int
    season: int
    season_type: str
    games: int
    clubs: tuple[ClubCode, ...]
    numbers: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """A player's totals over every known season.

    Attributes:
        clubs: in order of the first game with each.
    """

    pid: int
    season_type: str
    first_season: int
    last_season: int
    games: int
    clubs: tuple[ClubCode, ...]
    numbers: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Bio:
    """What does not change about a player; None where the tables do not say."""

    pid: int
    birth_date: date | None
    college: str | None
    rookie_season: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthPlace:
    """A player's place on a club's depth chart; rank 1 is the starter.

    Attributes:
        day: None in the older layout, whose charts are of a week.
        slot: tells two places of one name apart (two guards, three receivers).
    """

    season: int
    week: int
    day: date | None
    club: ClubCode
    formation: str
    position: str
    slot: int
    rank: int
    pid: int
    name: str


class GameLine(NamedTuple):
    """A player's game.

    Attributes:
        day, home, score: None where the schedule is not loaded; the score is (his club's, the opponent's).
    """

    pid: int
    season: int
    week: int
    season_type: str
    club: ClubCode
    opponent: ClubCode
    day: date | None
    home: bool | None
    score: tuple[int, int] | None
    numbers: Numbers


class Leader(NamedTuple):
    """One place of a list of leaders; ties share the better rank."""

    rank: int
    pid: int
    name: str
    club: ClubCode
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClubRank:
    """A club's place among all clubs in one statistic; rank 1 is best, ties share the better rank.

    Attributes:
        week: summed from week 1 through this one.
        all: every club's value, best first, ties by code.
    """

    club: ClubCode
    season: int
    week: int
    stat: str
    against: bool
    value: float
    rank: int
    games: int
    all: tuple[tuple[ClubCode, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Wins, losses, ties and points of a club in one season's known regular-season games."""

    club: ClubCode
    season: int
    wins: int
    losses: int
    ties: int
    points_for: int
    points_against: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """A fixture; result, quarterbacks and coaches only where they were known.

    Attributes:
        spread: positive: the home club is favoured by so many points.
    """

    game_id: str
    season: int
    week: int
    game_type: str
    day: date
    time: str | None
    away: ClubCode
    home: ClubCode
    away_score: int | None
    home_score: int | None
    overtime: bool
    neutral: bool
    spread: float | None
    away_moneyline: int | None
    home_moneyline: int | None
    away_qb: str | None
    home_qb: str | None
    away_coach: str | None
    home_coach: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TradedAsset:
    """One asset of a recorded trade: a player (pid may be unknown), or a pick.

    Attributes:
        number: of a pick, only where it was known.
        drafted: who was drafted with it, only where that was known.
    """

    gave: ClubCode
    received: ClubCode
    pid: int | None = None
    name: str | None = None
    season: int | None = None
    round: int | None = None
    number: int | None = None
    conditional: bool = False
    drafted: str | None = None

    @property
    def is_pick(self) -> bool:
        """A pick has a season, a player a name."""
        return self.season is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedTrade:
    """A trade of nflverse's table, as known on a day."""

    id: int
    season: int
    day: date
    assets: tuple[TradedAsset, ...]

    @property
    def clubs(self) -> tuple[ClubCode, ...]:
        """Every party, once, in order of appearance."""
        return tuple(dict.fromkeys(c for a in self.assets for c in (a.gave, a.received)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """Where a player was drafted."""

    season: int
    round: int
    pick: int
    club: ClubCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract; money in millions of dollars."""

    club: ClubCode | None
    year_signed: int | None
    years: int | None
    value: float | None
    apy: float | None
    guaranteed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A player with a club in one season: first and last week with a row."""

    club: ClubCode
    season: int
    first_week: int
    last_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWeek:
    """A player's status on the day of a game."""

    season: int
    week: int
    club: ClubCode
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Snaps:
    """A player's share of a game's snaps; shares are 0 to 1."""

    pid: int
    season: int
    week: int
    club: ClubCode
    position: str
    offense_snaps: int
    offense_pct: float
    defense_snaps: int
    defense_pct: float
    st_snaps: int
    st_pct: float


@dataclass(frozen=True, slots=True, kw_only=True)
class InjuryReport:
    """A player's line in a week's injury report."""

    season: int
    week: int
    club: ClubCode
    designation: str | None
    injury: str | None
    practice: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A coach in a post over one season or a part of it."""

    name: str
    season: int
    club: ClubCode
    slot: str
    since: date
    until: date
