"""How long does the event loop stand still while fifty people ask at once?"""

import asyncio
import statistics
import time
from collections.abc import Coroutine
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from bot.app.statsdesk import StatsDesk, stats_desk
from bot.model import Answer

T = TypeVar("T")
BEAT_S = 0.001
AS_OF = date(2025, 3, 1)
ASKERS = 50
QUESTIONS = (
    "How many rushing yards did Derrick Henry have in {season}?",
    "Justin Jefferson game log {season}",
    "Josh Allen or Lamar Jackson {season}",
    "most receiving yards by tight ends in {season}",
    "Where do the Vikings rank in rushing through week 9 of {season}?",
    "most passing yards in a game in {season}",
    "1000-yard rushers in {season}",
    "Ptarick Mahoms passing touchdowns {season}",
    "biggest trades of {season} by draft value",
    "Cooper Kupp career high in receiving yards",
)


def asked() -> list[str]:
    """Fifty questions, most of them different."""
    seasons = range(2020, 2025)
    texts = [text.format(season=season) for season in seasons for text in QUESTIONS]
    assert len(texts) == ASKERS
    return texts


async def lag_figures(db: Path, rounds: int) -> dict[str, float]:
    """The longest gap between two beats of a millisecond, while all ask and after a quiet start."""
    async with stats_desk(db) as desk:
        await desk.ask(QUESTIONS[:1], AS_OF)  # opens the file, makes the index of names
        alone: list[float] = []
        gaps: list[float] = []
        waits: list[float] = []
        answered = 0
        for _ in range(rounds):
            alone.append((await _gap(asyncio.sleep(0.2)))[0])
            gap, answers = await _gap(_everybody(desk, waits))
            gaps.append(gap)
            answered = sum(bool(answer.text or answer.choices) for answer in answers)
    return {
        "ask_50_gap_ms": statistics.median(gaps),
        "ask_50_gap_alone_ms": statistics.median(alone),
        "ask_50_all_answered_s": statistics.median(waits),
        "ask_50_answered_or_choices": float(answered),
    }


async def _everybody(desk: StatsDesk, waits: list[float]) -> list[Answer]:
    start = time.perf_counter()
    talks = await asyncio.gather(*(desk.ask([text], AS_OF) for text in asked()))
    waits.append(time.perf_counter() - start)
    return [answer for talk in talks for answer in talk]


async def _gap(work: Coroutine[Any, Any, T]) -> tuple[float, T]:
    """The longest gap in milliseconds while the work goes on, and what came of it."""
    task = asyncio.ensure_future(work)
    longest, before = 0.0, time.perf_counter()
    while not task.done():
        await asyncio.sleep(BEAT_S)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return longest * 1000, await task
