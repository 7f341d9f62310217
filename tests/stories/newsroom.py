"""A newsroom: reports in, through grammar, merge and gate, into a real store; what a channel would see, out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import cards, gate
from bot.engine.ingest import Ingest
from bot.model import Asset, Card, CardKind, Report, ReportKind, Status, Trade, Trust
from bot.store import SqliteLedger, SqliteStore
from tests.builders import NOON, a_destination, a_report

EASTERN = ZoneInfo("America/New_York")
CHANNEL = a_destination(statuses=tuple(Status))


@dataclass
class Newsroom:
    """Everything between the feeds and the channel.

    Attributes:
        now: when the last report was seen.
        actions: what became of each deal, in order.
    """

    store: SqliteStore
    ledger: SqliteLedger
    now: datetime = NOON
    actions: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ingest = Ingest(self.store, [CHANNEL])

    async def desk(self, title: str, text: str = "", *, feed: str = "desk") -> None:
        """A trusted outlet writes."""
        await self._hear(a_report(feed=feed, title=title, text=text))

    async def blog(self, title: str, text: str = "", *, feed: str = "blog", by: str = "") -> None:
        """A page that copies what it finds writes."""
        await self._hear(
            a_report(feed=feed, trust=Trust.AGGREGATOR, title=title, text=text, author=by)
        )

    async def wire(self, filer: str, text: str) -> None:
        """A club files a row, of which only the day is known."""
        day = datetime(self.now.year, self.now.month, self.now.day, 7, tzinfo=UTC)
        row = a_report(feed="wire", trust=Trust.OFFICIAL, kind=ReportKind.WIRE, title="", text=text)
        await self._hear(row, filer=filer, day_only=True, published_at=day)

    async def _hear(self, report: Report, **row: object) -> None:
        number = len(self.actions) + 1
        times = {"published_at": self.now, "seen_at": self.now, "id": f"{report.feed}-{number}"}
        fields = {name: getattr(report, name) for name in ("feed", "trust", "kind", "title")}
        fields |= {"text": report.text, "author": report.author, **times, **row}
        found = await self.ingest.report(a_report(**fields), self.now)
        self.actions += [decision.action for decision in found] or ["no deal"]

    def later(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)

    async def trades(self) -> Sequence[Trade]:
        """Every trade known, newest first."""
        return await self.store.trades()

    async def trade(self) -> Trade:
        """The only trade known."""
        [trade] = await self.trades()
        return trade

    async def posts(self, kind: CardKind = CardKind.CARD) -> int:
        """How many messages of this kind the channel has."""
        rows = [row for t in await self.trades() for row, _, _ in await self.store.deliveries(t.id)]
        return sum(row.key.kind is kind for row in rows)

    async def card(self) -> Card:
        """The card of the only trade, as the channel sees it."""
        trade = await self.trade()
        return cards.build(trade, gate.showable(trade), CardKind.CARD, EASTERN)


def gets(trade: Trade, club: str) -> set[str]:
    """What a club gets, in words."""
    got: tuple[Asset, ...] = tuple(leg.asset for leg in trade.legs if leg.received == club)
    return {cards.asset_text(asset) for asset in got}
