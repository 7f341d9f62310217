"""What every Store must keep of a report: its deals, and what was decided on them.

A back end collects these tests by importing them where it defines the fixture `store`.
"""

from dataclasses import replace

from bot.model import Leg
from bot.ports import Store
from tests.builders import NOON, a_deal, a_report, a_sighting, a_trade, minutes
from tests.contracts.steps import HOLD


async def test_a_report_is_kept_with_its_deals_and_what_was_decided(store: Store) -> None:
    """Everything that an explanation needs, also the rule and the words of each asset."""
    deal = a_deal()
    legs = tuple(replace(leg, rule="test.leg", span=(3, 9)) for leg in deal.legs)
    report = a_report()
    await store.apply(report, (replace(deal, legs=legs),), (), (), NOON, decided=(HOLD,))
    [heard] = await store.heard(a_trade())
    assert (heard.feed, heard.id, heard.title) == (report.feed, report.id, report.title)
    assert (heard.words, heard.published_at) == (f"{report.title}\n{report.text}", NOON)
    assert heard.deals == (replace(deal, legs=legs),)
    assert [(leg.rule, leg.span) for leg in heard.deals[0].legs] == [("test.leg", (3, 9))] * 2
    assert heard.decisions == (replace(HOLD, waits=False),)


async def test_decisions_of_an_edited_report_are_kept_the_last_five(store: Store) -> None:
    """Oldest first; several deals of one taking count as one."""
    for minute in range(7):
        decided = [replace(HOLD, deal=deal, at=minutes(minute)) for deal in (0, 1)]
        report = a_report(text=f"edit {minute}")
        await store.apply(report, (a_deal(),), (), (), minutes(minute), decided=decided)
    [heard] = await store.heard(a_trade())
    assert [(one.at, one.deal) for one in heard.decisions] == [
        (minutes(minute), deal) for minute in range(2, 7) for deal in (0, 1)
    ]
    assert heard.words.endswith("edit 6")


async def test_the_reports_of_a_timeline_come_in_its_order(store: Store) -> None:
    """Each once; what is not stored, or came without a deal, is left out."""
    for name in ("a", "b"):
        await store.apply(a_report(id=name), (a_deal(),), (), (), NOON)
    seen = [a_sighting(report=name) for name in ("b", "unknown", "a", "b")]
    trade = a_trade(sightings=tuple(seen))
    assert [heard.id for heard in await store.heard(trade)] == ["b", "a"]


async def test_a_deal_of_any_text_can_be_read_back(store: Store) -> None:
    """Hostile names too."""
    legs = tuple(
        Leg(gave=None, received=None, asset=replace(a_trade().players[0], name=name))
        for name in ("a\0b", "half \ud800", "\u202e", "'; --")
    )
    report = a_report(id="x\0", title="\ud800", text="\0")
    await store.apply(report, (a_deal(legs=legs),), (), (), NOON, decided=(HOLD,))
    [heard] = await store.heard(a_trade(sightings=(a_sighting(report="x\0"),)))
    assert len(heard.deals[0].legs) == len(legs)
