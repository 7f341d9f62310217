"""One report, from its words to the deliveries it wants, on a real store."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.engine.ingest import Decision
from bot.errors import ConflictError
from bot.model import ChangeReason, ClubCode, DestinationId, Report, Status, Trust
from tests.builders import a_destination, a_report
from tests.engine.watching import (
    HERE,
    LANE,
    TALKERS,
    FaultyStore,
    Watch,
    noise,
    off,
    row,
    talk,
)

HERE_CARD, TALKERS_CARD = (str(HERE.id), "card"), (str(TALKERS.id), "card")
FLORIO = "The move was reported by Mike Florio."  # of the second rank
OUTLET = "The move was reported by Pro Football Talk."  # of the second rank too
TO_JETS = "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."


def blog(**given: Any) -> Report:
    """The sample trade on a page that nobody vouches for."""
    return a_report(**{"feed": "blog", "trust": Trust.AGGREGATOR, **given})


async def take(watch: Watch, report: Report, *, baseline: bool = False) -> tuple[Decision, ...]:
    """Take in one report now."""
    return await watch.ingest().report(report, watch.clock.now(), baseline=baseline)


async def action(watch: Watch, report: Report) -> str:
    """What the only deal of this report came to."""
    [decision] = await take(watch, report)
    return decision.action


# --- the four decisions ---


async def test_a_report_without_a_deal_leaves_no_trace(watch: Watch) -> None:
    """The poll stores that it was seen, together with all others like it."""
    assert await take(watch, noise(1)) == ()
    assert list(await watch.store.unseen([noise(1)])) == [noise(1)]


async def test_first_a_post_then_edits_then_nothing(watch: Watch) -> None:
    """News posts, better news edits, the same news again is ignored."""
    assert await action(watch, a_report()) == "post"
    better = a_report(
        id="r2", title="Packers trade WR Dale Preston to Jets for 2026 second-rounder"
    )
    assert await action(watch, better) == "edit"
    assert await action(watch, replace(better, id="r3")) == "ignore"
    assert await action(watch, row(TO_JETS)) == "edit"
    assert await watch.wanted() == [(*TALKERS_CARD, 3), (*HERE_CARD, 3)]
    assert len(watch.wakes) == 4


async def test_what_no_known_source_says_is_held(watch: Watch) -> None:
    """Stored, explained, wanted nowhere, and no lane is woken."""
    [held] = await take(watch, blog(text="Somebody heard it."))
    assert held.action == "hold"
    assert held.verdict is not None
    assert [c.check for c in held.verdict.checks if not c.passed] == ["source"]
    assert (await watch.wanted(), watch.wakes) == ([], [])


async def test_a_second_source_unlocks_what_was_held(watch: Watch) -> None:
    """Two voices of the second rank are one of the first; one voice twice is still one."""
    assert await action(watch, blog(text=FLORIO)) == "hold"
    assert await action(watch, blog(id="r2", feed="other", text=FLORIO)) == "hold"
    assert await action(watch, blog(id="r3", feed="third", text=OUTLET)) == "post"
    assert await watch.wanted() == [(*TALKERS_CARD, 1), (*HERE_CARD, 1)]


async def test_talk_goes_only_where_it_is_wanted(watch: Watch) -> None:
    """The deal then edits there, and posts where only deals are wanted."""
    assert await action(watch, talk()) == "post"
    assert await watch.wanted() == [(*TALKERS_CARD, 1)]
    assert await action(watch, a_report()) == "post"
    assert await watch.wanted() == [(*TALKERS_CARD, 2), (*HERE_CARD, 2)]


async def test_a_card_of_talk_follows_when_the_second_source_confirms(watch: Watch) -> None:
    """The source adds no term, but the card may now say "reported": a new version for who sees it."""
    await take(watch, talk())
    await take(watch, blog(id="r2", text=FLORIO))
    assert await watch.wanted() == [(*TALKERS_CARD, 2)]
    [confirmed] = await take(watch, blog(id="r3", feed="third", text=OUTLET))
    assert confirmed.change is not None
    assert (confirmed.action, confirmed.change.reason) == ("post", ChangeReason.SOURCE)
    assert await watch.wanted() == [(*TALKERS_CARD, 3), (*HERE_CARD, 3)]


async def test_a_trade_that_is_off_edits_its_card_and_adds_a_notice(watch: Watch) -> None:
    """Where it was shown, and nowhere else."""
    await take(watch, talk())
    await watch.show_all()
    assert await action(watch, off()) == "edit"
    assert await watch.wanted() == [(*TALKERS_CARD, 2), (str(TALKERS.id), "void", 2)]
    assert (await watch.trade()).status is Status.VOIDED
    assert await action(watch, off(id="off2")) == "ignore"


async def test_the_end_of_a_trade_that_nobody_knew_is_remembered_and_shown_nowhere(
    watch: Watch,
) -> None:
    """No card, also not when an older report of it arrives late; the report is not read again."""
    [held] = await take(watch, off())
    assert (held.action, held.checks[-1].text) == (
        "hold",
        "the trade is off, and no destination shows a card of it",
    )
    assert ((await watch.trade()).status, await watch.wanted()) == (Status.VOIDED, [])
    assert list(await watch.store.unseen([off()])) == []


async def test_an_item_edited_from_talk_to_deal_is_believed(watch: Watch) -> None:
    """What it says now counts, with the source it names now."""
    await take(watch, talk(id="live"))
    assert await action(watch, a_report(id="live")) == "post"
    assert await watch.wanted() == [(*TALKERS_CARD, 2), (*HERE_CARD, 2)]


async def test_two_feeds_with_the_same_item_number_are_two_witnesses(watch: Watch) -> None:
    """An id means something in its own feed only."""
    await take(watch, blog(id="1", text=FLORIO))
    assert await action(watch, blog(id="1", feed="other", text=OUTLET)) == "post"
    assert len((await watch.trade()).sightings) == 2


# --- who wants it ---


async def test_each_channel_gets_its_clubs_and_statuses(watch: Watch) -> None:
    """Clubs by either side; a channel for announcements alone waits for the wire."""
    jets, bears, late = (
        a_destination(id=DestinationId(name), lane=LANE, **wish)
        for name, wish in {
            "jets": {"clubs": (ClubCode("NYJ"),)},
            "bears": {"clubs": (ClubCode("CHI"),)},
            "late": {"statuses": (Status.OFFICIAL,)},
        }.items()
    )
    watch.destinations = (jets, bears, late)
    await watch.ledger.sync_destinations(watch.destinations)
    await take(watch, a_report())
    assert await watch.wanted() == [("jets", "card", 1)]
    await take(watch, row(TO_JETS))
    assert await watch.wanted() == [("jets", "card", 2), ("late", "card", 2)]


async def test_a_first_page_that_would_unlock_a_held_trade_says_why_it_does_not(
    watch: Watch,
) -> None:
    """Every check passes by it; the next report posts."""
    await take(watch, blog(text=FLORIO))
    assert await action(watch, a_report(id="r2", text=FLORIO)) == "hold"
    [held] = await take(watch, a_report(id="r3", feed="new"), baseline=True)
    assert (held.action, held.checks[-1].text) == (
        "hold",
        "told by a feed's first poll, which starts no card",
    )
    assert await action(watch, a_report(id="r4")) == "post"


async def test_a_quiet_trade_is_wanted_nowhere_whatever_follows(watch: Watch) -> None:
    """Not even when the wire makes it official, or it falls through."""
    await take(watch, a_report(), baseline=True)
    assert await action(watch, row(TO_JETS)) == "hold"
    assert await action(watch, off()) == "hold"
    assert await watch.wanted() == []


async def test_the_first_page_of_a_new_feed_keeps_shown_cards_true(watch: Watch) -> None:
    """It edits the card where it is shown, and posts none, talk or deal."""
    await take(watch, talk())
    [decision] = await take(watch, row(TO_JETS), baseline=True)
    assert decision.action == "edit"
    assert await watch.wanted() == [(*TALKERS_CARD, 2)]


# --- several deals in one report ---


async def test_two_deals_of_one_report_are_two_trades(watch: Watch) -> None:
    """Each is decided, stored and posted by itself, in one transaction."""
    text = f"{TO_JETS} Traded S Omar Tillis to Houston for a 2027 fifth-round pick."
    decisions = await take(watch, row(text))
    assert [decision.action for decision in decisions] == ["post", "post"]
    assert {trade.clubs for trade in await watch.trades()} == {("GB", "NYJ"), ("GB", "HOU")}


async def test_two_deals_of_one_row_between_the_same_clubs_are_both_kept(watch: Watch) -> None:
    """Different players for different prices; the other club's row finds each again."""
    text = f"{TO_JETS} Traded S Omar Tillis to the New York Jets for a 2027 fifth-round pick."
    mirror = (
        "Acquired S Omar Tillis from Green Bay for a 2027 fifth-round pick."
        " Acquired WR Dale Preston from Green Bay for a 2026 fourth-round pick."
    )
    for report in (row(text), row(mirror, filer="NYJ"), row(text, id="again")):
        await take(watch, report)
    trades = await watch.trades()
    moved = {trade.players[0].name: trade.sent(ClubCode("NYJ")) for trade in trades}
    seasons = {name: [getattr(pick, "season", 0) for pick in sent] for name, sent in moved.items()}
    assert seasons == {"Dale Preston": [2026], "Omar Tillis": [2027]}
    assert [trade.version for trade in trades] == [1, 1]


async def test_two_pieces_of_one_trade_in_one_row_are_one_change(watch: Watch) -> None:
    """The player in one sentence and the pick in the next: version 1 with both."""
    text = (
        "Traded WR Dale Preston to the New York Jets."
        " Acquired a 2026 fourth-round pick from the New York Jets."
    )
    decisions = await take(watch, row(text))
    assert [decision.action for decision in decisions] == ["post", "ignore"]
    trade = await watch.trade()
    assert (trade.version, len(trade.legs), len(trade.sightings)) == (1, 2, 1)
    assert [reason for _, reason, _ in await watch.store.history(trade.id)] == [ChangeReason.NEW]


# --- another writer ---


async def test_two_feeds_that_tell_of_a_new_trade_at_once_meet(watch: Watch) -> None:
    """In other words, so that the content alone would make two trades of it."""
    ingest, now = watch.ingest(), watch.clock.now()
    words = a_report(id="r2", feed="other", title="Jets acquire WR Dale Preston from Packers")
    await asyncio.gather(ingest.report(a_report(), now), ingest.report(words, now))
    assert len((await watch.trade()).sightings) == 2


class Overtaken(FaultyStore):
    """A store in which a writer of another process is always a little faster, so many times."""

    def __init__(self, watch: Watch, times: int) -> None:
        super().__init__(watch.store, 0, ConflictError(""))
        self._watch, self._left, self.tries = watch, times, 0

    async def apply(self, *args: Any, **more: Any) -> None:
        """Let the other writer have its turn, then try."""
        self.tries += 1
        if self._left:
            self._left -= 1
            season = 2026 if self.tries == 1 else 2026 + self._left
            title = f"Packers trade WR Dale Preston to Jets for {season} fourth-round pick"
            await take(self._watch, a_report(id=f"rival {self.tries}", title=title))
        await self._watch.store.apply(*args, **more)


async def test_a_decision_that_was_overtaken_is_made_again(watch: Watch) -> None:
    """Both writers' reports end in one trade, nothing is lost."""
    store = Overtaken(watch, times=3)
    [decision] = await watch.ingest(store).report(a_report(), watch.clock.now())
    assert (store.tries, decision.action) == (4, "ignore")
    trade = await watch.trade()
    assert {sighting.report for sighting in trade.sightings} == {
        "rival 1", "rival 2", "rival 3", "r1",
    }  # fmt: skip
    assert {version for _, _, version in await watch.wanted()} == {trade.version}


async def test_a_decision_that_is_overtaken_forever_is_left_to_the_next_poll(watch: Watch) -> None:
    """The error says which report, and nothing of the last try is stored."""
    store = Overtaken(watch, times=6)
    with pytest.raises(ConflictError, match="report r1"):
        await watch.ingest(store).report(a_report(), watch.clock.now())
    assert store.tries == 5
    assert list(await watch.store.unseen([a_report()])) == [a_report()]
