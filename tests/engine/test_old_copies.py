"""A feed that serves an old copy now and then, as a cache in front of it may."""

import logging

import pytest

from bot.model import Page
from tests.builders import a_report
from tests.engine.watching import BEARS, Watch, noise, page, row, talk, told

FILED = "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
OLDER = (noise(0), noise(1), talk())
NEWER = (noise(1), talk(), a_report(), row(FILED, feed="desk"), a_report(id="r9", title=BEARS))


def copies() -> list[Page]:
    """Both in turns, ten times, each with a mark of its own."""
    return [page(*OLDER, tag="older"), page(*NEWER, tag="newer")] * 10


async def test_an_old_copy_changes_nothing_and_its_end_neither(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """The trades, their versions and the ledger are those of the first time that each was told."""
    caplog.set_level(logging.INFO)
    await watch.baseline(noise(1))
    await watch.poll(*copies()[:2])
    trades, wanted = await watch.trades(), await watch.wanted()
    wakes = len(watch.wakes)
    assert len(trades) == 2
    await watch.poll(*copies())
    assert (await watch.trades(), await watch.wanted()) == (trades, wanted)
    assert len(watch.wakes) == wakes
    assert told(caplog, "possible missed trades: the feed shows nothing that was known") == 0
    assert told(caplog, "baseline taken: nothing of it is posted", 0) == 1


async def test_an_old_text_of_an_item_posts_nothing_again(watch: Watch) -> None:
    """Two servers tell one item in two ways: the cards keep to one message, and their versions settle."""
    await watch.baseline(noise(1))
    first, second = a_report(), a_report(title="Jets get WR Dale Preston from Packers")
    for _ in range(10):
        await watch.poll(page(noise(1), first, tag="a"), page(noise(1), second, tag="b"))
    trade = await watch.trade()
    assert {(channel, kind) for channel, kind, _ in await watch.wanted()} == {
        ("discord:900000000000000003", "card"),
        ("discord:2", "card"),
    }
    assert trade.version <= 2
