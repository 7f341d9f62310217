"""Pause, flood and release, from the report to the ledger."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.engine.ingest import Ingest
from bot.engine.review import Review
from bot.errors import ConflictError, StoreError
from bot.model import Brakes, Report, Status
from tests.builders import a_report
from tests.engine.watching import HERE, TALKERS, FaultyStore, Watch, off, row, talk, watching

SURNAMES = ("Abbott", "Barlow", "Crane", "Doyle", "Ewart", "Fallon", "Garvey", "Hobson", "Ingram")
HERE_CARD, TALKERS_CARD = (str(HERE.id), "card"), (str(TALKERS.id), "card")


def trade(number: int, **given: Any) -> Report:
    """A trade of a player of its own, on the word of an insider."""
    title = f"Packers trade WR Dale {SURNAMES[number]} to Jets for 2026 fourth-round pick"
    return a_report(**{"id": f"t{number}", "title": title, **given})


def rumour(number: int) -> Report:
    """Talk of a player of its own."""
    return talk(id=f"talk {number}", title=f"Packers looking to trade WR Dale {SURNAMES[number]}")


async def take(ingest: Ingest, watch: Watch, *reports: Report) -> list[str]:
    """What each report came to, ten seconds apart."""
    actions = []
    for report in reports:
        watch.clock.advance(10)
        decisions = await ingest.report(report, watch.clock.now())
        actions += [decision.action for decision in decisions]
    return actions


def review(watch: Watch, store: Any = None) -> Review:
    """The job that looks at held trades."""
    kept = store or watch.store
    judge = Ingest(kept, watch.destinations).judge
    return Review(kept, judge, watch.clock, lambda: watch.wakes.append(None))


async def release(watch: Watch, *, drop: bool = False) -> int:
    """As `gridwire resume` does."""
    watch.clock.advance(1)
    return await watch.store.release(watch.clock.now(), drop=drop)


async def posted(watch: Watch) -> int:
    """How many trades have a card wanted somewhere."""
    return sum([bool(await watch.store.deliveries(t.id)) for t in await watch.trades()])


def flooding(watch: Watch, most: int = 3) -> Ingest:
    """Three new cards an hour, and no more."""
    return Ingest(
        watch.store, watch.destinations, lambda: watch.wakes.append(None), most_per_hour=most
    )


# --- pause ---


async def test_a_pause_holds_new_cards_and_a_release_posts_them(watch: Watch) -> None:
    """Nothing of it is lost: stored, explained, and posted once nothing holds it."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    [held] = await watch.ingest().report(a_report(), watch.clock.now())
    assert (held.action, held.waits) == ("hold", True)
    assert [c.text for c in held.checks if not c.passed] == ["paused: by hand"]
    await review(watch).run()
    assert (await watch.wanted(), watch.wakes) == ([], [])
    assert await release(watch) == 1
    await review(watch).run()
    assert await watch.wanted() == [(*TALKERS_CARD, 1), (*HERE_CARD, 1)]
    assert len(watch.wakes) == 1
    await review(watch).run()
    assert len(watch.wakes) == 1


async def test_a_release_posts_only_what_is_still_fresh(watch: Watch) -> None:
    """Two days later it is old news, and is not looked at again."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    await watch.ingest().report(a_report(), watch.clock.now())
    watch.clock.advance(timedelta(days=2).total_seconds())
    await release(watch)
    await review(watch).run()
    assert await watch.wanted() == []
    assert not await watch.store.held(watch.clock.now() - timedelta(days=9))


async def test_what_is_dropped_is_never_posted_whatever_follows(watch: Watch) -> None:
    """Not even when the wire makes it official."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    await watch.ingest().report(a_report(), watch.clock.now())
    assert await release(watch, drop=True) == 1
    await review(watch).run()
    filed = row("Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick.")
    assert await take(watch.ingest(), watch, filed) == ["hold"]
    assert await watch.wanted() == []


async def test_shown_cards_are_kept_true_and_noticed_under_a_pause(watch: Watch) -> None:
    """Edits and the notice; a channel that did not show it gets its card after the release."""
    await take(watch.ingest(), watch, talk())
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    assert await take(watch.ingest(), watch, a_report()) == ["edit"]
    assert await watch.wanted() == [(*TALKERS_CARD, 2)]
    await release(watch)
    await review(watch).run()
    assert await watch.wanted() == [(*TALKERS_CARD, 2), (*HERE_CARD, 2)]
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    assert await take(watch.ingest(), watch, off()) == ["edit"]
    assert (str(HERE.id), "void", 3) in await watch.wanted()


async def test_a_trade_that_falls_through_while_held_is_never_posted(watch: Watch) -> None:
    """Nobody hears of it."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    await take(watch.ingest(), watch, a_report(), off())
    await release(watch)
    await review(watch).run()
    assert (await watch.trade()).status is Status.VOIDED
    assert await watch.wanted() == []


async def test_a_first_poll_under_a_pause_is_no_news_after_it(watch: Watch) -> None:
    """Not even talk, which a first poll does not make quiet."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    for report in (talk(), trade(0)):
        await watch.ingest().report(report, watch.clock.now(), baseline=True)
    await release(watch)
    await review(watch).run()
    assert await watch.wanted() == []


async def test_a_trade_that_no_channel_asked_for_is_not_held(watch: Watch) -> None:
    """A channel that subscribes later does not get the news of the pause."""
    watch.destinations = (HERE,)
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    [held] = await watch.ingest().report(talk(), watch.clock.now())
    assert (held.action, held.waits) == ("hold", False)
    assert await release(watch) == 0


# --- flood ---


async def test_one_new_card_too_many_trips_the_breaker(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """It and all after it are held, also when the hour is over; told once, until a person releases."""
    ingest = flooding(watch)
    actions = await take(ingest, watch, *(trade(n) for n in range(5)))
    assert actions == ["post"] * 3 + ["hold"] * 2
    watch.clock.advance(3 * 3600)
    late = trade(5, published_at=watch.clock.now())
    assert await take(ingest, watch, late) == ["hold"]
    assert [r.message for r in caplog.records if r.levelname == "ERROR"] == [
        "flood: every new card is held until gridwire resume"
    ]
    told = "3 trades got a card within the hour, and 3 may"
    assert await watch.store.brakes() == Brakes(flood=told)


async def test_a_release_posts_every_held_trade_and_counts_anew(watch: Watch) -> None:
    """What a person let go does not trip the breaker again; three more may start."""
    ingest = flooding(watch)
    await take(ingest, watch, *(trade(n) for n in range(6)))
    assert await release(watch) == 3
    await review(watch).run()
    assert await posted(watch) == 6
    assert await take(ingest, watch, trade(6), trade(7), trade(8)) == ["post"] * 3
    assert (await watch.store.brakes()).flood is None


async def test_new_cards_that_are_spread_over_hours_are_no_flood(watch: Watch) -> None:
    """The count is that of the last sixty minutes; edits and a first poll do not count."""
    ingest = flooding(watch)
    for number in range(6):
        now = watch.clock.now()
        await ingest.report(trade(number, published_at=now), now)
        better = trade(number, id=f"b{number}", published_at=now, text="A deal, ESPN reports.")
        await ingest.report(better, now)
        watch.clock.advance(1300)
    assert await posted(watch) == 6


async def test_a_row_of_many_trades_is_a_flood_too(watch: Watch) -> None:
    """Within one report as well."""
    moves = " ".join(
        f"Traded WR Dale {name} to the New York Jets for a {2026 + n} fourth-round pick."
        for n, name in enumerate(SURNAMES[:5])
    )
    actions = await take(flooding(watch), watch, row(moves))
    assert (actions.count("post"), actions.count("hold")) == (3, 2)


async def test_talk_has_its_own_limit_and_trips_nothing(watch: Watch) -> None:
    """Six rumours an hour; the seventh waits its time, a deal does not."""
    ingest = watch.ingest()
    actions = await take(ingest, watch, *(rumour(n) for n in range(7)), trade(7))
    assert actions == ["post"] * 6 + ["hold", "post"]
    assert await watch.store.brakes() == Brakes()
    await review(watch).run()
    assert await posted(watch) == 7
    watch.clock.advance(3600)
    await review(watch).run()
    assert await posted(watch) == 8


# --- the job itself ---


async def test_a_brake_that_is_set_during_a_run_holds_the_rest(watch: Watch) -> None:
    """Talk and deals alike."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    await take(watch.ingest(), watch, rumour(0), trade(1))
    await release(watch)
    await watch.store.set_brake("flood", "again", watch.clock.now())
    await review(watch)._post_held()
    assert await posted(watch) == 0
    assert len(await watch.store.held(watch.clock.now() - timedelta(hours=1))) == 2


async def test_brakes_are_told_in_the_log_when_they_change(
    watch: Watch, caplog: pytest.LogCaptureFixture
) -> None:
    """Once when set, once when released."""
    caplog.set_level("INFO")
    job = review(watch)
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    for _ in range(3):
        await job.run()
    await release(watch)
    for _ in range(3):
        await job.run()
    told = [(r.message, getattr(r, "reason", None)) for r in caplog.records]
    assert told == [
        ("new cards are held", "paused: by hand"),
        ("new cards may start again", None),
    ]


async def test_a_trade_that_somebody_else_moves_is_left_to_the_next_run(watch: Watch) -> None:
    """The others are posted all the same."""
    await watch.store.set_brake("pause", "by hand", watch.clock.now())
    await take(watch.ingest(), watch, trade(0), trade(1))
    await release(watch)
    await review(watch, Overtaken(watch.store)).run()
    assert await posted(watch) == 1
    await review(watch).run()
    assert await posted(watch) == 2


class Overtaken:
    """A store in which the first held trade is moved just before it is wanted."""

    def __init__(self, store: Any) -> None:
        self._store, self._first = store, True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def want(self, *args: Any) -> None:
        """Refuse the first."""
        first, self._first = self._first, False
        if first:
            raise ConflictError("moved")
        await self._store.want(*args)


async def test_a_store_that_cannot_be_read_ends_no_job(watch: Watch) -> None:
    """The next run may."""
    await review(watch, FaultyStore(watch.store, 1, StoreError("locked"))).run()


@pytest.mark.parametrize("at", range(1, 13))
async def test_a_death_at_any_step_of_a_release_loses_and_doubles_nothing(
    tmp_path: Path, at: int
) -> None:
    """Killed before or after any call of the review: the next start posts what is left, once."""

    class Killed(BaseException):
        """The process dies."""

    async with watching(tmp_path) as watch:
        await watch.store.set_brake("pause", "by hand", watch.clock.now())
        await take(watch.ingest(), watch, trade(0), trade(1))
        await release(watch)
        with pytest.raises(Killed):
            await review(watch, FaultyStore(watch.store, at, Killed(), after=at % 2 == 1)).run()
    async with watching(tmp_path) as watch:
        watch.clock.advance(60)
        await review(watch).run()
        assert await watch.wanted() == [(*TALKERS_CARD, 1), (*HERE_CARD, 1)] * 2
