"""A backend as chats see it: real alerts on a database, a known trade, statistics that echo."""

from collections.abc import Sequence

from bot.app.chat import ChatAlerts
from bot.app.clock import SystemClock
from bot.engine.judge import Judge
from bot.errors import StoreError
from bot.model import Answer, Card, ClubCode, Destination, DestinationId, LaneId, Table, TradeId
from bot.ports import Backend
from bot.store import Database, SqliteStore, SqliteSubscriptions
from tests.builders import NOON, a_card


class CardStories:
    """Knows the sample trade; `broken` fails as a locked database does."""

    def __init__(self) -> None:
        self.broken = False
        self.cards = {a_card().trade: a_card(timeline=tuple(f"report {n}" for n in range(1, 6)))}

    async def story(self, trade: TradeId) -> Card | None:
        """The card, if it is known."""
        if self.broken:
            raise StoreError("the database is locked.")
        return self.cards.get(trade)

    async def latest(self, club: ClubCode | None, player: str, limit: int) -> Sequence[Card]:
        """All of them that fit."""
        cards = [card for card in self.cards.values() if player in card.headline]
        fitting = [
            card for card in cards if club is None or club in {side.club for side in card.sides}
        ]
        return fitting[:limit]

    async def named(self, typed: str, limit: int) -> Sequence[tuple[TradeId, str]]:
        """Those with these letters."""
        found = [(card.trade, card.headline) for card in self.cards.values()]
        return [each for each in found if typed.casefold() in each[1].casefold()][:limit]


class Echo:
    """Statistics that answer with the question, so that a test sees what was asked."""

    async def ask(self, question: str) -> Answer:
        """The question, with a table of three rows."""
        rows = (("2021", 10), ("2022", 11), ("2023", None))
        table = Table(columns=("season", "rushing_yards"), rows=rows)
        return Answer(
            question=question,
            as_of=NOON.date(),
            text=f"You asked: {question}",
            table=table,
            source="nflverse player stats",
        )

    async def player(self, name: str, season: int | None, *, games: bool = False) -> Answer:
        """Name, season and form."""
        return await self.ask(f"player {name} {season} {games}")

    async def compare(self, one: str, other: str, season: int | None) -> Answer:
        """Both names."""
        return await self.ask(f"compare {one} {other} {season}")

    async def leaders(self, statistic: str, season: int | None) -> Answer:
        """The statistic."""
        return await self.ask(f"leaders {statistic} {season}")

    async def team(self, club: ClubCode, season: int | None) -> Answer:
        """The club."""
        return await self.ask(f"team {club} {season}")

    async def players(self, typed: str, limit: int) -> Sequence[str]:
        """Invented men."""
        return [name for name in ("Dale Preston", "Lyle Ashdown") if typed in name][:limit]

    def statistics(self, typed: str, limit: int) -> Sequence[str]:
        """A few."""
        names = ("rushing yards", "receiving yards", "sacks made")
        return [name for name in names if typed in name][:limit]


def a_backend(database: Database, stories: CardStories, platform: str = "discord") -> Backend:
    """Real alerts on this database, what these stories know, statistics that echo."""
    places: dict[DestinationId, Destination] = {}
    store = SqliteStore(database)
    alerts = ChatAlerts(
        platform=platform,
        lane_of=lambda _: LaneId(platform),
        kept=SqliteSubscriptions(database),
        store=store,
        judge=Judge(store, places.values()),
        places=places,
        clock=SystemClock(),
    )
    return Backend(trades=stories, questions=Echo(), alerts=alerts)
