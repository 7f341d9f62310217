"""`gridwire demo`: the founding trade, from rumour to official, through the very code of the service.

Only the clock is a story's: it jumps from report to report.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.text import Text

from adapters.console import ConsolePlatform, panel
from bot import cards, sample
from bot.app import look, samplestats
from bot.app.clock import StoryClock
from bot.app.demotalk import print_json, talk
from bot.app.rehearse import Replayed, throwaway, why
from bot.app.statsdesk import StatsDesk, stats_desk
from bot.config import Config
from bot.engine.ingest import Ingest
from bot.engine.lane import Desk, Lane
from bot.feeds.replay import read_reports
from bot.model import (
    Card,
    DeliveryKey,
    Destination,
    DestinationId,
    LaneId,
    MessageRef,
    Report,
    Status,
)
from bot.ports import Reasons
from bot.store import SqliteLedger, SqliteStore

NOISE_PAUSE_S, CARD_PAUSE_S = 0.3, 1.4
TERMINAL = Destination(
    id=DestinationId("console:demo"),
    platform="console",
    channel="demo",
    lane=LaneId("console"),
    statuses=tuple(Status),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where the demo shows what happens.

    Attributes:
        report: a report came in and was decided on.
        card: the card appeared (False) or changed (True).
        pause: let the viewer read.
    """

    report: Callable[[Replayed], None]
    card: Callable[[Card, bool], None]
    pause: Callable[[bool], float]
    curtain: AbstractContextManager[Any]


class Wings(ConsolePlatform):
    """The terminal's platform: cards wait here until the play shows them.

    The lane must not print: a reader that leaves would look to it like a delivery that failed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[tuple[Card, bool]] = []

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Take a new card."""
        del to, under
        self.cards.append((card, False))
        return MessageRef(str(key))

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Take the card as it is now."""
        del to, ref, key
        self.cards.append((card, True))


async def demo(config: Config, form: str, console: Console) -> int:
    """Play the story; 0 when it ended with the official card."""
    stage = {"json": _json_stage, "text": _text_stage, "rich": _rich_stage}[form](console, config)
    async with throwaway([TERMINAL]) as (store, ledger), _sample_desk() as stats:
        await _play(config, stage, store, ledger, stats)
        trades = await look.latest(store, look.Wish())
        await talk(store, stats, config, form, console)
    return 0 if [trade.status for trade in trades] == [Status.OFFICIAL] else 1


@asynccontextmanager
async def _sample_desk() -> AsyncIterator[StatsDesk]:
    """The sample tables, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gridwire-") as folder:
        path = Path(folder) / "stats.db"
        samplestats.write(path)
        async with stats_desk(path) as desk:
            yield desk


async def _play(
    config: Config, stage: Stage, store: SqliteStore, ledger: SqliteLedger, stats: Reasons
) -> None:
    clock, wings, delivered = StoryClock(), Wings(), asyncio.Event()
    desk = Desk(
        queue=ledger,
        store=store,
        notifier=wings,
        destinations={TERMINAL.id: TERMINAL},
        clock=clock,
        zone=config.zone,
        reasons=stats,
        on_result=lambda _row, _result: delivered.set(),
    )
    lane = Lane(TERMINAL.lane, desk, rate_per_s=1000, takeover_s=0)
    ingest = Ingest(store, [TERMINAL], lane.wake)
    with stage.curtain:
        async with _running(lane):
            for report in story_reports():
                delivered.clear()
                now = clock.move_to(report.seen_at)
                told = Replayed(report=report, decisions=await ingest.report(report, now))
                stage.report(told)
                acted = told.main is not None and told.main.action in {"post", "edit"}
                if acted:
                    await asyncio.wait_for(delivered.wait(), 10)
                while wings.cards:
                    stage.card(*wings.cards.pop(0))
                await asyncio.sleep(stage.pause(acted))


@asynccontextmanager
async def _running(lane: Lane) -> AsyncIterator[None]:
    """The lane at work until the body ends, however it ends."""
    stop = asyncio.Event()
    running = asyncio.create_task(lane.run(stop))
    try:
        yield
    finally:
        stop.set()
        await running


def story_reports() -> tuple[Report, ...]:
    """The sample feed, oldest first."""
    page = read_reports("story.jsonl", sample.story(), now=datetime.now(UTC))
    return tuple(sorted(page.reports, key=lambda report: report.seen_at))


# --- stages ---


def _rich_stage(console: Console, config: Config) -> Stage:
    """One card that changes in place, under the reports as they come in."""
    live = Live(console=console, auto_refresh=False, transient=False)
    show = live.update if console.is_terminal else console.print

    def card(now: Card, changed: bool) -> None:  # noqa: FBT001 - the stage's form
        shown: RenderableType = panel(now, updated=changed)
        if console.is_terminal:
            live.update(Group("", shown), refresh=True)
        else:
            show(shown)

    def report(told: Replayed) -> None:
        console.print(_heard(told, config))

    return Stage(
        report=report,
        card=card,
        pause=lambda acted: (CARD_PAUSE_S if acted else NOISE_PAUSE_S) * console.is_terminal,
        curtain=live if console.is_terminal else nullcontext(),
    )


def _text_stage(console: Console, config: Config) -> Stage:
    def card(now: Card, changed: bool) -> None:  # noqa: FBT001 - the stage's form
        console.print(Text(f"\n{'The card changes' if changed else 'A card appears'}:\n"))
        console.print(Text(cards.plain(now) + "\n"))

    def report(told: Replayed) -> None:
        console.print(_heard(told, config))

    return Stage(report=report, card=card, pause=lambda _: 0.0, curtain=nullcontext())


def _json_stage(console: Console, config: Config) -> Stage:
    del console, config

    def card(now: Card, changed: bool) -> None:  # noqa: FBT001 - the stage's form
        print_json({"event": "edit" if changed else "post", "card": msgspec.to_builtins(now)})

    def report(told: Replayed) -> None:
        main = told.main
        action = main.action if main else "ignore"
        print_json({"event": "report", "id": told.report.id, "decision": action, "why": why(told)})

    return Stage(report=report, card=card, pause=lambda _: 0.0, curtain=nullcontext())


def _heard(told: Replayed, config: Config) -> Text:
    """One report and what came of it, in a line or two."""
    report = told.report
    when = report.published_at.astimezone(config.zone)
    day = f"{when:%a %d %b}      " if report.day_only else f"{when:%a %d %b %H:%M}"
    said = Text(report.title or report.text)
    said.truncate(36, overflow="ellipsis")
    return Text.assemble((f"{day}  {report.feed:<8}  ", "dim"), said, _outcome(told))


def _outcome(told: Replayed) -> Text:
    """Noise in a dim word; what a reader of the channel sees in bold, with its reason."""
    main = told.main
    if main is None:
        return Text("  no trade", "dim")
    if main.change is None or main.verdict is None or main.action == "ignore":
        return Text("  already known", "dim")
    source = next((check.text for check in main.verdict.checks if check.check == "source"), "")
    return Text(f"\n{'':>10}{main.action}: {main.change.reason}; {source}", "bold")
