"""Which data sets are loaded, in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.stats.load.plan import DataSet
from bot.stats.load.sets.depth import DEPTH_CHARTS
from bot.stats.load.sets.games import SCHEDULES, TEAMS
from bot.stats.load.sets.persons import PLAYER_IDS, PLAYERS
from bot.stats.load.sets.record import CONTRACTS, DRAFT_PICKS, TRADES
from bot.stats.load.sets.stats import PLAYER_STATS
from bot.stats.load.sets.weeks import INJURIES, ROSTERS, SNAPS

# The persons and the schedule come first: all others refer to them. Rosters come last in a season, trades and
# contracts last of all: a row without ids is matched by what the others know.
_FIRST = (TEAMS, PLAYERS, PLAYER_IDS, SCHEDULES, DRAFT_PICKS)
_YEARLY = (PLAYER_STATS, INJURIES, DEPTH_CHARTS, SNAPS, ROSTERS)
_LAST = (TRADES, CONTRACTS)


@dataclass(frozen=True, slots=True)
class Step:
    """One data set of one season; season 0: of all."""

    data: DataSet
    season: int

    @property
    def title(self) -> str:
        """As sentences say it."""
        title = self.data.files[0].title
        return f"{title} {self.season}" if self.season else title


def general() -> Iterator[Step]:
    """What is one file of all seasons, and comes first."""
    return (Step(data, 0) for data in _FIRST)


def yearly(seasons: Sequence[int]) -> Iterator[Step]:
    """The newest season first."""
    for season in sorted(set(seasons), reverse=True):
        yield from (Step(data, season) for data in _YEARLY if season >= (data.first or 0))


def record() -> Iterator[Step]:
    """What is one file of all seasons, and comes last."""
    return (Step(data, 0) for data in _LAST)
