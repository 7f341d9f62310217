"""The statistics for slash commands: each command is a question in plain words, so that both answer alike."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot import clubs
from bot.app.statsdesk import StatsDesk
from bot.ask.offered import offered
from bot.errors import StatsError
from bot.model import Answer, ClubCode, league_day


class ChatQuestions:
    """`Questions` on the statistics.

    Args:
        now: the moment of a question, which decides the day whose knowledge it may use.
    """

    def __init__(
        self, desk: StatsDesk, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._desk, self._now = desk, now

    async def ask(self, question: str) -> Answer:
        """A question in plain words."""
        day = league_day(self._now(), day_only=False)
        return (await self._desk.ask([question], day))[0]

    async def player(self, name: str, season: int | None, *, games: bool = False) -> Answer:
        """A player's line of a season, or of the latest; game by game on request."""
        what = " game log" if games else " stats"
        return await self._named(await self.ask(f"{name}{what}{_in(season)}"), name)

    async def compare(self, one: str, other: str, season: int | None) -> Answer:
        """Two players beside each other."""
        answer = await self.ask(f"compare {one} and {other}{_in(season)}")
        return await self._named(answer, one, other)

    async def leaders(self, statistic: str, season: int | None) -> Answer:
        """Who has the most of a statistic."""
        answer = await self.ask(f"{statistic} leaders{_in(season)}")
        known = answer.refused is None or self.statistics(statistic, 1)
        return answer if known else _unknown(answer, "statistic", statistic)

    async def team(self, club: ClubCode, season: int | None) -> Answer:
        """A club's season: record, ranks, coach."""
        return await self.ask(f"{clubs.name(club)}{_in(season)}")

    async def _named(self, answer: Answer, *names: str) -> Answer:
        """A refusal says which name nobody bears, where that is why."""
        if answer.refused is not None:
            for name in names:
                if not await self._desk.names(name, 1):
                    return _unknown(answer, "player", name)
        return answer

    async def players(self, typed: str, limit: int) -> Sequence[str]:
        """Names that what was typed so far may become; none where the statistics cannot be read."""
        try:
            found = await self._desk.names(typed, limit)
        except StatsError:
            return ()
        return list(dict.fromkeys(hit.name for hit in found))

    def statistics(self, typed: str, limit: int) -> Sequence[str]:
        """Statistics that there are leaders of, those that begin so first."""
        key = typed.strip().casefold()
        found = [name for name in offered() if key in name.casefold()]
        return sorted(found, key=lambda name: not name.casefold().startswith(key))[:limit]


def _unknown(answer: Answer, what: str, typed: str) -> Answer:
    refused = (
        f"I know no {what} called “{typed}”: pick one from the list that opens while you type."
    )
    return replace(answer, refused=refused, choices=())


def _in(season: int | None) -> str:
    return f" in {season}" if season is not None else ""
