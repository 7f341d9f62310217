"""What an answer needs: the tables, the day, and the question's defaults decided, each said aloud."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from bot import clubs
from bot.ask.query import Part, Query, RelativeWeek, Time, Weeks, Years
from bot.ask.refusals import RefusedError
from bot.ask.say import season_text
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.calendar import last_regular_week, regular_season_over, season_of, week_over
from bot.stats.db import Stats

FIRST_SEASON = 1999
_LAST_ROUNDS = 4  # wild card to Super Bowl


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer before it is signed with question and day."""

    text: str
    source: str
    table: Table | None = None


@dataclass(slots=True, kw_only=True)
class Desk:
    """One question at work.

    Attributes:
        question: its words, for choices that are complete questions.
        assumed: what was taken for granted so far.
    """

    stats: Stats
    as_of: date
    question: str
    assumed: list[str] = field(default_factory=list)

    def assume(self, what: str) -> None:
        """Say what is taken for granted, once."""
        if what not in self.assumed:
            self.assumed.append(what)

    # --- seasons ------------------------------------------------------------------------------

    def loaded(self) -> tuple[int, ...]:
        """The seasons of which statistics were known, oldest first; some have only totals."""
        totals = "SELECT season FROM loaded WHERE dataset = 'player_stats' AND season > 0"
        weekly = "SELECT DISTINCT season FROM week WHERE known_on <= ?"
        over = {r["season"] for r in self.stats.rows(totals)}
        found = {season for season in over if regular_season_over(season) <= self.as_of}
        return tuple(sorted(found | {r["season"] for r in self.stats.rows(weekly, self.as_of)}))

    def games_loaded(self) -> tuple[int, ...]:
        """The seasons of which a result was known, oldest first."""
        sql = "SELECT DISTINCT season FROM game WHERE known_on <= ? ORDER BY season"
        return tuple(row["season"] for row in self.stats.rows(sql, self.as_of))

    def latest(self) -> int:
        """The latest season of which a game was known.

        Raises:
            RefusedError: there is none.
        """
        season = max(queries.latest_season(self.stats, self.as_of) or 0, *self.loaded(), 0)
        if not season:
            raise RefusedError(
                f"No game is known on {self.as_of}: run gridwire stats load, or ask as of a later day."
            )
        return season

    def season(self, query: Query, *, table: str = "week") -> int:
        """The one season that is meant.

        Raises:
            RefusedError: it is not loaded, not begun, or there are several.
        """
        match query.season:
            case Time.THIS:
                self._check_running()
                return self._this()
            case None:
                return self._this()
            case Time.LAST:
                return self.checked(self._last(), table)
            case Years(first, last) if first == last:
                return self.checked(first, table)
            case _:
                raise RefusedError("That can be told of one season at a time: name one year.")

    def _check_running(self) -> None:
        """Who says "this season" means no older one."""
        running = season_of(self.as_of)
        if self.latest() < running and week_over(running, 1) <= self.as_of:
            raise RefusedError(
                f"Nothing of the running season, {running}, is loaded or known on {self.as_of}; the statistics of {spans(self.loaded())} are."
            )

    def _this(self) -> int:
        latest = self.latest()
        week = queries.through(self.stats, latest, self.as_of)
        over = regular_season_over(latest) <= self.as_of
        state = (
            "" if over else f" (week {week} is the last whole one)" if week else " (no whole week)"
        )
        self.assume(f"{season_text(latest)}, the latest with known games{state}")
        return latest

    def _last(self) -> int:
        """In the off-season the one that just ended, else the one before the running."""
        running = season_of(self.as_of)
        final = week_over(running, last_regular_week(running) + _LAST_ROUNDS)
        season = running if self.as_of >= final else running - 1
        self.assume(f"last season is {season}")
        return season

    def checked(self, season: int, table: str = "week") -> int:
        """The season, if its rows are known.

        Raises:
            RefusedError: they are not; the text says what is loaded.
        """
        if season < FIRST_SEASON:
            raise RefusedError(
                f"The {season} season is before coverage: nflverse's games and weekly statistics begin with {FIRST_SEASON}."
            )
        if season > season_of(self.as_of):
            raise RefusedError(f"The {season} season had not begun on {self.as_of}.")
        known = self.loaded() if table == "week" else self.games_loaded()
        if season in known:
            return season
        what = "The statistics" if table == "week" else "The games"
        raise RefusedError(
            f"{what} of {season} are not loaded or not known on {self.as_of}; those of {spans(known)} are."
        )

    def years(self, query: Query) -> tuple[int, int]:
        """The first and last season meant; several allowed."""
        match query.season:
            case Years(first, last) if first != last:
                known = self.loaded()
                end = min(last or self.latest(), self.latest())
                missing = [s for s in range(first, end + 1) if s not in known]
                if missing:
                    self.assume(f"not loaded: {spans(missing)}")
                return first, end
            case Time.CAREER:
                known = self.loaded() or (self.latest(),)
                return known[0], known[-1]
            case _:
                season = self.season(query)
                return season, season

    # --- weeks --------------------------------------------------------------------------------

    def weeks(self, query: Query, season: int) -> Weeks | None:
        """The weeks meant, "last week" and the like decided by the day."""
        if not isinstance(query.week, RelativeWeek):
            return query.week
        known = max(self._weeks_known(season), default=0)
        shift = {RelativeWeek.LAST: 0, RelativeWeek.THIS: 1, RelativeWeek.NEXT: 2}[query.week]
        week = max(known + shift, 1)
        self.assume(f"{query.week} is week {week} of {season}")
        return Weeks(week, week)

    def _weeks_known(self, season: int) -> Iterable[int]:
        sql = "SELECT week FROM week WHERE season = ? AND known_on <= ?"
        return [row["week"] for row in self.stats.rows(sql, season, self.as_of)]

    def part(self, query: Query) -> str:
        """REG or POST.

        Raises:
            RefusedError: one round is meant.
        """
        if query.part is None:
            self.assume("regular season")
            return "REG"
        if query.part not in {Part.REGULAR, Part.PLAYOFFS}:
            raise RefusedError(
                "That can be told of the regular season or of the playoffs as a whole."
            )
        return query.part.value


def spans(seasons: Iterable[int]) -> str:
    """Such as "2020 to 2022, 2024"."""
    runs: list[list[int]] = []
    for season in seasons:
        if runs and season == runs[-1][-1] + 1:
            runs[-1].append(season)
        else:
            runs.append([season])
    return ", ".join(f"{r[0]} to {r[-1]}" if len(r) > 1 else str(r[0]) for r in runs) or "none"


def nickname(code: ClubCode | None) -> str:
    """Such as "Vikings"."""
    return clubs.name(code) if code and clubs.by_code(code) else "no club"
