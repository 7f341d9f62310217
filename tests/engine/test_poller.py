"""One feed, polled, on a real store."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.model import Page, Rejected, Status, Validators
from tests.builders import NOON, a_report, minutes
from tests.engine.watching import BEARS, GONE, Cursed, Watch, noise, page, row, talk, told

GAP = "possible missed trades: the feed shows nothing that was known"


# --- the first poll ---


async def test_a_baseline_of_five_hundred_items_posts_nothing(watch: Watch) -> None:
    """Its trades are remembered, quietly, so that a resurfacing item is no news either."""
    trades = (a_report(), a_report(id="r9", title=BEARS))
    await watch.poll(page(*map(noise, range(498)), *trades))
    assert await watch.wanted() == []
    assert [trade.quiet for trade in await watch.trades()] == [True, True]
    await watch.poll(page(noise(1), a_report(text="Adam Schefter of ESPN reports it again.")))
    assert await watch.wanted() == []


async def test_talk_of_the_first_page_is_not_posted_even_where_talk_is_wanted(watch: Watch) -> None:
    """Nor is a deal that the same page tells after the talk."""
    await watch.baseline(talk())
    assert await watch.wanted() == []
    await watch.poll(page(noise(0), talk(), talk(id="t2", title="Packers listen on Dale Preston")))
    assert await watch.wanted() == []


async def test_talk_and_deal_on_one_first_page_make_a_quiet_trade(watch: Watch) -> None:
    """The talk of a first page may become news, but not by a deal of that very page."""
    await watch.baseline(talk(), a_report())
    await watch.poll(page(noise(0), a_report(id="r2")))
    assert (await watch.trade()).quiet
    assert await watch.wanted() == []


async def test_talk_of_the_first_page_becomes_news_with_a_later_deal(watch: Watch) -> None:
    """What happened after the start is told."""
    await watch.baseline(talk())
    await watch.poll(page(noise(0), a_report()))
    assert (await watch.trade()).status is Status.REPORTED
    assert len(await watch.wanted()) == 2


async def test_an_empty_first_answer_is_no_baseline(watch: Watch) -> None:
    """The first page with items is, however late it comes."""
    await watch.poll(page(tag="empty"), page(tag="empty"))
    assert await watch.store.validators("desk") is None
    await watch.poll(page(noise(0), a_report(), tag="full"))
    assert (await watch.trade()).quiet
    assert await watch.store.validators("desk") == Validators(etag="full")


async def test_an_empty_answer_later_changes_nothing_and_starts_no_new_baseline(
    watch: Watch,
) -> None:
    """An empty page says nothing about what is known: the next item is news."""
    await watch.baseline()
    await watch.poll(page(tag="empty"), page(noise(0), a_report()))
    assert len(await watch.wanted()) == 2


# --- new, known and edited items ---


async def test_nothing_changed_is_asked_with_the_stored_validators(watch: Watch) -> None:
    """And counts as an answer."""
    await watch.baseline()
    await watch.poll(Page(reports=(), validators=Validators(etag="first"), modified=False))
    assert watch.feed.asked == [Validators(), Validators(etag="first")]
    assert watch.poller.state.last_ok == watch.clock.now()


async def test_a_new_item_is_decided_once(watch: Watch) -> None:
    """Polled three times, it is one version with one line in the timeline and one row a channel."""
    await watch.baseline()
    await watch.poll(*(page(noise(0), a_report(), tag=str(n)) for n in range(3)))
    trade = await watch.trade()
    assert (trade.version, len(trade.sightings), trade.quiet) == (1, 1, False)
    assert await watch.wanted() == [
        ("discord:2", "card", 1),
        ("discord:900000000000000003", "card", 1),
    ]
    assert len(watch.wakes) == 1
    assert watch.poller.state.reports == 2


async def test_an_edited_item_is_decided_again(watch: Watch) -> None:
    """The same id with other terms is the next version of the same trade."""
    await watch.baseline()
    title = "Packers trade WR Dale Preston to Jets for 2026 third-round pick"
    edited = a_report(title=title, seen_at=minutes(2))
    await watch.poll(page(noise(0), a_report()), page(noise(0), edited))
    trade = await watch.trade()
    assert (trade.version, len(trade.sightings)) == (2, 1)
    assert {version for _, _, version in await watch.wanted()} == {2}


async def test_an_item_that_was_not_understood_is_told_and_the_others_go_on(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """One bad item costs one item."""
    await watch.baseline()
    bad = (Rejected(raw="{}", problem="it has no id"),)
    answer = Page(reports=(noise(0), a_report()), validators=Validators(), rejected=bad)
    await watch.poll(answer)
    assert len(await watch.wanted()) == 2
    assert told(caplog, "item not understood") == 1


async def test_a_report_whose_reading_raises_does_not_stop_the_others(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """A bug of the grammar costs one report, with a traceback in the log, and is not met again."""
    await watch.baseline()
    cursed = a_report(id="c", title=Cursed("Packers trade WR"), text=Cursed("to Jets"))
    await watch.poll(*(page(noise(0), cursed, a_report(), tag=str(n)) for n in range(2)))
    assert len(await watch.wanted()) == 2
    assert told(caplog, "report could not be read") == 1


async def test_rows_that_name_nobody_stop_no_feed(watch: Watch) -> None:
    """Two like them could not be told apart, so none is kept, and what follows is taken in."""
    await watch.baseline()
    text = "Acquired a 2026 fourth-round pick in exchange for a 2027 third-round pick."
    rows = [row(text, id=name, feed="desk") for name in "ab"]
    await watch.poll(page(noise(0), *rows, a_report()))
    assert (await watch.trade()).players[0].name == "Dale Preston"
    assert watch.poller.state.last_error == ""


# --- a page without overlap ---


async def test_a_gap_is_paged_back_until_something_is_known(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """The oldest is taken in first, and nobody is alarmed."""
    await watch.baseline()
    watch.feed.older = [page(noise(2), a_report(id="b")), page(noise(0), a_report(id="a")), page()]
    await watch.poll(page(noise(3), a_report(id="c")))
    assert [s.report for s in (await watch.trade()).sightings] == ["a", "b", "c"]
    assert watch.feed.paged == [2, 3]
    assert told(caplog, GAP) == 0


async def test_without_older_pages_a_gap_is_said_and_the_page_is_taken_in(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """What it has still counts; the operator learns since when trades may be missing."""
    await watch.baseline()
    await watch.poll(page(noise(3), a_report(), tag="later"))
    [record] = [r for r in caplog.records if r.getMessage() == GAP]
    assert vars(record)["since"] == minutes(1).isoformat()
    assert vars(record)["until"] == minutes(2).isoformat()
    assert record.levelno == logging.ERROR
    assert len(await watch.wanted()) == 2
    assert await watch.store.validators("desk") == Validators(etag="later")
    await watch.poll(page(noise(3), a_report(), noise(4)))
    assert told(caplog, GAP) == 1


async def test_paging_back_that_fails_is_tried_again_before_anything_is_stored(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """One time-out behind the newest page must not give the trades there up."""
    await watch.baseline()
    watch.feed.older = [page(noise(2), a_report()), GONE]
    await watch.poll(page(noise(3)))
    assert (len(await watch.wanted()), told(caplog, GAP)) == (0, 0)
    watch.feed.older = [page(noise(2), a_report()), page(noise(1))]
    watch.clock.advance(10)
    await watch.poll(page(noise(3)))
    assert len(await watch.wanted()) == 2


async def test_paging_back_that_keeps_failing_keeps_what_it_found(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """In the end alerts are worth more than the gap, and the gap is said."""
    await watch.baseline()
    watch.feed.older = [page(noise(2), a_report()), GONE]
    for _ in range(6):
        await watch.poll(page(noise(3)))
        watch.clock.advance(60)
    assert len(await watch.wanted()) == 2
    assert (told(caplog, "paging back failed"), told(caplog, GAP)) == (1, 1)
    assert watch.poller.state.failures == 0


async def test_a_first_page_that_came_late_tells_news(watch: Watch) -> None:
    """The feed was down at the start: what it published since then is no baseline."""
    watch.feed.script.append(GONE)
    await watch.poller.poll()
    watch.clock.advance(3600)
    since = watch.clock.now() - timedelta(minutes=5)
    await watch.poll(page(noise(1), a_report(published_at=since, seen_at=since)))
    assert len(await watch.wanted()) == 2


async def test_paging_back_ends(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    """A feed that knows nothing of ours is not read to its beginning."""
    await watch.baseline()
    watch.feed.older = [page(noise(n)) for n in range(100, 200)]
    await watch.poll(page(noise(99)))
    assert watch.feed.paged == list(range(2, 16))
    assert told(caplog, GAP) == 1


async def test_a_stop_waits_for_the_poll_that_runs(watch: Watch) -> None:
    """`finished` returns when the poll has stored its page."""
    watch.feed.script = [page(noise(0), tag="first")]
    polling = asyncio.create_task(watch.poller.poll())
    await asyncio.sleep(0)
    await watch.poller.finished()
    assert await watch.store.validators("desk") == Validators(etag="first")
    await polling
    assert watch.poller.state.last_ok == NOON
