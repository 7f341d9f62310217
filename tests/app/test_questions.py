"""What commands ask of the statistics: a name that nobody bears is said to be one, whatever the grammar made of it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import samplestats
from bot.app.chat import ChatQuestions
from bot.app.statsdesk import stats_desk


@pytest.fixture
async def questions(tmp_path: Path) -> AsyncIterator[ChatQuestions]:
    """On the sample's tables, as of the demo's day."""
    samplestats.write(tmp_path / "stats.db")
    async with stats_desk(tmp_path / "stats.db") as desk:
        yield ChatQuestions(desk, lambda: datetime(2023, 9, 21, 12, tzinfo=UTC))


async def test_who_is_known_is_answered(questions: ChatQuestions) -> None:
    """By his whole name or a part of it."""
    assert (await questions.player("Cam Akers", None)).refused is None
    assert (await questions.player("akers", 2022)).refused is None
    assert (await questions.compare("Cam Akers", "Kyren Williams", None)).refused is None
    assert (await questions.leaders("rushing yards", None)).refused is None


async def test_who_is_unknown_is_named(questions: ChatQuestions) -> None:
    """With no choices that nobody meant; of two the one that is not known."""
    for answer in (
        await questions.player("Nobody Known", None),
        await questions.compare("Cam Akers", "Nobody Known", None),
    ):
        assert (answer.refused or "").startswith("I know no player called “Nobody Known”")
        assert answer.choices == ()
    refused = (await questions.leaders("handsomeness", None)).refused or ""
    assert refused.startswith("I know no statistic called “handsomeness”")
